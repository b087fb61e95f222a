/* walk-test.c -- three years of random acts, legal and not, played again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/act.h"

#include "tests/again.h"
#include "tests/any-act.h"
#include "tests/server.h"
#include "tests/test.h"

enum {
	ACTS = SOAK ? 10000 : 1500, /* done or refused */
	DAYS = 3 * 365, /* that they take by the clock of the office */
	CHECKED_EVERY = 100,
	JUMPS = SOAK ? 40 : 8,   /* of the clock, about */
	TRIES = SOAK ? 200 : 12, /* of what chance has left out */
	TALLY_MAX = 256
};
static struct fixture f;

static const moment HOUR = (moment)60 * 60 * 1000000;

static const char *const logins[] = {
    "clerk", "head",      "deputy", "palad", "nayok",     "finance",
    "works", "education", "leaver", "other", "nobody.yet"};
/* At a server, who does nothing but hear what is told. */
static struct store *watch;

/* Another number whenever anything was committed, whatever it was. */
static int64_t
seen_version(void)
{
	if (!server_is_used())
		return see("PRAGMA data_version");
	server_hear(watch);
	return store_version(watch);
}

static int64_t n_files;

static int
count_file(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)path;
	(void)st;
	(void)at;
	n_files += type == FTW_F;
	return 0;
}

/* Kept with letters. */
static int64_t
files_beside(void)
{
	char *folder = xasprintf("%s-files", f.beside);

	n_files = 0;
	nftw(folder, count_file, 8, 0);
	free(folder);
	return n_files;
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
	/* A destruction takes years (destroy-test.c), an exchange two
	   registers (letter-003-test.c), a PIN is typed (pin-test.c). */
	return !is_of_backup(a) && a->event != NULL &&
	       strncmp(a->name, "pin ", 4) != 0 && (a->needs & NEED_REGISTER) &&
	       strncmp(a->name, "destroy ", 8) != 0 &&
	       strncmp(a->name, "exchange ", 9) != 0;
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
	    {"endorse", 96},
	    {"order", 96},
	    {"receive", 96},
	    {"send", 24},
	    {"reserve", 48},
	    {"emergency", 32},
	    {"emergency close", 24},
	    {"void", 32},
	    {"sent", 24},
	    {"open", 48},
	    {"acknowledge", 32},
	    {"done", 32},
	    {"correct", 16},
	    {"office add", 1},
	    {"office know", 1},
	    {"forward", 96},
	    {"holiday add", 2},
	    {"holiday remove", 2},
	    {"holiday update", 1},
	    {"accept", 24},
	    {"refuse", 16},
	    {"withdraw", 48},
	    {"circulate", 64},
	    {"hand", 24},
	    {"take", 24},
	    {"nudge", 32},
	    {"uncirculate", 24},
	    {"duty add", 24},
	    {"duty done", 24},
	    {"duty hand", 32},
	    {"duty report", 48},
	    {"duty nudge", 24},
	    {"person end", 3},
	    {"post end", 1},
	    {"person hold", 40},
	    {"division add", 24},
	    {"search save", 8},
	    {"search forget", 8},
	    {"search rebuild", 1},
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
	assert_true(n <= TALLY_MAX);
	do
		a = &actions[draw(n)];
	while (!is_walked(a) || draw(96) >= weight_of(a));
	return a;
}

/* How often each action was done and refused. */
static struct tally {
	int done, refused;
} tallies[TALLY_MAX];

/* A refusal leaves nothing behind. */
static void
must_be_as_it_was(const struct action *action, int64_t version, int64_t files)
{
	if (seen_version() != version || files_beside() != files)
		fail_msg("%s was refused (%s), and left something",
			 action->name, f.err.detail);
}

static bool
is_done_by(const struct action *action, const char *login,
	   const struct words *w)
{
	int64_t version = seen_version(), files = files_beside();

	if (fixture_run(&f, NULL, login, w))
		return true;
	assert_non_null(f.err.kind);
	if (f.err.kind == &STORE_FAILED || f.err.kind == &STORE_DAMAGED)
		fail_msg("%s: %s", action->name, f.err.detail);
	must_be_as_it_was(action, version, files);
	return false;
}

