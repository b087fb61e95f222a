/* tell-letter.c -- one letter as lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/answer.h"
#include "app/correction.h"
#include "app/tell.h"

enum { POST_COLUMNS = 22 };

static void
heading(const struct teller *to, const char *words)
{
	text_printf(to->out, "\n%s\n", words);
}

static void
field_moment(const struct teller *to, const char *label, const json_t *l,
	     const char *key)
{
	struct text t = {0};

	tell_moment(to, answer_word(l, key), &t);
	tell_field(to, label, text_str(&t));
	text_done(&t);
}

static void
field_dated(const struct teller *to, const json_t *l)
{
	struct date d;
	struct error ignored = {0};
	struct text t = {0};

	if (date_parse(answer_word(l, "dated"), &d, &ignored))
		text_add_date(&t, d, DATE_LONG, to->thai);
	tell_field(to, _("dated"), text_str(&t));
	text_done(&t);
}

/* Where it is not the general one. */
static void
field_book(const struct teller *to, const json_t *l)
{
	const struct book *b = book_find(answer_word(l, "book"));

	if (b != NULL && b != book_general)
		tell_field(to, _("book"), _(b->name));
}

static void
field_number(const struct teller *to, const json_t *l)
{
	struct text t = {0};

	text_add_answer_number(&t, l);
	tell_field(to, _("number"), t.s);
	text_done(&t);
	field_book(to, l);
}

/* Where the paper is, when it is followed. */
static void
tell_paper(const struct teller *to, const json_t *paper)
{
	struct text t = {0};

	if (!json_is_object(paper))
		return;
	text_printf(&t,
		    json_is_true(json_object_get(paper, "on_the_way"))
			? _("on the way to %s since ")
			: _("with %s since "),
		    answer_word(paper, "post_name"));
	tell_moment(to, answer_word(paper, "since"), &t);
	tell_field(to, _("paper"), t.s);
	text_done(&t);
}

static void
tell_head(const struct teller *to, const json_t *l)
{
	bool is_out = tells_of_outgoing(l);

	field_number(to, l);
	field_moment(to, is_out ? _("numbered at") : _("received at"), l,
		     "received_at");
	tell_field(to, _("entered late"), answer_word(l, "late"));
	tell_reservation(to, l);
	tell_field(to, is_out ? _("our number") : _("their number"),
		   answer_word(l, "ref_no"));
	field_dated(to, l);
	tell_field(to, _("from"), answer_word(l, "from"));
	tell_field(to, _("to"), answer_word(l, "to"));
	tell_field(to, _("subject"), answer_word(l, "subject"));
	tell_field(to, _("urgency"),
		   choice_label(letter_urgencies, answer_word(l, "urgency")));
	tell_field(to, _("secrecy"),
		   choice_label(letter_secrecies, answer_word(l, "secrecy")));
	tell_field(to, _("kind"),
		   choice_label(letter_kinds, answer_word(l, "kind")));
	if (!is_out)
		tell_field(
		    to, _("how it came"),
		    choice_label(letter_channels, answer_word(l, "channel")));
	if (answer_whole(l, "pages") != 0)
		tell_field(to, _("pages"), DIGITS(answer_whole(l, "pages")));
	tell_field(to, _("state"),
		   choice_label(letter_states, answer_word(l, "state")));
	tell_field(to, _("lies with"), answer_word(l, "at_post_name"));
	tell_paper(to, json_object_get(l, "paper"));
	if (json_is_true(json_object_get(l, "locked")))
		text_printf(to->out, "%s\n",
			    _("its text lies sealed, and the key of the secret "
			      "letters is not there"));
	if (json_is_true(json_object_get(l, "veiled")))
		text_printf(
		    to->out, "%s\n",
		    _("this letter is secret: its words are kept from you"));
}

static void
tell_same(const struct teller *to, const json_t *list)
{
	size_t i;
	json_t *same;

	json_array_foreach(list, i, same)
	{
		struct text t = {0};

		text_add_answer_number(&t, same);
		if (!json_is_true(json_object_get(same, "sure")))
			text_printf(&t, "  %s",
				    _("perhaps: the sender is another"));
		tell_field(to, i == 0 ? _("copy of") : "", t.s);
		text_done(&t);
	}
}

static void
tell_enclosures(const struct teller *to, const json_t *list)
{
	size_t i;
	json_t *e;

	json_array_foreach(list, i, e)
	{
		struct text t = {0};

		text_add(&t, answer_word(e, "title"));
		if (answer_whole(e, "count") > 0)
			text_printf(&t, " (%s %s)",
				    DIGITS(answer_whole(e, "count")),
				    answer_word(e, "unit"));
		tell_field(to, i == 0 ? _("enclosures") : "", text_str(&t));
		text_done(&t);
	}
}

static void
tell_references(const struct teller *to, const json_t *list)
{
	size_t i;
	json_t *r;

	json_array_foreach(list, i, r)
	    tell_field(to, i == 0 ? _("refers to") : "", json_string_value(r));
}

