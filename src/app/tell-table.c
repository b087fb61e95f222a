/* tell-table.c -- answers that are tables, row by row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/tell-table.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "model/duty.h"
#include "model/parcel.h"
#include "model/role.h"

#include "app/answer.h"
#include "app/duty.h"
#include "app/unused.h"

/* "30 เม.ย. 69", "30 Apr 2569" */
enum { DAY_COLUMNS = 11 };

static void
add_word(const struct teller *to, const json_t *row, const char *key,
	 struct text *t)
{
	(void)to;
	text_add_visible(t, answer_word(row, key), false);
}

static void
add_number(const struct teller *to, const json_t *row, const char *key,
	   struct text *t)
{
	(void)to;
	(void)key;
	text_add_answer_number(t, row);
}

/* A number, or one of a few words. */
static void
add_value(const struct teller *to, const json_t *row, const char *key,
	  struct text *t)
{
	const json_t *value = json_object_get(row, key);

	(void)to;
	if (json_is_integer(value))
		text_add(t, DIGITS(json_integer_value(value)));
	else if (json_is_string(value))
		text_add_visible(t, json_string_value(value), false);
}

static void
add_when(const struct teller *to, const json_t *row, const char *key,
	 struct text *t)
{
	(void)to;
	text_add(t, choice_label(duty_whens, answer_word(row, key)));
}

/* "144/2569 (2)", the second duty of the letter. */
static void
add_duty_number(const struct teller *to, const json_t *row, const char *key,
		struct text *t)
{
	(void)to;
	(void)key;
	text_add_answer_number(t, row);
	text_printf(t, " (%s)", DIGITS(answer_whole(row, "duty")));
}

/* The period goes before: what is the same each month is told apart by it. */
static void
add_duty_what(const struct teller *to, const json_t *row, const char *key,
	      struct text *t)
{
	if (json_is_true(json_object_get(row, "proposed")))
		text_add(t, "? ");
	if (!duty_period_is_day(answer_word(row, "name"))) {
		text_add_duty_period(t, answer_word(row, "name"), to->thai);
		text_add(t, " · ");
	}
	add_word(to, row, key, t);
}

static void
add_kind(const struct teller *to, const json_t *row, const char *key,
	 struct text *t)
{
	(void)to;
	text_add(t, choice_label(office_kinds, answer_word(row, key)));
}

/* ">" where one works now, "*" where one may. */
static void
add_own(const struct teller *to, const json_t *row, const char *key,
	struct text *t)
{
	(void)to;
	if (json_is_true(json_object_get(row, "here")))
		text_add(t, ">");
	else if (json_is_true(json_object_get(row, key)))
		text_add(t, "*");
}

static void
add_day(const struct teller *to, const json_t *row, const char *key,
	struct text *t)
{
	moment m;
	bool has_time;
	struct error ignored = {0};

	if (moment_parse(answer_word(row, key), &m, &has_time, &ignored))
		text_add_date(t, moment_date(m), DATE_SHORT, to->thai);
}

/* "?" where the holidays of its year are not known yet. */
static void
add_last_day(const struct teller *to, const json_t *row, const char *key,
	     struct text *t)
{
	add_day(to, row, key, t);
	if (json_is_false(json_object_get(row, "holidays_known")))
		text_add(t, " ?");
}

static void
add_state(const struct teller *to, const json_t *row, const char *key,
	  struct text *t)
{
	const char *post = answer_word(row, "at_post_name");

	(void)to;
	if (post[0] != '\0')
		text_add_visible(t, post, false);
	else
		text_add(t, choice_label(letter_states, answer_word(row, key)));
}

/* "3/10", of emergency sheets. */
static void
add_page(const struct teller *to, const json_t *row, const char *key,
	 struct text *t)
{
	(void)to;
	if (json_is_true(json_object_get(row, "sheet")))
		text_printf(t, "%s/%s", DIGITS(answer_whole(row, key)),
			    DIGITS(answer_whole(row, "pages")));
}

static void
add_unused(const struct teller *to, const json_t *row, struct text *t)
{
	const json_t *reserved = json_object_get(row, "reserved");
	const json_t *destroyed = json_object_get(row, "destroyed");

	text_add_unused(
	    t,
	    &(struct unused){
		answer_word(row, "state"), answer_word(reserved, "purpose"),
		answer_word(reserved, "until"), answer_word(row, "void"),
		(int)answer_whole(destroyed, "list_year"),
		(int)answer_whole(destroyed, "list_number")},
	    to->thai);
}

