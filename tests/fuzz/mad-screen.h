/* mad-screen.h -- a screen that asks its keeper anything */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_MAD_SCREEN_H
#define TESTS_FUZZ_MAD_SCREEN_H

#include <pthread.h>

#include "store/query-text.h"

#include "tests/fuzz/any-param.h"

/* Act ids begin with one of these, and are zeros then; so that they come
   again. */
enum { MAD_SCREEN_IDS = 8 };

/* The last question. */
struct asked {
	bool is_statement;
	enum query_id statement;
	int64_t version; /* what look() told before it */
};

/*
 * A thread of its own: it asks what its input says, in messages or in any
 * bytes, and shows each answer.  A question that is a message has an answer.
 */
struct mad_screen {
	struct input *in;
	int64_t (*look)(void *ctx);
	void (*check)(void *ctx, const struct asked *asked,
		      const struct text *answer);
	void *ctx;

	int fd;
	pthread_t thread;
	struct asked asked;
};

/* The keeper's end of the socket. */
int mad_screen_begin(struct mad_screen *m);
/* Waits until it has said all, or the keeper is gone. */
void mad_screen_end(struct mad_screen *m);

#endif
