/* veil.c -- a store behind which one person's register lies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "store/internal.h"

static bool
keep_sql(void *ctx, const struct row *row, struct error *err)
{
	struct text *t = ctx;
	size_t n;
	const char *sql = row_bytes(row, 0, &n);

	(void)err;
	text_add_n(t, sql, n);
	text_add(t, ";\n");
	return true;
}

/* The views of the schema name its tables; made once more beside them, they
   find what stands before these. */
static bool
repeat_views(struct store *st, struct error *err)
{
	struct text sql = {0};
	bool ok = query_each(st, QUERY_VEIL_VIEWS, NULL, keep_sql, &sql, err);

	st->engine->guard(st->conn, GUARD_BUILD);
	ok = ok && st->engine->script(st->conn, text_str(&sql), err);
	st->engine->guard(st->conn, GUARD_LOOK);
	text_done(&sql);
	return ok;
}

bool
veil_put_on(struct store *st, const struct veil *veil, struct error *err)
{
	bool ok = true;

	if (st->engine->add_veil == NULL)
		return error_set(err, &STORE_FAILED,
				 _("%s cannot keep a register for a screen"),
				 st->engine->name);
	if (!st->engine->add_veil(st->conn, veil, err))
		return false;
	for (enum query_id q = 0; ok && q < QUERY_COUNT; q++)
		if (q != QUERY_VEIL_VIEWS &&
		    strcmp(query_texts[q].file, "veil") == 0)
			ok = query_run(st, q, NULL, NULL, err);
	return ok && repeat_views(st, err);
}
