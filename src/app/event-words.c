/* event-words.c -- every kind of event, told in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/event-words.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/json.h"

static const struct telling *
telling_of(const char *kind)
{
	for (const struct telling *t = letter_tellings; t->kind != NULL; t++)
		if (strcmp(t->kind, kind) == 0)
			return t;
	return NULL;
}

const char *
event_title(const char *kind)
{
	const struct telling *telling = telling_of(kind);

	return telling != NULL ? telling->veiled : office_title(kind);
}

/* Time in the chain never falls: what a clock that was set back read. */
static void
add_clock(struct text *t, const json_t *body)
{
	int64_t read = answer_whole(body, "clock");
	struct text words = {0};

	if (read == 0)
		return;
	text_add_date(&words, moment_date(read), DATE_SHORT, digits_are_thai());
	text_add(&words, " ");
	text_add_time(&words, read, digits_are_thai());
	text_printf(t, _(" (the clock read %s)"), text_str(&words));
	text_done(&words);
}

static const char *
words_of(const struct event *e, const json_t *body, bool veiled,
	 struct arena *a)
{
	const struct telling *telling = telling_of(e->kind);
	const char *title = event_title(e->kind), *words;
	struct text t = {0};

	if (title == NULL)
		return e->kind;
	if (e->is_destroyed)
		return arena_printf(a, _("%s (the words are destroyed)"),
				    _(title));
	if (veiled || body == NULL)
		return _(title);
	(telling != NULL ? telling->tell : tell_office)(&t, e, body);
	add_clock(&t, body);
	words = arena_strdup(a, text_str(&t));
	text_done(&t);
	return words;
}

/* A search is its person's own; what was said of letters on a list may be of
   secret ones, and is told with the list to who may read them. */
static const struct {
	const char *kind, *key;
} left_out[] = {
    {"search.save", "name"},      {"search.save", "line"},
    {"search.forget", "name"},    {"pin.set", "pin"},
    {"destroy.decide", "reason"},
};

/* The payload as it may be told. */
static const char *
payload_of(const struct event *e, json_t *body, struct arena *a)
{
	bool is_whole = true;
	const char *kept;
	char *s;

	for (size_t i = 0; i < ARRAY_SIZE(left_out); i++)
		if (strcmp(e->kind, left_out[i].kind) == 0 &&
		    json_object_del(body, left_out[i].key) == 0)
			is_whole = false;
	if (is_whole)
		return e->body;
	s = json_dumps(body, JSON_COMPACT | JSON_SORT_KEYS);
	kept = arena_strdup(a, s);
	free(s);
	return kept;
}

/* Name and post as they stood in the event, not as they are today. */
void
event_tell(const struct event *e, bool veiled, struct arena *a,
	   struct happening *h)
{
	json_t *body = e->body ? json_loads(e->body, 0, NULL) : NULL;
	const char *name = answer_word(body, "by_name");
	const char *post = answer_word(body, "by_post");
	const char *own = answer_word(body, "by_own_post");
	char hash[HEX_SIZE];

	hex_of(e->hash, DIGEST_SIZE, hash);
	*h = (struct happening){
	    .seq = e->seq,
	    .at = e->time,
	    .login = e->login,
	    .actor = arena_strdup(a, name[0] ? name : e->login),
	    .post = arena_strdup(a, e->post),
	    .post_name = post[0] ? arena_strdup(a, post) : NULL,
	    .capacity = arena_strdup(a, e->capacity),
	    .own_post_name = own[0] ? arena_strdup(a, own) : NULL,
	    .acting_order = arena_strdup(a, e->acting_order),
	    .is_own_proposal =
		json_is_true(json_object_get(body, "own_proposal")),
	    .auth = e->auth,
	    .kind = e->kind,
	    .words = words_of(e, body, veiled, a),
	    .hash = arena_strdup(a, hash),
	};
	h->body = veiled || body == NULL ? NULL : payload_of(e, body, a);
	json_decref(body);
}

static json_t *
maybe(const char *s)
{
	return s != NULL ? json_string(s) : json_null();
}

json_t *
happening_json(const struct happening *h)
{
	struct text at = {0};
	json_t *payload = h->body ? json_loads(h->body, 0, NULL) : NULL;
	json_t *j;

	text_add_iso_moment(&at, h->at);
	j = json_pack(
	    "{s:I, s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:b, s:s, s:s, "
	    "s:o, s:s}",
	    "seq", (json_int_t)h->seq, "at", at.s, "actor", h->actor, "post",
	    maybe(h->post), "post_name", maybe(h->post_name), "capacity",
	    maybe(h->capacity), "own_post_name", maybe(h->own_post_name),
	    "acting_order", maybe(h->acting_order), "own_proposal",
	    h->is_own_proposal, "kind", h->kind, "words", h->words, "payload",
	    payload ? payload : json_null(), "hash", h->hash);
	text_done(&at);
	return j;
}
