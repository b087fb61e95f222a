/* restore-record.c -- a chain tells that it goes on from a backup */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

#include "model/guard.h"
#include "model/ledger.h"

#include "app/act.h"
#include "app/restore.h"

json_t *
restored_lasts(const struct manifest *m, int64_t office)
{
	json_t *list = json_array();

	for (size_t i = 0; m != NULL && i < m->n_lasts; i++)
		if (m->lasts[i].office == office)
			json_array_append_new(
			    list,
			    json_pack("{s:s, s:I, s:I}", "book",
				      m->lasts[i].book, "year",
				      (json_int_t)m->lasts[i].year, "number",
				      (json_int_t)m->lasts[i].number));
	return list;
}

static void
put_head(json_t *body, const char *seq, const char *hash, int64_t n,
	 const unsigned char digest[DIGEST_SIZE])
{
	char hex[HEX_SIZE];

	hex_of(digest, DIGEST_SIZE, hex);
	json_object_set_new(body, seq, json_integer(n));
	json_object_set_new(body, hash, json_string(hex));
}

/* How far what stood there had come: by itself, else by the mark beside it. */
static void
put_lost_head(struct store *st, const char *target, int64_t office,
	      const struct manifest *stands, json_t *body)
{
	const struct manifest_head *h =
	    stands != NULL ? manifest_head(stands, office) : NULL;
	struct error none = {0};
	struct identity id;
	struct mark mark;
	char *path = xasprintf("%s-mark", target);

	if (h != NULL)
		put_head(body, "lost_seq", "lost_hash", h->seq, h->hash);
	else if (ledger_identity(st, &id, &none) &&
		 mark_read(path, id.uuid, office, &mark))
		put_head(body, "lost_seq", "lost_hash", mark.seq, mark.hash);
	free(path);
}

static bool
last_entry(const struct session *s, moment *at, struct error *err)
{
	*at = 0;
	return query_number(s->store, QUERY_LAST_ENTRY,
			    PARAMS(P_INT("office", s->office)), at, err);
}

bool
restored_body(const struct session *s, const char *target, moment now,
	      const struct manifest *stands, json_t *body, struct error *err)
{
	moment last;

	if (!last_entry(s, &last, err))
		return false;
	json_object_set_new(body, "first_year",
			    json_integer(year_at(&s->years, last)));
	json_object_set_new(
	    body, "last_year",
	    json_integer(year_at(&s->years, now > last ? now : last)));
	json_object_set_new(body, "lasts", restored_lasts(stands, s->office));
	put_lost_head(s->store, target, s->office, stands, body);
	return true;
}

/* Everything the event says but the years: those are of its backup, before
   days that went by since are closed. */
static void
put_backup(struct restoring *k, const struct manifest_head *head, json_t *body)
{
	put_head(body, "seq", "hash", head->seq, head->hash);
	json_object_set_new(body, "backup", json_string(k->backup.manifest.id));
	json_object_set_new(body, "name", json_string(k->backup.name));
	json_object_set(body, "overlooked", k->overlooked);
}

static bool
record(struct restoring *k, struct session *s, const struct manifest_head *head,
       struct error *err)
{
	struct entry e = {.kind = "register.restored", .body = json_object()};
	struct act act = {
	    .s = s, .r = k->r, .id = k->r->act_id, .arena = k->arena};
	struct event out;
	bool ok;

	put_backup(k, head, e.body);
	ok = restored_body(s, k->target, session_now(s), &k->stands, e.body,
			   err) &&
	     act_write_before(&act, err);
	if (ok)
		ok = act_write(&act, &e, &out, err);
	else
		entry_done(&e);
	act_drop_also(&act);
	return ok;
}

/* As the account itself, at work in this office of the unpacked register. */
static bool
record_office(struct restoring *k, const struct manifest_head *head,
	      struct error *err)
{
	struct session s;
	bool ok;

	session_init(&s, &k->s->wish, k->s->clock);
	s.wish.office = head->code;
	s.store = k->st;
	ok = session_refresh(&s, err) && record(k, &s, head, err);
	s.store = NULL;
	session_done(&s);
	return ok;
}

static bool
record_all(struct restoring *k, struct error *err)
{
	const struct manifest *m = &k->backup.manifest;

	for (size_t i = 0; i < m->n_heads; i++)
		if (!record_office(k, &m->heads[i], err))
			return false;
	return true;
}

/* The pages of days that are closed by it are signed, when the key lies where
   the register will. */
static bool
lend_key(struct restoring *k, struct error *err)
{
	const char *key = arena_printf(k->arena, "%s-key", k->target);

	return access(key, R_OK) != 0 ||
	       file_copy(key, arena_printf(k->arena, "%s-key", k->file), err);
}

/* Before it is put in its place: no moment without the guard. */
bool
restore_record(struct restoring *k, struct error *err)
{
	if (!lend_key(k, err) || !store_begin_write(k->st, err))
		return false;
	if (record_all(k, err) && store_commit(k->st, err))
		return true;
	store_rollback(k->st);
	return false;
}
