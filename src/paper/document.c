/* document.c -- what is printed: words, in order, on pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "paper/internal.h"

double
doc_line_height(const struct document *p, enum paper_style s)
{
	return p->maker->ops->line_height(p->maker, s);
}

double
doc_measure(const struct document *p, enum paper_style s, const char *words)
{
	return p->maker->ops->measure(p->maker, s, words);
}

double
doc_begin(enum paper_place place, double room, double width)
{
	double left = room > width ? room - width : 0;

	return place == PAPER_LEFT ? 0 : place == PAPER_RIGHT ? left : left / 2;
}

struct figure *
doc_figure(struct document *p, struct figures *figures, enum figure_kind kind,
	   double x, double y)
{
	(void)p;
	if (figures->n == figures->max) {
		figures->max = figures->max > 0 ? 2 * figures->max : 16;
		figures->at = xreallocarray(figures->at, figures->max,
					    sizeof(*figures->at));
	}
	figures->at[figures->n] = (struct figure){.kind = kind, .x = x, .y = y};
	return &figures->at[figures->n++];
}

void
doc_figure_words(struct document *p, struct figures *figures,
		 enum paper_style style, double x, double y, const char *words,
		 size_t n)
{
	struct text visible = {0};
	struct figure *i;
	char *plain = arena_strndup(&p->group_arena, words, n);

	if (n == 0)
		return;
	text_add_visible(&visible, plain, false);
	i = doc_figure(p, figures, FIGURE_WORDS, x, y);
	i->style = style;
	i->words = arena_strdup(&p->group_arena, text_str(&visible));
	text_done(&visible);
}

int
doc_columns(const struct document *p)
{
	return (int)(p->maker->width / p->maker->column);
}

/* ------------------------------------------------------------- strips */

/* All of it stands on one page, or begins one. */
static void
flush_group(struct document *p)
{
	double height = 0;

	for (size_t i = 0; i < p->n_group; i++)
		height += p->group[i].height;
	for (size_t i = 0; i < p->n_group; i++) {
		struct strip *s = &p->group[i];

		s->group = height;
		if (p->err.kind == NULL && pages_put(&p->count, s, &p->err) &&
		    !spool_add(&p->spool, s, &p->err))
			break;
	}
	p->n_group = 0;
	arena_done(&p->group_arena);
}

void
doc_strip(struct document *p, unsigned flags, double height,
	  struct figures *figures)
{
	struct figure *kept =
	    arena_array(&p->group_arena, figures->n, sizeof(*kept));

	if (figures->n > 0)
		memcpy(kept, figures->at, figures->n * sizeof(*kept));
	if (p->n_group == p->max_group) {
		p->max_group = p->max_group > 0 ? 2 * p->max_group : 16;
		p->group =
		    xreallocarray(p->group, p->max_group, sizeof(*p->group));
	}
	p->group[p->n_group] = (struct strip){
	    .flags = flags | (p->n_group > 0 ? STRIP_GLUED : 0),
	    .height = height,
	    .figures = kept,
	    .n = figures->n,
	};
	p->n_group++;
	free(figures->at);
	*figures = (struct figures){0};
	if (p->held == 0)
		flush_group(p);
}

void
doc_hold(struct document *p)
{
	p->held++;
}

void
doc_release(struct document *p)
{
	if (--p->held == 0)
		flush_group(p);
}

/* -------------------------------------------------------------- words */

/* Lines of a text, each a strip. */
struct lines {
	struct document *p;
	enum paper_style style;
	enum paper_place place;
	double first, rest; /* where they begin */
	int n;
};

static void
add_line(void *ctx, const char *s, size_t n)
{
	struct lines *l = ctx;
	struct figures figures = {0};
	double from = l->n++ == 0 ? l->first : l->rest;
	char *words = xstrndup(s, n);
	double room = l->p->maker->width - from;
	double x = from;

	if (l->place != PAPER_LEFT)
		x += doc_begin(l->place, room,
			       doc_measure(l->p, l->style, words));
	doc_figure_words(l->p, &figures, l->style, x, 0, s, n);
	doc_strip(l->p, 0, doc_line_height(l->p, l->style), &figures);
	free(words);
}

