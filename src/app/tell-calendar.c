/* tell-calendar.c -- a month as lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/answer.h"
#include "app/calendar.h"
#include "app/holiday.h"
#include "app/tell-table.h"

enum { DAYS = 7, CELL = 10, INDENT = 11 };

static bool
day_of(const json_t *row, const char *key, struct date *d)
{
	struct error none = {0};

	return date_parse(answer_word(row, key), d, &none);
}

static void
add_number(const struct teller *to, struct text *t, int n)
{
	char number[16], *thai;

	snprintf(number, sizeof(number), "%2d", n);
	thai = to->thai ? thai_digits_to_thai(number) : NULL;
	text_add(t, thai ? thai : number);
	free(thai);
}

static void
tell_heading(const struct teller *to, struct date first)
{
	const struct date sunday = {2023, 1, 1};
	struct text t = {0}, cell = {0};

	text_add_month(&t, first.month, DATE_LONG);
	text_add(&t, " ");
	add_number(to, &t, first.year + BUDDHIST_ERA);
	tell_line(to, &t);
	text_clear(&t);
	for (int i = 0; i < DAYS; i++) {
		text_clear(&cell);
		text_add_weekday(&cell, date_after(sunday, i));
		thai_add_padded(&t, cell.s, CELL, false);
	}
	text_trim(t.s);
	tell_line(to, &t);
	text_done(&t);
	text_done(&cell);
}

static void
marks_of(const json_t *day, int n[DUTY_MARKS])
{
	for (int i = 0; i < DUTY_MARKS; i++)
		n[i] = (int)answer_whole(day, duty_marks[i].value);
}

/* "20* !2 ●1": a holiday has a star. */
static void
add_cell(const struct teller *to, struct text *t, const json_t *day, int number)
{
	bool is_free = json_is_object(json_object_get(day, "holiday"));
	int n[DUTY_MARKS];
	struct text cell = {0};

	marks_of(day, n);
	add_number(to, &cell, number);
	text_add(&cell, is_free ? "* " : "  ");
	text_add_marks(&cell, n, to->thai);
	thai_add_padded(t, cell.s, CELL, false);
	text_done(&cell);
}

static void
tell_weeks(const struct teller *to, const json_t *days)
{
	struct text t = {0};
	size_t i;
	json_t *day;

	json_array_foreach(days, i, day)
	{
		int weekday = (int)answer_whole(day, "weekday");

		if (i == 0)
			text_printf(&t, "%*s", weekday * CELL, "");
		add_cell(to, &t, day, (int)i + 1);
		if (weekday < DAYS - 1 && i + 1 < json_array_size(days))
			continue;
		for (; t.n > 0 && t.s[t.n - 1] == ' '; t.n--)
			t.s[t.n - 1] = '\0';
		tell_line(to, &t);
		text_clear(&t);
	}
	text_done(&t);
}

/* "15 ก.พ. 69  ", then what stands behind it. */
static void
tell_at(const struct teller *to, struct date d, const char *what)
{
	struct text t = {0};

	text_add_date(&t, d, DATE_SHORT, to->thai);
	thai_add_padded(to->out, text_str(&t), INDENT, false);
	text_add(to->out, " ");
	tell_wrapped(to, what, INDENT + 1);
	text_done(&t);
}

static void
tell_holidays_of(const struct teller *to, const json_t *days)
{
	size_t i;
	json_t *day;

	json_array_foreach(days, i, day)
	{
		const json_t *h = json_object_get(day, "holiday");
		const struct holiday holiday = {
		    .name = answer_word(h, "name"),
		    .name_en = json_string_value(json_object_get(h, "name_en")),
		};
		struct text t = {0};
		struct date d;

		if (!json_is_object(h) || !day_of(day, "day", &d))
			continue;
		text_printf(&t, "* %s", holiday_name(&holiday));
		tell_at(to, d, t.s);
		text_done(&t);
	}
}

/* The date of the letter, where the office is closed on it. */
static void
add_written(const struct teller *to, struct text *t, const json_t *duty,
	    struct date last_day)
{
	struct text day = {0};
	struct date due;

	if (!day_of(duty, "due", &due) || date_compare(due, last_day) == 0)
		return;
	text_add_date(&day, due, DATE_SHORT, to->thai);
	text_printf(t, _(" (written: %s)"), day.s);
	text_done(&day);
}

static void
tell_duties_of(const struct teller *to, const json_t *duties)
{
	size_t i;
	json_t *duty;

	json_array_foreach(duties, i, duty)
	{
		const struct choice *mark =
		    choice_find(duty_marks, answer_word(duty, "state"));
		struct text t = {0};
		struct date d;

		if (!mark || !day_of(duty, "last_day", &d))
			continue;
		text_printf(&t, "%s ", duty_mark_signs[mark - duty_marks]);
		text_add_answer_number(&t, duty);
		text_printf(&t, " %s", answer_word(duty, "what"));
		if (answer_word(duty, "owner_name")[0] != '\0')
			text_printf(&t, " · %s",
				    answer_word(duty, "owner_name"));
		add_written(to, &t, duty, d);
		tell_at(to, d, t.s);
		text_done(&t);
	}
}

/* Up to which day holidays are known, where the month goes beyond it. */
static void
tell_unknown(const struct teller *to, const json_t *answer)
{
	const json_t *days = json_object_get(answer, "days");
	const json_t *last = json_array_get(days, json_array_size(days) - 1);
	struct text t = {0};
	struct date d;

	if (json_is_true(json_object_get(last, "known")) ||
	    !day_of(last, "day", &d))
		return;
	text_printf(&t, _("No holidays are known for %s."),
		    DIGITS(d.year + BUDDHIST_ERA));
	tell_line(to, &t);
	text_done(&t);
}

void
tell_calendar(const struct teller *to, const json_t *answer)
{
	const json_t *days = json_object_get(answer, "days");
	struct date first;

	if (!day_of(json_array_get(days, 0), "day", &first))
		return;
	tell_heading(to, first);
	tell_weeks(to, days);
	text_add(to->out, "\n");
	tell_holidays_of(to, days);
	tell_duties_of(to, json_object_get(answer, "duties"));
	tell_unknown(to, answer);
}
