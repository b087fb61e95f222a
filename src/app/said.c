/* said.c -- what was done, in a sentence for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#include "app/action.h"

static const char *
word(const json_t *answer, const char *key)
{
	const char *s = json_string_value(json_object_get(answer, key));

	return s != NULL ? s : "";
}

static long long
whole(const json_t *answer, const char *key)
{
	return json_integer_value(json_object_get(answer, key));
}

/* The formats of the table take the letter's number in place of %s. */
static void
say_number(struct text *t, const char *format, const json_t *answer)
{
	const char *at = strstr(format, "%s");

	text_add_n(t, format, (size_t)(at - format));
	text_printf(t, "%lld/%lld", whole(answer, "number"),
		    whole(answer, "year"));
	text_add(t, at + 2);
}

static void
say_where(struct text *t, const json_t *answer)
{
	const char *post = word(answer, "at_post_name");

	if (post[0] != '\0' && word(answer, "holders")[0] != '\0')
		text_printf(t, _("; it lies with %s (%s)"), post,
			    word(answer, "holders"));
	else if (post[0] != '\0')
		text_printf(t,
			    _("; it lies with %s, a post that nobody holds "
			      "now"),
			    post);
	else if (strcmp(word(answer, "state"), "closed") == 0)
		text_add(t, _("; it is closed"));
}

static const struct saying {
	const char *action;
	const char *format; /* %s: the letter's number */
} sayings[] = {
    {"receive",     N_("received as number %s") },
    {"open",        N_("letter %s opened")      },
    {"endorse",     N_("letter %s endorsed")    },
    {"return",      N_("letter %s returned")    },
    {"recall",      N_("letter %s recalled")    },
    {"order",       N_("ordered on letter %s")  },
    {"acknowledge", N_("letter %s acknowledged")},
    {"done",        N_("letter %s done")        },
};

char *
answer_sentence(const struct action *a, const json_t *answer)
{
	struct text t = {0};

	for (size_t i = 0; i < ARRAY_SIZE(sayings); i++)
		if (strcmp(sayings[i].action, a->name) == 0) {
			say_number(&t, _(sayings[i].format), answer);
			say_where(&t, answer);
			return text_take(&t);
		}
	text_printf(&t, _("done: %s"), _(a->title));
	return text_take(&t);
}
