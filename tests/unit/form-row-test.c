/* form-row-test.c -- letters in a row: kept, offered, told as second copies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/forms.h"

static bool
is_kept(const char *option)
{
	return field_named(option)->is_kept;
}

static void
the_next_form_keeps_what_repeats(void **state)
{
	(void)state;
	press(K_F1 + 1);
	type("พบ ๐๐๑๗/๑");
	field_named("dated");
	type("15");
	press(K_TAB);
	type("อำเภอบ้านลาด");
	field_named("subject");
	type("หนึ่ง");
	press(K_F1 + 2);
	assert_int_equal(letters(), 2);
	assert_int_equal(top_form()->at, 0);
	assert_true(strstr(text_str(&w.tui.status), "2/2569"));
	assert_null(value_of("ref", 0));
	assert_null(value_of("subject", 0));
	assert_string_equal(value_of("dated", 0), "15 Jan 2569");
	assert_string_equal(value_of("from", 0), "อำเภอบ้านลาด");
	assert_true(is_kept("dated") && is_kept("from"));
	assert_false(is_kept("ref") || is_kept("to"));
	field_named("subject");
	type("สอง");
	press(K_F1 + 1);
	assert_int_equal(letters(), 3);
	assert_int_equal(fixture_count(&w.fixture,
				       "SELECT count(*) FROM letter "
				       "WHERE sender = 'อำเภอบ้านลาด' "
				       "AND dated = '2026-01-15'"),
			 2);
}

static void
what_is_kept_is_typed_over(void **state)
{
	(void)state;
	press(K_F1 + 1);
	field_named("from");
	type("อำเภอ");
	field_named("to");
	type("นายก");
	press(K_F1 + 2);
	field_named("from");
	type("จังหวัด");
	assert_string_equal(value_of("from", 0), "จังหวัด");
	assert_false(is_kept("from"));
	field_named("to");
	press(K_END);
	type(" อบต.");
	assert_string_equal(value_of("to", 0), "นายก อบต.");
	press(K_ESC);
	assert_string_equal(tui_top(&w.tui)->ops->name, "form");
}

static void
a_form_that_only_keeps_is_left_without_a_question(void **state)
{
	(void)state;
	press(K_F1 + 1);
	field_named("from");
	type("อำเภอ");
	press(K_F1 + 2);
	press(K_ESC);
	assert_string_equal(tui_top(&w.tui)->ops->name, "desk");
}

static void
a_faulty_form_is_not_renewed(void **state)
{
	(void)state;
	press(K_F1 + 1);
	field_named("subject");
	type("หนึ่ง");
	field_named("dated");
	type("31/4");
	press(K_F1 + 2);
	assert_int_equal(letters(), 1);
	assert_string_equal(value_of("subject", 0), "หนึ่ง");
}

static void
an_act_on_a_letter_has_no_next_one(void **state)
{
	(void)state;
	press(K_F1 + 3);
	field_named("note");
	type("เห็นควร");
	press(K_F1 + 2);
	assert_string_equal(tui_top(&w.tui)->ops->name, "desk");
	assert_int_equal(w.tui.status_style, STYLE_GOOD);
}

static void
ditto_takes_the_field_of_the_letter_before(void **state)
{
	(void)state;
	fixture_must(&w.fixture, "clerk", "receive", "--ref", "พบ 1/2",
		     "--dated", "2026-01-15", "--from", "อำเภอ", "--subject",
		     "ก", "--urgency", "ด่วน", "--enclosure", "แบบ จำนวน ๒ ชุด",
		     "--enclosure", "แผน", NULL);
	press(K_F1 + 1);
	press(K_F1 + 3);
	assert_string_equal(value_of("ref", 0), "พบ 1/2");
	field_named("subject");
	press(4);
	assert_string_equal(value_of("subject", 0), "ก");
	field_named("urgency");
	press(4);
	assert_string_equal(value_of("urgency", 0), "ด่วน");
	size_t first = (size_t)(field_named("enclosure") - top_form()->fields);
	press(4);
	top_form()->at = first + 1;
	press(4);
	assert_string_equal(value_of("enclosure", 0), "แบบ จำนวน 2 ชุด");
	struct form_field *second = &top_form()->fields[first + 1];
	assert_string_equal(second->ops->value(second, 0), "แผน");
	field_named("pages");
	press(4);
	assert_null(value_of("pages", 0));
	assert_true(w.tui.status.n > 0);
}

static void
ditto_knows_the_letter_just_saved(void **state)
{
	(void)state;
	fixture_must(&w.fixture, "clerk", "receive", "--subject", "ก", NULL);
	press(K_F1 + 1);
	field_named("subject");
	press(K_F1 + 3);
	assert_string_equal(value_of("subject", 0), "ก");
	type("ข");
	press(K_F1 + 2);
	field_named("subject");
	press(K_F1 + 3);
	assert_string_equal(value_of("subject", 0), "กข");
	press(21);
	type("ก");
	assert_string_equal(form_offers_rest(top_form()), "ข");
}

static void
ditto_all_fills_what_repeats_and_is_empty(void **state)
{
	(void)state;
	fixture_must(&w.fixture, "clerk", "receive", "--ref", "พบ 1/2",
		     "--dated", "2026-01-15", "--from", "อำเภอ", "--to", "นายก",
		     "--subject", "ก", NULL);
	press(K_F1 + 1);
	field_named("to");
	type("ปลัด");
	press(K_F1 + 4);
	assert_null(value_of("ref", 0));
	assert_null(value_of("subject", 0));
	assert_null(value_of("at", 0));
	assert_string_equal(value_of("from", 0), "อำเภอ");
	assert_string_equal(value_of("to", 0), "ปลัด");
	assert_true(is_kept("from"));
	assert_false(is_kept("to"));
}

static void
type_letter(const char *ref, const char *dated, const char *from)
{
	press(K_F1 + 1);
	type(ref);
	press(K_TAB);
	type(dated);
	press(K_TAB);
	type(from);
	press(K_TAB);
}

static void
a_second_copy_is_told_and_asked_once(void **state)
{
	(void)state;
	fixture_must(&w.fixture, "clerk", "receive", "--ref", "พบ ๐๐๑๗.๓/ว ๖๖๕",
		     "--dated", "2026-01-15", "--from", "ศาลากลาง จังหวัดเพชรบุรี",
		     NULL);
	type_letter("พบ.0017.3/ว665", "15", "ศาลากลางจังหวัดเพชรบุรี");
	assert_non_null(strstr(field_named("ref")->told, "2/2569"));
	press(K_F1 + 1);
	assert_int_equal(letters(), 2);
	assert_int_equal(w.tui.status_style, STYLE_ERROR);
	press(K_F1 + 1);
	assert_int_equal(letters(), 3);
	assert_non_null(strstr(text_str(&w.tui.status), "2/2569"));
}

static void
the_first_copy_is_shown_and_the_form_stays(void **state)
{
	(void)state;
	fixture_must(&w.fixture, "clerk", "receive", "--ref", "พบ 1/2",
		     "--dated", "2026-01-15", "--from", "อำเภอ", NULL);
	type_letter("พบ 1/2", "15", "อำเภอ");
	press(K_F1 + 5);
	assert_string_equal(tui_top(&w.tui)->ops->name, "letter");
	press(K_ESC);
	assert_string_equal(value_of("ref", 0), "พบ 1/2");
}

static void
another_sender_is_told_and_not_asked(void **state)
{
	(void)state;
	fixture_must(&w.fixture, "clerk", "receive", "--ref", "พบ 1/2",
		     "--dated", "2026-01-15", "--from", "อำเภอ", NULL);
	type_letter("พบ 1/2", "15", "จังหวัด");
	assert_non_null(strstr(field_named("ref")->told, "perhaps"));
	press(K_F1 + 1);
	assert_int_equal(letters(), 3);
}

static void
another_day_or_another_circular_is_another_letter(void **state)
{
	(void)state;
	fixture_must(&w.fixture, "clerk", "receive", "--ref", "พบ 1/ว 2",
		     "--dated", "2026-01-15", "--from", "อำเภอ", NULL);
	type_letter("พบ 1/2", "15", "อำเภอ");
	assert_null(field_named("ref")->told);
	field_named("ref");
	press(K_BACKSPACE);
	type("ว2");
	press(K_TAB);
	assert_non_null(field_named("ref")->told);
	field_named("dated");
	press(21);
	type("16");
	press(K_TAB);
	assert_null(field_named("ref")->told);
}

static void
what_looks_wrong_is_told_and_hinders_nobody(void **state)
{
	(void)state;
	type_letter("พบ ว", "21/1/69", "");
	assert_non_null(field_named("ref")->told);
	assert_non_null(field_named("dated")->told);
	press(K_F1 + 1);
	assert_int_equal(letters(), 2);
}

static void
receive_before(void)
{
	fixture_must(&w.fixture, "clerk", "receive", "--ref", "พบ 0017.3/ว 5",
		     "--dated", "2026-01-14", "--from", "ศาลากลางจังหวัดเพชรบุรี",
		     "--to", "นายก อบต. ทุกแห่ง", "--subject", "แนวทาง", NULL);
	fixture_must(&w.fixture, "clerk", "receive", "--ref", "พบ 0618/1",
		     "--dated", "2026-01-14", "--from", "ศาลเจ้า", "--subject",
		     "แนวเขต", NULL);
}

static void
what_is_grey_is_not_in_the_field_before_it_is_taken(void **state)
{
	(void)state;
	receive_before();
	press(K_F1 + 1);
	field_named("from");
	type("ศาลา");
	assert_string_equal(form_offers_rest(top_form()), "กลางจังหวัดเพชรบุรี");
	assert_string_equal(value_of("from", 0), "ศาลา");
	press(K_RIGHT);
	assert_string_equal(value_of("from", 0), "ศาลากลางจังหวัดเพชรบุรี");
	assert_string_equal(form_offers_rest(top_form()), "");
	press(0x1F);
	assert_string_equal(value_of("from", 0), "ศาลา");
	press(K_LEFT);
	assert_string_equal(form_offers_rest(top_form()), "");
	press(K_END);
	press(K_END);
	assert_string_equal(value_of("from", 0), "ศาลากลางจังหวัดเพชรบุรี");
}

static void
the_sender_and_addressee_follow_from_the_number(void **state)
{
	(void)state;
	receive_before();
	press(K_F1 + 1);
	type("พบ ๐๐๑๗.๓/ว ๖");
	field_named("from");
	press(K_RIGHT);
	assert_string_equal(value_of("from", 0), "ศาลากลางจังหวัดเพชรบุรี");
	press(K_TAB);
	press(K_RIGHT);
	assert_string_equal(value_of("to", 0), "นายก อบต. ทุกแห่ง");
}

static void
a_list_opens_and_its_choice_goes_in_with_enter(void **state)
{
	(void)state;
	receive_before();
	press(K_F1 + 1);
	field_named("subject");
	type("แนว");
	press(K_DOWN);
	press(K_DOWN);
	assert_string_equal(value_of("subject", 0), "แนว");
	press(K_ENTER);
	assert_string_equal(value_of("subject", 0), "แนวทาง");
	assert_int_equal(top_form()->at, 4);
	press(K_TAB);
	press(K_ESC);
	assert_string_equal(tui_top(&w.tui)->ops->name, "form");
}

static void
esc_closes_the_list_and_leaves_what_was_typed(void **state)
{
	(void)state;
	receive_before();
	press(K_F1 + 1);
	field_named("from");
	press(14);
	assert_true(top_form()->offers.is_open);
	press(K_DOWN);
	press(K_ESC);
	assert_false(top_form()->offers.is_open);
	assert_null(value_of("from", 0));
	press(K_DOWN);
	assert_string_equal(top_form()->fields[top_form()->at].option->name,
			    "to");
}

static void
a_name_that_holds_what_is_typed_is_in_the_list(void **state)
{
	(void)state;
	receive_before();
	press(K_F1 + 1);
	field_named("from");
	type("เพชรบุรี");
	assert_string_equal(form_offers_rest(top_form()), "");
	press(K_RIGHT);
	assert_string_equal(value_of("from", 0), "เพชรบุรี");
	press(K_DOWN);
	press(K_RIGHT);
	assert_string_equal(value_of("from", 0), "ศาลากลางจังหวัดเพชรบุรี");
}

static void
notes_go_on_with_what_one_wrote_and_the_stock_phrases(void **state)
{
	(void)state;
	receive_before();
	fixture_must(&w.fixture, "clerk", "endorse", "2", "--note",
		     "เห็นควรเก็บไว้", NULL);
	press(K_F1 + 3);
	field_named("note");
	type("เห็นควรเก็บ");
	press(K_RIGHT);
	assert_string_equal(value_of("note", 0), "เห็นควรเก็บไว้");
	press(21);
	type("เห็นควรแจ้ง");
	press(K_END);
	assert_string_equal(value_of("note", 0), "เห็นควรแจ้งทุกส่วนราชการทราบ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    form_test(the_next_form_keeps_what_repeats),
	    form_test(what_is_kept_is_typed_over),
	    form_test(a_form_that_only_keeps_is_left_without_a_question),
	    form_test(a_faulty_form_is_not_renewed),
	    form_test(an_act_on_a_letter_has_no_next_one),
	    form_test(ditto_takes_the_field_of_the_letter_before),
	    form_test(ditto_knows_the_letter_just_saved),
	    form_test(ditto_all_fills_what_repeats_and_is_empty),
	    form_test(a_second_copy_is_told_and_asked_once),
	    form_test(the_first_copy_is_shown_and_the_form_stays),
	    form_test(another_sender_is_told_and_not_asked),
	    form_test(another_day_or_another_circular_is_another_letter),
	    form_test(what_looks_wrong_is_told_and_hinders_nobody),
	    form_test(what_is_grey_is_not_in_the_field_before_it_is_taken),
	    form_test(the_sender_and_addressee_follow_from_the_number),
	    form_test(a_list_opens_and_its_choice_goes_in_with_enter),
	    form_test(esc_closes_the_list_and_leaves_what_was_typed),
	    form_test(a_name_that_holds_what_is_typed_is_in_the_list),
	    form_test(notes_go_on_with_what_one_wrote_and_the_stock_phrases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