static void
tell_addresses(const struct teller *to, const json_t *list)
{
	size_t i;
	json_t *link;

	json_array_foreach(list, i, link)
	    tell_field(to, i == 0 ? _("links") : "", json_string_value(link));
}

static void
tell_stamps(const struct teller *to, const json_t *list)
{
	size_t i;
	json_t *s;

	json_array_foreach(list, i, s)
	{
		struct text t = {0};

		text_printf(&t, "%s %s %s %s", answer_word(s, "office"),
			    answer_word(s, "number"), answer_word(s, "date"),
			    answer_word(s, "time"));
		tell_field(to, i == 0 ? _("others' stamps") : "",
			   text_fold_space(t.s));
		text_done(&t);
	}
}

static void
tell_attachments(const struct teller *to, const json_t *list)
{
	size_t i;
	json_t *a;

	json_array_foreach(list, i, a)
	{
		struct text t = {0};

		text_printf(&t, _("%s (%s, %s bytes)"), answer_word(a, "name"),
			    answer_word(a, "type"),
			    DIGITS(answer_whole(a, "size")));
		tell_field(to, i == 0 ? _("files") : "", text_str(&t));
		text_done(&t);
	}
}

/* The text itself is long, and as good as its recognition. */
static void
tell_text(const struct teller *to, const char *s)
{
	struct text t = {0};
	size_t n = 0;

	if (text_is_blank(s))
		return;
	for (const char *p = s; *p != '\0'; p++)
		n += *p != '\n' && (p[1] == '\n' || p[1] == '\0');
	text_printf(&t, P_("%s line was read", "%s lines were read", n),
		    DIGITS(n));
	tell_field(to, _("text"), t.s);
	text_done(&t);
}

static void
tell_mail(const struct teller *to, const json_t *mail)
{
	struct text t = {0};

	text_add(&t, answer_word(mail, "from"));
	if (t.n > 0 && answer_word(mail, "sent_at")[0] != '\0')
		text_add(&t, ", ");
	tell_moment(to, answer_word(mail, "sent_at"), &t);
	tell_field(to, _("e-mail of"), text_str(&t));
	text_done(&t);
}

/* The order one acted by; and that one decided on what one had proposed. */
void
tell_authority(const struct teller *to, const json_t *j, int indent)
{
	struct text t = {0};

	text_printf(&t, "%*s", indent, "");
	text_add_order_told(&t, answer_word(j, "acting_order"));
	if (answer_word(j, "acting_order")[0] != '\0')
		tell_line(to, &t);
	text_clear(&t);
	text_printf(&t, "%*s%s", indent, "",
		    _("on one's own proposal, in another post"));
	if (json_is_true(json_object_get(j, "own_proposal")))
		tell_line(to, &t);
	text_done(&t);
}

static void
tell_sent_on(const struct teller *to, const json_t *s)
{
	struct text t = {0};

	text_printf(&t, "  %s  %s: %s", answer_word(s, "ref_no"),
		    answer_word(s, "name"),
		    choice_label(sending_states, answer_word(s, "state")));
	if (answer_word(s, "accept_id")[0] != '\0') {
		text_printf(&t, " %s, ", answer_word(s, "accept_id"));
		tell_moment(to, answer_word(s, "accepted_at"), &t);
	}
	if (answer_word(s, "reason")[0] != '\0')
		text_printf(&t, " “%s”", answer_word(s, "reason"));
	tell_line(to, &t);
	text_done(&t);
}

static void
tell_note(const struct teller *to, const json_t *n)
{
	struct text t = {0};

	text_printf(&t, "“%s”", answer_word(n, "text"));
	text_printf(to->out, "  ");
	tell_wrapped(to, t.s, 2);
	text_clear(&t);
	text_printf(&t, "      %s  ", answer_word(n, "person"));
	text_add_title(&t, answer_word(n, "own_post_name"),
		       answer_word(n, "capacity"), answer_word(n, "post_name"),
		       "\n      ");
	text_add(&t, "  ");
	tell_moment(to, answer_word(n, "at"), &t);
	tell_line(to, &t);
	tell_authority(to, n, 6);
	text_done(&t);
}

/* The old words, the new ones, and below them who, as what, when and why. */
static void
tell_correction(const struct teller *to, const json_t *c)
{
	struct text t = {0};

	text_add_correction(&t, answer_word(c, "field"), answer_word(c, "old"),
			    answer_word(c, "new"));
	text_printf(to->out, "  ");
	tell_wrapped(to, t.s, 2);
	text_clear(&t);
	text_printf(&t, "      %s  %s  ", answer_word(c, "person"),
		    answer_word(c, "post_name"));
	tell_moment(to, answer_word(c, "at"), &t);
	text_printf(&t, "  “%s”", answer_word(c, "reason"));
	tell_line(to, &t);
	text_done(&t);
}

