/* look.c -- what screens and lists show: rows in an arena, veiled by rule */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/look.h"

#include <limits.h>
#include <string.h>

#include "base/text.h"

#include "model/office.h"

#include "app/may.h"
#include "app/view.h"

/* Who looks, as the register knows him now: a screen stays open longer than
   some hold a post. */
static bool
viewer_load(const struct session *s, struct arena *a, struct viewer *by,
	    struct error *err)
{
	struct actor *actor = arena_alloc(a, sizeof(*actor));

	*by = (struct viewer){s->office, actor, session_today(s)};
	return session_actor(s, a, actor, err);
}

static int
year_of(const struct session *s, int year)
{
	return year ? year : session_year(s);
}

static const char *
book_of(const struct look_filter *f)
{
	return (f->book != NULL ? f->book : book_general)->code;
}

static bool
read_letters(struct session *s, const struct look_filter *f,
	     const struct row_span *span, struct arena *a,
	     struct letter_list *list, struct error *err)
{
	struct viewer by;
	struct error no = {0};

	*list = (struct letter_list){0};
	if (!viewer_load(s, a, &by, err))
		return false;
	if (!actor_may_read(by.actor, &no))
		return true;
	if (f->mine)
		return letters_of_viewer(s->store, &by, f->state, span, a, list,
					 err);
	return letters_of_year(s->store, &by, book_of(f), year_of(s, f->year),
			       f->state, span, a, list, err);
}

bool
look_letters(struct session *s, const struct look_filter *f,
	     const struct row_span *span, struct arena *a,
	     struct letter_list *list, struct error *err)
{
	bool ok;

	if (!session_look_begin(s, err))
		return false;
	ok = read_letters(s, f, span, a, list, err);
	session_look_end(s);
	return ok;
}

struct row_key
look_key(const struct look_filter *f, const struct letter *l)
{
	return f->mine ? letter_key_of_viewer(l) : letter_key_of_year(l);
}

enum { PIECE = 500 };

/* The register goes from its end backwards. */
static struct row_span
piece(const struct look_filter *f, struct row_key from, int left)
{
	int n = left < PIECE ? left : PIECE;

	return f->mine ? (struct row_span){from, .after = n}
		       : (struct row_span){from, .before = n};
}

/* The rows of a piece in the order of telling; false when that was enough. */
static bool
tell_piece(const struct look_filter *f, const struct letter_list *list,
	   look_fn each, void *ctx)
{
	for (size_t i = 0; i < list->n; i++)
		if (!each(ctx, &list->at[f->mine ? i : list->n - 1 - i]))
			return false;
	return list->n == PIECE;
}

/* Behind the row that was told last. */
static struct row_key
place_behind(const struct look_filter *f, const struct letter_list *list)
{
	struct row_key key = look_key(f, &list->at[f->mine ? list->n - 1 : 0]);

	key.part[ROW_KEY_PARTS - 1] += f->mine;
	return key;
}

bool
look_each(struct session *s, const struct look_filter *f, look_fn each,
	  void *ctx, struct error *err)
{
	struct row_key from = f->mine ? ROW_KEY_TOP : ROW_KEY_END;
	int left = f->limit > 0 ? f->limit : INT_MAX;
	bool more = true;

	while (more && left > 0) {
		struct row_span span = piece(f, from, left);
		struct arena a = {0};
		struct letter_list list = {0};
		bool ok = look_letters(s, f, &span, &a, &list, err);

		more = ok && tell_piece(f, &list, each, ctx);
		if (more)
			from = place_behind(f, &list);
		left -= (int)list.n;
		arena_done(&a);
		if (!ok)
			return false;
	}
	return true;
}

bool
look_ends(struct session *s, const struct look_filter *f, int *first, int *last,
	  struct error *err)
{
	return letters_ends_of_year(s->store, s->office, book_of(f),
				    year_of(s, f->year), first, last, err);
}

bool
look_number_since(struct session *s, const struct look_filter *f,
		  struct date day, int *number, struct error *err)
{
	return letters_number_since(s->store, s->office, book_of(f),
				    year_of(s, f->year),
				    moment_at(day, 0, 0, 0), number, err);
}

static bool
mark_book(void *ctx, const struct row *row, struct error *err)
{
	bool *used = ctx;
	size_t n;
	const char *code = row_bytes(row, 0, &n);

	(void)err;
	for (size_t i = 0; books[i].code != NULL; i++)
		used[i] |= strlen(books[i].code) == n &&
			   memcmp(books[i].code, code, n) == 0;
	return true;
}

/* Which books of the table are in use. */
static bool
books_used(struct session *s, int year, bool used[], struct error *err)
{
	struct arena a = {0};
	struct policies p;
	bool ok = policies_of_year(s->store, s->office, year, &p, err) &&
		  query_each(s->store, QUERY_BOOKS_OF_YEAR,
			     PARAMS(P_INT("office", s->office),
				    P_TEXT("books", books_json(&a)),
				    P_INT("year", year)),
			     mark_book, used, err);

	arena_done(&a);
	for (size_t i = 0; ok && books[i].code != NULL; i++)
		used[i] |= book_is_own(&books[i], &p);
	return ok;
}

/* A step that waits says why. */
static bool
find_away(const struct session *s, struct arena *a, struct letter_file *file,
	  struct error *err)
{
	struct roster r;
	const char *post = file->letter.at_post;

	if (!post)
		return true;
	if (!roster_load(s->store, s->office, session_now(s), a, &r, err))
		return false;
	if (!roster_holders(&r, post, a))
		file->away = roster_away(&r, post, a);
	return true;
}

