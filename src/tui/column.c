/* column.c -- the columns of a list: how wide, what stands in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/column.h"

#include "base/i18n.h"
#include "base/thai.h"

static const char *
heading_of(const struct column *c, int width)
{
	const char *heading = _(c->heading);

	return c->brief && thai_columns(heading) > width ? _(c->brief)
							 : heading;
}

static int
greater(int a, int b)
{
	return a > b ? a : b;
}

void
columns_measure(const struct column *columns, size_t n, const void *row,
		int wanted[COLUMNS_MAX])
{
	struct text t = {0};

	for (size_t i = 0; i < n; i++) {
		text_clear(&t);
		columns[i].value(row, &t);
		wanted[i] = greater(wanted[i], thai_columns(text_str(&t)));
		wanted[i] = greater(wanted[i],
				    thai_columns(heading_of(&columns[i], 0)));
	}
	text_done(&t);
}

/* A column being fitted: where it starts and how far it may go. */
struct span {
	int width;
	int max; /* 0: as far as there is room */
	int rank;
};

/* Columns of the row that are not used yet; negative when too many. */
static int
room_left(const struct span *spans, size_t n, int width)
{
	int used = 2 - COLUMN_GAP;

	for (size_t i = 0; i < n; i++)
		if (spans[i].width > 0)
			used += spans[i].width + COLUMN_GAP;
	return width - used;
}

static bool
leave_one_out(struct span *spans, size_t n)
{
	struct span *worst = NULL;

	for (size_t i = 0; i < n; i++)
		if (spans[i].width > 0 && spans[i].rank > 0 &&
		    (!worst || spans[i].rank > worst->rank))
			worst = &spans[i];
	if (worst)
		worst->width = 0;
	return worst != NULL;
}

/* One column more for each that wants it, in turn; answers what is left. */
static int
grow_once(struct span *spans, size_t n, int room, bool is_bounded)
{
	for (size_t i = 0; i < n && room > 0; i++) {
		struct span *s = &spans[i];
		bool wants = is_bounded ? s->width < s->max : s->max == 0;

		if (s->width > 0 && wants) {
			s->width++;
			room--;
		}
	}
	return room;
}

static void
grow(struct span *spans, size_t n, int width, bool is_bounded)
{
	int room = room_left(spans, n, width);

	for (int before = 0; room > 0 && room != before;) {
		before = room;
		room = grow_once(spans, n, room, is_bounded);
	}
}

void
columns_fit(const struct column *columns, size_t n, int width,
	    const int *wanted, int widths[COLUMNS_MAX])
{
	struct span spans[COLUMNS_MAX];

	for (size_t i = 0; i < n; i++) {
		spans[i] = (struct span){columns[i].min, columns[i].max,
					 columns[i].rank};
		if (!wanted || columns[i].max == 0)
			continue;
		if (spans[i].width > wanted[i])
			spans[i].width = wanted[i];
		if (spans[i].max > wanted[i])
			spans[i].max = wanted[i];
	}
	while (room_left(spans, n, width) < 0 && leave_one_out(spans, n))
		;
	grow(spans, n, width, true);
	grow(spans, n, width, false);
	for (size_t i = 0; i < n; i++)
		widths[i] = spans[i].width;
}

void
columns_draw_heading(const struct column *columns, size_t n, const int *widths,
		     struct area a)
{
	int col = 1;

	for (size_t i = 0; i < n; i++)
		if (widths[i] > 0) {
			area_put_padded(a, 0, col, widths[i], columns[i].align,
					STYLE_HEAD,
					heading_of(&columns[i], widths[i]));
			col += widths[i] + COLUMN_GAP;
		}
}

void
columns_draw_row(const struct column *columns, size_t n, const int *widths,
		 struct area a, const void *row)
{
	struct text t = {0};
	int col = 1;

	for (size_t i = 0; i < n; i++) {
		const struct column *c = &columns[i];

		if (widths[i] == 0)
			continue;
		text_clear(&t);
		c->value(row, &t);
		area_put_padded(a, 0, col, widths[i], c->align,
				c->style ? c->style(row) : STYLE_NORMAL,
				text_str(&t));
		col += widths[i] + COLUMN_GAP;
	}
	text_done(&t);
}
