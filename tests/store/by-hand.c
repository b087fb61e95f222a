/* by-hand.c -- the letters of a register, counted from its events one by one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/store/by-hand.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "tests/test.h"

static const char *const place_codes[PLACES] = {"clerk", "head",     "deputy",
						"palad", "nayok",    "finance",
						"works", "education"};

struct seen *seen;
size_t n_seen;

int
place_of(const char *code)
{
	for (int i = 0; i < PLACES; i++)
		if (strcmp(place_codes[i], code) == 0)
			return i;
	return -1;
}

static struct seen *
letter_of(int64_t id)
{
	for (size_t i = 0; i < n_seen; i++)
		if (seen[i].letter == id)
			return &seen[i];
	return NULL;
}

static void
stay_end(struct seen *l, int from, int to, moment at)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->stays[i].until == 0 && l->stays[i].place >= from &&
		    l->stays[i].place <= to)
			l->stays[i].until = at;
}

static void
stay_begin(struct seen *l, const char *place, moment at)
{
	assert_true(l->n < STAYS);
	l->stays[l->n++] = (struct stay){place_of(place), at, 0};
}

static char *
word(const json_t *body, const char *key)
{
	const char *s = json_string_value(json_object_get(body, key));

	return s ? xstrdup(s) : NULL;
}

static void
event_received(struct seen *l, const char *post, moment at, const json_t *body)
{
	l->sender = word(body, "from");
	l->urgency = word(body, "urgency");
	l->kind = word(body, "kind");
	l->is_secret = json_object_get(body, "secrecy") != NULL &&
		       !json_is_null(json_object_get(body, "secrecy"));
	l->came_at = json_integer_value(json_object_get(body, "received_at"));
	stay_begin(l, post, at);
}

static void
event_ordered(struct seen *l, moment at, const json_t *body)
{
	const json_t *to = json_object_get(body, "divisions");

	stay_end(l, 0, NAYOK, at);
	l->tasks = json_array_size(to);
	for (size_t i = 0; i < l->tasks; i++)
		stay_begin(l, json_string_value(json_array_get(to, i)), at);
	if (l->tasks == 0)
		l->ended_at = at;
}

static void
event_done(struct seen *l, moment at, const json_t *body)
{
	int place =
	    place_of(json_string_value(json_object_get(body, "division")));

	stay_end(l, place, place, at);
	if (--l->tasks == 0)
		l->ended_at = at;
}

static void
event_read(const char *kind, int64_t id, const char *post, moment at,
	   const json_t *body)
{
	struct seen *l = letter_of(id);

	if (strcmp(kind, "letter.receive") == 0 ||
	    strcmp(kind, "letter.send") == 0) {
		l = &seen[n_seen++];
		*l = (struct seen){.letter = id};
		l->is_out = strcmp(kind, "letter.send") == 0;
		l->came_at = at;
		if (!l->is_out)
			event_received(l, post, at, body);
	} else if (strcmp(kind, "letter.endorse") == 0 ||
		   strcmp(kind, "letter.return") == 0) {
		stay_end(l, 0, NAYOK, at);
		stay_begin(l, json_string_value(json_object_get(body, "to")),
			   at);
	} else if (strcmp(kind, "letter.order") == 0) {
		event_ordered(l, at, body);
	} else if (strcmp(kind, "letter.done") == 0) {
		event_done(l, at, body);
	} else if (strcmp(kind, "letter.cancel") == 0) {
		l->is_cancelled = true;
	}
}

static void
row_take(void *ctx, const struct fixture_row *row)
{
	json_t *body = json_loads(row->at[4], 0, NULL);

	(void)ctx;
	event_read(row->at[0], strtoll(row->at[1], NULL, 10), row->at[2],
		   strtoll(row->at[3], NULL, 10), body);
	json_decref(body);
}

void
seen_read(struct fixture *f, size_t letters)
{
	fixture_close(f);
	seen = xcalloc(2 * letters, sizeof(*seen));
	fixture_rows(f,
		     "SELECT kind, coalesce(letter, 0), post, time, body "
		     "FROM event JOIN payload USING (office, seq) ORDER BY seq",
		     row_take, NULL);
}

void
seen_done(void)
{
	for (size_t i = 0; i < n_seen; i++) {
		free(seen[i].sender);
		free(seen[i].urgency);
		free(seen[i].kind);
	}
	free(seen);
}
