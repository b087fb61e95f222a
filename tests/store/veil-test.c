/* veil-test.c -- a veiled store has no words of letters that are not for one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/internal.h"

#include "tests/store/whole-road.h"
#include "tests/test.h"

#define WORD "คำลับ"

/* ctx says whether secret letters are for this person. */
static bool
may_read(void *ctx, int64_t office, int64_t letter, const char *secrecy)
{
	(void)office;
	(void)letter;
	return secrecy == NULL || *(const bool *)ctx;
}

static bool
is_anybody(void *ctx, int64_t office, int64_t person)
{
	(void)ctx;
	(void)office;
	(void)person;
	return true;
}

static bool
unseal(void *ctx, const char *sealed, struct text *open)
{
	(void)ctx;
	text_add(open, sealed);
	return true;
}

static bool yes = true, no = false;
static const struct veil nothing_secret = {may_read, is_anybody, unseal, &no};
static const struct veil everything = {may_read, is_anybody, unseal, &yes};

/* ------------------------------------------------- a register full of it */

/* Each text of the road is "x", so each "x" that hangs on a secret letter is
   made a word that nobody may see. */
static bool
keep_texts(void *ctx, const struct row *row, struct error *err)
{
	size_t n;

	(void)err;
	text_add(ctx, row_bytes(row, 0, &n));
	return true;
}

static void
spread_words(struct fixture *f)
{
	static const char updates[] =
	    "SELECT 'UPDATE ' || t.name || ' SET ' || c.name || ' = ''" WORD
	    "'' WHERE ' || c.name || ' = ''x'' AND ' || CASE "
	    "WHEN t.name = 'sealed_words' THEN 'true' "
	    "WHEN EXISTS (SELECT 1 FROM pragma_table_info(t.name) l "
	    "  WHERE l.name = 'letter') THEN '(office, letter) IN "
	    "  (SELECT office, letter FROM letter WHERE secrecy NOT NULL)' "
	    "ELSE '(office, duty) IN (SELECT d.office, d.duty FROM duty d "
	    "  JOIN letter l USING (office, letter) WHERE secrecy NOT NULL)' "
	    "END || ';' FROM sqlite_schema t, pragma_table_info(t.name) c "
	    "WHERE t.type = 'table' AND c.type = 'TEXT' AND EXISTS (SELECT 1 "
	    "FROM pragma_table_info(t.name) l WHERE l.name IN ('letter', "
	    "'duty')) AND t.name <> 'event' ORDER BY c.name = 'ref_key'";
	struct error err = {0};
	struct text sql = {0};
	struct store *st = store_open(f->path, STORE_READ, &err);
	void *stmt;

	st->engine->guard(st->conn, GUARD_BUILD);
	stmt = st->engine->prepare(st->conn, updates, &err);
	assert_non_null(stmt);
	assert_true(statement_run(st, stmt, NULL, keep_texts, &sql, &err));
	st->engine->finish(stmt);
	store_close(st);
	assert_true(fixture_sql(
	    f,
	    "DROP TRIGGER payload_stays; UPDATE letter SET secrecy = 'ลับ' "
	    "WHERE state NOT IN ('reserved', 'void', 'lost', 'destroyed'); "
	    "UPDATE payload SET body = replace(body, '\"x\"', '\"" WORD "\"') "
	    "WHERE (office, seq) IN (SELECT office, seq FROM event JOIN "
	    "letter USING (office, letter) WHERE secrecy NOT NULL)"));
	assert_true(fixture_sql(f, text_str(&sql)));
	text_done(&sql);
}

/* -------------------------------------------- every statement, every way */

enum { WAYS = 3 };

#define ANY_POSTS                                                              \
	"[\"clerk\",\"head\",\"palad\",\"nayok\",\"works\",\"finance\"]"
#define ANY_BOOKS "[\"receive\",\"send\",\"order\",\"circular\"]"

