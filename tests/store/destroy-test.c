/* destroy-test.c -- what is destroyed leaves nothing, and the chain stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#include "model/route.h"

#include "app/act.h"
#include "app/draft.h"

#include "tests/again.h"
#include "tests/server.h"
#include "tests/test.h"

enum { FILE_MAX_BYTES = 64 << 20 };

/* Words that stand in letter 1 alone, each in a place of its own. */
static const char *const needles[] = {
    "เรื่องฎฎเอกลักษณ์", "แก้แล้วฏฏเอกลักษณ์", "อำเภอฐฐเอกลักษณ์", "นายฑฑเอกลักษณ์",
    "ที่ฒฒ ๐๐๑/ว ๙", "เกษียนณณเอกลักษณ์", "คำสั่งฆฆเอกลักษณ์", "สิ่งที่ส่งฌฌมา", "อ้างถึงญญ",
    "ตราฬฬ", "https://unique.invalid/1", "ข้อความในแฟ้มฦฦ", "เนื้อความฤๅเอกลักษณ์",
    "เหตุผลเก็บฮฮ", "unique-file-name.txt",
    /* "ฒฒ" and "ฑฑ" as the index keeps them, behind what they share with the
       pair before. */
    "\x92\xE0\xB8\x92", "\x91\xE0\xB8\x91"};

static struct fixture f;

#define REFUSED(...) assert_true(fixture_refuses(&f, __VA_ARGS__))

static char *
write_file(const char *name, const char *words)
{
	char *path = xasprintf("%s/%s", f.directory, name);

	assert_true(file_write(words, strlen(words), path, &f.err));
	return path;
}

static void
receive_letters(void)
{
	char *own = write_file("unique-file-name.txt", needles[11]);
	char *shared = write_file("shared.txt", "อยู่ในสองเรื่อง");

	fixture_must(&f, "clerk", "receive", "--subject", needles[0], "--from",
		     needles[2], "--to", needles[3], "--ref", needles[4],
		     "--dated", "2026-01-15", "--urgency", "ด่วน", "--pages",
		     "2", "--enclosure", needles[7], "--reference", needles[8],
		     "--stamp", needles[9], "--link", needles[10], "--text",
		     needles[12], "--attach", own, "--attach", shared, NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "เก็บต่อ", "--attach",
		     shared, NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "ค้างอยู่", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "สิบปี", NULL);
	unlink(own);
	unlink(shared);
	free(own);
	free(shared);
}

static void
close_letter(const char *number, const char *note, const char *order)
{
	fixture_must(&f, "clerk", "endorse", number, "--note", note, "--to",
		     "nayok", "--reason", "x", NULL);
	fixture_must(&f, "nayok", "order", number, "--note", order, NULL);
}

static void
go_to(int year, int month, int day)
{
	f.now = moment_at((struct date){year, month, day}, 9, 0, 0);
	fixture_act(&f, "clerk", "clock confirm", "--reason", "x", NULL);
}

/* Letter 1 to be destroyed after 2570, letter 2 to be kept on, letter 3 still
   in work, letter 4 kept as usual. */
static int
make_register(void **state)
{
	(void)state;
	fixture_register(&f);
	receive_letters();
	fixture_must(&f, "clerk", "correct", "1", "subject", needles[1],
		     "--reason", "x", NULL);
	close_letter("1", needles[5], needles[6]);
	close_letter("2", "x", "x");
	close_letter("4", "x", "x");
	fixture_must(&f, "clerk", "retain", "1", "1", "--reason", needles[13],
		     NULL);
	fixture_must(&f, "clerk", "retain", "2", "๑", "--reason", "x", NULL);
	fixture_must(&f, "clerk", "retain", "3", "1", "--reason", "x", NULL);
	return 0;
}

