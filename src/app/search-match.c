/* search-match.c -- is this letter what one searches for, and where in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai-fold.h"

#include "model/sealed.h"
#include "model/secrecy.h"

#include "app/search.h"

/* A text of the letter, folded once somebody looks. */
struct passage {
	enum search_field field;
	const char *text;
	struct folded folded;
};

/* Letters are compared many at once: their texts come in three helpings, for
   most words stand in the first, and each is read in one statement for all
   that are not decided by what was read before. */
enum helping { HELPING_HEAD, HELPING_NOTES, HELPING_TEXT, HELPINGS };

enum verdict { UNDECIDED, FITS, FITS_NOT };

struct candidate {
	const struct letter *letter;
	enum verdict verdict;
	struct search_hit hit;
	struct passage *at;
	size_t n, max;
};

struct comparing {
	struct search_state *st;
	struct arena *arena;
	struct candidate *at; /* newest first */
	size_t n;
};

static void
add_passage(struct candidate *c, enum search_field field, const char *text)
{
	if (text == NULL)
		return;
	if (c->n == c->max) {
		c->max = c->max ? 2 * c->max : 8;
		c->at = xreallocarray(c->at, c->max, sizeof(*c->at));
	}
	c->at[c->n++] = (struct passage){.field = field, .text = text};
}

static void
candidate_done(struct candidate *c)
{
	for (size_t i = 0; i < c->n; i++)
		folded_done(&c->at[i].folded);
	free(c->at);
}

static void
add_head(struct candidate *c)
{
	add_passage(c, SEARCH_REF, c->letter->ref_no);
	add_passage(c, SEARCH_SUBJECT, c->letter->subject);
	add_passage(c, SEARCH_SENDER, c->letter->sender);
	add_passage(c, SEARCH_RECIPIENT, c->letter->recipient);
}

static int
by_letter(const void *key, const void *element)
{
	const int64_t *id = key;
	const struct candidate *c = element;

	return (*id < c->letter->id) - (*id > c->letter->id);
}

static struct candidate *
candidate_of(const struct comparing *of, int64_t id)
{
	struct candidate *c =
	    bsearch(&id, of->at, of->n, sizeof(*of->at), by_letter);

	if (c == NULL)
		bug("a letter that was not asked for");
	return c;
}

/* Of search_words and search_texts: letter, then texts. */
static bool
add_texts(struct comparing *of, const struct row *row,
	  const enum search_field fields[])
{
	struct candidate *c = candidate_of(of, row_int(row, 0));

	for (int i = 1; i < row_columns(row); i++) {
		size_t n;
		const char *s = row_bytes(row, i, &n);

		if (!row_is_null(row, i))
			add_passage(c, fields[i - 1],
				    arena_strndup(of->arena, s, n));
	}
	return true;
}

static bool
add_note(void *ctx, const struct row *row, struct error *err)
{
	static const enum search_field fields[] = {SEARCH_NOTE, SEARCH_REF};

	(void)err;
	return add_texts(ctx, row, fields);
}

static bool
add_text(void *ctx, const struct row *row, struct error *err)
{
	static const enum search_field fields[] = {SEARCH_TEXT};

	(void)err;
	return add_texts(ctx, row, fields);
}

/* Only letters that the asker may read come so far. */
static bool
add_sealed(struct comparing *of, struct candidate *c, struct error *err)
{
	struct letter_file words = {0};

	if (c->letter->secrecy == NULL)
		return true;
	if (!sealed_open(of->st->s->store, of->st->s->office, c->letter->id,
			 of->arena, &words, err))
		return false;
	if (words.n_texts > 0)
		add_passage(c, SEARCH_TEXT, words.texts[0].body);
	return true;
}

static const char *
ids_json(const int64_t *ids, size_t n, struct arena *a)
{
	struct text t = {0};
	const char *json;

	for (size_t i = 0; i < n; i++)
		text_printf(&t, "%s%lld", i > 0 ? "," : "[", (long long)ids[i]);
	text_add(&t, n > 0 ? "]" : "[]");
	json = arena_strdup(a, t.s);
	text_done(&t);
	return json;
}

