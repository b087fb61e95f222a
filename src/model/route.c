/* route.c -- the road of a letter: who may do what to it, and where it goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/route.h"

#include <string.h>

#include "base/i18n.h"

const struct error_kind ROUTE_WRONG_STATE = {
    "wrong-state", EXIT_REFUSED,
    N_("that cannot be done to the letter where it stands")};
const struct error_kind ROUTE_NOT_YOURS = {"not-yours", EXIT_REFUSED,
					   N_("that is not yours to do")};
const struct error_kind ROUTE_NOT_ACTING = {
    "not-acting", EXIT_REFUSED, N_("you do not act for that post now")};
const struct error_kind ROUTE_NOT_TAKEN = {
    "not-taken-over", EXIT_REFUSED,
    N_("it waited there before you began to act; `acting take` takes over "
       "what waits")};
const struct error_kind ROUTE_ABSENT = {
    "absent", EXIT_REFUSED,
    N_("you are recorded as absent; `absent end` records that you are back")};
const struct error_kind ROUTE_SEVERAL = {
    "which-post", EXIT_USAGE, N_("say as which post you do it (--as-post)")};
const struct error_kind ROUTE_OPENED = {
    "already-opened", EXIT_REFUSED,
    N_("it cannot be recalled: it has been opened")};

/* clang-format off */
#define WHEREVER_IT_IS(act, who)                                              \
	{ act, STATE_RECEIVED,  who, STATE_RECEIVED,  NULL },                  \
	{ act, STATE_PRESENTED, who, STATE_PRESENTED, NULL },                  \
	{ act, STATE_ORDERED,   who, STATE_ORDERED,   NULL },                  \
	{ act, STATE_CLOSED,    who, STATE_CLOSED,    NULL }
