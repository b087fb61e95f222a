/* form-draw.c -- how a form is laid out: labels, fields, phrases, faults */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/form-sheet.h"
#include "tui/loop.h"
#include "tui/wrap.h"

enum {
	BOX_COLS_MAX = 100,
	LABEL_MAX = 24,
	EDGE = 2,        /* the box's line and a space, on each side */
	FRAME = 2,       /* its upper and lower line */
	FOOT = 3,        /* an empty row, the button, the hint */
	PHRASES_MAX = 8, /* rows of stock phrases shown */
	PHRASES_MIN = 5, /* ... and at least, where that leaves FIELDS_MIN */
	MARK = 2,        /* a sign and a space before a notice */
	NOTICE_MAX = 3,  /* rows of one */
	FIELDS_MIN = 4,  /* rows of fields that phrases must leave */
};

/* The ditto mark of Thai writing: บุพสัญญา. */
#define KEPT_MARK "”"

static int
label_columns(const struct form *f)
{
	int widest = 0;

	for (size_t i = 0; i < f->n_fields; i++) {
		int columns = thai_columns(_(f->fields[i].option->label)) + 2;

		widest = columns > widest ? columns : widest;
	}
	return widest < LABEL_MAX ? widest : LABEL_MAX;
}

/* What is wrong in the field, else what is told of it; NULL for nothing.
   Caller frees. */
static char *
notice_of(const struct form_field *field)
{
	if (field->fault.kind)
		return error_sentence(&field->fault);
	return field->told ? xstrdup(field->told) : NULL;
}

/* Rows that a sentence takes below a field; frees it. */
static int
said_rows(char *said, int columns)
{
	int rows = said ? thai_wrap(said, columns - MARK, NULL, NULL) : 0;

	free(said);
	return rows < NOTICE_MAX ? rows : NOTICE_MAX;
}

static int
notice_rows(const struct form_field *field, int columns)
{
	return said_rows(notice_of(field), columns);
}

static int
box_columns(const struct form *f)
{
	int cols = f->cols - 2;

	return cols < BOX_COLS_MAX ? cols : BOX_COLS_MAX;
}

static int
value_columns(const struct form *f)
{
	return box_columns(f) - 2 * EDGE - label_columns(f);
}

/* What is said of the field with focus, besides its notice. */
static char *
note_of(const struct form *f, size_t at)
{
	return at == f->at ? form_sheet_note(f, at) : NULL;
}

static int
field_rows(const struct form *f, size_t at)
{
	const struct form_field *field = &f->fields[at];
	int columns = value_columns(f) - form_sheet_columns(f, at);

	return field->ops->rows(field, columns) + notice_rows(field, columns) +
	       said_rows(note_of(f, at), columns);
}

static int
head_rows(const struct form *f)
{
	return f->about ? 2 : 0;
}

static int
rows_of(const struct form *f, size_t from, size_t to)
{
	int rows = 0;

	for (size_t i = from; i < to && i < f->n_fields; i++)
		rows += field_rows(f, i);
	return rows;
}

/* Rows inside the frame for fields and phrases together. */
static int
room(const struct form *f)
{
	return f->rows - FRAME - FOOT - head_rows(f);
}

/* A line and the phrases of the field that has most of them, so that the box
   keeps its height wherever the focus is; 0 when there is no room. */
static int
phrase_rows(const struct form *f)
{
	int most = 0, fields = rows_of(f, 0, f->n_fields);

	for (size_t i = 0; i < f->n_fields; i++)
		if ((int)f->fields[i].n_phrases > most)
			most = (int)f->fields[i].n_phrases;
	if (most == 0)
		return 0;
	int rows = (most < PHRASES_MAX ? most : PHRASES_MAX) + 1;
	int left = room(f) - fields;
	if (left < PHRASES_MIN)
		left = PHRASES_MIN;
	if (left > room(f) - FIELDS_MIN)
		left = room(f) - FIELDS_MIN;
	rows = rows < left ? rows : left;
	return rows > 1 ? rows : 0;
}

static int
room_for_fields(const struct form *f)
{
	return room(f) - phrase_rows(f);
}

