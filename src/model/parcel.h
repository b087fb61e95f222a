/* parcel.h -- letters between offices: what was sent, what came, the answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_PARCEL_H
#define MODEL_PARCEL_H

#include <jansson.h>

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

#include "model/choices.h"

/*
 * A letter that is sent on is a sending in the chain of its office and a
 * parcel in that of each other one, which holds all of the letter frozen: a
 * chain is understood without any other.  They name each other by the uuid of
 * the register, the code of the office and the seq of the event that sent it,
 * whether that is the same register or another.  The states are those of the
 * notices between government offices (e-CMS).
 */
#define SENDING_SENT "sent"           /* on its way in a file */
#define SENDING_ARRIVED "arrived"     /* ReceiveLetterNotifier */
#define SENDING_ACCEPTED "accepted"   /* AcceptLetterNotifier */
#define SENDING_REJECTED "rejected"   /* RejectLetterNotifier */
#define SENDING_WRONG "wrong"         /* InvalidLetterNotifier */
#define SENDING_WITHDRAWN "withdrawn" /* taken back before it was received */
#define PARCEL_WAITING "waiting" /* หนังสือรอลงรับ; then as above */
extern const struct choice sending_states[];
extern const struct choice parcel_states[];

/* An office that letters can be sent on to. */
struct target {
	const char *code;
	const char *name;
	const char *above; /* code of the office above it, or NULL */
	int64_t office;    /* its chain; 0: it keeps a register of its own, */
	const char *key;   /* which signs with this key; else NULL */
};
struct target_list {
	struct target *at;
	size_t n;
};
extern const struct error_kind TARGET_UNKNOWN; /* "target-unknown", 2 */
bool targets_load(struct store *st, int64_t office, struct arena *a,
		  struct target_list *list, struct error *err) MUST_CHECK;
/* One that keeps a register of its own, by its code. */
extern const struct error_kind OFFICE_NOT_KNOWN; /* "office-not-known", 3 */
bool known_office(struct store *st, int64_t office, const char *code,
		  struct arena *a, struct target *t,
		  struct error *err) MUST_CHECK;
/* By code or by name; NULL and TARGET_UNKNOWN. */
const struct target *target_find(const struct target_list *list,
				 const char *word, struct error *err);

/* A letter on its way to one office. */
struct sending {
	int64_t sending;    /* seq of the event that sent it on */
	const char *target; /* code of the office */
	const char *target_name;
	const char *elsewhere; /* id of its register's key; NULL: in ours */
	int64_t letter;
	const char *book; /* of that letter here */
	int year, number;
	const char *ref_no; /* under which it went out */
	struct date dated;
	const char *subject;
	const char *state; /* sending_states */
	moment sent_at;
	moment state_at;
	const char *accept_id; /* the number it got there; NULL = not yet */
	moment accepted_at;
	const char *by_name; /* who answered */
	const char *reason;
	moment recalled_at; /* asked back of an office elsewhere; 0 = no */
};
struct sending_list {
	struct sending *at;
	size_t n;
};

/* A letter that came from another office. */
struct parcel {
	int64_t parcel; /* seq of the event of its arrival */
	int number;     /* by which people name it */
	const char *from_register;
	const char *from_office;
	int64_t from_seq;
	const char *sender; /* name of the office */
	const char *ref_no;
	struct date dated;
	const char *subject;
	const char *urgency;
	const char *state; /* parcel_states */
	moment arrived_at;
	moment state_at;
	int64_t letter; /* the entry it became; 0 = none */
	const char *as_book;
	int as_year, as_number;
	const char *reason;
	int n_files;
};
struct parcel_list {
	struct parcel *at;
	size_t n;
};

extern const struct error_kind PARCEL_UNKNOWN; /* "parcel-unknown", 1 */

/* To each office one letter was sent, the newest sending first; and what the
   office sent in its last `acts` such acts. */
bool sendings_of_letter(struct store *st, int64_t office, int64_t letter,
			struct arena *a, struct sending_list *list,
			struct error *err) MUST_CHECK;
bool sendings_recent(struct store *st, int64_t office, int acts,
		     struct arena *a, struct sending_list *list,
		     struct error *err) MUST_CHECK;
/* It is with the office, or on its way there. */
bool sending_is_open(const struct sending *s);

/* What waits, the oldest first; the newest, whatever became of them. */
bool parcels_waiting(struct store *st, int64_t office, struct arena *a,
		     struct parcel_list *list, struct error *err) MUST_CHECK;
bool parcels_newest(struct store *st, int64_t office, int limit,
		    struct arena *a, struct parcel_list *list,
		    struct error *err) MUST_CHECK;
bool parcels_count(struct store *st, int64_t office, int64_t *n,
		   struct error *err) MUST_CHECK;
bool parcel_by_number(struct store *st, int64_t office, int number,
		      struct arena *a, struct parcel *p,
		      struct error *err) MUST_CHECK;

/* Who sent it, in words that hold in every register. */
struct origin {
	const char *register_id;
	const char *office;
	int64_t seq;
};
/* The parcel of such an event; *found tells. */
struct came {
	int64_t parcel;
	const char *state; /* parcel_states */
};
bool parcel_of_origin(struct store *st, int64_t office, const struct origin *o,
		      struct arena *a, struct came *came, bool *found,
		      struct error *err) MUST_CHECK;
/* What the office of that code in this register sent by an event to an office:
   the chain it is in, the letter, and where it stands. */
struct sent_row {
	int64_t office;
	int64_t letter;
	const char *state;
};
bool sending_of_origin(struct store *st, const struct origin *o,
		       const char *target, struct arena *a,
		       struct sent_row *row, bool *found,
		       struct error *err) MUST_CHECK;

/* The payload of the event of its arrival; a new reference. */
bool parcel_body(struct store *st, int64_t office, int64_t parcel,
		 json_t **body, struct error *err) MUST_CHECK;

#endif
