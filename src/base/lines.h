/* lines.h -- a file line by line: read, and written whole or not at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_LINES_H
#define BASE_LINES_H

#include <stdio.h>

#include "base/file.h"

/* A line without its end, to be changed at will; false, with err set, stops.
   An end of line that is missing at the end of the file is told. */
typedef bool (*line_fn)(void *ctx, char *line, size_t n, bool has_end,
			struct error *err);

/* Every line of a file, or of "-", standard input, one at a time.  Fails with
   ERROR_IO where it cannot be read or a line is longer than max bytes. */
bool lines_each(const char *path, size_t max, line_fn each, void *ctx,
		struct error *err) MUST_CHECK;

/*
 * A new file, written piece by piece under another name beside it: begun,
 * then added to, then kept (synced and given its name) or dropped.  FILE_WRITE
 * where a file of that name is there, or when it cannot be written; then
 * nothing of it is left.  "-" is standard output, where what was added stays.
 */
struct new_file {
	const char *path; /* borrowed */
	char *beside;
	FILE *out;
};
bool new_file_begin(struct new_file *f, const char *path,
		    struct error *err) MUST_CHECK;
bool new_file_add(struct new_file *f, const char *s, size_t n,
		  struct error *err) MUST_CHECK;
bool new_file_keep(struct new_file *f, struct error *err) MUST_CHECK;
/* Does nothing for one that was kept or has not begun. */
void new_file_drop(struct new_file *f);

#endif
