/* reserve.c -- จองเลข: numbers kept for letters to come, and made void */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/reserve.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "app/decisions.h"
#include "app/entry.h"

/* What is reserved in one act: its words, its bounds, as the act asks. */
struct block {
	const struct book *book;
	const char *purpose;
	struct date until;
	int count;
	bool is_sheet;
	int most, days; /* by policy */
};

struct counted {
	int n;
};

static bool
count_reserved(struct act *act, bool is_sheet, int *n, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct counted, n, FIELD_INT), {0}};
	static const struct row_type type = {sizeof(struct counted), fields};
	struct counted row = {0};
	bool found;
	bool ok = query_row(
	    act->s->store, QUERY_COUNT_RESERVED,
	    PARAMS(P_INT("office", act->s->office), P_INT("sheet", is_sheet)),
	    &type, act->arena, &row, &found, err);

	*n = row.n;
	return ok;
}

/* A clerk cannot reserve a book full. */
static bool
are_not_too_many(struct act *act, const struct block *b, struct error *err)
{
	int n;

	if (!count_reserved(act, b->is_sheet, &n, err))
		return false;
	return n + b->count <= b->most ||
	       error_set(err, &RULE_REFUSED,
			 _("%s are reserved already, and at most %s may be at "
			   "a time"),
			 DIGITS(n), DIGITS(b->most));
}

static const char *
day_words(struct act *act, struct date d)
{
	struct text t = {0};
	const char *words;

	text_add_date(&t, d, DATE_LONG, digits_are_thai());
	words = arena_strdup(act->arena, t.s);
	text_done(&t);
	return words;
}

static struct date
days_after(struct date d, int days)
{
	const moment day = (moment)24 * 60 * 60 * 1000000;

	return moment_date(moment_at(d, 12, 0, 0) + days * day);
}

/* From today on for as long as the office allows.  A number belongs to the
   book of its year: only a sheet written on in that year is entered in the
   next. */
static bool
is_bounded(struct act *act, const struct block *b, struct error *err)
{
	struct date today = moment_date(act->at);
	struct date last = days_after(today, b->days);
	struct date year_ends = moment_date(
	    year_begins(&act->s->years, act->standing.policies.year + 1) - 1);

	if (date_compare(b->until, today) < 0)
		return error_set(err, &RULE_REFUSED,
				 _("its last day is over; today is %s"),
				 day_words(act, today));
	if (date_compare(b->until, last) > 0)
		return error_set(err, &RULE_REFUSED,
				 _("it may be reserved until %s at most"),
				 day_words(act, last));
	if (!b->is_sheet && date_compare(b->until, year_ends) > 0)
		return error_set(err, &RULE_REFUSED,
				 _("it belongs to this year's book: until %s "
				   "at most"),
				 day_words(act, year_ends));
	return true;
}

static void
put(struct entry *e, const char *key, json_t *value)
{
	json_object_set_new(e->body, key, value);
}

static void
fill(struct act *act, struct entry *e, const struct block *b, int64_t first,
     int page)
{
	struct text until = {0};

	e->letter = LETTER_SELF;
	e->as = act->entry.as;
	e->book = b->book->code;
	e->year = act->standing.policies.year;
	e->number = first + page - 1;
	text_add_iso_date(&until, b->until);
	put(e, "purpose", json_string(b->purpose));
	put(e, "until", json_string(until.s));
	put(e, "block", json_integer(first));
	put(e, "page", json_integer(page));
	put(e, "pages", json_integer(b->count));
	put(e, "sheet", json_integer(b->is_sheet));
	text_done(&until);
}

/* One event for each number: the book explains every one. */
static bool
take(struct act *act, const struct block *b, struct error *err)
{
	int64_t first;

	if (!ledger_next_number(act->s->store, act->s->office, b->book->code,
				act->standing.policies.year, &first, err))
		return false;
	fill(act, &act->entry, b, first, 1);
	for (int page = 2; page <= b->count; page++)
		fill(act, act_also(act, "number.reserve"), b, first, page);
	return true;
}

/* A book that only names a class of letters of another has none to keep, and
   sheets are blank receipts. */
static bool
put_book(struct act *act, struct block *b, struct error *err)
{
	const char *word = act_text(act, "book");

	b->book = word ? book_find(choice_find(book_choices, word)->value)
		       : book_general;
	if (!book_is_own(b->book, &act->standing.policies))
		return error_set(err, &RULE_REFUSED,
				 _("“%s” has no numbers of its own: they are "
				   "those of “%s” (policy %s)"),
				 _(b->book->name),
				 _(book_shared(b->book)->name),
				 b->book->policy);
	if (b->is_sheet && b->book->way != BOOK_IN)
		return error_set(err, &RULE_REFUSED,
				 _("emergency sheets are for letters that "
				   "come in"));
	return entry_is_of_counter(act, b->book->class == BOOK_SECRET, err);
}

