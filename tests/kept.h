/* kept.h -- a keeper in another process, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_KEPT_H
#define TESTS_KEPT_H

#include <sys/types.h>

#include "app/session.h"

/* Forks one whose session begin() begins; *fd is the screen's end.  It ends,
   with status 0, when that is closed. */
pid_t kept_begin(void (*begin)(void *ctx, struct session *s), void *ctx,
		 int *fd);
/* Waits until it has ended, and how. */
int kept_end(pid_t keeper);

/* A moment that both see, whoever sets it. */
moment *kept_clock(void);

#endif
