/* sheet-file.c -- a file is chosen: its path, and what lies in the folder */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/loop.h"
#include "tui/screens/sheet.h"
#include "tui/wording.h"

enum { TIME_COLS = 24, SIZE_COLS = 10 };

static const struct folder_entry *
entry(const struct sheet_screen *s, size_t i)
{
	return &s->folder.at[s->shown[i]];
}

static const char *
last_part(const struct sheet_screen *s)
{
	const char *path = editor_text(&s->path);

	return path + path_last(path);
}

/* Names with a dot are for those who ask for them. */
static bool
begins(const char *name, const char *typed)
{
	return strncmp(name, typed, strlen(typed)) == 0 &&
	       (name[0] != '.' || typed[0] == '.');
}

/* The register, and what lies beside it under its name, is no letter. */
static bool
is_register(const struct sheet_screen *s, const char *name)
{
	const char *path = store_beside(s->screen.tui->session->store);
	const char *own = path + path_last(path);
	size_t n = strlen(own);

	return strncmp(name, own, n) == 0 &&
	       (name[n] == '\0' || name[n] == '-');
}

/* The one whose whole name is typed is chosen. */
static void
find_shown(struct sheet_screen *s)
{
	const char *typed = last_part(s);

	s->shown = xreallocarray(s->shown, s->folder.n + 1, sizeof(*s->shown));
	s->files = (struct rows){0};
	for (size_t i = 0; i < s->folder.n; i++) {
		const char *name = s->folder.at[i].name;

		if (!begins(name, typed) || is_register(s, name))
			continue;
		if (strcmp(name, typed) == 0)
			s->files.at = s->files.n;
		s->shown[s->files.n++] = i;
	}
}

/* The typed path up to its last part, as the system knows it. */
static const char *
folder_of(const struct sheet_screen *s, struct arena *a)
{
	const char *path = editor_text(&s->path);

	return path_expand(arena_strndup(a, path, path_last(path)), s->home, a);
}

/* A folder that cannot be read has nothing in it; why is told by who enters
   it. */
bool
sheet_load_folder(struct screen *screen, struct error *err)
{
	struct sheet_screen *s = (struct sheet_screen *)screen;
	const char *path = folder_of(s, &screen->arena);
	struct error ignored = {0};

	(void)err;
	if (!folder_read(path, &screen->arena, &s->folder, &ignored))
		s->folder = (struct folder){0};
	find_shown(s);
	return true;
}

/* Another folder is read before it is drawn. */
static void
typed(struct sheet_screen *s)
{
	s->screen.is_stale = true;
}

/* The chosen name becomes the last part of the path. */
static void
put_name(struct sheet_screen *s, const char *name, size_t n, bool is_folder)
{
	const char *path = editor_text(&s->path);
	struct text t = {0};

	text_add_n(&t, path, path_last(path));
	text_add_n(&t, name, n);
	text_add(&t, is_folder ? "/" : "");
	editor_replace(&s->path, text_str(&t));
	text_done(&t);
	typed(s);
}

static void
put_entry(struct sheet_screen *s, const struct folder_entry *e)
{
	put_name(s, e->name, strlen(e->name), e->is_folder);
}

/* Bytes alike at the beginning of all that is shown, whole clusters. */
static size_t
common(const struct sheet_screen *s)
{
	const char *first = entry(s, 0)->name;
	size_t n = strlen(first), at = 0;

	for (size_t i = 1; i < s->files.n; i++) {
		const char *name = entry(s, i)->name;
		size_t same = 0;

		while (same < n && name[same] == first[same])
			same++;
		n = same;
	}
	while (at < n) {
		size_t next =
		    at + cluster_next(first + at, strlen(first + at)).n;

		if (next > n)
			break;
		at = next;
	}
	return at;
}

/* As far as all agree; then the chosen one. */
static void
complete(struct sheet_screen *s)
{
	if (s->files.n == 0)
		return;
	size_t n = common(s);
	if (s->files.n > 1 && n > strlen(last_part(s)))
		put_name(s, entry(s, 0)->name, n, false);
	else
		put_entry(s, entry(s, s->files.at));
}

