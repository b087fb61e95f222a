/* scratch.c -- a directory for files that are gone again soon */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/scratch.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

char *
scratch_make(const char *where, struct error *err)
{
	char *absolute = realpath(where, NULL);
	char *path =
	    xasprintf("%s/saraban-XXXXXX", absolute != NULL ? absolute : where);

	free(absolute);
	if (mkdtemp(path) != NULL)
		return path;
	error_set(err, &ERROR_IO, "%s: %s", path, error_words(errno));
	free(path);
	return NULL;
}

static int
remove_one(const char *path, const struct stat *sb, int type, struct FTW *ftw)
{
	(void)sb;
	(void)type;
	(void)ftw;
	return remove(path);
}

void
scratch_remove(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void
scratch_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGHUP);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGTERM);
}

bool
scratch_begin(struct scratch *s, const char *where, struct error *err)
{
	sigset_t ending;

	scratch_signals(&ending);
	sigprocmask(SIG_BLOCK, &ending, &s->before);
	s->path = scratch_make(where, err);
	if (s->path != NULL)
		return true;
	sigprocmask(SIG_SETMASK, &s->before, NULL);
	return false;
}

char *
scratch_write(const struct scratch *s, const char *name, const char *bytes,
	      size_t n, struct error *err)
{
	char *path = xasprintf("%s/%s", s->path, name);
	FILE *out = fopen(path, "wxe");
	bool ok = out != NULL && fwrite(bytes, 1, n, out) == n;

	if (out != NULL && fclose(out) != 0)
		ok = false;
	if (ok)
		return path;
	error_set(err, &ERROR_IO, "%s: %s", path, error_words(errno));
	free(path);
	return NULL;
}

void
scratch_end(struct scratch *s)
{
	if (s->path == NULL)
		return;
	scratch_remove(s->path);
	free(s->path);
	s->path = NULL;
	sigprocmask(SIG_SETMASK, &s->before, NULL);
}
