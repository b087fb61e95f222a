/* screen.c -- from the command line to the screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli.h"
#include "tui/tui.h"

int
cli_screen(struct cli *cli)
{
	struct tui_wish wish = {cli->has_colour, cli->keys};
	struct session s;
	struct error err = {0};
	int status = EXIT_DONE;

	session_init(&s, &cli->wish, cli->clock);
	if (!session_open(&s, true, &err) || !tui_run(&s, &wish, &err))
		status = cli_error(cli, &err);
	session_done(&s);
	return status;
}
