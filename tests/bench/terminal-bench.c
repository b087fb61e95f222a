/* terminal-bench.c -- bytes and writes of a key, beside bare curses */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/words.h"
#include "tests/e2e/counted.h"
#include "tests/fixture.h"

enum { LETTERS = 120, ROWS = 24, COLS = 80, TIMES_MAX = 32 };

#define UP_A_PAGE "kkkkkkkkkkkk"
#define DOWN_A_PAGE "jjjjjjjjjjjj"
#define DOWN_TWO_PAGES DOWN_A_PAGE DOWN_A_PAGE DOWN_A_PAGE

/* Keys that lead to where something is measured; then one key, times over. */
struct measured {
	const char *what;
	const char *before[4];
	const char *key[2]; /* the second undoes the first; may be NULL */
	int times;
	bool rests; /* what comes when the person rests counts too */
};

/* clang-format off */

static const struct measured steps[] = {
	{ "line down", { NULL }, { "j", NULL }, 9, false },
	{ "line down with a scroll",
	  { DOWN_TWO_PAGES, NULL }, { "j", NULL }, 9, false },
	{ "line down, then a rest", { NULL }, { "j", NULL }, 9, true },
	{ "register, line down",
	  { "r", "\002\002", NULL }, { "j", NULL }, 9, false },
	{ "register, up with a scroll",
	  { "r", UP_A_PAGE, NULL }, { "k", NULL }, 9, false },
	{ "register, down with a scroll",
	  { "r", "\002\002\002", DOWN_A_PAGE, NULL }, { "j", NULL }, 9,
	  false },
	{ "register, page down",
	  { "r", "\002\002\002\002\002", NULL }, { "\006", NULL }, 4,
	  false },
	{ "open a letter", { NULL }, { "\r", "q" }, 8, false },
	{ "one Thai letter in a field",
	  { "n", NULL }, { "น", NULL }, 9, false },
	{ "search key", { "/", NULL }, { "น", "\177" }, 6, false },
};

/* clang-format on */

static const char *const terminals[] = {"xterm-256color", "screen-256color",
					"tmux-256color", "linux", "vt100"};

struct figures {
	size_t bytes[TIMES_MAX];
	int writes;
	int n;
};

static struct fixture fixture;
static char *pictures; /* the file that bare curses shows */

static int
by_size(const void *a, const void *b)
{
	const size_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static size_t
median(struct figures *f)
{
	qsort(f->bytes, (size_t)f->n, sizeof(*f->bytes), by_size);
	return f->n > 0 ? f->bytes[f->n / 2] : 0;
}

static void
note(struct figures *f, const struct counted *c)
{
	f->bytes[f->n++] = c->bytes;
	if (c->writes > f->writes)
		f->writes = c->writes;
}

static void
keep_picture(const struct counted *c, FILE *f)
{
	fwrite(c->emulator.at, sizeof(*c->emulator.at),
	       (size_t)(c->emulator.rows * c->emulator.cols), f);
}

static void
press(struct counted *c, const struct measured *s, struct figures *figures,
      FILE *f)
{
	counted_keys(c, s->key[0]);
	if (s->rests) {
		size_t bytes = c->bytes;

		counted_wait(c, 1);
		c->bytes += bytes;
	}
	note(figures, c);
	keep_picture(c, f);
	if (s->key[1]) {
		counted_keys(c, s->key[1]);
		keep_picture(c, f);
	}
}

static bool
measure(const struct measured *s, struct figures *figures)
{
	const char *const words[] = {getenv("SARABAN"), "--lang",     "th",
				     "--register",      fixture.path, "--as",
				     "clerk",           NULL};
	const int size[] = {ROWS, COLS};
	FILE *f = fopen(pictures, "wb");
	struct counted c;

	if (!f || !counted_begin(&c, ROWS, COLS, words))
		return false;
	fwrite(size, sizeof(size), 1, f);
	for (int i = 0; s->before[i]; i++)
		counted_keys(&c, s->before[i]);
	counted_wait(&c, 1);
	keep_picture(&c, f);
	for (int i = 0; i < s->times; i++)
		press(&c, s, figures, f);
	fclose(f);
	counted_end(&c);
	return true;
}

/* The same pictures by curses alone. */
static bool
measure_bare(const struct measured *s, struct figures *figures)
{
	char *bare = xasprintf("%s/tests/bench/bare", getenv("top_builddir"));
	const char *const words[] = {bare, pictures, NULL};
	struct counted c;

	if (!counted_begin(&c, ROWS, COLS, words))
		return false;
	for (int i = 0; i < s->times; i++) {
		counted_keys(&c, ".");
		note(figures, &c);
		if (s->key[1])
			counted_keys(&c, ".");
	}
	counted_end(&c);
	free(bare);
	return true;
}

static void
tell(const struct measured *s, const char *setting)
{
	struct figures ours = {0}, bare = {0};

	if (!measure(s, &ours) || !measure_bare(s, &bare)) {
		printf("tracing is not allowed here\n");
		exit(EXIT_FAILURE);
	}
	printf("%-28s %-5s %7zu %7d %12zu\n", s->what, setting, median(&ours),
	       ours.writes, median(&bare));
	fflush(stdout);
}

static void
tell_terminal(const char *term, int mark_only)
{
	setenv("TERM", term, 1);
	printf("\n%s, %dx%d, UTF-8\n%-28s %-5s %7s %7s %12s\n", term, COLS,
	       ROWS, "median of each key", "row", "bytes", "writes",
	       "bare curses");
	for (int far = 1; far >= mark_only; far--) {
		if (far)
			setenv("SSH_CONNECTION", "a line", 1);
		else
			unsetenv("SSH_CONNECTION");
		for (size_t i = 0; i < ARRAY_SIZE(steps); i++)
			tell(&steps[i], far ? "mark" : "bar");
	}
}

static void
receive_letters(void)
{
	struct text subject = {0}, sender = {0}, ref = {0};
	uint64_t seed = 20260120;

	for (int i = 0; i < LETTERS; i++)
		fixture_must(&fixture, "clerk", "receive", "--subject",
			     words_say(&seed, WORDS_SUBJECT, &subject),
			     "--from", words_say(&seed, WORDS_SENDER, &sender),
			     "--ref", words_say(&seed, WORDS_REF, &ref), NULL);
	text_done(&subject);
	text_done(&sender);
	text_done(&ref);
}

int
main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	fixture_register(&fixture);
	receive_letters();
	fixture_close(&fixture);
	pictures = xasprintf("%s/pictures", fixture.directory);
	for (size_t i = 0; i < ARRAY_SIZE(terminals); i++)
		tell_terminal(terminals[i], i > 0);
	remove(pictures);
	free(pictures);
	fixture_done(&fixture);
	return EXIT_SUCCESS;
}
