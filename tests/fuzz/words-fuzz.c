/* words-fuzz.c -- any command line: its words are what was typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/action.h"
#include "app/command.h"

#include "tests/fuzz/fuzz.h"

/* In quotes, so that it is one word. */
static void
add_quoted(struct text *t, const char *word)
{
	for (const char *p = word;;) {
		size_t n = strcspn(p, "'");

		text_printf(t, "'%.*s'", (int)n, p);
		if (p[n] == '\0')
			return;
		text_add(t, "\"'\"");
		p += n + 1;
	}
}

static void
check_split(const struct words *w, struct arena *a)
{
	struct text t = {0};
	struct words again;
	struct error err = {0};

	for (size_t i = 0; i < w->n; i++) {
		text_add(&t, i > 0 ? " " : "");
		add_quoted(&t, w->at[i]);
	}
	if (!words_split(text_str(&t), a, &again, &err) || again.n != w->n)
		bug("other words: %s", text_str(&t));
	for (size_t i = 0; i < w->n; i++)
		if (strcmp(w->at[i], again.at[i]) != 0)
			bug("%s became %s", w->at[i], again.at[i]);
	text_done(&t);
}

/* Anything is one word, in quotes, and its blanks with it. */
static void
check_quoted(const char *line, struct arena *a)
{
	struct text t = {0};
	struct words w;
	struct error err = {0};

	add_quoted(&t, line);
	if (!words_split(t.s, a, &w, &err) || w.n != 1 ||
	    strcmp(w.at[0], line) != 0)
		bug("not one word: %s", t.s);
	text_done(&t);
}

/* While it is typed: the whole words stand before the last one. */
static void
check_begun(const char *line, const struct words *w, struct arena *a)
{
	struct words whole;
	const char *last;
	size_t from = words_begun(line, a, &whole, &last), n = strlen(line);
	/* behind a blank nothing is being typed */
	bool is_typed = n > 0 && line[n - 1] != ' ';

	if (from > n)
		bug("it begins behind its end");
	if (whole.n + is_typed != w->n)
		bug("%zu words, %zu of them whole", w->n, whole.n);
	for (size_t i = 0; i < whole.n; i++)
		if (strcmp(whole.at[i], w->at[i]) != 0)
			bug("%s while it is typed is %s", w->at[i],
			    whole.at[i]);
	if (whole.n < w->n && strcmp(last, w->at[whole.n]) != 0)
		bug("%s while it is typed is %s", w->at[whole.n], last);
}

static bool
is_option(const struct argument *g)
{
	return g->name != NULL;
}

/* What is taken is an action of the table, with options of its own row; each
   value is a word that was typed, or part of one. */
static void
check_request(const struct request *r, const struct words *w)
{
	struct fault faults[40] = {0};

	for (size_t i = 0; i < r->n; i++) {
		bool found = r->at[i].value == NULL;

		if (is_option(&r->at[i]) &&
		    action_option(r->action, r->at[i].name) == NULL)
			bug("no option of %s: %s", r->action->name,
			    r->at[i].name);
		for (size_t j = 0; !found && j < w->n; j++)
			found = strstr(w->at[j], r->at[i].value) != NULL;
		if (!found)
			bug("nobody typed %s", r->at[i].value);
	}
	if (request_faults(r, 0, faults, ARRAY_SIZE(faults)) == 0)
		return;
	for (size_t i = 0; i < ARRAY_SIZE(faults) && faults[i].error.kind; i++)
		if (utf8_fault(faults[i].error.detail,
			       strlen(faults[i].error.detail)) >= 0)
			bug("not UTF-8: %s", faults[i].error.detail);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};
	struct arena a = {0};
	struct error err = {0};
	struct words w;
	struct request r;
	const char *line = input_text(&in, &a);

	if (!digest_init())
		bug("no randomness");
	check_quoted(line, &a);
	if (words_split(line, &a, &w, &err)) {
		check_split(&w, &a);
		check_begun(line, &w, &a);
		if (command_read(&w, &a, &r, &err))
			check_request(&r, &w);
	}
	arena_done(&a);
	return 0;
}