const struct route routes[] = {
	{ "receive",     NULL,            WHO_COUNTER,   STATE_RECEIVED,  NULL },
	{ "reserve",     NULL,            WHO_COUNTER,   STATE_RESERVED,  NULL },
	{ "void",        STATE_RESERVED,  WHO_COUNTER,   STATE_VOID,      NULL },
	{ "emergency",   NULL,            WHO_COUNTER,   STATE_RESERVED,  NULL },
	{ "emergency close", NULL,        WHO_COUNTER,   STATE_VOID,      NULL },
	{ "open",        STATE_RECEIVED,  WHO_HERE,      STATE_RECEIVED,  NULL },
	{ "open",        STATE_PRESENTED, WHO_ABOVE,     STATE_PRESENTED, NULL },
	{ "endorse",     STATE_RECEIVED,  WHO_HERE,      STATE_PRESENTED, NULL },
	{ "endorse",     STATE_PRESENTED, WHO_HERE,      STATE_PRESENTED, NULL },
	{ "return",      STATE_PRESENTED, WHO_ABOVE,     STATE_PRESENTED,
	  STATE_RECEIVED },
	{ "recall",      STATE_PRESENTED, WHO_SENDER,    STATE_PRESENTED,
	  STATE_RECEIVED },
	{ "pass",        STATE_RECEIVED,  WHO_ROUND,     STATE_PRESENTED, NULL },
	{ "pass",        STATE_PRESENTED, WHO_ROUND,     STATE_PRESENTED, NULL },
	{ "order",       STATE_PRESENTED, WHO_TOP,       STATE_ORDERED,
	  STATE_CLOSED },
	{ "acknowledge", STATE_RECEIVED,  WHO_TO_NOTE,   STATE_RECEIVED,  NULL },
	{ "acknowledge", STATE_PRESENTED, WHO_TO_NOTE,   STATE_PRESENTED, NULL },
	{ "acknowledge", STATE_ORDERED,   WHO_TO_TAKE,   STATE_ORDERED,   NULL },
	{ "acknowledge", STATE_CLOSED,    WHO_TO_NOTE,   STATE_CLOSED,    NULL },
	{ "done",        STATE_ORDERED,   WHO_TO_FINISH, STATE_ORDERED,
	  STATE_CLOSED },
	{ "cancel",      STATE_RECEIVED,  WHO_HERE,      STATE_CANCELLED, NULL },
	{ "cancel",      STATE_PRESENTED, WHO_ABOVE,     STATE_CANCELLED, NULL },
	{ "exchange export", NULL,        WHO_CLERK,     "-",             NULL },
	{ "exchange import", NULL,        WHO_CLERK,     "-",             NULL },
	{ "accept",      NULL,            WHO_CLERK,     STATE_RECEIVED,  NULL },
	{ "refuse",      NULL,            WHO_CLERK,     "-",             NULL },
	{ "forward",     STATE_ORDERED,   WHO_CLERK,     STATE_ORDERED,   NULL },
	{ "forward",     STATE_CLOSED,    WHO_CLERK,     STATE_CLOSED,    NULL },
	{ "withdraw",    STATE_ORDERED,   WHO_CLERK,     STATE_ORDERED,   NULL },
	{ "withdraw",    STATE_CLOSED,    WHO_CLERK,     STATE_CLOSED,    NULL },
	WHEREVER_IT_IS("correct", WHO_MENDS),
	{ "circulate",   STATE_RECEIVED,  WHO_CLERK,     STATE_RECEIVED,  NULL },
	{ "circulate",   STATE_PRESENTED, WHO_ABOVE,     STATE_PRESENTED, NULL },
	{ "circulate",   STATE_ORDERED,   WHO_CLERK,     STATE_ORDERED,   NULL },
	{ "circulate",   STATE_CLOSED,    WHO_CLERK,     STATE_CLOSED,    NULL },
	WHEREVER_IT_IS("hand", WHO_HAS_PAPER),
	WHEREVER_IT_IS("take", WHO_GETS_PAPER),
	WHEREVER_IT_IS("nudge", WHO_CIRCULATED),
	WHEREVER_IT_IS("uncirculate", WHO_CIRCULATED),
	WHEREVER_IT_IS("duty add", WHO_DUTIES),
	WHEREVER_IT_IS("duty change", WHO_DUTY),
	WHEREVER_IT_IS("duty done", WHO_DUTY),
	WHEREVER_IT_IS("duty reopen", WHO_DUTY),
	WHEREVER_IT_IS("duty waive", WHO_WAIVES),
	WHEREVER_IT_IS("duty hand", WHO_DUTY),
	WHEREVER_IT_IS("duty report", WHO_REPORTS),
	WHEREVER_IT_IS("duty nudge", WHO_COLLECTS),
	{ "send",        NULL,            WHO_COUNTER,   STATE_NUMBERED,  NULL },
	{ "sent",        STATE_NUMBERED,  WHO_COUNTER,   STATE_SENT,
	  STATE_DELIVERED },
	{ "sent",        STATE_SENT,      WHO_COUNTER,   STATE_SENT,
	  STATE_DELIVERED },
	{ "sent",        STATE_DELIVERED, WHO_COUNTER,   STATE_DELIVERED, NULL },
	{ "cancel",      STATE_NUMBERED,  WHO_COUNTER,   STATE_CANCELLED, NULL },
	{ "cancel",      STATE_SENT,      WHO_COUNTER,   STATE_CANCELLED, NULL },
	{ "correct",     STATE_NUMBERED,  WHO_MENDS,     STATE_NUMBERED,  NULL },
	{ "correct",     STATE_SENT,      WHO_MENDS,     STATE_SENT,      NULL },
	{ "correct",     STATE_DELIVERED, WHO_MENDS,     STATE_DELIVERED, NULL },
	{ 0 }
};
/* clang-format on */

const char *const route_who_names[] = {
    [WHO_CLERK] = "clerk",
    [WHO_COUNTER] = "clerk, or registrar",
    [WHO_ROUND] = "chain, nobody being there",
    [WHO_HERE] = "holder, below the top",
    [WHO_ABOVE] = "holder, above the clerk",
    [WHO_TOP] = "holder, at the top",
    [WHO_SENDER] = "sender, while unopened",
    [WHO_TO_TAKE] = "division, or circulated to",
    [WHO_TO_FINISH] = "division, not done",
    [WHO_MENDS] = "clerk in time, or above",
    [WHO_HAS_PAPER] = "who has the paper",
    [WHO_GETS_PAPER] = "to whom the paper goes",
    [WHO_TO_NOTE] = "circulated to, not noted",
    [WHO_CIRCULATED] = "who circulated, or clerk",
    [WHO_DUTIES] = "chain, or its divisions",
    [WHO_DUTY] = "chain, or whose duty it is",
    [WHO_WAIVES] = "chain, above the clerk",
    [WHO_REPORTS] = "division asked, or whose duty",
    [WHO_COLLECTS] = "whose duty was handed down",
};

