/* form-sheet.c -- a form is filled from a sheet, each field with its mark */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/form-sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"

#include "app/fill.h"

#include "tui/loop.h"
#include "tui/screens/screens.h"
#include "tui/wrap.h"

/* The option that keeps the text of a letter. */
static const char text_option[] = "text";
static const char link_option[] = "link";

static struct form *
form_of(struct screen *s)
{
	return (struct form *)s;
}

bool
form_takes_sheet(const struct form *f)
{
	return action_option(f->action, text_option) != NULL;
}

/* The field still holds what the sheet put there. */
static bool
is_as_offered(const struct form_field *field)
{
	return field->offered &&
	       text_is_same(field->ops->value(field, 0), field->offered);
}

enum sheet_mark
form_sheet_mark(const struct form *f, size_t at)
{
	const struct form_field *field = &f->fields[at];
	const struct offer *o = field->offer;

	if (!f->sheet || !o)
		return MARK_NONE;
	if (o->sure == FIELD_MISSING)
		return field_is_blank(field) ? MARK_MISSING : MARK_NONE;
	if (is_as_offered(field))
		return o->sure == FIELD_READ ? MARK_READ : MARK_DOUBTFUL;
	return field->offered ? MARK_NONE : MARK_DIFFERS;
}

/* With the key that puts it in, where there is one. */
static char *
note_difference(const struct form *f, const struct offer *o)
{
	const struct binding *b = keymap_find_command(
	    &f->screen.tui->keys, f->screen.ops->name, "sheet-take");
	struct text t = {0};

	if (b) {
		text_add_key(&t, b->key);
		text_add(&t, ": ");
	}
	text_printf(&t, _("the sheet says: %s"), o->value);
	return text_take(&t);
}

char *
form_sheet_note(const struct form *f, size_t at)
{
	enum sheet_mark mark = form_sheet_mark(f, at);
	const struct offer *o = mark ? f->fields[at].offer : NULL;

	if (mark == MARK_DIFFERS)
		return note_difference(f, o);
	if (o && o->why)
		return xstrdup(o->why);
	if (mark == MARK_DOUBTFUL)
		return xstrdup(_("read with a doubt: compare it with the "
				 "sheet"));
	return NULL;
}

/* "! " and a warning that stands beside no field, a line each; the text. */
static const char *
text_to_show(struct form_sheet *sheet)
{
	const struct reading *r = &sheet->file.reading;
	struct text t = {0};

	for (size_t i = 0; i < r->n_warnings; i++)
		if (!offer_tells(r->warnings[i].code)) {
			text_add(&t, "! ");
			text_add_warning(&t, &r->warnings[i]);
			text_add(&t, "\n");
		}
	text_add(&t, t.n > 0 ? "\n" : "");
	text_add(&t, r->text);
	const char *shown = arena_strdup(&sheet->arena, text_str(&t));
	text_done(&t);
	return shown;
}

/* Another sheet takes the place of the one before. */
static void
set_sheet(struct form *f, struct form_sheet *sheet)
{
	sheet->shown = text_to_show(sheet);
	sheet->is_shown = f->sheet && f->sheet->is_shown;
	form_sheet_done(f);
	f->sheet = sheet;
}

static struct form_sheet *
new_sheet(void)
{
	struct form_sheet *sheet = xcalloc(1, sizeof(*sheet));

	arena_init(&sheet->arena);
	return sheet;
}

static void
free_sheet(struct form_sheet *sheet)
{
	arena_done(&sheet->arena);
	free(sheet);
}

/* What the fields know of the sheet goes with it. */
void
form_sheet_done(struct form *f)
{
	if (!f->sheet)
		return;
	for (size_t i = 0; i < f->n_fields; i++)
		f->fields[i].offer = NULL;
	free_sheet(f->sheet);
	f->sheet = NULL;
}

bool
form_sheet_read_file(struct form *f, const char *path, struct error *err)
{
	struct form_sheet *sheet = new_sheet();

	if (!read_file(f->screen.tui->session, path, &sheet->arena,
		       &sheet->file, err)) {
		free_sheet(sheet);
		return false;
	}
	sheet->path = arena_strdup(&sheet->arena, path);
	set_sheet(f, sheet);
	return true;
}

