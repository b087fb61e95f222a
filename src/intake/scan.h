/* scan.h -- numbers, months and dates at a place in running text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_SCAN_H
#define INTAKE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

/*
 * Each looks at the beginning of s only and answers how many bytes it read, 0
 * when something else stands there.  Thai and Arabic digits alike.
 */

/* Spaces and tabs. */
size_t scan_space(const char *s);
/* One digit, and in *value (may be NULL) what it is worth. */
size_t scan_digit(const char *s, int *value);
/* A run of at most 9 digits; *digits (may be NULL) is their number. */
size_t scan_digits(const char *s, long *value, int *digits);
/* Digits, or a number in words: สามสิบ, สิบห้า, ร้อยยี่สิบ. */
size_t scan_number(const char *s, long *value);
/* สาม, สิบห้า ... up to 9999. */
size_t scan_number_word(const char *s, long *value);
/* A month in full or short, 1..12. */
size_t scan_month(const char *s, int *month);
/* A year of two or four digits, with or without พ.ศ.; common era. */
size_t scan_year(const char *s, int *year);
/* Day, month and year, as date_parse() takes them.  A day that the scanner
   doubled ("๒๕ ๒๕ สิงหาคม ๒๕๖๕") is one day. */
size_t scan_date(const char *s, struct date *d);

/* True when the text is one date and nothing else, วันที่ before it or not. */
bool scan_is_date(const char *s, struct date *d);
/* The bytes of word where s begins with it, else 0. */
size_t scan_word(const char *s, const char *word);
/* An item's number before a list item: "๑." "๒)" "(๓)" "๑.๒". */
size_t scan_item_number(const char *s, long *value);
/* A time of day: "๑๐.๓๔ น.", "14:00". */
size_t scan_time(const char *s, int *hour, int *minute);

#endif
