/* stamp.c -- receipt stamps of other offices, wherever on the sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "intake/intake.h"
#include "intake/label.h"
#include "intake/scan.h"
#include "intake/words.h"

/* Longer lines are running text that speaks of a stamp. */
enum { LINE_MAX_BYTES = 400, LINES_ABOVE = 3, LINES_BELOW = 4 };

/* The stamp's number is followed by the year at most: "2289 / 66". */
static size_t
year_length(const char *s)
{
	size_t n = scan_space(s), k;
	int digits;
	long value;

	if (s[n] != '/')
		return 0;
	n += 1 + scan_space(s + n + 1);
	k = scan_digits(s + n, &value, &digits);
	return digits == 4 || (digits == 2 && value >= 50) ? n + k : 0;
}

static const char *
number_of(struct intake *in, const char *s)
{
	long value;
	size_t n = scan_digits(s, &value, NULL), rest = n;
	char *written, *arabic;
	const char *number;

	rest += year_length(s + n);
	rest += scan_space(s + rest);
	if (n == 0 || s[rest] == '/')
		return NULL;
	written = xstrndup(s, n);
	arabic = thai_digits_to_arabic(written);
	number = arena_strdup(in->a, arabic);
	free(written);
	free(arabic);
	return number;
}

static bool
has_digit(const char *s)
{
	for (; *s != '\0'; s++)
		if (scan_digit(s, NULL) > 0)
			return true;
	return false;
}

/* "..๘..เดือน..ก.ย...๒๕๖๙": the dots of a form, two or more, are spaces. */
static const char *
without_dots(struct intake *in, const char *s, size_t n)
{
	struct text t = {0};
	const char *words;

	for (size_t at = 0, dots; at<n; at += dots> 0 ? dots : 1) {
		dots = strspn(s + at, "._");
		dots = dots < n - at ? dots : n - at;
		if (dots == 0 || (dots == 1 && s[at] == '.'))
			text_add_n(&t, s + at, 1);
		else
			text_add(&t, " ");
	}
	words = intake_words(in, text_str(&t), t.n);
	text_done(&t);
	return words;
}

/* A date ends where the time or the number begins. */
static size_t
date_length(const char *s)
{
	static const enum label behind[] = {LABEL_TIME, LABEL_RECEIPT};
	size_t length = strlen(s), n;

	for (size_t i = 0; i < ARRAY_SIZE(behind); i++) {
		const char *at = label_find(s, behind[i], &n);

		if (at != NULL && (size_t)(at - s) < length)
			length = (size_t)(at - s);
	}
	return length;
}

static void
take_date(struct intake *in, struct read_stamp *st, const char *s)
{
	const char *words = without_dots(in, s, date_length(s));

	if (words == NULL || !has_digit(words))
		return;
	st->date_words = words;
	if (!scan_is_date(words, &st->date))
		intake_warn(in, WARN_STAMP_DATE_UNREADABLE, words, NULL);
}

static void
take_time(struct intake *in, struct read_stamp *st, const char *s)
{
	int hour, minute;

	if (scan_time(s, &hour, &minute) > 0)
		st->time = arena_printf(in->a, "%02d:%02d", hour, minute);
}

/* Date and time wherever they stand on the line. */
static bool
take_labelled(struct intake *in, struct read_stamp *st, const char *s)
{
	size_t n, k;
	const char *date = label_find(s, LABEL_DATE, &n);
	const char *time = label_find(s, LABEL_TIME, &k);
	struct date d;

	if (date != NULL)
		take_date(in, st, date + n);
	if (time != NULL)
		take_time(in, st, time + k);
	if (date != NULL || time != NULL)
		return true;
	if (st->date_words != NULL || !scan_is_date(s, &d))
		return false;
	take_date(in, st, s);
	return true;
}

/* The office stands above its number, on lines that nothing parts. */
static void
take_office(struct intake *in, struct read_stamp *st, size_t i)
{
	struct line *at = in->sheet.at;
	size_t from = i;
	struct text t = {0};

	while (from > 0 && i - from < LINES_ABOVE && !at[from].after_blank &&
	       !at[from - 1].used)
		from--;
	while (from < i && !is_office(at[from].s))
		from++;
	for (size_t k = from; k < i; k++) {
		enum office_join join =
		    k == from ? JOIN_TIGHT : office_join(text_str(&t), at[k].s);

		if (join == JOIN_SPACE)
			text_add(&t, " ");
		if (join != JOIN_PLACE)
			text_add(&t, at[k].s);
		at[k].used = true;
	}
	if (t.n > 0)
		st->office = intake_words(in, t.s, t.n);
	text_done(&t);
}

/* "ลงรับวันที่ ๑๗ ม.ค. ๒๕๖๗ เลขรับที่ ๑๒๓": the day may stand first. */
static bool
is_received_on(const char *line)
{
	enum label label = label_at(line).label;

	return label == LABEL_DATE || scan_word(line, "ลงรับ") > 0 ||
	       scan_word(line, "รับวันที่") > 0 || scan_word(line, "รับเมื่อ") > 0;
}

static void
take_stamp(struct intake *in, size_t i, const char *label, size_t n)
{
	struct sheet *sheet = &in->sheet;
	const char *s = sheet->at[i].s;
	struct reading *r = in->r;
	struct read_stamp st = {.number = number_of(in, label + n)};

	if (label > s && is_office(s))
		st.office = intake_words(in, s, (size_t)(label - s));
	else
		take_office(in, &st, i);
	sheet->at[i].used = true;
	take_labelled(in, &st, is_received_on(s) ? s : label + n);
	for (size_t k = i + 1; k < sheet->n && k <= i + LINES_BELOW; k++) {
		if (!take_labelled(in, &st, sheet->at[k].s) ||
		    strlen(sheet->at[k].s) > LINE_MAX_BYTES)
			break;
		sheet->at[k].used = true;
	}
	if (list_is_full(in, r->n_stamps))
		return;
	r->stamps = list_grow(in->a, r->stamps, r->n_stamps, sizeof(st));
	r->stamps[r->n_stamps++] = st;
}

/* "เลขรับที่ ..." names a number or a place to write one. */
static bool
is_stamp(const char *line, const char *label, size_t n)
{
	const char *s = label + n;

	if (label != line && !is_office(line) && !is_received_on(line))
		return false;
	return *s == '\0' || scan_digit(s, NULL) > 0 || *s == '/' ||
	       strncmp(s, "…", 3) == 0 || label[n - 1] == '.';
}

void
stamps_read(struct intake *in)
{
	for (size_t i = 0; i < in->sheet.n; i++) {
		const char *s = in->sheet.at[i].s, *label;
		size_t n;

		if (in->sheet.at[i].used || strlen(s) > LINE_MAX_BYTES)
			continue;
		label = label_find(s, LABEL_RECEIPT, &n);
		if (label != NULL && is_stamp(s, label, n))
			take_stamp(in, i, label, n);
	}
}
