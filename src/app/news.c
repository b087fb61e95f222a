/* news.c -- what others have sent to a person since he last looked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/news.h"

#include "model/ledger.h"

#include "app/action.h"

bool
news_begin(struct session *s, int64_t *seen, struct error *err)
{
	struct chain_head head;

	if (!ledger_head(s->store, s->office, &head, err))
		return false;
	*seen = head.seq;
	return true;
}

static bool
offices_look(struct session *s, int64_t seen, int64_t last, struct arena *a,
	     struct news_list *list, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct office_news, state, FIELD_TEXT),
	    FIELD(struct office_news, name, FIELD_TEXT),
	    FIELD(struct office_news, number, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct office_news),
					     fields};
	struct error no = {0};

	if (!action_may(s, action_find("accept"), NULL, &no))
		return true;
	return query_rows(s->store, QUERY_NEWS_OF_OFFICES,
			  PARAMS(P_INT("office", s->office),
				 P_INT("seen", seen), P_INT("last", last)),
			  &type, a, &list->offices, &list->n_offices, err);
}

bool
news_look(struct session *s, int64_t *seen, struct arena *a,
	  struct news_list *list, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct news, book, FIELD_TEXT),
	    FIELD(struct news, number, FIELD_INT),
	    FIELD(struct news, year, FIELD_INT),
	    FIELD(struct news, by_name, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct news), fields};
	struct actor actor;
	int64_t last;
	bool ok = news_begin(s, &last, err) && session_actor(s, a, &actor, err);

	ok = ok &&
	     query_rows(s->store, QUERY_NEWS_BETWEEN,
			PARAMS(P_INT("office", s->office),
			       P_INT("person", actor.person),
			       P_TEXT("posts", actor.held),
			       P_INT("seen", *seen), P_INT("last", last)),
			&type, a, &list->at, &list->n, err) &&
	     offices_look(s, *seen, last, a, list, err);
	if (ok)
		*seen = last;
	return ok;
}