static bool
take_if_allowed(struct act *act, struct block *b, struct error *err)
{
	const char *count = act_text(act, "count");

	if (!put_book(act, b, err))
		return false;
	b->count = 1;
	if (count != NULL && !number_whole(count, &b->count))
		return error_set(err, &REQUEST_WRONG, "%.60s", count);
	return is_bounded(act, b, err) && are_not_too_many(act, b, err) &&
	       take(act, b, err);
}

static bool
day_asked(struct act *act, struct date *d, struct error *err)
{
	const char *word = act_text(act, "until");
	const struct option *o = action_option(act->r->action, "until");

	return word == NULL ||
	       option_date(o, word, session_today(act->s), d, err);
}

bool
reserve_decide(struct act *act, struct error *err)
{
	struct block b = {
	    .purpose = act_text(act, "purpose"),
	    .most = act->standing.policies.reserve_most,
	    .days = act->standing.policies.reserve_days,
	};

	return day_asked(act, &b.until, err) && take_if_allowed(act, &b, err);
}

bool
emergency_decide(struct act *act, struct error *err)
{
	struct block b = {
	    .purpose = act_text(act, "purpose"),
	    .is_sheet = true,
	    .most = act->standing.policies.sheets_most,
	    .days = act->standing.policies.sheets_days,
	};

	b.until = days_after(moment_date(act->at), b.days);
	if (b.purpose == NULL)
		b.purpose = _("emergency sheets");
	return day_asked(act, &b.until, err) && take_if_allowed(act, &b, err);
}

bool
void_decide(struct act *act, struct error *err)
{
	(void)err;
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}

/* Numbers as a statement gives them. */
struct numbered {
	int64_t letter;
	int year, number;
};
static const struct field numbered_fields[] = {
    FIELD(struct numbered, letter, FIELD_INT64),
    FIELD(struct numbered, year, FIELD_INT),
    FIELD(struct numbered, number, FIELD_INT),
    {0}};
static const struct row_type numbered_row = {sizeof(struct numbered),
					     numbered_fields};

static bool
kept_load(struct act *act, const char *word, struct letter_file *f,
	  struct error *err)
{
	struct session *s = act->s;
	struct viewer by = {s->office, &act->actor, session_today(s)};
	struct book_number n;

	return book_parse(word, act->standing.policies.year, &n, err) &&
	       letter_file_load(s->store, &by, &n, act->arena, f, err);
}

/* What is left of a block that a letter's number is of. */
static bool
close_block(struct act *act, const struct letter *l, struct error *err)
{
	struct numbered *left;
	size_t n;

	if (!query_rows(act->s->store, QUERY_BLOCK_LEFT,
			PARAMS(P_INT("office", act->s->office),
			       P_TEXT("book", l->book), P_INT("year", l->year),
			       P_INT("block", l->block)),
			&numbered_row, act->arena, &left, &n, err))
		return false;
	if (n == 0)
		return error_set(err, &RULE_REFUSED,
				 _("every sheet of the block is entered or "
				   "void already"));
	act->entry.letter = left[0].letter;
	void_decide(act, err);
	for (size_t i = 1; i < n; i++) {
		struct entry *e = act_also(act, "number.void");

		e->letter = left[i].letter;
		e->as = act->entry.as;
		put(e, "reason", json_string(act_text(act, "reason")));
	}
	return true;
}

bool
emergency_close_decide(struct act *act, struct error *err)
{
	struct letter_file f;

	if (!kept_load(act, act_operand(act, 0), &f, err))
		return false;
	if (!f.letter.is_sheet)
		return error_set(
		    err, &RULE_REFUSED, _("%s is no emergency sheet"),
		    BOOK_NUMBER(f.letter.book, f.letter.year, f.letter.number));
	return close_block(act, &f.letter, err);
}

const char *
reserve_lacks(const struct request *r)
{
	static const char *const needed[] = {"at", "written-by", "reason"};

	if (request_value(r, "sheet") == NULL)
		return NULL;
	for (size_t i = 0; i < ARRAY_SIZE(needed); i++)
		if (text_is_blank(request_value(r, needed[i])))
			return needed[i];
	return NULL;
}

bool
reserve_is_asked(const struct request *r)
{
	return request_value(r, "sheet") != NULL ||
	       request_value(r, "reserved") != NULL;
}

