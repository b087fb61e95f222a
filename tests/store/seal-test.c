/* seal-test.c -- the register's key: made, lost, wrong, replaced */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#include "model/ledger.h"
#include "model/seal.h"

#include "tests/fixture.h"
#include "tests/test.h"

static struct fixture f;
static char *path;

static int
set_up(void **state)
{
	(void)state;
	fixture_register(&f);
	path = xasprintf("%s-key", f.beside);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	free(path);
	fixture_done(&f);
	return 0;
}

static struct store *
store(void)
{
	return fixture_session(&f, NULL)->store;
}

static bool
is_signed_well(const char *message, const char *signature)
{
	struct sign_key k;
	bool good = false;

	assert_true(seal_verify(store(), message, strlen(message), signature,
				&k, &good, &f.err));
	return good;
}

static char *
sealed(const char *message)
{
	struct text t = {0};

	if (!seal_sign(store(), message, strlen(message), "x", &t, &f.err))
		return NULL;
	return text_take(&t);
}

static void
init_makes_a_key_that_is_the_accounts_alone(void **state)
{
	struct stat sb;
	char *signature = sealed("m");

	(void)state;
	assert_int_equal(stat(path, &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0600);
	assert_non_null(signature);
	assert_true(is_signed_well("m", signature));
	assert_false(is_signed_well("n", signature));
	free(signature);
}

static void
without_the_key_file_one_goes_on_and_is_told(void **state)
{
	(void)state;
	unlink(path);
	assert_null(sealed("m"));
	assert_ptr_equal(f.err.kind, &SEAL_MISSING);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&f, NULL, "key show", NULL);
	assert_false(json_is_true(json_object_get(f.answer, "signs")));
	assert_true(fixture_is_clean(&f));
}

static void
another_registers_key_does_not_sign(void **state)
{
	struct sign_key other;
	struct text t = {0};

	(void)state;
	sign_key_make(&other);
	sign_key_write(&other, &t);
	unlink(path);
	assert_true(file_write(t.s, t.n, path, &f.err));
	assert_null(sealed("m"));
	assert_ptr_equal(f.err.kind, &SEAL_WRONG);
	unlink(path);
	assert_true(file_write("words", 5, path, &f.err));
	assert_null(sealed("m"));
	assert_ptr_equal(f.err.kind, &SEAL_WRONG);
	text_done(&t);
}

/* What was signed before stays good; the new key signs from now on. */
static void
a_new_key_is_signed_by_the_one_before(void **state)
{
	char *before = sealed("m"), *after;
	struct sign_key was, now;

	(void)state;
	assert_true(seal_public(store(), &was, &f.err));
	fixture_must(&f, NULL, "key new", NULL);
	assert_true(seal_public(store(), &now, &f.err));
	assert_false(sign_key_is_same(&was, &now));
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM payload "
					   "WHERE CAST(body ->> "
					   "'signature' AS TEXT) "
					   "LIKE '%trusted comment%'"),
			 1);
	after = sealed("m");
	assert_true(is_signed_well("m", before));
	assert_true(is_signed_well("m", after));
	assert_string_not_equal(before, after);
	assert_true(fixture_is_clean(&f));
	free(before);
	free(after);
}

/* The power goes between the commit and the file's new name. */
static void
a_new_key_is_found_beside_the_old(void **state)
{
	char *next = xasprintf("%s.new", path);
	char *signature;

	(void)state;
	fixture_must(&f, NULL, "key new", NULL);
	assert_int_equal(access(next, F_OK), 0);
	signature = sealed("m");
	assert_true(is_signed_well("m", signature));
	assert_int_not_equal(access(next, F_OK), 0);
	free(signature);
	free(next);
}

static void
a_lost_key_is_replaced_with_a_reason(void **state)
{
	char *signature;

	(void)state;
	unlink(path);
	assert_true(fixture_refuses(&f, &SEAL_MISSING, NULL, "key new", NULL));
	fixture_must(&f, NULL, "key new", "--reason", "เครื่องเดิมเสีย", NULL);
	signature = sealed("m");
	assert_non_null(signature);
	assert_true(is_signed_well("m", signature));
	assert_true(fixture_is_clean(&f));
	free(signature);
}

static void
only_the_owner_sets_a_key(void **state)
{
	(void)state;
	assert_false(fixture_act(&f, "clerk", "key new", NULL));
	fixture_must(&f, "clerk", "key show", NULL);
}

/* A register that was removed leaves its key; the next one takes it. */
static void
init_takes_a_key_that_lies_there(void **state)
{
	struct fixture g;
	struct sign_key k;
	char *there;

	(void)state;
	fixture_start(&g);
	there = xasprintf("%s-key", g.beside);
	assert_true(file_write("words", 5, there, &g.err));
	assert_true(fixture_refuses(&g, &SEAL_WRONG, NULL, "init", "ก", NULL));
	fixture_close(&g);
	unlink(there);
	assert_true(file_copy(path, there, &g.err));
	fixture_must(&g, NULL, "init", "ก", NULL);
	assert_true(seal_load(fixture_session(&g, NULL)->store, &k, &g.err));
	sign_key_wipe(&k);
	free(there);
	fixture_done(&g);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(init_makes_a_key_that_is_the_accounts_alone),
	    TEST(without_the_key_file_one_goes_on_and_is_told),
	    TEST(another_registers_key_does_not_sign),
	    TEST(a_new_key_is_signed_by_the_one_before),
	    TEST(a_new_key_is_found_beside_the_old),
	    TEST(a_lost_key_is_replaced_with_a_reason),
	    TEST(only_the_owner_sets_a_key),
	    TEST(init_takes_a_key_that_lies_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
