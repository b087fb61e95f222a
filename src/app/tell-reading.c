/* tell-reading.c -- what was read on a sheet, as lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/tell.h"

/* What was read has Arabic digits; people see it as on paper. */
static void
add_digits(const struct teller *to, const char *s, struct text *t)
{
	char *thai = to->thai ? thai_digits_to_thai(s) : NULL;

	text_add(t, thai != NULL ? thai : s);
	free(thai);
}

static void
add_day(const struct teller *to, const char *iso, struct text *t)
{
	struct date d;
	struct error ignored = {0};

	if (date_parse(iso, &d, &ignored))
		text_add_date(t, d, DATE_LONG, to->thai);
}

/* "dated     15 มกราคม 2569 (doubtful)" */
static void
line_sure(const struct teller *to, const json_t *l, const char *label,
	  const char *key, const char *value)
{
	const json_t *sure = json_object_get(l, "certainty");
	struct text t = {0};

	if (strcmp(key, "ref_no") == 0)
		add_digits(to, value, &t);
	else
		text_add(&t, value);
	if (t.n > 0 && strcmp(answer_word(sure, key), "doubtful") == 0)
		text_printf(&t, " (%s)", _("doubtful"));
	tell_field(to, label, text_str(&t));
	text_done(&t);
}

static const struct row {
	const char *key;
	const char *label; /* N_() */
	const struct choice *choices;
} rows[] = {
    {"kind", N_("kind"), letter_kinds},
    {"ref_no", N_("their number"), NULL},
    {"urgency", N_("urgency"), letter_urgencies},
    {"secrecy", N_("secrecy"), letter_secrecies},
    {"from", N_("from"), NULL},
    {"place", N_("place"), NULL},
    {"subject", N_("subject"), NULL},
    {"to", N_("to"), NULL},
    {"through", N_("through"), NULL},
    {"purpose", N_("purpose"), NULL},
    {"owner", N_("owner"), NULL},
    {"phone", N_("telephone"), NULL},
    {"fax", N_("fax"), NULL},
    {"email", N_("e-mail"), NULL},
    {"coordinator", N_("coordinator"), NULL},
};

static void
tell_dated(const struct teller *to, const json_t *l)
{
	struct text t = {0};

	add_day(to, answer_word(l, "dated"), &t);
	line_sure(to, l, _("dated"), "dated", text_str(&t));
	text_done(&t);
}

static void
tell_fields(const struct teller *to, const json_t *l)
{
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		const char *value = answer_word(l, rows[i].key);

		if (rows[i].choices != NULL && value[0] != '\0')
			value = choice_label(rows[i].choices, value);
		line_sure(to, l, _(rows[i].label), rows[i].key, value);
	}
}

static void
tell_signer(const struct teller *to, const json_t *signer)
{
	static const char *const keys[] = {"rank", "name", "title", "capacity"};
	struct text t = {0};

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		const char *word = answer_word(signer, keys[i]);

		/* A rank inside the name stands there. */
		if (i == 0 && strstr(answer_word(signer, "name"), word) != NULL)
			continue;
		text_printf(&t, "%s%s", t.n > 0 && *word ? "  " : "", word);
	}
	tell_field(to, _("signed by"), text_str(&t));
	text_done(&t);
}

static void
add_reference(const struct teller *to, const json_t *r, struct text *t)
{
	text_printf(t, "%s %s ", answer_word(r, "from"),
		    answer_word(r, "urgency"));
	add_digits(to, answer_word(r, "ref_no"), t);
	text_add(t, " ");
	add_day(to, answer_word(r, "dated"), t);
}

static void
add_enclosure(const struct teller *to, const json_t *e, struct text *t)
{
	long long count = json_integer_value(json_object_get(e, "count"));

	(void)to;
	text_add(t, answer_word(e, "title"));
	if (count > 0)
		text_printf(t, " (%s %s)", DIGITS(count),
			    answer_word(e, "unit"));
}

static void
add_link(const struct teller *to, const json_t *link, struct text *t)
{
	(void)to;
	text_add(t, json_string_value(link));
}

/* "20 มีนาคม 2569: ภายในสัปดาห์ที่ ๓ ..." */
static void
add_duty(const struct teller *to, const json_t *d, struct text *t)
{
	long long days =
	    json_integer_value(json_object_get(d, "days_after_receipt"));

	if (days > 0 && json_is_true(json_object_get(d, "working_days")))
		text_printf(t, _("%s working days after receipt"),
			    DIGITS(days));
	else if (days > 0)
		text_printf(t, _("%s days after receipt"), DIGITS(days));
	add_day(to, answer_word(d, "due"), t);
	if (t->n > 0)
		text_add(t, ": ");
	text_add(t, answer_word(d, "words"));
}

