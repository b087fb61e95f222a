/* tell-collect.c -- a collected report as lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/collect.h"

#include "app/answer.h"
#include "app/duty.h"
#include "app/tell.h"

/* Of a page of 80 columns. */
enum {
	PLACE_COLUMNS = 4,
	NAME_COLUMNS = 28,
	FIGURE_COLUMNS = 8,
	PERCENT_COLUMNS = 5,
	DAY_COLUMNS = 11,
	PERIOD_COLUMNS = 8,
	PERIODS_MAX = 5, /* side by side; the newest */
};

/* "1,250" in the digits in force, "-" where there is none. */
void
text_add_figure(struct text *t, bool has, int64_t figure, bool thai)
{
	char digits[32];
	struct text grouped = {0};
	char *own;
	int n;

	if (!has) {
		text_add(t, "-");
		return;
	}
	n = snprintf(digits, sizeof(digits), "%lld", (long long)figure);
	for (int i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0 && digits[i - 1] != '-')
			text_add(&grouped, ",");
		text_add_n(&grouped, &digits[i], 1);
	}
	own = thai ? thai_digits_to_thai(text_str(&grouped)) : NULL;
	text_add(t, own ? own : text_str(&grouped));
	free(own);
	text_done(&grouped);
}

static void
add_right(struct text *line, const struct text *cell, int columns)
{
	thai_add_padded(line, text_str(cell), columns, true);
}

static void
add_figure(const struct teller *to, struct text *line, const json_t *value,
	   int columns)
{
	struct text cell = {0};

	text_add_figure(&cell, json_is_integer(value),
			json_integer_value(value), to->thai);
	add_right(line, &cell, columns);
	text_done(&cell);
}

static void
add_percent(const struct teller *to, struct text *line, const json_t *value)
{
	struct text cell = {0};

	if (json_is_integer(value)) {
		text_add_number(&cell, (long)json_integer_value(value),
				to->thai);
		text_add(&cell, "%");
	}
	add_right(line, &cell, PERCENT_COLUMNS + 1);
	text_done(&cell);
}

static void
add_day(const struct teller *to, struct text *t, const char *iso)
{
	struct error none = {0};
	bool has_time;
	moment m;

	if (moment_parse(iso, &m, &has_time, &none))
		text_add_date(t, moment_date(m), DATE_SHORT, to->thai);
}

static void
add_name(struct text *line, const char *name, int columns)
{
	struct text seen = {0};

	text_add_visible(&seen, name, false);
	thai_add_padded(line, text_str(&seen), columns, false);
	text_done(&seen);
}

static const char *
period_name(const struct teller *to, const json_t *period, struct text *t)
{
	text_clear(t);
	text_add_duty_period(t, answer_word(period, "name"), to->thai);
	return text_str(t);
}

/* ------------------------------------------------------------------- head */

static void
tell_head(const struct teller *to, const json_t *answer)
{
	const json_t *period = json_object_get(answer, "period");
	struct text t = {0}, name = {0};

	text_add(&t, _("Collected report of letter "));
	text_add_answer_number(&t, answer);
	tell_line(to, &t);
	tell_field(to, _("Duty"), answer_word(answer, "what"));
	t.n = 0;
	text_printf(&t, _("%s, due "), period_name(to, period, &name));
	add_day(to, &t, answer_word(period, "due"));
	if (strcmp(answer_word(period, "due"),
		   answer_word(period, "last_day")) != 0) {
		text_add(&t, _(" (last working day "));
		add_day(to, &t, answer_word(period, "last_day"));
		text_add(&t, ")");
	}
	tell_field(to, _("Period"), text_str(&t));
	tell_field(to, _("Figure in"), answer_word(answer, "unit"));
	text_done(&t);
	text_done(&name);
}

/* ------------------------------------------------------------- one period */

static void
tell_headings(const struct teller *to, const json_t *answer)
{
	static const struct {
		const char *words;
		int columns;
	} figures[] = {{N_("figure"), FIGURE_COLUMNS},
		       {N_("so far"), FIGURE_COLUMNS},
		       {N_("target"), FIGURE_COLUMNS},
		       {N_("%"), PERCENT_COLUMNS + 1}};
	struct text t = {0};

	thai_add_padded(&t, "", PLACE_COLUMNS, false);
	thai_add_padded(&t, _("who"), NAME_COLUMNS, false);
	for (size_t i = 0;
	     i < ARRAY_SIZE(figures) && answer_word(answer, "unit")[0] != '\0';
	     i++)
		thai_add_padded(&t, _(figures[i].words), figures[i].columns,
				true);
	text_printf(&t, "  %s", _("when"));
	tell_line(to, &t);
	text_done(&t);
}