/* All names there are, so that whatever a statement has is given. */
static size_t
params_of(int way, int64_t i, struct param p[40])
{
	static const char *const keys[] = {
	    "letter", "number", "seq",   "duty", "person",   "post",
	    "place",  "list",   "sheet", "time", "position", "sending",
	};
	/* clang-format off */
	static const struct param ways[WAYS][12] = {
		{ P_INT("since", 0), P_INT("until", INT64_MAX),
		  P_TEXT("book", "receive"), P_INT("after", 500),
		  P_INT("before", 500), P_INT("low", 0),
		  P_INT("high", INT64_MAX), P_INT("most", 1000) },
		{ P_TEXT("since", "1000-01-01"), P_TEXT("until", "9999-01-01"),
		  P_TEXT("book", "send"), P_TEXT("state", "received"),
		  P_INT("after", 0), P_INT("before", 500),
		  P_TEXT("ref_key", WORD), P_TEXT("first", "1000-01-01"),
		  P_TEXT("last", "9999-01-01"), P_TEXT("day", "2026-01-20"),
		  P_TEXT("division", "works") },
		{ P_TEXT("kind", "letter.receive"), P_INT("now", INT64_MAX),
		  P_INT("after", 0), P_INT("before", 0),
		  P_TEXT("today", "2026"), P_INT("since", 0),
		  P_INT("until", INT64_MAX), P_INT("mine", 0),
		  P_INT("low", 0), P_INT("high", INT64_MAX) },
	};
	/* clang-format on */
	size_t n = 0;

	p[n++] = P_INT("office", 1);
	p[n++] = P_INT("year", way == 2 ? 2568 : 2569);
	p[n++] = P_TEXT("posts", ANY_POSTS);
	p[n++] = P_TEXT("books", ANY_BOOKS);
	p[n++] = P_INT("limit", 1000);
	p[n++] = P_TEXT("code", "nong");
	for (size_t k = 0; ways[way][k].name != NULL; k++)
		p[n++] = ways[way][k];
	for (size_t k = 0; k < ARRAY_SIZE(keys); k++)
		p[n++] = P_INT(keys[k], i);
	p[n] = (struct param){0};
	return n;
}

static bool
may_be_asked(enum query_id q)
{
	static const char *const never[] = {"settings", "checks", "veil"};

	for (size_t i = 0; i < ARRAY_SIZE(never); i++)
		if (strcmp(query_texts[q].file, never[i]) == 0)
			return false;
	/* What only another engine has is no statement here. */
	return query_texts[q].sql != NULL &&
	       strncmp(query_texts[q].sql, "INSERT", 6) != 0;
}

typedef void (*asked_fn)(void *ctx, enum query_id q,
			 const struct param *params);

static void
ask_all(int64_t last, asked_fn ask, void *ctx)
{
	struct param p[40];

	for (enum query_id q = 0; q < QUERY_COUNT; q++)
		for (int64_t i = 1; may_be_asked(q) && i <= last; i++)
			for (int way = 0; way < WAYS; way++) {
				params_of(way, i, p);
				ask(ctx, q, p);
			}
}

struct looking {
	struct store *st;
	size_t n_words; /* of cells that hold one */
	bool is_told;
};

static bool
look_for_word(void *ctx, const struct row *row, struct error *err)
{
	bool *found = ctx;

	(void)err;
	for (int i = 0; i < row_columns(row); i++) {
		size_t n;
		const char *p = row_bytes(row, i, &n);

		*found |= p != NULL && memmem(p, n, WORD, strlen(WORD)) != NULL;
	}
	return true;
}

static void
look_at_rows(void *ctx, enum query_id q, const struct param *params)
{
	struct looking *l = ctx;
	struct error err = {0};
	bool found = false;

	/* A value of the wrong type may be refused. */
	if (!query_each(l->st, q, params, look_for_word, &found, &err))
		err.kind = NULL;
	if (found && l->is_told)
		print_error("%s tells it\n", query_name(q));
	l->n_words += found;
}

