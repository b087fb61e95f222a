/* bench-look.c -- what screens ask of short registers and of long ones */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/look.h"
#include "app/stats.h"

#include "tests/bench/bench.h"
#include "tests/bench/floors.h"
#include "tests/bench/window.h"
#include "tests/fault/shim.h"

enum { ROUNDS = 20, SCREEN = 50 };

/* What is measured, and the same rows by SQLite alone. */
struct looking {
	struct fixture *f;
	struct window w;
	const char *sql; /* of the floor */
	const char *words;
};

/* ----------------------------------------------------------------- the floor
 */

static int
see(void *ctx, int n, char **cells, char **names)
{
	(void)names;
	for (int i = 0; i < n; i++)
		*(int64_t *)ctx += cells[i] != NULL;
	return 0;
}

/* Opened for it, as by the sqlite3 shell, but in this process. */
static void
floor_open(void *ctx)
{
	struct looking *k = ctx;
	int64_t seen = 0;
	sqlite3 *db;

	if (sqlite3_open(k->f->path, &db) != SQLITE_OK ||
	    sqlite3_exec(db, k->sql, see, &seen, NULL) != SQLITE_OK)
		abort();
	sqlite3_close(db);
}

static void
put_floor(struct figure *fig, struct looking *k, const char *sql)
{
	struct figure floor = {0};

	k->sql = sql;
	bench_time(&floor, ROUNDS, floor_open, k);
	fig->floor = floor.p50;
	fig->floor_by = "C";
}

/* -------------------------------------------------------------------- screens
 */

static void
first_screen(void *ctx)
{
	struct looking *k = ctx;

	fixture_close(k->f);
	window_open(&k->w, k->f, "clerk");
	window_close(&k->w);
}

static void
bench_first(struct looking *k, struct figure fig)
{
	fig.what = "first screen: the desk";
	bench_time(&fig, ROUNDS, first_screen, k);
	put_floor(&fig, k, DESK);
	fixture_close(k->f);
	shim_watch();
	fixture_session(k->f, "clerk");
	cost_begin(&fig.cost);
	window_open(&k->w, k->f, "clerk");
	cost_end();
	window_close(&k->w);
	figures_add(&fig);
}

/* The keys that lead there and back are not measured. */
static void
bench_keys(struct looking *k, struct figure fig, const char *const typed[4],
	   const char *floor)
{
	enum { WHAT, BEFORE, BACK, KEYS };
	double ms[ROUNDS];

	fig.what = typed[WHAT];
	fixture_close(k->f); /* what is counted is the connection opened last */
	window_open(&k->w, k->f, "clerk");
	window_press(&k->w, typed[BEFORE]);
	for (int i = 0; i < ROUNDS; i++) {
		window_press(&k->w, typed[BACK]);
		cost_begin(&fig.cost);
		double began = bench_seconds();
		window_press(&k->w, typed[KEYS]);
		ms[i] = (bench_seconds() - began) * 1000;
		cost_end();
	}
	window_close(&k->w);
	figure_times(&fig, ms, ROUNDS);
	if (floor != NULL)
		put_floor(&fig, k, floor);
	figures_add(&fig);
}

/* -------------------------------------------------------- search, statistics
 */

static void
search(void *ctx)
{
	struct looking *k = ctx;
	struct search q;

	if (!look_search_begin(fixture_session(k->f, "clerk"), k->words, &q,
			       &k->f->err) ||
	    !look_search_more(&q, SCREEN, &k->f->err))
		abort();
	look_search_end(&q);
}

/* The floor has no index of pieces of words: it reads until it has as many. */
static void
bench_search(struct looking *k, struct figure fig, const char *what,
	     const char *words, const char *floor)
{
	fig.what = what;
	k->words = words;
	fixture_close(k->f);
	search(k);
	cost_begin(&fig.cost);
	search(k);
	cost_end();
	bench_time(&fig, ROUNDS, search, k);
	put_floor(&fig, k, floor);
	figures_add(&fig);
}

static void
year_report(void *ctx)
{
	struct looking *k = ctx;
	struct session *s = fixture_session(k->f, "clerk");
	struct stats_wish wish = {.office = s->office,
				  .from = {2025, 1, 1},
				  .to = {2025, 12, 31},
				  .now = k->f->now};
	json_t *answer = NULL;

	if (!stats_answer(s, &wish, &answer, &k->f->err))
		abort();
	json_decref(answer);
}

static void
bench_report(struct looking *k, struct figure fig)
{
	fig.what = "report of a year";
	year_report(k);
	bench_time(&fig, 5, year_report, k);
	put_floor(&fig, k, REPORT);
	figures_add(&fig);
}

/* ------------------------------------------------------------ whole programs
 */

/* The linker's among them; 0: not counted. */
static int64_t
instructions(const char *command)
{
	char *counted = xasprintf(
	    "valgrind --tool=callgrind --callgrind-out-file=/dev/null "
	    "%s 2>&1 | sed -n 's/.*Collected : //p'",
	    command);
	FILE *out = popen(counted, "r");
	long long n = 0;

	if (out != NULL && fscanf(out, "%lld", &n) != 1)
		n = 0;
	if (out != NULL)
		pclose(out);
	free(counted);
	return n;
}

