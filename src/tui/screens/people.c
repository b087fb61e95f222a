/* people.c -- who is at which post now, who acts and who is away */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "app/look.h"

#include "tui/column.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/pager.h"
#include "tui/screens/screens.h"

/* One at a post, by holding it or by an order; or a post without anybody. */
struct row {
	const struct keeper *keeper;
	const char *why; /* why he may not use it now; NULL where he may */
};

struct people {
	struct screen screen;
	struct row *rows;
	struct list list;
	int widths[COLUMNS_MAX];
};

static const struct keeper *
of(const void *row)
{
	return ((const struct row *)row)->keeper;
}

static void
add_mark(const void *row, struct text *t)
{
	static const char *const marks[] = {
	    [KEEPER_ACTS] = "●", [KEEPER_AWAY] = "✗",     [KEEPER_EARLY] = "○",
	    [KEEPER_OVER] = "○", [KEEPER_UNLAWFUL] = "○", [KEEPER_BEHIND] = "○",
	};

	text_add(t, marks[of(row)->state]);
}

static void
add_post(const void *row, struct text *t)
{
	text_add(t, of(row)->post_name);
}

static void
add_name(const void *row, struct text *t)
{
	text_add(t, of(row)->name);
}

static void
add_capacity(const void *row, struct text *t)
{
	text_add(t, of(row)->capacity ? of(row)->capacity : _("holds it"));
}

static enum style
mark_style(const void *row)
{
	if (of(row)->state == KEEPER_ACTS)
		return STYLE_GOOD;
	return of(row)->state == KEEPER_AWAY ? STYLE_URGENT : STYLE_DIM;
}

static enum style
strong(const void *row)
{
	return of(row)->state == KEEPER_ACTS ? STYLE_STRONG : STYLE_DIM;
}

/* clang-format off */

static const struct column columns[] = {
	{ .heading = N_(" "), .min = 1, .max = 1, .value = add_mark,
	  .style = mark_style },
	{ .heading = N_("Post"), .min = 16, .max = 26, .value = add_post,
	  .style = strong },
	{ .heading = N_("Who"), .min = 20, .value = add_name },
	{ .heading = N_("In which capacity"), .min = 18, .max = 20,
	  .value = add_capacity },
};

/* clang-format on */

enum { HEAD_ROWS = 1, FOOT_ROWS = 5, VALUE_COL = 16 };

static struct people *
people_of(struct screen *s)
{
	return (struct people *)s;
}

static const struct row *
chosen(const struct screen *s)
{
	const struct people *p = (const struct people *)s;

	return p->list.n > 0 ? &p->rows[p->list.at] : NULL;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct people *p = (const struct people *)s;

	text_add(t, _("People at their posts"));
	list_add_place(&p->list, t, tui_is_thai(s->tui));
}

static bool
load(struct screen *s, struct error *err)
{
	struct people *p = people_of(s);
	struct roster roster;
	struct row_key *keys;

	if (!look_roster(s->tui->session, &s->arena, &roster, err))
		return false;
	p->rows = arena_array(&s->arena, roster.n + 1, sizeof(*p->rows));
	keys = arena_array(&s->arena, roster.n + 1, sizeof(*keys));
	for (size_t i = 0; i < roster.n; i++) {
		p->rows[i] = (struct row){
		    &roster.at[i], keeper_why_not(&roster.at[i], &s->arena)};
		keys[i] = (struct row_key){{(int64_t)i, 0, 0}};
	}
	list_take_all(&p->list,
		      (struct list_piece){.keys = keys, .n = roster.n});
	return true;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct people *p = people_of(s);

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, p->widths);
	list_set_rows(&p->list, rows - HEAD_ROWS - FOOT_ROWS);
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct people *p = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), p->widths, row,
			 &p->rows[i]);
}

/* The order whole, and why it does not count now; the absence. */
static void
draw_chosen(const struct row *row, struct area a)
{
	const struct keeper *k = row->keeper;
	struct pager p = {0};
	struct text t = {0};

	area_rule(a, 0, STYLE_DIM);
	pager_start(&p, a.rows - 1, a.cols);
	if (k->capacity) {
		text_add_order(&t, k->order_no, k->order_date);
		struct text told = {0};

		text_add_order_told(&told, t.s);
		text_add(&told, " · ");
		text_add_period(&told, k->since, k->until);
		if (k->rank > 1)
			text_printf(&told, _(" · named as %s"),
				    DIGITS(k->rank));
		pager_field(&p, 1, _("Order"), VALUE_COL, STYLE_NORMAL, told.s);
		text_done(&told);
	}
	pager_field(&p, 1, k->state == KEEPER_AWAY ? _("Absent") : _("Not now"),
		    VALUE_COL, STYLE_URGENT, row->why);
	pager_end(&p);
	pager_draw(&p, area_part(a, 1, 0, a.rows - 1, a.cols));
	text_done(&t);
	pager_done(&p);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct people *p = (const struct people *)s;

	if (p->list.n == 0) {
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG, _("Nobody holds a post."));
		return;
	}
	columns_draw_heading(columns, ARRAY_SIZE(columns), p->widths, a);
	list_draw(
	    &p->list,
	    area_part(a, HEAD_ROWS, 0, a.rows - HEAD_ROWS - FOOT_ROWS, a.cols),
	    &(const struct list_look){.row = draw_row}, p);
	draw_chosen(chosen(s),
		    area_part(a, a.rows - FOOT_ROWS, 0, FOOT_ROWS, a.cols));
}

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&people_of(s)->list, m);
}

/* A key is a command line about the chosen row. */
static const struct {
	const char *move;
	const char *command;
	bool of_post, of_person;
} commands[] = {
    {"act-for", "acting add", true, false},
    {"end-order", "acting end", true, true},
    {"take-over", "acting take", true, false},
    {"is-absent", "absent", false, true},
    {"is-back", "absent end", false, true},
};

static unsigned
run(struct screen *s, const struct move *m)
{
	const struct row *row = chosen(s);
	struct text *line = &s->tui->pending;

	for (size_t i = 0; row && i < ARRAY_SIZE(commands); i++) {
		if (strcmp(commands[i].move, m->name) != 0)
			continue;
		text_add(line, commands[i].command);
		if (commands[i].of_post)
			text_printf(line, " %s", row->keeper->post);
		if (commands[i].of_person)
			text_printf(line, " %s", row->keeper->login);
	}
	return REACT_DONE;
}

static const struct screen_act people_acts[] = {
    {"act-for", run},   {"end-order", run}, {"take-over", run},
    {"is-absent", run}, {"is-back", run},   {NULL, NULL},
};

/* Only an order ends so, and only who is absent comes back. */
static bool
lacks(const struct screen *s, const struct move *m)
{
	const struct row *row = chosen(s);

	if (row == NULL)
		return true;
	if (strcmp(m->name, "end-order") == 0)
		return row->keeper->acting == 0;
	return strcmp(m->name, "is-back") == 0 && row->keeper->absence == 0;
}

const struct screen_ops people_ops = {
    .name = "people",
    .size = sizeof(struct people),
    .acts = people_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .lacks = lacks,
};

struct screen *
people_new(struct tui *t)
{
	return screen_new(t, &people_ops);
}
