/* print-stamp.c -- the receipt stamp, on a label or over the letter's file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/run.h"
#include "base/scratch.h"

#include "store/attach.h"

#include "model/number.h"

#include "app/look.h"
#include "app/print.h"

enum { PDF_MAX = 256 * 1024 * 1024, STAMP_COLUMNS = 24 };

/* Which of its files the stamp goes over: a PDF, and none that lies sealed,
   which would be on the disk in clear meanwhile. */
static bool
find_file(struct printing *p, const struct letter_file *f,
	  const struct attachment **file, struct error *err)
{
	int n = 0;

	if (!number_whole(request_value(p->r, "over"), &n) ||
	    (size_t)n > f->n_attachments)
		return error_set(err, &REQUEST_WRONG,
				 _("the letter has %s files; say which, from "
				   "1"),
				 DIGITS(f->n_attachments));
	*file = &f->attachments[n - 1];
	if ((*file)->is_sealed)
		return error_set(err, &REQUEST_WRONG, "%s",
				 _("the file of a secret letter is stamped by "
				   "hand"));
	if (strcmp((*file)->type, "application/pdf") != 0)
		return error_set(err, &REQUEST_WRONG,
				 _("%.60s is no PDF: print the stamp alone"),
				 (*file)->name);
	return true;
}

static const char *
file_path(struct printing *p, const struct attachment *file)
{
	char *path = attach_path(p->s->store, file->digest);
	const char *kept = arena_strdup(&p->arena, path);

	free(path);
	return kept;
}

static bool
run_overlay(struct printing *p, const char *letter, const char *stamp,
	    const char *out, struct error *err)
{
	const struct settings *set = p->s->settings;
	const char *const value[] = {letter, stamp, out};
	struct text said = {0};
	const struct run r = {
	    .words = settings_command(set, SET_OVERLAY_PDF, value, &p->arena),
	    .environment = p->s->wish.environment,
	    .seconds = settings_number(set, SET_EXTRACT_SECONDS),
	    .bytes = 64 * 1024,
	};
	bool ok = run_program(&r, &said, err);

	text_done(&said);
	if (!ok && err->kind == &RUN_MISSING)
		error_set(err, &RUN_MISSING, "%s",
			  _("qpdf, which puts the stamp over page 1 "
			    "(overlay-pdf); install it, or print the stamp "
			    "alone"));
	return ok;
}

static bool
put_over(struct printing *p, struct text *pdf, const struct scratch *in,
	 struct error *err)
{
	const struct letter_file *f = p->data;
	const struct attachment *file;
	char *out = xasprintf("%s/stamped.pdf", in->path);
	char *stamp = NULL;
	bool ok = find_file(p, f, &file, err);

	if (ok)
		stamp =
		    scratch_write(in, "stamp.pdf", text_str(pdf), pdf->n, err);
	ok = stamp != NULL &&
	     run_overlay(p, file_path(p, file), stamp, out, err);
	if (ok) {
		text_clear(pdf);
		ok = file_read(out, PDF_MAX, pdf, err);
	}
	free(stamp);
	free(out);
	return ok;
}

static bool
stamp_over(struct printing *p, struct text *pdf, struct error *err)
{
	struct scratch in = {0};
	bool ok = scratch_begin(&in, p->s->wish.temporary, err) &&
		  put_over(p, pdf, &in, err);

	scratch_end(&in);
	return ok;
}

bool
print_stamp_open(struct printing *p, struct error *err)
{
	const struct letter_file *f;
	const struct attachment *file;

	if (!print_receipt_open(p, err))
		return false;
	f = p->data;
	if (request_value(p->r, "over") == NULL)
		return true;
	p->after = stamp_over;
	return find_file(p, f, &file, err);
}

static const char *
place_asked(const struct printing *p)
{
	const char *word = request_value(p->r, "place");

	return word != NULL
		   ? choice_find(action_option(p->r->action, "place")->choices,
				 word)
			 ->value
		   : "top-right";
}

/* ระเบียบงานสารบรรณ 2526, form 12: office, number, day and time, at the right
   upper corner unless that is taken. */
bool
print_stamp_write(struct printing *p, struct error *err)
{
	const struct letter_file *f = p->data;
	const struct letter *l = &f->letter;
	const char *place = place_asked(p);
	struct text number = {0}, day = {0}, at = {0};
	const char *lines[5] = {p->s->office_name};

	(void)err;
	text_printf(&number, "%s  ", _("Receipt no."));
	text_add_book_place(&number, l->book, l->number, p->thai);
	text_printf(&day, "%s  ", _("Date"));
	text_add_date(&day, moment_date(l->received_at), DATE_LONG, p->thai);
	text_printf(&at, "%s  ", _("Time"));
	text_add_time(&at, l->received_at, p->thai);
	lines[1] = number.s;
	lines[2] = day.s;
	lines[3] = at.s;
	doc_box(p->doc,
		&(struct paper_box){
		    .place = strstr(place, "left") ? PAPER_LEFT : PAPER_RIGHT,
		    .is_low = strstr(place, "bottom") != NULL,
		    .columns = STAMP_COLUMNS,
		    .first = PAPER_STRONG,
		    .others = PAPER_PLAIN,
		    .is_left = true,
		    .lines = lines,
		});
	text_done(&number);
	text_done(&day);
	text_done(&at);
	return true;
}
