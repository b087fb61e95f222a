/* check-test.c -- whatever is tampered with, the check finds it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#include "store/query-text.h"
#include "store/tokenizer.h"

#include "model/event.h"

#include "tests/fixture.h"
#include "tests/store/whole-road.h"
#include "tests/test.h"

enum { IMAGE_MAX = 64 << 20 };

/* One register that has gone the whole road, and its file as it was. */
static struct fixture f;
static struct text image;

static int
make_register(void **state)
{
	(void)state;
	whole_road(&f);
	fixture_close(&f);
	return file_read(f.path, IMAGE_MAX, &image, &f.err) ? 0 : -1;
}

static int
drop_register(void **state)
{
	(void)state;
	text_done(&image);
	fixture_done(&f);
	return 0;
}

/* The register as it was before anybody tampered with it. */
static void
restore(void)
{
	FILE *out = fopen(f.path, "w");
	char *wal = xasprintf("%s-wal", f.path);
	char *shm = xasprintf("%s-shm", f.path);

	unlink(wal);
	unlink(shm);
	free(wal);
	free(shm);
	assert_non_null(out);
	assert_int_equal(fwrite(image.s, 1, image.n, out), image.n);
	assert_int_equal(fclose(out), 0);
}

/* Runs the statements that a statement gives. */
static void
run_each(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt;
	struct text all = {0};

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL),
			 SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		text_printf(&all, "%s;",
			    (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	if (sqlite3_exec(db, text_str(&all), NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(db));
	text_done(&all);
}

/* As somebody would who knows what he does: the triggers stand in his way,
   he takes them away and puts them back, word for word. */
static bool
tamper(const char *sql)
{
	static const char *const before =
	    "CREATE TEMP TABLE kept AS SELECT name, sql FROM sqlite_schema "
	    "WHERE type = 'trigger'; PRAGMA synchronous = OFF; PRAGMA "
	    "foreign_keys = OFF; "
	    "PRAGMA ignore_check_constraints = ON";
	sqlite3 *db;
	bool ok;

	assert_int_equal(sqlite3_open(f.path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, before, NULL, NULL, NULL), SQLITE_OK);
	run_each(db, "SELECT 'DROP TRIGGER ' || name FROM temp.kept");
	ok = sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
	run_each(db, "SELECT sql FROM temp.kept");
	sqlite3_close(db);
	return ok;
}

static bool
is_found(const char *code, int64_t seq)
{
	for (size_t i = 0; i < f.report.n; i++)
		if (code == NULL || strcmp(f.report.at[i].code, code) == 0)
			return seq == 0 || f.report.at[i].seq == seq;
	return false;
}

/* code: of a finding there must be, NULL any; seq: the event that the first of
   them names, 0 any. */
static void
assert_found(const char *sql, const char *code, int64_t seq)
{
	restore();
	if (!tamper(sql))
		fail_msg("could not be done: %s", sql);
	if (fixture_findings_quietly(&f) == 0)
		fail_msg("not found: %s", sql);
	if (!is_found(code, seq)) {
		fixture_findings(&f);
		fail_msg("no \"%s\" at event %lld: %s", code ? code : "",
			 (long long)seq, sql);
	}
}

static void
a_register_left_alone_has_no_fault(void **state)
{
	(void)state;
	restore();
	assert_true(fixture_is_clean(&f));
	/* Neither has one whose triggers were away for a moment. */
	assert_true(tamper("SELECT 1"));
	assert_true(fixture_is_clean(&f));
}

/* ---------------------------------------------- each column, each table */

/* For every column of every table one statement that gives another value of
   the same type, or one where there was none, to one row: that of event :seq,
   else the first.  Sorted, so that a failure is the same each time.  The
   search index is no such table: search-test has its faults. */
static const char changes[] =
    "SELECT t.name, c.name, printf('UPDATE %s SET %s = CASE typeof(%s) "
    "WHEN ''text'' THEN %s || ''x'' WHEN ''integer'' THEN %s + 1000 "
    "WHEN ''blob'' THEN zeroblob(length(%s)) ELSE %s END "
    "WHERE (%s) = (SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT 1)', "
    "t.name, c.name, c.name, c.name, c.name, c.name, "
    "iif(c.type = 'TEXT', '''''', '0'), k.key, k.key, t.name, "
    "iif(t.name IN ('event', 'payload'), 'seq = ' || ?1, 'true'), k.key) "
    "FROM sqlite_schema t, pragma_table_info(t.name) c, "
    "(SELECT s.name, group_concat(i.name) AS key FROM sqlite_schema s, "
    "pragma_table_info(s.name) i WHERE i.pk > 0 GROUP BY s.name) k "
    "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' "
    "AND t.name NOT LIKE 'search%' AND k.name = t.name ORDER BY 1, 2";

struct change {
	char *table, *column, *sql;
};
enum { CHANGES_MAX = 800 };

static char *
text_of(sqlite3_stmt *stmt, int column)
{
	return xstrdup((const char *)sqlite3_column_text(stmt, column));
}

static size_t
read_changes(int64_t seq, struct change *all)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;
	size_t n = 0;

	restore();
	assert_int_equal(sqlite3_open(f.path, &db), SQLITE_OK);
	assert_true(tokenizer_add(db, query_texts[QUERY_SEARCH_API].sql));
	if (sqlite3_prepare_v2(db, changes, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(db));
	sqlite3_bind_int64(stmt, 1, seq);
	while (sqlite3_step(stmt) == SQLITE_ROW && n < CHANGES_MAX)
		all[n++] = (struct change){text_of(stmt, 0), text_of(stmt, 1),
					   text_of(stmt, 2)};
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	assert_in_range(n, 1, CHANGES_MAX - 1);
	return n;
}

static bool
is_key(const struct change *c)
{
	return strcmp(c->column, "office") == 0 ||
	       strcmp(c->column, "seq") == 0;
}

static void
assert_change_found(const struct change *c, int64_t seq)
{
	if (strcmp(c->table, "event") == 0)
		assert_found(c->sql, "chain", is_key(c) ? 0 : seq);
	else if (strcmp(c->table, "payload") == 0)
		assert_found(c->sql, "words", seq);
	else if (strcmp(c->table, "register") == 0)
		assert_found(c->sql, NULL, 0);
	else
		assert_found(c->sql, "replay", 0);
}

static bool
is_of_chain(const struct change *c)
{
	return strcmp(c->table, "event") == 0 ||
	       strcmp(c->table, "payload") == 0;
}

static bool
is_tried(const struct change *c, bool only_chain)
{
	/* Without GMime no letter comes as a message; what moves says so of
	   itself alone. */
	return strcmp(c->table, "moved") != 0 &&
	       (HAVE_GMIME || strcmp(c->table, "mail") != 0) &&
	       (!only_chain || is_of_chain(c));
}

static void
changes_of_every_column_are_found(int64_t seq, bool only_chain)
{
	struct change all[CHANGES_MAX];
	size_t n = read_changes(seq, all);

	for (size_t i = 0; i < n; i++) {
		if (is_tried(&all[i], only_chain))
			assert_change_found(&all[i], seq);
		free(all[i].table);
		free(all[i].column);
		free(all[i].sql);
	}
}

/* A receipt fills other columns of the chain than an endorsement. */
static void
a_change_of_any_column_of_any_table_is_found(void **state)
{
	(void)state;
	restore();
	changes_of_every_column_are_found(
	    fixture_count(&f, "SELECT min(letter) FROM letter"), false);
	changes_of_every_column_are_found(
	    fixture_count(
		&f, "SELECT min(seq) FROM event WHERE kind = 'letter.endorse'"),
	    true);
}

/* --------------------------------------------------------- other attacks */

/* "?" stands for the number of an event in the middle. */
struct attack {
	const char *sql;
	const char *code;
	int names; /* the finding names this event after the one in the middle;
		      -1: none in particular */
};

static const struct attack attacks[] = {
    {"UPDATE event SET capacity = NULL WHERE seq = ?", "chain", 0},
    {"UPDATE event SET letter = 0 WHERE seq = 3", "chain", -1},
    {"UPDATE event SET login = login || char(0) WHERE seq = ?", "chain", 0},
    {"UPDATE payload SET body = body || char(0) WHERE seq = ?", "chain", 0},
    {"UPDATE payload SET body = 'no JSON' WHERE seq = ?", "words", 0},
    {"UPDATE payload SET body = replace(body, '\"x\"', '\"z\"') "
     "WHERE seq = ?",
     "words", 0},
    {"DELETE FROM payload WHERE seq = ?", "words", 0},
    {"DELETE FROM event WHERE seq = ?; "
     "DELETE FROM payload WHERE seq = ?",
     "chain", 1},
    {"DELETE FROM event WHERE seq = 1", "chain", -1},
    {"DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "replay",
     -1},
    {"DELETE FROM event WHERE seq = (SELECT max(seq) FROM event); "
     "DELETE FROM payload WHERE seq = (SELECT max(seq) FROM payload)",
     "replay", -1},
    {"INSERT INTO event SELECT office, (SELECT max(seq) + 1 FROM event), "
     "time, 'letter.open', letter, NULL, NULL, NULL, person, login, post, "
     "capacity, NULL, auth, randomblob(16), nonce, commitment, hash "
     "FROM event WHERE seq = ?",
     "chain", -1},
    {"UPDATE event SET seq = -1 WHERE seq = ?; "
     "UPDATE event SET seq = ? WHERE seq = ? + 1; "
     "UPDATE event SET seq = ? + 1 WHERE seq = -1",
     "chain", 0},
    {"UPDATE event SET time = time - 1 WHERE seq = ?", "chain", 0},
    {"UPDATE letter SET subject = 'other' WHERE number = 1", "replay", -1},
    {"DELETE FROM letter WHERE number = 2", "replay", -1},
    {"INSERT INTO note SELECT office, seq + 900, letter, act, person, "
     "person_name, post, post_name, capacity, acting_order, "
     "own_post_name, is_own_proposal, words, at FROM note",
     "replay", -1},
    {"DELETE FROM note", "replay", -1},
    {"UPDATE counter SET next = next + 1 WHERE book = 'receive'", "numbers",
     -1},
    {"UPDATE counter SET first = 5, next = 7", "numbers", -1},
    {"DELETE FROM counter", "replay", -1},
    {"DROP INDEX letter_ref", "replay", -1},
    {"CREATE TABLE mine (a)", "replay", -1},
    {"CREATE TRIGGER mine AFTER INSERT ON letter BEGIN "
     "DELETE FROM note; END",
     "replay", -1},
    {"UPDATE register SET uuid = zeroblob(16)", "chain", -1},
    {"DELETE FROM temp.kept WHERE name = 'event_stays'", "replay", -1},
    {"UPDATE temp.kept SET sql = replace(sql, 'BEFORE UPDATE', 'AFTER UPDATE')",
     "replay", -1},
};

static char *
with_number(const char *sql, int64_t seq)
{
	struct text t = {0};

	for (; *sql != '\0'; sql++)
		if (*sql == '?')
			text_printf(&t, "%lld", (long long)seq);
		else
			text_add_n(&t, sql, 1);
	return text_take(&t);
}

static void
every_attack_is_found_and_names_its_event(void **state)
{
	int64_t seq;

	(void)state;
	restore();
	seq = fixture_count(
	    &f, "SELECT min(seq) FROM event WHERE kind = 'letter.endorse'");
	for (size_t i = 0; i < ARRAY_SIZE(attacks); i++) {
		const struct attack *a = &attacks[i];
		char *sql = with_number(a->sql, seq);

		assert_found(sql, a->code, a->names < 0 ? 0 : seq + a->names);
		free(sql);
	}
}

/* -------------------------------------------- a chain with right hashes */

static const char *
column_text(sqlite3_stmt *stmt, int column)
{
	return (const char *)sqlite3_column_text(stmt, column);
}

static void
column_bytes(sqlite3_stmt *stmt, int column, unsigned char *out, size_t n)
{
	assert_int_equal(sqlite3_column_bytes(stmt, column), n);
	memcpy(out, sqlite3_column_blob(stmt, column), n);
}

static void
read_event(sqlite3_stmt *stmt, struct event *e, unsigned char uuid[ID_SIZE])
{
	*e = (struct event){
	    .office = sqlite3_column_int64(stmt, 0),
	    .seq = sqlite3_column_int64(stmt, 1),
	    .time = sqlite3_column_int64(stmt, 2),
	    .kind = column_text(stmt, 3),
	    .letter = sqlite3_column_int64(stmt, 4),
	    .book = column_text(stmt, 5),
	    .year = sqlite3_column_int64(stmt, 6),
	    .number = sqlite3_column_int64(stmt, 7),
	    .person = sqlite3_column_int64(stmt, 8),
	    .login = column_text(stmt, 9),
	    .post = column_text(stmt, 10),
	    .capacity = column_text(stmt, 11),
	    .acting_order = column_text(stmt, 12),
	    .auth = column_text(stmt, 13),
	};
	column_bytes(stmt, 14, e->act_id, ID_SIZE);
	column_bytes(stmt, 15, e->nonce, ID_SIZE);
	column_bytes(stmt, 16, e->commitment, DIGEST_SIZE);
	column_bytes(stmt, 17, uuid, ID_SIZE);
}

/* The statements that give every event the hash it should have, as somebody
   would who has read event.h. */
static void
right_hashes(struct text *sql)
{
	static const char all[] =
	    "SELECT office, seq, time, kind, letter, book, year, number, "
	    "person, login, post, capacity, acting_order, auth, act_id, "
	    "nonce, commitment, uuid FROM event, register "
	    "ORDER BY office, seq";
	unsigned char hash[DIGEST_SIZE] = {0}, uuid[ID_SIZE];
	char hex[HEX_SIZE];
	sqlite3 *db;
	sqlite3_stmt *stmt;
	struct event e;
	int64_t office = 0;

	assert_int_equal(sqlite3_open(f.path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, all, -1, &stmt, NULL),
			 SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		read_event(stmt, &e, uuid);
		if (e.office != office)
			memset(hash, 0, DIGEST_SIZE);
		office = e.office;
		event_hash(&e, uuid, hash, hash);
		hex_of(hash, DIGEST_SIZE, hex);
		text_printf(sql,
			    "UPDATE event SET hash = x'%s' WHERE seq = %lld "
			    "AND office = %lld;",
			    hex, (long long)e.seq, (long long)e.office);
	}
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

static void
rewrite_after(const char *sql)
{
	struct text hashes = {0};

	restore();
	assert_true(tamper(sql));
	right_hashes(&hashes);
	assert_true(tamper(hashes.s));
	text_done(&hashes);
}

/* Only an anchor outside the register finds a history that is rewritten
   whole; what these leave behind is found from inside. */
static void
right_hashes_do_not_hide_a_gap_or_a_step_back_in_time(void **state)
{
	(void)state;
	rewrite_after("SELECT 1");
	assert_true(fixture_is_clean(&f));
	rewrite_after("DELETE FROM payload WHERE seq = 42;"
		      "DELETE FROM event WHERE seq = 42");
	assert_true(fixture_findings_quietly(&f) > 0);
	assert_true(is_found("chain", 43));
	rewrite_after("UPDATE event SET time = time - 1 WHERE seq = 42");
	assert_true(fixture_findings_quietly(&f) > 0);
	assert_true(is_found("chain", 42));
}

/* ------------------------------------------------------------- the files */

static char *
attached_file(void)
{
	char *command = xasprintf("find '%s-files' -type f | head -1", f.path);
	char line[300] = "";
	FILE *in = popen(command, "r");

	assert_non_null(fgets(line, sizeof(line), in));
	pclose(in);
	free(command);
	line[strcspn(line, "\n")] = '\0';
	return xstrdup(line);
}

static void
a_file_that_is_changed_or_missing_is_found(void **state)
{
	char *path = attached_file();
	char *aside = xasprintf("%s.aside", path);
	FILE *out;

	(void)state;
	restore();
	assert_int_equal(rename(path, aside), 0);
	assert_int_equal(fixture_findings_quietly(&f), 1);
	assert_true(is_found("attachments", 0));
	out = fopen(path, "w");
	fputs("%PDF-1.4 another", out);
	fclose(out);
	assert_int_equal(fixture_findings_quietly(&f), 1);
	assert_true(is_found("attachments", 0));
	assert_int_equal(rename(aside, path), 0);
	assert_true(fixture_is_clean(&f));
	free(path);
	free(aside);
}

/* ------------------------------------------------------------ the answer */

/* A name that is not UTF-8, or is cut inside a letter, must not swallow the
   finding that tells of it. */
static void
every_finding_reaches_the_answer(void **state)
{
	static const char *const sqls[] = {
	    "UPDATE division SET name = CAST(x'E0B880FF' AS TEXT)",
	    "UPDATE division SET name = 'a' || replace(hex(zeroblob(40)), "
	    "'00', 'ก')",
	    "UPDATE person SET login = char(27) || '[2J' || person",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(sqls); i++) {
		size_t n;

		assert_found(sqls[i], "replay", 0);
		n = f.report.n;
		fixture_must(&f, NULL, "check", NULL);
		assert_int_equal(
		    json_array_size(json_object_get(f.answer, "faults")), n);
		fixture_close(&f);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_register_left_alone_has_no_fault),
	    cmocka_unit_test(a_change_of_any_column_of_any_table_is_found),
	    cmocka_unit_test(every_attack_is_found_and_names_its_event),
	    cmocka_unit_test(
		right_hashes_do_not_hide_a_gap_or_a_step_back_in_time),
	    cmocka_unit_test(a_file_that_is_changed_or_missing_is_found),
	    cmocka_unit_test(every_finding_reaches_the_answer),
	};

	return cmocka_run_group_tests(tests, make_register, drop_register);
}
