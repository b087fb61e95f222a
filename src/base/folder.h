/* folder.h -- what lies in a folder, and paths as people type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

struct folder_entry {
	const char *name;
	bool is_folder;
	long long size; /* bytes */
	moment changed;
};
struct folder {
	struct folder_entry *at;
	size_t n;
};

/*
 * The regular files and the folders in it that may be read, under names that
 * are UTF-8: files first, the one changed last before the others, then the
 * folders by name.  "" is the folder one stands in.  Fails with ERROR_IO; all
 * in the arena.
 */
bool folder_read(const char *path, struct arena *a, struct folder *f,
		 struct error *err) MUST_CHECK;

/* Where the last part of a path begins: behind its last '/'. */
size_t path_last(const char *path);
/* A path with "~" or "~/" at its beginning written out, or the other way
   round; home NULL or "": as it is.  In the arena. */
const char *path_expand(const char *path, const char *home, struct arena *a);
const char *path_shorten(const char *path, const char *home, struct arena *a);

#endif
