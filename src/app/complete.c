/* complete.c -- what the last word of a command line may become */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/complete.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#include "app/command.h"
#include "app/values-offered.h"

static bool
begins(const char *s, const char *with)
{
	return s && strncmp(s, with, strlen(with)) == 0;
}

/* The words of a line as far as it is typed. */
struct typed {
	struct words whole;
	const char *last; /* still being typed, without quotes; "" */
	const struct action *action;
	size_t taken; /* words of its name */
};

static void
add(struct completion_list *list, const char *word, const char *help)
{
	if (list->n < COMPLETIONS_MAX)
		list->at[list->n++] = (struct completion){word, help};
}

static void
complete_names(const char *line, struct completion_list *list)
{
	for (const struct action *a = actions; a->name; a++)
		if (!(a->needs & NEED_TERMINAL) && begins(a->name, line))
			add(list, a->name, _(a->help));
}

static bool
is_given(const struct typed *t, const char *name)
{
	for (size_t i = t->taken; i < t->whole.n; i++) {
		const char *word = t->whole.at[i];

		if (begins(word, "--") && begins(word + 2, name) &&
		    strchr("=", word[2 + strlen(name)]))
			return true;
	}
	return false;
}

static void
complete_options(const struct typed *t, struct arena *a,
		 struct completion_list *list)
{
	const char *begun = begins(t->last, "--") ? t->last + 2 : "";

	for (const struct option *o = t->action->options; o && o->name; o++)
		if (o->kind != VALUE_SECRET && begins(o->name, begun) &&
		    (o->flags & OPTION_MANY || !is_given(t, o->name)))
			add(list, arena_printf(a, "--%s", o->name),
			    o->help ? _(o->help) : "");
}

/* Spaces and quotes hold together in quotes. */
static const char *
quoted(const char *value, struct arena *a)
{
	char quote = strchr(value, '\'') ? '"' : '\'';

	if (!strpbrk(value, " \"'"))
		return value;
	return arena_printf(a, "%c%s%c", quote, value, quote);
}

static bool
complete_value(struct session *s, const struct action *action,
	       const struct option *o, const char *begun, struct arena *a,
	       struct completion_list *list, struct error *err)
{
	struct offered_list values = {0};

	if (!values_offered(s, action, o, a, &values, err))
		return false;
	for (size_t i = 0; i < values.n; i++)
		if (begins(values.at[i].value, begun) ||
		    begins(values.at[i].help, begun))
			add(list, quoted(values.at[i].value, a),
			    values.at[i].help ? values.at[i].help : "");
	return true;
}

/* The option whose value is typed next: the last word is "--name". */
static const struct option *
open_option(const struct typed *t)
{
	const char *word =
	    t->whole.n > t->taken ? t->whole.at[t->whole.n - 1] : "";
	const struct option *o =
	    begins(word, "--") ? action_option(t->action, word + 2) : NULL;

	return o && o->kind < VALUE_FLAG ? o : NULL;
}

/* What the operand to come stands for; NULL when there is none left. */
static const struct option *
next_operand(const struct typed *t)
{
	const char *word = t->action->operands;
	size_t given = 0;

	for (size_t i = t->taken; i < t->whole.n; i++) {
		const char *at = t->whole.at[i];
		const struct option *o =
		    begins(at, "--") ? action_option(t->action, at + 2) : NULL;

		if (o && o->kind != VALUE_FLAG)
			i++; /* its value */
		else if (!begins(at, "--"))
			given++;
	}
	/* Behind a letter's number the options are likelier than another. */
	bool is_more = !t->action->many || *t->last;

	while (given > 0 && *word && !(is_more && strstr(word, "..."))) {
		word += strcspn(word, " ");
		word += strspn(word, " ");
		given--;
	}
	return *word ? operand_option(word) : NULL;
}

/* "--to=pa": the value begins behind the sign. */
static bool
complete_assigned(struct session *s, const struct typed *t, struct arena *a,
		  struct completion_list *list, struct error *err)
{
	const char *equals = strchr(t->last, '=');
	const char *name =
	    arena_strndup(a, t->last + 2, (size_t)(equals - t->last - 2));
	const struct option *o = action_option(t->action, name);

	list->from += (size_t)(equals + 1 - t->last);
	return !o || complete_value(s, t->action, o, equals + 1, a, list, err);
}

static bool
complete_argument(struct session *s, const struct typed *t, struct arena *a,
		  struct completion_list *list, struct error *err)
{
	const struct option *o = open_option(t);

	if (!o && begins(t->last, "--") && strchr(t->last, '='))
		return complete_assigned(s, t, a, list, err);
	if (!o && !begins(t->last, "--"))
		o = next_operand(t);
	if (o && !complete_value(s, t->action, o, t->last, a, list, err))
		return false;
	if (!o)
		complete_options(t, a, list);
	return true;
}

bool
complete_line(struct session *s, const char *line, struct arena *a,
	      struct completion_list *list, struct error *err)
{
	struct typed t = {0};

	list->at = arena_array(a, COMPLETIONS_MAX, sizeof(*list->at));
	list->n = list->from = 0;
	complete_names(line, list);
	if (list->n > 0)
		return true;
	list->from = words_begun(line, a, &t.whole, &t.last);
	t.action = command_action(&t.whole, &t.taken);
	return !t.action || complete_argument(s, &t, a, list, err);
}