static void
layout_field(struct form *f, size_t at)
{
	struct form_field *field = &f->fields[at];
	int columns = value_columns(f) - form_sheet_columns(f, at);

	editor_layout(&field->editor, field->ops->rows(field, columns),
		      columns);
}

void
form_layout(struct screen *s, int rows, int cols)
{
	struct form *f = (struct form *)s;
	size_t last = f->at < f->n_fields ? f->at + 1 : f->n_fields;

	f->body_rows = rows;
	f->body_cols = cols;
	struct grid none = {.rows = rows, .cols = cols};
	struct area own = form_sheet_areas(f, area_of(&none)).form;
	f->rows = own.rows;
	f->cols = own.cols;
	form_offers_find(f);
	for (size_t i = 0; i < f->n_fields; i++)
		layout_field(f, i);
	if (f->top > f->at)
		f->top = f->at;
	if (rows_of(f, 0, f->n_fields) <= room_for_fields(f))
		f->top = 0;
	while (f->top + 1 < last &&
	       rows_of(f, f->top, last) > room_for_fields(f))
		f->top++;
}

/* Those of the field with focus; the one taken is marked. */
static void
draw_phrases(const struct form_field *field, struct area a)
{
	int rows = a.rows - 1;
	size_t top =
	    field->phrase > (size_t)rows ? field->phrase - (size_t)rows : 0;
	int used = area_put(a, 0, 0, STYLE_LABEL, _("stock phrases"));

	area_put(a, 0, used + 1, STYLE_KEY, "↑↓");
	for (int row = 0; row < rows && top + (size_t)row < field->n_phrases;
	     row++) {
		size_t i = top + (size_t)row;
		bool is_taken = field->phrase == i + 1;

		area_put(a, row + 1, 0, is_taken ? STYLE_HEAD : STYLE_DIM,
			 is_taken ? "▸" : "·");
		area_put(a, row + 1, 2, is_taken ? STYLE_STRONG : STYLE_NORMAL,
			 field->phrases[i]);
	}
}

static void
draw_label(const struct form *f, size_t i, struct area a)
{
	const struct form_field *field = &f->fields[i];
	bool is_again = i > 0 && f->fields[i - 1].option == field->option;

	if (is_again)
		return;
	int used = area_put(area_part(a, 0, 0, 1, label_columns(f) - 1), 0, 0,
			    i == f->at ? STYLE_HEAD : STYLE_LABEL,
			    _(field->option->label));
	if (field->option->flags & OPTION_REQUIRED)
		area_put(a, 0, used, STYLE_URGENT, "*");
	if (field->is_kept)
		area_put(a, 0, label_columns(f) - 2, STYLE_HEAD, KEPT_MARK);
}

/* Below the field, as many rows as said_rows(); frees it. */
static void
draw_said(struct area a, enum style style, const char *sign, char *said)
{
	struct wrapped w;

	if (!said)
		return;
	area_put(a, 0, 0, style, sign);
	wrapped_init(&w, said, a.cols - MARK);
	for (size_t i = 0; i < w.n && (int)i < a.rows; i++)
		area_put_n(a, (int)i, MARK, style, w.at[i].s, w.at[i].n);
	wrapped_done(&w);
	free(said);
}

static void
draw_notice(const struct form_field *field, struct area a)
{
	bool is_fault = field->fault.kind;

	draw_said(a, is_fault ? STYLE_ERROR : STYLE_URGENT,
		  is_fault ? "↑" : "!", notice_of(field));
}

/* Answers the rows it took. */
static int
draw_field(const struct form *f, size_t i, struct area a)
{
	const struct form_field *field = &f->fields[i];
	bool has_focus = i == f->at;
	int col = label_columns(f), marks = form_sheet_columns(f, i);
	int rows = field->ops->rows(field, a.cols - col - marks);
	struct area value = area_part(a, 0, col, a.rows, a.cols - col - marks);

	draw_label(f, i, a);
	form_sheet_draw_mark(f, i, area_part(a, 0, a.cols - marks, 1, marks));
	field->ops->draw(field, f->screen.tui->session,
			 area_part(value, 0, 0, rows, value.cols), has_focus);
	if (has_focus)
		form_offers_draw_rest(f,
				      area_part(value, 0, 0, rows, value.cols));
	int below = notice_rows(field, value.cols);
	draw_notice(field, area_part(value, rows, 0, below, value.cols));
	rows += below;
	below = said_rows(note_of(f, i), value.cols);
	draw_said(area_part(value, rows, 0, below, value.cols), STYLE_URGENT,
		  form_sheet_sign(f, i), note_of(f, i));
	rows += below;
	return rows;
}