/* A number that was kept for it says so, for ever. */
static const char *
kept_words(const json_t *row)
{
	const json_t *reserved = json_object_get(row, "reserved");

	return json_is_true(json_object_get(reserved, "sheet"))
		   ? _("emergency sheet")
		   : _("number reserved");
}

static void
add_role(const struct teller *to, const json_t *row, const char *key,
	 struct text *t)
{
	(void)to;
	text_add(t, choice_label(post_roles, answer_word(row, key)));
}

static void
add_class(const struct teller *to, const json_t *row, const char *key,
	  struct text *t)
{
	(void)to;
	text_add(t, choice_label(letter_secrecies, answer_word(row, key)));
}

/* Secret letters show their class in place of what they are about. */
static void
add_subject(const struct teller *to, const json_t *row, const char *key,
	    struct text *t)
{
	if (!state_has_letter(answer_word(row, "state"))) {
		add_unused(to, row, t);
		return;
	}
	if (json_is_object(json_object_get(row, "reserved")))
		text_printf(t, "[%s] ", kept_words(row));
	if (answer_word(row, "urgency")[0] != '\0')
		text_printf(t, "[%s] ",
			    choice_label(letter_urgencies,
					 answer_word(row, "urgency")));
	if (answer_word(row, "secrecy")[0] != '\0')
		text_printf(t, "[%s] ",
			    choice_label(letter_secrecies,
					 answer_word(row, "secrecy")));
	text_add_visible(t, answer_word(row, key), false);
}

/* "2/5": how many of how many have noted it. */
static void
add_noted(const struct teller *to, const json_t *row, const char *key,
	  struct text *t)
{
	(void)to;
	(void)key;
	text_printf(t, "%s/%s", DIGITS(answer_whole(row, "noted")),
		    DIGITS(answer_whole(row, "to")));
}

/* "received  ว 12/2569", or why it was not. */
static void
add_incoming_state(const struct teller *to, const json_t *row, const char *key,
		   struct text *t)
{
	const json_t *as = json_object_get(row, "received_as");

	(void)to;
	text_add(t, choice_label(parcel_states, answer_word(row, key)));
	if (json_is_object(as)) {
		text_add(t, " ");
		text_add_answer_number(t, as);
	}
}

/* "received there  2289/2565", or the reason why not. */
static void
add_sent_state(const struct teller *to, const json_t *row, const char *key,
	       struct text *t)
{
	const char *number = answer_word(row, "accept_id");
	const char *reason = answer_word(row, "reason");

	text_add(t, choice_label(sending_states, answer_word(row, key)));
	if (number[0] != '\0') {
		text_printf(t, " %s, ", number);
		tell_moment(to, answer_word(row, "accepted_at"), t);
	} else if (reason[0] != '\0') {
		text_printf(t, ": %s", reason);
	}
}

