/* editor.c -- a text under the cursor, by clusters: one line or several */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/editor.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

void
editor_done(struct editor *e)
{
	text_done(&e->text);
	undo_done(&e->undo);
	*e = (struct editor){.has_lines = e->has_lines};
}

const char *
editor_text(const struct editor *e)
{
	return text_str(&e->text);
}

size_t
editor_border(const struct editor *e, size_t at)
{
	const char *s = text_str(&e->text);
	size_t end = 0;

	while (end < at && end < e->text.n)
		end += cluster_next(s + end, e->text.n - end).n;
	return end;
}

/* LF, CR or CR LF; 0 when there is none. */
static size_t
line_end(const char *s)
{
	return s[0] == '\r' && s[1] == '\n' ? 2 : s[0] == '\r' || s[0] == '\n';
}

/* A line end in a text of one line: a space where it stands between words. */
static size_t
fold_line_ends(struct text *t, const char *s, struct pasted *got)
{
	size_t n = strspn(s, "\r\n\t ");

	if (t->n > 0 && s[n]) {
		text_add(t, t->s[t->n - 1] == ' ' ? "" : " ");
		got->is_folded = true;
	}
	return n;
}

static size_t
add_code(struct text *t, const char *s, size_t n, struct pasted *got)
{
	uint32_t code;
	size_t length = utf8_next(s, n, &code);

	if (code == '\t')
		text_add(t, " ");
	else if (code == UTF8_BAD || code_is_unsafe(code))
		got->dropped++;
	else
		text_add_n(t, s, length);
	return length;
}

/* What of s may stand in the editor, in the form in which it is stored.
   Caller frees. */
static char *
clean(const struct editor *e, const char *s, struct pasted *got)
{
	struct text t = {0};
	size_t n = strlen(s);

	for (size_t at = 0; at < n;) {
		size_t end = line_end(s + at);

		if (end == 0) {
			at += add_code(&t, s + at, n - at, got);
		} else if (e->has_lines) {
			text_add(&t, "\n");
			at += end;
		} else {
			at += fold_line_ends(&t, s + at, got);
		}
	}
	char *stored = thai_normalise(text_str(&t));
	text_done(&t);
	return stored;
}

/* Bytes of whole clusters of s, at most `room`. */
static size_t
fitting(const char *s, size_t n, size_t room)
{
	size_t at = 0;

	while (at < n) {
		size_t next = at + cluster_next(s + at, n - at).n;

		if (next > room)
			break;
		at = next;
	}
	return at;
}

/* What stands before the cursor takes the stored form first, so that the
   cursor stands behind it; then the whole. */
static void
put(struct editor *e, const struct text *head, const char *tail)
{
	struct text all = {0};
	char *stored = thai_normalise(text_str(head));
	size_t at = strlen(stored);

	text_add(&all, stored);
	text_add(&all, tail);
	free(stored);
	stored = thai_normalise(text_str(&all));
	text_clear(&e->text);
	text_add(&e->text, stored);
	e->at = editor_border(e, at);
	free(stored);
	text_done(&all);
}

size_t
editor_splice(struct editor *e, enum edit kind, size_t from, size_t to,
	      const char *s, size_t n)
{
	size_t left = e->text.n - (to - from);
	size_t room = left < EDITOR_MAX_BYTES ? EDITOR_MAX_BYTES - left : 0;
	size_t fits = fitting(s, n, room);
	struct text head = {0};

	if (from == to && fits == 0)
		return 0;
	undo_begin(&e->undo, kind, editor_text(e), e->at);
	text_add_n(&head, editor_text(e), from);
	text_add_n(&head, s, fits);
	put(e, &head, editor_text(e) + to);
	e->is_at_end = false;
	e->goal = 0;
	text_done(&head);
	return fits;
}

void
editor_replace(struct editor *e, const char *s)
{
	struct pasted got = {0};
	char *stored = clean(e, s, &got);

	editor_splice(e, EDIT_ALONE, 0, e->text.n, stored, strlen(stored));
	free(stored);
}

void
editor_set(struct editor *e, const char *s)
{
	editor_replace(e, s);
	undo_done(&e->undo);
}

struct pasted
editor_paste(struct editor *e, const char *s)
{
	struct pasted got = {0};
	char *stored = clean(e, s, &got);
	size_t n = strlen(stored);

	got.is_cut = editor_splice(e, EDIT_ALONE, e->at, e->at, stored, n) < n;
	free(stored);
	return got;
}

bool
editor_key(struct editor *e, uint32_t key)
{
	bool is_line = key == K_ENTER && e->has_lines;
	char code[4];

	if (!is_line && !key_is_text(key))
		return false;
	/* A line is a step of its own. */
	editor_splice(e, is_line ? EDIT_ALONE : EDIT_TYPING, e->at, e->at, code,
		      utf8_put(is_line ? '\n' : key, code));
	return true;
}
