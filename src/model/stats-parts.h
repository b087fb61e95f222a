/* stats-parts.h -- what the files that read the statistics share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_STATS_PARTS_H
#define MODEL_STATS_PARTS_H

#include "model/stats.h"

/* The statistics while they are read. */
struct stats_work {
	struct store *store;
	const struct stats_wish *wish;
	struct arena *arena;
	struct stats *stats;
	moment from, until;   /* of the period */
	const char *incoming; /* books of receipts, for statements */
	int *gone; /* of each day: letters that were destroyed since */
};

#define STATS_PARAMS(w)                                                        \
	PARAMS(P_INT("office", (w)->wish->office), P_INT("from", (w)->from),   \
	       P_INT("until", (w)->until), P_TEXT("books", (w)->incoming),     \
	       P_TEXT("division", (w)->wish->division),                        \
	       P_INT("most", STATS_SENDERS))

/* How long letters lay where, the slowest of them, and the reports; after the
   letters. */
bool stats_places_read(struct stats_work *w, struct error *err) MUST_CHECK;

#endif
