/* text-out.c -- a register becomes lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/ledger.h"
#include "model/register-text.h"

const struct text_scope text_scope_whole = {"whole", INT64_MIN, INT64_MAX, 0,
					    0};

void
text_head_add(struct text *t, const struct identity *id, const char *scope)
{
	char hex[HEX_SIZE];

	hex_of(id->uuid, ID_SIZE, hex);
	text_printf(t, "saraban-register-text\t%d\t%s\t%lld\t%s\t%s",
		    REGISTER_TEXT_VERSION, hex, (long long)id->made_at,
		    id->practice ? "practice" : "real", scope);
}

void
text_end_add(struct text *t, const struct text_end *end)
{
	text_printf(t, "end\t%lld", (long long)end->events);
	for (size_t i = 0; i < end->n_chains; i++) {
		const struct chain_end *c = &end->chains[i];
		char hex[HEX_SIZE];

		hex_of(c->hash, DIGEST_SIZE, hex);
		text_printf(t, "\t%lld %lld %s", (long long)c->office,
			    (long long)c->seq, hex);
	}
}

/* Offices follow each other, and seldom are many. */
struct chain_end *
text_end_chain(struct text_end *end, struct arena *a, int64_t office)
{
	size_t n = end->n_chains;
	struct chain_end *chains;

	if (n > 0 && end->chains[n - 1].office == office)
		return &end->chains[n - 1];
	chains = arena_array(a, n + 1, sizeof(*chains));
	if (n > 0)
		memcpy(chains, end->chains, n * sizeof(*chains));
	chains[n].office = office;
	end->chains = chains;
	end->n_chains = n + 1;
	return &chains[n];
}

struct writing {
	const struct text_scope *scope;
	text_line_fn line;
	void *ctx;
	struct arena *arena;
	struct text_end *end;
	struct text text; /* the line, kept for its memory */
	int64_t office;
};

static bool
tell_line(struct writing *w, struct error *err)
{
	return w->line(w->ctx, w->text.s, w->text.n, err);
}

static bool
write_event(void *ctx, void *row, struct error *err)
{
	struct writing *w = ctx;
	struct event *e = row;
	struct chain_end *chain;

	if (e->time < w->scope->since || e->time >= w->scope->until ||
	    e->seq <= w->scope->after)
		return true;
	e->office = w->office;
	chain = text_end_chain(w->end, w->arena, w->office);
	chain->seq = e->seq;
	memcpy(chain->hash, e->hash, DIGEST_SIZE);
	w->end->events++;
	text_clear(&w->text);
	event_line_add(&w->text, e);
	return tell_line(w, err);
}

static bool
write_head(struct writing *w, struct store *st, struct error *err)
{
	struct identity id;

	if (!ledger_identity(st, &id, err))
		return false;
	text_head_add(&w->text, &id, w->scope->name);
	return tell_line(w, err);
}

static bool
write_chains(struct writing *w, struct store *st, struct error *err)
{
	int64_t *offices;
	size_t n;

	if (!ledger_offices(st, w->arena, &offices, &n, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (w->scope->office != 0 && w->scope->office != offices[i])
			continue;
		w->office = offices[i];
		if (!query_stream(st, QUERY_CHAIN_EVENTS,
				  PARAMS(P_INT("office", offices[i])),
				  &event_row_whole, write_event, w, err))
			return false;
	}
	return true;
}

static bool
write_end(struct writing *w, struct error *err)
{
	text_clear(&w->text);
	text_end_add(&w->text, w->end);
	return tell_line(w, err);
}

bool
register_text_tell(struct store *st, const struct text_scope *scope,
		   text_line_fn line, void *ctx, struct arena *a,
		   struct text_end *end, struct error *err)
{
	struct writing w = {
	    .scope = scope, .line = line, .ctx = ctx, .arena = a, .end = end};
	bool ok;

	*end = (struct text_end){0};
	ok = write_head(&w, st, err) && write_chains(&w, st, err) &&
	     write_end(&w, err);
	text_done(&w.text);
	return ok;
}

bool
register_text_write(struct store *st, const struct text_scope *scope,
		    text_line_fn line, void *ctx, struct arena *a,
		    struct text_end *end, struct error *err)
{
	bool ok;

	if (!store_begin_read(st, err))
		return false;
	ok = register_text_tell(st, scope, line, ctx, a, end, err);
	store_rollback(st);
	return ok;
}

static bool
digest_line(void *ctx, const char *line, size_t n, struct error *err)
{
	(void)err;
	digest_add(ctx, line, n);
	digest_add(ctx, "\n", 1);
	return true;
}

bool
register_text_digest(struct store *st, struct arena *a,
		     unsigned char out[DIGEST_SIZE], struct error *err)
{
	struct digest d;
	struct text_end end;
	bool ok;

	digest_start(&d);
	ok = register_text_tell(st, &text_scope_whole, digest_line, &d, a, &end,
				err);
	digest_end(&d, out);
	return ok;
}
