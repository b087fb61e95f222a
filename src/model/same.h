/* same.h -- letters that came before under the same number and date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_SAME_H
#define MODEL_SAME_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

struct letter; /* model/letter.h */
struct store;
struct viewer;

/* Another letter of the same number and date: a second copy, when the sender
   is the same too; perhaps, when it is another. */
struct same_letter {
	int64_t letter;   /* its id */
	const char *book; /* of the table of books */
	int year;
	int number;
	bool is_sure;
};
struct same_list {
	struct same_letter *at; /* oldest first */
	size_t n;
};

/*
 * Those like `like`, whose id (0: not registered yet), ref_no, dated and
 * sender are looked at; numbers are compared by refno_key(), senders by
 * thai_fold().  Letters that the viewer may not read are not among them.
 */
bool same_letters(struct store *st, const struct viewer *by,
		  const struct letter *like, struct arena *a,
		  struct same_list *list, struct error *err) MUST_CHECK;

#endif
