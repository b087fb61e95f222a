/* postgresql-answers.c -- questions to a PostgreSQL server, and answers kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/postgresql-answers.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

enum { KEPT_BYTES = 1 << 16 }; /* a larger one is not kept */

struct answer {
	PGresult *result;
	unsigned holders;
	/* What was asked: the name of the statement, and its values. */
	char *question;
	size_t n;
};

PGresult *
answer_result(const struct answer *a)
{
	return a->result;
}

void
answer_fill(struct answer *a, PGresult *result)
{
	a->result = result;
}

struct answer *
answer_hold(struct answer *a)
{
	a->holders++;
	return a;
}

void
answer_done(struct answer *a)
{
	if (a == NULL || --a->holders > 0)
		return;
	PQclear(a->result);
	free(a->question);
	free(a);
}

/* NULL has a length that nothing has: it is not the same as an empty text. */
static void
add_bytes(struct text *t, const void *p, size_t n)
{
	size_t length = p != NULL ? n : SIZE_MAX;

	text_add_n(t, (const char *)&length, sizeof(length));
	text_add_n(t, p != NULL ? p : "", n);
}

struct answer *
answer_await(const struct question *q)
{
	struct answer *a = xcalloc(1, sizeof(*a));
	struct text t = {0};

	add_bytes(&t, q->prepared->name, sizeof(q->prepared->name));
	for (int i = 0; i < q->prepared->n; i++) {
		const char *v = q->values[i];
		size_t n = 0;

		if (v != NULL)
			n = q->formats[i] ? (size_t)q->lengths[i] : strlen(v);
		add_bytes(&t, v, n);
	}
	a->holders = 1;
	a->n = t.n;
	a->question = text_take(&t);
	return a;
}

struct answer *
answers_find(const struct answers *k, const struct answer *like)
{
	for (size_t i = 0; i < k->n; i++)
		if (k->at[i]->n == like->n &&
		    memcmp(k->at[i]->question, like->question, like->n) == 0)
			return k->at[i];
	return NULL;
}

bool
answers_add(struct answers *k, struct answer *a)
{
	if (k->n == KEPT_MAX ||
	    (a->result != NULL && PQresultMemorySize(a->result) > KEPT_BYTES))
		return false;
	k->at[k->n++] = answer_hold(a);
	return true;
}

void
answers_forget_one(struct answers *k, const struct answer *a)
{
	for (size_t i = 0; i < k->n; i++)
		if (k->at[i] == a) {
			answer_done(k->at[i]);
			k->at[i] = k->at[--k->n];
			return;
		}
}

void
answers_forget_old(struct answers *k)
{
	for (size_t i = k->n; i > 0; i--)
		if (k->at[i - 1]->result != NULL)
			answers_forget_one(k, k->at[i - 1]);
}

void
answers_forget(struct answers *k)
{
	while (k->n > 0)
		answer_done(k->at[--k->n]);
}
