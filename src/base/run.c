/* run.c -- another program does a piece of work, within limits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/scratch.h"

const struct error_kind RUN_MISSING = {"program-missing", EXIT_USAGE,
				       N_("a program is not installed")};
const struct error_kind RUN_FAILED = {"program-failed", EXIT_USAGE,
				      N_("a program could not do its work")};

/* What the child holds, and we hear of: what it prints, what it complains
   of, and nothing at all, so that we learn when it is gone. */
enum { OUTPUT, COMPLAINT, LIFE, PIPES };
/* What else wakes us: the time is up, or we are to end ourselves. */
enum { CLOCK = PIPES, ENDING, WAKERS };

enum { COMPLAINT_MAX_BYTES = 4096 };

struct child {
	const struct run *run;
	struct text *out;
	struct text complaint;
	pid_t pid;
	int theirs[PIPES]; /* ends the child writes to */
	struct pollfd wakers[WAKERS];
	size_t before; /* bytes of out that are not the child's */
};

static bool
failed(struct error *err, const char *what)
{
	return error_set(err, &RUN_FAILED, "%s: %s", what, error_words(errno));
}

static void
close_all(struct child *c)
{
	for (int i = 0; i < WAKERS; i++)
		if (c->wakers[i].fd >= 0)
			close(c->wakers[i].fd);
	for (int i = 0; i < PIPES; i++)
		if (c->theirs[i] >= 0)
			close(c->theirs[i]);
}

static bool
open_pipes(struct child *c)
{
	for (int i = 0; i < PIPES; i++) {
		int ends[2];

		if (pipe2(ends, O_CLOEXEC) != 0)
			return false;
		c->wakers[i].fd = ends[0];
		c->theirs[i] = ends[1];
	}
	return true;
}

static bool
open_wakers(struct child *c)
{
	const struct itimerspec once = {.it_value = {c->run->seconds, 0}};
	sigset_t ending;

	scratch_signals(&ending);
	for (int i = 0; i < WAKERS; i++)
		c->wakers[i] = (struct pollfd){-1, POLLIN, 0};
	for (int i = 0; i < PIPES; i++)
		c->theirs[i] = -1;
	if (!open_pipes(c))
		return false;
	c->wakers[CLOCK].fd =
	    timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	c->wakers[ENDING].fd = signalfd(-1, &ending, SFD_CLOEXEC);
	return c->wakers[ENDING].fd >= 0 && c->wakers[CLOCK].fd >= 0 &&
	       timerfd_settime(c->wakers[CLOCK].fd, 0, &once, NULL) == 0;
}

/* It gets no signal of ours, ignored or held back, and is killed with all it
   has started. */
static int
spawn_as(struct child *c, posix_spawn_file_actions_t *files,
	 posix_spawnattr_t *how)
{
	static char *const nothing[] = {NULL};
	char *const *env = c->run->environment;
	sigset_t none, all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_setflags(how, POSIX_SPAWN_SETPGROUP |
					  POSIX_SPAWN_SETSIGMASK |
					  POSIX_SPAWN_SETSIGDEF);
	posix_spawnattr_setsigmask(how, &none);
	posix_spawnattr_setsigdefault(how, &all);
	posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null",
					 O_RDONLY, 0);
	for (int i = 0; i < PIPES; i++)
		posix_spawn_file_actions_adddup2(files, c->theirs[i],
						 STDOUT_FILENO + i);
	return posix_spawnp(&c->pid, c->run->words[0], files, how,
			    c->run->words, env != NULL ? env : nothing);
}

static bool
spawn(struct child *c, struct error *err)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	const char *name = c->run->words[0];
	int fault;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&how);
	fault = spawn_as(c, &files, &how);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&how);
	for (int i = 0; i < PIPES; i++) {
		close(c->theirs[i]);
		c->theirs[i] = -1;
	}
	errno = fault;
	if (fault == ENOENT)
		return error_set(err, &RUN_MISSING, "%s", name);
	return fault == 0 || failed(err, name);
}

/* A picture that unfolds into all of the memory, or the disk, is refused by
   the system. */
