/* json-out.c -- the letters of the register for programs, one on a line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/lines.h"

#include "app/answer.h"
#include "app/letters-out.h"
#include "app/tell.h"

/* Of each letter what `list` answers of it. */
struct rows_out {
	answer_row_fn row;
	void *ctx;
	bool is_enough; /* nobody reads any more */
};

static bool
give_row(void *ctx, const struct letter *l, struct error *err)
{
	struct rows_out *rows = ctx;
	json_t *row = letter_json(l);

	(void)err;
	rows->is_enough = !rows->row(rows->ctx, row);
	json_decref(row);
	return !rows->is_enough;
}

bool
json_out_each(struct session *s, const struct request *r, answer_row_fn row,
	      void *ctx, struct error *err)
{
	struct rows_out rows = {row, ctx, false};
	struct letters_out out = {s, r, give_row, &rows, 0};

	return letters_out(&out, err) || rows.is_enough;
}

static bool
give_line(void *ctx, const struct letter *l, struct error *err)
{
	struct new_file *f = ctx;
	json_t *row = letter_json(l);
	struct text line = {0};
	bool ok;

	text_add_json_line(&line, row);
	ok = new_file_add(f, line.s, line.n, err);
	text_done(&line);
	json_decref(row);
	return ok;
}

bool
json_out_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err)
{
	const char *path = request_value(r, "output");
	struct new_file f;
	struct letters_out out = {s, r, give_line, &f, 0};

	if (!new_file_begin(&f, path, err))
		return false;
	if (!letters_out(&out, err) || !new_file_keep(&f, err)) {
		new_file_drop(&f);
		return false;
	}
	*answer = json_pack("{s:s, s:I, s:I, s:[]}", "output", path, "letters",
			    (json_int_t)out.letters, "seq",
			    (json_int_t)s->stands, "lost");
	return true;
}
