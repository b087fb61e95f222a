/* planted.c -- faults for the rows of an old register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/store/planted.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

char *
planted_day(const struct row *r, int year, int back, char **iso)
{
	struct date d = {year - BUDDHIST_ERA, 1, 1};
	moment m = moment_at(d, 0, 0, 0) +
		   (int64_t)(15 + (r->number - 1) * 340 / r->per_year - back) *
		       86400 * 1000000;
	struct text t = {0};

	d = moment_date(m);
	if (iso != NULL) {
		text_add_iso_moment(&t, m);
		*iso = text_take(&t);
	}
	return xasprintf("%d/%d/%d", d.day, d.month, d.year + BUDDHIST_ERA);
}

static void
replace(char **s, char *with)
{
	free(*s);
	*s = with;
}

static void
bad_day(struct row *r)
{
	replace(&r->received, xasprintf("32/1/%d", r->year));
}

static void
no_number(struct row *r)
{
	replace(&r->number_cell, xstrdup(""));
}

static void
twice(struct row *r)
{
	replace(&r->number_cell, xasprintf("%d", r->number - 1));
}

static void
gap(struct row *r)
{
	r->number = 0;
}

static void
wrong_year(struct row *r)
{
	replace(&r->received, planted_day(r, r->year - 3, 0, NULL));
}

static void
no_book(struct row *r)
{
	replace(&r->number_cell, xasprintf("ฮ %d", r->number));
}

static void
too_long(struct row *r)
{
	struct text t = {0};

	for (int i = 0; i < 1001; i++)
		text_add(&t, "ก");
	replace(&r->subject, text_take(&t));
}

static void
control(struct row *r)
{
	replace(&r->subject, xstrdup("ก\033[2Jข"));
}

static void
formula(struct row *r)
{
	replace(&r->from, xstrdup("=1+1"));
}

static void
out_of_order(struct row *r)
{
	free(r->received_iso);
	replace(&r->received, planted_day(r, r->year, 12, &r->received_iso));
}

static void
no_class(struct row *r)
{
	replace(&r->urgency, xstrdup("ด่วนที่ไหน"));
}

static void
empty(struct row *r)
{
	replace(&r->ref, xstrdup(""));
	replace(&r->from, xstrdup(""));
	replace(&r->subject, xstrdup(""));
}

/* Entered from another file before, with other words. */
static void
there(struct row *r)
{
	(void)r;
}

const struct planted planted[] = {
    {"date", bad_day, true, false},     {"no-number", no_number, true, true},
    {"twice", twice, true, true},       {"gap", gap, true, true},
    {"year", wrong_year, true, true},   {"book", no_book, true, true},
    {"long", too_long, true, false},    {"control", control, false, false},
    {"formula", formula, false, false}, {"order", out_of_order, false, false},
    {"word", no_class, true, false},    {"empty", empty, true, false},
    {"there", there, true, false},
};

const size_t n_planted = ARRAY_SIZE(planted);
