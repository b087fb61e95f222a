/* signed-fuzz.c -- what is signed: with one byte changed it is not any more */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "model/exchange.h"
#include "model/manifest.h"

#include "tests/fuzz/fuzz.h"

static const char manifest[] =
    "saraban backup 1\n"
    "id: 00112233445566778899aabbccddeeff\n"
    "register: ffeeddccbbaa99887766554433221100\n"
    "practice: no\n"
    "made: 2026-01-20T19:30:00+07:00\n"
    "program: saraban 0.1.0\n"
    "sqlite: 3.40.1\n"
    "schema: 1\n"
    "events: 13\n"
    "head: 1 13 "
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef "
    "main อบต.หนองกะปุ\n"
    "last: 1 2569 3 receive\n"
    "page: 1 2026-01-19 5f0c1a7e\n"
    "packed: "
    "1123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef "
    "9058 register.db.zst\n"
    "whole: "
    "2123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef "
    "225280 register.db\n"
    "list: "
    "3123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef "
    "414 files.txt\n"
    "files: 3 35670\n";

static const char document[] =
    "{\"format\":\"saraban-exchange-1\",\"from\":{\"name\":\"อบต.ดงมะไฟ\"},"
    "\"id\":\"00112233445566778899aabbccddeeff\",\"letters\":[]}";

/* One of nobody's; made anew in each process. */
static struct sign_key key;
/* The manifest's signature, and the document as a signed file. */
static struct text signature, file;

#define TRUSTED "saraban exchange"

static void
begin(void)
{
	struct text t = {0};
	json_t *j;
	char *quoted;

	if (!digest_init())
		bug("no randomness");
	sign_key_make(&key);
	sign_message(&key, manifest, strlen(manifest), TRUSTED, &signature);
	sign_message(&key, document, strlen(document), TRUSTED, &t);
	j = json_string(t.s);
	quoted = json_dumps(j, JSON_ENCODE_ANY);
	text_printf(&file, "{\"document\":%s,\"signature\":%s}\n", document,
		    quoted);
	free(quoted);
	json_decref(j);
	text_done(&t);
}

/* ---------------------------------------------------------------- changes */

/* A byte becomes another, comes in, goes; the rest is cut off. */
static void
change(struct input *in, struct text *t)
{
	enum { EXCHANGE, FLIP, INSERT, REMOVE, CUT, CHANGES };
	unsigned what = input_byte(in) % CHANGES;
	size_t at = (size_t)(input_byte(in) << 8 | input_byte(in));
	uint8_t byte = input_byte(in);

	if (t->n == 0)
		return;
	at %= t->n;
	if (what == EXCHANGE)
		t->s[at] = (char)byte;
	else if (what == FLIP)
		t->s[at] = (char)(t->s[at] ^ 1 << byte % 8);
	else if (what == INSERT)
		text_insert(t, at, (const char *)&byte, 1);
	else if (what == REMOVE)
		text_remove(t, at, 1);
	else
		text_remove(t, at, t->n - at);
}

static void
copy_changed(struct input *in, const char *s, size_t n, struct text *t)
{
	text_add_n(t, s, n);
	for (unsigned i = input_byte(in) % 4; i > 0; i--)
		change(in, t);
}

/* -------------------------------------------------------------- exchange */

static bool
is_accepted(const char *s, size_t n)
{
	json_t *inside = NULL, *by = NULL;
	struct error err = {0};
	bool ok = exchange_read(s, n, &inside, &by, &err) &&
		  exchange_verify(&key, inside, by, &err);

	json_decref(inside);
	json_decref(by);
	return ok;
}

/* The letters of a document that is read: what is not what it must be is
   refused, what is taken is told again as it came. */
static void
check_letter(const char *s)
{
	struct error err = {0};
	json_t *from = json_loads(s, 0, NULL), *to, *again, *twice;

	to = json_is_object(from) ? exchange_letter_read(from, &err) : NULL;
	if (to != NULL) {
		again = exchange_letter(to);
		twice = exchange_letter_read(again, &err);
		if (twice == NULL || !json_equal(to, twice))
			bug("a letter changes on its way");
		json_decref(again);
		json_decref(twice);
	}
	json_decref(to);
	json_decref(from);
}

static void
check_exchange(struct input *in)
{
	struct text t = {0};
	bool same;

	copy_changed(in, file.s, file.n, &t);
	same = t.n == file.n && memcmp(t.s, file.s, t.n) == 0;
	if (is_accepted(text_str(&t), t.n) != same)
		bug("%s: %s", same ? "refused" : "accepted", text_str(&t));
	text_done(&t);
}

/* -------------------------------------------------------------- manifests */

static void
check_manifest_text(const char *s)
{
	struct arena a = {0};
	struct error err = {0};
	struct text t = {0}, again = {0};
	struct manifest m;

	if (manifest_parse(s, &a, &m, &err)) {
		manifest_write(&m, &t);
		if (!is_harmless(t.s, true))
			bug("a terminal would obey it: %s", t.s);
		if (!manifest_parse(t.s, &a, &m, &err))
			bug("not read again: %s: %s", t.s, err.detail);
		manifest_write(&m, &again);
		if (strcmp(t.s, again.s) != 0)
			bug("%s became %s", t.s, again.s);
	}
	text_done(&t);
	text_done(&again);
	arena_done(&a);
}

/* Only the words before the first line end may be others: nothing signs
   them. */
static void
check_manifest(struct input *in)
{
	struct text words = {0}, by = {0};
	char *trusted = NULL;

	copy_changed(in, manifest, strlen(manifest), &words);
	copy_changed(in, signature.s, signature.n, &by);
	if (sign_verify(&key, text_str(&words), words.n, text_str(&by),
			&trusted) &&
	    (words.n != strlen(manifest) ||
	     memcmp(words.s, manifest, words.n) != 0 ||
	     strcmp(trusted, TRUSTED) != 0))
		bug("accepted: %s", text_str(&words));
	check_manifest_text(text_str(&words));
	free(trusted);
	text_done(&words);
	text_done(&by);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	enum { EXCHANGE, MANIFEST, FOREIGN, FOREIGN_MANIFEST, LETTER, KINDS };
	struct input in = {data, n};
	struct arena a = {0};
	unsigned kind = input_byte(&in) % KINDS;

	if (file.n == 0)
		begin();
	if (kind == EXCHANGE)
		check_exchange(&in);
	else if (kind == MANIFEST)
		check_manifest(&in);
	else if (kind == FOREIGN && is_accepted((const char *)in.at, in.n))
		bug("accepted, and nobody signed it");
	else if (kind == FOREIGN_MANIFEST)
		check_manifest_text(input_utf8(&in, &a));
	else if (kind == LETTER)
		check_letter(input_text(&in, &a));
	arena_done(&a);
	return 0;
}
