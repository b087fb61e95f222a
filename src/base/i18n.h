/* i18n.h -- sentences for translation, and the digits in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <stdbool.h>

#ifdef ENABLE_NLS
#include <libintl.h>
#define _(s) gettext(s)
#define P_(one, many, n) ngettext(one, many, n)
#else
#define _(s) (s)
#define P_(one, many, n) ((n) == 1 ? (one) : (many))
#endif
#define N_(s) s

/*
 * A whole number for a sentence (%s), in the digits of the language in force;
 * good until the end of the block it stands in:
 *     error_set(err, &KIND, _("there is no month %s"), DIGITS(13));
 */
enum { DIGITS_SIZE = 88 };
#define DIGITS(n) digits_of((char[DIGITS_SIZE]){""}, (long long)(n))
/* Whether those are the Thai ones. */
bool digits_are_thai(void);
const char *digits_of(char out[DIGITS_SIZE], long long n);

#endif