static int
drop_register(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

static size_t
listed(const char *year)
{
	fixture_must(&f, "clerk", "destroy list", "--year", year, NULL);
	return json_array_size(json_object_get(f.answer, "items"));
}

static void
keeping_ends_with_the_last_year(void **state)
{
	(void)state;
	go_to(2028, 1, 10);
	assert_int_equal(listed("2569"), 0);
	assert_int_equal(listed("2570"), 2);
	assert_int_equal(fixture_int(&f, "in_work"), 1);
	assert_string_equal(fixture_text(&f, "due"), "2028-02-29");
	assert_int_equal(listed("2578"), 2);
	assert_int_equal(listed("2579"), 3);
	REFUSED(&RULE_REFUSED, "clerk", "destroy draw", "--year", "2571", NULL);
}

static void
each_step_waits_for_the_one_before(void **state)
{
	(void)state;
	REFUSED(&ROUTE_NOT_YOURS, "works", "destroy draw", NULL);
	fixture_must(&f, "clerk", "destroy draw", NULL);
	REFUSED(&RULE_REFUSED, "clerk", "destroy draw", NULL);
	REFUSED(&RULE_REFUSED, "clerk", "retain", "1/2569", "10", "--reason",
		"x", NULL);
	REFUSED(&RULE_REFUSED, "clerk", "destroy decide", "destroy", "--rest",
		NULL);
	REFUSED(&RULE_REFUSED, "clerk", "destroy committee", "--order",
		"๑/๒๕๗๑", "--chair", "ก", "--member", "ข", NULL);
	fixture_must(&f, "clerk", "destroy committee", "--order", "๑/๒๕๗๑",
		     "--chair", "ก", "--member", "ข", "--member", "ค", NULL);
	REFUSED(&RULE_REFUSED, "nayok", "destroy approve", NULL);
	REFUSED(&REQUEST_MISSING, "clerk", "destroy decide", "keep", "2/2569",
		NULL);
	fixture_must(&f, "clerk", "destroy decide", "keep", "2/2569",
		     "--reason", "ยังใช้อ้างอิง", NULL);
	REFUSED(&RULE_REFUSED, "clerk", "destroy decide", "destroy", "4/2569",
		NULL);
	fixture_must(&f, "clerk", "destroy decide", "ทำลาย", "--rest", NULL);
	REFUSED(&RULE_REFUSED, "clerk", "destroy send", "--ref", "๑", NULL);
	REFUSED(&ROUTE_NOT_YOURS, "clerk", "destroy approve", NULL);
	fixture_must(&f, "nayok", "destroy approve", NULL);
	REFUSED(&RULE_REFUSED, "clerk", "destroy decide", "destroy", "2/2569",
		NULL);
	REFUSED(&RULE_REFUSED, "clerk", "destroy answer", "silent", NULL);
	fixture_must(&f, "clerk", "destroy send", "--ref", "ที่ ๑", NULL);
}

static void
silence_counts_after_sixty_days(void **state)
{
	(void)state;
	go_to(2028, 3, 10);
	REFUSED(&RULE_REFUSED, "clerk", "destroy answer", "silent", NULL);
	REFUSED(&RULE_REFUSED, NULL, "destroy do", "--words",
		"destroy 1 letters", NULL);
	go_to(2028, 3, 11);
	fixture_must(&f, "clerk", "destroy answer", "ไม่ตอบ", NULL);
}

static void
it_wants_the_words_and_the_owner(void **state)
{
	(void)state;
	REFUSED(&REQUEST_WRONG, NULL, "destroy do", "--words",
		"destroy 2 letters", NULL);
	REFUSED(&ROUTE_NOT_YOURS, "nayok", "destroy do", "--words",
		"destroy 1 letters", NULL);
	assert_true(fixture_is_clean(&f));
}

static bool
has_bytes(const char *path, const char *needle)
{
	struct text t = {0};
	struct error err = {0};
	bool has;

	if (!file_read(path, FILE_MAX_BYTES, &t, &err))
		fail_msg("%s: %s", path, err.detail);
	has = t.n > 0 && memmem(t.s, t.n, needle, strlen(needle)) != NULL;
	text_done(&t);
	return has;
}

/* The rows of a register at a server lie in a file, too. */
static void
dump_rows(void)
{
	char *to = xasprintf("%s/rows", f.directory);

	if (server_is_used())
		server_dump(f.path, to);
	free(to);
}

/* In the register, its log, its files, its drafts: anywhere below. */
static int
count_files_with(const char *needle)
{
	char *command = xasprintf("find '%s' -type f", f.directory);
	FILE *list = popen(command, "r");
	char path[4096];
	int n = 0;

	assert_non_null(list);
	while (fgets(path, sizeof(path), list) != NULL) {
		path[strcspn(path, "\n")] = '\0';
		n += has_bytes(path, needle);
	}
	pclose(list);
	free(command);
	return n;
}

static int64_t
letter_id(void)
{
	return fixture_count(&f, "SELECT letter FROM letter WHERE number = 1");
}

/* The form in which somebody had begun to correct it. */
static void
leave_a_draft(void)
{
	const struct argument at[] = {{NULL, "1/2569"}, {"reason", needles[5]}};
	struct draft_page page = {
	    .request = {.action = action_find("retain"), .at = at, .n = 2},
	    .letter =
		fixture_count(&f, "SELECT letter FROM letter WHERE number = 1"),
	    .number = "1/2569",
	    .is_touched = true,
	};
	struct draft d = {0};

	assert_true(
	    draft_keep(&d, fixture_session(&f, "clerk"), &page, &f.err));
	draft_leave(&d);
}

static char *heads; /* the text before it was done */

static void
all_goes_in_one_act(void **state)
{
	unsigned char act_id[ID_SIZE] = {1};

	(void)state;
	leave_a_draft();
	heads = again_text(f.path);
	dump_rows();
	for (size_t i = 0; i < ARRAY_SIZE(needles); i++)
		if (count_files_with(needles[i]) == 0)
			fail_msg("nowhere at first: %s", needles[i]);
	for (int i = 0; i < 2; i++)
		if (!fixture_act_as(&f, act_id, NULL, "destroy do", "--words",
				    "ทำลาย ๑ ฉบับ", NULL))
			fail_msg("%s", f.err.detail);
	assert_null(json_object_get(f.answer, "remarks"));
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event "
					   "WHERE kind LIKE 'destroy.done'"),
			 1);
}

