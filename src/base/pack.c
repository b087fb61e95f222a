/* pack.c -- a file made smaller, and made whole again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

const struct error_kind PACK_UNKNOWN = {
    "pack-unknown", EXIT_REGISTER,
    N_("this saraban was built without zstd; unpack it with `zstd -d' first")};
const struct error_kind PACK_DAMAGED = {"pack-damaged", EXIT_REGISTER,
					N_("a packed file is damaged")};

enum { PIECE = 128 * 1024 };

ssize_t
pack_read(struct pack_way *w, void *buf, size_t n, struct error *err)
{
	ssize_t got;

	do
		got = read(w->from, buf, n);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		error_set(err, &ERROR_IO, "%s: %s", w->from_name,
			  error_words(errno));
	return got;
}

bool
pack_write(struct pack_way *w, const void *buf, size_t n, struct error *err)
{
	const char *s = buf;

	w->n += (long long)n;
	if (w->n > w->max)
		return error_set(err, &PACK_DAMAGED, "%s", w->from_name);
	while (n > 0) {
		ssize_t done = write(w->to, s, n);

		if (done < 0 && errno != EINTR)
			return error_set(err, &FILE_WRITE, "%s: %s", w->to_name,
					 error_words(errno));
		if (done > 0) {
			s += done;
			n -= (size_t)done;
		}
	}
	return true;
}

static bool
as_it_is(struct pack_way *w, struct error *err)
{
	char buf[PIECE];
	ssize_t got;

	while ((got = pack_read(w, buf, sizeof(buf), err)) > 0)
		if (!pack_write(w, buf, (size_t)got, err))
			return false;
	return got == 0;
}

typedef bool (*way_fn)(struct pack_way *w, struct error *err);

static bool
open_both(struct pack_way *w, struct error *err)
{
	w->from =
	    open(w->from_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (w->from < 0)
		return error_set(err, &ERROR_IO, "%s: %s", w->from_name,
				 error_words(errno));
	w->to =
	    open(w->to_name,
		 O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (w->to < 0)
		return error_set(err, &FILE_WRITE, "%s: %s", w->to_name,
				 error_words(errno));
	return true;
}

static bool
sync_it(const struct pack_way *w, struct error *err)
{
	return fsync(w->to) == 0 || error_set(err, &FILE_WRITE, "%s: %s",
					      w->to_name, error_words(errno));
}

static bool
go(way_fn way, const char *from, const char *to, long long max,
   struct error *err)
{
	struct pack_way w = {-1, -1, from, to, max, 0};
	bool ok = open_both(&w, err) && way(&w, err) && sync_it(&w, err);

	if (w.from >= 0)
		close(w.from);
	if (w.to < 0)
		return false;
	if (close(w.to) != 0 && ok)
		ok = error_set(err, &FILE_WRITE, "%s: %s", to,
			       error_words(errno));
	if (!ok)
		unlink(to);
	return ok;
}

bool
pack_file(const char *from, const char *to, struct file_info *whole,
	  struct file_info *packed, struct error *err)
{
	way_fn way = *pack_ending != '\0' ? pack_by_zstd : as_it_is;

	return file_inspect(from, whole, err) &&
	       go(way, from, to, LLONG_MAX, err) &&
	       file_inspect(to, packed, err);
}

static bool
ends_with(const char *s, const char *ending)
{
	size_t n = strlen(s), m = strlen(ending);

	return n >= m && strcmp(s + n - m, ending) == 0;
}

bool
unpack_file(const char *from, const char *to, long long max,
	    struct file_info *whole, struct error *err)
{
	way_fn way = ends_with(from, ".zst") ? unpack_by_zstd : as_it_is;

	return go(way, from, to, max, err) && file_inspect(to, whole, err);
}
