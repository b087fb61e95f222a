/* keymap.c -- which key is a short name for which command line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/keymap.h"

#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/i18n.h"

#include "tui/line.h"

const struct error_kind KEYMAP_WRONG = {"keys-wrong", EXIT_USAGE,
					N_("the file of keys is wrong")};

const char *const keymap_screens[] = {
    "any",       "typing",   "desk",     "register", "letter",  "help",
    "pager",     "history",  "form",     "sheet",    "palette", "drafts",
    "why",       "search",   "copy",     "offices",  "inbox",   "forwarded",
    "log",       "event",    "reserved", "people",   "page",    "stats",
    "collected", "calendar", "day",      "duties",   "import",  NULL};

void
keymap_done(struct keymap *k)
{
	arena_done(&k->arena);
	free(k->at);
	*k = (struct keymap){0};
}

static bool
is_screen(const char *name)
{
	for (const char *const *s = keymap_screens; *s; s++)
		if (strcmp(*s, name) == 0)
			return true;
	return false;
}

/* The next word of *s, cut off in place; "" at the end. */
static char *
cut_word(char **s)
{
	char *word = *s + strspn(*s, " \t");
	char *end = word + strcspn(word, " \t");

	*s = *end ? end + 1 : end;
	*end = '\0';
	return word;
}

/* The note stands behind a '#' that follows a space, outside quotes. */
static char *
cut_note(char *rest)
{
	char quote = '\0';

	if (!strchr(rest, '#'))
		return NULL;
	for (char *s = rest; *s; s++) {
		if (quote ? *s == quote : *s == '"' || *s == '\'')
			quote = quote ? '\0' : *s;
		else if (!quote && *s == '#' && s > rest &&
			 (s[-1] == ' ' || s[-1] == '\t')) {
			*s = '\0';
			return text_trim(s + 1);
		}
	}
	return NULL;
}

/* Returns the key as it is written. */
static const char *
split_binding(char *words, struct binding *b)
{
	char *rest = words;
	const char *key;

	b->screen = cut_word(&rest);
	key = cut_word(&rest);
	b->key = key_parse(key);
	b->note = cut_note(rest);
	b->command = text_trim(rest);
	return key;
}

static bool
is_bound_since(const struct keymap *k, size_t first, const struct binding *b)
{
	for (size_t i = first; i < k->n; i++)
		if (k->at[i].key == b->key &&
		    strcmp(k->at[i].screen, b->screen) == 0)
			return true;
	return false;
}

/* Bindings from `first` on are of the same file. */
static bool
is_understood(struct keymap *k, size_t first, const struct binding *b,
	      const char *key, struct error *err)
{
	struct line line;

	if (!is_screen(b->screen))
		return error_set(err, &KEYMAP_WRONG, _("no screen “%s”"),
				 b->screen);
	if (b->key == K_NONE)
		return error_set(err, &KEYMAP_WRONG, _("no key “%s”"), key);
	if (!line_read(b->command, &k->arena, &line, err))
		return false;
	if (is_bound_since(k, first, b))
		return error_set(err, &KEYMAP_WRONG,
				 _("the key is bound twice"));
	return true;
}

static void
add_binding(struct keymap *k, const struct binding *b)
{
	if (k->n == k->max) {
		k->max = k->max ? 2 * k->max : 512;
		k->at = xreallocarray(k->at, k->max, sizeof(*k->at));
	}
	k->at[k->n++] = *b;
}

/* The detail with its place before it. */
static bool
fail_at(const char *name, int number, struct error *err)
{
	char *why = xstrdup(err->detail);

	error_set(err, &KEYMAP_WRONG, "%s:%d: %s", name, number, why);
	free(why);
	return false;
}

/* The next line of *text that says something, in the arena; NULL at the end. */
static char *
take_line(struct keymap *k, const char **text, int *number)
{
	while (**text != '\0') {
		size_t n = strcspn(*text, "\n");
		char *line = text_trim(arena_strndup(&k->arena, *text, n));

		*text += (*text)[n] != '\0' ? n + 1 : n;
		*number += 1;
		if (*line != '\0' && *line != '#')
			return line;
	}
	return NULL;
}

bool
keymap_add(struct keymap *k, const struct conf_file *file, struct error *err)
{
	const char *text = file->text;
	size_t first = k->n;
	int number = 0;
	char *line;

	while ((line = take_line(k, &text, &number)) != NULL) {
		struct binding b;
		const char *key = split_binding(line, &b);

		if (!is_understood(k, first, &b, key, err)) {
			k->n = first;
			return fail_at(file->name, number, err);
		}
		add_binding(k, &b);
	}
	return true;
}

void
keymap_add_own(struct keymap *k)
{
	const struct embedded *own = embedded_find("keys.conf");
	const char *text;
	int number = 0;
	char *line;

	if (!own)
		bug("data/keys.conf is not embedded");
	for (text = own->text; (line = take_line(k, &text, &number)) != NULL;) {
		struct binding b;

		split_binding(line, &b);
		add_binding(k, &b);
	}
}

const struct action *
binding_action(const struct binding *b)
{
	struct arena a = {0};
	struct error err = {0};
	struct line line;

	if (!line_read(b->command, &a, &line, &err))
		bug("a key is bound to “%s”: %s", b->command, err.detail);
	arena_done(&a);
	return line.request.action;
}

static const struct binding *
find_in(const struct keymap *k, const char *screen, uint32_t key)
{
	for (size_t i = k->n; i-- > 0;)
		if (k->at[i].key == key && strcmp(k->at[i].screen, screen) == 0)
			return &k->at[i];
	return NULL;
}

const char *
keymap_common(bool is_typed)
{
	return is_typed ? "typing" : "any";
}

const struct binding *
keymap_find(const struct keymap *k, const char *screen, uint32_t key,
	    const char *common)
{
	const struct binding *own = find_in(k, screen, key);

	return own || !common ? own : find_in(k, common, key);
}

/* One in the function bar, then one of the screen itself. */
static bool
is_better(const struct binding *b, const struct binding *than,
	  const char *screen)
{
	bool is_own, was_own;

	if (!than || !b->note != !than->note)
		return !than || b->note;
	is_own = strcmp(b->screen, screen) == 0;
	was_own = strcmp(than->screen, screen) == 0;
	return is_own && !was_own;
}

const struct binding *
keymap_find_command(const struct keymap *k, const char *screen,
		    const char *command)
{
	const struct binding *found = NULL;

	for (size_t i = 0; i < k->n; i++) {
		const struct binding *b = &k->at[i];

		if (strcmp(b->command, command) == 0 &&
		    is_better(b, found, screen) &&
		    keymap_find(k, screen, b->key, "any") == b)
			found = b;
	}
	return found;
}
