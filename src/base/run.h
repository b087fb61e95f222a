/* run.h -- another program does a piece of work, within limits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_RUN_H
#define BASE_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

extern const struct error_kind RUN_MISSING; /* "program-missing", 2 */
extern const struct error_kind RUN_FAILED;  /* "program-failed", 2 */

struct run {
	char *const *words;       /* program and arguments, ended by NULL */
	char *const *environment; /* as environ; NULL = empty */
	int seconds;              /* how long it may take */
	size_t bytes;             /* how much it may print */
};

/*
 * Runs the program words[0], which is looked for in PATH; no shell is asked.
 * It reads nothing, and what it prints on standard output is added to out.
 * It is a process group of its own, of which nothing is left when this
 * returns.  Fails with RUN_MISSING when there is no such program; with
 * RUN_FAILED, and the first line it complained with, when it ends with
 * another status than 0, takes longer or prints more than it may, or when the
 * program itself is to end (base/scratch.h); then out is as it was.
 */
bool run_program(const struct run *run, struct text *out,
		 struct error *err) MUST_CHECK;

#endif
