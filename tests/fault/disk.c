/* disk.c -- a disk in memory whose power can be cut at any operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fault/disk.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#include "tests/fault/disk-file.h"
#include "tests/fixture.h"

enum { FILES_MAX = 8, PAGES_MAX = 16 };

static struct {
	sqlite3_vfs vfs;
	sqlite3_vfs *real;
	struct file files[FILES_MAX];
	struct file kept[FILES_MAX];
	void *shared[PAGES_MAX]; /* the one -shm there can be */
	long operations, cut_at;
	long syncs, fail_sync_at;
	bool is_failure_told;
	uint64_t seed;
	bool dead;
} disk;

/* ---------------------------------------------------------------- files */

static struct file *
file_find(const char *path)
{
	const char *name = file_name_of(path);

	for (size_t i = 0; i < FILES_MAX; i++)
		if (strcmp(disk.files[i].name, name) == 0)
			return &disk.files[i];
	return NULL;
}

static struct file *
file_make(const char *path)
{
	struct file *f = file_find(path);

	for (size_t i = 0; f == NULL && i < FILES_MAX; i++)
		if (disk.files[i].name[0] == '\0')
			f = &disk.files[i];
	if (f == NULL)
		abort();
	if (!f->exists) {
		snprintf(f->name, sizeof(f->name), "%s", file_name_of(path));
		text_clear(&f->live);
		text_clear(&f->safe);
		disk_file_forget(f);
		f->exists = true;
	}
	return f;
}

/* ---------------------------------------------------------------- power */

static void
forget_shared(void)
{
	for (size_t i = 0; i < PAGES_MAX; i++) {
		free(disk.shared[i]);
		disk.shared[i] = NULL;
	}
}

/* One operation more; false when the power went instead. */
static bool
has_power(void)
{
	if (!disk.dead && ++disk.operations == disk.cut_at) {
		disk.dead = true;
		for (size_t i = 0; i < FILES_MAX; i++)
			disk_file_cut(&disk.files[i], &disk.seed);
	}
	return !disk.dead;
}

void
disk_cut_at(long n, uint64_t seed)
{
	disk.operations = 0;
	disk.cut_at = n;
	disk.seed = 0x9E3779B97F4A7C15u * (seed + 1);
}

void
disk_cut_now(uint64_t seed)
{
	disk_cut_at(1, seed);
	has_power();
}

void
disk_fail_sync_at(long n, bool is_told)
{
	disk.syncs = 0;
	disk.fail_sync_at = n;
	disk.is_failure_told = is_told;
}

long
disk_syncs(void)
{
	return disk.syncs;
}

bool
disk_is_dead(void)
{
	return disk.dead;
}

void
disk_power_on(void)
{
	disk.dead = false;
	disk.cut_at = 0;
	forget_shared();
	for (size_t i = 0; i < FILES_MAX; i++) {
		disk_file_forget(&disk.files[i]);
		bytes_copy(&disk.files[i].live, &disk.files[i].safe);
	}
}

static void
files_copy(struct file *to, const struct file *from)
{
	for (size_t i = 0; i < FILES_MAX; i++) {
		memcpy(to[i].name, from[i].name, sizeof(to[i].name));
		to[i].exists = from[i].exists;
		bytes_copy(&to[i].live, &from[i].live);
		bytes_copy(&to[i].safe, &from[i].safe);
		disk_file_forget(&to[i]);
	}
}

/* No database is open and all is synced. */
void
disk_keep(void)
{
	files_copy(disk.kept, disk.files);
}

void
disk_reset(void)
{
	disk.dead = false;
	disk.cut_at = 0;
	forget_shared();
	files_copy(disk.files, disk.kept);
}

/* ------------------------------------------------------ as SQLite sees it */

struct handle {
	sqlite3_file base;
	struct file *file;
};

static struct file *
file_of(sqlite3_file *base)
{
	return ((struct handle *)(void *)base)->file;
}

static int
disk_close(sqlite3_file *base)
{
	(void)base;
	return SQLITE_OK;
}

static int
disk_read(sqlite3_file *base, void *to, int n, sqlite3_int64 at)
{
	const struct text *live = &file_of(base)->live;
	size_t have = (size_t)at < live->n ? live->n - (size_t)at : 0;

	if (disk.dead)
		return SQLITE_IOERR_READ;
	if (have > (size_t)n)
		have = (size_t)n;
	if (have > 0)
		memcpy(to, live->s + at, have);
	if (have == (size_t)n)
		return SQLITE_OK;
	memset((char *)to + have, 0, (size_t)n - have);
	return SQLITE_IOERR_SHORT_READ;
}

