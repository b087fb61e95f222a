/* drafts.c -- the drafts that lie beside the register, and whose they are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

#include "model/ledger.h"

#include "app/act.h"
#include "app/answer.h"
#include "app/draft-page.h"
#include "app/keeper.h"
#include "app/many.h"

/* More are not looked at: nobody has so many forms open. */
enum { DRAFTS_MAX = 500 };

char *
drafts_folder(const struct session *s)
{
	return xasprintf("%s-drafts", store_beside(s->store));
}

/* "OFFICE-PERSON-ACTID", and no other file. */
static bool
is_draft_name(const char *name, int64_t *office, int64_t *person)
{
	long long of, by;
	char act[2 * ID_SIZE + 2];
	unsigned char id[ID_SIZE];

	if (sscanf(name, "%lld-%lld-%33[0-9a-f]", &of, &by, act) != 3 ||
	    strlen(strrchr(name, '-') + 1) != 2 * ID_SIZE ||
	    !hex_read(act, id, ID_SIZE))
		return false;
	*office = of;
	*person = by;
	return true;
}

/* What is damaged tells nothing and is passed over. */
static bool
read_line(const char *path, struct arena *a, struct draft_line *line)
{
	struct text t = {0};
	struct error damaged = {0};
	bool ok;

	*line = (struct draft_line){.path = path};
	ok = slots_read(path, &t, &line->is_in_use, &damaged) &&
	     draft_page_read(text_str(&t), a, line);
	text_done(&t);
	return ok;
}

typedef bool (*wanted_fn)(const struct draft_line *line, int64_t person,
			  int64_t letter);

static int
compare_age(const void *a, const void *b)
{
	const struct draft_line *x = a, *y = b;

	if (x->page.since != y->page.since)
		return x->page.since < y->page.since ? -1 : 1;
	return strcmp(x->id, y->id);
}

static void
read_folder(DIR *dir, const char *folder, const struct session *s,
	    wanted_fn is_wanted, int64_t letter, struct arena *a,
	    struct draft_list *list)
{
	struct dirent *entry;
	int64_t office, person;

	list->at = arena_array(a, DRAFTS_MAX, sizeof(*list->at));
	while (list->n < DRAFTS_MAX && (entry = readdir(dir)) != NULL) {
		struct draft_line *line = &list->at[list->n];

		if (is_draft_name(entry->d_name, &office, &person) &&
		    office == s->office &&
		    read_line(arena_printf(a, "%s/%s", folder, entry->d_name),
			      a, line) &&
		    line->person == person &&
		    is_wanted(line, s->actor.person, letter))
			list->n++;
	}
	if (list->n > 0)
		qsort(list->at, list->n, sizeof(*list->at), compare_age);
}

/* A folder that is not there, or not ours, holds nothing of ours. */
static bool
read_drafts(const struct session *s, wanted_fn is_wanted, int64_t letter,
	    struct arena *a, struct draft_list *list, struct error *err)
{
	char *folder = drafts_folder(s);
	DIR *dir = opendir(folder);
	bool ok = dir || errno == ENOENT || errno == EACCES;

	*list = (struct draft_list){0};
	if (dir) {
		read_folder(dir, folder, s, is_wanted, letter, a, list);
		closedir(dir);
	} else if (!ok) {
		error_set(err, &ERROR_IO, "%s: %s", folder, error_words(errno));
	}
	free(folder);
	return ok;
}

static bool
is_mine(const struct draft_line *line, int64_t person, int64_t letter)
{
	(void)letter;
	return line->person == person && line->page.is_touched;
}

static bool
is_at_letter(const struct draft_line *line, int64_t person, int64_t letter)
{
	return line->person != person && line->page.letter == letter &&
	       line->is_in_use;
}

static bool
is_of_a_letter(const struct draft_line *line, int64_t person, int64_t letter)
{
	(void)person;
	(void)letter;
	return line->page.letter != 0;
}

bool
drafts_drop_of(struct session *s, const int64_t *letters, size_t n,
	       struct error *err)
{
	struct arena a = {0};
	struct draft_list list;
	bool ok = read_drafts(s, is_of_a_letter, 0, &a, &list, err);

	for (size_t i = 0; ok && i < list.n; i++)
		for (size_t k = 0; k < n; k++)
			if (list.at[i].page.letter == letters[k])
				unlink(list.at[i].path);
	arena_done(&a);
	return ok;
}

/* The answer was lost, or the line, and the act was done all the same. */
static bool
find_done(struct session *s, struct draft_line *line, struct arena *a,
	  struct error *err)
{
	const struct request *r = &line->page.request;
	json_t *answer = NULL;
	bool found = false;
	char *sentence;

	if (!act_find_done(s, r, &found, &answer, err))
		return false;
	if (!found)
		return true;
	sentence = answer_sentence(r->action, answer);
	line->done = arena_strdup(a, sentence);
	free(sentence);
	json_decref(answer);
	return true;
}

