/* files.c -- the attached files of a whole register, to a folder and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/files.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"

#include "store/attach.h"

struct kept_file {
	const char *digest;
	int64_t size;
};

typedef bool (*file_fn)(struct store *st, const char *hex, const char *folder,
			bool *is_there, struct error *err);

/* Is it there, and what its name says? */
static bool
is_whole(const char *path, const char *hex)
{
	struct file_info info;
	struct error no = {0};
	char is[HEX_SIZE];

	if (!file_inspect(path, &info, &no))
		return false;
	hex_of(info.digest, DIGEST_SIZE, is);
	return strcmp(is, hex) == 0;
}

static char *
path_in(const char *folder, const char *hex)
{
	return xasprintf("%s/%.2s/%s", folder, hex, hex + 2);
}

static bool
copy_out(struct store *st, const char *hex, const char *folder, bool *is_there,
	 struct error *err)
{
	char *from = attach_path(st, hex), *to = path_in(folder, hex);
	bool ok = true;

	*is_there = is_whole(from, hex);
	if (*is_there)
		ok = file_make_parents(to, err) && file_copy(from, to, err);
	free(from);
	free(to);
	return ok;
}

static bool
copy_in(struct store *st, const char *hex, const char *folder, bool *is_there,
	struct error *err)
{
	char *from = folder ? path_in(folder, hex) : attach_path(st, hex);
	struct file_info info;
	bool ok = true;

	*is_there = is_whole(from, hex);
	if (*is_there && folder != NULL)
		ok = attach_copy(st, from, &info, err);
	free(from);
	return ok;
}

static bool
each_file(struct store *st, const char *folder, file_fn copy,
	  struct files_told *told, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct kept_file, digest, FIELD_TEXT),
	    FIELD(struct kept_file, size, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct kept_file), fields};
	struct arena a = {0};
	struct kept_file *at;
	size_t n;
	bool ok = query_rows(st, QUERY_ATTACHMENTS_KEPT, NULL, &type, &a, &at,
			     &n, err);

	*told = (struct files_told){0};
	for (size_t i = 0; ok && i < n; i++) {
		bool is_there = false;

		ok = copy(st, at[i].digest, folder, &is_there, err);
		told->copied += is_there;
		told->missing += !is_there;
	}
	arena_done(&a);
	return ok;
}

bool
files_copy_out(struct store *st, const char *folder, struct files_told *told,
	       struct error *err)
{
	return each_file(st, folder, copy_out, told, err);
}

bool
files_copy_in(struct store *st, const char *folder, struct files_told *told,
	      struct error *err)
{
	return each_file(st, folder, copy_in, told, err);
}
