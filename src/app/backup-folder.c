/* backup-folder.c -- a folder of backups: what lies in it, found and kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/backup-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/i18n.h"
#include "base/scratch.h"

#include "store/host.h"

const struct error_kind BACKUP_BUSY = {
    "backup-busy", EXIT_REGISTER,
    N_("another backup is being made in this folder")};
const struct error_kind BACKUP_ROOM = {
    "backup-room", EXIT_REGISTER,
    N_("there is not enough room on the disk; nothing was begun")};
const struct error_kind BACKUP_NONE = {"backup-none", EXIT_REGISTER,
				       N_("there is no backup here")};

/* A manifest has a line for each book of each year. */
enum { MANIFEST_MAX = 4 << 20, SIGNATURE_MAX = 4096 };

static const char unfinished[] = ".tmp-";

static char *
read_text(const char *folder, const char *name, size_t max, struct arena *a,
	  struct error *err)
{
	const char *path = arena_printf(a, "%s/%s", folder, name);
	struct text t = {0};
	char *copy = NULL;

	if (file_read(path, max, &t, err))
		copy = arena_strdup(a, text_str(&t));
	text_done(&t);
	return copy;
}

bool
backup_read(const char *path, struct arena *a, struct backup *b,
	    struct error *err)
{
	struct error none = {0};

	*b = (struct backup){.path = arena_strdup(a, path)};
	b->name = file_name_of(b->path);
	b->directory =
	    b->name > b->path + 1
		? arena_strndup(a, b->path, (size_t)(b->name - b->path) - 1)
		: "/";
	b->text = read_text(path, BACKUP_MANIFEST, MANIFEST_MAX, a, err);
	if (b->text == NULL)
		return false;
	b->signature =
	    read_text(path, BACKUP_SIGNATURE, SIGNATURE_MAX, a, &none);
	return manifest_parse(b->text, a, &b->manifest, err);
}

static int
newest_first(const void *a, const void *b)
{
	const struct backup *x = a, *y = b;

	if (x->manifest.made_at != y->manifest.made_at)
		return x->manifest.made_at < y->manifest.made_at ? 1 : -1;
	return -strcmp(x->name, y->name);
}

bool
backup_list(const char *directory, const unsigned char *uuid, struct arena *a,
	    struct backup_list *list, struct error *err)
{
	struct folder f;

	if (!folder_read(directory, a, &f, err))
		return false;
	list->at = arena_array(a, f.n, sizeof(*list->at));
	list->n = 0;
	for (size_t i = 0; i < f.n; i++) {
		struct backup *b = &list->at[list->n];
		struct error none = {0};

		if (f.at[i].is_folder && f.at[i].name[0] != '.' &&
		    strstr(f.at[i].name, BACKUP_FAULTY) == NULL &&
		    backup_read(
			arena_printf(a, "%s/%s", directory, f.at[i].name), a, b,
			&none) &&
		    (uuid == NULL ||
		     memcmp(uuid, b->manifest.uuid, ID_SIZE) == 0))
			list->n++;
	}
	if (list->n > 0)
		qsort(list->at, list->n, sizeof(*list->at), newest_first);
	return true;
}

static bool
has_manifest(const char *path, struct arena *a)
{
	return access(arena_printf(a, "%s/%s", path, BACKUP_MANIFEST), F_OK) ==
	       0;
}

/* A file in a backup stands for it. */
static const char *
folder_meant(const char *path, struct arena *a)
{
	char *whole = realpath(path, NULL);
	char *copy = arena_strdup(a, whole ? whole : path);
	struct stat sb;

	free(whole);
	if (stat(copy, &sb) == 0 && !S_ISDIR(sb.st_mode) &&
	    strrchr(copy, '/') != NULL)
		*strrchr(copy, '/') = '\0';
	return copy;
}

bool
backup_find(const char *path, struct arena *a, struct backup *b,
	    struct error *err)
{
	const char *folder = folder_meant(path, a);
	struct backup_list list;

	if (has_manifest(folder, a))
		return backup_read(folder, a, b, err);
	if (!backup_list(folder, NULL, a, &list, err))
		return false;
	if (list.n == 0)
		return error_set(err, &BACKUP_NONE, "%s", path);
	*b = list.at[0];
	return true;
}

/* ------------------------------------------------------------- alone in it */

static void
remove_unfinished(const char *directory)
{
	DIR *d = opendir(directory);
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL)
		if (strncmp(e->d_name, unfinished, strlen(unfinished)) == 0) {
			char *path = xasprintf("%s/%s", directory, e->d_name);

			scratch_remove(path);
			free(path);
		}
	if (d != NULL)
		closedir(d);
}

static bool
take_lock(struct backup_folder *f, struct error *err)
{
	char *path = xasprintf("%s/.lock", f->path);

	f->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (f->lock < 0)
		error_set(err, &FILE_WRITE, "%s: %s", path, error_words(errno));
	else if (flock(f->lock, LOCK_EX | LOCK_NB) != 0) {
		error_set(err, &BACKUP_BUSY, "%s", f->path);
		backup_folder_leave(f);
	}
	free(path);
	return f->lock >= 0;
}

bool
backup_folder_take(struct backup_folder *f, const char *path, struct error *err)
{
	char *inside = xasprintf("%s/.", path);
	bool ok;

	*f = (struct backup_folder){path, -1};
	ok = file_make_parents(inside, err) && take_lock(f, err);
	free(inside);
	if (ok)
		remove_unfinished(path);
	return ok;
}

void
backup_folder_leave(struct backup_folder *f)
{
	if (f->lock >= 0)
		close(f->lock);
	f->lock = -1;
}

bool
backup_room(const char *directory, long long bytes, struct error *err)
{
	int64_t room = host_room(directory);

	if (room < 0)
		return error_set(err, &BACKUP_ROOM, "%s: %s", directory,
				 error_words(errno));
	return room >= bytes ||
	       error_set(err, &BACKUP_ROOM,
			 _("%s has %s MB free, %s are needed"), directory,
			 DIGITS(room >> 20), DIGITS((bytes >> 20) + 1));
}

bool
backup_sync(const char *folder, struct error *err)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* Some file systems cannot sync a directory and need not. */
	bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);

	if (!ok)
		error_set(err, &FILE_WRITE, "%s: %s", folder,
			  error_words(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

char *
backup_file_path(const char *directory, const char *hex)
{
	return xasprintf("%s/files/%.2s/%s", directory, hex, hex + 2);
}
