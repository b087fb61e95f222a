/* mad-screen.c -- a screen that asks its keeper anything */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fuzz/mad-screen.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/wire.h"

#include "app/draft-page.h"
#include "app/keeper.h"

enum { QUESTIONS_MAX = 40, ARGUMENTS_MAX = 8, ANSWER_MAX = 64 << 20 };

/* --------------------------------------------------------------- questions */

static void
put_params(struct input *in, const struct param *params, size_t n,
	   struct text *t)
{
	wire_put_int(t, (int64_t)n);
	for (size_t i = 0; i < n; i++) {
		const struct param *p = &params[i];

		wire_put_int(t, p->type);
		wire_put_text(t, input_byte(in) == 0xFF ? "" : p->name);
		if (p->type == PARAM_INT)
			wire_put_int(t, p->i);
		else if (p->type == PARAM_TEXT)
			wire_put_text(t, p->p);
		else
			wire_put_bytes(t, p->p, p->n);
	}
}

static void
ask_statement(struct mad_screen *m, struct text *t, struct arena *a)
{
	struct param params[ANY_PARAMS_MAX + 1] = {{0}};
	int64_t q = (input_byte(m->in) << 8 | input_byte(m->in)) % QUERY_COUNT;
	const char *sql = query_texts[q].sql;
	size_t n = sql ? any_params(m->in, sql, a, params) : 0;

	m->asked = (struct asked){true, (enum query_id)q, m->look(m->ctx)};
	wire_put_int(t, KEPT_ROWS);
	wire_put_int(t, q);
	wire_put_int(t, input_byte(m->in) % 2);
	put_params(m->in, params, n, t);
}

/* One of those in the table, mostly. */
static const struct action *
any_action(struct input *in)
{
	size_t n = 0;

	while (actions[n].name != NULL)
		n++;
	return &actions[input_byte(in) % n];
}

static const char *
any_name(struct input *in, const struct action *act, struct arena *a)
{
	size_t n = 0, which = input_byte(in);

	while (act->options != NULL && act->options[n].name != NULL)
		n++;
	if (which % 4 == 0)
		return NULL;
	return which == 0xFF || n == 0 ? input_utf8(in, a)
				       : act->options[which / 4 % n].name;
}

/* What a clerk might have typed, or not. */
static const char *
any_value(struct input *in, struct arena *a)
{
	static const char *const likely[] = {
	    "1", "2",       "4",    "head",      "finance", "main",  "receive",
	    "",  "สำนักปลัด", "ทราบ", "1 ก.พ. 69", "ลับ",      "4/2569"};
	size_t which = input_byte(in);

	return which % 2 == 0 ? likely[which / 2 % ARRAY_SIZE(likely)]
			      : input_utf8(in, a);
}

static size_t
any_arguments(struct input *in, const struct action *act, struct arena *a,
	      struct argument at[ARGUMENTS_MAX])
{
	size_t n = input_byte(in) % ARGUMENTS_MAX;

	for (size_t i = 0; i < n; i++) {
		at[i].name = any_name(in, act, a);
		at[i].value = any_value(in, a);
	}
	return n;
}

static void
any_id(struct input *in, unsigned char id[ID_SIZE])
{
	memset(id, 0, ID_SIZE);
	id[0] = input_byte(in) % MAD_SCREEN_IDS;
}

static void
ask_act(struct mad_screen *m, struct text *t, struct arena *a)
{
	const struct action *act = any_action(m->in);
	struct argument at[ARGUMENTS_MAX];
	size_t n = any_arguments(m->in, act, a, at);
	unsigned char id[ID_SIZE];

	any_id(m->in, id);
	wire_put_int(t, KEPT_ACT);
	wire_put_text(t, act->name);
	wire_put_bytes(t, id, ID_SIZE);
	wire_put_int(t, (int64_t)n);
	for (size_t i = 0; i < n; i++) {
		wire_put_text(t, at[i].name);
		wire_put_text(t, at[i].value);
	}
}

static void
ask_enter(struct mad_screen *m, struct text *t, struct arena *a)
{
	wire_put_int(t, KEPT_ENTER);
	wire_put_text(t, any_value(m->in, a));
}

