/* answer-event.c -- what a writing act answers, from its event */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/text.h"

#include "model/office.h"

#include "app/ahead.h"
#include "app/answer.h"
#include "app/json.h"
#include "app/turn.h"

struct place_of_letter {
	const char *book;
	int64_t year, number;
	const char *state, *at_post, *at_post_name;
	moment received_at;
	const char *ref_no, *sender;
	struct date dated;
	const char *purpose;
	struct date until;
	int64_t block, pages;
	bool is_sheet;
};

static bool
letter_place(struct session *s, int64_t letter, struct arena *a,
	     struct place_of_letter *p, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct place_of_letter, book, FIELD_TEXT),
	    FIELD(struct place_of_letter, year, FIELD_INT64),
	    FIELD(struct place_of_letter, number, FIELD_INT64),
	    FIELD(struct place_of_letter, state, FIELD_TEXT),
	    FIELD(struct place_of_letter, at_post, FIELD_TEXT),
	    FIELD(struct place_of_letter, at_post_name, FIELD_TEXT),
	    FIELD(struct place_of_letter, received_at, FIELD_INT64),
	    FIELD(struct place_of_letter, ref_no, FIELD_TEXT),
	    FIELD(struct place_of_letter, sender, FIELD_TEXT),
	    FIELD(struct place_of_letter, dated, FIELD_DATE),
	    FIELD(struct place_of_letter, purpose, FIELD_TEXT),
	    FIELD(struct place_of_letter, until, FIELD_DATE),
	    FIELD(struct place_of_letter, block, FIELD_INT64),
	    FIELD(struct place_of_letter, pages, FIELD_INT64),
	    FIELD(struct place_of_letter, is_sheet, FIELD_BOOL),
	    {0}};
	static const struct row_type type = {sizeof(struct place_of_letter),
					     fields};
	bool found = false, ok;

	ok = query_row(
	    s->store, QUERY_LETTER_PLACE,
	    PARAMS(P_INT("office", s->office), P_INT("letter", letter)), &type,
	    a, p, &found, err);
	if (ok && !found)
		bug("event of letter %lld without the letter",
		    (long long)letter);
	return ok;
}

/* Those registered before: asked again later, it answers the same. */
static bool
add_same(struct session *s, int64_t letter, const struct place_of_letter *p,
	 struct arena *a, json_t *j, struct error *err)
{
	const struct letter like = {.id = letter,
				    .ref_no = p->ref_no,
				    .dated = p->dated,
				    .sender = p->sender};
	struct same_list same = {0};

	if (p->ref_no != NULL && !look_same(s, &like, a, &same, err))
		return false;
	while (same.n > 0 && same.at[same.n - 1].letter > letter)
		same.n--;
	json_object_set_new(j, "same_as", same_list_json(&same));
	return true;
}

/* What a block was reserved for, and which numbers it has. */
static void
add_block(const struct session *s, const struct place_of_letter *p, json_t *j)
{
	json_object_set_new(j, "purpose", json_string(p->purpose));
	json_object_set_new(j, "until", date_json(p->until));
	json_object_set_new(j, "block", json_integer(p->block));
	json_object_set_new(j, "last", json_integer(p->block + p->pages - 1));
	json_object_set_new(j, "pages", json_integer(p->pages));
	json_object_set_new(j, "sheet", json_boolean(p->is_sheet));
	json_object_set_new(j, "office", json_string(s->office_name));
}

static bool
is_receipt(const struct event *e)
{
	return strcmp(e->kind, "letter.receive") == 0 ||
	       strcmp(e->kind, "letter.enter") == 0;
}

static bool
is_going_out(const struct event *e)
{
	return strcmp(e->kind, "letter.send") == 0 ||
	       strcmp(e->kind, "letter.issue") == 0;
}

/* Only when the year has just turned, or is about to. */
static void
add_turn(const struct session *s, const struct event *e, json_t *j)
{
	struct year_turn turn = year_turn_near(&s->years, e->time);

	if (turn.year != 0)
		json_object_set_new(j, "year_turn", turn_json(&turn));
}

/* Who may go on with it where it lies, and who holds that post and is away. */
static bool
add_people(struct session *s, const char *at_post, moment now, struct arena *a,
	   json_t *j, struct error *err)
{
	struct post_list posts;
	size_t i;

	if (!office_posts(s->store, s->office, now, a, &posts, err))
		return false;
	i = post_index(&posts, at_post);
	json_object_set_new(
	    j, "holders", text_json(i < posts.n ? posts.at[i].holders : NULL));
	json_object_set_new(j, "away",
			    text_json(i < posts.n ? posts.at[i].away : NULL));
	return true;
}

/* Under which number it went out, and to how many. */
static bool
add_sent(struct session *s, const struct event *e, struct arena *a, json_t *j,
	 struct error *err)
{
	struct sending_list list = {0};
	int64_t n = 0;

	if (!sendings_of_letter(s->store, s->office, e->letter, a, &list, err))
		return false;
	for (size_t i = 0; i < list.n; i++)
		if (list.at[i].sending == e->seq) {
			json_object_set_new(j, "sent_as",
					    json_string(list.at[i].ref_no));
			n++;
		}
	json_object_set_new(j, "sent_to", json_integer(n));
	return true;
}

static bool
add_letter(struct session *s, const struct event *e, json_t *j,
	   struct error *err)
{
	struct arena a = {0};
	struct place_of_letter p = {0};
	moment now = session_now(s);
	bool ok;

	ahead_of_answer(s, e->letter, now);
	ok = letter_place(s, e->letter, &a, &p, err);
	if (ok) {
		json_object_set_new(j, "book", json_string(p.book));
		json_object_set_new(j, "year", json_integer(p.year));
		json_object_set_new(j, "number", json_integer(p.number));
		json_object_set_new(j, "state", json_string(p.state));
		json_object_set_new(j, "at_post", text_json(p.at_post));
		json_object_set_new(j, "at_post_name",
				    text_json(p.at_post_name));
		ok = add_people(s, p.at_post, now, &a, j, err);
	}
	if (ok && p.purpose != NULL)
		add_block(s, &p, j);
	/* A receipt happened when the clerk says it did. */
	if (ok && is_receipt(e)) {
		json_object_set_new(j, "at", moment_json(p.received_at));
		add_turn(s, e, j);
		ok = add_same(s, e->letter, &p, &a, j, err);
	} else if (ok && is_going_out(e)) {
		json_object_set_new(j, "ref_no", text_json(p.ref_no));
		add_turn(s, e, j);
	} else if (ok && strcmp(e->kind, "letter.forward") == 0) {
		ok = add_sent(s, e, &a, j, err);
	} else if (ok && e->number != 0 && e->letter != e->seq) {
		json_object_set_new(j, "division_number",
				    json_integer(e->number));
	}
	arena_done(&a);
	return ok;
}

bool
answer_of_event(struct session *s, const struct event *e, json_t **answer,
		struct error *err)
{
	char hash[HEX_SIZE];
	json_t *j;

	hex_of(e->hash, DIGEST_SIZE, hash);
	j = json_pack("{s:I, s:s, s:o, s:s, s:s}", "seq", (json_int_t)e->seq,
		      "kind", e->kind, "at", moment_json(e->time), "actor",
		      e->login, "hash", hash);
	if (e->letter != 0 && !add_letter(s, e, j, err)) {
		json_decref(j);
		return false;
	}
	*answer = j;
	return true;
}
