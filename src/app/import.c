/* import.c -- a new register from its text, or old letters into one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/register-text.h"

#include "app/files.h"
#include "app/json.h"
#include "app/old-import.h"

static bool
read_whole(struct store *st, const char *path, struct arena *a,
	   struct text_end *end, struct error *err)
{
	if (!store_begin_write(st, err))
		return false;
	if (register_text_read(st, path, a, end, err) && store_commit(st, err))
		return true;
	store_rollback(st);
	return false;
}

/* Whatever fails, no half register is left. */
static bool
import_text(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	const char *where = s->wish.register_path;
	struct arena a = {0};
	struct text_end end;
	struct files_told told = {0};
	bool ok;

	if (s->wish.read_only)
		return error_set(err, &STORE_READ_ONLY, "%s", where);
	/* What the session had open is another register, or will be. */
	store_close(s->store);
	s->store = store_open(where, STORE_NEW, err);
	if (s->store == NULL)
		return false;
	ok = read_whole(s->store, request_operand(r, 0), &a, &end, err);
	if (!ok) {
		store_discard(s->store);
		s->store = NULL;
	}
	ok = ok &&
	     files_copy_in(s->store, request_value(r, "files"), &told, err);
	if (ok) {
		*answer = text_end_json(&end, &told);
		json_object_set_new(*answer, "register", json_string(where));
	}
	arena_done(&a);
	return ok;
}

/* ------------------------------------------------------------ old registers */

static json_t *
columns_json(const struct import *im)
{
	json_t *list = json_array();

	for (size_t c = 0; c < im->head.n; c++) {
		struct text name = {0};
		const char *field = NULL;

		if (im->head.names[c][0] == '\0')
			continue;
		for (size_t f = 0; f < OLD_FIELDS; f++)
			if (im->head.column[f] == (int)c)
				field = _(old_field_names[f]);
		text_add_column(&name, c);
		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:o}", "column",
				    text_str(&name), "name", im->head.names[c],
				    "field", text_json(field)));
		text_done(&name);
	}
	return list;
}

static json_t *
file_books_json(const struct import *im)
{
	json_t *list = json_array();

	for (size_t i = 0; i < im->n_books; i++) {
		const struct import_book *b = &im->books[i];
		int next = b->highest >= b->next ? b->highest + 1 : b->next;
		bool is_now = b->year == im->reader.this_year;

		json_array_append_new(
		    list, json_pack("{s:s, s:i, s:i, s:i, s:o, s:I, s:I}",
				    "book", b->book->code, "year", b->year,
				    "first", b->lowest, "last", b->highest,
				    "next", number_json(is_now ? next : 0),
				    "letters", (json_int_t)b->good, "missing",
				    (json_int_t)b->missing));
	}
	return list;
}

static json_t *
cells_json(const struct import *im, const char *const *cells)
{
	json_t *list = cells != NULL ? json_array() : json_null();

	for (size_t i = 0; cells != NULL && i < im->head.n; i++)
		json_array_append_new(list, json_string(cells[i]));
	return list;
}

static json_t *
before_json(const struct import *im, const struct doubt *d)
{
	if (d->row_before == 0)
		return json_null();
	return json_pack("{s:I, s:o}", "row", (json_int_t)d->row_before,
			 "cells", cells_json(im, d->cells_before));
}

static json_t *
doubts_json(const struct import *im)
{
	json_t *list = json_array();

	for (size_t i = 0; i < im->n_doubts; i++) {
		const struct doubt *d = &im->doubts[i];
		struct text column = {0};
		const char *name = NULL;

		if (d->column >= 0) {
			text_add_column(&column, (size_t)d->column);
			name = (size_t)d->column < im->head.n
				   ? im->head.names[d->column]
				   : "";
		}
		json_array_append_new(
		    list,
		    json_pack(
			"{s:I, s:o, s:o, s:s, s:s, s:b, s:o, s:o}", "row",
			(json_int_t)d->row, "column",
			text_json(d->column >= 0 ? text_str(&column) : NULL),
			"name", text_json(name), "code", doubt_codes[d->kind],
			"sentence", d->sentence, "left_out",
			doubt_stops(d->kind), "cells", cells_json(im, d->cells),
			"before", before_json(im, d)));
		text_done(&column);
	}
	return list;
}

/* On standard output the rows to mend stand alone. */
static const char *
output_of(const struct import *im)
{
	bool is_output = im->mend_path != NULL && strcmp(im->path, "-") == 0;

	return is_output ? im->mend_path : NULL;
}

static json_t *
import_json(const struct import *im, bool is_done)
{
	const char separator[] = {csv_separator(im->csv), '\0'};

	return json_pack(
	    "{s:s, s:o, s:s, s:s, s:I, s:o, s:o, s:I, s:I, s:I, s:I, s:o, s:o, "
	    "s:I, s:b, s:o}",
	    "file", im->name, "sheet", text_json(im->sheet), "encoding",
	    csv_charset(im->csv), "separator",
	    strcmp(separator, "\t") == 0 ? "tab" : separator, "head",
	    (json_int_t)im->head.row, "columns", columns_json(im), "books",
	    file_books_json(im), "rows", (json_int_t)im->rows, "letters",
	    (json_int_t)(is_done ? im->entered : im->good), "there",
	    (json_int_t)im->there, "left_out", (json_int_t)im->left_out, "mend",
	    text_json(im->mend_path), "doubts", doubts_json(im), "untold",
	    (json_int_t)im->n_untold, "done", is_done, "output",
	    text_json(output_of(im)));
}

static bool
import_run(struct import *im, bool is_dry, struct error *err)
{
	struct act act = {
	    .s = im->s, .r = im->r, .id = im->r->act_id, .arena = &im->arena};
	bool secret;

	if (!import_may(im, &act, &secret, err) || !import_open(im, err))
		return false;
	im->reader.may_secret = secret;
	return import_doubt(im, err) && (is_dry || import_enter(im, err)) &&
	       import_keep_mend(im, err);
}

static bool
import_old(struct session *s, const struct request *r, json_t **answer,
	   struct error *err)
{
	bool is_dry = request_value(r, "dry-run") != NULL ||
		      request_value(r, "mend") != NULL;
	struct import im = {.s = s, .r = r, .path = request_operand(r, 0)};
	bool ok;

	if (!is_dry && request_value(r, "yes") == NULL)
		return error_set(err, &REQUEST_MISSING, "%s",
				 _("--dry-run shows what is doubtful, --yes "
				   "enters what is not"));
	if (s->store == NULL && !session_open(s, !is_dry, err))
		return false;
	if (!is_dry && store_is_read_only(s->store))
		return error_set(err, &STORE_READ_ONLY, NULL);
	ok = import_run(&im, is_dry, err);
	if (ok)
		*answer = import_json(&im, !is_dry);
	import_done(&im);
	return ok;
}

bool
import_look(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	return request_value(r, "text") != NULL ? import_text(s, r, answer, err)
						: import_old(s, r, answer, err);
}
