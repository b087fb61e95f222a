/* walk-test.c -- a random walk over the whole action table, played again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "model/policy.h"
#include "model/retention.h"

#include "app/act.h"

#include "tests/again.h"
#include "tests/test.h"

enum {
	ACTS = 700,
	WALKS = SOAK ? 200 : 1,
	WALKS_MAX = 12,
	LETTERS_MAX = 12,
	TALLY_MAX = 128
};

static uint64_t seed;
static struct fixture f;

static uint32_t
draw(uint32_t below)
{
	return fixture_draw(&seed, below);
}

static const char *const logins[] = {
    "clerk", "head",      "deputy", "palad", "nayok",     "finance",
    "works", "education", "leaver", "other", "nobody.yet"};

static const char *const codes[] = {"clerk",   "head",   "deputy",    "palad",
				    "nayok",   "works",  "finance",   "office",
				    "culture", "health", "education", "x"};

static const char *const divisions[] = {"office", "finance",   "works",
					"กองช่าง", "education", "x"};

static const char *const offices[] = {"other", "other", "other", "far"};

static const char *const texts[] = {
    "เพื่อโปรดทราบและพิจารณาดำเนินการ",
    "it's \"quoted\" \\ {\"a\":1}",
    "บรรทัดแรก\nบรรทัดที่สอง",
    "ที่ มท ๐๘๐๘.๒/ว ๑๒๓",
    "น้ำ",
    "-- ; DROP TABLE letter; '",
    "แบบ จำนวน 2 ฉบับ",
    "อำเภอ; 5; 16 ม.ค. 69; 9.00",
};

static const char *const bad_texts[] = {"\xE0\xB8", " ", ""};

static const char *const dates[] = {
    "2026-01-15", "15 ม.ค. 69", "๓๑ ธันวาคม ๒๕๖๘", "31 เมษายน 2569",
    "2030-12-31", "2026-01-20", "2026-02-10"};

#define PUBLIC_KEY "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"

#define ANY(list) (list)[draw(ARRAY_SIZE(list))]

static const char *
any_text(void)
{
	return draw(12) == 0 ? ANY(bad_texts) : ANY(texts);
}

/* A state from which there is a road for the act. */
static const char *
state_for(const char *act)
{
	const char *states[16] = {""};
	uint32_t n = 0;

	for (const struct route *r = routes; r->act != NULL; r++)
		if (strcmp(r->act, act) == 0 && r->from != NULL)
			states[n++] = r->from;
	return n > 0 ? states[draw(n)] : "";
}

/* Letters that go out are in a book of their own. */
static bool
goes_out(const char *state)
{
	return strcmp(state, STATE_NUMBERED) == 0 ||
	       strcmp(state, STATE_SENT) == 0 ||
	       strcmp(state, STATE_DELIVERED) == 0;
}

/* Does it go round, or wait in another office, for the acts that need that? */
static const char *
round_for(const char *act)
{
	if (strcmp(act, "withdraw") == 0)
		return "AND letter IN (SELECT letter FROM sending "
		       "WHERE state = 'arrived')";
	for (const struct route *r = routes; r->act != NULL; r++)
		if (strcmp(r->act, act) == 0 && r->who == WHO_CIRCULATED)
			return "AND letter IN (SELECT letter FROM circulation "
			       "WHERE closed_at IS NULL)";
	return "";
}

/* Mostly of a letter that the act may be for. */
static const char *
any_number(const struct action *action, struct arena *a)
{
	const char *state = state_for(action->name);
	const char *book = goes_out(state) ? "send" : "receive";
	int64_t n;
	char *sql = arena_printf(
	    a,
	    "SELECT coalesce((SELECT number FROM letter WHERE state = '%s' "
	    "AND book = '%s' %s ORDER BY (number * %u) %% 97 LIMIT 1), 1)",
	    state, book, round_for(action->name), 1 + draw(96));

	if (draw(8) == 0)
		return arena_printf(a, "%u/2568", 1 + draw(LETTERS_MAX));
	n = fixture_count(&f, sql);
	return arena_printf(a, "%s:%lld", book, (long long)n);
}

/* Mostly of what waits to be received. */
static const char *
any_item(struct arena *a)
{
	int64_t n = fixture_count(
	    &f, "SELECT coalesce((SELECT number FROM parcel "
		"WHERE state = 'waiting' ORDER BY number % 7 LIMIT 1), 1)");

	return arena_printf(a, "%lld", draw(8) == 0 ? 0 : (long long)n);
}

static const char *
any_login(struct arena *a)
{
	return draw(60) == 0 ? ANY(logins) : arena_printf(a, "new%u", draw(5));
}

static const char *
any_choice(const struct choice *from)
{
	size_t n = 0;
	const struct choice *c;

	while (from[n].value != NULL)
		n++;
	c = &from[draw((uint32_t)n)];
	return c->alias != NULL && draw(2) == 0 ? c->alias : c->value;
}

