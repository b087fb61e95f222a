/* search.c -- a search under way: part after part, best first in each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/number.h"
#include "model/office.h"

#include "app/may.h"

/* Letters compared in one part: some hundredths of a second; and by the same
   statements.  A part that has found some screens full ends before. */
enum { PART = 1000, AT_ONCE = 100, PLENTY = 100 };

/* ------------------------------------------------------------------ begin */

/* Filters of a kept search hold besides those of the line; its words come
   first. */
static bool
read_line(struct search_state *st, const char *line, struct error *err)
{
	struct text both = {0};
	const char *kept;
	bool ok;

	if (!query_read(line, &st->arena, &st->query, err))
		return false;
	if (st->query.saved == NULL)
		return true;
	if (!search_kept(st->s, st->query.saved, &st->arena, &kept, err))
		return false;
	text_printf(&both, "%s %s", kept, line);
	ok = query_read(both.s, &st->arena, &st->query, err);
	text_done(&both);
	return ok;
}

static bool
find_post(struct search_state *st, struct error *err)
{
	struct session *s = st->s;
	struct post_list posts;
	const struct post *p;

	if (st->query.post == NULL)
		return true;
	if (!office_posts(s->store, s->office, session_now(s), &st->arena,
			  &posts, err))
		return false;
	p = post_find(&posts, st->query.post, err);
	if (p != NULL)
		st->query.post = p->code;
	return p != NULL;
}

static bool
may_search(struct search_state *st, struct error *err)
{
	struct actor actor = {0};

	return session_actor(st->s, &st->arena, &actor, err) &&
	       actor_may_read(&actor, err);
}

bool
look_search_begin(struct session *s, const char *line, struct search *q,
		  struct error *err)
{
	struct search_state *st = xcalloc(1, sizeof(*st));

	*q = (struct search){.state = st};
	st->s = s;
	return may_search(st, err) && read_line(st, line, err) &&
	       find_post(st, err);
}

void
look_search_mine(struct search *q)
{
	q->state->query.mine = true;
}

void
look_search_end(struct search *q)
{
	struct search_state *st = q->state;

	if (st == NULL)
		return;
	for (struct search_page *p = st->pages, *before; p != NULL;
	     p = before) {
		before = p->before;
		arena_done(&p->arena);
		free(p);
	}
	free(st->pending.at);
	free(st->direct.at);
	arena_done(&st->arena);
	free(st);
	free(q->at);
	*q = (struct search){0};
}

/* ------------------------------------------------------------------- parts */

/* What one part found. */
struct part {
	struct search_state *st;
	struct viewer by;
	struct search_page *page;
	struct search_hit *at;
	size_t n;
};

static bool
part_begin(struct part *p, struct search_state *st, struct error *err)
{
	struct actor *actor;

	*p = (struct part){
	    .st = st,
	    .page = xcalloc(1, sizeof(*p->page)),
	    .at = xreallocarray(NULL, PART + 1, sizeof(*p->at)),
	};
	actor = arena_alloc(&p->page->arena, sizeof(*actor));
	p->by = (struct viewer){st->s->office, actor, session_today(st->s)};
	return session_actor(st->s, &p->page->arena, actor, err);
}

static void
part_end(struct part *p)
{
	if (p->n > 0) {
		p->page->before = p->st->pages;
		p->st->pages = p->page;
	} else {
		arena_done(&p->page->arena);
		free(p->page);
	}
	free(p->at);
}

static bool
is_shown(const struct search_state *st, int64_t id)
{
	for (size_t i = 0; i < st->direct.n; i++)
		if (st->direct.at[i] == id)
			return true;
	return false;
}

/* A number with a prefix may be two words, or one in quotes. */
static bool
names_number(const struct search_state *st, struct book_number *n)
{
	const struct query *q = &st->query;
	int year = session_year(st->s);
	struct error no = {0};

	if (q->n == 0)
		return false;
	return book_parse(q->line, year, n, &no) ||
	       (q->line[0] == '"' &&
		book_parse(q->words[0].text, year, n, &no));
}

