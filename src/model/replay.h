/* replay.h -- play the chain again into a scratch store */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_REPLAY_H
#define MODEL_REPLAY_H

#include "model/check.h"

/*
 * Verifies every link of every office's chain and applies each event to
 * `scratch`.  What is wrong becomes a finding that names its seq; an event
 * with a wrong hash does not spoil the ones after it, which are chained to
 * the hash it carries.
 */
bool replay_chain(struct store *st, struct store *scratch, struct arena *a,
		  struct check_report *report, struct error *err) MUST_CHECK;

/* Compares every state table, and the schema itself, row by row. */
bool replay_compare(struct store *st, struct store *scratch, struct arena *a,
		    struct check_report *report, struct error *err) MUST_CHECK;

#endif
