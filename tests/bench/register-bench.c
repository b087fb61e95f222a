/* register-bench.c -- how long it takes: receiving, looking, checking */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/query-text.h"

#include "app/look.h"

#include "tests/fault/crowd.h"
#include "tests/fault/shim.h"
#include "tests/fixture.h"

enum { SECONDS = 5, LETTERS = 3500, ROUNDS = 200 };

#define SUBJECT "ขอความร่วมมือสำรวจข้อมูลโครงสร้างพื้นฐานขององค์กรปกครองส่วนท้องถิ่น"

static int
by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* One line of the table: what took how many microseconds, sorted. */
struct figures {
	const char *what;
	int64_t *us;
	size_t n;
	double per_second; /* 0: not asked */
	double jain;       /* 1: everybody got as much; 0: one process only */
};

static double
ms(const struct figures *fig, double quantile)
{
	size_t i = (size_t)((double)(fig->n - 1) * quantile);

	return fig->n > 0 ? (double)fig->us[i] / 1000 : 0;
}

static void
tell_head(void)
{
	printf("SQLite %s\n\n%-32s %8s %8s %8s %8s %6s\n", sqlite3_libversion(),
	       "", "a second", "p50 ms", "p99 ms", "worst", "Jain");
}

static void
tell(struct figures *fig)
{
	qsort(fig->us, fig->n, sizeof(*fig->us), by_number);
	printf("%-32s ", fig->what);
	if (fig->per_second > 0)
		printf("%8.0f", fig->per_second);
	else
		printf("%8s", "");
	printf(" %8.2f %8.2f %8.2f", ms(fig, 0.5), ms(fig, 0.99), ms(fig, 1));
	if (fig->jain > 0)
		printf(" %6.3f", fig->jain);
	printf("\n");
	fflush(stdout);
}

/* What is no time. */
static void
tell_number(const char *what, double number, const char *unit)
{
	printf("%-32s %8.0f %s\n", what, number, unit);
	fflush(stdout);
}

/* --------------------------------------------------- what processes tell */

/* Which process, and how many microseconds one transaction took. */
enum { TIME_BITS = 40 };

static int64_t
pack(size_t i, double seconds)
{
	return ((int64_t)i << TIME_BITS) | (int64_t)(seconds * 1e6);
}

static double
jain_of(const int64_t *packed, size_t n, size_t processes)
{
	double each[CROWD_MAX] = {0}, sum = 0, squares = 0;

	for (size_t i = 0; i < n; i++)
		each[packed[i] >> TIME_BITS]++;
	for (size_t i = 0; i < processes; i++) {
		sum += each[i];
		squares += each[i] * each[i];
	}
	return squares > 0 ? sum * sum / ((double)processes * squares) : 0;
}

static double deadline;

static void
measure(struct fixture *f, const char *what, size_t processes, crowd_fn work)
{
	struct crowd c;
	struct figures fig = {
	    .what = xasprintf("%s, %zu at once", what, processes)};
	double began = fixture_seconds();

	deadline = began + SECONDS;
	fixture_close(f);
	crowd_start(&c, processes, f, work);
	fig.us = crowd_numbers(&c, &fig.n);
	if (crowd_wait(&c) != 0)
		abort();
	fig.per_second = (double)fig.n / (fixture_seconds() - began);
	fig.jain = jain_of(fig.us, fig.n, processes);
	for (size_t i = 0; i < fig.n; i++)
		fig.us[i] &= ((int64_t)1 << TIME_BITS) - 1;
	tell(&fig);
	free(fig.us);
}

/* ----------------------------------------------------------- receiving */

static bool
receive(struct fixture *f)
{
	return fixture_act(f, "clerk", "receive", "--subject", SUBJECT,
			   "--from", "ที่ว่าการอำเภอ", "--ref",
			   "ที่ สน ๐๐๒๓.๖/ว ๑๒๓๔", "--dated", "2026-01-15", NULL);
}

static bool
receive_letters(struct fixture *f, struct crowd *c, size_t i)
{
	while (fixture_seconds() < deadline) {
		double began = fixture_seconds();

		if (!receive(f))
			return false;
		crowd_tell(c, pack(i, fixture_seconds() - began));
	}
	return true;
}

/* --------------------------------- the floor: the same rows, nothing else */

/* What SQLite alone needs for the rows of one receipt: event, payload,
   counter, letter, step, each copied from the first. */