static void
add_stamp(const struct teller *to, const json_t *s, struct text *t)
{
	text_printf(t, "%s ", answer_word(s, "office"));
	add_digits(to, answer_word(s, "number"), t);
	text_add(t, " ");
	if (answer_word(s, "date")[0] != '\0')
		add_day(to, answer_word(s, "date"), t);
	else
		text_add(t, answer_word(s, "date_words"));
	text_add(t, " ");
	add_digits(to, answer_word(s, "time"), t);
}

static void
add_note(const struct teller *to, const json_t *n, struct text *t)
{
	text_printf(t, "%s %s ", answer_word(n, "by"), answer_word(n, "title"));
	add_day(to, answer_word(n, "date"), t);
	if (answer_word(n, "text")[0] != '\0')
		text_printf(t, ": %s", answer_word(n, "text"));
}

static void
add_candidate(const struct teller *to, const json_t *c, struct text *t)
{
	add_digits(to, answer_word(c, "ref_no"), t);
	text_printf(t, " %s ", answer_word(c, "from"));
	add_day(to, answer_word(c, "dated"), t);
}

static void
add_remark(const struct teller *to, const json_t *w, struct text *t)
{
	(void)to;
	text_printf(t, "%s (%s)", answer_word(w, "text"),
		    answer_word(w, "code"));
}

/* The label stands beside the first only. */
static void
tell_list(const struct teller *to, const char *label, const json_t *list,
	  void (*add)(const struct teller *to, const json_t *j, struct text *t))
{
	size_t i;
	json_t *j;

	json_array_foreach(list, i, j)
	{
		struct text t = {0};

		add(to, j, &t);
		if (t.n > 0)
			tell_field(to, i == 0 ? label : "",
				   text_fold_space(t.s));
		text_done(&t);
	}
}

static void
tell_letter_read(const struct teller *to, const json_t *l)
{
	tell_fields(to, l);
	tell_dated(to, l);
	tell_list(to, _("refers to"), json_object_get(l, "references"),
		  add_reference);
	tell_list(to, _("enclosures"), json_object_get(l, "enclosures"),
		  add_enclosure);
	tell_list(to, _("duties"), json_object_get(l, "duties"), add_duty);
	tell_signer(to, json_object_get(l, "signer"));
	tell_list(to, _("links"), json_object_get(l, "links"), add_link);
	text_add(to->out, "\n");
}

static void
add_part(const struct teller *to, const json_t *p, struct text *t)
{
	(void)to;
	text_printf(t, _("%s (%s bytes)"), answer_word(p, "name"),
		    DIGITS(json_integer_value(json_object_get(p, "size"))));
}

/* The message that the sheet came in. */
static void
tell_mail(const struct teller *to, const json_t *mail)
{
	struct text sent = {0};

	if (mail == NULL)
		return;
	tell_moment(to, answer_word(mail, "sent_at"), &sent);
	tell_field(to, _("e-mail of"), answer_word(mail, "from"));
	tell_field(to, _("sent"), text_str(&sent));
	tell_field(to, _("headed"), answer_word(mail, "subject"));
	tell_field(to, _("message id"), answer_word(mail, "message_id"));
	tell_list(to, _("files"), json_object_get(mail, "parts"), add_part);
	text_add(to->out, "\n");
	text_done(&sent);
}

static void
tell_sheet(const struct teller *to, const json_t *sheet, bool named)
{
	const json_t *letters = json_object_get(sheet, "letters");
	const json_t *candidates = json_object_get(sheet, "candidates");
	size_t i;
	json_t *l;

	if (named)
		text_printf(to->out, "%s\n\n", answer_word(sheet, "file"));
	tell_mail(to, json_object_get(sheet, "mail"));
	json_array_foreach(letters, i, l) tell_letter_read(to, l);
	if (json_array_size(letters) == 0)
		text_printf(to->out, "%s\n",
			    _("no letter stands on this sheet"));
	tell_list(to, _("others' stamps"), json_object_get(sheet, "stamps"),
		  add_stamp);
	tell_list(to, _("notes"), json_object_get(sheet, "notes"), add_note);
	if (json_array_size(candidates) > 1)
		tell_list(to, _("numbers"), candidates, add_candidate);
	tell_list(to, _("look at"), json_object_get(sheet, "remarks"),
		  add_remark);
}

void
tell_reading(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *sheet;

	if (!json_is_array(answer)) {
		tell_sheet(to, answer, false);
		return;
	}
	json_array_foreach(answer, i, sheet)
	{
		if (i > 0)
			text_add(to->out, "\n");
		tell_sheet(to, sheet, true);
	}
}
