/* correction.h -- a mended field in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_CORRECTION_H
#define APP_CORRECTION_H

#include "base/text.h"

#include "model/letter.h"

/* The field with its old words struck through and the new ones behind them:
   "subject: [struck: old] new".  No terminal can be trusted to draw a line
   through Thai, so the word says it. */
void text_add_correction(struct text *t, const char *field, const char *was,
			 const char *now);

#endif
