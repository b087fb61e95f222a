/* clock.h -- the clock is questioned before anything is written by it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_CLOCK_H
#define APP_CLOCK_H

#include "model/clock.h"

#include "app/session.h"

struct act; /* app/act.h */

/* What the clock reads, beside what it read at the last act. */
struct clock_state {
	moment now;
	struct clock_reading reading;
	enum clock_doubt doubt;
};

extern const struct error_kind CLOCK_DOUBTED; /* "clock", 3 */

bool look_clock(struct session *s, struct clock_state *c,
		struct error *err) MUST_CHECK;
/* What is doubted, with both times; for a clock that is. */
void text_add_doubt(struct text *t, const struct clock_state *c);

/* Before anybody's act: reads act->clock once, and refuses while it is in
   doubt. */
bool clock_guard(struct act *act, struct error *err) MUST_CHECK;

#endif
