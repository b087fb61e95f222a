/* perform-move.c -- what every screen does, unless it does it in its own way */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "tui/perform.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

static const struct error_kind NOT_HERE = {
    "not-here", EXIT_USAGE, N_("this does nothing on this screen")};

#define LOST N_("What was typed will be lost.  Once more to leave.")

static bool
screen_holds_text(const struct screen *s)
{
	return s->ops->holds_text && s->ops->holds_text(s);
}

/* Nothing is kept, or a key keeps it. */
static bool
warns_of_loss(struct tui *t, const struct screen *s, const struct move *m)
{
	const struct binding *b =
	    s->ops->keep
		? keymap_find_command(&t->keys, s->ops->name, "keep-draft")
		: NULL;
	struct text key = {0};

	if (!b)
		return tui_warns(t, m, _(LOST));
	text_add_key(&key, b->key);
	char *warning = xasprintf(
	    _("What was typed will be lost.  Once more to leave; %s keeps it."),
	    text_str(&key));
	bool goes_on = tui_warns(t, m, warning);
	free(warning);
	text_done(&key);
	return goes_on;
}

static unsigned
go_back(struct tui *t, const struct move *m)
{
	if (t->n_screens == 1) {
		tui_say(t, STYLE_DIM, _("This is the first screen."));
		return REACT_DONE;
	}
	struct screen *s = tui_top(t);
	if (screen_holds_text(s) && !warns_of_loss(t, s, m))
		return REACT_DONE;
	if (!s->ops->discard)
		return REACT_CLOSE;
	s->ops->discard(s);
	return REACT_CLOSE | REACT_RELOAD_ALL;
}

static bool
is_kept(struct screen *s)
{
	return s->ops->keep && s->ops->keep(s, true);
}

static unsigned
quit(struct tui *t, const struct move *m)
{
	bool holds_text = false, all_kept = true;

	for (size_t i = 0; i < t->n_screens; i++)
		if (screen_holds_text(t->screens[i])) {
			holds_text = true;
			all_kept = all_kept && is_kept(t->screens[i]);
		}
	const char *warning = all_kept ? _("What was typed stays as a draft.  "
					   "Once more to leave.")
				       : _(LOST);
	return !holds_text || tui_warns(t, m, warning) ? REACT_QUIT
						       : REACT_DONE;
}

static unsigned
show_help(struct tui *t, const struct move *m)
{
	(void)m;
	if (tui_top(t)->ops != &help_ops)
		tui_push(t, help_new(t, tui_top(t)));
	return REACT_DONE;
}

static unsigned
show_desk(struct tui *t, const struct move *m)
{
	(void)m;
	tui_pop_to_first(t);
	return REACT_DONE;
}

static unsigned
show_register(struct tui *t, const struct move *m)
{
	(void)m;
	tui_pop_to_first(t);
	tui_push(t, register_new(t, &(struct look_filter){0}));
	return REACT_DONE;
}

/* Without a search N has nothing to do, and n is what it is elsewhere. */
static unsigned
step_hit(struct tui *t, const struct move *m)
{
	const struct binding *other;

	if (search_step(t, m))
		return REACT_DONE;
	other = m->by > 0 ? keymap_find(&t->keys, "any", 'n', "any") : NULL;
	if (other)
		text_add(&t->pending, other->command);
	else
		tui_say(t, STYLE_DIM, _("Nothing was searched for."));
	return REACT_DONE;
}

static unsigned
show_palette(struct tui *t, const struct move *m)
{
	(void)m;
	tui_push(t, palette_new(t, ""));
	return REACT_DONE;
}

/* A line that is begun: after its first word there is room for the next. */
static unsigned
ask_rest(struct tui *t, const struct move *m)
{
	struct text begun = {0};

	(void)m;
	text_add(&begun, t->operand);
	if (!strchr(t->operand, ' '))
		text_add(&begun, " ");
	tui_push(t, palette_new(t, text_str(&begun)));
	text_done(&begun);
	return REACT_DONE;
}

/* From elsewhere the register is opened first. */
static unsigned
go_in_register(struct tui *t, const struct move *m)
{
	struct text again = {0};

	text_printf(&again, "%s %s", m->name, t->operand);
	show_register(t, m);
	if (tui_top(t)->ops == &register_ops)
		text_add(&t->pending, text_str(&again));
	text_done(&again);
	return REACT_DONE;
}

static unsigned
show_copy(struct tui *t, const struct move *m)
{
	const struct screen *s = tui_top(t);
	const struct letter *letter = s->ops->letter ? s->ops->letter(s) : NULL;
	struct arena arena;

	(void)m;
	arena_init(&arena);
	if (letter)
		tui_push(t, copy_new(t, letter_operand(letter, &arena)));
	else
		tui_say(t, STYLE_ERROR,
			_("choose a letter first, or say its number"));
	arena_done(&arena);
	return REACT_DONE;
}

static unsigned
work_in(struct tui *t, const struct move *m)
{
	(void)m;
	if (t->operand[0] != '\0')
		return offices_work_in(t, t->operand);
	tui_push(t, offices_new(t));
	return REACT_DONE;
}

static unsigned
redraw(struct tui *t, const struct move *m)
{
	(void)t;
	(void)m;
	return REACT_REDRAW | REACT_RELOAD_ALL;
}

static unsigned
suspend(struct tui *t, const struct move *m)
{
	(void)m;
	t->term->ops->suspend(t->term);
	return REACT_REDRAW | REACT_RELOAD_ALL;
}

/* What every screen answers to, unless it has an answer of its own. */
static const struct {
	const char *move;
	unsigned (*run)(struct tui *t, const struct move *m);
} common[] = {
    {"back", go_back},           {"quit", quit},
    {"help", show_help},         {"desk", show_desk},
    {"register", show_register}, {"next-hit", step_hit},
    {"previous-hit", step_hit},  {"palette", show_palette},
    {"copy", show_copy},         {"ask", ask_rest},
    {"go", go_in_register},      {"work-in", work_in},
    {"mark", marks_mark},        {"mark-all", marks_mark_all},
    {"unmark", marks_unmark},    {"redraw", redraw},
    {"suspend", suspend},        {"lock", lock_now},
};

unsigned
perform_move(struct tui *t, const struct move *m)
{
	struct screen *s = tui_top(t);
	struct error err = {0};

	for (const struct screen_act *a = s->ops->acts; a && a->move; a++) {
		unsigned reaction =
		    strcmp(a->move, m->name) == 0 ? a->run(s, m) : 0;

		if (reaction != REACT_NOTHING)
			return reaction;
	}
	if (m->is_typing && s->ops->edit)
		return s->ops->edit(s, m);
	if (m->unit != UNIT_NONE && s->ops->scroll) {
		s->ops->scroll(s, m);
		t->is_moving = t->grid.marks_rows;
		return REACT_DONE;
	}
	for (size_t i = 0; i < ARRAY_SIZE(common); i++) {
		unsigned reaction = strcmp(common[i].move, m->name) == 0
					? common[i].run(t, m)
					: 0;

		if (reaction != REACT_NOTHING)
			return reaction;
	}
	error_set(&err, &NOT_HERE, "%s", m->name);
	tui_fail(t, &err);
	return REACT_DONE;
}
