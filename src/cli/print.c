/* print.c -- answers for people, on standard output */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/print.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "cli/cli.h"

const char *
print_word(const json_t *from, const char *key)
{
	const char *s = json_string_value(json_object_get(from, key));

	return s != NULL ? s : "";
}

void
print_line(const struct text *t)
{
	struct text visible = {0};

	text_add_visible(&visible, text_str(t), true);
	puts(text_str(&visible));
	text_done(&visible);
}

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

struct indented {
	int columns;
	bool is_first;
};

static void
print_indented(void *ctx, const char *s, size_t n)
{
	struct indented *in = ctx;

	printf("%*s%.*s\n", in->is_first ? 0 : in->columns, "", (int)n, s);
	in->is_first = false;
}

void
print_wrapped(const char *s, int indent)
{
	enum { NARROWEST = 20 };
	int width = width_of_output();
	struct indented in = {indent, true};
	struct text visible = {0};

	text_add_visible(&visible, s, true);
	thai_wrap(text_str(&visible),
		  width >= indent + NARROWEST ? width - indent : INT_MAX,
		  print_indented, &in);
	text_done(&visible);
}

/* How a cell of a printed table is made from a row of the answer. */
struct column {
	const char *heading; /* N_() */
	const char *key;
	int width; /* 0: the rest of the line */
	void (*add)(const struct cli *cli, const json_t *row, const char *key,
		    struct text *t);
};

static void
add_word(const struct cli *cli, const json_t *row, const char *key,
	 struct text *t)
{
	(void)cli;
	text_add_visible(t, print_word(row, key), false);
}

static void
add_number(const struct cli *cli, const json_t *row, const char *key,
	   struct text *t)
{
	(void)cli;
	(void)key;
	text_printf(t, "%s/%s",
		    DIGITS(json_integer_value(json_object_get(row, "number"))),
		    DIGITS(json_integer_value(json_object_get(row, "year"))));
}

static void
add_day(const struct cli *cli, const json_t *row, const char *key,
	struct text *t)
{
	moment m;
	bool has_time;
	struct error ignored = {0};

	if (moment_parse(print_word(row, key), &m, &has_time, &ignored))
		text_add_date(t, moment_date(m), DATE_SHORT, cli->wish.thai);
}

void
print_moment(const struct cli *cli, const char *iso, struct text *t)
{
	moment m;
	bool has_time;
	struct error ignored = {0};

	if (!moment_parse(iso, &m, &has_time, &ignored))
		return;
	text_add_date(t, moment_date(m), DATE_SHORT, cli->wish.thai);
	text_add(t, " ");
	text_add_time(t, m, cli->wish.thai);
}

static void
add_state(const struct cli *cli, const json_t *row, const char *key,
	  struct text *t)
{
	const char *post = print_word(row, "at_post_name");

	(void)cli;
	if (post[0] != '\0')
		text_add_visible(t, post, false);
	else
		text_add(t, choice_label(letter_states, print_word(row, key)));
}

/* Secret letters show their class in place of what they are about. */
static void
add_subject(const struct cli *cli, const json_t *row, const char *key,
	    struct text *t)
{
	(void)cli;
	if (print_word(row, "urgency")[0] != '\0')
		text_printf(
		    t, "[%s] ",
		    choice_label(letter_urgencies, print_word(row, "urgency")));
	if (print_word(row, "secrecy")[0] != '\0')
		text_printf(
		    t, "[%s] ",
		    choice_label(letter_secrecies, print_word(row, "secrecy")));
	text_add_visible(t, print_word(row, key), false);
}

