/* action.h -- the one table of what the program can do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_ACTION_H
#define APP_ACTION_H

#include <jansson.h>

#include "base/digest.h"

#include "model/letter.h"

#include "app/session.h"
#include "app/used.h"

/* What the value of an option or operand is; decides how it is checked, and
   which field a form shows for it. */
enum value_kind {
	VALUE_LINE,      /* text of one line */
	VALUE_TEXT,      /* text of several lines */
	VALUE_DATE,      /* base/date.h date_parse() */
	VALUE_MOMENT,    /* moment_parse_near() */
	VALUE_NUMBER,    /* a whole number from 1 */
	VALUE_LETTER,    /* 144/2569, 144, Thai digits too */
	VALUE_CHOICE,    /* one of .choices */
	VALUE_POST,      /* code or name of a post */
	VALUE_DIVISION,  /* code or name of a division */
	VALUE_OFFICE,    /* code of an office */
	VALUE_ADDRESSEE, /* code of a division or login of a person */
	VALUE_FILE,      /* a path */
	VALUE_FLAG,      /* no value */
	VALUE_SECRET,    /* typed unseen; never a word of a command line */
};

enum option_flag {
	OPTION_REQUIRED = 1, /* asked for when missing */
	OPTION_MANY = 2,     /* may be given again and again */
	OPTION_HIDDEN = 4,   /* in forms only once it is lacking */
	OPTION_PAST = 8,     /* a date behind us: date_parse_near() */
	OPTION_LONG = 32,    /* a text as long as a letter's, or a bundle's */
	OPTION_REPEATS = 16, /* often as in the letter before: may be kept */
	OPTION_CHOSEN = 64,  /* a secret that is chosen now, not told */
};

struct option {
	const char *name;    /* "note" for --note */
	const char *metavar; /* "TEXT" */
	const char *label;   /* N_(), beside the field of a form */
	enum value_kind kind;
	unsigned flags;               /* enum option_flag */
	const struct choice *choices; /* VALUE_CHOICE */
	const char *phrases; /* a set of stock phrases, data/phrases.conf */
	enum used_kind used; /* where its words were used before */
	const char *help;    /* N_(), one sentence */
};

enum action_need {
	NEED_REGISTER = 1,   /* an open register */
	NEED_WRITE = 2,      /* that may be written */
	NEED_LETTER = 4,     /* first operand is a letter's number */
	NEED_ADMIN = 8,      /* who keeps people and posts: ROLES_KEEP */
	NEED_TERMINAL = 16,  /* the command line itself does it */
	NEED_WISH = 32,      /* writes if it may, and looks if not */
	NEED_READER = 64,    /* of the letter, when it is secret */
	NEED_NO_CLOCK = 128, /* done even while the clock is in doubt */
	TELL_JOURNAL = 256,  /* the machine's log hears how it went */
	NEED_PAPER = 512,    /* takes a number: first paper, after a restore */
	NEED_HOST = 1024,    /* at the machine itself: app/reach.h */
	NEED_OUT = 2048,     /* ... of a letter that goes out */
};

/* One asked-for act: name, operands, options, act id.  All borrowed. */
struct argument {
	const char *name; /* an option's name, or NULL for an operand */
	const char *value;
};
struct request {
	const struct action *action;
	const struct argument *at;
	size_t n;
	unsigned char act_id[ID_SIZE]; /* made when the form opened */
};

struct act; /* app/act.h */

/* A row of an answer that is a list, borrowed; false stops, which is no
   failure. */
typedef bool (*answer_row_fn)(void *ctx, json_t *row);

