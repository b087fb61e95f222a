/* backup-folder.h -- a folder of backups: what lies in it, and what goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_BACKUP_FOLDER_H
#define APP_BACKUP_FOLDER_H

#include "model/keep.h"
#include "model/manifest.h"

/*
 * DIRECTORY/NAME/            one backup, named by its day, time and id:
 *     manifest               what it holds (model/manifest.h)
 *     manifest.minisig       its signature, unless the register had no key
 *     register.db.zst        the register
 *     files.txt              its attached files, as for sha256sum -c
 * DIRECTORY/files/ab/cdef... attached files of all backups, each once
 * DIRECTORY/.lock            held by who makes one
 * DIRECTORY/.tmp-NAME/       one that is being made, or was not finished
 */
#define BACKUP_MANIFEST "manifest"
#define BACKUP_SIGNATURE "manifest.minisig"
#define BACKUP_LIST "files.txt"
#define BACKUP_WHOLE "register.db"
/* Behind the name of a copy in which the check found faults: it is no backup,
   but all there may be. */
#define BACKUP_FAULTY ".faulty"

extern const struct error_kind BACKUP_BUSY; /* another is at it, 4 */
extern const struct error_kind BACKUP_ROOM; /* the disk is too small, 4 */
extern const struct error_kind BACKUP_NONE; /* there is none, 4 */

/* One backup; all text in the arena it was read into. */
struct backup {
	const char *directory; /* in which it lies beside others */
	const char *name;
	const char *path;      /* DIRECTORY/NAME */
	const char *text;      /* of the manifest, as it lies there */
	const char *signature; /* NULL: it was not signed */
	struct manifest manifest;
};

/* Reads the backup in a folder of its own. */
bool backup_read(const char *path, struct arena *a, struct backup *b,
		 struct error *err) MUST_CHECK;
/* What a person means by a path: a backup, a file in one, or a folder of
   backups, of which the newest is taken.  BACKUP_NONE when it is neither. */
bool backup_find(const char *path, struct arena *a, struct backup *b,
		 struct error *err) MUST_CHECK;

/* The backups of a register (uuid NULL: of any), the newest first.  What
   cannot be read is none. */
struct backup_list {
	struct backup *at;
	size_t n;
};
bool backup_list(const char *directory, const unsigned char *uuid,
		 struct arena *a, struct backup_list *list,
		 struct error *err) MUST_CHECK;

/* Makes the folder (0700), is alone in it, and removes what was not finished.
   Fails with BACKUP_BUSY or FILE_WRITE. */
struct backup_folder {
	const char *path; /* borrowed */
	int lock;
};
bool backup_folder_take(struct backup_folder *f, const char *path,
			struct error *err) MUST_CHECK;
void backup_folder_leave(struct backup_folder *f);

/* Removes the backups that the rules do not keep, but never the one of the id
   `spared` (NULL: none), then the attached files that no backup names any more.
   *removed gets how many backups went. */
bool backup_folder_thin(const struct backup_folder *f,
			const unsigned char *uuid,
			const struct keep_rules *rules, const char *spared,
			int64_t *removed, struct error *err) MUST_CHECK;

/* Where an attached file lies in a folder of backups.  Caller frees. */
char *backup_file_path(const char *directory, const char *hex);

/* Is there room for so many bytes?  BACKUP_ROOM says how much is lacking. */
bool backup_room(const char *directory, long long bytes,
		 struct error *err) MUST_CHECK;

/* Makes the entries of a folder durable. */
bool backup_sync(const char *folder, struct error *err) MUST_CHECK;

#endif
