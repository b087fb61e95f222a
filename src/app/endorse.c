/* endorse.c -- เกษียน: a letter is opened, goes up, back, and is recalled */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "app/decisions.h"
#include "app/hand-over.h"

/* That it was opened, by whom and when, stands in the event itself. */
bool
open_decide(struct act *act, struct error *err)
{
	(void)act;
	(void)err;
	return true;
}

/* The state of a letter that lies at a post. */
static const char *
state_at(const struct act *act, const struct post *post)
{
	return post_level(&act->standing.posts, post->code) == 0
		   ? STATE_RECEIVED
		   : STATE_PRESENTED;
}

static const struct post *
post_asked(struct act *act, struct error *err)
{
	const char *to = act_text(act, "to");
	const struct post_list *posts = &act->standing.posts;
	const char *here = act->standing.file.letter.at_post;

	if (to == NULL)
		return post_above(posts, here);
	return post_find(posts, to, err);
}

/* Posts passed over, from the one after `here` to the one before `to`. */
static json_t *
posts_between(const struct post_list *posts, size_t here, size_t to)
{
	json_t *list = json_array();

	for (size_t i = here + 1; i < to; i++)
		json_array_append_new(list, json_string(posts->at[i].code));
	return list;
}

/* A step is never jumped in silence: the reason stands beside it. */
static bool
put_skipped(struct act *act, const struct post *to, struct error *err)
{
	const struct post_list *posts = &act->standing.posts;
	size_t here = post_level(posts, act->standing.file.letter.at_post);
	size_t there = (size_t)(to - posts->at);
	const char *reason = act_text(act, "reason");

	if (there <= here || there >= posts->n_chain)
		return error_set(err, &RULE_REFUSED,
				 _("%s is not above where the letter lies; "
				   "`return` sends it down"),
				 to->name);
	if (there > here + 1 && reason == NULL)
		return error_set(err, &RULE_REFUSED,
				 _("%s would be passed over; give --reason"),
				 posts->at[here + 1].name);
	act_put_json(act, "skipped", posts_between(posts, here, there));
	if (there > here + 1)
		act_put(act, "reason", reason);
	return true;
}

void
act_put_own_proposal(struct act *act)
{
	if (standing_is_own_proposal(&act->standing))
		act_put_json(act, "own_proposal", json_true());
}

bool
endorse_decide(struct act *act, struct error *err)
{
	const struct post *to = post_asked(act, err);

	if (to == NULL || !put_skipped(act, to, err))
		return false;
	act_put_own_proposal(act);
	act_put(act, "note", act_text(act, "note"));
	act_put(act, "to", to->code);
	act_put(act, "to_name", to->name);
	paper_goes(act, to);
	return true;
}

/* Nobody is there to have an opinion, and none is made up: who passes it over,
   why, and a word of its own stand in the trail. */
bool
pass_decide(struct act *act, struct error *err)
{
	const char *from = act->standing.file.letter.at_post;
	const struct post *to = post_above(&act->standing.posts, from);

	(void)err;
	act_put(act, "from", from);
	act_put(act, "from_name", act->standing.file.letter.at_post_name);
	act_put(act, "reason", act_text(act, "reason"));
	act_put(act, "to", to->code);
	act_put(act, "to_name", to->name);
	return true;
}

bool
return_decide(struct act *act, struct error *err)
{
	const struct post *to = standing_below(&act->standing);

	if (to == NULL ||
	    strcmp(to->code, act->standing.file.letter.at_post) == 0)
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("there is nobody to return it to"));
	act_put(act, "reason", act_text(act, "reason"));
	act_put(act, "to", to->code);
	act_put(act, "to_name", to->name);
	act_put(act, "state", state_at(act, to));
	paper_goes(act, to);
	return true;
}

bool
recall_decide(struct act *act, struct error *err)
{
	const struct post_list *posts = &act->standing.posts;
	size_t to = post_index(posts, act->entry.as->post);

	(void)err;
	act_put(act, "from", act->standing.file.letter.at_post);
	act_put(act, "to", act->entry.as->post);
	act_put(act, "to_name", act->entry.as->name);
	act_put(act, "state", state_at(act, &posts->at[to]));
	paper_comes(act, act->entry.as->post);
	return true;
}
