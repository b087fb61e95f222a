/* statements-test.c -- every statement prepares, under its guard, and reads
   what it must and no more */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "base/text.h"

#include "store/internal.h"
#include "store/plan.h"
#include "store/tokenizer.h"

#include "app/action.h"

#include "tests/test.h"

static sqlite3 *
fresh_schema(void)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_true(tokenizer_add(db, query_texts[QUERY_SEARCH_API].sql));
	plan_without_filters(db);
	assert_int_equal(sqlite3_exec(db, schema_text, NULL, NULL, NULL),
			 SQLITE_OK);
	return db;
}

/* -------------------------------------------------------------- preparing */

static size_t
prepare_one(struct store *st, enum guard guard, const char *name,
	    const char *sql)
{
	struct error err = {0};
	void *stmt;

	st->engine->guard(st->conn, guard);
	stmt = st->engine->prepare(st->conn, sql, &err);
	if (stmt == NULL)
		print_error("%s: %s\n", name, err.detail);
	st->engine->finish(stmt);
	return stmt == NULL;
}

static void
every_statement_prepares_under_its_guard(void **state)
{
	struct error err = {0};
	struct store *st = store_open_scratch(&err);
	size_t faults = 0;

	(void)state;
	assert_non_null(st);
	for (enum query_id q = 0; q < QUERY_COUNT; q++)
		if (query_texts[q].sql != NULL)
			faults += prepare_one(st, query_guard(q), query_name(q),
					      query_texts[q].sql);
	for (size_t i = 0; i < apply_count; i++)
		for (size_t k = 0; k < apply_texts[i].n; k++)
			faults += prepare_one(
			    st,
			    apply_texts[i].sql[k].is_redact ? GUARD_REDACT
							    : GUARD_APPLY,
			    apply_texts[i].kind, apply_texts[i].sql[k].sql);
	assert_int_equal(faults, 0);
	store_close(st);
}

/* Does a statement of the kind begin so? */
static bool
has_statement(const char *kind, const char *begins)
{
	for (size_t i = 0; i < apply_count; i++)
		for (size_t k = 0; strcmp(apply_texts[i].kind, kind) == 0 &&
				   k < apply_texts[i].n;
		     k++)
			if (strncmp(apply_texts[i].sql[k].sql, begins,
				    strlen(begins)) == 0)
				return true;
	return false;
}

/* Every table that says something of letters loses it with a letter that is
   destroyed. */
static void
what_hangs_on_a_letter_goes_with_it(void **state)
{
	static const char tables[] =
	    "SELECT 'DELETE FROM ' || t.name || ' ', 'UPDATE ' || t.name || "
	    "' ' FROM sqlite_schema t, pragma_table_info(t.name) c "
	    "WHERE t.type = 'table' AND c.name = 'letter' "
	    "AND t.name NOT IN ('event', 'destruction_item')";
	sqlite3 *db = fresh_schema();
	sqlite3_stmt *stmt;

	(void)state;
	assert_int_equal(sqlite3_prepare_v2(db, tables, -1, &stmt, NULL),
			 SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *deletes =
		    (const char *)sqlite3_column_text(stmt, 0);
		const char *updates =
		    (const char *)sqlite3_column_text(stmt, 1);

		if (!has_statement("letter.destroy", deletes) &&
		    !has_statement("letter.destroy", updates))
			fail_msg("letter.destroy has no %s", deletes);
	}
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

static void
one_statement_takes_words_from_the_chain(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < apply_count; i++)
		for (size_t k = 0; k < apply_texts[i].n; k++)
			n += apply_texts[i].sql[k].is_redact;
	assert_int_equal(n, 1);
}

/* ------------------------------------------------------------ query plans */

/* A step of a plan that reads more than the rows it is asked for: a whole
   table, or all that an office has.  A filter (Bloom's) is made of a whole
   table before the first row is asked for. */
