/* form-test.c -- forms ask for what their action takes, and do it once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/forms.h"

static void
a_form_has_a_field_for_each_option_that_is_not_hidden(void **state)
{
	const struct option *o = action_find("receive")->options;
	size_t i = 0;

	(void)state;
	press(K_F1 + 1);
	struct form *f = top_form();
	for (; o->name; o++)
		if (!(o->flags & OPTION_HIDDEN))
			assert_ptr_equal(f->fields[i++].option, o);
	assert_int_equal(f->n_fields, i);
}

static void
what_is_typed_is_asked_for(void **state)
{
	struct arena a = {0};
	struct request r;

	(void)state;
	press(K_F1 + 1);
	type("พบ ๐๐๑๗/๑");
	press(K_TAB);
	type("๑๕ ม.ค. ๖๙");
	form_request(top_form(), &a, &r);
	assert_string_equal(r.action->name, "receive");
	assert_int_equal(r.n, 2);
	assert_string_equal(request_value(&r, "ref"), "พบ ๐๐๑๗/๑");
	assert_string_equal(request_value(&r, "dated"), "๑๕ ม.ค. ๖๙");
	arena_done(&a);
}

static void
a_repeated_field_grows_as_it_is_filled(void **state)
{
	struct arena a = {0};
	struct request r;

	(void)state;
	press(K_F1 + 1);
	field_named("enclosure");
	size_t before = top_form()->n_fields;
	type("ก");
	assert_int_equal(top_form()->n_fields, before + 1);
	press(K_TAB);
	type("ขค");
	assert_int_equal(top_form()->n_fields, before + 2);
	form_request(top_form(), &a, &r);
	assert_string_equal(request_value_at(&r, "enclosure", 0), "ก");
	assert_string_equal(request_value_at(&r, "enclosure", 1), "ขค");
	assert_null(request_value_at(&r, "enclosure", 2));
	arena_done(&a);
}

static void
all_faults_are_shown_at_once_and_nothing_is_written(void **state)
{
	(void)state;
	press(K_F1 + 1);
	field_named("dated");
	type("๓๑ เมษายน ๒๕๖๙");
	field_named("pages");
	type("x");
	press(K_F1 + 1);
	assert_non_null(field_named("dated")->fault.kind);
	assert_non_null(field_named("pages")->fault.kind);
	assert_int_equal(letters(), 1);
	field_named("dated");
	press(K_BACKSPACE);
	assert_null(field_named("dated")->fault.kind);
}

static void
a_wrong_value_is_told_when_its_field_is_left(void **state)
{
	(void)state;
	press(K_F1 + 1);
	field_named("dated");
	type("๓๑/๔");
	assert_null(field_named("dated")->fault.kind);
	press(K_TAB);
	assert_ptr_equal(field_named("dated")->fault.kind, &DATE_INVALID);
	press(K_BACKSPACE);
	type("๓");
	press(K_TAB);
	assert_null(field_named("dated")->fault.kind);
}

static void
a_missing_value_is_told_only_by_saving(void **state)
{
	(void)state;
	press(K_F1 + 3);
	press(K_TAB);
	assert_null(field_named("note")->fault.kind);
	press(K_F1 + 1);
	assert_ptr_equal(field_named("note")->fault.kind, &REQUEST_MISSING);
}

/* The clock of the fixture stands on 20 January 2569. */
static void
a_short_date_is_written_out_when_its_field_is_left(void **state)
{
	(void)state;
	press(K_F1 + 1);
	field_named("dated");
	type("15");
	press(K_TAB);
	assert_string_equal(value_of("dated", 0), "15 Jan 2569");
	field_named("at");
	type("9.05");
	press(K_TAB);
	assert_string_equal(value_of("at", 0), "20 Jan 2569 09:05");
	field_named("subject");
	type("ก");
	press(K_F1 + 1);
	assert_int_equal(fixture_count(&w.fixture,
				       "SELECT count(*) FROM letter "
				       "WHERE dated = '2026-01-15'"),
			 1);
}

static void
the_first_wrong_field_gets_the_cursor(void **state)
{
	(void)state;
	press(K_F1 + 1);
	field_named("pages");
	type("x");
	field_named("dated");
	type("x");
	field_named("subject");
	press(K_F1 + 1);
	struct form *f = top_form();
	assert_string_equal(f->fields[f->at].option->name, "dated");
}

static void
a_save_tried_again_does_not_do_it_twice(void **state)
{
	struct arena a = {0};
	struct request r;
	json_t *first = NULL;
	struct error err = {0};

	(void)state;
	press(K_F1 + 1);
	field_named("subject");
	type("หนึ่ง");
	form_request(top_form(), &a, &r);
	/* the answer is lost: the form knows nothing of it */
	assert_true(action_run(w.tui.session, &r, &first, &err));
	press(K_F1 + 1);
	assert_string_equal(tui_top(&w.tui)->ops->name, "letter");
	assert_int_equal(letters(), 2);
	json_decref(first);
	arena_done(&a);
}

static void
a_saved_letter_is_shown_with_its_stamp(void **state)
{
	(void)state;
	press(K_F1 + 1);
	field_named("subject");
	type("หนึ่ง");
	press(0x13);
	assert_int_equal(letters(), 2);
	assert_string_equal(tui_top(&w.tui)->ops->name, "letter");
	press(K_ESC);
	assert_string_equal(tui_top(&w.tui)->ops->name, "desk");
}

