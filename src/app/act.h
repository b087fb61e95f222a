/* act.h -- one writing act on its way: from a request to an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_ACT_H
#define APP_ACT_H

#include "model/ledger.h"
#include "model/route.h"

#include "app/action.h"
#include "app/clock.h"
#include "app/looks.h"

/* A file in memory that is to be kept with the letter. */
struct act_file {
	const char *name; /* words, no path */
	const char *bytes;
	size_t n;
	const char *type; /* MIME, or NULL: by its first bytes */
};

struct act {
	struct session *s;
	const struct request *r;
	const unsigned char *id; /* the request's, or made from it: for each
				    further letter */
	const char *number;      /* of the letter it is about, or NULL */
	struct arena *arena;
	struct actor actor;       /* who, as of now */
	struct standing standing; /* letter, posts, divisions as they are */
	struct entry entry;       /* what will be written; body is an object */
	struct further *also;     /* what is written with it: act_also() */
	uint32_t n_derived;       /* act ids made from .id */
	struct clock_state clock; /* as the act found it */
	moment at;                /* when: never before the last event */
	struct act_file *files;   /* besides those that --attach names */
	size_t n_files;
	json_t *exchange;           /* what a file of another office held */
	const struct ics *calendar; /* what a calendar file held, or NULL */
	const char *message_id;     /* of the message it came in, or NULL */
	bool has_pin;               /* ... was given for it: app/pin.h */
	bool is_abroad;             /* has written another office's chain */
	json_t *told;    /* of the answer, beside its event; NULL = none */
	json_t *remarks; /* sentences about what was read; NULL = none */
};

/* Values of the request, normalised (SARA AM, one line where the option is
   one), NULL when not given or blank; in the arena. */
const char *act_text(struct act *act, const char *option);
const char *act_text_at(struct act *act, const char *option, size_t i);
const char *act_operand(struct act *act, size_t i);
/* A date given as option, as ISO text, or NULL; NULL with err set when it is
   none. */
bool act_date(struct act *act, const char *option, const char **iso,
	      struct error *err) MUST_CHECK;

/* Put a value into the event's body; NULL text is left out. */
void act_put(struct act *act, const char *key, const char *text);
void act_put_int(struct act *act, const char *key, int64_t value);
void act_put_json(struct act *act, const char *key, json_t *value);
/* ... that it is done on what the same person proposed in another post. */
void act_put_own_proposal(struct act *act);
/* ... the person whose login an operand is: person, login, name. */
bool act_put_person(struct act *act, size_t operand, struct actor *person,
		    struct error *err) MUST_CHECK;

/*
 * An act may write several events, all or none.  The one in act->entry has
 * the act id; the others have ids derived from it.
 *
 * act_also: a further event, to be filled by the decision; the act owns it
 * and appends it after act->entry, in the order asked for.
 */
struct entry *act_also(struct act *act, const char *kind);
/* Appends an event now; for what is written before the decision is made.  The
   entry's body is used up; *e lives in the act's arena. */
bool act_write(struct act *act, struct entry *entry, struct event *e,
	       struct error *err) MUST_CHECK;
/* For act.c: all that the decision put together, first act->entry, as *e. */
bool act_write_all(struct act *act, struct event *e,
		   struct error *err) MUST_CHECK;
void act_drop_also(struct act *act);

/* For act.c: decides as things stand, writes, and answers; inside the
   transaction. */
bool act_one(struct act *act, json_t **answer, struct error *err) MUST_CHECK;
/* What it has to tell goes into the answer, beside its event. */
void act_add_told(const struct act *act, json_t *answer);
/* All that was put together for it is dropped, but the arena. */
void act_done(struct act *act);

/* Logins and codes stand in file names, key lists and scripts. */
bool act_check_code(const char *word, struct error *err) MUST_CHECK;

/* What must stand in the office's chain before anybody's next act; then
   act->at is set.  For acts that no action row decides. */
bool act_write_before(struct act *act, struct error *err) MUST_CHECK;

/* Add to the answer, which takes the value: a key of it; a sentence that a
   person should see, though it was done. */
void act_tell(struct act *act, const char *key, json_t *value);
void act_remark(struct act *act, const char *sentence);
/* Writes what stands to be written before anybody's next act, and no more; *n
   gets how many events that was. */
bool act_before_only(struct session *s, const struct request *r, size_t *n,
		     struct error *err) MUST_CHECK;

/* For a prepare that leaves something behind: would it be done as things
   stand?  *done when it was, under this act id, and nothing is to prepare. */
bool act_rehearse(struct act *act, bool *done, struct error *err) MUST_CHECK;

/* The rules refused it for a reason that is no route: "rule", 3. */
extern const struct error_kind RULE_REFUSED;

/* Parts of decisions that several share. */

/* For a register being founded: makes its key, and puts it. */
bool key_put_first(struct act *act, struct error *err);
/* Closes the days behind us that nobody closed, of an office, before anything
   else is written in its chain; of the session's own. */
bool day_close_office(struct act *act, int64_t office, struct error *err);
bool day_close_before(struct act *act, struct error *err);
/* Who sends, in words that hold in every register: the event that act->entry
   will be.  A new reference. */
bool act_origin(struct act *act, json_t **from, struct error *err) MUST_CHECK;
/* Whether a uuid that came with a letter or a duty is this register's. */
bool act_is_of_this_register(struct act *act, const char *uuid, bool *is,
			     struct error *err) MUST_CHECK;
/* For a receipt: puts the cancelled entry it replaces, when one is named. */
bool cancel_replaced(struct act *act, struct error *err);

#endif
