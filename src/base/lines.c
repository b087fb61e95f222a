/* lines.c -- a file line by line: read, and written whole or not at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

enum { PIECE = 64 * 1024 };

struct reading {
	const char *name; /* of the file, for people */
	size_t max;
	line_fn each;
	void *ctx;
	struct text rest; /* the line that has begun */
	size_t n;         /* lines that were told */
};

static bool
too_long(const struct reading *r, struct error *err)
{
	return error_set(err, &ERROR_IO,
			 _("%s, line %s is longer than %s bytes"), r->name,
			 DIGITS(r->n + 1), DIGITS(r->max));
}

static bool
tell_line(struct reading *r, bool has_end, struct error *err)
{
	bool ok = r->each(r->ctx, r->rest.s, r->rest.n, has_end, err);

	text_clear(&r->rest);
	r->n++;
	return ok;
}

static bool
take_piece(struct reading *r, const char *s, size_t n, struct error *err)
{
	while (n > 0) {
		const char *end = memchr(s, '\n', n);
		size_t part = end != NULL ? (size_t)(end - s) : n;

		text_add_n(&r->rest, s, part);
		if (r->rest.n > r->max)
			return too_long(r, err);
		if (end == NULL)
			return true;
		if (!tell_line(r, true, err))
			return false;
		s += part + 1;
		n -= part + 1;
	}
	return true;
}

static bool
read_all(struct reading *r, FILE *in, struct error *err)
{
	char piece[PIECE];
	size_t n;

	while ((n = fread(piece, 1, sizeof(piece), in)) > 0)
		if (!take_piece(r, piece, n, err))
			return false;
	if (ferror(in))
		return error_set(err, &ERROR_IO, "%s: %s", r->name,
				 error_words(errno));
	return r->rest.n == 0 || tell_line(r, false, err);
}

bool
lines_each(const char *path, size_t max, line_fn each, void *ctx,
	   struct error *err)
{
	bool is_stdin = strcmp(path, "-") == 0;
	struct reading r = {.name = is_stdin ? _("standard input") : path,
			    .max = max,
			    .each = each,
			    .ctx = ctx};
	FILE *in = is_stdin ? stdin : fopen(path, "re");
	bool ok;

	if (in == NULL)
		return error_set(err, &ERROR_IO, "%s: %s", path,
				 error_words(errno));
	ok = read_all(&r, in, err);
	text_done(&r.rest);
	if (!is_stdin)
		fclose(in);
	return ok;
}

static bool
write_failed(const struct new_file *f, struct error *err)
{
	return error_set(err, &FILE_WRITE, "%s: %s", f->path,
			 error_words(errno));
}

static bool
standard_output(struct new_file *f, struct error *err)
{
	int fd = dup(STDOUT_FILENO);

	f->out = fd >= 0 ? fdopen(fd, "w") : NULL;
	return f->out != NULL || write_failed(f, err);
}

bool
new_file_begin(struct new_file *f, const char *path, struct error *err)
{
	int fd;

	*f = (struct new_file){.path = path};
	if (strcmp(path, "-") == 0)
		return standard_output(f, err);
	if (access(path, F_OK) == 0)
		return error_set(err, &FILE_WRITE, _("%s is there already"),
				 path);
	f->beside = xasprintf("%s.XXXXXX", path);
	fd = mkstemp(f->beside);
	if (fd >= 0)
		f->out = fdopen(fd, "w");
	if (f->out != NULL)
		return true;
	write_failed(f, err);
	free(f->beside);
	*f = (struct new_file){.path = NULL};
	return false;
}

bool
new_file_add(struct new_file *f, const char *s, size_t n, struct error *err)
{
	return fwrite(s, 1, n, f->out) == n || write_failed(f, err);
}

static bool
close_synced(struct new_file *f)
{
	bool ok = fflush(f->out) == 0 && fsync(fileno(f->out)) == 0;
	int why = errno;

	ok = fclose(f->out) == 0 && ok;
	f->out = NULL;
	errno = ok ? errno : why;
	return ok;
}

/* link(2) and not rename(2): what came there meanwhile stays. */
bool
new_file_keep(struct new_file *f, struct error *err)
{
	bool is_file = f->beside != NULL;
	bool ok = is_file
		      ? close_synced(f) && link(f->beside, f->path) == 0 &&
			    unlink(f->beside) == 0 && file_sync_parent(f->path)
		      : fflush(f->out) == 0;

	if (!ok)
		write_failed(f, err);
	new_file_drop(f);
	return ok;
}

void
new_file_drop(struct new_file *f)
{
	if (f->out != NULL)
		fclose(f->out);
	if (f->beside != NULL)
		unlink(f->beside);
	free(f->beside);
	*f = (struct new_file){.path = NULL};
}
