/* morning.h -- what a desk has to know this morning */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_MORNING_H
#define APP_MORNING_H

#include "model/duty.h"
#include "model/hours.h"
#include "model/office.h"
#include "model/remind.h"
#include "model/roster.h"

#include "app/action.h"
#include "app/session.h"

/* The parts of the list, in its order; what stands in one stands in no other
   before it. */
enum morning_part {
	MORNING_OVERDUE,  /* duties of the desk, past their day */
	MORNING_TODAY,    /* ... due */
	MORNING_SOON,     /* ... the first reminder of which has been */
	MORNING_RISEN,    /* duties of others that have risen to it */
	MORNING_LYING,    /* letters that lie too long with others */
	MORNING_REPORT,   /* reports that divisions were asked for */
	MORNING_CIRCULAR, /* goes round, and is not noted */
	MORNING_PAPER,    /* paper on the way to it */
	MORNING_WAITING,  /* letters that lie on it, the longest first */
	MORNING_PARTS
};
/* Their names for programs, and their headings. */
extern const struct choice morning_parts[];
/* Of what waits, so many are listed. */
enum { MORNING_LONGEST = 5 };

/* A letter that lies, circulates, whose paper is on the way, or for which a
   report is asked. */
struct morning_row {
	int64_t id;
	const char *book;
	int year, number;
	const char *subject, *sender, *secrecy, *urgency;
	int urgency_rank;
	const char *post; /* with whom; NULL: with the person */
	int64_t person;
	moment since;
	moment taken_at;   /* a division has taken it: it works on it */
	struct date until; /* by when to note it, or to report */
	const char *from_name;
};
struct morning_rows {
	struct morning_row *at;
	size_t n;
};

/* A division has the letter of a duty: who heads it. */
struct morning_owner {
	int64_t letter;
	const char *post;
};

/* The office at a moment, read once for any number of desks.  Letters that the
   asker may not read are not in it; of others that are secret no words. */
struct morning {
	moment now;
	struct date today;
	bool is_workday;
	struct policies policies;
	struct post_list posts;
	struct roster roster;
	struct holidays holidays;
	struct hours_table hours_table;
	struct hours hours;
	struct duty_due_list duties;
	struct morning_owner *owners; /* of duties that are with no post */
	size_t n_owners;
	struct morning_rows letters, circulated, papers, reports;
};
/* Of the session's office; on a day other than today as if nothing happened
   until then. */
bool morning_load(struct session *s, struct date on, struct arena *a,
		  struct morning *m, struct error *err) MUST_CHECK;
/* Without what circulates and what papers are on the way: for who has these
   elsewhere. */
bool morning_load_reminders(struct session *s, struct date on, struct arena *a,
			    struct morning *m, struct error *err) MUST_CHECK;

struct morning_item {
	enum morning_part part;
	const struct morning_row *row; /* NULL: it is a day of a duty */
	const struct duty_due *due;
	struct reminded told;  /* of a duty */
	const struct post *of; /* risen, lying: whose it is */
	int64_t lain;          /* office time, in microseconds */
	bool is_late;          /* ... longer than the office has settled */
};

/* Whose desk: the posts used there, and who notes there what circulates. */
struct morning_desk {
	const char *login; /* NULL: that of a post */
	const char *name;  /* of the person; of who is at the post, or NULL */
	struct held_post *posts;
	size_t n_posts;
	int64_t *persons;
	size_t n_persons;
	struct morning_item *at; /* by part */
	size_t n;
	int count[MORNING_PARTS]; /* of MORNING_WAITING all there are */
};
/* Whose it is must be there; fills the rest. */
void morning_fill(const struct morning *m, struct arena *a,
		  struct morning_desk *desk);
void morning_of_actor(const struct actor *actor, struct arena *a,
		      struct morning_desk *desk);
void morning_of_post(const struct morning *m, const struct post *post,
		     struct arena *a, struct morning_desk *desk);

/* An open day of a letter that is near or past, and to whom it has risen. */
struct morning_told {
	int64_t duty;
	int period;
	struct reminded told;
	const struct post *risen_to; /* NULL: it is where it was */
};
struct morning_told_list {
	struct morning_told *at;
	size_t n;
};
bool morning_of_letter(struct session *s, int64_t letter, struct arena *a,
		       struct morning_told_list *list,
		       struct error *err) MUST_CHECK;

#endif
