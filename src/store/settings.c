/* settings.c -- every connection is set alike, and asked whether it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

#include "store/internal.h"

/*
 * FULL, not NORMAL: with NORMAL a power cut takes back numbers that a clerk
 * has already written on paper.  Automatic checkpoints stay on: they run at
 * commit, inside the gate.
 */
static const struct setting {
	enum query_id set;
	enum query_id get;
	const char *expected;
	bool of_file;
} settings[] = {
    {QUERY_SET_JOURNAL_MODE,    QUERY_GET_JOURNAL_MODE,    "wal",  true },
    {QUERY_SET_SYNCHRONOUS,     QUERY_GET_SYNCHRONOUS,     "2",    false},
    {QUERY_SET_FOREIGN_KEYS,    QUERY_GET_FOREIGN_KEYS,    "1",    false},
    {QUERY_SET_TRUSTED_SCHEMA,  QUERY_GET_TRUSTED_SCHEMA,  "0",    false},
    {QUERY_SET_SECURE_DELETE,   QUERY_GET_SECURE_DELETE,   "1",    false},
    {QUERY_SET_CELL_SIZE_CHECK, QUERY_GET_CELL_SIZE_CHECK, "1",    false},
    {QUERY_SET_MMAP_SIZE,       QUERY_GET_MMAP_SIZE,       "0",    true },
    {QUERY_SET_AUTOCHECKPOINT,  QUERY_GET_AUTOCHECKPOINT,  "1000", false},
};

struct answer {
	char word[20];
};

static bool
keep(void *ctx, const struct row *row, struct error *err)
{
	struct answer *a = ctx;
	size_t n;
	const char *s = row_bytes(row, 0, &n);

	(void)err;
	snprintf(a->word, sizeof(a->word), "%.*s", (int)n, s ? s : "");
	return true;
}

/* A store in memory has no file, a copy that stands still has no log. */
static bool
is_without(const struct store *st, const struct setting *s)
{
	return (st->path == NULL && s->of_file) ||
	       (st->mode == STORE_STILL && s->set == QUERY_SET_JOURNAL_MODE);
}

bool
settings_apply(struct store *st, struct error *err)
{
	if (!st->engine->add_tokenizer(st->conn,
				       query_texts[QUERY_SEARCH_API].sql, err))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(settings); i++) {
		const struct setting *s = &settings[i];
		struct answer set = {""}, got = {""};

		if (is_without(st, s))
			continue;
		if (!query_each(st, s->set, NULL, keep, &set, err) ||
		    !query_each(st, s->get, NULL, keep, &got, err))
			return false;
		if (strcmp(got.word, s->expected) != 0)
			return error_set(err, &STORE_FAILED,
					 _("%s is %s and should be %s"),
					 query_texts[s->get].name + 4, got.word,
					 s->expected);
	}
	return true;
}
