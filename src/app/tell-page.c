/* tell-page.c -- pages of days, and what was compared with them, in lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/day.h"

#include "app/page-row.h"
#include "app/print.h"
#include "app/tell.h"

/* What came of the pages that were asked for. */
void
tell_matches(const struct teller *to, const json_t *answer)
{
	const json_t *page = json_object_get(answer, "page");
	const json_t *kept = json_object_get(answer, "against");
	struct arena a = {0};

	if (answer_whole(page, "same") > 0)
		text_printf(to->out, _("the code is that of the page of %s\n"),
			    day_words(answer_word(page, "day"), &a));
	arena_done(&a);
	if (kept != NULL)
		text_printf(to->out,
			    P_("%s page was kept elsewhere",
			       "%s pages were kept elsewhere",
			       answer_whole(kept, "kept")),
			    DIGITS(answer_whole(kept, "kept")));
	if (kept == NULL)
		return;
	text_add(to->out,
		 answer_whole(kept, "kept") == answer_whole(kept, "same")
		     ? _(": all are still those of the register\n")
		     : _(": not all are still those of the register\n"));
}

/* As it is printed: sheets end with a form feed. */
void
tell_page(const struct teller *to, const json_t *answer)
{
	text_add(to->out, answer_word(answer, "text"));
}

void
tell_days(const struct teller *to, const json_t *answer)
{
	struct arena a = {0};
	size_t i;
	json_t *row;

	json_array_foreach(answer, i, row)
	{
		struct text t = {0};

		text_printf(&t, "%s  %s  %s",
			    day_words(answer_word(row, "day"), &a),
			    answer_word(row, "code"), answer_word(row, "by"));
		if (json_is_true(json_object_get(row, "missed")))
			text_printf(&t, " (%s)", _("closed by the next act"));
		if (json_is_null(json_object_get(row, "signature")))
			text_printf(&t, " (%s)", _("not signed"));
		tell_line(to, &t);
		text_done(&t);
	}
	if (json_array_size(answer) == 0)
		text_printf(to->out, "%s\n", _("no page is closed yet"));
	arena_done(&a);
}

/* Note, empty line, signature, empty line: what check --against reads. */
void
tell_notes(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *row;

	json_array_foreach(answer, i, row)
	    text_printf(to->out, "%s\n%s\n", answer_word(row, "note"),
			answer_word(row, "signature"));
}

void
tell_missed(const struct teller *to, const json_t *answer)
{
	json_int_t n = json_integer_value(json_object_get(answer, "closed"));

	if (n == 0)
		text_printf(to->out, "%s\n", _("nothing was missed"));
	else
		text_printf(
		    to->out,
		    P_("%s event was written\n", "%s events were written\n", n),
		    DIGITS(n));
}

static bool
add_to_text(void *ctx, const char *bytes, size_t n, struct error *err)
{
	(void)err;
	text_add_n(ctx, bytes, n);
	return true;
}

enum { SHEET_COLUMNS = 80 };

void
tell_form(const struct teller *to, doc_write_fn write, const json_t *answer)
{
	int columns = to->width >= PAGE_NARROWEST ? to->width : SHEET_COLUMNS;
	struct text made = {0};
	const struct paper_sink sink = {add_to_text, &made};
	struct maker *m = maker_text_new(columns, 0);
	struct document *d =
	    doc_new(m, &(struct paper_look){.title = NULL}, "/tmp");
	struct error err = {0};

	write(d, answer, to->thai);
	if (!doc_make(d, &sink, NULL, &err))
		text_add(&made, err.detail);
	for (size_t i = 0; to->width > 0 && i < made.n; i++)
		if (made.s[i] == '\f')
			made.s[i] = '\n';
	text_add(to->out, text_str(&made));
	doc_free(d);
	maker_free(m);
	text_done(&made);
}

/* Just reserved: on paper each sheet begins a page. */
void
tell_emergency(const struct teller *to, const json_t *block)
{
	const struct teller sheet = {to->out, to->width ? SHEET_COLUMNS : 0,
				     to->thai};

	tell_form(&sheet, doc_emergency, block);
}
