/* tell-stats.c -- the statistics as lines of text, with bars */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/bars.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/stats.h"
#include "app/tell.h"

enum { USUAL_WIDTH = 80, LABEL = 30, BAR = 20, CURVE_ROWS = 4, EDGE = 6 };

/* A line no wider than the paper: what is too long is cut. */
static void
put_line(const struct teller *to, struct text *t)
{
	struct text cut = {0};

	if (thai_columns(text_str(t)) > to->width)
		thai_add_padded(&cut, text_str(t), to->width, false);
	else
		text_add(&cut, text_str(t));
	while (cut.n > 0 && cut.s[cut.n - 1] == ' ')
		text_remove(&cut, cut.n - 1, 1);
	tell_line(to, &cut);
	text_done(&cut);
	text_clear(t);
}

static void
tell_title(const struct teller *to, const char *title, const char *note)
{
	struct text t = {0};

	text_add(to->out, "\n");
	text_add(&t, title);
	if (!text_is_blank(note))
		text_printf(&t, "  (%s)", note);
	put_line(to, &t);
	text_done(&t);
}

/* The number at the left edge: the highest in the first row, 0 in the last. */
static void
tell_curve(const struct teller *to, const struct curve *c)
{
	for (int row = c->rows - 1; row >= 0; row--) {
		struct text t = {0};

		thai_add_padded(&t,
				row == c->rows - 1 ? DIGITS(c->most)
				: row == 0         ? DIGITS(0)
						   : "",
				EDGE - 1, true);
		text_add(&t, " ");
		text_add_curve_row(&t, c, row);
		put_line(to, &t);
		text_done(&t);
	}
}

static void
tell_axis(const struct teller *to, const struct stats_view *v)
{
	struct text t = {0}, first = {0}, last = {0};

	if (v->n_days == 0)
		return;
	text_add_date(&first, v->days[0].day, DATE_SHORT, to->thai);
	text_add_date(&last, v->days[v->n_days - 1].day, DATE_SHORT, to->thai);
	text_printf(&t, "%*s%s", EDGE, "", text_str(&first));
	if (v->n_days > 1)
		text_printf(&t, " – %s", text_str(&last));
	put_line(to, &t);
	text_done(&t);
	text_done(&first);
	text_done(&last);
}

static void
tell_curves(const struct teller *to, const struct stats_view *v)
{
	struct arena a = {0};
	struct stats_bins b;

	stats_bins_make(v, (size_t)(to->width - EDGE), &a, &b);
	tell_title(to, _("Open at the end of the day"), "");
	tell_curve(to, &(struct curve){b.open, b.n, b.most_open, (int)b.columns,
				       CURVE_ROWS});
	tell_title(to, _("Received by day"), stats_bins_note(v, &b, &a));
	tell_curve(to, &(struct curve){b.came, b.n, b.most_came, (int)b.columns,
				       CURVE_ROWS});
	tell_axis(to, v);
	arena_done(&a);
}

static void
tell_detail(const struct teller *to, const struct stats_row *row)
{
	text_add(to->out, "    ");
	tell_wrapped(to, row->detail, 4);
}

static void
tell_row_of(const struct teller *to, const struct stats_panel *p,
	    const struct stats_row *row, int label)
{
	struct text t = {0};

	text_add(&t, "  ");
	thai_add_padded(&t, row->label, label, false);
	text_add(&t, "  ");
	if (p->most > 0) {
		text_add_bar(&t, row->value, p->most, BAR);
		text_add(&t, "  ");
	}
	text_add(&t, row->told);
	put_line(to, &t);
	if (row->detail != NULL && !p->is_wide)
		tell_detail(to, row);
	text_done(&t);
}

static void
tell_panel(const struct teller *to, const struct stats_panel *p)
{
	int label = 0;

	if (p->n == 0)
		return;
	for (size_t i = 0; i < p->n; i++)
		if (thai_columns(p->rows[i].label) > label)
			label = thai_columns(p->rows[i].label);
	label = label < LABEL ? label : LABEL;
	tell_title(to, p->title, p->note);
	for (size_t i = 0; i < p->n; i++)
		tell_row_of(to, p, &p->rows[i], label);
}

static void
tell_view(const struct teller *to, const json_t *answer)
{
	struct arena a = {0};
	struct stats_view v;
	struct text t = {0};

	stats_view_make(answer, to->thai, &a, &v);
	text_printf(&t, "%s  %s", v.period, v.of);
	put_line(to, &t);
	for (size_t i = 0; i < ARRAY_SIZE(v.figures); i++)
		text_printf(&t, "%s%s", i > 0 ? "   " : "", v.figures[i]);
	put_line(to, &t);
	tell_curves(to, &v);
	for (size_t i = 0; i < STATS_PANELS; i++)
		tell_panel(to, &v.panels[i]);
	text_done(&t);
	arena_done(&a);
}

/* Bars have a length, also where lines may be as long as they like. */
void
tell_stats(const struct teller *to, const json_t *answer)
{
	struct teller paper = *to;
	const char *output = answer_word(answer, "output");

	if (output[0] != '\0') {
		text_printf(to->out, _("written to %s"), output);
		text_add(to->out, "\n");
		return;
	}
	if (paper.width <= 0)
		paper.width = USUAL_WIDTH;
	tell_view(&paper, answer);
}
