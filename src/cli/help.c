/* help.c -- help, made from the action table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/thai.h"

#include "cli/globals.h"

enum { NAME_COLUMNS = 26 };

static void
line(FILE *to, const char *name, const char *metavar, const char *help)
{
	struct text left = {0}, all = {0};

	text_printf(&left, "%s%s%s", name, metavar ? " " : "",
		    metavar ? metavar : "");
	thai_add_padded(&all, text_str(&left), NAME_COLUMNS, false);
	fprintf(to, "  %s %s\n", all.s, help);
	text_done(&left);
	text_done(&all);
}

static void
option_line(FILE *to, const char *name, const char *metavar, const char *help)
{
	struct text dashed = {0};

	text_printf(&dashed, "--%s", name);
	line(to, dashed.s, metavar, help);
	text_done(&dashed);
}

void
cli_usage(FILE *to)
{
	fprintf(to,
		_("usage: %s [GLOBAL...] [COMMAND [ARG...]]\n"
		  "Without a command: the screen.\n\n"),
		PACKAGE);
	for (const struct global *g = globals; g->name != NULL; g++)
		option_line(to, g->name, g->metavar, _(g->help));
	putc('\n', to);
	for (const struct action *a = actions; a->name != NULL; a++)
		line(to, a->name, a->operands[0] ? a->operands : NULL,
		     _(a->help));
}

static void
explain(const struct action *a)
{
	printf("%s %s %s\n%s\n", PACKAGE, a->name, a->operands, _(a->help));
	for (const struct option *o = a->options; o && o->name; o++)
		option_line(stdout, o->name, o->metavar, _(o->help));
}

/* For scripts and for the check that the manual is complete. */
static void
print_names(void)
{
	for (const struct global *g = globals; g->name != NULL; g++)
		printf("option - --%s\n", g->name);
	for (const struct action *a = actions; a->name != NULL; a++) {
		printf("action %s\n", a->name);
		for (const struct option *o = a->options; o && o->name; o++)
			printf("option %s --%s\n", a->name, o->name);
	}
}

int
cli_help(struct cli *cli, const struct request *r)
{
	const char *name = request_operand(r, 0);
	const struct action *a = name != NULL ? action_find(name) : NULL;
	struct error err = {0};

	if (name != NULL && a == NULL) {
		error_set(&err, &COMMAND_UNKNOWN, "%.60s", name);
		return cli_error(cli, &err);
	}
	if (request_value(r, "table") != NULL)
		print_names();
	else if (a != NULL)
		explain(a);
	else
		cli_usage(stdout);
	return EXIT_DONE;
}