static void
add_lines(struct lines *l, const char *words)
{
	struct maker *m = l->p->maker;
	double in = l->rest > l->first ? l->rest : l->first;
	struct text visible = {0};

	text_add_visible(&visible, words, true);
	m->ops->wrap(m, l->style, text_str(&visible), m->width - in, add_line,
		     l);
	text_done(&visible);
}

void
doc_words(struct document *p, enum paper_style s, enum paper_place place,
	  const char *words)
{
	struct lines l = {.p = p, .style = s, .place = place};

	add_lines(&l, words);
}

void
doc_indented(struct document *p, enum paper_style s, int first, int rest,
	     const char *words)
{
	struct lines l = {.p = p,
			  .style = s,
			  .first = first * p->maker->column,
			  .rest = rest * p->maker->column};

	add_lines(&l, words);
}

void
doc_pair(struct document *p, enum paper_style s, const char *left,
	 const char *right)
{
	struct figures figures = {0};
	double width = p->maker->width;
	double l = doc_measure(p, s, left), r = doc_measure(p, s, right);

	if (l + r + 2 * p->maker->column > width && l > 0) {
		doc_words(p, s, PAPER_LEFT, left);
		left = "";
	}
	doc_figure_words(p, &figures, s, 0, 0, left, strlen(left));
	doc_figure_words(p, &figures, s, doc_begin(PAPER_RIGHT, width, r), 0,
			 right, strlen(right));
	doc_strip(p, 0, doc_line_height(p, s), &figures);
}

/* The first line of a value stands beside its label. */
struct labelled {
	struct lines lines;
	const char *label;
};

static void
add_labelled(void *ctx, const char *s, size_t n)
{
	struct labelled *l = ctx;
	struct document *p = l->lines.p;
	struct figures figures = {0};

	if (l->label != NULL)
		doc_figure_words(p, &figures, PAPER_STRONG, 0, 0, l->label,
				 strlen(l->label));
	l->label = NULL;
	doc_figure_words(p, &figures, PAPER_PLAIN, l->lines.rest, 0, s, n);
	doc_strip(p, 0, doc_line_height(p, PAPER_PLAIN), &figures);
}

void
doc_field(struct document *p, const char *label, int label_columns,
	  const char *value)
{
	struct maker *m = p->maker;
	struct labelled l = {{.p = p, .rest = label_columns * m->column},
			     label};
	struct text visible = {0};

	text_add_visible(&visible, value, true);
	m->ops->wrap(m, PAPER_PLAIN, text_str(&visible),
		     m->width - l.lines.rest, add_labelled, &l);
	text_done(&visible);
}

void
doc_gap(struct document *p, double lines)
{
	struct figures none = {0};
	double height = lines * doc_line_height(p, PAPER_PLAIN);

	/* Text has whole lines only, which pad nothing. */
	doc_strip(p, 0, p->maker->pad > 0 ? height : ceil(height), &none);
}

void
doc_turn(struct document *p)
{
	struct figures none = {0};

	doc_strip(p, STRIP_TURN, 0, &none);
}

/* --------------------------------------------------- beginning and end */

static void
copy_look(struct document *p, const struct paper_look *look)
{
	p->look = *look;
	p->look.title = arena_strdup(&p->own, look->title);
	p->look.corner = arena_strdup(&p->own, look->corner);
	p->look.left = arena_strdup(&p->own, look->left);
	p->look.right = arena_strdup(&p->own, look->right);
	p->look.mark = arena_strdup(&p->own, look->mark);
	p->look.foot = arena_strdup(&p->own, look->foot);
}

/* What was laid out so far stands at the top of each page. */
static void
keep_top(struct document *p)
{
	for (size_t i = 0; i < p->n_group && p->n_top < TOP_MOST; i++)
		p->top[p->n_top++] = p->group[i];
	p->top_arena = p->group_arena;
	p->group_arena = (struct arena){0};
	p->n_group = 0;
	p->held = 0;
}

