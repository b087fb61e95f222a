/* offer.h -- what a sheet says for each option of a receipt */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_OFFER_H
#define APP_OFFER_H

#include "app/read.h"

/* A value for an option of `receive', as that takes it.  Options that may be
   given many times have an offer for each value; one that every letter has is
   offered as missing when it was not found. */
struct offer {
	const char *option; /* "ref" */
	const char *value;  /* NULL when missing */
	enum certainty sure;
	const char *why; /* of a doubt, in the language in force, or NULL */
};

struct offers {
	struct offer *at;
	size_t n;
};

/*
 * What the sheet says when the number `ours` is the one to register, NULL for
 * the only one.  Number, sender and date belong together: they are those of
 * the letter, or of the office that passed it on.  What a message says of
 * itself is not what its letter says: where that is silent it is offered as
 * doubtful.  All in the arena.
 */
void offers_make(struct offers *o, const struct file_reading *f,
		 const struct read_candidate *ours, struct arena *a);

/* The warning is the reason of some offer; the others are about the sheet as a
   whole, or about what no option takes. */
bool offer_tells(enum warning_code code);

#endif
