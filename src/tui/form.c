/* form.c -- asks for the options of an action, then does it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/many.h"

#include "tui/form-sheet.h"
#include "tui/loop.h"
#include "tui/perform.h"
#include "tui/wording.h"

enum { FAULTS_MAX = 32 };

static struct form *
form_of(struct screen *s)
{
	return (struct form *)s;
}

static struct form_field *
focused(struct form *f)
{
	return f->at < f->n_fields ? &f->fields[f->at] : NULL;
}

/* The field a fault stands beside: the first of its option; n_fields when
   there is none. */
static size_t
field_of(const struct form *f, const char *name)
{
	size_t i = 0;

	while (i < f->n_fields && !field_is_of(&f->fields[i], name))
		i++;
	return i;
}

/* Every value that is wrong in itself; answers how many. */
static size_t
find_faults(const struct form *f, const struct request *r,
	    struct fault faults[FAULTS_MAX])
{
	size_t n = request_faults(r, session_now(f->screen.tui->session),
				  faults, FAULTS_MAX);

	return n < FAULTS_MAX ? n : FAULTS_MAX;
}

/* Shows all faults, the first field with one gets the cursor; true when there
   is none. */
static bool
is_faultless(struct form *f, const struct request *r)
{
	struct tui *tui = f->screen.tui;
	struct fault *faults = xcalloc(FAULTS_MAX, sizeof(*faults));
	size_t n = find_faults(f, r, faults);

	for (size_t i = 0; i < f->n_fields; i++)
		f->fields[i].fault = (struct error){0};
	if (n > 0)
		tui_say(tui, STYLE_ERROR,
			_("Nothing is written yet: see the marked fields."));
	for (size_t i = 0; i < n; i++)
		form_reveal(f, faults[i].name);
	f->at = n > 0 ? f->n_fields : f->at;
	for (size_t i = n; i-- > 0;) {
		size_t at = field_of(f, faults[i].name);

		if (at < f->n_fields)
			f->fields[at].fault = faults[i].error;
		else
			tui_fail(tui, &faults[i].error);
		f->at = at < f->at ? at : f->at;
	}
	free(faults);
	return n == 0;
}

/* What is wrong in the field that is left is told at once; what is missing
   may still come. */
static void
find_fault_of(struct form *f, struct form_field *field)
{
	struct fault *faults = xcalloc(FAULTS_MAX, sizeof(*faults));
	struct arena arena;
	struct request r;

	arena_init(&arena);
	form_request(f, &arena, &r);
	field->fault = (struct error){0};
	for (size_t i = find_faults(f, &r, faults); i-- > 0;)
		if (faults[i].error.kind != &REQUEST_MISSING &&
		    field_is_of(field, faults[i].name))
			field->fault = faults[i].error;
	arena_done(&arena);
	free(faults);
}

/* Every way out of a field passes here. */
static void
leave(struct form *f)
{
	struct form_field *field = focused(f);

	if (!field)
		return;
	form_offers_take_chosen(f);
	if (field->ops->left)
		field->ops->left(field, f->screen.tui->session);
	find_fault_of(f, field);
	form_tell(f);
}

static void
go_to(struct form *f, size_t at)
{
	leave(f);
	f->at = at;
}

static bool
is_done(struct form *f, const struct request *r, bool show)
{
	if (r->action->look) {
		text_add_request(&f->screen.tui->pending, r);
		return true;
	}
	if (!perform_request(f->screen.tui, r, show)) {
		form_wipe_secrets(f);
		form_draft_refused(f);
		return false;
	}
	form_discard(&f->screen);
	return true;
}

/* What is done to several letters at once says once more to how many; where
   there is nothing to fill in, the form itself has said it. */
static bool
is_sure(const struct form *f, const struct move *m)
{
	bool sure = true;

	if (f->n_letters > 1 && f->n_fields > 0) {
		char *warning = xasprintf(
		    P_("%s: %s letter.  Once more to do it.",
		       "%s: %s letters, all or none.  Once more to do it.",
		       f->n_letters),
		    _(f->action->title), DIGITS((long)f->n_letters));

		sure = tui_warns(f->screen.tui, m, warning);
		free(warning);
	}
	return sure;
}

