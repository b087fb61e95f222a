/* shim.c -- a file system that asks before each operation of SQLite */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fault/shim.h"

#include <errno.h>
#include <stddef.h>

/* What SQLite holds as its file: ours, and behind it the real one. */
struct shim_file {
	sqlite3_file base;
	_Alignas(sqlite3_int64) char real[]; /* SQLite aligns to 8 */
};

static struct {
	sqlite3_vfs vfs;
	sqlite3_vfs *real;
	shim_fn ask;
	void *ctx;
	sqlite3 *connection;
} shim;

static sqlite3_file *
real_of(sqlite3_file *file)
{
	return (sqlite3_file *)(void *)((struct shim_file *)(void *)file)->real;
}

static bool
may(enum shim_op op)
{
	if (shim.ask(shim.ctx, op))
		return true;
	errno = EIO;
	return false;
}

static int
shim_close(sqlite3_file *file)
{
	return real_of(file)->pMethods->xClose(real_of(file));
}

static int
shim_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
	if (!may(SHIM_READ))
		return SQLITE_IOERR_READ;
	return real_of(file)->pMethods->xRead(real_of(file), to, n, at);
}

static int
shim_write(sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
	if (!may(SHIM_WRITE))
		return SQLITE_IOERR_WRITE;
	return real_of(file)->pMethods->xWrite(real_of(file), from, n, at);
}

static int
shim_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	if (!may(SHIM_TRUNCATE))
		return SQLITE_IOERR_TRUNCATE;
	return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int
shim_sync(sqlite3_file *file, int flags)
{
	if (!may(SHIM_SYNC))
		return SQLITE_IOERR_FSYNC;
	return real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int
shim_size(sqlite3_file *file, sqlite3_int64 *size)
{
	if (!may(SHIM_SIZE))
		return SQLITE_IOERR_FSTAT;
	return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int
shim_lock(sqlite3_file *file, int level)
{
	return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int
shim_unlock(sqlite3_file *file, int level)
{
	return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int
shim_is_reserved(sqlite3_file *file, int *is)
{
	return real_of(file)->pMethods->xCheckReservedLock(real_of(file), is);
}

static int
shim_control(sqlite3_file *file, int op, void *arg)
{
	return real_of(file)->pMethods->xFileControl(real_of(file), op, arg);
}

static int
shim_sector(sqlite3_file *file)
{
	return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int
shim_device(sqlite3_file *file)
{
	return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int
shim_shm_map(sqlite3_file *file, int page, int size, int extend,
	     void volatile **at)
{
	if (!may(SHIM_SHARE))
		return SQLITE_IOERR_SHMMAP;
	return real_of(file)->pMethods->xShmMap(real_of(file), page, size,
						extend, at);
}

static int
shim_shm_lock(sqlite3_file *file, int at, int n, int flags)
{
	return real_of(file)->pMethods->xShmLock(real_of(file), at, n, flags);
}

static void
shim_shm_barrier(sqlite3_file *file)
{
	real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int
shim_shm_unmap(sqlite3_file *file, int remove)
{
	return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

static int
shim_fetch(sqlite3_file *file, sqlite3_int64 at, int n, void **to)
{
	return real_of(file)->pMethods->xFetch(real_of(file), at, n, to);
}

/* The library calls this with nothing to give back when a checkpoint has read
   the header of the log and not yet used it: the window of the WAL-reset
   bug. */
static int
shim_unfetch(sqlite3_file *file, sqlite3_int64 at, void *from)
{
	if (at == 0 && from == NULL)
		may(SHIM_CHECKPOINT);
	return real_of(file)->pMethods->xUnfetch(real_of(file), at, from);
}

static const sqlite3_io_methods methods = {
    .iVersion = 3,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_is_reserved,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_device,
    .xShmMap = shim_shm_map,
    .xShmLock = shim_shm_lock,
    .xShmBarrier = shim_shm_barrier,
    .xShmUnmap = shim_shm_unmap,
    .xFetch = shim_fetch,
    .xUnfetch = shim_unfetch,
};

static int
shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
	  int *got)
{
	sqlite3_file *real = real_of(file);
	int rc = SQLITE_CANTOPEN;

	(void)vfs;
	file->pMethods = NULL;
	real->pMethods = NULL;
	if (may(SHIM_OPEN))
		rc = shim.real->xOpen(shim.real, name, real, flags, got);
	if (real->pMethods != NULL)
		file->pMethods = &methods;
	return rc;
}

static int
shim_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	if (!may(SHIM_DELETE))
		return SQLITE_IOERR_DELETE;
	return shim.real->xDelete(shim.real, name, sync);
}

void
shim_install(shim_fn ask, void *ctx)
{
	shim.real = sqlite3_vfs_find(NULL);
	shim.vfs = *shim.real;
	shim.vfs.zName = "shim";
	shim.vfs.pNext = NULL;
	shim.vfs.szOsFile =
	    (int)offsetof(struct shim_file, real) + shim.real->szOsFile;
	shim.vfs.xOpen = shim_open;
	shim.vfs.xDelete = shim_delete;
	shim.ask = ask;
	shim.ctx = ctx;
	sqlite3_vfs_register(&shim.vfs, 1);
}

void
shim_remove(void)
{
	sqlite3_vfs_unregister(&shim.vfs);
	sqlite3_vfs_register(shim.real, 1);
}

static int
keep_connection(sqlite3 *db, const char **why,
		const struct sqlite3_api_routines *api)
{
	(void)why;
	(void)api;
	shim.connection = db;
	return SQLITE_OK;
}

void
shim_watch(void)
{
	/* SQLite declares it without arguments and calls it with three. */
	sqlite3_auto_extension((void (*)(void))keep_connection);
}

sqlite3 *
shim_connection(void)
{
	sqlite3_set_authorizer(shim.connection, NULL, NULL);
	return shim.connection;
}
