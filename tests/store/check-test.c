/* check-test.c -- whatever is tampered with, the check finds it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

#include "model/event.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/store/whole-road.h"
#include "tests/test.h"

/* One register that has gone the whole road, and how it was. */
static struct fixture f;
static struct fixture_image image;

static int
make_register(void **state)
{
	(void)state;
	whole_road(&f);
	fixture_take(&f, &image);
	return 0;
}

static int
drop_register(void **state)
{
	(void)state;
	fixture_image_done(&image);
	fixture_done(&f);
	return 0;
}

/* The register as it was before anybody tampered with it. */
static void
restore(void)
{
	fixture_put(&f, &image);
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
	if (!fixture_tamper(&f, sql)) {
		/* At a server constraints are never asleep. */
		if (server_is_used())
			return;
		fail_msg("could not be done: %s", sql);
	}
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
	assert_true(fixture_tamper(&f, "SELECT 1"));
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

/* The same of a server's tables. */
static const char changes_at_server[] =
    "SELECT c.table_name, c.column_name, format('UPDATE %s SET %s = %s WHERE "
    "(%s) = (SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT 1)', "
    "c.table_name, c.column_name, CASE c.data_type "
    "WHEN 'text' THEN format('coalesce(%s || ''x'', '''')', c.column_name) "
    "WHEN 'bytea' THEN format('zeroblob(length(%s))', c.column_name) "
    "ELSE format('coalesce(%s + 1000, 0)', c.column_name) END, "
    "k.key, k.key, c.table_name, CASE WHEN c.table_name IN ('event', "
    "'payload') THEN 'seq = ' || ?1 ELSE 'true' END, k.key) "
    "FROM information_schema.columns c "
    "JOIN (SELECT conrelid::regclass::text AS name, (SELECT "
    "string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute WHERE "
    "attrelid = conrelid AND attnum = ANY (conkey)) AS key "
    "FROM pg_constraint WHERE contype = 'p') k ON k.name = c.table_name "
    "WHERE c.table_schema = 'saraban' AND c.table_name NOT LIKE 'search%' "
    "ORDER BY 1, 2";

struct change {
	char *table, *column, *sql;
};
enum { CHANGES_MAX = 800 };

struct changes {
	struct change *at;
	size_t n;
};

static void
keep_change(void *ctx, const struct fixture_row *row)
{
	struct changes *all = ctx;

	assert_true(all->n < CHANGES_MAX);
	all->at[all->n++] = (struct change){
	    xstrdup(row->at[0]), xstrdup(row->at[1]), xstrdup(row->at[2])};
}

static size_t
read_changes(int64_t seq, struct change *at)
{
	const char *sql = server_is_used() ? changes_at_server : changes;
	const char *number = strstr(sql, "?1");
	char *whole = xasprintf("%.*s%lld%s", (int)(number - sql), sql,
				(long long)seq, number + 2);
	struct changes all = {at, 0};

	restore();
	fixture_rows(&f, whole, keep_change, &all);
	assert_in_range(all.n, 1, CHANGES_MAX - 1);
	free(whole);
	return all.n;
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
	/* To put a database back takes long: there, some of them. */
	size_t step = server_is_used() ? 23 : 1;

	for (size_t i = 0; i < n; i++) {
		if (i % step == 0 && is_tried(&all[i], only_chain))
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

/* What a server has otherwise: triggers, tables and indices
   (postgresql-test.sh), and text, which holds no NUL there. */
static bool
is_of_files(const char *sql)
{
	return strstr(sql, "char(0)") || strstr(sql, "temp.kept") ||
	       strstr(sql, " mine") || strstr(sql, "DROP INDEX");
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

		if (!server_is_used() || !is_of_files(sql))
			assert_found(sql, a->code,
				     a->names < 0 ? 0 : seq + a->names);
		free(sql);
	}
}

/* -------------------------------------------- a chain with right hashes */

static int64_t
number_in(const struct fixture_row *row, size_t column)
{
	return strtoll(row->at[column], NULL, 10);
}

static const char *
text_in(const struct fixture_row *row, size_t column)
{
	return row->at[column][0] != '\0' ? row->at[column] : NULL;
}

static void
read_event(const struct fixture_row *row, struct event *e,
	   unsigned char uuid[ID_SIZE])
{
	*e = (struct event){
	    .office = number_in(row, 0),
	    .seq = number_in(row, 1),
	    .time = number_in(row, 2),
	    .kind = text_in(row, 3),
	    .letter = number_in(row, 4),
	    .book = text_in(row, 5),
	    .year = number_in(row, 6),
	    .number = number_in(row, 7),
	    .person = number_in(row, 8),
	    .login = text_in(row, 9),
	    .post = text_in(row, 10),
	    .capacity = text_in(row, 11),
	    .acting_order = text_in(row, 12),
	    .auth = text_in(row, 13),
	};
	assert_true(hex_read(row->at[14], e->act_id, ID_SIZE));
	assert_true(hex_read(row->at[15], e->nonce, ID_SIZE));
	assert_true(hex_read(row->at[16], e->commitment, DIGEST_SIZE));
	assert_true(hex_read(row->at[17], uuid, ID_SIZE));
}

struct hashes {
	struct text *sql;
	int64_t office;
	unsigned char last[DIGEST_SIZE];
};

static void
add_hash(void *ctx, const struct fixture_row *row)
{
	struct hashes *h = ctx;
	unsigned char uuid[ID_SIZE];
	char hex[HEX_SIZE];
	struct event e;

	read_event(row, &e, uuid);
	if (e.office != h->office)
		memset(h->last, 0, DIGEST_SIZE);
	h->office = e.office;
	event_hash(&e, uuid, h->last, h->last);
	hex_of(h->last, DIGEST_SIZE, hex);
	text_printf(h->sql,
		    "UPDATE event SET hash = %s%s' WHERE seq = %lld "
		    "AND office = %lld;",
		    server_is_used() ? "'\\x" : "x'", hex, (long long)e.seq,
		    (long long)e.office);
}

/* The statements that give every event the hash it should have, as somebody
   would who has read event.h. */
static void
right_hashes(struct text *sql)
{
	static const char all[] =
	    "SELECT office, seq, time, kind, letter, book, year, number, "
	    "person, login, post, capacity, acting_order, auth, "
	    "lower(hex(act_id)), lower(hex(nonce)), lower(hex(commitment)), "
	    "lower(hex(uuid)) FROM event, register ORDER BY office, seq";
	struct hashes h = {.sql = sql};

	fixture_rows(&f, all, add_hash, &h);
}

static void
rewrite_after(const char *sql)
{
	struct text hashes = {0};

	restore();
	assert_true(fixture_tamper(&f, sql));
	right_hashes(&hashes);
	assert_true(fixture_tamper(&f, hashes.s));
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
	char *command =
	    xasprintf("find '%s-files' -type f | head -1", f.beside);
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
	    "UPDATE person SET login = '\033[2J' || person",
	};

	(void)state;
	/* A server keeps no text that is not UTF-8. */
	for (size_t i = server_is_used(); i < ARRAY_SIZE(sqls); i++) {
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
