/* form-offers.c -- words used before, behind the cursor and in a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai-fold.h"
#include "base/thai.h"

#include "tui/form.h"
#include "tui/loop.h"

static struct form_field *
focused(struct form *f)
{
	return f->at < f->n_fields ? &f->fields[f->at] : NULL;
}

/* Stock phrases come behind what one wrote oneself. */
static void
add_phrases(struct used *used, const struct form_field *field, struct arena *a)
{
	struct used_word *at =
	    arena_array(a, used->n + field->n_phrases, sizeof(*at));

	if (used->n > 0)
		memcpy(at, used->at, used->n * sizeof(*at));
	for (size_t i = 0; i < field->n_phrases; i++) {
		char *folded = thai_fold(field->phrases[i]);

		at[used->n++] = (struct used_word){
		    .words = field->phrases[i],
		    .folded = arena_strdup(a, folded),
		    .folded_beside = "",
		};
		free(folded);
	}
	used->at = at;
}

/* Read when a field that has some first gets the focus. */
static const struct used *
used_of(struct form *f, const struct form_field *field)
{
	struct used **kept = &f->offers.used[field->option->used];
	struct arena *a = &f->offers.arena;
	struct error err = {0};

	if (!*kept) {
		*kept = arena_alloc(a, sizeof(**kept));
		if (!used_load(f->screen.tui->session, field->option->used, a,
			       *kept, &err))
			tui_fail(f->screen.tui, &err);
		add_phrases(*kept, field, a);
	}
	return *kept;
}

static const char *
value_of(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n_fields; i++)
		if (field_is_of(&f->fields[i], name))
			return f->fields[i].ops->value(&f->fields[i], 0);
	return NULL;
}

/* What stands in the form where `beside` stood: a sender goes with the
   beginning of his numbers, all else with the sender.  Caller frees. */
static char *
beside(const struct form *f, enum used_kind kind)
{
	const char *ref, *from = value_of(f, "from");

	if (kind != USED_SENDER)
		return xstrdup(from ? from : "");
	ref = value_of(f, "ref");
	return ref && strchr(ref, '/') ? xstrndup(ref, strcspn(ref, "/") + 1)
				       : xstrdup("");
}

static void
find(struct form *f, const struct form_field *field, const char *typed)
{
	struct form_offers *o = &f->offers;
	char *next_to = beside(f, field->option->used);
	bool is_all = o->is_open && text_is_blank(typed);

	o->n = used_find(used_of(f, field), is_all ? NULL : typed, next_to,
			 o->at, OFFERS_MAX);
	o->chosen = 0;
	free(next_to);
}

static bool
is_offering(const struct form_field *field)
{
	return field && field->option->used != USED_NOWHERE && !field->is_kept;
}

void
form_offers_close(struct form *f)
{
	struct form_offers *o = &f->offers;

	free(o->typed);
	o->typed = NULL;
	o->n = o->chosen = 0;
	o->is_open = false;
}

void
form_offers_done(struct form *f)
{
	form_offers_close(f);
	arena_done(&f->offers.arena);
	memset(f->offers.used, 0, sizeof(f->offers.used));
}

void
form_offers_find(struct form *f)
{
	struct form_offers *o = &f->offers;
	struct form_field *field = focused(f);
	const char *typed;

	if (!is_offering(field)) {
		form_offers_close(f);
		return;
	}
	typed = editor_text(&field->editor);
	if (o->typed && o->field == f->at && strcmp(o->typed, typed) == 0)
		return;
	if (o->field != f->at)
		form_offers_close(f);
	free(o->typed);
	o->typed = xstrdup(typed);
	o->field = f->at;
	find(f, field, typed);
}

/* The cursor stands behind the text. */
static bool
is_behind(const struct form *f)
{
	return f->at < f->n_fields &&
	       f->fields[f->at].editor.at == f->fields[f->at].editor.text.n;
}

const char *
form_offers_rest(const struct form *f)
{
	const struct form_offers *o = &f->offers;

	if (o->n == 0 || o->field != f->at || !is_behind(f))
		return "";
	return used_rest(o->at[o->chosen ? o->chosen - 1 : 0],
			 editor_text(&f->fields[f->at].editor));
}

static void
put(struct form *f, const char *words)
{
	struct form_field *field = focused(f);

	editor_replace(&field->editor, words);
	field->phrase = 0;
	form_offers_close(f);
	form_offers_find(f);
}

bool
form_offers_has(const struct form *f)
{
	return f->offers.n > 0 && f->offers.field == f->at && is_behind(f);
}

