/* backup.c -- a backup as an act: made, proved, and told in the chain */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/backup.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/i18n.h"

#include "app/decisions.h"
#include "app/json.h"

const struct error_kind BACKUP_UNTOLD = {
    "backup-untold", EXIT_REGISTER,
    N_("the backup is made and whole, but the register could not write down "
       "that it was")};

static struct keep_rules
rules_of(const struct session *s)
{
	return (struct keep_rules){
	    .days = settings_number(s->settings, SET_BACKUP_DAYS),
	    .weeks = settings_number(s->settings, SET_BACKUP_WEEKS),
	    .months = settings_number(s->settings, SET_BACKUP_MONTHS),
	};
}

/* What the chain keeps of it: enough to know it again. */
static void
put_backup(struct act *act, const struct backup *b, const char *digest)
{
	act_put(act, "backup", b->manifest.id);
	act_put(act, "name", b->name);
	act_put(act, "folder", b->directory);
	act_put(act, "manifest", digest);
	act_put_int(act, "events", b->manifest.events);
}

/* "143 events, 12 kB; last numbers: receive 143/2569; 2 new attached files". */
static char *
words_of(const struct backup_made *made)
{
	const struct manifest *m = &made->backup.manifest;
	struct text t = {0};

	text_printf(&t, P_("%s event", "%s events", m->events),
		    DIGITS(m->events));
	text_printf(&t, _(", %s kB"), DIGITS((m->packed.size + 1023) / 1024));
	if (m->n_lasts > 0) {
		text_add(&t, _("; last numbers: "));
		manifest_add_lasts(m, &t);
	}
	if (made->new_files > 0)
		text_printf(&t,
			    P_("; %s new attached file",
			       "; %s new attached files", made->new_files),
			    DIGITS(made->new_files));
	if (made->removed > 0)
		text_printf(&t,
			    P_("; %s old backup removed",
			       "; %s old backups removed", made->removed),
			    DIGITS(made->removed));
	return text_take(&t);
}

static void
tell_unsigned(struct act *act)
{
	act_remark(act,
		   _("the backup is not signed: the register has no key that "
		     "can be used; `saraban key show' tells why"));
}

static void
tell_made(struct act *act, const struct backup_made *made)
{
	const struct manifest *m = &made->backup.manifest;
	char *words = words_of(made);

	act_tell(act, "name", json_string(made->backup.name));
	act_tell(act, "path", json_string(made->backup.path));
	act_tell(act, "manifest", json_string(made->digest));
	act_tell(act, "signed", json_boolean(made->is_signed));
	act_tell(act, "events", json_integer(m->events));
	act_tell(act, "bytes", json_integer(m->packed.size));
	act_tell(act, "files", json_integer(m->n_files));
	act_tell(act, "new_files", json_integer(made->new_files));
	act_tell(act, "new_bytes", json_integer(made->new_bytes));
	act_tell(act, "removed", json_integer(made->removed));
	act_tell(act, "words", json_string(words));
	if (!made->is_signed)
		tell_unsigned(act);
	free(words);
}

/* All the work, while others write: the gate is passed for the event alone. */
bool
backup_prepare(struct act *act, struct error *err)
{
	const struct keep_rules rules = rules_of(act->s);
	struct backup_made made;
	bool done;

	if (!act_rehearse(act, &done, err))
		return false;
	if (done)
		return true;
	if (!backup_make(act->s, request_operand(act->r, 0), &rules, act->arena,
			 &made, err))
		return false;
	put_backup(act, &made.backup, made.digest);
	tell_made(act, &made);
	return true;
}

bool
backup_decide(struct act *act, struct error *err)
{
	(void)act;
	(void)err;
	return true;
}

/* ------------------------------------------------------------- the drill */

/* As on the bad day, but beside everything else. */
static bool
drill(struct session *s, const struct backup *b, struct error *err)
{
	struct backup_folder f;
	struct store *st = NULL;
	char *whole = xasprintf("%s/.tmp-drill", b->directory);
	bool ok;

	if (!backup_folder_take(&f, b->directory, err)) {
		free(whole);
		return false;
	}
	ok = backup_room(b->directory, b->manifest.whole.size * 11 / 10, err) &&
	     backup_unpack(b, whole, err) &&
	     (st = store_open(whole, STORE_STILL, err)) != NULL &&
	     backup_is_ours(b, s->store, err) &&
	     backup_is_signed(b, s->store, err) && backup_prove(st, b, err);
	store_close(st);
	unlink(whole);
	backup_folder_leave(&f);
	free(whole);
	return ok;
}

bool
drill_prepare(struct act *act, struct error *err)
{
	struct backup b;
	moment began = session_now(act->s);
	bool done;

	if (!act_rehearse(act, &done, err))
		return false;
	if (done)
		return true;
	if (!backup_find(request_operand(act->r, 0), act->arena, &b, err) ||
	    !drill(act->s, &b, err))
		return false;
	act_put(act, "backup", b.manifest.id);
	act_put(act, "name", b.name);
	act_put_int(act, "took", session_now(act->s) - began);
	act_tell(act, "name", json_string(b.name));
	return true;
}

bool
drill_decide(struct act *act, struct error *err)
{
	(void)act;
	(void)err;
	return true;
}

/* ------------------------------------------------------------- looking */

static json_t *
backup_json(const struct backup *b)
{
	struct text at = {0}, lasts = {0};
	json_t *j;

	text_add_iso_moment(&at, b->manifest.made_at);
	manifest_add_lasts(&b->manifest, &lasts);
	j = json_pack(
	    "{s:s, s:s, s:s, s:b, s:I, s:I, s:s}", "name", b->name, "path",
	    b->path, "at", at.s, "signed", b->signature != NULL, "events",
	    (json_int_t)b->manifest.events, "bytes",
	    (json_int_t)b->manifest.packed.size, "words", text_str(&lasts));
	text_done(&at);
	text_done(&lasts);
	return j;
}

bool
backup_list_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err)
{
	struct arena a = {0};
	struct backup_list list;
	bool ok = backup_list(request_operand(r, 0), NULL, &a, &list, err);

	(void)s;
	if (ok)
		*answer = json_array();
	for (size_t i = 0; ok && i < list.n; i++)
		json_array_append_new(*answer, backup_json(&list.at[i]));
	arena_done(&a);
	return ok;
}
