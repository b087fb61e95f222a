/* scan.c -- numbers, months and dates at a place in running text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/date-parts.h"
#include "base/thai.h"

/* No date as people write it is longer, in bytes. */
enum { DATE_MAX = 160 };

size_t
scan_space(const char *s)
{
	return strspn(s, " \t");
}

size_t
scan_word(const char *s, const char *word)
{
	size_t n = 0;

	/* Most words differ in their first letter: no strlen() before. */
	for (; word[n] != '\0'; n++)
		if (s[n] != word[n])
			return 0;
	return n;
}

/* ๐ to ๙ are E0 B9 90 to E0 B9 99. */
size_t
scan_digit(const char *s, int *value)
{
	int v;

	if (*s >= '0' && *s <= '9')
		v = *s - '0';
	else if (strncmp(s, "\xE0\xB9", 2) == 0 &&
		 (unsigned char)(s[2] - 0x90) < 10)
		v = (unsigned char)s[2] - 0x90;
	else
		return 0;
	if (value != NULL)
		*value = v;
	return *s == '\xE0' ? 3 : 1;
}

size_t
scan_digits(const char *s, long *value, int *digits)
{
	size_t at = 0, len;
	int d, n = 0;

	*value = 0;
	while ((len = scan_digit(s + at, &d)) > 0 && n < 9) {
		*value = *value * 10 + d;
		at += len;
		n++;
	}
	if (digits != NULL)
		*digits = n;
	return at;
}

struct number_word {
	const char *word;
	int value; /* of a digit word; the factor of a place word */
	bool is_place;
};

/* ยี่ is two before ten only, เอ็ด is one at the end. */
/* clang-format off */
static const struct number_word number_words[] = {
	{"หนึ่ง", 1, false},
	{"เอ็ด", 1, false},
	{"สอง", 2, false},
	{"ยี่", 2, false},
	{"สาม", 3, false},
	{"สี่", 4, false},
	{"ห้า", 5, false},
	{"หก", 6, false},
	{"เจ็ด", 7, false},
	{"แปด", 8, false},
	{"เก้า", 9, false},
	{"สิบ", 10, true},
	{"ร้อย", 100, true},
	{"พัน", 1000, true},
};
/* clang-format on */

static const struct number_word *
number_word_at(const char *s, size_t *n)
{
	for (size_t i = 0; i < ARRAY_SIZE(number_words); i++)
		if ((*n = scan_word(s, number_words[i].word)) > 0)
			return &number_words[i];
	return NULL;
}

size_t
scan_number_word(const char *s, long *value)
{
	const struct number_word *w;
	int digit = 0, last = 10000;
	size_t at = 0, n;

	*value = 0;
	while ((w = number_word_at(s + at, &n)) != NULL) {
		if (w->is_place ? w->value >= last : digit > 0)
			break;
		if (w->is_place) {
			*value += w->value * (digit > 0 ? digit : 1);
			last = w->value;
			digit = 0;
		} else {
			digit = w->value;
		}
		at += n;
	}
	*value += digit;
	return *value > 0 ? at : 0;
}

size_t
scan_number(const char *s, long *value)
{
	size_t n = scan_digits(s, value, NULL);

	return n > 0 ? n : scan_number_word(s, value);
}

size_t
scan_month(const char *s, int *month)
{
	size_t n;
	const struct date_word *w = date_word_at(s, &n);

	if (w == NULL || w->kind != WORD_MONTH)
		return 0;
	*month = w->value;
	return n;
}

size_t
scan_year(const char *s, int *year)
{
	size_t at = 0, n;
	const struct date_word *w = date_word_at(s, &n);
	long value;
	int digits;

	if (w != NULL && w->kind == WORD_ERA)
		at = n + scan_space(s + n);
	n = scan_digits(s + at, &value, &digits);
	if (digits == 2)
		value += 2500;
	if ((digits != 2 && digits != 4) || value < 1900 || value > 2700)
		return 0;
	*year = (int)(value >= BUDDHIST_FROM ? value - BUDDHIST_ERA : value);
	return at + n;
}

/* Bytes of s that became the first n bytes with Arabic digits. */
static size_t
written_length(const char *s, size_t n)
{
	size_t at = 0;

	while (n > 0) {
		size_t digit = scan_digit(s + at, NULL);

		at += digit > 0 ? digit : 1;
		n--;
	}
	return at;
}

/* The text that date_read() takes: one line, Arabic digits, no tab. */
static char *
window(const char *s)
{
	size_t n = strcspn(s, "\n");
	char *cut = xstrndup(s, n < DATE_MAX ? n : DATE_MAX);
	char *arabic = thai_digits_to_arabic(cut);

	for (char *p = arabic; *p != '\0'; p++)
		if (*p == '\t')
			*p = ' ';
	free(cut);
	return arabic;
}

/* Length of a day before the same day again; 0 when it stands once. */
static size_t
doubled_day(const char *s)
{
	long first, second;
	size_t n = scan_digits(s, &first, NULL), gap;

	if (n == 0)
		return 0;
	gap = scan_space(s + n);
	if (gap == 0 || scan_digits(s + n + gap, &second, NULL) == 0)
		return 0;
	return first == second ? n + gap : 0;
}

/* Cheap to ask: a number with a month, a stroke or another number behind it,
   or a word that occurs in dates. */
static bool
begins_a_date(const char *s)
{
	long value;
	size_t n = scan_digits(s, &value, NULL);

	if (n == 0)
		return date_word_at(s, &n) != NULL;
	n += strspn(s + n, " \t/.-,");
	return scan_digit(s + n, NULL) > 0 || date_word_at(s + n, &n) != NULL;
}

size_t
scan_date(const char *s, struct date *d)
{
	size_t skip = doubled_day(s), n = 0;
	struct error ignored = {0};
	const char *at;
	char *text;

	if (!begins_a_date(s))
		return 0;
	text = window(s + skip);
	at = text;
	if (date_read(&at, d, &ignored))
		n = skip + written_length(s + skip, (size_t)(at - text));
	free(text);
	return n;
}

bool
scan_is_date(const char *s, struct date *d)
{
	/* "- ๒ พ.ย. ๒๕๖๖": a stroke fills the place of the first digit. */
	size_t n = strspn(s, " \t-");

	n += scan_word(s + n, "วันที่");
	n += scan_space(s + n);
	s += n;
	n = scan_date(s, d);
	n += strspn(s + n, " \t.");
	return n > 0 && s[n] == '\0';
}

size_t
scan_item_number(const char *s, long *value)
{
	bool open = *s == '(';
	size_t at = open, n = scan_digits(s + at, value, NULL);
	long sub;

	if (n == 0 || *value == 0 || *value > 99)
		return 0;
	at += n;
	if (s[at] == ')')
		return at + 1 + scan_space(s + at + 1);
	if (open || s[at] != '.')
		return 0;
	at++;
	n = scan_digits(s + at, &sub, NULL);
	at += n;
	return at + scan_space(s + at);
}

size_t
scan_time(const char *s, int *hour, int *minute)
{
	long h, m;
	int digits;
	size_t n = scan_digits(s, &h, &digits), k;

	if (n == 0 || digits > 2 || h > 24 || strchr(".:", s[n]) == NULL ||
	    s[n] == '\0')
		return 0;
	n++;
	k = scan_digits(s + n, &m, &digits);
	if (digits != 2 || m > 59)
		return 0;
	*hour = (int)h;
	*minute = (int)m;
	return n + k;
}
