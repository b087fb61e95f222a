/* date-parts.h -- what dates and moments are read with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DATE_PARTS_H
#define BASE_DATE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/error.h"

enum date_word_kind { WORD_MONTH, WORD_ERA, WORD_FILLER };
enum era { ERA_UNSAID, ERA_BUDDHIST, ERA_COMMON };

struct date_word {
	const char *text; /* without its dots */
	enum date_word_kind kind;
	int value; /* month 1..12, or enum era */
};

/* The longest word at the beginning of s, in Thai or English, any case, with
   or without dots ("ม.ค.", "พ. ศ."), and in *n its length in s; else NULL. */
const struct date_word *date_word_at(const char *s, size_t *n);

/* The form in which dates are read: Arabic digits, single spaces.  Caller
   frees. */
char *date_readable(const char *s);
/* Reads a date at *at and moves *at behind it; see date_parse(). */
bool date_read(const char **at, struct date *d, struct error *err) MUST_CHECK;
/* Sets DATE_INVALID for the rest s of a text and returns false. */
bool date_not_understood(const char *s, struct error *err);

#endif
