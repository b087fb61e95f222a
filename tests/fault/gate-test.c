/* gate-test.c -- who holds the gate up, and who waits before it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/gate.h"

#include "tests/fault/crowd.h"
#include "tests/fixture.h"
#include "tests/test.h"

/* ------------------------------------------------------ a holder who stops */

/* Begins to write as the head of the office and does not go on. */
static bool
stop_inside(struct fixture *f, struct crowd *c, size_t i)
{
	struct session *s = fixture_session(f, "head");

	(void)c;
	(void)i;
	if (s == NULL || !store_begin_write(s->store, &f->err))
		return false;
	raise(SIGSTOP);
	return true;
}

struct waiting {
	int asked, last_seconds;
	char holder[60];
};

static bool
give_up(void *ctx, const char *holder, int seconds)
{
	struct waiting *w = ctx;

	w->asked++;
	w->last_seconds = seconds;
	snprintf(w->holder, sizeof(w->holder), "%s", holder);
	return false;
}

static void
a_stopped_holder_is_named_and_a_killed_one_is_in_nobodys_way(void **state)
{
	struct fixture f;
	struct crowd c;
	struct waiting w = {0};

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	crowd_start(&c, 1, &f, stop_inside);
	assert_int_equal(waitpid(c.pids[0], NULL, WUNTRACED), c.pids[0]);
	store_set_waiter(fixture_session(&f, "clerk")->store, give_up, &w);
	assert_true(fixture_refuses(&f, &STORE_BUSY, "clerk", "receive",
				    "--subject", "x", NULL));
	assert_non_null(strstr(f.err.detail, "head"));
	assert_int_equal(w.asked, 1);
	assert_int_equal(w.last_seconds, GATE_TICK);
	assert_non_null(strstr(w.holder, "head"));
	/* Looking is always possible. */
	fixture_must(&f, "clerk", "list", NULL);

	crowd_kill(&c);
	crowd_wait(&c);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	assert_int_equal(w.asked, 1);
	close(c.told[0]);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* -------------------------------------------------- signals are no ticks */

static bool
stay_a_second(struct fixture *f, struct crowd *c, size_t i)
{
	struct session *s = fixture_session(f, "head");

	(void)i;
	if (s == NULL || !store_begin_write(s->store, &f->err))
		return false;
	crowd_tell(c, 1);
	sleep(1);
	store_rollback(s->store);
	return true;
}

/* A window that is pulled larger sends hundreds of these. */
static bool
signal_the_parent(struct fixture *f, struct crowd *c, size_t i)
{
	(void)f;
	(void)c;
	(void)i;
	for (int k = 0; k < 40; k++) {
		kill(getppid(), SIGWINCH);
		usleep(15000);
	}
	return true;
}

static bool
go_on(void *ctx, const char *holder, int seconds)
{
	give_up(ctx, holder, seconds);
	return true;
}

static void
on_window(int sig)
{
	(void)sig;
}

static void
a_signal_is_not_taken_for_time_that_passes(void **state)
{
	struct sigaction sa = {.sa_handler = on_window};
	struct fixture f;
	struct crowd holder, window;
	struct waiting w = {0};
	double began;
	int64_t in;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	sigaction(SIGWINCH, &sa, NULL);
	crowd_start(&holder, 1, &f, stay_a_second);
	assert_int_equal(read(holder.told[0], &in, sizeof(in)), sizeof(in));
	crowd_start(&window, 1, &f, signal_the_parent);
	store_set_waiter(fixture_session(&f, "clerk")->store, go_on, &w);
	began = fixture_seconds();
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	assert_true(w.asked * GATE_TICK <= fixture_seconds() - began);
	fixture_close(&f);
	assert_int_equal(crowd_wait(&window) + crowd_wait(&holder), 0);
	close(holder.told[0]);
	close(window.told[0]);
	fixture_done(&f);
}

/* ----------------------------------------------- the lock file is removed */

static struct gate *
open_gate(struct fixture *f)
{
	struct gate *g = gate_open(f->path, &f->err);

	if (g == NULL)
		fail_msg("%s", f->err.detail);
	return g;
}

/* Waits on the file that will be gone, and stays in until it is killed. */
static bool
wait_and_stay(struct fixture *f, struct crowd *c, size_t i)
{
	struct gate *g = gate_open(f->path, &f->err);

	(void)i;
	crowd_tell(c, 1);
	if (g == NULL || !gate_enter(g, "x", NULL, NULL, &f->err))
		return false;
	crowd_tell(c, 2);
	pause();
	return true;
}

static void
who_waited_on_a_removed_file_holds_the_new_one(void **state)
{
	struct fixture f;
	struct crowd c;
	struct gate *g, *late;
	char *path;
	int64_t told;

	(void)state;
	fixture_start(&f);
	path = xasprintf("%s-gate", f.path);
	g = open_gate(&f);
	assert_true(gate_try(g));
	crowd_start(&c, 1, &f, wait_and_stay);
	assert_int_equal(read(c.told[0], &told, sizeof(told)), sizeof(told));
	usleep(50000);
	assert_int_equal(unlink(path), 0);
	gate_leave(g);
	assert_int_equal(read(c.told[0], &told, sizeof(told)), sizeof(told));
	late = open_gate(&f);
	assert_false(gate_try(late));
	assert_false(gate_try(g));
	crowd_kill(&c);
	crowd_wait(&c);
	assert_true(gate_try(late));
	gate_close(late);
	gate_close(g);
	close(c.told[0]);
	free(path);
	fixture_done(&f);
}

/* Who queues holds NEXT, of which only the file that has the name counts. */
static int
queue_at(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(flock(fd, LOCK_EX | LOCK_NB), 0);
	return fd;
}

static void
a_try_does_not_overtake_who_queues(void **state)
{
	struct fixture f;
	struct gate *g;
	char *path;
	int queue;

	(void)state;
	fixture_start(&f);
	path = xasprintf("%s-next", f.path);
	g = open_gate(&f);
	queue = queue_at(path);
	assert_false(gate_try(g));
	close(queue);
	assert_true(gate_try(g));
	gate_leave(g);

	assert_int_equal(unlink(path), 0);
	queue = queue_at(path);
	assert_false(gate_try(g));
	close(queue);
	assert_true(gate_enter(g, "clerk", NULL, NULL, &f.err));
	gate_leave(g);
	gate_close(g);
	free(path);
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_stopped_holder_is_named_and_a_killed_one_is_in_nobodys_way),
	    cmocka_unit_test(a_signal_is_not_taken_for_time_that_passes),
	    cmocka_unit_test(who_waited_on_a_removed_file_holds_the_new_one),
	    cmocka_unit_test(a_try_does_not_overtake_who_queues),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
