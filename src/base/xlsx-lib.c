/* xlsx-lib.c -- workbooks by libxlsxwriter: the only file that knows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/xlsx.h"

#include "gen/xlsxwriter-late.h"

const struct error_kind XLSX_FULL = {
    "xlsx-full", EXIT_USAGE,
    N_("a sheet has not so many rows; write one year at a time")};

/* Text also for who types over it; a day as it is written in Thailand, on the
   calendar that Excel calls 7. */
static const char *const formats[] = {
    [XLSX_TEXT] = "@",
    [XLSX_WHOLE] = "0",
    [XLSX_DAY] = "[$-1070000]d/m/yyyy",
};

enum { PAPER_A4 = 9 };

struct xlsx {
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *format[ARRAY_SIZE(formats)];
	lxw_row_t row;
	size_t n;
	lxw_error fault; /* the first */
};

static void
note(struct xlsx *w, lxw_error fault)
{
	if (w->fault == LXW_NO_ERROR)
		w->fault = fault;
}

static void
begin_formats(struct xlsx *w)
{
	for (size_t i = 0; i < ARRAY_SIZE(formats); i++) {
		w->format[i] = workbook_add_format(w->book);
		format_set_num_format(w->format[i], formats[i]);
		format_set_align(w->format[i], LXW_ALIGN_VERTICAL_TOP);
	}
}

/* Printed, too, it has its head on each page and is as wide as one. */
static void
begin_sheet(struct xlsx *w, const struct xlsx_look *look)
{
	lxw_format *head = workbook_add_format(w->book);
	lxw_col_t last = (lxw_col_t)(look->n - 1);

	format_set_bold(head);
	format_set_bottom(head, LXW_BORDER_THIN);
	for (size_t i = 0; i < look->n; i++) {
		const struct xlsx_column *c = &look->columns[i];

		note(w,
		     worksheet_set_column(w->sheet, (lxw_col_t)i, (lxw_col_t)i,
					  c->width, w->format[c->kind]));
		note(w, worksheet_write_string(w->sheet, 0, (lxw_col_t)i,
					       c->heading, head));
	}
	worksheet_freeze_panes(w->sheet, 1, 0);
	note(w, worksheet_repeat_rows(w->sheet, 0, 0));
	worksheet_ignore_errors(w->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
				"A1:XFD1048576");
	worksheet_set_landscape(w->sheet);
	worksheet_set_paper(w->sheet, PAPER_A4);
	worksheet_fit_to_pages(w->sheet, 1, 0);
	note(w, worksheet_autofilter(w->sheet, 0, 0, 0, last));
}

struct xlsx *
xlsx_new(const struct xlsx_look *look, struct error *err)
{
	lxw_workbook_options how = {.constant_memory = LXW_TRUE};
	lxw_doc_properties of = {.created = (time_t)(look->at / 1000000)};
	char *folder;
	struct xlsx *w;

	if (!late_load(&xlsxwriter_late, err))
		return NULL;
	how.tmpdir = folder = xstrdup(look->temporary);
	w = xcalloc(1, sizeof(*w));
	w->n = look->n;
	w->book = workbook_new_opt(look->path, &how);
	free(folder);
	note(w, workbook_set_properties(w->book, &of));
	begin_formats(w);
	w->sheet = workbook_add_worksheet(w->book, look->sheet);
	begin_sheet(w, look);
	w->row = 1;
	return w;
}

void
xlsx_text(struct xlsx *w, size_t column, const char *s)
{
	if (*s != '\0')
		note(w,
		     worksheet_write_string(w->sheet, w->row, (lxw_col_t)column,
					    s, w->format[XLSX_TEXT]));
}

void
xlsx_whole(struct xlsx *w, size_t column, long n)
{
	note(w, worksheet_write_number(w->sheet, w->row, (lxw_col_t)column,
				       (double)n, w->format[XLSX_WHOLE]));
}

void
xlsx_day(struct xlsx *w, size_t column, struct date d)
{
	lxw_datetime day = {d.year, d.month, d.day, 0, 0, 0};

	if (d.year != 0)
		note(w, worksheet_write_datetime(w->sheet, w->row,
						 (lxw_col_t)column, &day,
						 w->format[XLSX_DAY]));
}

void
xlsx_next_row(struct xlsx *w)
{
	w->row++;
}

bool
xlsx_end(struct xlsx *w, struct error *err)
{
	lxw_error fault;

	if (w->row > 1)
		note(w, worksheet_autofilter(w->sheet, 0, 0, w->row - 1,
					     (lxw_col_t)(w->n - 1)));
	note(w, workbook_close(w->book));
	fault = w->fault;
	free(w);
	if (fault == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
		return error_set(err, &XLSX_FULL, NULL);
	return fault == LXW_NO_ERROR ||
	       error_set(err, &ERROR_IO, ".xlsx: %s", lxw_strerror(fault));
}
