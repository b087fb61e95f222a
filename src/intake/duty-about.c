/* duty-about.c -- what is asked for before a day, and where it goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/duty.h"
#include "intake/scan.h"

/* What is to be done is told in few words; a place in fewer. */
enum { WHAT_MAX = 480, PLACE_MAX = 150 };

/* Words that join a clause to the one before, and polite ones. */
static const char *const joints[] = {
    "จึงขอให้ท่าน", "พร้อมทั้ง", "พร้อม", "รวมทั้ง", "และ",       "โดย", "ทั้งนี้", "อนึ่ง",
    "ขอให้",      "จึงขอให้", "ให้",   "ขอ",    "ความร่วมมือ", "แล้ว", "ต่อไป"};

/* With these a clause begins that asks for something. */
static const char *const verbs[] = {
    "รายงาน",   "จัดส่ง",  "ส่ง",     "จัดทำ", "บันทึก", "สรุป",     "แจ้ง",
    "ดำเนินการ", "สำรวจ", "รวบรวม", "กรอก", "ตอบ",  "ตรวจสอบ", "ลงทะเบียน"};

/* Bytes of the words of a list with which s begins, 0 for none. */
static size_t
any_word(const char *const *words, size_t n, const char *s)
{
	size_t length;

	for (size_t i = 0; i < n; i++)
		if ((length = scan_word(s, words[i])) > 0)
			return length;
	return 0;
}

/* Past an item's number, joints and what is polite. */
static const char *
past_joints(const char *s, const char *end)
{
	long number;
	size_t n;

	do {
		s += scan_space(s);
		n = scan_item_number(s, &number);
		if (n == 0)
			n = any_word(joints, ARRAY_SIZE(joints), s);
		s += n;
	} while (n > 0 && s < end);
	return s < end ? s : end;
}

/* The clause nearest to the end that begins with a verb; s when none does. */
static const char *
last_clause(const char *s, const char *end)
{
	for (const char *at = end; at > s; at--) {
		const char *word;

		if (at[-1] != ' ')
			continue;
		word = past_joints(at, end);
		if (any_word(verbs, ARRAY_SIZE(verbs), word) > 0)
			return word;
	}
	return s;
}

/* An open bracket at the end belongs to the day: "(รายงานภายในวันที่ ...". */
static const char *
before_bracket(const char *s, const char *end)
{
	const char *open = NULL;

	for (const char *at = s; at < end; at++)
		if (*at == '(')
			open = at;
		else if (*at == ')')
			open = NULL;
	return open != NULL ? open : end;
}

/* ---------------------------------------------------------------- places */

/* With what a place begins; the first `skip' of them is no part of it. */
static const struct place_row {
	const char *pattern;
	const char *skip;
} places[] = {
    {"ผ่าน ระบบ", "ผ่าน"},
    {"ทาง ระบบ", "ทาง"},
    {"ใน ระบบ", "ใน"},
    {"ผ่าน เว็บไซต์", "ผ่าน"},
    {"ทาง เว็บไซต์", "ทาง"},
    {"ห้อง ไลน์", ""},
    {"ไลน์ กลุ่ม", ""},
    {"กลุ่ม ไลน์", ""},
    {"[Line|LINE|line] กลุ่ม", ""},
    {"กลุ่ม [Line|LINE|line]", ""},
    {"ปักหมุด", ""},
    {"[Google Form|Google form|google form]", ""},
    {"ทาง [อีเมล|ไปรษณีย์อิเล็กทรอนิกส์|e-mail|E-mail]", "ทาง"},
};

/* Behind these an office is named that is to have it. */
static const struct place_row offices[] = {
    {"ให้ [สำนักงาน|อำเภอ|จังหวัด|กรม|กระทรวง|ที่ว่าการ|ที่ทำการ|ศาลากลาง]", "ให้"},
    {"ต่อ [สำนักงาน|อำเภอ|จังหวัด|กรม|กระทรวง|ที่ว่าการ|ที่ทำการ|ศาลากลาง]", "ต่อ"},
};

/* What goes on with something else. */
static const char *const stops[] = {
    " เพื่อ", " แบบ", " ตาม", " ราย", "โดย", "พร้อม",  " ภายใน", " ทุก",   "ทั้งนี้",
    "ทราบ", " และ", " ให้",  "\n",   ";",   "ภายใน", " ก่อน",   " ไม่เกิน"};

static const char *
place_end(const char *s, const char *end)
{
	const char *most = end - s > PLACE_MAX ? s + PLACE_MAX : end;
	const char *at = s;

	while (at < most && any_word(stops, ARRAY_SIZE(stops), at) == 0)
		at++;
	/* Too long for a name: up to the last space. */
	if (at == most && most < end)
		while (at > s && *at != ' ')
			at--;
	return at;
}

