/* form-others.c -- what others do to the letter of a form, told in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"

#include "app/event-words.h"
#include "app/look.h"

#include "tui/form.h"
#include "tui/loop.h"
#include "tui/wording.h"

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
form_look_around(struct form *f)
{
	struct text told = {0};

	f->kept.seen = f->kept.told = last_event(f);
	add_others(f, &told);
	if (!f->is_touched)
		add_other_drafts(f, &told);
	if (told.n > 0)
		tui_say(f->screen.tui, STYLE_URGENT, text_trim(told.s));
	text_done(&told);
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
