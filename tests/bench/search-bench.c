/* search-bench.c -- how fast words are found, and what the index costs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/thai-fold.h"

#include "store/internal.h"

#include "app/look.h"

#include "tests/bench/big.h"
#include "tests/fault/shim.h"

enum { QUERIES = 200, EXACT = 100, SCREEN = 50, RECEIPTS = 300 };

/* ---------------------------------------------------------- words to look for
 */

/* Every piece of every letter, folded, and whose it is. */
struct folded_piece {
	int64_t letter;
	char *s;
};
static struct folded_piece *pieces;
static size_t n_pieces, max_pieces;

static void
add_piece(int64_t letter, const char *s, size_t n)
{
	char *text = xstrndup(s, n);

	if (n_pieces == max_pieces) {
		max_pieces = max_pieces ? 2 * max_pieces : 4096;
		pieces = xreallocarray(pieces, max_pieces, sizeof(*pieces));
	}
	pieces[n_pieces++] = (struct folded_piece){letter, thai_fold(text)};
	free(text);
}

/* Of search_pieces: doc, then the texts.  Of big registers every k-th. */
static size_t every = 1, seen;

static bool
keep_pieces(void *ctx, const struct row *row, struct error *err)
{
	int64_t letter = (row_int(row, 0) >> 5) & 0xFFFFFFFFFF;

	(void)ctx;
	(void)err;
	if (seen++ % every != 0)
		return true;
	for (int i = 1; i < row_columns(row); i++) {
		size_t n;
		const char *s = row_bytes(row, i, &n);

		if (n > 0)
			add_piece(letter, s, n);
	}
	return true;
}

static void
read_pieces(struct fixture *f, int64_t letters)
{
	every = letters > 20000 ? (size_t)letters / 20000 : 1;
	seen = 0;
	if (!query_each(fixture_session(f, "clerk")->store, QUERY_SEARCH_PIECES,
			NULL, keep_pieces, NULL, &f->err))
		abort();
}

static void
forget_pieces(void)
{
	while (n_pieces > 0)
		free(pieces[--n_pieces].s);
}

/* So many characters out of some text; NULL when it is shorter. */
static char *
any_part(uint64_t *seed, uint32_t letters)
{
	const char *s = pieces[fixture_draw(seed, (uint32_t)n_pieces)].s;
	size_t n = strlen(s), from = 0, to;
	uint32_t code;

	for (uint32_t k = fixture_draw(seed, 30); k > 0 && from < n; k--)
		from += utf8_next(s + from, n - from, &code);
	for (to = from; letters > 0 && to < n; letters--)
		to += utf8_next(s + to, n - to, &code);
	if (letters > 0 || strspn(s + from, "0123456789/") >= to - from)
		return NULL;
	return xstrndup(s + from, to - from);
}

static char *
any_word(uint64_t *seed, uint32_t letters)
{
	char *word = NULL;

	while (word == NULL)
		word = any_part(seed, letters);
	return word;
}

/* Two halves that were never together, mostly. */
static char *
no_word(uint64_t *seed, uint32_t letters)
{
	char *a = any_word(seed, letters / 2);
	char *b = any_word(seed, letters - letters / 2);
	char *word = xasprintf("%s%s", a, b);

	free(a);
	free(b);
	return word;
}

/* -------------------------------------------------------------------- times */

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Of the processor: what a machine takes that does nothing else, with the
   pages in memory. */
