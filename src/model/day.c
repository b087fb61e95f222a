/* day.c -- one page of the register for each day, and the anchor on it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day.h"

#include "base/i18n.h"

#include "model/office.h"

#define DAY_FIELDS                                                             \
	FIELD(struct day, day, FIELD_TEXT),                                    \
	    FIELD(struct day, after, FIELD_INT64),                             \
	    FIELD(struct day, seq, FIELD_INT64),                               \
	    FIELD(struct day, head, FIELD_TEXT),                               \
	    FIELD(struct day, code, FIELD_TEXT),                               \
	    FIELD(struct day, name, FIELD_TEXT),                               \
	    FIELD(struct day, previous, FIELD_TEXT),                           \
	    FIELD(struct day, digest, FIELD_TEXT),                             \
	    FIELD(struct day, signature, FIELD_TEXT),                          \
	    FIELD(struct day, closed_at, FIELD_INT64),                         \
	    FIELD(struct day, by_name, FIELD_TEXT),                            \
	    FIELD(struct day, by_post, FIELD_TEXT),                            \
	    FIELD(struct day, is_missed, FIELD_BOOL)

static const struct field day_fields[] = {DAY_FIELDS, {0}};
static const struct row_type day_row = {sizeof(struct day), day_fields};

static const struct field book_fields[] = {
    FIELD(struct day_book, book, FIELD_TEXT),
    FIELD(struct day_book, year, FIELD_INT64),
    FIELD(struct day_book, last, FIELD_INT64),
    FIELD(struct day_book, first, FIELD_INT64),
    FIELD(struct day_book, entered, FIELD_INT64),
    FIELD(struct day_book, cancelled, FIELD_INT64),
    FIELD(struct day_book, corrected, FIELD_INT64),
    FIELD(struct day_book, late, FIELD_INT64),
    FIELD(struct day_book, reserved, FIELD_INT64),
    FIELD(struct day_book, voided, FIELD_INT64),
    FIELD(struct day_book, lost, FIELD_INT64),
    {0}};
static const struct row_type book_row = {sizeof(struct day_book), book_fields};

bool
day_load(struct store *st, int64_t office, const char *day, struct arena *a,
	 struct day *d, bool *found, struct error *err)
{
	const struct param *of_day =
	    PARAMS(P_INT("office", office), P_TEXT("day", day));

	*d = (struct day){0};
	return query_row(st, QUERY_DAY_PAGE, of_day, &day_row, a, d, found,
			 err) &&
	       (!*found || query_rows(st, QUERY_DAY_BOOKS, of_day, &book_row, a,
				      &d->books, &d->n_books, err));
}

bool
day_last(struct store *st, int64_t office, struct arena *a, struct day *d,
	 bool *found, struct error *err)
{
	*d = (struct day){0};
	return query_row(st, QUERY_DAY_LAST, PARAMS(P_INT("office", office)),
			 &day_row, a, d, found, err);
}

bool
day_list(struct store *st, int64_t office, struct arena *a, struct day **days,
	 size_t *n, struct error *err)
{
	return query_rows(st, QUERY_DAY_LIST, PARAMS(P_INT("office", office)),
			  &day_row, a, days, n, err);
}

struct date
day_after(struct date d)
{
	if (++d.day > date_month_days(d.year, d.month)) {
		d.day = 1;
		d.month++;
	}
	if (d.month > 12) {
		d.month = 1;
		d.year++;
	}
	return d;
}

struct date
day_before(struct date d)
{
	if (--d.day > 0)
		return d;
	if (--d.month < 1) {
		d.month = 12;
		d.year--;
	}
	d.day = date_month_days(d.year, d.month);
	return d;
}

struct time_row {
	moment time;
};

bool
day_first(struct store *st, int64_t office, struct date *first,
	  struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct time_row, time, FIELD_INT64), {0}};
	static const struct row_type type = {sizeof(struct time_row), fields};
	struct arena a = {0};
	struct time_row row = {0};
	bool found = false;
	bool ok =
	    query_row(st, QUERY_CHAIN_FIRST, PARAMS(P_INT("office", office)),
		      &type, &a, &row, &found, err);

	arena_done(&a);
	*first = found ? moment_date(row.time) : (struct date){0};
	return ok;
}

bool
day_due(struct store *st, int64_t office, const struct day *last,
	struct date *due, struct error *err)
{
	struct date d;

	if (last->day == NULL)
		return day_first(st, office, due, err);
	if (!date_parse(last->day, &d, err))
		return false;
	*due = day_after(d);
	return true;
}

struct name_row {
	const char *code, *name;
};

static bool
office_named(struct store *st, int64_t office, struct arena *a, struct day *d,
	     struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct name_row, code, FIELD_TEXT),
	    FIELD(struct name_row, name, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct name_row), fields};
	struct name_row row = {"", ""};
	bool found;

	if (!query_row(st, QUERY_OFFICE_BY_ID, PARAMS(P_INT("office", office)),
		       &type, a, &row, &found, err))
		return false;
	d->code = row.code;
	d->name = row.name;
	return true;
}

static int
year_of(const char *day)
{
	struct error ignored = {0};
	struct date d = {0};

	return date_parse(day, &d, &ignored) ? d.year + BUDDHIST_ERA : 0;
}

bool
day_gather(struct store *st, int64_t office, const char *day, int64_t seq,
	   const unsigned char head[DIGEST_SIZE], struct arena *a,
	   struct day *d, struct error *err)
{
	char hex[HEX_SIZE];
	struct day last;
	bool found;

	if (!day_last(st, office, a, &last, &found, err))
		return false;
	hex_of(head, DIGEST_SIZE, hex);
	*d = (struct day){
	    .day = day,
	    /* The event that closed the page before is on none. */
	    .after = found ? last.seq + 1 : 0,
	    .seq = seq,
	    .head = arena_strdup(a, hex),
	    .previous = last.digest,
	};
	return office_named(st, office, a, d, err) &&
	       query_rows(st, QUERY_DAY_COUNTS,
			  PARAMS(P_INT("office", office),
				 P_INT("after", d->after),
				 P_INT("year", year_of(day))),
			  &book_row, a, &d->books, &d->n_books, err);
}

