/* duty-line.c -- a duty in one line, as sheets offer it and clerks mend it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "intake/reading.h"

#include "app/duty-asked.h"

/* --------------------------------------------------------- where to report */

static bool
begins_link(const char *s)
{
	return strncmp(s, "http://", 7) == 0 ||
	       strncmp(s, "https://", 8) == 0 || strncmp(s, "www.", 4) == 0;
}

static const char *
kind_of_place(const char *name, const char *link)
{
	static const struct {
		const char *word, *kind;
	} words[] = {
	    {"ไลน์", "line"},     {"Line", "line"},        {"LINE", "line"},
	    {"ปักหมุด", "map"},    {"Maps", "map"},         {"แผนที่", "map"},
	    {"อีเมล", "email"},   {"อิเล็กทรอนิกส์", "email"}, {"@", "email"},
	    {"ระบบ", "web"},     {"เว็บ", "web"},          {"สำนักงาน", "office"},
	    {"อำเภอ", "office"}, {"จังหวัด", "office"},     {"กรม", "office"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strstr(name, words[i].word) != NULL)
			return words[i].kind;
	return link != NULL ? "web" : "other";
}

struct duty_where
duty_where_of_words(const char *words, struct arena *a)
{
	const char *at = words;
	char *name;
	struct duty_where w = {0};
	size_t n;

	while (*at != '\0' && !begins_link(at))
		at++;
	n = strcspn(at, " ;");
	if (n > 0)
		w.link = arena_strndup(a, at, n);
	name = xasprintf("%.*s%s", (int)(at - words), words, at + n);
	text_fold_space(name);
	w.name = arena_strdup(a, name[0] != '\0' ? name : w.link);
	w.kind = kind_of_place(w.name, w.link);
	free(name);
	return w;
}

/* --------------------------------------------------------------- one line */

struct line_work {
	struct asking asking;
	struct duty_terms *terms;
	struct arena *arena;
};

/* "กรม Y: ทุกวันที่ ๕" */
static bool
read_office_days(struct line_work *w, const char *part)
{
	const char *colon = strstr(part, ": ");
	struct asking k = w->asking;
	struct error none = {0};

	if (colon == NULL)
		return false;
	k.days = (struct duty_asked){0};
	asking_begin(&k, arena_strndup(w->arena, part, (size_t)(colon - part)));
	if (!asking_read(&k, colon + 2, NULL, &none))
		return false;
	asking_put(&k);
	return true;
}

/* "3 ภาพ", "2 ชุด" */
static bool
read_count(struct line_work *w, const char *part)
{
	static const struct {
		const char *word;
		bool is_picture;
	} units[] = {{"ภาพ", true},    {"รูป", true},   {"pictures", true},
		     {"ชุด", false},    {"ฉบับ", false}, {"เล่ม", false},
		     {"copies", false}};
	char *arabic = thai_digits_to_arabic(part), *unit;
	long n = strtol(arabic, &unit, 10);
	bool found = false;

	for (size_t i = 0; n > 0 && n < 1000 && i < ARRAY_SIZE(units); i++)
		if (strcmp(unit + strspn(unit, " "), units[i].word) == 0) {
			*(units[i].is_picture ? &w->terms->pictures
					      : &w->terms->copies) = (int)n;
			found = true;
		}
	free(arabic);
	return found;
}

static void
read_part(struct line_work *w, const char *part)
{
	struct duty_terms *t = w->terms;
	struct duty_where *where;

	if (read_office_days(w, part) || read_count(w, part))
		return;
	if (strncmp(part, "แบบ", strlen("แบบ")) == 0) {
		t->form = part;
		return;
	}
	where = arena_array(w->arena, t->n_where + 1, sizeof(*where));
	if (t->n_where > 0)
		memcpy(where, t->where, t->n_where * sizeof(*where));
	where[t->n_where++] = duty_where_of_words(part, w->arena);
	t->where = where;
}

/* The next part of the line, or NULL behind the last. */
static const char *
next_part(const char **line, struct arena *a)
{
	size_t n = strcspn(*line, ";");
	char *part;
	const char *kept;

	if (**line == '\0')
		return NULL;
	part = xstrndup(*line, n);
	text_fold_space(part);
	kept = arena_strdup(a, part);
	free(part);
	*line += n + ((*line)[n] == ';');
	return kept;
}

/* What and the days; or words with the days in them: what stands before these
   is to be done. */
static bool
read_days(struct line_work *w, const char *what, const char *days,
	  struct error *err)
{
	struct read_duty d;

	asking_begin(&w->asking, NULL);
	if (!asking_read(&w->asking, days ? days : what, &d, err))
		return false;
	if (days == NULL)
		what = d.what ? d.what : "";
	if (what[0] != '\0')
		w->terms->what = what;
	asking_put(&w->asking);
	return true;
}

bool
duty_terms_of_line(struct act *act, const char *line,
		   const struct duty_letter *of, const struct holidays *h,
		   struct duty_terms *t, struct error *err)
{
	struct line_work w = {
	    .asking = {.act = act, .of = of, .holidays = h, .terms = t},
	    .terms = t,
	    .arena = act->arena,
	};
	const char *what, *days, *part;

	line += strspn(line, " ");
	t->is_proposed = *line == '?';
	line += strspn(line, "? ");
	what = next_part(&line, act->arena);
	days = next_part(&line, act->arena);
	if (!read_days(&w, what ? what : "", days, err))
		return false;
	while ((part = next_part(&line, act->arena)) != NULL)
		if (part[0] != '\0')
			read_part(&w, part);
	return true;
}
