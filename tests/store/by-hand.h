/* by-hand.h -- the letters of a register, counted from its events one by one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STORE_BY_HAND_H
#define TESTS_STORE_BY_HAND_H

#include "tests/fixture.h"

/*
 * The chain is read past the program, event by event, as somebody would who
 * counts on paper; nothing of the state tables or of the statistics is used.
 */

enum { STAYS = 40, PLACES = 8, NAYOK = 4 };

/* Posts up to NAYOK, then divisions: a place in it, or -1. */
int place_of(const char *code);

struct stay {
	int place;
	moment since, until; /* 0: not over */
};
struct seen {
	int64_t letter;
	char *sender, *urgency, *kind;
	bool is_secret, is_out, is_cancelled;
	moment came_at, ended_at;
	struct stay stays[STAYS];
	size_t n, tasks; /* tasks: divisions that are not done */
};

extern struct seen *seen;
extern size_t n_seen;

/* Of a register with at most so many letters; its sessions are closed. */
void seen_read(struct fixture *f, size_t letters);
void seen_done(void);

#endif
