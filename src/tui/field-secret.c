/* field-secret.c -- a field in which one types unseen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/password.h"

#include "tui/field.h"

/* For each character one, so that a slip is noticed; which, nobody sees. */
#define MARK "*"

void
editor_wipe(struct editor *e)
{
	if (e->text.n > 0)
		secret_wipe(e->text.s, e->text.n);
	editor_done(e);
	*e = (struct editor){.has_lines = e->has_lines};
}

static int
count_codes(const struct editor *e)
{
	const char *s = editor_text(e);
	size_t n = strlen(s);
	uint32_t code;
	int codes = 0;

	for (; n > 0; codes++) {
		size_t taken = utf8_next(s, n, &code);

		s += taken;
		n -= taken;
	}
	return codes;
}

void
editor_draw_secret(const struct editor *e, struct area a, bool has_focus)
{
	struct editor marks = {0};
	struct text t = {0};

	for (int i = count_codes(e); i > 0; i--)
		text_add(&t, MARK);
	editor_set(&marks, text_str(&t));
	editor_layout(&marks, 1, a.cols);
	editor_draw(&marks, a, has_focus);
	editor_done(&marks);
	text_done(&t);
}

static int
one_row(const struct form_field *f, int columns)
{
	(void)f;
	(void)columns;
	return 1;
}

static void
draw(const struct form_field *f, const struct session *s, struct area a,
     bool has_focus)
{
	(void)s;
	editor_draw_secret(&f->editor, a, has_focus);
}

static bool
key(struct form_field *f, uint32_t key)
{
	return key_is_text(key) && editor_key(&f->editor, key);
}

/* One types at its end and takes back from there: nothing else can be aimed
   at unseen, and nothing of it is put aside to be put in elsewhere. */
static bool
move(struct form_field *f, const struct move *m)
{
	static const char *const all[] = {"kill-start", "kill-word", "kill-end",
					  "kill-word-right"};

	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		if (strcmp(m->name, all[i]) == 0) {
			editor_wipe(&f->editor);
			return true;
		}
	return strcmp(m->name, "erase") == 0 && editor_move(&f->editor, m);
}

static struct pasted
paste(struct form_field *f, const char *text)
{
	return editor_paste(&f->editor, text);
}

static const char *
value(const struct form_field *f, size_t i)
{
	const char *s = editor_text(&f->editor);

	return i == 0 && *s ? s : NULL;
}

static void
set(struct form_field *f, const char *value)
{
	editor_set(&f->editor, value);
}

const struct field_ops secret_field = {
    .rows = one_row,
    .draw = draw,
    .key = key,
    .move = move,
    .paste = paste,
    .value = value,
    .set = set,
};
