/* ref.h -- a letter number as it stands in text: ที่ PREFIX UNIT/[ว] RUN */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_REF_H
#define INTAKE_REF_H

#include <stdbool.h>
#include <stddef.h>

enum ref_shape {
	REF_STATE,  /* letters, unit, slash: of an office (domain notes 3.2) */
	REF_NUMBER, /* number/year: of an order */
	REF_PRIVATE, /* whatever a firm writes: TUC/NOE๒/๒๐๒๕/JAN/๐๐๑ */
};

struct ref {
	const char *s;    /* its first byte */
	size_t n;         /* bytes */
	size_t letters_n; /* bytes of its prefix; 0 when that has dots */
	enum ref_shape shape;
	bool is_circular;
	bool is_blank;   /* a draft: nothing behind the slash */
	bool is_damaged; /* other signs stand among its digits: ๓ซ๕๓ */
};

/* The number at the beginning of s, without ที่ before it; false when none
   stands there. */
bool ref_at(const char *s, struct ref *r);
/* The same for REF_STATE alone; r->s is s. */
bool ref_state(const char *s, struct ref *r);
/* The same behind "ที่" or "เลขที่"; *n gets the bytes of all. */
bool ref_labelled(const char *s, struct ref *r, size_t *n);

#endif
