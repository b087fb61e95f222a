/* postgresql-pieces.c -- rows of a PostgreSQL server, piece by piece */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/postgresql-pieces.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

struct pieces {
	struct line *line;
	char name[LINE_NAME];
	struct prepared *fetch;
	struct prepared *close;
	bool is_open;
};

static struct prepared *
prepare(struct pieces *p, char *sql)
{
	struct prepared *made = line_prepare(p->line, sql, 0, NULL);

	free(sql);
	return made;
}

struct pieces *
pieces_new(struct line *l)
{
	struct pieces *p = xcalloc(1, sizeof(*p));

	p->line = l;
	line_name(l, p->name);
	p->fetch = prepare(p, xasprintf("FETCH %d %s", PIECE_ROWS, p->name));
	p->close = prepare(p, xasprintf("CLOSE %s", p->name));
	return p;
}

void
pieces_free(struct pieces *p)
{
	free(p);
}

char *
pieces_statement(const struct pieces *p, const char *sql)
{
	return xasprintf("DECLARE %s NO SCROLL CURSOR FOR %s", p->name, sql);
}

struct answer *
pieces_open(struct pieces *p, const struct question *q, struct error *err)
{
	if (!line_send(p->line, q, err))
		return NULL;
	return pieces_next(p, err);
}

/* A transaction in which something failed has no cursors any more. */
struct answer *
pieces_next(struct pieces *p, struct error *err)
{
	struct question q = {.prepared = p->fetch, .moves_on = true};
	struct answer *a = line_ask(p->line, &q, err);

	p->is_open = a != NULL;
	return a;
}

bool
pieces_are_open(const struct pieces *p)
{
	return p != NULL && p->is_open;
}

/* What is sent along fails only with the line. */
void
pieces_close(struct pieces *p)
{
	struct question q = {.prepared = p->close};
	struct error ignored = {0};

	p->is_open = false;
	if (!line_send(p->line, &q, &ignored))
		ignored.kind = NULL;
}
