/* history.c -- the events of a letter, told in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#include "model/book.h"
#include "model/event.h"
#include "model/parcel.h"
#include "model/retention.h"

#include "app/answer.h"
#include "app/correction.h"
#include "app/event-words.h"
#include "app/history-collect.h"
#include "app/history-duty.h"
#include "app/history-number.h"

static void
tell_receive(struct text *t, const struct event *e, const json_t *body)
{
	text_printf(t, _("received as number %s"),
		    BOOK_NUMBER(e->book, e->year, e->number));
	tell_source(t, body);
}

/* Old registers are read from a file, one row for each letter. */
static void
tell_import(struct text *t, const struct event *e, const json_t *body)
{
	text_printf(t,
		    _("entered as number %s from an old register: %s, row "
		      "%s"),
		    BOOK_NUMBER(e->book, e->year, e->number),
		    answer_word(body, "file"),
		    DIGITS(answer_whole(body, "row")));
}

static void
tell_send(struct text *t, const struct event *e, const json_t *body)
{
	text_printf(t, _("numbered %s, to %s"),
		    BOOK_NUMBER(e->book, e->year, e->number),
		    answer_word(body, "to"));
	if (answer_word(body, "ref_no")[0] != '\0')
		text_printf(t, _(", number %s"), answer_word(body, "ref_no"));
}

static void
tell_issue(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("goes out under the reserved number, to %s"),
		    answer_word(body, "to"));
	if (answer_word(body, "ref_no")[0] != '\0')
		text_printf(t, _(", number %s"), answer_word(body, "ref_no"));
}

static void
tell_sent(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("went out: %s"),
		    choice_label(letter_channels, answer_word(body, "how")));
	if (answer_word(body, "receiver")[0] != '\0')
		text_printf(t, _(", received by %s"),
			    answer_word(body, "receiver"));
}

static void
tell_open(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	(void)body;
	text_add(t, _("opened"));
}

static void
tell_view(struct text *t, const struct event *e, const json_t *body)
{
	json_int_t file = json_integer_value(json_object_get(body, "file"));

	(void)e;
	if (file > 0)
		text_printf(t, _("has read file %s"), DIGITS(file));
	else
		text_add(t, _("has read it"));
}

/* To a person or a post. */
static void
tell_grant(struct text *t, const struct event *e, const json_t *body)
{
	const char *name = answer_word(body, "name");

	(void)e;
	text_printf(t, _("given to %s to read: “%s”"),
		    name[0] != '\0' ? name : answer_word(body, "to_name"),
		    answer_word(body, "reason"));
}

static void
tell_ungrant(struct text *t, const struct event *e, const json_t *body)
{
	const char *name = answer_word(body, "name");

	(void)e;
	text_printf(t, _("no longer given to %s: “%s”"),
		    name[0] != '\0' ? name : answer_word(body, "to_name"),
		    answer_word(body, "reason"));
}

static void
tell_endorse(struct text *t, const struct event *e, const json_t *body)
{
	size_t skipped = json_array_size(json_object_get(body, "skipped"));

	(void)e;
	text_printf(t, _("endorsed up to %s: “%s”"),
		    answer_word(body, "to_name"), answer_word(body, "note"));
	if (skipped > 0)
		text_printf(t,
			    P_("; one step skipped: “%s”",
			       "; several steps skipped: “%s”", skipped),
			    answer_word(body, "reason"));
}

static void
tell_return(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("returned to %s: “%s”"), answer_word(body, "to_name"),
		    answer_word(body, "reason"));
}

static void
tell_pass(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("passed over %s, where nobody was, up to %s: “%s”"),
		    answer_word(body, "from_name"),
		    answer_word(body, "to_name"), answer_word(body, "reason"));
}

static void
tell_recall(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	(void)body;
	text_add(t, _("recalled before it was opened"));
}

static void
tell_order(struct text *t, const struct event *e, const json_t *body)
{
	const json_t *names = json_object_get(body, "division_names");
	size_t i;
	json_t *name;

	(void)e;
	text_printf(t, _("ordered: “%s”"), answer_word(body, "note"));
	json_array_foreach(names, i, name)
	    text_printf(t, "%s%s", i == 0 ? _(", given to ") : ", ",
			json_string_value(name));
	if (i == 0)
		text_add(t, _(", and closed"));
}

