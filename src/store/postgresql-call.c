/* postgresql-call.c -- whether a server answers, asked without waiting */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/postgresql-call.h"

#include <poll.h>
#include <stdlib.h>

#include "base/mem.h"

#include "gen/libpq-late.h"

/* What a server that is there needs for each word. */
enum { WORD_MS = 20 };

struct call {
	PGconn *pg;
	PostgresPollingStatusType next; /* what it waits for */
	int n_looks;
};

static struct call *
call_begin(const char *where)
{
	struct call *c = xcalloc(1, sizeof(*c));

	c->pg = PQconnectStart(where);
	if (c->pg == NULL)
		bug("no memory for a database connection");
	/* As libpq asks: at first as if it had told that it will write. */
	c->next = PQstatus(c->pg) == CONNECTION_BAD ? PGRES_POLLING_FAILED
						    : PGRES_POLLING_WRITING;
	return c;
}

void
postgresql_hang_up(void *call)
{
	struct call *c = call;

	if (c == NULL)
		return;
	PQfinish(c->pg);
	free(c);
}

static bool
is_open(const struct call *c)
{
	return c->next == PGRES_POLLING_READING ||
	       c->next == PGRES_POLLING_WRITING;
}

static bool
is_ready(const struct call *c)
{
	short event = c->next == PGRES_POLLING_READING ? POLLIN : POLLOUT;
	struct pollfd fd = {.fd = PQsocket(c->pg), .events = event};

	return poll(&fd, 1, WORD_MS) > 0;
}

bool
postgresql_answers(void **call, const char *where)
{
	struct call *c = *call != NULL ? *call : call_begin(where);
	bool answers;

	while (is_open(c) && is_ready(c))
		c->next = PQconnectPoll(c->pg);
	answers = c->next == PGRES_POLLING_OK;
	c->n_looks++;
	*call = c;
	if (!is_open(c) || c->n_looks == POSTGRESQL_LOOKS) {
		postgresql_hang_up(c);
		*call = NULL;
	}
	return answers;
}
