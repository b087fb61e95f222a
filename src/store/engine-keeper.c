/* engine-keeper.c -- a register that another process keeps, as an engine */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"

#include "store/internal.h"

const struct error_kind KEPT_REFUSED = {
    "not-asked-so", EXIT_REFUSED,
    N_("the screen asked for what a screen may not ask for")};
const struct error_kind KEPT_GONE = {
    "keeper-gone", EXIT_REGISTER,
    N_("the part of the program that keeps the register has ended")};

/* The whole of an answer is read before its first row is looked at: while rows
   are gone through, other statements are asked. */
struct kept_stmt {
	struct text question, answer;
	struct wire rows;
	bool is_asked;
	int64_t n_columns;
	const char **names; /* in the text below */
	struct text name_text;
	struct cell {
		const char *bytes;
		size_t n;
	} * cells;
	enum query_id query;
};

struct keeper {
	int fd;
};

void *
keeper_connect(int fd)
{
	struct keeper *k = xcalloc(1, sizeof(*k));

	k->fd = fd;
	return k;
}

static void
engine_close(void *conn, bool may_checkpoint)
{
	struct keeper *k = conn;

	(void)may_checkpoint;
	close(k->fd);
	free(k);
}

static void
engine_guard(void *conn, enum guard guard)
{
	(void)conn;
	(void)guard;
}

/* The statements are the program's own, so each is known by where it is. */
static void *
engine_prepare(void *conn, const char *sql, struct error *err)
{
	struct kept_stmt *s;

	(void)conn;
	for (enum query_id q = 0; q < QUERY_COUNT; q++)
		if (query_texts[q].sql == sql) {
			s = xcalloc(1, sizeof(*s));
			s->query = q;
			return s;
		}
	error_set(err, &KEPT_REFUSED, NULL);
	return NULL;
}

static void
engine_finish(void *stmt)
{
	struct kept_stmt *s = stmt;

	if (s == NULL)
		return;
	text_done(&s->question);
	text_done(&s->answer);
	text_done(&s->name_text);
	free(s->names);
	free(s->cells);
	free(s);
}

static void
put_param(struct text *t, const struct param *p)
{
	wire_put_text(t, p->name);
	if (p->type == PARAM_INT)
		wire_put_int(t, p->i);
	else if (p->type == PARAM_TEXT)
		wire_put_text(t, p->p);
	else
		wire_put_bytes(t, p->p, p->n);
}

static bool
engine_bind(void *conn, void *stmt, const struct param *params,
	    struct error *err)
{
	struct kept_stmt *s = stmt;
	size_t n = 0;

	(void)conn;
	(void)err;
	while (params != NULL && params[n].name != NULL)
		n++;
	text_clear(&s->question);
	wire_put_int(&s->question, KEPT_ROWS);
	wire_put_int(&s->question, s->query);
	wire_put_int(&s->question, s->names == NULL);
	wire_put_int(&s->question, (int64_t)n);
	for (size_t i = 0; i < n; i++) {
		wire_put_int(&s->question, params[i].type);
		put_param(&s->question, &params[i]);
	}
	s->is_asked = false;
	return true;
}

static void
take_names(struct kept_stmt *s)
{
	struct wire w;

	if (s->names != NULL || s->n_columns == 0)
		return;
	s->names = xcalloc((size_t)s->n_columns, sizeof(*s->names));
	s->cells = xcalloc((size_t)s->n_columns, sizeof(*s->cells));
	text_add_n(&s->name_text, s->rows.at, s->rows.left);
	w = wire_read(&s->name_text);
	for (int64_t i = 0; i < s->n_columns; i++)
		s->names[i] = wire_text(&w);
	s->rows.at += s->name_text.n - w.left;
	s->rows.left = w.left;
}

static bool
ask(struct keeper *k, const struct text *question, struct text *answer,
    struct wire *w, struct error *err)
{
	if (!wire_send(k->fd, question) ||
	    !wire_receive(k->fd, KEPT_ANSWER_MAX, answer))
		return error_set(err, &KEPT_GONE, NULL);
	*w = wire_read(answer);
	return wire_int(w) == 1 || wire_error(w, err);
}

static enum engine_step
engine_step(void *conn, void *stmt, struct error *err)
{
	struct kept_stmt *s = stmt;

	if (!s->is_asked) {
		if (!ask(conn, &s->question, &s->answer, &s->rows, err))
			return ENGINE_FAILED;
		s->n_columns = wire_int(&s->rows);
		take_names(s);
		s->is_asked = true;
	}
	if (s->rows.left == 0)
		return ENGINE_DONE;
	for (int64_t i = 0; i < s->n_columns; i++)
		s->cells[i].bytes = wire_bytes(&s->rows, &s->cells[i].n);
	return ENGINE_ROW;
}

static void
engine_reset(void *stmt)
{
	struct kept_stmt *s = stmt;

	/* a list of a whole register is not held on to */
	text_done(&s->answer);
	s->rows = (struct wire){0};
	s->is_asked = false;
}

static int
engine_changes(void *conn)
{
	(void)conn;
	return 0;
}

static int
engine_columns(void *stmt)
{
	return (int)((struct kept_stmt *)stmt)->n_columns;
}

static const char *
engine_name_of(void *stmt, int column)
{
	return ((struct kept_stmt *)stmt)->names[column];
}

static bool
engine_is_null(void *stmt, int column)
{
	return ((struct kept_stmt *)stmt)->cells[column].bytes == NULL;
}

/* Numbers come as SQLite writes them. */
static int64_t
engine_integer(void *stmt, int column)
{
	const struct cell *c = &((struct kept_stmt *)stmt)->cells[column];
	char digits[32] = "";

	if (c->bytes != NULL)
		memcpy(digits, c->bytes,
		       c->n < sizeof(digits) ? c->n : sizeof(digits) - 1);
	return strtoll(digits, NULL, 10);
}

static const void *
engine_bytes(void *stmt, int column, size_t *n)
{
	const struct cell *c = &((struct kept_stmt *)stmt)->cells[column];

	*n = c->n;
	return c->bytes;
}

bool
store_ask_send(struct store *st, const struct text *question, struct error *err)
{
	const struct keeper *k = st->conn;

	return wire_send(k->fd, question) || error_set(err, &KEPT_GONE, NULL);
}

bool
store_ask_receive(struct store *st, struct text *answer, struct error *err)
{
	const struct keeper *k = st->conn;

	return wire_receive(k->fd, KEPT_ANSWER_MAX, answer) ||
	       error_set(err, &KEPT_GONE, NULL);
}

bool
store_ask(struct store *st, const struct text *question, struct text *answer,
	  struct wire *w, struct error *err)
{
	return ask(st->conn, question, answer, w, err);
}

/* What is not here is done where the register lies. */
const struct engine engine_keeper = {
    .name = "keeper",
    .close = engine_close,
    .guard = engine_guard,
    .prepare = engine_prepare,
    .finish = engine_finish,
    .bind = engine_bind,
    .step = engine_step,
    .reset = engine_reset,
    .changes = engine_changes,
    .columns = engine_columns,
    .name_of = engine_name_of,
    .is_null = engine_is_null,
    .integer = engine_integer,
    .bytes = engine_bytes,
};
