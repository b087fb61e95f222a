/* thai-collate.h -- the order of the Thai dictionary */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_THAI_COLLATE_H
#define BASE_THAI_COLLATE_H

/*
 * A key for sorting: strcmp() of two keys orders as the dictionary of the
 * Royal Institute does.  First by letters: a vowel that is written before its
 * consonant counts behind it, so that เก stands after กา; a space before any
 * letter; digits before Latin before Thai letters; Thai digits as Arabic ones
 * and capitals as small letters.  Then by marks, from the left: none,
 * maitaikhu, mai ek, mai tho, mai tri, mai chattawa, thanthakhat.  Then by the
 * bytes as written, so that only equal texts have equal keys.  Punctuation,
 * paiyannoi and zero-width characters count in the last only.
 * Caller frees.
 */
char *thai_sort_key(const char *s);

#endif
