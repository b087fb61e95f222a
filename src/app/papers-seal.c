/* papers-seal.c -- the files of a letter that is made secret are sealed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

#include "store/attach.h"
#include "store/secret.h"

#include "app/decisions.h"
#include "app/papers.h"

/*
 * Sealed copies are written before the commit, and the event names them beside
 * the files they stand for: "files", of objects of was and sha256.  What lay
 * open is taken away after the commit, where nothing names it any more.
 */

static bool
gives_class(struct act *act)
{
	return strcmp(choice_find(entry_fields, act_operand(act, 1))->value,
		      "secrecy") == 0 &&
	       strcmp(act_operand(act, 2), "-") != 0;
}

static bool
is_in_list(const json_t *list, const char *digest)
{
	const json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
	{
		const char *was =
		    json_string_value(json_object_get(one, "was"));

		if (strcmp(was, digest) == 0)
			return true;
	}
	return false;
}

/* Lies open beside the register, and no sealed copy stands in the list.  A
   file that is lost hides nothing, and is for the check to tell. */
static bool
is_to_seal(const struct act *act, const json_t *list,
	   const struct attachment *file)
{
	char *path = attach_path(act->s->store, file->digest);
	bool is = !file->is_sealed && !is_in_list(list, file->digest) &&
		  (access(path, F_OK) == 0 || errno != ENOENT);

	free(path);
	return is;
}

static bool
seal_file(struct act *act, const struct cipher_key *key, const char *digest,
	  json_t *list, struct error *err)
{
	const struct store *st = act->s->store;
	char *path = attach_path(st, digest), hex[HEX_SIZE];
	struct text bytes = {0};
	struct file_info info;
	bool ok = file_read(path, SECRET_FILE_MAX, &bytes, err) &&
		  secret_attach(st, key, text_str(&bytes), bytes.n, &info, err);

	if (ok) {
		hex_of(info.digest, DIGEST_SIZE, hex);
		json_array_append_new(list, json_pack("{s:s, s:s}", "was",
						      digest, "sha256", hex));
	}
	if (bytes.n > 0)
		explicit_bzero(bytes.s, bytes.n);
	text_done(&bytes);
	free(path);
	return ok;
}

static bool
seal_all(struct act *act, json_t *list, struct error *err)
{
	const struct letter_file *f = &act->standing.file;
	struct cipher_key key;
	bool has_key = false, ok = true;

	for (size_t i = 0; ok && i < f->n_attachments; i++) {
		if (!is_to_seal(act, list, &f->attachments[i]))
			continue;
		ok = has_key || papers_key(act, &key, err);
		has_key = ok;
		ok = ok &&
		     seal_file(act, &key, f->attachments[i].digest, list, err);
	}
	if (has_key)
		cipher_key_wipe(&key);
	return ok;
}

bool
correct_prepare(struct act *act, struct error *err)
{
	json_t *list;
	bool done;

	if (!gives_class(act))
		return true;
	if (!act_rehearse(act, &done, err))
		return false;
	list = json_array();
	act_put_json(act, "files", list);
	return done || seal_all(act, list, err);
}

bool
papers_are_sealed(struct act *act, struct error *err)
{
	const struct letter_file *f = &act->standing.file;
	const json_t *list = json_object_get(act->entry.body, "files");

	for (size_t i = 0; list != NULL && i < f->n_attachments; i++)
		if (is_to_seal(act, list, &f->attachments[i]))
			return error_set(err, &RULE_REFUSED,
					 _("a file came to the letter just "
					   "now; ask once more, so that it is "
					   "sealed, too"));
	if (json_array_size(list) == 0)
		json_object_del(act->entry.body, "files");
	return true;
}

/* ----------------------------------------------------- what is taken away */

struct sweeping {
	struct act *act;
	size_t n_named;
};

static bool
sweep_one(void *ctx, const struct row *row, struct error *err)
{
	struct sweeping *sw = ctx;
	size_t n;
	const char *digest = row_bytes(row, 0, &n);
	const char *hex = arena_printf(sw->act->arena, "%.*s", (int)n, digest);
	bool is_named;

	if (!papers_sweep(sw->act->s->store, hex, &is_named, err))
		return false;
	sw->n_named += is_named;
	return true;
}

/* Of every time the letter got a class: what could not be taken away then is
   so now. */
static bool
sweep(struct act *act, struct error *err)
{
	struct session *s = act->s;
	struct sweeping sw = {.act = act};
	struct event e;
	bool found;

	if (!ledger_find(s->store, s->office, act->id, act->arena, &e, &found,
			 err) ||
	    (found && !query_each(s->store, QUERY_FILES_ONCE_OPEN,
				  PARAMS(P_INT("office", s->office),
					 P_INT("letter", e.letter)),
				  sweep_one, &sw, err)))
		return false;
	if (sw.n_named > 0)
		act_remark(act, _("files of it that other letters have, too, "
				  "stay open there"));
	return true;
}

void
correct_settle(struct act *act)
{
	struct error err = {0};
	char *sentence;

	if (!gives_class(act) || sweep(act, &err))
		return;
	sentence = error_sentence(&err);
	act_remark(act, sentence);
	free(sentence);
}
