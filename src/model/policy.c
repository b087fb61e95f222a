/* policy.c -- what an office has settled once, for every counter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/policy.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/pin.h"
#include "model/remind.h"
#include "model/year.h"

/* clang-format off */

const struct choice book_sequences[] = {
	[BOOK_SHARED] = { "shared", "ร่วม", N_("with the general book") },
	[BOOK_OWN] = { "own", "แยก", N_("numbers of its own") },
	{ NULL, NULL, NULL }
};

#define PLACE(member) offsetof(struct policies, member)
#define DAY(n) (1 << (n))

const struct policy policy_table[] = {
	{ .name = "correct-days", .offset = PLACE(correct_days),
	  .usual = 3, .lowest = 0, .highest = 366,
	  .help = N_("days after registering in which the clerk may correct an "
	      "entry; then only a higher post") },
	{ .name = "clock-days", .offset = PLACE(clock_days),
	  .usual = 60, .lowest = 1, .highest = 3660,
	  .help = N_("days without an entry after which the computer's clock is "
	      "doubted") },
	{ .name = "unopened-days", .offset = PLACE(unopened_days),
	  .usual = 3, .lowest = 0, .highest = 366,
	  .help = N_("days after which the check tells of a letter that nobody "
	      "has opened, or no division has taken") },
	{ .name = "remind-plain", .offset = PLACE(remind[0]),
	  .usual = DAY(7) | DAY(3) | DAY(1), .highest = REMIND_DAYS,
	  .is_days = true,
	  .help = N_("days before its last working day on which a duty of a "
	      "letter without urgency is reminded of") },
	{ .name = "remind-urgent", .offset = PLACE(remind[1]),
	  .usual = DAY(7) | DAY(5) | DAY(3) | DAY(2) | DAY(1),
	  .highest = REMIND_DAYS, .is_days = true,
	  .help = N_("the same of an urgent letter") },
	{ .name = "remind-very-urgent", .offset = PLACE(remind[2]),
	  .usual = DAY(7) | DAY(5) | DAY(4) | DAY(3) | DAY(2) | DAY(1),
	  .highest = REMIND_DAYS, .is_days = true,
	  .help = N_("the same of a very urgent letter") },
	{ .name = "remind-most-urgent", .offset = PLACE(remind[3]),
	  .usual = DAY(7) | DAY(6) | DAY(5) | DAY(4) | DAY(3) | DAY(2) |
	      DAY(1),
	  .highest = REMIND_DAYS, .is_days = true,
	  .help = N_("the same of a most urgent letter") },
	{ .name = "escalate-days", .offset = PLACE(escalate_days),
	  .usual = 3, .lowest = 0, .highest = 366,
	  .help = N_("working days past its last day after which a duty rises "
	      "one post, and after as many again the next; 0: never") },
	{ .name = "lie-plain", .offset = PLACE(lie_hours[0]),
	  .usual = 21, .lowest = 0, .highest = 10000,
	  .help = N_("office hours on one desk after which the post above hears "
	      "of a letter without urgency; 0: never") },
	{ .name = "lie-urgent", .offset = PLACE(lie_hours[1]),
	  .usual = 7, .lowest = 0, .highest = 10000,
	  .help = N_("the same of an urgent letter") },
	{ .name = "lie-very-urgent", .offset = PLACE(lie_hours[2]),
	  .usual = 3, .lowest = 0, .highest = 10000,
	  .help = N_("the same of a very urgent letter") },
	{ .name = "lie-most-urgent", .offset = PLACE(lie_hours[3]),
	  .usual = 1, .lowest = 0, .highest = 10000,
	  .help = N_("the same of a most urgent letter") },
	{ .name = "reserve-most", .offset = PLACE(reserve_most),
	  .usual = 20, .lowest = 0, .highest = 1000,
	  .help = N_("numbers that may stand reserved at a time, emergency "
	      "sheets not counted") },
	{ .name = "reserve-days", .offset = PLACE(reserve_days),
	  .usual = 30, .lowest = 1, .highest = 366,
	  .help = N_("days that a number may stay reserved; then it is void") },
	{ .name = "sheets-most", .offset = PLACE(sheets_most),
	  .usual = 50, .lowest = 0, .highest = 1000,
	  .help = N_("emergency sheets that may lie ready at a time") },
	{ .name = "sheets-days", .offset = PLACE(sheets_days),
	  .usual = 90, .lowest = 1, .highest = 366,
	  .help = N_("days that emergency sheets may lie ready; then what is "
	      "left of them is void") },
	{ .name = "secret-as", .offset = PLACE(secret_as),
	  .usual = 0, .lowest = 0, .highest = 1,
	  .help = N_("1: who comes by --as may read secret letters, where a "
	      "list of keys says who he is") },
	{ .name = "follow-paper", .offset = PLACE(follow_paper),
	  .usual = 0, .lowest = 0, .highest = 1,
	  .help = N_("1: papers are handed over and taken, beside what is done "
	      "to the letter") },
	{ .name = "year-month", .offset = PLACE(year_month),
	  .usual = 1, .lowest = 1, .highest = 12, .is_yearly = true,
	  .help = N_("the month in which numbers begin at 1 again; a year that "
	      "begins in another than January is named after its end") },
	{ .name = "book-circular", .offset = PLACE(book_circular),
	  .usual = BOOK_SHARED, .highest = BOOK_OWN,
	  .choices = book_sequences, .is_yearly = true,
	  .help = N_("numbers of incoming circulars: shared with the general "
	      "book, or own") },
	{ .name = "book-secret", .offset = PLACE(book_secret),
	  .usual = BOOK_SHARED, .highest = BOOK_OWN,
	  .choices = book_sequences, .is_yearly = true,
	  .help = N_("numbers of incoming secret letters: shared, or own") },
	{ .name = "book-send-circular", .offset = PLACE(book_send_circular),
	  .usual = BOOK_OWN, .highest = BOOK_OWN,
	  .choices = book_sequences, .is_yearly = true,
	  .help = N_("numbers of outgoing circulars: shared, or own") },
	{ .name = "book-send-secret", .offset = PLACE(book_send_secret),
	  .usual = BOOK_SHARED, .highest = BOOK_OWN,
	  .choices = book_sequences, .is_yearly = true,
	  .help = N_("numbers of outgoing secret letters: shared, or own") },
	{ .name = "office-opens", .offset = PLACE(office_opens),
	  .usual = 8 * 60 + 30, .highest = MINUTES_A_DAY,
	  .is_time = true, .is_dated = true,
	  .help = N_("when the office opens, Monday to Friday") },
	{ .name = "office-closes", .offset = PLACE(office_closes),
	  .usual = 16 * 60 + 30, .highest = MINUTES_A_DAY,
	  .is_time = true, .is_dated = true,
	  .help = N_("when the office closes") },
	{ .name = "lunch-begins", .offset = PLACE(lunch_begins),
	  .usual = 12 * 60, .highest = MINUTES_A_DAY,
	  .is_time = true, .is_dated = true,
	  .help = N_("when the midday break begins") },
	{ .name = "lunch-ends", .offset = PLACE(lunch_ends),
	  .usual = 13 * 60, .highest = MINUTES_A_DAY,
	  .is_time = true, .is_dated = true,
	  .help = N_("when the midday break ends") },
	{ .name = "lunch-counts", .offset = PLACE(lunch_counts),
	  .usual = 0, .highest = 1, .is_dated = true,
	  .help = N_("1: the midday break counts as office time") },
	{ .name = "pin-for", .offset = PLACE(pin_for),
	  .usual = 0, .highest = PIN_ALL, .is_acts = true, .is_dated = true,
	  .help = N_("acts for which each gives a PIN: orders, notes, numbers, "
	      "strikes, secrets, office") },
	{ .name = "lock-minutes", .offset = PLACE(lock_minutes),
	  .usual = 0, .highest = 480, .is_dated = true,
	  .help = N_("minutes without a key after which the screen locks; 0: "
	      "never") },
	{ .name = NULL }
};