static void
note_book(const struct day_book *b, struct text *t)
{
	text_printf(t,
		    "book %s %lld last %lld first %lld entered %lld cancelled "
		    "%lld corrected %lld late %lld reserved %lld void %lld "
		    "lost %lld\n",
		    b->book, (long long)b->year, (long long)b->last,
		    (long long)b->first, (long long)b->entered,
		    (long long)b->cancelled, (long long)b->corrected,
		    (long long)b->late, (long long)b->reserved,
		    (long long)b->voided, (long long)b->lost);
}

void
day_note(const struct day *d, const struct identity *id, struct text *t)
{
	char hex[2 * ID_SIZE + 1];

	hex_of(id->uuid, ID_SIZE, hex);
	text_printf(t, "saraban-day-1\nregister %s\n%soffice %s\nname %s\n",
		    hex, id->practice ? "practice yes\n" : "", d->code,
		    d->name);
	text_printf(t, "day %s\nseq %lld\nhead %s\n", d->day, (long long)d->seq,
		    d->head);
	for (size_t i = 0; i < d->n_books; i++)
		note_book(&d->books[i], t);
	text_printf(t, "previous %s\n", d->previous ? d->previous : "none");
}

void
day_digest(const struct day *d, const struct identity *id, char hex[HEX_SIZE])
{
	unsigned char digest[DIGEST_SIZE];
	struct text note = {0};

	day_note(d, id, &note);
	digest_of(note.s, note.n, digest);
	hex_of(digest, DIGEST_SIZE, hex);
	text_done(&note);
}

const char *
day_words(const char *day, struct arena *a)
{
	struct error none = {0};
	struct text t = {0};
	const char *words;
	struct date d;

	if (!date_parse(day, &d, &none))
		return day;
	text_add_date(&t, d, DATE_SHORT, digits_are_thai());
	words = arena_strdup(a, t.s);
	text_done(&t);
	return words;
}
