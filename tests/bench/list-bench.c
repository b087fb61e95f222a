/* list-bench.c -- what a screen of a long register costs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "tui/loop.h"
#include "tui/screens/screens.h"

#include "tests/fault/shim.h"
#include "tests/fixture.h"

enum { ROUNDS = 20, ROWS = 24, COLS = 80 };

/* --------------------------------------------------------- the register */

/* So many letters in one year, each like the first: only the lists are
   looked at, so that no events are needed. */
static void
make_letters(struct fixture *f, int n)
{
	char *sql = xasprintf(
	    "WITH RECURSIVE more (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM "
	    "more WHERE n < %d) INSERT INTO letter (office, letter, book, "
	    "year, number, ref_no, dated, sender, recipient, subject, "
	    "urgency_rank, kind, channel, received_at, registered_at, state, "
	    "since) SELECT office, letter + n, book, year, n, ref_no || n, "
	    "dated, sender, recipient, subject, urgency_rank, kind, channel, "
	    "received_at + 20000000 * n, registered_at + 20000000 * n, "
	    "'closed', since FROM more, letter WHERE number = 1",
	    n);

	fixture_register(f);
	fixture_must(f, "clerk", "receive", "--subject",
		     "ขอความร่วมมือสำรวจข้อมูลโครงสร้างพื้นฐาน", "--from",
		     "ที่ว่าการอำเภอบ้านลาด", "--ref", "พบ ๐๖๑๘/", NULL);
	fixture_close(f);
	if (!fixture_sql(f, sql))
		abort();
	free(sql);
}

/* ------------------------------------------------------------- counting */

struct cost {
	int statements;
	int rows;
};

static int
count(unsigned what, void *ctx, void *stmt, void *sql)
{
	struct cost *c = ctx;

	(void)stmt;
	(void)sql;
	c->rows += what == SQLITE_TRACE_ROW;
	c->statements += what == SQLITE_TRACE_STMT;
	return 0;
}

static void
start_counting(struct cost *c)
{
	*c = (struct cost){0};
	sqlite3_trace_v2(shim_connection(),
			 SQLITE_TRACE_STMT | SQLITE_TRACE_ROW, count, c);
}

static void
stop_counting(void)
{
	sqlite3_trace_v2(shim_connection(), 0, NULL, NULL);
}

static int
by_number(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
tell(const char *what, double ms[ROUNDS], const struct cost *c)
{
	qsort(ms, ROUNDS, sizeof(*ms), by_number);
	printf("  %-38s %8.2f ms", what, ms[ROUNDS / 2]);
	if (c)
		printf(" %4d statements %5d rows", c->statements, c->rows);
	printf("\n");
	fflush(stdout);
}

/* ------------------------------------------------------------ the screen */

struct window {
	struct tui tui;
	struct terminal *term;
};

static void
open_window(struct window *w, struct fixture *f)
{
	struct keymap keys = {0};
	struct error err = {0};

	keymap_add_own(&keys);
	w->term = term_test_new(ROWS, COLS);
	tui_init(&w->tui, fixture_session(f, "clerk"), w->term, &keys);
	if (!tui_open(&w->tui, register_new(&w->tui, &(struct look_filter){0}),
		      &err))
		abort();
	tui_loop(&w->tui);
}

static void
press(struct window *w, const char *keys)
{
	for (; *keys; keys++)
		term_test_feed(w->term, *keys == '\n'   ? K_ENTER
					: *keys == '\f' ? K_PAGE_DOWN
							: (uint32_t)*keys);
	tui_loop(&w->tui);
}

/* From a closed register to the picture. */
static void
bench_first(struct fixture *f)
{
	double ms[ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		struct window w;
		double began;

		fixture_close(f);
		began = fixture_seconds();
		open_window(&w, f);
		ms[i] = (fixture_seconds() - began) * 1000;
		tui_done(&w.tui);
	}
	tell("open, first screen", ms, NULL);
}

static void
bench_keys(struct window *w, const char *what, const char *back,
	   const char *keys)
{
	double ms[ROUNDS];
	struct cost cost;

	for (int i = 0; i < ROUNDS; i++) {
		press(w, back);
		start_counting(&cost);
		double began = fixture_seconds();
		press(w, keys);
		ms[i] = (fixture_seconds() - began) * 1000;
		stop_counting();
	}
	tell(what, ms, &cost);
}

/* ------------------------------------------------------- other programs */

static void
bench_program(const char *what, const char *command)
{
	double ms[ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		double began = fixture_seconds();

		if (system(command) != 0)
			return;
		ms[i] = (fixture_seconds() - began) * 1000;
	}
	tell(what, ms, NULL);
}

/* The most that any program so far has held. */
static void
bench_all(const struct fixture *f)
{
	char *all = xasprintf("%s --register %s --json list --year 2569 >"
			      "%s/page",
			      getenv("SARABAN"), f->path, f->directory);
	double began = fixture_seconds();
	struct rusage used;

	if (system(all) != 0 || getrusage(RUSAGE_CHILDREN, &used) != 0)
		abort();
	printf("  %-38s %8.2f s  %ld MiB\n", "saraban --json list, all",
	       fixture_seconds() - began, used.ru_maxrss / 1024);
	free(all);
}

static void
bench_programs(struct fixture *f)
{
	char *shell = xasprintf(
	    "sqlite3 %s \"SELECT number, ref_no, dated, sender, recipient, "
	    "subject, state FROM letter WHERE office = 1 AND book = 'receive' "
	    "AND year = 2569 ORDER BY number DESC LIMIT 21\" >%s/page",
	    f->path, f->directory);
	char *rare = xasprintf("%s --register %s list --year 2569 --state "
			       "received >%s/page",
			       getenv("SARABAN"), f->path, f->directory);
	char *ours = xasprintf("%s --register %s list --year 2569 --limit 21 "
			       ">%s/page",
			       getenv("SARABAN"), f->path, f->directory);

	fixture_close(f);
	bench_program("sqlite3 shell, 21 rows", shell);
	bench_program("saraban list --limit 21", ours);
	bench_program("saraban list --state, one of them", rare);
	bench_all(f);
	free(shell);
	free(ours);
	free(rare);
}

static void
bench_length(int n)
{
	struct fixture f;
	struct window w;
	char *middle = xasprintf("g%d\n", n / 2);

	shim_watch();
	make_letters(&f, n);
	printf("%d letters in the year\n", n);
	bench_first(&f);
	fixture_close(&f);
	open_window(&w, &f);
	bench_keys(&w, "line up", "G", "k");
	bench_keys(&w, "page down, from the middle", middle, "\f");
	bench_keys(&w, "four pages down, from the middle", middle, "\f\f\f\f");
	bench_keys(&w, "to the end", middle, "G");
	bench_keys(&w, "to a number", "G", middle);
	bench_keys(&w, "to a day", "G", "g2026-02-01\n");
	tui_done(&w.tui);
	bench_programs(&f);
	free(middle);
	fixture_done(&f);
}

int
main(void)
{
	static const int lengths[] = {1000, 100000, 1000000};

	for (size_t i = 0; i < ARRAY_SIZE(lengths); i++)
		bench_length(lengths[i]);
	return 0;
}
