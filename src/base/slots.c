/* slots.c -- a small text in a file, kept through kill -9 and a full disk */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/slots.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/i18n.h"

const struct error_kind SLOTS_IN_USE = {"in-use", EXIT_REGISTER,
					N_("it is open elsewhere")};
const struct error_kind SLOTS_GONE = {"gone", EXIT_REGISTER,
				      N_("it is not there any more")};
const struct error_kind SLOTS_DAMAGED = {
    "slots-damaged", EXIT_REGISTER, N_("what was kept there cannot be read")};

/* "saraban-slot-1 NUMBER LENGTH SHA-256\n" stands before the text. */
#define MAGIC "saraban-slot-1 "
enum {
	COUNTS = 20 + 1 + 10 + 1, /* number, length, with their spaces */
	MAGIC_SIZE = sizeof(MAGIC) - 1,
	HEAD = MAGIC_SIZE + COUNTS + 2 * DIGEST_SIZE + 1,
	N_SLOTS = 2,
};

static bool
cannot_write(const char *path, int number, struct error *err)
{
	return error_set(err, &FILE_WRITE, "%s: %s", path, error_words(number));
}

/* In hexadecimal, of the counts and the text. */
static void
sum(const char *counts, const char *text, size_t n, char hex[HEX_SIZE])
{
	unsigned char out[DIGEST_SIZE];
	struct digest d;

	digest_start(&d);
	digest_add(&d, counts, COUNTS);
	digest_add(&d, text, n);
	digest_end(&d, out);
	hex_of(out, sizeof(out), hex);
}

static void
add_slot(struct text *t, uint64_t number, const char *text, size_t n)
{
	char counts[COUNTS + 1], hex[HEX_SIZE];

	snprintf(counts, sizeof(counts), "%020" PRIu64 " %010zu ", number, n);
	sum(counts, text, n, hex);
	text_printf(t, "%s%s%s\n", MAGIC, counts, hex);
	text_add_n(t, text, n);
}

static bool
write_at(int fd, const struct text *t, off_t at)
{
	size_t done = 0;

	while (done < t->n) {
		ssize_t n =
		    pwrite(fd, t->s + done, t->n - done, at + (off_t)done);

		if (n < 0 && errno != EINTR)
			return false;
		done += n > 0 ? (size_t)n : 0;
	}
	return true;
}

/* A lock of this open file; the kernel drops it when it is closed. */
static bool
lock(int fd)
{
	struct flock l = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

	return fcntl(fd, F_OFD_SETLK, &l) == 0;
}

static bool
is_locked(int fd)
{
	struct flock l = {.l_type = F_RDLCK, .l_whence = SEEK_SET};

	return fcntl(fd, F_OFD_GETLK, &l) == 0 && l.l_type != F_UNLCK;
}

/* Allocated and locked; -1 and errno, and nothing is left behind. */
static int
make_file(const char *path, size_t size)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	int number;

	if (fd < 0)
		return -1;
	number = posix_fallocate(fd, 0, (off_t)(N_SLOTS * size));
	if (number == 0 && lock(fd))
		return fd;
	number = number ? number : errno;
	unlink(path);
	close(fd);
	errno = number;
	return -1;
}

bool
slots_make(struct slots *s, const char *path, struct error *err)
{
	int fd = make_file(path, SLOT_SIZE);

	*s = (struct slots){0};
	if (fd < 0)
		return cannot_write(path, errno, err);
	*s = (struct slots){.fd = fd, .path = xstrdup(path), .size = SLOT_SIZE};
	return true;
}

/* The text of a slot when it is whole; nothing else is believed. */
static const char *
slot_text(const char *slot, size_t size, uint64_t *number, size_t *n)
{
	const char *counts = slot + MAGIC_SIZE, *text = slot + HEAD;
	char copy[COUNTS + 1], hex[HEX_SIZE];

	if (size < HEAD || memcmp(slot, MAGIC, MAGIC_SIZE) != 0)
		return NULL;
	memcpy(copy, counts, COUNTS);
	copy[COUNTS] = '\0';
	if (sscanf(copy, "%" SCNu64 " %zu", number, n) != 2 || *n > size - HEAD)
		return NULL;
	sum(counts, text, *n, hex);
	return memcmp(hex, counts + COUNTS, 2 * DIGEST_SIZE) == 0 ? text : NULL;
}

/* The later of the whole slots; NULL when there is none. */
static const char *
last_text(const char *file, size_t size, uint64_t *number, size_t *n)
{
	const char *last = NULL;

	for (size_t i = 0; i < N_SLOTS; i++) {
		uint64_t its;
		size_t length;
		const char *text =
		    slot_text(file + i * size, size, &its, &length);

		if (!text || (last && its < *number))
			continue;
		last = text;
		*number = its;
		*n = length;
	}
	return last;
}

