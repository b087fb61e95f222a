/* theme.c -- how styles look: attributes and colours, from a table of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/theme.h"

#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/i18n.h"
#include "base/text.h"

const struct error_kind THEME_WRONG = {"theme-wrong", EXIT_USAGE,
				       N_("the colours are wrong")};

static const char *const colours[] = {
    "black",        "red",
    "green",        "yellow",
    "blue",         "magenta",
    "cyan",         "white",
    "bright-black", "bright-red",
    "bright-green", "bright-yellow",
    "bright-blue",  "bright-magenta",
    "bright-cyan",  "bright-white",
};

static const struct {
	const char *name;
	unsigned bit;
} attributes[] = {
    {"bold", LOOK_BOLD},
    {"dim", LOOK_DIM},
    {"reverse", LOOK_REVERSE},
    {"underline", LOOK_UNDERLINE},
};

enum { COLOURS_MAX = 256, WORDS = 5 };

bool
look_equal(struct look a, struct look b)
{
	return a.bits == b.bits && a.ink == b.ink && a.paper == b.paper;
}

static bool
read_colour(const char *word, int *colour, struct error *err)
{
	char *end;
	long n = strtol(word, &end, 10);

	*colour = -1;
	if (strcmp(word, "-") == 0)
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(colours); i++)
		if (strcmp(colours[i], word) == 0)
			*colour = (int)i;
	if (*word && !*end && n >= 0 && n < COLOURS_MAX)
		*colour = (int)n;
	if (*colour >= 0)
		return true;
	return error_set(err, &THEME_WRONG, _("no colour “%.60s”"), word);
}

static bool
read_attributes(char *words, unsigned *bits, struct error *err)
{
	char *rest;

	*bits = 0;
	if (strcmp(words, "-") == 0)
		return true;
	for (char *word = strtok_r(words, "+", &rest); word;
	     word = strtok_r(NULL, "+", &rest)) {
		size_t i = 0;

		while (i < ARRAY_SIZE(attributes) &&
		       strcmp(attributes[i].name, word) != 0)
			i++;
		if (i == ARRAY_SIZE(attributes))
			return error_set(err, &THEME_WRONG,
					 _("no attribute “%.60s”"), word);
		*bits |= attributes[i].bit;
	}
	return true;
}

static bool
read_style(const char *word, int *style, struct error *err)
{
	for (*style = 0; *style < STYLE_COUNT; ++*style)
		if (strcmp(styles[*style].name, word) == 0)
			return true;
	return error_set(err, &THEME_WRONG, _("no style “%.60s”"), word);
}

/* One line; *found when it is one of the theme's. */
static bool
read_line(struct theme *t, const char *name, char *line, bool *found,
	  struct error *err)
{
	char *words[WORDS] = {0};
	struct look look;
	int style, n = 0;
	char *rest;

	for (char *word = strtok_r(line, " \t\r", &rest); word;
	     word = strtok_r(NULL, " \t\r", &rest))
		if (n++ < WORDS)
			words[n - 1] = word;
	if (n == 0 || *words[0] == '#')
		return true;
	if (n != WORDS)
		return error_set(err, &THEME_WRONG,
				 _("a line is theme, style, ink, paper and "
				   "attributes"));
	if (!read_style(words[1], &style, err) ||
	    !read_colour(words[2], &look.ink, err) ||
	    !read_colour(words[3], &look.paper, err) ||
	    !read_attributes(words[4], &look.bits, err))
		return false;
	if (strcmp(words[0], name) == 0) {
		t->at[style] = look;
		*found = true;
	}
	return true;
}

static bool
read_file(struct theme *t, const char *name, const struct conf_file *file,
	  bool *found, struct error *err)
{
	char *all = xstrdup(file->text), *line = all;
	bool ok = true;

	for (int number = 1; ok && *line; number++) {
		char *end = line + strcspn(line, "\n");
		char *next = *end ? end + 1 : end;
		struct error why = {0};

		*end = '\0';
		ok = read_line(t, name, line, found, &why);
		if (!ok)
			error_set(err, &THEME_WRONG, "%s:%d: %s", file->name,
				  number, why.detail);
		line = next;
	}
	free(all);
	return ok;
}

static bool
read_own(struct theme *t, const char *name)
{
	const struct embedded *own = embedded_find("themes.conf");
	struct error err = {0};
	bool found = false;

	if (!own)
		bug("data/themes.conf is not embedded");
	if (!read_file(t, name, &(struct conf_file){own->name, own->text},
		       &found, &err))
		bug("data/%s", err.detail);
	return found;
}

void
theme_own(struct theme *t, const char *name)
{
	if (!read_own(t, "default") || !read_own(t, name))
		bug("data/themes.conf lacks the theme %s", name);
}

bool
theme_read(struct theme *t, const char *name, const struct conf_file *files,
	   struct error *err)
{
	struct theme own, theirs;

	theme_own(&own, "default");
	bool found = read_own(&own, name);
	theirs = *t = own;
	for (; files->name; files++)
		if (!read_file(&theirs, name, files, &found, err))
			return false;
	if (!found)
		return error_set(err, &THEME_WRONG, _("no theme “%.60s”"),
				 name);
	*t = theirs;
	return true;
}

struct look
theme_look(const struct theme *t, enum style style, bool is_selected)
{
	struct look look = t->at[style];

	if (is_selected)
		look.bits = (look.bits & ~(unsigned)LOOK_DIM) ^ LOOK_REVERSE;
	return look;
}
