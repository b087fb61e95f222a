/* event-value.c -- values of payloads as people read them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/event-value.h"

#include "base/i18n.h"

#include "model/acting.h"
#include "model/book.h"

#include "app/json.h"
#include "app/policy.h"

void
write_word(struct text *t, const json_t *value, const struct event *e,
	   const json_t *body)
{
	(void)e;
	(void)body;
	if (json_is_string(value))
		text_add(t, json_string_value(value));
}

void
write_quoted(struct text *t, const json_t *value, const struct event *e,
	     const json_t *body)
{
	(void)e;
	(void)body;
	if (json_is_string(value) && json_string_length(value) > 0)
		text_printf(t, "“%s”", json_string_value(value));
}

void
write_day(struct text *t, const json_t *value, const struct event *e,
	  const json_t *body)
{
	const char *s = json_string_value(value);
	struct error none = {0};
	struct date d;

	(void)e;
	(void)body;
	if (s != NULL && date_parse(s, &d, &none))
		text_add_date(t, d, DATE_SHORT, digits_are_thai());
}

void
write_moment(struct text *t, const json_t *value, const struct event *e,
	     const json_t *body)
{
	moment m = json_integer_value(value);

	(void)e;
	(void)body;
	if (m == 0)
		return;
	text_add_date(t, moment_date(m), DATE_SHORT, digits_are_thai());
	text_add(t, " ");
	text_add_time(t, m, digits_are_thai());
}

void
write_whole(struct text *t, const json_t *value, const struct event *e,
	    const json_t *body)
{
	(void)e;
	(void)body;
	if (json_is_integer(value))
		text_add(t, DIGITS(json_integer_value(value)));
}

/* What a count of nothing tells is not worth its words. */
void
write_count(struct text *t, const json_t *value, const struct event *e,
	    const json_t *body)
{
	json_int_t n = json_is_array(value) ? (json_int_t)json_array_size(value)
					    : json_integer_value(value);

	(void)e;
	(void)body;
	if (n > 0)
		text_add(t, DIGITS(n));
}

void
write_seconds(struct text *t, const json_t *value, const struct event *e,
	      const json_t *body)
{
	(void)e;
	(void)body;
	text_add(t, DIGITS((json_integer_value(value) + 999999) / 1000000));
}

/* That it is so, where it is: the words say the rest. */
void
write_truth(struct text *t, const json_t *value, const struct event *e,
	    const json_t *body)
{
	(void)e;
	(void)body;
	if (value != NULL && !json_is_false(value))
		text_add(t, " ");
}

void
write_list(struct text *t, const json_t *value, const struct event *e,
	   const json_t *body)
{
	size_t i;
	json_t *one;

	(void)e;
	(void)body;
	json_array_foreach(value, i, one)
	    text_printf(t, "%s%s", i > 0 ? ", " : "", json_string_value(one));
}

/* Why it was done all the same, in the words of who did it. */
void
write_overlooked(struct text *t, const json_t *value, const struct event *e,
		 const json_t *body)
{
	json_t *all = json_deep_copy(value), *why;
	const char *what;

	(void)e;
	(void)body;
	json_object_foreach(all, what, why) text_printf(
	    t, "%s“%s”", t->n > 0 ? ", " : "", json_string_value(why));
	json_decref(all);
}

void
write_days(struct text *t, const json_t *value, const struct event *e,
	   const json_t *body)
{
	json_t *one;
	size_t i;

	json_array_foreach(value, i, one)
	{
		const char *name = answer_word(one, "name");

		text_add(t, i > 0 ? ", " : "");
		write_day(
		    t, json_is_object(one) ? json_object_get(one, "day") : one,
		    e, body);
		if (name[0] != '\0')
			text_printf(t, " %s", name);
	}
}

/* The last numbers of books, of a page or of a register; divisions have their
   own. */
void
write_lasts(struct text *t, const json_t *value, const struct event *e,
	    const json_t *body)
{
	size_t n = 0, i;
	json_t *one;

	(void)e;
	(void)body;
	json_array_foreach(value, i, one)
	{
		int64_t last = answer_whole(one, "last");

		if (last == 0)
			last = answer_whole(one, "number");
		if (last > 0 && book_find(answer_word(one, "book")) != NULL)
			text_printf(t, "%s%s", n++ > 0 ? ", " : "",
				    BOOK_NUMBER(answer_word(one, "book"),
						answer_whole(one, "year"),
						last));
	}
}

/* A number of the book that the payload names, or of the event's own. */
void
write_number(struct text *t, const json_t *value, const struct event *e,
	     const json_t *body)
{
	bool is_said = answer_word(body, "book")[0] != '\0';
	const char *book = is_said ? answer_word(body, "book") : e->book;
	int64_t year = is_said ? answer_whole(body, "year") : e->year;

	if (book != NULL)
		text_add(t, BOOK_NUMBER(book, year, json_integer_value(value)));
}

void
write_of_list(struct text *t, const json_t *value, const struct event *e,
	      const json_t *body)
{
	(void)e;
	text_printf(t, "%s/%s", DIGITS(json_integer_value(value)),
		    DIGITS(answer_whole(body, "year")));
}

/* One is the usual rank: the first to act. */
void
write_rank(struct text *t, const json_t *value, const struct event *e,
	   const json_t *body)
{
	if (json_integer_value(value) > 1)
		write_whole(t, value, e, body);
}

/* "acting for นายก อบต." */
void
write_acted(struct text *t, const json_t *value, const struct event *e,
	    const json_t *body)
{
	(void)e;
	text_printf(
	    t, "%s %s",
	    choice_label(acting_capacities, answer_word(body, "capacity")),
	    json_string_value(value));
}

/* As it is typed. */
void
write_policy(struct text *t, const json_t *value, const struct event *e,
	     const json_t *body)
{
	const struct policy *p = policy_find(answer_word(body, "name"));
	json_t *typed;

	if (p == NULL)
		return;
	typed = policy_value_json(p, (int)json_integer_value(value));
	write_word(t, typed, e, body);
	write_whole(t, typed, e, body);
	json_decref(typed);
}
