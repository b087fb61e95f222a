/* plain.c -- questions and answers in lines, where no screen can be */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/text.h"

#include "cli/ask.h"
#include "cli/pin.h"
#include "cli/sheet.h"

static bool
has_option(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (strncmp(w->at[i], "--", 2) == 0)
			return true;
	return false;
}

/* A command that writes and came without any option is asked about. */
static bool
complete(struct cli *cli, struct words *w, struct arena *arena,
	 struct error *err)
{
	size_t taken;
	const struct action *a = command_action(w, &taken);

	if (a == NULL || !(a->needs & NEED_WRITE) || has_option(w) ||
	    sheet_is_asked(cli, w))
		return true;
	/* Without it the command is refused, in the words it has for that. */
	if (!ask_operands(cli, a, taken, w, arena))
		return true;
	return ask_options(cli, a, NULL, arena, w, err);
}

static bool
is_word(const struct words *w, const char *a, const char *b)
{
	return w->n == 1 &&
	       (strcmp(w->at[0], a) == 0 || strcmp(w->at[0], b) == 0);
}

/* One command; false to leave. */
static bool
plain_step(struct cli *cli, const char *line, int *status)
{
	struct arena arena = {0};
	struct words w;
	struct error err = {0};
	bool more = true;

	if (!words_split(line, &arena, &w, &err))
		*status = cli_error(cli, &err);
	else if (is_word(&w, "quit", "q"))
		more = false;
	else if (w.n > 0)
		*status = complete(cli, &w, &arena, &err)
			      ? cli_run(cli, &w)
			      : cli_error(cli, &err);
	arena_done(&arena);
	return more;
}

/* What waits, as the screen begins.  Programs that read JSON get what they
   ask for and nothing before it. */
static int
show_desk(struct cli *cli)
{
	static const char *const list_mine[] = {"list", "--mine"};
	const char *at[ARRAY_SIZE(list_mine)];
	struct words w = {at, ARRAY_SIZE(at)};

	memcpy(at, list_mine, sizeof(at));
	return cli->json ? EXIT_DONE : cli_run(cli, &w);
}

static bool
next_line(struct cli *cli, bool asks, struct text *line)
{
	moment since = cli->clock.now(cli->clock.ctx);

	return ask_line(cli, asks ? PACKAGE "> " : "", line) &&
	       (!asks || cli_pin_unlocks(cli, since));
}

int
cli_plain(struct cli *cli)
{
	struct text line = {0};
	bool asks = ask_person(cli);
	int status = show_desk(cli);

	if (status == EXIT_REGISTER || status == EXIT_REFUSED)
		return status;
	if (asks)
		fprintf(cli_prose(cli), "%s\n",
			_("Type a command (help lists them), quit to leave; ? "
			  "explains a question."));
	while (next_line(cli, asks, &line))
		if (!plain_step(cli, text_str(&line), &status))
			break;
	text_done(&line);
	return status;
}