static double
work_seconds(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

struct figures {
	double first[QUERIES]; /* until one is found, or none is there */
	double ms[QUERIES];    /* until a screen is full, or all are found */
	size_t n, read;
};

static void
search_begin(struct fixture *f, const char *word, struct search *q)
{
	char *line = xasprintf("\"%s\"", word);

	if (!look_search_begin(fixture_session(f, "clerk"), line, q, &f->err))
		abort();
	free(line);
}

static void
search_more(struct fixture *f, struct search *q, size_t want)
{
	if (look_search_more(q, want, &f->err))
		return;
	fprintf(stderr, "%s\n", f->err.detail);
	abort();
}

static void
measure(struct fixture *f, const char *word, struct figures *fig)
{
	double began = work_seconds();
	struct search q;

	search_begin(f, word, &q);
	search_more(f, &q, 1);
	fig->first[fig->n] = (work_seconds() - began) * 1000;
	search_more(f, &q, SCREEN);
	fig->ms[fig->n++] = (work_seconds() - began) * 1000;
	fig->read += q.n_read;
	look_search_end(&q);
}

typedef char *(*word_fn)(uint64_t *seed, uint32_t letters);

static void
bench_words(struct fixture *f, const char *what, uint32_t letters, word_fn make)
{
	struct figures fig = {0};
	uint64_t seed = letters;

	while (fig.n < QUERIES) {
		char *word = make(&seed, letters);

		measure(f, word, &fig);
		free(word);
	}
	qsort(fig.first, fig.n, sizeof(*fig.first), by_size);
	qsort(fig.ms, fig.n, sizeof(*fig.ms), by_size);
	printf("  %-12s %2u characters %8.2f %8.2f %8.2f %8zu\n", what, letters,
	       fig.ms[fig.n / 2], fig.ms[fig.n * 99 / 100], fig.ms[fig.n - 1],
	       fig.read / fig.n);
	fflush(stdout);
}

/* --------------------------------------------------- the index, and others' */

static double
index_mb(struct fixture *f)
{
	return (double)fixture_count(
		   f, "SELECT sum(length(block)) FROM search_data") /
	       1e6;
}

/* The same pieces under another tokenizer, in a database of its own. */
static double
other_index_mb(struct fixture *f, const char *tokenizer)
{
	char *path = xasprintf("%s-other", f->path);
	char *sql = xasprintf(
	    "ATTACH '%s' AS other; PRAGMA other.synchronous = OFF; "
	    "CREATE VIRTUAL TABLE other.x USING fts5 (a, b, c, d, e, g, "
	    "content = '', columnsize = 0, tokenize = '%s'); "
	    "INSERT INTO other.x (rowid, a, b, c, d, e, g) "
	    "SELECT doc, ref_no, subject, sender, recipient, note, body "
	    "FROM search_piece ORDER BY doc",
	    path, tokenizer);
	struct fixture of = {.path = path};
	double mb;

	fixture_close(f);
	if (!fixture_sql(f, sql))
		abort();
	mb = (double)fixture_count(&of,
				   "SELECT sum(length(block)) FROM x_data") /
	     1e6;
	remove(path);
	free(sql);
	free(path);
	return mb;
}

/* ------------------------------------------------------------- is it exact */

static bool
has_word(int64_t letter, const char *word)
{
	for (size_t i = 0; i < n_pieces; i++)
		if (pieces[i].letter == letter &&
		    strstr(pieces[i].s, word) != NULL)
			return true;
	return false;
}

static size_t
letters_with(const char *word)
{
	int64_t last = 0;
	size_t n = 0;

	for (size_t i = 0; i < n_pieces; i++)
		if (pieces[i].letter != last &&
		    strstr(pieces[i].s, word) != NULL) {
			last = pieces[i].letter;
			n++;
		}
	return n;
}

static int
by_letter(const void *a, const void *b)
{
	const struct folded_piece *x = a, *y = b;

	return (x->letter > y->letter) - (x->letter < y->letter);
}

/* Against a plain scan of the folded text: how many of those that have the
   word are found, and how many of those that are found have it. */
static void
bench_exact(struct fixture *f)
{
	uint64_t seed = 42;
	size_t there = 0, found = 0, right = 0;

	qsort(pieces, n_pieces, sizeof(*pieces), by_letter);
	for (int i = 0; i < EXACT; i++) {
		char *word = any_word(&seed, 2 + fixture_draw(&seed, 11));
		struct search q;

		search_begin(f, word, &q);
		search_more(f, &q, SIZE_MAX);
		there += letters_with(word);
		found += q.n;
		/* Each would be a scan; the first says enough. */
		right += q.n > 0 && has_word(q.at[0].letter.id, word) ? q.n : 0;
		look_search_end(&q);
		free(word);
	}
	printf("  %d words: %zu letters have them, %zu found, %zu right\n",
	       EXACT, there, found, right);
}

/* --------------------------------------------------------------- receiving */

static double
receipts(struct fixture *f, bool is_indexed)
{
	double began;

	fixture_session(f, "clerk")->store->is_indexed = is_indexed;
	began = work_seconds();
	for (int i = 0; i < RECEIPTS; i++)
		fixture_must(f, "clerk", "receive", "--subject",
			     "ขอความร่วมมือสำรวจข้อมูลโครงสร้างพื้นฐานของหมู่บ้าน",
			     "--from", "ที่ว่าการอำเภอเทพสถิต", "--ref",
			     "ที่ ชย ๐๐๒๓.๖/ว ๑๒๓๔", NULL);
	return (work_seconds() - began) * 1000 / RECEIPTS;
}

static void
bench_receipts(void)
{
	struct fixture f;
	double without, with;

	fixture_register(&f);
	without = receipts(&f, false);
	with = receipts(&f, true);
	printf("a receipt: %.2f ms without the index, %.2f ms with it\n",
	       without, with);
	fixture_done(&f);
}

/* ------------------------------------------------------------------- a size */

static void
bench_register(struct fixture *f)
{
	static const uint32_t sizes[] = {2, 3, 5, 12};
	int64_t letters = fixture_count(f, "SELECT count(*) FROM letter");

	printf("\n%lld letters, index %.1f MB", (long long)letters,
	       index_mb(f));
	if (letters <= 100000)
		printf(" (trigram: %.1f MB)", other_index_mb(f, "trigram"));
	printf("\n  %-27s %7s %7s  %8s %7s %8s\n", "ms until the first hit,",
	       "p50", "p99", "screen", "p99", "read");
	read_pieces(f, letters);
	for (size_t i = 0; i < ARRAY_SIZE(sizes); i++)
		bench_words(f, "what is there", sizes[i], any_word);
	bench_words(f, "what is not", 5, no_word);
	bench_words(f, "what is not", 12, no_word);
	if (every == 1)
		bench_exact(f);
	forget_pieces();
}

static void
make_and_bench(int64_t letters)
{
	struct fixture f;

	fixture_start(&f);
	big_make(&f, letters, 20260120);
	bench_register(&f);
	fixture_done(&f);
}

/* search-bench [REGISTER...]: those that big-register made; else 10 k and
   100 k letters are made here. */
int
main(int argc, char **argv)
{
	static const struct date day = {2026, 1, 20};

	if (!digest_init())
		return EXIT_FAILURE;
	bench_receipts();
	for (int i = 1; i < argc; i++) {
		struct fixture f = {.path = argv[i],
				    .now = moment_at(day, 10, 34, 0)};

		bench_register(&f);
		fixture_close(&f);
	}
	if (argc == 1) {
		make_and_bench(10000);
		make_and_bench(100000);
	}
	free(pieces);
	return EXIT_SUCCESS;
}
