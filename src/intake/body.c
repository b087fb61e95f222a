/* body.c -- the body of a letter: where it ends, and its purpose */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/label.h"
#include "intake/scan.h"
#include "intake/words.h"

/* Behind its purpose a letter has few lines before it closes. */
enum { CLOSING_LINES = 30 };

/* Office and date below a stamped letter, in place of a signature. */
static bool
is_stamped_foot(const struct sheet *sheet, size_t i, size_t end)
{
	struct date d;

	return i + 1 < end && is_office(sheet->at[i].s) &&
	       !sheet->at[i + 1].used && scan_is_date(sheet->at[i + 1].s, &d);
}

/* "สั่ง ณ วันที่ ๑๕ มกราคม พ.ศ. ๒๕๖๙": where its date begins, or NULL. */
static const char *
given_on(const char *s)
{
	static const char *const words[] = {"สั่ง ณ วันที่",     "สั่ง ณ วัน",
					    "ประกาศ ณ วันที่", "ประกาศ ณ วัน",
					    "ให้ไว้ ณ วันที่",   "ออกให้ ณ วันที่"};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		size_t n = scan_word(s, words[i]);

		if (n > 0)
			return s + n + scan_space(s + n);
	}
	return NULL;
}

static bool
is_end(struct intake *in, const struct extent *e, size_t i)
{
	struct signature unused;
	const char *s = in->sheet.at[i].s;

	return label_at(s).label == LABEL_CLOSING || given_on(s) != NULL ||
	       signature_at(in, i, e->end, &unused) ||
	       (e->kind == KIND_STAMPED &&
		is_stamped_foot(&in->sheet, i, e->end));
}

/* The line before broke off at the edge of the paper. */
static bool
is_full_line(const struct line *line)
{
	enum { FULL_BYTES = 150 };

	return strlen(line->s) >= FULL_BYTES;
}

/* A rank alone: the name stands below. */
static bool
is_rank_line(const char *s)
{
	size_t n = rank_at(s);

	return n > 0 && s[n + strspn(s + n, " .")] == '\0';
}

/* Behind the lines of a purpose that begins on line i. */
static size_t
purpose_end(struct intake *in, const struct extent *e, size_t i)
{
	size_t k = i + 1;

	while (k < e->end && !in->sheet.at[k].after_blank &&
	       !in->sheet.at[k].used && !is_end(in, e, k) &&
	       (is_full_line(&in->sheet.at[k - 1]) ||
		!is_office(in->sheet.at[k].s)) &&
	       !is_rank_line(in->sheet.at[k].s) &&
	       label_at(in->sheet.at[k].s).label == LABEL_NONE)
		k++;
	return k;
}

static bool
closes_soon(struct intake *in, const struct extent *e, size_t i)
{
	for (size_t k = i; k < e->end && k < i + CLOSING_LINES; k++)
		if (label_at(in->sheet.at[k].s).label == LABEL_CLOSING)
			return true;
	return false;
}

static void
find_end(struct intake *in, struct read_letter *l, struct extent *e)
{
	size_t i = e->body;

	for (; i < e->end && !is_end(in, e, i); i++) {
		size_t behind;
		const char *words;

		if (in->sheet.at[i].used ||
		    label_at(in->sheet.at[i].s).label != LABEL_PURPOSE)
			continue;
		behind = purpose_end(in, e, i);
		words = sheet_text(&in->sheet, i, behind, in->a);
		value_set(&l->field[READ_PURPOSE],
			  intake_words(in, words, strlen(words)), FIELD_READ);
		if (!closes_soon(in, e, behind)) {
			i = behind;
			break;
		}
	}
	e->body_end = e->foot = i;
}

/* Back from `at` to จึง of the same clause, a few words before; else at. */
static const char *
clause_begin(const char *text, const char *at)
{
	enum { CLAUSE_MAX = 330 };

	for (const char *s = at; s > text && *s != '\n' && at - s < CLAUSE_MAX;
	     s--)
		if (scan_word(s, "จึง") > 0)
			return s;
	return at;
}

