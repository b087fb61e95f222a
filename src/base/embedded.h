/* embedded.h -- text files of data/ that the program carries in itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include <stddef.h>

/* EMBEDDED_FILES of data/local.mk, byte by byte. */
struct embedded {
	const char *name; /* under data/: "letters/001.txt" */
	const char *text; /* terminated */
	size_t n;         /* bytes, without the terminator */
};
extern const struct embedded embedded_files[]; /* in the order of the list */
extern const size_t embedded_count;

/* NULL when the program carries no such file. */
const struct embedded *embedded_find(const char *name);

#endif
