/* trail.c -- the way of a letter from the clerk to the nayok, and its orders */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/trail.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/wording.h"

enum {
	MARK_COL = 2,
	POST_COL = 4,
	TIME_COL = 25,
	LENGTH_COL = 48,
	END_COL = 60,
	WORDS_COL = 6,
	FIELD_COL = 1,
	VALUE_COL = 14,
};

/* How a stay ended: an act's name, its mark and what it is called. */
static const struct ending {
	const char *how;
	const char *mark;
	const char *word; /* N_() */
	enum style style;
} endings[] = {
    {"endorse", "✓", N_("endorsed"), STYLE_GOOD},
    {"order", "✓", N_("ordered"), STYLE_GOOD},
    {"return", "↩", N_("returned"), STYLE_URGENT},
    {"recall", "↩", N_("recalled"), STYLE_URGENT},
    {"pass", "↷", N_("passed over"), STYLE_URGENT},
    {"skip", "↷", N_("skipped"), STYLE_DIM},
    {"cancel", "✗", N_("cancelled"), STYLE_ERROR},
};

static const struct ending *
ending_of(const struct step *s)
{
	static const struct ending here = {NULL, "●", N_("lies here"),
					   STYLE_STRONG};
	static const struct ending other = {NULL, "✓", N_("passed on"),
					    STYLE_GOOD};

	for (size_t i = 0; s->how && i < ARRAY_SIZE(endings); i++)
		if (strcmp(endings[i].how, s->how) == 0)
			return &endings[i];
	return s->left_at ? &other : &here;
}

static void
add_length(struct text *t, const struct trail *trail, const struct step *s)
{
	moment now = session_now(trail->tui->session);
	moment end = s->left_at ? s->left_at : now;

	text_add_span(t, end - s->arrived_at, tui_is_thai(trail->tui));
}

static void
put_times(const struct trail *trail, struct area a, const struct step *s)
{
	struct text t = {0};

	text_add_moment(&t, s->arrived_at, tui_is_thai(trail->tui));
	area_put(a, 0, TIME_COL, STYLE_NORMAL, text_str(&t));
	text_clear(&t);
	add_length(&t, trail, s);
	area_put_padded(a, 0, LENGTH_COL, END_COL - LENGTH_COL - 2, ALIGN_RIGHT,
			STYLE_NORMAL, text_str(&t));
	text_done(&t);
}

/* mark, post, since when, how long, what became of it */
static void
write_step(const struct trail *trail, struct pager *p, const struct step *s)
{
	const struct ending *e = ending_of(s);
	struct area a = pager_rows(p, 1);
	bool is_skipped = s->how && strcmp(s->how, "skip") == 0;

	area_put(a, 0, MARK_COL, e->style, e->mark);
	area_put_padded(a, 0, POST_COL, TIME_COL - POST_COL - 1, ALIGN_LEFT,
			is_skipped ? STYLE_DIM : STYLE_STRONG, s->post_name);
	if (!is_skipped)
		put_times(trail, a, s);
	area_put(a, 0, is_skipped ? TIME_COL : END_COL, e->style, _(e->word));
}

static bool
was_written_at(const struct note *n, const struct step *s)
{
	return strcmp(n->post, s->post) == 0 && n->at >= s->arrived_at &&
	       (!s->left_at || n->at <= s->left_at);
}

/* The order one acted by; and that one decided on what one had proposed. */
static void
write_authority(struct pager *p, const struct note *n)
{
	struct text t = {0};

	if (n->acting_order) {
		text_add_order_told(&t, n->acting_order);
		pager_line(p, WORDS_COL, STYLE_DIM, t.s);
	}
	if (n->is_own_proposal)
		pager_line(p, WORDS_COL, STYLE_URGENT,
			   _("on one's own proposal, in another post"));
	text_done(&t);
}

