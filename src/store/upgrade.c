/* upgrade.c -- whose file it is, which step its schema has, and the road up */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "store/internal.h"

enum { OUR_APPLICATION = 0x5352424E, FIRST_STEP = 1 };

static int64_t
last_step(const struct upgrade_text *steps, size_t n)
{
	return n > 0 ? steps[n - 1].step : FIRST_STEP;
}

static bool
run_script(struct store *st, const char *sql, struct error *err)
{
	bool ok;

	st->engine->guard(st->conn, GUARD_BUILD);
	ok = st->engine->script(st->conn, sql, err);
	st->engine->guard(st->conn, GUARD_LOOK);
	return ok;
}

static bool
in_transaction(struct store *st, const char *sql, struct error *err)
{
	if (!store_begin_write(st, err))
		return false;
	if (run_script(st, sql, err) && store_commit(st, err))
		return true;
	store_rollback(st);
	return false;
}

bool
upgrade_run(struct store *st, const struct upgrade_text *steps, size_t n,
	    struct error *err)
{
	int64_t step;

	if (!query_number(st, QUERY_GET_USER_VERSION, &step, err))
		return false;
	if (step > last_step(steps, n))
		return error_set(err, &STORE_NEWER, "%s", st->path);
	for (size_t i = 0; i < n; i++) {
		if (steps[i].step <= step)
			continue;
		if (st->mode == STORE_READ)
			return error_set(err, &STORE_READ_ONLY,
					 _("it must first be brought up to "
					   "date by someone who may write"));
		if (!in_transaction(st, steps[i].sql, err))
			return false;
	}
	return true;
}

static bool
is_ours(struct store *st, bool *ours, int64_t *tables, struct error *err)
{
	int64_t application;

	if (!query_number(st, QUERY_GET_APPLICATION_ID, &application, err) ||
	    !query_number(st, QUERY_GET_TABLE_COUNT, tables, err))
		return false;
	*ours = application == OUR_APPLICATION;
	return true;
}

bool
schema_create(struct store *st, struct error *err)
{
	return in_transaction(st, schema_text, err);
}

/* init goes on where an init was interrupted: a file of ours without a
   single event is as good as none. */
static bool
prepare_new(struct store *st, bool ours, int64_t tables, struct error *err)
{
	struct row_type none = {0};
	struct arena a = {0};
	void *rows = NULL;
	size_t n = 0;
	bool ok;

	if (tables == 0)
		return true;
	if (!ours)
		return error_set(err, &STORE_EXISTS, "%s", st->path);
	ok = query_rows(st, QUERY_CHAIN_OFFICES, NULL, &none, &a, &rows, &n,
			err);
	arena_done(&a);
	if (ok && n > 0)
		return error_set(err, &STORE_EXISTS, "%s", st->path);
	return ok;
}

bool
schema_prepare(struct store *st, struct error *err)
{
	int64_t tables = 0;
	bool ours = false;

	if (!is_ours(st, &ours, &tables, err)) {
		if (st->mode == STORE_NEW && err->kind == &STORE_NOT_OURS)
			error_set(err, &STORE_EXISTS, "%s", st->path);
		return false;
	}
	if (st->mode == STORE_NEW && !prepare_new(st, ours, tables, err))
		return false;
	if (st->mode != STORE_NEW && !ours)
		return error_set(err, &STORE_NOT_OURS, "%s", st->path);
	if (!settings_apply(st, err))
		return false;
	if (tables == 0)
		return schema_create(st, err);
	return upgrade_run(st, upgrade_texts, upgrade_count, err);
}
