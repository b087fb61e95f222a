/* read.h -- what stands in a letter's text, for answers and forms */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_READ_H
#define APP_READ_H

#include <jansson.h>

#include "base/error.h"
#include "base/text.h"

#include "intake/reading.h"

#include "app/mail.h"
#include "app/session.h"

/* A file and what was read in it, all in one arena. */
struct file_reading {
	struct reading reading;
	const char *name;  /* what the file is called, without its path */
	const char *bytes; /* the file itself */
	size_t n;
	const struct mail *mail; /* NULL: it is no message */
};

/*
 * Reads a file (or "-", standard input) of any kind that extract_text() knows,
 * or a message: then the files that came with it are read, each for itself,
 * and its own words only where no letter stands in those.  Fails as
 * extract_text() and mail_read() do, or with ERROR_IO; a file inside a message
 * that cannot be read is a warning.
 */
bool read_file(const struct session *s, const char *path, struct arena *a,
	       struct file_reading *f, struct error *err) MUST_CHECK;

/* The file alone, and what it holds where it is a message: no sheet is read,
   f->reading is empty. */
bool read_file_only(const char *path, struct arena *a, struct file_reading *f,
		    struct error *err) MUST_CHECK;

/* The answer of `read' (saraban(1), JSON) about one file, which is called
   `path' in it.  New reference. */
json_t *file_reading_json(const struct file_reading *f, const char *path);
/* A warning as a sentence in the language in force. */
void text_add_warning(struct text *t, const struct warning *w);

#endif
