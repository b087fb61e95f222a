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

/* sql NULL: the whole schema. */
static bool
run_script(struct store *st, const char *sql, struct error *err)
{
	bool ok;

	st->engine->guard(st->conn, GUARD_BUILD);
	ok = sql != NULL ? st->engine->script(st->conn, sql, err)
			 : st->engine->build(st->conn, err);
	st->engine->guard(st->conn, GUARD_LOOK);
	return ok;
}

/* In a transaction of its own, where the step is asked for again: another
   process may have gone it while we waited at the gate. */
static bool
go_up(struct store *st, const struct upgrade_text *to, struct error *err)
{
	int64_t step = 0;

	if (!store_begin_write(st, err))
		return false;
	if (query_number(st, QUERY_GET_USER_VERSION, NULL, &step, err) &&
	    (step >= to->step || run_script(st, to->sql, err)) &&
	    store_commit(st, err))
		return true;
	store_rollback(st);
	return false;
}

bool
upgrade_run(struct store *st, const struct upgrade_text *steps, size_t n,
	    struct error *err)
{
	int64_t step = 0;

	if (!query_number(st, QUERY_GET_USER_VERSION, NULL, &step, err))
		return false;
	if (step > last_step(steps, n))
		return error_set(err, &STORE_NEWER, "%s", st->path);
	for (size_t i = 0; i < n; i++) {
		if (steps[i].step <= step)
			continue;
		if (store_mode_looks(st->mode))
			return error_set(err, &STORE_READ_ONLY,
					 _("it must first be brought up to "
					   "date by someone who may write"));
		if (!go_up(st, &steps[i], err))
			return false;
	}
	return true;
}

/* The tables may be there by now, too. */
bool
schema_create(struct store *st, struct error *err)
{
	int64_t tables = 0;

	if (!store_begin_write(st, err))
		return false;
	if (query_number(st, QUERY_GET_TABLE_COUNT, NULL, &tables, err) &&
	    (tables > 0 || run_script(st, NULL, err)) && store_commit(st, err))
		return true;
	store_rollback(st);
	return false;
}

static bool
has_events(struct store *st, bool *has, struct error *err)
{
	struct row_type none = {0};
	struct arena a = {0};
	void *rows = NULL;
	size_t n = 0;
	bool ok = query_rows(st, QUERY_CHAIN_OFFICES, NULL, &none, &a, &rows,
			     &n, err);

	arena_done(&a);
	*has = n > 0;
	return ok;
}

/* init goes on where an init was interrupted: a file of ours without a
   single event is as good as none. */
static bool
may_be_made(struct store *st, bool ours, int64_t tables, struct error *err)
{
	bool used = false;

	if (tables == 0)
		return true;
	if (ours && !has_events(st, &used, err))
		return false;
	if (!ours || used)
		return error_set(err, &STORE_EXISTS, "%s", st->path);
	return true;
}

static bool
look_at_file(struct store *st, int64_t *application, int64_t *step,
	     int64_t *tables, struct error *err)
{
	query_ahead(st, QUERY_GET_APPLICATION_ID, NULL);
	query_ahead(st, QUERY_GET_USER_VERSION, NULL);
	query_ahead(st, QUERY_GET_TABLE_COUNT, NULL);
	return query_number(st, QUERY_GET_APPLICATION_ID, NULL, application,
			    err) &&
	       query_number(st, QUERY_GET_USER_VERSION, NULL, step, err) &&
	       query_number(st, QUERY_GET_TABLE_COUNT, NULL, tables, err);
}

bool
schema_recognise(struct store *st, struct error *err)
{
	int64_t application = 0, step = 0, tables = 0;
	bool ours;

	if (!look_at_file(st, &application, &step, &tables, err)) {
		if (err->kind != &STORE_NOT_OURS)
			return false;
		return error_set(err,
				 st->mode == STORE_NEW ? &STORE_EXISTS
						       : &STORE_NOT_OURS,
				 "%s", st->path);
	}
	ours = application == OUR_APPLICATION;
	if (st->mode == STORE_NEW && !may_be_made(st, ours, tables, err))
		return false;
	if (st->mode != STORE_NEW && tables == 0 && st->engine->is_server)
		return error_set(err, &STORE_MISSING, "%s", st->path);
	if (st->mode != STORE_NEW && !ours)
		return error_set(err, &STORE_NOT_OURS, "%s", st->path);
	if (step > last_step(upgrade_texts, upgrade_count))
		return error_set(err, &STORE_NEWER, "%s", st->path);
	return true;
}

bool
schema_prepare(struct store *st, struct error *err)
{
	if (st->mode == STORE_NEW && !schema_create(st, err))
		return false;
	return upgrade_run(st, upgrade_texts, upgrade_count, err);
}
