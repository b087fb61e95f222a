/* collect.h -- a duty that many answer for, and the whole of what they gave */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_COLLECT_H
#define MODEL_COLLECT_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

#include "model/choices.h"

/*
 * A duty is handed down to many: divisions, other offices, and names that
 * stand in no register.  Each gives a figure, a note and what shows it for
 * each period of the duty; who gave nothing is missing.  A figure may be
 * corrected: what stood there stays readable.  The whole of a period goes up
 * in one letter; what comes or changes after that is told as such.
 */

/* How a report came: given by whoever heads the division, from another office
   of the register, in a signed file; or the asker's clerk wrote down what was
   told on paper or by telephone. */
#define COLLECTED_HERE "here"
#define COLLECTED_REGISTER "register"
#define COLLECTED_FILE "file"
#define COLLECTED_PAPER "paper"
#define COLLECTED_TELEPHONE "telephone"
extern const struct choice collected_ways[];
/* The two that a clerk chooses from. */
extern const struct choice collected_told_ways[];

struct collection {
	int64_t duty;
	int64_t letter;
	const char *unit; /* of the figure; NULL: none is asked for */
	int64_t target;   /* of all together; 0 = the sum of the shares */
	bool is_running;  /* a figure is the whole up to its period */
};

struct collected_from {
	int64_t duty;
	int position;
	const char *division; /* NULL for others */
	const char *post;     /* that heads it */
	const char *place;    /* code of another office, or NULL */
	const char *name;
	int64_t share; /* of the target; 0 = not said */
	int since;     /* the first period it is asked for */
};

struct collected {
	int period;
	int position;
	int64_t seq; /* of the event that gave it; 0: only nudged */
	bool has_figure;
	int64_t figure;
	const char *note;
	const char *ref;
	int files, first_file; /* of the letter's, from 1 */
	const char *how;       /* collected_ways */
	moment at;
	const char *by_name, *by_post;
	const char *reason; /* why it stands in place of another */
	bool is_after;      /* given when the whole had been sent up */
	int64_t from_seq;   /* of the event in the chain of who gave it */
	moment nudged_at;
	int nudges;
};

/* What stood there before. */
struct collected_before {
	int period;
	int position;
	int64_t seq;
	bool has_figure;
	int64_t figure;
	const char *note;
	const char *ref;
	moment at;
	const char *by_name;
};

struct collection_sent {
	int period;
	const char *book; /* the letter that took it up */
	int year, number;
	const char *ref;
	int64_t figure, total;
	int given;
	const char *missing; /* names, or NULL */
	const char *reason;
	moment at;
	const char *by_name;
};

/* Of a duty of ours: the office above that collects it. */
struct collector {
	int64_t duty;
	const char *from_register; /* uuid */
	const char *from_office;   /* code */
	int64_t from_duty;
	const char *name;
	const char *unit;
	int64_t share;
	bool is_running;
	moment nudged_at;
	const char *nudged_for; /* name of the period */
};

extern const struct row_type collected_from_type, collector_type;

/* All of one collection, in the arena. */
struct collect {
	struct collection it;
	struct collected_from *from;
	size_t n_from;
	struct collected *given;
	size_t n_given;
	struct collected_before *before;
	size_t n_before;
	struct collection_sent *sent;
	size_t n_sent;
};
/* *found: was the duty handed down?  `from' are those of the letter's file
   (struct letter_file) or all there are. */
bool collect_load(struct store *st, int64_t office, int64_t duty,
		  struct arena *a, struct collect *c, bool *found,
		  struct error *err) MUST_CHECK;

/* Is it asked for this period? */
bool collected_is_asked(const struct collected_from *f, int period);
/* What one gave for a period, or NULL; nudges alone are nothing given. */
const struct collected *collect_given(const struct collect *c, int period,
				      int position);
/* When it was given first, before it was corrected. */
moment collect_first_at(const struct collect *c, const struct collected *given);
const struct collected *collect_nudged(const struct collect *c, int period,
				       int position);
const struct collection_sent *collect_sent(const struct collect *c, int period);
/* What one gave up to and with a period: the sum of its figures, or the last
   of them where they run on.  False: no figure. */
bool collect_total(const struct collect *c, int period, int position,
		   int64_t *total);

/* The whole of a period. */
struct collect_sum {
	int asked, given; /* how many */
	int64_t figure;   /* of the period */
	int64_t total;    /* up to and with it */
	int64_t target;   /* 0 = none */
};
struct collect_sum collect_sum(const struct collect *c, int period);
/* Whole percent, rounded down; -1 where there is no target. */
int collect_percent(int64_t total, int64_t target);

#endif
