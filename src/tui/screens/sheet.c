/* sheet.c -- the text a form is filled from: a file, a paste, its number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/sheet.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/loop.h"
#include "tui/screens/import.h"
#include "tui/screens/screens.h"

/* MARK: the column of the sign before the chosen row. */
enum { EDGE = 2, FRAME = 2, HINT = 1, MARK = 2, COLS_MAX = 100 };

static struct sheet_screen *
sheet_of(struct screen *s)
{
	return (struct sheet_screen *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	text_add(t, _(((const struct sheet_screen *)s)->page->title));
}

static void
turn_to(struct sheet_screen *s, const struct sheet_page *page)
{
	s->page = page;
}

/* The number is asked for where there is more than one. */
static unsigned
go_on(struct sheet_screen *s)
{
	const struct reading *r = &s->form->sheet->file.reading;
	struct error err = {0};

	if (r->n_candidates > 1) {
		s->numbers = (struct rows){.n = r->n_candidates};
		turn_to(s, &number_page);
		return REACT_DONE;
	}
	if (!form_sheet_fill(s->form, r->candidates, &err))
		tui_fail(s->screen.tui, &err);
	return REACT_CLOSE;
}

/* Recognising a scan takes its time: that is said before, and no key pressed
   meanwhile may register what nobody has looked at. */
unsigned
sheet_read_file(struct sheet_screen *s, const char *path)
{
	struct tui *t = s->screen.tui;
	struct error err = {0};

	if (!s->form) {
		import_show_file(t, path);
		return REACT_DONE;
	}
	tui_say(t, STYLE_DIM, _("Reading the file..."));
	tui_paint(t);
	text_clear(&t->status);
	bool ok = form_sheet_read_file(s->form, path, &err);
	t->term->ops->drop_keys(t->term);
	if (ok)
		return go_on(s);
	tui_fail(t, &err);
	return REACT_DONE;
}

unsigned
sheet_read_text(struct sheet_screen *s, const char *text)
{
	form_sheet_read_text(s->form, text);
	return go_on(s);
}

static unsigned
enter(struct screen *s, const struct move *m)
{
	(void)m;
	return sheet_of(s)->page->enter(sheet_of(s));
}

static unsigned
read_it(struct screen *s, const struct move *m)
{
	(void)m;
	return sheet_of(s)->page->read(sheet_of(s));
}

/* From the file to the text and back. */
static unsigned
switch_page(struct screen *s, const struct move *m)
{
	struct sheet_screen *sheet = sheet_of(s);

	(void)m;
	if (sheet->form)
		turn_to(sheet,
			sheet->page == &file_page ? &text_page : &file_page);
	return REACT_DONE;
}

static unsigned
complete(struct screen *s, const struct move *m)
{
	struct sheet_screen *sheet = sheet_of(s);

	(void)m;
	if (sheet->page->complete)
		sheet->page->complete(sheet);
	return REACT_DONE;
}

static unsigned
typed(struct sheet_screen *s)
{
	if (s->page->typed)
		s->page->typed(s);
	return REACT_DONE;
}

static unsigned
type(struct screen *s, uint32_t key)
{
	struct sheet_screen *sheet = sheet_of(s);

	if (!sheet->page->editor ||
	    !editor_key(sheet->page->editor(sheet), key))
		return REACT_NOTHING;
	return typed(sheet);
}

static unsigned
edit(struct screen *s, const struct move *m)
{
	struct sheet_screen *sheet = sheet_of(s);

	if (!sheet->page->editor || !editor_move(sheet->page->editor(sheet), m))
		return REACT_NOTHING;
	return typed(sheet);
}

/* Several lines are no path: they are the letter's text. */
static unsigned
paste(struct screen *s, const char *text)
{
	struct sheet_screen *sheet = sheet_of(s);
	size_t first = strcspn(text, "\r\n");
	bool is_text = text[first + strspn(text + first, "\r\n")];

	if (!sheet->page->editor) {
		tui_refuse_paste(s->tui);
		return REACT_DONE;
	}
	if (is_text && sheet->form)
		turn_to(sheet, &text_page);
	struct pasted got = editor_paste(sheet->page->editor(sheet), text);
	tui_say_paste(s->tui, &got);
	return typed(sheet);
}

/* Among the rows, else among the lines of the text. */
static void
scroll(struct screen *s, const struct move *m)
{
	struct sheet_screen *sheet = sheet_of(s);
	struct rows *r = sheet->page->rows ? sheet->page->rows(sheet) : NULL;

	if (!r) {
		editor_move(sheet->page->editor(sheet), m);
		return;
	}
	r->at = move_apply(m, r->at, r->n, sheet->rows);
}

static const struct screen_act acts[] = {
    {"enter", enter},
    {"sheet-read", read_it},
    {"sheet-switch", switch_page},
    {"complete", complete},
    {NULL, NULL},
};

static struct area
box_of(struct area a)
{
	int cols = a.cols - 2 < COLS_MAX ? a.cols - 2 : COLS_MAX;

	return area_part(a, 0, (a.cols - cols) / 2, a.rows, cols);
}

static struct area
inside(struct area box)
{
	return area_part(box, 1, EDGE, box.rows - FRAME - HINT,
			 box.cols - 2 * EDGE);
}

static void
keep_in_sight(struct rows *r, int rows)
{
	if (r->top > r->at)
		r->top = r->at;
	if (rows > 0 && r->at >= r->top + (size_t)rows)
		r->top = r->at - (size_t)rows + 1;
}

static void
layout(struct screen *s, int rows, int cols)
{
	enum { ABOVE = 3, BELOW = 4 };
	struct sheet_screen *sheet = sheet_of(s);
	struct grid none = {.rows = rows, .cols = cols};
	struct area in = inside(box_of(area_of(&none)));

	sheet->rows = in.rows - (sheet->page == &number_page ? BELOW : ABOVE);
	if (sheet->page->rows)
		keep_in_sight(sheet->page->rows(sheet), sheet->rows);
	editor_layout(&sheet->text, in.rows, in.cols);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct sheet_screen *sheet = (const struct sheet_screen *)s;
	struct area box = box_of(a);

	area_fill(a, STYLE_NORMAL);
	area_box(box, STYLE_DIM, _(sheet->page->title));
	area_put_padded(box, box.rows - 2, EDGE, box.cols - 2 * EDGE,
			ALIGN_LEFT, STYLE_DIM, _(sheet->page->hint));
	sheet->page->draw(sheet, inside(box));
}

void
sheet_draw_rows(const struct sheet_screen *s, const struct rows *r,
		struct area a, sheet_row_fn draw_row)
{
	for (int row = 0; row < a.rows; row++) {
		size_t i = r->top + (size_t)row;
		struct area line = area_part(a, row, 0, 1, a.cols);

		if (i >= r->n)
			return;
		draw_row(s, i, area_part(line, 0, MARK, 1, a.cols - MARK));
		if (i == r->at)
			area_select(line);
		if (i == r->at && !s->page->editor)
			area_cursor(line, 0, 0);
	}
}

static bool
holds_text(const struct screen *s)
{
	return ((const struct sheet_screen *)s)->text.text.n > 0;
}

static void
done(struct screen *s)
{
	struct sheet_screen *sheet = sheet_of(s);

	editor_done(&sheet->path);
	editor_done(&sheet->text);
	free(sheet->shown);
}

const struct screen_ops sheet_ops = {
    .name = "sheet",
    .size = sizeof(struct sheet_screen),
    .is_typed = true,
    .is_overlay = true,
    .acts = acts,
    .title = title,
    .load = sheet_load_folder,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .type = type,
    .paste = paste,
    .edit = edit,
    .holds_text = holds_text,
    .done = done,
};

/* Where the last sheet was found, else where the program was started. */
static void
begin_path(struct sheet_screen *s)
{
	struct arena *a = &s->screen.arena;
	const char *last = text_str(&s->screen.tui->folder);
	char *here = getcwd(NULL, 0);

	if (*last)
		editor_set(&s->path, last);
	else if (here)
		editor_set(&s->path, path_shorten(arena_printf(a, "%s/", here),
						  s->home, a));
	free(here);
}

static struct screen *
chooser_new(struct tui *t, struct form *form, const struct sheet_page *page)
{
	struct screen *s = screen_new(t, &sheet_ops);
	struct sheet_screen *sheet = sheet_of(s);

	sheet->form = form;
	sheet->page = page;
	sheet->text.has_lines = true;
	sheet->home = getenv("HOME");
	begin_path(sheet);
	return s;
}

struct screen *
sheet_new(struct tui *t, struct form *form)
{
	return chooser_new(t, form, &file_page);
}

struct screen *
import_file_new(struct tui *t)
{
	return chooser_new(t, NULL, &old_page);
}

bool
sheet_asks_number(struct tui *t, struct form *form)
{
	struct screen *s;

	if (form->sheet->file.reading.n_candidates < 2)
		return false;
	s = sheet_new(t, form);
	go_on(sheet_of(s));
	tui_push(t, s);
	return true;
}
