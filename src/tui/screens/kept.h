/* kept.h -- the searches that one keeps by name, to be chosen from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_KEPT_H
#define TUI_SCREENS_KEPT_H

#include <jansson.h>

#include "tui/list.h"
#include "tui/loop.h"

/* Starts as { 0 }. */
struct kept {
	json_t *all; /* as `search list' answers; NULL: not read yet */
	struct row_key *keys;
	struct list list;
};

void kept_done(struct kept *k);
bool kept_load(struct kept *k, struct tui *t, struct error *err) MUST_CHECK;
/* The chosen one's name, or NULL when nothing is kept. */
const char *kept_chosen(const struct kept *k);
/* The line with what is kept under the first "@NAME" in it before it; in the
   arena. */
const char *kept_expand(const struct kept *k, const char *line,
			struct arena *a);
void kept_draw(const struct kept *k, struct area a);

#endif
