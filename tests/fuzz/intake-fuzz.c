/* intake-fuzz.c -- any sheet: read alike each time, each word from the sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/date.h"

#include "intake/reading.h"

#include "tests/fuzz/fuzz.h"

/* Everything that was read, as one text: two readings are alike where these
   are. */
static void
add(struct text *t, const char *name, const char *s)
{
	text_printf(t, "%s=%s\n", name, s ? s : "-");
}

static void
add_day(struct text *t, const char *name, struct date d)
{
	if (d.year != 0 && !date_is_valid(d))
		bug("%s is no day", name);
	add(t, name, "");
	text_add_iso_date(t, d);
}

static void
add_duty(struct text *t, const struct read_duty *d)
{
	add(t, "what", d->what);
	for (size_t i = 0; i < d->n_places; i++)
		add(t, "place", d->places[i]);
	add(t, "form", d->form);
	add_day(t, "due", d->due);
	add_day(t, "week", d->week_start);
	add(t, "rrule", d->rrule);
	add(t, "words", d->words);
	text_printf(t, "%d %d %d %d %d %d\n", d->pictures, d->copies,
		    d->days_after_receipt, d->working_days, d->next_period,
		    d->sure);
}

static void
add_letter(struct text *t, const struct read_letter *l)
{
	text_printf(t, "letter %d %d\n", l->kind, l->is_circular);
	for (size_t i = 0; i < READ_FIELDS; i++)
		add(t, read_field_names[i], l->field[i].s);
	add_day(t, "dated", l->dated);
	for (size_t i = 0; i < l->n_references; i++) {
		add(t, "refers", l->references[i].ref_no);
		add(t, "of", l->references[i].from);
		add_day(t, "dated", l->references[i].dated);
	}
	for (size_t i = 0; i < l->n_enclosures; i++)
		add(t, "encloses", l->enclosures[i].title);
	for (size_t i = 0; i < l->n_duties; i++)
		add_duty(t, &l->duties[i]);
	for (size_t i = 0; i < l->n_links; i++)
		add(t, "link", l->links[i]);
}

static void
add_reading(struct text *t, const struct reading *r)
{
	add(t, "text", r->text);
	for (size_t i = 0; i < r->n_letters; i++)
		add_letter(t, &r->letters[i]);
	for (size_t i = 0; i < r->n_stamps; i++) {
		add(t, "stamp", r->stamps[i].office);
		add(t, "number", r->stamps[i].number);
		add(t, "time", r->stamps[i].time);
		add_day(t, "date", r->stamps[i].date);
	}
	for (size_t i = 0; i < r->n_notes; i++) {
		add(t, "note by", r->notes[i].by);
		add(t, "words", r->notes[i].text);
		add_day(t, "date", r->notes[i].date);
	}
	for (size_t i = 0; i < r->n_candidates; i++) {
		if (r->candidates[i].letter >= r->n_letters && r->n_letters > 0)
			bug("a number of no letter");
		add(t, "candidate", r->candidates[i].ref_no);
	}
	for (size_t i = 0; i < r->n_warnings; i++)
		add(t, "warning", r->warnings[i].detail);
}

/* The letters and digits of s stand in the text in this order, whatever stood
   between them: nothing was made up, nothing taken from beyond its end. */
static bool
stands_in(const char *text, const char *s)
{
	char first[5] = {0};
	uint32_t code;
	size_t n = utf8_next(s, strlen(s), &code);

	memcpy(first, s, n < 4 ? n : 4);
	for (const char *at = strstr(text, first); at != NULL;
	     at = strstr(at + 1, first)) {
		const char *p = at, *w = s;

		while (*p != '\0' && *w != '\0')
			w += *p++ == *w;
		if (*w == '\0')
			return true;
	}
	return *s == '\0';
}

/* Links are addresses as they stand on the sheet, as far as the next blank. */
static void
check_link(const char *text, const char *link)
{
	if (!stands_in(text, link))
		bug("not on the sheet: %s", link);
	if (strpbrk(link, " \t\n") != NULL)
		bug("more than a link: %s", link);
}

static void
check_links(const struct reading *r)
{
	for (size_t i = 0; i < r->n_letters; i++)
		for (size_t j = 0; j < r->letters[i].n_links; j++)
			check_link(r->text, r->letters[i].links[j]);
}

static void
read_into(struct text *t, const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct reading r;

	intake_read((const char *)data, n, &a, &r);
	add_reading(t, &r);
	check_links(&r);
	arena_done(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct text once = {0}, twice = {0};

	read_into(&once, data, n);
	read_into(&twice, data, n);
	/* It goes into JSON. */
	if (utf8_fault(text_str(&once), once.n) >= 0)
		bug("not UTF-8");
	if (strcmp(text_str(&once), text_str(&twice)) != 0)
		bug("read twice, it is not the same");
	text_done(&once);
	text_done(&twice);
	return 0;
}
