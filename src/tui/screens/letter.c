/* letter.c -- one letter: stamp, fields, the way it went, who works on it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/correction.h"
#include "app/look.h"

#include "tui/loop.h"
#include "tui/paged.h"
#include "tui/perform.h"
#include "tui/screens/letter-duties.h"
#include "tui/screens/letter-earlier.h"
#include "tui/screens/letter-number.h"
#include "tui/screens/screens.h"
#include "tui/screens/stamp.h"
#include "tui/screens/trail.h"
#include "tui/wording.h"

struct sheet {
	struct paged paged;
	char *number; /* as asked for */
	struct letter_file file;
	struct place_list posts;
	struct morning_told_list told; /* of its duties */
	bool is_told;                  /* ... in the status line, once */
};

static struct sheet *
sheet_of(struct screen *s)
{
	return (struct sheet *)s;
}

static bool
is_out(const struct sheet *l)
{
	return book_find(l->file.letter.book)->way == BOOK_OUT;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct sheet *l = (const struct sheet *)s;

	text_printf(t, "%s ",
		    is_out(l) ? _("Outgoing letter") : _("Incoming letter"));
	text_add_letter_number(t, &l->file.letter, tui_is_thai(s->tui));
}

/* The first that is overdue, when the letter is opened. */
static void
say_told(struct sheet *l)
{
	struct text t = {0};

	if (!l->is_told && l->told.n > 0 &&
	    l->told.at[0].told.when == REMIND_OVERDUE) {
		text_printf(&t, "%s: ", _("Duties"));
		text_add_reminded(&t, REMIND_OVERDUE, l->told.at[0].told.days);
		tui_say(l->paged.screen.tui, STYLE_URGENT, t.s);
	}
	l->is_told = true;
	text_done(&t);
}

static bool
load(struct screen *s, struct error *err)
{
	struct sheet *l = sheet_of(s);
	struct letter_file file = {0};
	struct place_list posts = {0};
	struct morning_told_list told = {NULL, 0};

	if (!look_letter(s->tui->session, l->number, &s->arena, &file, err) ||
	    !look_posts(s->tui->session, &s->arena, &posts, err))
		return false;
	if (file.n_duties > 0 &&
	    !morning_of_letter(s->tui->session, file.letter.id, &s->arena,
			       &told, err))
		return false;
	l->file = file;
	l->posts = posts;
	l->told = told;
	say_told(l);
	paged_forget(&l->paged);
	return true;
}

static void
write_classes(struct sheet *l)
{
	struct text t = {0};

	text_add_classes(&t, &l->file.letter);
	if (t.n > 0)
		pager_line(&l->paged.pager, LETTER_VALUE_COL,
			   letter_style(&l->file.letter), text_str(&t));
	text_done(&t);
}

/* Below the stamp there is the whole width. */
static void
leave_stamp(struct sheet *l)
{
	if (l->paged.pager.used >= STAMP_ROWS &&
	    l->paged.pager.page.cols < l->paged.cols)
		pager_widen(&l->paged.pager, l->paged.cols);
}

static void
write_field(struct sheet *l, const char *label, enum style style,
	    const char *value)
{
	leave_stamp(l);
	pager_field(&l->paged.pager, 1, label, LETTER_VALUE_COL, style, value);
}

static void
write_date(struct sheet *l)
{
	struct text t = {0};

	if (l->file.letter.dated.year)
		text_add_date(&t, l->file.letter.dated, DATE_LONG,
			      tui_is_thai(l->paged.screen.tui));
	write_field(l, _("Dated"), STYLE_NORMAL, text_str(&t));
	text_done(&t);
}

/* Kind, way and pages, in one line. */
static void
write_form(struct sheet *l)
{
	const struct letter *letter = &l->file.letter;
	struct text t = {0};

	text_add(&t, choice_label(letter_kinds, letter->kind));
	if (letter->channel)
		text_printf(&t, " · %s",
			    choice_label(letter_channels, letter->channel));
	if (letter->pages > 0) {
		text_add(&t, " · ");
		text_add_number(&t, letter->pages,
				tui_is_thai(l->paged.screen.tui));
		text_printf(&t, " %s",
			    P_("page", "pages", (unsigned long)letter->pages));
	}
	write_field(l, _("Kind"), STYLE_NORMAL, text_str(&t));
	text_done(&t);
}

/* A step that waits says why, and which lawful ways there are. */
static void
write_waiting(struct sheet *l)
{
	if (!l->file.away)
		return;
	write_field(l, _("Waits"), STYLE_URGENT, l->file.away);
	write_field(l, "", STYLE_DIM,
		    _("until the return, an order to act (`acting add`), or "
		      "`pass` with a reason"));
}

static void
write_state(struct sheet *l)
{
	const struct letter *letter = &l->file.letter;
	struct text t = {0};

	text_add(&t, choice_label(letter_states, letter->state));
	if (letter->at_post_name)
		text_printf(&t, " · %s", letter->at_post_name);
	if (letter->since && letter->at_post_name) {
		text_printf(&t, " · %s ", _("since"));
		text_add_moment(&t, letter->since,
				tui_is_thai(l->paged.screen.tui));
	}
	write_field(l, _("State"), STYLE_STRONG, text_str(&t));
	write_waiting(l);
	text_done(&t);
}

