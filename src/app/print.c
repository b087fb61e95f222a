/* print.c -- a form is printed: to a PDF, a text, a program that prints */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/print.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/lines.h"
#include "base/run.h"
#include "base/thai.h"

#include "app/json.h"
#include "app/reach.h"

/* Where it goes. */
struct target {
	const char *path; /* NULL: into the answer */
	bool is_pdf;
	bool is_ours; /* named by the program, in the folder of the settings */
};

/* ---------------------------------------------------------- for the forms */

const char *
print_number(struct printing *p, long n)
{
	struct text t = {0};
	const char *kept;

	text_add_number(&t, n, p->thai);
	kept = arena_strdup(&p->arena, text_str(&t));
	text_done(&t);
	return kept;
}

const char *
print_date(struct printing *p, struct date d, enum date_style style)
{
	struct text t = {0};
	const char *kept;

	if (d.year != 0)
		text_add_date(&t, d, style, p->thai);
	kept = arena_strdup(&p->arena, text_str(&t));
	text_done(&t);
	return kept;
}

const char *
print_moment(struct printing *p, moment m)
{
	struct text t = {0};
	const char *kept;

	if (m != 0) {
		text_add_date(&t, moment_date(m), DATE_SHORT, p->thai);
		text_add(&t, " ");
		text_add_time(&t, m, p->thai);
	}
	kept = arena_strdup(&p->arena, text_str(&t));
	text_done(&t);
	return kept;
}

/* ------------------------------------------------------------ what is asked */

