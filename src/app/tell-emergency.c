/* tell-emergency.c -- blank receipt sheets for the day the power is cut */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/tell.h"

/* A sheet is a page of 80 columns, the next one begins on a page of its own. */
enum { SHEET_COLUMNS = 80, MARGIN = 4, INNER = SHEET_COLUMNS - 2 * MARGIN };

/* What is filled in by hand: a label and a dotted line, or two beside each
   other; more lines for what is long. */
static const struct blank {
	const char *label;  /* N_() */
	const char *beside; /* N_(), or NULL */
	int lines;
} blanks[] = {
    {N_("Received on"),       N_("time"),       1},
    {N_("Letter no."),        N_("dated"),      1},
    {N_("From"),              NULL,             1},
    {N_("To"),		NULL,             1},
    {N_("Subject"),           NULL,             3},
    {N_("Enclosures"),        NULL,             2},
    {N_("Urgency"),           N_("secrecy"),    1},
    {N_("Why on a sheet"),    NULL,             1},
    {N_("Written by (name)"), N_("post"),       1},
    {N_("Signature"),         N_("entered on"), 1},
};

static void
add_line(const struct teller *to, const char *words)
{
	struct text t = {0};

	if (words[0] != '\0')
		text_printf(&t, "%*s%s", MARGIN, "", words);
	tell_line(to, &t);
	text_done(&t);
}

static void
add_dots(struct text *t, int to_column)
{
	for (int at = thai_columns(text_str(t)); at < to_column; at++)
		text_add(t, ".");
}

/* "Received on ..................... time ................" */
static void
add_blank(const struct teller *to, const struct blank *b)
{
	struct text t = {0};

	text_printf(&t, "%s ", _(b->label));
	add_dots(&t, b->beside ? INNER * 3 / 5 : INNER);
	if (b->beside != NULL) {
		text_printf(&t, " %s ", _(b->beside));
		add_dots(&t, INNER);
	}
	add_line(to, t.s);
	for (int i = 1; i < b->lines; i++) {
		text_clear(&t);
		add_dots(&t, INNER);
		add_line(to, "");
		add_line(to, t.s);
	}
	add_line(to, "");
	text_done(&t);
}

static void
add_centred(const struct teller *to, const char *words)
{
	int left = (INNER - thai_columns(words)) / 2;
	struct text t = {0};

	text_printf(&t, "%*s%s", left > 0 ? left : 0, "", words);
	add_line(to, t.s);
	text_done(&t);
}

/* "┃  ๑  ๕  ๑  /  ๒  ๕  ๖  ๙  ┃": spread, in a frame of its own. */
static void
add_number(const struct teller *to, int64_t number, int64_t year)
{
	char *plain = xasprintf("%s/%s", DIGITS(number), DIGITS(year));
	struct text spread = {0}, rule = {0};
	struct cluster c;

	for (size_t at = 0, n = strlen(plain); at < n; at += c.n) {
		c = cluster_next(plain + at, n - at);
		text_printf(&spread, "  %.*s", (int)c.n, c.s);
		text_add(&rule, "━━━");
	}
	text_add(&rule, "━━");
	text_add(&spread, "  ");
	text_insert(&spread, 0, "┃", strlen("┃"));
	text_add(&spread, "┃");
	text_insert(&rule, 0, "┏", strlen("┏"));
	text_add(&rule, "┓");
	add_centred(to, rule.s);
	add_centred(to, spread.s);
	memcpy(rule.s, "┗", strlen("┗"));
	memcpy(rule.s + rule.n - strlen("┛"), "┛", strlen("┛"));
	add_centred(to, rule.s);
	free(plain);
	text_done(&spread);
	text_done(&rule);
}

/* "Block 151–160/2569                                    sheet 3 of 10" */
static void
add_place(const struct teller *to, const json_t *block, int64_t page)
{
	int64_t first = answer_whole(block, "block");
	int64_t pages = answer_whole(block, "pages");
	struct text left = {0}, right = {0};

	text_printf(&left, _("Block %s–%s/%s"), DIGITS(first),
		    DIGITS(first + pages - 1),
		    DIGITS(answer_whole(block, "year")));
	text_printf(&right, _("sheet %s of %s"), DIGITS(page), DIGITS(pages));
	while (thai_columns(left.s) + thai_columns(right.s) < INNER)
		text_add(&left, " ");
	text_add(&left, right.s);
	add_line(to, left.s);
	text_done(&left);
	text_done(&right);
}

static void
add_piece(void *ctx, const char *s, size_t n)
{
	char *line = xstrndup(s, n);

	add_line(*(const struct teller *const *)ctx, line);
	free(line);
}

/* What becomes of the sheet, for who finds it in a drawer. */
static void
add_foot(const struct teller *to, const json_t *block, int64_t number)
{
	struct error none = {0};
	struct text t = {0}, day = {0};
	struct date until;

	if (date_parse(answer_word(block, "until"), &until, &none))
		text_add_date(&day, until, DATE_LONG, to->thai);
	text_printf(&t,
		    _("Write on this sheet only while the system is down: one "
		      "letter, one sheet, no number left out.  Afterwards the "
		      "sheet is entered under its number (saraban receive "
		      "--sheet %s/%s) until %s at the latest; then the number "
		      "is void."),
		    DIGITS(number), DIGITS(answer_whole(block, "year")),
		    text_str(&day));
	thai_wrap(t.s, INNER, add_piece, &to);
	text_done(&t);
	text_done(&day);
}

static void
tell_sheet(const struct teller *to, const json_t *block, int64_t number,
	   int64_t page)
{
	add_place(to, block, page);
	add_line(to, "");
	add_centred(to, answer_word(block, "office"));
	add_centred(to, _("Emergency receipt sheet"));
	add_line(to, "");
	add_number(to, number, answer_whole(block, "year"));
	add_line(to, "");
	for (size_t i = 0; i < ARRAY_SIZE(blanks); i++)
		add_blank(to, &blanks[i]);
	add_foot(to, block, number);
}

/* On paper each begins a page. */
static void
tell_next(const struct teller *to, size_t i)
{
	if (i > 0)
		text_add(to->out, to->width == 0 ? "\f" : "\n\n");
}

/* Freshly reserved, the block is whole. */
void
tell_emergency(const struct teller *to, const json_t *block)
{
	const json_t *sheets = json_object_get(block, "sheets");
	int64_t first = answer_whole(block, "block");
	int64_t pages = answer_whole(block, "pages");
	size_t i;
	json_t *sheet;

	json_array_foreach(sheets, i, sheet)
	{
		tell_next(to, i);
		tell_sheet(to, block, answer_whole(sheet, "number"),
			   answer_whole(sheet, "page"));
	}
	for (int64_t page = 1; sheets == NULL && page <= pages; page++) {
		tell_next(to, (size_t)page - 1);
		tell_sheet(to, block, first + page - 1, page);
	}
}
