/* looks.c -- the looking actions: their answers as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai-collate.h"

#include "model/number.h"

#include "app/act.h"
#include "app/answer.h"
#include "app/event-words.h"
#include "app/reserve.h"

/* A whole number, checked by request_faults(). */
static int
number_option(const struct request *r, const char *option)
{
	const char *given = request_value(r, option);
	int n;

	return given != NULL && number_whole(given, &n) ? n : 0;
}

/* No year of a register: nothing is listed, rather than this year's. */
static int
year_option(const struct request *r)
{
	const char *given = request_value(r, "year");
	int year;

	if (given == NULL)
		return 0;
	return number_year(given, &year) ? year : number_option(r, "year");
}

static const char *
state_option(const struct request *r)
{
	const char *word = request_value(r, "state");

	return word != NULL ? choice_find(letter_states, word)->value : NULL;
}

/* Letters on their way to be rows of an answer. */
struct told {
	answer_row_fn row;
	void *ctx;
};

static bool
tell_letter_of_list(void *ctx, const struct letter *l)
{
	struct told *t = ctx;
	json_t *j = letter_json(l);
	bool more = t->row(t->ctx, j);

	json_decref(j);
	return more;
}

static const struct book *
book_option(const struct request *r)
{
	const char *word = request_value(r, "book");

	return word != NULL ? book_find(choice_find(book_choices, word)->value)
			    : book_general;
}

bool
list_each(struct session *s, const struct request *r, answer_row_fn row,
	  void *ctx, struct error *err)
{
	const struct look_filter f = {
	    .mine = request_value(r, "mine") != NULL,
	    .book = book_option(r),
	    .year = year_option(r),
	    .state = state_option(r),
	    .limit = number_option(r, "limit"),
	};
	struct told t = {row, ctx};

	return look_each(s, &f, tell_letter_of_list, &t, err);
}

static bool
keep_row(void *ctx, json_t *row)
{
	json_array_append(ctx, row);
	return true;
}

bool
list_look(struct session *s, const struct request *r, json_t **answer,
	  struct error *err)
{
	json_t *rows = json_array();

	if (list_each(s, r, keep_row, rows, err)) {
		*answer = rows;
		return true;
	}
	json_decref(rows);
	return false;
}

bool
show_look(struct session *s, const struct request *r, json_t **answer,
	  struct error *err)
{
	const char *number = request_operand(r, 0);
	struct arena a = {0};
	struct letter_file file;
	bool is_opened;
	bool ok = action_open(s, number, &is_opened, err) &&
		  look_letter(s, number, &a, &file, err);

	if (ok)
		*answer = letter_file_json(&file);
	arena_done(&a);
	return ok;
}

static json_t *
maybe(const char *s)
{
	return s != NULL ? json_string(s) : json_null();
}

bool
history_look(struct session *s, const struct request *r, json_t **answer,
	     struct error *err)
{
	struct arena a = {0};
	struct happening_list list = {0};
	bool ok = look_history(s, request_operand(r, 0), &a, &list, err);

	if (ok) {
		*answer = json_array();
		for (size_t i = 0; i < list.n; i++)
			json_array_append_new(*answer,
					      happening_json(&list.at[i]));
	}
	arena_done(&a);
	return ok;
}

static json_t *
places_json(const struct place_list *list)
{
	json_t *j = json_array();

	for (size_t i = 0; i < list->n; i++) {
		const struct place *p = &list->at[i];

		json_array_append_new(
		    j,
		    json_pack("{s:s, s:s, s:o, s:s*, s:o}", "code", p->code,
			      "name", p->name, "position",
			      p->position ? json_integer(p->position)
					  : json_null(),
			      "role", p->role, "holders", maybe(p->holders)));
	}
	return j;
}

typedef bool (*places_fn)(struct session *s, struct arena *a,
			  struct place_list *list, struct error *err);

static bool
places_look(struct session *s, places_fn look, json_t **answer,
	    struct error *err)
{
	struct arena a = {0};
	struct place_list list = {0};
	bool ok = look(s, &a, &list, err);

	if (ok)
		*answer = places_json(&list);
	arena_done(&a);
	return ok;
}

bool
post_list_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err)
{
	(void)r;
	return places_look(s, look_posts, answer, err);
}

bool
division_list_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err)
{
	(void)r;
	return places_look(s, look_divisions, answer, err);
}

struct person_line {
	const char *login, *name, *ended_on, *post, *post_name, *since, *until;
	char *key; /* thai_sort_key() of the name */
	size_t row;
};

/* As in the dictionary; who has several posts, in the order of the rows. */
static int
by_name(const void *a, const void *b)
{
	const struct person_line *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static void
sort_people(struct person_line *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		at[i].key = thai_sort_key(at[i].name);
		at[i].row = i;
	}
	if (n > 0)
		qsort(at, n, sizeof(*at), by_name);
	for (size_t i = 0; i < n; i++)
		free(at[i].key);
}

bool
person_list_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct person_line, login, FIELD_TEXT),
	    FIELD(struct person_line, name, FIELD_TEXT),
	    FIELD(struct person_line, ended_on, FIELD_TEXT),
	    FIELD(struct person_line, post, FIELD_TEXT),
	    FIELD(struct person_line, post_name, FIELD_TEXT),
	    FIELD(struct person_line, since, FIELD_TEXT),
	    FIELD(struct person_line, until, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct person_line),
					     fields};
	struct arena a = {0};
	struct person_line *at;
	size_t n;
	bool ok = query_rows(s->store, QUERY_PERSON_LIST,
			     PARAMS(P_INT("office", s->office)), &type, &a, &at,
			     &n, err);

	(void)r;
	if (ok)
		sort_people(at, n);
	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; ok && i < n; i++)
		json_array_append_new(
		    *answer,
		    json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "login",
			      at[i].login, "name", at[i].name, "post",
			      maybe(at[i].post), "post_name",
			      maybe(at[i].post_name), "since",
			      maybe(at[i].since), "until", maybe(at[i].until),
			      "ended_on", maybe(at[i].ended_on)));
	arena_done(&a);
	return ok;
}
