/* words.h -- the words by which offices, places, ranks and names are known */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_WORDS_H
#define INTAKE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Each looks at the beginning of s only. */

/* Urgency and secrecy as printed on a letter; NULL when s begins with none.
 *n gets the bytes. */
const char *urgency_at(const char *s, size_t *n);
const char *secrecy_at(const char *s, size_t *n);

/* Begins with the name of an office or unit; of a unit inside an office. */
bool is_office(const char *s);
bool is_unit(const char *s);
/* Begins as endorsements do: ทราบ, เห็นควร, มอบ (domain notes 2.3). */
bool is_endorsement(const char *s);
/* Begins with a place: ถนน, ตำบล, a house number. */
bool is_place(const char *s);
/* The words for acting on another's behalf at s: their bytes, else 0. */
size_t acting_at(const char *s);
/* A rank or title before a name ("จ.อ.", "พันตำรวจเอก"): bytes, else 0. */
size_t rank_at(const char *s);
/* นาย, นาง, นางสาว ... before a name: bytes, else 0. */
size_t courtesy_at(const char *s);

#endif
