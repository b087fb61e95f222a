/* again.c -- a register made once more from its own text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/again.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "model/register-text.h"
#include "model/replay.h"

#include "tests/server.h"

static bool
keep_line(void *ctx, const char *line, size_t n, struct error *err)
{
	(void)err;
	text_add_n(ctx, line, n);
	text_add(ctx, "\n");
	return true;
}

static void
must(bool ok, const struct error *err)
{
	if (ok)
		return;
	fprintf(stderr, "%s: %s\n", err->kind->name, err->detail);
	abort();
}

bool
again_words(struct store *st, struct text *out, struct error *err)
{
	struct arena a = {0};
	struct text_end end;
	bool ok = register_text_write(st, &text_scope_whole, keep_line, out, &a,
				      &end, err);

	arena_done(&a);
	return ok;
}

char *
again_text(const char *path)
{
	struct error err = {0};
	struct store *st = store_open(path, STORE_WRITE, &err);
	struct text all = {0};

	must(st != NULL, &err);
	must(again_words(st, &all, &err), &err);
	store_close(st);
	return text_take(&all);
}

/* A file without a name, in memory. */
static char *
file_of(const char *text, size_t n, int *fd)
{
	*fd = memfd_create("text", MFD_CLOEXEC);
	if (*fd < 0 || write(*fd, text, n) != (ssize_t)n)
		abort();
	return xasprintf("/proc/self/fd/%d", *fd);
}

bool
again_take(struct store *st, const char *text, size_t n, struct error *err)
{
	struct arena a = {0};
	struct text_end end;
	int fd;
	char *file = file_of(text, n, &fd);
	bool ok;

	must(store_begin_write(st, err), err);
	ok = register_text_read(st, file, &a, &end, err);
	if (ok)
		ok = store_commit(st, err);
	else
		store_rollback(st);
	arena_done(&a);
	close(fd);
	free(file);
	return ok;
}

bool
again_import(const char *path, const char *text, size_t n, struct error *err)
{
	struct store *st =
	    path ? store_open(path, STORE_NEW, err) : store_open_scratch(err);
	bool ok;

	must(st != NULL, err);
	ok = again_take(st, text, n, err);
	if (ok || path == NULL)
		store_close(st);
	else
		store_discard(st);
	return ok;
}

/* The findings of a comparison of both, table by table. */
static size_t
differences(const char *path, const char *other)
{
	struct error err = {0};
	struct arena a = {0};
	struct check_report report = {0};
	struct store *is = store_open(path, STORE_WRITE, &err);
	struct store *should = store_open(other, STORE_WRITE, &err);
	size_t n;

	must(is != NULL && should != NULL, &err);
	must(replay_compare(is, should, &a, &report, &err), &err);
	n = report.n;
	must(check_register(should, &a, &report, &err), &err);
	n += report.n;
	for (size_t i = 0; i < report.n; i++)
		/* Files lie beside the other one. */
		if (strcmp(report.at[i].code, "attachments") == 0)
			n--;
		else
			fprintf(stderr, "# made again: %s\n",
				report.at[i].text);
	store_close(is);
	store_close(should);
	arena_done(&a);
	return n;
}

bool
again_is_same(const struct fixture *f)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-gate",
					   "-next"};
	char *path = fixture_new_register(f->directory, "again.db");
	char *text = again_text(f->path), *again = NULL;
	struct error err = {0};
	bool same = again_import(path, text, strlen(text), &err);

	if (!same) {
		fprintf(stderr, "# not made again: %s\n", err.detail);
	} else {
		again = again_text(path);
		same =
		    strcmp(text, again) == 0 && differences(f->path, path) == 0;
	}
	if (server_is_used())
		server_drop(path);
	for (size_t i = 0; !server_is_used() && i < ARRAY_SIZE(ends); i++) {
		char *file = xasprintf("%s%s", path, ends[i]);

		unlink(file);
		free(file);
	}
	free(text);
	free(again);
	free(path);
	return same;
}