static bool
is_veiled(struct session *s, const char *number, struct arena *a)
{
	struct letter_file file = {0};
	struct error no = {0};

	return !look_letter_quietly(s, number, a, &file, &no) ||
	       file.letter.is_veiled;
}

/* Whoever may not read the letter may not read what he typed about it while he
   still might: it quotes it.  Nor about several of which it is one. */
static void
veil(struct session *s, struct draft_line *line, struct arena *a)
{
	const struct request *r = &line->page.request;
	struct letters_asked asked = {0};
	struct error no = {0};

	line->is_veiled =
	    line->page.number && is_veiled(s, line->page.number, a);
	if (!line->page.number && r->action->many &&
	    letters_asked(r, session_year(s), a, &asked, &no))
		for (size_t i = 0; i < asked.n && !line->is_veiled; i++)
			line->is_veiled =
			    is_veiled(s, letter_of(&asked.at[i], a), a);
	if (line->is_veiled)
		line->page.request.n = 0;
}

bool
drafts_mine(struct session *s, struct arena *a, struct draft_list *list,
	    struct error *err)
{
	bool ok;

	if (session_is_kept(s))
		return keeper_drafts(s, 0, a, list, err);
	ok = read_drafts(s, is_mine, 0, a, list, err);
	for (size_t i = 0; ok && i < list->n; i++) {
		ok = find_done(s, &list->at[i], a, err);
		veil(s, &list->at[i], a);
	}
	return ok;
}

bool
draft_waits(const struct draft_line *line)
{
	return !line->done && !line->is_in_use;
}

bool
drafts_waiting(struct session *s, size_t *n, struct error *err)
{
	struct arena a = {0};
	struct draft_list list = {0};
	bool ok = drafts_mine(s, &a, &list, err);

	*n = 0;
	for (size_t i = 0; ok && i < list.n; i++)
		*n += draft_waits(&list.at[i]);
	arena_done(&a);
	return ok;
}

bool
drafts_of_letter(struct session *s, int64_t letter, struct arena *a,
		 struct draft_list *list, struct error *err)
{
	if (session_is_kept(s))
		return keeper_drafts(s, letter, a, list, err);
	return read_drafts(s, is_at_letter, letter, a, list, err);
}

/* ------------------------------------------------- on the command line */

static const char *
state_of(const struct draft_line *line)
{
	if (line->done)
		return "done";
	return line->is_in_use ? "open" : "kept";
}

static json_t *
values_json(const struct request *r)
{
	json_t *j = json_array();

	for (size_t i = 0; i < r->n; i++)
		json_array_append_new(j, json_pack("{s:s?, s:s}", "name",
						   r->at[i].name, "value",
						   r->at[i].value));
	return j;
}

static json_t *
line_json(const struct draft_line *line)
{
	const struct draft_page *page = &line->page;

	return json_pack("{s:s, s:s, s:s?, s:s, s:s?, s:b, s:o, s:o, s:o}",
			 "id", line->id, "action", page->request.action->name,
			 "number", page->number, "state", state_of(line),
			 "done", line->done, "veiled", line->is_veiled, "since",
			 moment_json(page->since), "at", moment_json(line->at),
			 "fields", values_json(&page->request));
}

bool
drafts_look(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	struct arena a = {0};
	struct draft_list list;
	bool ok = drafts_mine(s, &a, &list, err);

	(void)r;
	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; ok && i < list.n; i++)
		json_array_append_new(*answer, line_json(&list.at[i]));
	arena_done(&a);
	return ok;
}

/* The one whose id begins so; NULL and err when there is none, or several. */
static const struct draft_line *
find_line(const struct draft_list *list, const char *begins, struct error *err)
{
	const struct draft_line *found = NULL;

	for (size_t i = 0; i < list->n; i++) {
		if (strncmp(list->at[i].id, begins, strlen(begins)) != 0)
			continue;
		if (found) {
			error_set(err, &REQUEST_WRONG,
				  _("several drafts begin with %.60s"), begins);
			return NULL;
		}
		found = &list->at[i];
	}
	if (!found)
		error_set(err, &REQUEST_WRONG,
			  _("you have no draft %.60s; `drafts` lists them"),
			  begins);
	return found;
}

/* All are found before the first is thrown away. */
bool
drafts_discard_look(struct session *s, const struct request *r, json_t **answer,
		    struct error *err)
{
	struct arena a = {0};
	struct draft_list list;
	bool ok = drafts_mine(s, &a, &list, err);
	const char *begins;

	*answer = json_array();
	for (size_t i = 0; ok && (begins = request_operand(r, i)); i++)
		ok = find_line(&list, begins, err) != NULL;
	for (size_t i = 0; ok && (begins = request_operand(r, i)); i++) {
		const struct draft_line *line = find_line(&list, begins, err);

		ok = line && draft_discard(s, line, err);
		if (ok)
			json_array_append_new(*answer, json_string(line->id));
	}
	if (!ok) {
		json_decref(*answer);
		*answer = NULL;
	}
	arena_done(&a);
	return ok;
}
