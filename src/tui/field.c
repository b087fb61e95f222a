/* field.c -- one field of a form: made from a row of an option table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/field.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/circulate.h"
#include "app/look.h"

/* Room for n items; a field that need not be filled begins with nothing
   chosen. */
static void
make_items(struct form_field *f, struct arena *a, size_t n)
{
	f->items = arena_array(a, n + 1, sizeof(*f->items));
	if (f->ops == &choice_field && !(f->option->flags & OPTION_REQUIRED))
		f->items[f->n_items++] = (struct item){.label = "—"};
}

static void
add_item(struct form_field *f, const char *value, const char *label)
{
	f->items[f->n_items++] = (struct item){.value = value, .label = label};
}

static bool
fill_choices(struct form_field *f, const struct field_context *c,
	     struct error *err)
{
	const struct choice *from = f->option->choices;
	size_t n = 0;

	(void)err;
	while (from[n].value)
		n++;
	make_items(f, c->arena, n);
	for (size_t i = 0; i < n; i++)
		add_item(f, from[i].value, _(from[i].label));
	return true;
}

static void
add_places(struct form_field *f, struct arena *a, const struct place_list *list)
{
	make_items(f, a, list->n);
	for (size_t i = 0; i < list->n; i++) {
		const struct place *p = &list->at[i];
		const char *label = p->name;

		if (!text_is_blank(p->holders))
			label = arena_printf(a, "%s (%s)", p->name, p->holders);
		add_item(f, p->code, label);
	}
}

static bool
fill_posts(struct form_field *f, const struct field_context *c,
	   struct error *err)
{
	struct place_list list = {0};

	if (!look_posts(c->session, c->arena, &list, err))
		return false;
	add_places(f, c->arena, &list);
	return true;
}

static bool
fill_divisions(struct form_field *f, const struct field_context *c,
	       struct error *err)
{
	struct place_list list = {0};

	if (!look_divisions(c->session, c->arena, &list, err))
		return false;
	add_places(f, c->arena, &list);
	return true;
}

static bool
fill_offices(struct form_field *f, const struct field_context *c,
	     struct error *err)
{
	struct office_list list = {0};

	if (!look_offices(c->session, c->arena, &list, err))
		return false;
	make_items(f, c->arena, list.n);
	for (size_t i = 0; i < list.n; i++)
		add_item(f, list.at[i].code, list.at[i].name);
	return true;
}

static bool
fill_addressees(struct form_field *f, const struct field_context *c,
		struct error *err)
{
	struct addressee_list all = {0};

	if (!circulate_addressees(c->session, c->arena, &all, err))
		return false;
	make_items(f, c->arena, all.n + 2);
	add_item(f, "divisions", _("every division"));
	add_item(f, "people", _("everybody in the office"));
	for (size_t i = 0; i < all.n; i++)
		add_item(f, all.at[i].code, all.at[i].name);
	return true;
}

static bool
fill_flag(struct form_field *f, const struct field_context *c,
	  struct error *err)
{
	(void)err;
	make_items(f, c->arena, 1);
	add_item(f, "", "");
	return true;
}

static const struct {
	const struct field_ops *ops;
	bool (*fill)(struct form_field *f, const struct field_context *c,
		     struct error *err);
} kinds[] = {
    [VALUE_TEXT] = {&text_field, NULL},
    [VALUE_LINE] = {&line_field, NULL},
    [VALUE_DATE] = {&date_field, NULL},
    [VALUE_MOMENT] = {&moment_field, NULL},
    [VALUE_NUMBER] = {&line_field, NULL},
    [VALUE_LETTER] = {&line_field, NULL},
    [VALUE_CHOICE] = {&choice_field, fill_choices},
    [VALUE_POST] = {&choice_field, fill_posts},
    [VALUE_DIVISION] = {&choice_field, fill_divisions},
    [VALUE_OFFICE] = {&choice_field, fill_offices},
    [VALUE_ADDRESSEE] = {&choice_field, fill_addressees},
    [VALUE_FILE] = {&line_field, NULL},
    [VALUE_FLAG] = {&ticked_field, fill_flag},
    [VALUE_SECRET] = {&secret_field, NULL},
};

bool
field_init(struct form_field *f, const struct option *o,
	   const struct field_context *c, struct error *err)
{
	*f = (struct form_field){.option = o, .ops = kinds[o->kind].ops};
	if (f->ops == &choice_field && o->flags & OPTION_MANY)
		f->ops = &ticked_field;
	f->editor.has_lines = o->kind == VALUE_TEXT;
	if (o->phrases)
		f->n_phrases =
		    look_phrases(c->session, o->phrases, c->arena, &f->phrases);
	return !kinds[o->kind].fill || kinds[o->kind].fill(f, c, err);
}

void
field_done(struct form_field *f)
{
	editor_done(&f->editor);
	free(f->typed);
	free(f->told);
	free(f->offered);
	*f = (struct form_field){0};
}

bool
field_is_repeated(const struct form_field *f)
{
	return f->option->flags & OPTION_MANY && f->n_items == 0;
}

bool
field_is_blank(const struct form_field *f)
{
	return text_is_blank(f->ops->value(f, 0));
}

void
field_put(struct form_field *f, const char *value)
{
	f->ops->set(f, value);
	f->is_kept = false;
}

void
field_clear(struct form_field *f)
{
	if (f->n_items == 0)
		field_put(f, "");
	for (size_t i = 0; i < f->n_items; i++)
		f->items[i].is_ticked = false;
	f->at = 0;
	f->is_kept = false;
}

/* Chosen kinds have nothing to type over. */
static void
begin_anew(struct form_field *f)
{
	if (f->is_kept && f->n_items == 0)
		f->ops->set(f, "");
}

bool
field_key(struct form_field *f, uint32_t key)
{
	if (key_is_text(key))
		begin_anew(f);
	if (!f->ops->key(f, key))
		return false;
	f->is_kept = false;
	return true;
}

bool
field_move(struct form_field *f, const struct move *m)
{
	if (strncmp(m->name, "erase", strlen("erase")) == 0)
		begin_anew(f);
	if (!f->ops->move(f, m))
		return false;
	f->is_kept = false;
	return true;
}

void
field_tell(struct form_field *f, const char *sentence)
{
	free(f->told);
	f->told = sentence ? xstrdup(sentence) : NULL;
}

bool
field_take_phrase(struct form_field *f, int by)
{
	size_t n = f->n_phrases + 1;

	if (f->n_phrases == 0)
		return false;
	if (f->phrase == 0) {
		free(f->typed);
		free(f->offered);
		f->typed = xstrdup(editor_text(&f->editor));
	}
	f->phrase = (f->phrase + n + (size_t)by) % n;
	editor_replace(&f->editor,
		       f->phrase == 0 ? f->typed : f->phrases[f->phrase - 1]);
	return true;
}
