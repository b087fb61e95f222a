/* late.c -- libraries that few commands need are loaded when one does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/late.h"

#include <dlfcn.h>
#include <string.h>

#include "base/i18n.h"

const struct error_kind LATE_MISSING = {
    "library-missing", EXIT_USAGE,
    N_("a library that this needs is missing; install it")};

/* What dlsym() gives is put in as bytes: it is no pointer to an object. */
static bool
find(void *library, const struct late_function *f)
{
	void *found = dlsym(library, f->name);

	if (!found)
		return false;
	memcpy(f->at, &found, sizeof(found));
	return true;
}

bool
late_load(struct late *l, struct error *err)
{
	void *library;

	if (l->is_loaded)
		return true;
	library = dlopen(l->file, RTLD_LAZY | RTLD_LOCAL);
	if (!library)
		return error_set(err, &LATE_MISSING, "%s", dlerror());
	for (const struct late_function *f = l->functions; f->name; f++)
		if (!find(library, f))
			return error_set(err, &LATE_MISSING, "%s", dlerror());
	l->is_loaded = true;
	return true;
}
