/* import-test.c -- every fault planted in an old register is named, and the
   rest is in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/encoding.h"

#include "app/old-import.h"

#include "tests/fault/crowd.h"
#include "tests/fault/shim.h"
#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/store/planted.h"
#include "tests/test.h"

enum {
	ROWS = SOAK ? 40000 : 4000,
	FAULTS = 200,
	YEARS = 2,
	PER_YEAR = ROWS / YEARS,
	FIRST_YEAR = 2567,
	APART = ROWS / FAULTS, /* rows from one fault to the next */
	HEAD_ROWS = 3,
};

static struct row rows[ROWS];
static struct fixture f;
static char *path;

/* ------------------------------------------------------------------ the file
 */

static void
make_rows(void)
{
	for (int i = 0; i < ROWS; i++) {
		struct row *r = &rows[i];
		int number = i % PER_YEAR + 1, year = FIRST_YEAR + i / PER_YEAR;

		*r = (struct row){
		    .year = year, .number = number, .per_year = PER_YEAR};
		r->number_cell = xasprintf("%d", number);
		r->received = planted_day(r, year, 0, &r->received_iso);
		r->ref = xasprintf("ชย ๐๐๒๓.๑/ว %d", i);
		r->from = xstrdup("อำเภอ, \"ภูเขียว\"");
		r->subject = xasprintf("เรื่องน้ำเงิน ครั้งที่ %d", i);
		r->urgency = xstrdup(i % 7 == 0 ? "ด่วนมาก" : "");
	}
	for (int k = 0; k < FAULTS; k++) {
		const struct planted *p = &planted[k % n_planted];
		struct row *r = &rows[k * APART + APART / 2];

		r->code = p->code;
		r->is_left_out = p->is_left_out;
		p->plant(r);
	}
}

static void
add_cell(struct text *t, const char *s, char end)
{
	text_add(t, "\"");
	for (; *s != '\0'; s++)
		text_add_n(t, *s == '"' ? "\"\"" : s, *s == '"' ? 2 : 1);
	text_printf(t, "\"%c", end);
}

static void
write_file(const char *to, bool only_there)
{
	struct text t = {0}, bytes = {0};
	FILE *out = fopen(to, "w");

	text_add(&t, "ทะเบียนหนังสือรับ\r\n\r\nทะเบียนรับ;ลงรับ;ที่หนังสือ;จาก;"
		     "เรื่อง;ชั้นความเร็ว\r\n");
	for (int i = 0; i < ROWS; i++) {
		const struct row *r = &rows[i];
		bool is_there = r->code && strcmp(r->code, "there") == 0;

		if (r->number == 0 || (only_there && !is_there))
			continue;
		add_cell(&t, r->number_cell, ';');
		add_cell(&t, r->received, ';');
		add_cell(&t, r->ref, ';');
		add_cell(&t, r->from, ';');
		add_cell(&t, only_there ? "อื่น" : r->subject, ';');
		add_cell(&t, r->urgency, '\r');
		text_add(&t, "\n");
	}
	assert_true(encoding_from_utf8("CP874", t.s, t.n, &bytes, &f.err));
	assert_int_equal(fwrite(bytes.s, 1, bytes.n, out), bytes.n);
	assert_int_equal(fclose(out), 0);
	text_done(&t);
	text_done(&bytes);
}

/* "ROW CODE" of each doubt there must be, as the file has its rows. */
static void
add_expected(struct text *t)
{
	int at = HEAD_ROWS;
	bool gap_before = false;

	for (int i = 0; i < ROWS; i++) {
		const struct row *r = &rows[i];

		at += r->number != 0;
		if (gap_before)
			text_printf(t, "%d gap\n", at);
		gap_before = false;
		if (r->code != NULL && r->number != 0)
			text_printf(t, "%d %s\n", at, r->code);
		for (size_t k = 0; r->code && k < n_planted; k++)
			if (strcmp(planted[k].code, r->code) == 0)
				gap_before = planted[k].has_gap;
	}
}

