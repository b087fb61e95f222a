/* csv-out.c -- the letters of the register for a spreadsheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/csv.h"
#include "base/encoding.h"
#include "base/i18n.h"
#include "base/lines.h"

#include "app/letters-out.h"

/*
 * A row for each letter, in the columns that import knows.  Each cell is
 * guarded (base/csv.h), so that what is written comes back.  UTF-8 with a byte
 * order mark, by which Excel knows it; another encoding goes to a file, and
 * what it lacks is told letter by letter.
 */
static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* Takes a line with its end; l is NULL for the names of columns. */
typedef bool (*line_out_fn)(void *ctx, const struct letter *l, const char *line,
			    size_t n, struct error *err);

struct csv_out {
	line_out_fn line;
	void *ctx;
};

/* The names of the columns where there is no letter. */
static bool
give_line(void *ctx, const struct letter *l, struct error *err)
{
	const struct csv_out *o = ctx;
	struct text line = {0}, cell = {0};
	bool ok;

	for (const enum old_field *f = sheet_columns; *f != OLD_FIELDS; f++) {
		text_clear(&cell);
		text_add(&cell, "");
		if (l != NULL)
			text_add_sheet_cell(&cell, l, *f);
		else
			text_add(&cell, old_field_heading(*f));
		if (f != sheet_columns)
			text_add(&line, ",");
		csv_add_cell(&line, text_str(&cell), ',');
	}
	text_add(&line, "\r\n");
	ok = o->line(o->ctx, l, line.s, line.n, err);
	text_done(&line);
	text_done(&cell);
	return ok;
}

/* What is asked wrongly is told before anything is written. */
static bool
write_sheet(struct letters_out *out, struct csv_out *o, struct error *err)
{
	struct since since;

	out->each = give_line;
	out->ctx = o;
	return since_asked(out->s, out->r, &since, err) &&
	       give_line(o, NULL, err) && letters_out(out, err);
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
csv_out_each(struct session *s, const struct request *r, answer_row_fn row,
	     void *ctx, struct error *err)
{
	struct rows_out rows = {row, ctx, false};
	struct csv_out o = {.line = give_text, .ctx = &rows};
	struct letters_out out = {.s = s, .r = r};

	if (request_value(r, "encoding") != NULL)
		return error_set(err, &REQUEST_MISSING, "%s",
				 _("another encoding goes to a file: "
				   "--output FILE"));
	return write_sheet(&out, &o, err) || rows.is_enough;
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
csv_out_look(struct session *s, const struct request *r, json_t **answer,
	     struct error *err)
{
	struct file_out f = {.charset = charset_asked(r, err)};
	struct csv_out o = {.line = add_to_file, .ctx = &f};
	struct letters_out out = {.s = s, .r = r};
	const char *path = request_value(r, "output");

	if (f.charset == NULL || !new_file_begin(&f.file, path, err))
		return false;
	f.lost = json_array();
	if (!write_sheet(&out, &o, err) || !new_file_keep(&f.file, err)) {
		new_file_drop(&f.file);
		json_decref(f.lost);
		return false;
	}
	*answer =
	    json_pack("{s:s, s:I, s:I, s:s, s:o}", "output", path, "letters",
		      (json_int_t)out.letters, "seq", (json_int_t)s->stands,
		      "encoding", f.charset, "lost", f.lost);
	return true;
}
