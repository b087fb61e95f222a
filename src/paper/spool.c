/* spool.c -- strips in order, until it is known how many pages they fill */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper/spool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

enum { HELD_MOST = 1024 * 1024 };

void
spool_begin(struct spool *s, const char *folder)
{
	*s = (struct spool){.folder = folder};
	digest_start(&s->digest);
}

static bool
failed(const struct spool *s, struct error *err)
{
	return error_set(err, &FILE_WRITE, "%s: %s", s->folder,
			 error_words(errno));
}

/* A file that has no name any more. */
static bool
open_file(struct spool *s, struct error *err)
{
	char *path = xasprintf("%s/saraban-pages-XXXXXX", s->folder);
	int fd = mkstemp(path);

	if (fd >= 0) {
		unlink(path);
		s->file = fdopen(fd, "w+");
	}
	free(path);
	return s->file != NULL || failed(s, err);
}

static bool
flush(struct spool *s, struct error *err)
{
	if (s->file == NULL && !open_file(s, err))
		return false;
	if (fwrite(s->held.s, 1, s->held.n, s->file) != s->held.n)
		return failed(s, err);
	text_clear(&s->held);
	return true;
}

static void
put(struct spool *s, const void *bytes, size_t n)
{
	text_add_n(&s->held, bytes, n);
	digest_add(&s->digest, bytes, n);
}

/* Field by field: what lies between the fields of a struct is anything. */
static void
put_figure(struct spool *s, const struct figure *i)
{
	size_t n = i->words != NULL ? strlen(i->words) + 1 : 0;

	put(s, &i->kind, sizeof(i->kind));
	put(s, &i->style, sizeof(i->style));
	put(s, &i->x, sizeof(i->x));
	put(s, &i->y, sizeof(i->y));
	put(s, &i->w, sizeof(i->w));
	put(s, &i->h, sizeof(i->h));
	put(s, &n, sizeof(n));
	put(s, i->words, n);
}

bool
spool_add(struct spool *s, const struct strip *strip, struct error *err)
{
	put(s, &strip->flags, sizeof(strip->flags));
	put(s, &strip->height, sizeof(strip->height));
	put(s, &strip->group, sizeof(strip->group));
	put(s, &strip->n, sizeof(strip->n));
	for (size_t i = 0; i < strip->n; i++)
		put_figure(s, &strip->figures[i]);
	return s->held.n < HELD_MOST || flush(s, err);
}

bool
spool_rewind(struct spool *s, unsigned char digest[DIGEST_SIZE],
	     struct error *err)
{
	digest_end(&s->digest, digest);
	s->at = 0;
	if (s->file == NULL)
		return true;
	if (!flush(s, err))
		return false;
	return fseek(s->file, 0, SEEK_SET) == 0 || failed(s, err);
}

/* 0 bytes where it ends. */
static size_t
take(struct spool *s, void *out, size_t n)
{
	size_t left = s->held.n - s->at;

	if (s->file != NULL)
		return fread(out, 1, n, s->file);
	n = n < left ? n : left;
	if (n > 0)
		memcpy(out, s->held.s + s->at, n);
	s->at += n;
	return n;
}

static bool
take_figure(struct spool *s, struct arena *a, struct figure *i)
{
	size_t n;
	char *words = NULL;
	bool ok = take(s, &i->kind, sizeof(i->kind)) == sizeof(i->kind) &&
		  take(s, &i->style, sizeof(i->style)) == sizeof(i->style) &&
		  take(s, &i->x, sizeof(i->x)) == sizeof(i->x) &&
		  take(s, &i->y, sizeof(i->y)) == sizeof(i->y) &&
		  take(s, &i->w, sizeof(i->w)) == sizeof(i->w) &&
		  take(s, &i->h, sizeof(i->h)) == sizeof(i->h) &&
		  take(s, &n, sizeof(n)) == sizeof(n);

	if (ok && n > 0) {
		words = arena_array(a, n, 1);
		ok = take(s, words, n) == n;
	}
	i->words = words;
	return ok;
}

bool
spool_next(struct spool *s, struct arena *a, struct strip *strip, bool *more,
	   struct error *err)
{
	struct figure *figures;
	bool ok;

	*more = take(s, &strip->flags, sizeof(strip->flags)) > 0;
	if (!*more)
		return s->file == NULL || !ferror(s->file) || failed(s, err);
	ok = take(s, &strip->height, sizeof(strip->height)) ==
		 sizeof(strip->height) &&
	     take(s, &strip->group, sizeof(strip->group)) ==
		 sizeof(strip->group) &&
	     take(s, &strip->n, sizeof(strip->n)) == sizeof(strip->n);
	strip->n = ok ? strip->n : 0;
	strip->figures = figures = arena_array(a, strip->n, sizeof(*figures));
	for (size_t i = 0; ok && i < strip->n; i++)
		ok = take_figure(s, a, &figures[i]);
	return ok || failed(s, err);
}

void
spool_done(struct spool *s)
{
	if (s->file != NULL)
		fclose(s->file);
	text_done(&s->held);
	*s = (struct spool){0};
}