static bool
reads_all(const char *step)
{
	size_t n = strlen(step);
	static const char whole[] = "(office=?)";

	return strncmp(step, "SCAN ", 5) == 0 ||
	       strncmp(step, "BLOOM FILTER ", 13) == 0 ||
	       (n >= strlen(whole) &&
		strcmp(step + n - strlen(whole), whole) == 0) ||
	       strstr(step, "(office=?) LEFT-JOIN") != NULL;
}

/* What may read all, and why that is little. */
/* clang-format off */
static const struct allowed {
	const char *statement;
	const char *step;
	const char *why;
} allowed[] = {
	{ "*", "SCAN json_each VIRTUAL TABLE*", "one payload" },
	{ "*", "SCAN part", "what was read for it" },
	{ "division.add", "SCAN CONSTANT ROW", "one row" },
	{ "office.found", "SCAN CONSTANT ROW", "one row" },
	{ "division.add", "SEARCH division USING*(office=?)", "few divisions" },
	{ "divisions_in_force",
	  "SEARCH division USING*(office=?)", "few divisions" },
	{ "posts_in_force", "SEARCH o USING*(office=?)", "few posts" },
	{ "paper_*", "SEARCH * USING*(office=?)", "few restores" },
	{ "last_entry", "SEARCH event USING*(office=?)", "the last few" },
	{ "is_restored", "SEARCH restored USING*(office=?)", "few restores" },
	{ "paper_asked", "SCAN *", "few restores" },
	{ "backup_last", "SCAN backup", "one row for each office" },
	{ "backup_restored", "SCAN r", "few restores" },
	{ "number.confirm", "SEARCH r USING*(office=?)", "few restores" },
	{ "number.lost", "SCAN CONSTANT ROW", "one row" },
	{ "stats_posts", "SEARCH post USING*(office=?)", "few posts" },
	{ "stats_reports", "SEARCH v USING*(office=?)", "few divisions" },
	{ "stats_divisions",
	  "SEARCH division USING*(office=?)", "few divisions" },
	{ "policies", "SEARCH policy USING*(office=?)", "few policies" },
	{ "holiday_table",
	  "SEARCH holiday_table USING*(office=?)", "one row" },
	{ "holiday.set", "SCAN CONSTANT ROW", "one row" },
	{ "holiday.set",
	  "SEARCH holiday_table USING*(office=?)", "one row" },
	{ "holiday_changes",
	  "SEARCH holiday_table USING*(office=?)", "one row" },
	{ "duty_days", "SCAN held", "posts of one" },
	{ "holiday.set", "SCAN m VIRTUAL TABLE*", "what has moved" },
	{ "holidays", "SEARCH holiday USING*(office=?)", "few holidays" },
	{ "hours_settled", "SEARCH policy USING*(office=?)", "few policies" },
	{ "roster", "SEARCH holding USING*(office=?)", "few holdings" },
	{ "roster", "SCAN k", "few of them" },
	{ "roster", "SEARCH d USING*(office=?)", "few divisions" },
	{ "absences_told", "SEARCH b USING*(office=?)", "few absences" },
	{ "person_list", "SEARCH p USING*(office=?)", "few people" },
	{ "addressees", "SEARCH division USING*(office=?)", "few divisions" },
	{ "addressees", "SEARCH p USING*(office=?)", "few people" },
	{ "papers_on_way", "SEARCH p USING*(office=?)", "what is open" },
	{ "circulations_open", "SEARCH c USING*(office=?)", "what is open" },
	{ "morning_letters", "SEARCH d USING*(office=?)", "few divisions" },
	{ "morning_circulated", "SEARCH k USING*(office=?)", "what is open" },
	{ "morning_papers", "SEARCH p USING*(office=?)", "what is open" },
	{ "letter.circulate", "SCAN CONSTANT ROW", "one row" },
	{ "letters_of_person", "SCAN held", "posts of one" },
	{ "duties_open", "SCAN held", "posts of one" },
	{ "duty.done", "SCAN b", "one row" },
	{ "duty.done", "SCAN f VIRTUAL TABLE*", "one payload" },
	{ "duty.done", "SCAN p VIRTUAL TABLE*", "one payload" },
	{ "duty.report", "SCAN b", "one row" },
	{ "duty.report", "SCAN f VIRTUAL TABLE*", "one payload" },
	{ "letters_of_person", "SCAN w", "what waits" },
	{ "letters_of_person", "SEARCH d USING*(office=?)", "few divisions" },
	{ "letters_of_person", "SCAN ranked", "what waits" },
	{ "letters_of_person", "SCAN n", "a piece" },
	{ "letters_of_year", "SCAN n", "a piece" },
	{ "count_of_person", "SCAN held", "posts of one" },
	{ "count_of_person", "SCAN waiting", "what waits" },
	{ "count_of_person", "SEARCH d USING*(office=?)", "few divisions" },
	{ "news_between", "SCAN held", "posts of one" },
	{ "news_between", "SEARCH d USING*(office=?)", "few divisions" },
	{ "ends_of_year", "SCAN CONSTANT ROW", "one row" },
	{ "desk_counts", "SCAN CONSTANT ROW", "one row" },
	{ "number_since", "SCAN CONSTANT ROW", "one row" },
	{ "number_since", "SCAN steps", "31 steps" },
	{ "log_before", "SCAN*", "one row, 31 steps" },
	{ "books_of_year", "SCAN b VIRTUAL TABLE*", "few books" },
	{ "letter_given", "SCAN CONSTANT ROW", "one row" },
	{ "login_keys", "SEARCH k USING*(office=?)", "few people" },
	{ "login_keys_in_force", "SCAN o USING*", "all offices" },
	{ "login_keys_in_force", "SEARCH k USING*(office=?)", "few people" },
	{ "login_of_key", "SCAN o", "all offices" },
	{ "pins", "SEARCH n USING*(office=?)", "few people" },
	{ "clearances", "SEARCH c USING*(office=?)", "few people" },
	{ "letter.correct", "SCAN CONSTANT ROW", "one row" },
	{ "words.gone", "SCAN CONSTANT ROW", "one row" },
	{ "words.gone", "SEARCH parcel USING*(office=?)", "its last row" },
	{ "letter.destroy", "SCAN CONSTANT ROW", "one row" },
	{ "is_destruction_due", "SCAN CONSTANT ROW", "one row" },
	{ "is_destruction_due", "SCAN b VIRTUAL TABLE*", "few books" },
	{ "list_of_letter", "SEARCH d USING*(office=?)", "one under way" },
	{ "destruction_under_*",
	  "SEARCH destruction USING*(office=?)", "just one" },
	{ "counters_of_year", "SEARCH counter USING*(office=?)", "few books" },
	{ "numbers_given", "SEARCH counter USING*(office=?)", "few books" },
	{ "last_letter", "SEARCH letter USING*(office=?)", "at most 500" },
	{ "last_letter", "SCAN l", "at most 500" },
	{ "used_in_letters", "SEARCH letter USING*(office=?)", "at most 4000" },
	{ "search_year_begins", "SCAN b VIRTUAL TABLE*", "few books" },
	{ "used_in_notes", "SEARCH n USING*(office=?)", "at most 2000" },
	{ "chain_head", "SEARCH event USING*(office=?)", "its last row" },
	{ "chain_reading", "SEARCH e USING*(office=?)", "its last row" },
	{ "sending_since", "SEARCH sending USING*(office=?)", "its last rows" },
	{ "parcels_newest", "SEARCH p USING*(office=?)", "its last rows" },
	{ "parcel.arrive", "SEARCH parcel USING*(office=?)", "its last row" },
	{ "chain_events", "SEARCH e USING*(office=?)", "the check" },
	{ "day_entries", "SCAN of_page", "one page" },
	{ "day_later", "SCAN of_page", "one page" },
	{ "day_changes", "SCAN c", "one page" },
	{ "day_last", "SEARCH day USING*(office=?)", "its last row" },
	{ "day_list", "SEARCH day USING*(office=?)", "one a day" },
	{ "day_counts", "SEARCH c USING*(office=?)", "few counters" },
	{ "letter.*", "SCAN search_piece", "one letter" },
	{ "search.rebuild", "SCAN *", "all of it" },
	{ "register.moved", "SCAN CONSTANT ROW", "one row that is given" },
	{ "search.add", "SCAN search_piece", "of letters that just came" },
	{ "search_*", "SCAN search VIRTUAL TABLE INDEX*", "the index" },
	{ "search_*", "SCAN i VIRTUAL TABLE*", "letters of a part" },
	{ "search_words", "SCAN w", "letters of a part" },
};
/* clang-format on */

