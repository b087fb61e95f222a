/* restore.h -- a backup takes the place of a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_RESTORE_H
#define APP_RESTORE_H

#include "store/replace.h"

#include "app/action.h"
#include "app/backup.h"

/* What stands there holds more than the backup, or nobody can tell.
   "restore-older", 3 */
extern const struct error_kind RESTORE_OLDER;

/* One restore on its way. */
struct restoring {
	struct session *s;
	const struct request *r;
	struct arena *arena;
	struct backup backup;
	const char *target;  /* absolute */
	const char *scratch; /* TARGET-restoring, a folder */
	const char *file;    /* the unpacked register in it */
	struct store *st;    /* ... open to be written, NULL when closed */
	struct replace *place;
	/* What stands there. */
	bool is_there;
	struct manifest stands; /* no heads: there is none, or unreadable */
	const char *aside;      /* where it went, NULL when there was none */
	json_t *overlooked;     /* what was wrong, and why it is all the same */
	json_t *remarks;        /* sentences */
};

/* restore-stands.c: reads what stands there, and refuses a backup of another
   register or of an earlier time. */
bool restore_look_at_standing(struct restoring *k,
			      struct error *err) MUST_CHECK;

/* True when the request says why this may be overlooked; then *err is empty
   again and the reason is kept for the chain. */
bool restore_overlooks(struct restoring *k, struct error *err);

/* restore-record.c: the event register.restored in every office's chain. */
bool restore_record(struct restoring *k, struct error *err) MUST_CHECK;

/* What register.restored says of an office, from what stood there before:
   last numbers, and the years in which more may have been given.  `stands` may
   be NULL. */
json_t *restored_lasts(const struct manifest *m, int64_t office);
bool restored_body(const struct session *s, const char *target, moment now,
		   const struct manifest *stands, json_t *body,
		   struct error *err) MUST_CHECK;

#endif
