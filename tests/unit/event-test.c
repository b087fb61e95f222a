/* event-test.c -- the bytes an event is hashed as */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/event.h"

#include "tests/fixture.h"
#include "tests/test.h"

static const unsigned char uuid[ID_SIZE] = {0, 1, 2,  3,  4,  5,  6,  7,
					    8, 9, 10, 11, 12, 13, 14, 15};

static struct event
example(void)
{
	struct event e = {
	    .office = 1,
	    .seq = 258,
	    .time = 1768880040000000,
	    .kind = "letter.receive",
	    .letter = 258,
	    .book = "receive",
	    .year = 2569,
	    .number = 144,
	    .person = 3,
	    .login = "clerk",
	    .post = "clerk",
	    .capacity = "own",
	    .auth = "account",
	    .body = "{\"subject\":\"x\"}",
	};

	memset(e.act_id, 0xA1, ID_SIZE);
	memset(e.nonce, 0xB2, ID_SIZE);
	memset(e.salt, 0xC3, ID_SIZE);
	event_commit_to(e.salt, e.body, e.commitment);
	return e;
}

static char *
hex(const void *p, size_t n)
{
	char *s = xmalloc(2 * n + 1);

	hex_of(p, n, s);
	return s;
}

static void
assert_hex(const void *p, size_t n, const char *expected)
{
	char *is = hex(p, n);

	assert_string_equal(is, expected);
	free(is);
}

/*
 * The promise to whoever verifies a register with another program: event.h
 * says how, this is one event of it.  It may never change; another encoding
 * gets another tag.
 */
static const char *const example_encoded =
    "000102030405060708090a0b0c0d0e0f" /* register uuid */
    "0000000000000001"                 /* office 1 */
    "0000000000000102"                 /* seq 258 */
    "000648c97a6f3a00"                 /* 2026-01-20 10:34:00 Bangkok, us */
    "000000000000000e"                 /* kind: 14 bytes */
    "6c65747465722e72656365697665"     /* letter.receive */
    "01"
    "0000000000000102" /* letter 258 */
    "01"
    "0000000000000007"
    "72656365697665" /* book: receive */
    "01"
    "0000000000000a09" /* year 2569 */
    "01"
    "0000000000000090" /* number 144 */
    "0000000000000003" /* person 3 */
    "0000000000000005"
    "636c65726b" /* login: clerk */
    "01"
    "0000000000000005"
    "636c65726b" /* post: clerk */
    "01"
    "0000000000000003"
    "6f776e" /* capacity: own */
    "00"     /* no acting order */
    "0000000000000007"
    "6163636f756e74"                   /* auth: account */
    "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1" /* act id */
    "b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2" /* nonce */
    /* commitment: sha256("saraban-words-1\0" c3*16 {"subject":"x"}) */
    "979e2d62bb9a97f1162c9991da10e0483a98cb99aa21c22fe7bcb63ab8a8cafa";

static void
the_encoding_is_the_one_documented(void **state)
{
	struct event e = example();
	struct text t = {0};

	(void)state;
	event_encode(&e, uuid, &t);
	assert_hex(t.s, t.n, example_encoded);
	text_done(&t);
}

static void
the_hash_is_the_one_documented(void **state)
{
	struct event e = example();
	unsigned char before[DIGEST_SIZE], hash[DIGEST_SIZE];

	(void)state;
	memset(before, 0xD4, sizeof(before));
	event_hash(&e, uuid, before, hash);
	assert_hex(hash, sizeof(hash),
		   "1ce425c39c77093fb24a53d3abc43a27"
		   "d8bc877757a6b6ef4bfc60e6f403285f");
}

/* ---------------------------------------- two events, two encodings */

enum { EVENTS = 20000, WORD_MAX = 4 };

static uint64_t seed = 2569;

static uint32_t
draw(uint32_t below)
{
	return fixture_draw(&seed, below);
}

/* Short words of few letters, often empty or absent: what is most easily
   mistaken for something else when it stands beside the next. */
static const char *
random_word(bool may_be_absent, char *room)
{
	uint32_t n = draw(WORD_MAX);

	if (may_be_absent && draw(3) == 0)
		return NULL;
	for (uint32_t i = 0; i < n; i++)
		room[i] = "\1\2ab"[draw(4)];
	room[n] = '\0';
	return room;
}

struct sample {
	struct event e;
	char words[8][WORD_MAX + 1];
	char *encoding; /* in hexadecimal */
};

static void
random_event(struct sample *s)
{
	s->e = (struct event){
	    .office = 1 + draw(2),
	    .seq = 1 + draw(3),
	    .time = draw(3),
	    .kind = random_word(false, s->words[0]),
	    .letter = draw(3),
	    .book = random_word(true, s->words[1]),
	    .year = draw(3),
	    .number = draw(3),
	    .person = draw(2),
	    .login = random_word(false, s->words[2]),
	    .post = random_word(true, s->words[3]),
	    .capacity = random_word(true, s->words[4]),
	    .acting_order = random_word(true, s->words[5]),
	    .auth = random_word(false, s->words[6]),
	};
	s->e.act_id[0] = (unsigned char)draw(2);
	s->e.nonce[15] = (unsigned char)draw(2);
	s->e.commitment[0] = (unsigned char)draw(2);
}