/* clang-format on */

const struct policy *
policy_find(const char *name)
{
	for (const struct policy *p = policy_table; p->name != NULL; p++)
		if (strcmp(p->name, name) == 0)
			return p;
	return NULL;
}

static int *
place_of(struct policies *p, const struct policy *which)
{
	return (int *)(void *)((char *)p + which->offset);
}

int
policy_value(const struct policies *p, const struct policy *which)
{
	struct policies copy = *p;

	return *place_of(&copy, which);
}

void
policy_put(struct policies *p, const struct policy *which, int value)
{
	*place_of(p, which) = value;
}

/* A policy that this program does not know belongs to another. */
static bool
add_policy(void *ctx, const struct row *row, struct error *err)
{
	const struct policy *which;
	size_t n;
	const char *s = row_bytes(row, 0, &n);
	char *name = xstrndup(s, n);

	(void)err;
	which = policy_find(name);
	if (which != NULL)
		*place_of(ctx, which) = (int)row_int(row, 1);
	free(name);
	return true;
}

void
policies_usual(int year, struct policies *p)
{
	*p = (struct policies){.year = year};
	for (const struct policy *w = policy_table; w->name != NULL; w++)
		*place_of(p, w) = w->usual;
}

/* Any day, as ISO text. */
#define LAST_DAY "9999-12-31"

static bool
read_policies(struct store *st, int64_t office, int year, const char *day,
	      struct policies *p, struct error *err)
{
	policies_usual(year, p);
	return query_each(st, QUERY_POLICIES,
			  PARAMS(P_INT("office", office), P_INT("year", year),
				 P_TEXT("day", day)),
			  add_policy, p, err);
}

bool
policies_of_day(struct store *st, int64_t office, const char *day,
		struct policies *p, struct error *err)
{
	return read_policies(st, office, p->year, day, p, err);
}

bool
policies_of_year(struct store *st, int64_t office, int year, struct policies *p,
		 struct error *err)
{
	return read_policies(st, office, year, LAST_DAY, p, err);
}

bool
policies_read(struct store *st, int64_t office, moment now, struct policies *p,
	      struct error *err)
{
	struct arena a = {0};
	struct year_months months;
	bool ok = year_months_read(st, office, &a, &months, err) &&
		  read_policies(st, office, year_at(&months, now),
				date_iso(&a, moment_date(now)), p, err);

	arena_done(&a);
	return ok;
}
