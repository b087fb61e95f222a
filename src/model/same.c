/* same.c -- letters that came before under the same number and date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/same.h"

#include <stdlib.h>
#include <string.h>

#include "base/refno.h"
#include "base/thai-fold.h"

#include "model/letter.h"
#include "model/secrecy.h"

static const struct field same_fields[] = {
    FIELD(struct letter, id, FIELD_INT64),
    FIELD(struct letter, book, FIELD_TEXT),
    FIELD(struct letter, year, FIELD_INT),
    FIELD(struct letter, number, FIELD_INT),
    FIELD(struct letter, sender, FIELD_TEXT),
    FIELD(struct letter, secrecy, FIELD_TEXT),
    {0}};

static bool
is_same_sender(const char *a, const char *b)
{
	char *one, *other;
	bool same;

	if (text_is_blank(a) || text_is_blank(b))
		return false;
	one = thai_fold(a);
	other = thai_fold(b);
	same = strcmp(one, other) == 0;
	free(one);
	free(other);
	return same;
}

static bool
read_rows(struct store *st, const struct viewer *by, const char *key,
	  struct date dated, struct arena *a, struct letter **rows, size_t *n,
	  struct error *err)
{
	static const struct row_type type = {sizeof(struct letter),
					     same_fields};
	struct text day = {0};
	bool ok;

	text_add_iso_date(&day, dated);
	ok = query_rows(st, QUERY_LETTERS_SAME_REF,
			PARAMS(P_INT("office", by->office),
			       P_TEXT("ref_key", key),
			       P_TEXT("dated", text_str(&day))),
			&type, a, rows, n, err);
	text_done(&day);
	return ok;
}

static bool
add_row(struct store *st, const struct viewer *by, struct letter *row,
	const struct letter *like, struct same_list *list, struct error *err)
{
	if (row->id == like->id)
		return true;
	if (!secrecy_veil(st, by, row, err))
		return false;
	if (!row->is_veiled)
		list->at[list->n++] = (struct same_letter){
		    .letter = row->id,
		    .book = book_find(row->book)->code,
		    .year = row->year,
		    .number = row->number,
		    .is_sure = is_same_sender(row->sender, like->sender),
		};
	return true;
}

bool
same_letters(struct store *st, const struct viewer *by,
	     const struct letter *like, struct arena *a, struct same_list *list,
	     struct error *err)
{
	struct letter *rows;
	size_t n;
	char *key;
	bool ok;

	*list = (struct same_list){0};
	if (text_is_blank(like->ref_no) || like->dated.year == 0)
		return true;
	key = refno_key(like->ref_no);
	ok = read_rows(st, by, key, like->dated, a, &rows, &n, err);
	free(key);
	if (!ok)
		return false;
	list->at = arena_array(a, n, sizeof(*list->at));
	for (size_t i = 0; i < n; i++)
		if (!add_row(st, by, &rows[i], like, list, err))
			return false;
	return true;
}
