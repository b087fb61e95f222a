/* drafts.c -- what one typed and has not done: to go on with, or to discard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "tui/column.h"
#include "tui/form.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/pager.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

/* One draft as it is shown. */
struct row {
	const struct draft_line *draft;
	const char *words;  /* the first that was typed */
	const char *number; /* of the letter, "" for none */
	const char *at;
};

struct drafts {
	struct screen screen;
	struct row *rows;
	struct list list;
	int widths[COLUMNS_MAX];
};

static void
add_title(const void *row, struct text *t)
{
	const struct row *r = row;

	text_add(t, _(r->draft->page.request.action->title));
}

static void
add_number(const void *row, struct text *t)
{
	text_add(t, ((const struct row *)row)->number);
}

static void
add_words(const void *row, struct text *t)
{
	const struct row *r = row;

	text_add(t, r->draft->is_veiled ? _("(secret: shown to those "
					    "it was given to)")
					: r->words);
}

static void
add_at(const void *row, struct text *t)
{
	const struct row *r = row;

	text_add(t, r->draft->is_in_use ? _("open now") : r->at);
}

static enum style
dim(const void *row)
{
	(void)row;
	return STYLE_DIM;
}

static enum style
strong(const void *row)
{
	(void)row;
	return STYLE_STRONG;
}

/* clang-format off */

static const struct column columns[] = {
	{ .heading = N_("Form"), .min = 16, .max = 22,
	  .value = add_title, .style = strong },
	{ .heading = N_("No."), .min = 4, .max = 10, .align = ALIGN_RIGHT,
	  .value = add_number },
	{ .heading = N_("Typed"), .min = 16, .value = add_words },
	{ .heading = N_("Last"), .min = 12, .max = 20, .rank = 1,
	  .value = add_at, .style = dim },
};

/* clang-format on */

enum { HEAD_ROWS = 1, LIST_SHARE = 2, VALUE_COL = 20 };

static struct drafts *
drafts_of(struct screen *s)
{
	return (struct drafts *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("Drafts"));
}

/* Of the texts the longest says best which draft it is. */
static const char *
words_of(const struct request *r)
{
	const char *best = "";

	for (size_t i = 0; i < r->n; i++) {
		const struct option *o =
		    r->at[i].name ? action_option(r->action, r->at[i].name)
				  : NULL;

		if (o && (o->kind == VALUE_TEXT || o->kind == VALUE_LINE) &&
		    strlen(r->at[i].value) > strlen(best))
			best = r->at[i].value;
	}
	return best;
}

static void
fill_row(struct drafts *d, struct row *row, const struct draft_line *line)
{
	struct arena *a = &d->screen.arena;
	const char *number = line->page.number;
	bool is_thai = tui_is_thai(d->screen.tui);
	struct text at = {0}, shown = {0};

	text_add_moment(&at, line->at, is_thai);
	if (number)
		text_add_operand(&shown, number, is_thai);
	*row = (struct row){
	    .draft = line,
	    .words =
		text_fold_space(arena_strdup(a, words_of(&line->page.request))),
	    .number = arena_strdup(a, text_str(&shown)),
	    .at = arena_strdup(a, text_str(&at)),
	};
	text_done(&shown);
	text_done(&at);
}

/* As drafts_mine() orders them: by age, then by id. */
static struct row_key
key_of(const struct draft_line *line)
{
	const unsigned char *id = line->page.request.act_id;
	int64_t begins = 0;

	for (int i = 0; i < 7; i++)
		begins = begins * 256 + id[i];
	return (struct row_key){{line->page.since, begins, 0}};
}

static bool
load(struct screen *s, struct error *err)
{
	struct drafts *d = drafts_of(s);
	struct draft_list list = {0};
	struct row_key *keys;
	struct row *rows;

	if (!drafts_mine(s->tui->session, &s->arena, &list, err))
		return false;
	rows = arena_array(&s->arena, list.n, sizeof(*rows));
	keys = arena_array(&s->arena, list.n, sizeof(*keys));
	for (size_t i = 0; i < list.n; i++) {
		fill_row(d, &rows[i], &list.at[i]);
		keys[i] = key_of(&list.at[i]);
	}
	d->rows = rows;
	list_take_all(&d->list, (struct list_piece){.keys = keys, .n = list.n});
	return true;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct drafts *d = drafts_of(s);

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, d->widths);
	list_set_rows(&d->list, rows / LIST_SHARE - HEAD_ROWS);
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct drafts *d = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), d->widths, row,
			 &d->rows[i]);
}

