/* settings.c -- every connection is set alike, and asked whether it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

#include "store/internal.h"

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
is_without(const struct store *st, const struct engine_setting *s)
{
	return (st->path == NULL && s->of_file) ||
	       (st->mode == STORE_STILL && s->set == QUERY_SET_JOURNAL_MODE);
}

/* All on one journey. */
static bool
set_at_server(struct store *st, struct error *err)
{
	if (!st->engine->is_server)
		return true;
	for (const struct engine_setting *s = st->engine->settings;
	     s->set != QUERY_COUNT; s++)
		if (s->set != s->get && !query_send(st, s->set, NULL, err))
			return false;
	for (const struct engine_setting *s = st->engine->settings;
	     s->set != QUERY_COUNT; s++)
		query_ahead(st, s->get, NULL);
	return true;
}

bool
settings_apply(struct store *st, struct error *err)
{
	if (st->engine->add_tokenizer != NULL &&
	    !st->engine->add_tokenizer(st->conn,
				       query_texts[QUERY_SEARCH_API].sql, err))
		return false;
	if (!set_at_server(st, err))
		return false;
	for (const struct engine_setting *s = st->engine->settings;
	     s->set != QUERY_COUNT; s++) {
		struct answer set = {""}, got = {""};

		if (is_without(st, s))
			continue;
		if ((s->set != s->get && !st->engine->is_server &&
		     !query_each(st, s->set, NULL, keep, &set, err)) ||
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
