/* marks.c -- vowel and tone marks that recognition lost or moved, put back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/marks.h"

#include <stdbool.h>
#include <string.h>

#include "base/embedded.h"
#include "base/mem.h"
#include "base/thai.h"

static const char FILE_NAME[] = "words.txt";

/* Thai letters and marks are E0 B8 xx and E0 B9 xx. */
enum { LETTER_BYTES = 3, BUCKETS = 128, WORDS_MAX = 200 };
/* A shorter word is mended only at the beginning of a run of Thai: "วนที่" in
   ด่วนที่สุด is no วันที่. */
enum { SAFE_LETTERS = 6 };

/* The words by their first letter: each is a place in the file. */
struct words {
	const char *at[WORDS_MAX];
	int next[WORDS_MAX];
	int first[BUCKETS]; /* -1 = none */
};

static bool
is_thai(const char *s)
{
	return (unsigned char)s[0] == 0xE0 &&
	       ((unsigned char)s[1] & 0xFE) == 0xB8 && s[2] != '\0';
}

/* Distance from U+0E00, 0 when s begins with no Thai letter. */
static unsigned
letter_at(const char *s)
{
	return is_thai(s) ? (((unsigned char)s[1] & 1U) << 6) +
				((unsigned char)s[2] & 0x3FU)
			  : 0;
}

static bool
is_mark(unsigned letter)
{
	return letter != 0 && code_is_mark(0x0E00 + letter);
}

static const struct words *
words_load(void)
{
	static struct words words;
	static bool loaded;
	const struct embedded *file = embedded_find(FILE_NAME);
	const char *s = file != NULL ? file->text : "";
	int n = 0;

	if (loaded)
		return &words;
	for (int i = 0; i < BUCKETS; i++)
		words.first[i] = -1;
	for (; *s != '\0' && n < WORDS_MAX; s += strcspn(s, "\n") + 1) {
		unsigned first = letter_at(s);

		if (first == 0)
			continue;
		words.at[n] = s;
		words.next[n] = words.first[first];
		words.first[first] = n++;
	}
	loaded = true;
	return &words;
}

/* One letter and its marks. */
struct piece {
	unsigned letter;
	unsigned marks[4]; /* in the order written; 0 = none */
	size_t n_marks;
	size_t n; /* bytes */
};

static struct piece
piece_at(const char *s)
{
	struct piece p = {.letter = letter_at(s)};

	if (p.letter == 0)
		return p;
	for (p.n = LETTER_BYTES; is_mark(letter_at(s + p.n));
	     p.n += LETTER_BYTES)
		if (p.n_marks < ARRAY_SIZE(p.marks))
			p.marks[p.n_marks++] = letter_at(s + p.n);
	return p;
}

/* What of the marks of one letter of a word stands in the text. */
struct marks_left {
	bool lost; /* some are missing */

	bool other;        /* a mark is there that the word has not */
	unsigned moved[4]; /* missing from the letter before */
	size_t n_moved;
};

static bool
has_mark(const unsigned *marks, size_t n, unsigned mark)
{
	for (size_t i = 0; i < n; i++)
		if (marks[i] == mark)
			return true;
	return false;
}

/* Compares the marks of a letter of the word with those written on it: one
   that the word has not must be missing from the letter before. */
static void
compare(const struct piece *want, const struct piece *have,
	struct marks_left *left)
{
	struct marks_left before = *left;

	left->n_moved = 0;
	for (size_t i = 0; i < want->n_marks; i++)
		if (!has_mark(have->marks, have->n_marks, want->marks[i])) {
			left->lost = true;
			left->moved[left->n_moved++] = want->marks[i];
		}
	for (size_t i = 0; i < have->n_marks; i++)
		if (!has_mark(want->marks, want->n_marks, have->marks[i]) &&
		    !has_mark(before.moved, before.n_moved, have->marks[i]))
			left->other = true;
}

/* A space inside the word: only where the damage puts it, behind a mark. */
static size_t
space_inside(const char *s, const struct piece *before)
{
	return *s == ' ' && before->n_marks > 0 && letter_at(s + 1) != 0 ? 1
									 : 0;
}

/* A vowel behind a consonant: "วันทำการ" does not begin with วันที่. */
static bool
is_vowel(unsigned letter)
{
	return letter == 0x30 || letter == 0x32 || letter == 0x33;
}

/* Bytes of text at s that are this word, damaged; 0 when they are something
   else, or the word as it is spelt. */
static size_t
damaged_length(const char *word, const char *s, bool inside)
{
	struct marks_left left = {.lost = false};
	size_t at = 0, letters = 0;

	while (*word != '\n' && *word != '\0') {
		struct piece want = piece_at(word), have = piece_at(s + at);

		if (want.n == 0 || have.letter != want.letter)
			return 0;
		compare(&want, &have, &left);
		if (left.other)
			return 0;
		word += want.n;
		at += have.n;
		letters++;
		if (*word != '\n' && *word != '\0' &&
		    space_inside(s + at, &have) > 0)
			at++;
	}
	if ((inside && letters < SAFE_LETTERS) || is_vowel(letter_at(s + at)))
		return 0;
	return left.lost ? at : 0;
}

/* The longest word that stands damaged at s; *word gets it. */
static size_t
find_damaged(const struct words *words, const char *s, bool inside,
	     const char **word)
{
	size_t best = 0;

	for (int i = words->first[letter_at(s)]; i >= 0; i = words->next[i]) {
		size_t n = damaged_length(words->at[i], s, inside);

		if (n > best) {
			best = n;
			*word = words->at[i];
		}
	}
	return best;
}

static bool
is_tone(unsigned letter)
{
	return letter >= 0x48 && letter <= 0x4B;
}

static bool
is_upper_vowel(unsigned letter)
{
	return letter == 0x31 || (letter >= 0x34 && letter <= 0x37);
}

static void
told(struct text *was, struct text *is, const char *s, size_t n,
     const char *word, size_t k)
{
	if (was->n > 0)
		return;
	text_add_n(was, s, n);
	text_add_n(is, word, k);
}

/* Adds one character, or a tone and the vowel below it in their order. */
static size_t
add_next(const char *s, struct text *out)
{
	size_t n = 1;

	if (is_tone(letter_at(s)) &&
	    is_upper_vowel(letter_at(s + LETTER_BYTES))) {
		text_add_n(out, s + LETTER_BYTES, LETTER_BYTES);
		text_add_n(out, s, LETTER_BYTES);
		return (size_t)LETTER_BYTES * 2;
	}
	if (is_thai(s))
		n = LETTER_BYTES;
	text_add_n(out, s, n);
	return n;
}

bool
marks_mend(const char *s, struct text *out, struct text *was, struct text *is)
{
	const struct words *words = words_load();
	struct text ordered = {0};
	const char *word = NULL, *all = s;
	bool changed = false;
	bool inside = false; /* a run of Thai */

	while (*s != '\0')
		s += add_next(s, &ordered);
	for (s = text_str(&ordered); *s != '\0';) {
		size_t n = find_damaged(words, s, inside, &word), k;

		inside = is_thai(s);

		if (n > 0) {
			k = strcspn(word, "\n");
			changed = true;
			told(was, is, s, n, word, k);
			text_add_n(out, word, k);
			s += n;
			continue;
		}
		n = is_thai(s) ? LETTER_BYTES : 1;
		text_add_n(out, s, n);
		s += n;
	}
	changed = changed || strcmp(text_str(&ordered), all) != 0;
	text_done(&ordered);
	return changed;
}