bool
form_offers_take(struct form *f)
{
	const struct form_offers *o = &f->offers;

	form_offers_find(f);
	if (!*form_offers_rest(f))
		return false;
	put(f, o->at[o->chosen ? o->chosen - 1 : 0]->words);
	return true;
}

bool
form_offers_take_chosen(struct form *f)
{
	const struct form_offers *o = &f->offers;

	if (o->chosen == 0 || o->field != f->at)
		return false;
	put(f, o->at[o->chosen - 1]->words);
	return true;
}

bool
form_offers_step(struct form *f, int by)
{
	struct form_offers *o = &f->offers;

	form_offers_find(f);
	if (!o->is_open || o->n == 0)
		return false;
	if (by > 0 && o->chosen < o->n)
		o->chosen++;
	else if (by < 0 && o->chosen > 0)
		o->chosen--;
	return true;
}

bool
form_offers_open(struct form *f)
{
	struct form_offers *o = &f->offers;
	const struct form_field *field = focused(f);

	if (o->is_open || !is_offering(field) || field->n_phrases > 0)
		return false;
	o->is_open = true;
	o->field = f->at;
	find(f, field, editor_text(&field->editor));
	o->is_open = o->n > 0;
	return o->is_open;
}

/* ------------------------------------------------------------- drawing */

/* Behind the cursor: the rest, or behind an arrow the name that holds it. */
static void
add_grey(const struct form *f, struct text *grey)
{
	const struct form_offers *o = &f->offers;
	const char *rest = form_offers_rest(f);

	if (*rest)
		text_add_n(grey, rest, strcspn(rest, "\n"));
	else if (form_offers_has(f) && !o->is_open)
		text_printf(grey, "  ↓ %s", o->at[0]->words);
}

/* The field has just set the cursor. */
void
form_offers_draw_rest(const struct form *f, struct area a)
{
	struct text grey = {0};
	int row = a.grid->cursor_row - a.row, col = a.grid->cursor_col - a.col;
	int room = a.cols - col, columns;

	add_grey(f, &grey);
	columns = thai_columns(text_str(&grey));
	if (grey.n > 0 && row >= 0 && row < a.rows && col >= 0 && room > 0)
		area_put_padded(a, row, col, columns < room ? columns : room,
				ALIGN_LEFT, STYLE_DIM, grey.s);
	text_done(&grey);
}

static void
draw_item(const struct form *f, size_t i, struct area a)
{
	const struct form_offers *o = &f->offers;
	bool is_chosen = o->chosen == i + 1;
	enum style style = is_chosen ? STYLE_FOCUS : STYLE_NORMAL;
	struct text times = {0};
	int columns;

	if (o->at[i]->times > 1) {
		text_add(&times, "×");
		text_add_number(&times, o->at[i]->times,
				tui_is_thai(f->screen.tui));
	}
	columns = thai_columns(text_str(&times));
	area_fill(a, style);
	area_put(a, 0, 0, is_chosen ? STYLE_FOCUS : STYLE_HEAD,
		 is_chosen ? "▸" : "│");
	area_put_padded(a, 0, 2, a.cols - columns - 3, ALIGN_LEFT, style,
			o->at[i]->words);
	area_put(a, 0, a.cols - columns, is_chosen ? style : STYLE_DIM,
		 text_str(&times));
	text_done(&times);
}

/* Below the field where there is room, else above it. */
void
form_offers_draw_list(const struct form *f, struct area a)
{
	const struct form_offers *o = &f->offers;
	int n = (int)o->n, row = a.grid->cursor_row - a.row + 1;

	if (!o->is_open || o->field != f->at || n == 0 || row < 1)
		return;
	if (row + n > a.rows)
		row = row - 1 - n;
	for (int i = 0; i < n; i++)
		draw_item(f, (size_t)i, area_part(a, row + i, 0, 1, a.cols));
}

static void
add_key(const struct form *f, const char *command, struct text *t)
{
	const struct keymap *keys = &f->screen.tui->keys;
	const struct binding *b = keymap_find_command(keys, "form", command);

	if (!b)
		b = keymap_find_command(keys, "typing", command);
	if (b)
		text_add_key(t, b->key);
}

void
form_offers_add_hint(const struct form *f, struct text *hint)
{
	struct text take = {0}, more = {0};

	add_key(f, "right", &take);
	add_key(f, "down", &more);
	if (*form_offers_rest(f))
		text_printf(hint, _("%s takes what is grey, %s shows more"),
			    text_str(&take), text_str(&more));
	else if (form_offers_has(f))
		text_printf(hint, _("%s shows where it was written before"),
			    text_str(&more));
	text_done(&take);
	text_done(&more);
}
