/* postgresql-line.h -- a line to a PostgreSQL server, and what is on its way */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_POSTGRESQL_LINE_H
#define STORE_POSTGRESQL_LINE_H

#include "base/arena.h"

#include "store/postgresql-answers.h"
#include "store/store.h"

/*
 * A journey to the server and back takes longer than most statements, and an
 * act's are made while others wait for their turn.  So many go on one journey
 * (libpq's pipeline mode):
 *
 *   line_send   nobody looks at what it gives: it goes along with the next that
 *               somebody does look at, which then may fail for it;
 *   line_ahead  it will be asked soon: its answer is kept until then;
 *   line_ask    its answer, now: one that is kept, or a journey.
 *
 * Inside a transaction an answer to a question is kept until anything is
 * written: who has the turn of an office asks nothing twice.
 */
struct line;

/* NULL and STORE_AWAY when nobody answers. */
struct line *line_open(const char *where, struct error *err);
void line_close(struct line *l);
bool line_is_lost(const struct line *l);
/* Rises with each word of others. */
int64_t line_news(struct line *l);

/* Inside a transaction, as the server said last. */
bool line_is_inside(const struct line *l);

/* One that no statement and no cursor of the line has yet. */
enum { LINE_NAME = 16 };
void line_name(struct line *l, char name[LINE_NAME]);
struct prepared *line_prepare(struct line *l, const char *sql, int n,
			      const Oid *types);
bool line_send(struct line *l, const struct question *q,
	       struct error *err) MUST_CHECK;
void line_ahead(struct line *l, const struct question *q);
struct answer *line_ask(struct line *l, const struct question *q,
			struct error *err) MUST_CHECK;
/* Nothing is on its way any more; false when something that was sent failed. */
bool line_settle(struct line *l, struct error *err) MUST_CHECK;
/* ... or not before so many seconds are over: false.  What is on its way can be
   called back; then it fails, or was done. */
bool line_wait(struct line *l, int seconds);
void line_cancel(struct line *l);
/* How often it was waited for. */
unsigned long line_journeys(const struct line *l);
/* Runs a text of many statements. */
bool line_script(struct line *l, const char *sql, struct error *err) MUST_CHECK;

#endif
