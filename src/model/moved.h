/* moved.h -- is the register in use here, or did it move? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_MOVED_H
#define MODEL_MOVED_H

#include "store/store.h"

/*
 * A register that moves (app/move.c) says so in itself, at both places, so that
 * never both are in use: what is moved here is not, before the other has
 * confirmed that it is away.
 */
extern const struct error_kind MOVED_AWAY; /* "moved-away", 4 */
extern const struct error_kind MOVED_HERE; /* "moved-here", 4: unfinished */

struct moved {
	const char *state; /* MOVED_*_STATE; NULL: it is in use */
	const char *place; /* where to, or where from */
	moment at;
};
#define MOVED_AWAY_STATE "away"
#define MOVED_HERE_STATE "here"

/* Text in the arena. */
bool moved_read(struct store *st, struct arena *a, struct moved *m,
		struct error *err) MUST_CHECK;
/* Inside a write transaction; state NULL: it is in use here. */
bool moved_set(struct store *st, const char *state, const char *place,
	       moment at, struct error *err) MUST_CHECK;

/* False, with err set, when nothing may be written because of it. */
bool moved_refuse(struct store *st, struct error *err) MUST_CHECK;
/* False, with err set, when it may not be looked at, either: it is not whole
   yet. */
bool moved_is_whole(struct store *st, struct error *err) MUST_CHECK;

#endif
