/* editor.c -- one line of text under the cursor, by clusters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/editor.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

/* More is no field any more; the rules say the rest. */
enum { MAX_BYTES = 64 * 1024 };

#define CTRL(letter) ((uint32_t)(letter) - 'a' + 1)

void
editor_done(struct editor *e)
{
	text_done(&e->text);
	*e = (struct editor){0};
}

void
editor_set(struct editor *e, const char *s)
{
	char *stored = thai_normalise(s);

	text_clear(&e->text);
	text_add(&e->text, stored);
	e->at = e->text.n;
	free(stored);
}

const char *
editor_text(const struct editor *e)
{
	return text_str(&e->text);
}

/* Where the cluster that holds byte `at` ends: `at` itself at a border. */
static size_t
border_after(const struct editor *e, size_t at)
{
	const char *s = text_str(&e->text);
	size_t end = 0;

	while (end < at)
		end += cluster_next(s + end, e->text.n - end).n;
	return end;
}

/* What was typed before the cursor, together with the new code point, takes
   the form in which it will be stored. */
static void
insert_code(struct editor *e, uint32_t code)
{
	struct text head = {0};

	text_add_n(&head, text_str(&e->text), e->at);
	text_add_code(&head, code);
	char *stored = thai_normalise(text_str(&head));
	text_remove(&e->text, 0, e->at);
	text_insert(&e->text, 0, stored, strlen(stored));
	e->at = border_after(e, strlen(stored));
	free(stored);
	text_done(&head);
}

static void
remove_before(struct editor *e, size_t from)
{
	text_remove(&e->text, from, e->at - from);
	e->at = border_after(e, from);
}

static void
go_left(struct editor *e)
{
	e->at = cluster_before(text_str(&e->text), e->at);
}

static void
go_right(struct editor *e)
{
	e->at += cluster_next(text_str(&e->text) + e->at, e->text.n - e->at).n;
}

static void
go_home(struct editor *e)
{
	e->at = 0;
}

static void
go_end(struct editor *e)
{
	e->at = e->text.n;
}

static void
erase_before(struct editor *e)
{
	size_t from = e->at;

	while (from > 0 && ((unsigned char)e->text.s[--from] & 0xC0) == 0x80)
		;
	remove_before(e, from);
}

static void
erase_cluster(struct editor *e)
{
	const char *s = text_str(&e->text);

	text_remove(&e->text, e->at,
		    cluster_next(s + e->at, e->text.n - e->at).n);
}

static void
erase_to_home(struct editor *e)
{
	remove_before(e, 0);
}

static void
erase_to_end(struct editor *e)
{
	text_remove(&e->text, e->at, e->text.n - e->at);
}

static void
erase_word(struct editor *e)
{
	size_t from = e->at;

	while (from > 0 && e->text.s[from - 1] == ' ')
		from--;
	while (from > 0 && e->text.s[from - 1] != ' ')
		from--;
	remove_before(e, from);
}

static const struct {
	uint32_t key;
	void (*run)(struct editor *e);
} editor_keys[] = {
    {K_LEFT,      go_left      },
    {K_RIGHT,     go_right     },
    {K_HOME,      go_home      },
    {CTRL('a'),   go_home      },
    {K_END,       go_end       },
    {CTRL('e'),   go_end       },
    {K_BACKSPACE, erase_before },
    {K_DELETE,    erase_cluster},
    {CTRL('u'),   erase_to_home},
    {CTRL('k'),   erase_to_end },
    {CTRL('w'),   erase_word   },
};

bool
editor_key(struct editor *e, uint32_t key)
{
	for (size_t i = 0; i < ARRAY_SIZE(editor_keys); i++)
		if (editor_keys[i].key == key) {
			editor_keys[i].run(e);
			return true;
		}
	if (!key_is_text(key))
		return false;
	if (e->text.n < MAX_BYTES)
		insert_code(e, key);
	return true;
}
