/* tamper-test.c -- whoever rewrites the register is found, by it or by paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#include "model/day-match.h"
#include "model/ledger.h"
#include "model/seal.h"

#include "tests/fixture.h"
#include "tests/store/forge.h"
#include "tests/test.h"

/*
 * Ten days of an office, two of them empty, with the file as it was on each
 * morning and the pages as somebody else kept them.  What only paper finds is
 * said to be found by nothing else.
 */
enum { DAYS = 10, IMAGE_MAX = 64 << 20, PLACES = SOAK ? 500 : 5 };
enum { EACH_DAY = SOAK ? 22 : 1 }; /* letters endorsed: enough for the places */

static struct fixture f;
static struct text mornings[DAYS + 1]; /* the last: all of it */
static struct text kept;               /* day notes */

static void
go_to_day(int day)
{
	f.now = moment_at((struct date){2026, 1, 20 + day}, 11, 0, 0);
}

static bool
is_empty_day(int day)
{
	return day == 3 || day == 6;
}

static void
receive_and_endorse(const char *subject)
{
	char *number = xasprintf(
	    "%lld", (long long)fixture_count(&f, "SELECT count(*) + 1 FROM "
						 "letter"));

	fixture_must(&f, "clerk", "receive", "--subject", subject, NULL);
	f.now += 300 * (moment)1000000;
	fixture_must(&f, "clerk", "endorse", number, "--note", "เพื่อโปรดทราบ",
		     NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "อีกเรื่อง", NULL);
	free(number);
}

static void
work(int day, const char *subject)
{
	go_to_day(day);
	for (int i = 0; i < EACH_DAY; i++)
		receive_and_endorse(subject);
	if (day % 2 == 0)
		fixture_must(&f, "clerk", "day close", NULL);
}

static void
take_image(struct text *image)
{
	fixture_close(&f);
	text_clear(image);
	assert_true(file_read(f.path, IMAGE_MAX, image, &f.err));
}

/* The file of a morning in place of the one that is there, and nothing beside
   it that would tell (model/guard.h). */
static void
put_image(const struct text *image)
{
	static const char *const beside[] = {"-wal", "-shm", "-mark"};
	FILE *out;

	fixture_close(&f);
	for (size_t i = 0; i < ARRAY_SIZE(beside); i++) {
		char *path = xasprintf("%s%s", f.path, beside[i]);

		unlink(path);
		free(path);
	}
	out = fopen(f.path, "w");
	assert_non_null(out);
	assert_int_equal(fwrite(image->s, 1, image->n, out), image->n);
	assert_int_equal(fclose(out), 0);
}

static void
keep_pages(struct text *pages)
{
	size_t i;
	json_t *row;

	text_clear(pages);
	fixture_must(&f, "clerk", "day notes", NULL);
	json_array_foreach(f.answer, i, row) text_printf(
	    pages, "%s\n%s\n", json_string_value(json_object_get(row, "note")),
	    json_string_value(json_object_get(row, "signature")));
}

static int
make_register(void **state)
{
	(void)state;
	fixture_register(&f);
	for (int day = 0; day < DAYS; day++) {
		take_image(&mornings[day]);
		if (!is_empty_day(day))
			work(day, "เรื่องเดิม");
	}
	go_to_day(DAYS);
	fixture_must(&f, "clerk", "receive", "--subject", "วันสุดท้าย", NULL);
	take_image(&mornings[DAYS]);
	keep_pages(&kept);
	return 0;
}

static int
drop_register(void **state)
{
	(void)state;
	for (int i = 0; i <= DAYS; i++)
		text_done(&mornings[i]);
	text_done(&kept);
	fixture_done(&f);
	return 0;
}

/* ---------------------------------------------------------- what is found */

static bool
is_told(const char *code)
{
	for (size_t i = 0; i < f.report.n; i++)
		if (strcmp(f.report.at[i].code, code) == 0)
			return true;
	return false;
}

/* The check alone, without paper: has it a finding of one of these kinds? */
static bool
finds(const char *one, const char *or_other)
{
	fixture_close(&f);
	assert_true(fixture_findings_quietly(&f) >= 0);
	return is_told(one) || is_told(or_other);
}

/* The day that pages kept elsewhere name; "" when all are the same. */
static void
ask_paper(const struct text *pages, char day[11])
{
	struct check_report report = {0};
	struct arena a = {0};
	struct day_match m;

	assert_true(day_match_kept(fixture_session(&f, "clerk")->store, 1,
				   pages->s, &a, &report, &m, &f.err));
	assert_int_equal(report.n, m.day != NULL);
	snprintf(day, 11, "%s", m.day != NULL ? m.day : "");
	arena_done(&a);
}

static void
assert_paper_names(const char *wanted)
{
	char day[11];

	ask_paper(&kept, day);
	assert_string_equal(day, wanted);
}