bool
look_book_beside(struct session *s, const struct look_filter *f, int by,
		 const struct book **book, struct error *err)
{
	enum { BOOKS_MAX = 16 };
	const struct book *here = f->book != NULL ? f->book : book_general;
	bool used[BOOKS_MAX] = {0};
	int n = 0, at = (int)(here - books);

	while (books[n].code != NULL)
		n++;
	if (!books_used(s, year_of(s, f->year), used, err))
		return false;
	used[at] = true;
	do
		at = (at + n + by) % n;
	while (!used[at]);
	*book = &books[at];
	return true;
}

bool
look_letter_quietly(struct session *s, const char *number, struct arena *a,
		    struct letter_file *file, struct error *err)
{
	struct viewer by;
	struct book_number n;
	bool ok;

	if (!book_parse(number, session_year(s), &n, err) ||
	    !session_look_begin(s, err))
		return false;
	ok = viewer_load(s, a, &by, err) && actor_may_read(by.actor, err) &&
	     letter_file_load(s->store, &by, &n, a, file, err) &&
	     find_away(s, a, file, err) &&
	     same_letters(s->store, &by, &file->letter, a, &file->same, err);
	session_look_end(s);
	return ok;
}

bool
look_letter(struct session *s, const char *number, struct arena *a,
	    struct letter_file *file, struct error *err)
{
	bool is_kept;

	if (!look_letter_quietly(s, number, a, file, err) ||
	    !view_keep(s, &file->letter, 0, &is_kept, err))
		return false;
	if (!is_kept)
		letter_file_veil(file);
	return true;
}

bool
look_same(struct session *s, const struct letter *like, struct arena *a,
	  struct same_list *list, struct error *err)
{
	struct viewer by;

	return viewer_load(s, a, &by, err) &&
	       same_letters(s->store, &by, like, a, list, err);
}

bool
look_posts(struct session *s, struct arena *a, struct place_list *list,
	   struct error *err)
{
	struct post_list posts;

	if (!office_posts(s->store, s->office, session_now(s), a, &posts, err))
		return false;
	list->at = arena_array(a, posts.n, sizeof(*list->at));
	list->n = posts.n;
	for (size_t i = 0; i < posts.n; i++)
		list->at[i] = (struct place){
		    .code = posts.at[i].code,
		    .name = posts.at[i].name,
		    .position = posts.at[i].position,
		    .role = posts.at[i].role,
		    .holders = posts.at[i].holders,
		};
	return true;
}

bool
look_divisions(struct session *s, struct arena *a, struct place_list *list,
	       struct error *err)
{
	struct post_list posts;
	struct division_list divisions;

	if (!office_posts(s->store, s->office, session_now(s), a, &posts,
			  err) ||
	    !office_divisions(s->store, s->office, a, &divisions, err))
		return false;
	list->at = arena_array(a, divisions.n, sizeof(*list->at));
	list->n = divisions.n;
	for (size_t i = 0; i < divisions.n; i++) {
		size_t head = post_index(&posts, divisions.at[i].post);

		list->at[i] = (struct place){
		    .code = divisions.at[i].code,
		    .name = divisions.at[i].name,
		    .holders = head < posts.n ? posts.at[head].holders : NULL,
		};
	}
	return true;
}

struct count {
	int n;
};

static bool
count(struct session *s, enum query_id q, const struct param *params, int *n,
      struct error *err)
{
	static const struct field fields[] = {FIELD(struct count, n, FIELD_INT),
					      {0}};
	static const struct row_type type = {sizeof(struct count), fields};
	struct arena a = {0};
	struct count row = {0};
	bool found;
	bool ok = query_row(s->store, q, params, &type, &a, &row, &found, err);

	arena_done(&a);
	*n = row.n;
	return ok;
}

static bool
count_in_states(struct session *s, struct desk_counts *c, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct desk_counts, in_chain, FIELD_INT),
	    FIELD(struct desk_counts, ordered, FIELD_INT),
	    FIELD(struct desk_counts, unsent, FIELD_INT),
	    FIELD(struct desk_counts, incoming, FIELD_INT),
	    FIELD(struct desk_counts, last, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct desk_counts),
					     fields};
	struct arena a = {0};
	bool found;
	bool ok = query_row(s->store, QUERY_DESK_COUNTS,
			    PARAMS(P_INT("office", s->office),
				   P_TEXT("book", book_general->code),
				   P_INT("year", session_year(s))),
			    &type, &a, c, &found, err);

	arena_done(&a);
	return ok;
}

static bool
count_mine(struct session *s, int *n, struct error *err)
{
	struct arena a = {0};
	struct viewer by;
	bool ok = viewer_load(s, &a, &by, err) &&
		  letters_count_of_viewer(s->store, &by, n, err);

	arena_done(&a);
	return ok;
}

static bool
count_today(struct session *s, int *n, struct error *err)
{
	struct arena a = {0};
	bool ok =
	    count(s, QUERY_COUNT_SINCE,
		  PARAMS(P_INT("office", s->office),
			 P_TEXT("books", books_json_of(BOOK_IN, &a)),
			 P_INT("since", moment_at(session_today(s), 0, 0, 0))),
		  n, err);

	arena_done(&a);
	return ok;
}

bool
look_counts(struct session *s, struct desk_counts *c, struct error *err)
{
	*c = (struct desk_counts){0};
	return count_in_states(s, c, err) && count_mine(s, &c->mine, err) &&
	       count_today(s, &c->today, err);
}