static void
tell_acknowledge(struct text *t, const struct event *e, const json_t *body)
{
	text_printf(t, _("acknowledged by %s, the division's number %s/%s"),
		    answer_word(body, "division_name"), DIGITS(e->number),
		    DIGITS(e->year));
}

static void
tell_done(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("done by %s"), answer_word(body, "division_name"));
	if (answer_word(body, "reply")[0] != '\0')
		text_printf(t, _(", reply %s"), answer_word(body, "reply"));
	if (answer_word(body, "note")[0] != '\0')
		text_printf(t, " “%s”", answer_word(body, "note"));
}

static void
tell_cancel(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("cancelled: “%s”"), answer_word(body, "reason"));
}

static void
tell_correct(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_add(t, _("corrected "));
	text_add_correction(t, answer_word(body, "field"),
			    answer_word(body, "old"), answer_word(body, "new"));
	text_printf(t, ": “%s”", answer_word(body, "reason"));
}

/* "..., to A, B and C", by one key of a list of objects, or of names. */
static void
tell_names(struct text *t, const json_t *list)
{
	size_t i;
	json_t *one;

	json_array_foreach(list, i, one)
	    text_printf(t, "%s%s", i > 0 ? ", " : " ",
			json_is_string(one) ? json_string_value(one)
					    : answer_word(one, "name"));
}

static void
tell_circulate(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(
	    t, _("circulated %s to"),
	    choice_label(circulation_purposes, answer_word(body, "purpose")));
	tell_names(t, json_object_get(body, "to"));
	if (answer_word(body, "note")[0] != '\0')
		text_printf(t, ": “%s”", answer_word(body, "note"));
}

static void
tell_noted(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	(void)body;
	text_add(t, _("noted"));
}

static void
tell_hand(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("paper handed over to %s"),
		    answer_word(body, "to_name"));
}

static void
tell_take(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("paper taken by %s"), answer_word(body, "to_name"));
}

static void
tell_nudge(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_add(t, _("reminded"));
	tell_names(t, json_object_get(body, "names"));
}

static void
tell_uncirculate(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_add(t, _("no longer waited for"));
	tell_names(t, json_object_get(body, "names"));
	text_printf(t, ": “%s”", answer_word(body, "reason"));
}

/* clang-format off */
/* Its record went with the register that a backup took the place of. */
static void
tell_lost(struct text *t, const struct event *e, const json_t *body)
{
	(void)body;
	text_printf(t, _("number %s was given, as paper shows; its record is "
			 "lost"),
		    BOOK_NUMBER(e->book, e->year, e->number));
}

/* How long it is kept, and why. */
static void
tell_retain(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("kept: %s, “%s”"),
		    choice_label(retention_classes, answer_word(body, "class")),
		    answer_word(body, "reason"));
	if (answer_whole(body, "last_year") != 0)
		text_printf(t, _("; until the end of %s"),
			    DIGITS(answer_whole(body, "last_year")));
}

static void
tell_destroy(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("destroyed by the list %s/%s"),
		    DIGITS(answer_whole(body, "list_number")),
		    DIGITS(answer_whole(body, "list_year")));
}

static void
tell_forward(struct text *t, const struct event *e, const json_t *body)
{
	const json_t *to = json_object_get(body, "targets");
	size_t n = json_array_size(to);

	(void)e;
	text_printf(t,
		    P_("sent on as %s to %s: “%s”",
		       "sent on as %s to %s and others: “%s”", n),
		    answer_word(json_object_get(body, "letter"), "ref_no"),
		    answer_word(json_array_get(to, 0), "name"),
		    answer_word(body, "note"));
}

static void
tell_withdraw(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("taken back from where it waited: “%s”"),
		    answer_word(body, "reason"));
}

static void
tell_answer(struct text *t, const struct event *e, const json_t *body)
{
	const char *state = answer_word(body, "answer");

	(void)e;
	text_printf(t, "%s: %s", answer_word(body, "name"),
		    choice_label(sending_states, state));
	if (answer_word(body, "accept_id")[0] != '\0')
		text_printf(t, _(", their number %s"),
			    answer_word(body, "accept_id"));
	if (answer_word(body, "reason")[0] != '\0')
		text_printf(t, " “%s”", answer_word(body, "reason"));
}

