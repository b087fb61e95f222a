/* offices.c -- the offices of the register: in which of them one works */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "tui/column.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"

/* One office as it is shown. */
struct row {
	const struct office *office;
	bool is_here;
};

struct offices {
	struct screen screen;
	struct row *rows;
	struct list list;
	int widths[COLUMNS_MAX];
};

static void
add_mark(const void *row, struct text *t)
{
	const struct row *r = row;

	text_add(t, r->is_here ? "●" : r->office->is_own ? "○" : "");
}

static void
add_code(const void *row, struct text *t)
{
	text_add(t, ((const struct row *)row)->office->code);
}

static void
add_name(const void *row, struct text *t)
{
	text_add(t, ((const struct row *)row)->office->name);
}

static void
add_kind(const void *row, struct text *t)
{
	const struct row *r = row;

	text_add(t, choice_label(office_kinds, r->office->kind));
}

static void
add_above(const void *row, struct text *t)
{
	const struct row *r = row;

	text_add(t, r->office->above ? r->office->above : "");
}

static enum style
dim(const void *row)
{
	(void)row;
	return STYLE_DIM;
}

static enum style
strong_where_own(const void *row)
{
	return ((const struct row *)row)->office->is_own ? STYLE_STRONG
							 : STYLE_NORMAL;
}

/* clang-format off */

static const struct column columns[] = {
	{ .heading = " ", .min = 1, .max = 1, .value = add_mark,
	  .style = strong_where_own },
	{ .heading = N_("Office"), .min = 34, .value = add_name,
	  .style = strong_where_own },
	{ .heading = N_("Kind"), .min = 7, .max = 9, .value = add_kind },
	{ .heading = N_("Code"), .min = 8, .max = 14, .value = add_code,
	  .style = dim },
	{ .heading = N_("Under"), .min = 8, .max = 12, .rank = 1,
	  .value = add_above, .style = dim },
};

/* clang-format on */

enum { HEAD_ROWS = 3 };

static struct offices *
offices_of(struct screen *s)
{
	return (struct offices *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("Offices"));
}

static bool
load(struct screen *s, struct error *err)
{
	struct offices *o = offices_of(s);
	struct session *session = s->tui->session;
	struct office_list list = {0};
	struct row_key *keys;
	struct row *rows;

	if (!look_offices(session, &s->arena, &list, err))
		return false;
	rows = arena_array(&s->arena, list.n, sizeof(*rows));
	keys = arena_array(&s->arena, list.n, sizeof(*keys));
	for (size_t i = 0; i < list.n; i++) {
		rows[i].office = &list.at[i];
		rows[i].is_here = list.at[i].office == session->office;
		keys[i] = (struct row_key){{list.at[i].office}};
	}
	o->rows = rows;
	list_take_all(&o->list, (struct list_piece){.keys = keys, .n = list.n});
	return true;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct offices *o = offices_of(s);

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, o->widths);
	list_set_rows(&o->list, rows - HEAD_ROWS);
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct offices *o = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), o->widths, row,
			 &o->rows[i]);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct offices *o = (const struct offices *)s;

	area_put(a, 0, 1, STYLE_DIM,
		 _("● where you work now   ○ where you work, too"));
	columns_draw_heading(columns, ARRAY_SIZE(columns), o->widths,
			     area_part(a, 2, 0, 1, a.cols));
	list_draw(&o->list,
		  area_part(a, HEAD_ROWS, 0, a.rows - HEAD_ROWS, a.cols),
		  &(const struct list_look){.row = draw_row}, o);
}

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&offices_of(s)->list, m);
}

static unsigned
work_in_chosen(struct screen *s, const struct move *m)
{
	const struct offices *o = offices_of(s);

	(void)m;
	if (s->tui->operand[0] != '\0')
		return REACT_NOTHING;
	return o->list.n > 0
		   ? offices_work_in(s->tui, o->rows[o->list.at].office->code)
		   : REACT_DONE;
}

static const struct screen_act offices_acts[] = {
    {"work-in", work_in_chosen},
    {NULL, NULL},
};

const struct screen_ops offices_ops = {
    .name = "offices",
    .size = sizeof(struct offices),
    .acts = offices_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
};

struct screen *
offices_new(struct tui *t)
{
	return screen_new(t, &offices_ops);
}

/* What was open belongs to the office before. */
unsigned
offices_work_in(struct tui *t, const char *code)
{
	struct error err = {0};
	struct text said = {0};

	if (!session_enter(t->session, code, &err)) {
		tui_fail(t, &err);
		return REACT_DONE;
	}
	tui_pop_to_first(t);
	news_start(t);
	text_printf(&said, _("You work in %s now."), t->session->office_name);
	tui_say(t, STYLE_GOOD, text_str(&said));
	text_done(&said);
	return REACT_RELOAD_ALL;
}
