/* restore.c -- a backup takes the place of a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/restore.h"

#include <errno.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/scratch.h"

#include "store/attach.h"

#include "model/guard.h"
#include "model/seal.h"

#include "app/act.h"

/* ------------------------------------------------- what may be overlooked */

/* A person says so in words, which stay in the chain. */
static const struct overlook {
	const struct error_kind *kind;
	const char *option;
	const char *remark; /* N_() */
} overlooks[] = {
    {.kind = &RESTORE_OLDER,
     .option = "older",
     .remark = N_("newer entries of the register that stood here are in the "
		  "folder aside only")},
    {.kind = &BACKUP_UNSIGNED,
     .option = "unsigned",
     .remark = N_("nobody has signed what was restored")},
    {.kind = &BACKUP_INCOMPLETE,
     .option = "incomplete",
     .remark = N_("attached files are missing; `saraban check' names them")},
};

static const struct overlook *
overlook_of(const struct error_kind *kind)
{
	for (size_t i = 0; i < ARRAY_SIZE(overlooks); i++)
		if (overlooks[i].kind == kind)
			return &overlooks[i];
	return NULL;
}

bool
restore_overlooks(struct restoring *k, struct error *err)
{
	const struct overlook *o = overlook_of(err->kind);
	const char *reason;

	if (o == NULL)
		return false;
	reason = request_value(k->r, o->option);
	if (text_is_blank(reason)) {
		char *detail = xstrdup(err->detail);

		error_set(err, o->kind,
			  _("%s; --%s REASON restores it all the "
			    "same"),
			  detail, o->option);
		free(detail);
		return false;
	}
	if (json_object_get(k->overlooked, o->option) == NULL)
		json_array_append_new(k->remarks, json_string(_(o->remark)));
	json_object_set_new(k->overlooked, o->option, json_string(reason));
	*err = (struct error){0};
	return true;
}

/* -------------------------------------------------------- what is restored */

static bool
unpack(struct restoring *k, struct error *err)
{
	const struct manifest *m = &k->backup.manifest;

	if (k->backup.signature == NULL &&
	    !backup_is_signed(&k->backup, NULL, err) &&
	    !restore_overlooks(k, err))
		return false;
	scratch_remove(k->scratch);
	if (mkdir(k->scratch, 0700) != 0)
		return error_set(err, &FILE_WRITE, "%s: %s", k->scratch,
				 error_words(errno));
	return backup_room(k->scratch, m->whole.size * 11 / 10 + m->file_bytes,
			   err) &&
	       backup_unpack(&k->backup, k->file, err);
}

/* Of what `key show' prints, its last line; most keep both in a file. */
static const char *
key_line(const char *given)
{
	static const char comment[] = "untrusted comment:";
	const char *end = strchr(given, '\n');
	bool has_comment = strncmp(given, comment, strlen(comment)) == 0;

	return has_comment && end != NULL ? end + 1 : given;
}

/* By its own chain, which the standing register's is compared with later; and
   by a key that somebody keeps elsewhere, when one is given. */
static bool
is_signed(struct restoring *k, struct error *err)
{
	const char *line = request_value(k->r, "key");
	struct sign_key key;

	if (k->backup.signature == NULL)
		return true; /* told, or refused, before */
	if (line == NULL)
		return backup_is_signed(&k->backup, k->st, err) ||
		       restore_overlooks(k, err);
	if (!sign_key_of_line(key_line(line), &key))
		return error_set(err, &REQUEST_WRONG,
				 _("%.60s is not a public key as `saraban key "
				   "show' prints it"),
				 line);
	return sign_verify(&key, k->backup.text, strlen(k->backup.text),
			   k->backup.signature, NULL) ||
	       error_set(err, &BACKUP_UNSIGNED,
			 _("%s was signed with another key than the one given"),
			 k->backup.path);
}

/* Opening it brings it up to date, when it is of an older saraban. */
static bool
prove(struct restoring *k, struct error *err)
{
	k->st = store_open(k->file, STORE_WRITE, err);
	return k->st != NULL && is_signed(k, err) &&
	       (backup_prove(k->st, &k->backup, err) ||
		restore_overlooks(k, err));
}

static bool
copy_file(void *ctx, const struct row *row, struct error *err)
{
	const struct restoring *k = ctx;
	char hex[HEX_SIZE];
	size_t n;
	const char *s = row_bytes(row, 0, &n);
	char *from, *to;
	bool ok;

	snprintf(hex, sizeof(hex), "%.*s", (int)n, s);
	from = backup_file_path(k->backup.directory, hex);
	to = xasprintf("%s-files/%.2s/%s", k->target, hex, hex + 2);
	/* One that is missing was told of, or it would not have come here. */
	ok = access(from, F_OK) != 0 || access(to, F_OK) == 0 ||
	     (file_make_parents(to, err) && file_copy(from, to, err));
	free(from);
	free(to);
	return ok;
}

/* What lies there stays: files are named by what they hold. */
static bool
copy_files(struct restoring *k, struct error *err)
{
	return query_each(k->st, QUERY_ATTACHMENTS_KEPT, NULL, copy_file, k,
			  err);
}

/* ----------------------------------------------------------- in its place */