static bool
fits(const char *pattern, const char *s)
{
	size_t n = strcspn(pattern, "*");

	if (strncmp(pattern, s, n) != 0)
		return false;
	if (pattern[n] == '\0')
		return s[n] == '\0';
	for (s += n;; s++) {
		if (fits(pattern + n + 1, s))
			return true;
		if (*s == '\0')
			return false;
	}
}

static bool
is_allowed(const char *statement, const char *step, bool *used)
{
	for (size_t i = 0; i < ARRAY_SIZE(allowed); i++)
		if (fits(allowed[i].statement, statement) &&
		    fits(allowed[i].step, step)) {
			used[i] = true;
			return true;
		}
	return false;
}

static size_t
look_at_plan(sqlite3 *db, const char *name, const char *sql, bool *used)
{
	sqlite3_stmt *plan;
	struct text explain = {0};
	size_t faults = 0;

	text_printf(&explain, "EXPLAIN QUERY PLAN %s", sql);
	if (sqlite3_prepare_v2(db, explain.s, -1, &plan, NULL) != SQLITE_OK)
		fail_msg("%s: %s", name, sqlite3_errmsg(db));
	while (sqlite3_step(plan) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(plan, 3);

		if (reads_all(step) && !is_allowed(name, step, used)) {
			print_error("%s: %s\n", name, step);
			faults++;
		}
	}
	sqlite3_finalize(plan);
	text_done(&explain);
	return faults;
}

