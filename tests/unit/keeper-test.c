/* keeper-test.c -- a screen that lies gets no further than its own person */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"

#include "app/keeper.h"
#include "app/look.h"

#include "tests/fixture.h"
#include "tests/kept.h"
#include "tests/test.h"

#define WORD "ปกปิด"

static struct fixture f;
static struct session screen;
static pid_t keeper;

/* ------------------------------------------------- a keeper and its screen */

static const char *known; /* the login that the keeper has opened for */

static void
begin_keeper(void *ctx, struct session *s)
{
	struct session_wish wish = fixture_wish(ctx, known);

	wish.is_remote = wish.is_on_screen = true;
	session_init(s, &wish, fixture_clock(ctx));
}

static int
connect_as(const char *login)
{
	int fd;

	fixture_close(&f);
	known = login;
	keeper = kept_begin(begin_keeper, &f, &fd);
	return fd;
}

/* Says that it is somebody; what counts is whom the keeper knows. */
static void
open_screen(const char *said, const char *login)
{
	struct session_wish wish = fixture_wish(&f, said);
	struct error err = {0};
	int fd = connect_as(login);

	session_init(&screen, &wish, fixture_clock(&f));
	if (!session_open_kept(&screen, fd, &err))
		fail_msg("no session: %s", err.detail);
}

static void
end_keeper(void)
{
	assert_int_equal(kept_end(keeper), 0);
}

static void
close_screen(void)
{
	session_done(&screen);
	end_keeper();
}

static bool
act(const char *line, struct error *err)
{
	struct arena a = {0};
	struct words w;
	struct request r;
	json_t *answer = NULL;
	bool ok = words_split(line, &a, &w, err) &&
		  command_read(&w, &a, &r, err) &&
		  action_run(&screen, &r, &answer, err);

	json_decref(answer);
	arena_done(&a);
	return ok;
}

static int
start(void **state)
{
	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "เปิด", NULL);
	fixture_clear(&f, "head", NULL);
	fixture_must(&f, "clerk", "receive", "--secrecy", "ลับ", "--subject",
		     WORD, "--from", WORD, "--text", "บันทึก" WORD, NULL);
	fixture_must(&f, "clerk", "endorse", "2", "--note", WORD, NULL);
	return 0;
}

static int
end(void **state)
{
	bool is_whole = fixture_is_clean(&f);

	(void)state;
	fixture_done(&f);
	return is_whole ? 0 : -1;
}

/* ---------------------------------------------------------------- the tests */

static void
it_works_as_without(void **state)
{
	struct arena a = {0};
	struct letter_file file;
	struct error err = {0};

	(void)state;
	open_screen("clerk", "clerk");
	assert_string_equal(screen.actor.login, "clerk");
	assert_true(look_letter(&screen, "1", &a, &file, &err));
	assert_string_equal(file.letter.subject, "เปิด");
	assert_true(act("endorse 1 --note ทราบ", &err));
	assert_false(act("endorse 1 --note ทราบ", &err));
	assert_int_equal(err.kind->exit_status, EXIT_REFUSED);
	assert_false(act("receive --subject x --attach /etc/passwd", &err));
	assert_string_equal(err.kind->name, "out-of-reach");
	close_screen();
	arena_done(&a);
}

/* The screen says it is the palad; the keeper knows a clerk. */
static void
an_act_is_the_keepers_persons_whoever_the_screen_says_it_is(void **state)
{
	struct error err = {0};

	(void)state;
	open_screen("palad", "clerk");
	assert_string_equal(screen.actor.login, "palad");
	assert_true(act("receive --subject x", &err));
	assert_false(act("person add x x --post clerk", &err));
	assert_int_equal(err.kind->exit_status, EXIT_REFUSED);
	close_screen();
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM event WHERE seq = (SELECT "
			      "max(seq) FROM event WHERE kind = "
			      "'letter.receive') AND login = 'clerk'"),
	    1);
}

static bool
has_word(void *ctx, const struct row *row, struct error *err)
{
	(void)err;
	for (int i = 0; i < row_columns(row); i++) {
		size_t n;
		const char *p = row_bytes(row, i, &n);

		*(size_t *)ctx +=
		    p != NULL && memmem(p, n, WORD, strlen(WORD)) != NULL;
	}
	return true;
}

/* The screen skips every rule it has, and asks for the rows themselves. */
static size_t
words_seen(void)
{
	static const enum query_id asked[] = {
	    QUERY_LETTER_BY_NUMBER,
	    QUERY_LETTERS_OF_YEAR,
	    QUERY_LETTER_NOTES,
	    QUERY_LETTER_EVENTS,
	};
	size_t n = 0;

	for (size_t i = 0; i < ARRAY_SIZE(asked); i++) {
		struct error err = {0};

		assert_true(query_each(
		    screen.store, asked[i],
		    PARAMS(P_INT("office", screen.office),
			   P_TEXT("book", "receive"), P_INT("year", 2569),
			   P_INT("number", 2), P_INT("after", 100),
			   P_INT("before", 100),
			   P_INT("letter",
				 fixture_count(&f, "SELECT letter FROM letter "
						   "WHERE number = 2"))),
		    has_word, &n, &err));
	}
	return n;
}

