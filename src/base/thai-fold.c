/* thai-fold.c -- text as it is compared when one searches */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/thai-fold.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

enum {
	SARA_AA = 0x0E32,
	SARA_AM = 0x0E33,
	SARA_E = 0x0E40,
	SARA_AE = 0x0E41,
	LAKKHANGYAO = 0x0E45,
	NIKHAHIT = 0x0E4D,
	THAI_FIRST = 0x0E01, /* letters and digits in use */
	THAI_LAST = 0x0E5B,
	THAI_ZERO = 0x0E50,
	THAI_NINE = 0x0E59,
	REPLACEMENT = 0xFFFD,
};

/* clang-format off */
/* Each is a whole word, or so much of one that no other word has it: what is
   looked for may be a piece of a word, and is folded without its rest. */
const struct spelling thai_spellings[] = {
	{ U"ษียณ", U"ษียน" }, /* เกษียณ for เกษียน */
	{ U"กฏ", U"กฎ" }, /* กฏหมาย, ปรากฎ */
	{ U"อนุญาติ", U"อนุญาต" },
	{ U"สัมนา", U"สัมมนา" },
	{ U"บุคคลากร", U"บุคลากร" },
	{ U"คลินิค", U"คลินิก" },
	{ U"อิเลค", U"อิเลก" }, /* อิเล็คทรอนิกส์ */
	{ U"อีเลก", U"อิเลก" },
	{ U"อีเลค", U"อิเลก" },
	{ U"บไซท", U"บไซต" }, /* เว็บไซท์ */
	{ NULL, NULL },
};
/* clang-format on */

/* One character of the folded text, and what it stands for. */
struct unit {
	uint32_t code;
	uint32_t from, to;
};

struct fold {
	struct unit *at;
	size_t n;
	uint32_t nikhahit; /* where one waits for its SARA AA, plus 1 */
};

/* Left out, but a part of the letter before it. */
static bool
is_dropped_mark(uint32_t code)
{
	return code == 0x0E3A || (code >= 0x0E47 && code <= 0x0E4E);
}

static bool
is_between(uint32_t code, uint32_t first, uint32_t last)
{
	return code >= first && code <= last;
}

static bool
is_space(uint32_t code)
{
	return code == ' ' || code == 0xA0 || code == 0x3000 ||
	       is_between(code, 0x2000, 0x200A) || code == 0x2028 ||
	       code == 0x2029 || code == 0x202F || code == 0x205F;
}

static bool
is_dropped(uint32_t code)
{
	static const char punctuation[] = ".,:;'\"`()[]{}<>-_!?";

	if (is_between(code, THAI_FIRST, THAI_LAST))
		return false;
	if (code < 0x80)
		return code <= ' ' || code == 0x7F ||
		       strchr(punctuation, (int)code) != NULL;
	return is_space(code) || code == 0xAB || code == 0xBB || code == 0xAD ||
	       code == 0xB7 || is_between(code, 0x2010, 0x2026) ||
	       code_is_unsafe(code);
}

static uint32_t
simple_form(uint32_t code)
{
	if (is_between(code, THAI_ZERO, THAI_NINE))
		return '0' + code - THAI_ZERO;
	if (is_between(code, 'A', 'Z') ||
	    (is_between(code, 0xC0, 0xDE) && code != 0xD7))
		return code + 0x20;
	if (code == LAKKHANGYAO)
		return SARA_AA;
	return code == UTF8_BAD ? REPLACEMENT : code;
}

static struct unit *
last_unit(struct fold *f)
{
	static struct unit none;

	return f->n > 0 ? &f->at[f->n - 1] : &none;
}

/* A mark: gone, but shown with its letter when that is found. */
static void
fold_mark(struct fold *f, uint32_t code, uint32_t from, uint32_t to)
{
	struct unit *last = last_unit(f);

	if (code == NIKHAHIT && last->code == SARA_AA && last->to == from)
		last->code = SARA_AM;
	else if (code == NIKHAHIT)
		f->nikhahit = from + 1;
	if (last->to == from)
		last->to = to;
}

static void
fold_letter(struct fold *f, uint32_t code, uint32_t from, uint32_t to)
{
	struct unit *last = last_unit(f);

	code = simple_form(code);
	if (code == SARA_E && last->code == SARA_E) {
		*last = (struct unit){SARA_AE, last->from, to};
		return;
	}
	if (code == SARA_AA && f->nikhahit > 0) {
		code = SARA_AM;
		from = f->nikhahit - 1;
	}
	f->nikhahit = 0;
	f->at[f->n++] = (struct unit){code, from, to};
}

