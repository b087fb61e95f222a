/* replace.c -- another file takes the place of a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

#include "store/gate.h"

const struct error_kind STORE_OPEN = {
    "store-open", EXIT_REGISTER,
    N_("somebody has the register open; everybody has to leave saraban "
       "first")};

/* Where a connection of SQLite holds its shared lock as long as it has a
   register open (sqlite.org/lockingv3.html). */
enum { SHARED_FIRST = 0x40000000 + 2, SHARED_SIZE = 510 };
enum { WAIT_SECONDS = 20 };

struct replace {
	char *path;
	struct gate *gate;
	bool is_in;
};

static bool
wait_some(void *ctx, const char *holder, int seconds)
{
	(void)ctx;
	(void)holder;
	return seconds < WAIT_SECONDS;
}

struct replace *
replace_begin(const char *path, const char *holder, struct error *err)
{
	struct replace *r = xcalloc(1, sizeof(*r));

	r->path = xstrdup(path);
	r->gate = gate_open(path, err);
	if (r->gate != NULL)
		r->is_in = gate_enter(r->gate, holder, wait_some, NULL, err);
	if (r->is_in)
		return r;
	replace_end(r);
	return NULL;
}

void
replace_end(struct replace *r)
{
	if (r == NULL)
		return;
	if (r->is_in)
		gate_leave(r->gate);
	gate_close(r->gate);
	free(r->path);
	free(r);
}

bool
replace_is_free(const struct replace *r, struct error *err)
{
	struct flock lock = {.l_type = F_WRLCK,
			     .l_whence = SEEK_SET,
			     .l_start = SHARED_FIRST,
			     .l_len = SHARED_SIZE};
	int fd = open(r->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	bool asked;

	if (fd < 0)
		return errno == ENOENT ||
		       error_set(err, &STORE_READ_ONLY, "%s: %s", r->path,
				 error_words(errno));
	asked = fcntl(fd, F_GETLK, &lock) == 0;
	close(fd);
	if (asked && lock.l_type == F_UNLCK)
		return true;
	return error_set(err, &STORE_OPEN, _("process %s"),
			 DIGITS(asked ? lock.l_pid : 0));
}

static bool
sync_folder(const char *folder, struct error *err)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);

	if (!ok)
		error_set(err, &FILE_WRITE, "%s: %s", folder,
			  error_words(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

static bool
sync_parent(const char *path, struct error *err)
{
	char *copy = xstrdup(path);
	bool ok = sync_folder(dirname(copy), err);

	free(copy);
	return ok;
}

static bool
move(const char *from, const char *to, struct error *err)
{
	return rename(from, to) == 0 || errno == ENOENT ||
	       error_set(err, &FILE_WRITE, "%s: %s", from, error_words(errno));
}

static bool
move_into(const struct replace *r, const char *ending, const char *folder,
	  struct error *err)
{
	char *from = xasprintf("%s%s", r->path, ending);
	char *to = xasprintf("%s/%s", folder, file_name_of(from));
	bool ok = move(from, to, err);

	free(from);
	free(to);
	return ok;
}

bool
replace_aside(const struct replace *r, const char *folder, struct error *err)
{
	/* The register first: a log without its register harms nobody. */
	static const char *const endings[] = {"", "-wal", "-shm", "-mark"};

	if (mkdir(folder, 0700) != 0)
		return error_set(err, &FILE_WRITE, "%s: %s", folder,
				 error_words(errno));
	for (size_t i = 0; i < ARRAY_SIZE(endings); i++)
		if (!move_into(r, endings[i], folder, err))
			return false;
	return sync_folder(folder, err) && sync_parent(r->path, err);
}

bool
replace_put(const struct replace *r, const char *from, struct error *err)
{
	return (rename(from, r->path) == 0 ||
		error_set(err, &FILE_WRITE, "%s: %s", r->path,
			  error_words(errno))) &&
	       sync_parent(r->path, err);
}
