/* log-test.c -- what happened in the office is told, all of it, and no secret
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "store/query-text.h"

#include "app/log.h"

#include "cli/locale.h"

#include "tests/store/whole-road.h"
#include "tests/test.h"

static struct fixture f;

/* What the whole road leaves out, as it would end it. */
static void
walk_the_rest(void)
{
	fixture_must(&f, NULL, "key new", "--reason", "x", NULL);
	fixture_must(&f, NULL, "key end", "SHA256:", "--reason", "x", NULL);
	fixture_must(&f, NULL, "acting end", "nayok", "palad", NULL);
	fixture_must(&f, "nayok", "absent end", "nayok", NULL);
	fixture_must(&f, NULL, "clear end", "head", "--order", "x", NULL);
	fixture_must(&f, NULL, "post add", "auditor", "ผู้ตรวจสอบ", "--role",
		     "auditor", NULL);
	fixture_must(&f, NULL, "person add", "wit", "วิทย์", "--post", "auditor",
		     NULL);
	fixture_must(&f, NULL, "person hold", "wit", "--post", "works", NULL);
	fixture_must(&f, NULL, "person end", "wit", "--post", "works", NULL);
	fixture_must(&f, NULL, "post add", "admin", "ผู้ดูแลระบบ", "--role",
		     "administrator", NULL);
	fixture_must(&f, NULL, "person add", "dao", "ดาว", "--post", "admin",
		     NULL);
	fixture_must(&f, NULL, "search rebuild", NULL);
	fixture_must(&f, "clerk", "search forget", "mine", NULL);
	fixture_must(&f, NULL, "division add", "legal", "งานนิติการ", "--head",
		     "legal", "--head-name", "หัวหน้างานนิติการ", NULL);
	fixture_must(&f, NULL, "division end", "legal", NULL);
	fixture_must(&f, NULL, "person end", "dao", "--on", "2026-12-31", NULL);
}

static int
make_register(void **state)
{
	(void)state;
	whole_road(&f);
	walk_the_rest();
	return 0;
}

