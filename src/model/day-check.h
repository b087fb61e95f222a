/* day-check.h -- while the chain is played again: one right page for each day
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_DAY_CHECK_H
#define MODEL_DAY_CHECK_H

#include "model/check.h"
#include "model/day.h"

/* What is known of the pages of one office, half-way through its chain. */
struct day_watch {
	const struct identity *identity;
	struct store *scratch; /* the state so far */
	struct check_report *report;
	struct arena *arena; /* of the findings */
	struct arena page;   /* of the page being closed */
	struct date due;     /* whose page is to be closed next */
	struct day should;   /* the page that the next event closes */
	bool lacks_words;    /* of an event of the page that is to be closed */
	bool is_closing;
};

void day_watch_start(struct day_watch *w, struct store *scratch,
		     const struct identity *id, struct arena *arena,
		     struct check_report *report);
void day_watch_done(struct day_watch *w);

/* Before an event is applied: is it on a day whose earlier pages are closed?
   What must the page say that it closes?  `before` is the hash of the event
   before it. */
bool day_watch_before(struct day_watch *w, const struct event *e,
		      const unsigned char before[DIGEST_SIZE],
		      struct error *err) MUST_CHECK;
/* After it was applied: does the page say that, and is it signed? */
bool day_watch_after(struct day_watch *w, const struct event *e,
		     struct error *err) MUST_CHECK;

/* Where no state follows any more: does the page at least say how the chain
   went up to it? */
void day_watch_chain(struct day_watch *w, const struct event *e,
		     const unsigned char before[DIGEST_SIZE]);

#endif
