/* tell-check.c -- what proves the register: check, key, text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/tell.h"

static void
tell_finding(const struct teller *to, const json_t *f)
{
	struct text t = {0};

	text_printf(&t, "%s: %s", answer_word(f, "code"),
		    answer_word(f, "text"));
	tell_wrapped(to, t.s, 0);
	text_done(&t);
}

/* Nothing is wrong with these, and somebody should look at them. */
static void
tell_notes_of_check(const struct teller *to, const json_t *answer)
{
	const json_t *notes = json_object_get(answer, "notes");
	size_t i;
	json_t *f;

	if (json_array_size(notes) > 0)
		text_printf(to->out, "%s\n", _("to be looked at:"));
	json_array_foreach(notes, i, f) tell_finding(to, f);
}

void
tell_check(const struct teller *to, const json_t *answer)
{
	const json_t *faults = json_object_get(answer, "faults");
	json_int_t events =
	    json_integer_value(json_object_get(answer, "events"));
	struct text head = {0};
	size_t i;
	json_t *f;

	json_array_foreach(faults, i, f) tell_finding(to, f);
	text_printf(to->out, "%s\n",
		    json_array_size(faults) == 0
			? _("the register is whole")
			: _("the register has faults"));
	tell_notes_of_check(to, answer);
	tell_matches(to, answer);
	text_printf(&head,
		    P_("%s event; the hash of the last:\n%s\n",
		       "%s events; the hash of the last:\n%s\n", events),
		    DIGITS(events), answer_word(answer, "head"));
	tell_wrapped(to, text_trim(head.s), 0);
	text_done(&head);
}

/* A line that minisign -p takes, as it is. */
void
tell_key(const struct teller *to, const json_t *answer)
{
	const char *why_not = answer_word(answer, "why_not");

	text_printf(to->out, "untrusted comment: %s %s\n%s\n", _("key"),
		    answer_word(answer, "id"), answer_word(answer, "key"));
	if (why_not != NULL && why_not[0] != '\0')
		tell_wrapped(to, why_not, 0);
}

/* What an export or an import came to. */
static void
tell_stands(const struct teller *to, const json_t *answer)
{
	json_int_t seq = answer_whole(answer, "seq");
	char *stands = seq > 0 ? export_stands(seq) : NULL;

	if (stands != NULL)
		text_printf(to->out, "%s\n", stands);
	free(stands);
}

void
tell_export(const struct teller *to, const json_t *answer)
{
	json_int_t events =
	    json_integer_value(json_object_get(answer, "events"));
	json_int_t files = json_integer_value(json_object_get(answer, "files"));
	json_int_t missing =
	    json_integer_value(json_object_get(answer, "missing"));
	const char *output = answer_word(answer, "output");

	if (json_object_get(answer, "lost") != NULL) {
		tell_letters_out(to, answer);
		tell_stands(to, answer);
		return;
	}
	if (!json_object_get(answer, "head")) {
		tell_calendar_file(to, answer);
		tell_stands(to, answer);
		return;
	}
	text_printf(to->out, "%s: %s\n",
		    output[0] ? _("the register is written")
			      : _("the register is made"),
		    output[0] ? output : answer_word(answer, "register"));
	text_printf(to->out,
		    P_("%s event; the hash of the last:\n%s\n",
		       "%s events; the hash of the last:\n%s\n", events),
		    DIGITS(events), answer_word(answer, "head"));
	if (files > 0)
		text_printf(to->out,
			    P_("%s attached file is there\n",
			       "%s attached files are there\n", files),
			    DIGITS(files));
	if (missing > 0)
		text_printf(to->out,
			    P_("%s attached file is missing\n",
			       "%s attached files are missing\n", missing),
			    DIGITS(missing));
}
