/* sheet.c -- the lines of a sheet, without what the paper added */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/sheet.h"

#include <string.h>

#include "base/thai.h"

#include "intake/scan.h"

static const char *const bullets[] = {"- ", "• ", "* ", "– ", "· ", "● ", "> "};

static const char *
skip_bullet(const char *s)
{
	for (size_t i = 0; i < ARRAY_SIZE(bullets); i++)
		if (scan_word(s, bullets[i]) > 0)
			return s + strlen(bullets[i]);
	return s;
}

/* Bytes of the white space at s, and in *columns how wide it is. */
static size_t
white_space(const char *s, size_t n, size_t *columns)
{
	size_t at = 0, len;
	uint32_t code;

	*columns = 0;
	while (at < n) {
		len = utf8_next(s + at, n - at, &code);
		if (code == '\t')
			*columns += 8;
		else if (code == ' ' || code == 0xA0)
			++*columns;
		else if (code != 0x200B && code != 0xFEFF)
			break;
		at += len;
	}
	return at;
}

static char *
folded(const char *s, size_t n, struct arena *a)
{
	char *out = arena_alloc(a, n + 1), *to = out;

	for (size_t at = 0; at < n;) {
		size_t columns, len = white_space(s + at, n - at, &columns);

		if (len == 0) {
			*to++ = s[at++];
			continue;
		}
		at += len;
		if (to > out && at < n && columns > 0)
			*to++ = columns >= 3 ? '\t' : ' ';
	}
	return out;
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);

	return n >= k && strcmp(s + n - k, end) == 0;
}

/* "/ขยายผล..." at the foot of a page. */
static bool
is_catchword(const char *s)
{
	return *s == '/' && strlen(s) < 120 &&
	       (ends_with(s, "..") || ends_with(s, "…") || ends_with(s, ". ."));
}

/* "- ๒ -", "-2-", "หน้า ๒". */
static bool
is_page_number(const char *s)
{
	size_t n = scan_word(s, "หน้า"), k;
	bool dash = strncmp(s, "-", 1) == 0;
	long value;

	n += dash;
	n += scan_space(s + n);
	k = scan_digits(s + n, &value, NULL);
	if (n == 0 || k == 0)
		return false;
	n += k + scan_space(s + n + k);
	return dash ? strcmp(s + n, "-") == 0 : s[n] == '\0';
}

/* "Page 1 of 2", "หน้า ๑ จาก ๒", "หน้าที่ 1/2". */
static bool
is_page_of(const char *s)
{
	static const char *const before[] = {"Page", "page", "หน้าที่", "หน้า"};
	static const char *const between[] = {"of", "จาก", "/"};
	size_t n = 0, k = 0;
	long value;

	for (size_t i = 0; i < ARRAY_SIZE(before) && n == 0; i++)
		n = scan_word(s, before[i]);
	if (n == 0)
		return false;
	n += scan_space(s + n);
	n += scan_digits(s + n, &value, NULL);
	n += scan_space(s + n);
	for (size_t i = 0; i < ARRAY_SIZE(between) && k == 0; i++)
		k = scan_word(s + n, between[i]);
	if (k == 0)
		return false;
	n += k + scan_space(s + n + k);
	k = scan_digits(s + n, &value, NULL);
	return k > 0 && s[n + k] == '\0';
}

/* "Ala A a", "a ow eo vy": marks above a line that recognition took for a line
   of their own.  Short words, hardly any of them Thai, no number. */
static bool
is_specks(const char *s)
{
	enum { SHORT = 6 };
	size_t words = 0, thai = 0, digits = 0;

	while (*s != '\0') {
		size_t n = strcspn(s, " \t"), here = 0;
		bool is_thai = strncmp(s, "\xE0", 1) == 0;

		for (size_t i = 0; i < n; i++)
			here += scan_digit(s + i, NULL) > 0;
		if (n > (is_thai ? 2 * SHORT : SHORT) || here > 1 ||
		    memchr(s, '@', n) != NULL || memchr(s, '.', n) != NULL)
			return false;
		digits += here;
		thai += is_thai && here == 0 && n >= SHORT;
		words++;
		s += n;
		s += scan_space(s);
	}
	return words > 0 && 2 * thai < words && (words > 1 || digits == 0);
}

/* What machines and drawings leave on a sheet. */
static bool
is_noise(const char *s)
{
	static const char *const lines[] = {"CamScanner",
					    "Scanned with CamScanner",
					    "Scanned by CamScanner",
					    "(ตราครุฑ)",
					    "ตราครุฑ",
					    "[ตราครุฑ]",
					    "(ครุฑ)",
					    "QR Code",
					    "QR code",
					    "(ลงชื่อ)",
					    "(ลายเซ็น)",
					    "[ลายเซ็น]"};

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		if (strcmp(s, lines[i]) == 0)
			return true;
	return false;
}

/* A ruled line, or one to write on. */
static bool
is_rule(const char *s)
{
	return s[strspn(s, "-_=*.~ \t")] == '\0';
}

struct cutting {
	struct sheet *sheet;
	bool blank;  /* the last line was empty */
	bool turned; /* a page was turned since the last line */
};

static void
take_line(struct cutting *c, const char *s)
{
	if (is_rule(s)) {
		c->blank = true;
	} else if (is_catchword(s) || is_page_number(s) || is_page_of(s)) {
		c->turned = true;
	} else if (!is_noise(s) && !is_specks(s)) {
		c->sheet->at[c->sheet->n++] = (struct line){
		    .s = skip_bullet(s),
		    .after_blank = c->blank && !c->turned,
		    .has_bullet = skip_bullet(s) != s,
		};
		c->blank = c->turned = false;
	}
}

void
sheet_cut(const char *text, struct arena *a, struct sheet *sheet)
{
	struct cutting c = {.sheet = sheet, .blank = true};
	size_t lines = 1;

	for (const char *p = text; *p != '\0'; p++)
		lines += *p == '\n';
	sheet->at = arena_array(a, lines, sizeof(*sheet->at));
	sheet->n = 0;
	for (;;) {
		size_t n = strcspn(text, "\n");

		take_line(&c, folded(text, n, a));
		if (text[n] == '\0')
			return;
		text += n + 1;
	}
}

const char *
line_join(const char *above, const char *line)
{
	return thai_is_cut(above, line) ? "" : " ";
}

const char *
sheet_text(const struct sheet *sheet, size_t from, size_t to, struct arena *a)
{
	struct text t = {0};
	const char *s, *above = NULL;

	for (size_t i = from; i < to; i++) {
		const struct line *line = &sheet->at[i];

		if (line->used)
			continue;
		if (above != NULL)
			text_add(&t, line->after_blank
					 ? "\n"
					 : line_join(above, line->s));
		text_add(&t, line->s);
		above = line->s;
	}
	s = arena_strdup(a, text_str(&t));
	text_done(&t);
	return s;
}