/* Every field of the chosen one, under a line. */
static void
draw_fields(const struct request *r, struct area a)
{
	struct pager p = {0};

	area_rule(a, 0, STYLE_DIM);
	pager_start(&p, a.rows - 1, a.cols);
	for (size_t i = 0; i < r->n; i++) {
		const struct option *o =
		    r->at[i].name ? action_option(r->action, r->at[i].name)
				  : NULL;

		if (o)
			pager_field(&p, 1, _(o->label), VALUE_COL, STYLE_NORMAL,
				    r->at[i].value);
	}
	pager_end(&p);
	pager_draw(&p, area_part(a, 1, 0, a.rows - 1, a.cols));
	pager_done(&p);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct drafts *d = (const struct drafts *)s;
	int split = a.rows / LIST_SHARE;

	columns_draw_heading(columns, ARRAY_SIZE(columns), d->widths, a);
	if (d->list.n == 0) {
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG, _("There are no drafts."));
		return;
	}
	list_draw(&d->list,
		  area_part(a, HEAD_ROWS, 0, split - HEAD_ROWS, a.cols),
		  &(const struct list_look){.row = draw_row}, d);
	draw_fields(&d->rows[d->list.at].draft->page.request,
		    area_part(a, split, 0, a.rows - split, a.cols));
}

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&drafts_of(s)->list, m);
}

static const struct draft_line *
chosen(const struct drafts *d)
{
	return d->list.n > 0 ? d->rows[d->list.at].draft : NULL;
}

/* The screen this one was opened from, when that is a form. */
static struct form *
form_below(const struct screen *s)
{
	const struct tui *t = s->tui;

	for (size_t i = 1; i < t->n_screens; i++)
		if (t->screens[i] == s &&
		    strcmp(t->screens[i - 1]->ops->name, "form") == 0)
			return (struct form *)t->screens[i - 1];
	return NULL;
}

/* The form opens in place of this screen, and of the empty one below. */
static unsigned
go_on(struct screen *s, const struct move *m)
{
	const struct draft_line *line = chosen(drafts_of(s));
	const struct form *below = form_below(s);
	struct tui *t = s->tui;
	struct error err = {0};

	(void)m;
	if (!line)
		return REACT_DONE;
	struct screen *form = form_continue(t, line, &err);
	if (!form) {
		tui_fail(t, &err);
		return REACT_RELOAD;
	}
	tui_pop(t);
	if (below && !below->is_touched)
		tui_pop(t);
	tui_push(t, form);
	return REACT_RELOAD_ALL;
}

static unsigned
discard(struct screen *s, const struct move *m)
{
	const struct draft_line *line = chosen(drafts_of(s));
	struct error err = {0};

	if (!line ||
	    !tui_warns(s->tui, m,
		       _("The draft will be lost.  Once more to discard it.")))
		return REACT_DONE;
	if (draft_discard(s->tui->session, line, &err))
		tui_say(s->tui, STYLE_GOOD, _("The draft is discarded."));
	else
		tui_fail(s->tui, &err);
	return REACT_RELOAD_ALL;
}

static unsigned
take(struct screen *s, const struct move *m)
{
	const struct draft_line *line = chosen(drafts_of(s));
	struct form *below = form_below(s);

	(void)m;
	if (!line)
		return REACT_DONE;
	if (!below) {
		tui_say(s->tui, STYLE_ERROR,
			_("Open the form first that is to take the text."));
		return REACT_DONE;
	}
	if (form_take(&below->screen, &line->page.request) == 0)
		tui_say(s->tui, STYLE_ERROR,
			_("The form has no empty field for this text."));
	return REACT_CLOSE;
}

static const struct screen_act drafts_acts[] = {
    {"continue", go_on},
    {"discard", discard},
    {"draft-take", take},
    {NULL, NULL},
};

const struct screen_ops drafts_ops = {
    .name = "drafts",
    .size = sizeof(struct drafts),
    .acts = drafts_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
};

struct screen *
drafts_new(struct tui *t)
{
	return screen_new(t, &drafts_ops);
}

void
drafts_tell_done(struct tui *t)
{
	struct arena arena;
	struct draft_list list = {0};
	struct error err = {0};
	struct text told = {0};

	arena_init(&arena);
	if (!drafts_mine(t->session, &arena, &list, &err))
		tui_fail(t, &err);
	for (size_t i = 0; i < list.n; i++)
		if (list.at[i].done && !list.at[i].is_in_use &&
		    draft_discard(t->session, &list.at[i], &err))
			text_printf(&told, "%s %s  ", _("done:"),
				    list.at[i].done);
	if (told.n > 0)
		tui_say(t, STYLE_GOOD, text_trim(told.s));
	text_done(&told);
	arena_done(&arena);
}
