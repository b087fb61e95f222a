/* garbage-test.c -- whatever the file holds, an answer comes, and is short */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/text.h"

#include "intake/intake.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { LARGE = 10 << 20, LONG_LINE = 1000000 };

/* However much comes in: a wrong byte becomes three at most, and no list goes
   on for ever.  (A reading that does not end is ended by make check.) */
static void
check_answer(const struct reading *r)
{
	assert_true(strlen(r->text) <= 3 * INTAKE_MAX_BYTES);
	assert_true(r->n_stamps <= LIST_MAX);
	assert_true(r->n_notes <= LIST_MAX);
	assert_true(r->n_candidates <= LIST_MAX + r->n_letters);
	assert_true(r->n_warnings <= LIST_MAX);
	for (size_t i = 0; i < r->n_letters; i++) {
		const struct read_letter *l = &r->letters[i];

		assert_true(l->n_references <= LIST_MAX);
		assert_true(l->n_enclosures <= LIST_MAX);
		assert_true(l->n_duties <= LIST_MAX);
		assert_true(l->n_links <= LIST_MAX);
	}
}

static void
read_all_of(const struct text *t)
{
	struct arena a = {0};
	struct reading r;

	intake_read(text_str(t), t->n, &a, &r);
	check_answer(&r);
	arena_done(&a);
}

static void
ten_megabytes_of_anything_are_answered(void **state)
{
	uint64_t seed = 3;
	struct text t = {0};

	(void)state;
	while (t.n < LARGE) {
		char bytes[64];

		for (size_t i = 0; i < sizeof(bytes); i++)
			bytes[i] = (char)fixture_draw(&seed, 256);
		text_add_n(&t, bytes, sizeof(bytes));
	}
	read_all_of(&t);
	text_done(&t);
}

/* Words that begin something, a million times and never finished. */
static void
a_line_of_a_million_is_answered(void **state)
{
	static const char *const words[] = {
	    "ก",          "๑",     " ",     "(",          "/",
	    "ที่ พบ ๐๐๑๗/", "หนังสือ", "ภายใน", "ภายในวันที่ ๑", "ทุก",
	    "จำนวน ๑ ",   "๑. ",   "โทร. ", "เลขรับ ",     "ผ่าน ",
	    "o๑",         "นาย",   "เ",     "ว่าที่",        "a.b/",
	    "@",          "..",    "[",     "ท า",        "จึงเรียนมาเพื่อ"};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct text t = {0};

		text_add(&t, "เรื่อง ก\nเรียน ข\nด้วย ");
		for (size_t n = 0; n < LONG_LINE; n += strlen(words[i]))
			text_add(&t, words[i]);
		read_all_of(&t);
		text_done(&t);
	}
}

/* ... and a million lines. */
static void
a_million_short_lines_are_answered(void **state)
{
	static const char *const lines[] = {"\n",
					    "ก\n",
					    "ที่ พบ ๐๐๑๗/๑\n",
					    "เรื่อง ก\n",
					    "เรียน ข\n",
					    "(นายก ข)\n",
					    "เลขรับ ๑\n",
					    "๑. ก\n",
					    "สำนักงาน\n",
					    "บันทึกข้อความ\n",
					    "โทร. ๑\n",
					    "จึงเรียนมา\n",
					    "คำสั่ง\n",
					    "สิ่งที่ส่งมาด้วย ก\n",
					    "สำนักงาน\n๑ ม.ค. ๖๙\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct text t = {0};

		text_add(&t, "ที่ พบ ๐๐๑๗/๑\nถึง ข\nด้วย ก\n");
		for (size_t n = 0; n < LONG_LINE; n += strlen(lines[i]))
			text_add(&t, lines[i]);
		read_all_of(&t);
		text_done(&t);
	}
}

static void
a_nul_in_the_middle_hides_nothing(void **state)
{
	const struct embedded *file = embedded_find("letters/004.txt");
	struct arena a = {0};
	struct reading r;
	struct text t = {0};

	(void)state;
	text_add_n(&t, "\0\0", 2);
	text_add_n(&t, file->text, file->n);
	text_insert(&t, 200, "\n\0\n", 3);
	intake_read(t.s, t.n, &a, &r);
	assert_int_equal(r.n_letters, 1);
	assert_int_equal(r.letters[0].n_duties, 1);
	text_done(&t);
	arena_done(&a);
}

/* Each letter cut off at every place: no crash, whatever is missing. */
static void
half_a_letter_is_read_as_far_as_it_goes(void **state)
{
	const struct embedded *file = embedded_find("letters/003.txt");

	(void)state;
	for (size_t n = 0; n < file->n; n += 17) {
		struct arena a = {0};
		struct reading r;
		/* So that a sanitizer sees one byte too many. */
		char *cut = n > 0 ? xstrndup(file->text, n) : xstrdup("");

		intake_read(cut, n, &a, &r);
		assert_true(r.n_letters <= 2);
		check_answer(&r);
		free(cut);
		arena_done(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ten_megabytes_of_anything_are_answered),
	    cmocka_unit_test(a_line_of_a_million_is_answered),
	    cmocka_unit_test(a_million_short_lines_are_answered),
	    cmocka_unit_test(a_nul_in_the_middle_hides_nothing),
	    cmocka_unit_test(half_a_letter_is_read_as_far_as_it_goes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