static void
no_byte_of_it_is_left(void **state)
{
	(void)state;
	fixture_close(&f);
	dump_rows();
	for (size_t i = 0; i < ARRAY_SIZE(needles); i++)
		if (count_files_with(needles[i]) != 0)
			fail_msg("still there: %s", needles[i]);
}

static void
what_is_kept_on_is_whole(void **state)
{
	(void)state;
	assert_int_equal(count_files_with("อยู่ในสองเรื่อง"), 1);
	fixture_must(&f, "clerk", "show", "2/2569", NULL);
	assert_string_equal(fixture_text(&f, "subject"), "เก็บต่อ");
	fixture_must(&f, "clerk", "search", "เก็บต่อ", NULL);
	assert_int_equal(json_array_size(f.answer), 1);
}

static void
assert_no_row(const char *table)
{
	char *sql = xasprintf("SELECT count(*) FROM %s WHERE letter = %lld",
			      table, (long long)letter_id());

	if (fixture_count(&f, sql) != 0)
		fail_msg("a row is left in %s", table);
	free(sql);
}

static void
no_row_in(void *ctx, const struct fixture_row *row)
{
	int *n = ctx;

	assert_no_row(row->at[0]);
	(*n)++;
}

/* Every table that tells of letters, also those that are added later. */
static void
no_row_tells_of_it_but_its_own(void **state)
{
	static const char tables[] =
	    "SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c "
	    "WHERE t.type = 'table' AND c.name = 'letter' AND t.name "
	    "NOT IN ('event', 'letter', 'destruction_item')";
	static const char at_server[] =
	    "SELECT table_name FROM information_schema.columns "
	    "JOIN information_schema.tables USING (table_schema, table_name) "
	    "WHERE table_schema = 'saraban' AND table_type = 'BASE TABLE' "
	    "AND column_name = 'letter' AND table_name "
	    "NOT IN ('event', 'letter', 'destruction_item')";
	int n = 0;

	(void)state;
	fixture_rows(&f, server_is_used() ? at_server : tables, no_row_in, &n);
	assert_in_range(n, 10, 100);
}

