/* duty.c -- what a letter asks for, and by when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/duty.h"

#include <stdlib.h>
#include <string.h>

#include "intake/scan.h"

/* Words of a duty kept for people; a sentence it may need to look back. */
enum { WORDS_MAX = 360, BACK_MAX = 600 };

enum duty_flag {
	NEEDS_REPORT = 1, /* only where something is to be reported or sent */
	NEXT_PERIOD = 2,  /* in the period behind the one it is about */
};

struct duty_row {
	const char *pattern; /* pattern.h */
	make_fn make;
	unsigned flags;
};

/* Before the day: by, not later than. */
/* clang-format off */
#define BY "[ภายใน|ไม่เกิน|ไม่ช้ากว่า|อย่างช้า|อย่างช้าไม่เกิน|อย่างช้าภายใน|ไม่เกินกว่า|" \
	"ภายในกำหนด|ถึงภายใน]"
/* clang-format on */
#define WITHIN "[ภายใน|ภายในเวลา|ภายในกำหนด|ภายในกำหนดเวลา|ภายในระยะเวลา] "
#define DAYS "%n [(%n) |]วัน"
#define COUNTED "[นับ|]  [แต่|จาก|ตั้งแต่|ถัดจาก|หลังจาก|หลัง|] [วัน|วันที่|] "
#define RECEIVED "[ได้รับ|ที่ได้รับ|รับ|ที่รับ]"
#define YEAR "[ของ|] [ปีงบประมาณ|ปี งบประมาณ] %y"

