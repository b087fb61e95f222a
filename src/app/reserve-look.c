/* reserve-look.c -- the numbers that stand reserved, and sheets for a block */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/act.h"
#include "app/json.h"
#include "app/look.h"

static const struct field kept_fields[] = {
    FIELD(struct kept_number, id, FIELD_INT64),
    FIELD(struct kept_number, book, FIELD_TEXT),
    FIELD(struct kept_number, year, FIELD_INT),
    FIELD(struct kept_number, number, FIELD_INT),
    FIELD(struct kept_number, purpose, FIELD_TEXT),
    FIELD(struct kept_number, until, FIELD_DATE),
    FIELD(struct kept_number, at, FIELD_INT64),
    FIELD(struct kept_number, person_name, FIELD_TEXT),
    FIELD(struct kept_number, post_name, FIELD_TEXT),
    FIELD(struct kept_number, block, FIELD_INT),
    FIELD(struct kept_number, page, FIELD_INT),
    FIELD(struct kept_number, pages, FIELD_INT),
    FIELD(struct kept_number, is_sheet, FIELD_BOOL),
    {0}};
static const struct row_type kept_row = {sizeof(struct kept_number),
					 kept_fields};

bool
look_reserved(struct session *s, struct arena *a, struct kept_list *list,
	      struct error *err)
{
	return query_rows(s->store, QUERY_RESERVED_LIST,
			  PARAMS(P_INT("office", s->office)), &kept_row, a,
			  &list->at, &list->n, err);
}

static json_t *
kept_json(const struct kept_number *k)
{
	return json_pack(
	    "{s:s, s:i, s:i, s:s, s:o, s:o, s:s, s:o, s:i, s:i, "
	    "s:i, s:b}",
	    "book", k->book, "year", k->year, "number", k->number, "purpose",
	    k->purpose, "until", date_json(k->until), "at", moment_json(k->at),
	    "by", k->person_name, "post_name", text_json(k->post_name), "block",
	    k->block, "page", k->page, "pages", k->pages, "sheet", k->is_sheet);
}

bool
reserved_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err)
{
	struct arena a = {0};
	struct kept_list list = {0};
	bool ok = look_reserved(s, &a, &list, err);

	(void)r;
	if (ok)
		*answer = json_array();
	for (size_t i = 0; ok && i < list.n; i++)
		json_array_append_new(*answer, kept_json(&list.at[i]));
	arena_done(&a);
	return ok;
}

static bool
is_of_block(const struct kept_number *k, const struct letter *l)
{
	return k->is_sheet && k->year == l->year && k->block == l->block &&
	       text_is_same(k->book, l->book);
}

static json_t *
block_json(const struct session *s, const struct letter *l,
	   const struct kept_list *list)
{
	json_t *sheets = json_array(), *j = NULL;

	for (size_t i = 0; i < list->n; i++) {
		const struct kept_number *k = &list->at[i];

		if (!is_of_block(k, l))
			continue;
		if (j == NULL)
			j = kept_json(k);
		json_array_append_new(sheets,
				      json_pack("{s:i, s:i}", "number",
						k->number, "page", k->page));
	}
	if (j == NULL) {
		json_decref(sheets);
		return NULL;
	}
	json_object_set_new(j, "office", json_string(s->office_name));
	json_object_set_new(j, "sheets", sheets);
	return j;
}

/* Only what is still blank: a sheet that was entered is never printed again. */
bool
look_block(struct session *s, const char *number, json_t **block,
	   struct error *err)
{
	struct arena a = {0};
	struct letter_file f;
	struct kept_list list = {0};
	bool ok = look_letter(s, number, &a, &f, err) &&
		  look_reserved(s, &a, &list, err);

	if (ok)
		*block = block_json(s, &f.letter, &list);
	if (ok && *block == NULL)
		ok = error_set(err, &RULE_REFUSED,
			       _("%s/%s is of no block of emergency sheets "
				 "with a blank one left"),
			       DIGITS(f.letter.number), DIGITS(f.letter.year));
	arena_done(&a);
	return ok;
}
