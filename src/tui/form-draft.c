/* form-draft.c -- what stands in a form is kept while one types */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/pin.h"

#include "tui/form.h"
#include "tui/loop.h"
#include "tui/wording.h"

/* As form_request(), with the operands that are still empty. */
static void
fill_request(const struct form *f, struct arena *a, struct request *r)
{
	struct request full;

	form_request(f, a, &full);
	*r = full;
	struct argument *at = arena_array(a, full.n + f->n_fields, sizeof(*at));
	r->at = at;
	r->n = 0;
	for (size_t i = 0; i < f->n_operands; i++)
		at[r->n++].value = f->operands[i];
	for (size_t i = 0; i < f->n_fields; i++) {
		const char *value = f->fields[i].ops->value(&f->fields[i], 0);

		if (field_is_of(&f->fields[i], NULL))
			at[r->n++].value = value ? value : "";
	}
	for (size_t i = 0; i < full.n; i++)
		if (full.at[i].name &&
		    !pin_is_secret(f->action, full.at[i].name))
			at[r->n++] = full.at[i];
}

static void
fill_page(const struct form *f, struct arena *a, struct draft_page *page)
{
	const struct form_field *field =
	    f->at < f->n_fields ? &f->fields[f->at] : NULL;

	*page = (struct draft_page){
	    .n_given = f->n_operands,
	    .letter = f->kept.letter,
	    .number = f->kept.number,
	    .since = f->kept.since,
	    .field = f->at,
	    .cursor = field ? field->editor.at : 0,
	    .is_touched = f->is_touched,
	};
	fill_request(f, a, &page->request);
}

/* Said at each key until it is kept again, where nothing else is said. */
static void
say_not_kept(struct tui *t, const struct error *err)
{
	char *why = error_sentence(err);
	char *sentence =
	    xasprintf(_("What you type is not kept as a draft: %s"), why);

	if (t->status.n == 0)
		tui_say(t, STYLE_ERROR, sentence);
	free(sentence);
	free(why);
}

/* What is typed unseen is kept nowhere. */
static bool
is_of_secrets(const struct form *f)
{
	const struct option *o = f->action->options;

	return o && o->kind == VALUE_SECRET;
}

bool
form_keep(struct screen *s, bool is_idle)
{
	struct form *f = (struct form *)s;
	struct arena arena;
	struct draft_page page;
	struct error err = {0};

	if (f->action->look || is_of_secrets(f))
		return true;
	arena_init(&arena);
	fill_page(f, &arena, &page);
	bool is_kept =
	    draft_keep(&f->kept.draft, s->tui->session, &page, &err) &&
	    (!is_idle || draft_sync(&f->kept.draft, &err));
	if (!is_kept)
		say_not_kept(s->tui, &err);
	arena_done(&arena);
	return is_kept;
}

void
form_draft_begin(struct screen *s, const struct letter *letter)
{
	struct form *f = (struct form *)s;

	if (letter) {
		f->kept.letter = letter->id;
		f->kept.number = letter_operand(letter, &s->arena);
	}
	if (f->kept.since == 0)
		f->kept.since = session_now(s->tui->session);
	form_look_around(f);
	form_keep(s, false);
}

void
form_discard(struct screen *s)
{
	draft_drop(&((struct form *)s)->kept.draft);
}

unsigned
form_leave(struct screen *s, const struct move *m)
{
	(void)m;
	if (!((const struct form *)s)->is_touched)
		return REACT_CLOSE;
	/* What cannot be kept has said so: one is not let go. */
	if (!form_keep(s, true))
		return REACT_DONE;
	tui_say(s->tui, STYLE_GOOD, _("What was typed is kept as a draft."));
	return REACT_CLOSE | REACT_RELOAD_ALL;
}

void
form_draft_end(struct form *f)
{
	if (f->is_touched)
		draft_leave(&f->kept.draft);
	else
		draft_drop(&f->kept.draft);
}

const char *
form_number(const struct screen *s)
{
	return strcmp(s->ops->name, "form") == 0
		   ? ((const struct form *)s)->kept.number
		   : NULL;
}