/* The first row that matches at a place is taken: longer wordings first. */
/* clang-format off */
static const struct duty_row rows[] = {
	{ WITHIN DAYS "ทำการ " COUNTED RECEIVED, make_receipt_working, 0 },
	{ WITHIN DAYS " " COUNTED RECEIVED, make_receipt, 0 },
	{ WITHIN "%n สัปดาห์ " COUNTED RECEIVED, make_receipt_weeks, 0 },
	{ "ไม่เกิน " DAYS "ทำการ " COUNTED RECEIVED, make_receipt_working, 0 },
	{ "ไม่เกิน " DAYS " " COUNTED RECEIVED, make_receipt, 0 },
	{ WITHIN DAYS " " COUNTED "[วัน|] สิ้นไตรมาสที่ %n " YEAR,
	  make_after_quarter, 0 },
	{ WITHIN DAYS " " COUNTED "[วัน|] สิ้น ปีงบประมาณ %y",
	  make_after_fiscal_year, 0 },
	{ WITHIN DAYS " " COUNTED "[วัน|] สิ้น [ทุก|แต่ละ|] ไตรมาส",
	  make_each_quarter, 0 },
	{ WITHIN DAYS " " COUNTED "[วัน|] สิ้นสุด [ทุก|แต่ละ|] ไตรมาส",
	  make_each_quarter, 0 },
	{ WITHIN DAYS " " COUNTED "[ลงใน|ใน|ที่ใน|ที่ลงใน|ของ] หนังสือ",
	  make_after_letter, 0 },
	{ WITHIN DAYS " " COUNTED "%d", make_after_date, 0 },
	{ "ทุก [สิ้น|] ไตรมาส [โดย|] [ส่ง|รายงาน|] ภายในวันที่ %n ของเดือน",
	  make_each_quarter, 0 },
	{ "ภายในวันที่ %n ของเดือน [แรก|ถัดไป|ถัดจาก] [ของ|] [สิ้น|ทุก|] ไตรมาส",
	  make_each_quarter, 0 },
	{ "[ทุกสิ้นไตรมาส|ภายในวันสิ้นไตรมาส|ภายในสิ้นไตรมาสของทุก|"
	  "ทุกวันสิ้นไตรมาส]", make_each_quarter_end, NEEDS_REPORT },
	{ "ภายใน [สิ้น|] ไตรมาส [ที่|] %n " YEAR, make_quarter, 0 },
	{ "ภายใน [สิ้น|วันสิ้น|] ปีงบประมาณ %y", make_fiscal_year, 0 },
	{ "ภายใน สัปดาห์ [ที่|] %n [ของ|] [เดือน|] %m", make_week, 0 },
	{ "ภายใน สัปดาห์ แรก [ของ|] [เดือน|] %m", make_week, 0 },
	{ "ภายใน สัปดาห์ สุดท้าย [ของ|] [เดือน|] %m", make_last_week, 0 },
	{ "[ภายใน|ก่อน|ไม่เกิน] เวลา %t [น.|นาฬิกา|] [ของ|ใน|] "
	  "[วันที่|วัน%wที่|วัน %w ที่|วัน|] %d", make_date, 0 },
	{ BY " [วันที่|วัน%wที่|วัน %w ที่|วัน|] %d", make_date, 0 },
	{ "[กำหนด|กำหนดให้] [ส่ง|จัดส่ง|ส่งงาน] [ภายใน|ใน|] [วันที่|] %d",
	  make_date, 0 },
	{ "ภายใน [เที่ยงวัน|เที่ยง] [ของ|] วันที่ %d", make_date, 0 },
	{ "ก่อน [สิ้น|วันสิ้น] [เดือน|] %m", make_month_end, 0 },
	{ "ก่อน [วันที่|วัน%wที่|วัน %w ที่|วัน|] %d", make_before, 0 },
	{ "ตั้งแต่ บัดนี้ [เป็นต้นไป|] [จน|] [ถึง|ถึงวันที่|ถึง วัน%wที่|ถึงภายในวันที่] %d",
	  make_date, 0 },
	{ "แล้วเสร็จ [ใน|ภายใน] [วันที่|] %d", make_date, 0 },
	{ BY " [วันที่|] %e [และ|,|และวันที่] %e [ของ|] [ทุกปี|ทุก ๆ ปี|แต่ละปี]",
	  make_yearly_twice, 0 },
	{ BY " เดือน %M [และ|,|และเดือน] %M [ของ|] [ทุกปี|ทุก ๆ ปี|แต่ละปี]",
	  make_yearly_twice, 0 },
	{ BY " [สิ้น|] เดือน %M [ของ|] [ทุกปี|ทุก ๆ ปี|แต่ละปี]",
	  make_yearly_month, 0 },
	{ BY " [วันที่|] %e [ของ|] [ทุกปี|ทุก ๆ ปี|แต่ละปี]", make_yearly, 0 },
	{ "ทุก [วันที่|] %e [ของ|] [ทุกปี|]", make_yearly, 0 },
	{ BY " [วันที่|] %e [ศกนี้|ปีนี้|นี้]", make_date_this_year, 0 },
	{ BY " วันที่ %e", make_date_without_year, 0 },
	{ "ระหว่างวันที่ %n [-|–|ถึง|ถึงวันที่] %n [ของ|] "
	  "[ทุก เดือน|แต่ละ เดือน|เดือน ถัดไป|ทุก ๆ เดือน|ทุกๆ เดือน]",
	  make_monthly_until, 0 },
	{ "[ทุก|ภายใน] วันที่ %n และ [วันที่|ที่|] %n [ของ|] [ทุก|แต่ละ|] เดือน",
	  make_twice_monthly, 0 },
	{ BY " วันที่ %n [ของ|] เดือนนี้", make_day_of_this_month, 0 },
	{ BY " [วันที่|] %n [ของ|] [ทุก เดือน|แต่ละ เดือน|ทุก ๆ เดือน|ทุกๆ เดือน]",
	  make_monthly, 0 },
	{ "ทุก เดือน [โดย|] [ให้|] [ส่ง|รายงาน|] [ภายใน|] วันที่ %n",
	  make_monthly, 0 },
	{ BY " วันที่ %n [ของ|] เดือน [ถัดไป|ต่อไป|ถัดมา|ถัด ไป]",
	  make_monthly, NEXT_PERIOD },
	{ "ทุก วันที่ %n [ของ เดือน|ของ ทุก เดือน|ของ แต่ละเดือน|]",
	  make_monthly, 0 },
	{ "[ทุกวันสิ้นเดือน|ทุกสิ้นเดือน|ภายในสิ้นเดือนของทุกเดือน|"
	  "ภายในวันสิ้นเดือนของทุกเดือน|ภายในสิ้นเดือนทุกเดือน|"
	  "ภายในวันสุดท้ายของทุกเดือน]", make_monthly_last, 0 },
	{ "[ภายใน|ใน|ไม่เกิน] วันทำการสุดท้ายของ [เดือน|] %m", make_last_working,
	  0 },
	{ "[ภายใน|ทุก|ใน] วันทำการสุดท้ายของ [ทุก|แต่ละ|] เดือน",
	  make_monthly_working, 0 },
	{ BY " " DAYS " " COUNTED "[วัน|] สิ้น [ทุก|แต่ละ|] เดือน",
	  make_monthly, 0 },
	{ "ทุก วัน %w", make_weekly, NEEDS_REPORT },
	{ "ภายในวัน %w ของ [ทุก|แต่ละ] สัปดาห์", make_weekly, 0 },
	{ "ทุกวัน [ภายใน|ก่อน|ไม่เกิน|] เวลา", make_daily, NEEDS_REPORT },
	{ BY " [สิ้น|วันสิ้น|] เดือน %m", make_month_end, 0 },
	{ BY " [สิ้น|วันสิ้น|] %m", make_month_end, 0 },
	{ "ภายใน [สิ้น|] เดือนนี้", make_this_month, 0 },
	{ "[ภายใน|ภายในวัน] [วันนี้|นี้]", make_same_day, NEEDS_REPORT },
	{ WITHIN "%n [(%n) |] [วันทำการ|วัน|เดือน|สัปดาห์|ปี|ชั่วโมง]",
	  make_undated, 0 },
	{ "[ทุก|ทุก ๆ|ทุกๆ|รอบ] %n เดือน", make_undated, NEEDS_REPORT },
	{ "[ปีละ|เดือนละ] %n ครั้ง", make_undated, NEEDS_REPORT },
	{ "[ทุกสัปดาห์|ทุกปี|เป็นประจำทุกปี]", make_undated, NEEDS_REPORT },
	{ "[ทุกเดือน|ทุกไตรมาส|ทุกรอบเดือน|เป็นรายเดือน|เป็นรายไตรมาส]",
	  make_undated, NEEDS_REPORT },
};
/* clang-format on */

