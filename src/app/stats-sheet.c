/* stats-sheet.c -- the statistics on one sheet of A4 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/stats-sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/lines.h"
#include "base/thai.h"

#include "app/json.h"
#include "app/setting.h"

/* Points. */
enum {
	EDGE = 30, /* left of a curve, for its numbers */
	OPEN_HEIGHT = 92,
	CAME_HEIGHT = 48,
	TITLE_HEIGHT = 17,
	ROW_HEIGHT = 12,
	BAR_HEIGHT = 7,
	GAP = 7,
	BETWEEN = 18, /* two columns of panels */
	TILE_GAP = 8,
	MONTHS_MOST = 12, /* the last, where there are more */
	SLOWEST_MOST = 6, /* the slowest of them */
};

struct sheet {
	struct maker *maker;
	const struct stats_view *view;
	struct arena *arena;
	double y; /* where the next thing stands */
};

/* ---------------------------------------------------------------- figures */

static void
put(const struct sheet *s, enum paper_style style, double x, double y,
    const char *words)
{
	const struct figure f = {
	    .kind = FIGURE_WORDS, .style = style, .words = words};

	s->maker->ops->draw(s->maker, &f, x, y);
}

static void
put_figure(const struct sheet *s, enum figure_kind kind, enum paper_style style,
	   double x, double y, double w, double h)
{
	const struct figure f = {.kind = kind, .style = style, .w = w, .h = h};

	s->maker->ops->draw(s->maker, &f, x, y);
}

/* As much of the words as has room. */
static const char *
cut(const struct sheet *s, enum paper_style style, const char *words,
    double room)
{
	struct maker *m = s->maker;
	int columns = thai_columns(words);
	const char *kept = words;

	while (columns > 1 && m->ops->measure(m, style, kept) > room + 0.5) {
		struct text t = {0};

		thai_add_padded(&t, words, --columns, false);
		kept = arena_strdup(s->arena, text_str(&t));
		text_done(&t);
	}
	return kept;
}

static void
put_right(const struct sheet *s, enum paper_style style, double x, double y,
	  const char *words)
{
	put(s, style, x - s->maker->ops->measure(s->maker, style, words), y,
	    words);
}

/* ------------------------------------------------------------------- head */

static void
draw_head(struct sheet *s, const char *office)
{
	const struct stats_view *v = s->view;
	double width =
	    (s->maker->width + TILE_GAP) / (double)ARRAY_SIZE(v->figures);

	put(s, PAPER_TITLE, 0, 0, _("Statistics"));
	put(s, PAPER_PLAIN, 0, 20,
	    cut(s, PAPER_PLAIN,
		arena_printf(s->arena, "%s   %s   %s", v->period, office,
			     v->of),
		s->maker->width));
	for (size_t i = 0; i < ARRAY_SIZE(v->figures); i++) {
		put_figure(s, FIGURE_BAR, PAPER_SMALL, (double)i * width, 42,
			   width - TILE_GAP, 26);
		put(s, PAPER_TITLE, (double)i * width + 8, 45, v->figures[i]);
	}
	s->y = 78;
}

static void
draw_title(const struct sheet *s, double x, double y, double w,
	   const char *title, const char *note)
{
	double used = s->maker->ops->measure(s->maker, PAPER_STRONG, title);

	put(s, PAPER_STRONG, x, y, title);
	if (!text_is_blank(note))
		put(s, PAPER_SMALL, x + used + 6, y + 2,
		    cut(s, PAPER_SMALL, note, w - used - 6));
	put_figure(s, FIGURE_RULE, PAPER_PLAIN, x, y + TITLE_HEIGHT - 2, w, 0);
}

/* ----------------------------------------------------------------- curves */

