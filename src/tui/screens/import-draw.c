/* import-draw.c -- the picture of an old register that is to come in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/csv.h"
#include "base/i18n.h"

#include "app/json.h"
#include "app/tell.h"

#include "tui/pager.h"
#include "tui/screens/import.h"

/* ------------------------------------------------------------------ columns */

static void
add_mark(const void *row, struct text *t)
{
	text_add(t, ((const struct import_row *)row)->stops ? "✗" : "·");
}

static void
add_row(const void *row, struct text *t)
{
	json_int_t n =
	    answer_whole(((const struct import_row *)row)->doubt, "row");

	text_add(t, DIGITS(n));
}

static void
add_column(const void *row, struct text *t)
{
	const json_t *d = ((const struct import_row *)row)->doubt;

	text_add(t, answer_word(d, "column"));
	text_printf(t, " %s", answer_word(d, "name"));
}

static void
add_sentence(const void *row, struct text *t)
{
	text_add(t, answer_word(((const struct import_row *)row)->doubt,
				"sentence"));
}

static enum style
by_weight(const void *row)
{
	return ((const struct import_row *)row)->stops ? STYLE_ERROR
						       : STYLE_DIM;
}

static enum style
dim(const void *row)
{
	(void)row;
	return STYLE_DIM;
}

/* clang-format off */

static const struct column columns[] = {
	{ .heading = " ", .min = 1, .max = 1, .value = add_mark,
	  .style = by_weight },
	{ .heading = N_("Row"), .min = 5, .max = 8, .align = ALIGN_RIGHT,
	  .value = add_row },
	{ .heading = N_("Column"), .min = 8, .max = 20, .rank = 1,
	  .value = add_column, .style = dim },
	{ .heading = N_("What is doubtful"), .min = 20,
	  .value = add_sentence },
};

/* clang-format on */

/* Above the list: the file, what comes of it, the books, the file to mend. */
enum { BOOKS_MAX = 3, HEAD_ROWS = 1, LABEL_COL = 1, VALUE_COL = 22 };

/* ------------------------------------------------------------------ drawing */

static void
put_line(struct area a, int row, enum style style, const struct text *t)
{
	area_put_padded(a, row, 1, a.cols - 2, ALIGN_LEFT, style, text_str(t));
}

/* As many books as there is room for. */
static int
draw_books(const struct import_screen *s, struct area a, int row)
{
	const json_t *all = json_object_get(s->answer, "books"), *b;
	size_t i;
	int n = 0;

	json_array_foreach(all, i, b)
	{
		struct text t = {0};

		if (answer_whole(b, "letters") == 0 || n == BOOKS_MAX)
			continue;
		text_add_import_book(&t, b);
		put_line(a, row + n++, STYLE_NORMAL, &t);
		text_done(&t);
	}
	return n;
}

static int
books_shown(const struct import_screen *s)
{
	const json_t *all = json_object_get(s->answer, "books"), *b;
	size_t i;
	int n = 0;

	json_array_foreach(all, i, b) n += answer_whole(b, "letters") > 0;
	return n < BOOKS_MAX ? n : BOOKS_MAX;
}

/* File and counts, the books, the file to mend. */
static int
rows_above(const struct import_screen *s)
{
	return 2 + books_shown(s) + import_has_mend(s);
}

static void
draw_above(const struct import_screen *s, struct area a)
{
	struct text t = {0};
	int row = 2;

	text_add_import_file(&t, s->answer);
	put_line(a, 0, STYLE_DIM, &t);
	text_clear(&t);
	text_add_import_counts(&t, s->answer);
	put_line(a, 1, import_is_done(s) ? STYLE_GOOD : STYLE_STRONG, &t);
	row += draw_books(s, a, row);
	if (import_has_mend(s)) {
		text_clear(&t);
		text_printf(&t, _("to be mended and imported again: %s"),
			    answer_word(s->answer, "mend"));
		put_line(a, row, STYLE_NORMAL, &t);
	}
	text_done(&t);
}