static const char *const floor_sql[] = {
    "BEGIN IMMEDIATE",
    "INSERT INTO event SELECT office, (SELECT max(seq) FROM event WHERE office "
    "= 1) + 1, "
    "time, kind, letter, book, year, (SELECT next FROM counter WHERE office "
    "= 1 AND book = 'receive' AND year = 2569), person, login, post, "
    "capacity, acting_order, auth, randomblob(16), randomblob(16), "
    "commitment, hash FROM event WHERE office = 1 AND seq = 10",
    "INSERT INTO payload SELECT office, (SELECT max(seq) FROM event WHERE "
    "office = 1), salt, "
    "body FROM payload WHERE office = 1 AND seq = 10",
    "UPDATE counter SET next = next + 1 WHERE office = 1 "
    "AND book = 'receive' AND year = 2569",
    "INSERT INTO letter SELECT office, (SELECT max(seq) FROM event WHERE "
    "office = 1), book, "
    "year, (SELECT next - 1 FROM counter WHERE office = 1 AND book = "
    "'receive' AND year = 2569), ref_no, ref_key, dated, sender, recipient, "
    "subject, urgency, urgency_rank, secrecy, kind, channel, pages, "
    "received_at, registered_at, state, at_post, since, opened_at "
    "FROM letter WHERE office = 1 AND letter = 10",
    "INSERT INTO step SELECT office, (SELECT max(seq) FROM event WHERE office "
    "= 1), step, "
    "post, came_from, sent_by, arrived_at, opened_at, opened_by, left_at, "
    "how, reason FROM step WHERE office = 1 AND letter = 10",
    "COMMIT",
};
enum { FLOOR_N = ARRAY_SIZE(floor_sql) };