/* Words with which every row begins, so that only these places are tried. */
static bool
may_begin(const char *s)
{
	static const char *const words[] = {
	    "ภายใน",   "ทุก",     "ไม่เกิน",     "ไม่ช้า",      "อย่างช้า", "ก่อน",
	    "แล้วเสร็จ", "เป็นราย", "ในวันทำการ", "ระหว่างวันที่", "ตั้งแต่",   "ปีละ",
	    "กำหนด",   "เดือนละ", "รอบ",       "ถึงภายใน"};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (scan_word(s, words[i]) > 0)
			return true;
	return false;
}

/* Something is to be reported or sent, in this paragraph not far before. */
static bool
asks_to_report(const char *text, const char *at)
{
	static const char *const verbs[] = {"รายงาน", "จัดส่ง", "ส่ง", "แจ้ง"};

	for (const char *s = at; s > text && *s != '\n' && at - s < BACK_MAX;
	     s--)
		for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
			if (scan_word(s, verbs[i]) > 0)
				return true;
	return false;
}

/* What a law asks of everybody is told, not asked for: its clause begins with
   the law, and nothing is asked for between. */
static bool
is_of_law(const char *text, const char *at)
{
	static const char *const laws[] = {"ตามพระราชบัญญัติ", "ตามกฎกระทรวง",
					   "ตามกฎหมาย", "ด้วยพระราชบัญญัติ",
					   "ด้วยกฎกระทรวง"};
	static const char *const asks[] = {"ขอให้", "จึง", "ให้ท่าน", "ดังนั้น"};

	for (const char *s = at; s > text && *s != '\n' && at - s < BACK_MAX;
	     s--) {
		for (size_t i = 0; i < ARRAY_SIZE(asks); i++)
			if (scan_word(s, asks[i]) > 0)
				return false;
		for (size_t i = 0; i < ARRAY_SIZE(laws); i++)
			if (strchr(" \t\n", s[-1]) != NULL &&
			    scan_word(s, laws[i]) > 0)
				return true;
	}
	return false;
}

