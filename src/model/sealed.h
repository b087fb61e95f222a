/* sealed.h -- the text and message of a secret letter, which lie sealed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_SEALED_H
#define MODEL_SEALED_H

#include "model/letter.h"

/* For who may read the letter of that id: puts its text and message into the
   file, where there are any.  Where the key is not there or another one,
   file->is_locked, and no failure. */
bool sealed_open(struct store *st, int64_t office, int64_t letter,
		 struct arena *a, struct letter_file *file,
		 struct error *err) MUST_CHECK;

#endif
