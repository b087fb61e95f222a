/* draft-test.c -- drafts when all goes wrong: killed, full, spoiled */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
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
waiting(void)
{
	size_t n;
	struct error err = {0};

	assert_true(drafts_waiting(clerk.tui.session, &n, &err));
	return n;
}

/* What stands in the note of the form on top. */
static const char *
note(void)
{
	const struct form *form = (const struct form *)tui_top(&clerk.tui);

	assert_string_equal(seat_screen(&clerk), "form");
	return form->fields[0].ops->value(&form->fields[0], 0);
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
	seat_come_back(&clerk, &f, "clerk");
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
		const char *kept = note();
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
	char *path = xasprintf("%s-drafts/%s", f.beside, name);
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
	seat_come_back(&clerk, &f, "clerk");
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
	    "{\"act\":\"00000000000000000000000000000000\",\"action\":"
	    "\"receive\",\"cursor\":99999,\"field\":3,\"given\":-1,\"fields\":"
	    "[{\"name\":\"nothing\",\"value\":\"x\"},{\"name\":null,\"value\":"
	    "\"/nowhere\"},{\"name\":\"urgency\",\"value\":\"never\"}],"
	    "\"login\":\"clerk\",\"person\":2,\"touched\":true}",
	};
	char *path = xasprintf("%s-drafts/1-2-00000000000000000000000000000000",
			       f.beside);
	struct error err = {0};

	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_come_back(&clerk, &f, "clerk");
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		struct slots slots;

		assert_true(slots_make(&slots, path, &err));
		assert_true(
		    slots_write(&slots, pages[i], strlen(pages[i]), &err));
		slots_close(&slots);
		seat_press(&clerk, 'D');
		seat_press(&clerk, K_ENTER);
		seat_come_back(&clerk, &f, "clerk");
		unlink(path);
	}
	free(path);
}

/* Bytes of a file that holds a draft become others. */
static void
spoiled_files_are_read_or_passed_over(void **state)
{
	char *path;
	uint64_t seed = 5;

	(void)state;
	seat_say(&clerk, "endorse 1");
	seat_type(&clerk, "เห็นควร");
	path = xstrdup(
	    ((struct form *)tui_top(&clerk.tui))->kept.draft.slots.path);
	for (int i = 0; i < 40; i++) {
		char bytes[32];
		int fd = open(path, O_WRONLY);

		for (size_t k = 0; k < sizeof(bytes); k++)
			bytes[k] = (char)fixture_draw(&seed, 256);
		assert_int_equal(
		    pwrite(fd, bytes, sizeof(bytes),
			   (off_t)fixture_draw(&seed, 2 * SLOT_SIZE)),
		    sizeof(bytes));
		close(fd);
		seat_come_back(&clerk, &f, "clerk");
		seat_press(&clerk, 'D');
		seat_press(&clerk, K_ENTER);
	}
	free(path);
}

#define draft_test(t) cmocka_unit_test_setup_teardown(t, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    draft_test(a_full_disk_keeps_what_is_typed_all_the_same),
	    draft_test(kill_9_loses_no_key),
	    draft_test(foreign_files_are_passed_over),
	    draft_test(spoiled_files_are_read_or_passed_over),
	    draft_test(any_page_is_read_or_passed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
