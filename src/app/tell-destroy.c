/* tell-destroy.c -- the list of destruction as form 25 has it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "model/destruction.h"

#include "app/answer.h"
#include "app/tell.h"

/* Form 25 is wider than a terminal: a letter has two lines, the subject and
   the remark below the rest. */
enum {
	POSITION = 9,
	FILE_CODE = 10,
	REF = 20,
	DATED = 12,
	NUMBER = 15,
	INDENT = POSITION + FILE_CODE,
};

static void
add_cell(struct text *t, const char *s, int width)
{
	struct text visible = {0};

	text_add_visible(&visible, s, false);
	visible.n = visible.n ? thai_fit(visible.s, width - 1, NULL) : 0;
	if (visible.s != NULL)
		visible.s[visible.n] = '\0';
	thai_add_padded(t, text_str(&visible), width, false);
	text_done(&visible);
}

static void
tell_headings(const struct teller *to)
{
	struct text t = {0};

	add_cell(&t, _("item"), POSITION);
	add_cell(&t, _("file code"), FILE_CODE);
	add_cell(&t, _("their number"), REF);
	add_cell(&t, _("dated"), DATED);
	add_cell(&t, _("registered as"), NUMBER);
	text_add(&t, _("decision"));
	tell_line(to, &t);
	text_clear(&t);
	text_printf(&t, "%*s%s / %s", INDENT, "", _("subject"), _("remark"));
	tell_line(to, &t);
	text_done(&t);
}

static void
add_date(const struct teller *to, const json_t *item, struct text *t)
{
	struct error none = {0};
	struct date d;

	if (date_parse(answer_word(item, "dated"), &d, &none))
		text_add_date(t, d, DATE_SHORT, to->thai);
}

static const char *
decision_of(const json_t *item)
{
	return choice_label(destruction_decisions,
			    answer_word(item, "decision"));
}

static void
tell_item(const struct teller *to, const json_t *item, size_t position)
{
	const char *state = answer_word(item, "state");
	const char *reason = answer_word(item, "reason");
	struct text t = {0}, cell = {0};

	add_cell(&t, DIGITS(position), POSITION);
	add_cell(&t, "", FILE_CODE);
	add_cell(&t, answer_word(item, "ref_no"), REF);
	add_date(to, item, &cell);
	add_cell(&t, text_str(&cell), DATED);
	text_clear(&cell);
	text_add_answer_number(&cell, item);
	add_cell(&t, text_str(&cell), NUMBER);
	text_add(&t, decision_of(item));
	while (t.s[t.n - 1] == ' ')
		t.s[--t.n] = '\0';
	tell_line(to, &t);
	text_clear(&t);
	text_add(&t, state_has_letter(state)
			 ? answer_word(item, "subject")
			 : choice_label(letter_states, state));
	if (reason[0] != '\0')
		text_printf(&t, " / %s", reason);
	text_printf(to->out, "%*s", INDENT, "");
	tell_wrapped(to, text_str(&t), INDENT);
	text_done(&t);
	text_done(&cell);
}

static void
tell_day(const struct teller *to, const char *label, const char *iso,
	 const char *more)
{
	struct error none = {0};
	struct text t = {0};
	struct date d;

	if (date_parse(iso, &d, &none))
		text_add_date(&t, d, DATE_LONG, to->thai);
	if (more[0] != '\0')
		text_printf(&t, "%s%s", t.n > 0 ? ", " : "", more);
	tell_field(to, label, text_str(&t));
	text_done(&t);
}

static void
tell_at(const struct teller *to, const char *label, const char *iso,
	const char *more)
{
	struct text t = {0};

	tell_moment(to, iso, &t);
	if (more[0] != '\0')
		text_printf(&t, "%s%s", t.n > 0 ? ", " : "", more);
	tell_field(to, label, text_str(&t));
	text_done(&t);
}

static void
tell_committee(const struct teller *to, const json_t *committee)
{
	const json_t *members = json_object_get(committee, "members");
	size_t i;
	json_t *name;

	tell_field(to, _("committee"), answer_word(committee, "order"));
	tell_field(to, _("chair"), answer_word(committee, "chair"));
	json_array_foreach(members, i, name)
	    tell_field(to, _("member"), json_string_value(name));
}

static void
tell_steps(const struct teller *to, const json_t *list)
{
	const json_t *approved = json_object_get(list, "approved");
	const json_t *sent = json_object_get(list, "sent");
	const json_t *answer = json_object_get(list, "answer");
	const json_t *done = json_object_get(list, "done");

	tell_at(to, _("drawn up"), answer_word(list, "drawn_at"), "");
	tell_committee(to, json_object_get(list, "committee"));
	tell_at(to, _("approved"), answer_word(approved, "at"),
		answer_word(approved, "by"));
	tell_day(to, _("archives"), answer_word(sent, "on"),
		 answer_word(sent, "ref"));
	tell_field(
	    to, "",
	    choice_label(destruction_answers, answer_word(answer, "answer")));
	tell_day(to, "", answer_word(answer, "on"), answer_word(answer, "ref"));
	tell_at(to, _("destroyed"), answer_word(done, "at"),
		answer_word(done, "by"));
}

/* What is to be done now, as it is typed. */
static void
tell_next(const struct teller *to, const json_t *list)
{
	const char *next = answer_word(list, "next");
	json_int_t in_work =
	    json_integer_value(json_object_get(list, "in_work"));
	const struct action *a = action_find(next);

	if (in_work > 0) {
		char *s = xasprintf(
		    P_("%s letter is still in work though its keeping has "
		       "ended",
		       "%s letters are still in work though their keeping has "
		       "ended",
		       in_work),
		    DIGITS(in_work));

		tell_wrapped(to, s, 0);
		free(s);
	}
	if (a != NULL) {
		struct text t = {0};

		text_printf(&t, _("next: %s (`%s')"), _(a->title), next);
		tell_wrapped(to, t.s, 0);
		text_done(&t);
	}
}

void
tell_destruction(const struct teller *to, const json_t *list)
{
	const json_t *items = json_object_get(list, "items");
	struct text t = {0};
	size_t i;
	json_t *item;

	text_printf(&t, _("List of letters to be destroyed, year %s"),
		    DIGITS(json_integer_value(json_object_get(list, "year"))));
	tell_wrapped(to, t.s, 0);
	tell_wrapped(to, answer_word(list, "office"), 0);
	if (json_is_true(json_object_get(list, "drawn")))
		tell_steps(to, list);
	else if (json_array_size(items) > 0)
		tell_day(to, _("to be drawn up"), answer_word(list, "due"), "");
	if (json_array_size(items) == 0)
		tell_wrapped(to, _("No letter whose keeping has ended."), 0);
	else
		tell_headings(to);
	json_array_foreach(items, i, item) tell_item(to, item, i + 1);
	tell_next(to, list);
	text_done(&t);
}
