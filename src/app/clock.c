/* clock.c -- the clock is questioned before anything is written by it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/clock.h"

#include "base/i18n.h"

#include "model/policy.h"

#include "app/decisions.h"
#include "app/json.h"

const struct error_kind CLOCK_DOUBTED = {
    "clock", EXIT_REFUSED,
    N_("the computer's clock is in doubt, nothing is written by it")};

bool
look_clock(struct session *s, struct clock_state *c, struct error *err)
{
	struct policies p;

	*c = (struct clock_state){.now = session_now(s)};
	if (!clock_reading_load(s->store, s->office, &c->reading, err) ||
	    !policies_read(s->store, s->office, c->reading.last, &p, err))
		return false;
	c->doubt = clock_doubt_of(&c->reading, c->now, p.clock_days, &s->years);
	return true;
}

static void
add_moment(struct text *t, moment m)
{
	text_add_date(t, moment_date(m), DATE_LONG, digits_are_thai());
	text_add(t, " ");
	text_add_time(t, m, digits_are_thai());
}

void
text_add_doubt(struct text *t, const struct clock_state *c)
{
	struct text now = {0}, read = {0};

	add_moment(&now, c->now);
	add_moment(&read, c->reading.read);
	text_printf(t,
		    c->doubt == CLOCK_BACK
			? _("it reads %s, earlier than at the last entry: %s")
			: _("it reads %s, and the last entry was at %s"),
		    text_str(&now), text_str(&read));
	text_done(&now);
	text_done(&read);
}

/* Both times, and what to do. */
static bool
refuse(const struct clock_state *c, struct error *err)
{
	struct text t = {0};

	text_add_doubt(&t, c);
	error_set(err, &CLOCK_DOUBTED,
		  _("%s; set it right, or, when it is right, say so: clock "
		    "confirm --reason TEXT"),
		  t.s);
	text_done(&t);
	return false;
}

/* Asked once: what is written before the act is written by the same clock. */
bool
clock_guard(struct act *act, struct error *err)
{
	struct clock_state *c = &act->clock;

	if (c->now == 0 && !look_clock(act->s, c, err))
		return false;
	return act->r->action->needs & NEED_NO_CLOCK ||
	       c->doubt == CLOCK_SOUND || refuse(c, err);
}

/* Both times are kept: what was recorded before and after it, and who said
   that it is so. */
bool
clock_confirm_decide(struct act *act, struct error *err)
{
	const struct clock_state *c = &act->clock;

	if (c->doubt == CLOCK_SOUND)
		return error_set(err, &RULE_REFUSED,
				 _("the clock is not in doubt"));
	act_put(act, "reason", act_text(act, "reason"));
	act_put_int(act, "says", c->now);
	act_put_int(act, "before", c->reading.read);
	return true;
}

bool
clock_look(struct session *s, const struct request *r, json_t **answer,
	   struct error *err)
{
	static const char *const doubts[] = {
	    [CLOCK_SOUND] = NULL,
	    [CLOCK_BACK] = "back",
	    [CLOCK_AHEAD] = "ahead",
	    [CLOCK_YEARS] = "years",
	};
	struct clock_state c;
	struct text t = {0};

	(void)r;
	if (!look_clock(s, &c, err))
		return false;
	if (c.doubt != CLOCK_SOUND)
		text_add_doubt(&t, &c);
	*answer = json_pack(
	    "{s:o, s:o, s:o, s:o, s:o}", "now", moment_json(c.now), "last",
	    moment_json(c.reading.last), "read", moment_json(c.reading.read),
	    "doubt", text_json(doubts[c.doubt]), "text", text_json(t.s));
	text_done(&t);
	return true;
}
