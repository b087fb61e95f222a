/* head-title.c -- orders, notices and minutes begin with a title */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/head.h"
#include "intake/scan.h"

/* What stands below the title of minutes: their number, day and place. */
enum { TITLE_LINES = 5 };

/* "เมื่อวันที่ ๑๒ พฤษภาคม ๒๕๖๙", "วันศุกร์ที่ ..." somewhere on the line. */
static bool
take_day(struct head *h, const char *s)
{
	size_t n;
	const char *date = label_find(s, LABEL_DATE, &n);

	return date != NULL && scan_date(date + n, &h->l->dated) > 0;
}

/* "รายงานการประชุม... / ครั้งที่ ๒/๒๕๖๙ / วันที่ ..." */
static void
read_minutes(struct head *h)
{
	struct line *at = h->in->sheet.at;
	const char *subject = at[h->e->title].s;
	size_t end = h->e->title + TITLE_LINES;

	for (size_t i = h->e->title + 1; i < h->e->end && i < end; i++) {
		if (scan_word(at[i].s, "ครั้งที่") > 0)
			subject =
			    arena_printf(h->in->a, "%s %s", subject, at[i].s);
		if (take_day(h, at[i].s)) {
			h->l->dated_sure = FIELD_READ;
			break;
		}
		at[i].used = true;
	}
	value_set(&h->l->field[READ_SUBJECT],
		  intake_words(h->in, subject, strlen(subject)), FIELD_READ);
	h->e->body = h->e->title + 1;
}

bool
title_read(struct head *h)
{
	struct line *line = &h->in->sheet.at[h->e->title];
	struct labelled at = label_at(line->s);
	const char *from = line->s + at.n;

	line->used = true;
	if (at.label == LABEL_MINUTES) {
		read_minutes(h);
		return true;
	}
	value_set(&h->l->field[READ_FROM],
		  intake_words(h->in, from, strlen(from)), FIELD_READ);
	return false;
}
