/* index.h -- the search index against the words it should hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H

#include "model/check.h"

/*
 * The index is no reading of the chain but of the state tables, and is made
 * anew where it is wrong; so it is not replayed but measured: every pair of
 * characters at its place in every piece of every letter, added up on both
 * sides, and each pair looked for as a search would.  Inside a read
 * transaction.  What is wrong is one finding, "search".
 */
bool index_check(struct store *st, struct arena *a, struct check_report *report,
		 struct error *err) MUST_CHECK;

#endif
