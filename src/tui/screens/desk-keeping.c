/* desk-keeping.c -- the desk tells of backups, and asks what paper knows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/desk-keeping.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "model/book.h"

#include "tui/form.h"
#include "tui/wording.h"

static const char *
name_of(const struct asked *q)
{
	const struct book *b = book_find(q->book);

	if (b != NULL)
		return _(b->name);
	return q->division != NULL ? q->division : q->book;
}

/* Receipts of no special class first: they are what a clerk waits for. */
static const struct asked *
first_of(const struct asked_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->at[i].book, book_general->code) == 0)
			return &list->at[i];
	return list->n > 0 ? &list->at[0] : NULL;
}

/* What goes out has books of its own; what a letter that came in gets is a
   number of a division. */
static bool
takes_of(const struct action *act, const struct asked *q)
{
	const struct book *b = book_find(q->book);

	if (act->needs & NEED_OUT)
		return b != NULL && b->way == BOOK_OUT;
	if (act->needs & NEED_LETTER)
		return q->division != NULL;
	return b != NULL && b->way == BOOK_IN;
}

/* Of those books that the act takes numbers of. */
static const struct asked *
first_for(struct asked_list *list, const struct action *act)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++)
		if (takes_of(act, &list->at[i]))
			list->at[n++] = list->at[i];
	list->n = n;
	return first_of(list);
}

/* The key of an act that asks for it. */
static const struct binding *
key_for(const struct tui *t, const struct asked *q)
{
	static const char *const acts[] = {"receive", "send", "acknowledge"};

	for (size_t i = 0; i < ARRAY_SIZE(acts); i++)
		if (takes_of(action_find(acts[i]), q))
			return keymap_find_command(&t->keys, "desk", acts[i]);
	return NULL;
}

/* "Restored: the last number on paper of Incoming letters 2569?  F2" */
bool
desk_draw_asked(const struct tui *t, const struct keeping *k, struct area a,
		int row)
{
	const struct asked *q = first_of(&k->asked);
	const struct binding *b = q != NULL ? key_for(t, q) : NULL;
	struct text words = {0};
	int col = 1;

	if (q == NULL)
		return false;
	text_printf(
	    &words,
	    _("Restored from a backup.  Last number on paper of %s, %s?"),
	    name_of(q), DIGITS(q->year));
	col += area_put(a, row, col, STYLE_ERROR, text_str(&words)) + 2;
	text_clear(&words);
	if (b != NULL)
		text_add_key(&words, b->key);
	area_put(a, row, col, STYLE_KEY, text_str(&words));
	text_done(&words);
	return true;
}

static enum style
backup_words(const struct tui *t, const struct keeping *k, struct text *out)
{
	const bool thai = tui_is_thai(t);

	if (k->backup_at == 0) {
		text_add(out, _("no backup yet: saraban backup FOLDER"));
		return STYLE_LABEL;
	}
	text_add(out, k->is_late ? _("no good backup since ")
				 : _("last good backup "));
	text_add_date(out, moment_date(k->backup_at), DATE_SHORT, thai);
	text_add(out, " ");
	text_add_time(out, k->backup_at, thai);
	return k->is_late ? STYLE_ERROR : STYLE_DIM;
}

void
desk_draw_backup(const struct tui *t, const struct keeping *k, struct area a,
		 int row, int col)
{
	struct text words = {0};
	enum style style;
	int width;

	if (!k->tells_backup)
		return;
	style = backup_words(t, k, &words);
	width = thai_columns(text_str(&words));
	if (col + 2 + width < a.cols)
		area_put(a, row, a.cols - 1 - width, style, text_str(&words));
	text_done(&words);
}

static struct screen *
form_of(struct tui *t, const struct asked *q, struct arena *a)
{
	const struct argument at[] = {
	    {NULL, name_of(q)},
	    {"year", arena_strdup(a, DIGITS(q->year))},
	};
	struct request r = {.action = action_find("restore confirm"),
			    .at = at,
			    .n = ARRAY_SIZE(at)};
	struct error err = {0};
	struct screen *form;

	random_bytes(r.act_id, sizeof(r.act_id));
	form = form_new(t, &r, NULL, &err);
	if (form == NULL)
		tui_fail(t, &err);
	return form;
}

static void
say_why(struct tui *t, const struct asked *q)
{
	char *why = xasprintf(_("The register was restored: first the last "
				"number on paper of %s, %s."),
			      name_of(q), DIGITS(q->year));

	tui_say(t, STYLE_ERROR, why);
	free(why);
}

bool
desk_ask_paper(struct tui *t, const struct action *act)
{
	struct arena a = {0};
	struct asked_list list;
	struct error err = {0};
	const struct asked *q = NULL;
	struct screen *form = NULL;

	if (look_asked(t->session, &a, &list, &err))
		q = first_for(&list, act);
	else
		tui_fail(t, &err);
	if (q != NULL)
		form = form_of(t, q, &a);
	if (form != NULL) {
		tui_push(t, form);
		say_why(t, q);
	}
	arena_done(&a);
	return form != NULL;
}
