/* restore-record.c -- a chain tells that it goes on from a backup */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

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

bool
restored_body(struct store *st, const char *target, int64_t office, moment now,
	      const struct manifest *stands, json_t *body, struct error *err)
{
	moment last;

	if (!ledger_moment(st, office, 0, &last, err))
		return false;
	json_object_set_new(body, "first_year",
			    json_integer(moment_buddhist_year(last)));
	json_object_set_new(
	    body, "last_year",
	    json_integer(moment_buddhist_year(now > last ? now : last)));
	json_object_set_new(body, "lasts", restored_lasts(stands, office));
	put_lost_head(st, target, office, stands, body);
	return true;
}

static bool
record_office(struct restoring *k, const struct hand *hand,
	      const struct manifest_head *head, struct error *err)
{
	unsigned char act_id[ID_SIZE];
	struct entry e = {.kind = "register.restored",
			  .office = head->office,
			  .body = json_object()};
	struct event out;

	random_bytes(act_id, sizeof(act_id));
	put_head(e.body, "seq", "hash", head->seq, head->hash);
	json_object_set_new(e.body, "backup",
			    json_string(k->backup.manifest.id));
	json_object_set_new(e.body, "name", json_string(k->backup.name));
	json_object_set(e.body, "overlooked", k->overlooked);
	if (!restored_body(k->st, k->target, head->office, hand->now,
			   &k->stands, e.body, err)) {
		entry_done(&e);
		return false;
	}
	return ledger_append(k->st, hand, act_id, &e, k->arena, &out, err);
}

static bool
record_all(struct restoring *k, struct error *err)
{
	const struct actor actor = {.login = k->s->wish.account,
				    .name = k->s->wish.account,
				    .is_owner = true};
	const struct manifest *m = &k->backup.manifest;
	struct hand hand = {
	    .actor = &actor, .auth = "account", .now = session_now(k->s)};

	for (size_t i = 0; i < m->n_heads; i++) {
		hand.office = m->heads[i].office;
		if (!record_office(k, &hand, &m->heads[i], err))
			return false;
	}
	return true;
}

/* Before it is put in its place: no moment without the guard. */
bool
restore_record(struct restoring *k, struct error *err)
{
	if (!store_begin_write(k->st, err))
		return false;
	if (record_all(k, err) && store_commit(k->st, err))
		return true;
	store_rollback(k->st);
	return false;
}
