/* draft-test.c -- what was typed is there again, whatever ended the form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/draft.h"

#include "tui/form.h"

#include "tests/fixture.h"
#include "tests/test.h"
#include "tests/unit/seat.h"

static struct fixture f;
static struct seat clerk;

static int
start(void **state)
{
	(void)state;
	seat_begin(&clerk, &f, 1);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	seat_end(&clerk, &f);
	return 0;
}

static size_t
files(void)
{
	char *folder = xasprintf("%s-drafts", f.beside);
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t n = 0;

	while (dir && (entry = readdir(dir)) != NULL)
		n += entry->d_name[0] != '.';
	if (dir)
		closedir(dir);
	free(folder);
	return n;
}

static size_t
waiting(void)
{
	size_t n;
	struct error err = {0};

	assert_true(drafts_waiting(clerk.tui.session, &n, &err));
	return n;
}

static struct form *
top_form(void)
{
	assert_string_equal(seat_screen(&clerk), "form");
	return (struct form *)tui_top(&clerk.tui);
}

static const char *
text_of(const struct form *form, const char *option)
{
	for (size_t i = 0; i < form->n_fields; i++)
		if (form->fields[i].option->name &&
		    strcmp(form->fields[i].option->name, option) == 0)
			return form->fields[i].ops->value(&form->fields[i], 0);
	fail_msg("no field %s", option);
	return NULL;
}

static void
what_was_typed_is_there_after_the_line_dropped(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "เห็นควรพิจารณา");
	seat_come_back(&clerk, &f, "clerk");
	assert_true(seat_sees(&clerk, "drafts 1"));
	seat_press(&clerk, 'D');
	assert_true(seat_sees(&clerk, "เห็นควรพิจารณา"));
	seat_press(&clerk, K_ENTER);
	assert_string_equal(text_of(top_form(), "note"), "เห็นควรพิจารณา");
	/* on top of the desk, not of the list it came from */
	assert_int_equal(clerk.tui.n_screens, 2);
}

static void
the_cursor_is_where_it_was(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "กข");
	seat_press(&clerk, K_LEFT);
	seat_come_back(&clerk, &f, "clerk");
	seat_press(&clerk, 'D');
	seat_press(&clerk, K_ENTER);
	seat_type(&clerk, "ค");
	assert_string_equal(text_of(top_form(), "note"), "กคข");
}

/* An operand that is still empty does not take what was typed for the next. */
static void
typed_operands_are_in_their_fields(void **state)
{
	struct seat keeper;

	(void)state;
	seat_take(&keeper, &f, NULL);
	seat_say(&keeper, "person add");
	seat_press(&keeper, K_TAB);
	seat_type(&keeper, "คุณใหม่");
	seat_leave(&keeper);
	seat_take(&keeper, &f, NULL);
	seat_press(&keeper, 'D');
	seat_press(&keeper, K_ENTER);
	const struct form *form = (const struct form *)tui_top(&keeper.tui);
	assert_null(form->fields[0].ops->value(&form->fields[0], 0));
	assert_string_equal(form->fields[1].ops->value(&form->fields[1], 0),
			    "คุณใหม่");
	assert_int_equal(form->at, 1);
	seat_leave(&keeper);
}

static void
a_draft_continued_is_saved_once_and_gone(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "เห็นควร");
	seat_come_back(&clerk, &f, "clerk");
	seat_press(&clerk, 'D');
	seat_press(&clerk, K_ENTER);
	seat_press(&clerk, K_F1 + 1);
	assert_true(seat_sees(&clerk, "letter 1/2569 endorsed"));
	assert_int_equal(files(), 0);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event "
					   "WHERE kind = 'letter.endorse'"),
			 1);
}

static void
a_form_in_which_nothing_was_typed_leaves_nothing(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	assert_int_equal(files(), 1);
	seat_come_back(&clerk, &f, "clerk");
	assert_int_equal(files(), 0);
}

static void
leaving_on_purpose_leaves_nothing(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	seat_press(&clerk, K_ESC);
	assert_int_equal(files(), 1);
	seat_press(&clerk, K_ESC);
	assert_string_equal(seat_screen(&clerk), "desk");
	assert_int_equal(files(), 0);
}

static void
a_key_leaves_the_form_and_keeps_it(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	seat_press(&clerk, K_ESC);
	assert_true(seat_sees(&clerk, "F12 keeps it"));
	seat_press(&clerk, K_F1 + 11);
	assert_string_equal(seat_screen(&clerk), "desk");
	assert_true(seat_sees(&clerk, "drafts 1"));
	seat_say(&clerk, "endorse 1");
	seat_press(&clerk, K_F1 + 11);
	assert_int_equal(waiting(), 1);
}

/* A refused act: its text goes into the one that may be done. */
static void
the_text_of_a_refused_act_goes_into_another(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "ข้อความ");
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	seat_press(&clerk, K_F1 + 1);
	assert_true(seat_sees(&clerk, "only the holder of the post"));
	seat_press(&clerk, K_F1 + 11);
	fixture_must(&f, "clerk", "receive", "--subject", "y", NULL);
	seat_say(&clerk, "endorse 2");
	seat_press(&clerk, K_F1 + 7);
	seat_press(&clerk, K_F1 + 4);
	assert_string_equal(text_of(top_form(), "note"), "ข้อความ");
	seat_press(&clerk, K_F1 + 1);
	assert_true(seat_sees(&clerk, "letter 2/2569 endorsed"));
}

