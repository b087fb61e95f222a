/* ics-read.c -- calendar files of other programs, read by libical */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/ics.h"
#include "base/thai.h"

#include "gen/libical-late.h"

const struct error_kind ICS_INVALID = {"ics-invalid", EXIT_USAGE,
				       N_("this is no calendar file")};

enum {
	NEST_MAX = 8,    /* components one inside the other */
	NAME_MAX = 300,  /* bytes of a name */
	DAYS_MAX = 31,   /* of one event */
	NEAR_YEARS = 200 /* around 2000: beyond them a slip */
};

/* Where events go while they are read. */
struct reading {
	struct ics *ics;
	struct arena *a;
};

/* What is open at a line of the file: names in the file. */
struct nest {
	struct {
		const char *name;
		size_t n;
	} open[NEST_MAX];
	int depth;
};

static bool
opens(struct nest *nest, const char *name, size_t n)
{
	if (nest->depth == NEST_MAX)
		return false;
	nest->open[nest->depth].name = name;
	nest->open[nest->depth].n = n;
	nest->depth++;
	return true;
}

/* Whether it ends what was begun last. */
static bool
closes(struct nest *nest, const char *name, size_t n)
{
	int last = nest->depth - 1;

	if (last < 0 || nest->open[last].n != n ||
	    strncasecmp(nest->open[last].name, name, n) != 0)
		return false;
	nest->depth--;
	return true;
}

static void
close_all(struct nest *nest, struct text *out)
{
	while (nest->depth-- > 0)
		text_printf(out, "END:%.*s\r\n", (int)nest->open[nest->depth].n,
			    nest->open[nest->depth].name);
}

/*
 * Each END ends what was begun last, and all that was begun is ended: libical
 * tells of others on standard error, where a screen may be.  It frees what
 * lies one in the other by going down, so that no file may be deep: false.
 */
static bool
balance(const char *s, struct text *out)
{
	struct nest nest = {.depth = 0};

	while (*s != '\0') {
		size_t line = strcspn(s, "\n"), n = strcspn(s, "\r\n");
		bool is_end = strncasecmp(s, "END:", 4) == 0;

		if (strncasecmp(s, "BEGIN:", 6) == 0 &&
		    !opens(&nest, s + 6, n - 6))
			return false;
		if (!is_end || closes(&nest, s + 4, n - 4)) {
			text_add_n(out, s, n);
			text_add(out, "\r\n");
		}
		s += line + (s[line] == '\n');
	}
	close_all(&nest, out);
	return true;
}

/* At the border of a code point. */
static size_t
cut_at(const char *s, size_t most)
{
	size_t n = strlen(s);

	if (n <= most)
		return n;
	for (n = most; n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80; n--)
		;
	return n;
}

/* One line, in our normal form, without what a terminal would obey. */
static const char *
clean(struct arena *a, const char *s)
{
	struct text t = {0};
	char *normal;
	const char *kept;

	if (text_is_blank(s))
		return NULL;
	normal = thai_normalise(s);
	text_fold_space(normal);
	text_add_visible(&t, normal, false);
	kept = arena_strndup(a, text_str(&t), cut_at(text_str(&t), NAME_MAX));
	free(normal);
	text_done(&t);
	return text_is_blank(kept) ? NULL : kept;
}

static const char *
words_of(struct reading *r, icalcomponent *c, icalproperty_kind kind)
{
	icalproperty *p = icalcomponent_get_first_property(c, kind);
	const char *s = NULL;

	if (p && icalproperty_get_value(p))
		s = icalvalue_get_text(icalproperty_get_value(p));
	return clean(r->a, s);
}

/* The comment whose language is English. */
static const char *
english_of(struct reading *r, icalcomponent *c)
{
	icalproperty *p =
	    icalcomponent_get_first_property(c, ICAL_COMMENT_PROPERTY);

	for (; p;
	     p = icalcomponent_get_next_property(c, ICAL_COMMENT_PROPERTY)) {
		icalparameter *in = icalproperty_get_first_parameter(
		    p, ICAL_LANGUAGE_PARAMETER);

		if (in && strcmp(icalparameter_get_language(in), "en") == 0)
			return clean(r->a, icalproperty_get_comment(p));
	}
	return NULL;
}

static const char *
rule_of(struct reading *r, icalcomponent *c)
{
	icalproperty *p =
	    icalcomponent_get_first_property(c, ICAL_RRULE_PROPERTY);

	return p ? clean(r->a, icalproperty_get_value_as_string(p)) : NULL;
}

static struct date
day_of(struct icaltimetype t)
{
	struct date d = {t.year, t.month, t.day};

	if (t.is_date || !icaltime_is_utc(t) || !date_is_valid(d))
		return d;
	return moment_date((moment)icaltime_as_timet(t) * 1000000);
}

static bool
is_near(struct date d)
{
	return date_is_valid(d) && abs(d.year - 2000) <= NEAR_YEARS;
}

