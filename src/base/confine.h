/* confine.h -- a process shuts itself in: no files, no programs, no others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CONFINE_H
#define BASE_CONFINE_H

#include <stdbool.h>

#include "base/error.h"

/*
 * What the kernel offers, asked when the program runs: Landlock takes files
 * away (from Linux 5.13 on; the number is that of its interface), a filter of
 * system calls (seccomp) everything that is not drawing, reading keys and the
 * socket to the keeper.  Where one is missing the other still stands, and
 * `saraban doctor' says so.
 */
int confine_landlock(void); /* 0: not there */
bool confine_seccomp_is_built(void);
bool confine_has_seccomp(void);

/*
 * Handles from `first` on are closed; nothing dumps this process or looks into
 * it; files may be read where `readable`, ended by NULL, says, and no other
 * file opened or made; memory, time and what may be written are bounded.  The
 * calls to start a program (execve) kill the process; sockets, signals to
 * others, looking into other processes and all else fail with EPERM.  Nothing
 * of it can be taken back.  False when what the kernel has does not take.
 */
bool confine_self(int first, const char *const *readable,
		  struct error *err) MUST_CHECK;

#endif
