/* rules-test.c -- who may do what to a letter, as two pictures to review */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#include "model/route.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* -------------------------------------------------------- the route table */

static void
the_route_table_is_as_reviewed(void **state)
{
	struct text t = {0};

	(void)state;
	for (const struct route *r = routes; r->act != NULL; r++) {
		text_printf(&t, "%-12s %-10s by %-27s -> %s", r->act,
			    r->from ? r->from : "-", route_who_names[r->who],
			    r->to);
		if (r->or_to != NULL)
			text_printf(&t, " or %s", r->or_to);
		text_add(&t, "\n");
	}
	assert_true(fixture_same_as("route.txt", t.s));
	text_done(&t);
}

/* ------------------------------------- every situation, act and post in it */

/* One line of acts that bring a letter where it stands.  "!" for its
   number. */
struct move {
	const char *login, *action, *option, *value, *option2, *value2;
};
enum { MOVES_MAX = 8 };

#define UP(who)                                                                \
	{                                                                      \
		who, "endorse", "--note", "x", NULL, NULL                      \
	}
#define OPEN(who)                                                              \
	{                                                                      \
		who, "open", NULL, NULL, NULL, NULL                            \
	}
#define STRIKE(who)                                                            \
	{                                                                      \
		who, "cancel", "--reason", "x", NULL, NULL                     \
	}
#define BACK(who)                                                              \
	{                                                                      \
		who, "return", "--reason", "x", NULL, NULL                     \
	}
#define RECALL(who)                                                            \
	{                                                                      \
		who, "recall", NULL, NULL, NULL, NULL                          \
	}
#define UP_TO(who, to)                                                         \
	{                                                                      \
		who, "endorse", "--to", to, "--reason", "x"                    \
	}
#define ORDER(a, b)                                                            \
	{                                                                      \
		"nayok", "order", "--assign", a, "--assign", b                 \
	}
#define TAKE(who)                                                              \
	{                                                                      \
		who, "acknowledge", NULL, NULL, NULL, NULL                     \
	}
#define DONE(who)                                                              \
	{                                                                      \
		who, "done", NULL, NULL, NULL, NULL                            \
	}
#define ROUND(who, a, b)                                                       \
	{                                                                      \
		who, "circulate", "--to", a, "--to", b                         \
	}
#define DUTY                                                                   \
	{                                                                      \
		"clerk", "duty add", "--what", "x", "--due", "2026-02-20"      \
	}
#define HANDED(who)                                                            \
	{                                                                      \
		"clerk", "duty hand", "--to", who, "--name", "y"               \
	}
#define TO_HEAD UP("clerk")
#define TO_DEPUTY TO_HEAD, UP("head")
#define TO_PALAD TO_DEPUTY, UP("deputy")
#define TO_NAYOK TO_PALAD, UP("palad")
#define TO_NAYOK_AT_ONCE UP_TO("clerk", "nayok")

/* clang-format off */
static const struct situation {
	const char *words;
	struct move moves[MOVES_MAX];
} situations[] = {
	{ "received", {{0}} },
	{ "at head, unopened", {TO_HEAD} },
	{ "at head, opened", {TO_HEAD, OPEN("head")} },
	{ "at deputy, unopened", {TO_DEPUTY} },
	{ "at deputy, opened", {TO_DEPUTY, OPEN("deputy")} },
	{ "at palad, unopened", {TO_PALAD} },
	{ "at palad, two skipped", {UP_TO("clerk", "palad")} },
	{ "at nayok, unopened", {TO_NAYOK} },
	{ "at nayok, opened", {TO_NAYOK, OPEN("nayok")} },
	{ "at head, returned", {TO_DEPUTY, BACK("deputy")} },
	{ "at clerk, returned", {TO_HEAD, BACK("head")} },
	{ "at clerk, recalled", {TO_HEAD, RECALL("clerk")} },
	{ "at head, recalled", {TO_DEPUTY, RECALL("head")} },
	{ "with works and office",
	  {TO_NAYOK_AT_ONCE, ORDER("works", "office")} },
	{ "  works has acknowledged",
	  {TO_NAYOK_AT_ONCE, ORDER("works", "office"), TAKE("works")} },
	{ "  works is done",
	  {TO_NAYOK_AT_ONCE, ORDER("works", "office"), TAKE("works"),
	    DONE("works")} },
	{ "  office is done, too",
	  {TO_NAYOK_AT_ONCE, ORDER("works", "office"), TAKE("works"),
	    TAKE("head"), DONE("works"), DONE("head")} },
	{ "ordered to nobody", {TO_NAYOK_AT_ONCE, ORDER("", "")} },
	{ "cancelled", {STRIKE("clerk")} },
	{ "to head and works", {ROUND("clerk", "head", "works")} },
	{ "  works has noted it",
	  {ROUND("clerk", "head", "works"), TAKE("works")} },
	{ "with a duty", {DUTY} },
	{ "  handed to works, and y", {DUTY, HANDED("works")} },
	{ "at nayok, to works",
	  {TO_NAYOK_AT_ONCE, ROUND("nayok", "works", "works")} },
};
/* clang-format on */

