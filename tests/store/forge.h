/* forge.h -- a chain taken out of a register, and put back otherwise */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STORE_FORGE_H
#define TESTS_STORE_FORGE_H

#include "model/event.h"

#include "tests/fixture.h"

/*
 * As somebody would who has the file and knows how it is made.  The state
 * tables stay as they are.
 */
enum { FORGE_MAX = 800 };
struct forge {
	struct event at[FORGE_MAX];
	size_t n;
	struct arena arena;
	unsigned char uuid[ID_SIZE];
};

void forge_read(struct forge *c, struct fixture *f);
void forge_remove(struct forge *c, size_t i);
/* One more: a letter is opened. */
void forge_insert(struct forge *c, size_t i);
/* Events go where they stand now when some came or went. */
void forge_renumber(struct forge *c);
/* The right hashes, from the first event on. */
void forge_hash(struct forge *c);
/* Over what is there; the arena is given back. */
void forge_write(struct forge *c, const struct fixture *f);

#endif
