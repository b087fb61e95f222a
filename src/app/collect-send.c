/* collect-send.c -- the whole of a period goes up in one letter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "app/collect-between.h"
#include "app/collect.h"
#include "app/duty-which.h"
#include "app/json.h"
#include "app/look.h"
#include "app/tell.h"

/* The two files of a report: for people, and for a spreadsheet. */
static void
write_files(const struct collect_view *v, struct text *table, struct text *csv)
{
	const struct teller to = {table, 80, digits_are_thai()};
	json_t *j = collected_json(v);

	tell_collected(&to, j);
	json_object_set_new(j, "by_period", json_true());
	text_add(table, "\n");
	tell_collected(&to, j);
	json_decref(j);
	text_add_collected_csv(csv, v);
}

static struct act_file
file_of(struct act *act, const char *name, const struct text *t,
	const char *type)
{
	return (struct act_file){
	    .name = name,
	    .bytes = arena_strndup(act->arena, text_str(t), t->n),
	    .n = t->n,
	    .type = type,
	};
}

static void
add_files(struct act *act, const struct collect_view *v)
{
	struct text table = {0}, csv = {0};
	const char *name = v->row->name;

	act->files = arena_array(act->arena, 2, sizeof(*act->files));
	act->n_files = 2;
	write_files(v, &table, &csv);
	act->files[0] =
	    file_of(act, arena_printf(act->arena, "รายงานรวม-%s.txt", name),
		    &table, "text/plain");
	act->files[1] =
	    file_of(act, arena_printf(act->arena, "รายงานรวม-%s.csv", name),
		    &csv, "text/csv");
	text_done(&table);
	text_done(&csv);
}

static struct collect_wish
wish_of(const struct act *act)
{
	return (struct collect_wish){request_value(act->r, "duty"),
				     request_value(act->r, "period")};
}

bool
collect_send_prepare(struct act *act, struct error *err)
{
	const struct collect_wish wish = wish_of(act);
	const char *number = request_value(act->r, "reply-to");
	struct collect_view v;
	struct letter_file f;
	struct error none = {0};

	if (wish.duty == NULL || number == NULL)
		return true;
	if (!look_letter_quietly(act->s, number, act->arena, &f, err))
		return false;
	if (f.letter.is_veiled ||
	    !collect_view_fill(act->s, &f, &wish, act->arena, &v, &none))
		return true;
	add_files(act, &v);
	return true;
}

/* Reports may have come since the files were written. */
static bool
is_as_written(struct act *act, const struct collect_view *v, struct error *err)
{
	struct text table = {0}, csv = {0};
	bool is;

	write_files(v, &table, &csv);
	is = act->n_files == 2 &&
	     strcmp(act->files[0].bytes, text_str(&table)) == 0 &&
	     strcmp(act->files[1].bytes, text_str(&csv)) == 0;
	text_done(&table);
	text_done(&csv);
	return is || error_set(err, &RULE_REFUSED,
			       _("a report came in meanwhile: do it again"));
}

static bool
may_lack(struct act *act, const char *missing, struct error *err)
{
	return missing[0] == '\0' || act_text(act, "missing-ok") != NULL ||
	       error_set(err, &RULE_REFUSED,
			 _("missing: %s; --missing-ok says why it goes up "
			   "without them"),
			 missing);
}

static void
put_sum(struct act *act, const struct collect_view *v, struct entry *e,
	const char *missing)
{
	const char *reason = act_text(act, "missing-ok");

	json_object_update_new(
	    e->body,
	    json_pack("{s:I, s:i, s:i, s:s, s:I, s:I, s:i}", "duty",
		      (json_int_t)v->duty->id, "nth", v->duty->nth, "period",
		      v->row->period, "period_name", v->row->name, "figure",
		      (json_int_t)v->sum.figure, "total",
		      (json_int_t)v->sum.total, "given", v->sum.given));
	if (v->c.it.unit != NULL)
		json_object_set_new(e->body, "unit", json_string(v->c.it.unit));
	if (missing[0] == '\0')
		return;
	json_object_set_new(e->body, "missing", json_string(missing));
	json_object_set_new(e->body, "reason", json_string(reason));
}