/* “words”, and below them who wrote them, as what, and when. */
static void
write_note(const struct trail *trail, struct pager *p, const struct note *n)
{
	struct text t = {0};

	if (!text_is_blank(n->text)) {
		text_printf(&t, "“%s”", n->text);
		pager_text(p, WORDS_COL, STYLE_NORMAL, text_str(&t));
		text_clear(&t);
	}
	text_printf(&t, "%s, ", n->person_name);
	text_add_title(&t, n->own_post_name, n->capacity, n->post_name, "\n");
	text_add(&t, " · ");
	text_add_moment(&t, n->at, tui_is_thai(trail->tui));
	pager_text(p, WORDS_COL, STYLE_DIM, text_str(&t));
	write_authority(p, n);
	text_done(&t);
}

static void
write_notes(const struct trail *trail, struct pager *p, const struct step *s,
	    bool *written)
{
	const struct letter_file *f = trail->file;

	if (!text_is_blank(s->reason))
		pager_text(p, WORDS_COL, STYLE_NORMAL, s->reason);
	for (size_t i = 0; i < f->n_notes; i++)
		if (!written[i] && was_written_at(&f->notes[i], s)) {
			write_note(trail, p, &f->notes[i]);
			written[i] = true;
		}
}

static void
write_opening(const struct trail *trail, struct pager *p, const struct step *s)
{
	struct text t = {0};

	if (s->left_at || !s->came_from)
		return;
	if (s->opened_at) {
		text_printf(&t, _("opened by %s"),
			    s->opened_by ? s->opened_by : "");
		text_add(&t, " · ");
		text_add_moment(&t, s->opened_at, tui_is_thai(trail->tui));
	} else {
		text_add(&t, _("not opened yet"));
	}
	pager_line(p, WORDS_COL, STYLE_DIM, text_str(&t));
	text_done(&t);
}

/* Posts above the one where it lies; none once it has been ordered. */
static void
write_ahead(const struct trail *trail, struct pager *p)
{
	const struct letter_file *f = trail->file;
	const struct step *last =
	    f->n_steps > 0 ? &f->steps[f->n_steps - 1] : NULL;

	if (!last || last->left_at)
		return;
	for (size_t i = 0; i < trail->posts->n; i++) {
		const struct place *post = &trail->posts->at[i];

		if (post->position <= last->position)
			continue;
		struct area a = pager_rows(p, 1);
		area_put(a, 0, MARK_COL, STYLE_DIM, "○");
		area_put(a, 0, POST_COL, STYLE_DIM, post->name);
	}
}

void
trail_write(const struct trail *t, struct pager *p)
{
	const struct letter_file *f = t->file;
	bool *written = xcalloc(f->n_notes + 1, sizeof(*written));

	pager_section(p, _("The way of the letter"));
	for (size_t i = 0; i < f->n_steps; i++) {
		write_step(t, p, &f->steps[i]);
		write_notes(t, p, &f->steps[i], written);
		write_opening(t, p, &f->steps[i]);
	}
	write_ahead(t, p);
	for (size_t i = 0; i < f->n_notes; i++)
		if (!written[i])
			write_note(t, p, &f->notes[i]);
	free(written);
}

static void
write_done_line(const struct trail *trail, struct pager *p, const char *what,
		const char *who, moment at)
{
	struct text t = {0};

	text_printf(&t, "%s · %s · ", what, who ? who : "");
	text_add_moment(&t, at, tui_is_thai(trail->tui));
	pager_line(p, WORDS_COL, STYLE_NORMAL, text_str(&t));
	text_done(&t);
}

static void
write_task_head(const struct trail *trail, struct pager *p,
		const struct assignment *as)
{
	bool thai = tui_is_thai(trail->tui);
	struct area a = pager_rows(p, 1);
	struct text t = {0};

	area_put(a, 0, MARK_COL, as->done_at ? STYLE_GOOD : STYLE_STRONG,
		 as->done_at           ? "✓"
		 : as->acknowledged_at ? "●"
				       : "○");
	area_put_padded(a, 0, POST_COL, TIME_COL - POST_COL - 1, ALIGN_LEFT,
			STYLE_STRONG, as->division_name);
	if (as->number) {
		text_printf(&t, "%s ", _("division no."));
		text_add_number(&t, as->number, thai);
		text_add(&t, "/");
		text_add_number(&t, as->year, thai);
	} else {
		text_add(&t, _("not acknowledged yet"));
	}
	area_put(a, 0, TIME_COL, STYLE_NORMAL, text_str(&t));
	text_done(&t);
}

