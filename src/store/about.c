/* about.c -- what is known of an open register without asking it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "store/internal.h"

const char *
store_path(const struct store *st)
{
	return st->path;
}

char *
store_place(const struct store *st)
{
	return place_words(st->path);
}

const char *
store_beside(const struct store *st)
{
	return st->beside != NULL ? st->beside : st->path;
}

bool
store_is_address(const char *where)
{
	return place_is_address(where);
}

char *
store_beside_at(const char *where)
{
	return place_is_address(where) ? place_beside(where) : xstrdup(where);
}

bool
store_is_server(const struct store *st)
{
	return st->engine->is_server;
}

bool
store_owns_tables(struct store *st, bool *owns, struct error *err)
{
	int64_t n = 0;
	bool ok = query_number(st, QUERY_RIGHTS_TOO_MANY, NULL, &n, err);

	*owns = n > 0;
	return ok;
}

bool
store_is_read_only(const struct store *st)
{
	return store_mode_looks(st->mode);
}

void
store_set_files(struct store *st, const char *folder)
{
	free(st->files);
	st->files = xstrdup(folder);
}

const char *
store_files(const struct store *st)
{
	return st->files;
}

const char *
store_engine_version(void)
{
	return engine_sqlite.version();
}

void
store_set_office(struct store *st, int64_t office)
{
	st->office = office;
}

void
store_set_holder(struct store *st, const char *login)
{
	st->holder = login;
	turn_sign(st);
}

bool
store_in_transaction(const struct store *st)
{
	return st->transaction != TRANSACTION_NONE;
}

unsigned long
store_statements(const struct store *st)
{
	return st->n_run;
}
