/* form-test.c -- forms ask for what their action takes, and do it once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tui/form.h"
#include "tui/line.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* A register with one letter, and a screen on it without a terminal. */
struct desk_at_work {
	struct fixture fixture;
	struct tui tui;
};

static struct desk_at_work w;

static void
sit_down(const char *login)
{
	struct keymap keys = {0};
	struct error err = {0};

	keymap_add_own(&keys);
	tui_init(&w.tui, fixture_session(&w.fixture, login),
		 term_test_new(24, 80), &keys);
	assert_true(tui_open(&w.tui, desk_new(&w.tui), &err));
	tui_loop(&w.tui);
}

static int
start(void **state)
{
	(void)state;
	fixture_register(&w.fixture);
	fixture_must(&w.fixture, "clerk", "receive", "--subject", "ทดสอบ",
		     NULL);
	sit_down("clerk");
	return 0;
}

static int
end(void **state)
{
	(void)state;
	tui_done(&w.tui);
	fixture_done(&w.fixture);
	return 0;
}

static void
press(uint32_t key)
{
	term_test_feed(w.tui.term, key);
	tui_loop(&w.tui);
}

static void
type(const char *s)
{
	size_t n = strlen(s);
	uint32_t code;

	while (n > 0) {
		size_t length = utf8_next(s, n, &code);

		press(code);
		s += length;
		n -= length;
	}
}

static struct form *
top_form(void)
{
	struct screen *s = tui_top(&w.tui);

	assert_string_equal(s->ops->name, "form");
	return (struct form *)s;
}

static struct form_field *
field_named(const char *option)
{
	struct form *f = top_form();

	for (size_t i = 0; i < f->n_fields; i++)
		if (strcmp(f->fields[i].option->name, option) == 0) {
			f->at = i;
			return &f->fields[i];
		}
	fail_msg("no field %s", option);
	return NULL;
}

static const char *
value_of(const char *option, size_t i)
{
	const struct form_field *field = field_named(option);

	return field->ops->value(field, i);
}

static int
letters(void)
{
	return (int)fixture_count(&w.fixture, "SELECT count(*) FROM letter");
}

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

#define form_test(f) cmocka_unit_test_setup_teardown(f, start, end)

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
	    form_test(the_next_form_keeps_what_repeats),
	    form_test(what_is_kept_is_typed_over),
	    form_test(a_form_that_only_keeps_is_left_without_a_question),
	    form_test(a_faulty_form_is_not_renewed),
	    form_test(an_act_on_a_letter_has_no_next_one),
	    form_test(ditto_takes_the_field_of_the_letter_before),
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
	    form_test(notes_go_on_with_what_one_wrote_and_the_stock_phrases),
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
