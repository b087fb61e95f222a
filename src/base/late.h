/* late.h -- libraries that few commands need are loaded when one does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_LATE_H
#define BASE_LATE_H

#include <stdbool.h>

#include "base/error.h"

/*
 * Sixty libraries stand behind those that print, read mail and workbooks or ask
 * a server; to bring them together took the linker longer than the program took
 * to show its first screen.  data/late/NAME.late lists the functions called of
 * such a library.  Who includes gen/NAME-late.h calls them by their own names,
 * with their own types, after late_load(&NAME_late) has once said true.
 */
struct late_function {
	const char *name; /* the last one is NULL */
	void *at;         /* a pointer to a function of its type */
};

struct late {
	const char *file; /* "libpq.so.5", sought where the linker seeks */
	const struct late_function *functions;
	bool is_loaded;
};

extern const struct error_kind LATE_MISSING; /* "library-missing", 2 */

/* Loads it with what it needs, once; it stays until the program ends.
   LATE_MISSING when it is not there, or is another one. */
bool late_load(struct late *l, struct error *err) MUST_CHECK;

#endif
