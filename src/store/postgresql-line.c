/* postgresql-line.c -- a line to a PostgreSQL server, and what is on its way */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/postgresql-line.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "store/postgresql-answers.h"

enum { SENT_MAX = 256 }; /* more are not on their way at once */

/* What the server will answer, in this order. */
struct sent {
	enum { SENT_PREPARED, SENT_QUESTION, SENT_SYNC } what;
	struct prepared *prepared;
	struct answer *answer; /* to be filled; NULL: nobody looks */
};

struct line {
	PGconn *pg;
	struct arena arena;
	unsigned n_names;
	bool is_inside; /* of a transaction, as the server said last */
	bool is_mute;   /* answers could not be asked for: they never come */
	int64_t news;
	unsigned long journeys;
	struct sent sent[SENT_MAX];
	size_t n_sent;
	size_t n_taken; /* of these, already */
	struct answers kept;
	struct error failed; /* of what was sent, until somebody asks */
};

/* ----------------------------------------------------------------- errors */

static const struct error_kind *
kind_of(const char *state)
{
	static const struct {
		const char *state; /* SQLSTATE, or how it begins */
		const struct error_kind *kind;
	} kinds[] = {
	    {"23", &STORE_CONFLICT},   {"25006", &STORE_READ_ONLY},
	    {"28", &STORE_AWAY},       {"3D", &STORE_MISSING},
	    {"40", &STORE_BUSY},       {"42501", &STORE_READ_ONLY},
	    {"53100", &STORE_FULL},    {"53", &STORE_SHORT},
	    {"55P03", &STORE_BUSY},    {"57P", &STORE_AWAY},
	    {"08", &STORE_AWAY},       {"XX001", &STORE_DAMAGED},
	    {"XX002", &STORE_DAMAGED},
	};

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (strncmp(kinds[i].state, state, strlen(kinds[i].state)) == 0)
			return kinds[i].kind;
	return &STORE_FAILED;
}

/* The first line of what the server says, without its "ERROR:". */
static bool
fail_with(const struct error_kind *kind, const char *words, struct error *err)
{
	static const char *const heads[] = {"ERROR:", "FATAL:", "PANIC:"};
	int n;

	for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
		if (strncmp(words, heads[i], 6) == 0)
			words += 6;
	words += strspn(words, " \n");
	n = (int)strcspn(words, "\n");
	return error_set(err, kind, "%.*s", n, words);
}

bool
line_is_lost(const struct line *l)
{
	return l->is_mute || PQstatus(l->pg) != CONNECTION_OK;
}

bool
line_is_inside(const struct line *l)
{
	return l->is_inside;
}

static bool
fail(const struct line *l, const PGresult *res, struct error *err)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	const char *words =
	    state != NULL ? PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY)
			  : PQerrorMessage(l->pg);

	return fail_with(line_is_lost(l) || state == NULL ? &STORE_AWAY
							  : kind_of(state),
			 words, err);
}

static bool
is_good(const PGresult *res)
{
	ExecStatusType status = PQresultStatus(res);

	return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK ||
	       status == PGRES_EMPTY_QUERY;
}

/* ------------------------------------------------------------------- line */

/* What it warns of is told by errors, too, or is nobody's business. */
static void
be_quiet(void *ctx, const char *message)
{
	(void)ctx;
	(void)message;
}

static bool
begin(struct line *l, struct error *err)
{
	if (l->pg == NULL)
		bug("no memory for a database connection");
	PQsetNoticeProcessor(l->pg, be_quiet, NULL);
	if (!line_is_lost(l) && PQenterPipelineMode(l->pg) == 1)
		return true;
	return fail_with(&STORE_AWAY, PQerrorMessage(l->pg), err);
}

struct line *
line_open(const char *where, struct error *err)
{
	static const char *const keys[] = {
	    "dbname",          "fallback_application_name", "client_encoding",
	    "connect_timeout", "tcp_user_timeout",          NULL};
	const char *values[] = {where, "saraban", "UTF8", "10", "20000", NULL};
	struct line *l;

	if (!late_load(&libpq_late, err))
		return NULL;
	l = xcalloc(1, sizeof(*l));
	l->pg = PQconnectdbParams(keys, values, 1);
	if (begin(l, err))
		return l;
	line_close(l);
	return NULL;
}