static void
add_doubts(struct text *t)
{
	const json_t *doubts = json_object_get(f.answer, "doubts"), *d;
	size_t i;

	json_array_foreach(doubts, i, d) text_printf(
	    t, "%lld %s\n",
	    (long long)json_integer_value(json_object_get(d, "row")),
	    json_string_value(json_object_get(d, "code")));
}

/* ----------------------------------------------------------------- the tests
 */

static int
make_register(void **state)
{
	char *before;

	(void)state;
	fixture_register(&f);
	make_rows();
	path = xasprintf("%s/old.csv", f.directory);
	before = xasprintf("%s/there.csv", f.directory);
	write_file(path, false);
	write_file(before, true);
	fixture_must(&f, "clerk", "import", before, "--yes", NULL);
	free(before);
	return 0;
}

static int
drop_register(void **state)
{
	(void)state;
	fixture_done(&f);
	free(path);
	for (int i = 0; i < ROWS; i++) {
		char *const cells[] = {rows[i].number_cell, rows[i].received,
				       rows[i].ref,         rows[i].from,
				       rows[i].subject,     rows[i].urgency,
				       rows[i].received_iso};

		for (size_t k = 0; k < ARRAY_SIZE(cells); k++)
			free(cells[k]);
	}
	return 0;
}

static void
every_planted_fault_is_named_and_nothing_else(void **state)
{
	struct text expected = {0}, doubts = {0};
	int64_t events = fixture_count(&f, "SELECT count(*) FROM event");

	(void)state;
	fixture_must(&f, "clerk", "import", path, "--dry-run", NULL);
	add_expected(&expected);
	add_doubts(&doubts);
	assert_string_equal(text_str(&doubts), text_str(&expected));
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event"),
			 events);
	text_done(&expected);
	text_done(&doubts);
}

/* Killed while the second chunk is on its way to the disk. */
static int commits;

static int
count_commit(void *ctx)
{
	(void)ctx;
	commits++;
	return 0;
}

static bool
die_in_second_chunk(void *ctx, enum shim_op op)
{
	static int writes;

	(void)ctx;
	writes += commits == 2 && op == SHIM_WRITE;
	if (writes == 100)
		kill(getpid(), SIGKILL);
	return true;
}

static bool
import_and_die(struct fixture *of, struct crowd *c, size_t i)
{
	(void)c;
	(void)i;
	shim_watch();
	shim_install(die_in_second_chunk, NULL);
	fixture_session(of, "clerk");
	sqlite3_commit_hook(shim_connection(), count_commit, NULL);
	return fixture_act(of, "clerk", "import", path, "--yes", NULL);
}

/* What goes in next is what was left out by the kill. */
static void
an_import_that_is_killed_leaves_whole_chunks(void **state)
{
	static const char sql[] = "SELECT count(*) FROM imported "
				  "WHERE file = 'old.csv'";
	struct crowd c;
	size_t n;

	(void)state;
	/* It counts the commits of SQLite. */
	if (server_is_used())
		skip();
	fixture_close(&f);
	crowd_start(&c, 1, &f, import_and_die);
	free(crowd_numbers(&c, &n));
	assert_int_equal(crowd_wait(&c), 1);
	assert_int_equal(fixture_count(&f, sql), IMPORT_CHUNK);
	assert_true(fixture_is_clean(&f));
}

static bool
is_cell(const struct fixture_row *is, int column, const char *should)
{
	return strcmp(is->at[column], should) == 0;
}

static int64_t
number_in(const struct fixture_row *is, int column)
{
	return strtoll(is->at[column], NULL, 10);
}

/* Control characters stand as marks. */
static const char *
as_kept(const struct row *r, const char *s)
{
	return r->code && strcmp(r->code, "control") == 0 && s == r->subject
		   ? "ก^[[2Jข"
		   : s;
}

/* The rows that are left out of it have no place. */
static void
compare_row(void *ctx, const struct fixture_row *is)
{
	const struct row **next = ctx, *r = *next;
	struct text at = {0};

	while (r < rows + ROWS && r->is_left_out)
		r++;
	assert_true(r < rows + ROWS);
	text_add_iso_moment(&at, number_in(is, 3));
	if (number_in(is, 0) != r->year || number_in(is, 1) != r->number ||
	    !is_cell(is, 2, r->number_cell) ||
	    strcmp(text_str(&at), r->received_iso) != 0 ||
	    !is_cell(is, 4, r->received) || !is_cell(is, 5, r->ref) ||
	    !is_cell(is, 6, r->from) ||
	    !is_cell(is, 7, as_kept(r, r->subject)) ||
	    !is_cell(is, 8, r->urgency))
		fail_msg("%d/%d is not as it was: %s", r->number, r->year,
			 is->at[7]);
	text_done(&at);
	*next = r + 1;
}

