/* duty-test.c -- every wording of a duty, and what is no duty */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#include "intake/reading.h"

#include "tests/test.h"

/* A letter of Monday 2 February 2569. */
static const char HEAD[] = "ที่ พบ ๐๐๑๗.๑/๕\n\nศาลากลางจังหวัดเพชรบุรี\n\n"
			   "๒ กุมภาพันธ์ ๒๕๖๙\n\nเรื่อง ก\n\nเรียน ข\n\n";
static const char FOOT[] =
    "\n\nจึงเรียนมาเพื่อทราบ\n\nขอแสดงความนับถือ\n\n(นายก ข)\nปลัดจังหวัด\n";

struct wording {
	const char *words;
	const char *due;   /* NULL = none */
	const char *rrule; /* NULL = once */
	int days;          /* after receipt; 0 = not so */
	bool working;
};

/* clang-format off */
static const struct wording wordings[] = {
	/* one day */
	{"รายงานภายในวันที่ ๒๐ เมษายน ๒๕๖๙", "2026-04-20", NULL, 0, false},
	{"ส่งภายใน ๒๐ เม.ย. ๖๙", "2026-04-20", NULL, 0, false},
	{"ไม่เกินวันที่ 20 เมษายน พ.ศ. 2569", "2026-04-20", NULL, 0, false},
	{"ภายในวันศุกร์ที่ ๒๐ มีนาคม ๒๕๖๙", "2026-03-20", NULL, 0, false},
	{"ภายในวันที่ ๒๐ เมษายน ศกนี้", "2026-04-20", NULL, 0, false},
	{"ให้แล้วเสร็จในวันที่ ๒๐/๔/๒๕๖๙", "2026-04-20", NULL, 0, false},
	/* months, weeks */
	{"ให้แล้วเสร็จภายในเดือนเมษายน ๒๕๖๙", "2026-04-30", NULL, 0, false},
	{"ภายในสิ้นเดือน กุมภาพันธ์ พ.ศ. ๒๕๗๑", "2028-02-29", NULL, 0, false},
	{"ภายในสิ้นเดือนนี้", "2026-02-28", NULL, 0, false},
	{"ภายในสัปดาห์ที่ ๓ ของเดือนมีนาคม พ.ศ. ๒๕๖๙", "2026-03-20", NULL, 0, false},
	{"ภายในสัปดาห์ที่สามของเดือนมีนาคม ๒๕๖๙", "2026-03-20", NULL, 0, false},
	{"ภายในสัปดาห์แรกของเดือนมีนาคม ๒๕๖๙", "2026-03-06", NULL, 0, false},
	{"ภายในสัปดาห์สุดท้ายของเดือนมีนาคม ๒๕๖๙", "2026-03-31", NULL, 0, false},
	{"ภายในสัปดาห์ที่ ๕ ของเดือนเมษายน ๒๕๖๙", "2026-04-30", NULL, 0, false},
	{"ภายในวันทำการสุดท้ายของเดือนพฤษภาคม ๒๕๖๙", "2026-05-29", NULL, 0, false},
	{"ก่อนวันที่ ๑ มีนาคม ๒๕๖๙", "2026-02-28", NULL, 0, false},
	{"ภายในเวลา ๑๖.๓๐ น. ของวันที่ ๒๐ มีนาคม ๒๕๖๙", "2026-03-20", NULL, 0, false},
	{"ส่งใบสมัครตั้งแต่บัดนี้จนถึงวันที่ ๒๐ มีนาคม ๒๕๖๙", "2026-03-20", NULL, 0, false},
	{"ภายในวันที่ ๒๐ ของเดือนนี้", "2026-02-20", NULL, 0, false},
	{"กำหนดส่งภายในวันที่ ๒๐ มีนาคม ๒๕๖๙", "2026-03-20", NULL, 0, false},
	{"ภายในเที่ยงวันของวันที่ ๒๐ มีนาคม ๒๕๖๙", "2026-03-20", NULL, 0, false},
	{"ก่อนสิ้นเดือนมีนาคม ๒๕๖๙", "2026-03-31", NULL, 0, false},
	{"ภายในวันที่ ๒๕ ของทุกเดือน ตั้งแต่เดือนมีนาคม - กันยายน ๒๕๖๙",
	 "2026-03-25", "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20260930", 0, false},
	{"รายงานภายในวันนี้", "2026-02-02", NULL, 0, false},
	{"ระหว่างวันที่ ๑ - ๕ ของทุกเดือน", NULL, "FREQ=MONTHLY;BYMONTHDAY=5", 0, false},
	{"ทุกวันที่ ๕ และวันที่ ๒๐ ของเดือน", NULL, "FREQ=MONTHLY;BYMONTHDAY=5,20", 0, false},
	{"ภายในเดือนเมษายน และเดือนตุลาคม ของทุกปี",
	 NULL, "FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=-1", 0, false},
	{"ภายในวันที่ ๑๐ มกราคม และ ๑๐ กรกฎาคม ของทุกปี",
	 NULL, "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=10", 0, false},
	{"ภายในเวลาสามสิบวันนับแต่วันที่ได้รับหนังสือนี้", NULL, NULL, 30, false},
	{"ภายในหนึ่งพันสองร้อยวันนับแต่วันที่ได้รับหนังสือ", NULL, NULL, 1200, false},
	/* every month */
	{"ทุกวันที่ ๑ ของเดือน โดยเริ่มรายงานครั้งแรกในวันที่ ๑ กรกฎาคม ๒๕๖๙",
	 "2026-07-01", "FREQ=MONTHLY;BYMONTHDAY=1", 0, false},
	{"ทุกวันที่ ๒๐ ของเดือน จำนวน ๔ ครั้ง โดยรายงานครั้งที่ ๑ ภายในวันที่ ๕ มีนาคม ๒๕๖๙",
	 "2026-03-05", "FREQ=MONTHLY;BYMONTHDAY=20;COUNT=4", 0, false},
	{"ทุกวันที่ ๑ ของ\nเดือนต่อไป", NULL, "FREQ=MONTHLY;BYMONTHDAY=1", 0, false},
	{"ภายในวันที่ ๑๕ ของทุกเดือน", NULL, "FREQ=MONTHLY;BYMONTHDAY=15", 0, false},
	{"ทุกรอบเดือน (รายงานภายในวันที่ ๕ ของเดือนถัดไป)",
	 NULL, "FREQ=MONTHLY;BYMONTHDAY=5", 0, false},
	{"ทุกเดือน ภายในวันที่ ๕", NULL, "FREQ=MONTHLY;BYMONTHDAY=5", 0, false},
	{"ภายในวันที่ ๕ ของทุกเดือน เริ่มตั้งแต่เดือนมีนาคม ๒๕๖๙ จนถึงเดือนกันยายน ๒๕๖๙",
	 "2026-03-05", "FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20260930", 0, false},
	{"รายงานทุกสิ้นเดือน", NULL, "FREQ=MONTHLY;BYMONTHDAY=-1", 0, false},
	{"ภายในวันทำการสุดท้ายของทุกเดือน", NULL,
	 "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 0, false},
	/* every day, week, year */
	{"รายงานผลทุกวันศุกร์", NULL, "FREQ=WEEKLY;BYDAY=FR", 0, false},
	{"ภายในวันพุธของทุกสัปดาห์", NULL, "FREQ=WEEKLY;BYDAY=WE", 0, false},
	{"รายงานทุกวัน ภายในเวลา ๑๖.๐๐ น.", NULL, "FREQ=DAILY", 0, false},
	{"ภายในวันที่ ๓๐ กันยายน ของทุกปี", NULL,
	 "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30", 0, false},
	/* counted from receipt, in digits and words */
	{"ภายใน ๑๕ วัน นับแต่วันที่ได้รับหนังสือฉบับนี้", NULL, NULL, 15, false},
	{"ภายในสามสิบวันนับแต่วันที่ได้รับแจ้ง", NULL, NULL, 30, false},
	{"ภายใน ๑๕ (สิบห้า) วัน นับจากวันได้รับหนังสือ", NULL, NULL, 15, false},
	{"ภายใน ๗ วันทำการ นับถัดจากวันที่ได้รับหนังสือนี้", NULL, NULL, 7, true},
	{"ภายในห้าวันทำการ นับตั้งแต่วันที่ได้รับหนังสือ", NULL, NULL, 5, true},
	{"ภายใน 3 วันหลังจากได้รับหนังสือ", NULL, NULL, 3, false},
	{"ภายใน ๒ สัปดาห์ นับแต่วันที่ได้รับหนังสือ", NULL, NULL, 14, false},
	/* counted from another day */
	{"ภายใน ๑๐ วัน นับแต่วันที่ในหนังสือนี้", "2026-02-12", NULL, 0, false},
	{"ภายใน ๓๐ วัน นับแต่วันที่ ๑ มีนาคม ๒๕๖๙", "2026-03-31", NULL, 0, false},
	/* fiscal quarters and years */
	{"ภายในสามสิบวันนับจากวันสิ้นไตรมาส", NULL,
	 "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=30", 0, false},
	{"ภายใน ๑๕ วัน นับแต่วันสิ้นไตรมาสที่ ๒ ของปีงบประมาณ พ.ศ. ๒๕๖๙",
	 "2026-04-15", NULL, 0, false},
	{"ภายในไตรมาสที่ ๑ ของปีงบประมาณ พ.ศ. ๒๕๗๐", "2026-12-31", NULL, 0, false},
	{"ภายในไตรมาสที่ ๔ ปีงบประมาณ พ.ศ. ๒๕๖๙", "2026-09-30", NULL, 0, false},
	{"ภายในสิ้นปีงบประมาณ พ.ศ. ๒๕๖๙", "2026-09-30", NULL, 0, false},
	{"ภายใน ๓๐ วัน นับแต่วันสิ้นปีงบประมาณ พ.ศ. ๒๕๖๙", "2026-10-30", NULL, 0, false},
	{"ทุกไตรมาส ภายในวันที่ ๕ ของเดือนถัดไป", NULL,
	 "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5", 0, false},
	{"รายงานทุกสิ้นไตรมาส", NULL,
	 "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", 0, false},
};

/* A day to meet, a length without an anchor, a custom: no duty has a date. */
static const char *const no_duties[] = {
	"ขับเคลื่อนให้เห็นผลภายใน ๓ เดือน",
	"ให้กระทรวงมหาดไทยทราบทุกเดือน",
	"ประชุมในวันที่ ๒๐ เมษายน ๒๕๖๙ เวลา ๐๙.๐๐ น.",
	"ระหว่างวันที่ ๑ - ๕ มีนาคม ๒๕๖๙",
	"ระหว่างเดือนมกราคม - พฤษภาคม ๒๕๖๙",
	"แต่งกายผ้าไทยทุกวันศุกร์",
	"รายงานทุกหกเดือน",
	"ตามพระราชบัญญัติภาษี กำหนดให้ชำระภาษีภายในเดือนเมษายนของทุกปี",
	"ภายในวันที่ ๒๐ มีนาคม ๒๕๒๓",
	"รายงานปีละ ๒ ครั้ง",
	"ภายในสัปดาห์ที่ ๙ ของเดือนมีนาคม ๒๕๖๙",
	"ภายใน ๔๕ วันนับจากวันสิ้นไตรมาส",
	"ภายในพื้นที่ ทุกหมู่บ้าน ก่อนหน้านี้",
	"ภายในวันที่ ๑ มกราคม ๒๕๖๙ นั้น",
	"",
};
/* clang-format on */

static struct read_letter
read_body(struct arena *a, const char *words, struct reading *r)
{
	struct text t = {0};

	text_printf(&t, "%sด้วยจังหวัดขอให้ %s%s", HEAD, words, FOOT);
	intake_read(t.s, t.n, a, r);
	text_done(&t);
	assert_int_equal(r->n_letters, 1);
	return r->letters[0];
}

static const char *
due_of(struct arena *a, const struct read_duty *d)
{
	struct text t = {0};
	const char *s;

	text_add_iso_date(&t, d->due);
	s = t.n > 0 ? arena_strdup(a, t.s) : NULL;
	text_done(&t);
	return s;
}

static bool
is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void
every_wording_is_understood(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(wordings); i++) {
		const struct wording *w = &wordings[i];
		struct reading r;
		struct read_letter l = read_body(&a, w->words, &r);
		const struct read_duty *d = l.duties;

		if (l.n_duties != 1 || !is_same(due_of(&a, d), w->due) ||
		    !is_same(d->rrule, w->rrule) ||
		    d->days_after_receipt != w->days ||
		    d->working_days != w->working)
			fail_msg("%s: %zu duties; due %s, rrule %s", w->words,
				 l.n_duties, l.n_duties ? due_of(&a, d) : "-",
				 l.n_duties && d->rrule ? d->rrule : "-");
	}
	arena_done(&a);
}