static int
drop_register(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

static bool
speak_thai(void)
{
	return strcmp(locale_begin("th"), "th") == 0;
}

static void
speak_english(void)
{
	locale_begin("en");
}

/* ------------------------------------------------------------------ words */

/* What an event that has lost its words does, and where a register has moved:
   kinds of no event. */
static bool
is_a_kind(const char *name)
{
	return strcmp(name, "words.gone") != 0 &&
	       strcmp(name, "register.moved") != 0;
}

static bool
is_thai(const char *s)
{
	return strstr(s, "\xe0\xb8") != NULL || strstr(s, "\xe0\xb9") != NULL;
}

static void
every_kind_of_event_has_words(void **state)
{
	bool has_thai = speak_thai();
	size_t missing = 0;

	(void)state;
	for (size_t i = 0; i < apply_count; i++) {
		const char *kind = apply_texts[i].kind;
		const char *title = is_a_kind(kind) ? event_title(kind) : "";
		bool is_told = title != NULL && (!has_thai || *title == '\0' ||
						 is_thai(_(title)));

		if (!is_told)
			print_error("%s has no words\n", kind);
		missing += !is_told;
	}
	speak_english();
	assert_int_equal(missing, 0);
}

static void
every_kind_of_event_can_be_asked_for(void **state)
{
	(void)state;
	for (size_t i = 0; i < apply_count; i++) {
		const char *kind = apply_texts[i].kind;
		char *noun = xstrndup(kind, strcspn(kind, "."));

		if (is_a_kind(kind) && choice_find(log_abouts, noun) == NULL)
			fail_msg("--about has no %s", noun);
		free(noun);
	}
}

/* Digits and letters that are drawn by lot: longer than any word, or the end
   of a backup's name. */
static void
add_without_lots(struct text *t, const char *s)
{
	enum { LONGEST = 24, LOT = 8 };

	while (*s != '\0') {
		size_t n = strspn(s, "0123456789abcdefghijklmnopqrstuvwxyz"
				     "ABCDEFGHIJKLMNOPQRSTUVWXYZ+/=");
		bool is_lot =
		    n > LONGEST ||
		    (n == LOT && strspn(s, "0123456789abcdef") == LOT);

		if (n == 0)
			n = 1;
		if (is_lot)
			text_add(t, "…");
		else
			text_add_n(t, s, n);
		s += n;
	}
}

static bool
tell(void *ctx, const struct happening *h)
{
	text_printf(ctx, "%lld\t%s\t", (long long)h->seq, h->kind);
	add_without_lots(ctx, h->words);
	text_add(ctx, "\n");
	return true;
}

static void
tell_all(const char *login, struct text *out)
{
	const struct log_filter all = {0};

	text_printf(out, "-- as %s is told\n", login);
	assert_true(
	    look_log_each(fixture_session(&f, login), &all, tell, out, &f.err));
}

static void
tell_offices(struct text *out)
{
	tell_all("wit", out);
	tell_all("nong", out);
	tell_all("ban", out);
}

static void
the_story_of_an_office_is_told_whole(void **state)
{
	struct text out = {0};

	(void)state;
	tell_offices(&out);
	assert_true(fixture_same_as("log.txt", text_str(&out)));
	text_done(&out);
}

static void
it_is_told_in_thai(void **state)
{
	struct text out = {0};

	(void)state;
	if (!speak_thai())
		skip();
	tell_offices(&out);
	speak_english();
	assert_true(fixture_same_as("log-thai.txt", text_str(&out)));
	text_done(&out);
}

/* ---------------------------------------------------------------- pieces */

static void
read_piece(const struct log_filter *filter, struct row_span span,
	   struct arena *a, struct happening_list *list)
{
	assert_true(look_log(fixture_session(&f, "wit"), filter, &span, a, list,
			     &f.err));
}

/* Around a row of the whole list there stands what stands there in it. */
static void
assert_pieces_fit(const struct log_filter *filter, size_t at_least)
{
	enum { NEAR = 7 };
	struct arena a = {0};
	struct happening_list all, some;

	read_piece(filter, (struct row_span){ROW_KEY_TOP, 0, 9999}, &a, &all);
	assert_true(all.n >= at_least);
	for (size_t at = 0; at < all.n; at += 1 + all.n / 9) {
		size_t before = at < NEAR ? at : NEAR;

		read_piece(
		    filter,
		    (struct row_span){look_log_key(&all.at[at]), NEAR, NEAR},
		    &a, &some);
		for (size_t i = 0; i < some.n; i++)
			assert_int_equal(some.at[i].seq,
					 all.at[at - before + i].seq);
		assert_int_equal(some.n - before,
				 all.n - at < NEAR ? all.n - at : NEAR);
	}
	arena_done(&a);
}

static void
a_piece_of_the_log_is_what_stands_there(void **state)
{
	(void)state;
	assert_pieces_fit(&(struct log_filter){0}, 150);
	assert_pieces_fit(&(struct log_filter){.low = 30, .high = 90}, 61);
	assert_pieces_fit(&(struct log_filter){.login = "clerk"}, 30);
	assert_pieces_fit(&(struct log_filter){.about = "letter"}, 20);
	assert_pieces_fit(&(struct log_filter){.about = "person"}, 12);
}

/* What an index of its own gives is what the whole has of it. */
static void
each_word_of_about_gives_its_kinds(void **state)
{
	struct arena a = {0};
	struct happening_list all, some;

	(void)state;
	read_piece(&(struct log_filter){0},
		   (struct row_span){ROW_KEY_TOP, 0, 9999}, &a, &all);
	for (const struct choice *c = log_abouts; c->value != NULL; c++) {
		size_t n = 0, length = strlen(c->value);

		for (size_t i = 0; i < all.n; i++)
			n += strncmp(all.at[i].kind, c->value, length) == 0 &&
			     all.at[i].kind[length] == '.';
		read_piece(&(struct log_filter){.about = c->value},
			   (struct row_span){ROW_KEY_TOP, 0, 9999}, &a, &some);
		if (some.n != n)
			fail_msg("about %s: %zu of %zu", c->value, some.n, n);
	}
	arena_done(&a);
}

static void
days_bound_the_log(void **state)
{
	const struct date first = {2026, 1, 1}, last = {2026, 1, 19};
	struct log_filter between = {0}, before = {0};
	struct session *s = fixture_session(&f, "wit");
	struct arena a = {0};
	struct happening_list list;

	(void)state;
	assert_true(look_log_days(s, first, last, &between, &f.err));
	read_piece(&between, (struct row_span){ROW_KEY_TOP, 0, 9999}, &a,
		   &list);
	assert_int_equal(list.n,
			 fixture_count(&f, "SELECT count(*) FROM event WHERE "
					   "office = 1 AND time / 1000000 >= "
					   "1767200400 AND time / 1000000 < "
					   "1768842000"));
	assert_true(look_log_days(s, (struct date){0},
				  (struct date){2025, 12, 1}, &before, &f.err));
	read_piece(&before, (struct row_span){ROW_KEY_TOP, 0, 9999}, &a, &list);
	assert_int_equal(list.n, 0);
	arena_done(&a);
}

/* ---------------------------------------------------------------- secrets */

static bool
is_open(const struct happening *h)
{
	return h->body != NULL ||
	       strcmp(h->words, _(event_title(h->kind))) != 0;
}

/* Letter 5 is secret; it was given to head and palad. */
static void
secret_letters_are_told_by_kind_alone(void **state)
{
	static const char *const who[] = {"wit", "palad", "clerk"};

	(void)state;
	for (size_t p = 0; p < ARRAY_SIZE(who); p++) {
		struct arena a = {0};
		struct happening_list list;
		struct row_span span = {ROW_KEY_TOP, 0, 9999};
		size_t n = 0;

		assert_true(look_log(fixture_session(&f, who[p]),
				     &(struct log_filter){0}, &span, &a, &list,
				     &f.err));
		for (size_t i = 0; i < list.n; i++) {
			const struct happening *h = &list.at[i];

			if (h->number != 5 || h->year != 2569 ||
			    strcmp(h->book, "receive") != 0)
				continue;
			assert_true(h->is_veiled);
			assert_false(is_open(h));
			assert_true(h->actor[0] != '\0');
			n++;
		}
		assert_true(n >= 5);
		arena_done(&a);
	}
}

/* Who keeps people and posts reads of these, and of no letter. */
static void
an_administrator_is_told_no_words_of_letters(void **state)
{
	struct arena a = {0};
	struct happening_list list;
	struct row_span span = {ROW_KEY_TOP, 0, 9999};
	size_t people = 0;

	(void)state;
	assert_true(look_log(fixture_session(&f, "dao"),
			     &(struct log_filter){0}, &span, &a, &list,
			     &f.err));
	for (size_t i = 0; i < list.n; i++) {
		if (list.at[i].letter != 0)
			assert_false(is_open(&list.at[i]));
		people += strcmp(list.at[i].kind, "person.add") == 0 &&
			  is_open(&list.at[i]);
	}
	assert_true(people >= 10);
	arena_done(&a);
}

static bool
has_private(void *ctx, const struct happening *h)
{
	static const char *const keys[] = {"\"pin\":", "\"line\":"};

	(void)ctx;
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		if (h->body != NULL && strstr(h->body, keys[i]) != NULL)
			fail_msg("%s tells %s", h->kind, h->body);
	return true;
}

static void
what_is_private_is_in_no_payload(void **state)
{
	(void)state;
	assert_true(look_log_each(fixture_session(&f, "clerk"),
				  &(struct log_filter){0}, has_private, NULL,
				  &f.err));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_kind_of_event_has_words),
	    cmocka_unit_test(every_kind_of_event_can_be_asked_for),
	    cmocka_unit_test(the_story_of_an_office_is_told_whole),
	    cmocka_unit_test(it_is_told_in_thai),
	    cmocka_unit_test(a_piece_of_the_log_is_what_stands_there),
	    cmocka_unit_test(each_word_of_about_gives_its_kinds),
	    cmocka_unit_test(days_bound_the_log),
	    cmocka_unit_test(secret_letters_are_told_by_kind_alone),
	    cmocka_unit_test(an_administrator_is_told_no_words_of_letters),
	    cmocka_unit_test(what_is_private_is_in_no_payload),
	};

	return cmocka_run_group_tests(tests, make_register, drop_register);
}
