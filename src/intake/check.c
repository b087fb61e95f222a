/* check.c -- what on a sheet does not fit together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/prefix.h"
#include "intake/ref.h"
#include "intake/scan.h"

/* A letter is on the road for days, not for months. */
enum { ROAD_DAYS = 60 };

static const char *
text_of(struct intake *in, const char *s, size_t n)
{
	return arena_strndup(in->a, s, n);
}

/* The row of the letters in front of a number; false when it has none to
   look up. */
static bool
prefix_of(const char *number, struct ref *ref, struct prefix *p, bool *known)
{
	if (number == NULL || !ref_at(number, ref) || ref->shape != REF_STATE ||
	    ref->letters_n == 0)
		return false;
	*known = prefix_find(ref->s, ref->letters_n, p);
	return true;
}

/* Letters nobody has; true when it was told. */
static bool
check_prefix(struct intake *in, const char *number)
{
	struct ref ref;
	struct prefix p;
	bool known, likely;

	if (!prefix_of(number, &ref, &p, &known) || known)
		return false;
	likely = prefix_likely(ref.s, ref.letters_n, in->text, &p);
	intake_warn(in, WARN_REF_PREFIX_UNKNOWN, number,
		    likely ? text_of(in, p.letters, p.letters_n) : NULL);
	return true;
}

/*
 * Offices in a province have 4 digits behind its letters, a local government 5
 * (domain notes 3.2): one more or less was misread.
 */
static bool
check_unit(struct intake *in, const char *number)
{
	struct ref ref;
	struct prefix p;
	bool known;
	long value;
	int digits;
	const char *unit;

	if (!prefix_of(number, &ref, &p, &known) || !known || p.code == 0)
		return false;
	unit = ref.s + ref.letters_n;
	unit += scan_space(unit);
	if (scan_digits(unit, &value, &digits) == 0 || digits == 4 ||
	    digits == 5)
		return false;
	intake_warn(in, WARN_REF_UNIT_UNLIKELY, number, NULL);
	return true;
}

static void
warn_differs(struct intake *in, const char *number, const struct prefix *p)
{
	intake_warn(in, WARN_REF_PREFIX_DIFFERS, number,
		    text_of(in, p->letters, p->letters_n));
}

/* A province's letters go with its own address and its post codes; where no
   address stands, with the province in the office's name. */
static void
check_place(struct intake *in, const struct read_letter *l)
{
	const char *number = l->field[READ_REF_NO].s;
	const char *place = l->field[READ_PLACE].s;
	struct ref ref;
	struct prefix of_number, of_place;
	bool known;

	if (place == NULL)
		place = l->field[READ_FROM].s;
	if (place == NULL || !prefix_of(number, &ref, &of_number, &known) ||
	    !known || of_number.code == 0)
		return;
	if (prefix_of_place(place, &of_place) &&
	    of_number.code != of_place.code)
		warn_differs(in, number, &of_place);
	else if (!prefix_has_post(&of_number, place) &&
		 prefix_of_post(place, &of_place))
		warn_differs(in, number, &of_place);
}

static void
check_letter(struct intake *in, struct read_letter *l)
{
	struct read_value *number = &l->field[READ_REF_NO];

	if (check_prefix(in, number->s) || check_unit(in, number->s))
		number->sure = FIELD_DOUBTFUL;
	check_place(in, l);
	for (size_t i = 0; i < l->n_references; i++)
		check_prefix(in, l->references[i].ref_no);
}

/* The first and the last date of the letters on the sheet. */
static bool
letter_dates(const struct reading *r, struct date *first, struct date *last)
{
	first->year = 0;
	for (size_t i = 0; i < r->n_letters; i++) {
		struct date d = r->letters[i].dated;

		if (d.year == 0)
			continue;
		if (first->year == 0 || date_compare(d, *first) < 0)
			*first = d;
		if (last->year == 0 || date_compare(d, *last) > 0)
			*last = d;
	}
	return first->year != 0;
}

static void
check_stamps(struct intake *in)
{
	struct reading *r = in->r;
	struct date first, last = {0};

	if (!letter_dates(r, &first, &last))
		return;
	for (size_t i = 0; i < r->n_stamps; i++) {
		const struct read_stamp *s = &r->stamps[i];

		if (s->date.year == 0)
			continue;
		if (date_compare(s->date, first) < 0)
			intake_warn(in, WARN_STAMP_BEFORE_LETTER, s->date_words,
				    NULL);
		else if (date_days_between(last, s->date) > ROAD_DAYS)
			intake_warn(in, WARN_STAMP_MONTHS_AFTER, s->date_words,
				    NULL);
	}
}

void
reading_check(struct intake *in)
{
	for (size_t i = 0; i < in->r->n_letters; i++)
		check_letter(in, &in->r->letters[i]);
	check_stamps(in);
}
