/* kept.c -- the searches that one keeps by name, to be chosen from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/kept.h"

#include <stdlib.h>
#include <string.h>

#include "app/tell.h"

enum { NAME_COL = 2, NAME_COLS = 18, LINE_COL = 22 };

void
kept_done(struct kept *k)
{
	json_decref(k->all);
	free(k->keys);
	*k = (struct kept){0};
}

bool
kept_load(struct kept *k, struct tui *t, struct error *err)
{
	const struct request list = {.action = action_find("search list")};
	json_t *answer;

	if (!action_run(t->session, &list, &answer, err))
		return false;
	json_decref(k->all);
	k->all = answer;
	size_t n = json_array_size(answer);
	k->keys = xreallocarray(k->keys, n + 1, sizeof(*k->keys));
	for (size_t i = 0; i < n; i++)
		k->keys[i] = (struct row_key){{(int64_t)i}};
	list_take_all(&k->list, (struct list_piece){.keys = k->keys, .n = n});
	return true;
}

const char *
kept_chosen(const struct kept *k)
{
	return k->list.n > 0
		   ? answer_word(json_array_get(k->all, k->list.at), "name")
		   : NULL;
}

const char *
kept_expand(const struct kept *k, const char *line, struct arena *a)
{
	const char *at = strchr(line, '@');
	const char *name =
	    at ? arena_strndup(a, at + 1, strcspn(at + 1, " ")) : "";

	for (size_t i = 0; i < k->list.n; i++) {
		const json_t *row = json_array_get(k->all, i);

		if (strcmp(answer_word(row, "name"), name) == 0)
			return arena_printf(a, "%s %s",
					    answer_word(row, "line"), line);
	}
	return line;
}

static void
draw_row(const void *ctx, size_t i, struct area a)
{
	const struct kept *k = ctx;
	const json_t *row = json_array_get(k->all, i);

	area_put(a, 0, NAME_COL - 1, STYLE_KEY, "@");
	area_put_padded(a, 0, NAME_COL, NAME_COLS, ALIGN_LEFT, STYLE_STRONG,
			answer_word(row, "name"));
	area_put_padded(a, 0, LINE_COL, a.cols - LINE_COL - 1, ALIGN_LEFT,
			STYLE_NORMAL, answer_word(row, "line"));
}

static const struct list_look look = {.row = draw_row};

void
kept_draw(const struct kept *k, struct area a)
{
	list_draw(&k->list, a, &look, k);
}