static void
nothing_is_made_a_duty_that_is_none(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(no_duties); i++) {
		struct reading r;
		struct read_letter l = read_body(&a, no_duties[i], &r);

		if (l.n_duties != 0)
			fail_msg("%s: %s", no_duties[i], l.duties[0].words);
	}
	arena_done(&a);
}

static void
a_day_that_cannot_be_read_is_told_and_not_invented(void **state)
{
	static const char *const words[] = {"ภายในวันที่ ๒๐ เมษายน",
					    "ภายในวันที่ ๓๑ กุมภาพันธ์ ๒๕๖๙"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		struct arena a = {0};
		struct reading r;
		struct read_letter l = read_body(&a, words[i], &r);

		assert_int_equal(l.n_duties, 1);
		assert_int_equal(l.duties[0].due.year, 0);
		assert_int_equal(l.duties[0].sure, FIELD_DOUBTFUL);
		assert_int_equal(r.n_warnings, 1);
		assert_int_equal(r.warnings[0].code, WARN_DUTY_DATE_UNREADABLE);
		arena_done(&a);
	}
}

static void
what_is_said_twice_is_asked_once(void **state)
{
	struct arena a = {0};
	struct reading r;
	struct read_letter l =
	    read_body(&a,
		      "ทุกวันที่ ๑ ของเดือน เริ่มรายงานครั้งแรกในวันที่ ๑ มีนาคม ๒๕๖๙ "
		      "และให้รายงานทุกวันที่ ๑ ของเดือน",
		      &r);

	(void)state;
	assert_int_equal(l.n_duties, 1);
	assert_int_equal(l.duties[0].due.month, 3);
	arena_done(&a);
}

