/* modes.c -- may anybody else use the register, its keys, files and drafts? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/modes.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"

#include "store/store.h"

/* What lies beside a register, behind its name. */
static const struct {
	const char *end;
	mode_t type;
} ends[] = {
    {"", S_IFREG},        {"-wal", S_IFREG},    {"-shm", S_IFREG},
    {"-gate", S_IFREG},   {"-next", S_IFREG},   {"-key", S_IFREG},
    {"-mark", S_IFREG},   {"-secret", S_IFREG}, {"-files", S_IFDIR},
    {"-drafts", S_IFDIR}, {"-pins", S_IFDIR},
};

struct looking {
	struct arena *a;
	struct modes *found;
	bool whole;
};

static void
add(struct looking *l, const char *path, bool is_bad, const char *says,
    const char *advice)
{
	struct modes *m = l->found;

	if (m->n < MODES_MAX)
		m->at[m->n++] = (struct modes_fault){
		    .path = arena_strdup(l->a, path),
		    .says = says,
		    .advice = advice ? arena_printf(l->a, "%s %s", advice, path)
				     : NULL,
		    .is_bad = is_bad,
		};
}

static void
look_at(struct looking *l, const char *path, const struct stat *sb, mode_t type)
{
	if ((sb->st_mode & S_IFMT) != type)
		add(l, path, true,
		    arena_printf(
			l->a,
			_("%s is no plain file or folder, as it should be"),
			path),
		    NULL);
	else if (sb->st_mode & (S_IRWXG | S_IRWXO))
		add(l, path, true,
		    arena_printf(l->a, _("others may use %s"), path),
		    "chmod go=");
	else if (sb->st_uid != geteuid())
		add(l, path, false,
		    arena_printf(l->a, _("%s is another account's"), path),
		    NULL);
}

/* Files lie at most one folder deeper (-files/ab/...). */
static void
look_into(struct looking *l, const char *folder, int deeper)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	struct stat sb;

	while (dir != NULL && l->found->n < MODES_MAX &&
	       (entry = readdir(dir)) != NULL) {
		char *path = xasprintf("%s/%s", folder, entry->d_name);
		bool is_own = strcmp(entry->d_name, ".") != 0 &&
			      strcmp(entry->d_name, "..") != 0 &&
			      lstat(path, &sb) == 0;
		bool is_folder = is_own && S_ISDIR(sb.st_mode) && deeper > 0;

		if (is_own)
			look_at(l, path, &sb, is_folder ? S_IFDIR : S_IFREG);
		if (is_folder)
			look_into(l, path, deeper - 1);
		free(path);
	}
	if (dir != NULL)
		closedir(dir);
}

/* Who may write there can put another register in the place of this one; the
   sticky bit keeps him from it. */
static void
look_at_folder(struct looking *l, const char *register_path)
{
	const char *slash = strrchr(register_path, '/');
	size_t n = slash != NULL ? (size_t)(slash - register_path) : 0;
	const char *folder = slash == NULL ? "."
			     : n == 0      ? "/"
				      : arena_strndup(l->a, register_path, n);
	struct stat sb;

	if (stat(folder, &sb) != 0 || !S_ISDIR(sb.st_mode))
		return;
	if (sb.st_mode & (S_IWGRP | S_IWOTH) && !(sb.st_mode & S_ISVTX))
		add(l, folder, true,
		    arena_printf(l->a, _("others may write into %s"), folder),
		    "chmod go-w");
	else if (l->whole && sb.st_mode & (S_IRWXG | S_IRWXO))
		add(l, folder, false,
		    arena_printf(l->a, _("others may look into %s"), folder),
		    "chmod go=");
}

void
modes_look(const char *beside, bool whole, struct arena *a, struct modes *found)
{
	struct looking l = {a, found, whole};
	struct stat sb;

	found->n = 0;
	found->at = arena_array(a, MODES_MAX, sizeof(*found->at));
	look_at_folder(&l, beside);
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
		const char *path = arena_printf(a, "%s%s", beside, ends[i].end);

		if (lstat(path, &sb) != 0)
			continue;
		look_at(&l, path, &sb, ends[i].type);
		if (whole && S_ISDIR(sb.st_mode))
			look_into(&l, path, 1);
	}
}

/* Of a register at a server the mark is a file. */
static bool
is_own(const char *beside, struct arena *a)
{
	struct stat sb;

	return (stat(beside, &sb) == 0 ||
		stat(arena_printf(a, "%s-mark", beside), &sb) == 0) &&
	       sb.st_uid == geteuid();
}

const struct modes_fault *
modes_first_bad(const char *where, struct arena *a)
{
	char *beside = store_beside_at(where);
	struct modes found = {0};
	const struct modes_fault *fault;

	if (is_own(beside, a))
		modes_look(beside, false, a, &found);
	free(beside);
	for (fault = found.at; fault < found.at + found.n; fault++)
		if (fault->is_bad)
			return fault;
	return NULL;
}