static void
what_is_not_wrong_goes_in_as_it_was(void **state)
{
	static const char sql[] =
	    "SELECT l.year, l.number, i.number, l.received_at, i.received, "
	    "l.ref_no, l.sender, l.subject, l.urgency FROM letter l "
	    "JOIN imported i USING (office, letter) WHERE l.state = 'closed' "
	    "AND i.file = 'old.csv' ORDER BY l.year, l.number";
	const struct row *next = rows;

	(void)state;
	fixture_must(&f, "clerk", "import", path, "--yes", NULL);
	fixture_close(&f);
	fixture_rows(&f, sql, compare_row, &next);
	while (next < rows + ROWS && next->is_left_out)
		next++;
	assert_true(next == rows + ROWS);
}

/* The rows that went in, in the order in which they go out. */
struct going_out {
	int at;
	long seen;
};

static bool
is_word(const json_t *letter, const char *key, const char *should)
{
	const char *is = json_string_value(json_object_get(letter, key));

	return strcmp(is ? is : "", should) == 0;
}

static bool
compare_letter(void *ctx, json_t *letter)
{
	struct going_out *out = ctx;
	const struct row *r;

	/* Those of the other file, and of this year, are not looked at. */
	if (is_word(letter, "subject", "อื่น"))
		return true;
	while (out->at < ROWS && rows[out->at].is_left_out)
		out->at++;
	assert_true(out->at < ROWS);
	r = &rows[out->at++];
	if (json_integer_value(json_object_get(letter, "year")) != r->year ||
	    json_integer_value(json_object_get(letter, "number")) !=
		r->number ||
	    !is_word(letter, "received_at", r->received_iso) ||
	    !is_word(letter, "ref_no", r->ref) ||
	    !is_word(letter, "from", r->from) ||
	    !is_word(letter, "subject", as_kept(r, r->subject)) ||
	    !is_word(letter, "urgency", r->urgency))
		fail_msg("%d/%d does not go out as it came in", r->number,
			 r->year);
	out->seen++;
	return true;
}

static void
what_went_in_goes_out_field_by_field(void **state)
{
	struct argument at[] = {{"jsonl", ""}};
	const struct request r = {action_find("export"), at, 1, {0}};
	struct going_out out = {0, 0};
	long should = 0;

	(void)state;
	for (int i = 0; i < ROWS; i++)
		should += !rows[i].is_left_out;
	assert_true(action_each(fixture_session(&f, "clerk"), &r,
				compare_letter, &out, &f.err));
	assert_int_equal(out.seen, should);
}

static void
the_same_file_again_changes_nothing(void **state)
{
	int64_t events = fixture_count(&f, "SELECT count(*) FROM event");

	(void)state;
	fixture_must(&f, "clerk", "import", path, "--yes", NULL);
	assert_int_equal(fixture_int(&f, "letters"), 0);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event"),
			 events);
}

static void
the_register_is_whole_and_goes_on_behind_it(void **state)
{
	(void)state;
	assert_true(fixture_is_clean(&f));
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	assert_int_equal(fixture_int(&f, "number"), 1);
	assert_true(fixture_is_clean(&f));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_planted_fault_is_named_and_nothing_else),
	    cmocka_unit_test(an_import_that_is_killed_leaves_whole_chunks),
	    cmocka_unit_test(what_is_not_wrong_goes_in_as_it_was),
	    cmocka_unit_test(what_went_in_goes_out_field_by_field),
	    cmocka_unit_test(the_same_file_again_changes_nothing),
	    cmocka_unit_test(the_register_is_whole_and_goes_on_behind_it),
	};

	return cmocka_run_group_tests(tests, make_register, drop_register);
}
