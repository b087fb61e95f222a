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
		     _("event %s follows event %s: events are missing"),
		     DIGITS(e->seq), DIGITS(r->seq));
	if (e->time < r->time)
		FIND(r, "chain", e->seq,
		     _("event %s is earlier than the one before it"),
		     DIGITS(e->seq));
}

static void
verify_words(struct replay *r, const struct event *e)
{
	unsigned char commitment[DIGEST_SIZE];

	if (e->body == NULL) {
		FIND(r, "words", e->seq, _("the words of event %s are gone"),
		     DIGITS(e->seq));
		return;
	}
	event_commit_to(e->salt, e->body, commitment);
	if (memcmp(commitment, e->commitment, DIGEST_SIZE) != 0)
		FIND(r, "words", e->seq,
		     _("the words of event %s were changed"), DIGITS(e->seq));
}

static void
verify_hash(struct replay *r, const struct event *e)
{
	unsigned char hash[DIGEST_SIZE];

	event_hash(e, r->identity.uuid, r->before, hash);
	if (memcmp(hash, e->hash, DIGEST_SIZE) != 0)
		FIND(r, "chain", e->seq,
		     _("event %s is not what was written, or does not follow "
		       "the one before it"),
		     DIGITS(e->seq));
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
	FIND(r, "replay", e->seq, _("event %s cannot be played again: %s"),
	     DIGITS(e->seq), err.detail);
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