static void
bench_one_program(struct looking *k, struct figure fig, const char *what,
		  const char *ours, const char *shell)
{
	char *command = xasprintf("%s --register %s --as clerk %s",
				  getenv("SARABAN"), k->f->path, ours);
	char *floor =
	    xasprintf("sqlite3 -readonly %s \"%s\"", k->f->path, shell);
	struct figure below = {0};

	fig.what = what;
	if (bench_program(&fig, ROUNDS, command) &&
	    bench_program(&below, ROUNDS, floor)) {
		fig.floor = below.p50;
		fig.floor_by = "sqlite3";
		fig.size = instructions(command);
		fig.unit = fig.size > 0 ? "instructions" : NULL;
		figures_add(&fig);
	}
	free(command);
	free(floor);
}

/* From nothing to the first screen and back, beside the shell with its rows;
   both in a terminal. */
static void
bench_screen(struct looking *k, struct figure fig)
{
	char *command = xasprintf("exec %s --register %s --as clerk",
				  getenv("SARABAN"), k->f->path);
	char *floor =
	    xasprintf("exec sqlite3 -readonly %s \"%s\"", k->f->path, DESK);
	struct figure below = {0};

	fig.what = "saraban, its first screen";
	if (bench_terminal(&fig, ROUNDS, command, "\003") &&
	    bench_terminal(&below, ROUNDS, floor, NULL)) {
		fig.floor = below.p50;
		fig.floor_by = "sqlite3";
		figures_add(&fig);
	}
	free(command);
	free(floor);
}

/* Made by the fixture's clock, it doubts the real one, which it would say in a
   sentence so long that the dictionary is read to wrap it. */
static void
believe_clock(const struct looking *k)
{
	char *confirm =
	    xasprintf("%s --quiet --register %s --as clerk clock confirm "
		      "--reason x 2>/dev/null",
		      getenv("SARABAN"), k->f->path);

	if (system(confirm) < 0)
		abort();
	free(confirm);
}

static void
bench_programs(struct looking *k, struct figure fig)
{
	if (getenv("SARABAN") == NULL)
		return;
	fixture_close(k->f);
	believe_clock(k);
	bench_screen(k, fig);
	bench_one_program(k, fig, "saraban list --limit 21",
			  "list --year 2568 --limit 21", LAST_OF_A_YEAR);
	bench_one_program(
	    k, fig, "saraban show", "show 5/2568",
	    "SELECT * FROM letter WHERE office = 1 AND book = 'receive' AND "
	    "year = 2568 AND number = 5; SELECT s.* FROM step s JOIN letter l "
	    "USING (office, letter) WHERE l.office = 1 AND l.book = 'receive' "
	    "AND l.year = 2568 AND l.number = 5; SELECT n.* FROM note n JOIN "
	    "letter l USING (office, letter) WHERE l.office = 1 AND l.book = "
	    "'receive' AND l.year = 2568 AND l.number = 5");
	bench_one_program(k, fig, "saraban search, 3 letters",
			  "search --limit 21 เสื",
			  "SELECT number, year, subject FROM letter WHERE "
			  "office = 1 AND (subject LIKE '%เสื%' OR sender LIKE "
			  "'%เสื%') ORDER BY letter DESC LIMIT 21");
}

static void
bench_size(const struct bench *b, int64_t letters)
{
	static const char *const keys[][4] = {
	    {"open a letter", "", "\nq", "\n"},
	    {"the register of a year", "r", "]", "["},
	    {"page down", "r[", "g5\n", "\f"},
	    {"jump to the end", "r[", "g5\n", "G"},
	};
	struct fixture f;
	struct looking k = {.f = &f};
	struct figure fig = {.letters = letters};

	bench_register(b, letters, &f);
	bench_first(&k, fig);
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		bench_keys(&k, fig, keys[i],
			   i == 0 ? ONE_LETTER : LAST_OF_A_YEAR);
	bench_search(&k, fig, "search of 3, many have it", "ขยะ",
		     "SELECT * FROM letter WHERE office = 1 AND (subject LIKE "
		     "'%ขยะ%' OR sender LIKE '%ขยะ%') ORDER BY letter DESC "
		     "LIMIT 50");
	bench_search(&k, fig, "search of 3, nobody has it", "ฌฌฌ",
		     "SELECT * FROM letter WHERE office = 1 AND (subject LIKE "
		     "'%ฌฌฌ%' OR sender LIKE '%ฌฌฌ%') ORDER BY letter DESC "
		     "LIMIT 50");
	bench_report(&k, fig);
	bench_programs(&k, fig);
	fixture_done(&f);
}

void
bench_look(const struct bench *b)
{
	for (size_t i = 0; i < b->n_sizes; i++)
		bench_size(b, b->sizes[i]);
}