static const char *
any_value(const struct option *o, struct arena *a)
{
	switch (o->kind) {
	case VALUE_CHOICE:
		return any_choice(o->choices);
	case VALUE_DATE:
	case VALUE_MOMENT:
		return ANY(dates);
	case VALUE_LETTER:
		return any_number(action_find("endorse"), a);
	case VALUE_NUMBER:
		return arena_printf(a, "%u", draw(30));
	case VALUE_POST:
		return ANY(codes);
	case VALUE_DIVISION:
	case VALUE_ADDRESSEE:
		return ANY(divisions);
	case VALUE_OFFICE:
		return ANY(offices);
	case VALUE_FILE:
		return f.path;
	default:
		return strcmp(o->name, "key") == 0 ? PUBLIC_KEY : any_text();
	}
}

/* "LOGIN NAME": operands by the names in the row, without those that need not
   be there: there is no such file. */
static void
add_operands(struct words *w, const struct action *action, struct arena *a)
{
	const char *names = action->operands;

	while (*names != '\0' && *names != '[') {
		size_t n = strcspn(names, " ");

		if (n == 6 && strncmp(names, "NUMBER", n) == 0)
			w->at[w->n++] = any_number(action, a);
		else if (strncmp(names, "LOGIN", n) == 0)
			w->at[w->n++] = any_login(a);
		else if (strncmp(names, "CODE", n) == 0 ||
			 (strncmp(names, "NAME", n) == 0 &&
			  strncmp(action->name, "search ", 7) == 0))
			w->at[w->n++] = ANY(codes);
		else if (strncmp(names, "WHOM", n) == 0 ||
			 strncmp(names, "POST", n) == 0)
			w->at[w->n++] = ANY(codes);
		else if (strncmp(names, "CLASS", n) == 0)
			w->at[w->n++] = any_choice(letter_secrecies);
		else if (strncmp(names, "PERIOD", n) == 0)
			w->at[w->n++] = any_choice(retention_classes);
		else if (strncmp(names, "ITEM", n) == 0)
			w->at[w->n++] = any_item(a);
		else if (strncmp(names, "POLICY", n) == 0)
			w->at[w->n++] = policy_table[0].name;
		else if (strncmp(names, "SETTING", n) == 0)
			w->at[w->n++] = arena_printf(a, "%u", draw(400));
		else if (strncmp(names, "BOOK", n) == 0)
			w->at[w->n++] = any_choice(book_choices);
		else if (strncmp(names, "FIRST", n) == 0)
			w->at[w->n++] = arena_printf(a, "%u", draw(20));
		else if (strncmp(names, "FIELD", n) == 0)
			w->at[w->n++] = any_choice(entry_fields);
		else
			w->at[w->n++] = any_text();
		names += n;
		names += strspn(names, " ");
	}
}

static bool
is_given(const struct option *o, int before)
{
	if (before > 0)
		return (o->flags & OPTION_MANY) && draw(2) == 0;
	if (strcmp(o->name, "to-all") == 0 || strcmp(o->name, "endorse") == 0)
		return draw(4) != 0;
	return (o->flags & OPTION_REQUIRED) ? draw(20) != 0 : draw(3) == 0;
}

static void
add_options(struct words *w, const struct option *o, struct arena *a)
{
	for (; o != NULL && o->name != NULL; o++)
		for (int n = 0; is_given(o, n); n++) {
			w->at[w->n++] = arena_printf(a, "--%s", o->name);
			if (o->kind != VALUE_FLAG)
				w->at[w->n++] = any_value(o, a);
		}
}

enum { WORDS_MAX = 200 };

static struct words
any_words(const struct action *action, struct arena *a)
{
	struct words w = {arena_array(a, WORDS_MAX, sizeof(*w.at)), 0};
	char *name = arena_strdup(a, action->name);
	char *second = strchr(name, ' ');

	w.at[w.n++] = name;
	if (second != NULL) {
		*second = '\0';
		w.at[w.n++] = second + 1;
	}
	add_options(&w, action->options, a);
	w.at[w.n++] = "--";
	add_operands(&w, action, a);
	return w;
}

/* Backups write folders, and after a restore no number is given: these have
   tests of their own. */
static bool
is_of_backup(const struct action *a)
{
	return strncmp(a->name, "backup", 6) == 0 ||
	       strncmp(a->name, "restore", 7) == 0;
}

static bool
is_walked(const struct action *a)
{
	/* A destruction takes years: tests/store/destroy-test.c. */
	return !is_of_backup(a) && a->event != NULL &&
	       (a->needs & NEED_REGISTER) &&
	       strncmp(a->name, "destroy ", 8) != 0;
}

/* Seldom what the administrator does, or soon nobody is left to act; mostly
   upwards, or no letter comes to the top. */
