/* ledger.c -- the only way anything is written: one event, chained */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/guard.h"
#include "model/moved.h"

const struct error_kind LEDGER_ACT_TAKEN = {
    "act-taken", EXIT_USAGE,
    N_("this act id was already used for something else")};

void
entry_done(struct entry *e)
{
	json_decref(e->body);
	e->body = NULL;
}

bool
ledger_identity(struct store *st, struct identity *id, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct identity, uuid, FIELD_ID),
	    FIELD(struct identity, made_at, FIELD_INT64),
	    FIELD(struct identity, practice, FIELD_BOOL),
	    FIELD(struct identity, is_moving, FIELD_BOOL),
	    {0}};
	static const struct row_type type = {sizeof(struct identity), fields};
	struct arena a = {0};
	bool found = false;
	bool ok = query_row(st, QUERY_REGISTER_IDENTITY, NULL, &type, &a, id,
			    &found, err);

	arena_done(&a);
	if (ok && !found)
		return error_set(err, &STORE_MISSING, "%s", store_path(st));
	return ok;
}

bool
ledger_uuid(struct store *st, char uuid[UUID_TEXT_SIZE], struct error *err)
{
	struct identity id;

	if (!ledger_identity(st, &id, err))
		return false;
	hex_of(id.uuid, ID_SIZE, uuid);
	return true;
}

bool
ledger_identify(struct store *st, const struct identity *id, struct error *err)
{
	return query_run(st, QUERY_REGISTER_FOUND,
			 PARAMS(P_BLOB("uuid", id->uuid, ID_SIZE),
				P_INT("made_at", id->made_at),
				P_INT("practice", id->practice)),
			 NULL, err);
}

bool
ledger_found(struct store *st, moment now, bool practice, struct error *err)
{
	struct identity id = {.made_at = now, .practice = practice};

	random_bytes(id.uuid, sizeof(id.uuid));
	return ledger_identify(st, &id, err);
}

bool
ledger_offices(struct store *st, struct arena *a, int64_t **offices, size_t *n,
	       struct error *err)
{
	static const struct field fields[] = {{"office", FIELD_INT64, 0}, {0}};
	static const struct row_type type = {sizeof(int64_t), fields};

	return query_rows(st, QUERY_CHAIN_OFFICES, NULL, &type, a, offices, n,
			  err);
}

bool
ledger_head(struct store *st, int64_t office, struct chain_head *head,
	    struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct chain_head, seq, FIELD_INT64),
	    FIELD(struct chain_head, time, FIELD_INT64),
	    FIELD(struct chain_head, hash, FIELD_DIGEST),
	    {0}};
	static const struct row_type type = {sizeof(struct chain_head), fields};
	struct arena a = {0};
	bool found, ok;

	*head = (struct chain_head){0};
	ok = query_row(st, QUERY_CHAIN_HEAD, PARAMS(P_INT("office", office)),
		       &type, &a, head, &found, err);

	arena_done(&a);
	return ok;
}

static moment
later(moment a, moment b)
{
	return a > b ? a : b;
}

bool
ledger_moment(struct store *st, int64_t office, moment now, moment *at,
	      struct error *err)
{
	struct chain_head head = {0};

	if (!ledger_head(st, office, &head, err))
		return false;
	*at = later(now, head.time);
	return true;
}

bool
ledger_find(struct store *st, int64_t office,
	    const unsigned char act_id[ID_SIZE], struct arena *a,
	    struct event *e, bool *found, struct error *err)
{
	bool ok = query_row(
	    st, QUERY_EVENT_BY_ACT,
	    PARAMS(P_INT("office", office), P_BLOB("act_id", act_id, ID_SIZE)),
	    &event_row, a, e, found, err);

	e->office = office;
	return ok;
}

bool
ledger_next_number(struct store *st, int64_t office, const char *book,
		   int64_t year, int64_t *next, struct error *err)
{
	const struct param *params = PARAMS(
	    P_INT("office", office), P_TEXT("book", book), P_INT("year", year));

	*next = 1;
	query_ahead(st, QUERY_COUNTER_NEXT, params);
	return guard_check(st, office, book, year, err) &&
	       query_number(st, QUERY_COUNTER_NEXT, params, next, err);
}

/* Names are frozen with the act: people marry, posts are renamed. */
static void
body_sign(json_t *body, const struct actor *actor, const struct held_post *as)
{
	json_object_set_new(body, "by_name", json_string(actor->name));
	if (as == NULL)
		return;
	json_object_set_new(body, "by_post", json_string(as->name));
	if (as->own_name != NULL)
		json_object_set_new(body, "by_own_post",
				    json_string(as->own_name));
}

static int64_t
office_of(const struct hand *hand, const struct entry *entry)
{
	return entry->office != 0 ? entry->office : hand->office;
}

/* A person is known by number in his own office only; to another his login
   and name say who he is. */
