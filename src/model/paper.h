/* paper.h -- where the paper of a letter is, and who may hand it over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_PAPER_H
#define MODEL_PAPER_H

#include "base/date.h"

#include "store/store.h"

/*
 * A forward of paper has two halves: one hands it over (ส่งมอบ), another takes
 * it (รับมอบ).  Between the two it lies on nobody's desk.  Followed where the
 * office has settled so (policy follow-paper), from the first hand-over on.
 */
struct paper {
	const char *post; /* where it lies, or to whom it is on the way */
	const char *post_name;
	bool is_on_way;
	moment since;
	const char *from_post; /* that handed it over last; NULL = nobody did */
	const char *from_name;
	const char *by_name; /* who recorded the last of it */
};
extern const struct row_type paper_row;

#endif
