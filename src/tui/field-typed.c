/* field-typed.c -- fields in which one types: lines, texts, dates, moments */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/field.h"
#include "tui/wording.h"

/* What is typed of a date takes no more, and less where there is no room;
   beside it stands how it was read. */
enum {
	DATE_COLUMNS = 22,
	DATE_COLUMNS_MIN = 16,
	UNDERSTOOD_GAP = 2,
	UNDERSTOOD_COLUMNS = 32, /* with the month in full, and a time */
};
/* A text grows with what is typed, then scrolls. */
enum { TEXT_ROWS_MIN = 3, TEXT_ROWS_MAX = 8 };

static int
one_row(const struct form_field *f, int columns)
{
	(void)f;
	(void)columns;
	return 1;
}

static int
text_rows(const struct form_field *f, int columns)
{
	int rows = editor_rows(&f->editor, columns);

	rows = rows > TEXT_ROWS_MIN ? rows : TEXT_ROWS_MIN;
	return rows < TEXT_ROWS_MAX ? rows : TEXT_ROWS_MAX;
}

static void
draw_editor(const struct form_field *f, const struct session *s, struct area a,
	    bool has_focus)
{
	(void)s;
	editor_draw(&f->editor, a, has_focus);
}

static bool
typed_key(struct form_field *f, uint32_t key)
{
	if (!editor_key(&f->editor, key))
		return false;
	f->phrase = 0;
	return true;
}

static bool
typed_move(struct form_field *f, const struct move *m)
{
	if (!editor_move(&f->editor, m))
		return false;
	f->phrase = 0;
	return true;
}

static struct pasted
typed_paste(struct form_field *f, const char *text)
{
	f->phrase = 0;
	return editor_paste(&f->editor, text);
}

static const char *
typed_value(const struct form_field *f, size_t i)
{
	const char *s = editor_text(&f->editor);

	return i == 0 && !text_is_blank(s) ? s : NULL;
}

/* What stood there before can be brought back. */
static void
typed_set(struct form_field *f, const char *value)
{
	if (f->editor.text.n > 0)
		editor_replace(&f->editor, value);
	else
		editor_set(&f->editor, value);
}

static bool
is_wide(struct area a)
{
	return a.cols >= DATE_COLUMNS + UNDERSTOOD_GAP + UNDERSTOOD_COLUMNS;
}

/* The editor on the left and what was understood on the right. */
static void
draw_understood(const struct form_field *f, struct area a, bool has_focus,
		bool is_read, const char *understood)
{
	int columns = is_wide(a) ? DATE_COLUMNS : DATE_COLUMNS_MIN;
	int at = columns + UNDERSTOOD_GAP;
	struct text shown = {0};

	text_printf(&shown, "%s%s", is_read ? "= " : "", understood);
	editor_draw(&f->editor, area_part(a, 0, 0, 1, columns), has_focus);
	area_put_padded(a, 0, at, a.cols - at, ALIGN_LEFT,
			is_read ? STYLE_GOOD : STYLE_DIM, text_str(&shown));
	text_done(&shown);
}

static void
add_day(struct text *t, struct date d, struct area a, bool thai_digits)
{
	text_add_weekday(t, d);
	text_add(t, " ");
	text_add_date(t, d, is_wide(a) ? DATE_LONG : DATE_SHORT, thai_digits);
}

static void
draw_date(const struct form_field *f, const struct session *s, struct area a,
	  bool has_focus)
{
	struct error err = {0};
	struct date date;
	struct text t = {0};
	bool is_blank = field_is_blank(f);
	bool is_read =
	    !is_blank && option_date(f->option, editor_text(&f->editor),
				     session_today(s), &date, &err);

	if (is_read)
		add_day(&t, date, a, s->wish.thai);
	else if (!f->fault.kind)
		text_add(&t, err.detail);
	draw_understood(f, a, has_focus, is_read, text_str(&t));
	text_done(&t);
}

/* Left empty, a moment is the one at which the form is saved. */
static void
draw_moment(const struct form_field *f, const struct session *s, struct area a,
	    bool has_focus)
{
	struct error err = {0};
	moment m = 0;
	bool has_time = true, is_blank = field_is_blank(f);
	bool is_read =
	    !is_blank && moment_parse_near(editor_text(&f->editor),
					   session_now(s), &m, &has_time, &err);
	struct text t = {0};

	if (is_blank && !(f->option->flags & OPTION_REQUIRED)) {
		text_printf(&t, "%s ", _("now:"));
		m = session_now(s);
	}
	if (is_read || t.n > 0) {
		add_day(&t, moment_date(m), a, s->wish.thai);
		text_add(&t, " ");
		text_add_time(&t, m, s->wish.thai);
	} else if (!f->fault.kind) {
		text_add(&t, err.detail);
	}
	draw_understood(f, a, has_focus, is_read, text_str(&t));
	text_done(&t);
}

/* What is short means another day tomorrow: it is written out when the field
   is left. */
static void
date_left(struct form_field *f, const struct session *s)
{
	const char *typed = editor_text(&f->editor);
	struct error ignored = {0};
	struct date d;
	struct text t = {0};

	if (text_is_blank(typed) || date_parse(typed, &d, &ignored) ||
	    !option_date(f->option, typed, session_today(s), &d, &ignored))
		return;
	text_add_date(&t, d, DATE_SHORT, s->wish.thai);
	editor_set(&f->editor, text_str(&t));
	text_done(&t);
}

static void
moment_left(struct form_field *f, const struct session *s)
{
	const char *typed = editor_text(&f->editor);
	struct error ignored = {0};
	moment m;
	bool has_time;
	struct text t = {0};

	if (text_is_blank(typed) ||
	    moment_parse(typed, &m, &has_time, &ignored) ||
	    !moment_parse_near(typed, session_now(s), &m, &has_time, &ignored))
		return;
	text_add_moment(&t, m, s->wish.thai);
	editor_set(&f->editor, text_str(&t));
	text_done(&t);
}

const struct field_ops line_field = {
    .rows = one_row,
    .draw = draw_editor,
    .key = typed_key,
    .move = typed_move,
    .paste = typed_paste,
    .value = typed_value,
    .set = typed_set,
};

const struct field_ops text_field = {
    .rows = text_rows,
    .draw = draw_editor,
    .key = typed_key,
    .move = typed_move,
    .paste = typed_paste,
    .value = typed_value,
    .set = typed_set,
};

const struct field_ops date_field = {
    .rows = one_row,
    .draw = draw_date,
    .key = typed_key,
    .move = typed_move,
    .paste = typed_paste,
    .value = typed_value,
    .set = typed_set,
    .left = date_left,
};

const struct field_ops moment_field = {
    .rows = one_row,
    .draw = draw_moment,
    .key = typed_key,
    .move = typed_move,
    .paste = typed_paste,
    .value = typed_value,
    .set = typed_set,
    .left = moment_left,
};
