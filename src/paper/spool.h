/* spool.h -- strips in order, until it is known how many pages they fill */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PAPER_SPOOL_H
#define PAPER_SPOOL_H

#include <stdio.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"

#include "paper/strip.h"

/*
 * "Page 1 of 3" wants the 3 before the first page is made.  So strips lie here
 * meanwhile: a few in memory, a year's register in a file without a name that
 * is gone with the program.  What is short, as all that tells of one letter,
 * is never on the disk.
 */
struct spool {
	const char *folder; /* for that file; borrowed */
	struct text held;   /* what is not in the file */
	FILE *file;         /* NULL: none yet */
	size_t at;          /* in held, while it is read */
	struct digest digest;
};

void spool_begin(struct spool *s, const char *folder);
bool spool_add(struct spool *s, const struct strip *strip,
	       struct error *err) MUST_CHECK;
/* From the first strip again; what all of it is. */
bool spool_rewind(struct spool *s, unsigned char digest[DIGEST_SIZE],
		  struct error *err) MUST_CHECK;
/* The next strip, its figures in the arena; *more is false behind the last. */
bool spool_next(struct spool *s, struct arena *a, struct strip *strip,
		bool *more, struct error *err) MUST_CHECK;
void spool_done(struct spool *s);

#endif
