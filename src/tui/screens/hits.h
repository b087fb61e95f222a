/* hits.h -- what a search has found so far, as a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_HITS_H
#define TUI_SCREENS_HITS_H

#include "app/look.h"

#include "tui/list.h"
#include "tui/screens/letter-row.h"

/* What is looked for: words and filters, a line of app/query.h. */
struct wanted {
	const char *line;
	bool mine; /* only what waits for me */
};

/*
 * A search runs in parts, between which keys are asked for.  What is shown
 * stays until the search that shall take its place has found as much, so that
 * nothing flickers while one types or others register.  Starts as { 0 }.
 */
struct hits {
	struct search shown;
	struct search next; /* under way to take its place */
	bool has_shown;
	bool has_next;
	size_t next_wants; /* hits that it is shown with */

	struct arena arena; /* of rows and keys */
	struct letter_row *rows;
	struct row_key *keys;
	size_t max; /* rows there is room for */
	struct list list;
};

void hits_done(struct hits *h);

/* Searches for another line, or for the same once more (is_again): then the
   chosen letter stays chosen.  False, with what is shown as it was, when the
   line cannot be understood. */
bool hits_search(struct hits *h, struct tui *t, const struct wanted *wanted,
		 bool is_again, struct error *err) MUST_CHECK;
/* Nothing is looked for. */
void hits_clear(struct hits *h);

/* Whether there is something to do before the rows in sight, and some pages
   behind them, are known. */
bool hits_are_wanted(const struct hits *h);
/* Does a part of it: some hundredths of a second. */
bool hits_work(struct hits *h, struct tui *t, struct error *err) MUST_CHECK;

/* NULL when there is none. */
const struct letter *hits_chosen(const struct hits *h);

/* A hit takes two lines: what the letter is, and where the words stand in it,
   with some of what stands around them. */
enum { HIT_LINES = 2 };
void hits_draw_heading(const struct hits *h, struct area a);
void hits_draw(const struct hits *h, const struct marks *marks, struct area a);
/* For screen_ops.in_sight. */
const struct letter *hits_in_sight(const struct hits *h, size_t i);

#endif
