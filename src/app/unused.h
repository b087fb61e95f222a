/* unused.h -- a number that no letter has, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_UNUSED_H
#define APP_UNUSED_H

#include "base/text.h"

#include "model/letter.h"

struct unused {
	const char *state;       /* one without a letter */
	const char *purpose;     /* "" = none */
	const char *until;       /* ISO */
	const char *void_reason; /* NULL or "" = none */
	int list_year;           /* 0 = not destroyed */
	int list_number;
};

/* "(reserved until 5 Feb 2569: a meeting)", "(void: expired)": what stands in
   the place of a subject. */
void text_add_unused(struct text *t, const struct unused *u, bool thai_digits);
/* Why a number is void: the words of a person, or that its day was over. */
const char *void_words(const char *reason);

#endif
