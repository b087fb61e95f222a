/* search-source.c -- which letters may be what one searches for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/refno.h"

#include "model/number.h"

#include "app/search.h"

enum {
	FIRST_SPAN = 8192,     /* events of an office: a thousand letters */
	WIDEST_SPAN = 1 << 19, /* looked through before a key is asked for */
	ENOUGH = 500, /* letters in a window; fewer, and the next is wider */
	FEW = 2000,   /* that wait: rather looked at than sought */
	LOOKED_ENOUGH = 4096,
	RARE = 50, /* found among those: fewer, and the index is asked */
	SAME_REF = 100,
	OFFICE_BITS = 45,
	PIECE_BITS = 5,
};

void
ids_add(struct ids *ids, int64_t id)
{
	if (ids->n > 0 && ids->at[ids->n - 1] == id)
		return;
	if (ids->n == ids->max) {
		ids->max = ids->max ? 2 * ids->max : 256;
		ids->at = xreallocarray(ids->at, ids->max, sizeof(*ids->at));
	}
	ids->at[ids->n++] = id;
}

static bool
keep_id(void *ctx, const struct row *row, struct error *err)
{
	(void)err;
	ids_add(ctx, row_int(row, 0));
	return true;
}

static int
newest_first(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x < *y) - (*x > *y);
}

static void
ids_sort(struct ids *ids)
{
	if (ids->n > 0)
		qsort(ids->at, ids->n, sizeof(*ids->at), newest_first);
}

/* ------------------------------------------------------------- the index */

/* The word as FTS5 asks for it, in the columns where it must stand. */
static char *
match_of(const struct query_word *w, bool is_beginning)
{
	static const char *const columns[] = {
	    [SEARCH_REF] = "ref_no : ",    [SEARCH_SUBJECT] = "subject : ",
	    [SEARCH_SENDER] = "sender : ", [SEARCH_RECIPIENT] = "recipient : ",
	    [SEARCH_NOTE] = "note : ",     [SEARCH_TEXT] = "body : ",
	};
	struct text t = {0};

	if (w->only != SEARCH_NOTHING)
		text_add(&t, columns[w->only]);
	text_printf(&t, "(\"%s\"%s", w->forms[0], is_beginning ? " *" : "");
	if (w->forms[1] != NULL)
		text_printf(&t, " OR \"%s\"", w->forms[1]);
	text_add(&t, ")");
	return text_take(&t);
}

/* Letters from low on and below `before` with the word in one of their
   pieces. */
static bool
word_ids(struct search_state *st, const struct query_word *w, int64_t low,
	 int64_t before, struct ids *ids, struct error *err)
{
	int64_t office = st->s->office << OFFICE_BITS;
	char *match = match_of(w, st->is_rare);
	bool ok;

	ids->n = 0;
	ok = query_each(
	    st->s->store, QUERY_SEARCH_LETTERS,
	    PARAMS(P_TEXT("match", match),
		   P_INT("low", office | low << PIECE_BITS),
		   P_INT("high", (office | before << PIECE_BITS) - 1)),
	    keep_id, ids, err);
	free(match);
	return ok;
}

/* Both newest first: keeps in a what is in b, too. */
static void
ids_common(struct ids *a, const struct ids *b)
{
	size_t kept = 0, k = 0;

	for (size_t i = 0; i < a->n; i++) {
		while (k < b->n && b->at[k] > a->at[i])
			k++;
		if (k < b->n && b->at[k] == a->at[i])
			a->at[kept++] = a->at[i];
	}
	a->n = kept;
}

static bool
is_sought(const struct search_state *st, const struct query_word *w)
{
	return !w->is_excluded && (w->letters > 1 || st->is_rare);
}

/* The longest first: it leaves the fewest for the others. */
static const struct query_word *
next_word(const struct search_state *st, const struct query_word *before)
{
	const struct query *q = &st->query;
	const struct query_word *best = NULL;

	for (const struct query_word *w = q->words; w < q->words + q->n; w++) {
		bool is_later = before == NULL ||
				w->letters < before->letters ||
				(w->letters == before->letters && w > before);

		if (is_sought(st, w) && is_later &&
		    (best == NULL || w->letters > best->letters))
			best = w;
	}
	return best;
}