static const char *
name_of_column(const struct import_screen *s, const char *letters)
{
	const json_t *list = json_object_get(s->answer, "columns"), *c;
	size_t i;

	json_array_foreach(list, i, c)
	{
		if (strcmp(answer_word(c, "column"), letters) == 0)
			return answer_word(c, "name");
	}
	return "";
}

/* The row as it stands in the file, the doubtful cell marked. */
static void
write_cells(const struct import_screen *s, const json_t *doubt, struct pager *p)
{
	const json_t *cells = json_object_get(doubt, "cells"), *c;
	size_t i;

	json_array_foreach(cells, i, c)
	{
		struct text letters = {0}, label = {0};
		bool is_it;

		text_add_column(&letters, i);
		is_it = strcmp(text_str(&letters),
			       answer_word(doubt, "column")) == 0;
		text_printf(&label, "%s %s", text_str(&letters),
			    name_of_column(s, text_str(&letters)));
		pager_field(p, LABEL_COL, text_str(&label), VALUE_COL,
			    is_it ? STYLE_ERROR : STYLE_NORMAL,
			    json_string_value(c));
		text_done(&letters);
		text_done(&label);
	}
}

/* A row in one line, for two that are compared. */
static void
write_row(const json_t *of, struct pager *p)
{
	const json_t *cells = json_object_get(of, "cells"), *c;
	struct text label = {0}, line = {0};
	size_t i;

	text_printf(&label, _("row %s"), DIGITS(answer_whole(of, "row")));
	json_array_foreach(cells, i, c)
	{
		const char *s = json_string_value(c);

		if (*s != '\0')
			text_printf(&line, "%s%s", line.n > 0 ? " | " : "", s);
	}
	pager_field(p, LABEL_COL, text_str(&label), LABEL_COL + 11,
		    STYLE_NORMAL, text_str(&line));
	text_done(&label);
	text_done(&line);
}

static void
draw_chosen(const struct import_screen *s, struct area a)
{
	const json_t *doubt = s->rows[s->list.at].doubt;
	const json_t *before = json_object_get(doubt, "before");
	struct pager p = {0};
	struct text t = {0};

	area_rule(a, 0, STYLE_DIM);
	pager_start(&p, a.rows - 1, a.cols);
	text_add_row_doubt(&t, doubt);
	pager_text(&p, LABEL_COL, STYLE_STRONG, text_str(&t));
	if (json_is_object(before)) {
		write_row(before, &p);
		write_row(doubt, &p);
	} else {
		write_cells(s, doubt, &p);
	}
	pager_end(&p);
	pager_draw(&p, area_part(a, 1, 0, a.rows - 1, a.cols));
	pager_done(&p);
	text_done(&t);
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct import_screen *s = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), s->widths, row,
			 &s->rows[i]);
}

/* The list has what the counts leave, the chosen row the lower half. */
static int
list_bottom(const struct import_screen *s, int rows)
{
	int above = rows_above(s);

	return above + (rows - above) / 2;
}

void
import_layout(struct screen *screen, int rows, int cols)
{
	struct import_screen *s = (struct import_screen *)screen;

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, s->widths);
	list_set_rows(&s->list,
		      list_bottom(s, rows) - rows_above(s) - HEAD_ROWS);
}

void
import_draw(const struct screen *screen, struct area a)
{
	const struct import_screen *s = (const struct import_screen *)screen;
	int above = rows_above(s), bottom = list_bottom(s, a.rows);
	struct area list = area_part(a, above, 0, bottom - above, a.cols);

	draw_above(s, a);
	if (s->list.n == 0) {
		area_put_padded(a, above + 2, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG,
				s->only_stopped ? _("No row is left out.")
						: _("Nothing is doubtful."));
		return;
	}
	columns_draw_heading(columns, ARRAY_SIZE(columns), s->widths, list);
	list_draw(&s->list,
		  area_part(list, HEAD_ROWS, 0, list.rows - HEAD_ROWS, a.cols),
		  &(const struct list_look){.row = draw_row}, s);
	draw_chosen(s, area_part(a, bottom, 0, a.rows - bottom, a.cols));
}
