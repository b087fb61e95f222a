/* bench.c -- how long it takes: one table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/bench.h"

#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/digest.h"

#include "tests/bench/big.h"

static const struct group {
	const char *name;
	void (*run)(const struct bench *b);
} groups[] = {
    {"write", bench_write},
    {"look", bench_look},
    {"whole", bench_whole},
    {"offices", bench_offices},
};

/* ------------------------------------------------------------ the registers */

/* The programs go by the real clock, and a register that was kept knows it: the
   fixture's is never behind the last entry. */
static void
wind_clock(struct fixture *f)
{
	moment last = fixture_count(f, "SELECT max(time) FROM event");

	if (last >= f->now)
		f->now = last + 1000000;
}

void
bench_register(const struct bench *b, int64_t letters, struct fixture *f)
{
	static const struct date day = {2026, 1, 20};

	fixture_start(f);
	f->now = moment_at(day, 10, 34, 0);
	if (b->keep[0] != '\0') {
		free(f->path);
		f->path = xasprintf("%s/%lld.db", b->keep, (long long)letters);
	}
	if (access(f->path, F_OK) != 0)
		big_make(f, letters, 20260120);
	/* How SQLite takes memory is settled by whoever opens first. */
	fixture_session(f, "clerk");
	fixture_close(f);
	wind_clock(f);
}

/* ------------------------------------------------------------------- times */

/* Of the processor: what others do on the machine meanwhile is not ours.  Rows
   that wait for a disk or for each other are timed in crowded.c. */
double
bench_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double
ms_of(const struct rusage *used)
{
	return (double)(used->ru_utime.tv_sec + used->ru_stime.tv_sec) * 1e3 +
	       (double)(used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1e3;
}

void
bench_time(struct figure *fig, int rounds, work_fn work, void *ctx)
{
	double ms[BENCH_ROUNDS_MAX];

	for (int i = 0; i < rounds; i++) {
		double began = bench_seconds();

		work(ctx);
		ms[i] = (bench_seconds() - began) * 1000;
	}
	figure_times(fig, ms, (size_t)rounds);
}

static bool
run(const char *command, struct rusage *used)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (freopen("/dev/null", "w", stdout) == NULL)
			_exit(127);
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	return child > 0 && wait4(child, &status, 0, used) == child &&
	       status == 0;
}

bool
bench_program(struct figure *fig, int rounds, const char *command)
{
	double ms[BENCH_ROUNDS_MAX];
	struct rusage used = {0};

	for (int i = 0; i < rounds; i++) {
		if (!run(command, &used))
			return false;
		ms[i] = ms_of(&used);
		if (used.ru_maxrss > fig->memory)
			fig->memory = used.ru_maxrss;
	}
	figure_times(fig, ms, (size_t)rounds);
	return true;
}

/* Sequences to begin with are shorter than any picture. */
enum { PICTURE_BYTES = 500, SECONDS_MAX = 60 };

static void
read_to_the_end(int terminal, const char *key)
{
	char buf[8192];
	ssize_t n;

	for (size_t seen = 0; (n = read(terminal, buf, sizeof(buf))) > 0;) {
		seen += (size_t)n;
		if (key == NULL || seen < PICTURE_BYTES)
			continue;
		if (write(terminal, key, strlen(key)) < 0)
			return;
		key = NULL;
	}
}

static bool
run_in_terminal(const char *command, const char *key, struct rusage *used)
{
	struct winsize size = {24, 80, 0, 0};
	int terminal, status;
	pid_t child = forkpty(&terminal, NULL, NULL, &size);

	if (child == 0) {
		alarm(SECONDS_MAX);
		setenv("TERM", "xterm-256color", 1);
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	if (child < 0)
		return false;
	read_to_the_end(terminal, key);
	close(terminal);
	return wait4(child, &status, 0, used) == child && status == 0;
}

bool
bench_terminal(struct figure *fig, int rounds, const char *command,
	       const char *key)
{
	double ms[BENCH_ROUNDS_MAX];
	struct rusage used = {0};

	for (int i = 0; i < rounds; i++) {
		if (!run_in_terminal(command, key, &used))
			return false;
		ms[i] = ms_of(&used);
	}
	figure_times(fig, ms, (size_t)rounds);
	return true;
}

/* ----------------------------------------------------------------- options */

static int
usage(const char *program)
{
	fprintf(stderr,
		"usage: %s [-j FILE.json] [-k FOLDER-OF-REGISTERS] "
		"[-n LETTERS]... [-s ROWS-OF-IMPORT] [-t SECONDS] "
		"[GROUP]...\n"
		"groups:",
		program);
	for (size_t i = 0; i < ARRAY_SIZE(groups); i++)
		fprintf(stderr, " %s", groups[i].name);
	fprintf(stderr, "\n");
	return EXIT_FAILURE;
}

static bool
is_asked(int argc, char **argv, const char *name)
{
	for (int i = optind; i < argc; i++)
		if (strcmp(argv[i], name) == 0)
			return true;
	return optind == argc;
}

static bool
read_options(int argc, char **argv, struct bench *b, const char **json)
{
	int c;

	while ((c = getopt(argc, argv, "j:k:n:s:t:")) != -1) {
		if (c == 'j')
			*json = optarg;
		else if (c == 'k')
			b->keep = optarg;
		else if (c == 'n' && b->n_sizes < ARRAY_SIZE(b->sizes))
			b->sizes[b->n_sizes++] = atoll(optarg);
		else if (c == 's')
			b->sheet = atoll(optarg);
		else if (c == 't')
			b->seconds = atoi(optarg);
		else
			return false;
	}
	return true;
}

int
main(int argc, char **argv)
{
	struct bench b = {.keep = "", .sheet = 20000, .seconds = 5};
	const char *json = NULL;

	if (!read_options(argc, argv, &b, &json))
		return usage(argv[0]);
	if (b.n_sizes == 0) {
		b.sizes[b.n_sizes++] = 10000;
		b.sizes[b.n_sizes++] = 100000;
	}
	if (!digest_init())
		return EXIT_FAILURE;
	figures_begin();
	for (size_t i = 0; i < ARRAY_SIZE(groups); i++)
		if (is_asked(argc, argv, groups[i].name))
			groups[i].run(&b);
	return figures_end(json) ? EXIT_SUCCESS : EXIT_FAILURE;
}
