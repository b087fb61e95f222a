/* text-in.c -- lines of text become a register, each proved by the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/lines.h"
#include "base/mem.h"

#include "model/ledger.h"
#include "model/register-text.h"

const struct error_kind TEXT_DAMAGED = {
    "text-damaged", EXIT_REGISTER,
    N_("this is not the text of a register as it was exported")};

const struct error_kind TEXT_OTHER = {
    "text-other", EXIT_REFUSED,
    N_("another register is there, or the same that went on by itself")};

enum {
	LINE_MAX_BYTES = 64 << 20,
	SENT_AT_ONCE = 50, /* events on one journey to a server */
	COUNTED_FIRST = 200
};

struct taking {
	struct store *st;
	struct arena *arena;
	struct text_end *end;
	struct identity identity;
	int64_t line;            /* from 1 */
	moment time;             /* of the event before, in its chain */
	struct chain_head there; /* what the chain held before: copies only */
	struct {
		int n;
		int64_t first, last;
	} sent; /* events of this chain that a server has not answered yet */
	int64_t count_at; /* so many events */
	bool is_copy;
	bool is_ended;
};

#define WRONG(t, err, ...)                                                     \
	wrong_line(err, (t)->line, arena_printf((t)->arena, __VA_ARGS__))

static bool
wrong_line(struct error *err, int64_t line, const char *what)
{
	return error_set(err, &TEXT_DAMAGED, _("line %s: %s"), DIGITS(line),
			 what);
}

/* The head as it would be written for what was read in it. */
static bool
is_head(const char *line, const struct identity *id)
{
	struct text head = {0};
	bool is;

	text_head_add(&head, id, text_scope_whole.name);
	is = strcmp(head.s, line) == 0;
	text_done(&head);
	return is;
}

/* A copy that goes on has its identity. */
static bool
found_or_known(struct taking *t, struct error *err)
{
	struct identity is;
	struct error none = {0};

	if (!t->is_copy || !ledger_identity(t->st, &is, &none))
		return ledger_identify(t->st, &t->identity, err);
	return memcmp(is.uuid, t->identity.uuid, ID_SIZE) == 0 ||
	       error_set(err, &TEXT_OTHER, NULL);
}

static bool
take_head(struct taking *t, const char *line, struct error *err)
{
	char hex[2 * ID_SIZE + 1], use[9], scope[33];
	long long made_at;
	int version;

	if (sscanf(line, "saraban-register-text\t%d\t%32s\t%lld\t%8s\t%32[^\n]",
		   &version, hex, &made_at, use, scope) != 5)
		return WRONG(t, err, "%s",
			     _("a text begins with another line"));
	if (version > REGISTER_TEXT_VERSION)
		return WRONG(t, err, "%s",
			     _("it was written by a newer program"));
	if (strcmp(scope, text_scope_whole.name) != 0)
		return WRONG(t, err,
			     _("it is a part of a register (%s), not all of "
			       "it"),
			     scope);
	t->identity.made_at = made_at;
	t->identity.practice = strcmp(use, "practice") == 0;
	if (!hex_read(hex, t->identity.uuid, ID_SIZE) ||
	    !is_head(line, &t->identity))
		return WRONG(t, err, "%s",
			     _("a text begins with another line"));
	return found_or_known(t, err);
}

static bool
verify_place(struct taking *t, const struct event *e,
	     const struct chain_end *before, struct error *err)
{
	if (e->seq != before->seq + 1)
		return WRONG(t, err,
			     _("event %s follows event %s: events are missing"),
			     DIGITS(e->seq), DIGITS(before->seq));
	if (e->time < t->time)
		return WRONG(t, err,
			     _("event %s is earlier than the one before it"),
			     DIGITS(e->seq));
	return true;
}

static bool
verify_bytes(struct taking *t, const struct event *e,
	     const struct chain_end *before, struct error *err)
{
	unsigned char is[DIGEST_SIZE];

	event_hash(e, t->identity.uuid, before->hash, is);
	if (memcmp(is, e->hash, DIGEST_SIZE) != 0)
		return WRONG(t, err,
			     _("event %s is not what was written, or does not "
			       "follow the one before it"),
			     DIGITS(e->seq));
	if (e->body == NULL)
		return true;
	event_commit_to(e->salt, e->body, is);
	return memcmp(is, e->commitment, DIGEST_SIZE) == 0 ||
	       WRONG(t, err, _("the words of event %s were changed"),
		     DIGITS(e->seq));
}

