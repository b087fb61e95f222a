/* damaged-fuzz.c -- any damage to a register is told, or did none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/check.h"

#include "tests/again.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/small.h"

enum { PAGE = 4096, HURTS_MAX = 8, NTH_MAX = 64 };

/* The nth of a word is another, as somebody would have it who has a program
   that edits files. */
static void
change_word(struct text *t, const char *word, size_t nth)
{
	size_t n = strlen(word);
	char *end = t->s + t->n, *p = t->s;

	for (size_t i = 0; i <= nth; i++) {
		p = memmem(p, (size_t)(end - p), word, n);
		if (p == NULL)
			return;
		p += n;
	}
	p[-1] = (char)(p[-1] ^ 1);
}

/* A bit falls over, a page is empty, two pages change places, four bytes are
   others, the end is lost, a word is another. */
static void
hurt(struct input *in, struct text *t)
{
	enum { FLIP, ZERO, SWAP, BYTES, CUT, WORD, HURTS };
	static const char *const words[] = {"clerk", "ธุรการ", "ส่งผิดหน่วยงาน",
					    "letter.cancel"};
	unsigned what = input_byte(in) % HURTS;
	size_t at = (size_t)(input_byte(in) << 16 | input_byte(in) << 8 |
			     input_byte(in)) %
		    t->n;
	size_t page = at / PAGE * PAGE, other;
	uint8_t byte = input_byte(in);

	if (what == FLIP)
		t->s[at] = (char)(t->s[at] ^ 1 << byte % 8);
	else if (what == ZERO && page + PAGE <= t->n)
		memset(t->s + page, 0, PAGE);
	else if (what == SWAP && page + PAGE <= t->n) {
		other = byte * PAGE % (t->n / PAGE * PAGE);
		for (size_t i = 0; i < PAGE; i++) {
			char c = t->s[page + i];

			t->s[page + i] = t->s[other + i];
			t->s[other + i] = c;
		}
	} else if (what == BYTES)
		for (size_t i = at; i < at + 4 && i < t->n; i++)
			t->s[i] = (char)byte;
	else if (what == CUT && t->n > PAGE)
		text_remove(t, at + (at == 0), t->n - at - (at == 0));
	else if (what == WORD)
		change_word(t, words[byte % ARRAY_SIZE(words)], at % NTH_MAX);
}

/* Nothing is told: then it must say what it always said. */
static void
check_believed(struct store *st, const struct text *was)
{
	struct text is = {0};
	struct error err = {0};
	struct arena a = {0};
	struct check_report report = {0};

	if (check_register(st, &a, &report, &err) && report.n == 0) {
		if (!again_words(st, &is, &err))
			bug("without fault, and cannot be read: %s",
			    err.detail);
		if (is.n != was->n || memcmp(is.s, was->s, is.n) != 0)
			bug("another register is believed");
	}
	text_done(&is);
	arena_done(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct text was;
	struct input in = {data, n};
	const struct text *whole = small_bytes();
	const char *path = small_register()->path;
	struct error err = {0};
	struct text t = {0};
	struct store *st;

	if (was.n == 0) {
		st = store_open(path, STORE_WRITE, &err);
		if (st == NULL || !again_words(st, &was, &err))
			bug("%s", err.detail);
		store_close(st);
	}
	text_add_n(&t, whole->s, whole->n);
	for (int i = 0; i < HURTS_MAX && in.n > 0; i++)
		hurt(&in, &t);
	small_put(t.s, t.n);
	st = store_open(path, STORE_WRITE, &err);
	if (st != NULL)
		check_believed(st, &was);
	store_close(st);
	text_done(&t);
	return 0;
}
