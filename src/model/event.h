/* event.h -- one link of the chain, and the bytes its hash is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/text.h"

#include "store/store.h"

/* The columns of the event table; absent numbers are 0, absent text NULL. */
struct event {
	int64_t office;
	int64_t seq;
	moment time;
	const char *kind; /* "letter.endorse" */
	int64_t letter;   /* seq of the event that received it */
	const char *book; /* "receive", "division:finance" */
	int64_t year;
	int64_t number;
	int64_t person; /* 0: the account that owns the register */
	const char *login;
	const char *post; /* held and used at that moment */
	const char *capacity;
	const char *acting_order;
	const char *auth; /* how the person was known */
	unsigned char act_id[ID_SIZE];
	unsigned char nonce[ID_SIZE];
	unsigned char commitment[DIGEST_SIZE];
	unsigned char hash[DIGEST_SIZE];
	unsigned char salt[ID_SIZE];
	const char *body;  /* payload as JSON; NULL when it is gone */
	bool is_destroyed; /* ... because its letter was destroyed later */
};

/* Reads event_by_act (without salt and body) and the statements that give
   whole events. */
extern const struct row_type event_row;
extern const struct row_type event_row_whole;

/* An event in the log of the office, with the number of its letter, as
   log_events gives them. */
struct logged {
	struct event event;
	const char *letter_book; /* NULL: it is of no letter */
	int64_t letter_year;
	int64_t letter_number;
	bool is_secret; /* its words are those of a secret letter */
};
extern const struct row_type logged_row;

/*
 * commitment = SHA-256("saraban-words-1" NUL, salt, body).
 * The salt keeps short secret subjects from being guessed after the body is
 * destroyed.
 */
void event_commit_to(const unsigned char salt[ID_SIZE], const char *body,
		     unsigned char out[DIGEST_SIZE]);

/*
 * The one encoding of an entry: integers as 8 bytes, most significant first;
 * text as its length in bytes (8 bytes) and the bytes; what may be absent
 * with one byte before it, 0 absent, 1 present; fixed byte strings as they
 * are.  In order: register uuid, office, seq, time, kind, letter?, book?,
 * year?, number?, person, login, post?, capacity?, acting order?, auth,
 * act id, nonce, commitment.
 */
void event_encode(const struct event *e, const unsigned char uuid[ID_SIZE],
		  struct text *out);

/* hash = SHA-256("saraban-event-1" NUL, hash before, entry).  The first event
   of an office has 32 zero bytes before it. */
void event_hash(const struct event *e, const unsigned char uuid[ID_SIZE],
		const unsigned char before[DIGEST_SIZE],
		unsigned char out[DIGEST_SIZE]);

#endif
