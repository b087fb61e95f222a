/* minisign-test.c -- what is signed here, any minisign verifies, and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/minisign.h"

#include "tests/test.h"

static struct sign_key key;
static char *directory;

static const char message[] = "หนังสือรับ ๑๔๔/๒๕๖๙\n";

static int
set_up(void **state)
{
	(void)state;
	if (!digest_init())
		return -1;
	sign_key_make(&key);
	directory = xstrdup("/tmp/saraban-minisign.XXXXXX");
	return mkdtemp(directory) != NULL ? 0 : -1;
}

static int
tear_down(void **state)
{
	char *command = xasprintf("rm -rf '%s'", directory);
	int status = system(command);

	(void)state;
	free(command);
	free(directory);
	return status;
}

/* In the directory, where the files of a test lie. */
static int
shell(const char *line)
{
	char *command =
	    xasprintf("cd '%s' && { %s; } >out 2>&1", directory, line);
	int status = system(command);

	free(command);
	return status;
}

static void
put(const char *name, const char *bytes)
{
	char *path = xasprintf("%s/%s", directory, name);
	struct error err = {0};

	remove(path);
	assert_true(file_write(bytes, strlen(bytes), path, &err));
	free(path);
}

static char *
get(const char *name)
{
	char *path = xasprintf("%s/%s", directory, name);
	struct text text = {0};
	struct error err = {0};

	assert_true(file_read(path, 1 << 16, &text, &err));
	free(path);
	return text_take(&text);
}

static char *
signed_message(void)
{
	struct text t = {0};

	sign_message(&key, message, strlen(message), "day 2026-01-20", &t);
	return text_take(&t);
}

static void
a_key_is_read_as_it_was_written(void **state)
{
	struct text t = {0};
	struct sign_key again;
	char line[SIGN_LINE_SIZE];

	(void)state;
	sign_key_write(&key, &t);
	assert_true(sign_key_read(t.s, &again));
	assert_memory_equal(&again, &key, sizeof(key));
	sign_key_line(&key, line);
	assert_true(sign_key_of_line(line, &again));
	assert_true(sign_key_is_same(&again, &key));
	text_done(&t);
}

static void
a_key_file_with_one_character_changed_is_refused(void **state)
{
	struct text t = {0};
	struct sign_key again;
	size_t refused = 0, changed = 0;

	(void)state;
	sign_key_write(&key, &t);
	for (char *p = strchr(t.s, '\n') + 1; *p != '\n'; p++) {
		char was = *p;

		*p = was == 'A' ? 'B' : 'A';
		refused += !sign_key_read(t.s, &again);
		changed++;
		*p = was;
	}
	/* The salt of a password that is not there counts for nothing. */
	assert_true(refused >= changed - 65);
	assert_false(sign_key_read("", &again));
	assert_false(sign_key_read("untrusted comment: x\n", &again));
	text_done(&t);
}

static void
a_signature_is_of_its_message_key_and_comment(void **state)
{
	char *signature = signed_message(), *trusted = NULL;
	struct sign_key other = key, asked;
	char *at;

	(void)state;
	assert_true(
	    sign_verify(&key, message, strlen(message), signature, &trusted));
	assert_string_equal(trusted, "day 2026-01-20");
	assert_true(sign_key_asked(signature, &asked));
	assert_memory_equal(asked.id, key.id, sizeof(key.id));
	assert_false(
	    sign_verify(&key, message, strlen(message) - 1, signature, NULL));
	other.open[0] ^= 1;
	assert_false(
	    sign_verify(&other, message, strlen(message), signature, NULL));
	other = key;
	other.id[0] ^= 1;
	assert_false(
	    sign_verify(&other, message, strlen(message), signature, NULL));
	at = strstr(signature, "2026");
	memcpy(at, "2027", 4);
	assert_false(
	    sign_verify(&key, message, strlen(message), signature, NULL));
	free(signature);
	free(trusted);
}

/* Whatever a file holds instead of a signature, it is none. */
static void
a_signature_cut_anywhere_is_none(void **state)
{
	char *signature = signed_message();

	(void)state;
	for (size_t n = strlen(signature) - 1; n-- > 0;) {
		signature[n] = '\0';
		assert_false(sign_verify(&key, message, strlen(message),
					 signature, NULL));
	}
	free(signature);
}

static void
minisign_verifies_what_is_signed_here(void **state)
{
	char *signature = signed_message(), *command;
	char line[SIGN_LINE_SIZE];

	(void)state;
	if (shell("command -v minisign") != 0)
		skip();
	put("m", message);
	put("m.minisig", signature);
	sign_key_line(&key, line);
	command = xasprintf("minisign -V -P %s -m m", line);
	assert_int_equal(shell(command), 0);
	put("m", "another");
	assert_int_not_equal(shell(command), 0);
	free(command);
	free(signature);
}

static void
what_minisign_signs_is_verified_here(void **state)
{
	struct text t = {0};
	char *signature, *trusted = NULL;

	(void)state;
	if (shell("command -v minisign") != 0)
		skip();
	sign_key_write(&key, &t);
	put("k", t.s);
	put("m", message);
	assert_int_equal(shell("minisign -S -W -s k -m m -x s -t hello"), 0);
	signature = get("s");
	assert_true(
	    sign_verify(&key, message, strlen(message), signature, &trusted));
	assert_string_equal(trusted, "hello");
	free(trusted);
	free(signature);
	text_done(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_key_is_read_as_it_was_written),
	    cmocka_unit_test(a_key_file_with_one_character_changed_is_refused),
	    cmocka_unit_test(a_signature_is_of_its_message_key_and_comment),
	    cmocka_unit_test(a_signature_cut_anywhere_is_none),
	    cmocka_unit_test(minisign_verifies_what_is_signed_here),
	    cmocka_unit_test(what_minisign_signs_is_verified_here),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
