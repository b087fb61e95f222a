/* hits.c -- what a search has found so far, as a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/hits.h"

#include <string.h>

#include "tui/loop.h"

/* Pages behind the rows in sight for which a search goes on. */
enum { PAGES_AHEAD = 3 };

void
hits_done(struct hits *h)
{
	hits_clear(h);
}

void
hits_clear(struct hits *h)
{
	if (h->has_shown)
		look_search_end(&h->shown);
	if (h->has_next)
		look_search_end(&h->next);
	arena_done(&h->arena);
	*h = (struct hits){.list = {.rows = h->list.rows}};
}

const struct letter *
hits_chosen(const struct hits *h)
{
	return h->has_shown && h->list.n > 0 ? &h->shown.at[h->list.at].letter
					     : NULL;
}

const struct letter *
hits_in_sight(const struct hits *h, size_t i)
{
	return h->has_shown && i < list_in_sight(&h->list)
		   ? &h->shown.at[h->list.top + i].letter
		   : NULL;
}

bool
hits_search(struct hits *h, struct tui *t, const struct wanted *wanted,
	    bool is_again, struct error *err)
{
	if (h->has_next)
		look_search_end(&h->next);
	h->next_wants = is_again && h->has_shown ? h->shown.n : 0;
	h->has_next =
	    look_search_begin(t->session, wanted->line, &h->next, err);
	if (!h->has_next)
		look_search_end(&h->next);
	else if (wanted->mine)
		look_search_mine(&h->next);
	return h->has_next;
}

/* Rows that are there already stay as they were made. */
static void
make_rows(struct hits *h, const struct tui *t, size_t from)
{
	size_t n = h->shown.n;

	if (n > h->max) {
		size_t max = 2 * n;
		struct letter_row *rows =
		    arena_array(&h->arena, max, sizeof(*rows));

		if (from > 0)
			memcpy(rows, h->rows, from * sizeof(*rows));
		h->rows = rows;
		h->keys = arena_array(&h->arena, max, sizeof(*h->keys));
		h->max = max;
	}
	for (size_t i = from; i < n; i++)
		letter_row_fill(&h->rows[i], t, &h->shown.at[i].letter,
				&h->arena);
	/* What was found may have moved. */
	for (size_t i = 0; i < n; i++) {
		h->rows[i].letter = &h->shown.at[i].letter;
		h->keys[i] = (struct row_key){{(int64_t)i}};
	}
}

static void
take_rows(struct hits *h)
{

	h->list.lines = HIT_LINES;
	list_take_all(&h->list,
		      (struct list_piece){.keys = h->keys, .n = h->shown.n});
}

static size_t
place_of(const struct search *q, int64_t letter)
{
	for (size_t i = 0; i < q->n; i++)
		if (q->at[i].letter.id == letter)
			return i;
	return 0;
}

/* The search under way takes the place of what is shown. */
static void
show_next(struct hits *h, const struct tui *t)
{
	const struct letter *before = h->next_wants ? hits_chosen(h) : NULL;
	size_t at = before ? place_of(&h->next, before->id) : 0;

	if (h->has_shown)
		look_search_end(&h->shown);
	h->shown = h->next;
	h->has_shown = true;
	h->has_next = false;
	arena_done(&h->arena);
	h->max = 0;
	if (!before)
		h->list = (struct list){.rows = h->list.rows};
	make_rows(h, t, 0);
	h->list.aim = (struct row_key){{(int64_t)at}};
	take_rows(h);
}

static size_t
rows_wanted(const struct hits *h)
{
	int rows = h->list.rows > 0 ? h->list.rows : 1;

	return h->list.top + PAGES_AHEAD * (size_t)rows;
}

bool
hits_are_wanted(const struct hits *h)
{
	return h->has_next || (h->has_shown && !h->shown.is_complete &&
			       h->shown.n < rows_wanted(h));
}

bool
hits_work(struct hits *h, struct tui *t, struct error *err)
{
	if (h->has_next) {
		if (!look_search_part(&h->next, err))
			return false;
		if (h->next.is_complete || h->next.n >= h->next_wants)
			show_next(h, t);
		return true;
	}
	size_t before = h->shown.n;
	if (!look_search_part(&h->shown, err))
		return false;
	make_rows(h, t, before);
	take_rows(h);
	return true;
}
