/* tell.c -- answers in lines for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/tell.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "model/role.h"

#include "app/answer.h"
#include "app/unused.h"

void
tell_line(const struct teller *to, const struct text *t)
{
	struct text visible = {0};

	text_add_visible(&visible, text_str(t), true);
	text_printf(to->out, "%s\n", text_str(&visible));
	text_done(&visible);
}

struct indented {
	struct text *out;
	int columns;
	bool is_first;
};

static void
tell_indented(void *ctx, const char *s, size_t n)
{
	struct indented *in = ctx;

	text_printf(in->out, "%*s%.*s\n", in->is_first ? 0 : in->columns, "",
		    (int)n, s);
	in->is_first = false;
}

void
tell_field(const struct teller *to, const char *label, const char *value)
{
	struct text t = {0};

	if (value[0] == '\0')
		return;
	thai_add_padded(&t, label, LABEL_COLUMNS, false);
	text_printf(to->out, "%s ", t.s);
	tell_wrapped(to, value, LABEL_COLUMNS + 1);
	text_done(&t);
}

void
tell_wrapped(const struct teller *to, const char *s, int indent)
{
	enum { NARROWEST = 20 };
	struct indented in = {to->out, indent, true};
	struct text visible = {0};

	text_add_visible(&visible, s, true);
	thai_wrap(text_str(&visible),
		  to->width >= indent + NARROWEST ? to->width - indent
						  : INT_MAX,
		  tell_indented, &in);
	text_done(&visible);
}

/* How a cell of a printed table is made from a row of the answer. */
struct column {
	const char *heading; /* N_() */
	const char *key;
	int width; /* 0: the rest of the line */
	void (*add)(const struct teller *to, const json_t *row, const char *key,
		    struct text *t);
};

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