/* Letters of a window with all words, each in any piece.  Few that are left
   are rather read than sought. */
static bool
window_ids(struct search_state *st, int64_t low, struct error *err)
{
	enum { RATHER_READ = 64 };
	const struct query_word *w = next_word(st, NULL);
	struct ids other = {0};
	bool ok = word_ids(st, w, low, st->before, &st->pending, err);

	while (ok && st->pending.n > RATHER_READ &&
	       (w = next_word(st, w)) != NULL) {
		ok = word_ids(st, w, low, st->before, &other, err);
		ids_common(&st->pending, &other);
	}
	free(other.at);
	return ok;
}

/* Secret letters are in no index: those of a window are looked through.  They
   are few, and who may not read them finds nothing in them. */
static bool
add_secret(struct search_state *st, int64_t low, struct error *err)
{
	struct ids *ids = &st->pending;
	size_t n = ids->n, kept = 0;

	if (!query_each(st->s->store, QUERY_SEARCH_SECRET,
			PARAMS(P_INT("office", st->s->office),
			       P_INT("low", low), P_INT("before", st->before)),
			keep_id, ids, err))
		return false;
	if (ids->n == n)
		return true;
	ids_sort(ids);
	for (size_t i = 0; i < ids->n; i++)
		if (kept == 0 || ids->at[kept - 1] != ids->at[i])
			ids->at[kept++] = ids->at[i];
	ids->n = kept;
	return true;
}

static bool
refill_from_index(struct search_state *st, struct error *err)
{
	int64_t low = st->before - st->span;

	if (low < st->low || st->is_rare)
		low = st->low;
	if (!window_ids(st, low, err) || !add_secret(st, low, err))
		return false;
	st->before = low;
	if (st->pending.n < ENOUGH)
		st->span *= st->pending.n < ENOUGH / 10 ? 8 : 2;
	if (st->span > WIDEST_SPAN)
		st->span = WIDEST_SPAN;
	return true;
}

/* ------------------------------------------------------- without the index */

/* No words, or single letters: so many have them that one looks at each; one
   that hardly any has is asked of the index after all. */
static bool
refill_from_newest(struct search_state *st, struct error *err)
{
	enum { SOME = 1000 };

	st->pending.n = 0;
	if (!query_each(
		st->s->store, QUERY_SEARCH_NEWEST,
		PARAMS(P_INT("office", st->s->office), P_INT("low", st->low),
		       P_INT("before", st->before), P_INT("limit", SOME)),
		keep_id, &st->pending, err))
		return false;
	st->looked += st->pending.n;
	st->before =
	    st->pending.n > 0 ? st->pending.at[st->pending.n - 1] : st->low;
	return true;
}

static bool
has_letter_to_seek(const struct query *q)
{
	for (size_t i = 0; i < q->n; i++)
		if (!q->words[i].is_excluded)
			return true;
	return false;
}

bool
search_refill(struct search_state *st, bool *more, struct error *err)
{
	*more = st->before > st->low;
	st->next = 0;
	st->pending.n = 0;
	if (!*more)
		return true;
	if (st->looked >= LOOKED_ENOUGH && st->found < RARE &&
	    has_letter_to_seek(&st->query))
		st->is_rare = true;
	return next_word(st, NULL) != NULL ? refill_from_index(st, err)
					   : refill_from_newest(st, err);
}

/* ----------------------------------------------------------------- begin */

static bool
first_id(struct search_state *st, enum query_id q, const struct param *params,
	 int64_t *id, struct error *err)
{
	struct ids ids = {0};
	bool ok = query_each(st->s->store, q, params, keep_id, &ids, err);

	if (ids.n > 0)
		*id = ids.at[0];
	free(ids.at);
	return ok;
}

static bool
year_begins_id(struct search_state *st, int year, int64_t *id,
	       struct error *err)
{
	struct arena a = {0};
	bool ok = first_id(st, QUERY_SEARCH_YEAR_BEGINS,
			   PARAMS(P_INT("office", st->s->office),
				  P_TEXT("books", books_json(&a)),
				  P_INT("year", year)),
			   id, err);