static sqlite3 *
floor_open(const char *path, sqlite3_stmt *all[FLOOR_N])
{
	sqlite3 *db;

	if (sqlite3_open(path, &db) != SQLITE_OK)
		abort();
	sqlite3_busy_timeout(db, 60000);
	sqlite3_exec(db, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
	for (size_t i = 0; i < FLOOR_N; i++)
		if (sqlite3_prepare_v2(db, floor_sql[i], -1, &all[i], NULL) !=
		    SQLITE_OK)
			abort();
	return db;
}

static bool
floor_letters(struct fixture *f, struct crowd *c, size_t i)
{
	sqlite3_stmt *all[FLOOR_N];
	sqlite3 *db = floor_open(f->path, all);

	while (fixture_seconds() < deadline) {
		double began = fixture_seconds();

		for (size_t k = 0; k < FLOOR_N; k++) {
			if (sqlite3_step(all[k]) != SQLITE_DONE)
				return false;
			sqlite3_reset(all[k]);
		}
		crowd_tell(c, pack(i, fixture_seconds() - began));
	}
	for (size_t k = 0; k < FLOOR_N; k++)
		sqlite3_finalize(all[k]);
	sqlite3_close(db);
	return true;
}

static void
with_one_letter(struct fixture *f)
{
	fixture_register(f);
	if (!receive(f))
		abort();
}

static void
bench_receiving(void)
{
	static const size_t crowds[] = {1, 8, 20};

	for (size_t i = 0; i < ARRAY_SIZE(crowds); i++) {
		struct fixture f;

		with_one_letter(&f);
		measure(&f, "receive", crowds[i], receive_letters);
		if (!fixture_is_clean(&f))
			abort();
		fixture_done(&f);
		with_one_letter(&f);
		measure(&f, "  SQLite alone", crowds[i], floor_letters);
		fixture_done(&f);
	}
}

/* ------------------------------------------------------------ one thing */

typedef void (*thing_fn)(struct fixture *f);

/* How long it takes, again and again. */
static void
bench(struct fixture *f, const char *what, thing_fn thing)
{
	int64_t us[ROUNDS];
	struct figures fig = {.what = what, .us = us, .n = ROUNDS};

	for (size_t i = 0; i < ROUNDS; i++) {
		double began = fixture_seconds();

		thing(f);
		us[i] = (int64_t)((fixture_seconds() - began) * 1e6);
	}
	tell(&fig);
}

static int page_fd;

static void
sync_page(struct fixture *f)
{
	static const char page[4096];

	(void)f;
	if (write(page_fd, page, sizeof(page)) < 0 || fdatasync(page_fd) != 0)
		abort();
}

static void
bench_disk(void)
{
	struct fixture f;
	char *path;

	fixture_start(&f);
	path = xasprintf("%s/page", f.directory);
	page_fd = open(path, O_CREAT | O_WRONLY, 0600);
	bench(&f, "fdatasync of one page", sync_page);
	close(page_fd);
	free(path);
	fixture_done(&f);
}

/* ------------------------------------------------- a year of an office */

static void
go_the_road(struct fixture *f, const char *number)
{
	static const char *const chain[] = {"clerk", "head", "deputy", "palad"};

	for (size_t i = 0; i < ARRAY_SIZE(chain); i++)
		fixture_must(f, chain[i], "endorse", number, "--note",
			     "เพื่อโปรดทราบและพิจารณา", NULL);
	fixture_must(f, "nayok", "order", number, "--note", "ดำเนินการ",
		     "--assign", "works", NULL);
	fixture_must(f, "works", "acknowledge", number, NULL);
	fixture_must(f, "works", "done", number, "--reply", "สน ๗๑๘๐๑/๑๒๓",
		     NULL);
}

/* Of the year's letters one in twenty is still on its way. */
static void
fill_year(struct fixture *f)
{
	char number[12];

	shim_watch();
	fixture_register(f);
	for (int i = 1; i <= LETTERS; i++) {
		f->now += (moment)60 * 1000000;
		if (!receive(f))
			abort();
		if (i == 1)
			sqlite3_exec(shim_connection(),
				     "PRAGMA synchronous = OFF", NULL, NULL,
				     NULL);
		snprintf(number, sizeof(number), "%d", i);
		if (i % 20 != 0)
			go_the_road(f, number);
	}
}

static int
trace(unsigned what, void *ctx, void *stmt, void *sql)
{
	(void)what;
	(void)stmt;
	/* Triggers are told as comments. */
	*(int *)ctx += strncmp(sql, "--", 2) != 0;
	return 0;
}

static int
statements_for_one_receipt(struct fixture *f)
{
	int n = 0;

	fixture_close(f);
	if (!receive(f))
		abort();
	sqlite3_trace_v2(shim_connection(), SQLITE_TRACE_STMT, trace, &n);
	if (!receive(f))
		abort();
	sqlite3_trace_v2(shim_connection(), 0, NULL, NULL);
	return n;
}

static double
bytes_for_one_letter(struct fixture *f)
{
	struct stat sb;

	fixture_close(f);
	if (stat(f->path, &sb) != 0)
		abort();
	return (double)sb.st_size / LETTERS;
}

/* ------------------------------------------------------------- looking */

static void
open_register(struct fixture *f)
{
	fixture_close(f);
	if (fixture_session(f, "clerk") == NULL)
		abort();
}

/* The piece of a list that a screen of 24 lines asks for first. */
static void
load_piece(struct fixture *f, const struct look_filter *filter,
	   struct row_key from)
{
	const struct row_span span = {from, 42, 42};
	struct arena a = {0};
	struct letter_list list;

	if (!look_letters(fixture_session(f, "clerk"), filter, &span, &a, &list,
			  &f->err))
		abort();
	arena_done(&a);
}

static void
load_desk(struct fixture *f)
{
	load_piece(f, &(struct look_filter){.mine = true}, ROW_KEY_TOP);
}

static void
load_screen(struct fixture *f)
{
	load_piece(f, &(struct look_filter){0}, ROW_KEY_END);
}

static bool
count_letter(void *ctx, const struct letter *l)
{
	*(size_t *)ctx += l->number > 0;
	return true;
}

static void
load_whole_year(struct fixture *f)
{
	size_t n = 0;

	if (!look_each(fixture_session(f, "clerk"), &(struct look_filter){0},
		       count_letter, &n, &f->err) ||
	    n < LETTERS)
		abort();
}

static void
load_letter(struct fixture *f)
{
	struct arena a = {0};
	struct letter_file file;

	if (!look_letter(fixture_session(f, "nayok"), "1777", &a, &file,
			 &f->err))
		abort();
	arena_done(&a);
}

static void
load_history(struct fixture *f)
{
	struct arena a = {0};
	struct happening_list list;

	if (!look_history(fixture_session(f, "nayok"), "1777", &a, &list,
			  &f->err))
		abort();
	arena_done(&a);
}

static void
check_all(struct fixture *f)
{
	double began = fixture_seconds();

	if (!fixture_is_clean(f))
		abort();
	tell_number("check of the whole register",
		    (fixture_seconds() - began) * 1000, "ms");
}

static void
bench_year(void)
{
	struct fixture f;

	fill_year(&f);
	tell_number("a year of letters", LETTERS, "letters");
	tell_number("  their events",
		    (double)fixture_count(&f, "SELECT count(*) FROM event"),
		    "events");
	tell_number("  in the file for one letter", bytes_for_one_letter(&f),
		    "bytes");
	tell_number("  statements for one receipt",
		    statements_for_one_receipt(&f), "statements");
	bench(&f, "open the register", open_register);
	bench(&f, "the desk of the clerk", load_desk);
	bench(&f, "the register, its end", load_screen);
	bench(&f, "the register, all of the year", load_whole_year);
	bench(&f, "one letter", load_letter);
	bench(&f, "the history of a letter", load_history);
	check_all(&f);
	fixture_done(&f);
}

int
main(void)
{
	tell_head();
	bench_disk();
	bench_receiving();
	bench_year();
	return 0;
}
