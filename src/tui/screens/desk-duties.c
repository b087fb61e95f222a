/* desk-duties.c -- the desk tells of duties that are near, past, escalated */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/desk-duties.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

/* clang-format off */
static const struct told {
	enum morning_part part;
	const char *label;
	enum style style;
} tolds[] = {
	{ MORNING_OVERDUE, N_("overdue"), STYLE_ERROR },
	{ MORNING_RISEN, N_("escalated to me"), STYLE_URGENT },
	{ MORNING_TODAY, N_("due today"), STYLE_URGENT },
	{ MORNING_SOON, N_("due soon"), STYLE_LABEL },
	{ MORNING_REPORT, N_("reports asked for"), STYLE_LABEL },
	{ MORNING_LYING, N_("letters lying long"), STYLE_LABEL },
};
/* clang-format on */

bool
desk_load_duties(struct session *s, const struct actor *actor,
		 struct desk_duties *d, struct error *err)
{
	struct arena a = {0};
	struct morning m;
	struct morning_desk desk = {0};
	bool ok = true;

	/* Who keeps the office, or reads alone, has no desk. */
	if (actor->n_posts > 0) {
		ok = morning_load_reminders(s, session_today(s), &a, &m, err);
		morning_of_actor(actor, &a, &desk);
		if (ok)
			morning_fill(&m, &a, &desk);
	}
	for (size_t i = 0; i < MORNING_PARTS; i++)
		d->count[i] = desk.count[i];
	arena_done(&a);
	return ok;
}

int
desk_duties_rows(const struct desk_duties *d)
{
	for (size_t i = 0; i < ARRAY_SIZE(tolds); i++)
		if (d->count[tolds[i].part] > 0)
			return 1;
	return 0;
}

/* Left out where it does not fit whole. */
static int
put_count(const struct tui *t, struct area a, int row, int col,
	  const struct told *told, int count, bool is_first)
{
	struct text n = {0};

	text_add_number(&n, count, tui_is_thai(t));
	if (col + 4 + thai_columns(_(told->label)) +
		thai_columns(text_str(&n)) <=
	    a.cols) {
		if (!is_first)
			col += area_put(a, row, col, STYLE_DIM, " · ");
		col += area_put(a, row, col, told->style, _(told->label)) + 1;
		col += area_put(a, row, col, STYLE_STRONG, text_str(&n));
	}
	text_done(&n);
	return col;
}

static int
put_key(const struct tui *t, struct area a, int row, int col,
	const char *command, const char *what)
{
	const struct binding *b =
	    keymap_find_command(&t->keys, "desk", command);
	struct text key = {0};

	if (b == NULL)
		return col;
	text_add_key(&key, b->key);
	if (col + 3 + (int)key.n + thai_columns(what) <= a.cols) {
		col += 2;
		col += area_put(a, row, col, STYLE_KEY, text_str(&key)) + 1;
		col += area_put(a, row, col, STYLE_DIM, what);
	}
	text_done(&key);
	return col;
}

void
desk_draw_duties(const struct tui *t, const struct desk_duties *d,
		 struct area a, int row)
{
	int col = 1;
	bool is_first = true;

	if (desk_duties_rows(d) == 0)
		return;
	col += area_put(a, row, col, STYLE_DIM, _("Follow up:")) + 1;
	for (size_t i = 0; i < ARRAY_SIZE(tolds); i++)
		if (d->count[tolds[i].part] > 0) {
			col = put_count(t, a, row, col, &tolds[i],
					d->count[tolds[i].part], is_first);
			is_first = false;
		}
	col = put_key(t, a, row, col, "digest", _("see them"));
	put_key(t, a, row, col, "duties", _("all duties"));
}

void
desk_say_duties(struct tui *t, const struct desk_duties *d, int *said)
{
	int late = d->count[MORNING_OVERDUE] + d->count[MORNING_RISEN];
	char *words;

	if (late > *said) {
		words = xasprintf(
		    P_("%s duty is overdue", "%s duties are overdue", late),
		    DIGITS(late));
		tui_say(t, STYLE_URGENT, words);
		free(words);
	}
	*said = late;
}