static bool
is_kept_so(const struct letter *l, bool is_sheet, struct error *err)
{
	if (strcmp(l->state, STATE_RESERVED) != 0)
		return error_set(err, &ROUTE_WRONG_STATE, _("it is %s"),
				 choice_label(letter_states, l->state));
	if (l->is_sheet == is_sheet)
		return true;
	return error_set(err, &RULE_REFUSED,
			 is_sheet ? _("%s was reserved, and not as an "
				      "emergency sheet: --reserved enters it")
				  : _("%s is an emergency sheet: --sheet "
				      "enters it"),
			 BOOK_NUMBER(l->book, l->year, l->number));
}

/* Times on paper have no seconds. */
static const moment MINUTE = (moment)60 * 1000000;

/* A sheet was written on after it was printed, and in the year of its book; a
   number reserved otherwise is used in the year of its book. */
static bool
is_in_its_time(const struct letter *l, const struct year_months *years,
	       moment at, struct error *err)
{
	if (year_at(years, at) != l->year)
		return error_set(
		    err, &RULE_REFUSED, _("%s is of the book of the year %s"),
		    BOOK_NUMBER(l->book, l->year, l->number), DIGITS(l->year));
	if (l->is_sheet && at + MINUTE <= l->numbered_at)
		return error_set(err, &RULE_REFUSED,
				 _("sheet %s was printed later than that"),
				 BOOK_NUMBER(l->book, l->year, l->number));
	return true;
}

/* The class of the letter says its book, as the policies were when the number
   was kept. */
static bool
is_of_its_book(struct act *act, const struct letter *l, enum book_way way,
	       bool is_circular, struct error *err)
{
	const char *secrecy =
	    json_string_value(json_object_get(act->entry.body, "secrecy"));
	struct policies then;
	const struct book *wanted;

	if (!policies_of_year(act->s->store, act->s->office, l->year, &then,
			      err))
		return false;
	wanted = book_for(way, secrecy, is_circular, &then);
	return strcmp(wanted->code, l->book) == 0 ||
	       error_set(err, &RULE_REFUSED,
			 _("%s is a number of “%s”; this letter belongs to "
			   "“%s”"),
			 BOOK_NUMBER(l->book, l->year, l->number),
			 _(book_find(l->book)->name), _(wanted->name));
}

/* What is written on a sheet beside the letter. */
static void
put_sheet(struct act *act)
{
	act_put(act, "written_by", act_text(act, "written-by"));
	act_put(act, "why", act_text(act, "reason"));
}

bool
reserve_take(struct act *act, enum book_way way, bool is_circular, int *number,
	     struct error *err)
{
	const char *sheet = act_text(act, "sheet");
	const char *reserved = act_text(act, "reserved");
	struct letter_file f;
	moment at = act->at;

	if (sheet != NULL && reserved != NULL)
		return error_set(err, &REQUEST_WRONG,
				 _("either --sheet or --reserved"));
	if (sheet != NULL)
		at = json_integer_value(
		    json_object_get(act->entry.body, "received_at"));
	if (!kept_load(act, sheet ? sheet : reserved, &f, err) ||
	    !is_kept_so(&f.letter, sheet != NULL, err) ||
	    !is_in_its_time(&f.letter, &act->s->years, at, err) ||
	    !is_of_its_book(act, &f.letter, way, is_circular, err))
		return false;
	if (sheet != NULL)
		put_sheet(act);
	act->entry.letter = f.letter.id;
	*number = f.letter.number;
	return true;
}
static bool
read_expired(struct session *s, struct date today, struct arena *a,
	     struct numbered **over, size_t *n, struct error *err)
{
	struct text day = {0};
	bool ok;

	text_add_iso_date(&day, today);
	ok = query_rows(
	    s->store, QUERY_RESERVED_EXPIRED,
	    PARAMS(P_INT("office", s->office), P_TEXT("today", day.s)),
	    &numbered_row, a, over, n, err);
	text_done(&day);
	return ok;
}

bool
reserve_expire(struct act *act, struct error *err)
{
	struct numbered *over;
	struct event e;
	size_t n = 0;
	bool ok = read_expired(act->s, moment_date(act->at), act->arena, &over,
			       &n, err);

	if (ok && n > 0)
		ok = session_actor(act->s, act->arena, &act->actor, err);
	for (size_t i = 0; ok && i < n; i++) {
		struct entry expire = {
		    .kind = "number.expire",
		    .letter = over[i].letter,
		    .body = json_pack("{s:s}", "reason", "expired"),
		};

		ok = act_write(act, &expire, &e, err);
	}
	return ok;
}

bool
reserve_check(struct session *s, struct arena *a, struct check_report *report,
	      struct error *err)
{
	struct numbered *over;
	size_t n = 0;

	if (!read_expired(s, session_today(s), a, &over, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		check_add(report, a, "reserved", over[i].letter,
			  _("number %s/%s stands reserved though its last day "
			    "is over; the next act of anybody voids it"),
			  DIGITS(over[i].number), DIGITS(over[i].year));
	return true;
}
