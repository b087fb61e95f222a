/* csv-guard.c -- cells that a spreadsheet leaves as they are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/date.h"
#include "base/thai.h"

enum {
	FORMULA_TEXT_MAX = 255, /* characters of a text in a formula of Excel */
	PLAIN_DIGITS = 11,      /* more are shown as 1.23E+11 */
};

/* The wide ones are taken for the narrow ones where people type Japanese. */
static const char *const starts[] = {"=",  "+",  "-",  "@",  "\t",
				     "\r", "＝", "＋", "－", "＠"};

static bool
begins_formula(const char *s)
{
	for (size_t i = 0; i < ARRAY_SIZE(starts); i++)
		if (strncmp(s, starts[i], strlen(starts[i])) == 0)
			return true;
	return false;
}

/* 1, 614, 40000: a number that is shown as it is written. */
static bool
is_plain_number(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && n <= PLAIN_DIGITS && s[n] == '\0' &&
	       (s[0] != '0' || n == 1);
}

/* Numbers and dates have digits, signs between them, and at most the name of a
   month or of a day. */
static bool
is_number_or_date(const char *s)
{
	char *arabic = thai_digits_to_arabic(s);
	size_t digits = strcspn(arabic, "0123456789");
	size_t plain = strspn(arabic, "0123456789 /-.,:%()eE");
	bool is = arabic[digits] != '\0' && arabic[plain] == '\0';
	struct error none = {0};
	struct date d;

	is = is || (arabic[digits] != '\0' && date_parse(s, &d, &none));
	free(arabic);
	return is;
}

/* English months: 1-Jan, Mar 5. */
static bool
is_short_word_and_digits(const char *s)
{
	size_t digits = 0, letters = 0, other = 0;

	for (; *s != '\0'; s++) {
		digits += *s >= '0' && *s <= '9';
		letters += (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z');
		other += strchr(" /-.,:", *s) == NULL;
	}
	return digits > 0 && digits + letters == other && letters <= 9;
}

bool
csv_needs_guard(const char *s)
{
	if (s[0] == '\0' || is_plain_number(s))
		return false;
	return begins_formula(s) || is_number_or_date(s) ||
	       is_short_word_and_digits(s);
}

static bool
fits_formula(const char *s)
{
	size_t letters = 0;

	for (const char *p = s; *p != '\0'; p++)
		letters += ((unsigned char)*p & 0xC0) != 0x80;
	return letters <= FORMULA_TEXT_MAX && strpbrk(s, "\r\n\t") == NULL;
}

static void
add_doubled(struct text *t, const char *s)
{
	for (; *s != '\0'; s++)
		text_add_n(t, *s == '"' ? "\"\"" : s, *s == '"' ? 2 : 1);
}

static bool
is_behind_apostrophe(const char *s)
{
	return s[0] == '\'' && (s[1] == '\'' || csv_needs_guard(s + 1));
}

static void
add_guarded(struct text *t, const char *s)
{
	if (csv_needs_guard(s) && fits_formula(s)) {
		text_add(t, "=\"");
		add_doubled(t, s);
		text_add(t, "\"");
		return;
	}
	if (csv_needs_guard(s) || is_behind_apostrophe(s))
		text_add(t, "'");
	text_add(t, s);
}

void
csv_add_cell(struct text *t, const char *cell, char separator)
{
	const char special[] = {'"', '\r', '\n', separator, '\0'};
	struct text guarded = {0};
	const char *s;

	add_guarded(&guarded, cell);
	s = text_str(&guarded);
	if (strpbrk(s, special) == NULL && s[0] != ' ') {
		text_add(t, s);
	} else {
		text_add(t, "\"");
		add_doubled(t, s);
		text_add(t, "\"");
	}
	text_done(&guarded);
}

/* ="..." and nothing else: every quote inside is doubled. */
static bool
is_formula_text(const char *s, size_t n)
{
	if (n < 3 || s[0] != '=' || s[1] != '"' || s[n - 1] != '"')
		return false;
	for (size_t i = 2; i < n - 1; i++)
		if (s[i] == '"' && (++i == n - 1 || s[i] != '"'))
			return false;
	return true;
}

bool
csv_unguard(char *s)
{
	size_t n = strlen(s), to = 0;

	if (is_behind_apostrophe(s)) {
		memmove(s, s + 1, n);
		return true;
	}
	if (!is_formula_text(s, n))
		return false;
	for (size_t i = 2; i < n - 1; i++) {
		s[to++] = s[i];
		i += s[i] == '"';
	}
	s[to] = '\0';
	return true;
}

void
text_add_column(struct text *t, size_t column)
{
	char name[8];
	size_t at = sizeof(name);

	do {
		name[--at] = (char)('A' + column % 26);
		column = column / 26;
	} while (column-- > 0 && at > 0);
	text_add_n(t, name + at, sizeof(name) - at);
}