static unsigned
open_entry(struct sheet_screen *s, const struct folder_entry *e)
{
	struct arena a;
	struct text *last = &s->screen.tui->folder;
	const char *typed_path = editor_text(&s->path);
	unsigned reaction = REACT_DONE;

	if (e->is_folder) {
		put_entry(s, e);
		return REACT_DONE;
	}
	text_clear(last);
	text_add_n(last, typed_path, path_last(typed_path));
	arena_init(&a);
	reaction = sheet_read_file(
	    s, arena_printf(&a, "%s%s", folder_of(s, &a), e->name));
	arena_done(&a);
	return reaction;
}

/* What cannot be chosen is told by whoever tries to read it. */
static unsigned
enter(struct sheet_screen *s)
{
	struct arena a;

	if (s->files.n > 0)
		return open_entry(s, entry(s, s->files.at));
	arena_init(&a);
	unsigned reaction =
	    sheet_read_file(s, path_expand(editor_text(&s->path), s->home, &a));
	arena_done(&a);
	return reaction;
}

static void
draw_size(long long size, struct area a)
{
	enum { KB = 1024, MB = KB * KB };
	const char *unit = size < MB ? _("KB") : _("MB");
	long long n = (size + KB - 1) / KB;
	struct text t = {0};

	text_printf(&t, "%s %s", DIGITS(size < MB ? n : (size + MB / 2) / MB),
		    unit);
	area_put_padded(a, 0, 0, a.cols, ALIGN_RIGHT, STYLE_DIM, text_str(&t));
	text_done(&t);
}

static void
draw_entry(const struct sheet_screen *s, size_t i, struct area row)
{
	const struct folder_entry *e = entry(s, i);
	bool is_thai = tui_is_thai(s->screen.tui);
	int right = TIME_COLS + SIZE_COLS;
	struct text t = {0};

	text_printf(&t, "%s%s", e->name, e->is_folder ? "/" : "");
	area_put_padded(row, 0, 0, row.cols - right - 1, ALIGN_LEFT,
			e->is_folder ? STYLE_HEAD : STYLE_NORMAL, text_str(&t));
	text_clear(&t);
	if (!e->is_folder) {
		text_add_date(&t, moment_date(e->changed), DATE_SHORT, is_thai);
		text_add(&t, " ");
		text_add_time(&t, e->changed, is_thai);
		area_put_padded(row, 0, row.cols - right, TIME_COLS,
				ALIGN_RIGHT, STYLE_DIM, text_str(&t));
		draw_size(e->size, area_part(row, 0, row.cols - SIZE_COLS, 1,
					     SIZE_COLS));
	}
	text_done(&t);
}

static void
draw(const struct sheet_screen *s, struct area a)
{
	const char *label = _("file");
	int col = thai_columns(label) + 2;
	struct area list = area_part(a, 2, 0, a.rows - 2, a.cols);

	area_put(a, 0, 0, STYLE_HEAD, label);
	editor_draw(&s->path, area_part(a, 0, col, 1, a.cols - col), true);
	if (s->files.n == 0)
		area_put(list, 0, 0, STYLE_DIM,
			 _("No file here begins like this."));
	sheet_draw_rows(s, &s->files, area_part(list, 0, 0, s->rows, a.cols),
			draw_entry);
}

static struct editor *
editor(struct sheet_screen *s)
{
	return &s->path;
}

static struct rows *
rows(struct sheet_screen *s)
{
	return &s->files;
}

/* What differs is only what is asked for. */
#define FILE_PAGE(title_, hint_)                                               \
	{                                                                      \
		.title = (title_), .hint = (hint_), .draw = draw,              \
		.enter = enter, .read = enter, .editor = editor, .rows = rows, \
		.typed = typed, .complete = complete,                          \
	}

const struct sheet_page file_page =
    FILE_PAGE(N_("From a file"),
	      N_("choose a file or type its path; several pasted lines are "
		 "a letter's text"));

const struct sheet_page old_page =
    FILE_PAGE(N_("The file of an old register"),
	      N_("choose a file or type its path: CSV, .xlsx or .ods; nothing "
		 "is entered yet"));
