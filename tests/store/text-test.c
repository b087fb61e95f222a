/* text-test.c -- a register as text, and the register of a text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#include "model/register-text.h"
#include "model/route.h"

#include "tests/again.h"
#include "tests/test.h"

enum { CHANGES = SOAK ? 100000 : 1000 };

static struct fixture f;
static char *other; /* where another register may be made */

static int
make_register(void **state)
{
	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject",
		     "แท็บ\tกับ \\ และ \xE2\x80\xAE กลับ", "--from", "-", NULL);
	fixture_to_the_top(&f, 1);
	other = xasprintf("%s/other.db", f.directory);
	return 0;
}

static int
drop_register(void **state)
{
	(void)state;
	free(other);
	fixture_done(&f);
	return 0;
}

static void
the_text_makes_the_same_register(void **state)
{
	(void)state;
	assert_true(again_is_same(&f));
}

/* What is there once and is not there in the other, line by line, in order:
   how many lines were added; -1 when others were changed. */
static int
lines_added(const char *before, const char *after)
{
	int added = 0;

	while (*after != '\0') {
		size_t n = strcspn(after, "\n") + 1;

		if (strncmp(before, after, n) == 0)
			before += n;
		else
			added++;
		after += n;
	}
	return *before == '\0' ? added : -1;
}

static void
a_night_later_lines_were_added_and_the_end_is_another(void **state)
{
	static const char count[] = "SELECT count(*) FROM event";
	char *before = again_text(f.path), *after;
	int64_t events = fixture_count(&f, count);
	char *end;

	(void)state;
	f.now += (moment)24 * 3600 * 1000000;
	fixture_must(&f, "clerk", "receive", "--subject", "ใหม่", NULL);
	fixture_must(&f, "clerk", "endorse", "3", "--note", "ก", NULL);
	after = again_text(f.path);
	end = strstr(before, "\nend\t");
	assert_non_null(end);
	end[1] = '\0';
	events = fixture_count(&f, count) - events;
	assert_in_range(events, 2, 9);
	assert_int_equal(lines_added(before, after), events + 1);
	free(before);
	free(after);
}

static const char *
line_of(const char *text, size_t at)
{
	static char words[40];
	size_t line = 1;

	for (size_t i = 0; i < at; i++)
		line += text[i] == '\n';
	snprintf(words, sizeof(words), "line %zu:", line);
	return words;
}

static bool
is_there(const char *end)
{
	char *path = xasprintf("%s%s", other, end);
	bool is = access(path, F_OK) == 0;

	free(path);
	return is;
}

static void
assert_nothing_left(void)
{
	assert_false(is_there(""));
	assert_false(is_there("-wal"));
	assert_false(is_there("-gate"));
}

/* It is refused, names the line where it was changed, and leaves nothing. */
static void
assert_refused(const char *text, size_t n, const char *names)
{
	struct error err = {0};

	if (again_import(other, text, n, &err))
		fail_msg("not refused: %s", names);
	if (names != NULL && strstr(err.detail, names) == NULL)
		fail_msg("%s is told as %s", names, err.detail);
	assert_nothing_left();
}

/* The same by the reader alone, in memory: quick, for many. */
static void
assert_not_taken(const char *text, size_t n, const char *names)
{
	struct error err = {0};

	if (again_import(NULL, text, n, &err))
		fail_msg("not refused: %s", names);
	if (strstr(err.detail, names) == NULL)
		fail_msg("%s is told as %s", names, err.detail);
}

static void
any_byte_changed_is_refused_by_its_line(void **state)
{
	char *text = again_text(f.path);
	size_t n = strlen(text);
	uint64_t seed = 2569;

	(void)state;
	for (int i = 0; i < CHANGES; i++) {
		size_t at = fixture_draw(&seed, (uint32_t)n);
		char was = text[at];
		char now = (char)fixture_draw(&seed, 256);

		if (now == was)
			continue;
		text[at] = now;
		assert_not_taken(text, n, was == '\n' ? "" : line_of(text, at));
		text[at] = was;
	}
	free(text);
}

