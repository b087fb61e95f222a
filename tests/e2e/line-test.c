/* line-test.c -- bad lines: dropped, too slow, of any size, without a name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/e2e/line.h"
#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

enum {
	ROWS = 24,
	COLS = 80,
	DROPS = SOAK ? 500 : 10,
	SIZES = SOAK ? 10000 : 400,
	KEYS_MAX = 40
};

static struct fixture fixture;

static int
begin(void **state)
{
	(void)state;
	fixture_desk(&fixture);
	setenv("TERM", "xterm-256color", 1);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	fixture_done(&fixture);
	return 0;
}

static void
open_form(struct line *l)
{
	line_begin(l, ROWS, COLS, fixture.path, "clerk");
	assert_true(line_shows(l, "F2"));
	line_type(l, "n");
	assert_true(line_shows(l, "Receive a letter"));
}

/* ------------------------------------------------------- the line drops */

static void
hang_up(struct line *l)
{
	line_drop(l);
}

static void
send_hup(struct line *l)
{
	kill(l->pid, SIGHUP);
}

static void
send_term(struct line *l)
{
	kill(l->pid, SIGTERM);
}

static void
send_kill(struct line *l)
{
	kill(l->pid, SIGKILL);
}

static void (*const drops[])(struct line *l) = {hang_up, send_hup, send_term,
						send_kill};

static const char *
value_of(json_t *fields, const char *name)
{
	size_t i;
	json_t *field;

	json_array_foreach(fields, i, field)
	{
		const char *is =
		    json_string_value(json_object_get(field, "name"));

		if (is != NULL && strcmp(is, name) == 0)
			return json_string_value(
			    json_object_get(field, "value"));
	}
	return NULL;
}

/* There is one draft, with these words in the field that was typed in; then it
   is thrown away. */
static void
assert_kept(const char *typed)
{
	json_t *draft;
	char *id;

	fixture_must(&fixture, "clerk", "drafts", NULL);
	assert_int_equal(json_array_size(fixture.answer), 1);
	draft = json_array_get(fixture.answer, 0);
	assert_string_equal(value_of(json_object_get(draft, "fields"), "ref"),
			    typed);
	id = xstrdup(json_string_value(json_object_get(draft, "id")));
	fixture_must(&fixture, "clerk", "drafts discard", id, NULL);
	free(id);
}

/* In its field: a letter or two stand in other words, too. */
static bool
shows_typed(struct line *l, const char *typed)
{
	char *row = xasprintf("their number    %s", typed);
	bool is_there = line_shows(l, row);

	free(row);
	return is_there;
}

static void
drop_at(size_t n, void (*drop)(struct line *l), uint64_t *seed)
{
	char typed[KEYS_MAX + 1] = "";
	struct line l;

	for (size_t i = 0; i < n; i++)
		typed[i] = (char)('a' + (int)fixture_draw(seed, 26));
	open_form(&l);
	line_type(&l, typed);
	assert_true(shows_typed(&l, typed));
	drop(&l);
	assert_true(line_ends(&l));
	line_end(&l);
	/* Nobody waits for a lock of it. */
	fixture_must(&fixture, "clerk", "receive", "--subject", "x", NULL);
	assert_kept(typed);
	fixture_close(&fixture);
}

static void
a_line_that_drops_at_any_key_takes_nothing_with_it(void **state)
{
	uint64_t seed = 15;

	(void)state;
	for (size_t i = 0; i < DROPS; i++)
		drop_at(1 + fixture_draw(&seed, KEYS_MAX),
			drops[i % ARRAY_SIZE(drops)], &seed);
	assert_true(fixture_is_clean(&fixture));
}

/* ------------------------------------------------------ any size, at once */

/* A thousand sizes a second, from one cell to more than any screen has. */
static void
a_storm_of_sizes_ends_in_the_right_picture(void **state)
{
	struct line l;
	uint64_t seed = 17;

	(void)state;
	open_form(&l);
	line_type(&l, "abc");
	assert_true(line_shows(&l, "abc"));
	for (int i = 0; i < SIZES; i++) {
		line_size(&l, 1 + (int)fixture_draw(&seed, 300),
			  1 + (int)fixture_draw(&seed, 500));
		if (i == SIZES / 2)
			line_type(&l, "def");
		usleep(1000);
		line_read(&l, SIZE_MAX, 0);
	}
	line_size(&l, ROWS, COLS);
	while (line_read(&l, SIZE_MAX, 500))
		continue;
	/* Only what is drawn anew from here on counts. */
	emulator_done(&l.emulator);
	emulator_init(&l.emulator, ROWS, COLS);
	line_type(&l, "\f");
	assert_true(line_shows(&l, "abcdef"));
	assert_true(line_shows(&l, "Receive a letter"));
	assert_int_equal(l.emulator.not_understood, 0);
	line_type(&l, "ghi");
	assert_true(line_shows(&l, "abcdefghi"));
	send_hup(&l);
	assert_true(line_ends(&l));
	line_end(&l);
	assert_kept("abcdefghi");
	fixture_close(&fixture);
}

