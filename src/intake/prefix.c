/* prefix.c -- whose letters stand in front of a letter number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/prefix.h"

#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/mem.h"

#include "intake/scan.h"

static const char FILE_NAME[] = "prefixes.txt";
static const char PROVINCE[] = "province ";
static const char OFFICE[] = "office ";

/* "LETTERS CODE POST NAME" or "LETTERS NAME", up to the end of the line. */
static void
row_at(const char *s, bool is_province, struct prefix *p)
{
	char *end;

	*p = (struct prefix){.letters = s, .letters_n = strcspn(s, " ")};
	s += p->letters_n + 1;
	if (is_province) {
		p->code = (int)strtol(s, &end, 10);
		p->post = (int)strtol(end, &end, 10);
		s = end + 1;
	}
	p->name = s;
	p->name_n = strcspn(s, "\n");
}

/* Calls fn for each row until it answers true. */
static bool
each(bool (*fn)(void *ctx, const struct prefix *p), void *ctx)
{
	const struct embedded *file = embedded_find(FILE_NAME);
	const char *s = file != NULL ? file->text : "";
	struct prefix p;

	for (; *s != '\0'; s += strcspn(s, "\n"), s += *s == '\n') {
		size_t n = scan_word(s, PROVINCE);
		bool is_province = n > 0;

		if (n == 0)
			n = scan_word(s, OFFICE);
		if (n == 0)
			continue;
		row_at(s + n, is_province, &p);
		if (fn(ctx, &p))
			return true;
	}
	return false;
}

struct search {
	const char *letters;
	size_t n;
	const char *text;
	int post;
	size_t left; /* rows to pass over */
	struct prefix *found;
	size_t hits;
};

static bool
count(void *ctx, const struct prefix *p)
{
	struct search *s = ctx;

	(void)p;
	s->hits++;
	return false;
}

size_t
prefix_count(void)
{
	struct search s = {.hits = 0};

	each(count, &s);
	return s.hits;
}

static bool
is_next(void *ctx, const struct prefix *p)
{
	struct search *s = ctx;

	*s->found = *p;
	return s->left-- == 0;
}

bool
prefix_row(size_t i, struct prefix *p)
{
	struct search s = {.left = i, .found = p};

	return each(is_next, &s);
}

static bool
has_letters(void *ctx, const struct prefix *p)
{
	struct search *s = ctx;

	if (p->letters_n != s->n || memcmp(p->letters, s->letters, s->n) != 0)
		return false;
	*s->found = *p;
	return true;
}

bool
prefix_find(const char *letters, size_t n, struct prefix *p)
{
	struct search s = {.letters = letters, .n = n, .found = p};

	return each(has_letters, &s);
}

/* Whether the name stands in the text as a province: "จังหวัดตาก", "จ.ตาก";
   short names such as เลย and แพร่ are words too. */
static bool
names_province(const char *text, const struct prefix *p)
{
	static const char *const before[] = {"จังหวัด", "จังหวัด ", "จ.", "จ. "};
	char want[120];

	for (size_t i = 0; i < ARRAY_SIZE(before); i++) {
		size_t n = strlen(before[i]);

		memcpy(want, before[i], n);
		memcpy(want + n, p->name, p->name_n);
		want[n + p->name_n] = '\0';
		if (strstr(text, want) != NULL)
			return true;
	}
	return false;
}

static bool
is_named(void *ctx, const struct prefix *p)
{
	struct search *s = ctx;

	if (p->code == 0 || !names_province(s->text, p))
		return false;
	*s->found = *p;
	return true;
}

static bool
has_post(void *ctx, const struct prefix *p)
{
	struct search *s = ctx;

	if (p->code == 0 || p->post != s->post)
		return false;
	*s->found = *p;
	s->hits++;
	return false;
}

/* The post code an address ends with: where it begins, or NULL. */
static const char *
post_code_of(const char *place, long *post)
{
	const char *found = NULL;
	size_t n;
	int digits;
	long value;

	for (; *place != '\0'; place += n > 0 ? n : 1) {
		n = scan_digits(place, &value, &digits);
		if (n == 0 || digits != 5)
			continue;
		*post = value;
		found = place;
	}
	return found;
}

/* The two letters before `end`. */
static bool
letters_before(const char *place, const char *end, struct prefix *p)
{
	enum { TWO_LETTERS = 6 };

	while (end > place && end[-1] == ' ')
		end--;
	if (end - place < TWO_LETTERS)
		return false;
	return prefix_find(end - TWO_LETTERS, TWO_LETTERS, p) && p->code > 0;
}

bool
prefix_of_place(const char *place, struct prefix *p)
{
	struct search s = {.text = place, .found = p};
	long post = 0;
	const char *at = post_code_of(place, &post);

	if (at != NULL && letters_before(place, at, p))
		return true;
	if (each(is_named, &s))
		return true;
	s.post = (int)(post / 1000);
	each(has_post, &s);
	return at != NULL && s.hits == 1;
}

bool
prefix_has_post(const struct prefix *p, const char *place)
{
	long post;

	return post_code_of(place, &post) == NULL || post / 1000 == p->post;
}

bool
prefix_of_post(const char *place, struct prefix *p)
{
	struct search s = {.found = p};
	long post = 0;

	if (post_code_of(place, &post) == NULL)
		return false;
	s.post = (int)(post / 1000);
	each(has_post, &s);
	return s.hits > 0;
}

/* Letters that recognition takes for each other. */
/* clang-format off */
static const char *const alike[] = {
	"ขชซฃ", "คดตศฅ", "ถภฤ", "ผฝพฟ", "บปษ", "นมฉ", "ลสอ", "กภถ", "รธ",
	"อฮ", "ยผ", "จฐ", "ทฑห", "มน", "วง", "ฎฏ",
};
/* clang-format on */

static bool
look_alike(const char *a, const char *b)
{
	char one[4] = {0}, other[4] = {0};

	memcpy(one, a, 3);
	memcpy(other, b, 3);
	for (size_t i = 0; i < ARRAY_SIZE(alike); i++)
		if (strstr(alike[i], one) && strstr(alike[i], other))
			return true;
	return false;
}

/* One Thai letter, of three bytes, is another: where, else -1. */
static ptrdiff_t
difference(const struct prefix *p, const char *letters, size_t n)
{
	ptrdiff_t found = -1;

	if (p->letters_n != n || n % 3 != 0)
		return -1;
	for (size_t at = 0; at < n; at += 3) {
		if (memcmp(p->letters + at, letters + at, 3) == 0)
			continue;
		if (found >= 0)
			return -1;
		found = (ptrdiff_t)at;
	}
	return found;
}

static bool
is_near_and_named(void *ctx, const struct prefix *p)
{
	struct search *s = ctx;

	return difference(p, s->letters, s->n) >= 0 && is_named(ctx, p);
}

static bool
is_near_and_alike(void *ctx, const struct prefix *p)
{
	struct search *s = ctx;
	ptrdiff_t at = difference(p, s->letters, s->n);

	if (at < 0 || !look_alike(p->letters + at, s->letters + at))
		return false;
	*s->found = *p;
	s->hits++;
	return false;
}

bool
prefix_likely(const char *letters, size_t n, const char *text, struct prefix *p)
{
	struct search s = {
	    .letters = letters, .n = n, .text = text, .found = p};

	if (each(is_near_and_named, &s))
		return true;
	each(is_near_and_alike, &s);
	return s.hits == 1;
}
