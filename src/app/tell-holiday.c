/* tell-holiday.c -- the table of holidays as lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/holiday.h"

#include "app/tell-table.h"

static bool
day_of(const json_t *row, const char *key, struct date *d)
{
	struct error none = {0};

	return date_parse(answer_word(row, key), d, &none);
}

/* "Fri 2 Jan 2569". */
static void
add_day(const struct teller *to, const json_t *row, const char *key,
	struct text *t)
{
	struct date d;

	if (!day_of(row, key, &d))
		return;
	text_add_weekday(t, d);
	text_add(t, " ");
	text_add_date(t, d, DATE_SHORT, to->thai);
}

/* What there is a doubt about has a mark. */
static void
add_kind(const struct teller *to, const json_t *row, const char *key,
	 struct text *t)
{
	(void)to;
	text_add(t, choice_label(holiday_kinds, answer_word(row, key)));
	if (json_is_true(json_object_get(row, "is_doubtful")))
		text_add(t, " ?");
}

static void
add_name(const struct teller *to, const json_t *row, const char *key,
	 struct text *t)
{
	const struct holiday h = {
	    .name = answer_word(row, key),
	    .name_en = json_string_value(json_object_get(row, "name_en")),
	};

	(void)to;
	text_add_visible(t, holiday_name(&h), false);
}

/* clang-format off */
static const struct tell_column columns[] = {
	{ N_("day"), "day", 15, add_day },
	{ N_("why"), "kind", 27, add_kind },
	{ N_("holiday"), "name", REST_WHOLE, add_name },
	{ 0 }
};
/* clang-format on */

static const struct choice states[] = {{"new", NULL, N_("new")},
				       {"other", NULL, N_("is another")},
				       {"same", NULL, N_("is there")},
				       {0}};

static void
add_state(const struct teller *to, const json_t *row, const char *key,
	  struct text *t)
{
	(void)to;
	text_add(t, choice_label(states, answer_word(row, key)));
}

/* clang-format off */
static const struct tell_column read_columns[] = {
	{ N_("day"), "day", 15, add_day },
	{ N_("in the table"), "state", 14, add_state },
	{ N_("holiday"), "name", REST_WHOLE, add_name },
	{ 0 }
};
/* clang-format on */

void
tell_holidays_read(const struct teller *to, const json_t *answer)
{
	const json_t *days = json_object_get(answer, "holidays");
	size_t i;
	json_t *row;

	if (json_array_size(days) > 0)
		tell_row(to, read_columns, NULL);
	else
		tell_wrapped(to, _("no holiday was found in the file"), 0);
	json_array_foreach(days, i, row) tell_row(to, read_columns, row);
}

void
tell_calendar_file(const struct teller *to, const json_t *answer)
{
	int64_t n = answer_whole(answer, "events");
	struct text t = {0};

	text_printf(&t,
		    P_("%s: %s day is written", "%s: %s days are written", n),
		    answer_word(answer, "output"), DIGITS(n));
	tell_line(to, &t);
	text_done(&t);
}

static const char *
day_words(const struct teller *to, const json_t *answer, const char *key,
	  struct text *t)
{
	struct date d;

	text_clear(t);
	if (day_of(answer, key, &d))
		text_add_date(t, d, DATE_LONG, to->thai);
	return text_str(t);
}

/* How far it goes, and whether the program knows more. */
static void
tell_bounds(const struct teller *to, const json_t *answer)
{
	struct text day = {0}, t = {0};

	if (day_words(to, answer, "last_day", &day)[0] == '\0')
		text_add(&t, _("No holidays are known here."));
	else
		text_printf(&t, _("After %s no holidays are known."), day.s);
	tell_wrapped(to, t.s, 0);
	text_clear(&t);
	if (day_words(to, answer, "newer", &day)[0] != '\0') {
		text_printf(&t,
			    _("The program brings a newer table, as known on "
			      "%s: `holiday update' takes it over."),
			    day.s);
		tell_wrapped(to, t.s, 0);
	}
	text_done(&day);
	text_done(&t);
}

void
tell_holidays(const struct teller *to, const json_t *answer)
{
	const json_t *days = json_object_get(answer, "holidays");
	size_t i;
	json_t *row;

	if (json_array_size(days) > 0)
		tell_row(to, columns, NULL);
	json_array_foreach(days, i, row) tell_row(to, columns, row);
	tell_bounds(to, answer);
}
