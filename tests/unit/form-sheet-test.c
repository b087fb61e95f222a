/* form-sheet-test.c -- a form filled from a sheet, and the clerk decides */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#include "tui/form-sheet.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"
#include "tui/screens/sheet.h"

#include "tests/fixture.h"
#include "tests/test.h"

static const char one[] = "ที่ พบ ๐๐๑๗.๓/ว ๖๖๕\n"
			  "ศาลากลางจังหวัดเพชรบุรี\n"
			  "๑๕ มกราคม ๒๕๖๙\n"
			  "เรื่อง การเตรียมการเลือกตั้ง\n"
			  "เรียน นายก อบต. ทุกแห่ง\n";
static const char other[] = "ที่ พบ ๐๖๑๘/๑๒\n"
			    "ที่ว่าการอำเภอบ้านลาด\n"
			    "๑๖ มกราคม ๒๕๖๙\n"
			    "เรียน นายก อบต. ทุกแห่ง\n";

static struct fixture fixture;
static struct tui tui;

static int
start(void **state)
{
	struct keymap keys = {0};
	struct error err = {0};

	(void)state;
	fixture_register(&fixture);
	keymap_add_own(&keys);
	tui_init(&tui, fixture_session(&fixture, "clerk"),
		 term_test_new(24, 80), &keys);
	assert_true(tui_open(&tui, desk_new(&tui), &err));
	term_test_feed(tui.term, K_F1 + 1);
	tui_loop(&tui);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	tui_done(&tui);
	fixture_done(&fixture);
	return 0;
}

static struct form *
form(void)
{
	assert_string_equal(tui_top(&tui)->ops->name, "form");
	return (struct form *)tui_top(&tui);
}

static void
press(uint32_t key)
{
	term_test_feed(tui.term, key);
	tui_loop(&tui);
}

static void
paste(const char *text)
{
	term_test_paste(tui.term, text);
	tui_loop(&tui);
}

/* As a clerk does it: the chooser, a paste, read. */
static void
read_text(const char *text)
{
	press(K_F1 + 6);
	assert_string_equal(tui_top(&tui)->ops->name, "sheet");
	paste(text);
	press(K_F1 + 1);
}

static size_t
index_of(const char *option)
{
	struct form *f = form();

	for (size_t i = 0; i < f->n_fields; i++)
		if (field_is_of(&f->fields[i], option))
			return i;
	fail_msg("no field %s", option);
	return 0;
}

static const char *
value(const char *option)
{
	const struct form_field *field = &form()->fields[index_of(option)];

	return field->ops->value(field, 0);
}

static enum sheet_mark
mark(const char *option)
{
	return form_sheet_mark(form(), index_of(option));
}

static int
letters(void)
{
	return (int)fixture_count(&fixture, "SELECT count(*) FROM letter");
}

static void
each_field_says_how_it_was_read_and_nothing_is_registered(void **state)
{
	(void)state;
	read_text(other);
	assert_string_equal(value("ref"), "พบ 0618/12");
	assert_int_equal(mark("ref"), MARK_READ);
	assert_int_equal(mark("dated"), MARK_READ);
	assert_null(value("subject"));
	assert_int_equal(mark("subject"), MARK_MISSING);
	assert_int_equal(mark("pages"), MARK_NONE);
	assert_int_equal(form()->at, index_of("subject"));
	assert_int_equal(letters(), 0);
}

static void
what_was_typed_stays_and_may_be_exchanged(void **state)
{
	(void)state;
	paste("พบ ๙๙๙");
	read_text(one);
	assert_string_equal(value("ref"), "พบ ๙๙๙");
	assert_int_equal(mark("ref"), MARK_DIFFERS);
	assert_int_equal(form()->at, index_of("ref"));
	char *note = form_sheet_note(form(), form()->at);
	assert_non_null(strstr(note, "พบ 0017.3/ว 665"));
	free(note);
	press('t' - 'a' + 1);
	assert_string_equal(value("ref"), "พบ 0017.3/ว 665");
	assert_int_equal(mark("ref"), MARK_READ);
	press(0x1F);
	assert_string_equal(value("ref"), "พบ ๙๙๙");
}

static void
a_field_that_is_mended_has_no_mark_any_more(void **state)
{
	(void)state;
	read_text(one);
	form()->at = index_of("subject");
	assert_int_equal(mark("subject"), MARK_READ);
	press('x');
	assert_int_equal(mark("subject"), MARK_NONE);
	press(K_BACKSPACE);
	assert_int_equal(mark("subject"), MARK_READ);
}

static void
another_sheet_takes_the_place_of_the_first(void **state)
{
	(void)state;
	read_text(one);
	read_text(other);
	assert_string_equal(value("ref"), "พบ 0618/12");
	assert_null(value("subject"));
	assert_int_equal(mark("subject"), MARK_MISSING);
}

static void
the_text_is_kept_with_the_letter(void **state)
{
	(void)state;
	read_text(one);
	assert_int_equal(form()->at, form()->n_fields);
	press(K_ENTER);
	assert_int_equal(letters(), 1);
	assert_int_equal(fixture_count(&fixture,
				       "SELECT count(*) FROM letter_text WHERE "
				       "body LIKE '%เตรียมการ%'"),
			 1);
}

