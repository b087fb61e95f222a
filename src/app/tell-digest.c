/* tell-digest.c -- the list of the morning, in lines of text for a mail */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/choices.h"

#include "app/answer.h"
#include "app/duty.h"
#include "app/morning.h"
#include "app/tell.h"

/* A mail has no width of its own. */
enum { MAIL_COLUMNS = 80, NUMBER_COLUMNS = 11 };

static void
add_day(const struct teller *to, const char *iso, struct text *t)
{
	struct error ignored = {0};
	struct date d;

	if (date_parse(iso, &d, &ignored))
		text_add_date(t, d, DATE_SHORT, to->thai);
}

static void
add_when(const json_t *item, struct text *t)
{
	enum remind_when when = REMIND_OVERDUE;

	while (when > REMIND_NOT &&
	       strcmp(answer_word(item, "when"), remind_names[when]) != 0)
		when--;
	text_add_reminded(t, when, (int)answer_whole(item, "days"));
}

static void
add_duty(const struct teller *to, const json_t *item, struct text *t)
{
	const char *of = answer_word(item, "of");
	const char *due = answer_word(item, "due");
	const char *last = answer_word(item, "last_day");
	const char *period = answer_word(item, "period");

	if (of[0] != '\0')
		text_printf(t, _("escalated from %s: "), of);
	add_when(item, t);
	text_add(t, ", ");
	text_add(t, _("due "));
	add_day(to, due, t);
	if (strcmp(due, last) != 0) {
		text_add(t, _(", working day before: "));
		add_day(to, last, t);
	}
	if (!duty_period_is_day(period)) {
		text_add(t, _(", for "));
		text_add_duty_period(t, period, to->thai);
	}
}

/* "4 working days", or hours where it is less. */
static void
add_lain(const json_t *item, struct text *t)
{
	const json_t *lain = json_object_get(item, "lain");
	const int64_t days = answer_whole(lain, "days");
	const int64_t hours = answer_whole(lain, "hours");

	if (days > 0)
		text_printf(t, P_("%s working day", "%s working days", days),
			    DIGITS(days));
	else
		text_printf(t, P_("%s office hour", "%s office hours", hours),
			    DIGITS(hours));
}

static void
add_lying(const struct teller *to, const json_t *item, struct text *t)
{
	(void)to;
	text_printf(t, _("lies with %s for "), answer_word(item, "of"));
	add_lain(item, t);
}

static void
add_waiting(const struct teller *to, const json_t *item, struct text *t)
{
	(void)to;
	text_add(t, _("lies here for "));
	add_lain(item, t);
	if (json_is_true(json_object_get(item, "late")))
		text_add(t, _(", too long"));
}

static void
add_circular(const struct teller *to, const json_t *item, struct text *t)
{
	text_printf(t, _("from %s"), answer_word(item, "by"));
	if (answer_word(item, "until")[0] == '\0')
		return;
	text_add(t, _(", to be noted by "));
	add_day(to, answer_word(item, "until"), t);
}

static void
add_report(const struct teller *to, const json_t *item, struct text *t)
{
	text_printf(t, _("%s, by "), answer_word(item, "by"));
	add_day(to, answer_word(item, "until"), t);
	if (answer_word(item, "since")[0] != '\0')
		text_add(t, _(", nudged"));
}

static void
add_paper(const struct teller *to, const json_t *item, struct text *t)
{
	text_printf(t, _("from %s"), answer_word(item, "by"));
	text_add(t, ", ");
	tell_moment(to, answer_word(item, "since"), t);
}

static void (*const facts[])(const struct teller *to, const json_t *item,
			     struct text *t) = {
    [MORNING_OVERDUE] = add_duty,    [MORNING_TODAY] = add_duty,
    [MORNING_SOON] = add_duty,       [MORNING_RISEN] = add_duty,
    [MORNING_LYING] = add_lying,     [MORNING_CIRCULAR] = add_circular,
    [MORNING_REPORT] = add_report,   [MORNING_PAPER] = add_paper,
    [MORNING_WAITING] = add_waiting,
};