void
tell_moment(const struct teller *to, const char *iso, struct text *t)
{
	moment m;
	bool has_time;
	struct error ignored = {0};

	if (!moment_parse(iso, &m, &has_time, &ignored))
		return;
	text_add_date(t, moment_date(m), DATE_SHORT, to->thai);
	text_add(t, " ");
	text_add_time(t, m, to->thai);
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

	text_add_unused(t,
			&(struct unused){answer_word(row, "state"),
					 answer_word(reserved, "purpose"),
					 answer_word(reserved, "until"),
					 answer_word(row, "void")},
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

/* clang-format off */
static const struct column letter_columns[] = {
	{ N_("number"), "number", 10, add_number },
	{ N_("received on"), "received_at", 11, add_day },
	{ N_("from"), "from", 18, add_word },
	{ N_("where"), "state", 14, add_state },
	{ N_("subject"), "subject", 0, add_subject },
	{ 0 }
};
static const struct column kept_columns[] = {
	{ N_("number"), "number", 10, add_number },
	{ N_("until"), "until", 11, add_day },
	{ N_("sheet"), "page", 8, add_page },
	{ N_("by"), "by", 18, add_word },
	{ N_("purpose"), "purpose", 0, add_word },
	{ 0 }
};
static const struct column person_columns[] = {
	{ N_("login"), "login", 12, add_word },
	{ N_("name"), "name", 22, add_word },
	{ N_("first day"), "since", 10, add_day },
	{ N_("last day"), "until", 10, add_day },
	{ N_("post"), "post_name", 0, add_word },
	{ 0 }
};
static const struct column clearance_columns[] = {
	{ N_("login"), "login", 12, add_word },
	{ N_("name"), "name", 22, add_word },
	{ N_("class"), "class", 10, add_class },
	{ N_("last day"), "until", 10, add_day },
	{ N_("by order"), "order", 0, add_word },
	{ 0 }
};
static const struct column policy_columns[] = {
	{ N_("policy"), "name", 18, add_word },
	{ N_("value"), "value", 8, add_value },
	{ N_("next year"), "next_year", 9, add_value },
	{ N_("as usual"), "usual", 8, add_value },
	{ N_("what it settles"), "help", 0, add_word },
	{ 0 }
};
static const struct column post_columns[] = {
	{ N_("code"), "code", 12, add_word },
	{ N_("name"), "name", 23, add_word },
	{ N_("what it is for"), "role", 14, add_role },
	{ N_("held by"), "holders", 0, add_word },
	{ 0 }
};
static const struct column office_columns[] = {
	{ N_("code"), "code", 14, add_word },
	{ N_("kind of office"), "kind", 16, add_kind },
	{ N_("under"), "under", 14, add_word },
	{ N_("mine"), "own", 6, add_own },
	{ N_("name"), "name", 0, add_word },
	{ 0 }
};
static const struct column backup_columns[] = {
	{ N_("made on"), "at", 11, add_day },
	{ N_("name"), "name", 27, add_word },
	{ N_("events"), "events", 8, add_value },
	{ N_("last numbers"), "words", 0, add_word },
	{ 0 }
};
static const struct column place_columns[] = {
	{ N_("code"), "code", 12, add_word },
	{ N_("name"), "name", 28, add_word },
	{ N_("held by"), "holders", 0, add_word },
	{ 0 }
};
/* clang-format on */

static int
rest_of(const struct column *columns, int width)
{
	for (const struct column *c = columns; c->heading != NULL; c++)
		if (c->width > 0)
			width -= c->width + 2;
	return width > 10 ? width : 10;
}

static void
table_row(const struct teller *to, const struct column *columns,
	  const json_t *row)
{
	struct text line = {0};

	for (const struct column *c = columns; c->heading != NULL; c++) {
		struct text cell = {0};

		if (row == NULL)
			text_add(&cell, _(c->heading));
		else
			c->add(to, row, c->key, &cell);
		if (c->width > 0) {
			thai_add_padded(&line, text_str(&cell), c->width,
					false);
			text_add(&line, "  ");
		} else if (to->width > 0) {
			thai_add_padded(&line, text_str(&cell),
					rest_of(columns, to->width), false);
		} else {
			text_add(&line, text_str(&cell));
		}
		text_done(&cell);
	}
	if (line.n > 0)
		text_trim(line.s);
	tell_line(to, &line);
	text_done(&line);
}

static void
tell_table(const struct teller *to, const struct column *columns,
	   const json_t *rows)
{
	size_t i;
	json_t *row;

	if (json_array_size(rows) == 0)
		return;
	table_row(to, columns, NULL);
	json_array_foreach(rows, i, row) table_row(to, columns, row);
}

static void
tell_letters(const struct teller *to, const json_t *answer)
{
	tell_table(to, letter_columns, answer);
	if (json_array_size(answer) == 0)
		text_printf(to->out, "%s\n", _("no letters"));
}

static const struct choice hit_fields[] = {
    {"ref_no",  NULL, N_("their number")},
    {"subject", NULL, N_("subject")     },
    {"from",    NULL, N_("from")        },
    {"to",      NULL, N_("to")          },
    {"note",    NULL, N_("note")        },
    {"text",    NULL, N_("text")        },
    {NULL,      NULL, NULL              }
};

/* Where the words stood, unless the row shows it. */
static void
tell_hit(const struct teller *to, const json_t *hit)
{
	const char *field = answer_word(hit, "field");
	struct text t = {0};

	if (field[0] == '\0' || answer_word(hit, "text")[0] == '\0' ||
	    strcmp(field, "subject") == 0)
		return;
	text_printf(&t, "    %s: %s", choice_label(hit_fields, field),
		    answer_word(hit, "text"));
	tell_line(to, &t);
	text_done(&t);
}

static void
tell_found(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *row;

	if (json_array_size(answer) == 0) {
		text_printf(to->out, "%s\n", _("no letters"));
		return;
	}
	table_row(to, letter_columns, NULL);
	json_array_foreach(answer, i, row)
	{
		table_row(to, letter_columns, row);
		tell_hit(to, json_object_get(row, "hit"));
	}
}

char *
answer_remark(const json_t *answer)
{
	const json_t *hit = json_object_get(json_array_get(answer, 0), "hit");
	const char *typed = answer_word(hit, "typed");

	return typed[0] == '\0'
		   ? NULL
		   : xasprintf(_("nothing was found as typed; this is what the "
				 "other keyboard layout types: %s"),
			       typed);
}

static void
tell_searches(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *row;

	json_array_foreach(answer, i, row)
	{
		struct text t = {0};

		text_printf(&t, "@%s  %s", answer_word(row, "name"),
			    answer_word(row, "line"));
		tell_line(to, &t);
		text_done(&t);
	}
	if (json_array_size(answer) == 0)
		text_printf(to->out, "%s\n", _("no searches are kept"));
}

static void
tell_reserved(const struct teller *to, const json_t *answer)
{
	tell_table(to, kept_columns, answer);
	if (json_array_size(answer) == 0)
		text_printf(to->out, "%s\n", _("no number is reserved"));
}

static void
tell_people(const struct teller *to, const json_t *answer)
{
	tell_table(to, person_columns, answer);
}

static void
tell_clearances(const struct teller *to, const json_t *answer)
{
	tell_table(to, clearance_columns, answer);
	if (json_array_size(answer) == 0)
		text_printf(to->out, "%s\n",
			    _("nobody is cleared for secret letters"));
}

static void
tell_offices(const struct teller *to, const json_t *answer)
{
	tell_table(to, office_columns, answer);
}

static void
tell_policies(const struct teller *to, const json_t *answer)
{
	tell_table(to, policy_columns, answer);
}

static void
tell_posts(const struct teller *to, const json_t *answer)
{
	tell_table(to, post_columns, answer);
}

static void
tell_places(const struct teller *to, const json_t *answer)
{
	tell_table(to, place_columns, answer);
}

static void
tell_backups(const struct teller *to, const json_t *answer)
{
	tell_table(to, backup_columns, answer);
	if (json_array_size(answer) == 0)
		text_printf(to->out, "%s\n", _("no backups"));
}

static void
tell_finding(const struct teller *to, const json_t *f)
{
	struct text t = {0};

	text_printf(&t, "%s: %s", answer_word(f, "code"),
		    answer_word(f, "text"));
	tell_wrapped(to, t.s, 0);
	text_done(&t);
}

static void
tell_check(const struct teller *to, const json_t *answer)
{
	const json_t *faults = json_object_get(answer, "faults");
	json_int_t events =
	    json_integer_value(json_object_get(answer, "events"));
	struct text head = {0};
	size_t i;
	json_t *f;

	json_array_foreach(faults, i, f) tell_finding(to, f);
	text_printf(to->out, "%s\n",
		    json_array_size(faults) == 0
			? _("the register is whole")
			: _("the register has faults"));
	text_printf(&head,
		    P_("%s event; the hash of the last:\n%s\n",
		       "%s events; the hash of the last:\n%s\n", events),
		    DIGITS(events), answer_word(answer, "head"));
	tell_wrapped(to, text_trim(head.s), 0);
	text_done(&head);
}

/* A line that minisign -p takes, as it is. */
static void
tell_key(const struct teller *to, const json_t *answer)
{
	const char *why_not = answer_word(answer, "why_not");

	text_printf(to->out, "untrusted comment: %s %s\n%s\n", _("key"),
		    answer_word(answer, "id"), answer_word(answer, "key"));
	if (why_not != NULL && why_not[0] != '\0')
		tell_wrapped(to, why_not, 0);
}

/* What an export or an import came to. */
static void
tell_text(const struct teller *to, const json_t *answer)
{
	json_int_t events =
	    json_integer_value(json_object_get(answer, "events"));
	json_int_t files = json_integer_value(json_object_get(answer, "files"));
	json_int_t missing =
	    json_integer_value(json_object_get(answer, "missing"));
	const char *output = answer_word(answer, "output");

	text_printf(to->out, "%s: %s\n",
		    output[0] ? _("the register is written")
			      : _("the register is made"),
		    output[0] ? output : answer_word(answer, "register"));
	text_printf(to->out,
		    P_("%s event; the hash of the last:\n%s\n",
		       "%s events; the hash of the last:\n%s\n", events),
		    DIGITS(events), answer_word(answer, "head"));
	if (files > 0)
		text_printf(to->out,
			    P_("%s attached file is there\n",
			       "%s attached files are there\n", files),
			    DIGITS(files));
	if (missing > 0)
		text_printf(to->out,
			    P_("%s attached file is missing\n",
			       "%s attached files are missing\n", missing),
			    DIGITS(missing));
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

/* clang-format off */
static const struct column round_columns[] = {
	{ N_("No."), "number", 10, add_number },
	{ N_("Noted"), "noted", 6, add_noted },
	{ N_("By"), "until", 11, add_day },
	{ N_("Not noted"), "not_noted", 0, add_word },
	{ 0 }
};
/* clang-format on */

static void
tell_circulating(const struct teller *to, const json_t *answer)
{
	tell_table(to, round_columns, answer);
	if (json_array_size(answer) == 0)
		text_printf(to->out, "%s\n", _("nothing circulates"));
}

/* clang-format off */
static const struct told {
	const char *action;
	void (*tell)(const struct teller *to, const json_t *answer);
} tolds[] = {
	{ "list", tell_letters },
	{ "show", tell_letter },
	{ "history", tell_history },
	{ "read", tell_reading },
	{ "search", tell_found },
	{ "search list", tell_searches },
	{ "check", tell_check },
	{ "export", tell_text },
	{ "import", tell_text },
	{ "why", tell_why },
	{ "drafts", tell_drafts },
	{ "drafts discard", tell_discarded },
	{ "backup list", tell_backups },
    {"restore", tell_restored},
    {"restore asks", tell_asks},
	{ "key show", tell_key },
	{ "settings", tell_settings },
	{ "reserved", tell_reserved },
	{ "emergency", tell_emergency },
	{ "emergency print", tell_emergency },
	{ "office list", tell_offices },
	{ "person list", tell_people },
	{ "post list", tell_posts },
	{ "division list", tell_places },
	{ "clear list", tell_clearances },
	{ "policy list", tell_policies },
	{ "circulating", tell_circulating },
};
/* clang-format on */

void
answer_tell_row(const struct teller *to, const struct action *a,
		const json_t *row, size_t i)
{
	(void)a;
	if (json_is_string(row)) {
		text_printf(to->out, "%s\n", json_string_value(row));
		return;
	}
	if (i == 0)
		table_row(to, letter_columns, NULL);
	table_row(to, letter_columns, row);
}

void
answer_tell(const struct teller *to, const struct action *a,
	    const json_t *answer)
{
	char *sentence;

	for (size_t i = 0; i < ARRAY_SIZE(tolds); i++)
		if (strcmp(tolds[i].action, a->name) == 0) {
			tolds[i].tell(to, answer);
			return;
		}
	sentence = answer_sentence(a, answer);
	text_printf(to->out, "%s\n", sentence);
	free(sentence);
}