struct action {
	const char *name;             /* "endorse", "person add" */
	const char *operands;         /* "NUMBER", "LOGIN NAME", "[COMMAND]" */
	const struct option *options; /* ended by { 0 }; may be NULL */
	unsigned needs;               /* enum action_need */
	unsigned roles; /* enum role: who may; 0 = as usual, action_roles() */
	const char *title; /* N_(), what a form is headed */
	const char *help;  /* N_(), one sentence */
	/* A writing act: the kind of its first event, and the other that it may
	   have (or NULL); what is said when it is done, N_(), with the letter's
	   number in place of %s; and the decision: from the state inside the
	   transaction to that event, or a refusal. */
	const char *event;
	const char *or_event;
	const char *said;
	/* For an act that may be done to several letters at once, "NUMBER...":
	   what is said then, N_(), with their numbers in place of %s.  Each is
	   decided by itself, all or none (app/many.h); no .prepare, no
	   .settle. */
	const char *many;
	bool (*decide)(struct act *act, struct error *err);
	/* An option that these values need, beside those always required, or
	   NULL; optional. */
	const char *(*lacks)(const struct request *r, moment now);
	/* Work that must not hold the gate (copying files); optional. */
	bool (*prepare)(struct act *act, struct error *err);
	/* Work that only the register as it now is allows (taking files away):
	   after the commit, and again when it is asked again; optional.  What
	   it cannot do it puts into act->remarks. */
	void (*settle)(struct act *act);
	/* What prepare left behind is good without the event, which could not
	   be written: says so in err, over the reason; optional. */
	void (*untold)(struct act *act, struct error *err);
	/* What a form begins with, beside what was given; optional. */
	bool (*fill)(struct session *s, const struct request *r,
		     struct arena *a, struct request *filled,
		     struct error *err);
	/* A looking act: its answer as data. */
	bool (*look)(struct session *s, const struct request *r,
		     json_t **answer, struct error *err);
	/* ... and its rows one by one, where they may be more than memory
	   should hold; optional. */
	bool (*each)(struct session *s, const struct request *r,
		     answer_row_fn row, void *ctx, struct error *err);
};

extern const struct action actions[]; /* ended by { 0 } */
/* NULL when there is none. */
const struct action *action_find(const char *name);
/* What follows that word in its name: "add" of "person add" behind "person";
   NULL when the name has no such first word, or nothing behind it. */
const char *action_behind(const struct action *a, const char *first);
/* Which roles may: those of its row; else who keeps the office (NEED_ADMIN),
   works on letters (NEED_WRITE with NEED_LETTER), writes for himself, or
   reads. */
unsigned action_roles(const struct action *a);
const struct option *action_option(const struct action *a, const char *name);

/* What a word of .operands stands for; `word` may go on with other words. */
const struct option *operand_option(const char *word);
/* ... and what the i-th operand of an action is; NULL when it takes none. */
const struct option *action_operand(const struct action *a, size_t i);

/* First value given for an option, or NULL; the i-th; the i-th operand. */
const char *request_value(const struct request *r, const char *name);
const char *request_value_at(const struct request *r, const char *name,
			     size_t i);
const char *request_operand(const struct request *r, size_t i);

extern const struct error_kind REQUEST_MISSING; /* "missing", 2 */
extern const struct error_kind REQUEST_WRONG;   /* "wrong-value", 2 */

/* Everything wrong in the values themselves (a date that does not exist, a
   missing note), all at once: for a form to show beside its fields.  Returns
   how many, at most max are stored.  `now` decides what "15" means. */
struct fault {
	const char *name; /* option, or NULL for an operand */
	struct error error;
};
size_t request_faults(const struct request *r, moment now, struct fault *faults,
		      size_t max);

/* The same of one value, as it is typed. */
bool option_is_wrong(const struct option *o, const char *value, moment now,
		     struct error *err);

/* A date as the option takes it. */
bool option_date(const struct option *o, const char *value, struct date today,
		 struct date *d, struct error *err) MUST_CHECK;

/*
 * Does it.  A writing act passes the gate, answers what it did before when
 * the act id is known, else decides, appends the event and commits.  *answer
 * is new (json_decref by the caller).
 */
bool action_run(struct session *s, const struct request *r, json_t **answer,
		struct error *err) MUST_CHECK;

/* A looking act with .each: its rows, without keeping them. */
bool action_each(struct session *s, const struct request *r, answer_row_fn row,
		 void *ctx, struct error *err) MUST_CHECK;

/*
 * May this person do this to this letter now?  false and the reason, in the
 * words of the rule and who may.  number NULL for acts without a letter.
 */
bool action_may(struct session *s, const struct action *a, const char *number,
		struct error *err) MUST_CHECK;

/*
 * Looking at a letter that lies with the asker and has not been opened is the
 * act `open`: from then on it can no longer be recalled.  Does nothing, and
 * succeeds, for everybody else and where nothing may be written.
 */
bool action_open(struct session *s, const char *number, bool *is_done,
		 struct error *err) MUST_CHECK;

/* What a writing act did, in a sentence for the status line.  Caller frees. */
char *answer_sentence(const struct action *a, const json_t *answer);

#endif