static int64_t
person_of(const struct hand *hand, const struct entry *entry)
{
	return office_of(hand, entry) == hand->office ? hand->actor->person : 0;
}

static void
event_fill(struct event *e, const struct hand *hand,
	   const struct chain_head *head, const struct entry *entry,
	   struct arena *a)
{
	*e = (struct event){
	    .office = office_of(hand, entry),
	    .seq = head->seq + 1,
	    .time = later(hand->now, head->time),
	    .kind = entry->kind,
	    .letter = entry->letter,
	    .book = entry->book,
	    .year = entry->year,
	    .number = entry->number,
	    .person = person_of(hand, entry),
	    .login = hand->actor->login,
	    .post = entry->as ? entry->as->post : NULL,
	    .capacity = entry->capacity,
	    .acting_order = entry->as ? entry->as->order : NULL,
	    .auth = hand->auth,
	};
	char *body;

	if (entry->letter == LETTER_SELF)
		e->letter = e->seq;
	body_sign(entry->body, hand->actor, entry->as);
	if (hand->clock != 0 && hand->clock < e->time)
		json_object_set_new(entry->body, "clock",
				    json_integer(hand->clock));
	body = json_dumps(entry->body, JSON_SORT_KEYS | JSON_COMPACT);
	e->body = arena_strdup(a, body);
	free(body);
	random_bytes(e->nonce, sizeof(e->nonce));
	random_bytes(e->salt, sizeof(e->salt));
	event_commit_to(e->salt, e->body, e->commitment);
}

/* Optional numbers are NULL in the table, 0 in the struct. */
static struct param
maybe_int(const char *name, int64_t value)
{
	return value ? P_INT(name, value) : P_TEXT(name, NULL);
}

/* Every column of the event and the body: what statements may ask for. */
#define EVENT_PARAMS(e)                                                        \
	PARAMS(P_INT("office", (e)->office), P_INT("seq", (e)->seq),           \
	       P_INT("time", (e)->time), P_TEXT("kind", (e)->kind),            \
	       maybe_int("letter", (e)->letter), P_TEXT("book", (e)->book),    \
	       maybe_int("year", (e)->year), maybe_int("number", (e)->number), \
	       P_INT("person", (e)->person), P_TEXT("login", (e)->login),      \
	       P_TEXT("post", (e)->post), P_TEXT("capacity", (e)->capacity),   \
	       P_TEXT("acting_order", (e)->acting_order),                      \
	       P_TEXT("auth", (e)->auth),                                      \
	       P_BLOB("act_id", (e)->act_id, ID_SIZE),                         \
	       P_BLOB("nonce", (e)->nonce, ID_SIZE),                           \
	       P_BLOB("commitment", (e)->commitment, DIGEST_SIZE),             \
	       P_BLOB("hash", (e)->hash, DIGEST_SIZE),                         \
	       P_BLOB("salt", (e)->salt, ID_SIZE), P_TEXT("body", (e)->body))

bool
ledger_apply(struct store *st, const struct event *e, struct error *err)
{
	const char *kind = e->body != NULL ? e->kind : "words.gone";

	return store_apply(st, kind, EVENT_PARAMS(e), err);
}

bool
ledger_restore(struct store *st, const struct event *e, struct error *err)
{
	return query_send(st, QUERY_EVENT_APPEND, EVENT_PARAMS(e), err) &&
	       (e->body == NULL ||
		query_send(st, QUERY_PAYLOAD_APPEND, EVENT_PARAMS(e), err)) &&
	       ledger_apply(st, e, err);
}

/* The last line of the guard: whatever screen or command has decided this. */
static bool
may_be_written(struct store *st, int64_t office, const struct chain_head *head,
	       const struct entry *e, struct error *err)
{
	static const char *const begin[] = {"office.found",
					    "register.restored"};

	for (size_t i = 0; i < ARRAY_SIZE(begin); i++)
		if (strcmp(begin[i], e->kind) == 0)
			return true;
	return mark_check(st, office, head, err) &&
	       (e->number == 0 ||
		guard_check(st, office, e->book, e->year, err));
}

bool
ledger_append(struct store *st, const struct hand *hand,
	      const unsigned char act_id[ID_SIZE], struct entry *entry,
	      struct arena *a, struct event *out, struct error *err)
{
	struct chain_head head = {0};
	struct identity id;

	if (!ledger_identity(st, &id, err) ||
	    (id.is_moving && !moved_refuse(st, err)) ||
	    !store_turn(st, office_of(hand, entry), err) ||
	    !ledger_head(st, office_of(hand, entry), &head, err) ||
	    !may_be_written(st, office_of(hand, entry), &head, entry, err)) {
		entry_done(entry);
		return false;
	}
	event_fill(out, hand, &head, entry, a);
	entry_done(entry);
	memcpy(out->act_id, act_id, ID_SIZE);
	event_hash(out, id.uuid, head.hash, out->hash);
	return ledger_restore(st, out, err);
}
