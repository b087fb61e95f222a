/* damage-test.c -- bits flip, pages are zero or change places: never believed
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

#include "store/query-text.h"
#include "store/tokenizer.h"

#include "tests/again.h"
#include "tests/fixture.h"
#include "tests/test.h"

enum {
	TRIALS = SOAK ? 2000 : 24,
	BITS_MAX = 400,
	PAGE = 4096,
	HEADER = 100,     /* of the file */
	LOG_HEADER = 32,  /* of the log */
	FRAME_HEADER = 24 /* of each of its pages */
};
enum { IMAGE_MAX = 64 << 20, SECONDS = 60 };

/* The register as it was when the machine stopped: file, log, and the mark of
   its last commit; and when all had left, without a log. */
static const char *const ends[] = {"", "-mark", "-wal"};
enum { THE_FILE, THE_MARK, THE_LOG, FILES };
static struct text stopped[FILES], closed[FILES];
static struct fixture f;
static char *told; /* its chain as text */

static char *
path_of(int file)
{
	return xasprintf("%s%s", f.path, ends[file]);
}

static void
take_images(struct text images[], int n)
{
	for (int i = 0; i < n; i++) {
		char *path = path_of(i);

		assert_true(file_read(path, IMAGE_MAX, &images[i], &f.err));
		free(path);
	}
}

static int
begin(void **state)
{
	(void)state;
	fixture_register(&f);
	fixture_to_the_top(&f, 6);
	fixture_close(&f);
	fixture_to_the_top(&f, 4);
	take_images(stopped, FILES);
	fixture_close(&f);
	take_images(closed, THE_LOG);
	told = again_text(f.path);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	for (int i = 0; i < FILES; i++) {
		text_done(&stopped[i]);
		text_done(&closed[i]);
	}
	free(told);
	fixture_done(&f);
	return 0;
}

/* ------------------------------------------------------------- the damage */

static void
flip(struct text *t, size_t at, uint64_t *seed)
{
	t->s[at] = (char)(t->s[at] ^ (1 << fixture_draw(seed, 8)));
}

/* The pages of a file, or those in its log. */
struct pages {
	size_t first, step;
	uint32_t n;
};

static struct pages
pages_of(int file)
{
	size_t first = file == THE_LOG ? LOG_HEADER + FRAME_HEADER : 0;
	size_t step = file == THE_LOG ? PAGE + FRAME_HEADER : PAGE;

	size_t n = file == THE_LOG ? stopped[file].n : closed[file].n;

	return (struct pages){first, step,
			      (uint32_t)((n - first - PAGE) / step + 1)};
}

static size_t
draw_page(int file, uint64_t *seed)
{
	struct pages p = pages_of(file);

	return p.first + p.step * fixture_draw(seed, p.n);
}

static void
damage_bit(struct text *t, int file, uint64_t *seed)
{
	(void)file;
	flip(t, fixture_draw(seed, (uint32_t)t->n), seed);
}

static void
damage_header(struct text *t, int file, uint64_t *seed)
{
	flip(t, fixture_draw(seed, file == THE_LOG ? LOG_HEADER : HEADER),
	     seed);
}

static void
damage_zero(struct text *t, int file, uint64_t *seed)
{
	memset(t->s + draw_page(file, seed), 0, PAGE);
}

static void
damage_swap(struct text *t, int file, uint64_t *seed)
{
	char *one = t->s + draw_page(file, seed);
	char *other = t->s + draw_page(file, seed);
	char kept[PAGE];

	memcpy(kept, one, PAGE);
	memmove(one, other, PAGE);
	memcpy(other, kept, PAGE);
}

static const struct damage {
	const char *name;
	int file;
	void (*run)(struct text *t, int file, uint64_t *seed);
} damages[] = {
    {"a bit of the file", THE_FILE, damage_bit},
    {"a bit of its header", THE_FILE, damage_header},
    {"a page of zeros", THE_FILE, damage_zero},
    {"two pages changed", THE_FILE, damage_swap},
    {"a bit of the log", THE_LOG, damage_bit},
    {"a bit of the log's header", THE_LOG, damage_header},
    {"a page of zeros in the log", THE_LOG, damage_zero},
    {"two pages of the log", THE_LOG, damage_swap},
};

static void
put_image(int file, const struct text *t)
{
	char *path = path_of(file);
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	assert_int_equal(fwrite(t->s, 1, t->n, out), t->n);
	assert_int_equal(fclose(out), 0);
	free(path);
}

static void
clear(void)
{
	static const char *const beside[] = {"-wal", "-shm"};

	for (size_t i = 0; i < ARRAY_SIZE(beside); i++) {
		char *path = xasprintf("%s%s", f.path, beside[i]);

		unlink(path);
		free(path);
	}
}

