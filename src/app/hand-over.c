/* hand-over.c -- ส่งมอบ, รับมอบ: the paper goes along with what is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/hand-over.h"

#include <string.h>

#include "base/i18n.h"

#include "app/decisions.h"
#include "app/json.h"

static void
put_place(json_t *body, const struct post *post)
{
	json_object_set_new(body, "to", json_string(post->code));
	json_object_set_new(body, "to_name", json_string(post->name));
}

static void
also(struct act *act, const char *kind, const struct post *post)
{
	struct entry *e = act_also(act, kind);

	e->letter = act->standing.file.letter.id;
	e->as = act->entry.as;
	put_place(e->body, post);
}

static const struct post *
post_of(const struct act *act, const char *code)
{
	const struct post_list *posts = &act->standing.posts;
	size_t i = post_index(posts, code);

	return i < posts->n ? &posts->at[i] : NULL;
}

/* Who writes on it has it before him: it has come before it goes on. */
void
paper_goes(struct act *act, const struct post *to)
{
	if (to == NULL || !paper_is_followed(&act->standing))
		return;
	if (act->entry.as != NULL)
		paper_comes(act, act->entry.as->post);
	also(act, "paper.hand", to);
}

void
paper_comes(struct act *act, const char *code)
{
	const struct paper *paper = paper_of(&act->standing);
	const struct post *post = post_of(act, code);

	if (paper != NULL && paper->is_on_way && post != NULL &&
	    paper_is_followed(&act->standing))
		also(act, "paper.take", post);
}

bool
hand_decide(struct act *act, struct error *err)
{
	const struct post *to =
	    post_find(&act->standing.posts, act_text(act, "to"), err);

	if (to == NULL)
		return false;
	if (strcmp(to->code, act->entry.as->post) == 0)
		return error_set(err, &RULE_REFUSED,
				 _("its paper lies with %s already"), to->name);
	put_place(act->entry.body, to);
	return true;
}

bool
take_decide(struct act *act, struct error *err)
{
	const struct post *to =
	    post_find(&act->standing.posts, act->entry.as->post, err);

	if (to == NULL)
		return false;
	put_place(act->entry.body, to);
	return true;
}

struct on_way {
	const char *book;
	int year;
	int number;
	const char *subject;
	const char *secrecy;
	const char *to_name;
	const char *from_name;
	moment since;
	const char *by_name;
};

static json_t *
on_way_json(const struct on_way *p)
{
	return json_pack(
	    "{s:s, s:i, s:i, s:o, s:s, s:o, s:o, s:s}", "book", p->book, "year",
	    p->year, "number", p->number, "subject",
	    text_json(p->secrecy == NULL ? p->subject : NULL), "to_name",
	    p->to_name, "from_name", text_json(p->from_name), "since",
	    moment_json(p->since), "by", p->by_name);
}

bool
papers_look(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct on_way, book, FIELD_TEXT),
	    FIELD(struct on_way, year, FIELD_INT),
	    FIELD(struct on_way, number, FIELD_INT),
	    FIELD(struct on_way, subject, FIELD_TEXT),
	    FIELD(struct on_way, secrecy, FIELD_TEXT),
	    FIELD(struct on_way, to_name, FIELD_TEXT),
	    FIELD(struct on_way, from_name, FIELD_TEXT),
	    FIELD(struct on_way, since, FIELD_INT64),
	    FIELD(struct on_way, by_name, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct on_way), fields};
	struct arena a = {0};
	struct on_way *at;
	size_t n = 0;
	bool ok = query_rows(s->store, QUERY_PAPERS_ON_WAY,
			     PARAMS(P_INT("office", s->office)), &type, &a, &at,
			     &n, err);

	(void)r;
	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; i < n; i++)
		json_array_append_new(*answer, on_way_json(&at[i]));
	arena_done(&a);
	return ok;
}