static void
fold_codes(struct fold *f, const char *s, size_t n)
{
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		uint32_t from = (uint32_t)at, to;

		len = utf8_next(s + at, n - at, &code);
		to = (uint32_t)(at + len);
		if (is_dropped_mark(code))
			fold_mark(f, code, from, to);
		else if (code == UTF8_BAD || !is_dropped(code))
			fold_letter(f, code, from, to);
	}
}

/* How many units at i the spelling has, 0 when it does not stand there. */
static size_t
spelling_at(const struct fold *f, size_t i, const char32_t *other)
{
	size_t n = 0;

	for (; other[n] != 0; n++)
		if (i + n >= f->n || f->at[i + n].code != other[n])
			return 0;
	return n;
}

static const struct spelling *
spelling_find(const struct fold *f, size_t i, size_t *n)
{
	for (const struct spelling *s = thai_spellings; s->other; s++) {
		*n = spelling_at(f, i, s->other);
		if (*n > 0)
			return s;
	}
	return NULL;
}

/* Where the lengths differ, each character stands for the whole. */
static void
spell(struct fold *out, const struct unit *was, size_t n, const char32_t *one)
{
	size_t count = 0;

	while (one[count] != 0)
		count++;
	for (size_t i = 0; i < count; i++)
		out->at[out->n++] = (struct unit){
		    one[i],
		    was[count == n ? i : 0].from,
		    was[count == n ? i : n - 1].to,
		};
}

/* Most letters begin none: a bit for each that does. */
static uint64_t
first_letters(void)
{
	uint64_t bits = 0;

	for (const struct spelling *s = thai_spellings; s->other; s++)
		bits |= UINT64_C(1) << (s->other[0] & 63);
	return bits;
}

static void
fold_spellings(const struct fold *in, struct fold *out)
{
	const uint64_t firsts = first_letters();

	for (size_t i = 0, n = 0; i < in->n; i += n) {
		const struct spelling *s = NULL;

		if (firsts >> (in->at[i].code & 63) & 1)
			s = spelling_find(in, i, &n);

		if (s != NULL) {
			spell(out, in->at + i, n, s->one);
		} else {
			out->at[out->n++] = in->at[i];
			n = 1;
		}
	}
}

/* A spelling adds less than one character for each that was there. */
static void
fold_units(const char *s, size_t n, struct fold *out)
{
	struct fold in = {.at = xreallocarray(NULL, n + 1, sizeof(*in.at))};

	*out = (struct fold){
	    .at = xreallocarray(NULL, 2 * n + 1, sizeof(*out->at))};
	fold_codes(&in, s, n);
	fold_spellings(&in, out);
	free(in.at);
}

void
folded_init(struct folded *f, const char *s, size_t n)
{
	struct fold units;
	size_t max;

	fold_units(s, n, &units);
	max = 4 * units.n + 1;
	f->s = xreallocarray(NULL, max, 1);
	f->from = xreallocarray(NULL, max, sizeof(*f->from));
	f->to = xreallocarray(NULL, max, sizeof(*f->to));
	f->n = 0;
	for (size_t i = 0; i < units.n; i++)
		for (size_t len = utf8_put(units.at[i].code, f->s + f->n);
		     len > 0; len--, f->n++) {
			f->from[f->n] = units.at[i].from;
			f->to[f->n] = units.at[i].to;
		}
	f->s[f->n] = '\0';
	free(units.at);
}

void
folded_done(struct folded *f)
{
	free(f->s);
	free(f->from);
	free(f->to);
	*f = (struct folded){0};
}

bool
folded_find(const struct folded *f, const char *what, size_t *from, size_t *to)
{
	const char *found = what[0] != '\0' ? strstr(f->s, what) : NULL;

	if (found == NULL)
		return false;
	*from = f->from[found - f->s];
	*to = f->to[found - f->s + strlen(what) - 1];
	return true;
}

char *
thai_fold(const char *s)
{
	struct text out = {0};
	struct fold units;

	fold_units(s, strlen(s), &units);
	for (size_t i = 0; i < units.n; i++)
		text_add_code(&out, units.at[i].code);
	free(units.at);
	return text_take(&out);
}
