/* old-year.c -- the days of a row, and the year of its number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/number.h"

#include "app/old-date.h"
#include "app/old-row.h"

static void
unreadable(struct old_reader *r, const struct old_letter *l, enum old_field f,
	   const char *s, const struct error *why)
{
	old_row_doubt(r, DOUBT_DATE, l->row, r->head->column[f], "“%s”: %s", s,
		      why->detail);
}

void
old_row_received(struct old_reader *r, struct old_letter *l)
{
	const char *s = l->text[OLD_RECEIVED];
	struct error why = {0};
	bool ok = true;

	if (s == NULL && r->day.year == 0)
		s = text_str(&r->above[OLD_RECEIVED]);
	if (r->head->column[OLD_RECEIVED] < 0 && r->day.year == 0)
		s = l->text[OLD_DATED];
	if (s == NULL && r->day.year != 0)
		l->received_at = moment_at(r->day, 0, 0, 0);
	else if (text_is_blank(s))
		old_cell_doubt(
		    r, DOUBT_NO_DATE, l, OLD_RECEIVED,
		    _("the day of registering is missing, here and above"));
	else
		ok = old_moment(s, l->text[OLD_TIME], &l->received_at, &why);
	if (!ok)
		unreadable(r, l, OLD_RECEIVED, s, &why);
	if (ok && l->received_at != 0)
		l->received = moment_date(l->received_at);
	if (l->text[OLD_RECEIVED] == NULL)
		l->text[OLD_RECEIVED] = s;
}

void
old_row_dated(struct old_reader *r, struct old_letter *l)
{
	struct error why = {0};
	moment m = 0;

	if (l->text[OLD_DATED] == NULL)
		return;
	if (!old_moment(l->text[OLD_DATED], NULL, &m, &why)) {
		unreadable(r, l, OLD_DATED, l->text[OLD_DATED], &why);
		return;
	}
	l->dated = moment_date(m);
	if (date_compare(l->dated, r->today) > 0)
		old_cell_doubt(r, DOUBT_YEAR, l, OLD_DATED,
			       _("that day has not come yet"));
}

static bool
year_of_cell(const char *s, int *year)
{
	int n;

	if (number_whole(s, &n) && n >= 1900 && n < BUDDHIST_FROM) {
		*year = n + BUDDHIST_ERA;
		return true;
	}
	return number_year(s, year);
}

/* The years that are said must be one. */
static void
settle_year(struct old_reader *r, struct old_letter *l, int of_number)
{
	int of_cell = 0, of_day = 0;
	enum old_field says = OLD_NUMBER;

	if (l->text[OLD_YEAR] && !year_of_cell(l->text[OLD_YEAR], &of_cell))
		old_cell_doubt(r, DOUBT_YEAR, l, OLD_YEAR,
			       _("that is not a year"));
	if (l->received_at != 0)
		of_day = year_at(r->years, l->received_at);
	l->year = of_cell ? of_cell : of_number ? of_number : r->year;
	if (l->year == 0)
		l->year = of_day;
	/* Of a day that cannot be read, most likely that of the row above. */
	if (l->year == 0 && r->last.book == l->book)
		l->year = r->last.year;
	if (l->year == 0)
		return;
	if (of_cell != 0)
		says = OLD_YEAR;
	if (of_day != 0 && of_day != l->year)
		old_row_doubt(r, DOUBT_YEAR, l->row,
			      r->head->column[OLD_RECEIVED],
			      _("the day is of %s, the number of %s"),
			      DIGITS(of_day), DIGITS(l->year));
	else if (of_number != 0 && of_number != l->year)
		old_row_doubt(r, DOUBT_YEAR, l->row,
			      r->head->column[OLD_NUMBER],
			      _("the number is of %s, the row of %s"),
			      DIGITS(of_number), DIGITS(l->year));
	else if (r->year != 0 && r->year != l->year)
		old_row_doubt(r, DOUBT_YEAR, l->row, r->head->column[says],
			      _("it is of %s, not of %s"), DIGITS(l->year),
			      DIGITS(r->year));
	else if (l->year > r->this_year ||
		 (l->received_at != 0 &&
		  date_compare(l->received, r->today) > 0))
		old_cell_doubt(r, DOUBT_YEAR, l, OLD_RECEIVED,
			       _("that day has not come yet"));
}

/* The year of a row that does not say it is that of its day; where the numbers
   go on from the row above, a year mistyped in the day shows. */
static void
look_at_year(struct old_reader *r, const struct old_letter *l, int of_number)
{
	enum { NEAR = 10 };
	int on = l->number - r->last.number;

	if (of_number != 0 || l->text[OLD_YEAR] != NULL || r->year != 0 ||
	    r->last.book != l->book || l->year == 0 ||
	    l->year == r->last.year || on < 1 || on > NEAR)
		return;
	old_row_doubt(
	    r, DOUBT_YEAR, l->row, r->head->column[OLD_RECEIVED],
	    _("the number goes on from %s, but the day is of %s"),
	    BOOK_NUMBER(r->last.book->code, r->last.year, r->last.number),
	    DIGITS(l->year));
}

void
old_row_year(struct old_reader *r, struct old_letter *l, int of_number)
{
	settle_year(r, l, of_number);
	look_at_year(r, l, of_number);
}
