/* prefix.h -- whose letters stand in front of a letter number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_PREFIX_H
#define INTAKE_PREFIX_H

#include <stdbool.h>
#include <stddef.h>

/* One row of data/prefixes.txt; all text in that file, counted. */
struct prefix {
	const char *letters; /* "พบ" */
	size_t letters_n;
	const char *name; /* "เพชรบุรี", "กระทรวงมหาดไทย" */
	size_t name_n;
	int code; /* of a province, TIS 1099; 0 = an office */
	int post; /* its post codes begin so */
};

/* How many there are; the i-th, false behind the last. */
size_t prefix_count(void);
bool prefix_row(size_t i, struct prefix *p);
/* The row with these n bytes of letters (no dots). */
bool prefix_find(const char *letters, size_t n, struct prefix *p);
/* The province whose letters stand before a post code at the end of an
   address ("พบ ๗๖๐๐๐"), else the one its name or its post code tells. */
bool prefix_of_place(const char *place, struct prefix *p);
/* Whether the post code in the address, if any, is one of the province's; the
   first province whose codes begin as it does. */
bool prefix_has_post(const struct prefix *p, const char *place);
bool prefix_of_post(const char *place, struct prefix *p);
/* What unknown letters likely are: one letter apart, and named in the text;
   else the only one that looks alike. */
bool prefix_likely(const char *letters, size_t n, const char *text,
		   struct prefix *p);

#endif
