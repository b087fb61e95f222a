/* letter-duties.c -- the duties of a letter, on its screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/letter-duties.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/duty.h"

enum {
	LABEL_COL = 1,
	TEXT_COL = 5,
	PERIODS_SHOWN = 3, /* open ones to come; the settled before, the last */
};

struct writing {
	const struct tui *tui;
	const struct letter_file *file;
	const struct morning_told_list *told;
	struct pager *p;
	bool thai;
};

static void
write_line(const struct writing *w, enum style style, struct text *t)
{
	pager_text(w->p, TEXT_COL, style, text_str(t));
	text_clear(t);
}

/* "1  รายงานผลการดำเนินงาน", with its mark while nobody has confirmed it. */
static void
write_what(const struct writing *w, const struct duty *d)
{
	struct text nth = {0}, t = {0};

	text_add_number(&nth, d->nth, w->thai);
	text_printf(&t, "%s%s", d->is_proposed ? "? " : "", d->what);
	pager_field(w->p, LABEL_COL + 1, nth.s, TEXT_COL,
		    strcmp(d->state, DUTY_OPEN) == 0 ? STYLE_STRONG : STYLE_DIM,
		    t.s);
	if (d->is_proposed) {
		text_clear(&t);
		text_add(&t, _("read with a doubt: `duty change' confirms or "
			       "mends it"));
		write_line(w, STYLE_URGENT, &t);
	}
	text_done(&nth);
	text_done(&t);
}

/* The words of each office above; the first counts. */
static void
write_asked(const struct writing *w, const struct duty *d)
{
	const struct duty_asked *k;
	size_t n = duty_asked_of(w->file, d, &k);
	struct text t = {0};

	for (size_t i = 0; i < n; i++) {
		if (k[i].words == NULL && n == 1)
			continue;
		text_add(&t, k[i].words ? k[i].words : "");
		if (k[i].words == NULL)
			text_add_date(&t, k[i].first, DATE_SHORT, w->thai);
		if (n > 1)
			text_printf(&t, " · %s%s", k[i].asked_by,
				    i == 0 ? _(" (counts)") : "");
		write_line(w, i == 0 ? STYLE_NORMAL : STYLE_DIM, &t);
	}
	text_done(&t);
}

static void
write_where(const struct writing *w, const struct duty *d)
{
	const struct duty_where *at;
	size_t n = duty_where_of(w->file, d, &at);
	struct text t = {0};

	for (size_t i = 0; i < n; i++) {
		text_printf(&t, "→ %s", at[i].name);
		if (at[i].link != NULL && strcmp(at[i].link, at[i].name) != 0)
			text_printf(&t, "  %s", at[i].link);
		write_line(w, STYLE_NORMAL, &t);
	}
	text_done(&t);
}

/* "กองช่าง · แบบ ... · 3 pictures · 2 copies" */
static void
write_how(const struct writing *w, const struct duty *d)
{
	struct text t = {0};

	text_printf(&t, "%s",
		    d->owner_name ? d->owner_name
				  : _("whoever has the letter"));
	if (d->form != NULL)
		text_printf(&t, " · %s", d->form);
	if (d->pictures > 0)
		text_printf(&t,
			    P_(" · %s picture", " · %s pictures",
			       (unsigned long)d->pictures),
			    DIGITS(d->pictures));
	if (d->copies > 0)
		text_printf(
		    &t,
		    P_(" · %s copy", " · %s copies", (unsigned long)d->copies),
		    DIGITS(d->copies));
	write_line(w, STYLE_DIM, &t);
	text_done(&t);
}

static enum style
row_style(const struct writing *w, const struct duty_row *r)
{
	struct date today = session_today(w->tui->session);

	if (strcmp(r->state, DUTY_OPEN) != 0)
		return STYLE_DIM;
	switch (duty_when(r->due, r->last_day, today)) {
	case DUTY_OVERDUE:
		return STYLE_ERROR;
	case DUTY_TODAY:
		return STYLE_URGENT;
	default:
		return STYLE_NORMAL;
	}
}

/* What shows that it was done, or why it need not be. */
static void
add_settled(const struct writing *w, const struct duty_row *r, struct text *t)
{
	if (strcmp(r->state, DUTY_OPEN) == 0)
		return;
	text_add(t, " ");
	text_add_date(t, moment_date(r->state_at), DATE_SHORT, w->thai);
	if (r->ref != NULL)
		text_printf(t, " · %s", r->ref);
	else if (r->reply_book != NULL) {
		text_add(t, " · ");
		text_add_book_number(t, r->reply_book, r->reply_year,
				     r->reply_number, w->thai);
	}
	if (r->has_figure) {
		text_add(t, " · ");
		text_add_number(t, (long)r->figure, w->thai);
	}
	if (r->note != NULL)
		text_printf(t, " “%s”", r->note);
	if (r->reason != NULL)
		text_printf(t, " “%s”", r->reason);
}

/* " · overdue by 3 working days, escalated to ปลัด อบต." */
static void
add_told(const struct writing *w, const struct duty_row *r, struct text *t)
{
	for (size_t i = 0; i < w->told->n; i++) {
		const struct morning_told *k = &w->told->at[i];

		if (k->duty != r->duty || k->period != r->period)
			continue;
		text_add(t, " · ");
		text_add_reminded(t, k->told.when, k->told.days);
		if (k->risen_to != NULL)
			text_printf(t, _(", escalated to %s"),
				    k->risen_to->name);
	}
}

static void
write_row(const struct writing *w, const struct duty_row *r)
{
	struct text t = {0};

	text_add_duty_day(&t, r->from_day, r->due, r->last_day, w->thai);
	if (!duty_period_is_day(r->name)) {
		text_add(&t, " · ");
		text_add_duty_period(&t, r->name, w->thai);
	}
	text_printf(&t, " · %s", choice_label(duty_states, r->state));
	add_settled(w, r, &t);
	add_told(w, r, &t);
	write_line(w, row_style(w, r), &t);
	text_done(&t);
}

/* All that are late or near; of those settled the last, of those to come a
   few, and how many more. */
static void
write_rows(const struct writing *w, const struct duty *d)
{
	const struct duty_row *r;
	size_t n = duty_rows_of(w->file, d, &r), open = 0, last = n;
	struct date today = session_today(w->tui->session);
	struct text t = {0};

	for (size_t i = 0; i < n; i++)
		if (strcmp(r[i].state, DUTY_OPEN) != 0)
			last = i;
	for (size_t i = 0; i < n; i++) {
		bool is_open = strcmp(r[i].state, DUTY_OPEN) == 0;

		if (is_open && date_compare(r[i].due, today) >= 0)
			open++;
		if (is_open ? open <= PERIODS_SHOWN : i == last)
			write_row(w, &r[i]);
	}
	if (open > PERIODS_SHOWN) {
		text_printf(&t, _("and %s more"), DIGITS(open - PERIODS_SHOWN));
		write_line(w, STYLE_DIM, &t);
	}
	text_done(&t);
}

void
letter_duties_write(const struct tui *t, const struct letter_file *f,
		    const struct morning_told_list *told, struct pager *p)
{
	const struct writing w = {t, f, told, p, tui_is_thai(t)};

	if (f->n_duties == 0)
		return;
	pager_rows(p, 1);
	pager_line(p, LABEL_COL, STYLE_HEAD, _("Duties"));
	for (size_t i = 0; i < f->n_duties; i++) {
		const struct duty *d = &f->duties[i];

		write_what(&w, d);
		write_asked(&w, d);
		write_rows(&w, d);
		write_where(&w, d);
		write_how(&w, d);
	}
}
