/* refno.h -- letter numbers: tidied for people, folded for comparing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_REFNO_H
#define BASE_REFNO_H

#include <stdbool.h>

/*
 * A letter number is PREFIX UNIT[.SUB]* / [ว] RUN: "มท 0816.3/ว 3349".  ว marks
 * a circular and belongs to the number; spacing, digits' script and the dots
 * of abbreviations do not.
 */

/* The number as it is shown: Arabic digits, one space after the prefix and
   after ว, none around the slash, a leading "ที่" dropped; otherwise as
   written.  Caller frees. */
char *refno_tidy(const char *ref);

/* The number as it is compared: the tidy form without spaces and without the
   dots behind Thai letters ("กค.0405/ว.78" is "กค0405/ว78"); dots between
   digits stay.  Caller frees. */
char *refno_key(const char *ref);

/* Is it a circular's: does ว stand before its last number? */
bool refno_is_circular(const char *ref);

#endif
