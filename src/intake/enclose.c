/* enclose.c -- what comes with a letter: titles, counts and units */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/pattern.h"
#include "intake/scan.h"

static bool
is_unit_word(const char *s)
{
	static const char *const units[] = {
	    "ฉบับ", "ชุด",    "แผ่น",   "เล่ม",  "หน้า", "ใบ",  "รายการ",
	    "ชิ้น",  "กล่อง",  "ซอง",   "แฟ้ม",  "แบบ", "ราย", "เรื่อง",
	    "ม้วน", "อัน",    "สำเนา", "ภาพ",  "ผืน",  "ป้าย", "ตัว",
	    "คัน",  "ห่อ",    "ลัง",    "ถุง",   "คู่",   "ข้อ",  "ตาราง",
	    "ไฟล์", "ระวาง", "แปลง",  "copy", "set"};

	for (size_t i = 0; i < ARRAY_SIZE(units); i++)
		if (scan_word(s, units[i]) > 0)
			return true;
	return false;
}

/* Behind a count nothing stands, or a remark in brackets: "(๓ หน้า)". */
static bool
is_remark(const char *s)
{
	s += scan_space(s);
	if (*s == '(')
		s += strcspn(s, ")") + (strchr(s, ')') != NULL);
	return s[strspn(s, " \t.")] == '\0';
}

/* "จำนวน ๑ ฉบับ", or "๑ ฉบับ" at the end of an item: where it begins. */
static const char *
count_in(const char *s, struct read_enclosure *e, struct intake *in)
{
	const char *found = NULL;
	struct caught c;
	size_t n, unit;

	for (const char *p = s; *p != '\0'; p++) {
		bool word = scan_word(p, "จำนวน") > 0;

		if (!word && (p == s || strchr(" \t", p[-1]) == NULL))
			continue;
		n = pattern_match("[จำนวน |จำนวนอย่างละ |อย่างละ |รวม |]%n ", p,
				  &c);
		if (n == 0 || (!word && !is_unit_word(p + n)))
			continue;
		unit = strcspn(p + n, " \t(");
		if (!is_remark(p + n + unit))
			continue;
		found = p;
		e->count = (int)c.number[0];
		e->unit = intake_words(in, p + n, unit);
		p += n - 1;
	}
	return found;
}

static void
take_enclosure(struct intake *in, struct read_letter *l, struct text *item)
{
	struct read_enclosure e = {.title = NULL};
	char *s = text_trim(item->s != NULL ? item->s : (char[]){0});
	const char *count = count_in(s, &e, in);
	size_t n = count != NULL ? (size_t)(count - s) : strlen(s);

	e.title = intake_words(in, s, n);
	/* "-": nothing comes with it. */
	if (e.title != NULL && strspn(e.title, "- ") < strlen(e.title) &&
	    !list_is_full(in, l->n_enclosures)) {
		l->enclosures =
		    list_grow(in->a, l->enclosures, l->n_enclosures, sizeof(e));
		l->enclosures[l->n_enclosures++] = e;
	}
	text_clear(item);
}

/* Where in the line the next numbered item begins; its end when none does. */
static size_t
next_item(const char *s, long expected)
{
	size_t at = strcspn(s, " \t");
	long value;

	while (s[at] != '\0') {
		at += scan_space(s + at);
		if (scan_item_number(s + at, &value) > 0 && value == expected)
			return at;
		at += strcspn(s + at, " \t");
	}
	return at;
}

/* Items are numbered, or each ends with its count. */
static void
add_enclosure_line(struct intake *in, struct read_letter *l, struct text *item,
		   const char *s, long *last)
{
	struct read_enclosure unused = {.title = NULL};
	long value;
	size_t number = scan_item_number(s, &value), n;

	if (item->n > 0 &&
	    (number > 0 || (*last == 0 && count_in(item->s, &unused, in))))
		take_enclosure(in, l, item);
	if (number > 0)
		*last = value;
	s += number;
	n = next_item(s, *last + 1);
	if (item->n > 0)
		text_add(item, line_join(item->s, s));
	text_add_n(item, s, n);
	if (s[n] != '\0')
		add_enclosure_line(in, l, item, s + n, last);
}

void
enclosures_read(struct intake *in, struct read_letter *l, const struct block *b)
{
	struct text item = {0};
	long last = 0;

	for (size_t i = 0; i < b->n; i++)
		add_enclosure_line(in, l, &item, b->line[i], &last);
	if (item.n > 0)
		take_enclosure(in, l, &item);
	text_done(&item);
}
