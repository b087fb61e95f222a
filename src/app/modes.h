/* modes.h -- may anybody else use the register, its keys, files and drafts? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_MODES_H
#define APP_MODES_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * Whoever reads the register's file reads past all rules, and whoever writes
 * into its folder can put another in its place.  Files are made 0600 and
 * folders 0700, whatever the umask; this tells where they are otherwise.
 */
struct modes_fault {
	const char *path;
	const char *says;   /* a sentence with the path in it */
	const char *advice; /* a command, or NULL */
	bool is_bad;        /* others may read or write it */
};
struct modes {
	struct modes_fault *at;
	size_t n;
};

enum { MODES_MAX = 20 };

/* The folder, the register (unless it lies at a server), and what lies beside
   it under its name; `whole': also what lies in its folders.  At most
   MODES_MAX, the first found first. */
void modes_look(const char *beside, bool whole, struct arena *a,
		struct modes *found);
/* The first bad one of the register at a path or an address, without looking
   into folders, for those who begin to work; NULL, too, for who does not own
   it and can mend nothing. */
const struct modes_fault *modes_first_bad(const char *where, struct arena *a);

#endif
