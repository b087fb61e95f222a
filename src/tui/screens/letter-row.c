/* letter-row.c -- a letter as one row of a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/letter-row.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/unused.h"

#include "tui/loop.h"
#include "tui/wording.h"

static void
add_number(struct text *t, const struct tui *tui, const struct letter *l)
{
	if (l->year == session_year(tui->session))
		text_add_book_place(t, l->book, l->number, tui_is_thai(tui));
	else
		text_add_letter_number(t, l, tui_is_thai(tui));
}

/* It went out: the way it went, and a mark when somebody has it. */
static bool
is_on_its_way(const struct letter *l)
{
	return strcmp(l->state, STATE_SENT) == 0 ||
	       strcmp(l->state, STATE_DELIVERED) == 0;
}

/* Where it lies, or how many of the divisions it was given to are done. */
static void
add_done(struct text *t, const struct tui *tui, const struct letter *l)
{
	bool thai = tui_is_thai(tui);
	struct text count = {0};

	if (l->at_post_name) {
		text_add(t, l->at_post_name);
	} else if (l->old_done) {
		text_add(t, l->old_done);
	} else if (is_on_its_way(l)) {
		text_printf(t, "%s%s",
			    choice_label(letter_channels, l->channel),
			    strcmp(l->state, STATE_DELIVERED) == 0 ? " ✓" : "");
	} else if (l->n_open == 0) {
		text_add(t, choice_label(letter_states, l->state));
	} else {
		text_add_number(&count, l->n_assigned - l->n_open, thai);
		text_add(&count, "/");
		text_add_number(&count, l->n_assigned, thai);
		/* TRANSLATORS: %s is how many divisions of how many: 1/2. */
		text_printf(t, _("%s done"), text_str(&count));
	}
	text_done(&count);
}

/* A number that was kept says so, for ever: kept, used or void. */
static void
add_kept(struct text *t, const struct letter *l)
{
	if (l->purpose == NULL)
		return;
	text_add(t, t->n > 0 ? " · " : "");
	if (l->is_sheet)
		text_printf(t, _("sheet %s"), DIGITS(l->page));
	else
		text_add(t, _("number reserved"));
}

static void
add_remark(struct text *t, const struct tui *tui, const struct letter *l)
{
	text_add_classes(t, l);
	if (l->late != NULL)
		text_printf(t, "%s%s", t->n > 0 ? " · " : "", _("late"));
	if (l->old_remark != NULL)
		text_printf(t, "%s%s", t->n > 0 ? " · " : "", l->old_remark);
	if (state_has_letter(l->state) || l->is_sheet)
		add_kept(t, l);
	if (l->n_attachments == 0)
		return;
	text_add(t, t->n > 0 ? " · " : "");
	text_printf(t, "%s ", _("files"));
	text_add_number(t, l->n_attachments, tui_is_thai(tui));
}

static void
add_subject(struct text *t, const struct tui *tui, const struct letter *l)
{
	struct text until = {0};

	text_add_iso_date(&until, l->until);
	if (!state_has_letter(l->state))
		text_add_unused(t,
				&(struct unused){l->state, l->purpose,
						 text_str(&until),
						 l->void_reason, l->list_year,
						 l->list_number},
				tui_is_thai(tui));
	else
		text_add(t, l->is_veiled ? _("(secret)")
			    : l->subject ? l->subject
					 : _("(no subject)"));
	text_done(&until);
}

void
letter_row_fill(struct letter_row *row, const struct tui *tui,
		const struct letter *l, struct arena *a)
{
	struct text t = {0};

	row->letter = l;
	add_number(&t, tui, l);
	row->number = text_keep(&t, a);
	text_add_classes(&t, l);
	row->classes = text_keep(&t, a);
	if (l->dated.year)
		text_add_date(&t, l->dated, DATE_SHORT, tui_is_thai(tui));
	row->dated = text_keep(&t, a);
	add_subject(&t, tui, l);
	row->subject = text_keep(&t, a);
	add_done(&t, tui, l);
	row->done = text_keep(&t, a);
	add_remark(&t, tui, l);
	row->remark = text_keep(&t, a);
	if (l->since)
		text_add_span(&t, session_now(tui->session) - l->since,
			      tui_is_thai(tui));
	row->lain = text_keep(&t, a);
	text_done(&t);
}

struct letter_row *
letter_rows(const struct tui *t, const struct letter_list *list,
	    struct arena *a)
{
	struct letter_row *rows = arena_array(a, list->n + 1, sizeof(*rows));

	for (size_t i = 0; i < list->n; i++)
		letter_row_fill(&rows[i], t, &list->at[i], a);
	return rows;
}

static const struct letter_row *
of(const void *row)
{
	return row;
}

static void
add(struct text *t, const char *s)
{
	text_add(t, s ? s : "");
}

void
row_add_book_number(const void *row, struct text *t)
{
	text_add(t, DIGITS(of(row)->letter->number));
}

void
row_add_number(const void *row, struct text *t)
{
	add(t, of(row)->number);
}

void
row_add_classes(const void *row, struct text *t)
{
	add(t, of(row)->classes);
}

void
row_add_ref(const void *row, struct text *t)
{
	add(t, of(row)->letter->ref_no);
}

void
row_add_dated(const void *row, struct text *t)
{
	add(t, of(row)->dated);
}

void
row_add_sender(const void *row, struct text *t)
{
	add(t, of(row)->letter->sender);
}

void
row_add_recipient(const void *row, struct text *t)
{
	add(t, of(row)->letter->recipient);
}

void
row_add_subject(const void *row, struct text *t)
{
	add(t, of(row)->subject);
}

void
row_add_done(const void *row, struct text *t)
{
	add(t, of(row)->done);
}

void
row_add_remark(const void *row, struct text *t)
{
	add(t, of(row)->remark);
}

void
row_add_lain(const void *row, struct text *t)
{
	add(t, of(row)->lain);
}

enum style
row_class_style(const void *row)
{
	return letter_style(of(row)->letter);
}

enum style
row_subject_style(const void *row)
{
	return state_has_letter(of(row)->letter->state) ? STYLE_NORMAL
							: STYLE_DIM;
}

enum style
row_number_style(const void *row)
{
	return state_has_letter(of(row)->letter->state) ? STYLE_STRONG
							: STYLE_DIM;
}

enum style
row_dim_style(const void *row)
{
	(void)row;
	return STYLE_DIM;
}

enum style
row_strong_style(const void *row)
{
	(void)row;
	return STYLE_STRONG;
}

enum style
row_done_style(const void *row)
{
	const char *state = of(row)->letter->state;

	if (strcmp(state, STATE_CANCELLED) == 0 ||
	    strcmp(state, STATE_VOID) == 0 || strcmp(state, STATE_LOST) == 0)
		return STYLE_ERROR;
	return strcmp(state, STATE_CLOSED) == 0 ||
		       strcmp(state, STATE_DELIVERED) == 0
		   ? STYLE_GOOD
		   : STYLE_NORMAL;
}
