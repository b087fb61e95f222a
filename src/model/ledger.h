/* ledger.h -- the only way anything is written: one event, chained */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_LEDGER_H
#define MODEL_LEDGER_H

#include <jansson.h>

#include "model/actor.h"
#include "model/event.h"

/* The letter an event is about is the event itself: a receipt. */
enum { LETTER_SELF = -1 };

/* What an act has decided to write.  body is owned by the entry until it is
   appended or dropped (entry_done). */
struct entry {
	const char *kind;
	int64_t office;   /* whose chain; 0: the hand's own */
	int64_t letter;   /* 0 none, LETTER_SELF, or its id */
	const char *book; /* with year and number, or NULL */
	int64_t year;
	int64_t number;
	const struct held_post *as; /* post used; NULL for the owner */
	const char *capacity;
	json_t *body; /* object; who wrote it is added */
};

void entry_done(struct entry *e);

/* Who writes, where, when and how known: the same for every event of one
   session but the time. */
struct hand {
	int64_t office;
	const struct actor *actor;
	const char *auth; /* "account", "as", "key SHA256:...", and ", pin" */
	moment now;
	moment clock; /* what the clock reads: kept where that is earlier than
			 the event's time; 0 = it is `now` */
};

extern const struct error_kind LEDGER_ACT_TAKEN; /* "act-taken", 2 */

/* The event of an act id, when it was done before. */
bool ledger_find(struct store *st, int64_t office,
		 const unsigned char act_id[ID_SIZE], struct arena *a,
		 struct event *e, bool *found, struct error *err) MUST_CHECK;

/* The last event of an office's chain; zeros when it has none. */
struct chain_head {
	int64_t seq;
	moment time;
	unsigned char hash[DIGEST_SIZE];
};
bool ledger_head(struct store *st, int64_t office, struct chain_head *head,
		 struct error *err) MUST_CHECK;

/* When an event written now happens: time never falls, so it is the later of
   `now` and the last event's. */
bool ledger_moment(struct store *st, int64_t office, moment now, moment *at,
		   struct error *err) MUST_CHECK;

/*
 * Appends one event and applies it to the state tables; inside a write
 * transaction, at ledger_moment().  The body of `entry` is used up.  *out
 * lives in the arena.
 */
bool ledger_append(struct store *st, const struct hand *hand,
		   const unsigned char act_id[ID_SIZE], struct entry *entry,
		   struct arena *a, struct event *out,
		   struct error *err) MUST_CHECK;

/* Applies an event read from the chain: the replay.  One whose words were
   destroyed with its letter keeps its number, and nothing else. */
bool ledger_apply(struct store *st, const struct event *e,
		  struct error *err) MUST_CHECK;

/* The number the next entry of a book gets; 1 in a year not yet begun.
   Inside the write transaction that takes it.  GUARD_ASKS after a restore,
   here and in ledger_append(): model/guard.h. */
bool ledger_next_number(struct store *st, int64_t office, const char *book,
			int64_t year, int64_t *next,
			struct error *err) MUST_CHECK;

/* Which register this is. */
struct identity {
	unsigned char uuid[ID_SIZE];
	moment made_at;
	bool practice;
	bool is_moving; /* it is not in use here: model/moved.h */
};
bool ledger_identity(struct store *st, struct identity *id,
		     struct error *err) MUST_CHECK;
/* Its uuid in hexadecimal, as files and other registers name it. */
enum { UUID_TEXT_SIZE = 2 * ID_SIZE + 1 };
bool ledger_uuid(struct store *st, char uuid[UUID_TEXT_SIZE],
		 struct error *err) MUST_CHECK;

/* Gives a new register an identity of its own, or that of the register whose
   events it shall have; inside a write transaction. */
bool ledger_found(struct store *st, moment now, bool practice,
		  struct error *err) MUST_CHECK;
bool ledger_identify(struct store *st, const struct identity *id,
		     struct error *err) MUST_CHECK;

/* Writes an event as it once was, with its words unless they were destroyed,
   and applies it: for a register made from its text. */
bool ledger_restore(struct store *st, const struct event *e,
		    struct error *err) MUST_CHECK;

/* The offices that have a chain, in the order of their numbers. */
bool ledger_offices(struct store *st, struct arena *a, int64_t **offices,
		    size_t *n, struct error *err) MUST_CHECK;

#endif
