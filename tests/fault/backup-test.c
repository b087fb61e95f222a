/* backup-test.c -- backups while others write, killed at any moment, and full
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/folder.h"

#include "model/guard.h"

#include "app/act.h"
#include "app/backup-folder.h"

#include "tests/fault/crowd.h"
#include "tests/fault/shim.h"
#include "tests/fixture.h"
#include "tests/test.h"

enum {
	WRITERS = 50,
	ACTS = SOAK ? 60 : 4,
	ROUNDS = SOAK ? 20 : 1,
	KILLS = SOAK ? 200 : 12
};

static struct fixture f;
static char *folder;

static int
begin(void **state)
{
	(void)state;
	fixture_register(&f);
	folder = xasprintf("%s/backups", f.directory);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	free(folder);
	fixture_done(&f);
	return 0;
}

static size_t
backups(struct arena *a, struct backup_list *list)
{
	struct error err = {0};

	if (access(folder, F_OK) != 0 ||
	    !backup_list(folder, NULL, a, list, &err))
		list->n = 0;
	return list->n;
}

static bool
drill(void)
{
	return fixture_act(&f, NULL, "backup drill", folder, NULL);
}

/* Runs `restore`, which opens the register itself, as a command line does. */
static bool
restore(struct fixture *at, const char *reason)
{
	const struct argument words[] = {
	    {NULL, folder}, {"older", reason}, {"into", at->path}};
	struct request r = {.action = action_find("restore"),
			    .at = words,
			    .n = ARRAY_SIZE(words)};
	struct session_wish wish = fixture_wish(at, NULL);
	struct session s;
	json_t *answer = NULL;
	bool ok;

	fixture_close(at);
	session_init(&s, &wish, fixture_clock(at));
	at->err = (struct error){0};
	ok = action_run(&s, &r, &answer, &at->err);
	json_decref(answer);
	session_done(&s);
	return ok;
}

/* ------------------------------------------------------- while others write */

static bool
receive_many(struct fixture *at, struct crowd *c, size_t i)
{
	(void)i;
	for (int n = 0; n < ACTS; n++) {
		double before = fixture_seconds();

		while (!fixture_act(at, "clerk", "receive", "--subject", "x",
				    NULL))
			if (at->err.kind != &STORE_BUSY)
				return false;
		/* How long it took, in microseconds. */
		crowd_tell(c, (int64_t)((fixture_seconds() - before) * 1e6));
	}
	return true;
}

/* In milliseconds: what was told, and what is said of it. */
struct pace {
	int64_t slowest; /* act of any clerk */
	int64_t copied;  /* the whole backup; 0 without one */
};

static int64_t
slowest_of(struct crowd *c)
{
	size_t n;
	int64_t *took = crowd_numbers(c, &n), most = 0;

	for (size_t i = 0; i < n; i++)
		most = took[i] > most ? took[i] : most;
	assert_int_equal(n, WRITERS * ACTS);
	free(took);
	return most / 1000;
}

static int64_t
back_up_now(void)
{
	double began = fixture_seconds();

	fixture_must(&f, NULL, "backup", folder, NULL);
	return (int64_t)((fixture_seconds() - began) * 1e3);
}

/* Fifty clerks at once, with a backup in the middle of it or without. */
static struct pace
work_together(bool with_backup)
{
	struct pace p = {0};
	struct crowd c;

	fixture_close(&f);
	crowd_start(&c, WRITERS, &f, receive_many);
	usleep(20000);
	if (with_backup)
		p.copied = back_up_now();
	p.slowest = slowest_of(&c);
	assert_int_equal(crowd_wait(&c), 0);
	return p;
}

/* The copy is one step of SQLite (store/copy.h): it cannot begin again. */
static void
a_backup_is_whole_while_fifty_write(void **state)
{
	struct pace alone, beside;
	int64_t idle;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct arena a = {0};
		struct backup_list list;

		alone = work_together(false);
		beside = work_together(true);
		idle = back_up_now();
		assert_int_equal(backups(&a, &list), 1);
		arena_done(&a);
		if (!drill())
			fail_msg("%s: %s", f.err.kind->name, f.err.detail);
		print_message("slowest act of %d clerks: %lld ms, beside a "
			      "backup %lld ms; the backup: %lld ms, idle "
			      "%lld ms\n",
			      WRITERS, (long long)alone.slowest,
			      (long long)beside.slowest,
			      (long long)beside.copied, (long long)idle);
	}
	assert_true(fixture_is_clean(&f));
}

/* ------------------------------------------------------ killed at any moment
 */

static bool
back_up(struct fixture *at, struct crowd *c, size_t i)
{
	(void)c;
	(void)i;
	return fixture_act(at, NULL, "backup", folder, NULL);
}