/* A page that says it is anybody's. */
static void
ask_keep(struct mad_screen *m, struct text *t, struct arena *a)
{
	struct argument at[ARGUMENTS_MAX];
	struct session liar = {
	    .actor = {.person = input_byte(m->in) % 12, .login = "head"}};
	struct draft_page page = {.request = {.action = any_action(m->in)}};
	char *json;

	page.request.n = any_arguments(m->in, page.request.action, a, at);
	page.request.at = at;
	any_id(m->in, page.request.act_id);
	page.letter = input_byte(m->in) % 6;
	page.since = (moment)input_number(m->in);
	page.cursor = (size_t)input_number(m->in);
	page.is_touched = true;
	json = draft_page_write(&page, &liar);
	wire_put_int(t, KEPT_DRAFT_KEEP);
	wire_put_text(t, json);
	free(json);
}

static void
ask_draft(struct mad_screen *m, struct text *t, struct arena *a)
{
	unsigned char id[ID_SIZE];

	(void)a;
	any_id(m->in, id);
	wire_put_int(t, KEPT_DRAFT_SYNC +
			    input_byte(m->in) % (KEPT_ASKS - KEPT_DRAFT_SYNC));
	if (id[0] == 0)
		wire_put_int(t, input_byte(m->in));
	else
		wire_put_bytes(t, id, ID_SIZE);
}

static void
ask_anything(struct mad_screen *m, struct text *t, struct arena *a)
{
	const char *s = input_text(m->in, a);

	wire_put_int(t, input_byte(m->in));
	text_add_n(t, s, strlen(s));
	wire_put_int(t, (int64_t)input_number(m->in));
}

/* ----------------------------------------------------------------- the line */

/* wire_receive() has one buffer, which is the keeper's. */
static bool
receive(struct mad_screen *m)
{
	struct text answer = {0};
	uint32_t n;
	char *bytes;

	if (!wire_receive_bytes(m->fd, &n, sizeof(n)))
		return false;
	if (n > ANSWER_MAX)
		bug("an answer of %u bytes", (unsigned)n);
	bytes = xmalloc(n + 1);
	if (!wire_receive_bytes(m->fd, bytes, n))
		bug("half an answer");
	text_add_n(&answer, bytes, n);
	m->check(m->ctx, &m->asked, &answer);
	text_done(&answer);
	free(bytes);
	return true;
}

static void
ask(struct mad_screen *m)
{
	static void (*const questions[])(struct mad_screen * m, struct text * t,
					 struct arena * a) = {
	    ask_statement, ask_act,   ask_act,      ask_enter,
	    ask_keep,      ask_draft, ask_anything,
	};
	struct text t = {0};
	struct arena a = {0};
	uint32_t n;

	m->asked = (struct asked){0};
	questions[input_byte(m->in) % ARRAY_SIZE(questions)](m, &t, &a);
	n = (uint32_t)t.n;
	if (n <= KEPT_QUESTION_MAX &&
	    (!wire_send_bytes(m->fd, &n, sizeof(n)) ||
	     !wire_send_bytes(m->fd, t.s, n) || !receive(m)))
		bug("the keeper is gone");
	text_done(&t);
	arena_done(&a);
}

static void *
go_mad(void *ctx)
{
	struct mad_screen *m = ctx;

	if (input_byte(m->in) % 4 == 0) {
		if (wire_send_bytes(m->fd, m->in->at, m->in->n)) {
			shutdown(m->fd, SHUT_WR);
			while (receive(m))
				continue;
		}
	} else {
		for (int i = 0; i < QUESTIONS_MAX && m->in->n > 0; i++)
			ask(m);
	}
	close(m->fd);
	return NULL;
}

int
mad_screen_begin(struct mad_screen *m)
{
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
		bug("no socket");
	m->fd = ends[0];
	if (pthread_create(&m->thread, NULL, go_mad, m) != 0)
		bug("no thread");
	return ends[1];
}

void
mad_screen_end(struct mad_screen *m)
{
	pthread_join(m->thread, NULL);
}
