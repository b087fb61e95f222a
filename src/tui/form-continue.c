/* form-continue.c -- a form goes on where its draft was left, or takes its
 * texts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/thai.h"

#include "app/look.h"

#include "tui/form.h"
#include "tui/loop.h"

/* Where a cluster begins, at most at byte `at` of s. */
static size_t
cluster_at(const char *s, size_t at)
{
	size_t n = strlen(s), place = 0;

	while (place < n) {
		size_t next = place + cluster_next(s + place, n - place).n;

		if (next > at)
			break;
		place = next;
	}
	return place;
}

static void
put_cursor(struct form *f, const struct draft_page *page)
{
	f->at = page->field < f->n_fields ? page->field : f->n_fields;
	if (f->at < f->n_fields) {
		struct editor *e = &f->fields[f->at].editor;

		e->at = cluster_at(editor_text(e), page->cursor);
	}
}

/* What was said when the form opened, and the options. */
static void
take_given(const struct draft_page *page, struct arena *a, struct request *r)
{
	struct argument *at = arena_array(a, page->request.n + 1, sizeof(*at));
	size_t operands = 0;

	*r = page->request;
	r->at = at;
	r->n = 0;
	for (size_t i = 0; i < page->request.n; i++)
		if (page->request.at[i].name || operands++ < page->n_given)
			at[r->n++] = page->request.at[i];
}

/* Operands that were typed, in the order of their fields. */
static void
put_operands(struct form *f, const struct draft_page *page)
{
	size_t i = page->n_given;

	for (size_t k = 0; k < f->n_fields; k++) {
		struct form_field *field = &f->fields[k];
		const char *value = field_is_of(field, NULL)
					? request_operand(&page->request, i++)
					: NULL;

		if (value && *value)
			field->ops->set(field, value);
	}
}

static struct screen *
reopen(struct tui *t, const struct draft_line *line,
       const struct letter *letter, struct error *err)
{
	struct arena arena;
	struct request given;

	arena_init(&arena);
	take_given(&line->page, &arena, &given);
	struct screen *s = form_new(t, &given, letter, err);
	struct form *f = (struct form *)s;
	arena_done(&arena);
	if (!s)
		return NULL;
	put_operands(f, &line->page);
	if (!draft_take(&f->kept.draft, t->session, line, err)) {
		screen_free(s);
		return NULL;
	}
	f->is_touched = true;
	f->kept.since = line->page.since;
	put_cursor(f, &line->page);
	form_draft_begin(s, letter);
	return s;
}

struct screen *
form_continue(struct tui *t, const struct draft_line *line, struct error *err)
{
	const char *number = line->page.number;
	struct arena arena;
	struct letter_file file = {0};
	struct screen *s = NULL;

	arena_init(&arena);
	if (!number || look_letter(t->session, number, &arena, &file, err))
		s = reopen(t, line, number ? &file.letter : NULL, err);
	arena_done(&arena);
	return s;
}

/* ------------------------------------------------- into another form */

/* The empty field of that name, else the first empty one for a text. */
static struct form_field *
room_for(struct form *f, const struct request *from, const char *name)
{
	const struct option *o = action_option(from->action, name);

	for (size_t i = 0; i < f->n_fields; i++)
		if (field_is_of(&f->fields[i], name) &&
		    field_is_blank(&f->fields[i]))
			return &f->fields[i];
	for (size_t i = 0; o && o->kind == VALUE_TEXT && i < f->n_fields; i++)
		if (f->fields[i].option->kind == VALUE_TEXT &&
		    field_is_blank(&f->fields[i]))
			return &f->fields[i];
	return NULL;
}

size_t
form_take(struct screen *s, const struct request *from)
{
	struct form *f = (struct form *)s;
	size_t n = 0;

	for (size_t i = 0; i < from->n; i++) {
		const struct argument *arg = &from->at[i];
		struct form_field *field =
		    arg->name ? room_for(f, from, arg->name) : NULL;

		if (!field)
			continue;
		field->ops->set(field, arg->value);
		n++;
	}
	f->is_touched = f->is_touched || n > 0;
	return n;
}
