/* values.c -- what was asked, normalised, and put into the event */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "app/act.h"

static const char *
normalised(struct act *act, const char *value, bool one_line)
{
	char *s;
	const char *kept;

	if (value == NULL)
		return NULL;
	s = thai_normalise(value);
	if (one_line)
		text_fold_space(s);
	else
		text_trim(s);
	kept = text_is_blank(s) ? NULL : arena_strdup(act->arena, s);
	free(s);
	return kept;
}

const char *
act_text_at(struct act *act, const char *option, size_t i)
{
	const struct option *o = action_option(act->r->action, option);

	return normalised(act, request_value_at(act->r, option, i),
			  o == NULL || o->kind != VALUE_TEXT);
}

const char *
act_text(struct act *act, const char *option)
{
	return act_text_at(act, option, 0);
}

const char *
act_operand(struct act *act, size_t i)
{
	return normalised(act, request_operand(act->r, i), true);
}

bool
act_date(struct act *act, const char *option, const char **iso,
	 struct error *err)
{
	const char *given = act_text(act, option);
	struct date d;

	*iso = NULL;
	if (given == NULL)
		return true;
	if (!option_date(action_option(act->r->action, option), given,
			 session_today(act->s), &d, err))
		return false;
	*iso = date_iso(act->arena, d);
	return true;
}

void
act_put(struct act *act, const char *key, const char *text)
{
	if (text != NULL)
		act_put_json(act, key, json_string(text));
}

void
act_put_int(struct act *act, const char *key, int64_t value)
{
	act_put_json(act, key, json_integer(value));
}

void
act_put_json(struct act *act, const char *key, json_t *value)
{
	if (json_object_set_new(act->entry.body, key, value) != 0)
		bug("%s cannot be put into an event", key);
}