static void
a_whole_week_keeps_its_first_day(void **state)
{
	struct arena a = {0};
	struct reading r;
	struct read_letter l =
	    read_body(&a, "ภายในสัปดาห์ที่ ๓ ของเดือนมีนาคม ๒๕๖๙", &r);

	(void)state;
	assert_int_equal(l.duties[0].week_start.day, 16);
	assert_int_equal(l.duties[0].due.day, 20);
	arena_done(&a);
}

/* What is asked for, where it goes, with what. */
static void
a_duty_says_what_and_where(void **state)
{
	/* clang-format off */
	static const struct {
		const char *words;
		const char *what, *place, *form;
		int pictures, copies;
	} rows[] = {
		{ "รายงานผลการดำเนินงาน ภายในวันที่ ๒๐ เมษายน ๒๕๖๙",
		  "รายงานผลการดำเนินงาน", NULL, NULL, 0, 0 },
		{ "รายงานผลให้อำเภอทราบ ภายในวันที่ ๒๐ เมษายน ๒๕๖๙",
		  "รายงานผลให้อำเภอทราบ", "อำเภอ", NULL, 0, 0 },
		{ "บันทึกผลตามแบบรายงานที่กำหนด ภายในวันที่ ๑๕ ของทุกเดือน "
		  "ผ่านระบบ e-Plan เพื่อรวบรวม",
		  "บันทึกผลตามแบบรายงานที่กำหนด", "ระบบ e-Plan",
		  "แบบรายงานที่กำหนด", 0, 0 },
		{ "ส่งภาพถ่าย จำนวน ๔ ภาพ และเอกสาร จำนวน ๒ ชุด "
		  "ภายในวันที่ ๒๐ เมษายน ๒๕๖๙ ทางไลน์กลุ่ม “งานแผน”",
		  "ส่งภาพถ่าย จำนวน ๔ ภาพ และเอกสาร จำนวน ๒ ชุด",
		  "ไลน์กลุ่ม “งานแผน”", NULL, 4, 2 },
		{ "ดำเนินการ (รายงานภายในวันที่ ๕ ของเดือนถัดไป)", "ดำเนินการ", NULL,
		  NULL, 0, 0 },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct arena a = {0};
		struct reading r;
		struct read_letter l = read_body(&a, rows[i].words, &r);
		const struct read_duty *d = l.duties;

		assert_int_equal(l.n_duties, 1);
		if (!d->what || !strstr(d->what, rows[i].what) ||
		    !is_same(d->n_places ? d->places[0] : NULL,
			     rows[i].place) ||
		    !is_same(d->form, rows[i].form) ||
		    d->pictures != rows[i].pictures ||
		    d->copies != rows[i].copies)
			fail_msg("%s: what %s, to %s, form %s, %d, %d",
				 rows[i].words, d->what ? d->what : "-",
				 d->n_places ? d->places[0] : "-",
				 d->form ? d->form : "-", d->pictures,
				 d->copies);
		arena_done(&a);
	}
}

