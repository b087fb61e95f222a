/* print.c -- answers on standard output */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/tell.h"

#include "cli/cli.h"

/* 0: not a terminal, nothing is cut. */
static int
width_of_output(void)
{
	struct winsize ws;

	if (!isatty(STDOUT_FILENO) ||
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) != 0 || ws.ws_col == 0)
		return 0;
	return ws.ws_col;
}

void
print_wrapped(const char *s, int indent)
{
	struct text lines = {0};
	const struct teller to = {.out = &lines, .width = width_of_output()};

	tell_wrapped(&to, s, indent);
	fputs(text_str(&lines), stdout);
	text_done(&lines);
}

void
print_answer(const struct cli *cli, const struct action *a,
	     const json_t *answer)
{
	struct text lines = {0};
	struct teller to = {&lines, width_of_output(), cli->wish.thai};

	answer_tell(&to, a, answer);
	fputs(text_str(&lines), stdout);
	text_done(&lines);
}

static void
print_json_row(const json_t *row, size_t i)
{
	fputs(i == 0 ? "[\n" : ",\n", stdout);
	print_json_part(row);
}

bool
print_row(void *ctx, json_t *row)
{
	struct print_rows *rows = ctx;
	struct text lines = {0};
	const struct teller to = {&lines, width_of_output(),
				  rows->cli->wish.thai};

	if (rows->cli->json && !rows->cli->quiet)
		print_json_row(row, rows->n);
	else if (!rows->cli->quiet)
		answer_tell_row(&to, rows->action, row, rows->n);
	fputs(text_str(&lines), stdout);
	text_done(&lines);
	rows->n++;
	return !rows->cli->quiet && !ferror(stdout);
}

void
print_rows_end(const struct print_rows *rows)
{
	json_t *none = json_array();

	if (rows->n > 0 && rows->cli->json)
		puts("\n]");
	else if (rows->n == 0 && rows->cli->json)
		print_json(none);
	else if (rows->n == 0)
		print_answer(rows->cli, rows->action, none);
	json_decref(none);
}

bool
answer_is_nothing(const struct action *a, const json_t *answer)
{
	if (strcmp(a->name, "check") == 0 || strcmp(a->name, "doctor") == 0)
		return !json_is_true(json_object_get(answer, "ok"));
	/* Rows left out are faults that were found. */
	if (strcmp(a->name, "import") == 0)
		return json_integer_value(json_object_get(answer, "left_out")) >
		       0;
	return json_is_array(answer) && json_array_size(answer) == 0;
}
