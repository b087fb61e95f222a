/* view.c -- who has read a secret letter, and when, stands in the chain */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/view.h"

#include <stdlib.h>

#include "base/i18n.h"

#include "model/book.h"
#include "model/number.h"

#include "app/decisions.h"

/* A letter that was read in this session, and on which day. */
struct view_seen {
	int64_t office, letter;
	struct date day;
	struct view_seen *next;
};

static bool
is_seen(const struct session *s, const struct letter *l)
{
	for (const struct view_seen *v = s->seen; v != NULL; v = v->next)
		if (v->office == s->office && v->letter == l->id &&
		    date_compare(v->day, session_today(s)) == 0)
			return true;
	return false;
}

static void
add_seen(struct session *s, const struct letter *l)
{
	struct view_seen *v = arena_alloc(&s->arena, sizeof(*v));

	*v = (struct view_seen){s->office, l->id, session_today(s), s->seen};
	s->seen = v;
}

static bool
write_down(struct session *s, const struct letter *l, size_t file,
	   struct error *err)
{
	struct arena a = {0};
	const char *number = book_operand(l->book, l->year, l->number, &a);
	char *which = xasprintf("%zu", file);
	const struct argument at[] = {{NULL, number}, {"file", which}};
	struct request r = {
	    .action = action_find("view"), .at = at, .n = file > 0 ? 2 : 1};
	json_t *answer = NULL;
	bool ok;

	random_bytes(r.act_id, sizeof(r.act_id));
	ok = action_run(s, &r, &answer, err);
	json_decref(answer);
	free(which);
	arena_done(&a);
	return ok;
}

bool
view_keep(struct session *s, const struct letter *l, size_t file, bool *is_kept,
	  struct error *err)
{
	*is_kept = true;
	if (l->secrecy == NULL || l->is_veiled || (file == 0 && is_seen(s, l)))
		return true;
	*is_kept = !store_is_read_only(s->store);
	if (!*is_kept)
		return true;
	if (!write_down(s, l, file, err))
		return false;
	if (file == 0)
		add_seen(s, l);
	return true;
}

/* ------------------------------------------------------------------ the act */

bool
view_decide(struct act *act, struct error *err)
{
	const struct letter_file *f = &act->standing.file;
	const char *word = act_text(act, "file");
	int n;

	if (f->letter.secrecy == NULL)
		return error_set(err, &RULE_REFUSED,
				 _("only readings of secret letters are "
				   "recorded"));
	if (word == NULL || !number_whole(word, &n))
		return true;
	if ((size_t)n > f->n_attachments)
		return error_set(err, &REQUEST_WRONG,
				 _("the letter has no file %s"), DIGITS(n));
	act_put_int(act, "file", n);
	return true;
}
