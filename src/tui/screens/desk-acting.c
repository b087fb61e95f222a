/* desk-acting.c -- the desk tells for whom one acts today, or that one is away
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/desk-acting.h"

#include "base/i18n.h"
#include "base/thai.h"

/* "T: take over what waits", as the keys are bound. */
static int
put_key(const struct tui *t, struct area a, int row, int col,
	const char *command, const char *what)
{
	const struct binding *b =
	    keymap_find_command(&t->keys, "desk", command);
	struct text key = {0};

	if (b != NULL)
		text_add_key(&key, b->key);
	col += area_put(a, row, col, STYLE_KEY, text_str(&key)) + 1;
	text_done(&key);
	return col + area_put(a, row, col, STYLE_DIM, what) + 2;
}

static int
draw_absence(const struct tui *t, const struct keeper *k, struct area a,
	     int row)
{
	struct text words = {0};
	int col = 1;

	text_add(&words, _("You are recorded as absent "));
	text_add_period(&words, k->away_since, k->away_until);
	col += area_put(a, row, col, STYLE_URGENT, words.s) + 2;
	text_done(&words);
	return put_key(t, a, row, col, "absent end", _("I am back"));
}

static bool
waits(const struct actor *by)
{
	for (size_t i = 0; i < by->n_posts; i++)
		if (by->posts[i].from != 0)
			return true;
	return false;
}

int
desk_draw_acting(const struct tui *t, const struct actor *by, struct area a,
		 int row)
{
	const struct keeper *away = actor_absence(by);
	struct text words = {0};
	int col = 1;

	if (away != NULL)
		return draw_absence(t, away, a, row);
	for (size_t i = 0; i < by->n_posts; i++) {
		const struct held_post *p = &by->posts[i];

		if (p->capacity == NULL)
			continue;
		text_printf(&words, "%s%s %s", words.n > 0 ? ", " : "",
			    p->capacity, p->name);
	}
	if (words.n > 0)
		col += area_put(a, row, col, STYLE_URGENT, words.s) + 2;
	text_done(&words);
	return waits(by) ? put_key(t, a, row, col, "acting take",
				   _("take over what waits"))
			 : col;
}
