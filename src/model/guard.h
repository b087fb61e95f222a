/* guard.h -- after a restore: no number before paper has been looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_GUARD_H
#define MODEL_GUARD_H

#include "base/arena.h"
#include "base/digest.h"

#include "store/store.h"

/*
 * A backup is older than the register was, and numbers given since stand on
 * paper only.  So a restored register gives no number of a book and year in
 * which that may have happened, until somebody has told the last one that
 * stands on paper (event number.confirm); the numbers between are entered as
 * given, record lost.  The ledger asks here wherever a number is taken.
 */
extern const struct error_kind GUARD_ASKS; /* "paper-number-asked", 3 */
/* An older file was put in the place of the register, past `restore'.
   "register-behind", 3 */
extern const struct error_kind GUARD_BEHIND;
extern const struct error_kind GUARD_GONE; /* "register-gone", 4 */

/* May a number of this book and year be given? */
bool guard_check(struct store *st, int64_t office, const char *book,
		 int64_t year, struct error *err) MUST_CHECK;

/* A book and year whose last number on paper is asked for. */
struct asked {
	const char *book;
	const char *division; /* name, of a division's book; else NULL */
	int64_t year;
	int64_t last; /* known: in the register, or in the one set aside */
	moment since; /* of the restore */
};
struct asked_list {
	struct asked *at;
	size_t n;
};
bool guard_list(struct store *st, int64_t office, struct arena *a,
		struct asked_list *list, struct error *err) MUST_CHECK;

/*
 * REGISTER-mark, a file beside the register, tells the end of each office's
 * chain as it was last written.  A register that lacks that event is an older
 * file, moved or copied there by hand.  Who moves the mark with it, or takes
 * it away, is not noticed here: day pages and the anchors others hold find
 * that.
 */
struct chain_head;
bool mark_check(struct store *st, int64_t office, const struct chain_head *head,
		struct error *err) MUST_CHECK;
/* After a commit: the line of the office whose chain was written, 0 for those
   of every office.  Where it cannot be written, an older file goes unnoticed,
   and nothing else is wrong. */
void mark_write(struct store *st, int64_t office);

/* Whether a mark tells that a register stood at `where`, the path of a file;
   who lost his register has it restored, and does not begin anew. */
bool mark_stands(const char *where);

/* What the mark says of an office; false when there is none. */
struct mark {
	int64_t seq;
	unsigned char hash[DIGEST_SIZE];
};
bool mark_read(const char *path, const unsigned char uuid[ID_SIZE],
	       int64_t office, struct mark *mark);

/* The hash of an event; *found tells. */
bool guard_event_hash(struct store *st, int64_t office, int64_t seq,
		      unsigned char hash[DIGEST_SIZE], bool *found,
		      struct error *err) MUST_CHECK;

#endif