static void
make_move(struct fixture *f, const char *number, const struct move *m)
{
	const char *value = m->value;

	if (strcmp(m->action, "order") == 0)
		fixture_must(f, m->login, m->action, number, "--note", "x",
			     value[0] ? m->option : NULL, value, m->option2,
			     m->value2, NULL);
	else if (strcmp(m->action, "endorse") == 0 && m->option2 != NULL)
		fixture_must(f, m->login, m->action, number, "--note", "x",
			     m->option, value, m->option2, m->value2, NULL);
	else
		fixture_must(f, m->login, m->action, number, m->option, value,
			     m->option2, m->value2, NULL);
}

static void
make_situation(struct fixture *f, const struct situation *s, char number[12])
{
	fixture_must(f, "clerk", "receive", "--subject", s->words, NULL);
	snprintf(number, 12, "%d", (int)fixture_int(f, "number"));
	for (const struct move *m = s->moves; m->login != NULL; m++)
		make_move(f, number, m);
}

static const struct mark {
	const char *act;
	char letter;
} marks[] = {
    {"receive", 'n'},    {"open", 'o'},
    {"endorse", 'e'},    {"return", 'b'},
    {"recall", 'r'},     {"pass", 'P'},
    {"order", 'c'},      {"acknowledge", 'a'},
    {"done", 'd'},       {"cancel", 'x'},
    {"correct", 'm'},    {"reserve", 'q'},
    {"emergency", 'p'},  {"emergency close", 'k'},
    {"void", 'v'},       {"circulate", 'l'},
    {"nudge", 'u'},      {"uncirculate", 'w'},
    {"send", 's'},       {"sent", 't'},
    {"hand", 'h'},       {"take", 'g'},
    {"duty hand", 'H'},  {"duty report", 'R'},
    {"duty nudge", 'N'},
};

static const char *const logins[] = {
    "clerk",   "head",  "deputy",    "palad",   "nayok",
    "finance", "works", "education", "auditor", "administrator"};

/* What the person may do to the letter now, one letter an act. */
static void
add_cell(struct fixture *f, struct text *t, const char *login,
	 const char *number)
{
	char cell[ARRAY_SIZE(marks) + 1] = "";
	size_t n = 0;

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		const struct action *a = action_find(marks[i].act);
		bool needs = (a->needs & NEED_LETTER) != 0;
		struct error err = {0};

		if (needs != (number != NULL))
			continue;
		if (action_may(fixture_session(f, login), a, number, &err))
			cell[n++] = marks[i].letter;
		else if (err.kind == NULL || err.detail[0] == '\0')
			fail_msg("%s of %s: refused without a reason",
				 marks[i].act, login);
	}
	text_printf(t, " %-9s", n > 0 ? cell : ".");
}

static void
add_line(struct fixture *f, struct text *t, const char *words,
	 const char *number)
{
	text_printf(t, "%-26s", words);
	for (size_t i = 0; i < ARRAY_SIZE(logins); i++)
		add_cell(f, t, logins[i], number);
	while (t->n > 0 && t->s[t->n - 1] == ' ')
		text_remove(t, t->n - 1, 1);
	text_add(t, "\n");
}

