/* duty.h -- what a letter asks for, by when, and whose it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_DUTY_H
#define MODEL_DUTY_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

#include "model/choices.h"

struct actor;
struct letter_file;
struct viewer;

#define DUTY_OPEN "open"
#define DUTY_DONE "done"
#define DUTY_WAIVED "waived"
extern const struct choice duty_states[];

/* Through what a report goes: duty_where_kinds. */
extern const struct choice duty_where_kinds[];

/* Which period a report is about, by how many it lies before its day. */
extern const struct choice duty_abouts[];

/*
 * A duty belongs to a letter.  Its days stand in the register as they were
 * worked out when it was added or changed: what is due does not move by
 * itself.  A rule without an end has days for DUTY_AHEAD days, and gets more
 * before anybody's next act once fewer than DUTY_LEAST are left.
 */
enum { DUTY_AHEAD = 400, DUTY_LEAST = 370 };
/* No duty has more: daily for three years. */
enum { DUTY_ROWS_MAX = 1100 };

struct duty {
	int64_t id; /* seq of the event that added it */
	int nth;    /* which of the letter's, from 1 */
	const char *what;
	const char *words; /* the days as the letter says them, or NULL */
	/* Whose it is; neither: whoever has the letter. */
	const char *owner_post;
	const char *owner_division;
	const char *owner_name;    /* of either */
	const char *division_post; /* that heads the division */
	struct date first;
	struct date from_day; /* of a whole week; year 0 = a day */
	const char *rrule;    /* RFC 5545; NULL = once */
	int after_receipt; /* first is so many days after it; 0 = it is not */
	bool working_days; /* ... counted */
	int behind;        /* it reports on the period so many before */
	struct date ahead; /* rows up to here; year 0 = all of them */
	bool is_proposed;  /* read with a doubt; nobody has confirmed it */
	const char *form;
	int pictures, copies; /* 0 = not asked for */
	const char *unit;     /* of its figures, or NULL */
	int target;           /* 0 = none */
	const char *state;    /* duty_states */
};

/* What an office above asked: the first of a duty counts. */
struct duty_asked {
	int64_t duty;
	const char *asked_by;
	struct date first, from_day;
	const char *rrule;
	const char *words;
};

struct duty_where {
	int64_t duty;
	const char *kind; /* duty_where_kinds */
	const char *name; /* as the letter has it */
	const char *link; /* or NULL */
};

/* One day of it. */
struct duty_row {
	int64_t duty;
	int period;       /* from 1 */
	const char *name; /* of the period it reports on: "2569-01" */
	struct date from_day;
	struct date due;      /* as written */
	struct date last_day; /* the last working day up to it */
	const char *state;
	moment state_at; /* 0 while open */
	const char *by_name, *by_post;
	const char *reply_book; /* the letter that answers it, or NULL */
	int reply_year, reply_number;
	const char *ref;
	int files, first_file; /* of the letter's, from 1 */
	bool has_figure;
	int64_t figure;
	const char *note;
	const char *reason; /* why waived, or open again */
};

extern const struct row_type duty_type, duty_asked_type, duty_where_type,
    duty_row_type;

/* An open day with its letter, whose words are out where the viewer may not
   read it: such a day has no `what'. */
struct duty_due {
	int64_t id; /* of the duty */
	int nth;
	const char *what;
	const char *rrule;
	bool is_proposed;
	const char *owner_post, *owner_division, *owner_name;
	const char *with_post; /* with whom it is; NULL: the divisions that it
				  was given to, or else the clerk */
	int period;
	const char *name;
	struct date from_day, due, last_day;
	int64_t letter;
	const char *book;
	int year, number;
	const char *subject, *sender, *secrecy, *urgency;
	int urgency_rank;
	const char *letter_state, *at_post;
	const char *places; /* where it goes, " · " between, or NULL */
	moment known_at;    /* since when the register has the duty */
};
struct duty_due_list {
	struct duty_due *at;
	size_t n;
};

/*
 * Open days up to and with a day, the nearest first; only those with a post of
 * the viewer's where `mine' says so.  Days of letters that the viewer may not
 * read are left out.  `clerk' is the lowest post of the chain.
 */
bool duties_open(struct store *st, const struct viewer *by, const char *clerk,
		 bool mine, struct date until, struct arena *a,
		 struct duty_due_list *list, struct error *err) MUST_CHECK;

/* When a day is to be seen to, as of today: what is due on a day without work
   is so on the last working day before, and overdue after the day itself. */
enum duty_when {
	DUTY_OVERDUE,
	DUTY_TODAY,
	DUTY_WEEK,  /* up to Sunday */
	DUTY_MONTH, /* up to the month's last day */
	DUTY_LATER,
	DUTY_WHENS
};
extern const struct choice duty_whens[]; /* by enum duty_when */
enum duty_when duty_when(struct date due, struct date last_day,
			 struct date today);

/* Of one letter: the duty of that number or NULL; the rows and places of a
   duty are neighbours in the file's lists. */
const struct duty *duty_nth(const struct letter_file *f, int nth);
size_t duty_rows_of(const struct letter_file *f, const struct duty *d,
		    const struct duty_row **rows);
size_t duty_asked_of(const struct letter_file *f, const struct duty *d,
		     const struct duty_asked **asked);
size_t duty_where_of(const struct letter_file *f, const struct duty *d,
		     const struct duty_where **where);
/* Does its rule go on without an end, whatever became of its days? */
bool duty_is_endless(const struct duty *d);
/* How many of its days are open; the earliest, or NULL. */
size_t duty_open_rows(const struct letter_file *f, const struct duty *d,
		      const struct duty_row **first);
/* Is anything still open on the letter? */
bool duties_are_open(const struct letter_file *f);

/* How near an office is to a local one, by its name: 1 the district, 2 the
   province, 3 a department, 4 a ministry.  One whose name does not say writes
   to us all the same, so that it is near: 2. */
int office_nearness(const char *name);

/* ------------------------------------------------------------ its days */

struct duty_rule {
	struct date first, from_day;
	const char *rrule;
	int behind;
};

/* What a report of such a rule is about where nobody says: a month has hardly
   begun on its tenth day, so it is the month before. */
int duty_rule_behind(const char *rrule);

/*
 * The days of a rule after one day (year 0: from the first on) up to another,
 * with the last working day of each, numbered from `period' on.  What ends by
 * itself has all its days, whatever `until' says, and *endless is false.
 */
struct holidays; /* model/workday.h */
struct duty_days {
	struct duty_row *at;
	size_t n;
	bool endless;
};
bool duty_rule_days(const struct duty_rule *rule, struct date after,
		    struct date until, int period, const struct holidays *h,
		    struct arena *a, struct duty_days *days,
		    struct error *err) MUST_CHECK;

#endif
