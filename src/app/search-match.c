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

/* A letter being compared: its texts come in three helpings, for most words
   stand in the first. */
enum helping { HELPING_NONE, HELPING_HEAD, HELPING_NOTES, HELPING_TEXT };

struct candidate {
	struct search_state *st;
	struct arena *arena;
	const struct letter *letter;
	enum helping helping;
	struct passage *at;
	size_t n, max;
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

/* Of search_words: note, reply_ref. */
static bool
add_note(void *ctx, const struct row *row, struct error *err)
{
	static const enum search_field fields[] = {SEARCH_NOTE, SEARCH_REF};
	struct candidate *c = ctx;

	(void)err;
	for (int i = 0; i < 2; i++) {
		size_t n;
		const char *s = row_bytes(row, i, &n);

		if (!row_is_null(row, i))
			add_passage(c, fields[i],
				    arena_strndup(c->arena, s, n));
	}
	return true;
}

static bool
add_text(void *ctx, const struct row *row, struct error *err)
{
	struct candidate *c = ctx;
	size_t n;
	const char *s = row_bytes(row, 0, &n);

	(void)err;
	add_passage(c, SEARCH_TEXT, arena_strndup(c->arena, s, n));
	return true;
}

/* Only letters that the asker may read come so far. */
static bool
add_sealed(struct candidate *c, struct error *err)
{
	struct letter_file words = {0};

	if (c->letter->secrecy == NULL)
		return true;
	if (!sealed_open(c->st->s->store, c->st->s->office, c->letter->id,
			 c->arena, &words, err))
		return false;
	if (words.n_texts > 0)
		add_passage(c, SEARCH_TEXT, words.texts[0].body);
	return true;
}

static bool
add_rows(struct candidate *c, enum query_id q, row_fn add, struct error *err)
{
	return query_each(c->st->s->store, q,
			  PARAMS(P_INT("office", c->st->s->office),
				 P_INT("letter", c->letter->id)),
			  add, c, err);
}

/* *more: there was one. */
static bool
next_helping(struct candidate *c, bool *more, struct error *err)
{
	*more = c->helping < HELPING_TEXT;
	if (!*more)
		return true;
	switch (++c->helping) {
	case HELPING_NOTES:
		return add_rows(c, QUERY_SEARCH_WORDS, add_note, err);
	case HELPING_TEXT:
		return add_rows(c, QUERY_LETTER_TEXTS, add_text, err) &&
		       add_sealed(c, err);
	default:
		add_head(c);
		return true;
	}
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
find_word(struct candidate *c, const struct query_word *w, struct spot *spot,
	  struct error *err)
{
	bool more = true;

	spot->passage = NULL;
	for (size_t i = 0; more; i++) {
		while (more && i == c->n)
			if (!next_helping(c, &more, err))
				return false;
		if (more && stands_at(&c->at[i], w, &spot->from, &spot->to)) {
			spot->passage = &c->at[i];
			return true;
		}
	}
	return true;
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

static bool
match_words(struct candidate *c, struct search_hit *hit, bool *fits,
	    struct error *err)
{
	const struct query *q = &c->st->query;

	*fits = true;
	for (size_t i = 0; *fits && i < q->n; i++) {
		const struct query_word *w = &q->words[i];
		struct spot spot;

		if (!find_word(c, w, &spot, err))
			return false;
		*fits = (spot.passage != NULL) != w->is_excluded;
		if (*fits && !w->is_excluded)
			hit_at(hit, &spot);
	}
	return true;
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

bool
search_read(struct search_state *st, const struct viewer *by, int64_t id,
	    const struct query *q, struct arena *a, struct letter *letter,
	    bool *found, struct error *err)
{
	struct date lain = q->waiting > 0 ? by->today : (struct date){0};
	bool ok = query_row(
	    st->s->store, QUERY_SEARCH_LETTER,
	    PARAMS(P_INT("office", by->office), P_INT("letter", id),
		   P_TEXT("state", q->state), P_TEXT("urgency", q->urgency),
		   P_TEXT("secrecy", q->secrecy), P_TEXT("post", q->post),
		   P_TEXT("book", q->book),
		   q->year > 0 ? P_INT("year", q->year) : P_TEXT("year", NULL),
		   maybe_moment("since", q->since, 0),
		   maybe_moment("until", q->until, 1),
		   maybe_date("dated_since", q->dated_since, a),
		   maybe_date("dated_until", q->dated_until, a),
		   maybe_moment("lain_since", lain, 1 - q->waiting)),
	    &letter_row, a, letter, found, err);

	return ok && (!*found || secrecy_veil(st->s->store, by, letter, err));
}

bool
search_match(struct search_state *st, const struct viewer *by, int64_t id,
	     struct arena *a, struct search_hit *hit, bool *fits,
	     struct error *err)
{
	struct candidate c = {.st = st, .arena = a, .letter = &hit->letter};
	bool ok;

	*hit = (struct search_hit){.field = SEARCH_NOTHING};
	if (!search_read(st, by, id, &st->query, a, &hit->letter, fits, err))
		return false;
	/* Who may not read it learns nothing from words: not what stands in
	   it, and not what does not. */
	*fits = *fits && (st->query.n == 0 || !hit->letter.is_veiled);
	ok = !*fits || match_words(&c, hit, fits, err);
	candidate_done(&c);
	return ok;
}
