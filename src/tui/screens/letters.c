/* letters.c -- letters in a list of any length, as a screen holds them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/letters.h"

#include "tui/loop.h"

static const struct row_key *
keys_of(const struct letter_list *letters, const struct look_filter *f,
	struct arena *a)
{
	struct row_key *keys = arena_array(a, letters->n, sizeof(*keys));

	for (size_t i = 0; i < letters->n; i++)
		keys[i] = look_key(f, &letters->at[i]);
	return keys;
}

/* The book has a new head where the day changes on which numbers were given. */
static const bool *
heads_of(const struct letter_list *letters, struct arena *a)
{
	bool *heads = arena_array(a, letters->n, sizeof(*heads));
	struct date day = {0};

	for (size_t i = 0; i < letters->n; i++) {
		struct date next = moment_date(letters->at[i].numbered_at);

		heads[i] = date_compare(day, next) != 0;
		day = next;
	}
	return heads;
}

bool
letters_load(struct letters *l, struct screen *s,
	     const struct look_filter *filter, struct error *err)
{
	struct row_span span = list_span(&l->list);
	struct letter_list letters = {0};

	if (!look_letters(s->tui->session, filter, &span, &s->arena, &letters,
			  err))
		return false;
	l->rows = letter_rows(s->tui, &letters, &s->arena);
	list_take(
	    &l->list, &span,
	    (struct list_piece){
		.keys = keys_of(&letters, filter, &s->arena),
		.heads = l->has_days ? heads_of(&letters, &s->arena) : NULL,
		.n = letters.n,
	    });
	return true;
}

void
letters_draw_mark(const struct letters *l, const struct screen *s, size_t i,
		  struct area a)
{
	marks_draw(&s->marks, l->rows[i].letter, a);
}

const struct letter *
letters_in_sight(const struct letters *l, size_t i)
{
	return i < list_in_sight(&l->list) ? l->rows[l->list.top + i].letter
					   : NULL;
}

const struct letter *
letters_chosen(const struct letters *l)
{
	return l->list.n > 0 ? l->rows[l->list.at].letter : NULL;
}