	arena_done(&a);
	return ok;
}

bool
search_id_of(struct search_state *st, const struct book_number *n, int64_t *id,
	     struct error *err)
{
	*id = 0;
	return first_id(st, QUERY_SEARCH_BY_NUMBER,
			PARAMS(P_INT("office", st->s->office),
			       P_TEXT("book", n->book->code),
			       P_INT("year", n->year),
			       P_INT("number", n->number)),
			id, err);
}

/* Numbers rise with the years of the register; what was received in a year
   was registered then or later. */
static bool
find_bounds(struct search_state *st, struct error *err)
{
	const struct query *q = &st->query;
	int64_t newest = 0;

	if (!first_id(st, QUERY_SEARCH_NEWEST,
		      PARAMS(P_INT("office", st->s->office), P_INT("low", 0),
			     P_INT("before", INT64_MAX), P_INT("limit", 1)),
		      &newest, err))
		return false;
	st->low = 0;
	st->before = newest + 1;
	if (q->year > 0) {
		st->low = st->before;
		return year_begins_id(st, q->year, &st->low, err) &&
		       year_begins_id(st, q->year + 1, &st->before, err);
	}
	if (q->since.year > 0)
		return year_begins_id(st, q->since.year + BUDDHIST_ERA - 1,
				      &st->low, err);
	return true;
}

/* What waits is mostly little: then it is all that may fit. */
static bool
take_waiting(struct search_state *st, enum query_id q,
	     const struct param *params, struct error *err)
{
	if (!query_each(st->s->store, q, params, keep_id, &st->pending, err))
		return false;
	if (st->pending.n > FEW) {
		st->pending.n = 0;
		return true;
	}
	ids_sort(&st->pending);
	st->before = st->low;
	return true;
}

static bool
keep_letter(void *ctx, const struct letter *l)
{
	ids_add(ctx, l->id);
	return true;
}

static bool
take_mine(struct search_state *st, struct error *err)
{
	const struct look_filter mine = {.mine = true};

	if (!look_each(st->s, &mine, keep_letter, &st->pending, err))
		return false;
	ids_sort(&st->pending);
	st->before = st->low;
	return true;
}

static bool
take_filtered(struct search_state *st, struct error *err)
{
	const struct query *q = &st->query;
	int64_t office = st->s->office;

	if (q->mine)
		return take_mine(st, err);
	if (q->post != NULL)
		return take_waiting(st, QUERY_SEARCH_AT_POST,
				    PARAMS(P_INT("office", office),
					   P_TEXT("post", q->post),
					   P_INT("limit", FEW + 1)),
				    err);
	if (q->state != NULL && strcmp(q->state, STATE_CLOSED) != 0)
		return take_waiting(st, QUERY_SEARCH_IN_STATE,
				    PARAMS(P_INT("office", office),
					   P_TEXT("state", q->state),
					   P_INT("limit", FEW + 1)),
				    err);
	return true;
}

/* Letters with that very number of the sender stand first. */
static bool
take_same_ref(struct search_state *st, struct error *err)
{
	char *key = refno_key(st->query.line);
	struct ids same = {0};
	bool ok =
	    query_each(st->s->store, QUERY_SEARCH_BY_REF,
		       PARAMS(P_INT("office", st->s->office),
			      P_TEXT("ref_key", key), P_INT("limit", SAME_REF)),
		       keep_id, &same, err);

	free(key);
	for (size_t i = 0; ok && i < same.n; i++)
		ids_add(&st->pending, same.at[i]);
	st->has_direct = true;
	free(same.at);
	return ok;
}

bool
search_begin_source(struct search_state *st, struct error *err)
{
	st->span = FIRST_SPAN;
	st->pending.n = st->next = 0;
	st->looked = st->found = 0;
	st->is_rare = false;
	if (!find_bounds(st, err) || !take_filtered(st, err))
		return false;
	return st->pending.n > 0 || st->query.n == 0 || take_same_ref(st, err);
}
