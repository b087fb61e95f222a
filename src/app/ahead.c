/* ahead.c -- what every act asks of a server, asked on few journeys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/ahead.h"

#include "model/roster.h"

#include "app/duty.h"

/* What the questions are about: each takes what it knows by name. */
struct about {
	const unsigned char *act_id;
	int64_t letter;
	moment at;
};

/* Ends with QUERY_COUNT. */
static void
ask(const struct session *s, const enum query_id *questions,
    const struct about *about)
{
	struct arena a = {0};
	struct date day = moment_date(about->at);
	const char *today = date_iso(&a, day);
	const char *until = date_iso(&a, date_after(day, DUTY_LEAST));

	for (; *questions != QUERY_COUNT; questions++)
		query_ahead(s->store, *questions,
			    PARAMS(P_INT("office", s->office),
				   P_BLOB("act_id", about->act_id, ID_SIZE),
				   P_TEXT("login", s->actor.login),
				   P_INT("person", s->actor.person),
				   P_INT("letter", about->letter),
				   P_INT("year", year_at(&s->years, about->at)),
				   P_TEXT("day", today), P_TEXT("today", today),
				   P_TEXT("until", until),
				   P_INT("now", about->at),
				   P_INT("told", about->at - ROSTER_TOLD)));
	arena_done(&a);
}

void
ahead_of_act(const struct act *act)
{
	static const enum query_id questions[] = {
	    QUERY_EVENT_BY_ACT,      QUERY_CHAIN_READING,
	    QUERY_YEAR_MONTHS,       QUERY_POLICIES,
	    QUERY_CHAIN_HEAD,        QUERY_DAY_LAST,
	    QUERY_CHAIN_FIRST,       QUERY_PERSON_BY_LOGIN,
	    QUERY_POSTS_IN_FORCE,    QUERY_DIVISIONS_IN_FORCE,
	    QUERY_REGISTER_IDENTITY, QUERY_COUNT,
	};
	const struct about about = {.act_id = act->r->act_id,
				    .at = session_now(act->s)};

	if (store_is_server(act->s->store))
		ask(act->s, questions, &about);
}

void
ahead_of_decision(const struct act *act)
{
	static const enum query_id questions[] = {
	    QUERY_RESERVED_EXPIRED, QUERY_DUTIES_TO_ROLL, QUERY_ROSTER,
	    QUERY_CLEARANCE_HELD,   QUERY_COUNT,
	};
	const struct about about = {.at = act->at};

	if (store_is_server(act->s->store))
		ask(act->s, questions, &about);
}

void
ahead_of_answer(const struct session *s, int64_t letter, moment now)
{
	static const enum query_id questions[] = {
	    QUERY_LETTER_PLACE,    QUERY_ROSTER,      QUERY_POSTS_IN_FORCE,
	    QUERY_CHAIN_HEAD,      QUERY_YEAR_MONTHS, QUERY_POLICIES,
	    QUERY_PERSON_BY_LOGIN, QUERY_COUNT,
	};
	const struct about about = {.letter = letter, .at = now};

	if (store_is_server(s->store))
		ask(s, questions, &about);
}
