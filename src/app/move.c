/* move.c -- a register goes to another place, and is in use at one of both */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

#include "model/check.h"
#include "model/guard.h"
#include "model/ledger.h"
#include "model/manifest.h"
#include "model/moved.h"
#include "model/replay.h"

#include "app/files.h"
#include "app/looks.h"

static const struct error_kind MOVE_TAKEN = {
    "move-taken", EXIT_REFUSED,
    N_("a register is in use there, and none is moved over it")};
static const struct error_kind MOVE_DIFFERS = {
    "move-differs", EXIT_REGISTER,
    N_("what came there is not what stands here, and so the register stays; "
       "`saraban check' may tell why")};

/*
 * Nobody writes at the old place from copy() to leave(): the turn to write is
 * held.  Who is killed lets go of it, and what is at the new place is marked as
 * not in use until the old one is marked as left.
 */
struct moving {
	struct session *s;
	struct store *from;
	struct store *to;
	char *here; /* the places, in words */
	char *there;
	bool is_fresh; /* nothing was there before */
	struct arena *a;
	struct text_end end;
	struct files_told files;
};

static void
moving_done(struct moving *k)
{
	store_close(k->to);
	free(k->here);
	free(k->there);
}

/* ----------------------------------------------------------- both places */

/* One that is away already goes nowhere else, but the way may be ended. */
static bool
may_leave(const struct moving *k, struct error *err)
{
	struct moved m;

	return moved_read(k->from, k->a, &m, err) &&
	       (m.state == NULL || strcmp(m.place, k->there) == 0 ||
		error_set(err, &MOVED_AWAY, "%s", m.place));
}

/* An older copy of the same register, left or never in use, gets what is
   new. */
static bool
may_come(const struct moving *k, struct error *err)
{
	struct identity here, there;
	struct error none = {0};
	struct moved m;

	if (!ledger_identity(k->to, &there, &none))
		return none.kind == &STORE_MISSING ||
		       error_set(err, none.kind, "%s", none.detail);
	return ledger_identity(k->from, &here, err) &&
	       moved_read(k->to, k->a, &m, err) &&
	       ((m.state != NULL &&
		 memcmp(here.uuid, there.uuid, ID_SIZE) == 0) ||
		error_set(err, &MOVE_TAKEN, "%s", k->there));
}

static bool
open_there(struct moving *k, const char *where, struct error *err)
{
	k->to = store_open(where, STORE_NEW, err);
	k->is_fresh = k->to != NULL;
	if (k->to == NULL && err->kind == &STORE_EXISTS) {
		*err = (struct error){0};
		k->to = store_open(where, STORE_WRITE, err);
		if (k->to == NULL && err->kind == &STORE_NOT_OURS)
			err->kind = &MOVE_TAKEN;
	}
	if (k->to == NULL)
		return false;
	k->here = store_place(k->from);
	k->there = store_place(k->to);
	return may_leave(k, err) && may_come(k, err);
}

/* ------------------------------------------------------------------ chain */

static bool
copy_chain(struct moving *k, struct error *err)
{
	if (!store_begin_write(k->to, err))
		return false;
	if (may_come(k, err) &&
	    register_text_copy(k->from, k->to, k->a, &k->end, err) &&
	    moved_set(k->to, MOVED_HERE_STATE, k->here, session_now(k->s),
		      err) &&
	    store_commit(k->to, err))
		return true;
	store_rollback(k->to);
	return false;
}

/* As text, byte by byte, and every state table, row by row. */
static bool
is_equal(struct moving *k, struct error *err)
{
	unsigned char here[DIGEST_SIZE], there[DIGEST_SIZE];
	struct check_report report = {0};

	if (!register_text_digest(k->from, k->a, here, err) ||
	    !register_text_digest(k->to, k->a, there, err) ||
	    !replay_compare(k->to, k->from, k->a, &report, err))
		return false;
	if (memcmp(here, there, DIGEST_SIZE) != 0)
		return error_set(err, &MOVE_DIFFERS, "%s", k->there);
	return report.n == 0 ||
	       error_set(err, &MOVE_DIFFERS, "%s", report.at[0].text);
}

static bool
compare(struct moving *k, struct error *err)
{
	bool ok;

	if (!store_begin_read(k->to, err))
		return false;
	ok = is_equal(k, err);
	store_rollback(k->to);
	return ok;
}

/* ------------------------------------------------- what lies beside them */

/* Another register's key is not written over. */
static bool
copy_file(const struct moving *k, const char *from, const char *to,
	  struct error *err)
{
	struct error why = {0};

