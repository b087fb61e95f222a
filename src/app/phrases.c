/* phrases.c -- stock phrases by set and post: data/phrases.conf */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/embedded.h"
#include "base/text.h"

#include "app/look.h"

struct phrases {
	const char **at;
	size_t n;
	struct arena *arena;
};

static void
add(struct phrases *p, const char *line, size_t n)
{
	const char **more = arena_array(p->arena, p->n + 1, sizeof(*more));

	if (p->n > 0)
		memcpy(more, p->at, p->n * sizeof(*more));
	more[p->n] = arena_strndup(p->arena, line, n);
	p->at = more;
	p->n++;
}

/* "[set post]" and "[set *]" begin a section; a line is a phrase. */
static bool
section_is(const char *line, size_t n, const char *set, const char *post)
{
	size_t set_n = strlen(set), post_n = strlen(post);

	return n == set_n + post_n + 3 && line[0] == '[' &&
	       memcmp(line + 1, set, set_n) == 0 && line[set_n + 1] == ' ' &&
	       memcmp(line + set_n + 2, post, post_n) == 0;
}

static void
add_section(struct phrases *p, const char *text, const char *set,
	    const char *post)
{
	bool in = false;

	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		if (text[0] == '[')
			in = section_is(text, n, set, post);
		else if (in && n > 0 && text[0] != '#')
			add(p, text, n);
		text += n;
		text += *text == '\n';
	}
}

size_t
look_phrases(struct session *s, const char *set, struct arena *a,
	     const char ***phrases)
{
	const struct embedded *file = embedded_find("phrases.conf");
	struct phrases p = {.arena = a};

	if (file != NULL) {
		for (size_t i = 0; i < s->actor.n_posts; i++)
			add_section(&p, file->text, set,
				    s->actor.posts[i].post);
		add_section(&p, file->text, set, "*");
	}
	*phrases = p.at;
	return p.n;
}