static void
typed_text_is_not_lost_by_one_key(void **state)
{
	(void)state;
	press(K_F1 + 1);
	press(K_ESC);
	assert_string_equal(tui_top(&w.tui)->ops->name, "desk");
	press(K_F1 + 1);
	type("ก");
	press(K_ESC);
	assert_string_equal(tui_top(&w.tui)->ops->name, "form");
	type("ข");
	press(K_ESC);
	assert_string_equal(tui_top(&w.tui)->ops->name, "form");
	press(K_ESC);
	assert_string_equal(tui_top(&w.tui)->ops->name, "desk");
	press(K_F1 + 1);
	type("ก");
	press(K_F1 + 9);
	assert_string_equal(tui_top(&w.tui)->ops->name, "form");
	press(K_F1 + 9);
	assert_null(tui_top(&w.tui));
}

static void
stock_phrases_come_and_what_was_typed_comes_back(void **state)
{
	(void)state;
	press(K_F1 + 3);
	struct form_field *note = field_named("note");
	assert_true(note->n_phrases > 1);
	type("เดิม");
	press(K_DOWN);
	assert_string_equal(value_of("note", 0), note->phrases[0]);
	press(K_UP);
	assert_string_equal(value_of("note", 0), "เดิม");
	press(K_UP);
	assert_string_equal(value_of("note", 0),
			    note->phrases[note->n_phrases - 1]);
	type("x");
	press(K_DOWN);
	assert_string_equal(value_of("note", 0), note->phrases[0]);
}

static void
a_choice_is_made_by_arrows_and_by_its_letter(void **state)
{
	(void)state;
	press(K_F1 + 1);
	assert_null(value_of("urgency", 0));
	press(K_RIGHT);
	assert_string_equal(value_of("urgency", 0), "ด่วนที่สุด");
	press(K_LEFT);
	assert_null(value_of("urgency", 0));
	press(K_LEFT);
	assert_string_equal(value_of("urgency", 0), "ด่วน");
	type("ด");
	assert_string_equal(value_of("urgency", 0), "ด่วนที่สุด");
	type("v");
	assert_string_equal(value_of("urgency", 0), "ด่วนมาก");
}

static void
divisions_are_ticked_several(void **state)
{
	(void)state;
	fixture_must(&w.fixture, "clerk", "endorse", "1", "--note", "x", "--to",
		     "nayok", "--reason", "x", NULL);
	tui_done(&w.tui);
	sit_down("nayok");
	press(K_F1 + 4);
	field_named("assign");
	assert_null(value_of("assign", 0));
	type(" ");
	press(K_DOWN);
	press(K_DOWN);
	type(" ");
	assert_string_equal(value_of("assign", 0), "office");
	assert_string_equal(value_of("assign", 1), "works");
	assert_null(value_of("assign", 2));
	type(" ");
	assert_null(value_of("assign", 1));
}

static void
what_the_line_says_is_filled_in(void **state)
{
	(void)state;
	type(":endorse 1 --to palad");
	press(K_ENTER);
	assert_string_equal(value_of("to", 0), "palad");
	assert_null(value_of("note", 0));
}

/* Also those that have no key: set up by the line after ":". */
static void
every_writing_act_has_a_form(void **state)
{
	const struct argument operand = {.value = "1"};

	(void)state;
	for (const struct action *a = actions; a->name; a++) {
		bool needs_letter = a->needs & NEED_LETTER;
		struct request r = {
		    .action = a, .at = &operand, .n = needs_letter ? 1 : 0};
		struct error err = {0};

		if (!a->decide || a->needs & NEED_TERMINAL)
			continue;
		struct screen *s = form_new(&w.tui, &r, NULL, &err);
		assert_non_null(s);
		tui_push(&w.tui, s);
		tui_loop(&w.tui);
		press(K_ESC);
		assert_string_equal(tui_top(&w.tui)->ops->name, "desk");
	}
}

static void
an_act_that_is_refused_opens_no_form(void **state)
{
	(void)state;
	press(K_F1 + 4);
	assert_string_equal(tui_top(&w.tui)->ops->name, "desk");
	assert_int_equal(w.tui.status_style, STYLE_ERROR);
	assert_true(w.tui.status.n > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    form_test(a_form_has_a_field_for_each_option_that_is_not_hidden),
	    form_test(what_is_typed_is_asked_for),
	    form_test(a_repeated_field_grows_as_it_is_filled),
	    form_test(all_faults_are_shown_at_once_and_nothing_is_written),
	    form_test(a_wrong_value_is_told_when_its_field_is_left),
	    form_test(a_missing_value_is_told_only_by_saving),
	    form_test(a_short_date_is_written_out_when_its_field_is_left),
	    form_test(the_first_wrong_field_gets_the_cursor),
	    form_test(a_save_tried_again_does_not_do_it_twice),
	    form_test(a_saved_letter_is_shown_with_its_stamp),
	    form_test(typed_text_is_not_lost_by_one_key),
	    form_test(stock_phrases_come_and_what_was_typed_comes_back),
	    form_test(a_choice_is_made_by_arrows_and_by_its_letter),
	    form_test(divisions_are_ticked_several),
	    form_test(what_the_line_says_is_filled_in),
	    form_test(every_writing_act_has_a_form),
	    form_test(an_act_that_is_refused_opens_no_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
