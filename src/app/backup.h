/* backup.h -- all of a register into a folder, proved to come back whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_BACKUP_H
#define APP_BACKUP_H

#include "model/check.h"

#include "app/backup-folder.h"
#include "app/session.h"

/* The copy is not what a register must be. "backup-faulty", 1 */
extern const struct error_kind BACKUP_FAULTS;
/* A file of the backup is not the one its manifest names.  "backup-damaged",
   4 */
extern const struct error_kind BACKUP_DAMAGED;
/* All is whole but attached files. "backup-incomplete", 1 */
extern const struct error_kind BACKUP_INCOMPLETE;
/* It is made, and the register could not tell of it. "backup-untold", 4 */
extern const struct error_kind BACKUP_UNTOLD;
/* It is of another register. "backup-other", 3 */
extern const struct error_kind BACKUP_OTHER;
/* Nobody, or somebody else, has signed it. "backup-unsigned", 3 */
extern const struct error_kind BACKUP_UNSIGNED;

/* What was made, in the arena of the caller. */
struct backup_made {
	struct backup backup;
	char digest[HEX_SIZE]; /* of the manifest */
	bool is_signed;
	int64_t new_files; /* attached files that had to be copied */
	int64_t new_bytes;
	int64_t removed; /* backups that the rules did not keep */
};

/*
 * Makes a backup of the session's register in a folder of backups while others
 * write: copied at one moment, looked at whole, packed, unpacked again and
 * compared, then signed and given its name at once.  Old ones go by `rules`.
 * BACKUP_FAULTS when the copy has faults: it stays under a name of its own and
 * nothing else goes.
 */
bool backup_make(struct session *s, const char *directory,
		 const struct keep_rules *rules, struct arena *a,
		 struct backup_made *made, struct error *err) MUST_CHECK;

/*
 * Unpacks the register of a backup into the new file `to`, every file of the
 * backup compared with its manifest first; BACKUP_DAMAGED names the one that
 * is wrong.  The signature is not looked at.
 */
bool backup_unpack(const struct backup *b, const char *to,
		   struct error *err) MUST_CHECK;

/* Looks at all of an unpacked register, whose attached files lie in the folder
   of backups: BACKUP_FAULTS says the first fault and how many there are, or
   that it is not what the manifest tells. */
bool backup_prove(struct store *st, const struct backup *b,
		  struct error *err) MUST_CHECK;

/* Is it of the register that `st` is?  BACKUP_OTHER. */
bool backup_is_ours(const struct backup *b, struct store *st,
		    struct error *err) MUST_CHECK;
/* Was it signed by a key that the register has, or had?  BACKUP_UNSIGNED. */
bool backup_is_signed(const struct backup *b, struct store *st,
		      struct error *err) MUST_CHECK;

/* How much room a register and the attached files that are not in the folder
   yet will take. */
long long backup_size(const char *register_path);

#endif
