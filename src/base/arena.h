/* arena.h -- memory of one load: taken piece by piece, given back whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "base/mem.h"

struct arena {
	struct arena_block *last;
};

/* An arena starts as { NULL }; done gives everything back and may be reused. */
void arena_init(struct arena *a);
void arena_done(struct arena *a);
/* As if it were new, but for one block that is used again: for what is read
   row by row. */
void arena_clear(struct arena *a);

/* Zeroed and aligned for any type; lives until arena_done(). */
void *arena_alloc(struct arena *a, size_t size);
/* Zeroed array; aborts on overflow.  n may be 0 (a pointer not to be read). */
void *arena_array(struct arena *a, size_t n, size_t size);
/* Copies; NULL stays NULL. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);

#endif
