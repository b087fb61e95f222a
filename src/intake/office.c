/* office.c -- an office and its place, on the lines of an address */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/scan.h"
#include "intake/words.h"

static bool
has_any(const char *s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strstr(s, words[i]) != NULL)
			return true;
	return false;
}

/* "สำนักงานส่งเสริมการปกครองท้องถิ่น" wants its จังหวัด; a school does not. */
static bool
wants_place(const char *office)
{
	static const char *const whole[] = {
	    "จังหวัด", "อำเภอ", "ตำบล", "เทศบาล", "โรงเรียน", "เขต", "ภาค"};
	static const char *const wanting[] = {
	    "สำนักงาน",  "ที่ทำการ", "ศาลากลาง", "ที่ว่าการ", "กองบังคับการ",
	    "ตำรวจภูธร", "ศูนย์",    "เรือนจำ",   "อัยการ",  "ศาล"};

	if (has_any(office, whole, ARRAY_SIZE(whole)))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(wanting); i++)
		if (scan_word(office, wanting[i]) > 0)
			return true;
	return false;
}

/* A house in which offices have rooms: their place, not their name. */
static bool
is_building(const char *s)
{
	static const char *const words[] = {"ศาลากลาง", "ที่ว่าการ", "ศูนย์ราชการ",
					    "อาคาร",    "ทำเนียบ", "ค่าย",
					    "ตึก",       "วัง",     "ชั้น"};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (scan_word(s, words[i]) > 0)
			return true;
	return false;
}

/* An address ends with its post code. */
static bool
has_post_code(const char *s)
{
	enum { POST_DIGITS = 5 };
	const char *last = strrchr(s, ' ');
	int digits;
	long value;
	size_t n;

	s = last != NULL ? last + 1 : s;
	n = scan_digits(s, &value, &digits);
	return digits == POST_DIGITS && s[n + strspn(s + n, " .")] == '\0';
}

enum office_join
office_join(const char *so_far, const char *line)
{
	bool area = scan_word(line, "จังหวัด") || scan_word(line, "อำเภอ");

	if (area && wants_place(so_far))
		return JOIN_TIGHT;
	if (is_place(line) || is_building(line) ||
	    (has_post_code(line) && !wants_place(so_far)))
		return JOIN_PLACE;
	return is_office(line) ? JOIN_SPACE : JOIN_TIGHT;
}

/* In the middle of a line a number is that of a house only before a road:
   "เขต ๑" and "ภาคที่ ๕" are names. */
static bool
is_place_inside(const char *s)
{
	long value;
	size_t n = scan_digits(s, &value, NULL);

	if (n == 0)
		return is_place(s) || scan_word(s, "ศาลากลาง") > 0;
	n += scan_space(s + n);
	return s[n] == '/' || (scan_digit(s + n, NULL) == 0 && is_place(s + n));
}

/* Where behind a space a place begins in the line; its end when none does. */
static size_t
place_in(const char *s)
{
	size_t at = strcspn(s, " \t");

	while (s[at] != '\0') {
		size_t gap = scan_space(s + at);

		if (is_place_inside(s + at + gap))
			return at;
		at += gap;
		at += strcspn(s + at, " \t");
	}
	return at;
}

struct address {
	struct text office;
	struct text place;
};

static void
add_line(struct address *ad, const char *s)
{
	enum office_join join = JOIN_TIGHT;
	size_t n;

	if (ad->place.n > 0 ||
	    (ad->office.n == 0 && is_place(s) && !is_office(s))) {
		text_add(&ad->place, ad->place.n > 0 ? " " : "");
		text_add(&ad->place, s);
		return;
	}
	if (ad->office.n > 0)
		join = office_join(text_str(&ad->office), s);
	n = join == JOIN_PLACE ? 0 : place_in(s);
	if (join == JOIN_SPACE)
		text_add(&ad->office, " ");
	text_add_n(&ad->office, s, n);
	text_add(&ad->place, s + n);
}

void
address_read(struct intake *in, const char *const *lines, size_t n,
	     const char **office, const char **place)
{
	struct address ad = {{0}, {0}};

	for (size_t i = 0; i < n; i++)
		add_line(&ad, lines[i]);
	*office = intake_words(in, text_str(&ad.office), ad.office.n);
	*place = intake_words(in, text_str(&ad.place), ad.place.n);
	text_done(&ad.office);
	text_done(&ad.place);
}