/* The letter whose number was typed, as lists show it: also a veiled one, and
   whatever the filters say. */
static bool
find_number(struct part *p, struct error *err)
{
	static const struct query none;
	struct search_state *st = p->st;
	struct search_hit *hit = &p->at[p->n];
	int64_t id = 0;
	struct book_number n;
	bool found;

	if (!names_number(st, &n))
		return true;
	if (!search_id_of(st, &n, &id, err))
		return false;
	if (id == 0)
		return true;
	*hit = (struct search_hit){.field = SEARCH_NUMBER};
	if (!search_read(st, &p->by, id, &none, &p->page->arena, &hit->letter,
			 &found, err))
		return false;
	p->n += found;
	ids_add(&st->direct, id);
	return true;
}

/* The next that are not shown already; how many. */
static size_t
take_pending(struct search_state *st, int64_t ids[AT_ONCE])
{
	size_t n = 0;

	while (n < AT_ONCE && st->next < st->pending.n) {
		int64_t id = st->pending.at[st->next++];

		if (!is_shown(st, id))
			ids[n++] = id;
	}
	return n;
}

static bool
match_pending(struct part *p, struct search *q, struct error *err)
{
	struct search_state *st = p->st;
	int64_t ids[AT_ONCE];
	size_t n, found;

	for (size_t k = 0; k < PART && p->n < PLENTY; k += AT_ONCE) {
		n = take_pending(st, ids);
		if (n == 0)
			break;
		if (!search_match(st, &p->by, ids, n, &p->page->arena,
				  &p->at[p->n], &found, err))
			return false;
		q->n_read += n;
		for (size_t i = 0; i < found && st->has_direct; i++)
			ids_add(&st->direct, p->at[p->n + i].letter.id);
		p->n += found;
	}
	return true;
}

/* The best field first, in one field the newest letter. */
static int
best_first(const void *a, const void *b)
{
	const struct search_hit *x = a, *y = b;

	if (x->field != y->field)
		return x->field < y->field ? -1 : 1;
	return (x->letter.id < y->letter.id) - (x->letter.id > y->letter.id);
}

static void
part_give(struct part *p, struct search *q)
{
	if (p->n == 0)
		return;
	qsort(p->at, p->n, sizeof(*p->at), best_first);
	q->at = xreallocarray(q->at, q->n + p->n, sizeof(*q->at));
	memcpy(q->at + q->n, p->at, p->n * sizeof(*p->at));
	q->n += p->n;
	p->st->found += p->n;
}

static bool
part_fill(struct part *p, struct search *q, struct error *err)
{
	struct search_state *st = p->st;
	bool more = true;

	if (!st->has_begun &&
	    (!search_begin_source(st, err) || !find_number(p, err)))
		return false;
	st->has_begun = true;
	if (st->next == st->pending.n) {
		st->has_direct = false;
		if (!search_refill(st, &more, err))
			return false;
	}
	q->is_complete = !more;
	return match_pending(p, q, err);
}

/* Nothing was found for what was typed: perhaps the keyboard was in the other
   language. */
static void
try_other_layout(struct search *q)
{
	struct search_state *st = q->state;

	q->typed = NULL;
	if (q->n > 0 || st->is_retyped)
		return;
	st->is_retyped = true;
	if (!query_retype(&st->query, &st->arena))
		return;
	st->has_begun = false;
	q->typed = st->query.line;
	q->is_complete = false;
}

bool
look_search_part(struct search *q, struct error *err)
{
	struct session *s = q->state->s;
	struct part p;
	bool ok;

	if (q->is_complete)
		return true;
	if (!session_look_begin(s, err))
		return false;
	ok = part_begin(&p, q->state, err) && part_fill(&p, q, err);
	session_look_end(s);
	if (ok)
		part_give(&p, q);
	else
		p.n = 0;
	part_end(&p);
	if (ok && q->is_complete && q->n == 0)
		try_other_layout(q);
	return ok;
}

bool
look_search_more(struct search *q, size_t want, struct error *err)
{
	while (!q->is_complete && q->n < want)
		if (!look_search_part(q, err))
			return false;
	return true;
}
