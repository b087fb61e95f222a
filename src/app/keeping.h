/* keeping.h -- is the register kept safe, and what does paper still owe it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_KEEPING_H
#define APP_KEEPING_H

#include "model/guard.h"

#include "app/session.h"

/* After so many hours without a backup the desk warns: one night was missed. */
enum { BACKUP_HOURS = 26 };

/* What this person is asked: the office's books, and the division's that he
   heads. */
bool look_asked(struct session *s, struct arena *a, struct asked_list *list,
		struct error *err) MUST_CHECK;

struct keeping {
	struct asked_list asked;
	/* Of the last good backup, by whichever office; 0 = none yet. */
	moment backup_at;
	const char *backup_name, *backup_folder; /* of it; NULL: not told */
	bool is_late;
	/* This person should know how backups are: the clerk and who keeps the
	   office; where none was ever made, only who owns the register, for no
	   clerk can mend that.  Nobody of a practice register. */
	bool tells_backup;
};

/* Of all this only the last backup. */
bool look_last_backup(struct session *s, struct arena *a, struct keeping *k,
		      struct error *err) MUST_CHECK;

bool look_keeping(struct session *s, struct arena *a, struct keeping *k,
		  struct error *err) MUST_CHECK;

#endif
