/* repair.h -- damage of text recognition, mended and told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_REPAIR_H
#define INTAKE_REPAIR_H

#include <stdbool.h>

#include "base/text.h"

#include "intake/warning.h"

/*
 * Adds the text to out with what can be mended mended (domain notes 3.7):
 * SARA AM in two pieces or behind a space, o for zero, quotation marks inside
 * a year; seen[] tells what was met.  s is UTF-8.
 */
void repair(const char *s, struct text *out, bool seen[WARNINGS]);

/* The bytes of s without marks and spaces: what is left of a word when its
   marks were moved or dropped.  At most max - 1 bytes; returns their number. */
size_t skeleton(const char *s, char *out, size_t max);

#endif