/* What may follow a recurring duty in its sentence. */
struct tail_row {
	const char *pattern;
	void (*add)(struct duty_work *w, const struct caught *c,
		    struct read_duty *d);
};

static void
add_count(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	if (strstr(d->rrule, "COUNT") == NULL && c->number[0] < 1000)
		d->rrule = arena_printf(w->in->a, "%s;COUNT=%ld", d->rrule,
					c->number[0]);
}

static void
add_first(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	(void)w;
	if (d->due.year == 0)
		d->due = c->date;
}

/* The first occurrence is the rule's day of that month. */
static void
add_first_month(struct duty_work *w, const struct caught *c,
		struct read_duty *d)
{
	const char *day = strstr(d->rrule, "BYMONTHDAY=");
	struct date first = c->date;
	char *end;

	(void)w;
	if (day == NULL || d->due.year != 0)
		return;
	first.day = (int)strtol(day + strlen("BYMONTHDAY="), &end, 10);
	if (first.day == -1)
		first.day = date_month_days(first.year, first.month);
	if (date_is_valid(first))
		d->due = first;
}

static void
add_until(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	struct date last = c->date;

	if (last.day == 0)
		last.day = date_month_days(last.year, last.month);
	if (strstr(d->rrule, "UNTIL") == NULL)
		d->rrule =
		    arena_printf(w->in->a, "%s;UNTIL=%04d%02d%02d", d->rrule,
				 last.year, last.month, last.day);
}

/* "ตั้งแต่เดือนกุมภาพันธ์ - กันยายน ๒๕๖๗": both of the year behind the last. */
static void
add_span(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	struct caught first = {.date = c->dates[0]};

	first.date.year = c->date.year;
	add_first_month(w, &first, d);
	add_until(w, c, d);
}

/* clang-format off */
static const struct tail_row tails[] = {
	{ "จำนวน %n ครั้ง", add_count },
	{ "[เริ่ม|] ตั้งแต่ [เดือน|] %M [-|–|ถึง|ถึงเดือน|จนถึงเดือน] %m", add_span },
	{ "รวม %n ครั้ง", add_count },
	{ "[โดย|] [ให้|] [เริ่ม|] [รายงาน|ส่งรายงาน|ส่ง|] "
	  "[ครั้งที่ ๑|ครั้งที่ 1|ครั้งที่หนึ่ง|ครั้งแรก] [ใน|ภายใน|] [วันที่|] %d",
	  add_first },
	{ "[โดย|] [ให้|] เริ่ม [รายงาน|ส่งรายงาน|ส่ง|ดำเนินการ|] "
	  "[ครั้งแรก|] [ใน|ภายใน|ตั้งแต่|] [วันที่|] %d", add_first },
	{ "[โดย|] [ให้|] เริ่ม [รายงาน|ส่งรายงาน|ส่ง|] [ครั้งแรก|] "
	  "[ใน|ภายใน|ตั้งแต่|] [เดือน|] %m", add_first_month },
	{ "[เริ่ม|] ตั้งแต่ [เดือน|] %m", add_first_month },
	{ "[จน|] ถึง [วันที่|] %d", add_until },
	{ "[จน|] ถึง [สิ้น|] [เดือน|] %m", add_until },
};
/* clang-format on */

/* A sentence ends with its paragraph, or where the next duty begins.  Behind
   the last tail, so that its date is not taken for a duty of its own. */
