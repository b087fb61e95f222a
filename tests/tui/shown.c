/* shown.c -- a terminal for tests whose pictures the real one shows too */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/tui/shown.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

#include "tui/key.h"
#include "tui/theme.h"

struct shown_terminal {
	struct terminal terminal;
	struct terminal *test;
	struct terminal *real;
};

static struct shown_terminal *
shown_of(struct terminal *t)
{
	return (struct shown_terminal *)t;
}

static void
shown_size(struct terminal *t, int *rows, int *cols)
{
	shown_of(t)->test->ops->size(shown_of(t)->test, rows, cols);
}

static uint32_t
shown_read(struct terminal *t)
{
	return shown_of(t)->test->ops->read(shown_of(t)->test);
}

static bool
shown_has_key(const struct terminal *t)
{
	const struct terminal *test = ((const struct shown_terminal *)t)->test;

	return test->ops->has_key(test);
}

static const char *
shown_pasted(const struct terminal *t)
{
	const struct terminal *test = ((const struct shown_terminal *)t)->test;

	return test->ops->pasted(test);
}

static void
shown_drop_keys(struct terminal *t)
{
	(void)t;
}

static void
shown_flush(struct terminal *t, const struct grid *g)
{
	struct shown_terminal *s = shown_of(t);

	s->test->ops->flush(s->test, g);
	s->real->ops->flush(s->real, g);
}

static void
shown_forget(struct terminal *t)
{
	struct shown_terminal *s = shown_of(t);

	s->test->ops->forget(s->test);
	s->real->ops->forget(s->real);
}

static void
shown_copy(struct terminal *t, const char *text)
{
	shown_of(t)->test->ops->copy(shown_of(t)->test, text);
}

static void
shown_done(struct terminal *t)
{
	shown_of(t)->test->ops->done(shown_of(t)->test);
	free(t);
}

static const struct term_ops shown_ops = {
    .size = shown_size,
    .read = shown_read,
    .has_key = shown_has_key,
    .pasted = shown_pasted,
    .drop_keys = shown_drop_keys,
    .flush = shown_flush,
    .forget = shown_forget,
    .copy = shown_copy,
    .suspend = shown_forget,
    .done = shown_done,
};

struct terminal *
shown_terminal_new(struct terminal *test, struct terminal *real)
{
	struct shown_terminal *s = xcalloc(1, sizeof(*s));

	s->terminal.ops = &shown_ops;
	s->terminal.has_blocks = true;
	s->test = test;
	s->real = real;
	return &s->terminal;
}

struct terminal *
shown_real_new(struct error *err)
{
	static struct term_wish wish;

	theme_own(&wish.colour, "default");
	theme_own(&wish.mono, "mono");
	return term_curses_new(&wish, err);
}

bool
shown_real_wait(struct terminal *real, const char *directory)
{
	char *path = xasprintf("%s/shown", directory);
	FILE *f = fopen(path, "w");
	bool ok = f && fclose(f) == 0;

	free(path);
	while (ok && real->ops->read(real) == K_TICK)
		;
	real->ops->done(real);
	return ok;
}