bool
route_has(const char *act)
{
	for (const struct route *r = routes; r->act != NULL; r++)
		if (strcmp(r->act, act) == 0)
			return true;
	return false;
}

static const char *
name_of_post(const struct standing *s, const char *code)
{
	size_t i = post_index(&s->posts, code);

	return i < s->posts.n ? s->posts.at[i].name : code;
}

/* His order for the post, which does not hold now, or NULL; rather one that
   will than one that is over. */
static const struct keeper *
idle_order(const struct standing *s, const char *post)
{
	const struct keeper *best = NULL;

	for (size_t i = 0; post != NULL && i < s->actor->n_idle; i++) {
		const struct keeper *k = &s->actor->idle[i];

		if (k->acting && strcmp(k->post, post) == 0 &&
		    (best == NULL || best->state == KEEPER_OVER))
			best = k;
	}
	return best;
}

static bool
refuse_order(struct error *err, const struct keeper *order)
{
	struct arena a = {0};

	error_set(err, &ROUTE_NOT_ACTING, "%s", keeper_why_not(order, &a));
	arena_done(&a);
	return false;
}

/* "only the holder of the post ปลัด อบต. may (นายประสิทธิ์ แก้วมณี)" */
bool
standing_refuse(const struct standing *s, const char *post, struct error *err)
{
	size_t i = post_index(&s->posts, post);
	const struct keeper *order = idle_order(s, post);

	if (order != NULL)
		return refuse_order(err, order);
	return error_set(err, &ROUTE_NOT_YOURS,
			 _("only the holder of the post %s may (%s)"),
			 post ? name_of_post(s, post) : "-",
			 i < s->posts.n ? post_people(&s->posts.at[i])
					: _("nobody holds it now"));
}

/* What came before he began to act is his only once he has taken it over. */
static bool
is_taken(const struct held_post *as, moment since, struct error *err)
{
	return since >= as->from ||
	       error_set(err, &ROUTE_NOT_TAKEN, "%s, %s", as->name, as->order);
}

static bool
by_post(const struct standing *s, const struct post *post,
	const struct held_post **as, struct error *err)
{
	*as = post ? actor_post(s->actor, post->code) : NULL;
	return *as != NULL || standing_refuse(s, post ? post->code : NULL, err);
}

bool
route_by_clerk(const struct standing *s, const struct held_post **as,
	       struct error *err)
{
	return by_post(s, post_first(&s->posts), as, err);
}

bool
route_by_head(const struct standing *s, const struct held_post **as,
	      struct error *err)
{
	return by_post(s, post_top(&s->posts), as, err);
}

/* The clerk; for secret letters their registrar, who is not asked here which
   it is. */
static bool
by_counter(const struct standing *s, const struct held_post **as,
	   struct error *err)
{
	if (route_by_clerk(s, as, err))
		return true;
	*as = actor_registrar(s->actor);
	if (*as != NULL)
		*err = (struct error){0};
	return *as != NULL;
}

/* The post where it lies; `lowest` and `highest` say which ends count. */
static bool
by_holder(const struct standing *s, const struct held_post **as,
	  struct error *err)
{
	const char *post = s->file.letter.at_post;

	*as = actor_post(s->actor, post);
	if (*as == NULL)
		return standing_refuse(s, post, err);
	return is_taken(*as, s->file.letter.since, err);
}

static bool
by_paper(const struct standing *s, const struct held_post **as,
	 struct error *err)
{
	const char *post;

	if (!paper_lies_with(s, &post, err))
		return false;
	*as = actor_post(s->actor, post);
	return *as != NULL || standing_refuse(s, post, err);
}

/* Who handed it over may take it back. */
static bool
by_taker(const struct standing *s, const struct held_post **as,
	 struct error *err)
{
	const char *post, *from;