static void
no_statement_tells_a_word_of_a_secret_letter(void **state)
{
	struct fixture f;
	struct error err = {0};
	struct looking bare = {0}, veiled = {.is_told = true};
	int64_t last;

	(void)state;
	whole_road(&f);
	fixture_close(&f);
	spread_words(&f);
	last = fixture_count(&f, "SELECT max(seq) FROM event WHERE office = 1");
	veiled.st = store_open_veiled(f.path, &nothing_secret, &err);
	assert_non_null(veiled.st);
	bare.st = store_open(f.path, STORE_READ, &err);
	assert_non_null(bare.st);
	ask_all(last, look_at_rows, &bare);
	ask_all(last, look_at_rows, &veiled);
	print_message("# %zu answers have such words without a veil\n",
		      bare.n_words);
	assert_true(bare.n_words > 1000);
	assert_int_equal(veiled.n_words, 0);
	store_close(bare.st);
	store_close(veiled.st);
	fixture_done(&f);
}

/* -------------------------------------------------------------- the plans */

/* What costs: tables gone through, and lists put down for a while. */
static int
cost_of(struct store *st, enum query_id q, bool is_told)
{
	struct text explain = {0}, steps = {0};
	struct error err = {0};
	void *stmt;
	int cost = 0;

	text_printf(&explain, "EXPLAIN QUERY PLAN %s", query_texts[q].sql);
	st->engine->guard(st->conn, GUARD_BUILD);
	stmt = st->engine->prepare(st->conn, text_str(&explain), &err);
	assert_non_null(stmt);
	while (st->engine->step(st->conn, stmt, &err) == ENGINE_ROW) {
		size_t n;
		const char *step = st->engine->bytes(stmt, 3, &n);

		text_printf(&steps, "  %.*s\n", (int)n, step);
		cost += strncmp(step, "SCAN", 4) == 0 ||
			strncmp(step, "MATERIALIZE", 11) == 0 ||
			strncmp(step, "CO-ROUTINE", 10) == 0 ||
			strstr(step, "AUTOMATIC") != NULL ||
			strstr(step, "(office=?)") != NULL;
	}
	if (is_told)
		print_error("%s:\n%s", query_name(q), text_str(&steps));
	st->engine->finish(stmt);
	text_done(&explain);
	text_done(&steps);
	return cost;
}

static void
behind_the_veil_the_same_indexes_serve(void **state)
{
	struct fixture f;
	struct error err = {0};
	struct store *bare, *veiled;
	size_t faults = 0;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	bare = store_open(f.path, STORE_READ, &err);
	veiled = store_open_veiled(f.path, &nothing_secret, &err);
	assert_non_null(bare);
	assert_non_null(veiled);
	for (enum query_id q = 0; q < QUERY_COUNT; q++)
		if (may_be_asked(q) &&
		    cost_of(veiled, q, false) > cost_of(bare, q, false)) {
			cost_of(bare, q, true);
			cost_of(veiled, q, true);
			faults++;
		}
	assert_int_equal(faults, 0);
	store_close(bare);
	store_close(veiled);
	fixture_done(&f);
}

/* --------------------------------------------------- from another process */

/* A keeper of statements alone, as long as somebody is at the other end. */
static void
keep(const char *path, int fd)
{
	struct error err = {0};
	struct store *own = store_open(path, STORE_READ, &err);
	struct store *veiled = store_open_veiled(path, &everything, &err);
	struct text question = {0}, answer = {0};

	if (own == NULL || veiled == NULL)
		_exit(2);
	while (wire_receive(fd, KEPT_QUESTION_MAX, &question)) {
		struct wire w = wire_read(&question);

		text_clear(&answer);
		if (wire_int(&w) != KEPT_ROWS)
			break;
		store_serve(veiled, own, &w, &answer);
		if (!wire_send(fd, &answer))
			break;
	}
	text_done(&question);
	text_done(&answer);
	store_close(veiled);
	store_close(own);
}

struct kept_pair {
	struct store *there, *here;
	int fd;
	pid_t keeper;
};

