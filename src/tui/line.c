/* line.c -- a line as typed after ":" or bound to a key, understood */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/line.h"

#include <string.h>

#include "base/text.h"

/* Behind the first word. */
static const char *
rest_of(const char *s, struct arena *a)
{
	char *copy = arena_strdup(a, s);
	char *line = text_trim(copy);

	return text_trim(line + strcspn(line, " "));
}

bool
line_read(const char *s, struct arena *a, struct line *line, struct error *err)
{
	struct words words;
	size_t taken = 0;

	*line = (struct line){.operand = ""};
	if (!words_split(s, a, &words, err))
		return false;
	const struct action *action = command_action(&words, &taken);
	if (words.n > 0 && (!action || action->needs & NEED_TERMINAL))
		line->move = move_find(words.at[0]);
	if (line->move)
		line->operand = rest_of(s, a);
	return line->move || command_read(&words, a, &line->request, err);
}

/* No word of a line has both kinds of quotes in it. */
static void
add_word(struct text *t, const char *word)
{
	const char *quote = strchr(word, '"') ? "'" : "\"";

	text_printf(t, " %s%s%s", quote, word, quote);
}

void
text_add_request(struct text *t, const struct request *r)
{
	text_add(t, r->action->name);
	for (size_t i = 0; i < r->n; i++) {
		if (r->at[i].name)
			text_printf(t, " --%s", r->at[i].name);
		if (r->at[i].value)
			add_word(t, r->at[i].value);
	}
}
