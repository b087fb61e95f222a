/* editor-change-test.c -- cut out, put in, pasted, taken back, done again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "tests/unit/editing.h"

static void
what_is_killed_in_one_go_can_be_put_in_elsewhere(void **state)
{
	struct editor e = {0}, other = {0};

	(void)state;
	editor_set(&e, "เรียน ปลัด อบต.");
	move(&e, "kill-word");
	move(&e, "kill-word");
	assert_is(&e, "เรียน |");
	move(&e, "yank");
	assert_is(&e, "เรียน ปลัด อบต.|");
	move(&e, "text-start");
	move(&e, "kill-word-right");
	assert_is(&e, "| ปลัด อบต.");
	move(&e, "right");
	move(&e, "kill-end");
	assert_is(&e, " |");
	move(&e, "kill-start");
	assert_is(&e, "|");
	move(&other, "yank");
	assert_is(&other, " ปลัด อบต.|");
	editor_done(&e);
	editor_done(&other);
}

static void
a_run_of_typing_is_one_step_back_and_forth(void **state)
{
	struct editor e = {0};

	(void)state;
	type(&e, "ที่น้ำ");
	move(&e, "line-start");
	type(&e, "ก");
	move(&e, "erase-right");
	assert_is(&e, "ก|น้ำ");
	move(&e, "undo");
	assert_is(&e, "ก|ที่น้ำ");
	move(&e, "undo");
	assert_is(&e, "|ที่น้ำ");
	move(&e, "undo");
	move(&e, "undo");
	assert_is(&e, "|");
	move(&e, "redo");
	assert_is(&e, "ที่น้ำ|");
	move(&e, "redo");
	move(&e, "redo");
	move(&e, "redo");
	assert_is(&e, "ก|น้ำ");
	move(&e, "undo");
	type(&e, "x");
	move(&e, "redo");
	assert_is(&e, "กx|ที่น้ำ");
	editor_done(&e);
}

static void
what_stood_there_at_first_cannot_be_undone(void **state)
{
	struct editor e = {0};

	(void)state;
	editor_set(&e, "เดิม");
	move(&e, "undo");
	assert_is(&e, "เดิม|");
	editor_replace(&e, "สำนวน");
	assert_is(&e, "สำนวน|");
	move(&e, "undo");
	assert_is(&e, "เดิม|");
	editor_done(&e);
}

static void
enter_makes_a_line_only_where_there_are_several(void **state)
{
	struct editor e = {0}, lines = {.has_lines = true};

	(void)state;
	assert_false(editor_key(&e, K_ENTER));
	type(&lines, "ก");
	assert_true(editor_key(&lines, K_ENTER));
	type(&lines, "ข");
	assert_is(&lines, "ก\nข|");
	move(&lines, "erase");
	move(&lines, "erase");
	assert_is(&lines, "ก|");
	move(&lines, "undo");
	assert_is(&lines, "ก\nข|");
	editor_done(&e);
	editor_done(&lines);
}

static void
lines_are_killed_as_they_are_written(void **state)
{
	struct editor e = {.has_lines = true};

	(void)state;
	editor_set(&e, "aa bb\ncc dd\nee");
	editor_layout(&e, 3, 8);
	move(&e, "up");
	move(&e, "kill-start");
	assert_is(&e, "aa bb\n| dd\nee");
	move(&e, "kill-start");
	assert_is(&e, "aa bb| dd\nee");
	move(&e, "kill-end");
	assert_is(&e, "aa bb|\nee");
	move(&e, "kill-end");
	assert_is(&e, "aa bb|ee");
	editor_done(&e);
}

static void
a_paste_is_one_step_and_says_what_became_of_it(void **state)
{
	struct editor e = {0}, lines = {.has_lines = true};
	struct pasted got;

	(void)state;
	type(&e, "ก");
	got = editor_paste(&e, "\r\nหนึ่ง \r\n\r\n สอง\rสาม\n");
	assert_is(&e, "กหนึ่ง สอง สาม|");
	assert_true(got.is_folded);
	assert_int_equal(got.dropped, 0);
	type(&e, "x");
	move(&e, "undo");
	move(&e, "undo");
	assert_is(&e, "ก|");
	got = editor_paste(&e, "ข\x1b[31m\xE2\x80\xAEค\xff\tง\n");
	assert_is(&e, "กข[31mค ง|");
	assert_false(got.is_folded);
	assert_int_equal(got.dropped, 3);
	got = editor_paste(&lines, "หนึ่ง\r\nสอง\rสาม\n");
	assert_is(&lines, "หนึ่ง\nสอง\nสาม\n|");
	assert_false(got.is_folded);
	editor_done(&e);
	editor_done(&lines);
}

static void
too_long_a_paste_is_cut_between_clusters_and_told(void **state)
{
	struct text t = {0};
	struct editor e = {0};

	(void)state;
	while (t.n < EDITOR_MAX_BYTES + 10)
		text_add(&t, "ที่");
	struct pasted got = editor_paste(&e, text_str(&t));
	assert_true(got.is_cut);
	assert_int_equal(e.text.n, EDITOR_MAX_BYTES / 9 * 9);
	assert_int_equal(e.at, e.text.n);
	for (int i = 0; i < 9; i++)
		assert_true(editor_key(&e, 0x0E01));
	assert_int_equal(e.text.n, EDITOR_MAX_BYTES / 3 * 3);
	editor_done(&e);
	text_done(&t);
}

static uint64_t seed = 0x5A5A2569u;

static uint32_t
draw(uint32_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 16) % below;
}

static uint32_t
random_key(void)
{
	static const uint32_t marks[] = {0x0E31, 0x0E34, 0x0E38, 0x0E48,
					 0x0E49, 0x0E4D, 0x0E32, 0x0E33};

	if (draw(3) == 0)
		return marks[draw(ARRAY_SIZE(marks))];
	if (draw(4) == 0)
		return draw(2) == 0 ? ' ' : K_ENTER;
	return draw(2) == 0 ? 0x0E01 + draw(0x5B) : 'a' + draw(26);
}

static void
do_anything(struct editor *e)
{
	static const char *const texts[] = {"น้ำ\nที่", "เปาบุ้นจิ้น สำนักปลัด", "่ ",
					    "a\r\nb\x1b", ""};
	size_t n = 0;

	while (moves[n].name)
		n++;
	switch (draw(8)) {
	case 0:
		editor_paste(e, texts[draw(ARRAY_SIZE(texts))]);
		break;
	case 1:
		editor_replace(e, texts[draw(ARRAY_SIZE(texts))]);
		break;
	case 2:
	case 3:
	case 4:
		editor_key(e, random_key());
		break;
	default:
		editor_move(e, &moves[draw((uint32_t)n)]);
	}
}

static void
whatever_is_done_no_cluster_is_cut_and_undo_brings_it_back(void **state)
{
	enum { ROUNDS = 300, ACTS = 60 };

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct editor e = {.has_lines = draw(2) == 0};

		editor_set(&e, "เรียน ปลัด อบต. ที่น้ำ");
		char *start = xstrdup(editor_text(&e));
		for (int i = 0; i < ACTS; i++) {
			editor_layout(&e, 3, 5 + (int)draw(20));
			do_anything(&e);
			assert_int_equal(editor_border(&e, e.at), e.at);
			assert_int_equal(utf8_fault(e.text.s, e.text.n), -1);
		}
		type(&e, "z"); /* nothing is left to be done again */
		char *end = xstrdup(editor_text(&e));
		for (int i = 0; i <= ACTS; i++)
			move(&e, "undo");
		assert_string_equal(editor_text(&e), start);
		for (int i = 0; i <= ACTS; i++)
			move(&e, "redo");
		assert_string_equal(editor_text(&e), end);
		free(start);
		free(end);
		editor_done(&e);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_killed_in_one_go_can_be_put_in_elsewhere),
	    cmocka_unit_test(a_run_of_typing_is_one_step_back_and_forth),
	    cmocka_unit_test(what_stood_there_at_first_cannot_be_undone),
	    cmocka_unit_test(enter_makes_a_line_only_where_there_are_several),
	    cmocka_unit_test(lines_are_killed_as_they_are_written),
	    cmocka_unit_test(a_paste_is_one_step_and_says_what_became_of_it),
	    cmocka_unit_test(too_long_a_paste_is_cut_between_clusters_and_told),
	    cmocka_unit_test(
		whatever_is_done_no_cluster_is_cut_and_undo_brings_it_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