/* ----------------------------------------------------------------- attacks */

/* A word of a payload, as long as it was. */
static void
change(struct forge *c, size_t i)
{
	char *body = arena_strdup(&c->arena, c->at[i].body);
	char *name = strstr(body, "\"by_name\":\"");

	assert_non_null(name);
	name[11]++;
	c->at[i].body = body;
}

static void
reorder(struct forge *c, size_t i)
{
	struct event e = c->at[i];
	moment time = e.time;

	c->at[i] = c->at[i + 1];
	c->at[i + 1] = e;
	c->at[i + 1].time = c->at[i].time;
	c->at[i].time = time;
}

static const struct attack {
	const char *name;
	void (*run)(struct forge *c, size_t i);
} attacks[] = {
    {"change", change},
    {"delete", forge_remove},
    {"insert", forge_insert},
    {"reorder", reorder},
};

/* A place that is no page's end, in each fifth of what came after the people
   were added. */
static size_t
place_of(const struct forge *c, size_t nth)
{
	size_t first = 10, i = first + nth * (c->n - first - 8) / PLACES;

	while (strcmp(c->at[i].kind, "day.close") == 0 ||
	       strcmp(c->at[i + 1].kind, "day.close") == 0)
		i++;
	return i;
}

static void
attack(const struct attack *a, size_t nth, bool is_hashed_anew)
{
	struct forge c;
	size_t i;

	put_image(&mornings[DAYS]);
	forge_read(&c, &f);
	i = place_of(&c, nth);
	a->run(&c, i);
	forge_renumber(&c);
	if (is_hashed_anew)
		forge_hash(&c);
	forge_write(&c, &f);
}

static void
the_register_as_it_is_has_no_fault(void **state)
{
	(void)state;
	put_image(&mornings[DAYS]);
	assert_true(fixture_is_clean(&f));
	assert_paper_names("");
}

/* Who does not know how events are hashed. */
static void
every_link_is_looked_at(void **state)
{
	(void)state;
	for (size_t k = 0; k < ARRAY_SIZE(attacks); k++)
		for (size_t nth = 0; nth < PLACES; nth++) {
			attack(&attacks[k], nth, false);
			if (!finds("chain", "words"))
				fail_msg("%s at %zu", attacks[k].name, nth);
		}
}

/* Who does, but leaves the pages as they were. */
static void
right_hashes_leave_pages_that_say_something_else(void **state)
{
	(void)state;
	for (size_t k = 0; k < ARRAY_SIZE(attacks); k++)
		for (size_t nth = 0; nth < PLACES; nth++) {
			attack(&attacks[k], nth, true);
			if (!finds("days", "days"))
				fail_msg("%s at %zu", attacks[k].name, nth);
		}
}

static bool
closes_empty_day(const struct event *e, int day)
{
	char *word = xasprintf("\"day\":\"2026-01-%d\"", 20 + day);
	bool is_it =
	    strcmp(e->kind, "day.close") == 0 && strstr(e->body, word) != NULL;

	free(word);
	return is_it;
}

static void
an_empty_day_that_is_taken_out_is_missed(void **state)
{
	(void)state;
	for (int day = 0; day < DAYS; day++) {
		struct forge c;
		size_t i = 0;

		put_image(&mornings[DAYS]);
		forge_read(&c, &f);
		while (i < c.n && !closes_empty_day(&c.at[i], day))
			i++;
		assert_in_range(i, 1, c.n - 1);
		forge_remove(&c, i);
		forge_renumber(&c);
		forge_hash(&c);
		forge_write(&c, &f);
		if (!finds("days", "days"))
			fail_msg("page %d", day);
	}
}

/* The events of another register, from a point on. */
static void
a_splice_from_another_register_does_not_fit(void **state)
{
	struct fixture other = f;
	struct forge ours, theirs;

	(void)state;
	put_image(&mornings[DAYS]);
	forge_read(&ours, &f);
	arena_done(&ours.arena);
	/* The same ten days, done again in a register of its own. */
	memset(f.sessions, 0, sizeof(f.sessions));
	f.answer = NULL;
	fixture_register(&f);
	for (int day = 0; day < DAYS; day++)
		if (!is_empty_day(day))
			work(day, "เรื่องเดิม");
	forge_read(&theirs, &f);
	fixture_done(&f);
	f = other;
	for (size_t nth = 0; nth < PLACES; nth++) {
		size_t from;

		put_image(&mornings[DAYS]);
		forge_read(&ours, &f);
		from = place_of(&ours, nth);
		ours.n = theirs.n;
		memcpy(&ours.at[from], &theirs.at[from],
		       (theirs.n - from) * sizeof(theirs.at[0]));
		forge_write(&ours, &f);
		if (!finds("chain", "chain"))
			fail_msg("at %zu", from);
	}
	arena_done(&theirs.arena);
}

