/* attach.c -- files beside the register, each under its SHA-256 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/attach.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

char *
attach_path(const struct store *st, const char *hex)
{
	return xasprintf("%s/%.2s/%s", store_files(st), hex, hex + 2);
}

bool
attach_copy(const struct store *st, const char *from, struct file_info *info,
	    struct error *err)
{
	char hex[HEX_SIZE];
	char *to;
	bool ok;

	if (!file_inspect(from, info, err))
		return false;
	hex_of(info->digest, DIGEST_SIZE, hex);
	to = attach_path(st, hex);
	ok = file_make_parents(to, err) && file_copy(from, to, err);
	free(to);
	return ok;
}

bool
attach_bytes(const struct store *st, const char *bytes, size_t n,
	     struct file_info *info, struct error *err)
{
	char hex[HEX_SIZE];
	char *to;
	bool ok;

	file_inspect_bytes(bytes, n, info);
	hex_of(info->digest, DIGEST_SIZE, hex);
	to = attach_path(st, hex);
	ok = file_make_parents(to, err) && file_write(bytes, n, to, err);
	free(to);
	return ok;
}

bool
attach_remove(const struct store *st, const char *hex, struct error *err)
{
	char *path = attach_path(st, hex);
	bool ok =
	    unlink(path) == 0 || errno == ENOENT ||
	    error_set(err, &FILE_WRITE, "%s: %s", path, error_words(errno));

	free(path);
	return ok;
}

char *
attach_pending_path(const struct store *st)
{
	return xasprintf("%s-unlink", store_beside(st));
}

static bool
is_plain_text(const struct file_info *info)
{
	for (size_t i = 0; i < info->head_n; i++) {
		unsigned char c = (unsigned char)info->head[i];

		if (c < 0x20 && c != '\n' && c != '\r' && c != '\t')
			return false;
	}
	return info->head_n > 0;
}

const char *
attach_type(const struct file_info *info)
{
	static const struct {
		const char *begins;
		size_t n;
		const char *type;
	} types[] = {
	    {"%PDF-", 5, "application/pdf"},
	    {"\x89PNG", 4, "image/png"},
	    {"\xFF\xD8\xFF", 3, "image/jpeg"},
	    {"GIF8", 4, "image/gif"},
	    {"II*\0", 4, "image/tiff"},
	    {"MM\0*", 4, "image/tiff"},
	    {"PK\x03\x04", 4, "application/zip"},
	    {"\xD0\xCF\x11\xE0", 4, "application/x-ole-storage"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(types); i++)
		if (info->head_n >= types[i].n &&
		    memcmp(info->head, types[i].begins, types[i].n) == 0)
			return types[i].type;
	return is_plain_text(info) ? "text/plain" : "application/octet-stream";
}
