/* search-test.c -- the search index says what the letters say, and is found
   out where it does not */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai-fold.h"

#include "app/look.h"

#include "tests/bench/big.h"
#include "tests/bench/words.h"
#include "tests/server.h"
#include "tests/test.h"

enum { LETTERS = 300, TRIES = 1000, TEXTS = 20 };

static struct fixture f;

static int
make_register(void **state)
{
	(void)state;
	fixture_start(&f);
	big_make(&f, LETTERS, 7);
	fixture_clear(&f, "clerk", NULL);
	return 0;
}

static int
drop_register(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

/* -------------------------------------------- found if and only if it is there
 */

/* The words of a letter, field by field, as a search compares them. */
struct letter_texts {
	int64_t id;
	char *folded[TEXTS];
	size_t n;
};

static void
add_folded(struct letter_texts *t, const char *s)
{
	if (s == NULL)
		return;
	assert_true(t->n < TEXTS);
	t->folded[t->n++] = thai_fold(s);
}

static void
add_notes(struct letter_texts *t, const struct letter_file *file)
{
	for (size_t i = 0; i < file->n_notes; i++)
		add_folded(t, file->notes[i].text);
}

static void
add_letter(struct letter_texts *t, const struct letter_file *file)
{
	t->id = file->letter.id;
	add_folded(t, file->letter.subject);
	add_folded(t, file->letter.ref_no);
	add_folded(t, file->letter.sender);
	add_folded(t, file->letter.recipient);
	add_notes(t, file);
	for (size_t i = 0; i < file->n_assignments; i++) {
		const struct assignment *g = &file->assignments[i];

		if (g->done_at != 0) {
			add_folded(t, g->done_note);
			add_folded(t, g->reply_ref);
		}
	}
}

static struct letter_texts all[LETTERS];
static size_t n_all;

/* Every letter that the clerk may read, by its number and not by searching. */
static void
read_all(void)
{
	struct session *s = fixture_session(&f, "clerk");

	for (int year = 2563; year <= 2569; year++)
		for (int number = 1; n_all < LETTERS; number++) {
			struct arena a = {0};
			struct letter_file file;
			char *name = xasprintf("%d/%d", number, year);
			bool ok = look_letter(s, name, &a, &file, &f.err);

			if (ok)
				add_letter(&all[n_all++], &file);
			arena_done(&a);
			free(name);
			if (!ok)
				break;
		}
	assert_int_equal(n_all, LETTERS);
}

static void
forget_all(void)
{
	for (size_t i = 0; i < n_all; i++)
		while (all[i].n > 0)
			free(all[i].folded[--all[i].n]);
	n_all = 0;
}

static bool
is_there(const struct letter_texts *t, const char *folded)
{
	for (size_t i = 0; i < t->n; i++)
		if (strstr(t->folded[i], folded) != NULL)
			return true;
	return false;
}

static bool
is_found(const struct search *q, int64_t id)
{
	for (size_t i = 0; i < q->n; i++)
		if (q->at[i].letter.id == id)
			return true;
	return false;
}

/* A piece of some text, n characters long; "" when it is shorter. */
static const char *
any_piece(uint64_t *seed, uint32_t letters, char *out, size_t max)
{
	const struct letter_texts *t = &all[fixture_draw(seed, LETTERS)];
	const char *s = t->folded[fixture_draw(seed, (uint32_t)t->n)];
	size_t n = strlen(s), from = 0, to;
	uint32_t code;

	for (uint32_t k = fixture_draw(seed, 40); k > 0 && from < n; k--)
		from += utf8_next(s + from, n - from, &code);
	for (to = from; letters > 0 && to < n; letters--)
		to += utf8_next(s + to, n - to, &code);
	if (letters > 0 || to - from >= max)
		return "";
	memcpy(out, s + from, to - from);
	out[to - from] = '\0';
	return out;
}

/* A phrase, lest a piece be taken for a filter or a number. */
static void
search_for(const char *piece, struct search *q)
{
	char *line = xasprintf("\"%s\"", piece);

	if (!look_search_begin(fixture_session(&f, "clerk"), line, q, &f.err) ||
	    !look_search_more(q, SIZE_MAX, &f.err))
		fail_msg("%s: %s", line, f.err.detail);
	free(line);
}

static void
a_piece_is_found_if_and_only_if_a_letter_has_it(void **state)
{
	uint64_t seed = 2569;
	char piece[200];

	(void)state;
	read_all();
	for (int i = 0; i < TRIES; i++) {
		uint32_t letters = 1 + fixture_draw(&seed, 12);
		struct search q;

		any_piece(&seed, letters, piece, sizeof(piece));
		if (piece[0] == '\0' ||
		    strspn(piece, "0123456789/") == strlen(piece))
			continue;
		search_for(piece, &q);
		for (size_t k = 0; k < n_all; k++)
			if (is_there(&all[k], piece) != is_found(&q, all[k].id))
				fail_msg("%s in letter %lld: %s", piece,
					 (long long)all[k].id,
					 is_found(&q, all[k].id)
					     ? "found, and not there"
					     : "there, and not found");
		look_search_end(&q);
	}
	forget_all();
}

static void
some_screens_full_are_shown_before_more_is_read(void **state)
{
	struct search whole, q;

	(void)state;
	search_for("น", &whole);
	assert_true(whole.n > LETTERS * 2 / 3);
	if (!look_search_begin(fixture_session(&f, "clerk"), "น", &q, &f.err) ||
	    !look_search_part(&q, &f.err))
		fail_msg("%s", f.err.detail);
	assert_false(q.is_complete);
	assert_true(q.n >= 100);
	assert_true(q.n_read < LETTERS);
	assert_true(look_search_more(&q, SIZE_MAX, &f.err));
	assert_int_equal(q.n, whole.n);
	for (size_t i = 0; i < whole.n; i++)
		assert_true(is_found(&q, whole.at[i].letter.id));
	look_search_end(&q);
	look_search_end(&whole);
}

/* ------------------------------------------------------------------ faults */

static bool
is_told(void)
{
	fixture_close(&f);
	fixture_findings_quietly(&f);
	for (size_t i = 0; i < f.report.n; i++)
		if (strcmp(f.report.at[i].code, "search") == 0)
			return true;
	return false;
}

/* As the sqlite3 shell could. */
static const char *const faults[] = {
    "INSERT INTO search (rowid, subject) VALUES (1, 'ก')",
    "INSERT INTO search (search) VALUES ('delete-all')",
    "INSERT INTO search (search, rowid, subject) SELECT 'delete', doc, "
    "subject FROM search_piece WHERE piece = 0 LIMIT 1",
    "DELETE FROM search_data WHERE id > 10",
    "UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10",
    "DELETE FROM search_idx",
};

/* As psql could. */
static const char *const faults_at_server[] = {
    "INSERT INTO search (doc, pairs) VALUES (1, '{กก}')",
    "DELETE FROM search",
    "DELETE FROM search WHERE doc = (SELECT max(doc) FROM search)",
    "UPDATE search SET pairs = pairs[2:]",
    "UPDATE search SET pairs = '{}' WHERE doc = (SELECT min(doc) FROM search)",
};

static void
must_be_told(const char *fault)
{
	fixture_close(&f);
	if (!fixture_sql(&f, fault))
		fail_msg("cannot be done: %s", fault);
	if (!is_told())
		fail_msg("not told: %s", fault);
	fixture_must(&f, NULL, "search rebuild", NULL);
	if (!fixture_is_clean(&f))
		fail_msg("not mended: %s", fault);
}

static void
a_wrong_index_is_told_and_made_anew(void **state)
{
	(void)state;
	if (server_is_used())
		for (size_t i = 0; i < ARRAY_SIZE(faults_at_server); i++)
			must_be_told(faults_at_server[i]);
	else
		for (size_t i = 0; i < ARRAY_SIZE(faults); i++)
			must_be_told(faults[i]);
}

static void
many_notes_on_one_letter_are_all_found(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "receive", "--subject", "ไปกลับ", NULL);
	for (int i = 0; i < 40; i++) {
		char *note = xasprintf("ครั้งที่%dจบ", i);
		char *number = xasprintf(
		    "%lld", (long long)fixture_count(
				&f, "SELECT number FROM letter ORDER BY "
				    "letter DESC LIMIT 1"));

		fixture_must(&f, i % 2 == 0 ? "clerk" : "head",
			     i % 2 == 0 ? "endorse" : "return", number,
			     i % 2 == 0 ? "--note" : "--reason", note, NULL);
		free(note);
		free(number);
	}
	assert_true(fixture_is_clean(&f));
	for (int i = 0; i < 40; i++) {
		char *piece = xasprintf("ครั้งที่ %dจ", i);
		struct search q;

		search_for(piece, &q);
		assert_int_equal(q.n, 1);
		assert_int_equal(q.at[0].field, SEARCH_NOTE);
		look_search_end(&q);
		free(piece);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_piece_is_found_if_and_only_if_a_letter_has_it),
	    cmocka_unit_test(some_screens_full_are_shown_before_more_is_read),
	    cmocka_unit_test(a_wrong_index_is_told_and_made_anew),
	    cmocka_unit_test(many_notes_on_one_letter_are_all_found),
	};

	return cmocka_run_group_tests(tests, make_register, drop_register);
}