static void
add_figures(const struct teller *to, const json_t *answer, const json_t *row,
	    struct text *t)
{
	if (answer_word(answer, "unit")[0] == '\0')
		return;
	add_figure(to, t, json_object_get(row, "figure"), FIGURE_COLUMNS);
	add_figure(to, t, json_object_get(row, "total"), FIGURE_COLUMNS);
	add_figure(to, t, json_object_get(row, "target"), FIGURE_COLUMNS);
	add_percent(to, t, json_object_get(row, "percent"));
}

/* What is to be known of it besides: late, corrected, how it came. */
static void
tell_remarks(const struct teller *to, const json_t *row)
{
	const json_t *before = json_object_get(row, "before"), *was;
	struct text t = {0};
	size_t i;

	if (json_is_true(json_object_get(row, "late")))
		text_printf(&t, "%s; ", _("behind time"));
	if (json_is_true(json_object_get(row, "after_sent")))
		text_printf(&t, "%s; ", _("after the whole was sent up"));
	json_array_foreach(before, i, was)
	{
		text_add(&t, _("corrected from "));
		text_add_figure(&t,
				json_is_integer(json_object_get(was, "figure")),
				answer_whole(was, "figure"), to->thai);
		text_add(&t, "; ");
	}
	if (answer_word(row, "reason")[0] != '\0')
		text_printf(&t, "“%s”; ", answer_word(row, "reason"));
	if (answer_word(row, "ref")[0] != '\0')
		text_printf(&t, "%s; ", answer_word(row, "ref"));
	if (answer_word(row, "note")[0] != '\0')
		text_printf(&t, "%s; ", answer_word(row, "note"));
	if (t.n > 2) {
		t.s[t.n - 2] = '\0';
		text_printf(to->out, "%*s", PLACE_COLUMNS + 2, "");
		tell_wrapped(to, t.s, PLACE_COLUMNS + 2);
	}
	text_done(&t);
}

static void
add_when(const struct teller *to, const json_t *row, struct text *t)
{
	if (!json_is_true(json_object_get(row, "given"))) {
		text_add(t, json_is_true(json_object_get(row, "asked"))
				? _("no report")
				: "-");
		if (answer_whole(row, "nudges") > 0)
			text_printf(t, _("; nudged %s"),
				    digits_of((char[DIGITS_SIZE]){0},
					      answer_whole(row, "nudges")));
		return;
	}
	add_day(to, t, answer_word(row, "at"));
}

static void
tell_row_of(const struct teller *to, const json_t *answer, const json_t *row)
{
	struct text t = {0}, place = {0};

	text_add_number(&place, (long)answer_whole(row, "position"), to->thai);
	thai_add_padded(&t, text_str(&place), PLACE_COLUMNS - 1, true);
	text_add(&t, " ");
	add_name(&t, answer_word(row, "name"), NAME_COLUMNS);
	add_figures(to, answer, row, &t);
	text_add(&t, "  ");
	add_when(to, row, &t);
	tell_line(to, &t);
	tell_remarks(to, row);
	text_done(&t);
	text_done(&place);
}

static void
tell_sum(const struct teller *to, const json_t *answer)
{
	const json_t *sum =
	    json_object_get(json_object_get(answer, "period"), "sum");
	struct text t = {0};

	thai_add_padded(&t, "", PLACE_COLUMNS, false);
	thai_add_padded(&t, _("in all"), NAME_COLUMNS, false);
	add_figures(to, answer, sum, &t);
	text_add(&t, "  ");
	text_printf(&t, _("%s of %s"), DIGITS(answer_whole(sum, "given")),
		    DIGITS(answer_whole(sum, "asked")));
	tell_line(to, &t);
	text_done(&t);
}

static void
tell_missing_of(const struct teller *to, const json_t *answer)
{
	const json_t *names = json_object_get(answer, "missing"), *name;
	struct text t = {0};
	size_t i;

	json_array_foreach(names, i, name)
	    text_printf(&t, "%s%s", i > 0 ? ", " : "", json_string_value(name));
	tell_field(to, _("Missing"), text_str(&t));
	text_done(&t);
}

