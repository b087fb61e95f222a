/* keymap-test.c -- the keys the program carries, and a user's own file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/embedded.h"
#include "base/kedmanee.h"

#include "tui/keymap.h"
#include "tui/line.h"

#include "tests/test.h"

static struct keymap own;

static bool
add(struct keymap *k, const char *text, struct error *err)
{
	return keymap_add(k, &(struct conf_file){"my.conf", text}, err);
}

static int
read_own_keys(void **state)
{
	struct error err = {0};
	const struct embedded *file = embedded_find("keys.conf");

	(void)state;
	if (file && add(&own, file->text, &err))
		return 0;
	print_error("%s\n", err.detail);
	return -1;
}

static int
forget_own_keys(void **state)
{
	(void)state;
	keymap_done(&own);
	return 0;
}

static bool
is_typed(const char *screen)
{
	return strcmp(screen, "form") == 0 || strcmp(screen, "palette") == 0 ||
	       strcmp(screen, "sheet") == 0;
}

/* Some key runs the command on the screen. */
static bool
has_key_for(const char *screen, const char *command)
{
	for (size_t i = 0; i < own.n; i++)
		if (strcmp(own.at[i].command, command) == 0 &&
		    keymap_find(&own, screen, own.at[i].key,
				keymap_common(is_typed(screen))) == &own.at[i])
			return true;
	return false;
}

static void
every_screen_has_help_back_and_quit(void **state)
{
	static const char *const commands[] = {"help", "back", "quit"};

	(void)state;
	for (const char *const *s = keymap_screens; *s; s++)
		for (size_t i = 0; i < ARRAY_SIZE(commands); i++)
			if (strcmp(*s, "any") != 0 &&
			    strcmp(*s, "typing") != 0 &&
			    !has_key_for(*s, commands[i]))
				fail_msg("%s has no %s", *s, commands[i]);
}

/* Opening and viewing are done by looking; what is seldom done is typed. */
static bool
is_seldom(const struct action *a)
{
	static const char *const seldom[] = {
	    "uncirculate", "grant",       "grant end",  "retain",
	    "duty change", "duty reopen", "duty waive", "duty hand",
	    "duty report", "duty nudge"};

	for (size_t i = 0; i < ARRAY_SIZE(seldom); i++)
		if (strcmp(a->name, seldom[i]) == 0)
			return true;
	return false;
}

static bool
wants_a_key(const struct action *a)
{
	bool is_on_a_letter =
	    a->needs & NEED_LETTER || strcmp(a->operands, "[FILE]") == 0;

	return a->decide && is_on_a_letter && !is_seldom(a) &&
	       !(a->needs & (NEED_ADMIN | NEED_TERMINAL)) &&
	       strcmp(a->name, "open") != 0 && strcmp(a->name, "view") != 0;
}

static void
every_act_on_letters_has_a_key(void **state)
{
	(void)state;
	for (const struct action *a = actions; a->name; a++)
		if (wants_a_key(a) && (!has_key_for("desk", a->name) ||
				       !has_key_for("letter", a->name)))
			fail_msg("%s has no key", a->name);
}

static void
the_main_acts_have_function_keys(void **state)
{
	(void)state;
	for (uint32_t key = K_F1; key <= K_F1 + 9; key++) {
		const struct binding *b = keymap_find(&own, "desk", key, "any");

		assert_non_null(b);
		assert_non_null(b->note);
	}
}

static bool
is_in_catalogue(const char *note)
{
	for (const char *const *n = keymap_notes; *n; n++)
		if (strcmp(*n, note) == 0)
			return true;
	return false;
}

static void
every_note_can_be_translated(void **state)
{
	(void)state;
	for (size_t i = 0; i < own.n; i++)
		if (own.at[i].note && !is_in_catalogue(own.at[i].note))
			fail_msg("“%s” is not in keymap-notes.c",
				 own.at[i].note);
}

static void
no_note_is_translated_for_nothing(void **state)
{
	(void)state;
	for (const char *const *n = keymap_notes; *n; n++) {
		bool is_used = false;

		for (size_t i = 0; i < own.n; i++)
			is_used = is_used || (own.at[i].note &&
					      strcmp(own.at[i].note, *n) == 0);
		if (!is_used)
			fail_msg("“%s” stands in no line of keys.conf", *n);
	}
}

/* A key that a Thai layout cannot send needs another one beside it. */
static bool
can_be_typed_in_thai(uint32_t key)
{
	if (key < '!' || key > '~')
		return true;
	for (uint32_t code = 0x0E01; code <= 0x0E5B; code++)
		if (kedmanee_to_us(code) == key)
			return true;
	return false;
}

static void
every_key_answers_under_the_thai_layout(void **state)
{
	/* 2 and 3 give / and -, which are themselves; g does what they do. */
	(void)state;
	for (size_t i = 0; i < own.n; i++)
		if (own.at[i].key != '2' && own.at[i].key != '3' &&
		    !can_be_typed_in_thai(own.at[i].key))
			fail_msg("%s: %c", own.at[i].screen,
				 (int)own.at[i].key);
}

