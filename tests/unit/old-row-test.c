/* old-row-test.c -- columns and cells of old registers are understood */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/old-date.h"
#include "app/old-head.h"

#include "tests/test.h"

static void
head_of(const char *const *names, struct arena *a, struct old_head *h)
{
	static struct csv_row row;

	row = (struct csv_row){.number = 3};
	for (; names[row.n] != NULL; row.n++)
		row.cells[row.n] = names[row.n];
	old_head_read(&row, a, h);
}

/* Every name that was met for a column, one beside a number and a subject that
   leave it alone. */
static void
each_spelling_names_its_column(void **state)
{
	/* clang-format off */
	static const struct {
		enum old_field field;
		const char *names[16];
	} met[] = {
		{ OLD_NUMBER, { "เลขทะเบียน", "ทะเบียนรับ", "ทะเบียน", "เลขรับ",
		  "เลขทะเบียนรับ", "เลข ทะเบียน รับ", "ลำดับ" } },
		{ OLD_RECEIVED, { "วันที่รับ", "วันที่ลงรับ", "วันรับ", "ลงรับ",
		  "วันที่" } },
		{ OLD_REF, { "ที่หนังสือ", "เลขที่หนังสือ", "ที่", "เลขที่" } },
		{ OLD_DATED, { "ลงวันที่", "วันที่ลง", "วันที่หนังสือ", "วันที่เอกสาร" } },
		{ OLD_FROM, { "จาก", "ส่วนราชการ", "ผู้ส่ง", "หน่วยงาน",
		  "หน่วยงานผู้ส่ง" } },
		{ OLD_TO, { "ถึง", "เรียน", "ผู้รับ", "หน่วยงานรับ" } },
		{ OLD_ORDERED, { "ข้อสั่งการ" } },
		{ OLD_DOER, { "ผู้ปฏิบัติ" } },
		{ OLD_DUE, { "วันครบกำหนด", "กำหนดส่ง", "กำหนดส่งตอบรับ",
		  "กำหนดตอบกลับ" } },
		{ OLD_DONE, { "การปฏิบัติ" } },
		{ OLD_REMARK, { "หมายเหตุ" } },
		{ OLD_YEAR, { "ปีทะเบียน", "ปี พ.ศ.", "ปีพ.ศ" } },
		{ OLD_URGENCY, { "ชั้นความเร็ว", "ความเร่งด่วน" } },
		{ OLD_SECRECY, { "ชั้นความลับ" } },
	};
	/* clang-format on */
	static const char *const subjects[] = {"เรื่อง", "ชื่อเรื่อง", "หัวข้อ",
					       "เรื่อง/งาน", "ชื่อเอกสาร"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(met); i++)
		for (size_t k = 0; met[i].names[k] != NULL; k++) {
			bool is_number = met[i].field == OLD_NUMBER;
			const char *names[] = {is_number ? "อื่น ๆ" : "เลขรับ", "",
					       met[i].names[k], subjects[k % 5],
					       NULL};
			struct arena a = {0};
			struct old_head h;

			head_of(names, &a, &h);
			if (h.column[met[i].field] != 2)
				fail_msg("%s", met[i].names[k]);
			assert_int_equal(h.column[OLD_SUBJECT], 3);
			arena_done(&a);
		}
}

/* "ที่" and "ลำดับ" are what the other columns leave. */
static void
what_may_be_either_takes_what_is_left(void **state)
{
	/* clang-format off */
	static const struct {
		const char *names[6];
		int number, ref;
	} heads[] = {
		{ { "ที่", "จาก", "เรื่อง" }, 0, -1 },
		{ { "ลำดับ", "ที่", "จาก", "เรื่อง" }, 0, 1 },
		{ { "ที่", "เลขรับ", "จาก", "เรื่อง" }, 1, 0 },
		{ { "ลำดับ", "เลขรับ", "ที่", "เรื่อง" }, 1, 2 },
		{ { "ที่", "เลขที่หนังสือ", "จาก", "เรื่อง" }, 0, 1 },
		{ { "ที่", "เลขรับ", "ที่หนังสือ", "เรื่อง" }, 1, 2 },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(heads); i++) {
		struct arena a = {0};
		struct old_head h;

		head_of(heads[i].names, &a, &h);
		assert_true(old_head_is_one(&h));
		assert_int_equal(h.column[OLD_NUMBER], heads[i].number);
		assert_int_equal(h.column[OLD_REF], heads[i].ref);
		arena_done(&a);
	}
}

static void
a_heading_is_no_head(void **state)
{
	static const char *const title[] = {"ทะเบียนหนังสือรับ", "ปี พ.ศ.", NULL};
	struct arena a = {0};
	struct old_head h;

	(void)state;
	head_of(title, &a, &h);
	assert_false(old_head_is_one(&h));
	assert_true(old_title_says_sent("ทะเบียน หนังสือ ส่ง"));
	assert_false(old_title_says_sent("ทะเบียนหนังสือรับ"));
	arena_done(&a);
}

/* clang-format off */
static const struct {
	const char *cell, *time, *is; /* NULL: no date */
} days[] = {
	{ "๑๕ ม.ค. ๖๙", NULL, "2026-01-15T00:00:00+07:00" },
	{ "15/1/2569", NULL, "2026-01-15T00:00:00+07:00" },
	{ "2026-01-15", NULL, "2026-01-15T00:00:00+07:00" },
	{ "15/1/2569", "๑๐.๓๔ น.", "2026-01-15T10:34:00+07:00" },
	{ "15 ม.ค. 69 9.05 น.", NULL, "2026-01-15T09:05:00+07:00" },
	{ "46037", NULL, "2026-01-15T00:00:00+07:00" },
	{ "46037.5", NULL, "2026-01-15T12:00:00+07:00" },
	{ "244364", NULL, "2026-01-15T00:00:00+07:00" },
	{ "31/2/2569", NULL, NULL },
	{ "12", NULL, NULL },
	{ "99999", NULL, NULL },
	{ "15/1/2569", "25.00", NULL },
};
/* clang-format on */

static void
days_are_read_as_they_are_typed_and_as_they_are_counted(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(days); i++) {
		struct error err = {0};
		struct text t = {0};
		moment m = 0;
		bool ok = old_moment(days[i].cell, days[i].time, &m, &err);

		if (ok)
			text_add_iso_moment(&t, m);
		if (!text_is_same(ok ? text_str(&t) : NULL, days[i].is))
			fail_msg("%s: %s", days[i].cell,
				 ok ? text_str(&t) : err.detail);
		text_done(&t);
	}
}

static void
the_head_of_a_day_says_it(void **state)
{
	struct date d;

	(void)state;
	assert_true(
	    old_day_head("ทะเบียนหนังสือรับ วันที่ ๑๕ เดือน มกราคม พ.ศ. ๒๕๖๙", &d));
	assert_int_equal(date_compare(d, (struct date){2026, 1, 15}), 0);
	assert_false(old_day_head("ทะเบียนหนังสือรับ", &d));
	assert_false(old_day_head("วันที่รับ", &d));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_spelling_names_its_column),
	    cmocka_unit_test(what_may_be_either_takes_what_is_left),
	    cmocka_unit_test(a_heading_is_no_head),
	    cmocka_unit_test(
		days_are_read_as_they_are_typed_and_as_they_are_counted),
	    cmocka_unit_test(the_head_of_a_day_says_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
