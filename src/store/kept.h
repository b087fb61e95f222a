/* kept.h -- a register that another process keeps, asked by name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_KEPT_H
#define STORE_KEPT_H

#include "base/wire.h"

#include "store/store.h"

/*
 * Two processes: the keeper has the register open, the other, a fork of it,
 * has a socket.  It asks for one of the program's statements by its number,
 * with parameters, and gets rows; no SQL crosses, and nothing that writes is
 * answered.  The keeper reads by a veiled store, so that whoever speaks on the
 * socket finds what one person may read.  Acts go whole (app/keeper.h).
 */

/* A question begins with its kind, an answer with whether it is one: 1, or 0
   and an error. */
enum kept_ask {
	KEPT_ROWS,   /* of a statement */
	KEPT_OF_APP, /* from here on: of app/keeper.h */
};
enum { KEPT_QUESTION_MAX = 8 << 20, KEPT_ANSWER_MAX = 512 << 20 };

extern const struct error_kind KEPT_REFUSED; /* "not-asked-so", 3 */
extern const struct error_kind KEPT_GONE;    /* "keeper-gone", 4 */

/* Whose register a veiled store is. */
struct veil {
	/* May the person read the letter of that class (NULL: none)?  letter 0
	   is what belongs to no letter. */
	bool (*may_read)(void *ctx, int64_t office, int64_t letter,
			 const char *secrecy);
	bool (*is_person)(void *ctx, int64_t office, int64_t person);
	/* Takes the seal off sealed words, when the key is there. */
	bool (*unseal)(void *ctx, const char *sealed, struct text *open);
	void *ctx;
};
/* Opens it to be looked at, behind that veil (data/sql/veil.sql); veil stays
   the caller's, and is asked as long as the store is open. */
struct store *store_open_veiled(const char *where, const struct veil *veil,
				struct error *err) MUST_CHECK;

/* What a keeper says of its register. */
struct kept {
	const char *path;
	bool is_read_only;
	bool is_own;
};
/* The store at the other end of the socket, which it owns from now on. */
struct store *store_open_kept(int fd, const struct kept *kept);
/* One question and its answer, for what app/keeper.h asks: false with err when
   it was refused.  *w reads the rest of the answer, in `answer`. */
bool store_ask(struct store *st, const struct text *question,
	       struct text *answer, struct wire *w,
	       struct error *err) MUST_CHECK;
/* ... in two halves, where more than one message comes back. */
bool store_ask_send(struct store *st, const struct text *question,
		    struct error *err) MUST_CHECK;
bool store_ask_receive(struct store *st, struct text *answer,
		       struct error *err) MUST_CHECK;

/* The keeper's side of KEPT_ROWS, whose kind was read: always an answer.
   The version that tells whether others have written is that of `own`, the
   store in which the keeper does acts. */
void store_serve(struct store *veiled, struct store *own, struct wire *question,
		 struct text *answer);

/* engine-keeper.c, for store.c. */
void *keeper_connect(int fd);

#endif
