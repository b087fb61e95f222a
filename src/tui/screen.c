/* screen.c -- one screen: made, loaded, freed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screen.h"

#include <stdlib.h>

#include "tui/loop.h"

struct screen *
screen_new(struct tui *tui, const struct screen_ops *ops)
{
	struct screen *s = xcalloc(1, ops->size);

	s->ops = ops;
	s->tui = tui;
	s->is_stale = true;
	arena_init(&s->arena);
	return s;
}

void
screen_free(struct screen *s)
{
	if (!s)
		return;
	if (s->ops->done)
		s->ops->done(s);
	marks_clear(&s->marks);
	arena_done(&s->arena);
	free(s);
}

static bool
load_at_one_moment(struct screen *s, struct error *err)
{
	struct session *session = s->tui->session;
	bool loaded;

	if (!session_look_begin(session, err))
		return false;
	loaded = s->ops->load(s, err);
	session_look_end(session);
	return loaded;
}

bool
screen_load(struct screen *s, struct error *err)
{
	struct arena before = s->arena;

	s->is_stale = false;
	if (!s->ops->load)
		return true;
	arena_init(&s->arena);
	bool loaded = s->ops->only_looks ? load_at_one_moment(s, err)
					 : s->ops->load(s, err);
	arena_done(loaded ? &before : &s->arena);
	if (!loaded)
		s->arena = before;
	return loaded;
}