/* What is searched by says nothing of it either. */
static void
the_index_has_forgotten_it(void **state)
{
	char *sql = xasprintf("SELECT count(*) FROM %s "
			      "WHERE (doc >> 5) & 4294967295 = %lld",
			      server_is_used() ? "search" : "search_pair",
			      (long long)letter_id());

	(void)state;
	assert_int_equal(fixture_count(&f, sql), 0);
	free(sql);
	fixture_must(&f, "clerk", "search", "เอกลักษณ์", NULL);
	assert_int_equal(json_array_size(f.answer), 0);
}

static void
its_row_stays_and_says_why(void **state)
{
	const json_t *list;

	(void)state;
	fixture_must(&f, "clerk", "show", "1/2569", NULL);
	assert_string_equal(fixture_text(&f, "state"), "destroyed");
	assert_string_equal(fixture_text(&f, "dated"), "2026-01-15");
	list = json_object_get(f.answer, "destroyed");
	assert_int_equal(json_integer_value(json_object_get(list, "list_year")),
			 2570);
	assert_true(json_is_null(json_object_get(f.answer, "subject")));
	fixture_must(&f, "clerk", "history", "1/2569", NULL);
	assert_int_equal(json_array_size(f.answer), 6);
	REFUSED(&ROUTE_WRONG_STATE, "clerk", "retain", "1/2569", "10",
		"--reason", "x", NULL);
}

static void
the_chain_stands(void **state)
{
	(void)state;
	assert_true(fixture_is_clean(&f));
	assert_true(again_is_same(&f));
}

/* Its lines say "destroyed"; the other fields of every line are as before. */
static void
the_text_shows_what_went(void **state)
{
	char *text = again_text(f.path);
	size_t destroyed = 0;

	(void)state;
	for (const char *at = text; (at = strstr(at, "\tdestroyed\t")); at++)
		destroyed++;
	assert_int_equal(destroyed, 5);
	for (size_t i = 0; i < ARRAY_SIZE(needles); i++)
		assert_null(strstr(text, needles[i]));
	free(text);
	free(heads);
}

static void
nothing_else_may_go(void **state)
{
	(void)state;
	assert_false(fixture_sql(&f, "DELETE FROM payload WHERE seq = 2"));
	assert_false(fixture_sql(
	    &f, "DELETE FROM payload WHERE seq IN (SELECT seq FROM event "
		"WHERE kind = 'letter.destroy')"));
	assert_false(fixture_sql(&f, "UPDATE payload SET body = '{}'"));
	assert_false(fixture_sql(
	    &f, "INSERT INTO payload SELECT office, seq, zeroblob(16), '{}' "
		"FROM event WHERE kind = 'letter.receive' "
		"AND letter = (SELECT letter FROM letter WHERE number = 1)"));
	assert_false(fixture_sql(
	    &f, "INSERT INTO event SELECT office, (SELECT max(seq) + 1 FROM "
		"event), time, kind, letter, NULL, NULL, NULL, person, login, "
		"post, capacity, NULL, auth, randomblob(16), nonce, "
		"commitment, hash FROM event WHERE kind = 'letter.destroy'"));
}