/* Does what the form says; `show` opens what it made. */
static bool
is_saved(struct form *f, const struct move *m, bool show)
{
	struct arena arena;
	struct request r;
	bool done;

	leave(f);
	form_tell(f);
	arena_init(&arena);
	form_request(f, &arena, &r);
	done = is_faultless(f, &r) && !form_asks_again(f) && is_sure(f, m) &&
	       is_done(f, &r, show);
	arena_done(&arena);
	return done;
}

static unsigned
save(struct screen *s, const struct move *m)
{
	return is_saved(form_of(s), m, true) ? REACT_CLOSE | REACT_RELOAD_ALL
					     : REACT_DONE;
}

static unsigned
save_next(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);
	struct error err = {0};

	if (!form_repeats(f))
		return save(s, m);
	if (!is_saved(f, m, false))
		return REACT_DONE;
	if (form_renew(f, &err))
		return REACT_RELOAD_ALL;
	tui_fail(s->tui, &err);
	return REACT_CLOSE | REACT_RELOAD_ALL;
}

static unsigned
step(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);
	size_t stops = f->n_fields + 1;

	go_to(f, (f->at + stops + (size_t)m->by) % stops);
	return REACT_DONE;
}

/* What the field with focus holds is another. */
static unsigned
touch(struct screen *s)
{
	struct form *f = form_of(s);
	struct error err = {0};

	f->is_touched = true;
	focused(f)->fault = (struct error){0};
	if (!form_make_room(f, f->at, &err))
		tui_fail(s->tui, &err);
	return REACT_DONE;
}

static unsigned
type(struct screen *s, uint32_t key)
{
	struct form_field *field = focused(form_of(s));

	return field && field_key(field, key) ? touch(s) : REACT_NOTHING;
}

static unsigned
paste(struct screen *s, const char *text)
{
	struct form_field *field = focused(form_of(s));

	if (!field || !field->ops->paste) {
		tui_say(s->tui, STYLE_ERROR,
			_("Nothing can be typed here: what was pasted is not "
			  "put in."));
		return REACT_DONE;
	}
	struct pasted got = field->ops->paste(field, text);
	tui_say_paste(s->tui, &got);
	return touch(s);
}

/* There is nothing of its own there: what is grey is taken. */
static bool
goes_behind_end(const struct form_field *field, const struct move *m)
{
	static const char *const there[] = {"right", "word-right", "line-end",
					    "text-end"};

	for (size_t i = 0; i < ARRAY_SIZE(there); i++)
		if (strcmp(there[i], m->name) == 0)
			return field->editor.at == field->editor.text.n;
	return false;
}

static unsigned
edit(struct screen *s, const struct move *m)
{
	struct form_field *field = focused(form_of(s));

	if (!field)
		return REACT_NOTHING;
	if (goes_behind_end(field, m) && (form_offers_take_chosen(form_of(s)) ||
					  form_offers_take(form_of(s))))
		return touch(s);
	return field_move(field, m) ? touch(s) : REACT_NOTHING;
}

static unsigned
enter(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);

	if (f->at == f->n_fields)
		return save(s, m);
	if (type(s, K_ENTER) == REACT_NOTHING)
		go_to(f, f->at + 1);
	return REACT_DONE;
}

static unsigned
take_phrase(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);
	struct form_field *field = focused(f);

	if (field && field_take_phrase(field, m->by))
		f->is_touched = true;
	else if (m->by < 0 || !form_offers_open(f))
		form_offers_step(f, m->by);
	return REACT_DONE;
}

/* Among the lines of a text or ticks first, then among phrases, else to the
   field above or below. */
static unsigned
up_or_down(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);
	struct form_field *field = focused(f);

	if (field && field->phrase == 0 && field_move(field, m))
		return REACT_DONE;
	if (field && field->n_phrases > 0)
		return take_phrase(s, m);
	if (m->by > 0 && form_offers_has(f))
		form_offers_open(f);
	return form_offers_step(f, m->by) ? REACT_DONE : step(s, m);
}