static void
words_of_a_secret_letter_come_to_who_may_read_it_alone(void **state)
{
	struct arena a = {0};
	struct letter_file file;
	struct error err = {0};

	(void)state;
	open_screen("head", "finance");
	assert_int_equal(words_seen(), 0);
	close_screen();
	open_screen("head", "head");
	assert_true(words_seen() > 3);
	assert_true(look_letter(&screen, "2", &a, &file, &err));
	assert_string_equal(file.letter.subject, WORD);
	/* its text lies sealed, and the screen has no key */
	assert_true(file.is_sealed && !file.is_locked);
	assert_int_equal(file.n_texts, 1);
	assert_non_null(strstr(file.texts[0].body, WORD));
	close_screen();
	arena_done(&a);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event WHERE "
					   "kind = 'letter.view' AND "
					   "login = 'head'"),
			 1);
}

/* Who has lost the right while the screen is open has lost it there. */
static void
a_right_that_ended_opens_nothing_any_more(void **state)
{
	(void)state;
	open_screen("head", "head");
	assert_true(words_seen() > 0);
	fixture_must(&f, NULL, "clear end", "head", "--order", "x", NULL);
	assert_int_equal(words_seen(), 0);
	close_screen();
}

/* A row as words: a value that is nothing is not one that is empty. */
static bool
add_row(void *ctx, const struct row *row, struct error *err)
{
	struct text *t = ctx;

	(void)err;
	for (int i = 0; i < row_columns(row); i++) {
		size_t n;
		const char *p = row_bytes(row, i, &n);

		text_printf(t, "%s=%s:", row_name(row, i),
			    row_is_null(row, i) ? "nothing" : "");
		text_add_n(t, p ? p : "", n);
		text_add(t, "\n");
	}
	return true;
}

static void
add_letter(struct store *st, struct text *t)
{
	struct error err = {0};

	assert_true(
	    query_each(st, QUERY_LETTER_BY_NUMBER,
		       PARAMS(P_INT("office", 1), P_TEXT("book", "receive"),
			      P_INT("year", 2569), P_INT("number", 1)),
		       add_row, t, &err));
}

static void
what_is_nothing_comes_as_nothing(void **state)
{
	struct text through = {0}, without = {0};

	(void)state;
	open_screen("clerk", "clerk");
	add_letter(screen.store, &through);
	close_screen();
	add_letter(fixture_session(&f, "clerk")->store, &without);
	assert_non_null(strstr(text_str(&without), "=nothing:\n"));
	assert_non_null(strstr(text_str(&without), "subject=:เปิด\n"));
	assert_string_equal(text_str(&through), text_str(&without));
	text_done(&through);
	text_done(&without);
}

static struct draft_page
page_of(const char *note)
{
	static struct argument at[2];
	struct draft_page page = {
	    .request = {action_find("endorse"), at, 2, {7}},
	    .letter = 1,
	    .number = "1/2569",
	    .since = f.now,
	    .is_touched = true,
	};

	at[0] = (struct argument){NULL, "1"};
	at[1] = (struct argument){"note", note};
	return page;
}

static void
what_is_typed_lies_with_the_keeper(void **state)
{
	struct arena a = {0};
	struct draft d = {0};
	struct draft_page page = page_of("พิมพ์");
	struct draft_list list;
	struct error err = {0};
	size_t n;

	(void)state;
	open_screen("clerk", "clerk");
	assert_true(draft_keep(&d, &screen, &page, &err));
	assert_true(draft_sync(&d, &err));
	assert_true(drafts_mine(&screen, &a, &list, &err));
	assert_int_equal(list.n, 1);
	assert_true(list.at[0].is_in_use);
	draft_leave(&d);
	close_screen();
	/* another time, another process */
	open_screen("clerk", "clerk");
	assert_true(drafts_waiting(&screen, &n, &err));
	assert_int_equal(n, 1);
	assert_true(drafts_mine(&screen, &a, &list, &err));
	assert_string_equal(request_value(&list.at[0].page.request, "note"),
			    "พิมพ์");
	assert_true(draft_take(&d, &screen, &list.at[0], &err));
	draft_drop(&d);
	assert_true(drafts_mine(&screen, &a, &list, &err));
	assert_int_equal(list.n, 0);
	close_screen();
	arena_done(&a);
}

/* A draft says whose it is: the keeper does. */
static void
a_draft_is_the_keepers_persons(void **state)
{
	struct arena a = {0};
	struct draft d = {0};
	struct draft_page page = page_of("x");
	struct draft_list list;
	struct error err = {0};

	(void)state;
	open_screen("palad", "clerk");
	assert_true(draft_keep(&d, &screen, &page, &err));
	assert_true(
	    drafts_of_letter(fixture_session(&f, "head"), 1, &a, &list, &err));
	assert_int_equal(list.n, 1);
	assert_string_equal(list.at[0].login, "clerk");
	draft_drop(&d);
	close_screen();
	arena_done(&a);
}

