/* file.c -- files read whole, written whole and made durable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"

const struct error_kind FILE_WRITE = {"file-write", EXIT_REGISTER,
				      N_("the file cannot be written")};

enum { PIECE = 64 * 1024 }; /* bytes read at once */

static bool
read_failed(const char *path, struct error *err)
{
	return error_set(err, &ERROR_IO, "%s: %s", path, error_words(errno));
}

static bool
write_failed(const char *path, struct error *err)
{
	return error_set(err, &FILE_WRITE, "%s: %s", path, error_words(errno));
}

static bool
too_large(const char *path, size_t max, struct error *err)
{
	return error_set(err, &ERROR_IO, _("%s is larger than %s bytes"), path,
			 DIGITS(max));
}

/* Like read(2), but goes on after a signal. */
static ssize_t
read_piece(int fd, char *buf, size_t n)
{
	ssize_t got;

	do
		got = read(fd, buf, n);
	while (got < 0 && errno == EINTR);
	return got;
}

static bool
write_all(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, s, n);

		if (done < 0 && errno != EINTR)
			return false;
		if (done > 0) {
			s += done;
			n -= (size_t)done;
		}
	}
	return true;
}

/* Opens a regular file for reading; -1 and err for anything else. */
static int
open_regular(const char *path, struct stat *st, struct error *err)
{
	/* O_NONBLOCK: a FIFO without a writer must not hold us. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (fd < 0) {
		read_failed(path, err);
		return -1;
	}
	if (fstat(fd, st) != 0)
		read_failed(path, err);
	else if (S_ISDIR(st->st_mode))
		error_set(err, &ERROR_IO, _("%s is a directory"), path);
	else if (!S_ISREG(st->st_mode))
		error_set(err, &ERROR_IO, _("%s is not a regular file"), path);
	else
		return fd;
	close(fd);
	return -1;
}

static bool
read_to_end(int fd, const char *path, size_t max, struct text *out,
	    struct error *err)
{
	char buf[PIECE];
	size_t total = 0;
	ssize_t got;

	while ((got = read_piece(fd, buf, sizeof(buf))) > 0) {
		total += (size_t)got;
		if (total > max)
			return too_large(path, max, err);
		text_add_n(out, buf, (size_t)got);
	}
	return got == 0 || read_failed(path, err);
}

bool
file_read(const char *path, size_t max, struct text *out, struct error *err)
{
	bool is_stdin = strcmp(path, "-") == 0;
	size_t before = out->n;
	struct stat st;
	int fd = is_stdin ? STDIN_FILENO : open_regular(path, &st, err);
	bool ok;

	if (fd < 0)
		return false;
	ok = read_to_end(fd, is_stdin ? _("standard input") : path, max, out,
			 err);
	if (!ok)
		text_remove(out, before, out->n - before);
	if (!is_stdin)
		close(fd);
	return ok;
}

/* The directory that holds path.  Caller frees. */
static char *
parent_of(const char *path)
{
	const char *name = file_name_of(path);

	while (name > path + 1 && name[-1] == '/' && name[-2] == '/')
		name--;
	if (name == path)
		return xstrdup(".");
	if (name == path + 1)
		return xstrdup("/");
	return xstrndup(path, (size_t)(name - path) - 1);
}

bool
file_sync_parent(const char *path)
{
	char *dir = parent_of(path);
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* Some file systems cannot sync a directory and need not. */
	bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
	int saved = errno;

	if (fd >= 0)
		close(fd);
	free(dir);
	errno = saved;
	return ok;
}

static bool
make_directory(const char *path)
{
	struct stat st;

	if (mkdir(path, 0700) == 0)
		return file_sync_parent(path);
	/* What is there already may also refuse mkdir for another reason,
	   such as a read-only file system. */
	if (stat(path, &st) != 0)
		return false;
	errno = ENOTDIR;
	return S_ISDIR(st.st_mode);
}

bool
file_make_parents(const char *path, struct error *err)
{
	char *copy = xstrdup(path);
	bool ok = true;

	for (char *p = copy; ok && *p; p++) {
		if (*p != '/' || p == copy || p[-1] == '/')
			continue;
		*p = '\0';
		ok = make_directory(copy) || write_failed(copy, err);
		*p = '/';
	}
	free(copy);
	return ok;
}

static bool
inspect_open(int fd, const char *path, struct file_info *info,
	     struct error *err)
{
	char buf[PIECE];
	struct digest d;
	ssize_t got;

	digest_start(&d);
	while ((got = read_piece(fd, buf, sizeof(buf))) > 0) {
		size_t n = sizeof(info->head) - info->head_n;

		if (n > (size_t)got)
			n = (size_t)got;
		memcpy(info->head + info->head_n, buf, n);
		info->head_n += n;
		info->size += got;
		digest_add(&d, buf, (size_t)got);
	}
	digest_end(&d, info->digest);
	return got == 0 || read_failed(path, err);
}

bool
file_inspect(const char *path, struct file_info *info, struct error *err)
{
	struct stat st;
	int fd = open_regular(path, &st, err);
	bool ok;

	*info = (struct file_info){.size = 0};
	if (fd < 0)
		return false;
	ok = inspect_open(fd, path, info, err);
	close(fd);
	return ok;
}

void
file_inspect_bytes(const char *bytes, size_t n, struct file_info *info)
{
	*info = (struct file_info){.size = (long long)n};
	info->head_n = n < sizeof(info->head) ? n : sizeof(info->head);
	memcpy(info->head, bytes, info->head_n);
	digest_of(bytes, n, info->digest);
}

/* What a new file is made of: an open one, or bytes. */
struct source {
	int fd; /* -1: bytes */
	const char *name;
	const char *bytes;
	size_t n;
};

/* Fills the new file and syncs it. */
static bool
copy_content(const struct source *in, int out, const char *to,
	     struct error *err)
{
	char buf[PIECE];
	ssize_t got = 0;

	if (in->fd < 0 && !write_all(out, in->bytes, in->n))
		return write_failed(to, err);
	while (in->fd >= 0 && (got = read_piece(in->fd, buf, sizeof(buf))) > 0)
		if (!write_all(out, buf, (size_t)got))
			return write_failed(to, err);
	if (got < 0)
		return read_failed(in->name, err);
	return fsync(out) == 0 || write_failed(to, err);
}

static bool
copy_beside(const struct source *in, const char *to, struct error *err)
{
	char *temporary = xasprintf("%s.XXXXXX", to);
	int out = mkstemp(temporary);
	bool ok = out >= 0 || write_failed(to, err);

	if (!ok)
		goto done;
	ok = copy_content(in, out, to, err);
	if (close(out) != 0 && ok)
		ok = write_failed(to, err);
	if (ok && rename(temporary, to) != 0)
		ok = write_failed(to, err);
	if (!ok)
		unlink(temporary);
	else
		ok = file_sync_parent(to) || write_failed(to, err);
done:
	free(temporary);
	return ok;
}

/* True when nothing is left to do; *conflict when `to` holds other content. */
static bool
is_there(const struct source *in, const char *to, bool *conflict)
{
	struct file_info a, b;
	struct error ignored = {0};
	struct stat st;

	*conflict = false;
	if (lstat(to, &st) != 0)
		return false;
	if (in->fd < 0)
		file_inspect_bytes(in->bytes, in->n, &a);
	else
		*conflict = !file_inspect(in->name, &a, &ignored);
	*conflict = *conflict || !file_inspect(to, &b, &ignored) ||
		    memcmp(a.digest, b.digest, DIGEST_SIZE) != 0;
	return !*conflict;
}

static bool
make_file(const struct source *in, const char *to, struct error *err)
{
	bool conflict;

	if (is_there(in, to, &conflict))
		return true;
	if (conflict)
		return error_set(err, &FILE_WRITE,
				 _("%s is there already with other content"),
				 to);
	return copy_beside(in, to, err);
}

bool
file_copy(const char *from, const char *to, struct error *err)
{
	struct stat st;
	struct source in = {.fd = open_regular(from, &st, err), .name = from};
	bool ok;

	if (in.fd < 0)
		return false;
	ok = make_file(&in, to, err);
	close(in.fd);
	return ok;
}

bool
file_write(const char *bytes, size_t n, const char *to, struct error *err)
{
	const struct source in = {.fd = -1, .bytes = bytes, .n = n};

	return make_file(&in, to, err);
}

const char *
file_name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}