/* Its words end with the paragraph, or where they go on to cite a letter. */
static size_t
purpose_length(const char *s)
{
	size_t n = strcspn(s, "\n");
	const char *cited = strstr(s, " ตามหนังสือ");

	return cited != NULL && (size_t)(cited - s) < n ? (size_t)(cited - s)
							: n;
}

/* The last words in text that say what the letter comes for: "จึงขอส่งแนวทาง
   ดังกล่าวมาเพื่อโปรดทราบ", "... มาเพื่อถือปฏิบัติ"; NULL when none do. */
static const char *
comes_for(const char *text)
{
	static const char WORDS[] = "มาเพื่อ";
	static const char *const verbs[] = {
	    "โปรด", "ทราบ",    "พิจารณา", "ดำเนินการ", "ถือปฏิบัติ", "ขอ",
	    "กรุณา", "เป็นข้อมูล", "ประกอบ", "รับทราบ",   "แจ้ง",    "ใช้"};
	const char *found = NULL;

	for (const char *s = strstr(text, WORDS); s != NULL;
	     s = strstr(s + 1, WORDS))
		for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
			if (scan_word(s + strlen(WORDS), verbs[i]) > 0)
				found = s;
	return found != NULL ? clause_begin(text, found) : NULL;
}

/* The last paragraph, when it draws the conclusion: "จึงขอเรียนเชิญท่าน ...". */
static const char *
last_conclusion(const char *text)
{
	const char *last = strrchr(text, '\n');

	last = last != NULL ? last + 1 : text;
	return scan_word(last, "จึง") > 0 ? last : NULL;
}

/* A purpose in the middle of a paragraph: one that is said in full, or else
   the last that the letter comes for. */
static void
find_purpose(struct intake *in, struct read_letter *l, const char *text)
{
	size_t n;
	const char *at = label_find(text, LABEL_PURPOSE, &n);

	if (at == NULL)
		at = comes_for(text);
	if (at == NULL)
		at = last_conclusion(text);
	if (at != NULL)
		value_set(&l->field[READ_PURPOSE],
			  intake_words(in, at, purpose_length(at)), FIELD_READ);
}

static void
take_given_on(struct intake *in, struct read_letter *l, struct extent *e)
{
	const char *s;
	struct date d;
	size_t i = e->body_end;

	if (i >= e->end || (s = given_on(in->sheet.at[i].s)) == NULL)
		return;
	in->sheet.at[i].used = true;
	e->foot = i + 1;
	if (scan_date(s, &d) > 0 && is_likely_date(d)) {
		l->dated = d;
		l->dated_sure = FIELD_READ;
	} else if (l->dated_sure == FIELD_MISSING)
		intake_warn(in, WARN_DATE_UNREADABLE, s, NULL);
}

static void
take_stamped_foot(struct intake *in, struct read_letter *l, struct extent *e)
{
	struct line *at = in->sheet.at;
	struct date d;

	for (size_t i = e->body_end; i < e->end; i++) {
		if (at[i].used || !is_stamped_foot(&in->sheet, i, e->end))
			continue;
		value_set(&l->field[READ_FROM],
			  intake_words(in, at[i].s, strlen(at[i].s)),
			  FIELD_READ);
		if (l->dated_sure == FIELD_MISSING &&
		    scan_is_date(at[i + 1].s, &d) && is_likely_date(d)) {
			l->dated = d;
			l->dated_sure = FIELD_READ;
		}
		at[i].used = at[i + 1].used = true;
		e->foot = i + 2;
		return;
	}
}

void
body_read(struct intake *in, struct read_letter *l, struct extent *e)
{
	const char *text;

	find_end(in, l, e);
	text = sheet_text(&in->sheet, e->body, e->body_end, in->a);
	find_purpose(in, l, text);
	citations_read(in, l, text);
	take_given_on(in, l, e);
	if (e->kind == KIND_STAMPED)
		take_stamped_foot(in, l, e);
	duties_read(in, l, text,
		    sheet_text(&in->sheet, e->body_end, e->end, in->a));
	for (size_t i = e->body; i < e->body_end; i++)
		in->sheet.at[i].used = true;
}
