/* print-letter.c -- one letter as lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "cli/print.h"

enum { LABEL_COLUMNS = 14, POST_COLUMNS = 22, SEQ_COLUMNS = 5 };

/* "label         value", nothing when there is no value. */
static void
field(const char *label, const char *value)
{
	struct text t = {0};

	if (value[0] == '\0')
		return;
	thai_add_padded(&t, label, LABEL_COLUMNS, false);
	printf("%s ", t.s);
	print_wrapped(value, LABEL_COLUMNS + 1);
	text_done(&t);
}

static void
heading(const char *words)
{
	printf("\n%s\n", words);
}

static void
field_moment(const struct cli *cli, const char *label, const json_t *l,
	     const char *key)
{
	struct text t = {0};

	print_moment(cli, print_word(l, key), &t);
	field(label, text_str(&t));
	text_done(&t);
}

static void
field_dated(const struct cli *cli, const json_t *l)
{
	struct date d;
	struct error ignored = {0};
	struct text t = {0};

	if (date_parse(print_word(l, "dated"), &d, &ignored))
		text_add_date(&t, d, DATE_LONG, cli->wish.thai);
	field(_("dated"), text_str(&t));
	text_done(&t);
}

static int64_t
whole(const json_t *from, const char *key)
{
	return json_integer_value(json_object_get(from, key));
}

static void
field_number(const json_t *l)
{
	struct text t = {0};

	text_printf(&t, "%s/%s", DIGITS(whole(l, "number")),
		    DIGITS(whole(l, "year")));
	field(_("number"), t.s);
	text_done(&t);
}

static void
print_head(const struct cli *cli, const json_t *l)
{
	field_number(l);
	field_moment(cli, _("received at"), l, "received_at");
	field(_("their number"), print_word(l, "ref_no"));
	field_dated(cli, l);
	field(_("from"), print_word(l, "from"));
	field(_("to"), print_word(l, "to"));
	field(_("subject"), print_word(l, "subject"));
	field(_("urgency"),
	      choice_label(letter_urgencies, print_word(l, "urgency")));
	field(_("secrecy"),
	      choice_label(letter_secrecies, print_word(l, "secrecy")));
	field(_("kind"), choice_label(letter_kinds, print_word(l, "kind")));
	field(_("how it came"),
	      choice_label(letter_channels, print_word(l, "channel")));
	if (whole(l, "pages") != 0)
		field(_("pages"), DIGITS(whole(l, "pages")));
	field(_("state"), choice_label(letter_states, print_word(l, "state")));
	field(_("lies with"), print_word(l, "at_post_name"));
	if (json_is_true(json_object_get(l, "veiled")))
		puts(_("this letter is secret: its words are kept from you"));
}

static void
print_enclosures(const json_t *list)
{
	size_t i;
	json_t *e;

	json_array_foreach(list, i, e)
	{
		struct text t = {0};

		text_add(&t, print_word(e, "title"));
		if (whole(e, "count") > 0)
			text_printf(&t, " (%s %s)", DIGITS(whole(e, "count")),
				    print_word(e, "unit"));
		field(i == 0 ? _("enclosures") : "", text_str(&t));
		text_done(&t);
	}
}

static void
print_references(const json_t *list)
{
	size_t i;
	json_t *r;

	json_array_foreach(list, i, r)
	    field(i == 0 ? _("refers to") : "", json_string_value(r));
}

static void
print_stamps(const json_t *list)
{
	size_t i;
	json_t *s;

	json_array_foreach(list, i, s)
	{
		struct text t = {0};

		text_printf(&t, "%s %s %s %s", print_word(s, "office"),
			    print_word(s, "number"), print_word(s, "date"),
			    print_word(s, "time"));
		field(i == 0 ? _("others' stamps") : "", text_fold_space(t.s));
		text_done(&t);
	}
}

static void
print_attachments(const json_t *list)
{
	size_t i;
	json_t *a;

	json_array_foreach(list, i, a)
	{
		struct text t = {0};

		text_printf(&t, _("%s (%s, %s bytes)"), print_word(a, "name"),
			    print_word(a, "type"), DIGITS(whole(a, "size")));
		field(i == 0 ? _("files") : "", text_str(&t));
		text_done(&t);
	}
}

static void
print_note(const struct cli *cli, const json_t *n)
{
	struct text t = {0};

	text_printf(&t, "“%s”", print_word(n, "text"));
	printf("  ");
	print_wrapped(t.s, 2);
	text_clear(&t);
	text_printf(&t, "      %s  %s  ", print_word(n, "person"),
		    print_word(n, "post_name"));
	print_moment(cli, print_word(n, "at"), &t);
	print_line(&t);
	text_done(&t);
}

