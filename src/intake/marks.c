/* marks.c -- vowel and tone marks that recognition lost or moved, put back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/marks.h"

#include <stdbool.h>
#include <string.h>

#include "base/embedded.h"
#include "base/mem.h"

static const char FILE_NAME[] = "words.txt";

/* Thai letters and marks are E0 B8 xx and E0 B9 xx. */
enum { LETTER_BYTES = 3, BUCKETS = 128, WORDS_MAX = 400 };
/* A shorter word is mended only at the beginning of a run of Thai: "วนที่" in
   ด่วนที่สุด is no วันที่. */
enum { SAFE_LETTERS = 6 };

/* The words by their first letter: each is a place in the file. */
struct words {
	const char *at[WORDS_MAX];
	unsigned char second[WORDS_MAX], third[WORDS_MAX]; /* letters */
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
	return letter == 0x31 || (letter >= 0x34 && letter <= 0x3A) ||
	       (letter >= 0x47 && letter <= 0x4E);
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

/* The two letters behind the first, marks and spaces between passed over; 0
   for what is no letter. */
static void
next_letters(const char *s, unsigned char *second, unsigned char *third)
{
	unsigned letters[2] = {0, 0};

	for (size_t i = 0; i < ARRAY_SIZE(letters); i++) {
		for (s += LETTER_BYTES; is_mark(letter_at(s));)
			s += LETTER_BYTES;
		s += *s == ' ';
		letters[i] = letter_at(s);
		if (letters[i] == 0)
			break;
	}
	*second = (unsigned char)letters[0];
	*third = (unsigned char)letters[1];
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
		next_letters(s, &words.second[n], &words.third[n]);
		words.next[n] = words.first[first];
		words.first[first] = n++;
	}
	loaded = true;
	return &words;
}

/* The longest word that stands damaged at s; *word gets it. */
static size_t
find_damaged(const struct words *words, const char *s, bool inside,
	     const char **word)
{
	unsigned letter = letter_at(s);
	unsigned char second, third;
	size_t best = 0;

	if (letter == 0 || words->first[letter] < 0)
		return 0;
	next_letters(s, &second, &third);
	for (int i = words->first[letter]; i >= 0; i = words->next[i]) {
		size_t n;

		if (words->second[i] != second || words->third[i] != third)
			continue;
		n = damaged_length(words->at[i], s, inside);

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

/* A tone typed before the vowel above its letter. */
static bool
is_swapped(const char *s)
{
	return is_tone(letter_at(s)) &&
	       is_upper_vowel(letter_at(s + LETTER_BYTES));
}

/* s with tones behind vowels; false when they stand so. */
static bool
put_in_order(const char *s, struct text *out)
{
	bool changed = false;

	text_add(out, s);
	for (char *at = out->s; at != NULL && *at != '\0';) {
		char tone[LETTER_BYTES];

		if (!is_swapped(at)) {
			at += is_thai(at) ? LETTER_BYTES : 1;
			continue;
		}
		memcpy(tone, at, LETTER_BYTES);
		memmove(at, at + LETTER_BYTES, LETTER_BYTES);
		memcpy(at + LETTER_BYTES, tone, LETTER_BYTES);
		at += 2 * LETTER_BYTES;
		changed = true;
	}
	return changed;
}

bool
marks_mend(const char *s, struct text *out, struct text *was, struct text *is)
{
	const struct words *words = words_load();
	struct text ordered = {0};
	const char *word = NULL, *kept;
	bool changed = put_in_order(s, &ordered);
	bool inside = false; /* a run of Thai */

	/* What was passed over since `kept` is added when it must be. */
	for (s = kept = text_str(&ordered); *s != '\0';) {
		size_t n = find_damaged(words, s, inside, &word), k;

		inside = is_thai(s);
		if (n == 0) {
			s += inside ? LETTER_BYTES : 1;
			continue;
		}
		k = strcspn(word, "\n");
		told(was, is, s, n, word, k);
		text_add_n(out, kept, (size_t)(s - kept));
		text_add_n(out, word, k);
		kept = s += n;
		changed = true;
	}
	text_add(out, kept);
	text_done(&ordered);
	return changed;
}
