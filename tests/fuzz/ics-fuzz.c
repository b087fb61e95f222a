/* ics-fuzz.c -- any calendar file: its days exist, its words are harmless */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <jansson.h>
#include <string.h>

#include "base/ics.h"

#include "app/calendar-file.h"

#include "tests/fuzz/fuzz.h"

static void
check_words(const char *s)
{
	if (s != NULL && !is_harmless(s, false))
		bug("a terminal would obey it: %s", s);
}

static void
check_event(const struct ics_event *e)
{
	check_words(e->name);
	check_words(e->english);
	check_words(e->words);
	check_words(e->categories);
	check_words(e->rule);
	if (!date_is_valid(e->first) || !date_is_valid(e->last) ||
	    date_compare(e->first, e->last) > 0)
		bug("it ends before it begins");
}

/* As we write it, any program reads it so; we do. */
static void
check_written(const struct ics_event *e, struct arena *a)
{
	struct text t = {0};
	struct error err = {0};
	struct ics again;

	text_add_ics_begin(&t, "");
	text_add_ics_open(&t, "VEVENT");
	text_add_ics_day(&t, "DTSTART", e->first);
	text_add_ics_day(&t, "DTEND", date_after(e->last, 1));
	text_add_ics_text(&t, "SUMMARY", e->name);
	text_add_ics_text(&t, "DESCRIPTION", e->words);
	text_add_ics_close(&t, "VEVENT");
	text_add_ics_end(&t);
	if (!ics_read(t.s, a, &again, &err) || again.n != 1)
		bug("not read again: %s", t.s);
	if (strcmp(again.events->name, e->name) != 0 ||
	    !text_is_same(again.events->words, e->words) ||
	    date_compare(again.events->first, e->first) != 0 ||
	    date_compare(again.events->last, e->last) != 0)
		bug("another event: %s", t.s);
	text_done(&t);
}

/* Holidays of it are days, each once or more, in a table that is read again. */
static void
check_holidays(const struct ics *ics, struct arena *a)
{
	struct calendar_wish wish = {.from = {2026, 1, 1},
				     .to = {2027, 12, 31}};
	json_t *faults = json_array();
	struct holiday *days;
	size_t n;

	calendar_holidays(ics, &wish, a, &days, &n, faults);
	for (size_t i = 0; i < n; i++) {
		if (!date_is_valid(days[i].day))
			bug("a holiday on no day");
		check_words(days[i].name);
	}
	json_decref(faults);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};
	struct arena a = {0};
	struct error err = {0};
	struct ics ics;

	if (ics_read(input_utf8(&in, &a), &a, &ics, &err)) {
		for (size_t i = 0; i < ics.n; i++) {
			check_event(&ics.events[i]);
			check_written(&ics.events[i], &a);
		}
		for (size_t i = 0; i < ics.n_faults; i++)
			check_words(ics.faults[i].name);
		check_holidays(&ics, &a);
	}
	arena_done(&a);
	return 0;
}
