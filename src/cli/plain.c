/* plain.c -- questions and answers in lines, where no screen can be */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/text.h"

#include "cli/cli.h"

/* One line without its end; false at the end of input. */
static bool
read_line(struct cli *cli, const char *prompt, struct text *t)
{
	int c;

	fputs(prompt, cli_prose(cli));
	fflush(cli_prose(cli));
	text_clear(t);
	while ((c = getchar()) != EOF && c != '\n') {
		/* A NUL would end the line unseen; a wrong byte is told. */
		char byte = (char)(c == '\0' ? 0xFF : c);

		text_add_n(t, &byte, 1);
	}
	/* C-d leaves the cursor behind the question. */
	if (c == EOF && isatty(STDIN_FILENO))
		fputc('\n', cli_prose(cli));
	return c != EOF || t->n > 0;
}

/* A form, asked field by field; an empty answer leaves a field out. */
static bool
ask_options(struct cli *cli, const struct action *a, struct arena *arena,
	    struct words *w, struct error *err)
{
	struct text t = {0};
	bool more = true;

	for (const struct option *o = a->options; more && o && o->name; o++) {
		struct text prompt = {0};

		if (o->flags & OPTION_HIDDEN || o->kind == VALUE_FLAG)
			continue;
		text_printf(&prompt, "  %s%s: ", _(o->label),
			    o->flags & OPTION_REQUIRED ? " *" : "");
		more = read_line(cli, prompt.s, &t);
		if (more && !text_is_blank(text_str(&t))) {
			w->at[w->n++] = arena_printf(arena, "--%s", o->name);
			w->at[w->n++] = arena_strdup(arena, t.s);
		}
		text_done(&prompt);
	}
	text_done(&t);
	return more || error_set(err, &COMMAND_WRONG,
				 _("the input ended before every question of "
				   "%s was answered; nothing was done"),
				 a->name);
}

static size_t
options_of(const struct action *a)
{
	size_t n = 0;

	for (const struct option *o = a->options; o && o->name; o++)
		n++;
	return n;
}

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
	struct words more;

	if (a == NULL || !(a->needs & NEED_WRITE) || has_option(w))
		return true;
	more.at =
	    arena_array(arena, w->n + 2 * options_of(a) + 1, sizeof(*more.at));
	memcpy(more.at, w->at, w->n * sizeof(*w->at));
	more.n = w->n;
	*w = more;
	return ask_options(cli, a, arena, w, err);
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

int
cli_plain(struct cli *cli)
{
	struct text line = {0};
	bool asks = isatty(STDIN_FILENO);
	int status = show_desk(cli);

	if (status == EXIT_REGISTER || status == EXIT_REFUSED)
		return status;
	if (asks)
		fprintf(cli_prose(cli), "%s\n",
			_("Type a command (help lists them), quit to leave."));
	while (read_line(cli, asks ? PACKAGE "> " : "", &line))
		if (!plain_step(cli, text_str(&line), &status))
			break;
	text_done(&line);
	return status;
}