static void
add_place(struct duty_work *w, struct read_duty *d, const char *s,
	  const char *end)
{
	const char *words = intake_words(w->in, s, (size_t)(end - s));

	if (words == NULL || d->n_places == READ_PLACES)
		return;
	for (size_t i = 0; i < d->n_places; i++)
		if (strstr(d->places[i], words) != NULL)
			return;
	d->places[d->n_places++] = words;
}

static void
find_places(struct duty_work *w, struct read_duty *d,
	    const struct place_row *rows, size_t n, const char *s,
	    const char *end)
{
	struct caught c;

	while (s < end) {
		size_t length;
		const struct place_row *row =
		    pattern_find(rows, n, sizeof(*rows), s, &c, &length);
		const char *begin, *behind;

		if (row == NULL || s + length > end) {
			s++;
			continue;
		}
		begin = s + strlen(row->skip);
		behind = place_end(s + length, end);
		add_place(w, d, begin, behind);
		s = behind > s ? behind : s + 1;
	}
}

/* ------------------------------------------------------- forms and numbers */

static void
find_form(struct duty_work *w, struct read_duty *d, const char *s,
	  const char *end)
{
	static const char mark[] = "ตามแบบ";

	for (; s < end; s++)
		if (scan_word(s, mark) > 0) {
			const char *from = s + strlen("ตาม");

			d->form = intake_words(
			    w->in, from,
			    (size_t)(place_end(from + strlen("แบบ"), end) -
				     from));
			return;
		}
}

static void
find_counts(struct read_duty *d, const char *s, const char *end)
{
	static const struct place_row counts[] = {
	    {"จำนวน %n [-|–|ถึง] %n [ภาพ|รูป]", "p"},
	    {"จำนวน %n [ภาพ|รูป]", "p"},
	    {"ภาพถ่าย %n [ภาพ|รูป]", "p"},
	    {"จำนวน %n [ชุด|เล่ม|ฉบับ]", "c"},
	};
	struct caught c;
	size_t n;

	for (; s < end; s++) {
		const struct place_row *row = pattern_find(
		    counts, ARRAY_SIZE(counts), sizeof(*counts), s, &c, &n);
		int *to;

		if (row == NULL || c.number[0] < 1 || c.number[0] > 999)
			continue;
		to = row->skip[0] == 'p' ? &d->pictures : &d->copies;
		if (*to == 0)
			*to = (int)c.number[0];
	}
}

/* ------------------------------------------------------------------------- */

static const char *
paragraph_end(const char *s)
{
	return s + strcspn(s, "\n");
}

/* In the same paragraph, not far behind. */
static const char *
sentence_end(const char *s)
{
	const char *end = s;

	while (*end != '\0' && *end != '\n' && end - s < WHAT_MAX)
		end++;
	return end;
}

void
duty_tell_about(struct duty_work *w, const char *since, const char *s,
		const char *behind, struct read_duty *d)
{
	const char *begin, *end = before_bracket(since, s);

	for (const char *at = s; at > since; at--)
		if (at[-1] == '\n') {
			since = at;
			break;
		}
	begin = past_joints(since, end);
	if (end - begin > WHAT_MAX ||
	    any_word(verbs, ARRAY_SIZE(verbs), begin) == 0)
		begin = last_clause(begin, end);
	if (end - begin <= WHAT_MAX)
		d->what = intake_words(w->in, begin, (size_t)(end - begin));
	find_places(w, d, offices, ARRAY_SIZE(offices), begin, end);
	find_places(w, d, places, ARRAY_SIZE(places), begin,
		    sentence_end(behind));
	find_form(w, d, begin, end);
	find_counts(d, begin, sentence_end(behind));
}

void
duty_tell_places(struct duty_work *w, struct read_duty *d, const char *text)
{
	find_places(w, d, places, ARRAY_SIZE(places), text,
		    text + strlen(text));
}

/* A note below the letter says the day again, and more of it. */
static void
tell_line(struct duty_work *w, struct read_letter *l, const char *line,
	  const char *end)
{
	for (const char *s = line; s < end; s++) {
		struct date day;

		if (scan_date(s, &day) == 0)
			continue;
		for (size_t i = 0; i < l->n_duties; i++)
			if (l->duties[i].rrule == NULL &&
			    date_compare(l->duties[i].due, day) == 0)
				find_places(w, &l->duties[i], places,
					    ARRAY_SIZE(places), line, end);
	}
}

void
duty_tell_below(struct duty_work *w, const char *below)
{
	struct read_letter *l = w->l;
	const char *end;

	if (l->n_duties == 0)
		return;
	find_counts(&l->duties[l->n_duties - 1], below, below + strlen(below));
	for (const char *s = below; *s != '\0'; s = end + (*end == '\n')) {
		end = paragraph_end(s);
		tell_line(w, l, s, end);
	}
}
