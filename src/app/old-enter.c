/* old-enter.c -- the rows of an old register go in, chunk by chunk */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/guard.h"

#include "app/old-import.h"

/* A row that waits for its transaction. */
struct waiting {
	struct old_letter letter;
	struct csv_row *row;
	char key[ROW_KEY_SIZE];
	json_t *body;
};

struct chunk {
	struct import *im;
	struct arena arena;
	struct waiting *at;
	size_t n;
	struct waiting **late; /* what has come into the register meanwhile */
	size_t n_late;
	long n_entered;
	int64_t first; /* letter that was entered */
};

/* What is wrong stands in the file to mend already. */
static bool
is_left_out(const struct import *im, long row)
{
	size_t from = 0, to = im->n_wrong;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (im->wrong[middle] < row)
			from = middle + 1;
		else
			to = middle;
	}
	return from < im->n_wrong && im->wrong[from] == row;
}

static struct csv_row *
keep_row(const struct csv_row *row, struct arena *a)
{
	size_t size =
	    offsetof(struct csv_row, cells) + row->n * sizeof(row->cells[0]);
	struct csv_row *kept = arena_alloc(a, sizeof(*kept));

	memcpy(kept, row, size);
	for (size_t i = 0; i < row->n; i++)
		kept->cells[i] = arena_strdup(a, row->cells[i]);
	return kept;
}

/* As many rows as go in at once, read before anybody has to wait. */
static bool
read_chunk(struct chunk *c, bool *more, struct error *err)
{
	struct import *im = c->im;
	struct csv_row *row = xmalloc(sizeof(*row));
	enum old_kind kind = OLD_BLANK;
	bool ok = true;

	c->at = arena_array(&c->arena, IMPORT_CHUNK, sizeof(*c->at));
	while (ok && c->n < IMPORT_CHUNK) {
		struct waiting *w = &c->at[c->n];

		ok = import_next(im, row, &c->arena, &w->letter, &kind, more,
				 err);
		if (!ok || !*more)
			break;
		if (kind != OLD_GOOD || is_left_out(im, row->number))
			continue;
		w->body = import_body(im, &w->letter, w->key);
		w->row = keep_row(row, &c->arena);
		c->n++;
	}
	free(row);
	return ok;
}

static bool
enter_row(struct chunk *c, struct act *act, struct waiting *w,
	  struct error *err)
{
	struct entry e = {
	    .kind = "letter.import",
	    .letter = LETTER_SELF,
	    .book = w->letter.book->code,
	    .year = w->letter.year,
	    .number = w->letter.number,
	    .as = act->entry.as,
	};
	struct import_book *b;
	struct event out;
	bool there, same;

	if (!import_is_there(c->im, &w->letter, w->key, &there, &same, err) ||
	    !import_book_of(c->im, w->letter.book, w->letter.year, &b, err))
		return false;
	if (there ? !same : w->letter.number >= b->first)
		c->late[c->n_late++] = w;
	else if (!there) {
		e.body = json_incref(w->body);
		if (!act_write(act, &e, &out, err))
			return false;
		if (c->n_entered++ == 0)
			c->first = out.letter;
	}
	return true;
}

/* The words of all its letters go into the index together. */
static bool
enter_rows(struct chunk *c, struct act *act, struct error *err)
{
	struct store *st = c->im->s->store;
	bool ok, was_indexed;

	ok = store_bulk_begin(st, &was_indexed, err);
	for (size_t i = 0; ok && i < c->n; i++)
		ok = enter_row(c, act, &c->at[i], err);
	return store_bulk_end(st, was_indexed,
			      ok && c->n_entered > 0 ? "search.add" : NULL,
			      PARAMS(P_INT("office", c->im->s->office),
				     P_INT("letter", c->first)),
			      err) &&
	       ok;
}

/* The numbers of the file stand on paper: the register's own begin behind
   them, before somebody takes one. */
static bool
begin_book(struct act *act, const struct import_book *b, struct error *err)
{
	struct entry e = {.kind = "book.begin", .as = act->entry.as};
	struct event out;

	e.body = json_pack("{s:s, s:i, s:i}", "book", b->book->code, "year",
			   b->year, "next_number", b->highest + 1);
	return act_write(act, &e, &out, err);
}

/* Of every book anew: others may have moved it since the last chunk. */
static bool
begin_books(struct import *im, struct act *act, struct error *err)
{
	for (size_t i = 0; i < im->n_books; i++) {
		struct import_book *b = &im->books[i];

		if (!import_counter(im, b, err))
			return false;
		if (b->good == 0 || b->next > b->first || b->highest < b->first)
			continue;
		if (!begin_book(act, b, err))
			return false;
		b->first = b->next = b->highest + 1;
	}
	return true;
}

static bool
write_chunk(struct chunk *c, struct error *err)
{
	struct import *im = c->im;
	struct act act = {
	    .s = im->s,
	    .r = im->r,
	    .id = im->r->act_id,
	    .arena = &c->arena,
	    .n_derived = im->n_derived,
	};
	bool secret;
	bool ok = act_write_before(&act, err) &&
		  import_may(im, &act, &secret, err) &&
		  begin_books(im, &act, err) && enter_rows(c, &act, err);

	im->n_derived = act.n_derived;
	return ok;
}

static bool
leave_late_out(struct chunk *c, struct error *err)
{
	struct import *im = c->im;

	for (size_t i = 0; i < c->n_late; i++) {
		const struct old_letter *l = &c->late[i]->letter;

		text_clear(&im->reasons);
		old_row_doubt(&im->reader, DOUBT_THERE, l->row,
			      im->head.column[OLD_NUMBER],
			      _("number %s has been given meanwhile"),
			      BOOK_NUMBER(l->book->code, l->year, l->number));
		if (!import_leave_out(im, c->late[i]->row, err))
			return false;
	}
	return true;
}

/* One transaction; the gate is free before and after it. */
static bool
enter_chunk(struct chunk *c, struct error *err)
{
	struct import *im = c->im;
	struct store *st = im->s->store;

	c->late = arena_array(&c->arena, c->n + 1, sizeof(struct waiting *));
	if (c->n == 0)
		return true;
	if (!store_begin_write(st, err))
		return false;
	if (!write_chunk(c, err) || !store_commit(st, err)) {
		store_rollback(st);
		return false;
	}
	mark_write(st, c->im->s->office);
	return leave_late_out(c, err);
}

static void
chunk_done(struct chunk *c)
{
	for (size_t i = 0; i < c->n; i++)
		json_decref(c->at[i].body);
	arena_done(&c->arena);
}

bool
import_enter(struct import *im, struct error *err)
{
	bool ok = csv_rewind(im->csv, csv_separator(im->csv), err);
	bool more = true;

	old_reader_rewind(&im->reader);
	im->is_entering = true;
	while (ok && more && im->good > 0) {
		struct chunk c = {.im = im};

		ok = read_chunk(&c, &more, err) && enter_chunk(&c, err);
		im->entered += ok ? c.n_entered : 0;
		chunk_done(&c);
	}
	return ok;
}