/* Beside the stamp, which takes the right of the first rows. */
static void
write_head(struct sheet *l)
{
	const struct letter *letter = &l->file.letter;

	write_classes(l);
	write_field(l, _("Letter no."), STYLE_STRONG, letter->ref_no);
	write_date(l);
	write_field(l, _("From"), STYLE_NORMAL, letter->sender);
	write_field(l, _("To"), STYLE_NORMAL, letter->recipient);
	write_form(l);
}

/* One item a row, the label once. */
static void
write_item(struct sheet *l, const char *label, size_t i, struct text *t)
{
	write_field(l, i == 0 ? label : "", STYLE_NORMAL, text_str(t));
	text_clear(t);
}

static void
write_references(struct sheet *l, struct text *t)
{
	for (size_t i = 0; i < l->file.n_references; i++) {
		text_add(t, l->file.references[i].words);
		write_item(l, _("References"), i, t);
	}
}

static void
write_enclosures(struct sheet *l, struct text *t)
{
	for (size_t i = 0; i < l->file.n_enclosures; i++) {
		const struct enclosure *e = &l->file.enclosures[i];

		text_add(t, e->title);
		if (e->count > 0) {
			text_add(t, "  ");
			text_add_number(t, e->count,
					tui_is_thai(l->paged.screen.tui));
			text_printf(t, " %s", e->unit ? e->unit : "");
		}
		write_item(l, _("Enclosures"), i, t);
	}
}

static void
write_addresses(struct sheet *l, struct text *t)
{
	for (size_t i = 0; i < l->file.n_addresses; i++) {
		text_add(t, l->file.addresses[i].link);
		write_item(l, _("Links"), i, t);
	}
}

static void
write_stamps(struct sheet *l, struct text *t)
{
	for (size_t i = 0; i < l->file.n_stamps; i++) {
		const struct stamp *s = &l->file.stamps[i];
		const char *parts[] = {s->stamped_by, s->number, s->date,
				       s->time};

		for (size_t k = 0; k < ARRAY_SIZE(parts); k++)
			if (!text_is_blank(parts[k]))
				text_printf(t, "%s%s", t->n > 0 ? " · " : "",
					    parts[k]);
		write_item(l, _("Other stamps"), i, t);
	}
}

/* Who has received it, and under which number. */
static void
write_sendings(struct sheet *l, struct text *t)
{
	for (size_t i = 0; i < l->file.n_sendings; i++) {
		const struct sent_on *s = &l->file.sendings[i];

		text_printf(t, "%s · %s", s->target_name,
			    choice_label(sending_states, s->state));
		if (s->accept_id) {
			text_printf(t, " %s · ", s->accept_id);
			text_add_moment(t, s->accepted_at,
					tui_is_thai(l->paged.screen.tui));
		} else if (s->reason) {
			text_printf(t, " “%s”", s->reason);
		}
		write_item(l, _("Sent on"), i, t);
	}
}

static void
write_attachments(struct sheet *l, struct text *t)
{
	for (size_t i = 0; i < l->file.n_attachments; i++) {
		const struct attachment *at = &l->file.attachments[i];

		text_printf(t, "%s  (%s, ", at->name, at->type);
		text_add_number(t, (long)((at->size + 1023) / 1024),
				tui_is_thai(l->paged.screen.tui));
		text_printf(t, " %s)", _("KiB"));
		write_item(l, _("Files"), i, t);
	}
}

/* The same number and date came before, or again later. */
static void
write_same(struct sheet *l, struct text *t)
{
	const struct same_list *same = &l->file.same;

	for (size_t i = 0; i < same->n; i++) {
		text_add_book_number(t, same->at[i].book, same->at[i].year,
				     same->at[i].number,
				     tui_is_thai(l->paged.screen.tui));
		if (!same->at[i].is_sure)
			text_printf(t, "  %s",
				    _("perhaps: the sender is another"));
		write_item(l, _("Copy of"), i, t);
	}
}

/* Struck through by words: the old value, the new, who, when and why. */
static void
write_corrections(struct sheet *l, struct text *t)
{
	bool thai = tui_is_thai(l->paged.screen.tui);

	for (size_t i = 0; i < l->file.n_corrections; i++) {
		const struct correction *c = &l->file.corrections[i];

		text_add_correction(t, c->field, c->was, c->now);
		text_printf(t, " · %s, %s · ", c->person_name,
			    c->post_name ? c->post_name : "");
		text_add_moment(t, c->at, thai);
		text_printf(t, " · “%s”", c->reason);
		write_item(l, _("Corrected"), i, t);
	}
}

static void
write_links(struct sheet *l, struct text *t)
{
	bool thai = tui_is_thai(l->paged.screen.tui);

	for (size_t i = 0; i < l->file.n_links; i++) {
		const struct link *k = &l->file.links[i];

		text_add_book_number(t, k->book, k->year, k->number, thai);
		write_item(l, k->is_newer ? _("Replaced by") : _("Replaces"), 0,
			   t);
	}
}