static void
add_head(struct text *t)
{
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		text_printf(t, "%s%c %s", i > 0 ? ", " : "", marks[i].letter,
			    marks[i].act);
	text_printf(t, "\n\n%-26s", "");
	for (size_t i = 0; i < ARRAY_SIZE(logins); i++)
		text_printf(t, i + 1 < ARRAY_SIZE(logins) ? " %-9s" : " %s\n",
			    logins[i]);
}

/* Posts beside the chain, each held by a person of its name. */
static void
add_roles(struct fixture *f)
{
	for (size_t i = 8; i < ARRAY_SIZE(logins); i++) {
		fixture_must(f, NULL, "post add", logins[i], logins[i],
			     "--role", logins[i], NULL);
		fixture_must(f, NULL, "person add", logins[i], logins[i],
			     "--post", logins[i], NULL);
	}
}

/* A letter that goes out, from its number to its receiver. */
static void
add_outgoing(struct fixture *f, struct text *t)
{
	fixture_must(f, "clerk", "send", "--to", "x", "--subject", "x", NULL);
	add_line(f, t, "to go out", "send:1");
	fixture_must(f, "clerk", "sent", "send:1", "--how", "post", NULL);
	add_line(f, t, "  sent", "send:1");
	fixture_must(f, "clerk", "sent", "send:1", "--receiver", "x", NULL);
	add_line(f, t, "  delivered", "send:1");
	fixture_must(f, "clerk", "send", "--to", "x", "--subject", "x", NULL);
	fixture_must(f, "clerk", "cancel", "send:2", "--reason", "x", NULL);
	add_line(f, t, "to go out, cancelled", "send:2");
}

static void
act_for(struct fixture *f, const char *post, const char *login)
{
	fixture_must(f, NULL, "acting add", post, login, "--capacity", "acting",
		     "--order", "1", "--order-date", "2026-01-05", NULL);
	fixture_must(f, login, "acting take", post, NULL);
}

/* Where it lies nobody is there; then somebody acts; then he is back. */
static void
add_absences(struct fixture *f, struct text *t)
{
	static const struct situation at_head = {"at head", {TO_HEAD}},
				      at_nayok = {"at nayok", {TO_NAYOK}};
	char head[12], nayok[12];

	make_situation(f, &at_head, head);
	make_situation(f, &at_nayok, nayok);
	fixture_must(f, NULL, "absent", "head", "--reason", "x", NULL);
	fixture_must(f, NULL, "absent", "nayok", "--reason", "x", NULL);
	add_line(f, t, "at head, who is absent", head);
	add_line(f, t, "at nayok, who is absent", nayok);
	act_for(f, "head", "works");
	act_for(f, "nayok", "palad");
	add_line(f, t, "  works acts for the head", head);
	add_line(f, t, "  palad acts for the nayok", nayok);
	fixture_must(f, "head", "absent end", "head", NULL);
	fixture_must(f, "nayok", "absent end", "nayok", NULL);
	add_line(f, t, "  the head is back", head);
	add_line(f, t, "  the nayok is back", nayok);
}

static void
who_may_do_what_is_as_reviewed(void **state)
{
	struct fixture f;
	struct text t = {0};
	char kept[12];

	(void)state;
	fixture_register(&f);
	add_roles(&f);
	add_head(&t);
	add_line(&f, &t, "no letter", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(situations); i++) {
		char number[12];

		make_situation(&f, &situations[i], number);
		add_line(&f, &t, situations[i].words, number);
	}
	fixture_must(&f, "clerk", "reserve", "--purpose", "x", "--until",
		     "2026-01-31", NULL);
	snprintf(kept, sizeof(kept), "%d", (int)fixture_int(&f, "number"));
	add_line(&f, &t, "reserved", kept);
	fixture_must(&f, "clerk", "void", kept, "--reason", "x", NULL);
	add_line(&f, &t, "void", kept);
	add_outgoing(&f, &t);
	add_absences(&f, &t);
	assert_true(fixture_same_as("rules.txt", t.s));
	assert_true(fixture_is_clean(&f));
	text_done(&t);
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_route_table_is_as_reviewed),
	    cmocka_unit_test(who_may_do_what_is_as_reviewed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