const struct telling letter_tellings[] = {
	{ "letter.receive", tell_receive, N_("received") },
	{ "letter.enter", tell_enter, N_("received") },
	{ "letter.import", tell_import, N_("entered from an old register") },
	{ "number.reserve", tell_reserve, N_("number reserved") },
	{ "number.void", tell_void, N_("void") },
	{ "number.expire", tell_expire, N_("void") },
	{ "number.lost", tell_lost, N_("issued, record lost") },
	{ "letter.send", tell_send, N_("numbered to go out") },
	{ "letter.issue", tell_issue, N_("numbered to go out") },
	{ "letter.sent", tell_sent, N_("went out") },
	{ "letter.open", tell_open, N_("opened") },
	{ "letter.endorse", tell_endorse, N_("endorsed") },
	{ "letter.return", tell_return, N_("returned") },
	{ "letter.pass", tell_pass, N_("passed over") },
	{ "letter.recall", tell_recall, N_("recalled") },
	{ "letter.order", tell_order, N_("ordered") },
	{ "letter.acknowledge", tell_acknowledge, N_("acknowledged") },
	{ "letter.done", tell_done, N_("done") },
	{ "letter.circulate", tell_circulate, N_("circulated") },
	{ "letter.noted", tell_noted, N_("noted") },
	{ "paper.hand", tell_hand, N_("paper handed over") },
	{ "paper.take", tell_take, N_("paper taken") },
	{ "letter.nudge", tell_nudge, N_("reminded") },
	{ "letter.uncirculate", tell_uncirculate, N_("no longer circulated") },
	{ "duty.add", tell_duty_add, N_("a duty noted") },
	{ "duty.change", tell_duty_change, N_("a duty changed") },
	{ "duty.done", tell_duty_done, N_("a duty done") },
	{ "duty.reopen", tell_duty_reopen, N_("a duty open again") },
	{ "duty.waive", tell_duty_waive, N_("a duty waived") },
	{ "duty.roll", tell_duty_roll, N_("days of a duty to come") },
	{ "letter.retain", tell_retain, N_("how long it is kept was said") },
	{ "letter.destroy", tell_destroy, N_("destroyed") },
	{ "letter.forward", tell_forward, N_("sent on") },
	{ "letter.withdraw", tell_withdraw, N_("withdrawn") },
	{ "sending.answer", tell_answer, N_("answered") },
	{ "duty.hand", tell_duty_hand, N_("a duty was handed down") },
	{ "duty.report", tell_duty_report, N_("a report came in") },
	{ "duty.nudge", tell_duty_nudge, N_("reminded of a report") },
	{ "duty.nudged", tell_duty_nudged, N_("reminded of a report") },
	{ "duty.collect", tell_duty_collect, N_("the reports were sent up") },
	{ "letter.cancel", tell_cancel, N_("cancelled") },
	{ "letter.correct", tell_correct, N_("corrected") },
	{ "letter.view", tell_view, N_("has read it") },
	{ "letter.grant", tell_grant, N_("given to somebody to read") },
	{ "letter.ungrant", tell_ungrant, N_("no longer given to somebody") },
	{ NULL, NULL, NULL },
};
/* clang-format on */

bool
look_history(struct session *s, const char *number, struct arena *a,
	     struct happening_list *list, struct error *err)
{
	struct letter_file file;
	struct event *events = NULL;
	size_t n = 0;

	if (!look_letter(s, number, a, &file, err) ||
	    !query_rows(s->store, QUERY_LETTER_EVENTS,
			PARAMS(P_INT("office", s->office),
			       P_INT("letter", file.letter.id)),
			&event_row_whole, a, &events, &n, err))
		return false;
	list->at = arena_array(a, n, sizeof(*list->at));
	list->n = n;
	for (size_t i = 0; i < n; i++)
		event_tell(&events[i], file.letter.is_veiled, a, &list->at[i]);
	return true;
}
