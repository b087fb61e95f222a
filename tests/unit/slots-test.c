/* slots-test.c -- a small text survives torn writes, full disks and garbage */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/slots.h"

#include "tests/fixture.h"
#include "tests/test.h"

static struct fixture f;
static char *path;

static int
start(void **state)
{
	(void)state;
	fixture_start(&f);
	path = xasprintf("%s/kept", f.directory);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	free(path);
	fixture_done(&f);
	return 0;
}

static void
put(struct slots *s, const char *text)
{
	struct error err = {0};

	if (!slots_write(s, text, strlen(text), &err))
		fail_msg("%s", err.detail);
}

static struct slots
made_with(const char *text)
{
	struct slots s;
	struct error err = {0};

	if (!slots_make(&s, path, &err))
		fail_msg("%s", err.detail);
	put(&s, text);
	return s;
}

/* Caller frees; NULL when neither slot is whole. */
static char *
kept(void)
{
	struct text t = {0};
	struct error err = {0};
	bool in_use;

	if (!slots_read(path, &t, &in_use, &err))
		assert_ptr_equal(err.kind, &SLOTS_DAMAGED);
	else
		return text_take(&t);
	text_done(&t);
	return NULL;
}

static void
assert_kept(const char *text)
{
	char *s = kept();

	assert_non_null(s);
	assert_string_equal(s, text);
	free(s);
}

/* Writes over the file past slots.c. */
static void
spoil(off_t at, const void *bytes, size_t n)
{
	int fd = open(path, O_WRONLY);

	assert_int_equal(pwrite(fd, bytes, n, at), n);
	close(fd);
}

static void
the_last_text_is_read(void **state)
{
	struct slots s = made_with("หนึ่ง");

	(void)state;
	assert_kept("หนึ่ง");
	put(&s, "สอง");
	assert_kept("สอง");
	put(&s, "");
	assert_kept("");
	slots_close(&s);
	assert_kept("");
}

static void
only_its_owner_may_read_it(void **state)
{
	struct slots s = made_with("x");
	struct stat st;

	(void)state;
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	slots_close(&s);
}

static void
a_torn_write_leaves_the_text_before(void **state)
{
	struct slots s = made_with("ก่อนหน้า");
	struct text longer = {0};

	(void)state;
	for (int i = 0; i < 500; i++)
		text_add(&longer, "ข้อความยาว ");
	put(&s, text_str(&longer));
	assert_kept(text_str(&longer));
	/* number 2 lies in the first slot */
	for (size_t at = 0; at < longer.n; at += 97) {
		spoil((off_t)at, "\0", 1);
		assert_kept("ก่อนหน้า");
		put(&s, "ก่อนหน้า");
		put(&s, text_str(&longer));
		assert_kept(text_str(&longer));
	}
	text_done(&longer);
	slots_close(&s);
}

static void
a_locked_file_is_in_use_until_it_is_closed(void **state)
{
	struct slots s = made_with("x"), other;
	struct text t = {0};
	struct error err = {0};
	bool in_use = false;

	(void)state;
	assert_false(slots_open(&other, path, &t, &err));
	assert_ptr_equal(err.kind, &SLOTS_IN_USE);
	assert_true(slots_read(path, &t, &in_use, &err));
	assert_true(in_use);
	slots_close(&s);
	assert_true(slots_read(path, &t, &in_use, &err));
	assert_false(in_use);
	assert_true(slots_open(&other, path, &t, &err));
	assert_string_equal(text_str(&t), "xxx");
	slots_remove(&other);
	assert_false(slots_open(&other, path, &t, &err));
	assert_ptr_equal(err.kind, &SLOTS_GONE);
	text_done(&t);
}

static void
a_text_that_outgrows_its_slot_gets_a_larger_one(void **state)
{
	struct slots s = made_with("x");
	struct text t = {0};
	bool in_use;
	struct error err = {0};

	(void)state;
	while (t.n < 100 * 1024) {
		text_add(&t, "ยาวขึ้นเรื่อย ๆ ");
		put(&s, text_str(&t));
	}
	assert_kept(text_str(&t));
	text_clear(&t);
	assert_true(slots_read(path, &t, &in_use, &err));
	assert_true(in_use);
	put(&s, "สั้น");
	assert_kept("สั้น");
	text_done(&t);
	slots_close(&s);
}

static void
a_text_without_end_is_refused_and_the_one_before_stays(void **state)
{
	struct slots s = made_with("x");
	struct error err = {0};
	char *endless = xcalloc(1, SLOT_MAX);

	(void)state;
	memset(endless, 'a', SLOT_MAX);
	assert_false(slots_write(&s, endless, SLOT_MAX, &err));
	assert_ptr_equal(err.kind, &FILE_WRITE);
	assert_kept("x");
	free(endless);
	slots_close(&s);
}

/* Files may not grow: what was allocated can still be written. */
static void
no_write_needs_room_on_the_disk(void **state)
{
	struct slots s = made_with("x"), other;
	struct rlimit before, none;
	struct error err = {0};
	char *beside = xasprintf("%s2", path);

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	none = (struct rlimit){2 * SLOT_SIZE, before.rlim_max};
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	put(&s, "ยังเขียนได้");
	none.rlim_cur = 100;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	assert_false(slots_make(&other, beside, &err));
	assert_ptr_equal(err.kind, &FILE_WRITE);
	assert_int_equal(access(beside, F_OK), -1);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_kept("ยังเขียนได้");
	slots_close(&s);
	free(beside);
}

/* A text either is one that was written, or none is. */
static void
any_bytes_are_refused_or_read_whole(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (int i = 0; i < 500; i++) {
		struct slots s = made_with("หนึ่ง");
		char bytes[64], *text;
		struct stat st;

		put(&s, "สอง");
		assert_int_equal(stat(path, &st), 0);
		for (size_t k = 0; k < sizeof(bytes); k++)
			bytes[k] = (char)fixture_draw(&seed, 256);
		spoil((off_t)fixture_draw(&seed, 200), bytes,
		      1 + fixture_draw(&seed, sizeof(bytes)));
		if (fixture_draw(&seed, 2))
			spoil(SLOT_SIZE + (off_t)fixture_draw(&seed, 200),
			      bytes, 1 + fixture_draw(&seed, sizeof(bytes)));
		if (fixture_draw(&seed, 4) == 0)
			assert_int_equal(
			    truncate(path,
				     fixture_draw(&seed, (uint32_t)st.st_size)),
			    0);
		text = kept();
		assert_true(!text || strcmp(text, "หนึ่ง") == 0 ||
			    strcmp(text, "สอง") == 0);
		free(text);
		slots_remove(&s);
	}
}

#define slots_test(t) cmocka_unit_test_setup_teardown(t, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    slots_test(the_last_text_is_read),
	    slots_test(only_its_owner_may_read_it),
	    slots_test(a_torn_write_leaves_the_text_before),
	    slots_test(a_locked_file_is_in_use_until_it_is_closed),
	    slots_test(a_text_that_outgrows_its_slot_gets_a_larger_one),
	    slots_test(a_text_without_end_is_refused_and_the_one_before_stays),
	    slots_test(no_write_needs_room_on_the_disk),
	    slots_test(any_bytes_are_refused_or_read_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