static void
no_statement_reads_more_than_it_needs(void **state)
{
	sqlite3 *db = fresh_schema();
	bool used[ARRAY_SIZE(allowed)] = {false};
	/* The planner of Debian 12; a later one does without some of it. */
	bool is_ours = sqlite3_libversion_number() / 1000 == 3040;
	size_t faults = 0;

	(void)state;
	for (enum query_id q = 0; q < QUERY_COUNT; q++)
		if (!query_texts[q].slow && query_texts[q].sql != NULL &&
		    strcmp(query_texts[q].file, "settings") != 0)
			faults += look_at_plan(db, query_name(q),
					       query_texts[q].sql, used);
	for (size_t i = 0; i < apply_count; i++)
		for (size_t k = 0; k < apply_texts[i].n; k++)
			faults += look_at_plan(db, apply_texts[i].kind,
					       apply_texts[i].sql[k].sql, used);
	/* What FTS5 itself asks whenever it merges parts of the index. */
	faults += look_at_plan(
	    db, "FTS5",
	    "DELETE FROM search_data WHERE id >= :from AND id <= :to", used);
	for (size_t i = 0; is_ours && i < ARRAY_SIZE(allowed); i++)
		if (!used[i]) {
			print_error("%s, %s: no longer needed (%s)\n",
				    allowed[i].statement, allowed[i].step,
				    allowed[i].why);
			faults++;
		}
	assert_int_equal(faults, 0);
	sqlite3_close(db);
}

/* ---------------------------------------------------- nothing is left out */

typedef void (*name_fn)(void *ctx, const char *name);