/* By its act id another could do the act in advance, and hers be refused. */
static void
of_anothers_draft_is_told_who_and_neither_what_nor_which(void **state)
{
	static const unsigned char none[ID_SIZE];
	struct arena a = {0};
	struct draft d = {0};
	struct draft_page page = page_of("x");
	struct draft_list list;
	struct error err = {0};

	(void)state;
	open_screen("clerk", "clerk");
	assert_true(draft_keep(&d, fixture_session(&f, "head"), &page, &err));
	assert_true(drafts_of_letter(&screen, 1, &a, &list, &err));
	assert_int_equal(list.n, 1);
	assert_string_equal(list.at[0].login, "head");
	assert_int_equal(list.at[0].page.request.n, 0);
	assert_memory_equal(list.at[0].page.request.act_id, none, ID_SIZE);
	draft_drop(&d);
	close_screen();
	arena_done(&a);
}

/* ----------------------------------------------------------- bad messages */

static void
half_a_message_ends_it(void **state)
{
	static const char *const bad[] = {"", "\7", "\377\377\377\177",
					  "\100\0\0\0half"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		int fd = connect_as("clerk");
		size_t n = i == 3 ? 8 : strlen(bad[i]);

		assert_int_equal(write(fd, bad[i], n), n);
		close(fd);
		end_keeper();
	}
}

/* Any message, of any kind: it is answered, and nothing is done. */
static void
the_keeper_survives_garbage(void **state)
{
	enum { ROUNDS = 4000, LONGEST = 80 };
	struct text question = {0}, answer = {0};
	uint64_t seed = 9;
	int fd = connect_as("clerk");
	int64_t before = fixture_count(&f, "SELECT max(seq) FROM event");

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		size_t n = fixture_draw(&seed, LONGEST);

		text_clear(&question);
		wire_put_int(&question,
			     (int64_t)fixture_draw(&seed, KEPT_ASKS + 2) - 1);
		if (fixture_draw(&seed, 2) == 0)
			wire_put_text(&question, "endorse");
		if (fixture_draw(&seed, 2) == 0)
			wire_put_bytes(&question, "0123456789abcdef", ID_SIZE);
		for (size_t i = 0; i < n; i++) {
			char c = fixture_draw(&seed, 2) == 0
				     ? "itbn"[fixture_draw(&seed, 4)]
				     : (char)fixture_draw(&seed, 256);

			text_add_n(&question, &c, 1);
		}
		assert_true(wire_send(fd, &question));
		assert_true(wire_receive(fd, KEPT_ANSWER_MAX, &answer));
	}
	text_done(&question);
	text_done(&answer);
	close(fd);
	end_keeper();
	assert_int_equal(fixture_count(&f, "SELECT max(seq) FROM event"),
			 before);
}

/* Unknown actions and options, too many operands, those of the command line
   itself, an act id of the wrong length. */
static void
an_act_that_no_command_line_could_say_is_refused(void **state)
{
	static const struct {
		const char *action, *option, *value;
		size_t id;
	} wrong[] = {
	    {"drop table", NULL, "1", ID_SIZE},
	    {"ssh", NULL, "1", ID_SIZE},
	    {"demo", NULL, "1", ID_SIZE},
	    {"endorse", "as", "x", ID_SIZE},
	    {"endorse", "note", "x", ID_SIZE - 1},
	};
	struct text t = {0};
	struct wire w;
	struct error err = {0};

	(void)state;
	open_screen("clerk", "clerk");
	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++) {
		text_clear(&t);
		wire_put_int(&t, KEPT_ACT);
		wire_put_text(&t, wrong[i].action);
		wire_put_bytes(&t, "0123456789abcdef", wrong[i].id);
		wire_put_int(&t, 1);
		wire_put_text(&t, wrong[i].option);
		wire_put_text(&t, wrong[i].value);
		assert_false(store_ask(screen.store, &t, &t, &w, &err));
		assert_ptr_equal(err.kind, &KEPT_REFUSED);
	}
	text_done(&t);
	close_screen();
}

int
main(void)
{
#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)
	const struct CMUnitTest tests[] = {
	    EACH(it_works_as_without),
	    EACH(an_act_is_the_keepers_persons_whoever_the_screen_says_it_is),
	    EACH(words_of_a_secret_letter_come_to_who_may_read_it_alone),
	    EACH(what_is_nothing_comes_as_nothing),
	    EACH(a_right_that_ended_opens_nothing_any_more),
	    EACH(what_is_typed_lies_with_the_keeper),
	    EACH(a_draft_is_the_keepers_persons),
	    EACH(of_anothers_draft_is_told_who_and_neither_what_nor_which),
	    EACH(half_a_message_ends_it),
	    EACH(the_keeper_survives_garbage),
	    EACH(an_act_that_no_command_line_could_say_is_refused),
	};
#undef EACH

	if (!digest_init())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
