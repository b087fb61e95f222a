/* day-check.c -- while the chain is played again: one right page for each day
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day-check.h"

#include <string.h>

#include "base/i18n.h"

#include "model/seal.h"

#define FIND(w, e, ...)                                                        \
	check_add((w)->report, (w)->arena, "days", (e)->seq, __VA_ARGS__)

void
day_watch_start(struct day_watch *w, struct store *scratch,
		const struct identity *id, struct arena *arena,
		struct check_report *report)
{
	*w = (struct day_watch){.identity = id,
				.scratch = scratch,
				.report = report,
				.arena = arena};
}

void
day_watch_done(struct day_watch *w)
{
	arena_done(&w->page);
}

static bool
closes_a_day(const struct event *e)
{
	return strcmp(e->kind, "day.close") == 0;
}

/* The founding event begins the first day; on each later one the pages
   before it are closed. */
static void
check_day_of(struct day_watch *w, const struct event *e)
{
	struct date day = moment_date(e->time);
	if (w->due.year == 0)
		w->due = day;
	if (closes_a_day(e) || date_compare(day, w->due) <= 0)
		return;
	FIND(w, e, _("the page of %s was never closed, yet event %s is of %s"),
	     day_words(date_iso(w->arena, w->due), w->arena), DIGITS(e->seq),
	     day_words(date_iso(w->arena, day), w->arena));
	/* Said once; what follows is compared with the day it is on. */
	w->due = day;
}

bool
day_watch_before(struct day_watch *w, const struct event *e,
		 const unsigned char before[DIGEST_SIZE], struct error *err)
{
	check_day_of(w, e);
	w->lacks_words = w->lacks_words || e->body == NULL;
	w->is_closing = closes_a_day(e);
	if (!w->is_closing)
		return true;
	arena_done(&w->page);
	return day_gather(w->scratch, e->office, date_iso(&w->page, w->due),
			  e->seq - 1, before, &w->page, &w->should, err);
}

static bool
check_seal(struct day_watch *w, const struct event *e, const struct day *is,
	   struct error *err)
{
	struct text note = {0};
	struct sign_key k;
	bool good = true, ok = true;

	day_note(is, w->identity, &note);
	if (is->signature != NULL)
		ok = seal_verify(w->scratch, note.s, note.n, is->signature, &k,
				 &good, err);
	if (ok && !good)
		FIND(w, e, _("the page of %s is not signed by the register"),
		     day_words(is->day, w->arena));
	text_done(&note);
	return ok;
}

static const struct day_book *
book_of(const struct day *d, const struct day_book *like)
{
	for (size_t i = 0; i < d->n_books; i++)
		if (d->books[i].year == like->year &&
		    strcmp(d->books[i].book, like->book) == 0)
			return &d->books[i];
	return NULL;
}

/* How many letters of the day were late or corrected nobody can count any more
   when some are destroyed: the page is the witness.  Its numbers stay. */
static void
believe_counts(struct day *should, const struct day *is)
{
	for (size_t i = 0; i < should->n_books; i++) {
		const struct day_book *a = &should->books[i];
		const struct day_book *b = book_of(is, a);

		if (b == NULL || a->last != b->last || a->first != b->first)
			return;
	}
	should->books = is->books;
	should->n_books = is->n_books;
}

/* The note that the event says, against the one that the chain gives. */
static bool
check_page(struct day_watch *w, const struct event *e, const struct day *is,
	   struct error *err)
{
	char should[HEX_SIZE], says[HEX_SIZE];

	if (w->lacks_words)
		believe_counts(&w->should, is);
	w->lacks_words = false;
	day_digest(&w->should, w->identity, should);
	day_digest(is, w->identity, says);
	if (strcmp(should, says) != 0)
		FIND(w, e,
		     _("the page of %s does not say what the chain held then"),
		     day_words(w->should.day, w->arena));
	else if (strcmp(is->digest, says) != 0)
		FIND(w, e, _("the page of %s has another digest than its own"),
		     day_words(is->day, w->arena));
	return check_seal(w, e, is, err);
}

bool
day_watch_after(struct day_watch *w, const struct event *e, struct error *err)
{
	struct arena *a = &w->page;
	struct error ignored = {0};
	bool found = false;
	struct day is;
	struct date day;

	if (!w->is_closing)
		return true;
	if (!day_last(w->scratch, e->office, a, &is, &found, err) ||
	    (found &&
	     !day_load(w->scratch, e->office, is.day, a, &is, &found, err)))
		return false;
	if (!found || is.seq != e->seq - 1 ||
	    !date_parse(is.day, &day, &ignored)) {
		FIND(w, e, _("event %s closes no page"), DIGITS(e->seq));
		return true;
	}
	w->due = day_after(day);
	return check_page(w, e, &is, err);
}

void
day_watch_chain(struct day_watch *w, const struct event *e,
		const unsigned char before[DIGEST_SIZE])
{
	json_t *body;
	char hex[HEX_SIZE];
	const char *head;

	if (!closes_a_day(e) || e->body == NULL)
		return;
	body = json_loads(e->body, 0, NULL);
	head = json_string_value(json_object_get(body, "head"));
	hex_of(before, DIGEST_SIZE, hex);
	if (head == NULL || strcmp(head, hex) != 0)
		FIND(w, e,
		     _("event %s closes a page at another end of the chain"),
		     DIGITS(e->seq));
	json_decref(body);
}