/* A crash between the commit and the files: the next one goes on. */
static void
what_was_cut_short_is_told_and_finished(void **state)
{
	char *pending = xasprintf("%s-unlink", f.beside);

	(void)state;
	assert_true(file_write("letter 1\n", 9, pending, &f.err));
	assert_int_equal(fixture_findings_quietly(&f), 1);
	assert_string_equal(f.report.at[0].code, "attachments");
	REFUSED(&RULE_REFUSED, NULL, "destroy do", "--words", "x", NULL);
	assert_true(fixture_is_clean(&f));
	free(pending);
}

static void
destroy_what_was_accepted(void)
{
	fixture_must(&f, "clerk", "retain", "1", "law", "--until", "2569",
		     "--reason", "x", NULL);
	go_to(2027, 1, 10);
	fixture_must(&f, "clerk", "destroy draw", NULL);
	fixture_must(&f, "clerk", "destroy committee", "--order", "x",
		     "--chair", "x", "--member", "x", "--member", "y", NULL);
	fixture_must(&f, "clerk", "destroy decide", "destroy", "--rest", NULL);
	fixture_must(&f, "nayok", "destroy approve", NULL);
	fixture_must(&f, "clerk", "destroy send", "--ref", "x", NULL);
	fixture_must(&f, "clerk", "destroy answer", "agreed", "--ref", "x",
		     NULL);
	fixture_must(&f, NULL, "destroy do", "--words", "destroy 1 letters",
		     NULL);
}

/* Its words came in an event of their own, before it was a letter here; what
   the sender keeps is the sender's. */
static void
what_another_office_sent_goes_with_its_letter(void **state)
{
	(void)state;
	fixture_done(&f);
	fixture_register(&f);
	fixture_must(&f, NULL, "office add", "nong", "อบต.", "--prefix", "ชย 1",
		     "--under", "main", NULL);
	fixture_add_to(&f, "nong", "nong", "clerk");
	fixture_add_to(&f, "nong", "top", "nayok");
	fixture_must(&f, "nong", "receive", "--subject", needles[0], NULL);
	fixture_must(&f, "nong", "endorse", "1", "--note", "x", "--to", "nayok",
		     "--reason", "x", NULL);
	fixture_must(&f, "top", "order", "1", "--note", "x", NULL);
	fixture_must(&f, "nong", "forward", "1", "--to", "main", "--endorse",
		     "x", NULL);
	fixture_must(&f, "clerk", "accept", "1", NULL);
	fixture_must(&f, "clerk", "cancel", "1", "--reason", "x", NULL);
	destroy_what_was_accepted();
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM payload WHERE office = 1 "
			      "AND instr(body, 'ฎฎเอกลักษณ์') > 0"),
	    0);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM parcel "
					   "WHERE subject IS NOT NULL"),
			 0);
	assert_true(fixture_is_clean(&f));
	assert_true(again_is_same(&f));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeping_ends_with_the_last_year),
	    cmocka_unit_test(each_step_waits_for_the_one_before),
	    cmocka_unit_test(silence_counts_after_sixty_days),
	    cmocka_unit_test(it_wants_the_words_and_the_owner),
	    cmocka_unit_test(all_goes_in_one_act),
	    cmocka_unit_test(no_byte_of_it_is_left),
	    cmocka_unit_test(what_is_kept_on_is_whole),
	    cmocka_unit_test(no_row_tells_of_it_but_its_own),
	    cmocka_unit_test(the_index_has_forgotten_it),
	    cmocka_unit_test(its_row_stays_and_says_why),
	    cmocka_unit_test(the_chain_stands),
	    cmocka_unit_test(the_text_shows_what_went),
	    cmocka_unit_test(nothing_else_may_go),
	    cmocka_unit_test(what_was_cut_short_is_told_and_finished),
	    cmocka_unit_test(what_another_office_sent_goes_with_its_letter),
	};

	return cmocka_run_group_tests(tests, make_register, drop_register);
}
