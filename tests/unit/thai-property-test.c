/* thai-property-test.c -- what must hold for any text, on random ones */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "tests/test.h"

enum { ROUNDS = 3000, CODES_MAX = 24 };

/* xorshift64: the same texts on every machine. */
static uint64_t seed = 0x5A5A2569u;

static uint32_t
draw(uint32_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 16) % below;
}

/* Mostly Thai, with marks often; some ASCII, controls, bidirectional marks,
   wide characters, wrong bytes. */
static void
random_text(struct text *t)
{
	static const uint32_t marks[] = {0x0E31, 0x0E34, 0x0E38, 0x0E3A,
					 0x0E48, 0x0E49, 0x0E4C, 0x0E4D,
					 0x0E32, 0x0E33, 0x0301};
	static const uint32_t others[] = {' ',    '\n',   '\r',    0x1B,
					  0x85,   0x200B, 0x202E,  0xFEFF,
					  0x4E00, 0x25CC, 0x1F4CE, 0xF70A};

	text_clear(t);
	for (uint32_t n = draw(CODES_MAX); n > 0; n--) {
		uint32_t kind = draw(10);

		if (kind < 4)
			text_add_code(t, 0x0E01 + draw(0x5B));
		else if (kind < 7)
			text_add_code(t, marks[draw(ARRAY_SIZE(marks))]);
		else if (kind < 8)
			text_add_code(t, 0x20 + draw(0x5F));
		else if (kind < 9)
			text_add_code(t, others[draw(ARRAY_SIZE(others))]);
		else
			text_printf(t, "%c", (char)(0x80 + draw(0x80)));
	}
}

static bool
is_border(const char *s, size_t n, size_t border)
{
	size_t at = 0;

	while (at < border)
		at += cluster_next(s + at, n - at).n;
	return at == border;
}

static void
cutting_at_any_width_keeps_clusters_whole(void **state)
{
	struct text t = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		random_text(&t);
		for (int columns = 0; columns < 30; columns++) {
			int used;
			size_t n = thai_fit(text_str(&t), columns, &used);

			assert_true(is_border(text_str(&t), t.n, n));
			assert_true(used <= columns);
			/* and the next would not have fitted */
			if (n < t.n)
				assert_true(
				    used +
					cluster_next(t.s + n, t.n - n).columns >
				    columns);
		}
	}
	text_done(&t);
}

static void
a_padded_field_has_exactly_its_columns(void **state)
{
	struct text t = {0}, field = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		random_text(&t);
		for (int columns = 0; columns < 20; columns++) {
			text_clear(&field);
			thai_add_padded(&field, text_str(&t), columns, i % 2);
			assert_int_equal(thai_columns(text_str(&field)),
					 columns);
			assert_false(
			    cluster_next(text_str(&field), field.n).loose_mark);
		}
	}
	text_done(&t);
	text_done(&field);
}

static void
a_step_back_undoes_a_step_forward(void **state)
{
	struct text t = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		random_text(&t);
		for (size_t at = 0; at < t.n;) {
			struct cluster c = cluster_next(t.s + at, t.n - at);

			assert_true(c.n > 0);
			assert_true(c.columns > 0);
			assert_int_equal(cluster_before(t.s, at + c.n), at);
			at += c.n;
		}
		assert_int_equal(cluster_before(text_str(&t), 0), 0);
	}
	text_done(&t);
}

static bool
has_unsafe(const char *s, bool keep_lines)
{
	size_t n = strlen(s);
	uint32_t code;

	for (size_t at = 0; at < n;) {
		at += utf8_next(s + at, n - at, &code);
		if (keep_lines && (code == '\n' || code == '\t'))
			continue;
		if (code_is_unsafe(code))
			return true;
	}
	return false;
}

static void
visible_text_holds_nothing_unsafe(void **state)
{
	struct text t = {0}, visible = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		bool keep_lines = i % 2;

		random_text(&t);
		text_clear(&visible);
		text_add_visible(&visible, text_str(&t), keep_lines);
		assert_false(has_unsafe(text_str(&visible), keep_lines));
		assert_true(visible.n >= t.n);
		assert_int_equal(utf8_fault(text_str(&visible), visible.n), -1);
	}
	text_done(&t);
	text_done(&visible);
}

static void
normalising_twice_is_normalising_once(void **state)
{
	struct text t = {0};

	(void)state;
	for (int i = 0; i < 10 * ROUNDS; i++) {
		char *once, *twice;

		random_text(&t);
		once = thai_normalise(text_str(&t));
		twice = thai_normalise(once);
		assert_string_equal(once, twice);
		free(once);
		free(twice);
	}
	text_done(&t);
}

/* All that lines may leave out is spaces and line ends. */
static void
collect_dense(void *ctx, const char *s, size_t n)
{
	struct text *t = ctx;

	for (size_t i = 0; i < n; i++)
		if (!strchr(" \t\n", s[i]))
			text_add_n(t, s + i, 1);
}

static void
wrapping_loses_nothing_but_spaces(void **state)
{
	struct text t = {0}, all = {0}, lines = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		random_text(&t);
		text_clear(&all);
		text_clear(&lines);
		collect_dense(&all, text_str(&t), t.n);
		thai_wrap(text_str(&t), (int)draw(12), collect_dense, &lines);
		assert_string_equal(text_str(&all), text_str(&lines));
	}
	text_done(&t);
	text_done(&all);
	text_done(&lines);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cutting_at_any_width_keeps_clusters_whole),
	    cmocka_unit_test(a_padded_field_has_exactly_its_columns),
	    cmocka_unit_test(a_step_back_undoes_a_step_forward),
	    cmocka_unit_test(visible_text_holds_nothing_unsafe),
	    cmocka_unit_test(normalising_twice_is_normalising_once),
	    cmocka_unit_test(wrapping_loses_nothing_but_spaces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
