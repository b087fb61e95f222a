/* apart.c -- the screen in a process of its own, shut in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/apart.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/i18n.h"
#include "base/recur.h"

#include "app/keeper.h"

static const struct error_kind SCREEN_DIED = {
    "screen-died", EXIT_REGISTER,
    N_("the screen ended before it was left; what was typed is kept as a "
       "draft")};

/* ------------------------------------------------------------- the screen */

enum { SOCKET = STDERR_FILENO + 1 };

/* Words of terminals and languages, and how Thai words end: nothing of it is
   anybody's. */
static const char *const readable[] = {
    "/etc/terminfo",
    "/lib/terminfo",
    "/usr/lib/terminfo",
    "/usr/share/terminfo",
    "/usr/lib/locale",
    "/usr/share/locale",
    LOCALEDIR,
    "/usr/share/libthai",
    GCONVDIR,
    NULL,
};

/* It hangs up when the keeper has gone, as when the line drops. */
static bool
shut_in(pid_t keeper, int fd, struct error *err)
{
	if (dup2(fd, SOCKET) < 0 ||
	    prctl(PR_SET_PDEATHSIG, SIGHUP, 0, 0, 0) != 0)
		return error_set(err, &ERROR_IO, "%s", error_words(errno));
	/* No library can be loaded afterwards. */
	if (!recur_is_there(err))
		return false;
	return (getppid() == keeper || error_set(err, &KEPT_GONE, NULL)) &&
	       confine_self(SOCKET + 1, readable, err);
}

static int
show(struct cli *cli, pid_t keeper, int fd)
{
	struct session s;
	struct error err = {0};
	int status = EXIT_DONE;

	session_init(&s, &cli->wish, cli->clock);
	s.wish.is_on_screen = true;
	if (!shut_in(keeper, fd, &err) ||
	    !session_open_kept(&s, SOCKET, &err) ||
	    !cli->screen->show(&s, &cli->on_screen, &err))
		status = cli_error(cli, &err);
	session_done(&s);
	return cli_finish(cli, status);
}

/* ------------------------------------------------------------- the keeper */

static volatile sig_atomic_t screen_pid;

/* What ends a session is told to the screen, which ends first. */
static void
pass_on(int signal)
{
	if (screen_pid > 0)
		kill((pid_t)screen_pid, signal);
}

static void
heed_signals(pid_t screen)
{
	static const int ends[] = {SIGHUP, SIGTERM};
	static const int others[] = {SIGINT, SIGQUIT, SIGTSTP};

	screen_pid = screen;
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		signal(ends[i], pass_on);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		signal(others[i], SIG_IGN);
}

static void
keep(struct cli *cli, int fd)
{
	struct session s;
	struct error err = {0};

	session_init(&s, &cli->wish, cli->clock);
	s.wish.is_on_screen = true;
	if (!cli_open_session(&s, &err) || !keeper_serve(&s, fd, &err))
		keeper_refuse(fd, &err);
	close(fd);
	session_done(&s);
}

static int
wait_for(struct cli *cli, pid_t screen)
{
	struct error err = {0};
	int status;

	while (waitpid(screen, &status, 0) < 0)
		if (errno != EINTR)
			bug("the screen is nobody's child");
	screen_pid = 0;
	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	cli->screen->give_back();
	error_set(&err, &SCREEN_DIED, "%s", strsignal(WTERMSIG(status)));
	return cli_error(cli, &err);
}

int
cli_screen_apart(struct cli *cli)
{
	struct error err = {0};
	pid_t keeper = getpid(), screen;
	int ends[2];

	fflush(NULL);
	cli->screen->note();
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0 ||
	    (screen = fork()) < 0) {
		error_set(&err, &ERROR_IO, "%s", error_words(errno));
		return cli_error(cli, &err);
	}
	/* Not exit(): what stands to be done at the end is the keeper's. */
	if (screen == 0)
		_exit(show(cli, keeper, ends[1]));
	heed_signals(screen);
	close(ends[1]);
	keep(cli, ends[0]);
	return wait_for(cli, screen);
}