/* What is kept of the one before is not typed yet. */
static void
each_form_in_a_row_has_a_draft_of_its_own(void **state)
{
	(void)state;
	seat_say(&clerk, "receive");
	seat_type(&clerk, "1/1");
	assert_int_equal(files(), 1);
	for (int i = 0; i < 2; i++)
		seat_press(&clerk, K_TAB);
	seat_type(&clerk, "จังหวัด");
	seat_press(&clerk, K_F1 + 2);
	assert_true(seat_sees(&clerk, "received as number 2"));
	assert_int_equal(files(), 1);
	assert_int_equal(waiting(), 0);
	seat_type(&clerk, "2/2");
	seat_come_back(&clerk, &f, "clerk");
	assert_int_equal(waiting(), 1);
	seat_press(&clerk, 'D');
	assert_true(seat_sees(&clerk, "2/2"));
}

static void
quitting_keeps_it(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	seat_press(&clerk, K_F1 + 9);
	assert_true(seat_sees(&clerk, "stays as a draft"));
	seat_press(&clerk, K_F1 + 9);
	assert_int_equal(clerk.tui.n_screens, 0);
	seat_come_back(&clerk, &f, "clerk");
	assert_int_equal(waiting(), 1);
}

static void
a_draft_that_is_open_is_not_offered_elsewhere(void **state)
{
	struct session other;
	struct session_wish wish = fixture_wish(&f, "clerk");
	struct error err = {0};
	size_t n;

	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	session_init(&other, &wish, fixture_clock(&f));
	assert_true(session_open(&other, true, &err));
	assert_true(drafts_waiting(&other, &n, &err));
	assert_int_equal(n, 0);
	seat_leave(&clerk);
	assert_true(drafts_waiting(&other, &n, &err));
	assert_int_equal(n, 1);
	session_done(&other);
	seat_take(&clerk, &f, "clerk");
}

static void
nobody_else_sees_it(void **state)
{
	struct error err = {0};
	size_t n;

	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	seat_come_back(&clerk, &f, "clerk");
	assert_true(drafts_waiting(fixture_session(&f, "head"), &n, &err));
	assert_int_equal(n, 0);
	assert_true(drafts_waiting(fixture_session(&f, NULL), &n, &err));
	assert_int_equal(n, 0);
}

/* It was done, and he was not told: the answer was lost. */
static void
a_draft_that_was_done_is_told_and_gone(void **state)
{
	unsigned char act_id[ID_SIZE];

	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	memcpy(act_id, top_form()->act_id, sizeof(act_id));
	seat_leave(&clerk);
	assert_true(fixture_act_as(&f, act_id, "clerk", "endorse", "1",
				   "--note", "x", NULL));
	seat_take(&clerk, &f, "clerk");
	assert_true(seat_sees(&clerk, "done: letter 1/2569 endorsed"));
	assert_int_equal(waiting(), 0);
	assert_int_equal(files(), 0);
}

/* The letter became one that he may not read. */
static void
what_was_typed_about_a_secret_letter_is_veiled_with_it(void **state)
{
	(void)state;
	fixture_clear(&f, "clerk", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "ลับมาก", "--secrecy",
		     "secret", NULL);
	seat_say(&clerk, "endorse 2");
	seat_type(&clerk, "ความในหนังสือ");
	seat_come_back(&clerk, &f, "clerk");
	seat_press(&clerk, 'D');
	assert_true(seat_sees(&clerk, "ความในหนังสือ"));
	/* he goes from the chain to a division */
	fixture_must(&f, NULL, "person end", "clerk", "--post", "clerk", "--on",
		     "2026-01-19", NULL);
	fixture_must(&f, NULL, "person hold", "clerk", "--post", "works",
		     "--from", "2026-01-20", NULL);
	seat_press(&clerk, K_TICK);
	seat_press(&clerk, 'D');
	assert_false(seat_sees(&clerk, "ความในหนังสือ"));
	assert_true(seat_sees(&clerk, "(secret"));
	seat_press(&clerk, K_ENTER);
	assert_string_equal(seat_screen(&clerk), "drafts");
	assert_true(seat_sees(&clerk, "the letter is not for you to see"));
}

static void
discarding_asks_first(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	seat_come_back(&clerk, &f, "clerk");
	seat_press(&clerk, 'D');
	seat_press(&clerk, 'x');
	assert_int_equal(files(), 1);
	seat_press(&clerk, 'x');
	assert_int_equal(files(), 0);
	assert_true(seat_sees(&clerk, "There are no drafts."));
}