/* As a JSON array; NULL when there is none. */
static const char *
undecided(const struct comparing *of)
{
	int64_t *ids = arena_array(of->arena, of->n, sizeof(*ids));
	size_t n = 0;

	for (size_t i = 0; i < of->n; i++)
		if (of->at[i].verdict == UNDECIDED)
			ids[n++] = of->at[i].letter->id;
	return n > 0 ? ids_json(ids, n, of->arena) : NULL;
}

static bool
add_helping(struct comparing *of, enum helping helping, const char *letters,
	    struct error *err)
{
	static const struct {
		enum query_id query;
		row_fn add;
	} read[] = {
	    [HELPING_NOTES] = {QUERY_SEARCH_WORDS, add_note},
	    [HELPING_TEXT] = {QUERY_SEARCH_TEXTS, add_text},
	};
	bool ok = true;

	if (helping != HELPING_HEAD)
		ok = query_each(of->st->s->store, read[helping].query,
				PARAMS(P_INT("office", of->st->s->office),
				       P_TEXT("letters", letters)),
				read[helping].add, of, err);
	for (size_t i = 0; ok && i < of->n; i++) {
		struct candidate *c = &of->at[i];

		if (helping == HELPING_HEAD)
			add_head(c);
		else if (helping == HELPING_TEXT && c->verdict == UNDECIDED)
			ok = add_sealed(of, c, err);
	}
	return ok;
}

static bool
stands_at(struct passage *p, const struct query_word *w, size_t *from,
	  size_t *to)
{
	if (w->only != SEARCH_NOTHING && w->only != p->field)
		return false;
	if (p->folded.s == NULL)
		folded_init(&p->folded, p->text, strlen(p->text));
	return folded_find(&p->folded, w->forms[0], from, to) ||
	       (w->forms[1] != NULL &&
		folded_find(&p->folded, w->forms[1], from, to));
}

/* Where a word stands. */
struct spot {
	const struct passage *passage; /* NULL: nowhere */
	size_t from, to;
};

static bool
find_word(struct candidate *c, const struct query_word *w, struct spot *spot)
{
	for (size_t i = 0; i < c->n; i++)
		if (stands_at(&c->at[i], w, &spot->from, &spot->to)) {
			spot->passage = &c->at[i];
			return true;
		}
	return false;
}

/* The first word that must be there says where the letter was found. */
static void
hit_at(struct search_hit *hit, const struct spot *spot)
{
	if (hit->text != NULL)
		return;
	hit->field = spot->passage->field;
	hit->text = spot->passage->text;
	hit->from = spot->from;
	hit->to = spot->to;
}

/* A word that was not found may stand in what was not read. */
static void
judge(struct candidate *c, const struct query *q, bool is_all)
{
	bool is_open = false;

	for (size_t i = 0; i < q->n; i++) {
		const struct query_word *w = &q->words[i];
		struct spot spot;
		bool is_there = find_word(c, w, &spot);

		if (!is_there && !is_all) {
			is_open = true;
		} else if (is_there == w->is_excluded) {
			c->verdict = FITS_NOT;
			return;
		} else if (is_there) {
			hit_at(&c->hit, &spot);
		}
	}
	if (!is_open)
		c->verdict = FITS;
}

/* NULL where there is no filter. */
static struct param
maybe_date(const char *name, struct date d, struct arena *a)
{
	struct text iso = {0};
	const char *kept;

	if (d.year == 0)
		return P_TEXT(name, NULL);
	text_add_iso_date(&iso, d);
	kept = arena_strdup(a, iso.s);
	text_done(&iso);
	return P_TEXT(name, kept);
}

static struct param
maybe_moment(const char *name, struct date d, int days)
{
	static const moment day = (moment)24 * 60 * 60 * 1000000;

	return d.year == 0 ? P_TEXT(name, NULL)
			   : P_INT(name, moment_at(d, 0, 0, 0) + days * day);
}

