/* search-look.c -- the search as an action: its answer as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/number.h"

#include "app/act.h"
#include "app/answer.h"
#include "app/query.h"

enum { LIMIT = 100, EXCERPT_COLUMNS = 72 };

const char *
look_search_field(enum search_field field)
{
	static const char *const names[] = {
	    [SEARCH_NUMBER] = "number",   [SEARCH_REF] = "ref_no",
	    [SEARCH_SUBJECT] = "subject", [SEARCH_SENDER] = "from",
	    [SEARCH_RECIPIENT] = "to",    [SEARCH_NOTE] = "note",
	    [SEARCH_TEXT] = "text",       [SEARCH_NOTHING] = NULL,
	};

	return names[field];
}

/* ----------------------------------------------------------------- excerpt */

static int
columns_between(const char *s, size_t from, size_t to)
{
	int columns = 0;

	while (from < to) {
		struct cluster c = cluster_next(s + from, to - from);

		columns += c.columns;
		from += c.n;
	}
	return columns;
}

/* Back from `at` over at most so many columns. */
static size_t
go_back(const char *s, size_t at, int columns)
{
	while (at > 0) {
		size_t before = cluster_before(s, at);

		columns -= columns_between(s, before, at);
		if (columns < 0)
			break;
		at = before;
	}
	return at;
}

static size_t
go_on(const char *s, size_t at, int columns)
{
	int used;

	return at + thai_fit(s + at, columns > 0 ? columns : 0, &used);
}

/* One line: what ends lines becomes a space, byte for byte. */
static char *
one_line(const char *s)
{
	char *line = xstrdup(s);

	for (char *c = line; *c != '\0'; c++)
		if (*c == '\n' || *c == '\t' || *c == '\r')
			*c = ' ';
	return line;
}

/* A third of what is left goes before the hit; what is not needed there, and
   all else, behind it. */
void
look_search_excerpt(const struct search_hit *hit, int columns, struct text *out,
		    size_t *from, size_t *to)
{
	static const char dots[] = "…";
	char *s;
	size_t begin, end;
	int left;

	*from = *to = out->n;
	if (hit->text == NULL)
		return;
	s = one_line(hit->text);
	left = columns - 2 - columns_between(s, hit->from, hit->to);
	begin = go_back(s, hit->from, left / 3);
	left -= columns_between(s, begin, hit->from);
	end = go_on(s, hit->to, left);
	left -= columns_between(s, hit->to, end);
	begin = go_back(s, begin, left);
	text_add(out, begin > 0 ? dots : "");
	*from = out->n + (hit->from - begin);
	*to = out->n + (hit->to - begin);
	text_add_n(out, s + begin, end - begin);
	text_add(out, s[end] != '\0' ? dots : "");
	free(s);
}

/* -------------------------------------------------------------------- JSON */

static json_int_t
characters(const char *s, size_t n)
{
	json_int_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)s[i] & 0xC0) != 0x80;
	return count;
}

/* Offsets are characters of the text, as JSON's readers count them. */
static json_t *
hit_json(const struct search_hit *hit, const char *typed)
{
	const char *field = look_search_field(hit->field);
	struct text t = {0};
	size_t from, to;
	json_t *j;

	look_search_excerpt(hit, EXCERPT_COLUMNS, &t, &from, &to);
	j = json_pack("{s:s?, s:s?, s:I, s:I, s:s?}", "field", field, "text",
		      t.s, "from", characters(text_str(&t), from), "to",
		      characters(text_str(&t), to), "typed", typed);
	text_done(&t);
	return j;
}

static json_t *
found_json(const struct search *q, size_t limit)
{
	json_t *list = json_array();

	for (size_t i = 0; i < q->n && i < limit; i++) {
		json_t *j = letter_json(&q->at[i].letter);

		json_object_set_new(j, "hit", hit_json(&q->at[i], q->typed));
		json_array_append_new(list, j);
	}
	return list;
}

static size_t
limit_of(const struct request *r)
{
	const char *given = request_value(r, "limit");
	int n;

	return given != NULL && number_whole(given, &n) ? (size_t)n : LIMIT;
}

bool
search_look(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	struct text line = {0};
	struct search q = {0};
	size_t limit = limit_of(r);
	bool ok;

	query_line(r, 0, &line);
	if (line.n == 0 && request_value(r, "mine") == NULL)
		return error_set(err, &REQUEST_MISSING,
				 _("words to look for, or a filter"));
	ok = look_search_begin(s, text_str(&line), &q, err);
	if (ok && request_value(r, "mine") != NULL)
		look_search_mine(&q);
	ok = ok && look_search_more(&q, limit, err);
	if (ok)
		*answer = found_json(&q, limit);
	look_search_end(&q);
	text_done(&line);
	return ok;
}

static bool
add_kept(void *ctx, const struct row *row, struct error *err)
{
	json_t *j = json_object();

	(void)err;
	for (int i = 0; i < row_columns(row); i++) {
		size_t n;
		const char *s = row_bytes(row, i, &n);

		json_object_set_new(j, row_name(row, i), json_stringn(s, n));
	}
	json_array_append_new(ctx, j);
	return true;
}

bool
search_list_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err)
{
	struct arena a = {0};
	struct actor actor;
	json_t *list = json_array();
	bool ok = session_actor(s, &a, &actor, err) &&
		  query_each(s->store, QUERY_SEARCH_NAMES,
			     PARAMS(P_INT("office", s->office),
				    P_INT("person", actor.person)),
			     add_kept, list, err);

	(void)r;
	arena_done(&a);
	if (ok)
		*answer = list;
	else
		json_decref(list);
	return ok;
}