void
form_sheet_read_text(struct form *f, const char *text)
{
	struct form_sheet *sheet = new_sheet();

	intake_read(text, strlen(text), &sheet->arena, &sheet->file.reading);
	set_sheet(f, sheet);
}

/* A date stands there as people here write it. */
static void
put_value(struct form *f, struct form_field *field, const char *value)
{
	struct error ignored = {0};
	struct date d;
	struct text t = {0};

	if (field->option->kind == VALUE_DATE &&
	    date_parse(value, &d, &ignored)) {
		text_add_date(&t, d, DATE_SHORT, tui_is_thai(f->screen.tui));
		value = text_str(&t);
	}
	field_put(field, value);
	text_done(&t);
}

static void
put(struct form *f, size_t at, const struct offer *o)
{
	struct form_field *field = &f->fields[at];

	put_value(f, field, o->value);
	const char *value = field->ops->value(field, 0);
	free(field->offered);
	field->offered = value ? xstrdup(value) : NULL;
	field->offer = o;
	field->fault = (struct error){0};
}

/* Nobody typed what stands there: it is empty, from the letter before, or from
   a sheet. */
static bool
is_free(const struct form_field *field)
{
	return field_is_blank(field) || field->is_kept || is_as_offered(field);
}

static bool
has_value(const struct form *f, const struct offer *o)
{
	for (size_t i = 0; i < f->n_fields; i++)
		if (field_is_of(&f->fields[i], o->option) &&
		    text_is_same(f->fields[i].ops->value(&f->fields[i], 0),
				 o->value))
			return true;
	return false;
}

/* Where an offer goes: the field of its option; of those that repeat the first
   that is free.  n_fields when there is none. */
static size_t
field_for(const struct form *f, const struct offer *o)
{
	for (size_t i = 0; i < f->n_fields; i++)
		if (field_is_of(&f->fields[i], o->option) &&
		    (!field_is_repeated(&f->fields[i]) ||
		     field_is_blank(&f->fields[i])))
			return i;
	return f->n_fields;
}

/* It has no field, and goes with the letter all the same. */
static bool
is_for_scripts(const struct form *f, const struct offer *o)
{
	const struct option *option = action_option(f->action, o->option);

	return option && option->flags & OPTION_HIDDEN;
}

/* What the clerk typed himself stays, and is marked where it differs. */
static bool
fill_offer(struct form *f, const struct offer *o, struct error *err)
{
	size_t at = field_for(f, o);

	if (at == f->n_fields) {
		if (o->value && is_for_scripts(f, o))
			form_hide(f, o->option, o->value);
		return true;
	}
	struct form_field *field = &f->fields[at];
	if (field_is_repeated(field) && has_value(f, o))
		return true;
	field->offer = o;
	if (!o->value)
		return true;
	bool is_said = text_is_same(field->ops->value(field, 0), o->value);
	if (is_free(field) || is_said)
		put(f, at, o);
	return form_make_room(f, at, err);
}

/* What another sheet put there makes room for this one. */
static void
forget_offers(struct form *f)
{
	for (size_t i = 0; i < f->n_fields; i++) {
		struct form_field *field = &f->fields[i];

		if (is_as_offered(field))
			field_clear(field);
		free(field->offered);
		field->offered = NULL;
		field->offer = NULL;
	}
}

/* On what needs a person's eye first; else on the button. */
static void
go_to_first_doubt(struct form *f)
{
	for (f->at = 0; f->at < f->n_fields; f->at++)
		if (form_sheet_mark(f, f->at) > MARK_READ)
			return;
}

static void
tell(struct form *f)
{
	int n[SHEET_MARKS] = {0};
	struct text t = {0};

	for (size_t i = 0; i < f->n_fields; i++)
		n[form_sheet_mark(f, i)]++;
	text_printf(&t,
		    _("Read: %s; doubtful: %s, missing: %s, differing: %s.  "
		      "Compare, then save."),
		    DIGITS(n[MARK_READ]), DIGITS(n[MARK_DOUBTFUL]),
		    DIGITS(n[MARK_MISSING]), DIGITS(n[MARK_DIFFERS]));
	bool is_sure =
	    n[MARK_DOUBTFUL] + n[MARK_MISSING] + n[MARK_DIFFERS] == 0;
	if (f->sheet->file.reading.n_letters == 0)
		tui_say(f->screen.tui, STYLE_ERROR,
			_("No letter stands on this sheet; its text is kept "
			  "with the letter."));
	else
		tui_say(f->screen.tui, is_sure ? STYLE_GOOD : STYLE_STRONG,
			text_str(&t));
	text_done(&t);
}