/* The day before an end that is not included. */
static struct date
last_day(struct icaltimetype end)
{
	struct date d = day_of(end);

	if (end.is_date ||
	    (end.hour == 0 && end.minute == 0 && end.second == 0))
		return date_after(d, -1);
	return d;
}

/* DTEND, DURATION, or the first day alone. */
static struct date
end_of(icalcomponent *c, struct date first)
{
	icalproperty *end =
	    icalcomponent_get_first_property(c, ICAL_DTEND_PROPERTY);
	icalproperty *length =
	    icalcomponent_get_first_property(c, ICAL_DURATION_PROPERTY);
	struct date last = first;

	if (end && is_near(day_of(icalproperty_get_dtend(end))))
		last = last_day(icalproperty_get_dtend(end));
	else if (length)
		last = date_after(
		    first,
		    icaldurationtype_as_int(icalproperty_get_duration(length)) /
			    (24 * 60 * 60) -
			1);
	return date_compare(last, first) < 0 ? first : last;
}

static void
take_exceptions(struct reading *r, icalcomponent *c, struct ics_event *e)
{
	size_t n =
	    (size_t)icalcomponent_count_properties(c, ICAL_EXDATE_PROPERTY);
	icalproperty *p =
	    icalcomponent_get_first_property(c, ICAL_EXDATE_PROPERTY);

	e->except = arena_array(r->a, n, sizeof(*e->except));
	for (; p && e->n_except < n;
	     p = icalcomponent_get_next_property(c, ICAL_EXDATE_PROPERTY))
		e->except[e->n_except++] = day_of(icalproperty_get_exdate(p));
}

static void
add_fault(struct reading *r, const char *name, const char *what)
{
	r->ics->faults[r->ics->n_faults++] =
	    (struct ics_fault){name ? name : "", what};
}

/* NULL where it can be used. */
static const char *
what_is_wrong(const struct ics_event *e)
{
	if (!is_near(e->first))
		return _("it has no day on which it begins");
	if (!e->name)
		return _("it has no name");
	if (date_days_between(e->first, e->last) >= DAYS_MAX)
		return _("it lasts longer than a month");
	return NULL;
}

static void
take_event(struct reading *r, icalcomponent *c)
{
	icalproperty *begin =
	    icalcomponent_get_first_property(c, ICAL_DTSTART_PROPERTY);
	icalproperty_status status = icalcomponent_get_status(c);
	struct ics_event e = {
	    .name = words_of(r, c, ICAL_SUMMARY_PROPERTY),
	    .english = english_of(r, c),
	    .words = words_of(r, c, ICAL_DESCRIPTION_PROPERTY),
	    .categories = words_of(r, c, ICAL_CATEGORIES_PROPERTY),
	    .rule = rule_of(r, c),
	    .is_tentative = status == ICAL_STATUS_TENTATIVE,
	    .is_cancelled = status == ICAL_STATUS_CANCELLED,
	};
	const char *wrong;

	if (begin)
		e.first = day_of(icalproperty_get_dtstart(begin));
	if (is_near(e.first))
		e.last = end_of(c, e.first);
	take_exceptions(r, c, &e);
	wrong = what_is_wrong(&e);
	if (wrong)
		add_fault(r, e.name, wrong);
	else
		r->ics->events[r->ics->n++] = e;
}

static void
each_event(icalcomponent *c, void (*fn)(struct reading *r, icalcomponent *c),
	   struct reading *r)
{
	icalcomponent *in =
	    icalcomponent_get_first_component(c, ICAL_ANY_COMPONENT);

	if (icalcomponent_isa(c) == ICAL_VEVENT_COMPONENT)
		fn(r, c);
	for (; in; in = icalcomponent_get_next_component(c, ICAL_ANY_COMPONENT))
		each_event(in, fn, r);
}

static void
count(struct reading *r, icalcomponent *c)
{
	(void)c;
	r->ics->n++;
}

static void
take_all(icalcomponent *all, struct arena *a, struct ics *ics)
{
	struct reading r = {ics, a};

	each_event(all, count, &r);
	ics->events = arena_array(a, ics->n, sizeof(*ics->events));
	ics->faults = arena_array(a, ics->n, sizeof(*ics->faults));
	ics->n = 0;
	each_event(all, take_event, &r);
}

bool
ics_read(const char *text, struct arena *a, struct ics *ics, struct error *err)
{
	icalcomponent *all = NULL;
	struct text whole = {0};

	*ics = (struct ics){0};
	if (!late_load(&libical_late, err))
		return false;
	icalerror_set_errors_are_fatal(false);
	if (strstr(text, "BEGIN:VCALENDAR") && balance(text, &whole))
		all = icalparser_parse_string(text_str(&whole));
	text_done(&whole);
	if (!all)
		return error_set(err, &ICS_INVALID, NULL);
	take_all(all, a, ics);
	icalcomponent_free(all);
	return true;
}
