/* form-fill.c -- the fields of a form: made from its action, filled, read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/i18n.h"

#include "app/pin.h"

#include "tui/form-sheet.h"
#include "tui/form.h"
#include "tui/loop.h"

static bool
insert_field(struct form *f, size_t at, const struct option *o,
	     struct error *err)
{
	const struct field_context context = {f->screen.tui->session,
					      &f->screen.arena};
	struct form_field field;

	if (!field_init(&field, o, &context, err))
		return false;
	f->fields =
	    xreallocarray(f->fields, f->n_fields + 1, sizeof(*f->fields));
	memmove(&f->fields[at + 1], &f->fields[at],
		(f->n_fields - at) * sizeof(*f->fields));
	f->fields[at] = field;
	f->n_fields++;
	return true;
}

/* The words of "LOGIN NAME" that were not said become fields without the name
   of an option. */
static bool
make_operands(struct form *f, struct error *err)
{
	struct arena *a = &f->screen.arena;
	const char *word = f->action->operands;

	for (size_t i = 0, n; *word; i++, word += n + (word[n] == ' ')) {
		n = strcspn(word, " ");
		if (i < f->n_operands || *word == '[')
			continue;
		struct option *o = arena_alloc(a, sizeof(*o));
		*o = *operand_option(word);
		o->name = NULL;
		o->flags = OPTION_REQUIRED;
		if (!insert_field(f, f->n_fields, o, err))
			return false;
	}
	return true;
}

static bool
make_options(struct form *f, struct error *err)
{
	for (const struct option *o = f->action->options; o && o->name; o++)
		if (!(o->flags & OPTION_HIDDEN) &&
		    !insert_field(f, f->n_fields, o, err))
			return false;
	return true;
}

/* Last, as one signs; the PIN that was goes before the new one. */
static bool
make_pin(struct form *f, const struct request *given, struct error *err)
{
	const struct option *o = f->action->options;
	bool is_new = o && o->kind == VALUE_SECRET, asked;

	return pin_is_asked(f->screen.tui->session, given, &asked, err) &&
	       (!asked ||
		insert_field(f, is_new ? 0 : f->n_fields, &pin_option, err));
}

void
form_wipe_secrets(struct form *f)
{
	for (size_t i = 0; i < f->n_fields; i++)
		if (f->fields[i].option->kind == VALUE_SECRET)
			editor_wipe(&f->fields[i].editor);
}

/* An empty field stands behind the last filled one of its option. */
bool
form_make_room(struct form *f, size_t at, struct error *err)
{
	const struct form_field *field = &f->fields[at];
	bool is_last =
	    at + 1 == f->n_fields || f->fields[at + 1].option != field->option;

	if (!field_is_repeated(field) || !is_last || field_is_blank(field))
		return true;
	return insert_field(f, at + 1, field->option, err);
}

void
form_reveal(struct form *f, const char *name)
{
	const struct option *wanted =
	    name ? action_option(f->action, name) : NULL;
	struct error ignored = {0};
	size_t at = 0;

	for (size_t i = 0; i < f->n_fields; i++)
		if (f->fields[i].option == wanted)
			return;
	if (wanted == NULL)
		return;
	/* Behind the fields of the options that stand before it. */
	while (at < f->n_fields && f->fields[at].option != &pin_option &&
	       (field_is_of(&f->fields[at], NULL) ||
		f->fields[at].option < wanted))
		at++;
	/* Without its field the fault is told in the status line. */
	if (!insert_field(f, at, wanted, &ignored))
		return;
}

/* name NULL: an operand. */
bool
field_is_of(const struct form_field *field, const char *name)
{
	const char *own = field->option->name;

	return own && name ? strcmp(own, name) == 0 : own == name;
}

static bool
fill_in(struct form *f, const struct argument *arg, struct error *err)
{
	for (size_t i = 0; i < f->n_fields; i++) {
		struct form_field *field = &f->fields[i];

		if (!field_is_of(field, arg->name) ||
		    (field_is_repeated(field) && !field_is_blank(field)))
			continue;
		field_put(field, arg->value);
		return form_make_room(f, i, err);
	}
	return true;
}

static void
take_operands(struct form *f, const struct request *given)
{
	struct arena *a = &f->screen.arena;

	f->operands = arena_array(a, given->n + 1, sizeof(*f->operands));
	for (size_t i = 0; i < given->n; i++)
		if (!given->at[i].name)
			f->operands[f->n_operands++] =
			    arena_strdup(a, given->at[i].value);
}

