/* sheet-cell.c -- what stands of a letter in the columns of a sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/letters-out.h"

/* clang-format off */
const enum old_field sheet_columns[] = {
	OLD_YEAR, OLD_BOOK, OLD_NUMBER, OLD_RECEIVED, OLD_TIME, OLD_REF,
	OLD_DATED, OLD_FROM, OLD_TO, OLD_SUBJECT, OLD_URGENCY, OLD_SECRECY,
	OLD_DONE, OLD_REMARK, OLD_FIELDS,
};
/* clang-format on */

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
		text_add_visible(t, l->old_done, true);
	else if (l->at_post_name != NULL)
		text_add_visible(t, l->at_post_name, true);
	else if (!l->is_imported)
		text_add(t, choice_label(letter_states, l->state));
}

void
text_add_sheet_cell(struct text *t, const struct letter *l, enum old_field f)
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
		text_add_visible(t, words[f], true);
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
