/* reserve.h -- numbers that are kept, given to letters, made void */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_RESERVE_H
#define APP_RESERVE_H

#include "model/book.h"
#include "model/check.h"

#include "app/act.h"

/* Before anybody's act: numbers whose last day is over become void, one event
   each, by whoever acts.  None is ever free again. */
bool reserve_expire(struct act *act, struct error *err) MUST_CHECK;

/* For `check`: those that nobody has acted after are told. */
bool reserve_check(struct session *s, struct arena *a,
		   struct check_report *report, struct error *err) MUST_CHECK;

/* Does the receipt go to a number that was kept (--reserved, --sheet)? */
bool reserve_is_asked(const struct request *r);
/* The number it goes to: puts the letter into the act's entry; refuses what is
   not kept, is over, or belongs to a book that is for other letters.  Once the
   class was put; *number gets what is kept. */
bool reserve_take(struct act *act, enum book_way way, bool is_circular,
		  int *number, struct error *err) MUST_CHECK;
/* The option a sheet's entry lacks, or NULL. */
const char *reserve_lacks(const struct request *r);

#endif