/* Those of them that no filter leaves out, into the arena. */
static bool
read_letters(struct search_state *st, const struct viewer *by,
	     const char *letters, const struct query *q, struct arena *a,
	     struct letter_list *list, struct error *err)
{
	struct date lain = q->waiting > 0 ? by->today : (struct date){0};
	bool ok = query_rows(
	    st->s->store, QUERY_SEARCH_SHOWN,
	    PARAMS(P_INT("office", by->office), P_TEXT("letters", letters),
		   P_TEXT("state", q->state), P_TEXT("urgency", q->urgency),
		   P_TEXT("secrecy", q->secrecy), P_TEXT("post", q->post),
		   P_TEXT("book", q->book),
		   q->year > 0 ? P_INT("year", q->year) : P_TEXT("year", NULL),
		   maybe_moment("since", q->since, 0),
		   maybe_moment("until", q->until, 1),
		   maybe_date("dated_since", q->dated_since, a),
		   maybe_date("dated_until", q->dated_until, a),
		   maybe_moment("lain_since", lain, 1 - q->waiting)),
	    &letter_row, a, &list->at, &list->n, err);

	for (size_t i = 0; ok && i < list->n; i++)
		ok = secrecy_veil(st->s->store, by, &list->at[i], err);
	return ok;
}

bool
search_read(struct search_state *st, const struct viewer *by, int64_t id,
	    const struct query *q, struct arena *a, struct letter *letter,
	    bool *found, struct error *err)
{
	struct letter_list list = {0};

	if (!read_letters(st, by, ids_json(&id, 1, a), q, a, &list, err))
		return false;
	*found = list.n > 0;
	if (*found)
		*letter = list.at[0];
	return true;
}

static int
newest_first(const void *a, const void *b)
{
	const struct candidate *x = a;

	return by_letter(&x->letter->id, b);
}

/* Who may not read a letter learns nothing from words: not what stands in it,
   and not what does not. */
static void
comparing_begin(struct comparing *of, const struct letter_list *list)
{
	bool has_words = of->st->query.n > 0;

	of->at = arena_array(of->arena, list->n, sizeof(*of->at));
	for (size_t i = 0; i < list->n; i++)
		if (!has_words || !list->at[i].is_veiled)
			of->at[of->n++] = (struct candidate){
			    .letter = &list->at[i],
			    .verdict = has_words ? UNDECIDED : FITS,
			    .hit = {.field = SEARCH_NOTHING,
				    .letter = list->at[i]},
			};
	qsort(of->at, of->n, sizeof(*of->at), newest_first);
}

static bool
compare(struct comparing *of, struct error *err)
{
	const char *letters;

	for (enum helping h = HELPING_HEAD;
	     h < HELPINGS && (letters = undecided(of)) != NULL; h++) {
		if (!add_helping(of, h, letters, err))
			return false;
		for (size_t i = 0; i < of->n; i++)
			if (of->at[i].verdict == UNDECIDED)
				judge(&of->at[i], &of->st->query,
				      h == HELPING_TEXT);
	}
	return true;
}

bool
search_match(struct search_state *st, const struct viewer *by,
	     const int64_t *ids, size_t n, struct arena *a,
	     struct search_hit *hits, size_t *n_hits, struct error *err)
{
	struct comparing of = {.st = st, .arena = a};
	struct letter_list list = {0};
	bool ok;

	*n_hits = 0;
	if (!read_letters(st, by, ids_json(ids, n, a), &st->query, a, &list,
			  err))
		return false;
	comparing_begin(&of, &list);
	ok = compare(&of, err);
	for (size_t i = 0; i < of.n; i++) {
		if (ok && of.at[i].verdict == FITS)
			hits[(*n_hits)++] = of.at[i].hit;
		candidate_done(&of.at[i]);
	}
	return ok;
}
