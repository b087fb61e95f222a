/* backup-make.c -- a backup is copied, looked at, packed, and given its name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/pack.h"
#include "base/scratch.h"

#include "store/attach.h"

#include "model/register-text.h"
#include "model/seal.h"

#include "app/backup.h"

/* Tenths of the register's size: the copy, the packed one, and room to unpack
   it again. */
enum { ROOM_TENTHS = 22 };

struct making {
	struct session *s;
	struct arena *arena;
	struct backup_folder folder;
	struct backup_made *made;
	struct backup *b;
	char *tmp; /* DIRECTORY/.tmp-NAME */
};

static const char *
in_tmp(struct making *k, const char *name)
{
	return arena_printf(k->arena, "%s/%s", k->tmp, name);
}

static long long
size_of(const char *path, const char *ending)
{
	char *whole = xasprintf("%s%s", path, ending);
	struct stat sb;
	long long size = stat(whole, &sb) == 0 ? sb.st_size : 0;

	free(whole);
	return size;
}

long long
backup_size(const char *register_path)
{
	return size_of(register_path, "") + size_of(register_path, "-wal");
}

/* ------------------------------------------------------- attached files */

struct filing {
	struct making *k;
	struct text list;
};

/* Whether it lies there already, whole. */
static bool
is_kept(const char *path, const char *hex)
{
	struct file_info info;
	struct error none = {0};
	char is[HEX_SIZE];

	if (access(path, F_OK) != 0 || !file_inspect(path, &info, &none))
		return false;
	hex_of(info.digest, DIGEST_SIZE, is);
	return strcmp(is, hex) == 0;
}

static bool
copy_file(struct making *k, const char *hex, const char *to, int64_t size,
	  struct error *err)
{
	char *from = attach_path(k->s->store, hex);
	bool ok;

	/* One that rotted in the backup is made anew from the good one. */
	unlink(to);
	ok = backup_room(k->folder.path, size, err) &&
	     file_make_parents(to, err) && file_copy(from, to, err);
	free(from);
	k->made->new_files++;
	k->made->new_bytes += size;
	return ok;
}

static bool
file_it(void *ctx, const struct row *row, struct error *err)
{
	struct filing *f = ctx;
	struct manifest *m = &f->k->b->manifest;
	char hex[HEX_SIZE];
	size_t n;
	const char *s = row_bytes(row, 0, &n);
	int64_t size = row_int(row, 1);
	char *to;
	bool ok;

	snprintf(hex, sizeof(hex), "%.*s", (int)n, s);
	to = backup_file_path(f->k->folder.path, hex);
	ok = is_kept(to, hex) || copy_file(f->k, hex, to, size, err);
	free(to);
	text_printf(&f->list, "%s  files/%.2s/%s\n", hex, hex, hex + 2);
	m->n_files++;
	m->file_bytes += size;
	return ok;
}

/* Those that the copy names, not those that were attached meanwhile. */
static bool
copy_files(struct making *k, struct store *copy, struct error *err)
{
	struct filing f = {.k = k};
	const char *path = in_tmp(k, BACKUP_LIST);
	bool ok =
	    query_each(copy, QUERY_ATTACHMENTS_KEPT, NULL, file_it, &f, err) &&
	    file_write(text_str(&f.list), f.list.n, path, err);

	text_done(&f.list);
	return ok;
}

/* ------------------------------------------------------------- the copy */

static bool
fill_manifest(struct making *k, struct store *copy, struct error *err)
{
	struct manifest *m = &k->b->manifest, had = *m;

	if (!manifest_read_store(copy, k->arena, m, err))
		return false;
	memcpy(m->id, had.id, sizeof(m->id));
	m->made_at = had.made_at;
	return copy_files(k, copy, err);
}

/* How much of it is wrong is not told here: `check' does. */
static bool
look_at_copy(struct making *k, const char *path, struct error *err)
{
	struct store *copy = store_open(path, STORE_STILL, err);
	bool ok;

	if (copy == NULL)
		return false;
	ok = fill_manifest(k, copy, err) && backup_prove(copy, k->b, err);
	store_close(copy);
	return ok;
}

