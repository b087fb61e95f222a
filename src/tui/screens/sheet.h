/* sheet.h -- the pages on which a form's sheet is chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_SHEET_H
#define TUI_SCREENS_SHEET_H

#include "base/folder.h"

#include "tui/editor.h"
#include "tui/form-sheet.h"

/* Rows of which one is chosen, all in memory. */
struct rows {
	size_t n, at, top;
};

struct sheet_screen;

/* A file is chosen, or the text is pasted; then, where the sheet has several
   numbers, the one to register. */
struct sheet_page {
	const char *title; /* N_() */
	const char *hint;  /* N_(), what to do here */
	void (*draw)(const struct sheet_screen *s, struct area a);
	unsigned (*enter)(struct sheet_screen *s);
	unsigned (*read)(struct sheet_screen *s);
	/* NULL: rows are chosen, nothing is typed. */
	struct editor *(*editor)(struct sheet_screen *s);
	struct rows *(*rows)(struct sheet_screen *s); /* NULL: there are none */
	void (*typed)(struct sheet_screen *s);        /* may be NULL */
	void (*complete)(struct sheet_screen *s);     /* may be NULL */
};
extern const struct sheet_page file_page, text_page, number_page;
/* Without a form: an old register. */
extern const struct sheet_page old_page;

struct sheet_screen {
	struct screen screen; /* its arena holds the folder */
	struct form *form;    /* lies below; NULL: old_page */
	const struct sheet_page *page;
	struct editor path, text;
	const char *home;
	struct folder folder;
	size_t *shown; /* entries that begin as the path ends */
	struct rows files, numbers;
	int rows; /* in sight of either */
};

/* Reads the folder that the path names, and shows what begins as it ends. */
bool sheet_load_folder(struct screen *s, struct error *err) MUST_CHECK;

/* What is chosen is read: on to the numbers, or back to the form. */
unsigned sheet_read_file(struct sheet_screen *s, const char *path);
unsigned sheet_read_text(struct sheet_screen *s, const char *text);

/* Draws the rows in sight, the chosen one marked. */
typedef void (*sheet_row_fn)(const struct sheet_screen *s, size_t i,
			     struct area row);
void sheet_draw_rows(const struct sheet_screen *s, const struct rows *r,
		     struct area a, sheet_row_fn draw);

#endif
