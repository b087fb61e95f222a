/* bench-whole.c -- what is done with a whole register, by the program itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/bench/bench.h"

/* Runs PROGRAM WORDS on the register; its floor is a shell command, or NULL. */
static void
bench_words(const struct fixture *f, struct figure fig, const char *what,
	    const char *words, const char *floor)
{
	char *command =
	    xasprintf("cd '%s' && %s --register %s %s", f->directory,
		      getenv("SARABAN"), f->path, words);
	struct figure below = {0};

	fig.what = what;
	if (!bench_program(&fig, 1, command)) {
		fprintf(stderr, "%s: cannot be run\n", words);
		abort();
	}
	if (floor != NULL && bench_program(&below, 1, floor)) {
		fig.floor = below.p50;
		fig.floor_by = "sqlite3";
	}
	figures_add(&fig);
	free(command);
}

/* ------------------------------------------------------------------- import */

/* The fixture's clock is behind that of the program. */
static void
believe_clock(const struct fixture *f)
{
	char *confirm =
	    xasprintf("%s --register %s clock confirm --reason x >%s/said",
		      getenv("SARABAN"), f->path, f->directory);

	if (system(confirm) != 0)
		abort();
	free(confirm);
}

/* The floor takes the rows into one table, in one transaction. */
static void
bench_import(const struct bench *b)
{
	struct fixture f;
	struct figure fig = {.size = b->sheet, .unit = "rows"};
	char *make, *floor;

	fixture_register(&f);
	fixture_close(&f);
	believe_clock(&f);
	make =
	    xasprintf("%s/tests/bench/big-sheet %lld >%s/old.csv",
		      getenv("top_builddir"), (long long)b->sheet, f.directory);
	floor = xasprintf("sqlite3 %s/floor.db '.import --csv %s/old.csv t'",
			  f.directory, f.directory);
	if (system(make) != 0)
		abort();
	bench_words(&f, fig, "import of a spreadsheet",
		    "--as clerk import --yes old.csv", floor);
	free(make);
	free(floor);
	fixture_done(&f);
}

/* -------------------------------------------------------------------- print */

/* 35,000 rows in one year; only what is printed of them is looked at. */
static void
bench_print(void)
{
	static const char rows[] =
	    "WITH RECURSIVE more (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM "
	    "more WHERE n < 35000) INSERT INTO letter (office, letter, book, "
	    "year, number, ref_no, dated, sender, recipient, subject, "
	    "urgency_rank, kind, channel, received_at, registered_at, state, "
	    "since) SELECT office, letter + n, book, year, n, ref_no || n, "
	    "dated, sender, recipient, subject || substr(subject || subject || "
	    "subject, 1, n % 120), urgency_rank, kind, channel, received_at + "
	    "200000000 * n, registered_at + 200000000 * n, 'closed', since "
	    "FROM more, letter WHERE number = 1";
	struct figure fig = {.letters = 35000};
	struct fixture f;

	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject",
		     "ขอความร่วมมือสำรวจข้อมูลโครงสร้างพื้นฐานน้ำประปาหมู่บ้าน", "--from",
		     "ที่ว่าการอำเภอบ้านลาด", "--to", "นายก อบต.", "--ref",
		     "พบ ๐๖๑๘/", "--dated", "2026-01-15", NULL);
	fixture_close(&f);
	if (!fixture_sql(&f, rows))
		abort();
	bench_words(&f, fig, "print the register as text",
		    "--as clerk print register --text register.txt", NULL);
#if HAVE_PANGO
	bench_words(&f, fig, "print the register as PDF",
		    "--as clerk print register --pdf register.pdf", NULL);
#endif
	fixture_done(&f);
}

/* ---------------------------------------------------------- check and backup
 */

static void
bench_size(const struct bench *b, int64_t letters)
{
	struct fixture f;
	struct figure fig = {.letters = letters};
	char *integrity, *into;

	bench_register(b, letters, &f);
	integrity = xasprintf("sqlite3 %s 'PRAGMA integrity_check'", f.path);
	into = xasprintf("sqlite3 %s \"VACUUM INTO '%s/copy.db'\"", f.path,
			 f.directory);
	fixture_close(&f);
	bench_words(&f, fig, "check: chain, replay, index", "check", integrity);
	bench_words(&f, fig, "backup, proved", "backup .", into);
	free(integrity);
	free(into);
	fixture_done(&f);
}

void
bench_whole(const struct bench *b)
{
	if (getenv("SARABAN") == NULL || getenv("top_builddir") == NULL)
		return;
	for (size_t i = 0; i < b->n_sizes; i++)
		bench_size(b, b->sizes[i]);
	bench_import(b);
	bench_print();
}
