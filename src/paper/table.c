/* table.c -- tables on paper: heads that come again, rows that stay whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "paper/internal.h"

/* ------------------------------------------------- how wide columns are */

/* What lies between the words of two columns. */
static double
between(const struct maker *m)
{
	return m->stroke + 2 * m->pad;
}

/* Beside the table: its own frame, where it has one. */
static double
aside(const struct maker *m)
{
	return m->has_frame ? m->pad + m->stroke : 0;
}

static int
total(const int *widths, size_t n)
{
	int sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += widths[i];
	return sum;
}

/* The room that is left goes round by shares, a letter at a time. */
static void
share_out(const struct document *p, int room, int *widths)
{
	const struct paper_column *c = p->columns;
	bool grows = true;

	for (size_t i = 0; i < p->n_columns; i++)
		widths[i] = c[i].least;
	while (grows && total(widths, p->n_columns) < room) {
		grows = false;
		for (size_t i = 0; i < p->n_columns; i++)
			for (int k = 0;
			     k < c[i].share && widths[i] < c[i].most &&
			     total(widths, p->n_columns) < room;
			     k++, grows = true)
				widths[i]++;
	}
}

static void
lay_out(struct document *p)
{
	const struct maker *m = p->maker;
	double room =
	    m->width - 2 * aside(m) - between(m) * (double)(p->n_columns - 1);
	int widths[TABLE_MOST];
	double x = aside(m), letter = m->column;

	share_out(p, (int)floor(room / m->column + 0.01), widths);
	if (m->has_frame)
		letter = room / total(widths, p->n_columns);
	for (size_t i = 0; i < p->n_columns; i++) {
		p->x[i] = x;
		p->w[i] = widths[i] * letter;
		x += p->w[i] + between(m);
	}
	p->table_width = x - between(m) + aside(m);
}

/* ---------------------------------------------------------------- rows */

/* The lines of a cell. */
struct cell {
	struct document *p;
	struct text lines; /* one after the other, each ended by '\0' */
	int n;
};

static void
keep_line(void *ctx, const char *s, size_t n)
{
	struct cell *c = ctx;

	text_add_n(&c->lines, s, n);
	text_add_n(&c->lines, "", 1);
	c->n++;
}

static int
wrap_cells(struct document *p, enum paper_style style,
	   const char *const words[], struct cell cells[])
{
	struct maker *m = p->maker;
	int most = 1;

	for (size_t i = 0; i < p->n_columns; i++) {
		struct text visible = {0};

		cells[i] = (struct cell){.p = p};
		if (words[i] == NULL || words[i][0] == '\0')
			continue;
		text_add_visible(&visible, words[i], true);
		m->ops->wrap(m, style, text_str(&visible), p->w[i], keep_line,
			     &cells[i]);
		text_done(&visible);
		most = cells[i].n > most ? cells[i].n : most;
	}
	return most;
}

static void
put_strokes(struct document *p, struct figures *figures, double height)
{
	const struct maker *m = p->maker;
	double half = m->pad + m->stroke;

	for (size_t i = 0; i < p->n_columns; i++) {
		if (i == 0 && !m->has_frame)
			continue;
		doc_figure(p, figures, FIGURE_STROKE, p->x[i] - half, 0)->h =
		    height;
	}
	if (m->has_frame)
		doc_figure(p, figures, FIGURE_STROKE, p->table_width, 0)->h =
		    height;
}

/* In text a line of its own; else below what the lines down reach. */
static double
rule_at(const struct maker *m)
{
	return m->has_frame ? m->rule : 0;
}

static void
put_rule(struct document *p)
{
	struct figures figures = {0};

	doc_figure(p, &figures, FIGURE_RULE, 0, rule_at(p->maker))->w =
	    p->table_width;
	if (p->maker->has_frame)
		put_strokes(p, &figures, p->maker->rule);
	doc_strip(p, 0, p->maker->rule, &figures);
}

/* Lines [from, to) of a cell. */
static void
put_cell(struct document *p, struct figures *figures, enum paper_style style,
	 size_t column, const struct cell *c, int from, int to)
{
	const char *s = text_str(&c->lines);
	double line = doc_line_height(p, style);

	for (int i = 0; i < c->n && i < to; i++, s += strlen(s) + 1) {
		double x = p->x[column];

		if (i < from)
			continue;
		if (p->columns[column].place != PAPER_LEFT)
			x += doc_begin(p->columns[column].place, p->w[column],
				       doc_measure(p, style, s));
		doc_figure_words(p, figures, style, x, (i - from) * line, s,
				 strlen(s));
	}
}

