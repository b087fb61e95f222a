/* extract.h -- the text of a file, whatever kind of file it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_EXTRACT_H
#define APP_EXTRACT_H

#include "base/text.h"

#include "app/session.h"

extern const struct error_kind EXTRACT_NONE; /* "no-text", 2 */

/* What a program prints of one file; a page of a letter is some 3 KB. */
enum { EXTRACT_MAX_BYTES = 10 << 20 };
/* Pages of a scan that are read; what lies beyond is told. */
enum { EXTRACT_MAX_PAGES = 40 };

struct extracted {
	struct text text;   /* in any encoding of intake/decode.h */
	bool is_recognised; /* from pictures: as good as the recognition */
	int pages_left;     /* pages of a scan that were not read */
};

/*
 * Finds the text in n bytes of a file, whose kind is known by its first bytes:
 * of a PDF its text layer, and where that is blank the text recognised on
 * pictures of its pages; of a picture the text recognised on it; anything else
 * is text itself.  The programs are those of the settings.  Fails with
 * RUN_MISSING, which names what to install, RUN_FAILED, ERROR_IO (no temporary
 * directory), or EXTRACT_NONE for kinds that none of them reads.  *e is set in
 * any case: extracted_done().
 */
bool extract_text(const struct session *s, const char *bytes, size_t n,
		  struct extracted *e, struct error *err) MUST_CHECK;
/* Could it be a letter at all: text, a PDF or a picture? */
bool extract_is_sheet(const char *bytes, size_t n);
void extracted_done(struct extracted *e);

#endif
