/* fill.c -- a receipt begins with what was read in a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/fill.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/refno.h"

#include "app/read.h"

/* What is kept of a letter's text: some thirty pages. */
enum { TEXT_KEPT_BYTES = 64 << 10 };

/* The request as it grows: what was asked, and what was read. */
struct filling {
	struct act *act;
	const struct reading *read;
	const struct read_letter *letter;
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

/* What is doubtful is left to the clerk. */
static void
fill_field(struct filling *f, const char *option, const struct read_value *v)
{
	struct text t = {0};

	if (v->s == NULL || is_asked(f, option))
		return;
	if (v->sure == FIELD_READ) {
		add(f, option, v->s);
		return;
	}
	text_printf(&t, _("left out, being doubtful: %s"), v->s);
	remark(f, &t);
}

static const char *
iso_date(struct filling *f, struct date d)
{
	struct text t = {0};
	const char *s;

	text_add_iso_date(&t, d);
	s = arena_strdup(f->act->arena, text_str(&t));
	text_done(&t);
	return s;
}

/* "หนังสือจังหวัดเพชรบุรี ด่วนที่สุด ที่ พบ 0017.2/ว 16407 ลงวันที่ ..." */
static const char *
reference_words(struct filling *f, const struct read_reference *r)
{
	struct text t = {0};
	const char *s;

	text_printf(&t, "หนังสือ%s %s ที่ %s", r->from ? r->from : "",
		    r->urgency ? r->urgency : "", r->ref_no);
	if (r->dated.year != 0) {
		text_add(&t, " ลงวันที่ ");
		text_add_date(&t, r->dated, DATE_LONG, false);
	}
	text_fold_space(t.s);
	s = arena_strdup(f->act->arena, t.s);
	text_done(&t);
	return s;
}

static const char *
enclosure_words(struct filling *f, const struct read_enclosure *e)
{
	if (e->count == 0)
		return e->title;
	return arena_printf(f->act->arena, "%s จำนวน %d %s", e->title, e->count,
			    e->unit ? e->unit : "");
}

static const char *
stamp_words(struct filling *f, const struct read_stamp *s)
{
	return arena_printf(
	    f->act->arena, "%s; %s; %s; %s", s->office ? s->office : "",
	    s->number ? s->number : "", s->date_words ? s->date_words : "",
	    s->time ? s->time : "");
}

/* A list that was asked for stands in place of the one that was read. */
static void
fill_lists(struct filling *f)
{
	const struct read_letter *l = f->letter;

	for (size_t i = 0; !is_asked(f, "reference") && i < l->n_references;
	     i++)
		add(f, "reference", reference_words(f, &l->references[i]));
	for (size_t i = 0; !is_asked(f, "enclosure") && i < l->n_enclosures;
	     i++)
		add(f, "enclosure", enclosure_words(f, &l->enclosures[i]));
	for (size_t i = 0; !is_asked(f, "stamp") && i < f->read->n_stamps; i++)
		add(f, "stamp", stamp_words(f, &f->read->stamps[i]));
}

static void
fill_fields(struct filling *f)
{
	static const struct {
		const char *option;
		enum read_field field;
	} fields[] = {
	    {"subject", READ_SUBJECT},
	    {"to",      READ_TO     },
	    {"urgency", READ_URGENCY},
	    {"secrecy", READ_SECRECY},
	};
	const struct read_letter *l = f->letter;

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
		fill_field(f, fields[i].option, &l->field[fields[i].field]);
	if (!is_asked(f, "kind"))
		add(f, "kind", read_kind_names[l->kind]);
}

/* Number, sender and date belong together: of the letter, or of the office
   that passed it on. */
static void
fill_number(struct filling *f, const struct read_candidate *c)
{
	const struct read_letter *l = f->letter;
	struct read_value from = l->field[READ_FROM];
	struct read_value ref = l->field[READ_REF_NO];
	struct date dated = l->dated;

	if (c != NULL && c->is_endorsement) {
		ref = (struct read_value){c->ref_no, FIELD_READ};
		from = (struct read_value){c->from, FIELD_READ};
		dated = c->dated;
	}
	fill_field(f, "ref", &ref);
	fill_field(f, "from", &from);
	if (dated.year != 0 && !is_asked(f, "dated"))
		add(f, "dated", iso_date(f, dated));
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
keep_text(struct filling *f)
{
	const char *s = f->read->text;
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

static size_t
most_arguments(const struct filling *f)
{
	enum { FIELDS = 16 };
	const struct reading *r = f->read;
	size_t n = f->act->r->n + FIELDS + r->n_stamps;

	for (size_t i = 0; i < r->n_letters; i++)
		n += r->letters[i].n_references + r->letters[i].n_enclosures;
	return n;
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
	f->at = arena_array(f->act->arena, most_arguments(f), sizeof(*f->at));
	for (size_t i = 0; i < asked->n; i++)
		if (!text_is_blank(asked->at[i].value))
			add(f, asked->at[i].name, asked->at[i].value);
	if (f->read->n_letters > 0) {
		f->letter = &f->read->letters[chosen ? chosen->letter : 0];
		fill_number(f, chosen);
		fill_fields(f);
		fill_lists(f);
	}
	tell_warnings(f);
	keep_text(f);
	*r = *asked;
	r->at = f->at;
	r->n = f->n;
	f->act->r = r;
	if (request_faults(r, session_now(f->act->s), &fault, 1) == 0)
		return true;
	*err = fault.error;
	return false;
}

bool
act_fill(struct act *act, struct error *err)
{
	struct file_reading file;
	struct filling f = {.act = act, .read = &file.reading};
	const char *path = request_operand(act->r, 0);

	if (text_is_blank(path))
		return true;
	if (!read_file(act->s, path, act->arena, &file, err))
		return false;
	act->files = arena_alloc(act->arena, sizeof(*act->files));
	act->files[act->n_files++] =
	    (struct act_file){file.name, file.bytes, file.n};
	act->remarks = f.remarks = json_array();
	return fill(&f, err);
}