void
form_hide(struct form *f, const char *name, const char *value)
{
	struct arena *a = &f->screen.arena;
	bool is_beside =
	    value && action_option(f->action, name)->flags & OPTION_MANY;
	size_t kept = 0;

	for (size_t i = 0; i < f->n_hidden; i++)
		if (is_beside || strcmp(f->hidden[i].name, name) != 0)
			f->hidden[kept++] = f->hidden[i];
	f->n_hidden = kept;
	if (value && kept < FORM_HIDDEN_MAX)
		f->hidden[f->n_hidden++] = (struct argument){
		    arena_strdup(a, name), arena_strdup(a, value)};
}

static bool
is_hidden(const struct form *f, const char *name)
{
	return action_option(f->action, name)->flags & OPTION_HIDDEN;
}

static bool
take_option(struct form *f, const struct argument *given, struct error *err)
{
	if (!is_hidden(f, given->name))
		return fill_in(f, given, err);
	form_hide(f, given->name, given->value);
	return true;
}

static bool
take_options(struct form *f, const struct request *given, struct error *err)
{
	for (size_t i = 0; i < given->n; i++)
		if (given->at[i].name && !take_option(f, &given->at[i], err))
			return false;
	return true;
}

void
form_ask(struct form *f, const char *name, const char *value)
{
	form_reveal(f, name);
	for (size_t i = 0; value != NULL && i < f->n_fields; i++)
		if (field_is_of(&f->fields[i], name))
			field_put(&f->fields[i], value);
}

bool
form_fill(struct form *f, const struct request *given, struct error *err)
{
	f->action = given->action;
	memcpy(f->act_id, given->act_id, sizeof(f->act_id));
	take_operands(f, given);
	return make_operands(f, err) && make_options(f, err) &&
	       make_pin(f, given, err) && take_options(f, given, err);
}

void
form_empty(struct form *f)
{
	form_sheet_done(f);
	form_wipe_secrets(f);
	for (size_t i = 0; i < f->n_fields; i++)
		field_done(&f->fields[i]);
	free(f->fields);
	f->fields = NULL;
	f->n_hidden = 0;
	f->n_fields = f->n_operands = f->at = f->top = 0;
	f->repeats = NULL;
	form_offers_done(f);
	f->is_touched = f->has_same = f->is_asked = false;
	f->same = (struct same_letter){0};
}

bool
form_repeats(const struct form *f)
{
	for (const struct option *o = f->action->options; o && o->name; o++)
		if (o->flags & OPTION_REPEATS)
			return true;
	return false;
}

size_t
form_index(const struct form *f, size_t at)
{
	size_t first = at;

	while (first > 0 && f->fields[first - 1].option == f->fields[at].option)
		first--;
	return at - first;
}

static size_t
count_values(const struct form *f)
{
	size_t n = f->n_operands + f->n_hidden;

	for (size_t i = 0; i < f->n_fields; i++)
		for (size_t k = 0; f->fields[i].ops->value(&f->fields[i], k);)
			k++, n++;
	return n;
}

static void
add_values(const struct form_field *field, struct argument *at, size_t *n)
{
	const char *value;

	for (size_t k = 0; (value = field->ops->value(field, k)); k++)
		at[(*n)++] = (struct argument){field->option->name, value};
}

void
form_request(const struct form *f, struct arena *a, struct request *r)
{
	struct argument *at = arena_array(a, count_values(f) + 1, sizeof(*at));

	*r = (struct request){.action = f->action, .at = at};
	memcpy(r->act_id, f->act_id, sizeof(r->act_id));
	for (size_t i = 0; i < f->n_operands; i++)
		at[r->n++].value = f->operands[i];
	for (size_t i = 0; i < f->n_hidden; i++)
		at[r->n++] = f->hidden[i];
	for (size_t i = 0; i < f->n_fields; i++)
		add_values(&f->fields[i], at, &r->n);
}

/* Only what is alike from one to the next, in the arena. */
static void
request_of_repeats(const struct form *f, struct arena *a, struct request *r)
{
	struct argument *at = arena_array(a, count_values(f) + 1, sizeof(*at));

	*r = (struct request){.action = f->action, .at = at};
	random_bytes(r->act_id, sizeof(r->act_id));
	for (size_t i = 0; i < f->n_fields; i++)
		if (f->fields[i].option->flags & OPTION_REPEATS)
			add_values(&f->fields[i], at, &r->n);
	for (size_t i = 0; i < r->n; i++)
		at[i].value = arena_strdup(a, at[i].value);
}

bool
form_renew(struct form *f, struct error *err)
{
	struct arena arena;
	struct request repeats;

	arena_init(&arena);
	request_of_repeats(f, &arena, &repeats);
	form_empty(f);
	bool ok = form_fill(f, &repeats, err);
	for (size_t i = 0; i < f->n_fields; i++)
		f->fields[i].is_kept = !field_is_blank(&f->fields[i]);
	arena_done(&arena);
	return ok;
}
