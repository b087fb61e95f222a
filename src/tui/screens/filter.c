/* filter.c -- the form in which the filters of a search are set */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/filter.h"

#include <string.h>

#include "app/command.h"
#include "app/query.h"

#include "tui/form.h"

static const char *
line_of(const struct request *r, size_t first, struct arena *a)
{
	struct text line = {0};

	query_line(r, first, &line);
	const char *kept = arena_strdup(a, text_str(&line));
	text_done(&line);
	return kept;
}

void
request_wish(const struct request *r, struct arena *a, struct search_wish *wish)
{
	struct argument *at = arena_array(a, r->n + 1, sizeof(*at));
	struct request operands = {.action = r->action, .at = at};

	for (size_t i = 0; i < r->n; i++)
		if (!r->at[i].name)
			at[operands.n++] = r->at[i];
	*wish = (struct search_wish){
	    .words = line_of(&operands, 0, a),
	    .filters = line_of(r, operands.n, a),
	    .mine = request_value(r, "mine") != NULL,
	};
}

/* "state:closed year:2569" as options of the action. */
static void
read_filters(const char *filters, bool mine, struct arena *a, struct request *r)
{
	struct words words = {0};
	struct error ignored = {0};
	struct argument *at;

	if (!words_split(filters, a, &words, &ignored))
		return;
	r->at = at = arena_array(a, words.n + 1, sizeof(*at));
	if (mine)
		at[r->n++] = (struct argument){"mine", ""};
	for (size_t i = 0; i < words.n; i++) {
		const char *word = words.at[i];
		size_t n = strcspn(word, ":");
		const char *name = arena_strndup(a, word, n);

		if (action_option(r->action, name))
			at[r->n++] = (struct argument){
			    name, word[n] ? word + n + 1 : ""};
	}
}

void
filter_open(struct tui *t, const char *filters, bool mine)
{
	struct arena arena = {0};
	struct request r = {.action = action_find("search")};
	struct error err = {0};

	read_filters(filters, mine, &arena, &r);
	struct screen *form = form_new(t, &r, NULL, &err);
	if (form)
		tui_push(t, form);
	else
		tui_fail(t, &err);
	arena_done(&arena);
}
