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
