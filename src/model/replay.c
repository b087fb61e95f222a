/* replay.c -- play the chain again into a scratch store */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/replay.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/day-check.h"
#include "model/ledger.h"

struct replay {
	struct store *scratch;
	struct arena *arena;
	struct check_report *report;
	struct identity identity;
	struct day_watch days;
	unsigned char before[DIGEST_SIZE];
	int64_t office;
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

	if (e->body == NULL)
		return;
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

	if (!r->is_applying || (e->body == NULL && !e->is_destroyed))
		return;
	if (ledger_apply(r->scratch, e, &err))
		return;
	r->is_applying = false;
	FIND(r, "replay", e->seq, _("event %s cannot be played again: %s"),
	     DIGITS(e->seq), err.detail);
}

/* What a page must say follows from the state before it was closed. */
static bool
replay_event(void *ctx, void *row, struct error *err)
{
	struct replay *r = ctx;
	struct event *e = row;

	e->office = r->office;
	verify_order(r, e);
	verify_words(r, e);
	verify_hash(r, e);
	if (!r->is_applying)
		day_watch_chain(&r->days, e, r->before);
	else if (!day_watch_before(&r->days, e, r->before, err))
		return false;
	replay_apply(r, e);
	if (r->is_applying && !day_watch_after(&r->days, e, err))
		return false;
	memcpy(r->before, e->hash, DIGEST_SIZE);
	r->seq = e->seq;
	r->time = e->time;
	r->report->events++;
	hex_of(e->hash, DIGEST_SIZE, r->report->head);
	return true;
}

static bool
replay_office(struct store *st, struct replay *r, int64_t office,
	      struct error *err)
{
	bool ok;

	memset(r->before, 0, DIGEST_SIZE);
	r->office = office;
	r->seq = 0;
	r->time = 0;
	day_watch_start(&r->days, r->scratch, &r->identity, r->arena,
			r->report);
	ok = query_stream(st, QUERY_CHAIN_EVENTS,
			  PARAMS(P_INT("office", office)), &event_row_whole,
			  replay_event, r, err);
	day_watch_done(&r->days);
	return ok;
}

bool
replay_chain(struct store *st, struct store *scratch, struct arena *a,
	     struct check_report *report, struct error *err)
{
	struct replay r = {.scratch = scratch,
			   .arena = a,
			   .report = report,
			   .is_applying = true};
	int64_t *offices;
	size_t n;

	if (!ledger_identity(st, &r.identity, err) ||
	    !ledger_offices(st, a, &offices, &n, err) ||
	    !store_begin_write(scratch, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!replay_office(st, &r, offices[i], err))
			return false;
	return store_commit(scratch, err);
}
