/* figures.c -- frames, lines to write on, QR: what is not words on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/qr-code.h"

#include "paper/internal.h"

static void
put_dots(struct document *p, struct figures *figures, double x, double to)
{
	if (to > x)
		doc_figure(p, figures, FIGURE_DOTS, x, 0)->w = to - x;
}

/* Where it goes on behind words. */
static double
put_label(struct document *p, struct figures *figures, double x,
	  const char *words)
{
	doc_figure_words(p, figures, PAPER_PLAIN, x, 0, words, strlen(words));
	return x + doc_measure(p, PAPER_PLAIN, words) + p->maker->column;
}

void
doc_blank(struct document *p, const char *label, const char *beside, int lines)
{
	double line = doc_line_height(p, PAPER_PLAIN);
	double width = p->maker->width;
	struct figures figures = {0};
	double x = put_label(p, &figures, 0, label);

	doc_hold(p);
	if (beside != NULL) {
		double middle = width * 3 / 5;

		put_dots(p, &figures, x, middle - p->maker->column);
		x = put_label(p, &figures, middle, beside);
	}
	put_dots(p, &figures, x, width);
	doc_strip(p, 0, line, &figures);
	for (int i = 1; i < lines; i++) {
		put_dots(p, &figures, 0, width);
		doc_gap(p, 0.5);
		doc_strip(p, 0, line, &figures);
	}
	doc_gap(p, 0.5);
	doc_release(p);
}

enum { SIGN_COLUMNS = 40, SIGN_FROM = 4 };

void
doc_sign(struct document *p, const char *before, const char *name,
	 const char *behind)
{
	double column = p->maker->column;
	double line = doc_line_height(p, PAPER_PLAIN);
	struct figures figures = {0};
	double x, to;

	doc_hold(p);
	doc_gap(p, 1);
	x = put_label(p, &figures, SIGN_FROM * column, before);
	to = x + SIGN_COLUMNS * column;
	put_dots(p, &figures, x, to);
	put_label(p, &figures, to + column, behind);
	doc_strip(p, 0, line, &figures);
	doc_figure_words(p, &figures, PAPER_PLAIN, x - column, 0, "(", 1);
	if (name != NULL)
		doc_figure_words(
		    p, &figures, PAPER_PLAIN,
		    x + doc_begin(PAPER_CENTRE, to - x,
				  doc_measure(p, PAPER_PLAIN, name)),
		    0, name, strlen(name));
	else
		put_dots(p, &figures, x, to);
	doc_figure_words(p, &figures, PAPER_PLAIN, to, 0, ")", 1);
	doc_strip(p, 0, line, &figures);
	doc_gap(p, 1);
	doc_release(p);
}

/* ------------------------------------------------------------- frames */

static enum paper_style
style_of(const struct paper_box *b, size_t line)
{
	return line == 0 ? b->first : b->others;
}

static double
inner_width(const struct document *p, const struct paper_box *b)
{
	double width = b->columns * p->maker->column;

	for (size_t i = 0; b->lines[i] != NULL; i++) {
		double w = doc_measure(p, style_of(b, i), b->lines[i]);

		width = w > width ? w : width;
	}
	return width;
}

static double
inner_height(const struct document *p, const struct paper_box *b)
{
	double height = 0;

	for (size_t i = 0; b->lines[i] != NULL; i++)
		height += doc_line_height(p, style_of(b, i));
	return height;
}

/* Down to where a frame stands at the bottom. */
static void
put_low(struct document *p, double height)
{
	struct figures none = {0};
	double room = p->maker->height;

	for (size_t i = 0; i < p->n_top; i++)
		room -= p->top[i].height;
	if (room > height)
		doc_strip(p, 0, room - height, &none);
}

void
doc_box(struct document *p, const struct paper_box *b)
{
	const struct maker *m = p->maker;
	/* Text draws its frame in a line and a column of its own. */
	double edge = m->has_frame ? 0 : 1;
	double in = edge + m->column, top = edge + m->pad;
	double width = inner_width(p, b);
	double height = inner_height(p, b) + 2 * top;
	double x = doc_begin(b->place, m->width, width + 2 * in), y = top;
	struct figures figures = {0};
	struct figure *frame = doc_figure(p, &figures, FIGURE_BOX, x, 0);

	frame->w = width + 2 * in;
	frame->h = height;
	for (size_t i = 0; b->lines[i] != NULL; i++) {
		enum paper_style s = style_of(b, i);
		double w = doc_measure(p, s, b->lines[i]);

		doc_figure_words(p, &figures, s,
				 x + in +
				     doc_begin(b->is_left && i > 0
						   ? PAPER_LEFT
						   : PAPER_CENTRE,
					       width, w),
				 y, b->lines[i], strlen(b->lines[i]));
		y += doc_line_height(p, s);
	}
	doc_hold(p);
	if (b->is_low)
		put_low(p, height);
	doc_strip(p, 0, height, &figures);
	doc_release(p);
}

void
doc_qr(struct document *p, const char *words)
{
	const struct maker *m = p->maker;
	struct qr_code q = {0};
	struct figures figures = {0};
	struct figure *i;
	double edge;

	if (!qr_code_make(&q, words))
		return;
	edge = qr_code_edge(&q);
	i = doc_figure(p, &figures, FIGURE_QR, 0, 0);
	i->words = arena_strdup(&p->group_arena, words);
	i->w = m->qr > 0 ? m->qr : edge;
	i->h = m->qr > 0 ? m->qr : (double)((int)(edge + 1) / 2);
	qr_code_done(&q);
	doc_strip(p, 0, i->h, &figures);
}
