/* missing.c -- is anything missing?  What an auditor asks of each book */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/missing.h"

#include <string.h>

#include "base/i18n.h"

#include "model/book.h"
#include "model/ledger.h"
#include "model/policy.h"

enum { NAMED_MOST = 12 };

/* clang-format off */
const struct question questions[] = {
	{ "gap", QUERY_MISSING_GAPS, true,
	  N_("numbers are missing, first") },
	{ "double", QUERY_MISSING_DOUBLES, true,
	  N_("a number was given twice") },
	{ "reason", QUERY_MISSING_REASONS, true,
	  N_("cancelled without a reason") },
	{ "order", QUERY_MISSING_ORDER, false,
	  N_("said to have come before the number before it") },
	{ "unopened", QUERY_MISSING_UNOPENED, false,
	  N_("sent on and never opened") },
	{ "untaken", QUERY_MISSING_UNTAKEN, false,
	  N_("given to a division and never acknowledged") },
	{ "owner", QUERY_MISSING_OWNERS, false,
	  N_("ordered, with a duty that nobody owns") },
	{ "duty", QUERY_MISSING_DUTIES, false,
	  N_("with a duty of a year that is over, neither done nor waived") },
	{ "lost", QUERY_MISSING_LOST, false,
	  N_("given on paper, its record lost") },
	{ "registrar", QUERY_MISSING_REGISTRAR, false,
	  N_("secret, while nobody keeps the register of secret letters") },
	{ "unclosed", QUERY_MISSING_UNCLOSED, false,
	  N_("days that are over and whose page is not closed") },
	{ "unsigned", QUERY_MISSING_UNSIGNED, false,
	  N_("pages that the register's key has not signed") },
	{ "key", QUERY_MISSING_KEYS, false,
	  N_("keys that took the place of another unsigned") },
	{ NULL, 0, false, NULL }
};
/* clang-format on */

struct missing {
	const char *book; /* NULL: of no book */
	int64_t year;
	int64_t number;
};

static const struct field missing_fields[] = {
    FIELD(struct missing, book, FIELD_TEXT),
    FIELD(struct missing, year, FIELD_INT64),
    FIELD(struct missing, number, FIELD_INT64),
    {0}};
static const struct row_type missing_row = {sizeof(struct missing),
					    missing_fields};

struct asking {
	struct store *st;
	struct arena *arena;
	struct check_report *report;
	int64_t office;
	const char *office_code; /* where there are several; or NULL */
	const struct question *question;
};

static bool
is_same_book(const struct missing *a, const struct missing *b)
{
	return a->book == b->book ||
	       (a->book != NULL && b->book != NULL &&
		strcmp(a->book, b->book) == 0 && a->year == b->year);
}

static void
add_book(struct text *t, const struct missing *m)
{
	const struct book *b = book_find(m->book);

	text_printf(t, "%s %s: ", b != NULL ? _(b->name) : m->book,
		    DIGITS(m->year));
}

/* "Incoming letters 2569: sent on and never opened: 3 (12, 15, 18)". */
static void
tell_book(struct asking *q, const struct missing *at, size_t n)
{
	struct text t = {0};

	if (q->office_code != NULL)
		text_printf(&t, "%s: ", q->office_code);
	if (at->book != NULL)
		add_book(&t, at);
	text_printf(&t, "%s: %s", _(q->question->sentence), DIGITS(n));
	for (size_t i = 0; at->book != NULL && i < n && i < NAMED_MOST; i++)
		text_printf(&t, "%s%s", i == 0 ? " (" : ", ",
			    DIGITS(at[i].number));
	if (at->book != NULL)
		text_add(&t, n > NAMED_MOST ? ", …)" : ")");
	(q->question->is_fault ? check_add : check_note)(
	    q->report, q->arena, q->question->code, 0, "%s", t.s);
	text_done(&t);
}

static bool
ask(struct asking *q, const struct param *params, struct error *err)
{
	struct missing *at;
	size_t n, first = 0;

	if (!query_rows(q->st, q->question->query, params, &missing_row,
			q->arena, &at, &n, err))
		return false;
	for (size_t i = 1; i <= n; i++)
		if (i == n || !is_same_book(&at[first], &at[i])) {
			tell_book(q, &at[first], i - first);
			first = i;
		}
	return true;
}

static moment
days_ago(moment now, int days)
{
	return now - (moment)days * 24 * 3600 * 1000000;
}

static bool
ask_office(struct asking *q, moment now, struct error *err)
{
	const char *today = date_iso(q->arena, moment_date(now));
	struct policies policies;

	if (!policies_read(q->st, q->office, now, &policies, err))
		return false;
	for (q->question = questions; q->question->code != NULL; q->question++)
		if (!ask(q,
			 PARAMS(P_INT("office", q->office),
				P_TEXT("today", today),
				P_INT("before",
				      days_ago(now, policies.unopened_days))),
			 err))
			return false;
	return true;
}

struct code_row {
	const char *code;
};

static bool
office_code(struct asking *q, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct code_row, code, FIELD_TEXT), {0}};
	static const struct row_type type = {sizeof(struct code_row), fields};
	struct code_row row = {""};
	bool found;
	bool ok = query_row(q->st, QUERY_OFFICE_BY_ID,
			    PARAMS(P_INT("office", q->office)), &type, q->arena,
			    &row, &found, err);

	q->office_code = row.code;
	return ok;
}

bool
missing_check(struct store *st, moment now, struct arena *a,
	      struct check_report *report, struct error *err)
{
	int64_t *offices = NULL;
	size_t n = 0;
	bool ok = store_begin_read(st, err);

	if (!ok)
		return false;
	ok = ledger_offices(st, a, &offices, &n, err);
	for (size_t i = 0; ok && i < n; i++) {
		struct asking q = {.st = st,
				   .arena = a,
				   .report = report,
				   .office = offices[i]};

		ok = (n == 1 || office_code(&q, err)) &&
		     ask_office(&q, now, err);
	}
	store_rollback(st);
	return ok;
}