static bool
cannot_be_played(struct taking *t, struct error *err)
{
	if (err->kind != &STORE_CONFLICT)
		return false;
	if (t->sent.first == t->sent.last)
		return WRONG(t, err, _("event %s cannot be played again: %s"),
			     DIGITS(t->sent.last), err->detail);
	return WRONG(t, err,
		     _("one of the events %s to %s cannot be played again: "
		       "%s"),
		     DIGITS(t->sent.first), DIGITS(t->sent.last), err->detail);
}

static bool
settle(struct taking *t, struct error *err)
{
	bool ok = store_settle(t->st, err) || cannot_be_played(t, err);

	t->sent.n = 0;
	return ok;
}

static bool
apply_event(struct taking *t, const struct event *e, struct error *err)
{
	if (t->sent.n++ == 0)
		t->sent.first = e->seq;
	t->sent.last = e->seq;
	if (!ledger_restore(t->st, e, err))
		return cannot_be_played(t, err);
	return (store_is_server(t->st) && t->sent.n < SENT_AT_ONCE) ||
	       settle(t, err);
}

/* A server plans its ways by what it knows of its tables, which to it are still
   as empty as they were when all this began: ways that grow with each row.  So
   it counts when there are ten times as many events. */
static bool
count_rows(struct taking *t, struct error *err)
{
	if (!store_is_server(t->st) || t->end->events < t->count_at)
		return true;
	t->count_at *= 10;
	return settle(t, err) &&
	       query_run(t->st, QUERY_COUNT_ROWS, NULL, NULL, err);
}

/* What is there already must be the same, event by event: the hash of the last
   of them says so. */
static bool
is_there(const struct taking *t, const struct event *e, bool *is,
	 struct error *err)
{
	*is = e->seq <= t->there.seq;
	return e->seq != t->there.seq ||
	       memcmp(e->hash, t->there.hash, DIGEST_SIZE) == 0 ||
	       error_set(err, &TEXT_OTHER, NULL);
}

static bool
begin_chain(struct taking *t, int64_t office, struct error *err)
{
	t->time = INT64_MIN;
	if (!settle(t, err))
		return false;
	return !t->is_copy || ledger_head(t->st, office, &t->there, err);
}

static bool
take_event(struct taking *t, char *line, struct error *err)
{
	struct arena a = {0};
	struct event e;
	const char *why;
	struct chain_end *chain;
	bool is = false, ok = event_line_read(line, &a, &e, &why);

	if (!ok) {
		WRONG(t, err, "%s", why);
		arena_done(&a);
		return false;
	}
	chain = text_end_chain(t->end, t->arena, e.office);
	ok = (chain->seq != 0 || begin_chain(t, e.office, err)) &&
	     verify_place(t, &e, chain, err) &&
	     verify_bytes(t, &e, chain, err) && is_there(t, &e, &is, err) &&
	     (is || apply_event(t, &e, err)) && count_rows(t, err);
	chain->seq = e.seq;
	memcpy(chain->hash, e.hash, DIGEST_SIZE);
	t->time = e.time;
	t->end->events++;
	arena_done(&a);
	return ok;
}

static bool
take_end(struct taking *t, const char *line, struct error *err)
{
	struct text end = {0};

	text_end_add(&end, t->end);
	t->is_ended = strcmp(end.s, line) == 0;
	text_done(&end);
	return t->is_ended ||
	       WRONG(t, err, "%s",
		     _("the end names another count or another last event: "
		       "events are missing"));
}

static bool
take_line(void *ctx, char *line, size_t n, bool has_end, struct error *err)
{
	struct taking *t = ctx;

	t->line++;
	if (strlen(line) != n || !has_end || t->is_ended)
		return WRONG(t, err, "%s",
			     t->is_ended ? _("something follows the end")
					 : _("it is cut short"));
	if (t->line == 1)
		return take_head(t, line, err);
	if (strncmp(line, "end\t", 4) == 0)
		return take_end(t, line, err);
	return take_event(t, line, err);
}

