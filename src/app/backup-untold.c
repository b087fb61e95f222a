/* backup-untold.c -- a backup that a full disk kept from the chain is told late
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/i18n.h"

#include "store/host.h"

#include "app/backup.h"
#include "app/decisions.h"
#include "app/json.h"
#include "app/keeping.h"

/* REGISTER-untold is a link that leads to the backup: the only note for which a
   full disk needs no room, as a short name stands in its inode. */
static char *
note_path(const struct store *st)
{
	return xasprintf("%s-untold", store_beside(st));
}

static bool
note(const struct store *st, const char *backup)
{
	char *path = note_path(st);
	bool ok;

	unlink(path);
	ok = symlink(backup, path) == 0;
	free(path);
	return ok;
}

/* NULL: there is none. */
static const char *
noted(const struct store *st, struct arena *a)
{
	char *path = note_path(st), to[PATH_MAX];
	ssize_t n = readlink(path, to, sizeof(to));

	free(path);
	return n > 0 ? arena_strndup(a, to, (size_t)n) : NULL;
}

static void
forget(const struct store *st)
{
	char *path = note_path(st);

	unlink(path);
	free(path);
}

/* No event, and a backup all the same, which its manifest tells of: the disk of
   the register may be full, and that is when one is needed. */
void
backup_untold(struct act *act, struct error *err)
{
	const char *path = answer_word(act->told, "path");
	char *why;

	if (path[0] == '\0')
		return;
	why = error_sentence(err);
	error_set(err, &BACKUP_UNTOLD,
		  note(act->s->store, path)
		      ? _("%s (%s): %s; the next act will write it down")
		      : "%s (%s): %s",
		  path, answer_word(act->told, "words"), why);
	free(why);
}

static bool
tell(struct act *act, const struct backup *b, struct error *err)
{
	const struct manifest *m = &b->manifest;
	unsigned char digest[DIGEST_SIZE];
	char hex[HEX_SIZE];
	struct entry entry = {.kind = "backup.made"};
	struct event e;

	digest_of(b->text, strlen(b->text), digest);
	hex_of(digest, DIGEST_SIZE, hex);
	entry.body = json_pack("{s:s, s:s, s:s, s:s, s:I, s:I}", "backup",
			       m->id, "name", b->name, "folder", b->directory,
			       "manifest", hex, "events", (json_int_t)m->events,
			       "made_at", (json_int_t)m->made_at);
	return session_actor(act->s, act->arena, &act->actor, err) &&
	       act_write(act, &entry, &e, err);
}

/* The note goes only when the chain has it: what is written now may yet be
   taken back. */
bool
backup_tell_before(struct act *act, struct error *err)
{
	const char *path = noted(act->s->store, act->arena);
	struct error none = {0};
	struct keeping k = {0};
	struct backup b;

	if (path == NULL)
		return true;
	if (!look_last_backup(act->s, act->arena, &k, err))
		return false;
	if (backup_read(path, act->arena, &b, &none) &&
	    backup_is_ours(&b, act->s->store, &none) &&
	    b.manifest.made_at > k.backup_at)
		return tell(act, &b, err);
	forget(act->s->store);
	return true;
}
