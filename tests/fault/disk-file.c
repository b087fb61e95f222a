/* disk-file.c -- a file on a disk in memory: what is seen, what is safe */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fault/disk-file.h"

#include <stdlib.h>
#include <string.h>

#include "tests/fixture.h"

enum { SECTOR = 512 };

void
bytes_copy(struct text *to, const struct text *from)
{
	text_clear(to);
	text_add_n(to, text_str(from), from->n);
}

void
bytes_resize(struct text *t, size_t n)
{
	static const char zeros[4096];

	while (t->n < n)
		text_add_n(t, zeros,
			   n - t->n < sizeof(zeros) ? n - t->n : sizeof(zeros));
	if (t->n > n)
		text_remove(t, n, t->n - n);
}

static void
bytes_put(struct text *t, size_t at, const void *from, size_t n)
{
	if (t->n < at + n)
		bytes_resize(t, at + n);
	memcpy(t->s + at, from, n);
}

void
disk_file_forget(struct file *f)
{
	for (size_t i = 0; i < f->n_waiting; i++)
		free(f->waiting[i].bytes);
	f->n_waiting = 0;
}

static void
file_wait(struct file *f, size_t at, const void *from, size_t n)
{
	if (f->n_waiting == f->max_waiting) {
		f->max_waiting = f->max_waiting ? 2 * f->max_waiting : 64;
		f->waiting = xreallocarray(f->waiting, f->max_waiting,
					   sizeof(*f->waiting));
	}
	f->waiting[f->n_waiting] = (struct unsynced){at, n, NULL};
	if (n > 0) {
		f->waiting[f->n_waiting].bytes = xmalloc(n);
		memcpy(f->waiting[f->n_waiting].bytes, from, n);
	}
	f->n_waiting++;
}

void
disk_file_write(struct file *f, size_t at, const void *from, size_t n)
{
	bytes_put(&f->live, at, from, n);
	file_wait(f, at, from, n);
}

void
disk_file_truncate(struct file *f, size_t n)
{
	if (f->live.n > n)
		bytes_resize(&f->live, n);
	file_wait(f, n, NULL, 0);
}

void
disk_file_sync(struct file *f)
{
	for (size_t i = 0; i < f->n_waiting; i++) {
		const struct unsynced *w = &f->waiting[i];

		if (w->n > 0)
			bytes_put(&f->safe, w->at, w->bytes, w->n);
		else if (f->safe.n > w->at)
			bytes_resize(&f->safe, w->at);
	}
	disk_file_forget(f);
}

static bool
survives(uint64_t *seed)
{
	return fixture_draw(seed, 2) == 0;
}

/* Sector by sector. */
static void
file_tear(struct file *f, const struct unsynced *w, uint64_t *seed)
{
	size_t at = w->at, end = at + w->n;

	while (at < end) {
		size_t n = SECTOR - at % SECTOR;

		if (n > end - at)
			n = end - at;
		if (survives(seed))
			bytes_put(&f->safe, at, w->bytes + (at - w->at), n);
		at += n;
	}
}

void
disk_file_cut(struct file *f, uint64_t *seed)
{
	for (size_t i = 0; i < f->n_waiting; i++) {
		const struct unsynced *w = &f->waiting[i];

		if (w->n > 0)
			file_tear(f, w, seed);
		else if (survives(seed) && f->safe.n > w->at)
			bytes_resize(&f->safe, w->at);
	}
	if (!f->exists && f->safe.n > 0)
		f->exists = survives(seed);
	disk_file_forget(f);
}

void
disk_file_done(struct file *f)
{
	disk_file_forget(f);
	free(f->waiting);
	text_done(&f->live);
	text_done(&f->safe);
	*f = (struct file){0};
}
