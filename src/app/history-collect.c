/* history-collect.c -- what became of a collected report, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/history-collect.h"

#include "base/i18n.h"

#include "model/collect.h"

#include "app/answer.h"

static void
add_names(struct text *t, const json_t *body)
{
	const json_t *one;
	size_t i;

	json_array_foreach(json_object_get(body, "to"), i, one) text_printf(
	    t, "%s%s", i == 0 ? " " : ", ", answer_word(one, "name"));
}

/* "25 ครัวเรือน" */
static void
add_figure(struct text *t, const json_t *body, const char *key)
{
	text_add(t, DIGITS(answer_whole(body, key)));
	if (answer_word(body, "unit")[0] != '\0')
		text_printf(t, " %s", answer_word(body, "unit"));
}

void
tell_duty_hand(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("duty %s handed down to"),
		    DIGITS(answer_whole(body, "nth")));
	add_names(t, body);
	if (answer_whole(body, "target") != 0) {
		text_add(t, _(", target "));
		add_figure(t, body, "target");
	}
}

void
tell_duty_report(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("%s reported for %s"), answer_word(body, "name"),
		    answer_word(body, "period_name"));
	if (json_object_get(body, "figure") != NULL) {
		text_add(t, ": ");
		add_figure(t, body, "figure");
	}
	if (json_object_get(body, "was") != NULL)
		text_printf(t, _(" in place of %s"),
			    DIGITS(answer_whole(body, "was")));
	text_printf(t, " (%s)",
		    choice_label(collected_ways, answer_word(body, "how")));
	if (answer_whole(body, "after") != 0)
		text_add(t, _(", after the whole was sent up"));
	if (answer_word(body, "reason")[0] != '\0')
		text_printf(t, " “%s”", answer_word(body, "reason"));
	if (answer_word(body, "note")[0] != '\0')
		text_printf(t, " “%s”", answer_word(body, "note"));
}

void
tell_duty_nudge(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("reminded of the report for %s:"),
		    answer_word(body, "period_name"));
	add_names(t, body);
}

void
tell_duty_nudged(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("%s reminds of the report for %s"),
		    answer_word(body, "by_office"), answer_word(body, "name"));
}

void
tell_duty_collect(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("the reports of %s for %s were sent up"),
		    DIGITS(answer_whole(body, "given")),
		    answer_word(body, "period_name"));
	if (answer_word(body, "unit")[0] != '\0') {
		text_add(t, ": ");
		add_figure(t, body, "figure");
	}
	if (answer_word(body, "ref")[0] != '\0')
		text_printf(t, _(", as %s"), answer_word(body, "ref"));
	if (answer_word(body, "missing")[0] != '\0')
		text_printf(t, _(", without %s"), answer_word(body, "missing"));
	if (answer_word(body, "reason")[0] != '\0')
		text_printf(t, " “%s”", answer_word(body, "reason"));
}