static void
describe(const char *name, const struct file_info *info,
	 struct manifest_file *f)
{
	*f = (struct manifest_file){.name = name, .size = info->size};
	hex_of(info->digest, DIGEST_SIZE, f->digest);
}

static bool
pack_it(struct making *k, const char *whole, struct error *err)
{
	struct manifest *m = &k->b->manifest;
	const char *packed =
	    arena_printf(k->arena, BACKUP_WHOLE "%s", pack_ending);
	struct file_info is, is_packed, is_list;

	if (!pack_file(whole, in_tmp(k, packed), &is, &is_packed, err) ||
	    !file_inspect(in_tmp(k, BACKUP_LIST), &is_list, err))
		return false;
	describe(BACKUP_WHOLE, &is, &m->whole);
	describe(packed, &is_packed, &m->packed);
	describe(BACKUP_LIST, &is_list, &m->list);
	return true;
}

/* From what will lie there, back to what was copied. */
static bool
restore_once(struct making *k, struct error *err)
{
	const char *again = in_tmp(k, "again");
	struct backup there = *k->b;
	struct store *st = NULL;
	struct arena a = {0};
	struct manifest is;
	bool ok;

	there.path = k->tmp;
	ok = backup_unpack(&there, again, err) &&
	     (st = store_open(again, STORE_STILL, err)) != NULL &&
	     manifest_read_store(st, &a, &is, err);
	if (ok && !manifest_agrees(&is, &k->b->manifest))
		ok = error_set(err, &BACKUP_DAMAGED, "%s", again);
	store_close(st);
	unlink(again);
	arena_done(&a);
	return ok;
}

/* Without a key it is worth having all the same, and said to be unsigned. */
static bool
sign_it(struct making *k, struct error *err)
{
	struct text signature = {0};
	struct error why = {0};
	bool ok = true;

	k->made->is_signed = seal_sign(
	    k->s->store, k->b->text, strlen(k->b->text),
	    arena_printf(k->arena, "saraban backup %s", k->b->manifest.id),
	    &signature, &why);
	if (k->made->is_signed)
		ok = file_write(signature.s, signature.n,
				in_tmp(k, BACKUP_SIGNATURE), err);
	text_done(&signature);
	return ok;
}

static bool
write_manifest(struct making *k, struct error *err)
{
	unsigned char digest[DIGEST_SIZE];
	struct text t = {0};
	bool ok;

	manifest_write(&k->b->manifest, &t);
	k->b->text = arena_strdup(k->arena, t.s);
	digest_of(t.s, t.n, digest);
	hex_of(digest, DIGEST_SIZE, k->made->digest);
	ok = file_write(t.s, t.n, in_tmp(k, BACKUP_MANIFEST), err);
	text_done(&t);
	return ok && sign_it(k, err);
}

/* ------------------------------------------------------------- its name */

static bool
name_it(struct making *k, const char *ending, struct error *err)
{
	char *to = xasprintf("%s%s", k->b->path, ending);
	bool ok = backup_sync(k->tmp, err);

	if (ok && rename(k->tmp, to) != 0)
		ok = error_set(err, &FILE_WRITE, "%s: %s", to,
			       error_words(errno));
	free(to);
	return ok && backup_sync(k->folder.path, err);
}

/* It may be all that is left of the register. */
static bool
keep_faulty(struct making *k, struct error *err)
{
	struct error none = {0}, *why = err;

	if ((why->kind == &BACKUP_FAULTS || why->kind == &BACKUP_INCOMPLETE) &&
	    !name_it(k, BACKUP_FAULTY, &none))
		scratch_remove(k->tmp);
	return false;
}

static bool
copy_file_of(const char *from, const char *to, struct error *err)
{
	struct store *st = store_open(from, STORE_READ, err);
	bool ok = st != NULL && store_copy(st, to, err);

	store_close(st);
	return ok;
}

