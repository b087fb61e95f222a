/* ahead.h -- what every act asks of a server, asked on few journeys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_AHEAD_H
#define APP_AHEAD_H

#include "app/act.h"

/*
 * While an act goes its way, others wait for the turn of their office: what it
 * is sure to ask is asked together, as soon as it is known what for
 * (query_ahead() of store/store.h).  Nothing depends on it: what is missing
 * here, or is asked in another way, is a journey more.  A file is not asked
 * ahead.
 */
void ahead_of_act(const struct act *act);      /* in its turn, first */
void ahead_of_decision(const struct act *act); /* act->at is known */
/* Of what is answered as of now, of a letter. */
void ahead_of_answer(const struct session *s, int64_t letter, moment now);

#endif
