/* crowd.h -- many processes at work on one register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FAULT_CROWD_H
#define TESTS_FAULT_CROWD_H

#include <sys/types.h>

#include "tests/fixture.h"

enum { CROWD_MAX = 128 };

struct crowd {
	pid_t pids[CROWD_MAX];
	size_t n;
	int told[2]; /* numbers that clerks have seen come through here */
};

/* What one of them does; true when all went well.  It tells the numbers it
   is given by crowd_tell(). */
typedef bool (*crowd_fn)(struct fixture *f, struct crowd *c, size_t i);

/* Each is a process of its own; the fixture's sessions must be closed. */
void crowd_start(struct crowd *c, size_t n, struct fixture *f, crowd_fn work);
void crowd_tell(const struct crowd *c, int64_t number);

/* Until one of them has told a number, or all have ended. */
void crowd_await_number(const struct crowd *c);

/* Kills all, or one; as kill -9 does. */
void crowd_kill(struct crowd *c);
void crowd_kill_one(struct crowd *c, size_t i);
/* Waits for all; how many did not end well.  Killed is not well. */
size_t crowd_wait(struct crowd *c);
/* After waiting: the numbers told, in an array the caller frees. */
int64_t *crowd_numbers(struct crowd *c, size_t *n);

/* Are these n numbers 1 to n, each once?  Tells what is not. */
bool crowd_without_gap(int64_t *numbers, size_t n);

#endif
