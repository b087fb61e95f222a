/* xlsx-none.c -- workbooks, where libxlsxwriter was not there to build
   with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/xlsx.h"

const struct error_kind XLSX_NONE = {
    "no-xlsx", EXIT_USAGE,
    N_("this saraban was built without libxlsxwriter and writes no .xlsx; "
       "spreadsheets open CSV, too")};

struct xlsx *
xlsx_new(const struct xlsx_look *look, struct error *err)
{
	(void)look;
	error_set(err, &XLSX_NONE, NULL);
	return NULL;
}

void
xlsx_text(struct xlsx *w, size_t column, const char *s)
{
	(void)w;
	(void)column;
	(void)s;
}

void
xlsx_whole(struct xlsx *w, size_t column, long n)
{
	(void)w;
	(void)column;
	(void)n;
}

void
xlsx_day(struct xlsx *w, size_t column, struct date d)
{
	(void)w;
	(void)column;
	(void)d;
}

void
xlsx_next_row(struct xlsx *w)
{
	(void)w;
}

bool
xlsx_end(struct xlsx *w, struct error *err)
{
	(void)w;
	return error_set(err, &XLSX_NONE, NULL);
}