/* One that was killed halfway may have left a folder of that name. */
static const char *
aside_name(struct restoring *k)
{
	struct text name = {0};
	int hour, minute, second;
	moment now = session_now(k->s);
	const char *free_one;

	moment_time(now, &hour, &minute, &second);
	text_printf(&name, "%s-before-", k->target);
	text_add_iso_date(&name, moment_date(now));
	text_printf(&name, "T%02d%02d%02d", hour, minute, second);
	while (access(name.s, F_OK) == 0)
		text_add(&name, "-again");
	free_one = arena_strdup(k->arena, name.s);
	text_done(&name);
	return free_one;
}

static bool
put_in_place(struct restoring *k, struct error *err)
{
	/* The log goes into the file, for it alone is moved. */
	store_close(k->st);
	k->st = NULL;
	if (!replace_is_free(k->place, err))
		return false;
	if (k->is_there) {
		k->aside = aside_name(k);
		if (!replace_aside(k->place, k->aside, err))
			return false;
	}
	return replace_put(k->place, k->file, err);
}

static void
mark_anew(const struct restoring *k)
{
	struct error none = {0};
	struct store *st = store_open(k->target, STORE_READ, &none);

	if (st != NULL)
		mark_write(st, 0);
	store_close(st);
}

static bool
restore_there(struct restoring *k, struct error *err)
{
	bool ok = replace_is_free(k->place, err) && unpack(k, err) &&
		  prove(k, err) && restore_look_at_standing(k, err) &&
		  copy_files(k, err) && restore_record(k, err) &&
		  put_in_place(k, err);

	store_close(k->st);
	k->st = NULL;
	scratch_remove(k->scratch);
	if (ok)
		mark_anew(k);
	return ok;
}

static bool
find_target(struct restoring *k, struct error *err)
{
	const char *into = request_value(k->r, "into");
	const char *path = into != NULL ? into : k->s->wish.register_path;
	char *copy, *folder;
	bool ok;

	if (store_is_address(path))
		return error_set(err, &REQUEST_WRONG,
				 _("a backup is restored into a file: say "
				   "--into FILE"));
	if (!file_make_parents(path, err))
		return false;
	copy = xstrdup(path);
	folder = realpath(dirname(copy), NULL);
	ok = folder != NULL ||
	     error_set(err, &STORE_FAILED, "%s: %s", path, error_words(errno));
	if (ok) {
		k->target = arena_printf(k->arena, "%s/%s",
					 strcmp(folder, "/") ? folder : "",
					 file_name_of(path));
		k->scratch = arena_printf(k->arena, "%s-restoring", k->target);
		k->file = arena_printf(k->arena, "%s/%s", k->scratch,
				       file_name_of(path));
	}
	free(folder);
	free(copy);
	return ok;
}

static bool
may_restore(const struct restoring *k, struct error *err)
{
	struct stat sb;

	if (k->s->wish.read_only)
		return error_set(err, &STORE_READ_ONLY, "%s", k->target);
	if (k->s->wish.login != NULL || k->s->wish.is_remote ||
	    (stat(k->target, &sb) == 0 && sb.st_uid != geteuid()))
		return error_set(err, &ROUTE_NOT_YOURS,
				 _("only the account that owns the register "
				   "may, without --as"));
	return true;
}

static bool
restore(struct restoring *k, struct error *err)
{
	bool ok;

	if (!find_target(k, err) || !may_restore(k, err) ||
	    !backup_find(request_operand(k->r, 0), k->arena, &k->backup, err))
		return false;
	k->place = replace_begin(k->target, k->s->wish.account, err);
	ok = k->place != NULL && restore_there(k, err);
	replace_end(k->place);
	return ok;
}

/* ---------------------------------------------------------------- answer */

static json_t *
maybe(const char *s)
{
	return s != NULL ? json_string(s) : json_null();
}

static json_t *
lasts_json(const struct manifest *m)
{
	json_t *list = json_array();

	for (size_t i = 0; i < m->n_lasts; i++)
		json_array_append_new(
		    list, json_pack("{s:s, s:I, s:I}", "book", m->lasts[i].book,
				    "year", (json_int_t)m->lasts[i].year,
				    "number", (json_int_t)m->lasts[i].number));
	return list;
}

static json_t *
restored_json(const struct restoring *k)
{
	const struct manifest *m = &k->backup.manifest;
	struct text at = {0};
	json_t *j;

	text_add_iso_moment(&at, m->made_at);
	j = json_pack("{s:s, s:s, s:s, s:I, s:o, s:o, s:O, s:O}", "register",
		      k->target, "backup", k->backup.name, "made_at", at.s,
		      "events", (json_int_t)m->events, "aside", maybe(k->aside),
		      "last", lasts_json(m), "overlooked", k->overlooked,
		      "remarks", k->remarks);
	text_done(&at);
	return j;
}

bool
restore_look(struct session *s, const struct request *r, json_t **answer,
	     struct error *err)
{
	struct arena a = {0};
	struct restoring k = {.s = s,
			      .r = r,
			      .arena = &a,
			      .overlooked = json_object(),
			      .remarks = json_array()};
	bool ok = restore(&k, err);

	if (ok)
		*answer = restored_json(&k);
	json_decref(k.overlooked);
	json_decref(k.remarks);
	arena_done(&a);
	return ok;
}
