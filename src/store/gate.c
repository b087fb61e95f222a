/* gate.c -- the turnstile every write and every checkpoint passes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/gate.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"

#include "store/store.h"

struct lock {
	char *path;
	int fd;
};

struct gate {
	struct lock next; /* who waits at the door */
	struct lock main; /* who is inside */
};

static bool
lock_open(struct lock *l, struct error *err)
{
	l->fd = open(l->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (l->fd >= 0)
		return true;
	if (errno == EROFS || errno == EACCES || errno == EPERM)
		return error_set(err, &STORE_READ_ONLY, "%s", l->path);
	return error_set(err, &STORE_FAILED, "%s: %s", l->path,
			 error_words(errno));
}

struct gate *
gate_open(const char *path, struct error *err)
{
	struct gate *g = xcalloc(1, sizeof(*g));

	g->next = (struct lock){xasprintf("%s-next", path), -1};
	g->main = (struct lock){xasprintf("%s-gate", path), -1};
	if (lock_open(&g->next, err) && lock_open(&g->main, err))
		return g;
	gate_close(g);
	return NULL;
}

void
gate_close(struct gate *g)
{
	if (g == NULL)
		return;
	if (g->next.fd >= 0)
		close(g->next.fd);
	if (g->main.fd >= 0)
		close(g->main.fd);
	free(g->next.path);
	free(g->main.path);
	free(g);
}

/* Somebody may have removed the lock file while we waited on it: then two
   would hold "the" gate.  Only a lock on the file of that name counts. */
static bool
lock_is_current(const struct lock *l)
{
	struct stat ours, named;

	return fstat(l->fd, &ours) == 0 && stat(l->path, &named) == 0 &&
	       ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

static bool
lock_renew(struct lock *l, struct error *err)
{
	close(l->fd);
	return lock_open(l, err);
}

/* Other signals interrupt flock() as well (a window that is pulled larger
   sends hundreds): only these are time that has passed. */
static volatile sig_atomic_t ticks;

static void
on_tick(int sig)
{
	(void)sig;
	ticks++;
}

struct ticker {
	struct sigaction was;
	struct itimerval timer_was;
};

static void
ticker_start(struct ticker *t)
{
	struct sigaction sa = {.sa_handler = on_tick};
	struct itimerval every = {{GATE_TICK, 0}, {GATE_TICK, 0}};

	sigemptyset(&sa.sa_mask);
	sigaction(SIGALRM, &sa, &t->was);
	setitimer(ITIMER_REAL, &every, &t->timer_was);
}

static void
ticker_stop(struct ticker *t)
{
	setitimer(ITIMER_REAL, &t->timer_was, NULL);
	sigaction(SIGALRM, &t->was, NULL);
}

/* Who wrote himself into the main lock, "" when unreadable. */
static void
gate_holder(const struct gate *g, char *out, size_t max)
{
	ssize_t n = pread(g->main.fd, out, max - 1, 0);

	out[n > 0 ? n : 0] = '\0';
	out[strcspn(out, "\n")] = '\0';
}

struct waiting {
	gate_wait_fn ask;
	void *ctx;
	int seconds;
	sig_atomic_t ticks; /* of those that were asked about */
};

/* We were woken in vain: may we go on waiting? */
static bool
waiting_goes_on(struct waiting *w, const struct gate *g, struct error *err)
{
	char holder[120];

	if (w->ticks == ticks)
		return true;
	w->ticks = ticks;
	w->seconds += GATE_TICK;
	gate_holder(g, holder, sizeof(holder));
	if (w->ask == NULL || w->ask(w->ctx, holder, w->seconds))
		return true;
	return error_set(err, &STORE_BUSY, "%s", holder);
}

static bool
lock_take(struct lock *l, struct gate *g, struct waiting *w, struct error *err)
{
	for (;;) {
		if (flock(l->fd, LOCK_EX) == 0) {
			if (lock_is_current(l))
				return true;
			if (!lock_renew(l, err))
				return false;
		} else if (errno != EINTR) {
			return error_set(err, &STORE_FAILED, "%s: %s", l->path,
					 error_words(errno));
		} else if (!waiting_goes_on(w, g, err)) {
			return false;
		}
	}
}

static void
gate_sign(struct gate *g, const char *holder)
{
	char line[120];
	int n = snprintf(line, sizeof(line), "%.80s\n", holder);

	/* Only for the eyes of those who wait: a failure changes nothing. */
	if (pwrite(g->main.fd, line, (size_t)n, 0) == n &&
	    ftruncate(g->main.fd, n) != 0)
		return;
}

bool
gate_enter(struct gate *g, const char *holder, gate_wait_fn wait, void *ctx,
	   struct error *err)
{
	struct waiting w = {wait, ctx, 0, ticks};
	struct ticker t;
	bool in;

	if (gate_try(g)) {
		gate_sign(g, holder);
		return true;
	}
	ticker_start(&t);
	in = lock_take(&g->next, g, &w, err);
	if (in) {
		in = lock_take(&g->main, g, &w, err);
		flock(g->next.fd, LOCK_UN);
	}
	ticker_stop(&t);
	if (in)
		gate_sign(g, holder);
	return in;
}

bool
gate_try(struct gate *g)
{
	bool in;

	/* Through NEXT as well: a try may not overtake those who queue. */
	if (flock(g->next.fd, LOCK_EX | LOCK_NB) != 0)
		return false;
	in = lock_is_current(&g->next) &&
	     flock(g->main.fd, LOCK_EX | LOCK_NB) == 0;
	if (in && !lock_is_current(&g->main)) {
		flock(g->main.fd, LOCK_UN);
		in = false;
	}
	flock(g->next.fd, LOCK_UN);
	return in;
}

void
gate_leave(struct gate *g)
{
	flock(g->main.fd, LOCK_UN);
}
