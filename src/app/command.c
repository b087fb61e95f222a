/* command.c -- a command line understood as a request */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/command.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

#include "app/pin.h"

const struct error_kind COMMAND_UNKNOWN = {
    "command-unknown", EXIT_USAGE,
    N_("there is no such command; `help` lists them")};
const struct error_kind COMMAND_WRONG = {"command-wrong", EXIT_USAGE,
					 N_("the command is not understood")};

/* One word from *line on, without its quotes, to *at, which moves behind its
   end; NULL on an open quote. */
static const char *
word_take(const char **line, char **at)
{
	const char *word = *at;
	char quote = '\0';

	for (; **line != '\0' && (quote || **line != ' '); (*line)++) {
		if (quote ? **line == quote : strchr("\"'", **line) != NULL)
			quote = quote ? '\0' : **line;
		else
			*(*at)++ = **line;
	}
	*(*at)++ = '\0';
	return quote ? NULL : word;
}

bool
words_split(const char *line, struct arena *a, struct words *w,
	    struct error *err)
{
	char *at = arena_alloc(a, strlen(line) + 1);

	w->at = arena_array(a, strlen(line) / 2 + 1, sizeof(*w->at));
	w->n = 0;
	for (line += strspn(line, " "); *line != '\0';
	     line += strspn(line, " ")) {
		w->at[w->n] = word_take(&line, &at);
		if (w->at[w->n++] == NULL)
			return error_set(err, &COMMAND_WRONG,
					 _("a quotation mark is missing"));
	}
	return true;
}

size_t
words_begun(const char *line, struct arena *a, struct words *whole,
	    const char **last)
{
	const char *p = line, *begin;
	char *at = arena_alloc(a, strlen(line) + 2), *word;

	whole->at = arena_array(a, strlen(line) / 2 + 1, sizeof(*whole->at));
	whole->n = 0;
	for (;;) {
		p += strspn(p, " ");
		begin = p;
		word = at;
		if (!word_take(&p, &at) || *p == '\0')
			break;
		whole->at[whole->n++] = word;
	}
	*last = word;
	return (size_t)(begin - line);
}

void
words_add(struct words *w, struct arena *a, const char *word)
{
	const char **more = arena_array(a, w->n + 1, sizeof(*more));

	for (size_t i = 0; i < w->n; i++)
		more[i] = w->at[i];
	more[w->n++] = word;
	w->at = more;
}

const struct action *
command_action(const struct words *w, size_t *taken)
{
	char both[80];
	const struct action *a = NULL;

	if (w->n > 1) {
		snprintf(both, sizeof(both), "%s %s", w->at[0], w->at[1]);
		a = action_find(both);
		*taken = 2;
	}
	if (a == NULL && w->n > 0) {
		a = action_find(w->at[0]);
		*taken = 1;
	}
	return a;
}

struct reading {
	const struct words *w;
	size_t i; /* the word to read next */
	struct arena *arena;
	struct request *r;
	struct argument *at; /* where arguments are gathered */
};

static void
add(struct reading *rd, const char *name, const char *value)
{
	rd->at[rd->r->n++] = (struct argument){name, value};
}

/* "--note=TEXT" and "--note TEXT"; a flag's value is itself. */
static bool
read_option(struct reading *rd, const char *word, struct error *err)
{
	const char *equals = strchr(word, '=');
	const char *name =
	    equals ? arena_strndup(rd->arena, word, (size_t)(equals - word))
		   : word;
	const struct option *o = action_option(rd->r->action, name);

	if (pin_is_secret(rd->r->action, name))
		return error_set(
		    err, &COMMAND_WRONG,
		    _("--%s is never said on a command line, where "
		      "others see it: it is asked for"),
		    name);
	if (o == NULL)
		return error_set(err, &COMMAND_WRONG,
				 _("%s has no option --%.40s"),
				 rd->r->action->name, name);
	if (o->kind == VALUE_FLAG && equals != NULL)
		return error_set(err, &COMMAND_WRONG, _("--%s takes no value"),
				 name);
	if (o->kind == VALUE_FLAG)
		add(rd, o->name, o->name);
	else if (equals != NULL)
		add(rd, o->name, equals + 1);
	else if (rd->i < rd->w->n)
		add(rd, o->name, rd->w->at[rd->i++]);
	else
		return error_set(err, &COMMAND_WRONG, _("--%s needs a value"),
				 name);
	return true;
}

static bool
read_arguments(struct reading *rd, struct error *err)
{
	bool options = true;

	while (rd->i < rd->w->n) {
		const char *word = rd->w->at[rd->i++];

		if (options && strcmp(word, "--") == 0)
			options = false;
		else if (options && strncmp(word, "--", 2) == 0) {
			if (!read_option(rd, word + 2, err))
				return false;
		} else
			add(rd, NULL, word);
	}
	return true;
}

/* Of a word that only longer names begin with, what may follow it. */
static void
add_following(const char *first, struct text *t)
{
	for (const struct action *a = actions; a->name != NULL; a++) {
		const char *word = action_behind(a, first);

		if (word != NULL)
			text_printf(t, "%s%s", t->n > 0 ? ", " : "", word);
	}
}

static bool
refuse_name(const struct words *w, struct error *err)
{
	const char *first = w->n > 0 ? w->at[0] : "";
	struct text t = {0};

	add_following(first, &t);
	if (t.n == 0)
		error_set(err, &COMMAND_UNKNOWN, "%.60s", first);
	else
		error_set(err, &COMMAND_WRONG,
			  _("%.60s is followed by one of %s"), first, t.s);
	text_done(&t);
	return false;
}

bool
command_read(const struct words *w, struct arena *a, struct request *r,
	     struct error *err)
{
	struct reading rd = {.w = w, .arena = a, .r = r};

	*r = (struct request){.action = command_action(w, &rd.i)};
	if (r->action == NULL)
		return refuse_name(w, err);
	rd.at = arena_array(a, w->n, sizeof(*rd.at));
	r->at = rd.at;
	random_bytes(r->act_id, sizeof(r->act_id));
	return read_arguments(&rd, err);
}
