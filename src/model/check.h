/* check.h -- is the register whole: chain, replay, numbers, file, papers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "base/arena.h"
#include "base/digest.h"

#include "store/store.h"

/* One thing that is wrong.  `code` is stable: saraban(1), CHECK. */
struct finding {
	const char *code; /* "chain", "words", "replay", "numbers", ... */
	int64_t seq;      /* of the event, 0 when it is about no event */
	const char *text; /* one sentence in the language in force */
};

struct check_report {
	struct finding *at;
	size_t n;
	size_t max;
	/* Open points: nothing is wrong, and somebody should look at it. */
	struct finding *notes;
	size_t n_notes;
	size_t max_notes;
	int64_t events;      /* in the chains of all offices */
	char head[HEX_SIZE]; /* hash of the last event, of the last office */
};

/*
 * Looks at everything inside one read transaction; writes nothing.  Returns
 * false only when it could not look; faults are findings.
 */
bool check_register(struct store *st, struct arena *a,
		    struct check_report *report, struct error *err) MUST_CHECK;

/* Adds a finding; for the files of the check. */
void check_add(struct check_report *report, struct arena *a, const char *code,
	       int64_t seq, const char *fmt, ...) PRINTF_LIKE(5, 6);
void check_note(struct check_report *report, struct arena *a, const char *code,
		int64_t seq, const char *fmt, ...) PRINTF_LIKE(5, 6);

#endif