/* Rows of the chain taken from its end, and nothing else. */
static void
a_tail_torn_off_leaves_a_state_that_nothing_explains(void **state)
{
	(void)state;
	for (size_t nth = 0; nth < PLACES; nth++) {
		struct forge c;

		put_image(&mornings[DAYS]);
		forge_read(&c, &f);
		c.n = place_of(&c, nth);
		forge_write(&c, &f);
		if (!finds("replay", "numbers"))
			fail_msg("at %zu", nth);
	}
}

static int
pages_closed(void)
{
	return (int)fixture_count(&f, "SELECT count(*) FROM day");
}

/* The whole file as it was one morning: no register can know of what it
   never held; the page of the day before that morning's can. */
static void
a_tail_cut_clean_is_found_by_the_pages_that_are_kept(void **state)
{
	(void)state;
	for (int day = 1; day < DAYS; day += 2) {
		char wanted[32];

		put_image(&mornings[day]);
		assert_true(fixture_is_clean(&f));
		snprintf(wanted, sizeof(wanted), "2026-01-%d",
			 20 + pages_closed());
		assert_paper_names(wanted);
	}
}

/* Who has the key and the program, and does the days anew.  The page that the
   first new act closes is the same still; one behind it has another head. */
static void
a_history_done_anew_is_found_by_its_first_page(void **state)
{
	(void)state;
	for (int from = 0; from < DAYS; from++) {
		char wanted[32];
		int first;

		if (is_empty_day(from))
			continue;
		put_image(&mornings[from]);
		first = pages_closed() < from ? pages_closed() + 1 : from;
		for (int day = from; day < DAYS; day++)
			if (!is_empty_day(day))
				work(day, day == from ? "เรื่องใหม่" : "เรื่องเดิม");
		go_to_day(DAYS);
		fixture_must(&f, "clerk", "receive", "--subject", "วันสุดท้าย",
			     NULL);
		/* By itself it is as good as the other. */
		assert_true(fixture_is_clean(&f));
		snprintf(wanted, sizeof(wanted), "2026-01-%d", 20 + first);
		assert_paper_names(wanted);
	}
}

/* Any later page alone is enough to know that something was changed. */
static void
any_one_later_page_finds_it(void **state)
{
	const char *note = kept.s;
	int day = 0, found = 0;

	(void)state;
	put_image(&mornings[4]);
	for (int i = 4; i < DAYS; i++)
		if (!is_empty_day(i))
			work(i, "เรื่องใหม่");
	go_to_day(DAYS);
	fixture_must(&f, NULL, "day missed", NULL);
	for (; note != NULL && *note != '\0'; day++) {
		const char *next = strstr(note + 1, "saraban-day-1\n");
		struct text one = {0};
		char named[11];

		text_add_n(&one, note,
			   next != NULL ? (size_t)(next - note) : strlen(note));
		ask_paper(&one, named);
		assert_int_equal(named[0] != '\0', day >= 4);
		found += named[0] != '\0';
		text_done(&one);
		note = next;
	}
	assert_int_equal(found, DAYS - 4);
}

/* Another key than the register's signs the page. */
static void
a_page_signed_by_a_stranger_is_told(void **state)
{
	struct sign_key stranger;
	struct text signature = {0};
	struct forge c;
	json_t *body;
	size_t i = 0;
	char *dump;

	(void)state;
	put_image(&mornings[DAYS]);
	forge_read(&c, &f);
	while (!closes_empty_day(&c.at[i], 5))
		i++;
	sign_key_make(&stranger);
	sign_message(&stranger, "x", 1, "x", &signature);
	body = json_loads(c.at[i].body, 0, NULL);
	json_object_set_new(body, "signature", json_string(signature.s));
	dump = json_dumps(body, JSON_SORT_KEYS | JSON_COMPACT);
	c.at[i].body = arena_strdup(&c.arena, dump);
	forge_hash(&c);
	forge_write(&c, &f);
	assert_true(finds("days", "days"));
	free(dump);
	json_decref(body);
	text_done(&signature);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_register_as_it_is_has_no_fault),
	    cmocka_unit_test(every_link_is_looked_at),
	    cmocka_unit_test(right_hashes_leave_pages_that_say_something_else),
	    cmocka_unit_test(an_empty_day_that_is_taken_out_is_missed),
	    cmocka_unit_test(a_splice_from_another_register_does_not_fit),
	    cmocka_unit_test(
		a_tail_torn_off_leaves_a_state_that_nothing_explains),
	    cmocka_unit_test(
		a_tail_cut_clean_is_found_by_the_pages_that_are_kept),
	    cmocka_unit_test(a_history_done_anew_is_found_by_its_first_page),
	    cmocka_unit_test(any_one_later_page_finds_it),
	    cmocka_unit_test(a_page_signed_by_a_stranger_is_told),
	};

	return cmocka_run_group_tests(tests, make_register, drop_register);
}
