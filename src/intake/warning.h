/* warning.h -- what a person should look at, under a stable code */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_WARNING_H
#define INTAKE_WARNING_H

#include <stddef.h>

#include "base/arena.h"

/* In the order in which they are told. */
enum warning_code {
	WARN_PART_UNREAD,
	WARN_RECOGNISED,
	WARN_SHEET_CUT,
	WARN_ENCODING_DAMAGED,
	WARN_CONTROL_CHARACTERS,
	WARN_SARA_AM_SPLIT,
	WARN_SARA_AM_LOST,
	WARN_MARKS_MENDED,
	WARN_MARKS_MOVED,
	WARN_LABEL_DAMAGED,
	WARN_LETTER_FOR_DIGIT,
	WARN_QUOTE_IN_NUMBER,
	WARN_DIGITS_MIXED,
	WARN_REF_PREFIX_UNKNOWN,
	WARN_REF_PREFIX_DIFFERS,
	WARN_REF_UNIT_UNLIKELY,
	WARN_REF_UNREADABLE,
	WARN_REF_INCOMPLETE,
	WARN_DATE_UNREADABLE,
	WARN_STAMP_DATE_UNREADABLE,
	WARN_STAMP_BEFORE_LETTER,
	WARN_STAMP_MONTHS_AFTER,
	WARN_DUTY_DATE_UNREADABLE,
	WARN_DUTY_WITHOUT_DATE,
	WARN_DUTY_BEFORE_LETTER,
	WARNINGS,
};

struct warning {
	enum warning_code code;
	const char *detail; /* what was seen, as written; NULL = nothing */
	const char *likely; /* what is likely meant; NULL = not known */
};

struct warning_kind {
	const char *name; /* stable: stands in JSON and saraban(1) */
	const char *text; /* N_(), one sentence */
};
extern const struct warning_kind warning_kinds[WARNINGS];

#endif
