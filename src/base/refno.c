/* refno.c -- letter numbers: tidied for people, folded for comparing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/refno.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/thai.h"

static const char label[] = "ที่";

/* What has been written so far, as far as it decides about the next space. */
struct tidy {
	struct text out;
	bool at_border;  /* at the beginning, after a slash or a space */
	bool in_letters; /* in Thai letters that began at a border */
	bool has_space;  /* a space was read and not written yet */
};

static bool
is_digit(uint32_t code)
{
	return code >= '0' && code <= '9';
}

static bool
is_thai_letter(uint32_t code)
{
	return code >= 0x0E01 && code <= 0x0E4E;
}

static void
tidy_space(struct tidy *t)
{
	bool after_slash = t->out.n > 0 && t->out.s[t->out.n - 1] == '/';

	t->has_space = !after_slash;
	t->at_border = true;
}

static void
tidy_slash(struct tidy *t)
{
	text_add(&t->out, "/");
	t->has_space = t->in_letters = false;
	t->at_border = true;
}

/* Letters from a border up to a digit are a prefix or ว: a space parts them
   from it, written or not. */
static void
tidy_character(struct tidy *t, const char *s, size_t n, uint32_t code)
{
	bool parted = is_digit(code) && t->in_letters;

	if (t->has_space || parted)
		text_add(&t->out, " ");
	text_add_n(&t->out, s, n);
	if (is_thai_letter(code))
		t->in_letters = t->at_border || t->in_letters;
	else if (code != '.')
		t->in_letters = false;
	t->has_space = t->at_border = false;
}

static const char *
skip_label(const char *s)
{
	size_t n = strlen(label);

	if (strncmp(s, label, n) == 0)
		s += n;
	return s + strspn(s, " ");
}

/* Arabic digits, single spaces, marks in order.  Caller frees. */
static char *
fold(const char *ref)
{
	char *normal = thai_normalise(ref);
	char *arabic = thai_digits_to_arabic(normal);

	free(normal);
	return text_fold_space(arabic);
}

char *
refno_tidy(const char *ref)
{
	struct tidy t = {.at_border = true};
	char *folded = fold(ref);
	const char *s = skip_label(folded);
	size_t n = strlen(s);
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		if (code == ' ')
			tidy_space(&t);
		else if (code == '/')
			tidy_slash(&t);
		else
			tidy_character(&t, s + at, len, code);
	}
	free(folded);
	return text_take(&t.out);
}

char *
refno_key(const char *ref)
{
	struct text key = {0};
	char *tidy = refno_tidy(ref);
	size_t n = strlen(tidy);
	uint32_t code, before = 0;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(tidy + at, n - at, &code);
		if (code == ' ' || (code == '.' && is_thai_letter(before)))
			continue;
		text_add_n(&key, tidy + at, len);
		before = code;
	}
	free(tidy);
	return text_take(&key);
}

/* ว alone before a number, as in "มท 0816.3/ว 3349" and "ก.พ. ว 10", and not
   the beginning of a word. */
static bool
is_circular_mark(const char *tidy, const char *at)
{
	const char *behind = at + strlen("ว");

	behind += strspn(behind, " .");
	return at > tidy && strchr("/ )", at[-1]) != NULL &&
	       (is_digit((unsigned char)*behind) || *behind == '(');
}

bool
refno_is_circular(const char *ref)
{
	char *tidy = refno_tidy(ref);
	bool is = false;

	for (const char *at = tidy; !is && (at = strstr(at, "ว")) != NULL;
	     at += strlen("ว"))
		is = is_circular_mark(tidy, at);
	free(tidy);
	return is;
}
