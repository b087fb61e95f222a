/* manifest.c -- what a backup holds, as a text that is signed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/manifest.h"

#include <string.h>

#include "base/i18n.h"

#include "model/ledger.h"

static bool
read_heads(struct store *st, struct arena *a, struct manifest *m,
	   struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct manifest_head, office, FIELD_INT64),
	    FIELD(struct manifest_head, code, FIELD_TEXT),
	    FIELD(struct manifest_head, name, FIELD_TEXT),
	    FIELD(struct manifest_head, seq, FIELD_INT64),
	    FIELD(struct manifest_head, hash, FIELD_DIGEST),
	    {0}};
	static const struct row_type type = {sizeof(struct manifest_head),
					     fields};

	if (!query_rows(st, QUERY_CHAIN_HEADS, NULL, &type, a, &m->heads,
			&m->n_heads, err))
		return false;
	for (size_t i = 0; i < m->n_heads; i++)
		m->events += m->heads[i].seq;
	return true;
}

static bool
read_lasts(struct store *st, struct arena *a, struct manifest *m,
	   struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct manifest_last, office, FIELD_INT64),
	    FIELD(struct manifest_last, book, FIELD_TEXT),
	    FIELD(struct manifest_last, year, FIELD_INT64),
	    FIELD(struct manifest_last, number, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct manifest_last),
					     fields};

	return query_rows(st, QUERY_COUNTER_LASTS, NULL, &type, a, &m->lasts,
			  &m->n_lasts, err);
}

static bool
read_pages(struct store *st, struct arena *a, struct manifest *m,
	   struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct manifest_page, office, FIELD_INT64),
	    FIELD(struct manifest_page, day, FIELD_TEXT),
	    FIELD(struct manifest_page, digest, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct manifest_page),
					     fields};

	return query_rows(st, QUERY_DAY_LASTS, NULL, &type, a, &m->pages,
			  &m->n_pages, err);
}

bool
manifest_read_store(struct store *st, struct arena *a, struct manifest *m,
		    struct error *err)
{
	struct identity id;

	*m = (struct manifest){.program = PACKAGE_STRING,
			       .sqlite = store_engine_version()};
	if (!ledger_identity(st, &id, err) ||
	    !store_schema(st, &m->schema, err) || !read_heads(st, a, m, err) ||
	    !read_lasts(st, a, m, err) || !read_pages(st, a, m, err))
		return false;
	memcpy(m->uuid, id.uuid, ID_SIZE);
	m->practice = id.practice;
	return true;
}

const struct manifest_head *
manifest_head(const struct manifest *m, int64_t office)
{
	for (size_t i = 0; i < m->n_heads; i++)
		if (m->heads[i].office == office)
			return &m->heads[i];
	return NULL;
}

static bool
heads_agree(const struct manifest *a, const struct manifest *b)
{
	if (a->n_heads != b->n_heads)
		return false;
	for (size_t i = 0; i < a->n_heads; i++)
		if (a->heads[i].office != b->heads[i].office ||
		    a->heads[i].seq != b->heads[i].seq ||
		    memcmp(a->heads[i].hash, b->heads[i].hash, DIGEST_SIZE) !=
			0)
			return false;
	return true;
}

static bool
lasts_agree(const struct manifest *a, const struct manifest *b)
{
	if (a->n_lasts != b->n_lasts)
		return false;
	for (size_t i = 0; i < a->n_lasts; i++)
		if (a->lasts[i].office != b->lasts[i].office ||
		    strcmp(a->lasts[i].book, b->lasts[i].book) != 0 ||
		    a->lasts[i].year != b->lasts[i].year ||
		    a->lasts[i].number != b->lasts[i].number)
			return false;
	return true;
}

bool
manifest_agrees(const struct manifest *a, const struct manifest *b)
{
	return memcmp(a->uuid, b->uuid, ID_SIZE) == 0 &&
	       a->practice == b->practice && a->events == b->events &&
	       heads_agree(a, b) && lasts_agree(a, b);
}

static bool
is_newest(const struct manifest *m, size_t i)
{
	const struct manifest_last *l = &m->lasts[i], *after = l + 1;

	return i + 1 == m->n_lasts || after->office != l->office ||
	       strcmp(after->book, l->book) != 0;
}

void
manifest_add_lasts(const struct manifest *m, struct text *t)
{
	const char *between = "";

	for (size_t i = 0; i < m->n_lasts; i++) {
		const struct manifest_last *l = &m->lasts[i];

		if (!is_newest(m, i))
			continue;
		text_add(t, between);
		if (m->n_heads > 1 && manifest_head(m, l->office) != NULL)
			text_printf(t, "%s ",
				    manifest_head(m, l->office)->code);
		text_printf(t, "%s %s/%s", l->book, DIGITS(l->number),
			    DIGITS(l->year));
		between = ", ";
	}
}
