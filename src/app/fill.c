/* fill.c -- a receipt begins with what was read in a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/fill.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/refno.h"

#include "app/offer.h"
#include "app/read.h"

/* The request as it grows: what was asked, and what was read. */
struct filling {
	struct act *act;
	const struct file_reading *file;
	const struct reading *read; /* that of the file */
	struct argument *at;
	size_t n;
	json_t *remarks;
};

static bool
is_asked(const struct filling *f, const char *option)
{
	const struct request *r = f->act->r;

	for (size_t i = 0; request_value_at(r, option, i) != NULL; i++)
		if (!text_is_blank(request_value_at(r, option, i)))
			return true;
	return false;
}

static void
add(struct filling *f, const char *option, const char *value)
{
	f->at[f->n++] = (struct argument){option, value};
}

static void
remark(struct filling *f, struct text *t)
{
	json_array_append_new(f->remarks, json_string(text_str(t)));
	text_done(t);
}

/* What is doubtful is left to the clerk; what was asked for stands in place
   of what was read. */
static void
fill_offer(struct filling *f, const struct offer *o)
{
	struct text t = {0};

	if (o->sure == FIELD_MISSING || is_asked(f, o->option))
		return;
	/* A duty in doubt is not forgotten: its line says so itself. */
	if (o->sure == FIELD_READ || strcmp(o->option, "duty") == 0) {
		add(f, o->option, o->value);
		return;
	}
	text_printf(&t, _("left out, being doubtful: %s"), o->value);
	remark(f, &t);
}

static void
fill_offers(struct filling *f, const struct read_candidate *chosen)
{
	struct offers offers;

	offers_make(&offers, f->file, chosen, f->act->arena);
	f->at =
	    arena_array(f->act->arena, f->act->r->n + offers.n, sizeof(*f->at));
	for (size_t i = 0; i < f->act->r->n; i++)
		if (!text_is_blank(f->act->r->at[i].value))
			add(f, f->act->r->at[i].name, f->act->r->at[i].value);
	for (size_t i = 0; i < offers.n; i++)
		fill_offer(f, &offers.at[i]);
}

static bool
is_number(const struct read_candidate *c, const char *ref)
{
	char *a = refno_key(c->ref_no), *b = refno_key(ref);
	bool same = strcmp(a, b) == 0;

	free(a);
	free(b);
	return same;
}

/* Which of its numbers is ours: the only one, or the one --ref names. */
static bool
choose(const struct filling *f, const struct read_candidate **chosen,
       struct error *err)
{
	const char *ref = request_value(f->act->r, "ref");
	const struct reading *r = f->read;
	struct text all = {0};

	*chosen = r->n_candidates > 0 ? &r->candidates[0] : NULL;
	for (size_t i = 0; !text_is_blank(ref) && i < r->n_candidates; i++)
		if (is_number(&r->candidates[i], ref))
			*chosen = &r->candidates[i];
	if (!text_is_blank(ref) || r->n_candidates < 2)
		return true;
	for (size_t i = 0; i < r->n_candidates; i++)
		text_printf(&all, "%s%s", i > 0 ? ", " : "",
			    r->candidates[i].ref_no);
	error_set(err, &RULE_REFUSED,
		  _("the sheet has several numbers; say which is ours with "
		    "--ref: %s"),
		  all.s);
	text_done(&all);
	return false;
}

static void
tell_warnings(struct filling *f)
{
	for (size_t i = 0; i < f->read->n_warnings; i++) {
		struct text t = {0};

		text_add_warning(&t, &f->read->warnings[i]);
		remark(f, &t);
	}
}

/* Kept with the letter, so that it is found by any of its words. */
static void
keep_text(struct filling *f, const char *s)
{
	size_t n = strlen(s);
	struct text t = {0};
	uint32_t code;

	if (text_is_blank(s))
		return;
	if (n > TEXT_KEPT_BYTES) {
		for (size_t at = n = 0; at <= TEXT_KEPT_BYTES;
		     at += utf8_next(s + at, 4, &code))
			n = at;
		act_put_int(f->act, "text_cut", 1);
		text_printf(&t,
			    _("the text is long; its first %s bytes are kept "
			      "to search in"),
			    DIGITS(n));
		remark(f, &t);
	}
	act_put(f->act, "text", arena_strndup(f->act->arena, s, n));
}

static bool
fill(struct filling *f, struct error *err)
{
	const struct request *asked = f->act->r;
	const struct read_candidate *chosen;
	struct request *r = arena_alloc(f->act->arena, sizeof(*r));
	struct fault fault;

	if (!choose(f, &chosen, err))
		return false;
	fill_offers(f, chosen);
	tell_warnings(f);
	keep_text(f, f->read->text);
	*r = *asked;
	r->at = f->at;
	r->n = f->n;
	f->act->r = r;
	if (request_faults(r, session_now(f->act->s), &fault, 1) == 0)
		return true;
	*err = fault.error;
	return false;
}

/* The file itself, and what came in it. */
static void
keep_files(struct act *act, const struct file_reading *file)
{
	size_t n = file->mail != NULL ? file->mail->n_parts : 0;

	act->files = arena_array(act->arena, n + 1, sizeof(*act->files));
	act->files[act->n_files++] =
	    (struct act_file){file->name, file->bytes, file->n,
			      file->mail != NULL ? "message/rfc822" : NULL};
	for (size_t i = 0; i < n; i++) {
		const struct mail_part *part = &file->mail->parts[i];

		act->files[act->n_files++] =
		    (struct act_file){part->name, part->bytes, part->n, NULL};
	}
}

json_t *
mail_body(const struct letter_mail *m)
{
	json_t *j = json_pack("{s:s*, s:s*, s:s*, s:s*}", "sender", m->sender,
			      "address", m->address, "subject", m->subject,
			      "message_id", m->message_id);

	if (m->sent_at != 0)
		json_object_set_new(j, "sent_at", json_integer(m->sent_at));
	return j;
}

static void
keep_mail(struct act *act, const struct mail *mail)
{
	const struct letter_mail *m;

	if (mail == NULL)
		return;
	m = &mail->head;
	act_put_json(act, "mail", mail_body(m));
	act->message_id = m->message_id;
}

/* What the options say was read before, by a person too: nothing is added. */
static bool
keep_only(struct filling *f, const char *path, const char *text,
	  struct error *err)
{
	struct file_reading file;
	struct act *act = f->act;

	if (!text_is_blank(path)) {
		if (!read_file_only(path, act->arena, &file, err))
			return false;
		keep_files(act, &file);
		keep_mail(act, file.mail);
	}
	keep_text(f, text);
	return true;
}

static bool
keep_and_fill(struct filling *f, const char *path, struct error *err)
{
	struct act *act = f->act;
	struct file_reading *file = arena_alloc(act->arena, sizeof(*file));

	if (!read_file(act->s, path, act->arena, file, err))
		return false;
	f->file = file;
	f->read = &file->reading;
	keep_files(act, file);
	keep_mail(act, file->mail);
	return fill(f, err);
}

bool
act_fill(struct act *act, struct error *err)
{
	struct filling f = {.act = act};
	const char *path = request_operand(act->r, 0);
	const char *text = request_value(act->r, "text");

	if (text_is_blank(path) && !text)
		return true;
	act->remarks = f.remarks = json_array();
	return text ? keep_only(&f, path, text, err)
		    : keep_and_fill(&f, path, err);
}