/* A little more than is kept, so that the cut is told when it is saved. */
static const char *
text_to_keep(const struct form_sheet *sheet, struct arena *a)
{
	const char *s = sheet->file.reading.text;
	size_t n = strlen(s), most = TEXT_KEPT_BYTES + 4;

	if (n <= most)
		return s;
	for (n = most; ((unsigned char)s[n] & 0xC0) == 0x80; n--)
		;
	return arena_strndup(a, s, n);
}

/* The file is sent with the form, and so is the text, as it was read. */
static void
keep_sheet(struct form *f)
{
	const struct form_sheet *sheet = f->sheet;
	struct arena *a = &f->screen.arena;

	form_hide(f, text_option, text_to_keep(sheet, a));
	f->n_operands = 0;
	if (!sheet->path)
		return;
	f->operands = arena_array(a, 1, sizeof(*f->operands));
	f->operands[f->n_operands++] = arena_strdup(a, sheet->path);
}

bool
form_sheet_fill(struct form *f, const struct read_candidate *ours,
		struct error *err)
{
	struct form_sheet *sheet = f->sheet;
	bool ok = true;

	forget_offers(f);
	form_hide(f, link_option, NULL);
	offers_make(&sheet->offers, &sheet->file, ours, &sheet->arena);
	for (size_t i = 0; i < sheet->offers.n && ok; i++)
		ok = fill_offer(f, &sheet->offers.at[i], err);
	keep_sheet(f);
	f->is_touched = true;
	form_tell(f);
	go_to_first_doubt(f);
	tell(f);
	return ok;
}

void
form_sheet_begin(struct form *f)
{
	const char *path = f->n_operands > 0 ? f->operands[0] : NULL;
	struct tui *t = f->screen.tui;
	struct error err = {0};

	if (!path || !form_takes_sheet(f) || f->n_hidden > 0)
		return;
	f->n_operands = 0;
	bool ok = form_sheet_read_file(f, path, &err);
	if (ok && !sheet_asks_number(t, f))
		ok =
		    form_sheet_fill(f, f->sheet->file.reading.candidates, &err);
	if (!ok)
		tui_fail(t, &err);
}

void
form_sheet_title(const struct form *f, struct text *t)
{
	text_add(t, _(f->action->title));
	if (form_takes_sheet(f) && f->n_operands > 0) {
		text_add(t, " · ");
		text_add_visible(t, file_name_of(f->operands[0]), false);
	}
}

unsigned
form_sheet_choose(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);
	struct error err = {0};

	(void)m;
	if (form_takes_sheet(f)) {
		tui_push(s->tui, sheet_new(s->tui, f));
		return REACT_DONE;
	}
	error_set(&err, &ERROR_USAGE,
		  _("this form is not filled from a letter's text"));
	tui_fail(s->tui, &err);
	return REACT_DONE;
}

static bool
has_sheet(struct screen *s)
{
	if (form_of(s)->sheet)
		return true;
	tui_say(s->tui, STYLE_DIM, _("Choose the letter's text first."));
	return false;
}

unsigned
form_sheet_show(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);

	(void)m;
	if (has_sheet(s))
		f->sheet->is_shown = !f->sheet->is_shown;
	return REACT_DONE;
}

unsigned
form_sheet_take(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);

	(void)m;
	if (!has_sheet(s) || f->at == f->n_fields)
		return REACT_DONE;
	const struct offer *o = f->fields[f->at].offer;
	if (o && o->value)
		put(f, f->at, o);
	else
		tui_say(s->tui, STYLE_DIM,
			_("The sheet says nothing for this field."));
	return REACT_DONE;
}

void
form_sheet_scroll(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);
	struct sheet_areas areas;
	struct grid none = {.rows = f->body_rows, .cols = f->body_cols};
	struct wrapped w;

	if (!f->sheet || !f->sheet->is_shown)
		return;
	areas = form_sheet_areas(f, area_of(&none));
	wrapped_init(&w, f->sheet->shown, areas.text.cols - 2);
	f->sheet->top = move_apply(m, f->sheet->top, w.n, areas.text.rows - 1);
	wrapped_done(&w);
}
