/* holiday.c -- days on which the office is closed: a table that is edited */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/holiday.h"

#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/i18n.h"

const struct error_kind HOLIDAY_INVALID = {
    "holiday-invalid", EXIT_USAGE, N_("this table of holidays cannot be read")};

const struct choice holiday_kinds[] = {
    {"fixed", NULL, N_("same day each year")},
    {"lunar", NULL, N_("Buddhist day, by the moon")},
    {"royal", NULL, N_("announced by the palace")},
    {"lieu", NULL, N_("in lieu of a weekend")},
    {"extra", NULL, N_("added by the cabinet")},
    {"local", NULL, N_("of this office alone")},
    {0}};

/* One line of the text, in a copy that is cut into words. */
struct line {
	char *rest;
	int number;
	struct arena *a;
};

static bool
is_wrong(const struct line *l, const char *what, struct error *err)
{
	return error_set(err, &HOLIDAY_INVALID, _("line %s: %s"),
			 DIGITS(l->number), what);
}

static char *
next_word(struct line *l)
{
	char *word = l->rest + strspn(l->rest, " \t");
	size_t n = strcspn(word, " \t");

	l->rest = word + n;
	if (*l->rest != '\0')
		*l->rest++ = '\0';
	return word;
}

static bool
next_day(struct line *l, struct date *d, struct error *err)
{
	struct error wrong = {0};

	return date_parse(next_word(l), d, &wrong) ||
	       is_wrong(l, wrong.detail, err);
}

static bool
take_known(struct line *l, struct holidays *h, struct error *err)
{
	if (!next_day(l, &h->from, err) || !next_day(l, &h->to, err))
		return false;
	if (date_compare(h->from, h->to) > 0)
		return is_wrong(l, _("it ends before it begins"), err);
	return true;
}

static bool
take_edition(struct line *l, struct holidays *h, struct error *err)
{
	return next_day(l, &h->edition, err);
}

static const struct {
	const char *word;
	bool (*take)(struct line *l, struct holidays *h, struct error *err);
} words[] = {
    {"known", take_known},
    {"edition", take_edition},
};

static bool
take_kind(struct line *l, struct holiday *day, struct error *err)
{
	char *word = next_word(l);
	size_t n = strlen(word);
	const struct choice *kind;

	day->is_doubtful = n > 0 && word[n - 1] == '?';
	if (day->is_doubtful)
		word[n - 1] = '\0';
	kind = choice_find(holiday_kinds, word);
	if (!kind)
		return is_wrong(l, _("there is no such kind of holiday"), err);
	day->kind = kind->value;
	return true;
}

/* "THAI | ENGLISH", of which the second may be missing. */
static bool
take_names(struct line *l, struct holiday *day, struct error *err)
{
	char *english = strchr(l->rest, '|');

	if (english)
		*english++ = '\0';
	day->name = arena_strdup(l->a, text_trim(l->rest));
	if (english && !text_is_blank(english))
		day->name_en = arena_strdup(l->a, text_trim(english));
	if (*day->name == '\0')
		return is_wrong(l, _("the holiday has no name"), err);
	return true;
}

static bool
take_day(struct line *l, struct holidays *h, struct error *err)
{
	struct holiday *day = &h->at[h->n];

	if (!next_day(l, &day->day, err) || !take_kind(l, day, err) ||
	    !take_names(l, day, err))
		return false;
	if (h->n > 0 && date_compare(day[-1].day, day->day) >= 0)
		return is_wrong(l, _("days do not follow each other"), err);
	h->n++;
	return true;
}

static bool
take_line(struct line *l, struct holidays *h, struct error *err)
{
	char *s = text_trim(l->rest);

	l->rest = s;
	if (*s == '\0' || *s == '#')
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		size_t n = strlen(words[i].word);

		if (strncmp(s, words[i].word, n) == 0 && s[n] == ' ') {
			l->rest = s + n;
			return words[i].take(l, h, err);
		}
	}
	return take_day(l, h, err);
}

static size_t
count_lines(const char *text)
{
	size_t n = 1;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

bool
holidays_parse(const char *text, struct arena *a, struct holidays *h,
	       struct error *err)
{
	struct line l = {.a = a};
	size_t most = count_lines(text);

	*h = (struct holidays){.at = arena_array(a, most, sizeof(*h->at))};
	if (utf8_fault(text, strlen(text)) >= 0)
		return error_set(err, &HOLIDAY_INVALID, _("it is not UTF-8"));
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		l.rest = arena_strndup(a, text, n);
		l.number++;
		if (!take_line(&l, h, err))
			return false;
		text += n + (text[n] == '\n');
	}
	return true;
}

void
holidays_shipped(struct arena *a, struct holidays *h)
{
	const struct embedded *file = embedded_find("holidays");
	struct error err = {0};

	if (!file || !holidays_parse(file->text, a, h, &err))
		bug("data/holidays: %s", err.detail);
}

/* Where a day stands, or would. */
static size_t
place_of(const struct holidays *h, struct date d)
{
	size_t low = 0, high = h->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (date_compare(h->at[mid].day, d) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool
is_at(const struct holidays *h, size_t i, struct date d)
{
	return i < h->n && date_compare(h->at[i].day, d) == 0;
}

static void
put(struct holidays *h, const struct holiday *day)
{
	size_t i = place_of(h, day->day);

	if (!is_at(h, i, day->day)) {
		memmove(h->at + i + 1, h->at + i, (h->n - i) * sizeof(*h->at));
		h->n++;
	}
	h->at[i] = *day;
}

static void
leave_out(struct holidays *h, struct date d)
{
	size_t i = place_of(h, d);

	if (!is_at(h, i, d))
		return;
	h->n--;
	memmove(h->at + i, h->at + i + 1, (h->n - i) * sizeof(*h->at));
}

void
holidays_change(const struct holidays *h, const struct holiday_change *c,
		struct arena *a, struct holidays *out)
{
	struct holiday *at = arena_array(a, h->n + c->n_add, sizeof(*at));

	if (h->n > 0)
		memcpy(at, h->at, h->n * sizeof(*at));
	*out = *h;
	out->at = at;
	for (size_t i = 0; i < c->n_add; i++)
		put(out, &c->add[i]);
	for (size_t i = 0; i < c->n_gone; i++)
		leave_out(out, c->gone[i]);
}

bool
holiday_is_same(const struct holiday *a, const struct holiday *b)
{
	return date_compare(a->day, b->day) == 0 &&
	       strcmp(a->kind, b->kind) == 0 &&
	       text_is_same(a->name, b->name) &&
	       text_is_same(a->name_en, b->name_en) &&
	       a->is_doubtful == b->is_doubtful;
}

static int
compare_day(const void *key, const void *row)
{
	const struct holiday *h = row;

	return date_compare(*(const struct date *)key, h->day);
}

const struct holiday *
holidays_find(const struct holidays *h, struct date d)
{
	return bsearch(&d, h->at, h->n, sizeof(*h->at), compare_day);
}

const char *
holiday_name(const struct holiday *h)
{
	return h->name_en && !digits_are_thai() ? h->name_en : h->name;
}

bool
holidays_know(const struct holidays *h, struct date d)
{
	return h->from.year > 0 && date_compare(d, h->from) >= 0 &&
	       date_compare(d, h->to) <= 0;
}
