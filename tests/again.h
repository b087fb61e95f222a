/* again.h -- a register made once more from its own text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_AGAIN_H
#define TESTS_AGAIN_H

#include "tests/fixture.h"

/* The register as text, added to *out. */
bool again_words(struct store *st, struct text *out, struct error *err);
/* The same of a file.  Caller frees. */
char *again_text(const char *path);
/* Reads such a text into an empty store, or leaves that as it is; false with
   err set when it is refused. */
bool again_take(struct store *st, const char *text, size_t n,
		struct error *err);
/* Makes the register `path` of the text, NULL one in memory that goes again;
   false with err set when it is refused. */
bool again_import(const char *path, const char *text, size_t n,
		  struct error *err);
/* Is the register that is made of this one's text the same: text, every table,
   and without fault?  Tells what is not. */
bool again_is_same(const struct fixture *f);

#endif