static void
tell_sent_up(const struct teller *to, const json_t *answer)
{
	const json_t *sent =
	    json_object_get(json_object_get(answer, "period"), "sent");
	struct text t = {0};

	if (json_is_null(sent) || sent == NULL)
		return;
	text_add_answer_number(&t, sent);
	text_add(&t, " ");
	add_day(to, &t, answer_word(sent, "at"));
	if (answer_word(sent, "missing")[0] != '\0')
		text_printf(&t, _(", without %s"),
			    answer_word(sent, "missing"));
	if (answer_word(sent, "reason")[0] != '\0')
		text_printf(&t, ": “%s”", answer_word(sent, "reason"));
	tell_field(to, _("Sent up as"), text_str(&t));
	text_done(&t);
}

static void
tell_one_period(const struct teller *to, const json_t *answer)
{
	const json_t *rows = json_object_get(answer, "from"), *row;
	size_t i;

	tell_headings(to, answer);
	json_array_foreach(rows, i, row) tell_row_of(to, answer, row);
	tell_sum(to, answer);
	tell_missing_of(to, answer);
	tell_sent_up(to, answer);
}

/* ------------------------------------------------------- period by period */

static size_t
first_shown(const json_t *periods)
{
	size_t n = json_array_size(periods);

	return n > PERIODS_MAX ? n - PERIODS_MAX : 0;
}

static void
tell_period_names(const struct teller *to, const json_t *periods)
{
	struct text t = {0}, name = {0};

	thai_add_padded(&t, "", PLACE_COLUMNS, false);
	thai_add_padded(&t, _("who"), NAME_COLUMNS - 2, false);
	for (size_t i = first_shown(periods); i < json_array_size(periods);
	     i++) {
		thai_add_padded(
		    &t, period_name(to, json_array_get(periods, i), &name),
		    PERIOD_COLUMNS, true);
	}
	thai_add_padded(&t, _("so far"), FIGURE_COLUMNS, true);
	tell_line(to, &t);
	text_done(&t);
	text_done(&name);
}

static void
tell_row_by_period(const struct teller *to, const json_t *periods,
		   const json_t *row)
{
	const json_t *figures = json_object_get(row, "figures");
	struct text t = {0}, place = {0};

	text_add_number(&place, (long)answer_whole(row, "position"), to->thai);
	thai_add_padded(&t, text_str(&place), PLACE_COLUMNS - 1, true);
	text_add(&t, " ");
	add_name(&t, answer_word(row, "name"), NAME_COLUMNS - 2);
	for (size_t i = first_shown(periods); i < json_array_size(periods); i++)
		add_figure(to, &t, json_array_get(figures, i), PERIOD_COLUMNS);
	add_figure(to, &t, json_object_get(row, "total"), FIGURE_COLUMNS);
	tell_line(to, &t);
	text_done(&t);
	text_done(&place);
}

/* The sums stand below, a row for each period. */
static void
tell_period(const struct teller *to, const json_t *period)
{
	const json_t *sum = json_object_get(period, "sum");
	const json_t *sent = json_object_get(period, "sent");
	struct text t = {0}, name = {0};

	thai_add_padded(&t, "", PLACE_COLUMNS, false);
	thai_add_padded(&t, period_name(to, period, &name), DAY_COLUMNS, false);
	text_printf(&name, " %s",
		    choice_label(duty_states, answer_word(period, "state")));
	add_figure(to, &t, json_object_get(sum, "given"), PERCENT_COLUMNS);
	text_printf(&t, "/%-4s", DIGITS(answer_whole(sum, "asked")));
	add_figure(to, &t, json_object_get(sum, "figure"), FIGURE_COLUMNS);
	add_figure(to, &t, json_object_get(sum, "total"), FIGURE_COLUMNS);
	add_figure(to, &t, json_object_get(sum, "target"), FIGURE_COLUMNS);
	add_percent(to, &t, json_object_get(sum, "percent"));
	if (json_is_object(sent)) {
		text_add(&t, "  ");
		text_add_answer_number(&t, sent);
	}
	tell_line(to, &t);
	text_done(&t);
	text_done(&name);
}

static void
tell_by_period(const struct teller *to, const json_t *answer)
{
	const json_t *rows = json_object_get(answer, "from"), *row;
	const json_t *periods = json_object_get(answer, "periods");
	struct text t = {0};
	size_t i;

	tell_period_names(to, periods);
	json_array_foreach(rows, i, row) tell_row_by_period(to, periods, row);
	tell_line(to, &t);
	json_array_foreach(periods, i, row) tell_period(to, row);
}

void
tell_collected(const struct teller *to, const json_t *answer)
{
	tell_head(to, answer);
	if (json_is_true(json_object_get(answer, "by_period")))
		tell_by_period(to, answer);
	else
		tell_one_period(to, answer);
}