static const char *
hint_of(const struct form *f)
{
	const struct form_field *field =
	    f->at < f->n_fields ? &f->fields[f->at] : NULL;
	const char *help = field ? field->option->help : f->action->help;

	if (field && field->is_kept)
		help = N_("as in the letter before; type to put something "
			  "else in its place");
	return help ? _(help) : "";
}

static void
draw_foot(const struct form *f, struct area a)
{
	bool has_focus = f->at == f->n_fields;
	int col = label_columns(f);
	struct text hint = {0};

	area_printf(a, 1, col, has_focus ? STYLE_FOCUS : STYLE_STRONG, "[ %s ]",
		    _("Save"));
	if (has_focus)
		area_cursor(a, 1, col + 2);
	form_offers_add_hint(f, &hint);
	area_put_padded(a, 2, 0, a.cols, ALIGN_LEFT, STYLE_DIM,
			hint.n > 0 ? hint.s : hint_of(f));
	text_done(&hint);
}

/* As high as it needs, at the lower edge, so that the letter stays in view. */
static struct area
box_of(const struct form *f, struct area a)
{
	int rows = rows_of(f, 0, f->n_fields) + phrase_rows(f) + FRAME + FOOT +
		   head_rows(f);
	int cols = box_columns(f);

	rows = rows < a.rows ? rows : a.rows;
	return area_part(a, a.rows - rows, (a.cols - cols) / 2, rows, cols);
}

static void
draw_fields(const struct form *f, struct area a)
{
	int row = 0;

	for (size_t i = f->top; i < f->n_fields && row < a.rows; i++)
		row += draw_field(f, i,
				  area_part(a, row, 0, a.rows - row, a.cols));
}

/* More fields lie above or below those shown. */
static void
draw_more(const struct form *f, struct area box, int first, int rows)
{
	if (f->top > 0)
		area_put(box, first, box.cols - 1, STYLE_KEY, "↑");
	if (rows_of(f, f->top, f->n_fields) > rows)
		area_put(box, first + rows - 1, box.cols - 1, STYLE_KEY, "↓");
}

void
form_draw(const struct screen *s, struct area body)
{
	const struct form *f = (const struct form *)s;
	struct sheet_areas areas = form_sheet_areas(f, body);
	struct area a = areas.form;
	struct text title = {0};
	struct area box = box_of(f, a);
	struct area in =
	    area_part(box, 1, EDGE, box.rows - FRAME, box.cols - 2 * EDGE);
	int head = head_rows(f), foot = in.rows - FOOT;
	int phrases = foot - phrase_rows(f), col = label_columns(f);

	if (f->sheet && f->sheet->is_shown)
		area_fill(body, STYLE_NORMAL);
	area_fill(area_part(a, a.rows - box.rows, 0, box.rows, a.cols),
		  STYLE_NORMAL);
	form_sheet_title(f, &title);
	area_box(box, STYLE_DIM, text_str(&title));
	text_done(&title);
	if (f->about)
		area_put_padded(in, 0, 0, in.cols, ALIGN_LEFT, STYLE_STRONG,
				f->about);
	draw_fields(f, area_part(in, head, 0, phrases - head, in.cols));
	draw_more(f, box, 1 + head, phrases - head);
	if (f->at < f->n_fields && f->fields[f->at].n_phrases > 0)
		draw_phrases(
		    &f->fields[f->at],
		    area_part(in, phrases, col, foot - phrases, in.cols - col));
	draw_foot(f, area_part(in, foot, 0, FOOT, in.cols));
	form_offers_draw_list(
	    f, area_part(in, head, col, in.rows - head, in.cols - col));
	form_sheet_draw_text(f, areas.text);
}
