/* restore-stands.c -- what stands where a backup is to be restored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"

#include "model/guard.h"
#include "model/ledger.h"

#include "app/restore.h"

const struct error_kind RESTORE_OLDER = {
    "restore-older", EXIT_REFUSED,
    N_("the register that stands here holds more than this backup")};

/* Events that tell of letters, people and rules; not that it was backed up. */
static bool
count_since(struct store *st, int64_t office, int64_t seq, int64_t *n,
	    struct error *err)
{
	int64_t since = 0;
	bool ok = query_number(
	    st, QUERY_ENTRIES_SINCE,
	    PARAMS(P_INT("office", office), P_INT("seq", seq)), &since, err);

	*n += since;
	return ok;
}

/* Up to where both have come, they must be the same chain. */
static bool
is_same_chain(struct restoring *k, struct store *stands,
	      const struct manifest_head *ours, const struct manifest_head *its,
	      bool *is, struct error *err)
{
	unsigned char a[DIGEST_SIZE], b[DIGEST_SIZE];
	int64_t seq = ours->seq < its->seq ? ours->seq : its->seq;
	bool found_a, found_b;

	if (!guard_event_hash(k->st, ours->office, seq, a, &found_a, err) ||
	    !guard_event_hash(stands, ours->office, seq, b, &found_b, err))
		return false;
	*is = found_a && found_b && memcmp(a, b, DIGEST_SIZE) == 0;
	return true;
}

/* An office that the backup does not know yet is all new. */
static bool
compare_office(struct restoring *k, struct store *stands,
	       const struct manifest_head *its, int64_t *newer, bool *forked,
	       struct error *err)
{
	const struct manifest_head *ours =
	    manifest_head(&k->backup.manifest, its->office);
	bool is = true;

	if (ours == NULL)
		return count_since(stands, its->office, 0, newer, err);
	if (!is_same_chain(k, stands, ours, its, &is, err))
		return false;
	*forked = *forked || !is;
	return count_since(stands, its->office, ours->seq, newer, err);
}

static bool
is_not_older(struct restoring *k, struct store *stands, struct error *err)
{
	int64_t newer = 0;
	bool forked = false;

	for (size_t i = 0; i < k->stands.n_heads; i++)
		if (!compare_office(k, stands, &k->stands.heads[i], &newer,
				    &forked, err))
			return false;
	if (forked)
		error_set(err, &RESTORE_OLDER,
			  _("it has gone another way than this backup"));
	else if (newer > 0)
		error_set(
		    err, &RESTORE_OLDER,
		    P_("%s entry is newer", "%s entries are newer", newer),
		    DIGITS(newer));
	else
		return true;
	return restore_overlooks(k, err);
}

static bool
compare(struct restoring *k, struct store *stands, struct error *err)
{
	return backup_is_ours(&k->backup, stands, err) &&
	       manifest_read_store(stands, k->arena, &k->stands, err) &&
	       (k->backup.signature == NULL ||
		backup_is_signed(&k->backup, stands, err) ||
		restore_overlooks(k, err)) &&
	       is_not_older(k, stands, err);
}

/* A file that is no register at all is not ours to move. */
static bool
cannot_tell(struct restoring *k, const struct error *why, struct error *err)
{
	if (why->kind == &STORE_NOT_OURS)
		*err = *why;
	else
		error_set(err, &RESTORE_OLDER,
			  _("it cannot be read (%s), so nobody can tell"),
			  why->detail);
	k->stands = (struct manifest){0};
	return restore_overlooks(k, err);
}

bool
restore_look_at_standing(struct restoring *k, struct error *err)
{
	struct error why = {0};
	struct store *stands;
	struct stat sb;
	bool ok;

	if (stat(k->target, &sb) != 0 && errno == ENOENT)
		return true;
	k->is_there = true;
	stands = store_open(k->target, STORE_READ, &why);
	if (stands == NULL)
		return cannot_tell(k, &why, err);
	ok = compare(k, stands, &why);
	store_close(stands);
	if (ok)
		return true;
	if (why.kind == &STORE_DAMAGED || why.kind == &STORE_FAILED)
		return cannot_tell(k, &why, err);
	*err = why;
	return false;
}
