/* workbook-out.c -- the letters of the register as a workbook (.xlsx) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/lines.h"
#include "base/scratch.h"
#include "base/xlsx.h"

#include "app/letters-out.h"

/*
 * The columns of the CSV, each a text as it is there, but for year and number;
 * and behind them the same days as days, by which a sheet can be sorted.
 */
static const int widths[OLD_FIELDS] = {
    [OLD_YEAR] = 7,  [OLD_BOOK] = 9,     [OLD_NUMBER] = 9,  [OLD_RECEIVED] = 12,
    [OLD_TIME] = 7,  [OLD_REF] = 22,     [OLD_DATED] = 12,  [OLD_FROM] = 30,
    [OLD_TO] = 24,   [OLD_SUBJECT] = 60, [OLD_URGENCY] = 9, [OLD_SECRECY] = 9,
    [OLD_DONE] = 24, [OLD_REMARK] = 20,
};
static const enum old_field days[] = {OLD_RECEIVED, OLD_DATED};

enum { COLUMNS_MAX = OLD_FIELDS + ARRAY_SIZE(days) };

static enum xlsx_kind
kind_of(enum old_field f)
{
	return f == OLD_YEAR || f == OLD_NUMBER ? XLSX_WHOLE : XLSX_TEXT;
}

static size_t
columns(struct arena *a, struct xlsx_column *at)
{
	size_t n = 0;

	for (const enum old_field *f = sheet_columns; *f != OLD_FIELDS; f++)
		at[n++] = (struct xlsx_column){old_field_heading(*f),
					       widths[*f], kind_of(*f)};
	for (size_t i = 0; i < ARRAY_SIZE(days); i++)
		at[n++] = (struct xlsx_column){
		    arena_printf(a, "%s (ปฏิทิน)", old_field_heading(days[i])),
		    widths[days[i]], XLSX_DAY};
	return n;
}

static bool
give_row(void *ctx, const struct letter *l, struct error *err)
{
	struct xlsx *w = ctx;
	struct text cell = {0};
	size_t n = 0;

	(void)err;
	for (const enum old_field *f = sheet_columns; *f != OLD_FIELDS; f++) {
		text_clear(&cell);
		text_add_sheet_cell(&cell, l, *f);
		if (kind_of(*f) == XLSX_WHOLE)
			xlsx_whole(w, n++, strtol(text_str(&cell), NULL, 10));
		else
			xlsx_text(w, n++, text_str(&cell));
	}
	if (l->received_at != 0)
		xlsx_day(w, n, moment_date(l->received_at));
	xlsx_day(w, n + 1, l->dated);
	xlsx_next_row(w);
	text_done(&cell);
	return true;
}

/* Into a file that nobody but us sees before it is whole. */
static bool
write_workbook(struct letters_out *out, const char *path, struct arena *a,
	       struct error *err)
{
	struct xlsx_column at[COLUMNS_MAX];
	struct xlsx_look look = {
	    .path = path,
	    .temporary = out->s->wish.temporary,
	    .sheet = "ทะเบียน",
	    .at = session_now(out->s),
	    .columns = at,
	    .n = columns(a, at),
	};
	struct xlsx *w = xlsx_new(&look, err);
	struct error ending = {0};
	bool ok;

	if (w == NULL)
		return false;
	out->each = give_row;
	out->ctx = w;
	ok = letters_out(out, err);
	if (!xlsx_end(w, &ending) && ok) {
		*err = ending;
		ok = false;
	}
	return ok;
}

static bool
copy_to(const char *from, struct new_file *to, struct error *err)
{
	static char piece[64 << 10];
	FILE *in = fopen(from, "re");
	size_t n;
	bool ok = true;

	if (in == NULL)
		return error_set(err, &ERROR_IO, "%s: %s", from,
				 error_words(errno));
	while (ok && (n = fread(piece, 1, sizeof(piece), in)) > 0)
		ok = new_file_add(to, piece, n, err);
	if (ok && ferror(in))
		ok = error_set(err, &ERROR_IO, "%s: %s", from,
			       error_words(errno));
	fclose(in);
	return ok;
}

static bool
make_file(struct letters_out *out, struct new_file *f, struct error *err)
{
	struct scratch scratch;
	struct arena a = {0};
	const char *path;
	bool ok;

	if (!scratch_begin(&scratch, out->s->wish.temporary, err))
		return false;
	path = arena_printf(&a, "%s/saraban.xlsx", scratch.path);
	ok = write_workbook(out, path, &a, err) && copy_to(path, f, err);
	scratch_end(&scratch);
	arena_done(&a);
	return ok;
}

bool
workbook_out_each(struct session *s, const struct request *r, answer_row_fn row,
		  void *ctx, struct error *err)
{
	(void)s;
	(void)r;
	(void)row;
	(void)ctx;
	return error_set(err, &REQUEST_MISSING, "%s",
			 _("a workbook goes to a file: --output FILE"));
}

bool
workbook_out_look(struct session *s, const struct request *r, json_t **answer,
		  struct error *err)
{
	const char *path = request_value(r, "output");
	struct letters_out out = {.s = s, .r = r};
	struct new_file f;

	if (!new_file_begin(&f, path, err))
		return false;
	if (!make_file(&out, &f, err) || !new_file_keep(&f, err)) {
		new_file_drop(&f);
		return false;
	}
	*answer = json_pack("{s:s, s:I, s:I, s:[]}", "output", path, "letters",
			    (json_int_t)out.letters, "seq",
			    (json_int_t)s->stands, "lost");
	return true;
}
