/* arena.c -- memory of one load: taken piece by piece, given back whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
	struct arena_block *before;
	size_t used; /* bytes of data */
	size_t size; /* bytes data holds */
	_Alignas(max_align_t) char data[];
};

/* The first block is small, for many an arena holds one row; each further one
   is twice as large as the one before, up to BLOCK_SIZE. */
enum {
	FIRST_SIZE = 1024,
	BLOCK_SIZE = 16 * 1024,
	ALIGNMENT = _Alignof(max_align_t)
};

static size_t
round_up(size_t size)
{
	if (size > PTRDIFF_MAX - ALIGNMENT - sizeof(struct arena_block))
		bug("arena piece too large: %zu bytes", size);
	return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static struct arena_block *
block_new(size_t size)
{
	struct arena_block *b = xcalloc(1, sizeof(*b) + size);

	b->size = size;
	return b;
}

/* A piece as large as a block gets its own, behind the one in use, so that
   the room left there is not lost. */
static void *
alloc_large(struct arena *a, size_t size)
{
	struct arena_block *b = block_new(size);

	b->used = size;
	if (a->last) {
		b->before = a->last->before;
		a->last->before = b;
	} else {
		a->last = b;
	}
	return b->data;
}

static size_t
next_size(const struct arena *a, size_t least)
{
	size_t size = FIRST_SIZE;

	while (size < BLOCK_SIZE &&
	       (size < least || (a->last && size <= a->last->size)))
		size *= 2;
	return size;
}

void
arena_init(struct arena *a)
{
	*a = (struct arena){NULL};
}

void
arena_done(struct arena *a)
{
	while (a->last) {
		struct arena_block *b = a->last;

		a->last = b->before;
		free(b);
	}
}

void
arena_clear(struct arena *a)
{
	struct arena before = {a->last ? a->last->before : NULL};

	arena_done(&before);
	if (!a->last)
		return;
	a->last->before = NULL;
	memset(a->last->data, 0, a->last->used);
	a->last->used = 0;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	struct arena_block *b;

	size = round_up(size ? size : 1);
	if (size >= BLOCK_SIZE)
		return alloc_large(a, size);
	if (!a->last || a->last->size - a->last->used < size) {
		b = block_new(next_size(a, size));
		b->before = a->last;
		a->last = b;
	}
	b = a->last;
	b->used += size;
	return b->data + b->used - size;
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	if (size != 0 && n > PTRDIFF_MAX / size)
		bug("arena array too large: %zu times %zu bytes", n, size);
	return arena_alloc(a, n * size);
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return s ? arena_strndup(a, s, strlen(s)) : NULL;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	size_t len;
	char *copy;

	if (!s)
		return NULL;
	len = strnlen(s, n);
	copy = arena_alloc(a, len + 1);
	memcpy(copy, s, len);
	return copy;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *s;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		bug("cannot format \"%s\"", fmt);
	s = arena_alloc(a, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(s, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return s;
}