static bool
same_word(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool
same_event(const struct event *a, const struct event *b)
{
	return a->office == b->office && a->seq == b->seq &&
	       a->time == b->time && same_word(a->kind, b->kind) &&
	       a->letter == b->letter && same_word(a->book, b->book) &&
	       a->year == b->year && a->number == b->number &&
	       a->person == b->person && same_word(a->login, b->login) &&
	       same_word(a->post, b->post) &&
	       same_word(a->capacity, b->capacity) &&
	       same_word(a->acting_order, b->acting_order) &&
	       same_word(a->auth, b->auth) &&
	       memcmp(a->act_id, b->act_id, ID_SIZE) == 0 &&
	       memcmp(a->nonce, b->nonce, ID_SIZE) == 0 &&
	       memcmp(a->commitment, b->commitment, DIGEST_SIZE) == 0;
}

static int
by_encoding(const void *a, const void *b)
{
	const struct sample *const *x = a, *const *y = b;

	return strcmp((*x)->encoding, (*y)->encoding);
}

static struct sample **
random_samples(void)
{
	struct sample **all = xcalloc(EVENTS, sizeof(*all));

	for (size_t i = 0; i < EVENTS; i++) {
		struct text t = {0};

		all[i] = xcalloc(1, sizeof(**all));
		random_event(all[i]);
		event_encode(&all[i]->e, uuid, &t);
		all[i]->encoding = hex(t.s, t.n);
		text_done(&t);
	}
	qsort(all, EVENTS, sizeof(*all), by_encoding);
	return all;
}

static void
two_different_events_never_have_the_same_bytes(void **state)
{
	struct sample **all = random_samples();

	(void)state;
	for (size_t i = 1; i < EVENTS; i++)
		if (strcmp(all[i - 1]->encoding, all[i]->encoding) == 0 &&
		    !same_event(&all[i - 1]->e, &all[i]->e))
			fail_msg("two events are both %s", all[i]->encoding);
	for (size_t i = 0; i < EVENTS; i++) {
		free(all[i]->encoding);
		free(all[i]);
	}
	free(all);
}

/* The random ones seldom differ in one place only: these do. */
static void
absent_is_not_empty_and_a_border_stays_where_it_is(void **state)
{
	struct event a = example(), b = example();
	struct text x = {0}, y = {0};

	(void)state;
	a.post = "";
	b.post = NULL;
	event_encode(&a, uuid, &x);
	event_encode(&b, uuid, &y);
	assert_false(x.n == y.n && memcmp(x.s, y.s, x.n) == 0);
	a.post = "clerk";
	a.capacity = "own";
	b.post = "clerko";
	b.capacity = "wn";
	text_clear(&x);
	text_clear(&y);
	event_encode(&a, uuid, &x);
	event_encode(&b, uuid, &y);
	assert_int_equal(x.n, y.n);
	assert_memory_not_equal(x.s, y.s, x.n);
	text_done(&x);
	text_done(&y);
}

static void
a_hash_depends_on_the_one_before_and_on_the_register(void **state)
{
	struct event e = example();
	unsigned char none[DIGEST_SIZE] = {0}, other[DIGEST_SIZE] = {1};
	unsigned char another[ID_SIZE] = {9};
	unsigned char first[DIGEST_SIZE], second[DIGEST_SIZE];

	(void)state;
	event_hash(&e, uuid, none, first);
	event_hash(&e, uuid, other, second);
	assert_memory_not_equal(first, second, DIGEST_SIZE);
	event_hash(&e, another, none, second);
	assert_memory_not_equal(first, second, DIGEST_SIZE);
}

static void
a_commitment_depends_on_salt_and_words(void **state)
{
	const unsigned char salt[ID_SIZE] = {1}, other[ID_SIZE] = {2};
	unsigned char first[DIGEST_SIZE], second[DIGEST_SIZE];

	(void)state;
	event_commit_to(salt, "{}", first);
	event_commit_to(other, "{}", second);
	assert_memory_not_equal(first, second, DIGEST_SIZE);
	event_commit_to(salt, "{ }", second);
	assert_memory_not_equal(first, second, DIGEST_SIZE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_encoding_is_the_one_documented),
	    cmocka_unit_test(the_hash_is_the_one_documented),
	    cmocka_unit_test(two_different_events_never_have_the_same_bytes),
	    cmocka_unit_test(
		absent_is_not_empty_and_a_border_stays_where_it_is),
	    cmocka_unit_test(
		a_hash_depends_on_the_one_before_and_on_the_register),
	    cmocka_unit_test(a_commitment_depends_on_salt_and_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