static void
put_damaged(const struct damage *d, uint64_t *seed)
{
	const struct text *images = d->file == THE_LOG ? stopped : closed;
	struct text hurt = {0};

	clear();
	for (int i = 0; i < FILES; i++)
		if (images[i].n > 0)
			put_image(i, &images[i]);
	text_add_n(&hurt, images[d->file].s, images[d->file].n);
	d->run(&hurt, d->file, seed);
	put_image(d->file, &hurt);
	text_done(&hurt);
}

/* ---------------------------------------------------------- what comes of it
 */

enum outcome { FOUND = 10, HARMLESS, BELIEVED };

/* Whatever the file says: nobody crashes over it. */
static void
use_it(void)
{
	fixture_act(&f, "clerk", "list", NULL);
	fixture_act(&f, "clerk", "show", "1", NULL);
	fixture_act(&f, "clerk", "endorse", "9", "--note", "x", NULL);
	fixture_close(&f);
}

/* An act is refused by the mark when the end of the log is gone. */
static bool
is_missed(void)
{
	return !fixture_act(&f, "clerk", "receive", "--subject", "x", NULL);
}

static enum outcome
look(void)
{
	enum outcome is = FOUND;
	char *text;

	if (fixture_findings_quietly(&f) == 0) {
		text = again_text(f.path);
		is = strcmp(text, told) == 0 ? HARMLESS
		     : is_missed()           ? FOUND
					     : BELIEVED;
		free(text);
	}
	use_it();
	return is;
}

static int
count_row(void *ctx, int n, char **values, char **names)
{
	(void)names;
	*(bool *)ctx = n == 1 && strcmp(values[0], "ok") == 0;
	return 0;
}

/* As somebody would who trusts SQLite's own check; since 3.44 it looks at the
   index, too, and finds it wrong where nobody cuts text as it was cut. */
static enum outcome
look_by_sqlite_alone(void)
{
	sqlite3 *db;
	bool ok = false;

	if (sqlite3_open(f.path, &db) == SQLITE_OK &&
	    tokenizer_add(db, query_texts[QUERY_SEARCH_API].sql))
		sqlite3_exec(db, "PRAGMA integrity_check", count_row, &ok,
			     NULL);
	sqlite3_close(db);
	if (!ok)
		return FOUND;
	return fixture_findings_quietly(&f) == 0 ? HARMLESS : BELIEVED;
}

typedef enum outcome (*look_fn)(void);

static enum outcome
in_a_process(look_fn how)
{
	static const struct rlimit none = {0, 0};
	int status;
	pid_t child;

	fflush(NULL);
	child = fork();
	if (child == 0) {
		setrlimit(RLIMIT_CORE, &none);
		alarm(SECONDS);
		signal(SIGSEGV, SIG_DFL);
		signal(SIGBUS, SIG_DFL);
		if (freopen("/dev/null", "w", stderr) == NULL)
			_exit(1);
		_exit((int)how());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSIGNALED(status))
		fail_msg("signal %d", WTERMSIG(status));
	return (enum outcome)WEXITSTATUS(status);
}

static enum outcome
try(const struct damage *d, look_fn how, uint64_t *seed)
{
	enum outcome is;

	put_damaged(d, seed);
	is = in_a_process(how);
	if (is < FOUND || is > BELIEVED)
		fail_msg("%s: a crash", d->name);
	return is;
}

static void
no_damage_is_believed_and_none_is_a_crash(void **state)
{
	int counts[BELIEVED + 1] = {0};
	uint64_t seed = 2569;

	(void)state;
	for (int i = 0; i < TRIALS; i++) {
		const struct damage *d =
		    &damages[(size_t)i % ARRAY_SIZE(damages)];
		enum outcome is = try(d, look, &seed);

		if (is == BELIEVED)
			fail_msg("trial %d, %s: believed", i, d->name);
		counts[is]++;
	}
	print_message("%d damaged: %d found, %d harmless\n", TRIALS,
		      counts[FOUND], counts[HARMLESS]);
	assert_true(counts[FOUND] > counts[HARMLESS]);
}

/* Proves that the test above can fail, and why check plays the chain again. */
static void
the_check_of_sqlite_alone_believes_some(void **state)
{
	uint64_t seed = 2569;
	int i = 0;

	(void)state;
	while (i < BITS_MAX &&
	       try(&damages[0], look_by_sqlite_alone, &seed) != BELIEVED)
		i++;
	print_message("bit %d was believed\n", i + 1);
	assert_true(i < BITS_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_damage_is_believed_and_none_is_a_crash),
	    cmocka_unit_test(the_check_of_sqlite_alone_believes_some),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
