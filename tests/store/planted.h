/* planted.h -- faults for the rows of an old register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STORE_PLANTED_H
#define TESTS_STORE_PLANTED_H

#include "base/date.h"

/* A letter as the file has it; number 0: its row is not there. */
struct row {
	int year, number;
	int per_year; /* rows of a year: over which its days are spread */
	char *number_cell, *received, *ref, *from, *subject, *urgency;
	char *received_iso;
	const char *code; /* what was planted, or NULL */
	bool is_left_out;
};

/* The day on which it came, so many days before its turn, as a cell has it;
 *iso (may be NULL) as the register tells it.  The caller frees both. */
char *planted_day(const struct row *r, int year, int back, char **iso);

/* has_gap: its number is missing before the row behind it. */
struct planted {
	const char *code;
	void (*plant)(struct row *r);
	bool is_left_out, has_gap;
};
extern const struct planted planted[];
extern const size_t n_planted;

#endif
