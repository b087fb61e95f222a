/* stats.h -- how many letters come, how long they lie, how many are open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_STATS_H
#define MODEL_STATS_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

/*
 * The statistics of a period, for the dashboard, the page and programs alike.
 * A letter is of the day on which it came, as the register states it.  What
 * was cancelled is not counted, but as a number.  Secret letters count where
 * the register shows them to everybody, too: days, months, urgency, kind,
 * posts; not by sender, by division, or among the slowest.
 */

/* What is asked for.  Days after today are left out. */
struct stats_wish {
	int64_t office;
	struct date from, to; /* both included */
	moment now;
	const char *division; /* only letters it was given; NULL: all */
};

/* How long a number of stays took, in microseconds: exactly.  The median of an
   even number lies halfway between the two in the middle; nine in ten took no
   longer than `ninetieth`, which is one of them (nearest rank). */
struct stats_time {
	int64_t median, ninetieth, longest;
};

/* One day, or the days of a month together. */
struct stats_day {
	struct date day; /* of a month: its first day that is counted */
	int came;        /* received */
	int sent;        /* letters of the office's own */
	int ended;       /* done, or filed by order */
	int open;        /* at the end of the day: received and not ended */
};

struct stats_named {
	const char *code; /* as stored */
	const char *name;
	int n;
};
struct stats_names {
	struct stats_named *at;
	size_t n;
};

/* Stays at a post or with a division.  Those that are not over count in n_open
   and, as long as they are by now, in longest. */
struct stats_place {
	const char *code, *name;
	int n, n_open;
	struct stats_time calendar, office; /* of those that are over */
	/* Of its duties: reports due in the period and today or before, how
	   many of them were done by their day, and how many are still open. */
	int reports, on_time, overdue;
};
struct stats_places {
	struct stats_place *at;
	size_t n;
};

/* One of the slowest. */
struct stats_letter {
	const char *book;
	int year, number;
	const char *subject; /* or NULL */
	const char *where;   /* with whom it lies; NULL when it is through */
	moment came_at, ended_at; /* 0: not yet */
	int64_t calendar, office;
};
struct stats_letters {
	struct stats_letter *at;
	size_t n;
};

/* What became of the numbers of a book. */
struct stats_book {
	const char *book;
	int year;
	int given, reserved, voided, cancelled, lost;
};
struct stats_books {
	struct stats_book *at;
	size_t n;
};

enum { STATS_SLOWEST = 10, STATS_SENDERS = 10, STATS_YEARS_MAX = 20 };

struct stats {
	struct date from, to;
	const char *division_name; /* NULL: all of the office */
	struct stats_day *days;    /* up to today */
	size_t n_days;
	struct stats_day *months;
	size_t n_months;
	struct stats_day all;       /* of the period; open: at its end */
	int open_before;            /* when it began */
	struct stats_names senders; /* the most first */
	struct stats_names urgencies, kinds;
	int n_secret; /* of those that came: by no sender */
	struct stats_places posts, divisions;
	struct stats_letters slowest;
	struct stats_books books;
	int reports, on_time, overdue; /* of the whole office */
};

/* Everything lives in the arena. */
bool stats_read(struct store *st, const struct stats_wish *wish,
		struct arena *a, struct stats *s, struct error *err) MUST_CHECK;

/* Microseconds as they are told: whole minutes, so that all who tell them tell
   the same. */
int64_t stats_minutes(int64_t microseconds);

#endif