static const struct print_form *
form_of(const struct action *a)
{
	const char *name = strchr(a->name, ' ') + 1;

	for (const struct print_form *f = print_forms; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	bug("nothing prints %s", name);
}

static bool
target_asked(const struct request *r, struct target *t, struct error *err)
{
	const char *pdf = request_value(r, "pdf");
	const char *text = request_value(r, "text");

	*t = (struct target){
	    .is_pdf = pdf != NULL,
	    .is_ours = request_value(r, "file") != NULL,
	};
	if ((pdf != NULL) + (text != NULL) + t->is_ours > 1)
		return error_set(err, &REQUEST_WRONG, "%s",
				 _("--pdf, --text and --file: only one"));
	t->path = pdf;
	if (text != NULL && strcmp(text, "-") != 0)
		t->path = text;
	return true;
}

static bool
digits_asked(const struct printing *p)
{
	const char *asked = request_value(p->r, "digits");

	if (asked != NULL)
		asked =
		    choice_find(action_option(p->r->action, "digits")->choices,
				asked)
			->value;
	else
		asked = settings_text(p->s->settings, SET_PRINT_DIGITS);
	return strcmp(asked, "thai") == 0;
}

/* For paper that nobody asked to be PDF, text does as well. */
static struct maker *
make_maker(const struct printing *p, const struct print_form *f,
	   struct target *t, struct error *missing, struct error *err)
{
	const struct settings *set = p->s->settings;
	const char *font = settings_text(set, SET_PRINT_FONT);
	struct maker *m = NULL;

	if (t->is_pdf || p->after != NULL)
		return maker_pdf_new(font, f->is_landscape, err);
	if (t->is_ours)
		m = maker_pdf_new(font, f->is_landscape, missing);
	t->is_pdf = m != NULL;
	return m != NULL
		   ? m
		   : maker_text_new(settings_number(set, SET_PRINT_COLUMNS),
				    settings_number(set, SET_PRINT_LINES));
}

/* ------------------------------------------------------------ where it goes */

static bool
add_to_text(void *ctx, const char *bytes, size_t n, struct error *err)
{
	(void)err;
	text_add_n(ctx, bytes, n);
	return true;
}

static bool
add_to_file(void *ctx, const char *bytes, size_t n, struct error *err)
{
	return new_file_add(ctx, bytes, n, err);
}

/* Held in memory, where something is done with it: it is short. */
static bool
make_through(struct printing *p, struct new_file *out, int *pages,
	     struct error *err)
{
	struct text made = {0};
	const struct paper_sink to = {add_to_text, &made};
	bool ok = doc_make(p->doc, &to, pages, err) &&
		  p->after(p, &made, err) &&
		  new_file_add(out, text_str(&made), made.n, err);

	text_done(&made);
	return ok;
}

static bool
make_file(struct printing *p, const char *path, int *pages, struct error *err)
{
	struct new_file out;
	const struct paper_sink to = {add_to_file, &out};

	if (!new_file_begin(&out, path, err))
		return false;
	if (p->after != NULL ? make_through(p, &out, pages, err)
			     : doc_make(p->doc, &to, pages, err))
		return new_file_keep(&out, err);
	new_file_drop(&out);
	return false;
}

/* A name that nothing has: slip-144-2569.pdf, slip-144-2569-2.pdf ... */
static const char *
free_path(struct printing *p, bool is_pdf)
{
	const char *folder = settings_text(p->s->settings, SET_PRINT_FOLDER);
	const char *ending = is_pdf ? "pdf" : "txt";
	const char *path =
	    arena_printf(&p->arena, "%s/%s.%s", folder, p->stem, ending);

	for (int n = 2; access(path, F_OK) == 0; n++)
		path = arena_printf(&p->arena, "%s/%s-%d.%s", folder, p->stem,
				    n, ending);
	return path;
}

/* Nothing is sent to a printer that no setting names. */
static bool
run_printer(struct printing *p, const char *path, bool *sent, struct error *err)
{
	const struct settings *set = p->s->settings;
	const char *const value[] = {path};
	struct text said = {0};
	struct run r;

	*sent = settings_has_command(set, SET_PRINT_COMMAND);
	if (!*sent)
		return true;
	r = (struct run){
	    .words = settings_command(set, SET_PRINT_COMMAND, value, &p->arena),
	    .environment = p->s->wish.environment,
	    .seconds = settings_number(set, SET_EXTRACT_SECONDS),
	    .bytes = 64 * 1024,
	};
	*sent = run_program(&r, &said, err);
	text_done(&said);
	return *sent;
}

static bool
answer_text(struct printing *p, json_t *answer, struct error *err)
{
	struct text t = {0};
	const struct paper_sink to = {add_to_text, &t};
	int pages;
	bool ok = doc_make(p->doc, &to, &pages, err);

	if (ok) {
		json_object_set_new(answer, "pages", json_integer(pages));
		json_object_set_new(answer, "text", json_string(text_str(&t)));
	}
	text_done(&t);
	return ok;
}

static bool
answer_file(struct printing *p, const struct target *t,
	    const struct error *missing, json_t *answer, struct error *err)
{
	const char *path = t->is_ours ? free_path(p, t->is_pdf) : t->path;
	bool sent = false;
	int pages;

	if (!reach_file(&p->s->wish, path, err) ||
	    !make_file(p, path, &pages, err) ||
	    (t->is_ours && !run_printer(p, path, &sent, err)))
		return false;
	json_object_set_new(answer, "pages", json_integer(pages));
	json_object_set_new(answer, "output", json_string(path));
	json_object_set_new(answer, "sent", json_boolean(sent));
	if (missing->kind != NULL) {
		char *why = error_sentence(missing);

		json_object_set_new(answer, "missing", json_string(why));
		free(why);
	}
	return true;
}

/* ------------------------------------------------------------ all of it */

static void
begin_look(struct printing *p, const struct print_form *f)
{
	p->form = f;
	p->stem = f->name;
	p->look = (struct paper_look){
	    .title = f->title != NULL ? _(f->title) : NULL,
	    .corner = f->corner != NULL ? _(f->corner) : NULL,
	    .left = p->s->office_name,
	    .mark = p->s->is_practice
			? _("*** PRACTICE: this is no real register ***")
			: NULL,
	    .foot = p->s->is_practice ? _("PRACTICE") : NULL,
	    .at = session_now(p->s),
	    .thai = p->thai,
	};
}

static bool
print_form(struct printing *p, const struct print_form *f, struct target *t,
	   json_t *answer, struct error *err)
{
	struct error missing = {0};
	struct maker *m;
	bool ok;

	p->thai = digits_asked(p);
	begin_look(p, f);
	if (!f->open(p, err))
		return false;
	if (f->is_bare)
		p->look = (struct paper_look){.at = p->look.at};
	if (p->after != NULL && !t->is_pdf && !t->is_ours)
		return error_set(err, &REQUEST_WRONG, "%s",
				 _("--over makes a PDF: say --pdf or --file"));
	t->is_pdf |= p->after != NULL;
	m = make_maker(p, f, t, &missing, err);
	if (m == NULL)
		return false;
	p->doc = doc_new(m, &p->look, p->s->wish.temporary);
	ok = f->write(p, err) && (t->path != NULL || t->is_ours
				      ? answer_file(p, t, &missing, answer, err)
				      : answer_text(p, answer, err));
	doc_free(p->doc);
	maker_free(m);
	return ok;
}

bool
print_look(struct session *s, const struct request *r, json_t **answer,
	   struct error *err)
{
	const struct print_form *f = form_of(r->action);
	struct printing p = {.s = s, .r = r};
	json_t *j = json_pack("{s:s}", "form", f->name);
	struct target t;
	bool ok = target_asked(r, &t, err) && print_form(&p, f, &t, j, err);

	json_decref(p.json);
	arena_done(&p.arena);
	if (ok)
		*answer = j;
	else
		json_decref(j);
	return ok;
}

char *
print_sentence(const json_t *answer)
{
	int64_t n = answer_whole(answer, "pages");
	const char *missing = answer_word(answer, "missing");
	struct text t = {0};

	text_printf(&t, P_("%s page: %s", "%s pages: %s", n), DIGITS(n),
		    answer_word(answer, "output"));
	if (json_is_true(json_object_get(answer, "sent")))
		text_printf(&t, "; %s", _("sent to the printer"));
	if (missing[0] != '\0')
		text_printf(&t, " (%s)", missing);
	return text_take(&t);
}
