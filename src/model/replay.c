/* replay.c -- play the chain again into a scratch store */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/replay.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/ledger.h"

struct replay {
	struct store *scratch;
	struct arena *arena;
	struct check_report *report;
	struct identity identity;
	unsigned char before[DIGEST_SIZE];
	int64_t seq;
	moment time;
	bool is_applying; /* false once an event could not be applied */
};

#define FIND(r, code, seq, ...)                                                \
	check_add((r)->report, (r)->arena, code, seq, __VA_ARGS__)

static void
verify_order(struct replay *r, const struct event *e)
{
	if (e->seq != r->seq + 1)
		FIND(r, "chain", e->seq,
		     _("event %lld follows event %lld: events are missing"),
		     (long long)e->seq, (long long)r->seq);
	if (e->time < r->time)
		FIND(r, "chain", e->seq,
		     _("event %lld is earlier than the one before it"),
		     (long long)e->seq);
}

static void
verify_words(struct replay *r, const struct event *e)
{
	unsigned char commitment[DIGEST_SIZE];

	if (e->body == NULL) {
		FIND(r, "words", e->seq, _("the words of event %lld are gone"),
		     (long long)e->seq);
		return;
	}
	event_commit_to(e->salt, e->body, commitment);
	if (memcmp(commitment, e->commitment, DIGEST_SIZE) != 0)
		FIND(r, "words", e->seq,
		     _("the words of event %lld were changed"),
		     (long long)e->seq);
}

static void
verify_hash(struct replay *r, const struct event *e)
{
	unsigned char hash[DIGEST_SIZE];

	event_hash(e, r->identity.uuid, r->before, hash);
	if (memcmp(hash, e->hash, DIGEST_SIZE) != 0)
		FIND(r, "chain", e->seq,
		     _("event %lld is not what was written, or does not follow "
		       "the one before it"),
		     (long long)e->seq);
}

static void
replay_apply(struct replay *r, const struct event *e)
{
	struct error err = {0};

	if (!r->is_applying || e->body == NULL)
		return;
	if (ledger_apply(r->scratch, e, &err))
		return;
	r->is_applying = false;
	FIND(r, "replay", e->seq, _("event %lld cannot be played again: %s"),
	     (long long)e->seq, err.detail);
}

static void
replay_event(struct replay *r, const struct event *e)
{
	verify_order(r, e);
	verify_words(r, e);
	verify_hash(r, e);
	replay_apply(r, e);
	memcpy(r->before, e->hash, DIGEST_SIZE);
	r->seq = e->seq;
	r->time = e->time;
	r->report->events++;
	hex_of(e->hash, DIGEST_SIZE, r->report->head);
}

struct office_row {
	int64_t office;
};

/* Events are read in one go: a chain of ten years is some 100 MB, and rows
   are wanted as structs. */
static bool
replay_office(struct store *st, struct replay *r, int64_t office,
	      struct error *err)
{
	struct arena a = {0};
	struct event *events = NULL;
	size_t n = 0;
	bool ok =
	    query_rows(st, QUERY_CHAIN_EVENTS, PARAMS(P_INT("office", office)),
		       &event_row_whole, &a, &events, &n, err);

	memset(r->before, 0, DIGEST_SIZE);
	r->seq = 0;
	r->time = 0;
	for (size_t i = 0; ok && i < n; i++) {
		events[i].office = office;
		replay_event(r, &events[i]);
	}
	arena_done(&a);
	return ok;
}

bool
replay_chain(struct store *st, struct store *scratch, struct arena *a,
	     struct check_report *report, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct office_row, office, FIELD_INT64), {0}};
	static const struct row_type type = {sizeof(struct office_row), fields};
	struct replay r = {.scratch = scratch,
			   .arena = a,
			   .report = report,
			   .is_applying = true};
	struct office_row *offices;
	size_t n;

	if (!ledger_identity(st, &r.identity, err) ||
	    !query_rows(st, QUERY_CHAIN_OFFICES, NULL, &type, a, &offices, &n,
			err) ||
	    !store_begin_write(scratch, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!replay_office(st, &r, offices[i].office, err))
			return false;
	return store_commit(scratch, err);
}

/* A table as its rows' digests, with words to name a row by. */
struct row_list {
	struct arena *arena;
	struct text all; /* digests, one after the other */
	const char **names;
	size_t n, max;
};

static void
row_digest(const struct row *row, unsigned char out[DIGEST_SIZE])
{
	struct digest d;

	digest_start(&d);
	for (int i = 0; i < row_columns(row); i++) {
		size_t n;
		const void *p = row_bytes(row, i, &n);
		int64_t length = p != NULL ? (int64_t)n : -1;

		digest_add(&d, &length, sizeof(length));
		if (p != NULL)
			digest_add(&d, p, n);
	}
	digest_end(&d, out);
}

/* "letter 5, step 2": the first columns of a row are its key. */
static const char *
row_words(const struct row *row, struct arena *a)
{
	struct text t = {0};
	const char *words;

	for (int i = 0; i < 3 && i < row_columns(row); i++) {
		size_t n;
		const char *s = row_bytes(row, i, &n);

		text_printf(&t, "%s%s ", i > 0 ? ", " : "", row_name(row, i));
		text_add_n(&t, s ? s : "", n > 60 ? 60 : n);
	}
	words = arena_strdup(a, text_str(&t));
	text_done(&t);
	return words;
}

static bool
row_keep(void *ctx, const struct row *row, struct error *err)
{
	struct row_list *l = ctx;
	unsigned char digest[DIGEST_SIZE];

	(void)err;
	row_digest(row, digest);
	text_add_n(&l->all, (const char *)digest, DIGEST_SIZE);
	if (l->n == l->max) {
		l->max = l->max ? 2 * l->max : 64;
		l->names = xreallocarray(l->names, l->max, sizeof(char *));
	}
	l->names[l->n++] = row_words(row, l->arena);
	return true;
}

static void
lists_compare(const struct row_list *is, const struct row_list *should,
	      const char *table, struct check_report *report, struct arena *a)
{
	size_t n = is->n < should->n ? is->n : should->n;
	size_t i = 0;

	while (i < n &&
	       memcmp(is->all.s + i * DIGEST_SIZE,
		      should->all.s + i * DIGEST_SIZE, DIGEST_SIZE) == 0)
		i++;
	if (i < n)
		check_add(report, a, "replay", 0,
			  _("%s differs from what the events say: %s"), table,
			  is->names[i]);
	else if (is->n != should->n)
		check_add(report, a, "replay", 0,
			  _("%s has %zu rows and should have %zu"), table,
			  is->n, should->n);
}

static bool
table_compare(struct store *st, struct store *scratch, enum query_id q,
	      struct arena *a, struct check_report *report, struct error *err)
{
	struct row_list is = {.arena = a}, should = {.arena = a};
	bool ok = query_each(st, q, NULL, row_keep, &is, err) &&
		  query_each(scratch, q, NULL, row_keep, &should, err);

	if (ok)
		lists_compare(&is, &should, query_name(q) + strlen("rows_of_"),
			      report, a);
	text_done(&is.all);
	text_done(&should.all);
	free(is.names);
	free(should.names);
	return ok;
}

bool
replay_compare(struct store *st, struct store *scratch, struct arena *a,
	       struct check_report *report, struct error *err)
{
	for (enum query_id q = 0; q < QUERY_COUNT; q++)
		if (strncmp(query_name(q), "rows_of_", 8) == 0 &&
		    !table_compare(st, scratch, q, a, report, err))
			return false;
	return true;
}
