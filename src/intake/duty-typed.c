/* duty-typed.c -- the days of a duty as a person types them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/duty.h"
#include "intake/scan.h"

/* Short for what letters say at length, and English for the same. */
struct typed_row {
	const char *pattern; /* pattern.h */
	make_fn make;
};

/* clang-format off */
#define NTH "%n[st|nd|rd|th|]"
static const struct typed_row rows[] = {
	{ "[ภายใน|] %n วันทำการ", make_receipt_working },
	{ "[ภายใน|] %n วัน", make_receipt },
	{ "[ภายใน|] %n สัปดาห์", make_receipt_weeks },
	{ "วันที่ %n [ทุกเดือน|ของทุกเดือน]", make_monthly },
	{ "[within|in] %n working [days|day]", make_receipt_working },
	{ "[within|in] %n [days|day]", make_receipt },
	{ "[within|in] %n [weeks|week]", make_receipt_weeks },
	{ "%n working days", make_receipt_working },
	{ "%n days", make_receipt },
	{ "every month on [the|] " NTH, make_monthly },
	{ "monthly on [the|] " NTH, make_monthly },
	{ "[every|each] [last|end] [day|] of [the|] month", make_monthly_last },
	{ "every month end", make_monthly_last },
	{ "[every|by the|the] " NTH " of [every|each|the] month", make_monthly },
	{ "every " NTH, make_monthly },
	{ "[every day|daily]", make_daily },
	{ "[every|each] quarter", make_each_quarter_end },
	{ "[by|on|] [the|] %d", make_date },
};

/* Behind them: how often. */
static const struct typed_row tails[] = {
	{ "%n [times|time]", NULL },
	{ "%n ครั้ง", NULL },
};
/* clang-format on */

/* "..., 4 times" */
static void
read_count(struct duty_work *w, const char *s, struct read_duty *d)
{
	struct caught c;
	size_t n;

	for (; d->rrule != NULL && *s != '\0'; s++)
		if (pattern_find(tails, ARRAY_SIZE(tails), sizeof(*tails), s,
				 &c, &n) != NULL) {
			d->rrule = arena_printf(w->in->a, "%s;COUNT=%ld",
						d->rrule, c.number[0]);
			return;
		}
}

static bool
read_short(struct duty_work *w, const char *s, struct read_duty *d)
{
	const struct typed_row *row;
	struct caught c;
	size_t n;

	row = pattern_find(rows, ARRAY_SIZE(rows), sizeof(*rows), s, &c, &n);
	if (row == NULL)
		return false;
	*d = (struct read_duty){.sure = FIELD_READ, .words = s};
	if (!row->make(w, &c, d))
		return false;
	read_count(w, s + n, d);
	return true;
}

/* As a letter would say it: that something is to be reported is clear. */
static bool
read_as_letter(struct duty_work *w, const char *words, struct read_duty *d)
{
	const char *text = arena_printf(w->in->a, "รายงาน %s", words);

	duties_read(w->in, w->l, text, "");
	if (w->l->n_duties == 0)
		return false;
	*d = w->l->duties[0];
	read_count(w, strstr(d->rrule ? d->rrule : "", "COUNT") ? "" : words,
		   d);
	return d->due.year != 0 || d->rrule != NULL ||
	       d->days_after_receipt != 0;
}

bool
intake_read_days(const char *words, struct date dated, struct arena *a,
		 struct read_duty *d)
{
	struct reading r = {0};
	struct intake in = {.a = a, .r = &r};
	struct read_letter l = {.dated = dated};
	struct duty_work w = {.in = &in, .l = &l, .text = words};
	struct error none = {0};

	words += strspn(words, " ");
	if (read_as_letter(&w, words, d) || read_short(&w, words, d))
		return true;
	*d = (struct read_duty){.sure = FIELD_READ, .words = words};
	return date_parse(words, &d->due, &none);
}