static const char *
read_tails(struct duty_work *w, const char *s, struct read_duty *d)
{
	const char *behind = s;
	struct caught c;
	size_t n;

	for (size_t left = WORDS_MAX; *s != '\0' && *s != '\n' && left > 0;
	     left--) {
		const struct tail_row *t = pattern_find(
		    tails, ARRAY_SIZE(tails), sizeof(*tails), s, &c, &n);

		if (t != NULL) {
			t->add(w, &c, d);
			s += n;
			behind = s;
		} else if (may_begin(s)) {
			break;
		} else {
			s++;
		}
	}
	return behind;
}

/* Said twice is asked once: also where only one of them has the first day. */
static bool
is_same(const struct read_duty *a, const struct read_duty *b)
{
	bool dates =
	    date_compare(a->due, b->due) == 0 ||
	    (a->rrule != NULL && (a->due.year == 0 || b->due.year == 0));

	return dates && text_is_same(a->rrule, b->rrule) &&
	       a->days_after_receipt == b->days_after_receipt &&
	       a->working_days == b->working_days;
}

static void
keep(struct duty_work *w, const struct read_duty *d)
{
	struct read_letter *l = w->l;

	for (size_t i = 0; i < l->n_duties; i++) {
		struct read_duty *known = &l->duties[i];

		if (!is_same(known, d))
			continue;
		if (known->due.year == 0)
			known->due = d->due;
		return;
	}
	if (list_is_full(w->in, l->n_duties))
		return;
	l->duties = list_grow(w->in->a, l->duties, l->n_duties, sizeof(*d));
	l->duties[l->n_duties++] = *d;
}

/* What was due before the letter was written is told of, not asked for. */
static bool
is_past(const struct duty_work *w, const struct read_duty *d)
{
	return w->l->dated.year != 0 && d->due.year != 0 && d->rrule == NULL &&
	       date_compare(d->due, w->l->dated) < 0;
}

/* What row found at s, n bytes long; bytes up to the end of its tails. */
static size_t
take_duty(struct duty_work *w, const struct duty_row *row,
	  const struct caught *c, const char *since, const char *s, size_t n)
{
	struct read_duty d = {.sure = FIELD_READ,
			      .next_period = row->flags & NEXT_PERIOD};

	d.words = intake_words(w->in, s, n);
	if (!row->make(w, c, &d))
		return n;
	if (d.due.year != 0 && !is_likely_date(d.due)) {
		intake_warn(w->in, WARN_DUTY_DATE_UNREADABLE, d.words, NULL);
		return n;
	}
	if (d.rrule != NULL) {
		n = (size_t)(read_tails(w, s + n, &d) - s);
		d.words = intake_words(w->in, s, n);
	}
	duty_tell_about(w, since, s, s + n, &d);
	if (is_past(w, &d))
		intake_warn(w->in, WARN_DUTY_BEFORE_LETTER, d.words, NULL);
	else
		keep(w, &d);
	return n;
}

void
duties_read(struct intake *in, struct read_letter *l, const char *text,
	    const char *below)
{
	struct duty_work w = {.in = in, .l = l, .text = text};
	const char *since = text; /* behind the duty before */
	struct caught c;
	size_t n;

	for (const char *s = text; *s != '\0'; s += n) {
		const struct duty_row *row = NULL;

		n = 1;
		/* Every word of may_begin() is Thai: others are passed over
		   at their first byte. */
		if ((unsigned char)*s != 0xE0 || !may_begin(s))
			continue;
		row = pattern_find(rows, ARRAY_SIZE(rows), sizeof(*rows), s, &c,
				   &n);
		if (row != NULL && !is_of_law(text, s) &&
		    (!(row->flags & NEEDS_REPORT) || asks_to_report(text, s)))
			n = take_duty(&w, row, &c, since, s, n);
		n += n == 0;
		if (row != NULL && row->make != make_undated)
			since = s + n;
	}
	if (l->n_duties == 1)
		duty_tell_places(&w, &l->duties[0], text);
	duty_tell_below(&w, below);
	if (w.undated && l->n_duties == 0)
		intake_warn(in, WARN_DUTY_WITHOUT_DATE, NULL, NULL);
}