static const char *
how_word(const char *how)
{
	static const struct choice hows[] = {
	    {"endorse",       NULL, N_("endorsed")},
            {"return", NULL, N_("returned")},
	    {"recall",        NULL, N_("recalled")},
            {"order", NULL, N_("ordered")},
	    {"skip",        NULL, N_("skipped")},
            {0}
        };

	return how[0] != '\0' ? choice_label(hows, how) : _("lies here");
}

static void
add_time_spent(const struct cli *cli, const json_t *s, struct text *t)
{
	moment came, left;
	bool has_time;
	struct error none = {0};

	if (!moment_parse(print_word(s, "arrived_at"), &came, &has_time,
			  &none) ||
	    !moment_parse(print_word(s, "left_at"), &left, &has_time, &none))
		return;
	text_add(t, "  ");
	text_add_span(t, left - came, cli->wish.thai);
}

/* "ปลัด อบต.   endorsed  15 Jan 2569 14:20  50 min" */
static void
print_step(const struct cli *cli, const json_t *s)
{
	const char *how = print_word(s, "how");
	struct text t = {0};

	text_add(&t, "  ");
	thai_add_padded(&t, print_word(s, "post_name"), POST_COLUMNS, false);
	text_add(&t, " ");
	thai_add_padded(&t, how_word(how), 10, false);
	text_add(&t, " ");
	print_moment(cli, print_word(s, "arrived_at"), &t);
	if (strcmp(how, "skip") == 0)
		text_printf(&t, "  “%s”", print_word(s, "reason"));
	else
		add_time_spent(cli, s, &t);
	print_line(&t);
	text_done(&t);
}

static void
print_taken(const struct cli *cli, const json_t *g)
{
	struct text t = {0};

	if (print_word(g, "acknowledged_at")[0] == '\0') {
		puts(_("not yet acknowledged"));
		return;
	}
	text_printf(&t, _("number %s/%s, acknowledged by %s "),
		    DIGITS(whole(g, "number")), DIGITS(whole(g, "year")),
		    print_word(g, "acknowledged_by"));
	print_moment(cli, print_word(g, "acknowledged_at"), &t);
	print_wrapped(t.s, POST_COLUMNS + 3);
	text_done(&t);
}

static void
print_finished(const struct cli *cli, const json_t *g)
{
	struct text t = {0};

	if (print_word(g, "done_at")[0] == '\0')
		return;
	text_add(&t, _("done "));
	print_moment(cli, print_word(g, "done_at"), &t);
	if (print_word(g, "reply")[0] != '\0')
		text_printf(&t, _(", reply %s"), print_word(g, "reply"));
	if (print_word(g, "note")[0] != '\0')
		text_printf(&t, " “%s”", print_word(g, "note"));
	printf("%*s", POST_COLUMNS + 3, "");
	print_wrapped(t.s, POST_COLUMNS + 3);
	text_done(&t);
}

static void
print_assignment(const struct cli *cli, const json_t *g)
{
	struct text name = {0};

	thai_add_padded(&name, print_word(g, "division_name"), POST_COLUMNS,
			false);
	printf("  %s ", name.s);
	text_done(&name);
	print_taken(cli, g);
	print_finished(cli, g);
}

static void
print_section(const struct cli *cli, const char *title, const json_t *list,
	      void (*print)(const struct cli *cli, const json_t *row))
{
	size_t i;
	json_t *row;

	if (json_array_size(list) == 0)
		return;
	heading(title);
	json_array_foreach(list, i, row) print(cli, row);
}

void
print_letter(const struct cli *cli, const json_t *l)
{
	print_head(cli, l);
	print_references(json_object_get(l, "references"));
	print_enclosures(json_object_get(l, "enclosures"));
	print_stamps(json_object_get(l, "stamps"));
	print_attachments(json_object_get(l, "attachments"));
	print_section(cli, _("Notes"), json_object_get(l, "notes"), print_note);
	print_section(cli, _("Road"), json_object_get(l, "steps"), print_step);
	print_section(cli, _("Divisions"), json_object_get(l, "assignments"),
		      print_assignment);
}

/* "   14  15 Jan 2569 14:20  who, in which post", and below it what. */
static void
print_happening(const struct cli *cli, const json_t *h)
{
	struct text t = {0};

	thai_add_padded(&t, DIGITS(whole(h, "seq")), SEQ_COLUMNS, true);
	text_add(&t, "  ");
	print_moment(cli, print_word(h, "at"), &t);
	text_printf(&t, "  %s  %s", print_word(h, "actor"),
		    print_word(h, "post_name"));
	print_line(&t);
	printf("%*s", SEQ_COLUMNS + 2, "");
	print_wrapped(print_word(h, "words"), SEQ_COLUMNS + 2);
	text_done(&t);
}

void
print_history(const struct cli *cli, const json_t *answer)
{
	size_t i;
	json_t *h;

	json_array_foreach(answer, i, h) print_happening(cli, h);
}
