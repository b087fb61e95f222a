/* send-scroll.c -- rows that moved are scrolled by the terminal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "tui/send.h"

/* Bytes of the sequences around a scroll; alike rows that make one likely. */
enum { SCROLL_COST = 30, ALIKE_MIN = 2 };

/* Rows first..last of the new picture are shown `by` rows further down. */
struct shift {
	int by;
	int first, last;
	long gain; /* bytes that need not be sent */
};

static const struct cell blank = {.code = {' '}};

static long
cell_bytes(const struct cell *c)
{
	long n = 0;

	for (int i = 0; i < CELL_CODES && c->code[i]; i++)
		n += c->code[i] < 0x80 ? 1 : c->code[i] < 0x800 ? 2 : 3;
	return n;
}

/* What a row of the new picture costs where that row is shown; -1: where
   nothing is. */
static long
row_cost(const struct sender *s, const struct grid *g, int row, int shown)
{
	long cost = 0;

	for (int col = 0; col < g->cols; col++) {
		const struct cell *c = grid_cell(g, row, col);
		const struct cell *old =
		    shown < 0 ? &blank : grid_cell(&s->shown, shown, col);

		if (!sender_same(s, c, old))
			cost += cell_bytes(c);
	}
	return cost;
}

static uint64_t
row_hash(const struct grid *g, int row)
{
	uint64_t hash = 14695981039346656037u;

	for (int col = 0; col < g->cols; col++) {
		const struct cell *c = grid_cell(g, row, col);

		for (int i = 0; i < CELL_CODES; i++)
			hash = (hash ^ c->code[i]) * 1099511628211u;
		hash = (hash ^ c->style ^ (c->is_selected ? 256u : 0u)) *
		       1099511628211u;
	}
	return hash;
}

/* The rows that gain most by a shift, next to each other. */
static struct shift
best_rows(const struct sender *s, const struct grid *g, int by)
{
	int from = by < 0 ? -by : 0, to = by < 0 ? g->rows : g->rows - by;
	struct shift best = {.by = by}, now = {.by = by, .first = from};

	for (int row = from; row < to; row++) {
		if (now.gain <= 0)
			now = (struct shift){by, row, row, 0};
		now.gain +=
		    row_cost(s, g, row, row) - row_cost(s, g, row, row + by);
		now.last = row;
		if (now.gain > best.gain)
			best = now;
	}
	return best;
}

/* The rows that come in empty must be written whole. */
static void
charge(struct shift *shift, const struct sender *s, const struct grid *g)
{
	int first = shift->by > 0 ? shift->last + 1 : shift->first + shift->by;
	int n = abs(shift->by);

	for (int row = first; row < first + n; row++)
		shift->gain +=
		    row_cost(s, g, row, row) - row_cost(s, g, row, -1);
	shift->gain -= SCROLL_COST;
}

static struct shift
find_shift(const struct sender *s, const struct grid *g)
{
	uint64_t *hashes =
	    xreallocarray(NULL, (size_t)g->rows * 2, sizeof(*hashes));
	uint64_t *old = hashes + g->rows;
	struct shift best = {0};

	for (int row = 0; row < g->rows; row++) {
		hashes[row] = row_hash(g, row);
		old[row] = row_hash(&s->shown, row);
	}
	for (int by = 1 - g->rows; by < g->rows; by++) {
		int alike = 0;

		for (int row = by < 0 ? -by : 0;
		     row < g->rows && row + by < g->rows; row++)
			alike += hashes[row] == old[row + by] &&
				 hashes[row] != old[row];
		if (by == 0 || alike < ALIKE_MIN)
			continue;
		struct shift shift = best_rows(s, g, by);
		if (shift.gain > 0)
			charge(&shift, s, g);
		if (shift.gain > best.gain)
			best = shift;
	}
	free(hashes);
	return best;
}

static void
add_times(const struct sender *s, struct text *out, enum cap one, enum cap by,
	  int n)
{
	if (n > 2 && caps_add(s->caps, out, by, n, 0))
		return;
	for (int i = 0; i < n; i++)
		caps_add(s->caps, out, one, 0, 0);
}

/* The picture of what is shown goes the same way. */
static void
shift_shown(struct sender *s, int top, int bottom, int by)
{
	int step = by > 0 ? 1 : -1;
	int first = by > 0 ? top : bottom, last = by > 0 ? bottom : top;

	for (int row = first; row != last + step; row += step)
		for (int col = 0; col < s->shown.cols; col++) {
			int from = row + by;

			*grid_cell(&s->shown, row, col) =
			    from >= top && from <= bottom
				? *grid_cell(&s->shown, from, col)
				: blank;
		}
}

static void
send_shift(struct sender *s, struct text *out, const struct shift *shift)
{
	int by = shift->by;
	int top = by > 0 ? shift->first : shift->first + by;
	int bottom = by > 0 ? shift->last + by : shift->last;

	send_look(s, out, LOOK_PLAIN);
	caps_add(s->caps, out, CAP_REGION, top, bottom);
	s->row = s->col = -1;
	send_move(s, out, by > 0 ? bottom : top, 0);
	if (by > 0)
		add_times(s, out, CAP_INDEX, CAP_INDEX_BY, by);
	else
		add_times(s, out, CAP_BACK, CAP_BACK_BY, -by);
	caps_add(s->caps, out, CAP_REGION, 0, s->shown.rows - 1);
	s->row = s->col = -1;
	shift_shown(s, top, bottom, by);
}

void
send_scroll(struct sender *s, struct text *out, const struct grid *g)
{
	const struct caps *c = s->caps;

	if (!c->at[CAP_REGION] || !c->at[CAP_INDEX] || !c->at[CAP_BACK])
		return;
	struct shift shift = find_shift(s, g);
	if (shift.gain > 0)
		send_shift(s, out, &shift);
}
