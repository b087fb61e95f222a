/* serve.c -- the keeper answers statements that a screen asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "store/internal.h"

enum { PARAMS_MAX = 64 };

/* Files of statements that look; not those that read the chain for checks, nor
   what sets a connection. */
static const char *const files[] = {
    "queries",  "between", "morning", "stats",
    "calendar", "duty",    "collect", "ledger",
};

static bool
may_be_asked(int64_t q)
{
	/* Some are another engine's alone. */
	if (q < 0 || q >= QUERY_COUNT || query_texts[q].sql == NULL)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(files); i++)
		if (strcmp(files[i], query_texts[q].file) == 0)
			return true;
	return false;
}

/* ---------------------------------------------------------------- the answer
 */

struct serving {
	struct text *answer;
	bool wants_names;
	bool has_begun;
};

static void
put_head(struct serving *s, const struct row *row)
{
	int n = row != NULL ? row_columns(row) : 0;

	s->has_begun = true;
	wire_put_int(s->answer, 1);
	wire_put_int(s->answer, n);
	for (int i = 0; i < n && s->wants_names; i++)
		wire_put_text(s->answer, row_name(row, i));
}

static bool
put_row(void *ctx, const struct row *row, struct error *err)
{
	struct serving *s = ctx;
	int n = row_columns(row);

	if (!s->has_begun)
		put_head(s, row);
	for (int i = 0; i < n; i++) {
		size_t size = 0;
		const void *p =
		    row_is_null(row, i) ? NULL : row_bytes(row, i, &size);

		if (p == NULL && !row_is_null(row, i))
			p = "";
		wire_put_bytes(s->answer, p, size);
	}
	return s->answer->n < KEPT_ANSWER_MAX / 2 ||
	       error_set(err, &KEPT_REFUSED, _("too much at once"));
}

static void
put_failure(struct text *answer, const struct error *err)
{
	text_clear(answer);
	wire_put_int(answer, 0);
	wire_put_error(answer, err);
}

/* -------------------------------------------------------------- the question
 */

static bool
read_param(struct wire *w, struct param *p)
{
	p->type = (enum param_type)wire_int(w);
	p->name = wire_text(w);
	if (p->type == PARAM_INT)
		p->i = wire_int(w);
	else if (p->type == PARAM_TEXT)
		p->p = wire_text(w);
	else if (p->type == PARAM_BLOB)
		p->p = wire_bytes(w, &p->n);
	else
		return false;
	return p->name != NULL && !w->is_bad;
}

static bool
read_params(struct wire *w, struct param params[PARAMS_MAX + 1])
{
	int64_t n = wire_int(w);

	if (n < 0 || n > PARAMS_MAX)
		return false;
	for (int64_t i = 0; i < n; i++)
		if (!read_param(w, &params[i]))
			return false;
	return wire_is_read(w);
}

static bool
begin_read(struct store *st, struct error *err)
{
	store_rollback(st);
	return store_begin_read(st, err);
}

static bool
run(struct store *veiled, struct store *own, int64_t q,
    const struct param *params, struct serving *s, struct error *err)
{
	if (q == QUERY_BEGIN_READ)
		return begin_read(veiled, err);
	if (q == QUERY_ROLLBACK || q == QUERY_COMMIT) {
		store_rollback(veiled);
		return true;
	}
	if (q == QUERY_GET_DATA_VERSION)
		return query_each(own, QUERY_GET_DATA_VERSION, NULL, put_row, s,
				  err);
	if (!may_be_asked(q))
		return error_set(err, &KEPT_REFUSED, NULL);
	return query_each(veiled, (enum query_id)q, params, put_row, s, err);
}

void
store_serve(struct store *veiled, struct store *own, struct wire *w,
	    struct text *answer)
{
	struct param params[PARAMS_MAX + 1] = {0};
	int64_t q = wire_int(w);
	struct serving s = {.answer = answer, .wants_names = wire_int(w) != 0};
	struct error err = {0};

	if (!read_params(w, params))
		error_set(&err, &KEPT_REFUSED, NULL);
	else if (run(veiled, own, q, params, &s, &err) && !s.has_begun)
		put_head(&s, NULL);
	if (err.kind != NULL)
		put_failure(answer, &err);
}
