/* doctor-backup.c -- are there backups, are they good, and is one elsewhere */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"

#include "model/ledger.h"

#include "app/backup.h"
#include "app/doctor.h"
#include "app/keeping.h"

/* Whoever takes the backups to another house touches this file in their folder
   (saraban-backup(8)).  A week and a day: they may be carried each week. */
#define ELSEWHERE "off-site"
enum { ELSEWHERE_DAYS = 8 };

static const moment second = 1000000, day = (moment)86400 * 1000000;

static void
look_at_mode(struct doctor *d, const char *folder, const struct stat *sb)
{
	if (sb->st_mode & (S_IRWXG | S_IRWXO))
		doctor_find(d, N_("backups"), HEALTH_BAD,
			    arena_printf(&d->a, _("others may use %s"), folder),
			    arena_printf(&d->a, "chmod go= %s", folder));
	else if (sb->st_uid != geteuid())
		doctor_find(
		    d, N_("backups"), HEALTH_LOOK,
		    arena_printf(&d->a, _("%s is another account's"), folder),
		    NULL);
}

/* The chain tells when the last was made; whether it is still there, only the
   folder.  A later one, by its name, is as good: a full disk may have kept the
   chain from telling of it. */
static void
look_at_newest(struct doctor *d, const char *folder,
	       const struct backup_list *list, const struct keeping *k)
{
	const struct backup *newest = &list->at[0];
	struct text t = {0};
	struct error err = {0};
	bool is_there =
	    list->n > 0 && strcmp(newest->name, k->backup_name) >= 0;
	const char *says =
	    arena_printf(&d->a, _("%s has no backup of this register"), folder);

	if (list->n > 0 && !backup_is_signed(newest, d->s->store, &err))
		doctor_find_error(d, N_("backups"), &err);
	if (list->n > 0) {
		doctor_add_moment(d, &t, newest->manifest.made_at);
		says = arena_printf(
		    &d->a,
		    P_("%s has %s backup, the newest of %s",
		       "%s has %s backups, the newest of %s", (int64_t)list->n),
		    folder, DIGITS((int64_t)list->n), text_str(&t));
	}
	doctor_find(d, N_("backups"), is_there ? HEALTH_GOOD : HEALTH_BAD, says,
		    is_there ? NULL
			     : _("the last that was made is not there: bring "
				 "it back, or make another"));
	text_done(&t);
}

static void
look_elsewhere(struct doctor *d, const char *folder)
{
	struct stat sb;
	const char *note = arena_printf(&d->a, "%s/" ELSEWHERE, folder);
	struct text t = {0};
	moment at = 0;

	if (stat(note, &sb) == 0)
		at = sb.st_mtime * second;
	bool is_late = session_now(d->s) - at > ELSEWHERE_DAYS * day;
	if (at != 0)
		doctor_add_moment(d, &t, at);
	doctor_find(d, N_("elsewhere"), is_late ? HEALTH_LOOK : HEALTH_GOOD,
		    at != 0 ? text_str(&t)
			    : arena_printf(&d->a,
					   _("nothing tells that backups were "
					     "taken to another house (%s)"),
					   note),
		    is_late ? _("take them there and touch that file, see "
				"saraban-backup(8)")
			    : NULL);
	text_done(&t);
}

static bool
read_folder(struct doctor *d, const char *folder, struct backup_list *list,
	    struct error *err)
{
	struct identity id;

	return ledger_identity(d->s->store, &id, err) &&
	       backup_list(folder, id.uuid, &d->a, list, err);
}

static void
look_at_folder(struct doctor *d, const struct keeping *k)
{
	const char *folder = k->backup_folder;
	struct backup_list list;
	struct stat sb;
	struct error err = {0};

	if (stat(folder, &sb) != 0) {
		doctor_find(
		    d, N_("backups"), HEALTH_BAD,
		    arena_printf(&d->a, "%s: %s", folder, error_words(errno)),
		    _("the last backup was put there: bring the folder back, "
		      "or make another elsewhere"));
		return;
	}
	look_at_mode(d, folder, &sb);
	if (!read_folder(d, folder, &list, &err))
		doctor_find_error(d, N_("backups"), &err);
	else
		look_at_newest(d, folder, &list, k);
	look_elsewhere(d, folder);
}

static void
look_at_last(struct doctor *d, const struct keeping *k)
{
	bool is_bad = k->backup_at == 0 || k->is_late;
	struct text t = {0};

	if (k->backup_at != 0)
		doctor_add_moment(d, &t, k->backup_at);
	doctor_find(d, N_("backup"), is_bad ? HEALTH_BAD : HEALTH_GOOD,
		    k->backup_at == 0 ? _("none was ever made") : text_str(&t),
		    is_bad ? _("saraban backup DIRECTORY every night, see "
			       "saraban-backup(8)")
			   : NULL);
	text_done(&t);
}

void
doctor_look_at_backups(struct doctor *d)
{
	struct keeping k;
	struct error err = {0};

	if (d->s->store == NULL || d->s->is_practice)
		return;
	if (!look_keeping(d->s, &d->a, &k, &err)) {
		doctor_find_error(d, N_("backup"), &err);
		return;
	}
	look_at_last(d, &k);
	if (k.backup_at != 0 && k.backup_folder != NULL &&
	    !d->s->wish.is_remote)
		look_at_folder(d, &k);
	if (k.asked.n > 0)
		doctor_find(d, N_("restore"), HEALTH_LOOK,
			    _("after a restore the last numbers on paper are "
			      "still asked for"),
			    _("saraban restore asks"));
}
