/* confine.c -- a process shuts itself in: no files, no programs, no others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/confine-calls.h"
#include "base/i18n.h"

static bool
fail(struct error *err)
{
	return error_set(err, &ERROR_IO, _("the screen cannot be shut in: %s"),
			 error_words(errno));
}

/* ---------------------------------------------------------------- Landlock */

/* The kernel's interface (landlock(7)), which the C library does not have and
   older headers know in part.  A kernel takes a longer structure than its own
   when the rest is zero. */
struct ruleset {
	uint64_t files, network, scoped;
};
struct beneath {
	uint64_t allowed;
	int32_t folder;
} __attribute__((packed));

enum { RULE_BENEATH = 1, ASK_VERSION = 1 };
enum { FILE_READ = 1 << 2, FOLDER_READ = 1 << 3 };

/* How many rights of files each version knows, from the lowest bit. */
static uint64_t
rights_of(int version)
{
	static const int known[] = {0, 13, 14, 15, 15, 16};
	int last = (int)ARRAY_SIZE(known) - 1;

	return (UINT64_C(1) << known[version < last ? version : last]) - 1;
}

int
confine_landlock(void)
{
	long version =
	    syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);

	return version > 0 ? (int)version : 0;
}

static bool
allow_beneath(int rules, const char *path)
{
	int folder = open(path, O_PATH | O_CLOEXEC | O_DIRECTORY);
	struct beneath at = {FILE_READ | FOLDER_READ, folder};
	bool ok;

	if (folder < 0)
		return errno == ENOENT || errno == ENOTDIR;
	ok = syscall(SYS_landlock_add_rule, rules, RULE_BENEATH, &at, 0) == 0;
	close(folder);
	return ok;
}

/* Nor a port of TCP, nor (from version 6) a signal or a nameless socket to
   whoever is not shut in likewise. */
static bool
close_files(const char *const *readable)
{
	int version = confine_landlock();
	struct ruleset all = {.files = rights_of(version),
			      .network = version >= 4 ? 3 : 0,
			      .scoped = version >= 6 ? 3 : 0};
	int rules;
	bool ok = true;

	if (version == 0)
		return true;
	rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof(all), 0);
	if (rules < 0)
		return false;
	for (; *readable != NULL && ok; readable++)
		ok = allow_beneath(rules, *readable);
	ok = ok && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return ok;
}

/* ------------------------------------------------------------------ the rest
 */

static bool
bound(int what, rlim_t most)
{
	struct rlimit now;

	if (getrlimit(what, &now) != 0)
		return false;
	if (now.rlim_max < most)
		most = now.rlim_max;
	now.rlim_cur = now.rlim_max = most;
	return setrlimit(what, &now) == 0;
}

static bool
bound_all(void)
{
	enum { FILES = 32 };

	return bound(RLIMIT_CORE, 0) && bound(RLIMIT_FSIZE, 0) &&
	       bound(RLIMIT_NOFILE, FILES);
}

bool
confine_self(int first, const char *const *readable, struct error *err)
{
	if (close_range((unsigned)first, ~0u, 0) != 0 ||
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || !close_files(readable) ||
	    !bound_all() || !confine_calls())
		return fail(err);
	return true;
}
