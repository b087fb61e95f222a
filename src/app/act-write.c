/* act-write.c -- the events of one act go into the chain, all or none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/act.h"

struct further {
	struct entry entry;
	struct further *next;
};

/* A key is named: which of a person's keys it was may be asked one day. */
static const char *
door_of(const struct act *act)
{
	const struct session_wish *w = &act->s->wish;

	if (w->key != NULL)
		return arena_printf(act->arena, "key %s", w->key);
	return w->login_is_asked ? "as" : "account";
}

static const char *
auth_of(const struct act *act)
{
	return act->has_pin ? arena_printf(act->arena, "%s, pin", door_of(act))
			    : door_of(act);
}

static struct hand
hand_of(const struct act *act)
{
	const struct session *s = act->s;

	return (struct hand){
	    .office = s->office,
	    .actor = &act->actor,
	    .auth = auth_of(act),
	    .now = act->at,
	    .clock = session_now(s),
	};
}

struct entry *
act_also(struct act *act, const char *kind)
{
	struct further *new = arena_alloc(act->arena, sizeof(*new));
	struct further **end = &act->also;

	while (*end != NULL)
		end = &(*end)->next;
	*new =
	    (struct further){.entry.kind = kind, .entry.body = json_object()};
	*end = new;
	return &new->entry;
}

void
act_drop_also(struct act *act)
{
	for (struct further *f = act->also; f != NULL; f = f->next)
		entry_done(&f->entry);
	act->also = NULL;
}

/* Asked twice, an act has the same ids again: its other events are found as
   surely as its first.  They follow each other: those of an import lie side by
   side in the index of ids, and not one on each of its pages. */
static void
derive_id(struct act *act, unsigned char id[ID_SIZE])
{
	unsigned char digest[DIGEST_SIZE];
	uint32_t n = ++act->n_derived;
	const unsigned char count[4] = {n >> 24, n >> 16, n >> 8, n};

	digest_of(act->id, ID_SIZE, digest);
	memcpy(id, digest, ID_SIZE - sizeof(count));
	memcpy(id + ID_SIZE - sizeof(count), count, sizeof(count));
}

static bool
append(struct act *act, const unsigned char id[ID_SIZE], struct entry *entry,
       struct event *e, struct error *err)
{
	struct hand hand = hand_of(act);

	act->is_abroad = act->is_abroad ||
			 (entry->office != 0 && entry->office != hand.office);
	if (entry->as != NULL && entry->capacity == NULL)
		entry->capacity =
		    entry->as->capacity ? entry->as->capacity : CAPACITY_OWN;
	return ledger_append(act->s->store, &hand, id, entry, act->arena, e,
			     err);
}

bool
act_write(struct act *act, struct entry *entry, struct event *e,
	  struct error *err)
{
	unsigned char id[ID_SIZE];

	/* Before the decision nobody has asked who acts. */
	if (act->actor.login == NULL &&
	    !session_actor(act->s, act->arena, &act->actor, err)) {
		entry_done(entry);
		return false;
	}
	derive_id(act, id);
	return append(act, id, entry, e, err);
}

/* Another office's chain has pages of its own. */
static bool
close_days_there(struct act *act, const struct entry *entry, struct error *err)
{
	return entry->office == 0 || entry->office == act->s->office ||
	       day_close_office(act, entry->office, err);
}

bool
act_write_all(struct act *act, struct event *e, struct error *err)
{
	struct event other;

	if (!append(act, act->id, &act->entry, e, err))
		return false;
	for (struct further *f = act->also; f != NULL; f = f->next)
		if (!close_days_there(act, &f->entry, err) ||
		    !act_write(act, &f->entry, &other, err))
			return false;
	return true;
}

bool
act_origin(struct act *act, json_t **from, struct error *err)
{
	struct session *s = act->s;
	char uuid[UUID_TEXT_SIZE];
	struct chain_head head;

	if (!ledger_uuid(s->store, uuid, err) ||
	    !ledger_head(s->store, s->office, &head, err))
		return false;
	*from = json_pack("{s:s, s:s, s:I, s:s}", "register", uuid, "office",
			  s->office_code, "seq", (json_int_t)head.seq + 1,
			  "name", s->office_name);
	return true;
}

bool
act_is_of_this_register(struct act *act, const char *uuid, bool *is,
			struct error *err)
{
	char own[UUID_TEXT_SIZE];

	if (!ledger_uuid(act->s->store, own, err))
		return false;
	*is = strcmp(own, uuid) == 0;
	return true;
}
