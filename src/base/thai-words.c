/* thai-words.c -- the words of a text, one after the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/thai-break.h"

/* What a code point is to a word: words are of Thai letters, or of other
   letters and digits of any script; the rest stands between them. */
enum class { CLASS_BETWEEN, CLASS_THAI, CLASS_OTHER };

static enum class class_of(uint32_t code) {
	static const struct {uint32_t first, last; enum class class;}
ranges[] = {
    {'0', '9', CLASS_OTHER},         {'A', 'Z', CLASS_OTHER},
    {'a', 'z', CLASS_OTHER},         {0x00AA, 0x0E00, CLASS_OTHER},
    {0x0E01, 0x0E2E, CLASS_THAI},    {0x0E30, 0x0E3A, CLASS_THAI},
    {0x0E40, 0x0E45, CLASS_THAI},    {0x0E47, 0x0E4E, CLASS_THAI},
    {0x0E50, 0x0E59, CLASS_OTHER},   {0x0E5C, 0x1FFF, CLASS_OTHER},
    {0x2C00, 0x2DFF, CLASS_OTHER},   {0x3040, 0xD7FF, CLASS_OTHER},
    {0xF900, 0x10FFFF, CLASS_OTHER},
};

for (size_t i = 0; i < ARRAY_SIZE(ranges); i++)
	if (code >= ranges[i].first && code <= ranges[i].last)
		return ranges[i].class;
return CLASS_BETWEEN;
}

struct words {
	thai_line_fn word;
	void *ctx;
};

/* The clusters at s that are of one class. */
static size_t
run_length(const char *s, size_t n, enum class *class)
{
	uint32_t code;
	size_t at = 0;

	utf8_next(s, n, &code);
	*class = class_of(code);
	while (at < n) {
		utf8_next(s + at, n - at, &code);
		if (class_of(code) != *class)
			break;
		at += cluster_next(s + at, n - at).n;
	}
	return at;
}

static void
add_part(void *ctx, const char *s, size_t n)
{
	const struct words *w = ctx;
	enum class class;

	while (n > 0) {
		size_t run = run_length(s, n, &class);

		if (class != CLASS_BETWEEN)
			w->word(w->ctx, s, run);
		s += run;
		n -= run;
	}
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

void
thai_words(const char *s, thai_line_fn word, void *ctx)
{
	struct words w = {word, ctx};

	while (*s) {
		size_t n = 0;

		while (s[n] && !is_blank(s[n]))
			n++;
		if (n > 0)
			thai_break(s, n, add_part, &w);
		s += n;
		while (is_blank(*s))
			s++;
	}
}
