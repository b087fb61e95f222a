/* folder.c -- what lies in a folder, and paths as people type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

/* A moment counts microseconds. */
static moment
moment_of(struct timespec t)
{
	return (moment)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* False for what is no letter's file: a device, a file of others, a name
   that nobody can type. */
static bool
inspect(int folder, const char *name, struct folder_entry *e)
{
	struct stat st;

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
	    utf8_fault(name, strlen(name)) >= 0 ||
	    fstatat(folder, name, &st, 0) != 0)
		return false;
	*e = (struct folder_entry){
	    .is_folder = S_ISDIR(st.st_mode),
	    .size = st.st_size,
	    .changed = moment_of(st.st_mtim),
	};
	return (S_ISREG(st.st_mode) || e->is_folder) &&
	       faccessat(folder, name, e->is_folder ? X_OK : R_OK, 0) == 0;
}

static int
compare(const void *a, const void *b)
{
	const struct folder_entry *x = a, *y = b;

	if (x->is_folder != y->is_folder)
		return x->is_folder - y->is_folder;
	if (!x->is_folder && x->changed != y->changed)
		return x->changed < y->changed ? 1 : -1;
	return strcmp(x->name, y->name);
}

/* Grows by doubling; what was outgrown goes with the arena. */
static void
add(struct folder *f, size_t *max, const struct folder_entry *e,
    struct arena *a)
{
	if (f->n == *max) {
		*max = *max ? 2 * *max : 64;
		struct folder_entry *at = arena_array(a, *max, sizeof(*at));
		if (f->n > 0)
			memcpy(at, f->at, f->n * sizeof(*at));
		f->at = at;
	}
	f->at[f->n++] = *e;
}

bool
folder_read(const char *path, struct arena *a, struct folder *f,
	    struct error *err)
{
	DIR *dir = opendir(*path ? path : ".");
	struct folder_entry e;
	struct dirent *d;
	size_t max = 0;

	*f = (struct folder){0};
	if (!dir)
		return error_set(err, &ERROR_IO, "%s: %s", path,
				 error_words(errno));
	while ((d = readdir(dir)) != NULL)
		if (inspect(dirfd(dir), d->d_name, &e)) {
			e.name = arena_strdup(a, d->d_name);
			add(f, &max, &e, a);
		}
	closedir(dir);
	if (f->n > 0)
		qsort(f->at, f->n, sizeof(*f->at), compare);
	return true;
}

size_t
path_last(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

const char *
path_expand(const char *path, const char *home, struct arena *a)
{
	if (!home || !*home || path[0] != '~' || (path[1] && path[1] != '/'))
		return arena_strdup(a, path);
	return arena_printf(a, "%s%s", home, path + 1);
}

const char *
path_shorten(const char *path, const char *home, struct arena *a)
{
	size_t n = home ? strlen(home) : 0;

	if (n == 0 || strncmp(path, home, n) != 0 ||
	    (path[n] && path[n] != '/'))
		return arena_strdup(a, path);
	return arena_printf(a, "~%s", path + n);
}