static void
begin_pair(struct kept_pair *k, const char *path)
{
	struct error err = {0};
	int ends[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	k->keeper = fork();
	assert_true(k->keeper >= 0);
	if (k->keeper == 0) {
		close(ends[1]);
		keep(path, ends[0]);
		_exit(0);
	}
	close(ends[0]);
	k->fd = ends[1];
	k->there = store_open_kept(ends[1], &(struct kept){path, true, false});
	k->here = store_open(path, STORE_READ, &err);
	assert_non_null(k->here);
}

static void
end_pair(struct kept_pair *k)
{
	int status;

	store_close(k->there);
	store_close(k->here);
	assert_int_equal(waitpid(k->keeper, &status, 0), k->keeper);
	assert_int_equal(status, 0);
}

static bool
keep_row(void *ctx, const struct row *row, struct error *err)
{
	(void)err;
	for (int i = 0; i < row_columns(row); i++) {
		size_t n;
		const char *p = row_bytes(row, i, &n);

		text_printf(ctx, "%s=%s/%lld/", row_name(row, i),
			    row_is_null(row, i) ? "NULL" : "",
			    (long long)row_int(row, i));
		text_add_n(ctx, p ? p : "", n);
	}
	text_add(ctx, "\n");
	return true;
}

static void
compare_rows(void *ctx, enum query_id q, const struct param *params)
{
	struct kept_pair *k = ctx;
	struct text here = {0}, there = {0};
	struct error why = {0}, none = {0};
	bool is_here = query_each(k->here, q, params, keep_row, &here, &why);
	bool is_there =
	    query_each(k->there, q, params, keep_row, &there, &none);

	if (is_here != is_there || why.kind != none.kind ||
	    strcmp(text_str(&here), text_str(&there)) != 0)
		fail_msg("%s: %s and not %s %s", query_name(q),
			 text_str(&there), text_str(&here), none.detail);
	text_done(&here);
	text_done(&there);
}

static void
rows_come_from_the_keeper_as_from_the_register(void **state)
{
	struct fixture f;
	struct kept_pair k;

	(void)state;
	whole_road(&f);
	fixture_close(&f);
	begin_pair(&k, f.path);
	ask_all(3, compare_rows, &k);
	end_pair(&k);
	fixture_done(&f);
}

static void
nothing_that_writes_is_asked_for(void **state)
{
	struct fixture f;
	struct kept_pair k;
	size_t refused = 0;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	begin_pair(&k, f.path);
	for (enum query_id q = 0; q < QUERY_COUNT; q++) {
		struct error err = {0};

		if (may_be_asked(q) || q == QUERY_GET_DATA_VERSION ||
		    q == QUERY_BEGIN_READ || q == QUERY_ROLLBACK ||
		    q == QUERY_COMMIT)
			continue;
		assert_false(query_run(k.there, q, NULL, NULL, &err));
		refused++;
	}
	assert_true(refused > 30);
	end_pair(&k);
	fixture_done(&f);
}

/* Whatever comes, an answer goes, or the keeper leaves in peace. */
static void
the_keeper_survives_garbage(void **state)
{
	enum { ROUNDS = 3000, LONGEST = 60 };
	struct fixture f;
	struct kept_pair k;
	struct text question = {0}, answer = {0};
	uint64_t seed = 1;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	begin_pair(&k, f.path);
	for (int round = 0; round < ROUNDS; round++) {
		size_t n = fixture_draw(&seed, LONGEST);

		text_clear(&question);
		wire_put_int(&question, KEPT_ROWS);
		wire_put_int(&question, fixture_draw(&seed, QUERY_COUNT + 9));
		wire_put_int(&question, fixture_draw(&seed, 3));
		wire_put_int(&question, fixture_draw(&seed, 70));
		for (size_t i = 0; i < n; i++) {
			char c = fixture_draw(&seed, 2) == 0
				     ? "itbn"[fixture_draw(&seed, 4)]
				     : (char)fixture_draw(&seed, 256);

			text_add_n(&question, &c, 1);
		}
		assert_true(wire_send(k.fd, &question));
		assert_true(wire_receive(k.fd, KEPT_ANSWER_MAX, &answer));
	}
	text_done(&question);
	text_done(&answer);
	end_pair(&k);
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_statement_tells_a_word_of_a_secret_letter),
	    cmocka_unit_test(behind_the_veil_the_same_indexes_serve),
	    cmocka_unit_test(rows_come_from_the_keeper_as_from_the_register),
	    cmocka_unit_test(nothing_that_writes_is_asked_for),
	    cmocka_unit_test(the_keeper_survives_garbage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