static void
drop_sent(struct line *l)
{
	for (size_t i = 0; i < l->n_sent; i++)
		answer_done(l->sent[i].answer);
	l->n_sent = 0;
	l->n_taken = 0;
}

void
line_close(struct line *l)
{
	drop_sent(l);
	answers_forget(&l->kept);
	PQfinish(l->pg);
	arena_done(&l->arena);
	free(l);
}

void
line_name(struct line *l, char name[LINE_NAME])
{
	snprintf(name, LINE_NAME, "s%u", ++l->n_names);
}

struct prepared *
line_prepare(struct line *l, const char *sql, int n, const Oid *types)
{
	struct prepared *p = arena_alloc(&l->arena, sizeof(*p));
	Oid *own = arena_array(&l->arena, (size_t)n, sizeof(*own));

	for (int i = 0; i < n; i++)
		own[i] = types[i];
	*p = (struct prepared){
	    .sql = arena_strdup(&l->arena, sql),
	    .n = n,
	    .types = own,
	};
	line_name(l, p->name);
	return p;
}

/* ---------------------------------------------------------------- answers
 * come in the order of what was sent; behind one that failed nothing is done
 * until the next sync. */

/* What libpq says itself, mostly that it has no memory: an answer was lost, and
   which of them are still to come is not known any more. */
static bool
is_lost_answer(const PGresult *res)
{
	return PQresultStatus(res) == PGRES_FATAL_ERROR &&
	       PQresultErrorField(res, PG_DIAG_SQLSTATE) == NULL;
}

static PGresult *
next_result(struct line *l)
{
	PGresult *res = PQgetResult(l->pg), *end;

	if (res != NULL && is_lost_answer(res))
		l->is_mute = true;
	if (res == NULL || PQresultStatus(res) == PGRES_PIPELINE_SYNC)
		return res;
	while (!line_is_lost(l) && (end = PQgetResult(l->pg)) != NULL)
		PQclear(end);
	return res;
}

/* The next answer is here, or can never come; false when the seconds that are
   left are over. */
static bool
is_answered(struct line *l, int *seconds)
{
	struct pollfd in = {PQsocket(l->pg), POLLIN, 0};

	while (PQconsumeInput(l->pg) == 1 && PQisBusy(l->pg) == 1) {
		if (*seconds == 0)
			return false;
		if (poll(&in, 1, 1000) == 0)
			--*seconds;
	}
	return true;
}

/* Where libpq has no memory to say that all answers are here it says nothing,
   and would wait for ever: a server says it at once behind the last of them. */
static void
take_sync(struct line *l)
{
	int seconds = 10;
	PGresult *res = is_answered(l, &seconds) ? next_result(l) : NULL;

	l->is_mute = l->is_mute || PQresultStatus(res) != PGRES_PIPELINE_SYNC;
	if (l->is_mute && l->failed.kind == NULL)
		fail(l, res, &l->failed);
	PQclear(res);
}

static void
take_one(struct line *l, struct sent *s)
{
	PGresult *res;

	if (s->what == SENT_SYNC) {
		take_sync(l);
		return;
	}
	res = next_result(l);
	if (l->failed.kind == NULL && !is_good(res))
		fail(l, res, &l->failed);
	if (s->what == SENT_PREPARED)
		s->prepared->is_known = is_good(res);
	if (s->answer != NULL)
		answer_fill(s->answer, res);
	else
		PQclear(res);
}

static void
add_sent(struct line *l, struct sent s)
{
	l->sent[l->n_sent++] = s;
}

static void
sync_line(struct line *l)
{
	if (PQpipelineSync(l->pg) == 1) {
		add_sent(l, (struct sent){.what = SENT_SYNC});
		return;
	}
	l->is_mute = true;
	if (l->failed.kind == NULL)
		fail(l, NULL, &l->failed);
}

static void
take_all(struct line *l)
{
	if (l->n_sent == 0)
		return;
	if (l->sent[l->n_sent - 1].what != SENT_SYNC)
		sync_line(l);
	l->journeys++;
	while (!l->is_mute && l->n_taken < l->n_sent)
		take_one(l, &l->sent[l->n_taken++]);
	drop_sent(l);
	l->is_inside = PQtransactionStatus(l->pg) == PQTRANS_INTRANS;
}

bool
line_settle(struct line *l, struct error *err)
{
	take_all(l);
	if (l->failed.kind == NULL)
		return true;
	*err = l->failed;
	l->failed = (struct error){0};
	answers_forget(&l->kept);
	return false;
}

