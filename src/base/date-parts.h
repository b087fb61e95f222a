/* date-parts.h -- what dates and moments are read with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DATE_PARTS_H
#define BASE_DATE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/error.h"

enum date_word_kind {
	WORD_MONTH,
	WORD_ERA,
	WORD_WEEKDAY, /* 0 is Sunday */
	WORD_AGO,     /* so many days before today */
	WORD_FILLER,
};
enum era { ERA_UNSAID, ERA_BUDDHIST, ERA_COMMON };

struct date_word {
	const char *text; /* without its dots */
	enum date_word_kind kind;
	int value;
};

/* A number keeps how many digits it was written with: 69 is not 0069. */
struct date_part {
	bool is_month; /* written as a word */
	int value;
	int digits;
};

/* What was read: at most DATE_PARTS parts and the era named between them. */
enum { DATE_PARTS = 3 };
struct date_written {
	struct date_part part[DATE_PARTS];
	int n;
	enum era era;
};

/* The longest word at the beginning of s, in Thai or English, any case, with
   or without dots ("ม.ค.", "พ. ศ."), and in *n its length in s; else NULL. */
const struct date_word *date_word_at(const char *s, size_t *n);

/* Of a text in date_readable()'s form. */
bool date_is_digit(char c);
void date_skip_blanks(const char **at);
/* The form in which dates are read: Arabic digits, single spaces.  Caller
   frees. */
char *date_readable(const char *s);
/* Reads a date at *at and moves *at behind it; see date_parse(). */
bool date_read(const char **at, struct date *d, struct error *err) MUST_CHECK;
/* Only the parts, as far as they are there; moves *at behind them. */
bool date_parts_read(const char **at, struct date_written *w,
		     struct error *err) MUST_CHECK;
/* "yesterday", "วันศุกร์": moves *at behind the word for a day on or before
   today, or leaves it there and returns false. */
bool date_day_word(const char **at, struct date today, struct date *d);
/* Is there such a day?  `year` is the one that was written, for the
   sentence. */
bool date_check(struct date d, int year, struct error *err) MUST_CHECK;
/* Sets DATE_INVALID for the rest s of a text and returns false. */
bool date_not_understood(const char *s, struct error *err);

#endif