/* Bytes that a reader would take for the same. */
static void
what_means_the_same_is_refused_when_written_otherwise(void **state)
{
	static const struct {
		const char *is, *becomes;
	} others[] = {
	    {"{\"by_name\":", "{ \"by_name\":"},
	    {"\"clerk\"", "\"\\u0063lerk\""},
	    {"\t1\t2\t", "\t1\t02\t"},
	    {"\t-\t", "\t0\t"},
	    {"whole\n", "whole\r\n"},
	    {"\treal\t", "\tpractice\t"},
	    {"2026-01-20 10:", "2026-1-20 10:"},
	    {"\nend\t", "\n\nend\t"},
	};
	char *text = again_text(f.path);

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(others); i++) {
		const char *at = strstr(text, others[i].is);
		struct text changed = {0};

		assert_non_null(at);
		text_add_n(&changed, text, (size_t)(at - text));
		text_add(&changed, others[i].becomes);
		text_add(&changed, at + strlen(others[i].is));
		assert_refused(changed.s, changed.n, "line ");
		text_done(&changed);
	}
	free(text);
}

static void
a_line_taken_out_moved_or_added_is_refused(void **state)
{
	char *text = again_text(f.path), *third, *fourth, *fifth;
	struct text changed = {0};

	(void)state;
	third = strchr(strchr(text, '\n') + 1, '\n') + 1;
	fourth = strchr(third, '\n') + 1;
	fifth = strchr(fourth, '\n') + 1;
	text_add_n(&changed, text, (size_t)(third - text));
	text_add(&changed, fourth);
	assert_refused(changed.s, changed.n, "line 3:");
	text_clear(&changed);
	text_add_n(&changed, text, (size_t)(third - text));
	text_add_n(&changed, fourth, (size_t)(fifth - fourth));
	text_add_n(&changed, third, (size_t)(fourth - third));
	text_add(&changed, fifth);
	assert_refused(changed.s, changed.n, "line 3:");
	text_clear(&changed);
	text_add_n(&changed, text, (size_t)(fourth - text));
	text_add(&changed, third);
	assert_refused(changed.s, changed.n, "line 4:");
	text_clear(&changed);
	text_add(&changed, text);
	text_add(&changed, "more\n");
	assert_refused(changed.s, changed.n, "follows the end");
	text_done(&changed);
	free(text);
}

static void
a_text_cut_anywhere_is_refused(void **state)
{
	char *text = again_text(f.path);
	size_t n = strlen(text);

	(void)state;
	for (size_t at = 0; at < n; at += 1 + n / 8)
		assert_refused(text, at, NULL);
	assert_refused(text, n - 1, "cut short");
	free(text);
}

static void
a_register_that_is_there_is_left_alone(void **state)
{
	char *before = again_text(f.path), *after;
	char *file = xasprintf("%s/text", f.directory);
	FILE *out = fopen(file, "w");

	(void)state;
	assert_non_null(out);
	fputs(before, out);
	fclose(out);
	fixture_close(&f);
	assert_true(fixture_refuses(&f, &STORE_EXISTS, NULL, "import", file,
				    "--text", NULL));
	fixture_close(&f);
	after = again_text(f.path);
	assert_string_equal(before, after);
	unlink(file);
	free(file);
	free(before);
	free(after);
}

static void
only_the_administrator_writes_it_out(void **state)
{
	char *file = xasprintf("%s/text", f.directory);

	(void)state;
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, "nayok", "export",
				    "--text", "--output", file, NULL));
	assert_int_not_equal(access(file, F_OK), 0);
	fixture_must(&f, NULL, "export", "--text", "--output", file, NULL);
	assert_int_equal(access(file, F_OK), 0);
	assert_true(fixture_refuses(&f, &FILE_WRITE, NULL, "export", "--text",
				    "--output", file, NULL));
	unlink(file);
	free(file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_text_makes_the_same_register),
	    cmocka_unit_test(any_byte_changed_is_refused_by_its_line),
	    cmocka_unit_test(
		what_means_the_same_is_refused_when_written_otherwise),
	    cmocka_unit_test(a_line_taken_out_moved_or_added_is_refused),
	    cmocka_unit_test(a_text_cut_anywhere_is_refused),
	    cmocka_unit_test(
		a_night_later_lines_were_added_and_the_end_is_another),
	    cmocka_unit_test(a_register_that_is_there_is_left_alone),
	    cmocka_unit_test(only_the_administrator_writes_it_out),
	};

	return cmocka_run_group_tests(tests, make_register, drop_register);
}