/* How many lines of a row a page can hold at most. */
static int
most_lines(const struct document *p, enum paper_style style)
{
	double room = p->count.bottom;

	if (room <= 0)
		return 1 << 30;
	for (size_t i = 0; i < p->n_top; i++)
		room -= p->top[i].height;
	room -= p->count.head.height + 4 * doc_line_height(p, style);
	room /= doc_line_height(p, style);
	return room > 4 ? (int)room : 4;
}

/* In one piece, or in pieces as long as a page. */
static void
put_cells(struct document *p, unsigned flags, enum paper_style style,
	  const char *const words[])
{
	struct cell cells[TABLE_MOST];
	int n = wrap_cells(p, style, words, cells);
	int most = most_lines(p, style);

	for (int from = 0; from < n; from += most) {
		int to = from + most < n ? from + most : n;
		double height = (to - from) * doc_line_height(p, style);
		struct figures figures = {0};

		for (size_t i = 0; i < p->n_columns; i++)
			put_cell(p, &figures, style, i, &cells[i], from, to);
		put_strokes(p, &figures, height);
		doc_strip(p, flags, height, &figures);
	}
	for (size_t i = 0; i < p->n_columns; i++)
		text_done(&cells[i].lines);
}

/* What waited for a row to stand with. */
static void
end_waiting(struct document *p)
{
	for (; p->waiting > 0; p->waiting--)
		doc_release(p);
}

static void
wait_for_row(struct document *p)
{
	doc_hold(p);
	p->waiting++;
}

/* A strip of three: two lines and the headings between them. */
static void
put_head(struct document *p)
{
	const struct maker *m = p->maker;
	const char *words[TABLE_MOST];
	struct cell cells[TABLE_MOST];
	struct figures figures = {0};
	double line = doc_line_height(p, PAPER_STRONG), height;
	int n;

	for (size_t i = 0; i < p->n_columns; i++)
		words[i] = _(p->columns[i].heading);
	n = wrap_cells(p, PAPER_STRONG, words, cells);
	height = n * line + 2 * m->rule;
	doc_figure(p, &figures, FIGURE_RULE, 0, 0)->w = p->table_width;
	for (size_t i = 0; i < p->n_columns; i++) {
		put_cell(p, &figures, PAPER_STRONG, i, &cells[i], 0, n);
		text_done(&cells[i].lines);
	}
	put_strokes(p, &figures, n * line + 2 * rule_at(m));
	for (size_t i = 1; i < figures.n; i++)
		figures.at[i].y += m->rule - rule_at(m);
	doc_figure(p, &figures, FIGURE_RULE, 0, height - m->rule + rule_at(m))
	    ->w = p->table_width;
	doc_strip(p, STRIP_HEAD, height, &figures);
}

void
doc_table(struct document *p, const struct paper_column *columns)
{
	for (p->n_columns = 0; columns[p->n_columns].heading != NULL;
	     p->n_columns++)
		p->columns[p->n_columns] = columns[p->n_columns];
	lay_out(p);
	wait_for_row(p);
	put_head(p);
}

void
doc_row(struct document *p, const char *const cells[])
{
	doc_hold(p);
	put_cells(p, 0, PAPER_PLAIN, cells);
	put_rule(p);
	doc_release(p);
	end_waiting(p);
}

void
doc_span(struct document *p, const char *words)
{
	struct figures figures = {0};
	double line = doc_line_height(p, PAPER_STRONG);

	wait_for_row(p);
	doc_figure_words(p, &figures, PAPER_STRONG, aside(p->maker), 0, words,
			 strlen(words));
	if (p->maker->has_frame) {
		doc_figure(p, &figures, FIGURE_STROKE, 0, 0)->h = line;
		doc_figure(p, &figures, FIGURE_STROKE, p->table_width, 0)->h =
		    line;
	}
	doc_strip(p, 0, line, &figures);
	put_rule(p);
}

void
doc_table_end(struct document *p)
{
	struct figures none = {0};

	end_waiting(p);
	doc_strip(p, STRIP_END, 0, &none);
}