static int
disk_write(sqlite3_file *base, const void *from, int n, sqlite3_int64 at)
{
	struct file *f = file_of(base);

	if (disk.dead)
		return SQLITE_IOERR_WRITE;
	disk_file_write(f, (size_t)at, from, (size_t)n);
	return has_power() ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

static int
disk_truncate(sqlite3_file *base, sqlite3_int64 size)
{
	struct file *f = file_of(base);

	if (disk.dead)
		return SQLITE_IOERR_TRUNCATE;
	disk_file_truncate(f, (size_t)size);
	return has_power() ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

/* File systems write their directories in order: what was deleted before
   something is synced stays deleted. */
static void
sync_directory(void)
{
	for (size_t i = 0; i < FILES_MAX; i++)
		if (!disk.files[i].exists)
			text_clear(&disk.files[i].safe);
}

static int
disk_sync(sqlite3_file *base, int flags)
{
	struct file *f = file_of(base);

	(void)flags;
	if (!has_power())
		return SQLITE_IOERR_FSYNC;
	if (++disk.syncs == disk.fail_sync_at) {
		/* As Linux does: what could not be written counts as written
		   from now on, and the next sync is a success. */
		disk_file_forget(f);
		return disk.is_failure_told ? SQLITE_IOERR_FSYNC : SQLITE_OK;
	}
	disk_file_sync(f);
	sync_directory();
	return SQLITE_OK;
}

static int
disk_size(sqlite3_file *base, sqlite3_int64 *size)
{
	*size = (sqlite3_int64)file_of(base)->live.n;
	return SQLITE_OK;
}

static int
disk_lock(sqlite3_file *base, int level)
{
	(void)base;
	(void)level;
	return SQLITE_OK;
}

static int
disk_is_reserved(sqlite3_file *base, int *is)
{
	(void)base;
	*is = 0;
	return SQLITE_OK;
}

static int
disk_control(sqlite3_file *base, int op, void *arg)
{
	(void)base;
	if (op != SQLITE_FCNTL_MMAP_SIZE)
		return SQLITE_NOTFOUND;
	*(sqlite3_int64 *)arg = 0;
	return SQLITE_OK;
}

static int
disk_device(sqlite3_file *base)
{
	(void)base;
	return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int
disk_shm_map(sqlite3_file *base, int page, int size, int extend,
	     void volatile **at)
{
	(void)base;
	if (page >= PAGES_MAX)
		return SQLITE_IOERR_SHMMAP;
	if (disk.shared[page] == NULL && extend)
		disk.shared[page] = xcalloc(1, (size_t)size);
	*at = disk.shared[page];
	return SQLITE_OK;
}

static int
disk_shm_lock(sqlite3_file *base, int at, int n, int flags)
{
	(void)base;
	(void)at;
	(void)n;
	(void)flags;
	return SQLITE_OK;
}

static void
disk_shm_barrier(sqlite3_file *base)
{
	(void)base;
}

static int
disk_shm_unmap(sqlite3_file *base, int remove)
{
	(void)base;
	if (remove)
		forget_shared();
	return SQLITE_OK;
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = disk_close,
    .xRead = disk_read,
    .xWrite = disk_write,
    .xTruncate = disk_truncate,
    .xSync = disk_sync,
    .xFileSize = disk_size,
    .xLock = disk_lock,
    .xUnlock = disk_lock,
    .xCheckReservedLock = disk_is_reserved,
    .xFileControl = disk_control,
    .xDeviceCharacteristics = disk_device,
    .xShmMap = disk_shm_map,
    .xShmLock = disk_shm_lock,
    .xShmBarrier = disk_shm_barrier,
    .xShmUnmap = disk_shm_unmap,
};

static int
disk_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags,
	  int *got)
{
	struct handle *h = (struct handle *)(void *)base;

	(void)vfs;
	base->pMethods = NULL;
	if (disk.dead)
		return SQLITE_CANTOPEN;
	h->file = file_make(path != NULL ? path : "temporary");
	base->pMethods = &methods;
	if (got != NULL)
		*got = flags;
	return SQLITE_OK;
}

static int
disk_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
	struct file *f = file_find(path);

	(void)vfs;
	if (!has_power())
		return SQLITE_IOERR_DELETE;
	if (f == NULL || !f->exists)
		return SQLITE_IOERR_DELETE_NOENT;
	f->exists = false;
	disk_file_forget(f);
	if (sync)
		sync_directory();
	return SQLITE_OK;
}

static int
disk_access(sqlite3_vfs *vfs, const char *path, int flags, int *is)
{
	const struct file *f = file_find(path);

	(void)vfs;
	(void)flags;
	*is = f != NULL && f->exists;
	return SQLITE_OK;
}

void
disk_install(void)
{
	disk.real = sqlite3_vfs_find(NULL);
	disk.vfs = *disk.real;
	disk.vfs.zName = "disk";
	disk.vfs.pNext = NULL;
	disk.vfs.szOsFile = sizeof(struct handle);
	disk.vfs.xOpen = disk_open;
	disk.vfs.xDelete = disk_delete;
	disk.vfs.xAccess = disk_access;
	sqlite3_vfs_register(&disk.vfs, 1);
}

static void
files_free(struct file *files)
{
	for (size_t i = 0; i < FILES_MAX; i++)
		disk_file_done(&files[i]);
}

void
disk_remove(void)
{
	sqlite3_vfs_unregister(&disk.vfs);
	sqlite3_vfs_register(disk.real, 1);
	files_free(disk.files);
	files_free(disk.kept);
	forget_shared();
}