static void
write_top(struct document *p)
{
	const struct paper_look *l = &p->look;
	struct figures none = {0};

	if (l->corner != NULL)
		doc_pair(p, PAPER_SMALL, "", l->corner);
	if (l->mark != NULL)
		doc_words(p, PAPER_STRONG, PAPER_CENTRE, l->mark);
	doc_words(p, PAPER_TITLE, PAPER_CENTRE, l->title);
	if (l->left != NULL || l->right != NULL)
		doc_pair(p, PAPER_PLAIN, l->left ? l->left : "",
			 l->right ? l->right : "");
	doc_strip(p, 0, p->maker->pad, &none);
}

static double
foot_height(const struct document *p)
{
	double line = doc_line_height(p, PAPER_PLAIN);

	return p->look.title != NULL ? 2 * line : 0;
}

struct document *
doc_new(struct maker *m, const struct paper_look *look, const char *folder)
{
	struct document *p = xcalloc(1, sizeof(*p));

	p->maker = m;
	copy_look(p, look);
	spool_begin(&p->spool, folder);
	p->held = 1;
	if (look->title != NULL)
		write_top(p);
	keep_top(p);
	p->count = (struct pages){
	    .bottom = m->height > 0 ? m->height - foot_height(p) : 0,
	    .top = p->top,
	    .n_top = p->n_top,
	};
	return p;
}

void
doc_free(struct document *p)
{
	if (p == NULL)
		return;
	pages_done(&p->count);
	spool_done(&p->spool);
	arena_done(&p->group_arena);
	arena_done(&p->top_arena);
	arena_done(&p->own);
	free(p->group);
	free(p);
}

/* "page 1 of 3". */
static void
draw_foot(void *ctx, int page, double y)
{
	struct document *p = ctx;
	struct maker *m = p->maker;
	struct text at = {0}, of = {0}, t = {0};
	double line = doc_line_height(p, PAPER_PLAIN);
	struct figure i = {.kind = FIGURE_WORDS};

	if (m->height > 0)
		y = m->height - line;
	text_add_number(&at, page, p->look.thai);
	text_add_number(&of, p->count.page, p->look.thai);
	/* TRANSLATORS: at the foot of what is printed: page 1 of 3. */
	text_printf(&t, _("page %s of %s"), at.s, of.s);
	i.words = t.s;
	m->ops->draw(
	    m, &i,
	    doc_begin(PAPER_RIGHT, m->width, doc_measure(p, PAPER_PLAIN, t.s)),
	    y);
	i.words = p->look.foot;
	if (i.words != NULL)
		m->ops->draw(m, &i, 0, y);
	text_done(&at);
	text_done(&of);
	text_done(&t);
}

static bool
draw_all(struct document *p, struct error *err)
{
	struct pages drawn = {
	    .maker = p->maker,
	    .bottom = p->count.bottom,
	    .top = p->top,
	    .n_top = p->n_top,
	    .foot = p->look.title != NULL ? draw_foot : NULL,
	    .ctx = p,
	};
	bool ok = true, more = true;

	while (ok && more) {
		struct arena a = {0};
		struct strip s;

		ok = spool_next(&p->spool, &a, &s, &more, err) &&
		     (!more || pages_put(&drawn, &s, err));
		arena_done(&a);
	}
	ok = ok && pages_end(&drawn, err);
	pages_done(&drawn);
	return ok;
}

bool
doc_make(struct document *p, const struct paper_sink *to, int *n,
	 struct error *err)
{
	const struct maker_ops *make = p->maker->ops;
	unsigned char digest[DIGEST_SIZE];

	if (p->held > 0 || p->waiting > 0)
		bug("a form ends while something is held together");
	if (p->err.kind == NULL && !pages_end(&p->count, &p->err))
		bug("counting pages failed");
	if (p->err.kind != NULL) {
		*err = p->err;
		return false;
	}
	if (n != NULL)
		*n = p->count.page;
	return spool_rewind(&p->spool, digest, err) &&
	       make->begin(p->maker, to, p->look.title, p->look.at, digest,
			   err) &&
	       draw_all(p, err) && make->end(p->maker, err);
}
