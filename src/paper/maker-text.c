/* maker-text.c -- pages as text for a line printer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/qr-code.h"
#include "base/text.h"

#include "paper/maker.h"

/* What stands somewhere on the page. */
struct piece {
	int line, column;
	size_t order; /* of drawing */
	char *words;
};

struct text_maker {
	struct maker maker;
	struct paper_sink to;
	struct piece *pieces;
	size_t n, max;
	int page;
};

static struct text_maker *
maker_of(struct maker *m)
{
	return (struct text_maker *)m;
}

static double
line_height(const struct maker *m, enum paper_style s)
{
	(void)m;
	(void)s;
	return 1;
}

static double
measure(struct maker *m, enum paper_style s, const char *words)
{
	(void)m;
	(void)s;
	return thai_columns(words);
}

static int
wrap(struct maker *m, enum paper_style s, const char *words, double width,
     thai_line_fn line, void *ctx)
{
	(void)m;
	(void)s;
	return thai_wrap(words, width < 1 ? 1 : (int)width, line, ctx);
}

/* Takes the words. */
static void
put(struct text_maker *t, int line, int column, char *words)
{
	if (t->n == t->max) {
		t->max = t->max > 0 ? 2 * t->max : 64;
		t->pieces =
		    xreallocarray(t->pieces, t->max, sizeof(*t->pieces));
	}
	t->pieces[t->n] = (struct piece){line, column, t->n, words};
	t->n++;
}

static char *
repeated(const char *s, double times)
{
	struct text t = {0};

	for (int i = 0; i < (int)times; i++)
		text_add(&t, s);
	return text_take(&t);
}

/* ---------------------------------------- each kind of figure, as characters
 */

static void
draw_words(struct text_maker *t, const struct figure *i, int line, int column)
{
	put(t, line, column, xstrdup(i->words));
}

static void
draw_rule(struct text_maker *t, const struct figure *i, int line, int column)
{
	put(t, line, column, repeated("─", i->w));
}

static void
draw_stroke(struct text_maker *t, const struct figure *i, int line, int column)
{
	for (int n = 0; n < (int)i->h; n++)
		put(t, line + n, column, xstrdup("│"));
}

static void
draw_dots(struct text_maker *t, const struct figure *i, int line, int column)
{
	put(t, line, column, repeated(".", i->w));
}

static void
draw_edge(struct text_maker *t, const struct figure *i, int line, int column,
	  const char *const corners[2])
{
	char *rule = repeated("─", i->w - 2);

	put(t, line, column, xasprintf("%s%s%s", corners[0], rule, corners[1]));
	free(rule);
}

static void
draw_box(struct text_maker *t, const struct figure *i, int line, int column)
{
	static const char *const upper[2] = {"┌", "┐"}, *const lower[2] = {"└",
									   "┘"};
	int height = (int)i->h, width = (int)i->w;

	draw_edge(t, i, line, column, upper);
	for (int n = 1; n < height - 1; n++) {
		put(t, line + n, column, xstrdup("│"));
		put(t, line + n, column + width - 1, xstrdup("│"));
	}
	draw_edge(t, i, line + height - 1, column, lower);
}

static void
draw_qr(struct text_maker *t, const struct figure *i, int line, int column)
{
	struct qr_code q = {0};

	if (!qr_code_make(&q, i->words))
		return;
	for (int n = 0; n < (int)i->h; n++) {
		struct text half = {0};

		text_add_qr_line(&half, &q, n);
		put(t, line + n, column, text_take(&half));
	}
	qr_code_done(&q);
}

static void
draw_bar(struct text_maker *t, const struct figure *i, int line, int column)
{
	for (int n = 0; n < (int)i->h; n++)
		put(t, line + n, column, repeated("█", i->w));
}

static void
draw(struct maker *m, const struct figure *i, double x, double y)
{
	static void (*const draws[FIGURE_KINDS])(struct text_maker * t,
						 const struct figure *i,
						 int line, int column) = {
	    [FIGURE_WORDS] = draw_words,   [FIGURE_RULE] = draw_rule,
	    [FIGURE_STROKE] = draw_stroke, [FIGURE_DOTS] = draw_dots,
	    [FIGURE_BOX] = draw_box,       [FIGURE_QR] = draw_qr,
	    [FIGURE_BAR] = draw_bar,
	};

	draws[i->kind](maker_of(m), i, (int)floor(y), (int)floor(x));
}

/* -------------------------------------------------------------- a page */

static int
by_place(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;

	if (x->line != y->line)
		return x->line - y->line;
	if (x->column != y->column)
		return x->column - y->column;
	return (x->order > y->order) - (x->order < y->order);
}

/* The pieces of a line, each at its column, or behind what stands there. */
static size_t
add_line(const struct text_maker *t, size_t at, int line, struct text *out)
{
	int used = 0;

	for (; at < t->n && t->pieces[at].line == line; at++) {
		const struct piece *p = &t->pieces[at];

		for (; used < p->column; used++)
			text_add(out, " ");
		text_add(out, p->words);
		used += thai_columns(p->words);
	}
	text_add(out, "\n");
	return at;
}

static bool
turn(struct maker *m, bool is_last, struct error *err)
{
	struct text_maker *t = maker_of(m);
	int lines = (int)m->height;
	struct text out = {0};
	size_t at = 0;
	bool ok;

	(void)is_last;
	if (t->n > 0) {
		qsort(t->pieces, t->n, sizeof(*t->pieces), by_place);
		if (lines == 0)
			lines = t->pieces[t->n - 1].line + 1;
	}
	if (t->page++ > 0)
		text_add(&out, "\f");
	for (int line = 0; line < lines; line++)
		at = add_line(t, at, line, &out);
	for (size_t i = 0; i < t->n; i++)
		free(t->pieces[i].words);
	t->n = 0;
	ok = t->to.add(t->to.ctx, text_str(&out), out.n, err);
	text_done(&out);
	return ok;
}

static bool
begin(struct maker *m, const struct paper_sink *to, const char *title,
      moment at, const unsigned char digest[DIGEST_SIZE], struct error *err)
{
	(void)title;
	(void)at;
	(void)digest;
	(void)err;
	maker_of(m)->to = *to;
	return true;
}

static bool
end(struct maker *m, struct error *err)
{
	(void)m;
	(void)err;
	return true;
}

static void
free_maker(struct maker *m)
{
	struct text_maker *t = maker_of(m);

	for (size_t i = 0; i < t->n; i++)
		free(t->pieces[i].words);
	free(t->pieces);
	free(t);
}

struct maker *
maker_text_new(int columns, int lines)
{
	static const struct maker_ops ops = {
	    .line_height = line_height,
	    .measure = measure,
	    .wrap = wrap,
	    .draw = draw,
	    .turn = turn,
	    .begin = begin,
	    .end = end,
	    .free = free_maker,
	};
	struct text_maker *t = xcalloc(1, sizeof(*t));

	t->maker = (struct maker){
	    .ops = &ops,
	    .width = columns,
	    .height = lines,
	    .column = 1,
	    .rule = 1,
	    .stroke = 1,
	};
	return &t->maker;
}
