/* term-test.c -- a terminal without one: keys from a script, cells kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tui/term.h"

struct term_test {
	struct terminal term;
	struct grid shown;
	int changed;
	uint32_t *keys;
	size_t n_keys;
	size_t next;
	char **pastes; /* in the order of the K_PASTE among the keys */
	size_t n_pastes;
	size_t next_paste;
	char *copied; /* the last one */
};

static struct term_test *
test_of(const struct terminal *t)
{
	return (struct term_test *)(uintptr_t)t;
}

static void
test_size(struct terminal *t, int *rows, int *cols)
{
	*rows = test_of(t)->shown.rows;
	*cols = test_of(t)->shown.cols;
}

static uint32_t
test_read(struct terminal *t)
{
	struct term_test *tt = test_of(t);
	uint32_t key = tt->next < tt->n_keys ? tt->keys[tt->next++] : K_CLOSED;

	if (key == K_PASTE)
		tt->next_paste++;
	return key;
}

static bool
test_has_key(const struct terminal *t)
{
	const struct term_test *tt = (const struct term_test *)t;

	return tt->next < tt->n_keys;
}

static const char *
test_pasted(const struct terminal *t)
{
	const struct term_test *tt = test_of(t);

	return tt->next_paste > 0 ? tt->pastes[tt->next_paste - 1] : "";
}

static void
test_drop_keys(struct terminal *t)
{
	(void)t;
}

static void
test_flush(struct terminal *t, const struct grid *g)
{
	struct term_test *tt = test_of(t);

	tt->changed = 0;
	if (g->rows != tt->shown.rows || g->cols != tt->shown.cols)
		grid_resize(&tt->shown, g->rows, g->cols);
	for (int i = 0; i < g->rows * g->cols; i++)
		if (!cell_equal(&g->at[i], &tt->shown.at[i])) {
			tt->shown.at[i] = g->at[i];
			tt->changed++;
		}
	tt->shown.cursor_row = g->cursor_row;
	tt->shown.cursor_col = g->cursor_col;
}

static void
test_forget(struct terminal *t)
{
	grid_clear(&test_of(t)->shown);
}

static void
test_copy(struct terminal *t, const char *text)
{
	free(test_of(t)->copied);
	test_of(t)->copied = xstrdup(text);
}

static void
test_suspend(struct terminal *t)
{
	test_forget(t);
}

static void
test_done(struct terminal *t)
{
	struct term_test *tt = test_of(t);

	grid_done(&tt->shown);
	free(tt->keys);
	free(tt->copied);
	for (size_t i = 0; i < tt->n_pastes; i++)
		free(tt->pastes[i]);
	free(tt->pastes);
	free(tt);
}

static const struct term_ops test_ops = {
    .size = test_size,
    .read = test_read,
    .has_key = test_has_key,
    .pasted = test_pasted,
    .drop_keys = test_drop_keys,
    .flush = test_flush,
    .forget = test_forget,
    .copy = test_copy,
    .suspend = test_suspend,
    .done = test_done,
};

struct terminal *
term_test_new(int rows, int cols)
{
	struct term_test *tt = xcalloc(1, sizeof(*tt));

	tt->term.ops = &test_ops;
	tt->term.has_blocks = true;
	grid_resize(&tt->shown, rows, cols);
	return &tt->term;
}

void
term_test_feed(struct terminal *t, uint32_t key)
{
	struct term_test *tt = test_of(t);

	tt->keys = xreallocarray(tt->keys, tt->n_keys + 1, sizeof(*tt->keys));
	tt->keys[tt->n_keys++] = key;
}

void
term_test_paste(struct terminal *t, const char *text)
{
	struct term_test *tt = test_of(t);

	tt->pastes =
	    xreallocarray(tt->pastes, tt->n_pastes + 1, sizeof(*tt->pastes));
	tt->pastes[tt->n_pastes++] = xstrdup(text);
	term_test_feed(t, K_PASTE);
}

const char *
term_test_copied(const struct terminal *t)
{
	return test_of(t)->copied ? test_of(t)->copied : "";
}

void
term_test_point(struct terminal *t, struct point point)
{
	t->point = point;
	term_test_feed(t, K_MOUSE);
}

void
term_test_resize(struct terminal *t, int rows, int cols)
{
	grid_resize(&test_of(t)->shown, rows, cols);
	term_test_feed(t, K_RESIZE);
}

const struct grid *
term_test_grid(const struct terminal *t)
{
	return &test_of(t)->shown;
}

int
term_test_changed(const struct terminal *t)
{
	return test_of(t)->changed;
}
