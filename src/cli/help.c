/* help.c -- help, made from the action table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/thai.h"

#include "cli/cli.h"
#include "cli/globals.h"

enum { NAME_COLUMNS = 26 };

static void
line(const char *name, const char *metavar, const char *help)
{
	struct text left = {0}, all = {0};

	text_printf(&left, "%s%s%s", name, metavar ? " " : "",
		    metavar ? metavar : "");
	thai_add_padded(&all, text_str(&left), NAME_COLUMNS, false);
	printf("  %s ", all.s);
	print_wrapped(help, NAME_COLUMNS + 3);
	text_done(&left);
	text_done(&all);
}

static void
option_line(const char *name, const char *metavar, const char *help)
{
	struct text dashed = {0};

	text_printf(&dashed, "--%s", name);
	line(dashed.s, metavar, help);
	text_done(&dashed);
}

static void
action_line(const struct action *a)
{
	line(a->name, a->operands[0] ? a->operands : NULL, _(a->help));
}

static void
usage(void)
{
	printf(_("usage: %s [GLOBAL...] [COMMAND [ARG...]]\n"
		 "Without a command: the screen.\n\n"),
	       PACKAGE);
	for (const struct global *g = globals; g->name != NULL; g++)
		option_line(g->name, g->metavar, _(g->help));
	putchar('\n');
	for (const struct action *a = actions; a->name != NULL; a++)
		action_line(a);
}

/* Its help, and what the table knows of its values. */
static void
option_explain(const struct option *o)
{
	struct text t = {0};
	const char *mark = _("; one of ");

	text_add(&t, _(o->help));
	for (const struct choice *c = o->choices; c && c->value; c++) {
		text_printf(&t, "%s%s", mark, c->value);
		if (c->alias != NULL)
			text_printf(&t, " (%s)", c->alias);
		mark = ", ";
	}
	if (o->flags & OPTION_REQUIRED)
		text_add(&t, _("; must be given"));
	if (o->flags & OPTION_MANY)
		text_add(&t, _("; may be given again"));
	option_line(o->name, o->metavar, t.s);
	text_done(&t);
}

/* Who may, as the same row decides it. */
static void
explain_roles(const struct action *a)
{
	struct text t = {0};

	if (action_roles(a) == ROLES_ALL)
		return;
	text_add(&t, _("Who may: "));
	text_add_roles(&t, action_roles(a));
	print_wrapped(t.s, 0);
	text_done(&t);
}

static void
explain(const struct action *a)
{
	printf("%s %s%s%s\n%s\n", PACKAGE, a->name, a->operands[0] ? " " : "",
	       a->operands, _(a->help));
	for (const struct option *o = a->options; o && o->name; o++)
		option_explain(o);
	explain_roles(a);
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

/* "person add" is one name, whether or not it came as one word; what follows a
   name is not looked at. */
static const struct action *
action_asked(const char *first, const char *second)
{
	const struct action *a;
	char *both = xasprintf("%s %s", first, second ? second : "");

	a = second != NULL ? action_find(both) : NULL;
	free(both);
	return a != NULL ? a : action_find(first);
}

/* Those whose first word it is; false when there is none. */
static bool
family_lines(const char *first)
{
	bool is_family = false;

	for (const struct action *a = actions; a->name != NULL; a++) {
		if (action_behind(a, first) == NULL)
			continue;
		action_line(a);
		is_family = true;
	}
	return is_family;
}

static int
help_on(struct cli *cli, const char *first, const char *second)
{
	const struct action *a = action_asked(first, second);
	struct error err = {0};

	if (a != NULL) {
		explain(a);
	} else if (!family_lines(first)) {
		error_set(&err, &COMMAND_UNKNOWN, "%.60s", first);
		return cli_error(cli, &err);
	}
	return cli_finish(cli, EXIT_DONE);
}

int
cli_help_with(struct cli *cli, const struct words *w)
{
	if (w->n > 0)
		return help_on(cli, w->at[0], w->n > 1 ? w->at[1] : NULL);
	usage();
	return cli_finish(cli, EXIT_DONE);
}

int
cli_help(struct cli *cli, const struct request *r)
{
	const char *first = request_operand(r, 0);

	if (first != NULL)
		return help_on(cli, first, request_operand(r, 1));
	if (request_value(r, "table") != NULL)
		print_names();
	else
		usage();
	return cli_finish(cli, EXIT_DONE);
}