	if (!paper_goes_to(s, &post, err))
		return false;
	from = paper_of(s)->from_post;
	*as = actor_post(s->actor, post);
	if (*as == NULL && from != NULL)
		*as = actor_post(s->actor, from);
	return *as != NULL || standing_refuse(s, post, err);
}

static bool
is_top(const struct standing *s)
{
	const struct post *top = post_top(&s->posts);

	return top != NULL && s->file.letter.at_post != NULL &&
	       strcmp(top->code, s->file.letter.at_post) == 0;
}

static bool
by_holder_below(const struct standing *s, const struct held_post **as,
		struct error *err)
{
	if (is_top(s))
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("it lies with %s, who orders and does not "
				   "endorse further up"),
				 name_of_post(s, s->file.letter.at_post));
	return by_holder(s, as, err);
}

static bool
by_top(const struct standing *s, const struct held_post **as, struct error *err)
{
	const struct post *top = post_top(&s->posts);

	if (!is_top(s))
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("it lies with %s; orders are given when it "
				   "has come up to %s"),
				 name_of_post(s, s->file.letter.at_post),
				 top ? top->name : "-");
	return by_holder(s, as, err);
}

/* Looking at it is recorded once. */
static bool
is_news(const struct standing *s, const char *act, struct error *err)
{
	if (strcmp(act, "open") != 0 || !s->file.letter.is_opened)
		return true;
	return error_set(err, &ROUTE_WRONG_STATE,
			 _("it has been opened already"));
}

static bool
by_sender(const struct standing *s, const struct held_post **as,
	  struct error *err)
{
	const struct step *here = standing_step(s);
	const struct step *before = standing_step_before(s, here);

	/* Only an endorsement is taken back: a return has answered it. */
	if (before == NULL || strcmp(before->how, "endorse") != 0)
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("it was not endorsed up to where it lies"));
	*as = actor_post(s->actor, here->came_from);
	if (*as == NULL)
		return standing_refuse(s, here->came_from, err);
	if (here->opened_at != 0)
		return error_set(err, &ROUTE_OPENED, "%s (%s)", here->opened_by,
				 here->post_name);
	return true;
}

static bool
is_open_for(const struct assignment *g, const char *act)
{
	if (strcmp(act, "acknowledge") == 0)
		return g->acknowledged_at == 0;
	return g->acknowledged_at != 0 && g->done_at == 0;
}

static bool
is_named(const struct assignment *g, const char *division)
{
	return division == NULL || strcmp(g->division, division) == 0 ||
	       strcmp(g->division_name, division) == 0;
}

static bool
refuse_division(const struct standing *s, const char *act, size_t mine,
		struct error *err)
{
	struct text who = {0};

	if (mine > 0)
		return error_set(err, &ROUTE_WRONG_STATE, "%s",
				 strcmp(act, "done") == 0
				     ? _("the division must acknowledge it "
					 "first, and finishes it once")
				     : _("the division has acknowledged it "
					 "already"));
	for (size_t i = 0; i < s->file.n_assignments; i++)
		text_printf(&who, "%s%s", i > 0 ? ", " : "",
			    s->file.assignments[i].division_name);
	error_set(err, &ROUTE_NOT_YOURS,
		  _("it was given to %s; only who heads them may"),
		  text_str(&who));
	text_done(&who);
	return false;
}

const struct assignment *
standing_assignment(const struct standing *s, const char *act,
		    const char *division, struct error *err)
{
	size_t mine = 0;

	for (size_t i = 0; i < s->file.n_assignments; i++) {
		const struct assignment *g = &s->file.assignments[i];

		if (actor_post(s->actor, g->post) == NULL ||
		    !is_named(g, division))
			continue;
		mine++;
		if (is_open_for(g, act))
			return g;
	}
	refuse_division(s, act, mine, err);
	return NULL;
}

bool
standing_is_to_take(const struct standing *s)
{
	struct error none = {0};

	return standing_assignment(s, "acknowledge", NULL, &none) != NULL;
}

static bool
by_division(const struct standing *s, const char *act,
	    const struct held_post **as, struct error *err)
{
	const struct assignment *g = standing_assignment(s, act, NULL, err);

	*as = g ? actor_post(s->actor, g->post) : NULL;
	return g != NULL && is_taken(*as, g->ordered_at, err);
}