/* Out of the list first. */
static unsigned
back(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);

	(void)m;
	if (!f->offers.is_open)
		return REACT_NOTHING;
	form_offers_close(f);
	return REACT_DONE;
}

static const struct screen_act form_acts[] = {
    {"back", back},
    {"keep-draft", form_leave},
    {"save", save},
    {"save-next", save_next},
    {"ditto", form_ditto},
    {"ditto-all", form_ditto_all},
    {"same", form_show_same},
    {"next", step},
    {"previous", step},
    {"enter", enter},
    {"down", up_or_down},
    {"up", up_or_down},
    {"phrase", take_phrase},
    {"sheet", form_sheet_choose},
    {"sheet-show", form_sheet_show},
    {"sheet-take", form_sheet_take},
    {"phrase-before", take_phrase},
    {0},
};

static bool
holds_text(const struct screen *s)
{
	return ((const struct form *)s)->is_touched;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct form *f = (const struct form *)s;

	text_add(t, _(f->action->title));
}

static void
done(struct screen *s)
{
	form_draft_end(form_of(s));
	form_empty(form_of(s));
}

/* Acts on a letter are done one by one. */
static bool
lacks(const struct screen *s, const struct move *m)
{
	static const char *const of_rows[] = {"save-next", "ditto",
					      "ditto-all"};
	const struct form *f = (const struct form *)s;

	if (strcmp(m->name, "sheet") == 0)
		return !form_takes_sheet(f);
	if (strcmp(m->name, "sheet-show") == 0)
		return !f->sheet;

	for (size_t i = 0; i < ARRAY_SIZE(of_rows); i++)
		if (strcmp(of_rows[i], m->name) == 0)
			return !form_repeats(f);
	return strcmp(m->name, "same") == 0 && !f->has_same;
}

static const struct screen_ops form_ops = {
    .name = "form",
    .size = sizeof(struct form),
    .is_typed = true,
    .is_overlay = true,
    .acts = form_acts,
    .title = title,
    .layout = form_layout,
    .draw = form_draw,
    .scroll = form_sheet_scroll,
    .type = type,
    .paste = paste,
    .edit = edit,
    .holds_text = holds_text,
    .keep = form_keep,
    .notice = form_notice,
    .discard = form_discard,
    .lacks = lacks,
    .done = done,
};

/* "144/2569  ด่วนมาก  เรื่อง": what one is about to act on. */
static const char *
describe(const struct tui *tui, const struct letter *l, struct arena *a)
{
	struct text t = {0};

	text_add_letter_number(&t, l, tui_is_thai(tui));
	text_add(&t, "  ");
	text_add_classes(&t, l);
	text_add(&t, l->urgency || l->secrecy ? "  " : "");
	text_add(&t, l->subject ? l->subject : "");
	const char *about = arena_strdup(a, text_str(&t));
	text_done(&t);
	return about;
}

/* "12 letters: 144–150/2569, 152/2569". */
static void
describe_several(struct form *f, const struct request *given)
{
	struct arena *a = &f->screen.arena;
	struct letters_asked asked = {0};
	struct error ignored = {0};
	struct text t = {0};

	if (given->action->many == NULL ||
	    !letters_asked(given, session_year(f->screen.tui->session), a,
			   &asked, &ignored) ||
	    asked.n < 2)
		return;
	f->n_letters = asked.n;
	text_printf(&t, P_("%s letter: ", "%s letters: ", asked.n),
		    DIGITS((long)asked.n));
	text_add_letters(&t, &asked);
	f->about = arena_strdup(a, t.s);
	text_done(&t);
}

struct screen *
form_new(struct tui *tui, const struct request *given,
	 const struct letter *letter, struct error *err)
{
	struct screen *s = screen_new(tui, &form_ops);
	struct form *f = form_of(s);

	if (letter)
		f->about = describe(tui, letter, &s->arena);
	else
		describe_several(f, given);
	if (form_fill(f, given, err))
		return s;
	screen_free(s);
	return NULL;
}