static void
opening_the_same_form_offers_the_draft(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "เก็บไว้");
	seat_come_back(&clerk, &f, "clerk");
	seat_say(&clerk, "endorse 1");
	assert_true(seat_sees(&clerk, "1 draft of this form is kept; F8"));
	seat_press(&clerk, K_F1 + 7);
	seat_press(&clerk, K_ENTER);
	assert_string_equal(text_of(top_form(), "note"), "เก็บไว้");
	/* the empty form is gone */
	assert_int_equal(clerk.tui.n_screens, 2);
}

/* What was typed for an act that the rules now refuse goes into another. */
static void
the_text_of_a_draft_goes_into_another_form(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "y", NULL);
	seat_say(&clerk, "endorse 2");
	seat_type(&clerk, "ความเห็น");
	seat_come_back(&clerk, &f, "clerk");
	fixture_must(&f, "clerk", "receive", "--subject", "z", NULL);
	seat_press(&clerk, K_TICK);
	seat_say(&clerk, "endorse 3");
	seat_press(&clerk, K_F1 + 7);
	seat_press(&clerk, K_F1 + 4);
	assert_string_equal(text_of(top_form(), "note"), "ความเห็น");
	assert_int_equal(waiting(), 1);
}

static void
where_nothing_may_be_written_nothing_is(void **state)
{
	struct session reader;
	struct session_wish wish = fixture_wish(&f, "clerk");
	struct draft draft = {0};
	const struct request r = {.action = action_find("endorse")};
	const struct draft_page page = {.request = r, .is_touched = true};
	struct error err = {0};

	(void)state;
	wish.read_only = true;
	session_init(&reader, &wish, fixture_clock(&f));
	assert_true(session_open(&reader, true, &err));
	assert_true(draft_keep(&draft, &reader, &page, &err));
	assert_int_equal(files(), 0);
	session_done(&reader);
}

static void
who_cannot_keep_it_is_told_and_goes_on(void **state)
{
	char *folder = xasprintf("%s-drafts", f.beside);
	int fd;

	(void)state;
	/* root may write anywhere: a file stands in the way */
	fd = open(folder, O_WRONLY | O_CREAT, 0600);
	assert_true(fd >= 0);
	seat_say(&clerk, "endorse 1");
	assert_true(seat_sees(&clerk, "What you type is not kept as a draft"));
	seat_type(&clerk, "x");
	assert_true(seat_sees(&clerk, "What you type is not kept as a draft"));
	seat_press(&clerk, K_F1 + 9);
	assert_true(seat_sees(&clerk, "What was typed will be lost"));
	/* as soon as it can be kept it is */
	assert_int_equal(unlink(folder), 0);
	seat_type(&clerk, "y");
	assert_false(seat_sees(&clerk, "not kept"));
	assert_int_equal(files(), 1);
	seat_press(&clerk, K_F1 + 1);
	assert_true(seat_sees(&clerk, "letter 1/2569 endorsed"));
	close(fd);
	free(folder);
}

static void
drafts_that_cannot_be_read_keep_nobody_from_his_desk(void **state)
{
	char *folder = xasprintf("%s-drafts", f.beside);
	int fd = open(folder, O_WRONLY | O_CREAT, 0600);

	(void)state;
	assert_true(fd >= 0);
	seat_come_back(&clerk, &f, "clerk");
	assert_string_equal(seat_screen(&clerk), "desk");
	assert_true(seat_sees(&clerk, "น้ำท่วม"));
	assert_true(seat_sees(&clerk, "-drafts"));
	close(fd);
	free(folder);
}

static void
its_folder_and_files_are_the_owners_alone(void **state)
{
	char *folder = xasprintf("%s-drafts", f.beside);
	struct stat st;

	(void)state;
	seat_say(&clerk, "endorse 1");
	assert_int_equal(stat(folder, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	free(folder);
}

#define draft_test(t) cmocka_unit_test_setup_teardown(t, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    draft_test(what_was_typed_is_there_after_the_line_dropped),
	    draft_test(the_cursor_is_where_it_was),
	    draft_test(typed_operands_are_in_their_fields),
	    draft_test(a_draft_continued_is_saved_once_and_gone),
	    draft_test(a_form_in_which_nothing_was_typed_leaves_nothing),
	    draft_test(leaving_on_purpose_leaves_nothing),
	    draft_test(a_key_leaves_the_form_and_keeps_it),
	    draft_test(the_text_of_a_refused_act_goes_into_another),
	    draft_test(each_form_in_a_row_has_a_draft_of_its_own),
	    draft_test(quitting_keeps_it),
	    draft_test(a_draft_that_is_open_is_not_offered_elsewhere),
	    draft_test(nobody_else_sees_it),
	    draft_test(a_draft_that_was_done_is_told_and_gone),
	    draft_test(what_was_typed_about_a_secret_letter_is_veiled_with_it),
	    draft_test(discarding_asks_first),
	    draft_test(opening_the_same_form_offers_the_draft),
	    draft_test(the_text_of_a_draft_goes_into_another_form),
	    draft_test(where_nothing_may_be_written_nothing_is),
	    draft_test(who_cannot_keep_it_is_told_and_goes_on),
	    draft_test(drafts_that_cannot_be_read_keep_nobody_from_his_desk),
	    draft_test(its_folder_and_files_are_the_owners_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