/* Acting for several posts, and holding none that would do. */
static bool
is_one_of_several(const struct standing *s, const struct held_post *as)
{
	size_t n = 0;

	for (size_t i = 0; as->capacity && i < s->actor->n_posts; i++)
		n += s->actor->posts[i].position > 0 &&
		     s->actor->posts[i].capacity;
	return n > 1;
}

/* The clerk's own slips are mended while they are fresh (correct-days); later
   an entry that others have relied on is mended by a post above, at any
   time. */
static bool
by_mender(const struct standing *s, const struct held_post **as,
	  struct error *err)
{
	const moment day = (moment)24 * 60 * 60 * 1000000;
	moment until =
	    s->file.letter.registered_at + s->policies.correct_days * day;
	const struct post *clerk = post_first(&s->posts);

	*as = actor_post_above(s->actor, clerk ? clerk->position : 0);
	if (*as == NULL && s->file.letter.secrecy != NULL)
		*as = actor_registrar(s->actor);
	if (*as != NULL)
		return !is_one_of_several(s, *as) ||
		       error_set(err, &ROUTE_SEVERAL, NULL);
	if (s->now <= until)
		return route_by_clerk(s, as, err);
	return error_set(err, &ROUTE_NOT_YOURS,
			 _("the clerk may correct an entry for %s days; after "
			   "that only a post above in the chain may"),
			 DIGITS(s->policies.correct_days));
}

static bool
who_may(const struct standing *s, const struct route *r,
	const struct held_post **as, struct error *err)
{
	switch (r->who) {
	case WHO_CLERK:
		return route_by_clerk(s, as, err);
	case WHO_COUNTER:
		return by_counter(s, as, err);
	case WHO_ROUND:
		return standing_round(s, as, err);
	case WHO_HERE:
		return by_holder_below(s, as, err);
	case WHO_ABOVE:
		return by_holder(s, as, err);
	case WHO_TOP:
		return by_top(s, as, err);
	case WHO_SENDER:
		return by_sender(s, as, err);
	case WHO_MENDS:
		return by_mender(s, as, err);
	case WHO_HAS_PAPER:
		return by_paper(s, as, err);
	case WHO_GETS_PAPER:
		return by_taker(s, as, err);
	case WHO_TO_NOTE:
		return circulated_may_note(s, as, err);
	case WHO_CIRCULATED:
		*as = circulated_by(s);
		return circulated_still(s, err) &&
		       (*as != NULL || route_by_clerk(s, as, err));
	case WHO_DUTIES:
		return duty_may_keep(s, as, err);
	case WHO_DUTY:
		return duty_may_settle(s, as, err);
	case WHO_WAIVES:
		return duty_may_waive(s, as, err);
	case WHO_REPORTS:
		return collect_may_report(s, as, err);
	case WHO_COLLECTS:
		return collect_may_nudge(s, as, err);
	case WHO_TO_TAKE:
		if (!standing_is_to_take(s) && s->file.n_circulated > 0)
			return circulated_may_note(s, as, err);
		return by_division(s, r->act, as, err);
	case WHO_TO_FINISH:
		return by_division(s, r->act, as, err);
	}
	return false;
}

/* Whoever is absent does nothing until somebody records the return. */
static bool
is_there(const struct actor *by, struct error *err)
{
	const struct keeper *k = actor_absence(by);
	struct text t = {0};

	if (k == NULL)
		return true;
	text_add_period(&t, k->away_since, k->away_until);
	error_set(err, &ROUTE_ABSENT, "%s", t.s);
	text_done(&t);
	return false;
}

bool
route_may(const struct standing *s, const char *act,
	  const struct held_post **as, struct error *err)
{
	const struct letter *l = &s->file.letter;

	*as = NULL;
	if (!is_there(s->actor, err))
		return false;
	for (const struct route *r = routes; r->act != NULL; r++)
		if (strcmp(r->act, act) == 0 && text_is_same(r->from, l->state))
			return is_news(s, act, err) && who_may(s, r, as, err);
	return error_set(err, &ROUTE_WRONG_STATE, _("it is %s"),
			 choice_label(letter_states, l->state));
}
