/* destroy.h -- what the files of destruction share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_DESTROY_H
#define APP_DESTROY_H

#include "model/destruction.h"

#include "app/act.h"

/* The list under way, and what stands on it; refuses where there is none. */
bool destroy_load(struct act *act, struct destruction *d,
		  struct destruction_items *items,
		  struct error *err) MUST_CHECK;

/* Buddhist year of --year, or the year before this one. */
bool destroy_year(struct session *s, const struct request *r, int *year,
		  struct error *err) MUST_CHECK;

#endif