	if (file_copy(from, to, &why))
		return true;
	if (k->is_fresh || access(to, F_OK) != 0 || unlink(to) != 0) {
		*err = why;
		return false;
	}
	return file_copy(from, to, err);
}

static bool
copy_folder(const struct moving *k, const char *from, const char *to,
	    struct error *err)
{
	DIR *dir = opendir(from);
	const struct dirent *entry;
	bool ok = true;

	while (ok && dir != NULL && (entry = readdir(dir)) != NULL) {
		char *one = xasprintf("%s/%s", from, entry->d_name);
		char *other = xasprintf("%s/%s", to, entry->d_name);

		if (entry->d_name[0] != '.')
			ok = file_make_parents(other, err) &&
			     copy_file(k, one, other, err);
		free(one);
		free(other);
	}
	if (dir != NULL)
		closedir(dir);
	return ok;
}

static bool
copy_beside(struct moving *k, struct error *err)
{
	static const struct {
		const char *ending;
		bool (*copy)(const struct moving *k, const char *from,
			     const char *to, struct error *err);
	} beside[] = {
	    {"-key", copy_file},
	    {"-secret", copy_file},
	    {"-pins", copy_folder},
	    {"-drafts", copy_folder},
	};
	bool ok = files_copy_in(k->to, store_files(k->from), &k->files, err);

	for (size_t i = 0; ok && i < ARRAY_SIZE(beside); i++) {
		char *from =
		    xasprintf("%s%s", store_beside(k->from), beside[i].ending);
		char *to =
		    xasprintf("%s%s", store_beside(k->to), beside[i].ending);

		if (access(from, F_OK) == 0 && strcmp(from, to) != 0)
			ok = beside[i].copy(k, from, to, err);
		free(from);
		free(to);
	}
	return ok;
}

/* -------------------------------------------------------------- the move */

static bool
leave(struct moving *k, struct error *err)
{
	return moved_set(k->from, MOVED_AWAY_STATE, k->there, session_now(k->s),
			 err) &&
	       store_commit(k->from, err);
}

static bool
arrive(struct moving *k, struct error *err)
{
	if (!store_begin_write(k->to, err))
		return false;
	if (moved_set(k->to, NULL, NULL, 0, err) && store_commit(k->to, err)) {
		mark_write(k->to, 0);
		return true;
	}
	store_rollback(k->to);
	return false;
}

/* What failed leaves nothing where nothing was. */
static void
stay(struct moving *k)
{
	store_rollback(k->from);
	if (k->is_fresh) {
		store_discard(k->to);
		k->to = NULL;
	}
}

static bool
go(struct moving *k, struct error *err)
{
	store_set_office(k->from, 0);
	if (!store_begin_write(k->from, err))
		return false;
	if (may_leave(k, err) && copy_chain(k, err) && copy_beside(k, err) &&
	    compare(k, err) && leave(k, err))
		return arrive(k, err);
	stay(k);
	return false;
}

/* ------------------------------------------------------------ the answer */

static bool
put_lasts(struct moving *k, json_t *answer, struct error *err)
{
	struct manifest m;
	struct text lasts = {0};
	bool ok = manifest_read_store(k->to, k->a, &m, err);

	if (ok)
		manifest_add_lasts(&m, &lasts);
	json_object_set_new(answer, "words", json_string(text_str(&lasts)));
	text_done(&lasts);
	return ok;
}

static json_t *
moved_json(struct moving *k, struct error *err)
{
	json_t *answer = text_end_json(&k->end, &k->files);

	json_object_set_new(answer, "from", json_string(k->here));
	json_object_set_new(answer, "to", json_string(k->there));
	json_object_set_new(answer, "offices",
			    json_integer((json_int_t)k->end.n_chains));
	if (put_lasts(k, answer, err))
		return answer;
	json_decref(answer);
	return NULL;
}

bool
move_look(struct session *s, const struct request *r, json_t **answer,
	  struct error *err)
{
	struct arena a = {0};
	struct moving k = {.s = s, .from = s->store, .a = &a};
	bool ok;

	if (store_is_read_only(s->store))
		return error_set(err, &STORE_READ_ONLY, NULL);
	ok = open_there(&k, request_value(r, "to"), err);
	if (!ok && k.is_fresh)
		stay(&k);
	ok = ok && go(&k, err) && (*answer = moved_json(&k, err)) != NULL;
	moving_done(&k);
	arena_done(&a);
	return ok;
}
