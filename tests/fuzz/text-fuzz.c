/* text-fuzz.c -- any text of a register: refused, or the register it tells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/check.h"
#include "model/event-line.h"
#include "model/ledger.h"
#include "model/register-text.h"

#include "tests/again.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/small.h"

enum { EVENTS_MAX = 60, EDITS_MAX = 4 };

/* The small register: its text, and its events taken out of it. */
static char *whole;
static struct event events[EVENTS_MAX];
static size_t n_events;
static struct identity identity;

static void
take_line(char *line, struct arena *a)
{
	const char *why;

	if (n_events < EVENTS_MAX &&
	    event_line_read(line, a, &events[n_events], &why))
		n_events++;
}

static void
begin(void)
{
	static struct arena a;
	struct fixture *f = small_register();
	struct error err = {0};
	struct store *st = store_open(f->path, STORE_WRITE, &err);
	char *rest, *line;

	if (st == NULL || !ledger_identity(st, &identity, &err))
		bug("%s", err.detail);
	store_close(st);
	whole = again_text(f->path);
	rest = arena_strdup(&a, whole);
	while ((line = strsep(&rest, "\n")) != NULL)
		take_line(line, &a);
	if (n_events == 0 || n_events == EVENTS_MAX)
		bug("%zu events", n_events);
}

/* ------------------------------------------------------------- as it comes */

/* Taken, it is told again byte by byte, and can be looked at. */
static void
check_taken(struct store *st, const struct text *t, struct arena *a)
{
	struct text again = {0};
	struct error err = {0};
	struct check_report report = {0};

	if (!again_words(st, &again, &err))
		bug("taken, and not told again: %s", err.detail);
	if (again.n != t->n || memcmp(again.s, t->s, t->n) != 0)
		bug("another text is told");
	if (!check_register(st, a, &report, &err))
		bug("taken, and not looked at: %s", err.detail);
	text_done(&again);
}

static bool
take(const struct text *t)
{
	struct error err = {0};
	struct arena a = {0};
	struct store *st = store_open_scratch(&err);
	bool ok;

	if (st == NULL)
		bug("%s", err.detail);
	ok = t->n > 0 && again_take(st, t->s, t->n, &err);
	if (ok)
		check_taken(st, t, &a);
	else if (t->n > 0 && err.kind == NULL)
		bug("refused without a reason");
	store_close(st);
	arena_done(&a);
	return ok;
}

/* --------------------------------------------------------------- damaged */

/* A byte becomes another, somewhere in the middle a piece is lost. */
static void
check_damaged(struct input *in)
{
	struct text t = {0};

	text_add(&t, whole);
	for (int i = 0; i < EDITS_MAX && in->n > 0; i++) {
		uint8_t what = input_byte(in);
		size_t at = (size_t)(input_byte(in) << 16 |
				     input_byte(in) << 8 | input_byte(in)) %
			    t.n;

		if (what % 4 == 0)
			text_remove(&t, at,
				    what < t.n - at ? what : t.n - at - 1);
		else
			t.s[at] = (char)input_byte(in);
	}
	/* The head line's own words are not in the chain. */
	if (take(&t) && strcmp(strchr(t.s, '\n'), strchr(whole, '\n')) != 0)
		bug("damaged, and taken");
	text_done(&t);
}

/* ---------------------------------------------------------------- forged */

/* What a value becomes: any JSON, or the words themselves. */
static json_t *
any_value(struct input *in, struct arena *a)
{
	const char *s = input_utf8(in, a);
	json_t *j = json_loads(s, JSON_DECODE_ANY, NULL);

	return j != NULL ? j : json_string(s);
}

/* Sets one value, at the top or as deep as there are objects. */
static void
set_value(json_t *j, struct input *in, struct arena *a)
{
	size_t i = 0, n = json_object_size(j), which = input_byte(in);
	const char *key;
	json_t *value;

	if (n == 0)
		return;
	json_object_foreach(j, key, value)
	{
		if (i++ != which % n)
			continue;
		if (json_is_array(value) && which % 2)
			value = json_array_get(value, 0);
		if (json_is_object(value) && which % 2)
			set_value(value, in, a);
		else
			json_object_set_new(j, key, any_value(in, a));
		return;
	}
}

static void
change_body(struct event *e, struct input *in, struct arena *a)
{
	json_t *j = json_loads(e->body ? e->body : "{}", 0, NULL);
	char *s;

	if (input_byte(in) % 4 == 0)
		json_object_set_new(j, input_utf8(in, a), any_value(in, a));
	else
		set_value(j, in, a);
	s = json_dumps(j, JSON_SORT_KEYS | JSON_COMPACT);
	e->body = arena_strdup(a, s);
	free(s);
	json_decref(j);
}

static void
change_event(struct event *e, struct input *in, struct arena *a)
{
	enum { KIND, LOGIN, BOOK, NUMBER, YEAR, LETTER, PERSON, TIME, BODY };
	unsigned what = input_byte(in) % (BODY + 6);

	if (what == KIND)
		e->kind = events[input_byte(in) % n_events].kind;
	else if (what == LOGIN)
		e->login = input_utf8(in, a);
	else if (what == BOOK)
		e->book = input_utf8(in, a);
	else if (what == NUMBER)
		e->number = (int64_t)input_number(in);
	else if (what == YEAR)
		e->year = (int64_t)input_number(in);
	else if (what == LETTER)
		e->letter = input_byte(in);
	else if (what == PERSON)
		e->person = input_byte(in);
	else if (what == TIME)
		e->time += (moment)input_byte(in) * 1000000;
	else
		change_body(e, in, a);
}

/* With the right hashes, as somebody would who has the file and knows how it
   is made. */
static void
write_forged(struct event *e, struct text *t, struct arena *a)
{
	unsigned char before[DIGEST_SIZE] = {0};
	struct text_end end = {0};
	struct chain_end *chain = text_end_chain(&end, a, 1);

	text_head_add(t, &identity, text_scope_whole.name);
	text_add(t, "\n");
	for (size_t i = 0; i < n_events; i++) {
		event_commit_to(e[i].salt, e[i].body, e[i].commitment);
		event_hash(&e[i], identity.uuid, before, e[i].hash);
		memcpy(before, e[i].hash, DIGEST_SIZE);
		event_line_add(t, &e[i]);
		text_add(t, "\n");
		chain->seq = e[i].seq;
		end.events++;
	}
	memcpy(chain->hash, before, DIGEST_SIZE);
	text_end_add(t, &end);
	text_add(t, "\n");
}

static void
check_forged(struct input *in)
{
	struct event e[EVENTS_MAX];
	struct arena a = {0};
	struct text t = {0};
	bool is_changed = in->n > 0;

	memcpy(e, events, sizeof(e));
	for (int i = 0; i < EDITS_MAX && in->n > 0; i++)
		change_event(&e[input_byte(in) % n_events], in, &a);
	write_forged(e, &t, &a);
	if (!take(&t) && !is_changed)
		bug("refused as it was");
	text_done(&t);
	arena_done(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};

	if (whole == NULL)
		begin();
	if (input_byte(&in) % 4 == 0)
		check_damaged(&in);
	else
		check_forged(&in);
	return 0;
}
