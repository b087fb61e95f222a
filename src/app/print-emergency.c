/* print-emergency.c -- blank receipt sheets for the day the power is cut */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/book.h"

#include "app/json.h"
#include "app/look.h"
#include "app/print.h"
#include "app/tell.h"

/* What is filled in by hand: a label and a dotted line, or two beside each
   other; more lines for what is long. */
static const struct blank {
	const char *label;  /* N_() */
	const char *beside; /* N_(), or NULL */
	int lines;
} blanks[] = {
    {N_("Received on"), N_("time"), 1},
    {N_("Letter no."), N_("dated"), 1},
    {N_("From"), NULL, 1},
    {N_("To"), NULL, 1},
    {N_("Subject"), NULL, 3},
    {N_("Enclosures"), NULL, 2},
    {N_("Urgency"), N_("secrecy"), 1},
    {N_("Why on a sheet"), NULL, 1},
    {N_("Written by (name)"), N_("post"), 1},
    {N_("Signature"), N_("entered on"), 1},
};

static void
add_number(struct text *t, int64_t n, bool thai)
{
	text_add_number(t, (long)n, thai);
}

/* With what stands before the numbers of its book. */
static void
add_place(struct text *t, const json_t *block, int64_t n, bool thai)
{
	text_add_book_place(t, answer_word(block, "book"), (int)n, thai);
}

/* "๑ ๕ ๑ / ๒ ๕ ๖ ๙": spread, in a frame of its own. */
static void
write_number(struct document *d, const json_t *block, int64_t number, bool thai)
{
	struct text plain = {0}, spread = {0};
	const char *lines[] = {NULL, NULL};
	struct cluster c;

	text_add_book_number(&plain, answer_word(block, "book"),
			     (int)answer_whole(block, "year"), (int)number,
			     thai);
	for (size_t at = 0; at < plain.n; at += c.n) {
		c = cluster_next(plain.s + at, plain.n - at);
		text_printf(&spread, "%s%.*s", at > 0 ? " " : "", (int)c.n,
			    c.s);
	}
	lines[0] = spread.s;
	doc_box(d, &(struct paper_box){.place = PAPER_CENTRE,
				       .columns = 22,
				       .first = PAPER_HUGE,
				       .lines = lines});
	text_done(&plain);
	text_done(&spread);
}

/* "Block 151–160/2569                                    sheet 3 of 10" */
static void
write_place(struct document *d, const json_t *block, int64_t page, bool thai)
{
	int64_t first = answer_whole(block, "block");
	int64_t pages = answer_whole(block, "pages");
	struct text n[5] = {{0}}, left = {0}, right = {0};

	add_place(&n[0], block, first, thai);
	add_number(&n[1], first + pages - 1, thai);
	add_number(&n[2], answer_whole(block, "year"), thai);
	add_number(&n[3], page, thai);
	add_number(&n[4], pages, thai);
	text_printf(&left, _("Block %s–%s/%s"), n[0].s, n[1].s, n[2].s);
	text_printf(&right, _("sheet %s of %s"), n[3].s, n[4].s);
	doc_pair(d, PAPER_PLAIN, left.s, right.s);
	for (size_t i = 0; i < ARRAY_SIZE(n); i++)
		text_done(&n[i]);
	text_done(&left);
	text_done(&right);
}

/* What becomes of the sheet, for who finds it in a drawer. */
static void
write_foot(struct document *d, const json_t *block, int64_t number, bool thai)
{
	struct error none = {0};
	struct text t = {0}, n = {0}, year = {0}, day = {0};
	struct date until;

	if (date_parse(answer_word(block, "until"), &until, &none))
		text_add_date(&day, until, DATE_LONG, thai);
	add_place(&n, block, number, thai);
	add_number(&year, answer_whole(block, "year"), thai);
	text_printf(&t,
		    _("Write on this sheet only while the system is down: one "
		      "letter, one sheet, no number left out.  Afterwards the "
		      "sheet is entered under its number (saraban receive "
		      "--sheet %s/%s) until %s at the latest; then the number "
		      "is void."),
		    n.s, year.s, text_str(&day));
	doc_words(d, PAPER_PLAIN, PAPER_LEFT, t.s);
	text_done(&t);
	text_done(&n);
	text_done(&year);
	text_done(&day);
}

static void
write_sheet(struct document *d, const json_t *block, int64_t number,
	    int64_t page, bool thai)
{
	doc_turn(d);
	write_place(d, block, page, thai);
	doc_gap(d, 1);
	doc_words(d, PAPER_STRONG, PAPER_CENTRE, answer_word(block, "office"));
	doc_words(d, PAPER_TITLE, PAPER_CENTRE, _("Emergency receipt sheet"));
	doc_gap(d, 1);
	write_number(d, block, number, thai);
	doc_gap(d, 1);
	for (size_t i = 0; i < ARRAY_SIZE(blanks); i++)
		doc_blank(d, _(blanks[i].label),
			  blanks[i].beside ? _(blanks[i].beside) : NULL,
			  blanks[i].lines);
	write_foot(d, block, number, thai);
}

/* Freshly reserved, the block is whole. */
void
doc_emergency(struct document *d, const json_t *block, bool thai)
{
	const json_t *sheets = json_object_get(block, "sheets");
	int64_t first = answer_whole(block, "block");
	int64_t pages = answer_whole(block, "pages");
	size_t i;
	json_t *sheet;

	json_array_foreach(sheets, i, sheet)
	    write_sheet(d, block, answer_whole(sheet, "number"),
			answer_whole(sheet, "page"), thai);
	for (int64_t page = 1; sheets == NULL && page <= pages; page++)
		write_sheet(d, block, first + page - 1, page, thai);
}

bool
print_emergency_open(struct printing *p, struct error *err)
{
	if (!look_block(p->s, request_operand(p->r, 0), &p->json, err))
		return false;
	p->stem = arena_printf(&p->arena, "emergency-%d-%d",
			       (int)answer_whole(p->json, "block"),
			       (int)answer_whole(p->json, "year"));
	return true;
}

bool
print_emergency_write(struct printing *p, struct error *err)
{
	(void)err;
	doc_emergency(p->doc, p->json, p->thai);
	return true;
}
