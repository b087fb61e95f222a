/* tell-restore.c -- what was restored or moved, and what paper is asked for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/book.h"

#include "app/tell.h"

static int64_t
whole(const json_t *row, const char *key)
{
	return json_integer_value(json_object_get(row, key));
}

static void
tell_text(const struct teller *to, struct text *t)
{
	tell_wrapped(to, text_str(t), 0);
	text_clear(t);
}

static void
tell_remarks(const struct teller *to, const json_t *remarks)
{
	size_t i;
	json_t *r;

	json_array_foreach(remarks, i, r)
	    tell_wrapped(to, json_string_value(r), 0);
}

void
tell_restored(const struct teller *to, const json_t *answer)
{
	struct text t = {0};

	text_printf(&t, _("restored: %s, made on "),
		    answer_word(answer, "backup"));
	tell_moment(to, answer_word(answer, "made_at"), &t);
	tell_text(to, &t);
	if (answer_word(answer, "aside")[0] != '\0') {
		text_printf(&t, _("what stood here lies in %s"),
			    answer_word(answer, "aside"));
		tell_text(to, &t);
	}
	tell_remarks(to, json_object_get(answer, "remarks"));
	tell_wrapped(to,
		     _("No number is given before the last one on paper was "
		       "told: look at each book, then `restore confirm BOOK "
		       "LAST'; `restore asks' lists the books."),
		     0);
	text_done(&t);
}

void
tell_moved(const struct teller *to, const json_t *answer)
{
	struct text t = {0};

	text_printf(
	    &t,
	    _("moved to %s and compared, row by row: %s events, %s attached "
	      "files; last numbers: %s"),
	    answer_word(answer, "to"), DIGITS(whole(answer, "events")),
	    DIGITS(whole(answer, "files")), answer_word(answer, "words"));
	if (whole(answer, "missing") > 0)
		text_printf(&t,
			    P_("; %s attached file was missing before",
			       "; %s attached files were missing before",
			       whole(answer, "missing")),
			    DIGITS(whole(answer, "missing")));
	tell_text(to, &t);
	text_done(&t);
}

void
tell_asks(const struct teller *to, const json_t *answer)
{
	struct text t = {0};
	size_t i;
	json_t *row;

	json_array_foreach(answer, i, row)
	{
		const char *code = answer_word(row, "book");
		const struct book *b = book_find(code);

		text_printf(&t, "%s  %s  ", code,
			    b != NULL ? _(b->name)
				      : answer_word(row, "division"));
		text_printf(&t, _("year %s, last number known %s"),
			    DIGITS(whole(row, "year")),
			    DIGITS(whole(row, "number")));
		tell_text(to, &t);
	}
	if (i == 0)
		tell_wrapped(to, _("nothing is asked for from paper"), 0);
	text_done(&t);
}
