/* locale.h -- the language people are spoken to in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_LOCALE_H
#define CLI_LOCALE_H

#include <stdbool.h>

/* The language of that name, "th" or "en", or NULL. */
const char *language_known(const char *word);

/*
 * Sets the locale and the catalogue.  lang is what --lang said, or NULL: then
 * the locale decides, and one that names no language (C, POSIX, nothing) is
 * Thai, the language of the office.  Answers what it came to,
 * "th" or "en": without a catalogue there is English alone.
 */
const char *locale_begin(const char *lang);

/* Thai is wanted, and no catalogue is in force: not installed, or the C library
   uses none in this locale. */
bool locale_lacks_thai(void);

/* False, with the name of the character set, when the terminal is set to one
   that is not UTF-8: letters would come in and go out wrong. */
bool locale_is_utf8(const char **charset);
/* The locale that the environment names and this machine has not, where its
   charset would be another than UTF-8; else NULL. */
const char *locale_lost(void);

#endif
