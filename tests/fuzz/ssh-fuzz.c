/* ssh-fuzz.c -- any line of a key: one fingerprint, and nothing before it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/base64.h"
#include "base/digest.h"
#include "base/ssh-key.h"

#include "tests/fuzz/fuzz.h"

/* The fingerprint is of the key's bytes as SHA-256 has them, whatever the
   comment says. */
static void
check_print(const struct ssh_key *k)
{
	unsigned char digest[DIGEST_SIZE];
	struct text bytes = {0}, t = {0};

	if (!base64_decode(k->blob, &bytes))
		bug("no base64: %s", k->blob);
	digest_of(bytes.s, bytes.n, digest);
	text_add(&t, "SHA256:");
	text_add_bytes_base64(&t, digest, sizeof(digest));
	if (strncmp(t.s, k->print, SSH_PRINT_SIZE - 1) != 0 ||
	    strlen(k->print) != SSH_PRINT_SIZE - 1)
		bug("another fingerprint: %s", k->print);
	text_done(&bytes);
	text_done(&t);
}

/* A key has one way to be written: two lines with the same fingerprint are the
   same key, so that ending one ends it. */
static void
check_blob(const struct ssh_key *k)
{
	struct text bytes = {0}, again = {0};

	if (!base64_decode(k->blob, &bytes))
		bug("no base64");
	text_add_bytes_base64(&again, bytes.s, bytes.n);
	if (strcmp(again.s, k->blob) != 0)
		bug("two ways to write it: %s", k->blob);
	/* The type stands in the key, too. */
	if (bytes.n < 4 + strlen(k->type) ||
	    memcmp(bytes.s + 4, k->type, strlen(k->type)) != 0)
		bug("a key of another type");
	text_done(&bytes);
	text_done(&again);
}

/* Strings, each behind its length (RFC 4253, 6.6), and nothing after them: what
   could be added to a key would make another of it. */
static void
check_strings(const struct ssh_key *k)
{
	struct text bytes = {0};
	size_t at = 0;

	if (!base64_decode(k->blob, &bytes))
		bug("no base64");
	while (at + 4 <= bytes.n) {
		const unsigned char *n = (const unsigned char *)bytes.s + at;

		at += 4 + ((size_t)n[0] << 24 | (size_t)n[1] << 16 |
			   (size_t)n[2] << 8 | n[3]);
	}
	if (at != bytes.n)
		bug("no row of strings: %s", k->blob);
	text_done(&bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};
	struct arena a = {0};
	struct error err = {0};
	struct ssh_key k, again;
	const char *line = input_text(&in, &a);

	if (!digest_init())
		bug("no randomness");
	if (ssh_key_read(line, &a, &k, &err)) {
		check_print(&k);
		check_blob(&k);
		check_strings(&k);
		/* Options of authorized_keys would stand before the type. */
		if (strpbrk(k.type, " ,=\"'") != NULL)
			bug("options: %s", k.type);
		line =
		    arena_printf(&a, "%s %s %s\n", k.type, k.blob, k.comment);
		if (!ssh_key_read(line, &a, &again, &err) ||
		    strcmp(k.print, again.print) != 0 ||
		    strcmp(k.comment, again.comment) != 0)
			bug("another key: %s", line);
	}
	arena_done(&a);
	return 0;
}
