/* main.c -- the program's door: the real clock, safe handles, nothing else */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"
#include "tui/tui.h"

static moment
real_now(void *ctx)
{
	struct timespec t;

	(void)ctx;
	clock_gettime(CLOCK_REALTIME, &t);
	return (moment)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* A register opened as handle 0, 1 or 2 would be written over by the first
   message: make sure those three are taken. */
static void
hold_standard_handles(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd < 0)
		abort();
	close(fd);
}

static const struct cli_screen screen = {tui_run, tui_note, tui_give_back};

int
main(int argc, char **argv)
{
	hold_standard_handles();
	umask(077);
	/* Full disks and closed pipes come back as errors, not as death. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	return cli_main(argc, argv, (struct clock){real_now, NULL}, &screen);
}