/* What lies in a server goes, event by event, into a file, and that is copied
   as any other: it is restored like any other, too. */
static bool
copy_whole(struct making *k, const char *to, struct error *err)
{
	const char *played = in_tmp(k, "played");

	if (!store_is_server(k->s->store))
		return store_copy(k->s->store, to, err);
	return register_text_into(k->s->store, played, err) &&
	       copy_file_of(played, to, err) && store_unlink(played, err);
}

static bool
make_in_tmp(struct making *k, struct error *err)
{
	const char *whole = in_tmp(k, "copy");
	bool ok = copy_whole(k, whole, err) &&
		  (look_at_copy(k, whole, err) || keep_faulty(k, err)) &&
		  pack_it(k, whole, err);

	if (ok && unlink(whole) != 0)
		ok = error_set(err, &FILE_WRITE, "%s", whole);
	return ok && restore_once(k, err) && write_manifest(k, err) &&
	       name_it(k, "", err);
}

/* "2026-11-21T193000-1f09ab34": in the order of time by name, too. */
static void
choose_name(struct making *k)
{
	struct backup *b = k->b;
	unsigned char id[ID_SIZE];
	struct text day = {0};
	int hour, minute, second;

	random_bytes(id, sizeof(id));
	hex_of(id, sizeof(id), b->manifest.id);
	b->manifest.made_at = session_now(k->s);
	text_add_iso_date(&day, moment_date(b->manifest.made_at));
	moment_time(b->manifest.made_at, &hour, &minute, &second);
	b->name = arena_printf(k->arena, "%sT%02d%02d%02d-%.8s", day.s, hour,
			       minute, second, b->manifest.id);
	b->directory = k->folder.path;
	b->path = arena_printf(k->arena, "%s/%s", b->directory, b->name);
	k->tmp = arena_printf(k->arena, "%s/.tmp-%s", b->directory, b->name);
	text_done(&day);
}

/* Old ones go, but not the one that the register goes on from. */
static bool
thin(struct making *k, const struct keep_rules *rules, struct error *err)
{
	struct restored {
		const char *id;
	} restored = {NULL};
	static const struct field fields[] = {
	    FIELD(struct restored, id, FIELD_TEXT), {0}};
	static const struct row_type type = {sizeof(struct restored), fields};
	bool found;

	return query_row(k->s->store, QUERY_BACKUP_RESTORED, NULL, &type,
			 k->arena, &restored, &found, err) &&
	       backup_folder_thin(&k->folder, k->b->manifest.uuid, rules,
				  restored.id, &k->made->removed, err);
}

static bool
make(struct making *k, const struct keep_rules *rules, struct error *err)
{
	long long needed =
	    backup_size(store_path(k->s->store)) * ROOM_TENTHS / 10;

	if (!backup_room(k->folder.path, needed, err))
		return false;
	choose_name(k);
	if (mkdir(k->tmp, 0700) != 0)
		return error_set(err, &FILE_WRITE, "%s: %s", k->tmp,
				 error_words(errno));
	if (!make_in_tmp(k, err)) {
		scratch_remove(k->tmp);
		return false;
	}
	/* It takes the place of none that is signed. */
	return !k->made->is_signed || thin(k, rules, err);
}

static const char *
absolute(const char *path, struct arena *a)
{
	char *real = realpath(path, NULL);
	const char *copy = arena_strdup(a, real != NULL ? real : path);

	free(real);
	return copy;
}

bool
backup_make(struct session *s, const char *directory,
	    const struct keep_rules *rules, struct arena *a,
	    struct backup_made *made, struct error *err)
{
	struct making k = {
	    .s = s, .arena = a, .made = made, .b = &made->backup};
	bool ok;

	*made = (struct backup_made){.removed = 0};
	if (!backup_folder_take(&k.folder, directory, err))
		return false;
	k.folder.path = absolute(directory, a);
	ok = make(&k, rules, err);
	backup_folder_leave(&k.folder);
	return ok;
}
