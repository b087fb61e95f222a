/* old-import.c -- an old register is read, and every doubt is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/old-import.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/i18n.h"

#include "model/number.h"

#include "app/may.h"

static const struct book *
book_asked(const struct request *r, bool says_sent)
{
	const char *word = request_value(r, "book");
	const struct choice *c = word ? choice_find(book_choices, word) : NULL;

	if (c != NULL)
		return book_find(c->value);
	return says_sent ? book_find("send") : book_general;
}

const char *const *
import_keep_cells(struct import *im, const struct csv_row *row)
{
	const char **cells;

	if (im->cells_bytes > IMPORT_CELLS_MAX)
		return NULL;
	if (im->cells_row == row->number)
		return im->cells;
	cells = arena_array(&im->arena, im->head.n, sizeof(*cells));
	for (size_t i = 0; i < im->head.n; i++) {
		struct text cell = {0};

		text_add(&cell, "");
		text_add_visible(&cell, i < row->n ? row->cells[i] : "", true);
		csv_unguard(cell.s);
		cells[i] = arena_strdup(&im->arena, text_str(&cell));
		im->cells_bytes += cell.n;
		text_done(&cell);
	}
	im->cells_row = row->number;
	im->cells = cells;
	return cells;
}

static void
add_doubt(void *ctx, const struct doubt *d)
{
	struct import *im = ctx;
	struct doubt *kept;

	if (im->is_entering && d->kind != DOUBT_THERE)
		return;
	im->told[d->kind]++;
	if (doubt_stops(d->kind))
		text_printf(&im->reasons, "%s%s", im->reasons.n ? "; " : "",
			    d->sentence);
	if (im->n_doubts == IMPORT_DOUBTS_MAX) {
		im->n_untold++;
		return;
	}
	if (im->n_doubts == im->max_doubts) {
		im->max_doubts = im->max_doubts ? 2 * im->max_doubts : 64;
		im->doubts = xreallocarray(im->doubts, im->max_doubts,
					   sizeof(*im->doubts));
	}
	kept = &im->doubts[im->n_doubts++];
	*kept = *d;
	kept->sentence = arena_strdup(&im->arena, d->sentence);
	if (im->row != NULL && im->row->number == d->row)
		kept->cells = import_keep_cells(im, im->row);
}

bool
import_open(struct import *im, struct error *err)
{
	const char *year = request_value(im->r, "year");
	bool says_sent = false;

	if (!import_open_file(im, &says_sent, err))
		return false;
	im->reader = (struct old_reader){
	    .head = &im->head,
	    .years = &im->s->years,
	    .book = book_asked(im->r, says_sent),
	    .this_year = session_year(im->s),
	    .today = session_today(im->s),
	    .doubt = add_doubt,
	    .ctx = im,
	};
	return year == NULL || number_year(year, &im->reader.year) ||
	       error_set(err, &REQUEST_WRONG, "--year %.60s", year);
}

void
import_done(struct import *im)
{
	new_file_drop(&im->mend);
	old_reader_done(&im->reader);
	csv_free(im->csv);
	if (im->in != NULL)
		fclose(im->in);
	old_seen_done(&im->seen);
	free(im->books);
	free(im->doubts);
	free(im->wrong);
	text_done(&im->reasons);
	arena_done(&im->arena);
}

bool
import_next(struct import *im, struct csv_row *row, struct arena *a,
	    struct old_letter *l, enum old_kind *kind, bool *more,
	    struct error *err)
{
	text_clear(&im->reasons);
	do {
		if (!csv_next(im->csv, row, more, err))
			return false;
		if (!*more)
			return true;
	} while (row->number <= im->head.row ||
		 old_head_is_again(&im->head, row));
	im->row = row;
	*kind = old_row_read(&im->reader, row, a, l);
	return true;
}

/* ------------------------------------------------------------- the register */

json_t *
import_body(const struct import *im, const struct old_letter *l,
	    char key[ROW_KEY_SIZE])
{
	json_t *body = old_letter_json(l);
	char *dump = json_dumps(body, JSON_SORT_KEYS | JSON_COMPACT);
	unsigned char digest[DIGEST_SIZE];
	struct text name = {0};

	digest_of(dump, strlen(dump), digest);
	free(dump);
	hex_of(digest, (ROW_KEY_SIZE - 1) / 2, key);
	text_add_visible(&name,
			 strcmp(im->path, "-") == 0 ? "stdin"
						    : file_name_of(im->path),
			 false);
	json_object_set_new(body, "key", json_string(key));
	json_object_set_new(body, "file", json_string(text_str(&name)));
	json_object_set_new(body, "row", json_integer(l->row));
	text_done(&name);
	return body;
}

struct there {
	int64_t id;
	const char *row_key;
};

bool
import_is_there(struct import *im, const struct old_letter *l, const char *key,
		bool *there, bool *same, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct there, id, FIELD_INT64),
	    FIELD(struct there, row_key, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct there), fields};
	struct arena a = {0};
	struct there row = {0};
	bool ok = query_row(im->s->store, QUERY_IMPORTED_THERE,
			    PARAMS(P_INT("office", im->s->office),
				   P_TEXT("book", l->book->code),
				   P_INT("year", l->year),
				   P_INT("number", l->number)),
			    &type, &a, &row, there, err);

	*same = ok && *there && text_is_same(row.row_key, key);
	arena_done(&a);
	return ok;
}

