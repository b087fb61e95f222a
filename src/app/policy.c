/* policy.c -- the office settles something once, for every counter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/policy.h"

#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "app/act.h"

static const struct policy *
policy_asked(struct act *act, struct error *err)
{
	const char *name = act_operand(act, 0);
	const struct policy *p = policy_find(name);
	struct text all = {0};

	if (p != NULL)
		return p;
	for (p = policy_table; p->name != NULL; p++)
		text_printf(&all, "%s%s", all.n > 0 ? ", " : "", p->name);
	error_set(err, &REQUEST_WRONG, _("a policy is one of %s, not %.60s"),
		  text_str(&all), name);
	text_done(&all);
	return NULL;
}

bool
policy_set_decide(struct act *act, struct error *err)
{
	const struct policy *p = policy_asked(act, err);
	const char *word = act_operand(act, 1);
	int value = 0;

	if (p == NULL)
		return false;
	if ((!number_whole(word, &value) && strcmp(word, "0") != 0 &&
	     strcmp(word, "๐") != 0) ||
	    value < p->lowest || value > p->highest)
		return error_set(err, &REQUEST_WRONG,
				 _("%s is a number from %s to %s, not %.60s"),
				 p->name, DIGITS(p->lowest), DIGITS(p->highest),
				 word);
	act_put(act, "name", p->name);
	act_put_int(act, "value", value);
	act_put_int(act, "was", policy_value(&act->standing.policies, p));
	return true;
}

bool
policy_list_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err)
{
	struct policies now;

	(void)r;
	if (!policies_read(s->store, s->office, &now, err))
		return false;
	*answer = json_array();
	for (const struct policy *p = policy_table; p->name != NULL; p++)
		json_array_append_new(
		    *answer, json_pack("{s:s, s:i, s:i, s:s}", "name", p->name,
				       "value", policy_value(&now, p), "usual",
				       p->usual, "help", _(p->help)));
	return true;
}
