/* scratch.h -- a directory for files that are gone again soon */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SCRATCH_H
#define BASE_SCRATCH_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* A new directory under `where`, for its owner alone (0700); its absolute
   path, freed by the caller, or NULL and ERROR_IO. */
char *scratch_make(const char *where, struct error *err) MUST_CHECK;
/* Removes a directory with all that is in it. */
void scratch_remove(const char *path);

/* The same as long as a piece of work lasts: what would end the program
   (SIGHUP, SIGINT, SIGTERM) waits until the directory is gone. */
struct scratch {
	char *path; /* NULL = none */
	sigset_t before;
};
bool scratch_begin(struct scratch *s, const char *where,
		   struct error *err) MUST_CHECK;
/* Writes a file into it; its path, freed by the caller, or NULL and
   ERROR_IO. */
char *scratch_write(const struct scratch *s, const char *name,
		    const char *bytes, size_t n, struct error *err) MUST_CHECK;
/* Does nothing for one that did not begin. */
void scratch_end(struct scratch *s);

/* The signals that end the program. */
void scratch_signals(sigset_t *set);

#endif