/* clang-format off */
const struct tell_column letter_columns[] = {
	{ N_("number"), "number", 10, add_number },
	{ N_("received on"), "received_at", DAY_COLUMNS, add_day },
	{ N_("from"), "from", 18, add_word },
	{ N_("where"), "state", 14, add_state },
	{ N_("subject"), "subject", REST_CUT, add_subject },
	{ 0 }
};
static const struct tell_column sent_columns[] = {
	{ N_("number"), "number", 11, add_number },
	{ N_("our number"), "ref_no", 16, add_word },
	{ N_("to"), "to", 18, add_word },
	{ N_("where"), "state", 10, add_state },
	{ N_("subject"), "subject", REST_CUT, add_subject },
	{ 0 }
};
static const struct tell_column kept_columns[] = {
	{ N_("number"), "number", 10, add_number },
	{ N_("until"), "until", DAY_COLUMNS, add_day },
	{ N_("sheet"), "page", 8, add_page },
	{ N_("by"), "by", 18, add_word },
	{ N_("purpose"), "purpose", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column person_columns[] = {
	{ N_("login"), "login", 12, add_word },
	{ N_("name"), "name", 20, add_word },
	{ N_("first day"), "since", DAY_COLUMNS, add_day },
	{ N_("last day"), "until", DAY_COLUMNS, add_day },
	{ N_("post"), "post_name", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column clearance_columns[] = {
	{ N_("login"), "login", 12, add_word },
	{ N_("name"), "name", 22, add_word },
	{ N_("class"), "class", 10, add_class },
	{ N_("last day"), "until", DAY_COLUMNS, add_day },
	{ N_("by order"), "order", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column key_columns[] = {
	{ N_("login"), "login", 12, add_word },
	{ N_("since"), "since", DAY_COLUMNS, add_day },
	{ N_("ended on"), "ended_at", DAY_COLUMNS, add_day },
	{ N_("fingerprint"), "print", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column pin_columns[] = {
	{ N_("login"), "login", 12, add_word },
	{ N_("since"), "since", DAY_COLUMNS, add_day },
	{ N_("ended on"), "ended_at", DAY_COLUMNS, add_day },
	{ N_("wrong"), "wrong", 5, add_value },
	{ N_("reason"), "reason", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column book_columns[] = {
	{ N_("code"), "code", 14, add_word },
	{ N_("prefix"), "prefix", 7, add_word },
	{ N_("numbers of"), "numbers", 14, add_word },
	{ N_("next"), "next", 6, add_value },
	{ N_("name"), "name", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column policy_columns[] = {
	{ N_("policy"), "name", 18, add_word },
	{ N_("value"), "value", 8, add_value },
	{ N_("next year"), "next_year", 9, add_value },
	{ N_("as usual"), "usual", 8, add_value },
	{ N_("what it settles"), "help", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column post_columns[] = {
	{ N_("code"), "code", 12, add_word },
	{ N_("name"), "name", 23, add_word },
	{ N_("what it is for"), "role", 14, add_role },
	{ N_("held by"), "holders", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column office_columns[] = {
	{ N_("code"), "code", 14, add_word },
	{ N_("kind of office"), "kind", 16, add_kind },
	{ N_("under"), "under", 14, add_word },
	{ N_("mine"), "own", 6, add_own },
	{ N_("name"), "name", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column backup_columns[] = {
	{ N_("made on"), "at", DAY_COLUMNS, add_day },
	{ N_("name"), "name", 27, add_word },
	{ N_("events"), "events", 8, add_value },
	{ N_("last numbers"), "words", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column acting_columns[] = {
	{ N_("post"), "post_name", 16, add_word },
	{ N_("name"), "name", 20, add_word },
	{ N_("capacity"), "capacity", 16, add_word },
	{ N_("order no."), "order", 10, add_word },
	{ N_("not now because"), "why", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column absent_columns[] = {
	{ N_("name"), "name", 22, add_word },
	{ N_("from"), "since", DAY_COLUMNS, add_day },
	{ N_("to"), "until", DAY_COLUMNS, add_day },
	{ N_("reason"), "reason", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column place_columns[] = {
	{ N_("code"), "code", 12, add_word },
	{ N_("name"), "name", 28, add_word },
	{ N_("held by"), "holders", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column incoming_columns[] = {
	{ N_("item"), "item", 5, add_value },
	{ N_("came on"), "arrived_at", DAY_COLUMNS, add_day },
	{ N_("their number"), "ref_no", 20, add_word },
	{ N_("from"), "from", 22, add_word },
	{ N_("state"), "state", 18, add_incoming_state },
	{ N_("subject"), "subject", REST_CUT, add_word },
	{ 0 }
};
static const struct tell_column forwarded_columns[] = {
	{ N_("letter"), "number", 10, add_number },
	{ N_("sent as"), "ref_no", 20, add_word },
	{ N_("to"), "name", 26, add_word },
	{ N_("what became of it"), "state", REST_WHOLE, add_sent_state },
	{ 0 }
};
static const struct tell_column paper_columns[] = {
	{ N_("number"), "number", 10, add_number },
	{ N_("since"), "since", DAY_COLUMNS, add_day },
	{ N_("from"), "from_name", 18, add_word },
	{ N_("to"), "to_name", 18, add_word },
	{ N_("by"), "by", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column round_columns[] = {
	{ N_("No."), "number", 10, add_number },
	{ N_("Noted"), "noted", 6, add_noted },
	{ N_("until"), "until", DAY_COLUMNS, add_day },
	{ N_("Not noted"), "not_noted", REST_WHOLE, add_word },
	{ 0 }
};
static const struct tell_column due_columns[] = {
	{ N_("due"), "due", DAY_COLUMNS, add_day },
	{ N_("last working day"), "last_day", 16, add_last_day },
	{ N_("when"), "when", 10, add_when },
	{ N_("No."), "number", 10, add_duty_number },
	{ N_("whose"), "owner_name", 18, add_word },
	{ N_("what to do"), "what", REST_WHOLE, add_duty_what },
	{ 0 }
};

/* The answers that are tables, and what is told of an empty one. */
static const struct {
	const char *action;
	const struct tell_column *columns;
	const char *nothing; /* N_(), or NULL */
} tables[] = {
	{ "list", letter_columns, N_("no letters") },
	{ "backup list", backup_columns, N_("no backups") },
	{ "reserved", kept_columns, N_("no number is reserved") },
	{ "inbox", incoming_columns, N_("nothing is to be received") },
	{ "forwarded", forwarded_columns, N_("nothing was sent on") },
	{ "office list", office_columns, NULL },
	{ "acting list", acting_columns, N_("nobody acts for another") },
	{ "absent list", absent_columns, N_("nobody is absent") },
	{ "person list", person_columns, NULL },
	{ "post list", post_columns, NULL },
	{ "division list", place_columns, NULL },
	{ "clear list", clearance_columns,
	  N_("nobody is cleared for secret letters") },
	{ "key list", key_columns, N_("nobody has a key") },
	{ "pin list", pin_columns, N_("nobody has a PIN") },
	{ "policy list", policy_columns, NULL },
	{ "book list", book_columns, NULL },
	{ "papers", paper_columns, N_("no paper is on the way") },
	{ "circulating", round_columns, N_("nothing circulates") },
	{ "duties", due_columns, N_("nothing is to be done") },
};
/* clang-format on */

static void
add_cell(const struct teller *to, const struct tell_column *c,
	 const json_t *row, struct text *t)
{
	if (row == NULL)
		text_add(t, _(c->heading));
	else
		c->add(to, row, c->key, t);
}

/* All but the last; the columns used. */
static int
add_cells(const struct teller *to, const struct tell_column *columns,
	  const json_t *row, struct text *line)
{
	int used = 0;

	for (const struct tell_column *c = columns; c->width > 0; c++) {
		struct text cell = {0};

		add_cell(to, c, row, &cell);
		thai_add_padded(line, text_str(&cell), c->width, false);
		text_add(line, "  ");
		used += c->width + 2;
		text_done(&cell);
	}
	return used;
}

static const struct tell_column *
last_of(const struct tell_column *columns)
{
	while (columns->width > 0)
		columns++;
	return columns;
}

static void
tell_trimmed(const struct teller *to, struct text *line)
{
	if (line->n > 0)
		text_trim(line->s);
	tell_line(to, line);
}

/* Behind the line, or below it where little room is left. */
static void
tell_whole(const struct teller *to, struct text *line, int used,
	   const char *rest)
{
	enum { LITTLE = 16, INDENT = 4 };

	if (to->width - used >= LITTLE) {
		text_add(to->out, text_str(line));
	} else {
		tell_trimmed(to, line);
		text_printf(to->out, "%*s", INDENT, "");
		used = INDENT;
	}
	tell_wrapped(to, rest, used);
}

void
tell_row(const struct teller *to, const struct tell_column *columns,
	 const json_t *row)
{
	enum { LEAST = 10 };
	const struct tell_column *last = last_of(columns);
	struct text line = {0}, rest = {0};
	int used = add_cells(to, columns, row, &line), left = to->width - used;

	add_cell(to, last, row, &rest);
	if (to->width > 0 && last->width == REST_WHOLE && rest.n > 0) {
		tell_whole(to, &line, used, rest.s);
	} else {
		if (to->width > 0 && last->width == REST_CUT)
			thai_add_padded(&line, text_str(&rest),
					left > LEAST ? left : LEAST, false);
		else
			text_add(&line, text_str(&rest));
		tell_trimmed(to, &line);
	}
	text_done(&rest);
	text_done(&line);
}

static void
tell_rows(const struct teller *to, const struct tell_column *columns,
	  const json_t *rows)
{
	size_t i;
	json_t *row;

	tell_row(to, columns, NULL);
	json_array_foreach(rows, i, row) tell_row(to, columns, row);
}

const struct tell_column *
columns_of_letter(const json_t *row)
{
	return tells_of_outgoing(row) ? sent_columns : letter_columns;
}

/* A list of letters is of one book. */
static const struct tell_column *
columns_for(const struct tell_column *columns, const json_t *rows)
{
	return columns == letter_columns
		   ? columns_of_letter(json_array_get(rows, 0))
		   : columns;
}

bool
tell_table(const struct teller *to, const char *action, const json_t *rows)
{
	for (size_t i = 0; i < ARRAY_SIZE(tables); i++) {
		if (strcmp(tables[i].action, action) != 0)
			continue;
		if (json_array_size(rows) > 0)
			tell_rows(to, columns_for(tables[i].columns, rows),
				  rows);
		else if (tables[i].nothing != NULL)
			text_printf(to->out, "%s\n", _(tables[i].nothing));
		return true;
	}
	return false;
}
