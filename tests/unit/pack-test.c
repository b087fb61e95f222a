/* pack-test.c -- what is packed comes back, and nothing else does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/pack.h"
#include "base/scratch.h"

#include "tests/test.h"

static char *folder, *whole, *packed, *again;
static struct error err;

static void
put(const char *path, const void *bytes, size_t n)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static int
begin(void **state)
{
	(void)state;
	err = (struct error){0};
	folder = scratch_make("/tmp", &err);
	whole = xasprintf("%s/whole", folder);
	packed = xasprintf("%s/packed%s", folder, pack_ending);
	again = xasprintf("%s/again", folder);
	return folder != NULL ? 0 : -1;
}

static int
end(void **state)
{
	(void)state;
	scratch_remove(folder);
	free(folder);
	free(whole);
	free(packed);
	free(again);
	return 0;
}

/* Some of it repeats itself and some does not. */
static char *
filling(size_t n)
{
	char *s = xmalloc(n + 1);

	for (size_t i = 0; i < n; i++)
		s[i] = i % 2 ? "saraban"[i % 7] : (char)(i * 2654435761u >> 24);
	return s;
}

static void
assert_comes_back(size_t n)
{
	struct file_info is, small, back;
	char *s = filling(n);

	put(whole, s, n);
	assert_true(pack_file(whole, packed, &is, &small, &err));
	assert_int_equal(is.size, n);
	assert_true(unpack_file(packed, again, (long long)n, &back, &err));
	assert_int_equal(back.size, n);
	assert_memory_equal(is.digest, back.digest, DIGEST_SIZE);
	unlink(packed);
	unlink(again);
	free(s);
}

static void
files_of_any_size_come_back(void **state)
{
	(void)state;
	assert_comes_back(0);
	assert_comes_back(1);
	assert_comes_back(131072);
	assert_comes_back(3000001);
}

static void
nothing_is_written_over(void **state)
{
	struct file_info a, b;

	(void)state;
	put(whole, "x", 1);
	put(packed, "y", 1);
	assert_false(pack_file(whole, packed, &a, &b, &err));
	assert_ptr_equal(err.kind, &FILE_WRITE);
	assert_true(file_inspect(packed, &a, &err));
	assert_int_equal(a.size, 1);
}

static void
what_grows_beyond_its_size_is_damaged(void **state)
{
	struct file_info a, b;
	char *s = filling(100000);

	(void)state;
	put(whole, s, 100000);
	assert_true(pack_file(whole, packed, &a, &b, &err));
	assert_false(unpack_file(packed, again, 99999, &a, &err));
	assert_ptr_equal(err.kind, &PACK_DAMAGED);
	assert_int_equal(access(again, F_OK), -1);
	free(s);
}

/* A flipped byte, or an end that is missing, is found by zstd itself. */
static void
what_is_damaged_leaves_nothing(void **state)
{
	struct file_info a, b;
	char *s = filling(50000);
	struct text t = {0};

	(void)state;
	if (*pack_ending == '\0')
		skip();
	put(whole, s, 50000);
	assert_true(pack_file(whole, packed, &a, &b, &err));
	assert_true(file_read(packed, 1 << 20, &t, &err));
	for (size_t i = 0; i < t.n; i += t.n / 50 + 1) {
		t.s[i] ^= 0x41;
		put(packed, t.s, t.n);
		t.s[i] ^= 0x41;
		assert_false(unpack_file(packed, again, 50000, &a, &err));
		put(packed, t.s, i);
		assert_false(unpack_file(packed, again, 50000, &a, &err));
		assert_int_equal(access(again, F_OK), -1);
	}
	text_done(&t);
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(files_of_any_size_come_back, begin,
					    end),
	    cmocka_unit_test_setup_teardown(nothing_is_written_over, begin,
					    end),
	    cmocka_unit_test_setup_teardown(
		what_grows_beyond_its_size_is_damaged, begin, end),
	    cmocka_unit_test_setup_teardown(what_is_damaged_leaves_nothing,
					    begin, end),
	};

	if (!digest_init())
		return 99;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
