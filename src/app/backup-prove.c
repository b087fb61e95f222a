/* backup-prove.c -- a backup is unpacked, and is what its manifest says */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/pack.h"

#include "model/ledger.h"
#include "model/seal.h"

#include "app/backup.h"

const struct error_kind BACKUP_FAULTS = {
    "backup-faulty", EXIT_NOTHING,
    N_("the copy of the register has faults; `saraban check' tells them")};
const struct error_kind BACKUP_INCOMPLETE = {
    "backup-incomplete", EXIT_NOTHING,
    N_("the copy of the register is whole, its attached files are not")};
const struct error_kind BACKUP_DAMAGED = {
    "backup-damaged", EXIT_REGISTER,
    N_("the backup is damaged, and nothing was restored from it")};

const struct error_kind BACKUP_OTHER = {
    "backup-other", EXIT_REFUSED, N_("this backup is of another register")};
const struct error_kind BACKUP_UNSIGNED = {
    "backup-unsigned", EXIT_REFUSED,
    N_("this backup is not signed by the key of the register")};

bool
backup_is_ours(const struct backup *b, struct store *st, struct error *err)
{
	struct identity id;

	return ledger_identity(st, &id, err) &&
	       (memcmp(id.uuid, b->manifest.uuid, ID_SIZE) == 0 ||
		error_set(err, &BACKUP_OTHER, "%s", b->path));
}

bool
backup_is_signed(const struct backup *b, struct store *st, struct error *err)
{
	struct sign_key k;
	bool is_good = false;

	if (b->signature == NULL)
		return error_set(err, &BACKUP_UNSIGNED,
				 _("%s has no signature"), b->path);
	if (!seal_verify(st, b->text, strlen(b->text), b->signature, &k,
			 &is_good, err))
		return false;
	return is_good ||
	       error_set(err, &BACKUP_UNSIGNED,
			 _("the signature in %s is not of its manifest"),
			 b->path);
}

static bool
is_file(const struct file_info *info, const struct manifest_file *f)
{
	char hex[HEX_SIZE];

	hex_of(info->digest, DIGEST_SIZE, hex);
	return info->size == f->size && strcmp(hex, f->digest) == 0;
}

static bool
file_holds(const struct backup *b, const struct manifest_file *f,
	   struct error *err)
{
	char *path = xasprintf("%s/%s", b->path, f->name);
	struct file_info info;
	struct error why = {0};
	bool ok = true;

	if (!file_inspect(path, &info, &why))
		ok = error_set(err, &BACKUP_DAMAGED, "%s", why.detail);
	else if (!is_file(&info, f))
		ok = error_set(err, &BACKUP_DAMAGED,
			       _("%s is not what the manifest says"), path);
	free(path);
	return ok;
}

bool
backup_unpack(const struct backup *b, const char *to, struct error *err)
{
	const struct manifest *m = &b->manifest;
	struct file_info info;
	struct error why = {0};
	char *from;
	bool ok;

	if (!file_holds(b, &m->packed, err) || !file_holds(b, &m->list, err))
		return false;
	from = xasprintf("%s/%s", b->path, m->packed.name);
	ok = unpack_file(from, to, m->whole.size, &info, &why);
	if (!ok && why.kind == &PACK_DAMAGED)
		error_set(err, &BACKUP_DAMAGED, "%s", why.detail);
	else if (!ok)
		*err = why;
	else if (!is_file(&info, &m->whole))
		ok = error_set(err, &BACKUP_DAMAGED,
			       _("what is packed in %s is not what the "
				 "manifest says"),
			       from);
	free(from);
	return ok;
}

static bool
tell_faults(const struct check_report *report, struct error *err)
{
	bool is_worse = false;

	for (size_t i = 0; i < report->n; i++)
		is_worse =
		    is_worse || strcmp(report->at[i].code, "attachments") != 0;
	return error_set(err, is_worse ? &BACKUP_FAULTS : &BACKUP_INCOMPLETE,
			 _("%s (%s in all)"), report->at[0].text,
			 DIGITS(report->n));
}

static bool
prove(struct store *st, const struct backup *b, struct arena *a,
      struct error *err)
{
	struct check_report report;
	struct manifest is;

	if (!check_register(st, a, &report, err) ||
	    !manifest_read_store(st, a, &is, err))
		return false;
	if (!manifest_agrees(&is, &b->manifest))
		return error_set(err, &BACKUP_DAMAGED,
				 _("chains and numbers in it are not what the "
				   "manifest says"));
	return report.n == 0 || tell_faults(&report, err);
}

bool
backup_prove(struct store *st, const struct backup *b, struct error *err)
{
	char *files = xasprintf("%s/files", b->directory);
	struct arena a = {0};
	bool ok;

	store_set_files(st, files);
	ok = prove(st, b, &a, err);
	arena_done(&a);
	free(files);
	return ok;
}