static bool
read_whole(int fd, char *out, size_t n)
{
	size_t done = 0;

	while (done < n) {
		ssize_t got = pread(fd, out + done, n - done, (off_t)done);

		if (got == 0 || (got < 0 && errno != EINTR))
			return false;
		done += got > 0 ? (size_t)got : 0;
	}
	return true;
}

static bool
read_slots(int fd, struct slots *s, struct text *out)
{
	struct stat st;
	char *file;
	const char *text = NULL;
	size_t n = 0;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    st.st_size > N_SLOTS * (off_t)SLOT_MAX)
		return false;
	s->size = (size_t)st.st_size / N_SLOTS;
	file = xcalloc(N_SLOTS, s->size + 1);
	if (read_whole(fd, file, N_SLOTS * s->size))
		text = last_text(file, s->size, &s->number, &n);
	if (text)
		text_add_n(out, text, n);
	free(file);
	return text != NULL;
}

/* The name may have been given to another file, or be gone. */
static bool
is_still_there(int fd, const char *path)
{
	struct stat open_one, named;

	return fstat(fd, &open_one) == 0 && stat(path, &named) == 0 &&
	       open_one.st_dev == named.st_dev &&
	       open_one.st_ino == named.st_ino;
}

static int
open_file(const char *path, int how, struct error *err)
{
	int fd = open(path, how | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

	if (fd < 0 && errno == ENOENT)
		error_set(err, &SLOTS_GONE, NULL);
	else if (fd < 0)
		error_set(err, &ERROR_IO, "%s: %s", path, error_words(errno));
	return fd;
}

bool
slots_open(struct slots *s, const char *path, struct text *out,
	   struct error *err)
{
	int fd = open_file(path, O_RDWR, err);

	*s = (struct slots){0};
	if (fd < 0)
		return false;
	if (!lock(fd))
		error_set(err, &SLOTS_IN_USE, NULL);
	else if (!is_still_there(fd, path))
		error_set(err, &SLOTS_GONE, NULL);
	else if (!read_slots(fd, s, out))
		error_set(err, &SLOTS_DAMAGED, "%s", path);
	else {
		s->fd = fd;
		s->path = xstrdup(path);
		return true;
	}
	close(fd);
	return false;
}

bool
slots_read(const char *path, struct text *out, bool *in_use, struct error *err)
{
	struct slots s = {0};
	int fd = open_file(path, O_RDONLY, err);
	bool ok;

	if (fd < 0)
		return false;
	*in_use = is_locked(fd);
	ok = read_slots(fd, &s, out) ||
	     error_set(err, &SLOTS_DAMAGED, "%s", path);
	close(fd);
	return ok;
}

/* A file with room for it, written before it gets the name of the old one. */
static bool
replace(struct slots *s, const struct text *t, uint64_t number, size_t size)
{
	char *beside = xasprintf("%s.new", s->path);
	int fd, failure;

	unlink(beside); /* what one who died here left */
	fd = make_file(beside, size);
	if (fd >= 0 && write_at(fd, t, (off_t)(number % N_SLOTS * size)) &&
	    fdatasync(fd) == 0 && rename(beside, s->path) == 0) {
		close(s->fd);
		s->fd = fd;
		s->size = size;
		free(beside);
		return true;
	}
	failure = errno;
	if (fd >= 0) {
		unlink(beside);
		close(fd);
	}
	free(beside);
	errno = failure;
	return false;
}

static bool
write_slot(struct slots *s, const struct text *t, uint64_t number)
{
	size_t size = s->size;

	if (t->n <= size)
		return write_at(s->fd, t, (off_t)(number % N_SLOTS * size));
	while (size < t->n)
		size = size < SLOT_SIZE ? SLOT_SIZE : 2 * size;
	errno = EFBIG;
	return size <= SLOT_MAX && replace(s, t, number, size);
}

bool
slots_write(struct slots *s, const char *text, size_t n, struct error *err)
{
	struct text t = {0};
	bool ok;

	add_slot(&t, s->number + 1, text, n);
	ok = write_slot(s, &t, s->number + 1) ||
	     cannot_write(s->path, errno, err);
	text_done(&t);
	s->number += ok;
	s->is_unsynced |= ok;
	return ok;
}

bool
slots_sync(struct slots *s, struct error *err)
{
	if (!s->path || !s->is_unsynced)
		return true;
	s->is_unsynced = false;
	return fdatasync(s->fd) == 0 || cannot_write(s->path, errno, err);
}

void
slots_close(struct slots *s)
{
	if (s->path)
		close(s->fd);
	free(s->path);
	*s = (struct slots){0};
}

void
slots_remove(struct slots *s)
{
	if (s->path)
		unlink(s->path);
	slots_close(s);
}