/* Ours are taken unseen when a screen begins: here they are looked at. */
static void
our_lines_are_taken_as_a_users_are_read(void **state)
{
	struct keymap k = {0};

	(void)state;
	keymap_add_own(&k);
	assert_int_equal(k.n, own.n);
	for (size_t i = 0; i < k.n; i++) {
		const char *note = k.at[i].note, *read = own.at[i].note;

		assert_string_equal(k.at[i].screen, own.at[i].screen);
		assert_int_equal(k.at[i].key, own.at[i].key);
		assert_string_equal(k.at[i].command, own.at[i].command);
		assert_string_equal(note ? note : "", read ? read : "");
	}
	keymap_done(&k);
}

static void
a_users_line_stands_before_ours(void **state)
{
	struct keymap k = {0};
	struct error err = {0};

	(void)state;
	keymap_add_own(&k);
	assert_true(add(&k, "any F4 return # Down\n", &err));
	assert_string_equal(keymap_find(&k, "desk", K_F1 + 3, "any")->command,
			    "return");
	assert_true(add(&k, "desk F4 show\n", &err));
	assert_string_equal(keymap_find(&k, "desk", K_F1 + 3, "any")->command,
			    "show");
	assert_string_equal(keymap_find(&k, "letter", K_F1 + 3, "any")->command,
			    "return");
	keymap_done(&k);
}

static void
lines_are_read_with_spaces_notes_and_words_in_quotes(void **state)
{
	struct keymap k = {0};
	struct error err = {0};

	(void)state;
	assert_true(add(&k,
			"# a comment\n\n  \n"
			"desk\tx\tendorse --note 'ทราบ # ๑' \t# ส่งต่อ\r\n"
			"any q back",
			&err));
	assert_int_equal(k.n, 2);
	assert_string_equal(k.at[0].screen, "desk");
	assert_int_equal(k.at[0].key, 'x');
	assert_string_equal(k.at[0].command, "endorse --note 'ทราบ # ๑'");
	assert_string_equal(k.at[0].note, "ส่งต่อ");
	assert_string_equal(binding_action(&k.at[0])->name, "endorse");
	assert_null(k.at[1].note);
	assert_null(binding_action(&k.at[1]));
	keymap_done(&k);
}

static void
what_is_wrong_is_told_with_its_line_and_adds_nothing(void **state)
{
	static const struct {
		const char *text;
		const char *line;
	} table[] = {
	    {"any q back\nany q quit\n", "my.conf:2: "},
	    {"desks q back\n", "my.conf:1: "},
	    {"\n\nany Qq back\n", "my.conf:3: "},
	    {"any q\n", "my.conf:1: "},
	    {"any q fly\n", "my.conf:1: "},
	    {"any q endorse --wings 2\n", "my.conf:1: "},
	    {"any q endorse --note 'x\n", "my.conf:1: "},
	    {"any\n", "my.conf:1: "},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
		struct keymap k = {0};
		struct error err = {0};

		assert_false(add(&k, table[i].text, &err));
		assert_ptr_equal(err.kind, &KEYMAP_WRONG);
		assert_non_null(strstr(err.detail, table[i].line));
		assert_int_equal(k.n, 0);
		keymap_done(&k);
	}
}

static void
a_screen_to_type_in_knows_only_its_own_keys(void **state)
{
	(void)state;
	assert_non_null(keymap_find(&own, "desk", 'e', "any"));
	assert_null(keymap_find(&own, "form", 'e', "typing"));
}

static void
a_line_is_a_move_or_an_act(void **state)
{
	struct arena a = {0};
	struct line line;
	struct error err = {0};

	(void)state;
	assert_true(line_read("page-down", &a, &line, &err));
	assert_string_equal(line.move->name, "page-down");
	assert_true(line_read("help", &a, &line, &err));
	assert_string_equal(line.move->name, "help");
	assert_true(line_read("order 144 --assign finance --assign=works "
			      "--note 'ทราบ มอบ'",
			      &a, &line, &err));
	assert_null(line.move);
	assert_string_equal(line.request.action->name, "order");
	assert_string_equal(request_operand(&line.request, 0), "144");
	assert_string_equal(request_value_at(&line.request, "assign", 1),
			    "works");
	assert_string_equal(request_value(&line.request, "note"), "ทราบ มอบ");
	assert_false(line_read("", &a, &line, &err));
	arena_done(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_screen_has_help_back_and_quit),
	    cmocka_unit_test(every_act_on_letters_has_a_key),
	    cmocka_unit_test(the_main_acts_have_function_keys),
	    cmocka_unit_test(every_note_can_be_translated),
	    cmocka_unit_test(no_note_is_translated_for_nothing),
	    cmocka_unit_test(every_key_answers_under_the_thai_layout),
	    cmocka_unit_test(our_lines_are_taken_as_a_users_are_read),
	    cmocka_unit_test(a_users_line_stands_before_ours),
	    cmocka_unit_test(
		lines_are_read_with_spaces_notes_and_words_in_quotes),
	    cmocka_unit_test(
		what_is_wrong_is_told_with_its_line_and_adds_nothing),
	    cmocka_unit_test(a_screen_to_type_in_knows_only_its_own_keys),
	    cmocka_unit_test(a_line_is_a_move_or_an_act),
	};

	return cmocka_run_group_tests(tests, read_own_keys, forget_own_keys);
}