static uint32_t
weight_of(const struct action *a)
{
	static const struct {
		const char *name;
		uint32_t weight;
	} weights[] = {
	    {"endorse",        96},
            {"order",          96},
            {"receive",        96},
	    {"send",           24},
            {"sent",           24},
            {"open",           48},
	    {"acknowledge",    32},
            {"done",           32},
            {"correct",        16},
	    {"office add",     1 },
            {"office know",    1 },
            {"forward",        96},
	    {"accept",         24},
            {"refuse",         16},
            {"withdraw",       48},
	    {"circulate",      64},
            {"nudge",          32},
            {"uncirculate",    24},
	    {"person end",     3 },
            {"post end",       1 },
            {"person hold",    40},
	    {"division add",   24},
            {"search save",    8 },
            {"search forget",  8 },
	    {"search rebuild", 1 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(weights); i++)
		if (strcmp(weights[i].name, a->name) == 0)
			return weights[i].weight;
	return (a->needs & NEED_ADMIN) ? 4 : 12;
}

static const struct action *
any_action(void)
{
	const struct action *a;
	uint32_t n = 0;

	while (actions[n].name != NULL)
		n++;
	do
		a = &actions[draw(n)];
	while (!is_walked(a) || draw(96) >= weight_of(a));
	return a;
}

/* How often each action was done and refused. */
static struct tally {
	int done, refused;
} tallies[TALLY_MAX];

/* Everybody tries, in turn from somebody on, until one may. */
static void
try_all(const struct action *action)
{
	struct arena a = {0};
	struct words w = any_words(action, &a);
	uint32_t first = draw(ARRAY_SIZE(logins));
	struct tally *t = &tallies[action - actions];
	bool admin = (action->needs & NEED_ADMIN) != 0;

	for (size_t i = 0; i < ARRAY_SIZE(logins); i++) {
		const char *login = logins[(first + i) % ARRAY_SIZE(logins)];

		if (fixture_run(&f, NULL, admin && i > 0 ? NULL : login, &w)) {
			t->done++;
			break;
		}
		t->refused++;
		assert_non_null(f.err.kind);
		if (f.err.kind == &STORE_FAILED || f.err.kind == &STORE_DAMAGED)
			fail_msg("%s: %s", action->name, f.err.detail);
		if (admin && i > 0)
			break;
	}
	arena_done(&a);
}

static bool
is_tallied(const struct action *a)
{
	const struct tally *t = &tallies[a - actions];

	return t->done > 0 && t->refused > 0;
}

/* Every action was done and was refused at least once. */
static bool
is_walked_over(void)
{
	for (const struct action *a = actions; a->name != NULL; a++)
		if (is_walked(a) && !is_tallied(a))
			return false;
	return true;
}

static int64_t
acts_done(void)
{
	int64_t n = 0;

	for (size_t i = 0; i < TALLY_MAX; i++)
		n += tallies[i].done;
	return n;
}

static void
walk(void)
{
	for (int i = 0; i < ACTS; i++) {
		/* Mostly on, sometimes back, never far. */
		f.now += (moment)draw(3600) * 1000000;
		f.now -= (moment)(draw(9) == 0) * 7200 * 1000000;
		try_all(any_action());
	}
}

/* Letters that another office can receive: by chance few come so far. */
static void
some_are_sent_on(void)
{
	for (int i = 1; i <= 6; i++) {
		char *n = xasprintf("%d", i);

		fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
		fixture_must(&f, "clerk", "endorse", n, "--note", "x", "--to",
			     "nayok", "--reason", "x", NULL);
		fixture_must(&f, "nayok", "order", n, "--note", "x", NULL);
		if (i % 2 == 0)
			fixture_must(&f, "clerk", "forward", n, "--to-all",
				     "--endorse", "x", NULL);
		free(n);
	}
}

static void
a_walk_leaves_what_the_chain_says(void **state)
{
	int64_t before;

	(void)state;
	/* In some offices everybody soon leaves: then another one. */
	for (uint64_t i = 0; i < WALKS || (!is_walked_over() && i < WALKS_MAX);
	     i++) {
		seed = 2569 + i;
		fixture_register(&f);
		fixture_must(&f, NULL, "person add", "leaver", "leaver",
			     "--post", "head", NULL);
		fixture_must(&f, NULL, "office set", "--prefix", "ชย 1", NULL);
		fixture_must(&f, NULL, "office add", "other", "other",
			     "--under", "main", NULL);
		fixture_add_to(&f, "other", "other", "clerk");
		some_are_sent_on();
		fixture_clear(&f, "head", "palad", "nayok", NULL);
		before = fixture_count(&f, "SELECT count(*) FROM event");
		before -= acts_done();
		walk();
		/* Some acts write several events. */
		assert_true(fixture_count(&f, "SELECT count(*) FROM event") >=
			    before + acts_done());
		assert_true(fixture_is_clean(&f));
		assert_true(again_is_same(&f));
		fixture_done(&f);
	}
	for (const struct action *a = actions; a->name != NULL; a++)
		if (is_walked(a) && !is_tallied(a))
			fail_msg("%s: %d done, %d refused", a->name,
				 tallies[a - actions].done,
				 tallies[a - actions].refused);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_walk_leaves_what_the_chain_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