static void
draw_curve(const struct sheet *s, const struct stats_bins *b, const int *values,
	   int most, double height, enum paper_style ink)
{
	double width = (s->maker->width - EDGE) / (double)b->all;
	/* Thin ones meet, and leave no seam. */
	double drawn = width > 3 ? width - 0.8 : width + 0.15;

	put_right(s, PAPER_SMALL, EDGE - 4, s->y - 3, DIGITS(most));
	put_right(s, PAPER_SMALL, EDGE - 4, s->y + height - 9, DIGITS(0));
	for (size_t i = 0; i < b->n; i++) {
		double h = most > 0 ? height * values[i] / most : 0;

		if (values[i] > 0)
			put_figure(s, FIGURE_BAR, ink, EDGE + (double)i * width,
				   s->y + height - h, drawn, h);
	}
	put_figure(s, FIGURE_RULE, PAPER_PLAIN, EDGE, s->y + height,
		   s->maker->width - EDGE, 0);
}

/* The first days of months, and, where there is one, each fifth day. */
static void
draw_axis(struct sheet *s)
{
	const struct stats_view *v = s->view;
	double day = (s->maker->width - EDGE) / (double)v->all_days;
	double free_from = 0;

	for (size_t i = 0; i < v->n_days; i++) {
		struct date d = v->days[i].day;
		double x = EDGE + (double)i * day;
		struct text t = {0};

		if (x < free_from ||
		    (d.day != 1 && (v->all_days > 62 || d.day % 5 != 0)))
			continue;
		if (v->all_days > 62)
			text_add_month(&t, d.month, DATE_SHORT);
		else
			text_add_date(&t, d, DATE_SHORT, v->thai);
		put_figure(s, FIGURE_STROKE, PAPER_PLAIN, x, s->y, 0, 3);
		put(s, PAPER_SMALL, x, s->y + 2, text_str(&t));
		free_from =
		    x + 8 +
		    s->maker->ops->measure(s->maker, PAPER_SMALL, text_str(&t));
		text_done(&t);
	}
	s->y += 16;
}

static void
draw_curves(struct sheet *s)
{
	struct stats_bins b;

	stats_bins_make(s->view, 366, s->arena, &b);
	draw_title(s, 0, s->y, s->maker->width, _("Open at the end of the day"),
		   "");
	s->y += TITLE_HEIGHT + 4;
	draw_curve(s, &b, b.open, b.most_open, OPEN_HEIGHT, PAPER_STRONG);
	s->y += OPEN_HEIGHT + GAP;
	draw_title(s, 0, s->y, s->maker->width, _("Received by day"),
		   stats_bins_note(s->view, &b, s->arena));
	s->y += TITLE_HEIGHT + 4;
	draw_curve(s, &b, b.came, b.most_came, CAME_HEIGHT, PAPER_PLAIN);
	s->y += CAME_HEIGHT;
	draw_axis(s);
}

/* ----------------------------------------------------------------- panels */

/* Which rows of it have room on a sheet. */
static size_t
first_shown(const struct stats_panel *p)
{
	return !p->is_wide && p->n > MONTHS_MOST ? p->n - MONTHS_MOST : 0;
}

static size_t
end_shown(const struct stats_panel *p)
{
	return p->is_wide && p->n > SLOWEST_MOST ? SLOWEST_MOST : p->n;
}

static double
height_of(const struct stats_panel *p)
{
	size_t rows = end_shown(p) - first_shown(p);

	return TITLE_HEIGHT + ROW_HEIGHT * (double)(rows > 0 ? rows : 1) + GAP;
}

static double
widest(const struct sheet *s, const struct stats_panel *p, bool is_told)
{
	double most = 0;

	for (size_t i = first_shown(p); i < end_shown(p); i++) {
		double w = s->maker->ops->measure(s->maker, PAPER_SMALL,
						  is_told ? p->rows[i].told
							  : p->rows[i].label);

		most = w > most ? w : most;
	}
	return most;
}

static double
lower(double a, double b)
{
	return a < b ? a : b;
}