/* Everybody tries, in turn from somebody on, until one may. */
static void
try_all(const struct action *action)
{
	struct arena a = {0};
	struct words w = any_words(action, f.now, &a);
	uint32_t first = draw(ARRAY_SIZE(logins));
	struct tally *t = &tallies[action - actions];
	bool admin = (action->needs & NEED_ADMIN) != 0;

	for (size_t i = 0; i < ARRAY_SIZE(logins); i++) {
		const char *login = logins[(first + i) % ARRAY_SIZE(logins)];

		if (is_done_by(action, admin && i > 0 ? NULL : login, &w)) {
			t->done++;
			break;
		}
		t->refused++;
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

static int64_t
acts_tried(void)
{
	int64_t n = acts_done();

	for (size_t i = 0; i < TALLY_MAX; i++)
		n += tallies[i].refused;
	return n;
}

/* The clock is set back, or jumps ahead: everybody is refused, until it is put
   right, or somebody says that it is. */
static void
jump(void)
{
	moment before = f.now;

	f.now +=
	    (draw(2) == 0 ? -(moment)(1 + draw(40)) : (moment)(61 + draw(30))) *
	    24 * HOUR;
	for (int i = 0; i < 4; i++)
		try_all(any_action());
	if (draw(2) == 0)
		try_all(action_find("clock confirm"));
	else
		f.now = before;
}

/* Nobody is left to act, where everybody was ended: some come back, and one of
   them goes. */
static void
come_and_go(void)
{
	static const char *const chain[] = {"clerk", "head", "deputy", "palad",
					    "nayok"};
	size_t gone = 1 + draw(ARRAY_SIZE(chain) - 1);

	for (size_t i = 0; i < ARRAY_SIZE(chain); i++) {
		bool ok =
		    i == gone
			? fixture_act(&f, NULL, "person end", chain[i], NULL)
			: fixture_act(&f, NULL, "person hold", chain[i],
				      "--post", chain[i], NULL);

		if (!ok)
			f.err = (struct error){0};
	}
}

/* By chance a number that was kept is seldom used in its time. */
static void
keep_and_use(void)
{
	struct text day = {0};
	char number[24];

	text_add_iso_date(&day, moment_date(f.now));
	if (fixture_act(&f, "clerk", "reserve", "--purpose", "x", "--until",
			day.s, NULL)) {
		snprintf(number, sizeof(number), "%d/%d",
			 (int)fixture_int(&f, "number"),
			 (int)fixture_int(&f, "year"));
		if (!fixture_act(&f, "clerk", "receive", "--reserved", number,
				 "--subject", "x", NULL))
			print_message("# %s\n", f.err.detail);
	}
	f.err = (struct error){0};
	text_done(&day);
}

/* After each hundred: it is what the chain says, and without fault. */
static void
look_after(void)
{
	static int64_t looked_at;

	if (acts_tried() < looked_at + CHECKED_EVERY)
		return;
	looked_at = acts_tried();
	assert_true(fixture_is_clean(&f));
	come_and_go();
	keep_and_use();
}

/* So far on the way through the years as through the acts. */
static void
go_on(moment begun)
{
	moment due = begun + (moment)DAYS * 24 * HOUR / ACTS * acts_tried();

	if (f.now < due)
		f.now += (due - f.now) / 60 * draw(120);
	f.now += draw(60) * HOUR / 60;
}

static void
walk(void)
{
	moment begun = f.now;

	while (acts_tried() < ACTS) {
		go_on(begun);
		if (draw(ACTS / JUMPS) < 5)
			jump();
		try_all(any_action());
		look_after();
	}
}

/* A clock that is believed, numbers to void, sheets to close: by chance there
   may be none, and all the rest is refused. */
static void
lend_a_hand(void)
{
	static const char *const reason = "x";

	(void)fixture_act(&f, NULL, "clock confirm", "--reason", reason, NULL);
	(void)fixture_act(&f, "clerk", "reserve", "--purpose", reason, NULL);
	(void)fixture_act(&f, "clerk", "emergency", "--count", "2", NULL);
	f.err = (struct error){0};
}

/* What chance has left out; told when that, too, does not do it. */
static void
try_what_was_left_out(void)
{
	for (int i = 0; i < TRIES && !is_walked_over(); i++) {
		if (i % 20 == 19)
			come_and_go();
		if (i % 20 == 9)
			lend_a_hand();
		for (const struct action *a = actions; a->name != NULL; a++)
			if (is_walked(a) && !is_tallied(a)) {
				try_all(a);
				try_all(any_action());
			}
	}
}

/* Chance does not do everything in so few acts: all of it in make soak, and
   what numbers hang on at once. */
static void
all_must_be_tallied(void)
{
	static const char *const at_once[] = {
	    "receive",   "reserve",         "void",
	    "emergency", "emergency close", "clock confirm"};

	for (const struct action *a = actions; a->name != NULL; a++)
		if (is_walked(a) && !is_tallied(a))
			print_message("# %s: %d done, %d refused\n", a->name,
				      tallies[a - actions].done,
				      tallies[a - actions].refused);
	for (size_t i = 0; i < ARRAY_SIZE(at_once); i++)
		if (!is_tallied(action_find(at_once[i])))
			fail_msg("%s was not done, or not refused", at_once[i]);
	assert_true(!SOAK || is_walked_over());
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

/* One number gets its letter, one expires on the way: whether chance does the
   same hangs on every option there is. */
static void
some_are_kept(void)
{
	fixture_must(&f, "clerk", "reserve", "--purpose", "x", "--until",
		     "2026-01-21", "--count", "2", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "x", "--reserved",
		     "7", NULL);
}

static void
a_walk_leaves_what_the_chain_says(void **state)
{
	int64_t before;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, NULL, "person add", "leaver", "leaver", "--post",
		     "head", NULL);
	fixture_must(&f, NULL, "office set", "--prefix", "ชย 1", NULL);
	fixture_must(&f, NULL, "office add", "other", "other", "--under",
		     "main", NULL);
	fixture_add_to(&f, "other", "other", "clerk");
	some_are_sent_on();
	some_are_kept();
	fixture_must(&f, NULL, "policy set", "follow-paper", "1", NULL);
	fixture_clear(&f, "head", "palad", "nayok", NULL);
	any_begin(f.path, 2571);
	if (server_is_used())
		watch = store_open(f.path, STORE_READ, &f.err);
	assert_true(watch != NULL || !server_is_used());
	before = see("SELECT count(*) FROM event");
	walk();
	try_what_was_left_out();
	/* Some acts write several events. */
	assert_true(see("SELECT count(*) FROM event") >= before + acts_done());
	assert_true(see("SELECT max(year) FROM letter") >= 2571);
	assert_true(see("SELECT count(*) FROM event WHERE kind = "
			"'letter.enter'") > 0);
	assert_true(see("SELECT count(*) FROM event WHERE kind = "
			"'number.expire'") > 0);
	assert_int_equal(see("SELECT count(*) FROM event a JOIN event b ON "
			     "b.office = a.office AND b.seq = a.seq + 1 "
			     "WHERE b.time < a.time"),
			 0);
	any_end();
	store_close(watch);
	assert_true(fixture_is_clean(&f));
	assert_true(again_is_same(&f));
	fixture_done(&f);
	all_must_be_tallied();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_walk_leaves_what_the_chain_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
