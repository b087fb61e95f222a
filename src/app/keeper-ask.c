/* keeper-ask.c -- what a screen in a process of its own asks its keeper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "base/password.h"

#include "app/draft-page.h"
#include "app/keeper.h"

bool
session_is_kept(const struct session *s)
{
	return s->store != NULL && store_is_kept(s->store);
}

bool
session_open_kept(struct session *s, int fd, struct error *err)
{
	struct text t = {0};
	struct wire w;
	struct kept kept = {0};
	bool ok;

	wire_put_int(&t, KEPT_HELLO);
	ok = (wire_send(fd, &t) && wire_receive(fd, KEPT_ANSWER_MAX, &t)) ||
	     error_set(err, &KEPT_GONE, NULL);
	w = wire_read(&t);
	ok = ok && (wire_int(&w) == 1 || wire_error(&w, err));
	if (ok) {
		kept.path = wire_text(&w);
		kept.is_read_only = wire_int(&w) != 0;
		kept.is_own = wire_int(&w) != 0;
		s->store = store_open_kept(fd, &kept);
		ok = session_refresh(s, err);
		s->wish.office = s->office_code;
	} else {
		close(fd);
	}
	text_done(&t);
	return ok;
}

/* A question that has no answer but yes. */
static bool
ask(struct store *st, struct text *question, struct error *err)
{
	struct text answer = {0};
	struct wire w;
	bool ok = store_ask(st, question, &answer, &w, err);

	text_done(&answer);
	text_done(question);
	return ok;
}

bool
keeper_enter(struct session *s, const char *code, struct error *err)
{
	struct text t = {0};

	wire_put_int(&t, KEPT_ENTER);
	wire_put_text(&t, code);
	return ask(s->store, &t, err);
}

/* -------------------------------------------------------------------- acts */

static void
put_request(struct text *t, const struct request *r)
{
	wire_put_int(t, KEPT_ACT);
	wire_put_text(t, r->action->name);
	wire_put_bytes(t, r->act_id, ID_SIZE);
	wire_put_int(t, (int64_t)r->n);
	for (size_t i = 0; i < r->n; i++) {
		wire_put_text(t, r->at[i].name);
		wire_put_text(t, r->at[i].value);
	}
}

/* Somebody else is writing: what is shown of it stands with the store. */
static bool
tell_waiting(struct session *s, struct wire *w, struct error *err)
{
	const char *holder = wire_text(w);
	int seconds = (int)wire_int(w);
	struct text t = {0};
	bool ok;

	wire_put_int(&t, store_wait(s->store, holder ? holder : "", seconds));
	ok = store_ask_send(s->store, &t, err);
	text_done(&t);
	return ok;
}

static bool
receive_answer(struct session *s, struct text *t, json_t **answer,
	       struct error *err)
{
	struct wire w;
	int64_t how = KEPT_WAITING;

	while (how == KEPT_WAITING) {
		if (!store_ask_receive(s->store, t, err))
			return false;
		w = wire_read(t);
		how = wire_int(&w);
		if (how == KEPT_WAITING && !tell_waiting(s, &w, err))
			return false;
	}
	if (how != 1)
		return wire_error(&w, err);
	*answer = json_loads(wire_text(&w), JSON_DECODE_ANY, NULL);
	return *answer != NULL || error_set(err, &KEPT_GONE, NULL);
}

bool
keeper_act(struct session *s, const struct request *r, json_t **answer,
	   struct error *err)
{
	struct text t = {0};
	bool ok;

	put_request(&t, r);
	ok = store_ask_send(s->store, &t, err);
	secret_wipe(t.s, t.n);
	ok = ok && receive_answer(s, &t, answer, err);
	text_done(&t);
	return ok;
}

/* ------------------------------------------------------------------ drafts */

bool
keeper_draft_keep(const struct session *s, const char *page, struct error *err)
{
	struct text t = {0};

	wire_put_int(&t, KEPT_DRAFT_KEEP);
	wire_put_text(&t, page);
	return ask(s->store, &t, err);
}

bool
keeper_draft(struct store *st, enum keeper_ask what,
	     const unsigned char act_id[ID_SIZE], struct error *err)
{
	struct text t = {0};

	wire_put_int(&t, what);
	wire_put_bytes(&t, act_id, ID_SIZE);
	return ask(st, &t, err);
}

static bool
read_line(struct wire *w, struct arena *a, struct draft_line *line)
{
	const char *page = wire_text(w);

	*line = (struct draft_line){0};
	if (page == NULL || !draft_page_read(page, a, line))
		return false;
	line->person = wire_int(w);
	line->login = arena_strdup(a, wire_text(w));
	line->name = arena_strdup(a, wire_text(w));
	line->at = wire_int(w);
	line->is_in_use = wire_int(w) != 0;
	line->done = arena_strdup(a, wire_text(w));
	line->is_veiled = wire_int(w) != 0;
	return !w->is_bad;
}

bool
keeper_drafts(const struct session *s, int64_t letter, struct arena *a,
	      struct draft_list *list, struct error *err)
{
	enum { LINES_MAX = 500 };
	struct text question = {0}, answer = {0};
	struct wire w;
	bool ok;

	*list = (struct draft_list){0};
	wire_put_int(&question, KEPT_DRAFTS);
	wire_put_int(&question, letter);
	ok = store_ask(s->store, &question, &answer, &w, err);
	if (ok)
		list->at = arena_array(a, LINES_MAX, sizeof(*list->at));
	while (ok && w.left > 0 && list->n < LINES_MAX &&
	       read_line(&w, a, &list->at[list->n]))
		list->n++;
	text_done(&question);
	text_done(&answer);
	return ok;
}
