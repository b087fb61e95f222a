/* read-file.c -- what is read in a file: a sheet, a scan, a message */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/extract.h"
#include "app/reach.h"
#include "app/read.h"

/* Longer files are no letters; intake reads the beginning only. */
enum { FILE_MAX_BYTES = 64 << 20 };

/* Recognition takes one Thai digit for another and knows nothing of it: every
   number and date on a picture is for the clerk to compare. */
static void
doubt_numbers(struct read_letter *l)
{
	for (size_t i = 0; i < READ_FIELDS; i++)
		if (l->field[i].s != NULL && thai_has_digit(l->field[i].s))
			l->field[i].sure = FIELD_DOUBTFUL;
	if (l->dated_sure == FIELD_READ)
		l->dated_sure = FIELD_DOUBTFUL;
	for (size_t i = 0; i < l->n_duties; i++)
		l->duties[i].sure = FIELD_DOUBTFUL;
}

static void
doubt_recognised(struct reading *r, struct arena *a)
{
	for (size_t i = 0; i < r->n_letters; i++)
		doubt_numbers(&r->letters[i]);
	r->is_recognised = true;
	reading_warn(r, a, WARN_RECOGNISED, NULL);
}

static bool
read_sheet(const struct session *s, const char *bytes, size_t n,
	   struct arena *a, struct reading *r, struct error *err)
{
	struct extracted e;
	bool ok = extract_text(s, bytes, n, &e, err);

	if (ok)
		intake_read(text_str(&e.text), e.text.n, a, r);
	if (ok && e.is_recognised)
		doubt_recognised(r, a);
	if (ok && e.pages_left > 0)
		reading_warn(r, a, WARN_SHEET_CUT, NULL);
	extracted_done(&e);
	return ok;
}

static void
warn_unread(struct reading *r, struct arena *a, const char *name,
	    const struct error *err)
{
	char *why = err->kind != NULL ? error_sentence(err) : NULL;

	reading_warn(r, a, WARN_PART_UNREAD,
		     why != NULL ? arena_printf(a, "%s (%s)", name, why)
				 : name);
	free(why);
}

/* Each file for itself: what is damaged in one says nothing of another. */
static void
read_parts(const struct session *s, const struct mail *m, struct arena *a,
	   struct reading *r)
{
	for (size_t i = 0; i < m->n_parts; i++) {
		const struct mail_part *part = &m->parts[i];
		struct error err = {0};
		struct reading one;

		if (part->is_ornament)
			continue;
		if (extract_is_sheet(part->bytes, part->n) &&
		    read_sheet(s, part->bytes, part->n, a, &one, &err))
			reading_add(r, &one, a);
		else
			warn_unread(r, a, part->name, &err);
	}
}

/* Its own words are read only where no letter stands in its files. */
static void
read_message(const struct session *s, struct arena *a, struct file_reading *f)
{
	const struct mail *m = f->mail;
	struct reading own;

	read_parts(s, m, a, &f->reading);
	intake_read(m->text, strlen(m->text), a, &own);
	if (f->reading.n_letters > 0)
		own = (struct reading){.text = own.text};
	reading_add(&f->reading, &own, a);
	if (m->parts_left > 0)
		reading_warn(
		    &f->reading, a, WARN_PART_UNREAD,
		    arena_printf(a, _("%s more files"), DIGITS(m->parts_left)));
}

bool
read_file_only(const char *path, struct arena *a, struct file_reading *f,
	       struct error *err)
{
	struct text bytes = {0};
	bool ok = file_read(path, FILE_MAX_BYTES, &bytes, err);

	*f = (struct file_reading){.n = ok ? bytes.n : 0};
	if (ok) {
		f->name = strcmp(path, "-") == 0 ? "stdin" : file_name_of(path);
		f->bytes = memcpy(arena_alloc(a, bytes.n + 1), text_str(&bytes),
				  bytes.n);
	}
	text_done(&bytes);
	if (!ok || !mail_is(f->bytes, f->n))
		return ok;
	struct mail *m = arena_alloc(a, sizeof(*m));
	f->mail = m;
	return mail_read(f->bytes, f->n, a, m, err);
}

bool
read_file(const struct session *s, const char *path, struct arena *a,
	  struct file_reading *f, struct error *err)
{
	if (!reach_file(&s->wish, path, err) ||
	    !read_file_only(path, a, f, err))
		return false;
	if (!f->mail)
		return read_sheet(s, f->bytes, f->n, a, &f->reading, err);
	read_message(s, a, f);
	return true;
}
