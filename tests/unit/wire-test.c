/* wire-test.c -- messages come as they were sent, and garbage does no harm */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/wire.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { LIMIT = 1 << 16 };

static void
values_come_as_they_were_put(void **state)
{
	static const char zero[] = {'a', '\0', 'b'};
	struct text t = {0};
	struct wire w;
	size_t n;

	(void)state;
	wire_put_int(&t, INT64_MIN);
	wire_put_text(&t, "หนังสือ");
	wire_put_text(&t, "");
	wire_put_text(&t, NULL);
	wire_put_bytes(&t, zero, sizeof(zero));
	wire_put_bytes(&t, "", 0);
	w = wire_read(&t);
	assert_true(wire_int(&w) == INT64_MIN);
	assert_string_equal(wire_text(&w), "หนังสือ");
	assert_string_equal(wire_text(&w), "");
	assert_null(wire_text(&w));
	assert_memory_equal(wire_bytes(&w, &n), zero, sizeof(zero));
	assert_int_equal(n, sizeof(zero));
	assert_false(wire_is_read(&w));
	assert_non_null(wire_bytes(&w, &n));
	assert_int_equal(n, 0);
	assert_true(wire_is_read(&w));
	text_done(&t);
}

static void
what_is_of_another_type_or_missing_is_bad(void **state)
{
	struct text t = {0};
	struct wire w;

	(void)state;
	w = wire_read(&t);
	assert_null(wire_text(&w));
	assert_true(w.is_bad);
	wire_put_text(&t, "12");
	w = wire_read(&t);
	assert_true(wire_int(&w) == 0);
	assert_false(wire_is_read(&w));
	/* what is bad stays so */
	assert_null(wire_text(&w));
	text_done(&t);
}

static void
a_text_is_whole_and_utf8(void **state)
{
	static const struct {
		const char *bytes;
		size_t n;
	} bad[] = {
	    {"t\1\0\0\0a", 6},    /* no end */
	    {"t\3\0\0\0a\0b", 8}, /* an end inside */
	    {"t\2\0\0\0\377", 7}, /* no UTF-8 */
	    {"t\377\0\0\0a", 6},  /* longer than the message */
	    {"t\0\0\0\0", 5},     /* not even an end */
	    {"t\2\0", 3},         /* half a length */
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct wire w = {bad[i].bytes, bad[i].n, false};

		assert_null(wire_text(&w));
		assert_true(w.is_bad);
	}
}

static void
messages_pass_a_socket_whole_or_not_at_all(void **state)
{
	struct text t = {0}, got = {0};
	uint32_t much = LIMIT + 1;
	int ends[2];

	(void)state;
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	wire_put_text(&t, "หนังสือ");
	assert_true(wire_send(ends[0], &t));
	assert_true(wire_send(ends[0], &t));
	assert_true(wire_receive(ends[1], LIMIT, &got));
	assert_int_equal(got.n, t.n);
	assert_memory_equal(got.s, t.s, t.n);
	assert_false(wire_receive(ends[1], 3, &got));
	assert_int_equal(write(ends[1], &much, sizeof(much)), sizeof(much));
	assert_false(wire_receive(ends[0], LIMIT, &got));
	/* half a message, and then nobody is there */
	much = LIMIT;
	assert_int_equal(write(ends[1], &much, sizeof(much)), sizeof(much));
	assert_int_equal(write(ends[1], "half", 4), 4);
	close(ends[1]);
	assert_false(wire_receive(ends[0], LIMIT, &got));
	assert_false(wire_send(ends[0], &t));
	close(ends[0]);
	text_done(&t);
	text_done(&got);
}

/* Any bytes: no read goes past them (sanitizers look), and reading ends. */
static void
garbage_is_read_without_harm(void **state)
{
	enum { ROUNDS = 20000, LONGEST = 40 };
	static const char tags[] = "itbn\0\1\2\5";
	uint64_t seed = 28;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		size_t n = fixture_draw(&seed, LONGEST), size;
		char *bytes = xmalloc(n + 1);
		struct wire w = {bytes, n, false};

		for (size_t i = 0; i < n; i++)
			bytes[i] = fixture_draw(&seed, 3) == 0
				       ? (char)fixture_draw(&seed, 256)
				       : tags[fixture_draw(&seed, 8)];
		while (!w.is_bad && w.left > 0) {
			const char *s = "";

			if (fixture_draw(&seed, 2) == 0)
				s = wire_text(&w);
			else if (fixture_draw(&seed, 2) == 0)
				wire_bytes(&w, &size);
			else
				wire_int(&w);
			assert_true(s == NULL || utf8_fault(s, strlen(s)) < 0);
		}
		free(bytes);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(values_come_as_they_were_put),
	    cmocka_unit_test(what_is_of_another_type_or_missing_is_bad),
	    cmocka_unit_test(a_text_is_whole_and_utf8),
	    cmocka_unit_test(messages_pass_a_socket_whole_or_not_at_all),
	    cmocka_unit_test(garbage_is_read_without_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