static void
each_name(sqlite3 *db, const char *sql, name_fn each, void *ctx)
{
	sqlite3_stmt *stmt;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL),
			 SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		each(ctx, (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
}

static void
is_compared(void *ctx, const char *table)
{
	struct text name = {0}, from = {0};
	bool found = false;

	text_printf(&name, "rows_of_%s", table);
	text_printf(&from, "SELECT * FROM %s ORDER BY ", table);
	for (enum query_id q = 0; q < QUERY_COUNT; q++)
		found =
		    found || (strcmp(query_name(q), name.s) == 0 &&
			      strncmp(query_texts[q].sql, from.s, from.n) == 0);
	if (!found) {
		print_error("no statement %s reads the whole table\n", name.s);
		++*(size_t *)ctx;
	}
	text_done(&name);
	text_done(&from);
}

/* The search index is measured in its own way: model/index.h. */
static void
every_state_table_is_compared_by_the_check(void **state)
{
	sqlite3 *db = fresh_schema();
	size_t faults = 0;

	(void)state;
	each_name(db,
		  "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
		  "name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' "
		  "AND name NOT IN ('register', 'event', 'payload', "
		  "'moved')",
		  is_compared, &faults);
	assert_int_equal(faults, 0);
	sqlite3_close(db);
}

static void
an_index_without_its_size(void *ctx, const char *name)
{
	print_error("schema.sql says nothing of the size of %s\n", name);
	++*(size_t *)ctx;
}

/* Without sizes SQLite believes that an office has ten letters, and rather
   reads all of them than use an index. */
static void
the_planner_knows_the_size_of_every_index(void **state)
{
	sqlite3 *db = fresh_schema();
	size_t faults = 0;

	(void)state;
	each_name(db,
		  "SELECT i.name FROM sqlite_schema t, "
		  "pragma_index_list(t.name) i WHERE t.type = 'table' "
		  "AND t.name NOT LIKE 'search%' "
		  "AND NOT EXISTS (SELECT 1 FROM sqlite_stat1 s WHERE "
		  "s.tbl = t.name AND s.idx IN (i.name, iif(i.origin = 'pk', "
		  "t.name, NULL)))",
		  an_index_without_its_size, &faults);
	assert_int_equal(faults, 0);
	sqlite3_close(db);
}

static bool
has_apply(const char *kind)
{
	for (size_t i = 0; i < apply_count; i++)
		if (strcmp(apply_texts[i].kind, kind) == 0)
			return true;
	return false;
}

static bool
is_kind(const char *event, const char *kind)
{
	return event != NULL && strcmp(event, kind) == 0;
}

/* Or it is written before anybody's next act (before_any_act of act.c), beside
   another event, with each letter that an act destroys or row that is
   imported, when a PIN was wrong, or not at all: it stands for events whose
   words are gone, or puts many letters into the index. */
static bool
has_action(const char *kind)
{
	static const char *const others[] = {
	    "number.expire", "number.lost",    "duty.roll",     "duty.collect",
	    "duty.nudged",   "letter.destroy", "letter.import", "words.gone",
	    "parcel.arrive", "sending.answer", "search.add",    "pin.wrong",
	    "register.moved"};

	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (is_kind(others[i], kind))
			return true;
	for (const struct action *a = actions; a->name != NULL; a++)
		if (is_kind(a->event, kind) || is_kind(a->or_event, kind))
			return true;
	return false;
}

static void
every_kind_of_event_has_an_action_and_statements(void **state)
{
	(void)state;
	for (const struct action *a = actions; a->name != NULL; a++)
		if (a->event != NULL && !has_apply(a->event))
			fail_msg("%s: no `-- apply %s`", a->name, a->event);
	for (size_t i = 0; i < apply_count; i++)
		if (!has_action(apply_texts[i].kind))
			fail_msg("no action writes %s", apply_texts[i].kind);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_statement_prepares_under_its_guard),
	    cmocka_unit_test(one_statement_takes_words_from_the_chain),
	    cmocka_unit_test(what_hangs_on_a_letter_goes_with_it),
	    cmocka_unit_test(no_statement_reads_more_than_it_needs),
	    cmocka_unit_test(every_state_table_is_compared_by_the_check),
	    cmocka_unit_test(the_planner_knows_the_size_of_every_index),
	    cmocka_unit_test(every_kind_of_event_has_an_action_and_statements),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
