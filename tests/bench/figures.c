/* figures.c -- the table of what was measured, for people and as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/figures.h"

#include <jansson.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

static json_t *rows;

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

void
figure_times(struct figure *f, double *ms, size_t n)
{
	if (n == 0)
		return;
	qsort(ms, n, sizeof(*ms), by_size);
	f->p50 = ms[(n - 1) / 2];
	f->p99 = ms[(n - 1) * 99 / 100];
	f->worst = ms[n - 1];
}

void
figure_fairness(struct figure *f, const int64_t *each, size_t n)
{
	double sum = 0, squares = 0, least = (double)each[0];

	for (size_t i = 0; i < n; i++) {
		sum += (double)each[i];
		squares += (double)each[i] * (double)each[i];
		least = fmin(least, (double)each[i]);
	}
	if (sum == 0)
		return;
	f->fairness = sum * sum / ((double)n * squares);
	f->least = least * (double)n / sum;
}

/* --------------------------------------------------------------- the table */

void
figures_begin(void)
{
	rows = json_array();
	printf("%-27s %8s %3s %9s %9s %9s %8s %5s %6s %8s %9s %5s\n", "",
	       "letters", "at", "p50 ms", "p99 ms", "worst ms", "/second",
	       "Jain", "stmts", "steps", "floor ms", "times");
	fflush(stdout);
}

/* A column is blank where nothing was asked. */
static void
put(int width, int digits, double value)
{
	if (value == 0)
		printf(" %*s", width, "");
	else
		printf(" %*.*f", width, digits, value);
}

static double
times_floor(const struct figure *f)
{
	return f->floor > 0 ? f->p50 / f->floor : 0;
}

static void
put_row(const struct figure *f)
{
	printf("%-27s", f->what);
	put(8, 0, (double)f->letters);
	put(3, 0, (double)f->processes);
	put(9, 2, f->p50);
	put(9, 2, f->p99);
	put(9, 2, f->worst);
	put(8, 0, f->per_second);
	put(5, 3, f->fairness);
	put(6, 0, (double)f->cost.statements);
	put(8, 0, (double)f->cost.steps);
	put(9, 2, f->floor);
	put(5, 1, times_floor(f));
	if (f->floor_by != NULL)
		printf(" %s", f->floor_by);
	if (f->memory > 0)
		printf(" %lld MiB", (long long)f->memory / 1024);
	if (f->unit != NULL)
		printf(" %lld %s", (long long)f->size, f->unit);
	printf("\n");
	fflush(stdout);
}

/* ------------------------------------------------------------------- JSON */

static void
set(json_t *j, const char *key, double value)
{
	if (value != 0)
		json_object_set_new(j, key,
				    json_real(round(value * 1000) / 1000));
}

static void
set_count(json_t *j, const char *key, int64_t value)
{
	if (value != 0)
		json_object_set_new(j, key, json_integer(value));
}

static void
add_json(const struct figure *f)
{
	json_t *j = json_pack("{s:s}", "what", f->what);

	set_count(j, "letters", f->letters);
	set_count(j, "processes", (int64_t)f->processes);
	set(j, "p50_ms", f->p50);
	set(j, "p99_ms", f->p99);
	set(j, "worst_ms", f->worst);
	set(j, "per_second", f->per_second);
	set(j, "fairness", f->fairness);
	set(j, "slowest_beside_mean", f->least);
	set_count(j, "statements", f->cost.statements);
	set_count(j, "rows", f->cost.rows);
	set_count(j, "steps", f->cost.steps);
	set_count(j, "memory_kib", f->memory);
	set(j, "floor_ms", f->floor);
	set(j, "times_floor", times_floor(f));
	if (f->floor_by != NULL)
		json_object_set_new(j, "floor_by", json_string(f->floor_by));
	if (f->unit != NULL)
		set_count(j, f->unit, f->size);
	json_array_append_new(rows, j);
}

void
figures_add(const struct figure *f)
{
	put_row(f);
	add_json(f);
}

static json_t *
machine(void)
{
	double load[3] = {0};
	char day[sizeof("2026-01-20")];
	time_t now = time(NULL);
	struct tm tm;

	localtime_r(&now, &tm);
	strftime(day, sizeof(day), "%Y-%m-%d", &tm);
	if (getloadavg(load, ARRAY_SIZE(load)) < 0)
		load[0] = -1;
	return json_pack("{s:s, s:s, s:I, s:f, s:f}", "date", day, "sqlite",
			 sqlite3_libversion(), "processors",
			 (json_int_t)sysconf(_SC_NPROCESSORS_ONLN), "load_1min",
			 load[0], "load_15min", load[2]);
}

bool
figures_end(const char *path)
{
	json_t *all = machine();
	bool ok = true;

	json_object_set_new(all, "rows", rows);
	rows = NULL;
	if (path != NULL)
		ok = json_dump_file(all, path,
				    JSON_INDENT(1) | JSON_REAL_PRECISION(6)) ==
		     0;
	json_decref(all);
	return ok;
}
