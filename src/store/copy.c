/* copy.c -- all of a database into another file, while others write */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static int
make_empty(const char *to, int *why)
{
	int fd =
	    open(to, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0) {
		*why = errno;
		return errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL
							  : SQLITE_CANTOPEN;
	}
	close(fd);
	return SQLITE_OK;
}

static int
copy_pages(sqlite3 *from, sqlite3 *to)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
	int rc, end;

	if (b == NULL)
		return sqlite3_extended_errcode(to);
	rc = sqlite3_backup_step(b, -1);
	end = sqlite3_backup_finish(b);
	return rc == SQLITE_DONE ? end : rc;
}

static int
copy_into(sqlite3 *from, const char *to, const char *before, const char *after,
	  int *why)
{
	sqlite3 *db = NULL;
	int rc = sqlite3_open_v2(
	    to, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_exec(db, before, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = copy_pages(from, db);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(db, after, NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		*why = sqlite3_system_errno(db);
	sqlite3_close(db);
	return rc;
}

/* SQLite has closed it: no lock of ours can be lost by closing it again. */
static int
make_durable(const char *path, int *why)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	int rc = fd >= 0 && fsync(fd) == 0 ? SQLITE_OK : SQLITE_IOERR_FSYNC;

	if (rc != SQLITE_OK)
		*why = errno;
	if (fd >= 0)
		close(fd);
	return rc;
}

int
copy_database(sqlite3 *from, const char *to, const char *before,
	      const char *after, int *why)
{
	int rc;

	*why = 0;
	rc = make_empty(to, why);
	if (rc != SQLITE_OK)
		return rc;
	rc = copy_into(from, to, before, after, why);
	if (rc == SQLITE_OK)
		rc = make_durable(to, why);
	if (rc != SQLITE_OK)
		unlink(to);
	return rc;
}
