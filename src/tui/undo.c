/* undo.c -- what was changed in a text, to take it back and do it again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/undo.h"

#include <stdlib.h>
#include <string.h>

static void
step_done(struct undo_step *s)
{
	free(s->was);
	free(s->now);
	*s = (struct undo_step){0};
}

static void
forget_undone(struct undo *u)
{
	while (u->n_undone > 0)
		step_done(&u->steps[u->n + --u->n_undone]);
}

void
undo_done(struct undo *u)
{
	forget_undone(u);
	while (u->n > 0)
		step_done(&u->steps[--u->n]);
	free(u->steps);
	free(u->before);
	*u = (struct undo){0};
}

/* The middle of a code point is no place to stand. */
static bool
is_inside_code(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

static size_t
same_beginning(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] && a[n] == b[n])
		n++;
	while (n > 0 && (is_inside_code(a[n]) || is_inside_code(b[n])))
		n--;
	return n;
}

/* Bytes alike at the end of both, `begin` left out. */
static size_t
same_end(const char *a, size_t n_a, const char *b, size_t n_b, size_t begin)
{
	size_t n = 0;

	while (n_a - n > begin && n_b - n > begin &&
	       a[n_a - n - 1] == b[n_b - n - 1])
		n++;
	while (n > 0 && is_inside_code(a[n_a - n]))
		n--;
	return n;
}

static void
push(struct undo *u, struct undo_step step)
{
	if (!u->steps)
		u->steps = xcalloc(UNDO_STEPS_MAX, sizeof(*u->steps));
	if (u->n == UNDO_STEPS_MAX) {
		step_done(&u->steps[0]);
		memmove(u->steps, u->steps + 1, --u->n * sizeof(*u->steps));
	}
	u->steps[u->n++] = step;
}

/* The open step is over: only what differs is kept. */
static void
close_step(struct undo *u, const char *text)
{
	if (!u->before)
		return;
	size_t n_was = strlen(u->before), n_now = strlen(text);
	size_t begin = same_beginning(u->before, text);
	size_t end = same_end(u->before, n_was, text, n_now, begin);
	if (n_was != n_now || begin != n_now)
		push(u, (struct undo_step){
			    .at = begin,
			    .was = xstrndup(u->before + begin,
					    n_was - begin - end),
			    .now = xstrndup(text + begin, n_now - begin - end),
			    .cursor = u->cursor_before,
			});
	free(u->before);
	u->before = NULL;
	u->run = 0;
}

int
undo_run(const struct undo *u)
{
	return u->is_run_over ? 0 : u->run;
}

void
undo_begin(struct undo *u, int kind, const char *text, size_t cursor)
{
	bool goes_on = kind != 0 && undo_run(u) == kind;

	forget_undone(u);
	if (u->before && goes_on)
		return;
	close_step(u, text);
	u->before = xstrdup(text);
	u->cursor_before = cursor;
	u->run = kind;
	u->is_run_over = false;
}

void
undo_pause(struct undo *u)
{
	u->is_run_over = true;
}

static void
put(struct text *text, size_t at, const char *out, const char *in)
{
	text_remove(text, at, strlen(out));
	text_insert(text, at, in, strlen(in));
}

bool
undo_back(struct undo *u, struct text *text, size_t *cursor)
{
	close_step(u, text_str(text));
	if (u->n == 0)
		return false;
	const struct undo_step *s = &u->steps[--u->n];
	u->n_undone++;
	put(text, s->at, s->now, s->was);
	*cursor = s->cursor;
	return true;
}

bool
undo_again(struct undo *u, struct text *text, size_t *cursor)
{
	if (u->n_undone == 0)
		return false;
	const struct undo_step *s = &u->steps[u->n++];
	u->n_undone--;
	put(text, s->at, s->was, s->now);
	*cursor = s->at + strlen(s->now);
	return true;
}