static void
write_subject(struct sheet *l)
{
	const struct letter *letter = &l->file.letter;

	write_field(l, _("Subject"), STYLE_STRONG,
		    letter->is_veiled ? _("(secret: shown to those "
					  "it was given to)")
		    : letter->subject ? letter->subject
				      : _("(no subject)"));
}

/* A number that no letter has: nothing was stamped. */
static void
write_unused(struct sheet *l)
{
	write_state(l);
	number_write(&l->file, tui_is_thai(l->paged.screen.tui),
		     LETTER_VALUE_COL, &l->paged.pager);
}

/* Numbers of what it answers, and of what answers it. */
static void
write_replies(struct sheet *l, struct text *t, bool is_answer)
{
	size_t n = 0;

	for (size_t i = 0; i < l->file.n_replies; i++) {
		const struct reply *r = &l->file.replies[i];

		if (r->is_answer != is_answer)
			continue;
		text_add_book_number(t, r->book, r->year, r->number,
				     tui_is_thai(l->paged.screen.tui));
		if (r->ref_no)
			text_printf(t, " · %s", r->ref_no);
		if (strcmp(r->state, STATE_CANCELLED) == 0)
			text_printf(t, " (%s)", _("cancelled"));
		write_item(l, is_answer ? _("Answered by") : _("In reply to"),
			   n++, t);
	}
}

/* Each time that it went out. */
static void
write_dispatches(struct sheet *l, struct text *t)
{
	for (size_t i = 0; i < l->file.n_dispatches; i++) {
		const struct dispatch *d = &l->file.dispatches[i];

		text_printf(t, "%s · ", choice_label(letter_channels, d->how));
		text_add_moment(t, d->sent_at,
				tui_is_thai(l->paged.screen.tui));
		if (d->receiver)
			text_printf(t, _(" · received by %s"), d->receiver);
		write_item(l, _("Went out"), i, t);
	}
}

static void
write_out(struct sheet *l)
{
	struct text t = {0};

	write_head(l);
	write_subject(l);
	write_state(l);
	write_replies(l, &t, false);
	write_dispatches(l, &t);
	write_references(l, &t);
	write_enclosures(l, &t);
	write_attachments(l, &t);
	write_links(l, &t);
	write_corrections(l, &t);
	text_done(&t);
}

static void
write_page(struct paged *p)
{
	struct sheet *l = (struct sheet *)p;
	const struct trail trail = {l->paged.screen.tui, &l->file, &l->posts};
	const struct session *session = l->paged.screen.tui->session;
	struct text t = {0};

	if (!state_has_letter(l->file.letter.state)) {
		write_unused(l);
		return;
	}
	if (is_out(l)) {
		write_out(l);
		return;
	}
	pager_widen(&p->pager, p->cols - STAMP_COLS - 1);
	write_head(l);
	while (l->paged.pager.used < STAMP_ROWS)
		pager_rows(&l->paged.pager, 1);
	leave_stamp(l);
	stamp_draw(&l->file.letter, session->office_name,
		   tui_is_thai(l->paged.screen.tui),
		   area_part(area_of(&p->pager.page), 0,
			     p->cols - STAMP_COLS - 1, STAMP_ROWS, STAMP_COLS));
	write_subject(l);
	write_state(l);
	trail_write_paper(&trail, &l->paged.pager);
	write_field(l, _("Entered late"), STYLE_URGENT, l->file.letter.late);
	number_write(&l->file, tui_is_thai(p->screen.tui), LETTER_VALUE_COL,
		     &p->pager);
	write_same(l, &t);
	write_references(l, &t);
	write_enclosures(l, &t);
	write_addresses(l, &t);
	write_stamps(l, &t);
	leave_stamp(l);
	letter_earlier_write(p->screen.tui, &l->file, &l->paged.pager);
	write_attachments(l, &t);
	write_sendings(l, &t);
	write_links(l, &t);
	write_replies(l, &t, true);
	write_corrections(l, &t);
	letter_duties_write(p->screen.tui, &l->file, &l->told, &p->pager);
	trail_write(&trail, &l->paged.pager);
	trail_write_tasks(&trail, &l->paged.pager);
	trail_write_rounds(&trail, &l->paged.pager);
	text_done(&t);
}

static const struct letter *
shown(const struct screen *s)
{
	return &((const struct sheet *)s)->file.letter;
}

static void
done(struct screen *s)
{
	free(sheet_of(s)->number);
	paged_done(s);
}

const struct screen_ops letter_ops = {
    .name = "letter",
    .size = sizeof(struct sheet),
    .title = title,
    .load = load,
    PAGED_OPS,
    .letter = shown,
    .gives_whole = true,
    .done = done,
};

struct screen *
letter_new(struct tui *t, const char *number)
{
	struct screen *s = paged_new(t, &letter_ops, write_page);

	sheet_of(s)->number = xstrdup(number);
	return s;
}
