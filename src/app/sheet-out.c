/* sheet-out.c -- the letters of the register for a spreadsheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sheet-out.h"

#include <string.h>

#include "base/csv.h"
#include "base/encoding.h"
#include "base/i18n.h"
#include "base/lines.h"

#include "model/letter-list.h"
#include "model/number.h"

#include "app/json.h"
#include "app/may.h"
#include "app/old-head.h"

enum { PIECE = 200 };

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* clang-format off */
/* In the order of form 13, behind what tells whose number it is. */
static const enum old_field columns[] = {
	OLD_YEAR, OLD_BOOK, OLD_NUMBER, OLD_RECEIVED, OLD_TIME, OLD_REF,
	OLD_DATED, OLD_FROM, OLD_TO, OLD_SUBJECT, OLD_URGENCY, OLD_SECRECY,
	OLD_DONE, OLD_REMARK,
};
/* clang-format on */

/* Takes a line with its end; l is NULL for the names of columns. */
typedef bool (*line_out_fn)(void *ctx, const struct letter *l, const char *line,
			    size_t n, struct error *err);

struct sheet_out {
	struct session *s;
	struct viewer by;
	moment since;
	line_out_fn line;
	void *ctx;
	int64_t letters;
};

static void
add_day(struct text *t, struct date d)
{
	if (d.year != 0)
		text_printf(t, "%02d/%02d/%04d", d.day, d.month,
			    d.year + BUDDHIST_ERA);
}

static void
add_time_of_day(struct text *t, const struct letter *l)
{
	int hour, minute, second;

	if (l->received_at == 0)
		return;
	moment_time(l->received_at, &hour, &minute, &second);
	if (!l->is_imported || hour != 0 || minute != 0)
		text_printf(t, "%02d.%02d", hour, minute);
}

static void
add_done(struct text *t, const struct letter *l)
{
	if (l->old_done != NULL)
		text_add(t, l->old_done);
	else if (l->at_post_name != NULL)
		text_add(t, l->at_post_name);
	else if (!l->is_imported)
		text_add(t, choice_label(letter_states, l->state));
}

static void
add_value(struct text *t, const struct letter *l, enum old_field f)
{
	const char *const words[OLD_FIELDS] = {
	    [OLD_BOOK] = l->book,
	    [OLD_REF] = l->ref_no,
	    [OLD_FROM] = l->sender,
	    [OLD_TO] = l->recipient,
	    [OLD_SUBJECT] = l->subject,
	    [OLD_URGENCY] = l->urgency,
	    [OLD_SECRECY] = l->secrecy,
	    [OLD_REMARK] = l->old_remark ? l->old_remark : l->late,
	};

	if (words[f] != NULL)
		text_add(t, words[f]);
	else if (f == OLD_YEAR)
		text_printf(t, "%d", l->year);
	else if (f == OLD_NUMBER)
		text_printf(t, "%d", l->number);
	else if (f == OLD_RECEIVED && l->received_at != 0)
		add_day(t, moment_date(l->received_at));
	else if (f == OLD_TIME)
		add_time_of_day(t, l);
	else if (f == OLD_DATED)
		add_day(t, l->dated);
	else if (f == OLD_DONE)
		add_done(t, l);
}

/* The names of the columns where there is no letter. */
static bool
give_line(struct sheet_out *o, const struct letter *l, struct error *err)
{
	struct text line = {0}, cell = {0};
	bool ok;

	for (size_t i = 0; i < ARRAY_SIZE(columns); i++) {
		text_clear(&cell);
		text_add(&cell, "");
		if (l != NULL)
			add_value(&cell, l, columns[i]);
		else
			text_add(&cell, old_field_heading(columns[i]));
		if (i > 0)
			text_add(&line, ",");
		csv_add_cell(&line, text_str(&cell), ',');
	}
	text_add(&line, "\r\n");
	ok = o->line(o->ctx, l, line.s, line.n, err);
	text_done(&line);
	text_done(&cell);
	return ok;
}

static bool
give_piece(struct sheet_out *o, const struct letter_list *list,
	   struct error *err)
{
	for (size_t i = 0; i < list->n; i++) {
		if (list->at[i].registered_at < o->since)
			continue;
		o->letters++;
		if (!give_line(o, &list->at[i], err))
			return false;
	}
	return true;
}

struct sheet_of {
	const char *book;
	int year;
};

static bool
give_year(struct sheet_out *o, const struct sheet_of *of, struct error *err)
{
	struct row_span span = {.from = ROW_KEY_TOP, .after = PIECE};
	struct letter_list list;
	bool ok;

	do {
		struct arena a = {0};

		ok = letters_of_year(o->s->store, &o->by, of->book, of->year,
				     NULL, &span, &a, &list, err) &&
		     give_piece(o, &list, err);
		if (ok && list.n > 0) {
			span.from = letter_key_of_year(&list.at[list.n - 1]);
			span.from.part[ROW_KEY_PARTS - 1]++;
		}
		arena_done(&a);
	} while (ok && list.n == PIECE);
	return ok;
}

static bool
read_since(struct session *s, const struct request *r, moment *since,
	   struct error *err)
{
	const char *word = request_value(r, "since");
	struct date d;

	if (word == NULL)
		return true;
	if (!option_date(action_option(r->action, "since"), word,
			 session_today(s), &d, err))
		return false;
	*since = moment_at(d, 0, 0, 0);
	return true;
}