static void
draw_panel(const struct sheet *s, const struct stats_panel *p, double x,
	   double y, double w)
{
	double told = lower(widest(s, p, true), w * 0.45);
	double label = lower(widest(s, p, false), w * (p->is_wide ? 0.3 : 0.4));
	double bar = w - label - told - 12;

	draw_title(s, x, y, w, p->title, p->note);
	y += TITLE_HEIGHT;
	if (p->n == 0)
		put(s, PAPER_SMALL, x, y, _("nothing"));
	for (size_t i = first_shown(p); i < end_shown(p);
	     i++, y += ROW_HEIGHT) {
		const struct stats_row *row = &p->rows[i];
		double at = x + label + 6;

		put(s, PAPER_SMALL, x, y,
		    cut(s, PAPER_SMALL, row->label, label));
		if (p->most > 0 && row->value > 0)
			put_figure(s, FIGURE_BAR,
				   strcmp(p->code, "reports") == 0
				       ? PAPER_TITLE
				       : PAPER_PLAIN,
				   at, y + 3,
				   bar * (double)row->value / (double)p->most,
				   BAR_HEIGHT);
		if (!p->is_wide)
			at += bar + 6;
		put(s, PAPER_SMALL, at, y,
		    cut(s, PAPER_SMALL, row->told, x + w - at));
	}
}

/* Each panel goes where there is more room, as they come; the wide ones below
   them, as long as the sheet has room. */
static void
draw_panels(struct sheet *s)
{
	double width = (s->maker->width - BETWEEN) / 2;
	double at[2] = {s->y + GAP, s->y + GAP};

	for (size_t i = 0; i < STATS_PANELS; i++) {
		const struct stats_panel *p = &s->view->panels[i];
		int c = at[1] < at[0];

		if (p->is_wide) {
			at[0] = at[1] = at[c] < at[!c] ? at[!c] : at[c];
			if (at[0] + height_of(p) - GAP <= s->maker->height)
				draw_panel(s, p, 0, at[0], s->maker->width);
			at[0] += height_of(p);
			at[1] = at[0];
			continue;
		}
		draw_panel(s, p, c * (width + BETWEEN), at[c], width);
		at[c] += height_of(p);
	}
}

void
stats_sheet_draw(struct maker *m, const struct stats_view *v,
		 const char *office, struct arena *a)
{
	struct sheet s = {.maker = m, .view = v, .arena = a};

	draw_head(&s, office);
	draw_curves(&s);
	draw_panels(&s);
}

/* ------------------------------------------------------------------ a file */

static bool
add_to_file(void *ctx, const char *bytes, size_t n, struct error *err)
{
	return new_file_add(ctx, bytes, n, err);
}

static void
answer_digest(const json_t *answer, unsigned char digest[DIGEST_SIZE])
{
	char *text = json_dumps(answer, JSON_COMPACT | JSON_SORT_KEYS);

	digest_of(text, strlen(text), digest);
	free(text);
}

static bool
make_sheet(struct session *s, struct maker *m, const json_t *answer,
	   struct new_file *to, struct error *err)
{
	const struct paper_sink sink = {add_to_file, to};
	unsigned char digest[DIGEST_SIZE];
	struct arena a = {0};
	struct stats_view v;
	bool ok;

	answer_digest(answer, digest);
	stats_view_make(answer, s->wish.thai, &a, &v);
	ok = m->ops->begin(m, &sink, _("Statistics"), session_now(s), digest,
			   err);
	if (ok)
		stats_sheet_draw(m, &v, s->office_name, &a);
	ok = ok && m->ops->turn(m, true, err) && m->ops->end(m, err);
	arena_done(&a);
	return ok;
}

bool
stats_sheet_write(struct session *s, const json_t *answer, bool is_pdf,
		  const char *path, struct error *err)
{
	struct maker *m =
	    is_pdf ? maker_pdf_new(settings_text(s->settings, SET_PRINT_FONT),
				   false, err)
		   : maker_svg_new();
	struct new_file to = {0};
	bool ok;

	if (m == NULL)
		return false;
	ok = new_file_begin(&to, path, err) &&
	     make_sheet(s, m, answer, &to, err) && new_file_keep(&to, err);
	new_file_drop(&to);
	maker_free(m);
	return ok;
}
