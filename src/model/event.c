/* event.c -- one link of the chain, and the bytes its hash is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/event.h"

#include <string.h>

static const char event_tag[16] = "saraban-event-1";
static const char words_tag[16] = "saraban-words-1";

#define EVENT_FIELDS                                                           \
	FIELD(struct event, seq, FIELD_INT64),                                 \
	    FIELD(struct event, time, FIELD_INT64),                            \
	    FIELD(struct event, kind, FIELD_NAME),                             \
	    FIELD(struct event, letter, FIELD_INT64),                          \
	    FIELD(struct event, book, FIELD_TEXT),                             \
	    FIELD(struct event, year, FIELD_INT64),                            \
	    FIELD(struct event, number, FIELD_INT64),                          \
	    FIELD(struct event, person, FIELD_INT64),                          \
	    FIELD(struct event, login, FIELD_NAME),                            \
	    FIELD(struct event, post, FIELD_TEXT),                             \
	    FIELD(struct event, capacity, FIELD_TEXT),                         \
	    FIELD(struct event, acting_order, FIELD_TEXT),                     \
	    FIELD(struct event, auth, FIELD_NAME),                             \
	    FIELD(struct event, act_id, FIELD_ID),                             \
	    FIELD(struct event, nonce, FIELD_ID),                              \
	    FIELD(struct event, commitment, FIELD_DIGEST),                     \
	    FIELD(struct event, hash, FIELD_DIGEST)

#define EVENT_FIELDS_WHOLE                                                     \
	EVENT_FIELDS, FIELD(struct event, salt, FIELD_ID),                     \
	    FIELD(struct event, body, FIELD_TEXT),                             \
	    FIELD(struct event, is_destroyed, FIELD_BOOL)

static const struct field event_fields[] = {EVENT_FIELDS, {0}};
static const struct field event_fields_whole[] = {EVENT_FIELDS_WHOLE, {0}};
_Static_assert(offsetof(struct logged, event) == 0,
	       "the fields of an event are those of its row in the log");
static const struct field logged_fields[] = {
    EVENT_FIELDS_WHOLE,
    FIELD(struct logged, letter_book, FIELD_TEXT),
    FIELD(struct logged, letter_year, FIELD_INT64),
    FIELD(struct logged, letter_number, FIELD_INT64),
    FIELD(struct logged, is_secret, FIELD_BOOL),
    {0}};

const struct row_type event_row = {sizeof(struct event), event_fields};
const struct row_type event_row_whole = {sizeof(struct event),
					 event_fields_whole};
const struct row_type logged_row = {sizeof(struct logged), logged_fields};

void
event_commit_to(const unsigned char salt[ID_SIZE], const char *body,
		unsigned char out[DIGEST_SIZE])
{
	struct digest d;

	digest_start(&d);
	digest_add(&d, words_tag, sizeof(words_tag));
	digest_add(&d, salt, ID_SIZE);
	digest_add(&d, body, strlen(body));
	digest_end(&d, out);
}

static void
add_integer(struct text *t, int64_t value)
{
	char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (char)((uint64_t)value >> (56 - 8 * i));
	text_add_n(t, bytes, sizeof(bytes));
}

static void
add_string(struct text *t, const char *s)
{
	add_integer(t, (int64_t)strlen(s));
	text_add(t, s);
}

static void
add_presence(struct text *t, bool present)
{
	text_add_n(t, present ? "\1" : "\0", 1);
}

static void
add_maybe_integer(struct text *t, int64_t value)
{
	add_presence(t, value != 0);
	if (value != 0)
		add_integer(t, value);
}

static void
add_maybe_string(struct text *t, const char *s)
{
	add_presence(t, s != NULL);
	if (s != NULL)
		add_string(t, s);
}

static void
add_bytes(struct text *t, const unsigned char *p, size_t n)
{
	text_add_n(t, (const char *)p, n);
}

void
event_encode(const struct event *e, const unsigned char uuid[ID_SIZE],
	     struct text *out)
{
	add_bytes(out, uuid, ID_SIZE);
	add_integer(out, e->office);
	add_integer(out, e->seq);
	add_integer(out, e->time);
	add_string(out, e->kind);
	add_maybe_integer(out, e->letter);
	add_maybe_string(out, e->book);
	add_maybe_integer(out, e->year);
	add_maybe_integer(out, e->number);
	add_integer(out, e->person);
	add_string(out, e->login);
	add_maybe_string(out, e->post);
	add_maybe_string(out, e->capacity);
	add_maybe_string(out, e->acting_order);
	add_string(out, e->auth);
	add_bytes(out, e->act_id, ID_SIZE);
	add_bytes(out, e->nonce, ID_SIZE);
	add_bytes(out, e->commitment, DIGEST_SIZE);
}

void
event_hash(const struct event *e, const unsigned char uuid[ID_SIZE],
	   const unsigned char before[DIGEST_SIZE],
	   unsigned char out[DIGEST_SIZE])
{
	struct text entry = {0};
	struct digest d;

	event_encode(e, uuid, &entry);
	digest_start(&d);
	digest_add(&d, event_tag, sizeof(event_tag));
	digest_add(&d, before, DIGEST_SIZE);
	digest_add(&d, entry.s, entry.n);
	digest_end(&d, out);
	text_done(&entry);
}