static void
what_no_field_tells_stands_before_the_text(void **state)
{
	(void)state;
	read_text("ที่ พบ ๐๖๑๘/๑๒\nที่ว่าการอำเภอบ้านลาด\n๑๖ มกราคม ๒๕๖๙\n"
		  "เรื่อง ประชุม\nเรียน นายก อบต.\n"
		  "ให้รายงานผลภายในวันที่ ๓1 มกราคม ๒๕๖๙\n");
	assert_non_null(strstr(form()->sheet->shown, "! "));
	assert_non_null(strstr(form()->sheet->shown, "\n\nที่ พบ"));
	press(K_F1 + 8);
	assert_true(form()->sheet->is_shown);
}

/* With the text beside or above the form, and in the chooser. */
static void
no_size_breaks_it(void **state)
{
	(void)state;
	read_text(one);
	press(K_F1 + 8);
	for (int i = 0; i < 40; i++) {
		if (i == 20)
			press(K_F1 + 6);
		term_test_resize(tui.term, 1 + i * 3 % 50, 1 + i * 37 % 200);
		tui_loop(&tui);
		press(i % 3 == 0 ? K_PAGE_DOWN : K_DOWN);
	}
	assert_string_equal(tui_top(&tui)->ops->name, "sheet");
}

static void
a_text_that_is_no_letter_fills_nothing(void **state)
{
	(void)state;
	read_text("ไข่ไก่ ๒ แผง\nน้ำปลา ๑ ขวด\n");
	assert_null(value("ref"));
	assert_int_equal(mark("ref"), MARK_NONE);
	assert_int_equal(tui.status_style, STYLE_ERROR);
}

static void
a_file_that_cannot_be_read_changes_nothing(void **state)
{
	struct error err = {0};

	(void)state;
	read_text(one);
	assert_false(form_sheet_read_file(form(), "/nothing/here.txt", &err));
	assert_string_equal(value("ref"), "พบ 0017.3/ว 665");
	assert_int_equal(mark("ref"), MARK_READ);
}

/* The line after ":", as typed. */
static void
run(const char *line)
{
	press(K_ESC);
	press(K_ESC);
	text_add(&tui.pending, line);
	press(K_TICK);
	press('x');
}

static void
a_form_opened_with_a_file_begins_with_what_is_read(void **state)
{
	char path[] = "/tmp/saraban-sheet.XXXXXX";
	char *line = xasprintf("receive %s", path);

	(void)state;
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, one, strlen(one)), strlen(one));
	close(fd);
	memcpy(line + strlen("receive "), path, strlen(path));
	run(line);
	assert_string_equal(value("ref"), "พบ 0017.3/ว 665");
	assert_int_equal(mark("ref"), MARK_READ);
	press(K_F1 + 1);
	assert_int_equal(letters(), 1);
	assert_int_equal(
	    fixture_count(&fixture, "SELECT count(*) FROM attachment"), 1);
	unlink(path);
	free(line);
}

static void
other_forms_take_no_sheet(void **state)
{
	(void)state;
	press(K_ESC);
	fixture_must(&fixture, "clerk", "receive", "--subject", "ก", NULL);
	run("endorse 1");
	assert_false(form_takes_sheet(form()));
	press(K_F1 + 6);
	assert_string_equal(tui_top(&tui)->ops->name, "form");
	assert_int_equal(tui.status_style, STYLE_ERROR);
}

/* The chooser on the folder of the register, where a letter lies too. */
static void
the_register_itself_is_no_letter_to_choose(void **state)
{
	char *path = xasprintf("%s/letter.txt", fixture.directory);
	char *folder = xasprintf("%s/", fixture.directory);
	const struct sheet_screen *s;
	FILE *out = fopen(path, "w");

	(void)state;
	assert_non_null(out);
	assert_int_equal(fclose(out), 0);
	press(K_F1 + 6);
	press(0x15); /* C-u */
	paste(folder);
	s = (const struct sheet_screen *)tui_top(&tui);
	assert_true(s->folder.n > 2);
	assert_int_equal(s->files.n, 1);
	assert_string_equal(s->folder.at[s->shown[0]].name, "letter.txt");
	free(folder);
	free(path);
}

#define sheet_test(f) cmocka_unit_test_setup_teardown(f, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    sheet_test(
		each_field_says_how_it_was_read_and_nothing_is_registered),
	    sheet_test(what_was_typed_stays_and_may_be_exchanged),
	    sheet_test(a_field_that_is_mended_has_no_mark_any_more),
	    sheet_test(another_sheet_takes_the_place_of_the_first),
	    sheet_test(the_text_is_kept_with_the_letter),
	    sheet_test(what_no_field_tells_stands_before_the_text),
	    sheet_test(no_size_breaks_it),
	    sheet_test(a_text_that_is_no_letter_fills_nothing),
	    sheet_test(a_file_that_cannot_be_read_changes_nothing),
	    sheet_test(a_form_opened_with_a_file_begins_with_what_is_read),
	    sheet_test(other_forms_take_no_sheet),
	    sheet_test(the_register_itself_is_no_letter_to_choose),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