/* clang-format off */
static const struct column letter_columns[] = {
	{ N_("number"), "number", 10, add_number },
	{ N_("received on"), "received_at", 11, add_day },
	{ N_("from"), "from", 18, add_word },
	{ N_("where"), "state", 14, add_state },
	{ N_("subject"), "subject", 0, add_subject },
	{ 0 }
};
static const struct column person_columns[] = {
	{ N_("login"), "login", 12, add_word },
	{ N_("name"), "name", 26, add_word },
	{ N_("first day"), "since", 12, add_day },
	{ N_("last day"), "until", 12, add_day },
	{ N_("post"), "post_name", 0, add_word },
	{ 0 }
};
static const struct column place_columns[] = {
	{ N_("code"), "code", 12, add_word },
	{ N_("name"), "name", 28, add_word },
	{ N_("held by"), "holders", 0, add_word },
	{ 0 }
};
/* clang-format on */

static int
rest_of(const struct column *columns, int width)
{
	for (const struct column *c = columns; c->heading != NULL; c++)
		if (c->width > 0)
			width -= c->width + 2;
	return width > 10 ? width : 10;
}

static void
table_row(const struct cli *cli, const struct column *columns,
	  const json_t *row, int width)
{
	struct text line = {0};

	for (const struct column *c = columns; c->heading != NULL; c++) {
		struct text cell = {0};

		if (row == NULL)
			text_add(&cell, _(c->heading));
		else
			c->add(cli, row, c->key, &cell);
		if (c->width > 0) {
			thai_add_padded(&line, text_str(&cell), c->width,
					false);
			text_add(&line, "  ");
		} else if (width > 0) {
			thai_add_padded(&line, text_str(&cell),
					rest_of(columns, width), false);
		} else {
			text_add(&line, text_str(&cell));
		}
		text_done(&cell);
	}
	if (line.n > 0)
		text_trim(line.s);
	print_line(&line);
	text_done(&line);
}

static void
print_table(const struct cli *cli, const struct column *columns,
	    const json_t *rows)
{
	int width = width_of_output();
	size_t i;
	json_t *row;

	if (json_array_size(rows) == 0)
		return;
	table_row(cli, columns, NULL, width);
	json_array_foreach(rows, i, row) table_row(cli, columns, row, width);
}

static void
print_letters(const struct cli *cli, const json_t *answer)
{
	print_table(cli, letter_columns, answer);
	if (json_array_size(answer) == 0)
		puts(_("no letters"));
}

static void
print_people(const struct cli *cli, const json_t *answer)
{
	print_table(cli, person_columns, answer);
}

static void
print_places(const struct cli *cli, const json_t *answer)
{
	print_table(cli, place_columns, answer);
}

static void
print_check(const struct cli *cli, const json_t *answer)
{
	const json_t *faults = json_object_get(answer, "faults");
	json_int_t events =
	    json_integer_value(json_object_get(answer, "events"));
	size_t i;
	json_t *f;

	(void)cli;
	json_array_foreach(faults, i, f)
	    printf("%s: %s\n", print_word(f, "code"), print_word(f, "text"));
	puts(json_array_size(faults) == 0 ? _("the register is whole")
					  : _("the register has faults"));
	printf(P_("%s event; the hash of the last:\n%s\n",
		  "%s events; the hash of the last:\n%s\n", events),
	       DIGITS(events), print_word(answer, "head"));
}

static const struct printer {
	const char *action;
	void (*print)(const struct cli *cli, const json_t *answer);
} printers[] = {
    {"list",          print_letters},
    {"show",          print_letter },
    {"history",       print_history},
    {"check",         print_check  },
    {"person list",   print_people },
    {"post list",     print_places },
    {"division list", print_places },
};

void
print_answer(const struct cli *cli, const struct action *a,
	     const json_t *answer)
{
	char *sentence;

	for (size_t i = 0; i < ARRAY_SIZE(printers); i++)
		if (strcmp(printers[i].action, a->name) == 0) {
			printers[i].print(cli, answer);
			return;
		}
	sentence = answer_sentence(a, answer);
	puts(sentence);
	free(sentence);
}

bool
answer_is_nothing(const struct action *a, const json_t *answer)
{
	if (strcmp(a->name, "check") == 0)
		return !json_is_true(json_object_get(answer, "ok"));
	return json_is_array(answer) && json_array_size(answer) == 0;
}