/* ---------------------------------------------- slow, and then not at all */

static int64_t
letters(void)
{
	return fixture_count(&fixture, "SELECT count(*) FROM letter");
}

/* Of those at the server, soon. */
static bool
no_transaction_stays(void)
{
	for (int i = 0; i < LINE_SECONDS * 10; i++) {
		if (fixture_count(&fixture,
				  "SELECT count(*) FROM pg_stat_activity "
				  "WHERE datname = current_database() AND "
				  "xact_start IS NOT NULL AND "
				  "pid <> pg_backend_pid()") == 0)
			return true;
		usleep(100000);
	}
	return false;
}

/* The log can be emptied: nobody stays in the middle of reading or writing. */
static bool
nobody_is_inside(void)
{
	sqlite3 *db;
	int left = -1, rc;

	if (server_is_used())
		return no_transaction_stays();
	assert_int_equal(sqlite3_open(fixture.path, &db), SQLITE_OK);
	sqlite3_busy_timeout(db, LINE_SECONDS * 1000);
	/* The log is known once something was read. */
	sqlite3_exec(db, "SELECT count(*) FROM event", NULL, NULL, NULL);
	rc = sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_TRUNCATE,
				       &left, NULL);
	sqlite3_close(db);
	return rc == SQLITE_OK && left == 0;
}

static void
others_work_on(void)
{
	int64_t before = letters();

	for (int i = 0; i < 10; i++) {
		fixture_must(&fixture, "head", "list", NULL);
		fixture_must(&fixture, "clerk", "receive", "--subject", "x",
			     NULL);
	}
	assert_int_equal(letters(), before + 10);
	assert_true(nobody_is_inside());
}

/* More than the line holds is drawn, and nobody reads it. */
static void
fill_line(struct line *l)
{
	for (int i = 0; i < 30; i++) {
		line_size(l, 40 + i % 2, 150 + i);
		line_type(l, "\f");
		usleep(10000);
	}
}

static void
a_line_that_stands_still_holds_nobody_up(void **state)
{
	struct line l;

	(void)state;
	open_form(&l);
	line_type(&l, "abc");
	/* 300 bytes in a second */
	for (int i = 0; i < 10; i++) {
		line_type(&l, "\f");
		line_read(&l, 30, 100);
		usleep(100000);
	}
	others_work_on();
	fill_line(&l);
	others_work_on();
	/* A line that is gone ends it, though it was about to write. */
	line_drop(&l);
	assert_true(line_ends(&l));
	line_end(&l);
	assert_kept("abc");
	assert_true(fixture_is_clean(&fixture));
}

/* ------------------------------------------------- terminals of any name */

static void
tell(const struct emulator *e)
{
	struct text all = {0};

	for (int i = 0; i < e->rows; i++)
		emulator_row(e, i, &all);
	fail_msg("%s", text_str(&all));
}

static void
lead_with_name(const char *name)
{
	struct line l;

	if (name != NULL)
		setenv("TERM", name, 1);
	else
		unsetenv("TERM");
	line_begin(&l, ROWS, COLS, fixture.path, "clerk");
	/* Who is asked in lines leaves by this; who is told has left. */
	line_type(&l, "quit\n");
	assert_true(line_ends(&l));
	if (!WIFEXITED(l.status))
		fail_msg("TERM=%.20s: signal %d", name ? name : "(none)",
			 WTERMSIG(l.status));
	if (!emulator_shows(&l.emulator, "saraban>") &&
	    !emulator_shows(&l.emulator, "--plain"))
		tell(&l.emulator);
	assert_in_range(WEXITSTATUS(l.status), 0, 2);
	line_end(&l);
	setenv("TERM", "xterm-256color", 1);
}

static void
no_name_of_a_terminal_is_a_crash(void **state)
{
	char long_name[600 + 1];
	const char *const names[] = {NULL,    "dumb", "never-seen",
				     "../xx", "/",    long_name};

	(void)state;
	memset(long_name, 'x', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		lead_with_name(names[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_line_that_drops_at_any_key_takes_nothing_with_it),
	    cmocka_unit_test(a_storm_of_sizes_ends_in_the_right_picture),
	    cmocka_unit_test(a_line_that_stands_still_holds_nobody_up),
	    cmocka_unit_test(no_name_of_a_terminal_is_a_crash),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, begin, end);
}
