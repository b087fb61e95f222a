/* duty-settle.c -- a day of a duty is done, waived, or open again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/collect-between.h"
#include "app/duty-which.h"
#include "app/entry.h"

bool
duty_done_prepare(struct act *act, struct error *err)
{
	json_t *list = json_array();

	act_put_json(act, "attachments", list);
	return entry_keep_files(act, list, err);
}

/* Without a prefix it is a number of what went out. */
static bool
parse_reply(struct act *act, const char *word, struct book_number *n,
	    struct error *err)
{
	if (!book_parse(word, act->standing.policies.year, n, err))
		return false;
	if (n->book == book_general && strchr(word, ':') == NULL)
		n->book =
		    book_for(BOOK_OUT, NULL, false, &act->standing.policies);
	return n->book->way == BOOK_OUT ||
	       error_set(err, &RULE_REFUSED,
			 _("%s is no number of a letter that went out; --ref "
			   "takes other words"),
			 word);
}

bool
duty_put_reply(struct act *act, json_t *body, const struct letter *l,
	       struct error *err)
{
	if (!state_has_letter(l->state) ||
	    strcmp(l->state, STATE_CANCELLED) == 0)
		return error_set(err, &RULE_REFUSED,
				 _("%s is %s: it shows nothing"),
				 BOOK_NUMBER(l->book, l->year, l->number),
				 choice_label(letter_states, l->state));
	json_object_set_new(body, "reply", json_integer(l->id));
	if (l->secrecy == NULL && l->ref_no != NULL)
		json_object_set_new(body, "ref", json_string(l->ref_no));
	(void)act;
	return true;
}

/* By its number in the outgoing register, or by other words. */
static bool
put_evidence(struct act *act, struct error *err)
{
	const char *word = act_text(act, "reply");
	struct viewer by = {act->s->office, &act->actor, session_today(act->s)};
	struct letter_file f;
	struct book_number n;

	if (word != NULL &&
	    (!parse_reply(act, word, &n, err) ||
	     !letter_file_load(act->s->store, &by, &n, act->arena, &f, err) ||
	     !duty_put_reply(act, act->entry.body, &f.letter, err)))
		return false;
	act_put(act, "ref", act_text(act, "ref"));
	act_put(act, "note", act_text(act, "note"));
	return true;
}

/* A whole number, also none: in that month nothing was done. */
static bool
put_figure(struct act *act, struct error *err)
{
	const char *word = act_text(act, "figure");
	char *arabic, *end;
	long long n;
	bool ok;

	if (word == NULL)
		return true;
	arabic = thai_digits_to_arabic(word);
	errno = 0;
	n = strtoll(arabic, &end, 10);
	ok = arabic[0] != '\0' && *end == '\0' && errno == 0;
	free(arabic);
	if (!ok)
		return error_set(err, &REQUEST_WRONG,
				 _("a figure is a whole number, not %.60s"),
				 word);
	act_put_int(act, "figure", n);
	return true;
}

bool
duty_done_decide(struct act *act, struct error *err)
{
	const struct duty *d = duty_asked_for(act, err);
	const char *again = act_text(act, "reason"); /* a report corrected */

	if (d == NULL || !duty_put_periods(act, d, again == NULL, err))
		return false;
	duty_put(act, d);
	act_put(act, "reason", again);
	return put_evidence(act, err) && put_figure(act, err) &&
	       collect_answer(act, &act->standing.file, act->entry.body, err);
}

/* ------------------------------------------------------------------ waived */

static bool
put_all_open(struct act *act, const struct duty *d, struct error *err)
{
	const struct duty_row *rows;
	size_t n = duty_rows_of(&act->standing.file, d, &rows);
	json_t *periods = json_array();

	act_put_json(act, "periods", periods);
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].state, DUTY_OPEN) == 0)
			json_array_append_new(periods,
					      json_integer(rows[i].period));
	act_put_int(act, "ends", 1);
	return strcmp(d->state, DUTY_OPEN) == 0 ||
	       error_set(err, &RULE_REFUSED,
			 _("all its days are done or waived"));
}

/* The clerk strikes what was only read; what was confirmed, a post above. */
static bool
may_waive(const struct act *act, const struct duty *d, struct error *err)
{
	const struct post *clerk = post_first(&act->standing.posts);

	return d->is_proposed || clerk == NULL || act->entry.as == NULL ||
	       strcmp(act->entry.as->post, clerk->code) != 0 ||
	       error_set(err, &ROUTE_NOT_YOURS,
			 _("only a post of the chain above the clerk waives "
			   "a duty"));
}

bool
duty_waive_decide(struct act *act, struct error *err)
{
	const struct duty *d = duty_asked_for(act, err);

	if (d == NULL || !may_waive(act, d, err))
		return false;
	duty_put(act, d);
	act_put(act, "reason", act_text(act, "reason"));
	return request_value(act->r, "all") != NULL
		   ? put_all_open(act, d, err)
		   : duty_put_periods(act, d, true, err);
}

/* --------------------------------------------------------------- open again */

/* Waived with all that was to come, it goes on: from its last day. */
static void
put_going_on(struct act *act, const struct duty *d)
{
	const struct duty_row *rows;
	size_t n = duty_rows_of(&act->standing.file, d, &rows);

	if (d->ahead.year == 0 && n > 0 && duty_is_endless(d) &&
	    strcmp(d->state, DUTY_OPEN) != 0)
		act_put(act, "ahead", date_iso(act->arena, rows[n - 1].due));
}

bool
duty_reopen_decide(struct act *act, struct error *err)
{
	const struct duty *d = duty_asked_for(act, err);

	if (d == NULL || !duty_put_periods(act, d, false, err))
		return false;
	duty_put(act, d);
	put_going_on(act, d);
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}
