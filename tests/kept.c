/* kept.c -- a keeper in another process, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/kept.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/keeper.h"

static void
keep(void (*begin)(void *ctx, struct session *s), void *ctx, int fd)
{
	struct session s;
	struct error err = {0};

	begin(ctx, &s);
	if (!session_open(&s, true, &err) || !keeper_serve(&s, fd, &err))
		keeper_refuse(fd, &err);
	session_done(&s);
}

pid_t
kept_begin(void (*begin)(void *ctx, struct session *s), void *ctx, int *fd)
{
	int ends[2];
	pid_t keeper;

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0 ||
	    (keeper = fork()) < 0)
		abort();
	if (keeper == 0) {
		close(ends[0]);
		keep(begin, ctx, ends[1]);
		_exit(EXIT_DONE);
	}
	close(ends[1]);
	*fd = ends[0];
	return keeper;
}

int
kept_end(pid_t keeper)
{
	int status = -1;

	return waitpid(keeper, &status, 0) == keeper ? status : -1;
}

moment *
kept_clock(void)
{
	void *p = mmap(NULL, sizeof(moment), PROT_READ | PROT_WRITE,
		       MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		abort();
	return p;
}
