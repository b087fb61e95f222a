/* tell-import.c -- what is doubtful in an old register, in lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/book.h"

#include "app/tell.h"

/* "row 145, column C “ลงวันที่”: ..." */
void
text_add_row_doubt(struct text *t, const json_t *doubt)
{
	const char *column = answer_word(doubt, "column");
	json_int_t row = answer_whole(doubt, "row");

	if (column[0] != '\0')
		text_printf(t, _("row %s, column %s “%s”: "), DIGITS(row),
			    column, answer_word(doubt, "name"));
	else
		text_printf(t, _("row %s: "), DIGITS(row));
	text_add(t, answer_word(doubt, "sentence"));
}

char *
export_stands(int64_t seq)
{
	return xasprintf(
	    _("up to event %s; what is new after it: --since %lld"),
	    DIGITS(seq), (long long)seq);
}

/* With the letters whose characters an old encoding lacks. */
void
tell_letters_out(const struct teller *to, const json_t *answer)
{
	json_int_t n = answer_whole(answer, "letters");
	struct text t = {0};
	const json_t *l;
	size_t i;

	text_printf(
	    &t, P_("%s letter is written: %s", "%s letters are written: %s", n),
	    DIGITS(n), answer_word(answer, "output"));
	tell_line(to, &t);
	json_array_foreach(json_object_get(answer, "lost"), i, l)
	{
		text_clear(&t);
		text_printf(&t, _("%s: not in %s, and a ? in the file: %s"),
			    BOOK_NUMBER(answer_word(l, "book"),
					answer_whole(l, "year"),
					answer_whole(l, "number")),
			    answer_word(answer, "encoding"),
			    answer_word(l, "characters"));
		tell_line(to, &t);
	}
	text_done(&t);
}

void
text_add_import_file(struct text *t, const json_t *answer)
{
	const char *sheet = json_string_value(json_object_get(answer, "sheet"));
	json_int_t head = answer_whole(answer, "head");

	text_printf(t, "%s: ", answer_word(answer, "file"));
	if (sheet != NULL)
		text_printf(t, _("sheet “%s”"), sheet);
	else
		text_printf(t, _("%s, separator “%s”"),
			    answer_word(answer, "encoding"),
			    answer_word(answer, "separator"));
	text_printf(t, _(", the columns are named in row %s"), DIGITS(head));
}

static void
tell_columns(const struct teller *to, const json_t *columns)
{
	struct text t = {0};
	const json_t *c;
	size_t i;

	json_array_foreach(columns, i, c)
	{
		const char *field = answer_word(c, "field");

		text_clear(&t);
		text_printf(&t, "  %-2s ", answer_word(c, "column"));
		thai_add_padded(&t, answer_word(c, "name"), 24, false);
		text_printf(&t, " %s",
			    field[0] != '\0' ? field : _("(is not taken)"));
		tell_line(to, &t);
	}
	text_done(&t);
}

void
text_add_import_book(struct text *t, const json_t *b)
{
	const struct book *book = book_find(answer_word(b, "book"));
	json_int_t letters = answer_whole(b, "letters");
	json_int_t missing = answer_whole(b, "missing");

	text_printf(t, P_("%s %s: %s letter", "%s %s: %s letters", letters),
		    _(book->name), DIGITS(answer_whole(b, "year")),
		    DIGITS(letters));
	if (letters > 0)
		text_printf(t, _(", numbers %s to %s"),
			    DIGITS(answer_whole(b, "first")),
			    DIGITS(answer_whole(b, "last")));
	if (answer_whole(b, "next") > 0)
		text_printf(t, _(", the next is %s"),
			    DIGITS(answer_whole(b, "next")));
	if (missing > 0)
		text_printf(
		    t,
		    P_(", %s number missing", ", %s numbers missing", missing),
		    DIGITS(missing));
}

static void
tell_doubts(const struct teller *to, const json_t *answer)
{
	json_int_t untold = answer_whole(answer, "untold");
	struct text t = {0};
	const json_t *d;
	size_t i;

	json_array_foreach(json_object_get(answer, "doubts"), i, d)
	{
		text_clear(&t);
		text_add(&t, json_is_true(json_object_get(d, "left_out"))
				 ? "✗ "
				 : "· ");
		text_add_row_doubt(&t, d);
		tell_wrapped(to, text_str(&t), 0);
	}
	text_done(&t);
	if (untold > 0)
		text_printf(
		    to->out,
		    P_("and %s doubt more\n", "and %s doubts more\n", untold),
		    DIGITS(untold));
}

void
text_add_import_counts(struct text *t, const json_t *answer)
{
	json_int_t letters = answer_whole(answer, "letters");
	json_int_t there = answer_whole(answer, "there");
	json_int_t out = answer_whole(answer, "left_out");
	bool is_done = json_is_true(json_object_get(answer, "done"));

	if (is_done)
		text_printf(
		    t, P_("%s letter entered", "%s letters entered", letters),
		    DIGITS(letters));
	else
		text_printf(t,
			    P_("%s letter can be entered",
			       "%s letters can be entered", letters),
			    DIGITS(letters));
	if (there > 0)
		text_printf(t, _(", %s are there already"), DIGITS(there));
	if (out > 0)
		text_printf(t,
			    P_(", %s row left out", ", %s rows left out", out),
			    DIGITS(out));
}

void
tell_import(const struct teller *to, const json_t *answer)
{
	const char *mend = answer_word(answer, "mend");
	struct text t = {0};
	const json_t *b;
	size_t i;

	if (json_object_get(answer, "doubts") == NULL) {
		tell_export(to, answer);
		return;
	}
	text_add_import_file(&t, answer);
	tell_line(to, &t);
	tell_columns(to, json_object_get(answer, "columns"));
	tell_doubts(to, answer);
	json_array_foreach(json_object_get(answer, "books"), i, b)
	{
		if (answer_whole(b, "letters") == 0)
			continue;
		text_clear(&t);
		text_add_import_book(&t, b);
		tell_line(to, &t);
	}
	text_clear(&t);
	text_add_import_counts(&t, answer);
	tell_line(to, &t);
	if (mend[0] != '\0') {
		text_clear(&t);
		text_printf(&t, _("to be mended and imported again: %s"), mend);
		tell_line(to, &t);
	} else if (json_is_true(json_object_get(answer, "done")) &&
		   answer_whole(answer, "left_out") > 0) {
		/* What came by standard input. */
		tell_wrapped(to,
			     _("send it once more with --mend, and the rows "
			       "left out come by standard output"),
			     0);
	}
	text_done(&t);
}