/* ------------------------------------------------------------------- send */

static bool
put_one(struct line *l, const struct question *q)
{
	struct prepared *p = q->prepared;

	if (!p->is_known) {
		if (PQsendPrepare(l->pg, p->name, p->sql, p->n, p->types) != 1)
			return false;
		add_sent(l, (struct sent){SENT_PREPARED, p, NULL});
		p->is_known = true;
	}
	return PQsendQueryPrepared(l->pg, p->name, p->n, q->values, q->lengths,
				   q->formats, 0) == 1;
}

/* It may be two for a statement that is new, and a sync comes behind. */
static void
put(struct line *l, const struct question *q, struct answer *to)
{
	if (l->n_sent + 3 > SENT_MAX)
		take_all(l);
	if (put_one(l, q)) {
		add_sent(l, (struct sent){SENT_QUESTION, q->prepared, to});
		return;
	}
	answer_done(to);
	if (l->failed.kind == NULL)
		fail(l, NULL, &l->failed);
}

/* Outside a transaction nobody may ask for long. */
bool
line_send(struct line *l, const struct question *q, struct error *err)
{
	answers_forget(&l->kept);
	put(l, q, NULL);
	if (!l->is_inside)
		sync_line(l);
	return l->failed.kind == NULL || line_settle(l, err);
}

void
line_ahead(struct line *l, const struct question *q)
{
	struct answer *a = answer_await(q);

	if (answers_find(&l->kept, a) == NULL && answers_add(&l->kept, a))
		put(l, q, a);
	else
		answer_done(a);
}

/* Outside a transaction others may write at any time: an answer is given once,
   and another question makes all that are kept old. */
static struct answer *
ask_kept(struct line *l, struct answer *kept, struct error *err)
{
	answer_hold(kept);
	if (!line_settle(l, err)) {
		answer_done(kept);
		return NULL;
	}
	if (!l->is_inside)
		answers_forget_one(&l->kept, kept);
	return kept;
}

static struct answer *
ask_now(struct line *l, const struct question *q, struct answer *a,
	struct error *err)
{
	if (!l->is_inside)
		answers_forget_old(&l->kept);
	answer_hold(a);
	put(l, q, a);
	if (!line_settle(l, err)) {
		answer_done(a);
		return NULL;
	}
	if (PQresultStatus(answer_result(a)) != PGRES_TUPLES_OK)
		answers_forget(&l->kept);
	else if (l->is_inside && !q->moves_on)
		answers_add(&l->kept, a);
	return a;
}

struct answer *
line_ask(struct line *l, const struct question *q, struct error *err)
{
	struct answer *a = answer_await(q), *kept = answers_find(&l->kept, a);

	if (kept == NULL || q->moves_on)
		return ask_now(l, q, a, err);
	answer_done(a);
	return ask_kept(l, kept, err);
}

bool
line_wait(struct line *l, int seconds)
{
	if (l->n_sent > 0 && l->sent[l->n_sent - 1].what != SENT_SYNC)
		sync_line(l);
	while (!l->is_mute && l->n_taken < l->n_sent) {
		if (!is_answered(l, &seconds))
			return false;
		take_one(l, &l->sent[l->n_taken++]);
	}
	return true;
}

void
line_cancel(struct line *l)
{
	PGcancel *c = PQgetCancel(l->pg);
	char ignored[256];

	if (c != NULL && PQcancel(c, ignored, sizeof(ignored)) == 0)
		ignored[0] = '\0';
	PQfreeCancel(c);
}

unsigned long
line_journeys(const struct line *l)
{
	return l->journeys;
}

bool
line_script(struct line *l, const char *sql, struct error *err)
{
	PGresult *res;
	bool ok;

	if (!line_settle(l, err))
		return false;
	answers_forget(&l->kept);
	PQexitPipelineMode(l->pg);
	res = PQexec(l->pg, sql);
	ok = is_good(res) || fail(l, res, err);
	PQclear(res);
	PQenterPipelineMode(l->pg);
	return ok;
}

int64_t
line_news(struct line *l)
{
	PGnotify *note;

	take_all(l);
	if (PQconsumeInput(l->pg) == 0)
		return l->news;
	while ((note = PQnotifies(l->pg)) != NULL) {
		if (note->be_pid != PQbackendPID(l->pg))
			l->news++;
		PQfreemem(note);
	}
	return l->news;
}
