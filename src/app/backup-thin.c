/* backup-thin.c -- old backups go, and the files that only they needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/i18n.h"
#include "base/scratch.h"

#include "app/backup-folder.h"

/* A list of a million attached files. */
enum { LIST_MAX = 100 << 20 };

/* Half a backup must never pass for one: it loses its name first. */
static bool
remove_backup(const struct backup *b, struct error *err)
{
	char *hidden = xasprintf("%s/.tmp-%s", b->directory, b->name);
	bool ok = rename(b->path, hidden) == 0;

	if (ok)
		scratch_remove(hidden);
	else
		error_set(err, &FILE_WRITE, "%s: %s", b->path,
			  error_words(errno));
	free(hidden);
	return ok;
}

/* ------------------------------------------- files that are named no more */

/* Digests in hexadecimal, each of HEX_SIZE bytes, one behind the other. */
struct named {
	struct text all;
	size_t n;
};

static int
by_digest(const void *a, const void *b)
{
	return strcmp(a, b);
}

static bool
add_named(struct named *named, const char *path, struct error *err)
{
	struct text t = {0};
	bool ok = file_read(path, LIST_MAX, &t, err);
	const char *line = text_str(&t);

	while (ok && strlen(line) >= HEX_SIZE - 1) {
		text_add_n(&named->all, line, HEX_SIZE - 1);
		text_add_n(&named->all, "", 1);
		named->n++;
		line += strcspn(line, "\n");
		line += *line == '\n';
	}
	text_done(&t);
	return ok;
}

static bool
is_named(const struct named *named, const char *first, const char *rest)
{
	char hex[HEX_SIZE];

	if (strlen(first) != 2 || strlen(rest) != HEX_SIZE - 3)
		return true; /* no file of ours */
	snprintf(hex, sizeof(hex), "%.2s%.62s", first, rest);
	return named->n > 0 && bsearch(hex, named->all.s, named->n, HEX_SIZE,
				       by_digest) != NULL;
}

static void
remove_unnamed_in(const char *files, const char *first,
		  const struct named *named)
{
	char *folder = xasprintf("%s/%s", files, first);
	DIR *d = opendir(folder);
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL) {
		char *path = xasprintf("%s/%s", folder, e->d_name);

		if (!is_named(named, first, e->d_name))
			unlink(path);
		free(path);
	}
	if (d != NULL)
		closedir(d);
	free(folder);
}

static void
remove_unnamed(const char *directory, const struct named *named)
{
	char *files = xasprintf("%s/files", directory);
	DIR *d = opendir(files);
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL)
		if (e->d_name[0] != '.')
			remove_unnamed_in(files, e->d_name, named);
	if (d != NULL)
		closedir(d);
	free(files);
}

/* Of every register whose backups lie here, and of what is hardly a backup
   any more, too.  A list that cannot be read names we do not know what: then
   nothing goes. */
static bool
thin_files(const char *directory, struct error *err)
{
	struct named named = {{0}, 0};
	struct arena a = {0};
	struct folder f;
	bool ok = folder_read(directory, &a, &f, err);

	for (size_t i = 0; ok && i < f.n; i++) {
		const char *list = arena_printf(&a, "%s/%s/" BACKUP_LIST,
						directory, f.at[i].name);

		if (f.at[i].is_folder && access(list, F_OK) == 0)
			ok = add_named(&named, list, err);
	}
	if (ok) {
		if (named.n > 0)
			qsort(named.all.s, named.n, HEX_SIZE, by_digest);
		remove_unnamed(directory, &named);
	}
	text_done(&named.all);
	arena_done(&a);
	return ok;
}

static bool
is_spared(const struct backup *b, const char *spared)
{
	return spared != NULL && strcmp(b->manifest.id, spared) == 0;
}

static bool
thin_backups(const struct backup_list *list, const struct keep_rules *rules,
	     const char *spared, struct arena *a, int64_t *removed,
	     struct error *err)
{
	moment *at = arena_array(a, list->n, sizeof(*at));
	bool *kept = arena_array(a, list->n, sizeof(*kept));

	for (size_t i = 0; i < list->n; i++)
		at[i] = list->at[i].manifest.made_at;
	keep_choose(at, list->n, rules, kept);
	for (size_t i = 0; i < list->n; i++) {
		if (kept[i] || is_spared(&list->at[i], spared))
			continue;
		if (!remove_backup(&list->at[i], err))
			return false;
		(*removed)++;
	}
	return true;
}

bool
backup_folder_thin(const struct backup_folder *f, const unsigned char *uuid,
		   const struct keep_rules *rules, const char *spared,
		   int64_t *removed, struct error *err)
{
	struct arena a = {0};
	struct backup_list list;
	bool ok = backup_list(f->path, uuid, &a, &list, err);

	*removed = 0;
	ok = ok && thin_backups(&list, rules, spared, &a, removed, err);
	if (ok && *removed > 0)
		ok = thin_files(f->path, err);
	arena_done(&a);
	return ok;
}