/* Of the first fault there is the event it is about; -1: there is none. */
static bool
keep_fault(void *ctx, const struct row *row, struct error *err)
{
	int64_t *seq = ctx;

	(void)err;
	if (*seq < 0)
		*seq = row_int(row, 0);
	return true;
}

/* What the lines do not say one by one. */
static bool
verify_whole(struct taking *t, struct error *err)
{
	int64_t words = -1, identity = -1;

	if (!t->is_ended)
		return WRONG(t, err, "%s", _("the text has no end"));
	if (!settle(t, err))
		return false;
	if (!query_each(t->st, QUERY_FAULTS_OF_WORDS, NULL, keep_fault, &words,
			err) ||
	    !query_each(t->st, QUERY_FAULTS_OF_IDENTITY, NULL, keep_fault,
			&identity, err))
		return false;
	if (words >= 0)
		return WRONG(t, err, _("the words of event %s are gone"),
			     DIGITS(words));
	t->line = 1;
	return identity < 0 ||
	       WRONG(t, err, "%s",
		     _("when and what for the register was made is not what "
		       "its first event says"));
}

bool
register_text_read(struct store *st, const char *path, struct arena *a,
		   struct text_end *end, struct error *err)
{
	struct taking t = {
	    .st = st, .arena = a, .end = end, .count_at = COUNTED_FIRST};
	bool is_indexed;

	*end = (struct text_end){0};
	return store_bulk_begin(st, &is_indexed, err) &&
	       lines_each(path, LINE_MAX_BYTES, take_line, &t, err) &&
	       verify_whole(&t, err) &&
	       store_bulk_end(st, is_indexed, "search.rebuild", NULL, err);
}

/* ---------------------------------------------------------------- copies */

/* Reading takes a line to pieces. */
static bool
take_copy(void *ctx, const char *line, size_t n, struct error *err)
{
	char *own = xstrndup(line, n);
	bool ok = take_line(ctx, own, n, true, err);

	free(own);
	return ok;
}

/* A chain that is longer there went on by itself. */
static bool
is_no_longer(struct taking *t, struct error *err)
{
	for (size_t i = 0; i < t->end->n_chains; i++) {
		const struct chain_end *c = &t->end->chains[i];
		struct chain_head head;

		if (!ledger_head(t->st, c->office, &head, err))
			return false;
		if (head.seq != c->seq ||
		    memcmp(head.hash, c->hash, DIGEST_SIZE) != 0)
			return error_set(err, &TEXT_OTHER, NULL);
	}
	return true;
}

bool
register_text_copy(struct store *from, struct store *to, struct arena *a,
		   struct text_end *end, struct error *err)
{
	struct text_end told;
	struct taking t = {.st = to,
			   .arena = a,
			   .end = end,
			   .count_at = COUNTED_FIRST,
			   .is_copy = true};
	bool is_indexed;

	*end = (struct text_end){0};
	return store_bulk_begin(to, &is_indexed, err) &&
	       register_text_tell(from, &text_scope_whole, take_copy, &t, a,
				  &told, err) &&
	       verify_whole(&t, err) && is_no_longer(&t, err) &&
	       store_bulk_end(to, is_indexed, "search.rebuild", NULL, err);
}

static bool
copy_at_one_moment(struct store *from, struct store *to, struct error *err)
{
	struct arena a = {0};
	struct text_end end;
	bool ok = query_run(from, QUERY_HOLD_STILL, NULL, NULL, err) &&
		  store_begin_write(to, err);

	if (ok && (!register_text_copy(from, to, &a, &end, err) ||
		   !store_commit(to, err))) {
		store_rollback(to);
		ok = false;
	}
	arena_done(&a);
	return ok;
}

bool
register_text_into(struct store *from, const char *path, struct error *err)
{
	struct store *to = store_open(path, STORE_NEW, err);
	bool ok;

	if (to == NULL)
		return false;
	ok = store_begin_read(from, err) && copy_at_one_moment(from, to, err);
	store_rollback(from);
	if (ok)
		store_close(to);
	else
		store_discard(to);
	return ok;
}
