/* retention.h -- how long a letter is kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_RETENTION_H
#define MODEL_RETENTION_H

#include "base/date.h"

#include "model/choices.h"

/*
 * ระเบียบงานสารบรรณ 2526, ข้อ 57: at least ten years, unless it is of a class
 * of its own.  Counted from the year of the register, and over on 31 December
 * of the last year: a letter of 2559 is kept until the end of 2569.  Secret
 * letters follow the rules on secrets, so that nobody's silence ends it.
 */
extern const struct choice retention_classes[]; /* ended by { 0 } */

enum {
	RETENTION_USUAL = 10, /* years, when nobody said anything */
	/* ข้อ 66: the list is drawn up within so many days after the year. */
	RETENTION_LIST_DAYS = 60,
	/* How long the National Archives have to answer. */
	RETENTION_ANSWER_DAYS = 60,
};

/* Years of a class; 0 for ever, or until a year that is said with it. */
int retention_years(const char *class);
/* Is the last year said with it (a law of its own)? */
bool retention_asks_year(const char *class);

/* The day until which the list of a Buddhist year is to be drawn up. */
struct date retention_list_due(int year);

#endif
