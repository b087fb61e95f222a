/* event-fuzz.c -- any event: its bytes and its line say it, and no other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "model/event-line.h"

#include "tests/fuzz/fuzz.h"

/* Absent, empty, or what stands there. */
static const char *
maybe_text(struct input *in, struct arena *a)
{
	return input_byte(in) % 2 == 0 ? NULL : input_utf8(in, a);
}

static int64_t
maybe_number(struct input *in)
{
	return input_byte(in) % 2 == 0 ? 0 : (int64_t)input_number(in);
}

static void
take_bytes(struct input *in, unsigned char *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out[i] = input_byte(in);
}

/* As the ledger writes words: one object with sorted keys. */
static const char *
take_body(struct input *in, struct arena *a)
{
	json_t *j = json_pack("{s:s, s:s}", "subject", input_utf8(in, a),
			      "note", input_utf8(in, a));
	char *s = json_dumps(j, JSON_SORT_KEYS | JSON_COMPACT);
	const char *body = arena_strdup(a, s);

	free(s);
	json_decref(j);
	return body;
}

/* A moment of the years 1970 to 2900: the line has four digits for it. */
static moment
take_moment(struct input *in)
{
	return (moment)(input_number(in) % ((uint64_t)930 * 365 * 86400)) *
		   1000000 +
	       input_byte(in);
}

static void
take_event(struct input *in, struct arena *a, struct event *e)
{
	*e = (struct event){
	    .office = (int64_t)input_number(in),
	    .seq = (int64_t)input_number(in),
	    .time = take_moment(in),
	    .kind = input_utf8(in, a),
	    .letter = maybe_number(in),
	    .book = maybe_text(in, a),
	    .year = maybe_number(in),
	    .number = maybe_number(in),
	    .person = (int64_t)input_number(in),
	    .login = input_utf8(in, a),
	    .post = maybe_text(in, a),
	    .capacity = maybe_text(in, a),
	    .acting_order = maybe_text(in, a),
	    .auth = input_utf8(in, a),
	};
	if (input_byte(in) % 2 == 0) {
		e->body = take_body(in, a);
		take_bytes(in, e->salt, ID_SIZE);
	}
	take_bytes(in, e->act_id, ID_SIZE);
	take_bytes(in, e->nonce, ID_SIZE);
	take_bytes(in, e->commitment, DIGEST_SIZE);
	take_bytes(in, e->hash, DIGEST_SIZE);
}

/* ------------------------------------------- the bytes that are hashed, back
 */

static const char *
back_text(struct input *in, struct arena *a)
{
	uint64_t n = input_number(in);
	const char *s;

	if (n > in->n)
		bug("a text is longer than the entry");
	s = arena_strndup(a, (const char *)in->at, n);
	in->at += n;
	in->n -= n;
	return s;
}

static bool
back_presence(struct input *in)
{
	uint8_t present = input_byte(in);

	if (present > 1)
		bug("neither there nor not");
	return present == 1;
}

static const char *
back_maybe_text(struct input *in, struct arena *a)
{
	return back_presence(in) ? back_text(in, a) : NULL;
}

static int64_t
back_maybe_number(struct input *in)
{
	return back_presence(in) ? (int64_t)input_number(in) : 0;
}

/* As saraban-register(5) has it, and not as event.c does it. */
static void
back_event(struct input *in, struct arena *a, struct event *e)
{
	unsigned char uuid[ID_SIZE];

	take_bytes(in, uuid, ID_SIZE);
	*e = (struct event){
	    .office = (int64_t)input_number(in),
	    .seq = (int64_t)input_number(in),
	    .time = (moment)input_number(in),
	    .kind = back_text(in, a),
	    .letter = back_maybe_number(in),
	    .book = back_maybe_text(in, a),
	    .year = back_maybe_number(in),
	    .number = back_maybe_number(in),
	    .person = (int64_t)input_number(in),
	    .login = back_text(in, a),
	    .post = back_maybe_text(in, a),
	    .capacity = back_maybe_text(in, a),
	    .acting_order = back_maybe_text(in, a),
	    .auth = back_text(in, a),
	};
	take_bytes(in, e->act_id, ID_SIZE);
	take_bytes(in, e->nonce, ID_SIZE);
	take_bytes(in, e->commitment, DIGEST_SIZE);
	if (in->n != 0)
		bug("bytes that say nothing");
}

static bool
is_same(const struct event *a, const struct event *b)
{
	return a->office == b->office && a->seq == b->seq &&
	       a->time == b->time && strcmp(a->kind, b->kind) == 0 &&
	       a->letter == b->letter && text_is_same(a->book, b->book) &&
	       a->year == b->year && a->number == b->number &&
	       a->person == b->person && strcmp(a->login, b->login) == 0 &&
	       text_is_same(a->post, b->post) &&
	       text_is_same(a->capacity, b->capacity) &&
	       text_is_same(a->acting_order, b->acting_order) &&
	       strcmp(a->auth, b->auth) == 0 &&
	       memcmp(a->act_id, b->act_id, ID_SIZE) == 0 &&
	       memcmp(a->nonce, b->nonce, ID_SIZE) == 0 &&
	       memcmp(a->commitment, b->commitment, DIGEST_SIZE) == 0;
}

/* What can be told back from the bytes alone is in no two events alike. */
static void
check_bytes(const struct event *e, struct arena *a)
{
	static const unsigned char uuid[ID_SIZE] = {1};
	struct text t = {0};
	struct event again;

	event_encode(e, uuid, &t);
	back_event(&(struct input){(const uint8_t *)t.s, t.n}, a, &again);
	if (!is_same(e, &again))
		bug("another event has the same bytes");
	text_done(&t);
}

static void
check_line(const struct event *e, struct arena *a)
{
	struct text t = {0};
	struct event again;
	const char *why = "";

	event_line_add(&t, e);
	if (!is_harmless(t.s, true) || strchr(t.s, '\n') != NULL)
		bug("not one harmless line: %s", t.s);
	if (!event_line_read(t.s, a, &again, &why))
		bug("not read again: %s", why);
	if (!is_same(e, &again) || !text_is_same(e->body, again.body) ||
	    memcmp(e->salt, again.salt, ID_SIZE) != 0 ||
	    memcmp(e->hash, again.hash, DIGEST_SIZE) != 0)
		bug("another event came back");
	text_done(&t);
}

/* A line that somebody else wrote is refused, or is just what is written. */
static void
check_foreign(struct input *in, struct arena *a)
{
	const char *line = input_text(in, a), *why;
	struct text t = {0};
	struct event e;

	if (event_line_read(arena_strdup(a, line), a, &e, &why)) {
		event_line_add(&t, &e);
		if (strcmp(t.s, line) != 0)
			bug("two ways to write it: %s", line);
	}
	text_done(&t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};
	struct arena a = {0};
	struct event e;

	if (input_byte(&in) % 2 == 0) {
		check_foreign(&in, &a);
	} else {
		take_event(&in, &a, &e);
		check_bytes(&e, &a);
		check_line(&e, &a);
	}
	arena_done(&a);
	return 0;
}
