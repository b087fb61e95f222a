/* tell-duty.c -- the duties of a letter in lines: whose, by when, how far */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/thai.h"

#include "app/duty.h"
#include "app/tell.h"

enum { NUMBER_COLUMNS = 4 };

static struct date
date_of(const json_t *j, const char *key)
{
	struct error none = {0};
	struct date d = {0};

	return date_parse(answer_word(j, key), &d, &none) ? d
							  : (struct date){0};
}

static void
tell_inside(const struct teller *to, struct text *t)
{
	text_printf(to->out, "%*s", NUMBER_COLUMNS, "");
	tell_wrapped(to, text_str(t), NUMBER_COLUMNS);
	text_clear(t);
}

/* "20 ก.พ. 64 (work ends 19 ก.พ. 64), 2564-02: done, ส 12/2564" */
static void
tell_period(const struct teller *to, const json_t *p)
{
	struct text t = {0};

	text_add_duty_day(&t, date_of(p, "from"), date_of(p, "due"),
			  date_of(p, "last_day"), to->thai);
	if (!duty_period_is_day(answer_word(p, "name"))) {
		text_add(&t, ", ");
		text_add_duty_period(&t, answer_word(p, "name"), to->thai);
	}
	text_printf(&t, ": %s",
		    choice_label(duty_states, answer_word(p, "state")));
	if (answer_word(p, "ref")[0] != '\0')
		text_printf(&t, ", %s", answer_word(p, "ref"));
	if (json_is_integer(json_object_get(p, "figure"))) {
		text_add(&t, ", ");
		text_add_number(&t, (long)answer_whole(p, "figure"), to->thai);
	}
	if (answer_word(p, "note")[0] != '\0')
		text_printf(&t, " “%s”", answer_word(p, "note"));
	if (answer_word(p, "reason")[0] != '\0')
		text_printf(&t, " “%s”", answer_word(p, "reason"));
	tell_inside(to, &t);
	text_done(&t);
}

/* Each office that asks, the one that counts first. */
static void
tell_asked(const struct teller *to, const json_t *asked, size_t n)
{
	const char *words = answer_word(asked, "words");
	struct text t = {0};

	if (n > 1)
		text_printf(&t, "%s: ", answer_word(asked, "by"));
	if (words[0] != '\0')
		text_add(&t, words);
	else
		text_add_date(&t, date_of(asked, "first"), DATE_SHORT,
			      to->thai);
	if (n > 1 && json_is_true(json_object_get(asked, "counts")))
		text_add(&t, _(" (counts)"));
	tell_inside(to, &t);
	text_done(&t);
}

static void
tell_place(const struct teller *to, const json_t *where)
{
	struct text t = {0};

	text_printf(&t, "→ %s %s", answer_word(where, "name"),
		    answer_word(where, "link"));
	tell_inside(to, &t);
	text_done(&t);
}

static void
tell_each(const struct teller *to, const json_t *list,
	  void (*tell)(const struct teller *to, const json_t *row))
{
	const json_t *row;
	size_t i;

	json_array_foreach(list, i, row) tell(to, row);
}

void
tell_duty(const struct teller *to, const json_t *d)
{
	const json_t *asked = json_object_get(d, "asked"), *one;
	struct text t = {0}, number = {0};
	size_t i;

	text_add(&number, DIGITS(answer_whole(d, "duty")));
	text_printf(&t, "%s%s",
		    json_is_true(json_object_get(d, "proposed")) ? "? " : "",
		    answer_word(d, "what"));
	if (answer_word(d, "owner_name")[0] != '\0')
		text_printf(&t, " · %s", answer_word(d, "owner_name"));
	if (answer_word(d, "form")[0] != '\0')
		text_printf(&t, " · %s", answer_word(d, "form"));
	text_printf(to->out, "%3s ", number.s);
	tell_wrapped(to, t.s, NUMBER_COLUMNS);
	json_array_foreach(asked, i, one)
	    tell_asked(to, one, json_array_size(asked));
	tell_each(to, json_object_get(d, "periods"), tell_period);
	tell_each(to, json_object_get(d, "where"), tell_place);
	text_done(&number);
	text_done(&t);
}