/* Is the book of that row asked for, and its year? */
static bool
is_asked(const struct request *r, const struct sheet_of *of)
{
	const char *book = request_value(r, "book");
	const char *year = request_value(r, "year");
	int be = 0;

	if (book != NULL &&
	    strcmp(choice_find(book_choices, book)->value, of->book) != 0)
		return false;
	return year == NULL || (number_year(year, &be) && be == of->year);
}

static bool
write_sheet(struct session *s, const struct request *r, struct sheet_out *o,
	    struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct sheet_of, book, FIELD_TEXT),
	    FIELD(struct sheet_of, year, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct sheet_of), fields};
	struct arena a = {0};
	struct actor actor;
	struct sheet_of *at;
	size_t n;
	bool ok = session_actor(s, &a, &actor, err) &&
		  actor_may_read(&actor, err) &&
		  read_since(s, r, &o->since, err) &&
		  query_rows(s->store, QUERY_SHEETS_OF_OFFICE,
			     PARAMS(P_INT("office", s->office),
				    P_TEXT("books", books_json(&a))),
			     &type, &a, &at, &n, err) &&
		  give_line(o, NULL, err);

	o->s = s;
	o->by = (struct viewer){s->office, &actor, session_today(s)};
	for (size_t i = 0; ok && i < n; i++)
		if (is_asked(r, &at[i]))
			ok = give_year(o, &at[i], err);
	arena_done(&a);
	return ok;
}

/* -------------------------------------------------------- to standard output
 */

struct rows_out {
	answer_row_fn row;
	void *ctx;
	bool is_enough; /* nobody reads any more */
};

/* Whoever prints a row ends its line. */
static bool
give_text(void *ctx, const struct letter *l, const char *line, size_t n,
	  struct error *err)
{
	struct rows_out *rows = ctx;
	struct text t = {0};
	json_t *row;

	(void)err;
	text_add(&t, l == NULL ? byte_order_mark : "");
	text_add_n(&t, line, n - 1);
	row = json_stringn(t.s, t.n);
	rows->is_enough = !rows->row(rows->ctx, row);
	json_decref(row);
	text_done(&t);
	return !rows->is_enough;
}

bool
sheet_out_each(struct session *s, const struct request *r, answer_row_fn row,
	       void *ctx, struct error *err)
{
	struct rows_out rows = {row, ctx, false};
	struct sheet_out o = {.line = give_text, .ctx = &rows};

	if (request_value(r, "encoding") != NULL)
		return error_set(err, &REQUEST_MISSING, "%s",
				 _("another encoding goes to a file: "
				   "--output FILE"));
	return write_sheet(s, r, &o, err) || rows.is_enough;
}

/* ----------------------------------------------------------------- to a file
 */

struct file_out {
	struct new_file file;
	const char *charset;
	json_t *lost; /* letters with what could not be written */
};

/* Character by character: what the charset lacks becomes "?", and is named. */
static void
encode_what_can_be(struct file_out *f, const struct letter *l, const char *s,
		   size_t n, struct text *out)
{
	struct text missing = {0};
	struct error none = {0};
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		if (encoding_from_utf8(f->charset, s + at, len, out, &none))
			continue;
		text_add(out, "?");
		text_add_n(&missing, s + at, len);
	}
	if (l != NULL)
		json_array_append_new(
		    f->lost, json_pack("{s:s, s:i, s:i, s:s}", "book", l->book,
				       "year", l->year, "number", l->number,
				       "characters", text_str(&missing)));
	text_done(&missing);
}

static bool
add_to_file(void *ctx, const struct letter *l, const char *line, size_t n,
	    struct error *err)
{
	struct file_out *f = ctx;
	bool is_utf8 = strcmp(f->charset, "UTF-8") == 0;
	struct error lost = {0};
	struct text out = {0};
	bool ok;

	if (is_utf8) {
		text_add(&out, l == NULL ? byte_order_mark : "");
		text_add_n(&out, line, n);
	} else if (!encoding_from_utf8(f->charset, line, n, &out, &lost)) {
		encode_what_can_be(f, l, line, n, &out);
	}
	ok = new_file_add(&f->file, out.s, out.n, err);
	text_done(&out);
	return ok;
}

static const char *
charset_asked(const struct request *r, struct error *err)
{
	const char *asked = request_value(r, "encoding");
	const char *charset =
	    encoding_named(asked != NULL ? asked : "UTF-8", err);

	if (charset == NULL || strncmp(charset, "UTF-16", 6) != 0)
		return charset;
	error_set(err, &REQUEST_WRONG, "--encoding %s", charset);
	return NULL;
}

bool
sheet_out_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err)
{
	struct file_out f = {.charset = charset_asked(r, err)};
	struct sheet_out o = {.line = add_to_file, .ctx = &f};
	const char *path = request_value(r, "output");

	if (f.charset == NULL || !new_file_begin(&f.file, path, err))
		return false;
	f.lost = json_array();
	if (!write_sheet(s, r, &o, err) || !new_file_keep(&f.file, err)) {
		new_file_drop(&f.file);
		json_decref(f.lost);
		return false;
	}
	*answer = json_pack("{s:s, s:I, s:s, s:o}", "output", path, "letters",
			    (json_int_t)o.letters, "encoding", f.charset,
			    "lost", f.lost);
	return true;
}
