/* pack-none.c -- packing, where zstd was not there to build with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/pack.h"

const char *const pack_ending = "";

bool
pack_by_zstd(struct pack_way *w, struct error *err)
{
	return error_set(err, &PACK_UNKNOWN, "%s", w->from_name);
}

bool
unpack_by_zstd(struct pack_way *w, struct error *err)
{
	return error_set(err, &PACK_UNKNOWN, "%s", w->from_name);
}