/* Short, and in English, as nobody writes letters. */
static void
days_are_read_as_people_type_them(void **state)
{
	/* clang-format off */
	static const struct wording rows[] = {
		{ "ทุกวันที่ 20 4 ครั้ง", NULL, "FREQ=MONTHLY;BYMONTHDAY=20;COUNT=4",
		  0, false },
		{ "ภายใน 15 วัน", NULL, NULL, 15, false },
		{ "7 วันทำการ", NULL, NULL, 7, true },
		{ "within 7 working days", NULL, NULL, 7, true },
		{ "every 5th, 3 times", NULL,
		  "FREQ=MONTHLY;BYMONTHDAY=5;COUNT=3", 0, false },
		{ "20 มี.ค. 69", "2026-03-20", NULL, 0, false },
		{ "2026-03-20", "2026-03-20", NULL, 0, false },
		{ "เร็ว ๆ นี้", NULL, NULL, 0, false },
		{ "", NULL, NULL, 0, false },
	};
	/* clang-format on */
	const struct date dated = {2026, 2, 2};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		const struct wording *w = &rows[i];
		bool any = w->due || w->rrule || w->days > 0;
		struct arena a = {0};
		struct read_duty d;

		if (intake_read_days(w->words, dated, &a, &d) != any ||
		    (any && (!is_same(due_of(&a, &d), w->due) ||
			     !is_same(d.rrule, w->rrule) ||
			     d.days_after_receipt != w->days ||
			     d.working_days != w->working)))
			fail_msg("%s: rrule %s", w->words,
				 d.rrule ? d.rrule : "-");
		arena_done(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_wording_is_understood),
	    cmocka_unit_test(nothing_is_made_a_duty_that_is_none),
	    cmocka_unit_test(
		a_day_that_cannot_be_read_is_told_and_not_invented),
	    cmocka_unit_test(what_is_said_twice_is_asked_once),
	    cmocka_unit_test(a_whole_week_keeps_its_first_day),
	    cmocka_unit_test(a_duty_says_what_and_where),
	    cmocka_unit_test(days_are_read_as_people_type_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
