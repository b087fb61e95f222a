/* draft-test.c -- what was typed is there again, whatever ended the form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
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
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำท่วม", NULL);
	seat_take(&clerk, &f, "clerk");
	return 0;
}

static int
end(void **state)
{
	(void)state;
	seat_leave(&clerk);
	fixture_done(&f);
	return 0;
}

/* The line drops, and the same person comes back. */
static void
come_back(void)
{
	seat_leave(&clerk);
	seat_take(&clerk, &f, "clerk");
}

static size_t
files(void)
{
	char *folder = xasprintf("%s-drafts", f.path);
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
	come_back();
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
	come_back();
	seat_press(&clerk, 'D');
	seat_press(&clerk, K_ENTER);
	seat_type(&clerk, "ค");
	assert_string_equal(text_of(top_form(), "note"), "กคข");
}

static void
a_draft_continued_is_saved_once_and_gone(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "เห็นควร");
	come_back();
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
	come_back();
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
quitting_keeps_it(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	seat_press(&clerk, K_F1 + 9);
	assert_true(seat_sees(&clerk, "stays as a draft"));
	seat_press(&clerk, K_F1 + 9);
	assert_int_equal(clerk.tui.n_screens, 0);
	come_back();
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
	come_back();
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

static void
discarding_asks_first(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	come_back();
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
	come_back();
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
	come_back();
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
	char *folder = xasprintf("%s-drafts", f.path);
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

/* The disk is full once the form is open. */
static void
a_full_disk_keeps_what_is_typed_all_the_same(void **state)
{
	struct rlimit before, none;

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	seat_say(&clerk, "endorse 1");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	none = (struct rlimit){2 * SLOT_SIZE, before.rlim_max};
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	seat_type(&clerk, "ดิสก์เต็ม");
	assert_false(seat_sees(&clerk, "not kept"));
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	come_back();
	seat_press(&clerk, 'D');
	assert_true(seat_sees(&clerk, "ดิสก์เต็ม"));
}

/* ------------------------------------------------ kill -9 at each write */

static const char typed[] = "abcdefghijklmnopqrstuvwxyz";

static void
type_and_die(size_t n)
{
	struct seat s;

	fixture_close(&f);
	seat_take(&s, &f, "clerk");
	seat_say(&s, "endorse 1");
	for (size_t i = 0; i < n; i++)
		seat_press(&s, (uint32_t)typed[i]);
	kill(getpid(), SIGKILL);
}

static void
kill_9_loses_no_key(void **state)
{
	(void)state;
	seat_leave(&clerk);
	fixture_close(&f);
	for (size_t n = 1; n < sizeof(typed); n += 4) {
		pid_t child = fork();
		int status;

		if (child == 0)
			type_and_die(n);
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFSIGNALED(status));
		seat_take(&clerk, &f, "clerk");
		seat_press(&clerk, 'D');
		seat_press(&clerk, K_ENTER);
		const char *kept = text_of(top_form(), "note");
		assert_int_equal(strlen(kept), n);
		assert_int_equal(strncmp(kept, typed, n), 0);
		form_discard(tui_top(&clerk.tui));
		seat_leave(&clerk);
		fixture_close(&f);
	}
	seat_take(&clerk, &f, "clerk");
}

/* ------------------------------------------------------- what lies there */

static void
put_file(const char *name, const void *bytes, size_t n)
{
	char *path = xasprintf("%s-drafts/%s", f.path, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, n), n);
	close(fd);
	free(path);
}

static void
foreign_files_are_passed_over(void **state)
{
	static const char *const names[] = {
	    "x",
	    "1-2-",
	    "1-2-zz",
	    "-1--1-00000000000000000000000000000000",
	    "1-2-0000000000000000000000000000000",
	    "1-2-000000000000000000000000000000000",
	    "1-2-00000000000000000000000000000000",
	    "1-2-00000000000000000000000000000001.new",
	};

	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "x");
	come_back();
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		put_file(names[i], "saraban", 7);
	assert_int_equal(waiting(), 1);
	seat_press(&clerk, 'D');
	assert_true(seat_sees(&clerk, "Endorse a letter"));
}

/* A page that was not written by us, under a sum that is right. */
static void
any_page_is_read_or_passed_over(void **state)
{
	static const char *const pages[] = {
	    "",
	    "{",
	    "[]",
	    "{}",
	    "{\"action\":\"endorse\"}",
	    "{\"action\":\"nothing\",\"act\":\"00\",\"fields\":[]}",
	    "{\"action\":\"endorse\",\"act\":\"00\",\"fields\":[]}",
	    "{\"act\":\"00000000000000000000000000000000\",\"action\":"
	    "\"endorse\",\"fields\":[1,null,{}],\"login\":\"clerk\","
	    "\"person\":2,\"touched\":true}",
	    "{\"act\":\"00000000000000000000000000000000\",\"action\":"
	    "\"endorse\",\"cursor\":-5,\"field\":99999999999,\"fields\":"
	    "[{\"name\":\"nothing\",\"value\":\"x\"}],\"login\":\"clerk\","
	    "\"number\":\"9/9\",\"letter\":77,\"person\":2,\"touched\":true}",
	};
	char *path =
	    xasprintf("%s-drafts/1-2-00000000000000000000000000000000", f.path);
	struct error err = {0};

	(void)state;
	seat_say(&clerk, "endorse 1");
	come_back();
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		struct slots slots;

		assert_true(slots_make(&slots, path, &err));
		assert_true(
		    slots_write(&slots, pages[i], strlen(pages[i]), &err));
		slots_close(&slots);
		seat_press(&clerk, 'D');
		seat_press(&clerk, K_ENTER);
		come_back();
		unlink(path);
	}
	free(path);
}

static void
its_folder_and_files_are_the_owners_alone(void **state)
{
	char *folder = xasprintf("%s-drafts", f.path);
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
	    draft_test(a_draft_continued_is_saved_once_and_gone),
	    draft_test(a_form_in_which_nothing_was_typed_leaves_nothing),
	    draft_test(leaving_on_purpose_leaves_nothing),
	    draft_test(quitting_keeps_it),
	    draft_test(a_draft_that_is_open_is_not_offered_elsewhere),
	    draft_test(nobody_else_sees_it),
	    draft_test(a_draft_that_was_done_is_told_and_gone),
	    draft_test(discarding_asks_first),
	    draft_test(opening_the_same_form_offers_the_draft),
	    draft_test(the_text_of_a_draft_goes_into_another_form),
	    draft_test(where_nothing_may_be_written_nothing_is),
	    draft_test(who_cannot_keep_it_is_told_and_goes_on),
	    draft_test(a_full_disk_keeps_what_is_typed_all_the_same),
	    draft_test(kill_9_loses_no_key),
	    draft_test(foreign_files_are_passed_over),
	    draft_test(any_page_is_read_or_passed_over),
	    draft_test(its_folder_and_files_are_the_owners_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