static void
limit(const struct child *c)
{
	static const struct {
		int what; /* RLIMIT_ */
		rlim_t most;
	} limits[] = {{RLIMIT_AS, (rlim_t)4 << 30},
		      {RLIMIT_FSIZE, (rlim_t)256 << 20},
		      {RLIMIT_CORE, 0}};

	for (size_t i = 0; i < ARRAY_SIZE(limits); i++) {
		const struct rlimit both = {limits[i].most, limits[i].most};

		prlimit(c->pid, limits[i].what, &both, NULL);
	}
}

static bool
take_output(struct child *c, const char *s, size_t n, struct error *err)
{
	if (c->out->n - c->before + n > c->run->bytes)
		return error_set(err, &RUN_FAILED,
				 _("%s prints more than %s bytes"),
				 c->run->words[0], DIGITS(c->run->bytes));
	text_add_n(c->out, s, n);
	return true;
}

static void
take_complaint(struct child *c, const char *s, size_t n)
{
	size_t room = COMPLAINT_MAX_BYTES - c->complaint.n;

	text_add_n(&c->complaint, s, n < room ? n : room);
}

/* Reads what one pipe has; a pipe that is at its end is closed. */
static bool
read_pipe(struct child *c, int i, struct error *err)
{
	char buf[16384];
	ssize_t n = read(c->wakers[i].fd, buf, sizeof(buf));

	if (n < 0 && errno == EINTR)
		return true;
	if (n <= 0) {
		close(c->wakers[i].fd);
		c->wakers[i].fd = -1;
		return true;
	}
	if (i == OUTPUT)
		return take_output(c, buf, (size_t)n, err);
	if (i == COMPLAINT)
		take_complaint(c, buf, (size_t)n);
	return true;
}

static bool
is_alive(const struct child *c)
{
	for (int i = 0; i < PIPES; i++)
		if (c->wakers[i].fd >= 0)
			return true;
	return false;
}

static bool
listen_to(struct child *c, struct error *err)
{
	const char *name = c->run->words[0];

	while (is_alive(c)) {
		if (poll(c->wakers, WAKERS, -1) < 0) {
			if (errno != EINTR)
				return failed(err, name);
			continue;
		}
		if (c->wakers[ENDING].revents != 0)
			return error_set(err, &RUN_FAILED, _("%s was stopped"),
					 name);
		if (c->wakers[CLOCK].revents != 0)
			return error_set(err, &RUN_FAILED,
					 _("%s takes longer than %s seconds"),
					 name, DIGITS(c->run->seconds));
		for (int i = 0; i < PIPES; i++)
			if (c->wakers[i].revents != 0 && !read_pipe(c, i, err))
				return false;
	}
	return true;
}

/* The first line that says something. */
static const char *
complaint_of(struct child *c)
{
	char *line = c->complaint.s + strspn(c->complaint.s, " \t\r\n");

	line[strcspn(line, "\r\n")] = '\0';
	return line;
}

static bool
reap(struct child *c, bool ok, struct error *err)
{
	const char *name = c->run->words[0];
	int status = 0;

	kill(-c->pid, SIGKILL);
	while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	if (!ok)
		return false;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (WIFSIGNALED(status))
		return error_set(err, &RUN_FAILED,
				 _("%s was ended by signal %s"), name,
				 DIGITS(WTERMSIG(status)));
	if (*complaint_of(c) == '\0')
		return error_set(err, &RUN_FAILED, _("%s ended with status %s"),
				 name, DIGITS(WEXITSTATUS(status)));
	return error_set(err, &RUN_FAILED, _("%s ended with status %s: %s"),
			 name, DIGITS(WEXITSTATUS(status)), complaint_of(c));
}

bool
run_program(const struct run *run, struct text *out, struct error *err)
{
	struct child c = {.run = run, .out = out, .before = out->n};
	bool ok = open_wakers(&c) || failed(err, run->words[0]);

	text_add(&c.complaint, "");
	ok = ok && spawn(&c, err);
	if (ok) {
		limit(&c);
		ok = listen_to(&c, err);
		ok = reap(&c, ok, err);
	}
	if (!ok)
		text_remove(out, c.before, out->n - c.before);
	close_all(&c);
	text_done(&c.complaint);
	return ok;
}
