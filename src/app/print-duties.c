/* print-duties.c -- what is to be done by when, as a list and as a month */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/workday.h"

#include "app/duty.h"
#include "app/print.h"

/* ------------------------------------------------------------- the list */

const struct paper_column duties_columns[] = {
    {N_("due on"), 10, 1, 14, PAPER_LEFT},
    {N_("at last"), 10, 1, 14, PAPER_LEFT},
    {N_("duty"), 13, 4, 60, PAPER_LEFT},
    {N_("whose duty"), 10, 2, 40, PAPER_LEFT},
    {N_("letter"), 9, 0, 14, PAPER_LEFT},
    {N_("subject"), 12, 5, 80, PAPER_LEFT},
    {N_("from"), 8, 2, 40, PAPER_LEFT},
    {NULL, 0, 0, 0, PAPER_LEFT},
};

bool
print_duties_open(struct printing *p, struct error *err)
{
	struct date today = session_today(p->s);
	bool mine = request_value(p->r, "mine") != NULL;
	struct duty_due_list *list = arena_alloc(&p->arena, sizeof(*list));

	p->look.right = print_date(p, today, DATE_LONG);
	p->stem =
	    arena_printf(&p->arena, "duties-%s", date_iso(&p->arena, today));
	if (!look_duties(p->s, mine, look_duties_end(p->s), &p->arena, list,
			 err))
		return false;
	if (request_value(p->r, "all") == NULL)
		duties_keep_next(list, today);
	p->data = list;
	return true;
}

static const char *
letter_of(struct printing *p, const struct duty_due *d)
{
	struct text t = {0};
	const char *kept;

	text_add_book_number(&t, d->book, d->year, d->number, p->thai);
	kept = arena_strdup(&p->arena, t.s);
	text_done(&t);
	return kept;
}

static const char *
what_of(struct printing *p, const struct duty_due *d)
{
	struct text t = {0};
	const char *kept;

	text_add_duty_due(&t, d, p->thai);
	kept = arena_strdup(&p->arena, t.s);
	text_done(&t);
	return kept;
}

/* A head for all that is overdue, of today, of this week ... */
bool
print_duties_write(struct printing *p, struct error *err)
{
	const struct duty_due_list *list = p->data;
	struct date today = session_today(p->s);
	int before = -1;

	(void)err;
	doc_table(p->doc, p->form->columns);
	for (size_t i = 0; i < list->n; i++) {
		const struct duty_due *d = &list->at[i];
		int when = duty_when(d->due, d->last_day, today);

		if (when != before)
			doc_span(p->doc, _(duty_whens[when].label));
		before = when;
		doc_row(p->doc, (const char *const[]){
				    print_date(p, d->due, DATE_SHORT),
				    print_date(p, d->last_day, DATE_SHORT),
				    what_of(p, d), d->owner_name,
				    letter_of(p, d), d->subject, d->sender});
	}
	doc_table_end(p->doc);
	if (list->n == 0)
		doc_words(p->doc, PAPER_PLAIN, PAPER_LEFT,
			  _("Nothing is to be done."));
	return true;
}

/* ------------------------------------------------------------ the month */

enum { WEEK = 7 };

const struct paper_column month_columns[] = {
    {N_("Sunday"), 9, 1, 99, PAPER_LEFT},
    {N_("Monday"), 9, 1, 99, PAPER_LEFT},
    {N_("Tuesday"), 9, 1, 99, PAPER_LEFT},
    {N_("Wednesday"), 9, 1, 99, PAPER_LEFT},
    {N_("Thursday"), 9, 1, 99, PAPER_LEFT},
    {N_("Friday"), 9, 1, 99, PAPER_LEFT},
    {N_("Saturday"), 9, 1, 99, PAPER_LEFT},
    {NULL, 0, 0, 0, PAPER_LEFT},
};

bool
print_month_open(struct printing *p, struct error *err)
{
	const char *given = request_operand(p->r, 0);
	struct date day = session_today(p->s);
	struct duty_due_list *list = arena_alloc(&p->arena, sizeof(*list));
	struct text t = {0};

	if (given != NULL &&
	    !date_parse_near(given, session_today(p->s), &day, err))
		return false;
	text_add_month(&t, day.month, DATE_LONG);
	text_printf(&t, " %s", print_number(p, day.year + BUDDHIST_ERA));
	p->look.right = arena_strdup(&p->arena, t.s);
	text_done(&t);
	p->stem = arena_printf(&p->arena, "month-%04d-%02d",
			       day.year + BUDDHIST_ERA, day.month);
	p->day = (struct date){day.year, day.month, 1};
	day.day = date_month_days(day.year, day.month);
	p->data = list;
	return look_duties(p->s, false, day, &p->arena, list, err);
}

/* The day, the holiday on it, and what is to be done at the last. */
static const char *
day_cell(struct printing *p, const struct holidays *h, struct date day)
{
	const struct duty_due_list *list = p->data;
	struct text t = {0};
	const char *kept;

	text_add(&t, print_number(p, day.day));
	for (size_t i = 0; i < h->n; i++)
		if (date_compare(h->at[i].day, day) == 0)
			text_printf(&t, "\n%s", h->at[i].name);
	for (size_t i = 0; i < list->n; i++)
		if (date_compare(list->at[i].last_day, day) == 0)
			text_printf(&t, "\n%s %s", letter_of(p, &list->at[i]),
				    what_of(p, &list->at[i]));
	kept = arena_strdup(&p->arena, t.s);
	text_done(&t);
	return kept;
}

bool
print_month_write(struct printing *p, struct error *err)
{
	const char *week[WEEK] = {"", "", "", "", "", "", ""};
	struct date day = p->day;
	struct holidays h;

	if (!holidays_read(p->s->store, p->s->office, &p->arena, &h, err))
		return false;
	doc_table(p->doc, p->form->columns);
	for (int n = date_month_days(day.year, day.month); day.day <= n;
	     day.day++) {
		int at = date_weekday(day);

		week[at] = day_cell(p, &h, day);
		if (at < WEEK - 1 && day.day < n)
			continue;
		/* There is room to write, whatever stands there. */
		week[0] = arena_printf(&p->arena, "%s\n\n\n", week[0]);
		doc_row(p->doc, week);
		for (int i = 0; i < WEEK; i++)
			week[i] = "";
	}
	doc_table_end(p->doc);
	return true;
}
