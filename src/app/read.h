/* read.h -- what stands in a letter's text, for answers and forms */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_READ_H
#define APP_READ_H

#include <jansson.h>

#include "base/error.h"
#include "base/text.h"

#include "intake/reading.h"

/* Reads a file (or "-"); all text in the arena.  Fails with ERROR_IO. */
bool read_file(const char *path, struct arena *a, struct reading *r,
	       struct error *err) MUST_CHECK;

/* The answer of `read' (saraban(1), JSON).  New reference. */
json_t *reading_json(const struct reading *r);
/* A warning as a sentence in the language in force. */
void text_add_warning(struct text *t, const struct warning *w);

#endif