static const char *
how_word(const char *how)
{
	static const struct choice hows[] = {{"endorse", NULL, N_("endorsed")},
					     {"return", NULL, N_("returned")},
					     {"recall", NULL, N_("recalled")},
					     {"pass", NULL, N_("passed over")},
					     {"order", NULL, N_("ordered")},
					     {"skip", NULL, N_("skipped")},
					     {"cancel", NULL, N_("cancelled")},
					     {0}};

	return how[0] != '\0' ? choice_label(hows, how) : _("lies here");
}

static void
add_time_spent(const struct teller *to, const json_t *s, struct text *t)
{
	moment came, left;
	bool has_time;
	struct error none = {0};

	if (!moment_parse(answer_word(s, "arrived_at"), &came, &has_time,
			  &none) ||
	    !moment_parse(answer_word(s, "left_at"), &left, &has_time, &none))
		return;
	text_add(t, "  ");
	text_add_span(t, left - came, to->thai);
}

/* "ปลัด อบต.   endorsed  15 Jan 2569 14:20  50 min" */
static void
tell_step(const struct teller *to, const json_t *s)
{
	const char *how = answer_word(s, "how");
	struct text t = {0};

	text_add(&t, "  ");
	thai_add_padded(&t, answer_word(s, "post_name"), POST_COLUMNS, false);
	text_add(&t, " ");
	thai_add_padded(&t, how_word(how), 10, false);
	text_add(&t, " ");
	tell_moment(to, answer_word(s, "arrived_at"), &t);
	if (strcmp(how, "skip") == 0)
		text_printf(&t, "  “%s”", answer_word(s, "reason"));
	else
		add_time_spent(to, s, &t);
	tell_line(to, &t);
	text_done(&t);
}

static void
tell_taken(const struct teller *to, const json_t *g)
{
	struct text t = {0};

	if (answer_word(g, "acknowledged_at")[0] == '\0') {
		text_printf(to->out, "%s\n", _("not yet acknowledged"));
		return;
	}
	text_printf(&t, _("number %s/%s, acknowledged by %s "),
		    DIGITS(answer_whole(g, "number")),
		    DIGITS(answer_whole(g, "year")),
		    answer_word(g, "acknowledged_by"));
	tell_moment(to, answer_word(g, "acknowledged_at"), &t);
	tell_wrapped(to, t.s, POST_COLUMNS + 3);
	text_done(&t);
}

static void
tell_finished(const struct teller *to, const json_t *g)
{
	struct text t = {0};

	if (answer_word(g, "done_at")[0] == '\0')
		return;
	text_add(&t, _("done "));
	tell_moment(to, answer_word(g, "done_at"), &t);
	if (answer_word(g, "reply")[0] != '\0')
		text_printf(&t, _(", reply %s"), answer_word(g, "reply"));
	if (answer_word(g, "note")[0] != '\0')
		text_printf(&t, " “%s”", answer_word(g, "note"));
	text_printf(to->out, "%*s", POST_COLUMNS + 3, "");
	tell_wrapped(to, t.s, POST_COLUMNS + 3);
	text_done(&t);
}

static void
tell_assignment(const struct teller *to, const json_t *g)
{
	struct text name = {0};

	thai_add_padded(&name, answer_word(g, "division_name"), POST_COLUMNS,
			false);
	text_printf(to->out, "  %s ", name.s);
	text_done(&name);
	tell_taken(to, g);
	tell_finished(to, g);
}

static void
tell_section(const struct teller *to, const char *title, const json_t *list,
	     void (*print)(const struct teller *to, const json_t *row))
{
	size_t i;
	json_t *row;

	if (json_array_size(list) == 0)
		return;
	heading(to, title);
	json_array_foreach(list, i, row) print(to, row);
}

void
tell_letter(const struct teller *to, const json_t *l)
{
	tell_head(to, l);
	tell_same(to, json_object_get(l, "same_as"));
	tell_references(to, json_object_get(l, "references"));
	tell_enclosures(to, json_object_get(l, "enclosures"));
	tell_addresses(to, json_object_get(l, "links"));
	tell_stamps(to, json_object_get(l, "stamps"));
	tell_attachments(to, json_object_get(l, "attachments"));
	tell_text(to, answer_word(l, "text"));
	tell_mail(to, json_object_get(l, "mail"));
	tell_out(to, l);
	tell_old_register(to, json_object_get(l, "old_register"));
	tell_section(to, _("Corrections"), json_object_get(l, "corrections"),
		     tell_correction);
	tell_section(to, _("Notes"), json_object_get(l, "notes"), tell_note);
	tell_section(to, _("Written in other offices"),
		     json_object_get(l, "earlier_notes"), tell_earlier_note);
	tell_section(to, _("Sent on"), json_object_get(l, "sent_on"),
		     tell_sent_on);
	if (!tells_of_outgoing(l))
		tell_section(to, _("Road"), json_object_get(l, "steps"),
			     tell_step);
	tell_section(to, _("Divisions"), json_object_get(l, "assignments"),
		     tell_assignment);
	tell_section(to, _("Circulation"), json_object_get(l, "circulations"),
		     tell_round);
	tell_section(to, _("Duties"), json_object_get(l, "duties"), tell_duty);
}
