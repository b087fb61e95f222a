/* papers.c -- the files of a receipt, kept beside the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/papers.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "store/attach.h"
#include "store/secret.h"

/* How one of them is kept: as it is, or sealed. */
struct keeping {
	struct act *act;
	json_t *list;
	const struct cipher_key *key; /* NULL: as it is */
};

static const char *
path_asked(const struct act *act, size_t i)
{
	return request_value_at(act->r, "attach", i);
}

bool
papers_are_given(const struct act *act)
{
	return path_asked(act, 0) != NULL || act->n_files > 0;
}

static bool
is_stdin(const char *path)
{
	return strcmp(path, "-") == 0;
}

bool
papers_can_be_read(const struct act *act, struct error *err)
{
	struct file_info info;

	for (size_t i = 0; path_asked(act, i) != NULL; i++)
		if (!is_stdin(path_asked(act, i)) &&
		    !file_inspect(path_asked(act, i), &info, err))
			return false;
	return true;
}

static void
add_paper(const struct keeping *k, const struct file_info *info,
	  const char *words, const char *type)
{
	char hex[HEX_SIZE];
	struct text name = {0};
	json_t *j;

	hex_of(info->digest, DIGEST_SIZE, hex);
	text_add_visible(&name, words, false);
	j = json_pack("{s:s, s:s, s:I, s:s}", "name", text_str(&name), "sha256",
		      hex, "size", (json_int_t)info->size, "type",
		      type != NULL ? type : attach_type(info));
	if (k->key != NULL)
		json_object_set_new(j, "sealed", json_integer(1));
	json_array_append_new(k->list, j);
	text_done(&name);
}

static bool
keep_bytes(const struct keeping *k, const struct act_file *f, struct error *err)
{
	const struct store *st = k->act->s->store;
	struct file_info info;

	if (k->key != NULL
		? !secret_attach(st, k->key, f->bytes, f->n, &info, err)
		: !attach_bytes(st, f->bytes, f->n, &info, err))
		return false;
	add_paper(k, &info, f->name, f->type);
	return true;
}

/* Standard input is read once: whoever names it twice gets nothing. */
static bool
keep_read(const struct keeping *k, const char *path, struct error *err)
{
	struct text bytes = {0};
	struct act_file f = {.name =
				 is_stdin(path) ? "stdin" : file_name_of(path)};
	bool ok = file_read(path, SECRET_FILE_MAX, &bytes, err);

	f.bytes = text_str(&bytes);
	f.n = bytes.n;
	if (ok && is_stdin(path) && f.n == 0)
		ok = error_set(err, &REQUEST_WRONG,
			       _("nothing came by standard input"));
	ok = ok && keep_bytes(k, &f, err);
	text_done(&bytes);
	return ok;
}

static bool
keep_path(const struct keeping *k, const char *path, struct error *err)
{
	struct file_info info;

	if (k->key != NULL || is_stdin(path))
		return keep_read(k, path, err);
	if (!attach_copy(k->act->s->store, path, &info, err))
		return false;
	add_paper(k, &info, file_name_of(path), NULL);
	return true;
}

static bool
keep_all(const struct keeping *k, struct error *err)
{
	const struct act *act = k->act;

	for (size_t i = 0; i < act->n_files; i++)
		if (!keep_bytes(k, &act->files[i], err))
			return false;
	for (size_t i = 0; path_asked(act, i) != NULL; i++)
		if (!keep_path(k, path_asked(act, i), err))
			return false;
	return true;
}

static bool
is_secret(struct act *act)
{
	return act_text(act, "secrecy") != NULL ||
	       act->standing.file.letter.secrecy != NULL;
}

bool
papers_key(struct act *act, struct cipher_key *key, struct error *err)
{
	bool is_new;

	if (!secret_key_make(act->s->store, key, &is_new, err))
		return false;
	if (is_new)
		act_remark(act, _("the key of the secret letters was made, "
				  "beside the register: a copy of it belongs "
				  "into the safe, and not to the backups"));
	return true;
}

bool
papers_keep(struct act *act, json_t *list, struct error *err)
{
	struct keeping k = {act, list, NULL};
	struct cipher_key key;
	bool ok;

	if (!is_secret(act))
		return keep_all(&k, err);
	k.key = &key;
	ok = papers_key(act, &key, err) && keep_all(&k, err);
	cipher_key_wipe(&key);
	return ok;
}

bool
papers_seal_words(struct act *act, struct error *err)
{
	static const char *const keys[] = {"text", "mail"};
	json_t *body = act->entry.body, *words;
	struct cipher_key key;
	struct text sealed = {0};
	char *open;

	if (!is_secret(act))
		return true;
	words = json_object();
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		if (json_object_get(body, keys[i]) != NULL) {
			json_object_set(words, keys[i],
					json_object_get(body, keys[i]));
			json_object_del(body, keys[i]);
		}
	open = json_object_size(words) > 0 ? json_dumps(words, 0) : NULL;
	json_decref(words);
	if (open == NULL)
		return true;
	if (papers_key(act, &key, err)) {
		cipher_seal_text(&key, open, &sealed);
		act_put(act, "sealed", text_str(&sealed));
	}
	cipher_key_wipe(&key);
	explicit_bzero(open, strlen(open));
	free(open);
	text_done(&sealed);
	return json_object_get(body, "sealed") != NULL;
}

bool
papers_sweep(struct store *st, const char *hex, bool *is_named,
	     struct error *err)
{
	int64_t named = 0;

	if (!query_number(st, QUERY_FILE_IS_NAMED,
			  PARAMS(P_TEXT("digest", hex)), &named, err))
		return false;
	*is_named = named > 0;
	return *is_named || attach_remove(st, hex, err);
}