bool
import_counter(struct import *im, struct import_book *b, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct import_book, first, FIELD_INT),
	    FIELD(struct import_book, next, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct import_book),
					     fields};
	struct arena a = {0};
	struct import_book row = {0};
	bool found;
	bool ok = query_row(im->s->store, QUERY_COUNTER_OF,
			    PARAMS(P_INT("office", im->s->office),
				   P_TEXT("book", b->book->code),
				   P_INT("year", b->year)),
			    &type, &a, &row, &found, err);

	b->first = row.first;
	b->next = row.next;
	arena_done(&a);
	return ok;
}

bool
import_book_of(struct import *im, const struct book *b, int year,
	       struct import_book **book, struct error *err)
{
	for (size_t i = 0; i < im->n_books; i++)
		if (im->books[i].book == b && im->books[i].year == year) {
			*book = &im->books[i];
			return true;
		}
	if (im->n_books == im->max_books) {
		im->max_books = im->max_books ? 2 * im->max_books : 16;
		im->books =
		    xreallocarray(im->books, im->max_books, sizeof(*im->books));
	}
	*book = &im->books[im->n_books++];
	**book = (struct import_book){.book = b, .year = year};
	return import_counter(im, *book, err);
}

bool
import_may(struct import *im, struct act *act, bool *secret, struct error *err)
{
	struct session *s = im->s;
	struct standing *st = &act->standing;
	const struct post *keeper;

	if (!ledger_moment(s->store, s->office, session_now(s), &act->at,
			   err) ||
	    !standing_read(s, act->at, NULL, act->arena, &act->actor, st,
			   err) ||
	    !standing_may(st, im->r->action, &act->entry.as, err))
		return false;
	keeper = post_registrar(&st->posts);
	*secret = keeper == NULL || actor_registrar(&act->actor) != NULL;
	if (actor_roles(&act->actor) & ROLES_KEEP)
		return true;
	act->entry.as = actor_registrar(&act->actor);
	return act->entry.as != NULL || route_by_clerk(st, &act->entry.as, err);
}

/* ------------------------------------------------------------------- doubts */

/* What a row is beside the others, and beside the register. */
static bool
compare(struct import *im, const struct old_letter *l, struct import_book *b,
	bool *same, struct error *err)
{
	int column = im->head.column[OLD_NUMBER];
	long before =
	    old_seen_add(&im->seen, l->book, l->year, l->number, l->row);
	char key[ROW_KEY_SIZE];
	bool there = false;

	*same = false;
	if (!im->reader.is_wrong) {
		json_decref(import_body(im, l, key));
		if (!import_is_there(im, l, key, &there, same, err))
			return false;
	}
	if (before != 0 && !*same)
		old_row_doubt(&im->reader, DOUBT_TWICE, l->row, column,
			      _("number %s stands on row %s already"),
			      BOOK_NUMBER(l->book->code, l->year, l->number),
			      DIGITS(before));
	else if (im->reader.is_wrong)
		return true;
	else if (there && !*same)
		old_row_doubt(&im->reader, DOUBT_THERE, l->row, column,
			      _("number %s is in the register already, and "
				"says something else"),
			      BOOK_NUMBER(l->book->code, l->year, l->number));
	else if (!there && b->next > b->first && l->number >= b->first)
		old_row_doubt(&im->reader, DOUBT_BEHIND, l->row, column,
			      _("the register gives the numbers of %s by "
				"itself from %s on"),
			      DIGITS(l->year), DIGITS(b->first));
	return true;
}

static void
count_good(struct import *im, const struct old_letter *l, struct import_book *b,
	   bool same)
{
	im->there += same;
	im->good += !same;
	b->good++;
	if (b->lowest == 0 || l->number < b->lowest)
		b->lowest = l->number;
	if (l->number > b->highest)
		b->highest = l->number;
}

static bool
doubt_row(struct import *im, const struct csv_row *row, enum old_kind kind,
	  const struct old_letter *l, struct error *err)
{
	struct import_book *b = NULL;
	bool same = false;

	if (kind == OLD_BLANK || kind == OLD_NO_ENTRY)
		return true;
	im->rows++;
	if (l->number != 0 && l->year != 0 && !im->reader.is_of_no_year &&
	    (!import_book_of(im, l->book, l->year, &b, err) ||
	     !compare(im, l, b, &same, err)))
		return false;
	/* a row without number or year is wrong, too */
	if (im->reader.is_wrong || b == NULL)
		return import_leave_out(im, row, err);
	count_good(im, l, b, same);
	return true;
}

static int
by_place(const void *a, const void *b)
{
	const struct doubt *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

bool
import_doubt(struct import *im, struct error *err)
{
	struct csv_row *row = xmalloc(sizeof(*row));
	struct old_letter l;
	enum old_kind kind = OLD_BLANK;
	bool ok, more = true;

	do {
		struct arena a = {0};

		ok = import_next(im, row, &a, &l, &kind, &more, err) &&
		     (!more || doubt_row(im, row, kind, &l, err));
		arena_done(&a);
	} while (ok && more);
	im->row = NULL;
	free(row);
	if (!ok)
		return false;
	import_tell_gaps(im);
	if (im->n_doubts > 0)
		qsort(im->doubts, im->n_doubts, sizeof(*im->doubts), by_place);
	return import_keep_beside(im, err);
}
