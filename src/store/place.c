/* place.c -- where a register may lie */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"

#include "store/host.h"
#include "store/internal.h"

/* The write-ahead log lives in memory shared between processes, which no
   network file system offers (sqlite.org/wal.html). */
static bool
is_network(const char *directory, struct error *err)
{
	bool is;
	const char *name = host_file_system(directory, &is);

	if (is)
		error_set(err, &STORE_FAILED,
			  _("%s is a network file system (%s); a register "
			    "needs a disk of this machine"),
			  directory, name);
	return is;
}

/* SQLite must never see a relative name: "file:x?immutable=1" would be taken
   for a URI. */
static char *
absolute(const char *where, struct error *err)
{
	char *copy = xstrdup(where);
	char *directory = realpath(dirname(copy), NULL);
	char *path = NULL;

	if (directory != NULL)
		path = xasprintf("%s/%s",
				 strcmp(directory, "/") == 0 ? "" : directory,
				 file_name_of(where));
	else
		error_set(err, errno == ENOENT ? &STORE_MISSING : &STORE_FAILED,
			  "%s", where);
	free(directory);
	free(copy);
	return path;
}

bool
store_mode_looks(enum store_mode mode)
{
	return mode == STORE_READ || mode == STORE_STILL;
}

static bool
may_open(const char *path, enum store_mode mode, struct error *err)
{
	struct stat sb;

	if (stat(path, &sb) != 0) {
		if (errno == ENOENT && mode == STORE_NEW)
			return true;
		if (errno == ENOENT)
			return error_set(err, &STORE_MISSING, "%s", path);
		return error_set(err, &STORE_FAILED, "%s: %s", path,
				 error_words(errno));
	}
	if (S_ISDIR(sb.st_mode))
		return error_set(err, &STORE_NOT_OURS, _("%s is a directory"),
				 path);
	if (!S_ISREG(sb.st_mode))
		return error_set(err, &STORE_NOT_OURS, "%s", path);
	if (access(path, store_mode_looks(mode) ? R_OK : R_OK | W_OK) != 0)
		return error_set(err, &STORE_READ_ONLY, "%s", path);
	return true;
}

/* Made before SQLite opens it: 0600 whatever the umask, and never through a
   link. */
static bool
create(const char *path, struct error *err)
{
	int fd = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return error_set(err, &STORE_READ_ONLY, "%s: %s", path,
				 error_words(errno));
	close(fd);
	return true;
}

static const char *
address_rest(const char *where)
{
	static const char *const schemes[] = {"postgresql://", "postgres://"};

	for (size_t i = 0; i < ARRAY_SIZE(schemes); i++)
		if (strncmp(where, schemes[i], strlen(schemes[i])) == 0)
			return where + strlen(schemes[i]);
	return NULL;
}

bool
place_is_address(const char *where)
{
	return address_rest(where) != NULL;
}

/* "place=" among what stands behind the ?: ours, the server's library knows
   nothing of it. */
static const char *
place_in(const char *where, size_t *n)
{
	static const char key[] = "place=";
	const char *s = strchr(where, '?');

	for (; s != NULL; s = strchr(s + 1, '&'))
		if (strncmp(s + 1, key, strlen(key)) == 0) {
			*n = strcspn(s + 1, "&");
			return s + 1;
		}
	return NULL;
}

char *
place_address(const char *where)
{
	size_t n;
	const char *ours = place_in(where, &n);
	const char *behind;

	if (ours == NULL)
		return xstrdup(where);
	/* With it goes the mark before it, or the one behind it. */
	behind = ours + n;
	if (*behind == '&')
		return xasprintf("%.*s%s", (int)(ours - where), where,
				 behind + 1);
	return xasprintf("%.*s", (int)(ours - 1 - where), where);
}

/* USER:PASSWORD@ before the host, and password= behind the ?. */
char *
place_words(const char *where)
{
	static const char key[] = "password=";
	const char *rest = place_is_address(where) ? address_rest(where) : NULL;
	size_t host = rest != NULL ? strcspn(rest, "/?") : 0;
	const char *at = rest != NULL ? memrchr(rest, '@', host) : NULL;
	const char *colon =
	    at != NULL ? memchr(rest, ':', (size_t)(at - rest)) : NULL;
	char *words = colon != NULL
			  ? xasprintf("%.*s%s", (int)(colon - where), where, at)
			  : xstrdup(where);
	char *secret = rest != NULL ? strstr(words, key) : NULL;

	if (secret != NULL) {
		char *value = secret + strlen(key);
		size_t n = strcspn(value, "&");

		memmove(value, value + n, strlen(value + n) + 1);
	}
	return words;
}

/* The name of the database, as the name of a file. */
static char *
name_in(const char *where)
{
	const char *rest = address_rest(where);
	const char *name = rest + strcspn(rest, "/?");
	char *file;

	name += *name == '/';
	file = xstrndup(name, strcspn(name, "?"));
	for (char *c = file; *c != '\0'; c++)
		if (*c == '/' || *c == '%')
			*c = '_';
	return file;
}

static char *
usual_beside(const char *where)
{
	/* cppcheck-suppress getpwuidCalled; there are no threads */
	const struct passwd *account = getpwuid(geteuid());
	char *name = name_in(where);
	char *beside = xasprintf("%s/.local/share/saraban/%s",
				 account != NULL ? account->pw_dir : "",
				 name[0] != '\0' ? name : "postgresql");

	free(name);
	return beside;
}

char *
place_beside(const char *where)
{
	static const char key[] = "place=";
	size_t n = 0;
	const char *ours = place_in(where, &n);

	return ours != NULL ? xstrndup(ours + strlen(key), n - strlen(key))
			    : usual_beside(where);
}

char *
place_find(const char *where, enum store_mode mode, struct error *err)
{
	char *path, *copy;
	bool ok;

	if (mode == STORE_NEW && !file_make_parents(where, err))
		return NULL;
	path = absolute(where, err);
	if (path == NULL)
		return NULL;
	copy = xstrdup(path);
	ok = may_open(path, mode, err) &&
	     (mode == STORE_STILL || !is_network(dirname(copy), err)) &&
	     (mode != STORE_NEW || create(path, err));
	free(copy);
	if (ok)
		return path;
	free(path);
	return NULL;
}

bool
place_is_own(const char *path)
{
	struct stat sb;

	return stat(path, &sb) == 0 && sb.st_uid == geteuid();
}
