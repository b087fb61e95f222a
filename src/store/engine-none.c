/* engine-none.c -- where PostgreSQL is not built in, that is said */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "store/engine.h"

static void *
engine_open(const char *where, enum store_mode mode, struct error *err)
{
	(void)where;
	(void)mode;
	error_set(err, &STORE_FAILED,
		  _("this saraban was built without PostgreSQL"));
	return NULL;
}

/* It opens nothing, so nothing else is ever asked of it. */
const struct engine engine_postgresql = {
    .name = "postgresql", .is_server = true, .open = engine_open};
