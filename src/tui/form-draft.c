/* form-draft.c -- what stands in a form is kept, and others learn of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/look.h"

#include "tui/form.h"
#include "tui/loop.h"
#include "tui/wording.h"

static void
fill_page(const struct form *f, struct arena *a, struct draft_page *page)
{
	const struct form_field *field =
	    f->at < f->n_fields ? &f->fields[f->at] : NULL;

	*page = (struct draft_page){
	    .letter = f->kept.letter,
	    .number = f->kept.number,
	    .since = f->kept.since,
	    .field = f->at,
	    .cursor = field ? field->editor.at : 0,
	    .is_touched = f->is_touched,
	};
	form_request(f, a, &page->request);
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

bool
form_keep(struct screen *s, bool is_idle)
{
	struct form *f = (struct form *)s;
	struct arena arena;
	struct draft_page page;
	struct error err = {0};

	if (f->action->look)
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

/* ------------------------------------------------ others at the letter */

/* "นายวิชัย ตั้งมั่น has had this letter open since 10:34: Endorse a letter" */
static void
add_others(const struct form *f, struct text *t)
{
	struct tui *tui = f->screen.tui;
	struct arena arena;
	struct draft_list others;
	struct error ignored = {0};

	arena_init(&arena);
	if (f->kept.letter && drafts_of_letter(tui->session, f->kept.letter,
					       &arena, &others, &ignored))
		for (size_t i = 0; i < others.n; i++) {
			const struct draft_line *other = &others.at[i];
			struct text since = {0};

			text_add_moment(&since, other->page.since,
					tui_is_thai(tui));
			text_printf(
			    t, _("%s has had this letter open since %s: %s"),
			    other->name, text_str(&since),
			    _(other->page.request.action->title));
			text_add(t, "  ");
			text_done(&since);
		}
	arena_done(&arena);
}

static bool
is_same_form(const struct form *f, const struct draft_line *line)
{
	return line->page.request.action == f->action &&
	       line->page.letter == f->kept.letter && draft_waits(line);
}

/* Another draft of the same form lies there. */
static void
add_other_drafts(const struct form *f, struct text *t)
{
	struct tui *tui = f->screen.tui;
	const struct binding *b =
	    keymap_find_command(&tui->keys, "form", "drafts");
	struct arena arena;
	struct draft_list mine;
	struct error ignored = {0};
	size_t n = 0;

	arena_init(&arena);
	if (b && drafts_mine(tui->session, &arena, &mine, &ignored))
		for (size_t i = 0; i < mine.n; i++)
			n += is_same_form(f, &mine.at[i]);
	if (n > 0) {
		struct text key = {0};

		text_add_key(&key, b->key);
		text_printf(t,
			    P_("%s draft of this form is kept; %s shows it",
			       "%s drafts of this form are kept; %s shows them",
			       n),
			    DIGITS(n), text_str(&key));
		text_done(&key);
	}
	arena_done(&arena);
}

/* What was done to the letter after event `seen`, in words. */
static void
add_changes(const struct form *f, int64_t seen, struct text *t)
{
	struct tui *tui = f->screen.tui;
	struct arena arena;
	struct happening_list list = {0};
	struct error ignored = {0};

	arena_init(&arena);
	if (f->kept.letter &&
	    look_history(tui->session, f->kept.number, &arena, &list, &ignored))
		for (size_t i = 0; i < list.n; i++) {
			const struct happening *h = &list.at[i];

			if (h->seq <= seen)
				continue;
			text_add(t, t->n > 0 ? "; " : "");
			text_add_time(t, h->at, tui_is_thai(tui));
			text_printf(t, " %s: %s", h->actor, h->words);
		}
	arena_done(&arena);
}

static int64_t
last_event(const struct form *f)
{
	struct arena arena;
	struct happening_list list = {0};
	struct error ignored = {0};
	int64_t seq = 0;

	arena_init(&arena);
	if (f->kept.letter &&
	    look_history(f->screen.tui->session, f->kept.number, &arena, &list,
			 &ignored) &&
	    list.n > 0)
		seq = list.at[list.n - 1].seq;
	arena_done(&arena);
	return seq;
}

void
form_notice(struct screen *s)
{
	struct form *f = (struct form *)s;
	struct text changes = {0};

	add_changes(f, f->kept.told, &changes);
	if (changes.n > 0) {
		char *sentence = xasprintf(_("While you were typing: %s"),
					   text_str(&changes));

		tui_say(s->tui, STYLE_URGENT, sentence);
		free(sentence);
		f->kept.told = last_event(f);
	}
	text_done(&changes);
}

void
form_draft_refused(struct form *f)
{
	struct tui *t = f->screen.tui;
	struct text changes = {0};

	add_changes(f, f->kept.seen, &changes);
	if (changes.n > 0) {
		text_add(&t->status, "  ");
		text_printf(&t->status, _("While you were typing: %s"),
			    text_str(&changes));
	}
	text_done(&changes);
}

/* ------------------------------------------------- from open to closed */

void
form_draft_begin(struct screen *s, const struct letter *letter)
{
	struct form *f = (struct form *)s;
	struct text told = {0};

	if (letter) {
		f->kept.letter = letter->id;
		f->kept.number = letter_operand(letter, &s->arena);
	}
	if (f->kept.since == 0)
		f->kept.since = session_now(s->tui->session);
	f->kept.seen = f->kept.told = last_event(f);
	add_others(f, &told);
	if (!f->is_touched)
		add_other_drafts(f, &told);
	if (told.n > 0)
		tui_say(s->tui, STYLE_URGENT, text_trim(told.s));
	text_done(&told);
	form_keep(s, false);
}

void
form_discard(struct screen *s)
{
	draft_drop(&((struct form *)s)->kept.draft);
}

void
form_draft_end(struct form *f)
{
	if (f->is_touched)
		draft_leave(&f->kept.draft);
	else
		draft_drop(&f->kept.draft);
}

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

static struct screen *
reopen(struct tui *t, const struct draft_line *line,
       const struct letter *letter, struct error *err)
{
	struct screen *s = form_new(t, &line->page.request, letter, err);
	struct form *f = (struct form *)s;

	if (!s)
		return NULL;
	if (!draft_take(&f->kept.draft, line, err)) {
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

const char *
form_number(const struct screen *s)
{
	return strcmp(s->ops->name, "form") == 0
		   ? ((const struct form *)s)->kept.number
		   : NULL;
}

/* ------------------------------------------------- into another form */

static bool
is_for(const struct form_field *field, const char *name)
{
	return field->option->name && strcmp(field->option->name, name) == 0;
}

/* The empty field of that name, else the first empty one for a text. */
static struct form_field *
room_for(struct form *f, const struct request *from, const char *name)
{
	const struct option *o = action_option(from->action, name);

	for (size_t i = 0; i < f->n_fields; i++)
		if (is_for(&f->fields[i], name) &&
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
