/* used.c -- words used before, offered to be used again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/used.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/thai-fold.h"

#include "model/letter.h"

enum { LETTERS = 4000, NOTES = 2000, HALF_AFTER = 2000 };

static const struct {
	enum query_id query;
	const char *what;
	int limit;
	bool is_name;
} sources[USED_KINDS] = {
    [USED_PREFIX] = {QUERY_USED_IN_LETTERS, "prefix", LETTERS, false},
    [USED_SENDER] = {QUERY_USED_IN_LETTERS, "sender", LETTERS, true},
    [USED_RECIPIENT] = {QUERY_USED_IN_LETTERS, "recipient", LETTERS, true},
    [USED_SUBJECT] = {QUERY_USED_IN_LETTERS, "subject", LETTERS, false},
    [USED_ENDORSE] = {QUERY_USED_IN_NOTES, "endorse", NOTES, false},
    [USED_RETURN] = {QUERY_USED_IN_NOTES, "return", NOTES, false},
    [USED_ORDER] = {QUERY_USED_IN_NOTES, "order", NOTES, false},
};

static const struct field word_fields[] = {
    FIELD(struct used_word, words, FIELD_TEXT),
    FIELD(struct used_word, beside, FIELD_TEXT),
    FIELD(struct used_word, times, FIELD_INT),
    FIELD(struct used_word, last, FIELD_INT64),
    {0}};

static const char *
fold(struct arena *a, const char *s)
{
	char *folded = thai_fold(s);
	const char *kept = arena_strdup(a, folded);

	free(folded);
	return kept;
}

static void
weigh(struct used *used, struct arena *a)
{
	int64_t newest = 0;

	for (size_t i = 0; i < used->n; i++)
		if (used->at[i].last > newest)
			newest = used->at[i].last;
	for (size_t i = 0; i < used->n; i++) {
		struct used_word *w = &used->at[i];

		w->folded = fold(a, w->words);
		w->folded_beside = w->beside ? fold(a, w->beside) : "";
		w->weight = (int64_t)w->times * HALF_AFTER * 1000 /
			    (HALF_AFTER + newest - w->last);
	}
}

static int
heavier_first(const void *one, const void *other)
{
	const struct used_word *a = one, *b = other;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	if (a->last != b->last)
		return a->last > b->last ? -1 : 1;
	return strcmp(a->words, b->words);
}

bool
used_load(struct session *s, enum used_kind kind, struct arena *a,
	  struct used *used, struct error *err)
{
	static const struct row_type type = {sizeof(struct used_word),
					     word_fields};
	struct actor actor;

	if (!session_actor(s, a, &actor, err) ||
	    !query_rows(s->store, sources[kind].query,
			PARAMS(P_INT("office", s->office),
			       P_TEXT("books", books_json_of(BOOK_IN, a)),
			       P_INT("year", session_year(s) - 1),
			       P_INT("person", actor.person),
			       P_TEXT("what", sources[kind].what),
			       P_INT("limit", sources[kind].limit)),
			&type, a, &used->at, &used->n, err))
		return false;
	used->is_name = sources[kind].is_name;
	weigh(used, a);
	if (used->n > 0)
		qsort(used->at, used->n, sizeof(*used->at), heavier_first);
	return true;
}

/* Folded alike is the same to a reader. */
static bool
is_found(const struct used_word **found, size_t n, const struct used_word *w)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(found[i]->folded, w->folded) == 0)
			return true;
	return false;
}

static bool
goes_on(const struct used_word *w, const char *folded)
{
	size_t n = strlen(folded);

	return strncmp(w->folded, folded, n) == 0 && w->folded[n] != '\0';
}

/* A single character stands in everything. */
static bool
holds(const struct used_word *w, const char *folded)
{
	uint32_t code;
	size_t n = strlen(folded);

	return n > 0 && utf8_next(folded, n, &code) < n &&
	       strcmp(w->folded, folded) != 0 &&
	       strstr(w->folded, folded) != NULL;
}

/* What is asked for, folded; and how well a word answers. */
struct asked {
	char *typed, *beside;
	bool is_all, is_name;
};
enum answers { ANSWERS_BESIDE, ANSWERS_TYPED, ANSWERS_INSIDE, ANSWERS_NOT };

static enum answers
answers(const struct asked *q, const struct used_word *w)
{
	if (goes_on(w, q->typed)) {
		if (*q->beside && strcmp(w->folded_beside, q->beside) == 0)
			return ANSWERS_BESIDE;
		if (*q->typed || q->is_all)
			return ANSWERS_TYPED;
	}
	return q->is_name && holds(w, q->typed) ? ANSWERS_INSIDE : ANSWERS_NOT;
}

size_t
used_find(const struct used *used, const char *typed, const char *beside,
	  const struct used_word **found, size_t max)
{
	struct asked q = {
	    .typed = thai_fold(typed ? typed : ""),
	    .beside = thai_fold(beside ? beside : ""),
	    .is_all = !typed,
	    .is_name = used->is_name,
	};
	size_t n = 0;

	for (enum answers k = ANSWERS_BESIDE; k < ANSWERS_NOT; k++)
		for (size_t i = 0; i < used->n && n < max; i++)
			if (answers(&q, &used->at[i]) == k &&
			    !is_found(found, n, &used->at[i]))
				found[n++] = &used->at[i];
	free(q.typed);
	free(q.beside);
	return n;
}

const char *
used_rest(const struct used_word *w, const char *typed)
{
	char *folded = thai_fold(typed);
	size_t n = strlen(folded);
	struct folded map;
	const char *rest = "";

	folded_init(&map, w->words, strlen(w->words));
	if (n == 0)
		rest = w->words;
	else if (n < map.n && memcmp(map.s, folded, n) == 0)
		rest = w->words + map.to[n - 1];
	folded_done(&map);
	free(folded);
	return rest;
}