/* True when it had ended before. */
static bool
kill_after(unsigned microseconds, crowd_fn work)
{
	struct crowd c;
	size_t n;

	fixture_close(&f);
	crowd_start(&c, 1, &f, work);
	usleep(microseconds);
	crowd_kill(&c);
	free(crowd_numbers(&c, &n));
	return crowd_wait(&c) == 0;
}

static void
a_backup_that_is_killed_leaves_a_whole_one_or_none(void **state)
{
	uint64_t seed = 11;

	(void)state;
	fixture_to_the_top(&f, 20);
	for (int i = 0; i < KILLS; i++) {
		struct arena a = {0};
		struct backup_list list;

		kill_after(2000 + fixture_draw(&seed, 120000), back_up);
		if (backups(&a, &list) > 0 && !drill())
			fail_msg("%s: %s", f.err.kind->name, f.err.detail);
		arena_done(&a);
	}
	fixture_must(&f, NULL, "backup", folder, NULL);
	assert_true(drill());
	assert_true(fixture_is_clean(&f));
}

static bool
restore_it(struct fixture *at, struct crowd *c, size_t i)
{
	(void)c;
	(void)i;
	return restore(at, "x");
}

static bool
is_restored(void)
{
	return fixture_count(&f, "SELECT count(*) FROM event "
				 "WHERE kind = 'register.restored'") > 0;
}

/* There is the register that was, or the restored one with its guard, or none
   that can be opened: never one that gives a number twice. */
static void
assert_old_or_guarded(int64_t letters)
{
	if (access(f.path, F_OK) != 0)
		return;
	if (is_restored()) {
		assert_true(fixture_refuses(&f, &GUARD_ASKS, "clerk", "receive",
					    "--subject", "x", NULL));
		return;
	}
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM letter"),
			 letters);
}

static void
a_restore_that_is_killed_leaves_the_old_or_a_guarded_one(void **state)
{
	uint64_t seed = 12;
	int restored = 0;

	(void)state;
	fixture_to_the_top(&f, 5);
	fixture_must(&f, NULL, "backup", folder, NULL);
	fixture_to_the_top(&f, 5);
	for (int i = 0; i < KILLS && restored == 0; i++) {
		kill_after(2000 + fixture_draw(&seed, 60000), restore_it);
		assert_old_or_guarded(10);
		restored += access(f.path, F_OK) == 0 && is_restored();
	}
	/* Whatever was left: it can be done. */
	if (!restore(&f, "x"))
		fail_msg("%s: %s", f.err.kind->name, f.err.detail);
	assert_true(is_restored());
	assert_true(fixture_is_clean(&f));
}

/* ------------------------------------------------------- the year has turned
 */

/* A backup of December, restored in January: numbers may have been given in
   both years, and paper is asked for both. */
static void
over_the_turn_of_the_year_paper_is_asked_for_both_years(void **state)
{
	(void)state;
	f.now = moment_at((struct date){2026, 12, 30}, 10, 0, 0);
	fixture_must(&f, NULL, "clock confirm", "--reason", "x", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&f, NULL, "backup", folder, NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	f.now = moment_at((struct date){2027, 1, 3}, 10, 0, 0);
	fixture_must(&f, "clerk", "receive", "--subject", "y", NULL);
	assert_int_equal(fixture_int(&f, "number"), 1);
	assert_true(restore(&f, "x"));
	assert_true(fixture_refuses(&f, &GUARD_ASKS, "clerk", "receive",
				    "--subject", "x", NULL));
	assert_true(fixture_refuses(&f, &REQUEST_MISSING, "clerk",
				    "restore confirm", "receive", "2", NULL));
	fixture_must(&f, "clerk", "restore confirm", "receive", "2", "--year",
		     "2569", NULL);
	assert_true(fixture_refuses(&f, &GUARD_ASKS, "clerk", "receive",
				    "--subject", "x", NULL));
	/* One of the new year is known from what was set aside. */
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk",
				    "restore confirm", "receive", "0", NULL));
	fixture_must(&f, "clerk", "restore confirm", "receive", "3", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	assert_int_equal(fixture_int(&f, "number"), 4);
	assert_int_equal(fixture_int(&f, "year"), 2570);
	assert_true(fixture_is_clean(&f));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(a_backup_is_whole_while_fifty_write,
					    begin, end),
	    cmocka_unit_test_setup_teardown(
		a_backup_that_is_killed_leaves_a_whole_one_or_none, begin, end),
	    cmocka_unit_test_setup_teardown(
		a_restore_that_is_killed_leaves_the_old_or_a_guarded_one, begin,
		end),
	    cmocka_unit_test_setup_teardown(
		over_the_turn_of_the_year_paper_is_asked_for_both_years, begin,
		end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