static void
write_task(const struct trail *trail, struct pager *p,
	   const struct assignment *as)
{
	write_task_head(trail, p, as);
	if (as->acknowledged_at)
		write_done_line(trail, p, _("acknowledged"),
				as->acknowledged_by, as->acknowledged_at);
	if (as->done_at)
		write_done_line(trail, p, _("done"), as->done_by, as->done_at);
	pager_field(p, WORDS_COL, _("Reply"), WORDS_COL + 10, STYLE_NORMAL,
		    as->reply_ref);
	if (!text_is_blank(as->done_note))
		pager_text(p, WORDS_COL, STYLE_NORMAL, as->done_note);
}

void
trail_write_tasks(const struct trail *t, struct pager *p)
{
	if (t->file->n_assignments == 0)
		return;
	pager_section(p, _("Divisions"));
	for (size_t i = 0; i < t->file->n_assignments; i++)
		write_task(t, p, &t->file->assignments[i]);
}

static void
write_circulated(const struct trail *trail, struct pager *p,
		 const struct circulated *c)
{
	struct area a = pager_rows(p, 1);
	bool is_open = circulated_is_open(c);
	struct text t = {0};

	area_put(a, 0, MARK_COL, c->noted_at ? STYLE_GOOD : STYLE_DIM,
		 c->noted_at ? "✓"
		 : is_open   ? "○"
			     : "✗");
	area_put_padded(a, 0, POST_COL, TIME_COL - POST_COL - 1, ALIGN_LEFT,
			is_open ? STYLE_STRONG : STYLE_NORMAL, c->name);
	if (c->noted_at || c->nudged_at)
		text_add_moment(&t, c->noted_at ? c->noted_at : c->nudged_at,
				tui_is_thai(trail->tui));
	area_put(a, 0, TIME_COL, STYLE_NORMAL, text_str(&t));
	area_put(a, 0, LENGTH_COL, is_open ? STYLE_URGENT : STYLE_NORMAL,
		 c->noted_at     ? c->noted_by
		 : !is_open      ? _("no longer waited for")
		 : c->nudges > 0 ? _("reminded, not noted yet")
				 : _("not noted yet"));
	text_done(&t);
}

static void
write_round(const struct trail *trail, struct pager *p,
	    const struct circulation *c)
{
	const struct letter_file *f = trail->file;
	bool thai = tui_is_thai(trail->tui);
	struct text t = {0};

	text_printf(&t, "%s · %s · ",
		    choice_label(circulation_purposes, c->purpose),
		    c->person_name);
	text_add_moment(&t, c->at, thai);
	if (c->until.year != 0) {
		text_add(&t, _(", to be noted by "));
		text_add_date(&t, c->until, DATE_SHORT, thai);
	}
	pager_line(p, MARK_COL, STYLE_DIM, text_str(&t));
	text_done(&t);
	for (size_t i = 0; i < f->n_circulated; i++)
		if (f->circulated[i].circulation == c->id)
			write_circulated(trail, p, &f->circulated[i]);
	if (!text_is_blank(c->closed_why))
		pager_text(p, WORDS_COL, STYLE_NORMAL, c->closed_why);
}

void
trail_write_rounds(const struct trail *t, struct pager *p)
{
	if (t->file->n_circulations == 0)
		return;
	pager_section(p, _("Circulation"));
	for (size_t i = 0; i < t->file->n_circulations; i++)
		write_round(t, p, &t->file->circulations[i]);
}

void
trail_write_paper(const struct trail *t, struct pager *p)
{
	const struct paper *paper = t->file->papers;
	struct text words = {0};

	if (t->file->n_papers == 0)
		return;
	text_printf(&words,
		    paper->is_on_way ? _("on the way to %s since ")
				     : _("with %s since "),
		    paper->post_name);
	text_add_moment(&words, paper->since, tui_is_thai(t->tui));
	pager_field(p, FIELD_COL, _("Paper"), VALUE_COL,
		    paper->is_on_way ? STYLE_URGENT : STYLE_NORMAL,
		    text_str(&words));
	text_done(&words);
}