/* What is to be done, else what the letter is about; of a secret one that it
   is secret. */
static void
tell_subject(const struct teller *to, const json_t *item)
{
	const char *words = answer_word(item, "what");
	struct text t = {0}, cut = {0};

	if (words[0] == '\0')
		words = answer_word(item, "subject");
	if (words[0] == '\0')
		words = choice_label(letter_secrecies,
				     answer_word(item, "secrecy"));
	text_add_visible(&t, words, false);
	thai_add_padded(&cut, text_str(&t), to->width - NUMBER_COLUMNS - 3,
			false);
	text_trim(cut.s);
	text_printf(to->out, "  %*s%s\n", NUMBER_COLUMNS + 1, "",
		    text_str(&cut));
	text_done(&t);
	text_done(&cut);
}

static void
tell_item(const struct teller *to, enum morning_part part, const json_t *item)
{
	const char *urgency = answer_word(item, "urgency");
	struct text number = {0}, padded = {0}, t = {0};

	text_add_answer_number(&number, item);
	thai_add_padded(&padded, text_str(&number), NUMBER_COLUMNS, false);
	if (urgency[0] != '\0')
		text_printf(&t,
			    "%s: ", choice_label(letter_urgencies, urgency));
	facts[part](to, item, &t);
	text_printf(to->out, "  %s ", text_str(&padded));
	tell_wrapped(to, text_str(&t), NUMBER_COLUMNS + 3);
	tell_subject(to, item);
	text_done(&number);
	text_done(&padded);
	text_done(&t);
}

/* "ปลัด อบต., หัวหน้าสำนักปลัด (รักษาราชการแทน)". */
static void
add_posts(const json_t *posts, struct text *t)
{
	const char *between = "";
	size_t i;
	json_t *p;

	json_array_foreach(posts, i, p)
	{
		const char *capacity = answer_word(p, "capacity");

		text_printf(t, "%s%s", between, answer_word(p, "post_name"));
		if (capacity[0] != '\0')
			text_printf(t, " (%s)", capacity);
		between = ", ";
	}
}

static void
tell_desk(const struct teller *to, const json_t *desk)
{
	struct text t = {0};
	struct error ignored = {0};
	struct date on;

	text_add(&t, _("List of the morning of "));
	if (date_parse(answer_word(desk, "on"), &on, &ignored))
		text_add_date(&t, on, DATE_LONG, to->thai);
	tell_line(to, &t);
	text_clear(&t);
	text_add_visible(&t, answer_word(desk, "name"), false);
	text_add(&t, t.n > 0 ? "  " : "");
	add_posts(json_object_get(desk, "posts"), &t);
	tell_wrapped(to, text_str(&t), 0);
	text_done(&t);
}

static void
tell_part(const struct teller *to, enum morning_part part, const json_t *desk)
{
	const struct choice *c = &morning_parts[part];
	const json_t *items = json_object_get(desk, c->value);
	const int64_t all = part == MORNING_WAITING
				? answer_whole(desk, "waiting_in_all")
				: (int64_t)json_array_size(items);
	size_t i;
	json_t *item;

	if (json_array_size(items) == 0)
		return;
	text_printf(to->out, "\n%s (%s)\n", _(c->label), DIGITS(all));
	json_array_foreach(items, i, item) tell_item(to, part, item);
}

void
tell_digest(const struct teller *to, const json_t *answer)
{
	const int width = to->width > 0 && to->width < MAIL_COLUMNS
			      ? to->width
			      : MAIL_COLUMNS;
	const struct teller mail = {to->out, width, to->thai};
	size_t i;
	json_t *desk;

	json_array_foreach(answer, i, desk)
	{
		text_add(to->out, i > 0 ? "\n\n" : "");
		tell_desk(&mail, desk);
		for (enum morning_part p = 0; p < MORNING_PARTS; p++)
			tell_part(&mail, p, desk);
	}
}
