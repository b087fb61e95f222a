/* tell-destroy.c -- the list of destruction, and how far it has come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/i18n.h"

#include "model/destruction.h"

#include "app/json.h"
#include "app/print.h"

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
		tell_form(to, doc_destruction, list);
	tell_next(to, list);
	text_done(&t);
}