static bool
send_up(struct act *act, const struct collect_view *v, int64_t reply,
	const char *ref, struct error *err)
{
	struct text missing = {0};
	struct entry *e;
	bool ok;

	text_add_missing(&missing, v);
	ok = may_lack(act, text_str(&missing), err) &&
	     is_as_written(act, v, err);
	if (ok) {
		e = act_also(act, "duty.collect");
		e->letter = v->letter.id;
		put_sum(act, v, e, text_str(&missing));
		json_object_set_new(e->body, "reply", json_integer(reply));
		if (ref != NULL)
			json_object_set_new(e->body, "ref", json_string(ref));
	}
	text_done(&missing);
	return ok;
}

/* The sum is what the office itself reports of the period. */
static bool
collect_period(struct act *act, const struct letter_file *f, int64_t reply,
	       const char *ref, json_t *done, struct error *err)
{
	const struct collect_wish wish = wish_of(act);
	struct collect_view v;
	struct error none = {0};

	if (!collect_view_fill(act->s, f, &wish, act->arena, &v, &none))
		return none.kind == &COLLECT_NONE ||
		       error_set(err, none.kind, "%s", none.detail);
	if (v.c.it.unit != NULL)
		json_object_set_new(done, "figure",
				    json_integer(v.c.it.is_running
						     ? v.sum.total
						     : v.sum.figure));
	return send_up(act, &v, reply, ref, err);
}

/* --------------------------------------------------- the day that is done */

static bool
letter_asked(struct act *act, struct letter_file *f, struct error *err)
{
	const char *number = act_text(act, "reply-to");
	struct viewer by = {act->s->office, &act->actor, session_today(act->s)};
	struct standing there = act->standing;
	const struct held_post *as;
	struct book_number n;

	if (number == NULL || request_value_at(act->r, "reply-to", 1) != NULL)
		return error_set(err, &REQUEST_MISSING,
				 _("whose duty it is: one letter "
				   "(--reply-to)"));
	if (!book_parse(number, act->standing.policies.year, &n, err) ||
	    !letter_file_load(act->s->store, &by, &n, act->arena, f, err))
		return false;
	there.file = *f;
	return duty_may_settle(&there, &as, err);
}

static const struct duty_row *
row_asked(struct act *act, const struct letter_file *f, const struct duty *d,
	  struct error *err)
{
	const char *word = act_text(act, "period");
	const struct duty_row *rows, *row = NULL;
	size_t n = duty_rows_of(f, d, &rows);

	if (word == NULL) {
		if (duty_open_rows(f, d, &row) == 0)
			error_set(err, &RULE_REFUSED,
				  _("all its days are done or waived"));
		return row;
	}
	row = duty_row_find(rows, n, word, err);
	if (row == NULL || strcmp(row->state, DUTY_OPEN) == 0)
		return row;
	error_set(err, &RULE_REFUSED, _("period %s is %s"), row->name,
		  choice_label(duty_states, row->state));
	return NULL;
}

static const struct duty *
duty_asked_by_number(struct act *act, const struct letter_file *f,
		     struct error *err)
{
	const char *word = act_text(act, "duty");
	const struct duty *d;
	int nth = 0;

	d = number_whole(word, &nth) ? duty_nth(f, nth) : NULL;
	if (d == NULL)
		error_set(err, &RULE_REFUSED, _("it has no duty %s"), word);
	return d;
}

/* The letter gets its number in act->entry, the next event of the chain. */
bool
collect_send_decide(struct act *act, const char *ref, struct error *err)
{
	const struct duty *d;
	const struct duty_row *row;
	struct letter_file f;
	struct chain_head head;
	struct entry *done;

	if (act_text(act, "duty") == NULL)
		return true;
	if (!letter_asked(act, &f, err) ||
	    (d = duty_asked_by_number(act, &f, err)) == NULL ||
	    (row = row_asked(act, &f, d, err)) == NULL ||
	    !ledger_head(act->s->store, act->s->office, &head, err))
		return false;
	done = act_also(act, "duty.done");
	done->letter = f.letter.id;
	json_object_update_new(
	    done->body,
	    json_pack("{s:I, s:i, s:[i], s:[s], s:I}", "duty",
		      (json_int_t)d->id, "nth", d->nth, "periods", row->period,
		      "names", row->name, "reply", (json_int_t)head.seq + 1));
	if (ref != NULL)
		json_object_set_new(done->body, "ref", json_string(ref));
	return collect_period(act, &f, head.seq + 1, ref, done->body, err) &&
	       collect_answer(act, &f, done->body, err);
}
