/* crowd.c -- many processes at work on one register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fault/crowd.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PIPE_BYTES = 1 << 20 };

static void
work_alone(struct crowd *c, size_t i, struct fixture *f, crowd_fn work)
{
	bool ok;

	close(c->told[0]);
	ok = work(f, c, i);
	if (!ok && f->err.kind != NULL)
		fprintf(stderr, "# process %zu: %s: %s\n", i, f->err.kind->name,
			f->err.detail);
	fixture_close(f);
	_exit(ok ? 0 : 1);
}

void
crowd_start(struct crowd *c, size_t n, struct fixture *f, crowd_fn work)
{
	*c = (struct crowd){.n = n};
	if (pipe(c->told) != 0)
		abort();
	/* Nobody may have to wait until somebody reads. */
	fcntl(c->told[1], F_SETPIPE_SZ, PIPE_BYTES);
	fflush(NULL);
	for (size_t i = 0; i < n; i++) {
		c->pids[i] = fork();
		if (c->pids[i] == 0)
			work_alone(c, i, f, work);
	}
	close(c->told[1]);
}

void
crowd_tell(const struct crowd *c, int64_t number)
{
	if (write(c->told[1], &number, sizeof(number)) != sizeof(number))
		abort();
}

void
crowd_await_number(const struct crowd *c)
{
	struct pollfd told = {c->told[0], POLLIN, 0};

	poll(&told, 1, -1);
}

void
crowd_kill_one(struct crowd *c, size_t i)
{
	kill(c->pids[i], SIGKILL);
}

void
crowd_kill(struct crowd *c)
{
	for (size_t i = 0; i < c->n; i++)
		crowd_kill_one(c, i);
}

size_t
crowd_wait(struct crowd *c)
{
	size_t bad = 0;
	int status;

	for (size_t i = 0; i < c->n; i++)
		bad += waitpid(c->pids[i], &status, 0) != c->pids[i] ||
		       status != 0;
	return bad;
}

int64_t *
crowd_numbers(struct crowd *c, size_t *n)
{
	size_t max = 1024;
	int64_t *all = xcalloc(max, sizeof(*all));

	*n = 0;
	while (read(c->told[0], &all[*n], sizeof(*all)) == sizeof(*all))
		if (++*n == max) {
			max *= 2;
			all = xreallocarray(all, max, sizeof(*all));
		}
	close(c->told[0]);
	return all;
}

static int
by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

bool
crowd_without_gap(int64_t *numbers, size_t n)
{
	qsort(numbers, n, sizeof(*numbers), by_number);
	for (size_t i = 0; i < n; i++)
		if (numbers[i] != (int64_t)i + 1) {
			fprintf(stderr, "# number %lld stands at place %zu\n",
				(long long)numbers[i], i + 1);
			return false;
		}
	return true;
}
