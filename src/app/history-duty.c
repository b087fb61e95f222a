/* history-duty.c -- what became of a duty, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/history-duty.h"

#include "base/i18n.h"

#include "app/answer.h"

static void
add_day(struct text *t, const json_t *body, const char *key)
{
	struct error none = {0};
	struct date d;

	if (date_parse(answer_word(body, key), &d, &none))
		text_add_date(t, d, DATE_SHORT, digits_are_thai());
}

/* "2569-01, 2569-02", of the days it is about. */
static void
add_names(struct text *t, const json_t *body)
{
	const json_t *name;
	size_t i;

	json_array_foreach(json_object_get(body, "names"), i, name) text_printf(
	    t, "%s%s", i == 0 ? " " : ", ", json_string_value(name));
}

/* Who asks by when, the nearest first. */
static void
add_asked(struct text *t, const json_t *body)
{
	const json_t *asked;
	size_t i;

	json_array_foreach(json_object_get(body, "asked"), i, asked)
	{
		text_printf(t, "%s%s ", i == 0 ? ": " : "; ",
			    answer_word(asked, "by"));
		add_day(t, asked, "first");
		if (answer_word(asked, "words")[0] != '\0')
			text_printf(t, " (%s)", answer_word(asked, "words"));
	}
}

void
tell_duty_add(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t,
		    answer_whole(body, "proposed")
			? _("duty %s read, to be confirmed: “%s”")
			: _("duty %s noted: “%s”"),
		    DIGITS(answer_whole(body, "nth")),
		    answer_word(body, "what"));
	add_asked(t, body);
}

void
tell_duty_change(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t,
		    json_array_size(json_object_get(body, "changed")) == 0
			? _("duty %s confirmed: “%s”")
			: _("duty %s changed: “%s”"),
		    DIGITS(answer_whole(body, "nth")),
		    answer_word(body, "what"));
	add_asked(t, body);
}

void
tell_duty_done(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("duty %s done:"), DIGITS(answer_whole(body, "nth")));
	add_names(t, body);
	if (answer_word(body, "ref")[0] != '\0')
		text_printf(t, _(", by %s"), answer_word(body, "ref"));
	if (json_object_get(body, "figure") != NULL)
		text_printf(t, _(", figure %s"),
			    DIGITS(answer_whole(body, "figure")));
	if (answer_word(body, "note")[0] != '\0')
		text_printf(t, " “%s”", answer_word(body, "note"));
}

void
tell_duty_reopen(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("duty %s open again:"),
		    DIGITS(answer_whole(body, "nth")));
	add_names(t, body);
	text_printf(t, " “%s”", answer_word(body, "reason"));
}

void
tell_duty_waive(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t,
		    answer_whole(body, "ends")
			? _("duty %s waived with all that is left")
			: _("duty %s waived:"),
		    DIGITS(answer_whole(body, "nth")));
	add_names(t, body);
	text_printf(t, " “%s”", answer_word(body, "reason"));
}

void
tell_duty_roll(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_add(t, _("days of a duty up to "));
	add_day(t, body, "ahead");
}
