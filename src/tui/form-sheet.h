/* form-sheet.h -- a form begins with what was read on a sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_FORM_SHEET_H
#define TUI_FORM_SHEET_H

#include "app/offer.h"
#include "app/read.h"

#include "tui/form.h"

/*
 * The sheet a form was filled from: its text, what was read on it, and what
 * that offers.  Nothing is registered by reading: the clerk sees each field
 * with its mark, and saves.
 */
struct form_sheet {
	struct arena arena;
	const char *path;         /* NULL: its text was pasted */
	struct file_reading file; /* of a paste only the reading */
	struct offers offers;
	const char *shown; /* what no field tells of it, and its text */
	bool is_shown;     /* that stands beside the form */
	size_t top;        /* first line of it in sight */
};

/* How a field stands to what was read. */
enum sheet_mark {
	MARK_NONE,
	MARK_READ,
	MARK_DOUBTFUL,
	MARK_MISSING,
	MARK_DIFFERS, /* from what the clerk had typed: that stays */
	SHEET_MARKS
};
enum sheet_mark form_sheet_mark(const struct form *f, size_t at);
/* What the current field's mark means, in a sentence; NULL: nothing more than
   the mark says.  Caller frees. */
char *form_sheet_note(const struct form *f, size_t at);

/* The form takes sheets: its action keeps the text of one. */
bool form_takes_sheet(const struct form *f);
/*
 * Reads a file, or a pasted text; what was read before is forgotten only when
 * that succeeds.  The fields are not filled yet.
 */
bool form_sheet_read_file(struct form *f, const char *path,
			  struct error *err) MUST_CHECK;
void form_sheet_read_text(struct form *f, const char *text);
/*
 * Fills the fields from the sheet, `ours` being the number to register (NULL:
 * the only one).  What the clerk typed himself stays; what came from another
 * sheet goes.  Says in the status line what was read.
 */
bool form_sheet_fill(struct form *f, const struct read_candidate *ours,
		     struct error *err) MUST_CHECK;
void form_sheet_done(struct form *f);

/* A form that was opened with a file begins as if the file had been chosen. */
void form_sheet_begin(struct form *f);
/* What stands above the form: its title, and the file it was filled from. */
void form_sheet_title(const struct form *f, struct text *t);

/* Moves of the form: choose a sheet, show its text, take what it says. */
unsigned form_sheet_choose(struct screen *s, const struct move *m);
unsigned form_sheet_show(struct screen *s, const struct move *m);
unsigned form_sheet_take(struct screen *s, const struct move *m);
/* Scrolls the text that is shown. */
void form_sheet_scroll(struct screen *s, const struct move *m);

/* form-sheet-draw.c */

/* Columns at the right of a field that its mark takes; 0 without one. */
int form_sheet_columns(const struct form *f, size_t at);
/* The sign of a field's mark, "" without one. */
const char *form_sheet_sign(const struct form *f, size_t at);
void form_sheet_draw_mark(const struct form *f, size_t at, struct area a);
/* Divides the body between the form and the text of the sheet, which gets
   nothing when it is not shown. */
struct sheet_areas {
	struct area form, text;
};
struct sheet_areas form_sheet_areas(const struct form *f, struct area a);
void form_sheet_draw_text(const struct form *f, struct area a);

#endif
