/* duties.c -- what is to be done by when: overdue, today, this week, later */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/duty.h"

#include "tui/column.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/pager.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

/* One day as it is shown. */
struct row {
	const struct duty_due *due;
	enum duty_when when;
	const char *day, *last, *number, *what;
	struct letter letter; /* for commands */
};

struct board {
	struct screen screen;
	bool all;       /* of the whole office, not the asker's alone */
	bool every_day; /* of what comes again, not the next alone */
	struct row *rows;
	struct list list;
	int counts[DUTY_WHENS];
	int wanted[COLUMNS_MAX], widths[COLUMNS_MAX];
};

static const struct row *
row_of(const void *row)
{
	return row;
}

static void
add_day(const void *row, struct text *t)
{
	text_add(t, row_of(row)->day);
}

static void
add_last(const void *row, struct text *t)
{
	text_add(t, row_of(row)->last);
}

static void
add_number(const void *row, struct text *t)
{
	text_add(t, row_of(row)->number);
}

static void
add_what(const void *row, struct text *t)
{
	text_add(t, row_of(row)->what);
}

static void
add_owner(const void *row, struct text *t)
{
	const char *name = row_of(row)->due->owner_name;

	text_add(t, name ? name : _("(nobody)"));
}

static enum style
day_style(const void *row)
{
	static const enum style of[DUTY_WHENS] = {
	    [DUTY_OVERDUE] = STYLE_URGENT, [DUTY_TODAY] = STYLE_STRONG};

	return of[row_of(row)->when];
}

static enum style
owner_style(const void *row)
{
	return row_of(row)->due->owner_name ? STYLE_NORMAL : STYLE_DIM;
}

static enum style
dim(const void *row)
{
	(void)row;
	return STYLE_DIM;
}

/* clang-format off */

static const struct column columns[] = {
	{ .heading = N_("Due"), .min = 11, .max = 14, .value = add_day,
	  .style = day_style },
	{ .heading = N_("Work ends"), .min = 10, .max = 11, .rank = 2,
	  .value = add_last, .style = day_style },
	{ .heading = N_("What"), .min = 16, .value = add_what },
	{ .heading = N_("Letter"), .min = 10, .max = 12, .rank = 1,
	  .value = add_number, .style = dim },
	{ .heading = N_("Whose"), .min = 9, .max = 14, .rank = 3,
	  .value = add_owner, .style = owner_style },
};

/* clang-format on */

enum {
	HEAD_ROWS = 2, /* how many of each, and the headings */
	PREVIEW_ROWS = 7,
	PREVIEW_FROM = 18, /* rows of a window that has room for it */
	LABEL_COL = 1,
	VALUE_COL = 14
};

static struct board *
board_of(struct screen *s)
{
	return (struct board *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	text_printf(t, "%s · %s", _("Duties"),
		    ((const struct board *)s)->all ? _("of the office")
						   : _("mine"));
}

static const struct row *
chosen(const struct screen *s)
{
	const struct board *b = (const struct board *)s;

	return b->list.n > 0 ? &b->rows[b->list.at] : NULL;
}

/* ------------------------------------------------------------------- loaded */

static const char *
kept(struct arena *a, struct text *t)
{
	const char *s = arena_strdup(a, text_str(t));

	text_done(t);
	return s;
}

static const char *
day_words(struct arena *a, struct date from, struct date d, bool thai)
{
	struct text t = {0};

	if (from.year != 0) {
		text_add_number(&t, from.day, thai);
		text_add(&t, "–");
	}
	text_add_date(&t, d, DATE_SHORT, thai);
	return kept(a, &t);
}

/* "? รายงานผล · ม.ค. 69": the period, where it is not the day itself. */
static const char *
what_words(struct arena *a, const struct duty_due *d, bool thai)
{
	struct text t = {0};

	text_add_duty_due(&t, d, thai);
	return kept(a, &t);
}

static const char *
number_words(struct arena *a, const struct duty_due *d, bool thai)
{
	struct text t = {0};

	text_add_book_number(&t, d->book, d->year, d->number, thai);
	if (d->nth > 1) {
		text_add(&t, " #");
		text_add_number(&t, d->nth, thai);
	}
	return kept(a, &t);
}

static struct row
row_made(struct arena *a, const struct duty_due *d, struct date today,
	 bool thai)
{
	static const struct date no_day;
	bool is_moved = date_compare(d->due, d->last_day) != 0;

	return (struct row){
	    .due = d,
	    .when = duty_when(d->due, d->last_day, today),
	    .day = day_words(a, d->from_day, d->due, thai),
	    .last = is_moved ? day_words(a, no_day, d->last_day, thai) : "",
	    .number = number_words(a, d, thai),
	    .what = what_words(a, d, thai),
	    .letter = {.id = d->letter,
		       .book = d->book,
		       .year = d->year,
		       .number = d->number,
		       .state = d->letter_state,
		       .at_post = d->at_post,
		       .subject = d->subject,
		       .sender = d->sender,
		       .secrecy = d->secrecy},
	};
}

static struct row_key
key_of(const struct row *r)
{
	const struct date d = r->due->last_day;

	return (struct row_key){{(int64_t)r->when * 100000000 + d.year * 10000 +
				     d.month * 100 + d.day,
				 r->due->id, r->due->period}};
}

static int
by_key(const void *a, const void *b)
{
	return row_key_compare(key_of(a), key_of(b));
}

static void
count(struct board *b, size_t n)
{
	memset(b->counts, 0, sizeof(b->counts));
	for (size_t i = 0; i < n; i++)
		b->counts[b->rows[i].when]++;
}

static void
take_rows(struct board *b, struct row *rows, size_t n)
{
	struct arena *a = &b->screen.arena;
	struct row_span all = {b->list.aim, INT_MAX, INT_MAX};
	struct row_key *keys = arena_array(a, n, sizeof(*keys));
	bool *heads = arena_array(a, n, sizeof(*heads));

	qsort(rows, n, sizeof(*rows), by_key);
	for (size_t i = 0; i < n; i++) {
		keys[i] = key_of(&rows[i]);
		heads[i] = i == 0 || rows[i].when != rows[i - 1].when;
	}
	b->rows = rows;
	count(b, n);
	memset(b->wanted, 0, sizeof(b->wanted));
	for (size_t i = 0; i < n; i++)
		columns_measure(columns, ARRAY_SIZE(columns), &rows[i],
				b->wanted);
	list_take(&b->list, &all,
		  (struct list_piece){.keys = keys, .heads = heads, .n = n});
}

static bool
load(struct screen *s, struct error *err)
{
	struct board *b = board_of(s);
	struct session *session = s->tui->session;
	struct date today = session_today(session);
	struct duty_due_list list;
	struct row *rows;

	if (!look_duties(session, !b->all, look_duties_end(session), &s->arena,
			 &list, err))
		return false;
	if (!b->every_day)
		duties_keep_next(&list, today);
	rows = arena_array(&s->arena, list.n, sizeof(*rows));
	for (size_t i = 0; i < list.n; i++)
		rows[i] = row_made(&s->arena, &list.at[i], today,
				   tui_is_thai(s->tui));
	take_rows(b, rows, list.n);
	return true;
}

/* -------------------------------------------------------------------- drawn */

static int
preview_rows(int rows)
{
	return rows >= PREVIEW_FROM ? PREVIEW_ROWS : 0;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct board *b = board_of(s);

	columns_fit(columns, ARRAY_SIZE(columns), cols, b->wanted, b->widths);
	list_set_rows(&b->list, rows - HEAD_ROWS - preview_rows(rows));
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct board *b = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), b->widths, row,
			 &b->rows[i]);
}

static enum style
group_style(enum duty_when when)
{
	return when == DUTY_OVERDUE ? STYLE_ERROR
	       : when == DUTY_TODAY ? STYLE_URGENT
				    : STYLE_LABEL;
}

/* "overdue 3 · today 1 · this week 2", of what there is. */
static void
draw_counts(const struct board *b, struct area a)
{
	int col = 1;

	for (int i = 0; i < DUTY_WHENS; i++) {
		struct text t = {0};

		if (b->counts[i] == 0)
			continue;
		text_printf(&t, "%s ", _(duty_whens[i].label));
		text_add_number(&t, b->counts[i], tui_is_thai(b->screen.tui));
		if (col > 1)
			col += area_put(a, 0, col, STYLE_DIM, " · ");
		col += area_put(a, 0, col, group_style(i), t.s);
		text_done(&t);
	}
}

/* "── overdue 3 ──────" */
static void
draw_group(const void *ctx, size_t i, struct area a)
{
	const struct board *b = ctx;
	enum duty_when when = b->rows[i].when;
	struct text t = {0};

	text_printf(&t, " %s ", _(duty_whens[when].label));
	text_add_number(&t, b->counts[when], tui_is_thai(b->screen.tui));
	text_add(&t, " ");
	area_rule(a, 0, STYLE_DIM);
	area_put(a, 0, 2, group_style(when), t.s);
	text_done(&t);
}

static void
write_days(const struct board *b, const struct row *r, struct pager *p)
{
	struct text t = {0};

	text_add_duty_day(&t, r->due->from_day, r->due->due, r->due->last_day,
			  tui_is_thai(b->screen.tui));
	pager_field(p, LABEL_COL, _("Due"), VALUE_COL, day_style(r), t.s);
	text_done(&t);
}

/* The chosen one whole, below a line. */
static void
draw_chosen(const struct board *b, struct area a)
{
	const struct row *r = &b->rows[b->list.at];
	struct pager p = {0};

	area_rule(a, 0, STYLE_DIM);
	pager_start(&p, a.rows - 1, a.cols);
	pager_field(&p, LABEL_COL, _("What"), VALUE_COL, STYLE_STRONG, r->what);
	write_days(b, r, &p);
	pager_field(&p, LABEL_COL, _("Report to"), VALUE_COL, STYLE_NORMAL,
		    r->due->places);
	pager_field(&p, LABEL_COL, _("Subject"), VALUE_COL, STYLE_NORMAL,
		    r->due->subject);
	pager_field(&p, LABEL_COL, _("From"), VALUE_COL, STYLE_DIM,
		    r->due->sender);
	pager_end(&p);
	pager_draw(&p, area_part(a, 1, 0, a.rows - 1, a.cols));
	pager_done(&p);
}

static void
draw(const struct screen *s, struct area a)
{
	static const struct list_look look = {.row = draw_row,
					      .head = draw_group};
	const struct board *b = (const struct board *)s;
	int preview = preview_rows(a.rows);

	draw_counts(b, a);
	columns_draw_heading(columns, ARRAY_SIZE(columns), b->widths,
			     area_part(a, 1, 0, 1, a.cols));
	if (b->list.n == 0) {
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG,
				b->all ? _("Nothing is to be done.")
				       : _("Nothing is yours to do."));
		return;
	}
	list_draw(
	    &b->list,
	    area_part(a, HEAD_ROWS, 0, a.rows - HEAD_ROWS - preview, a.cols),
	    &look, b);
	if (preview > 0)
		draw_chosen(b,
			    area_part(a, a.rows - preview, 0, preview, a.cols));
}

/* ------------------------------------------------------------------- moved */

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&board_of(s)->list, m);
}

static unsigned
mine_or_all(struct screen *s, const struct move *m)
{
	(void)m;
	board_of(s)->all = !board_of(s)->all;
	return REACT_RELOAD;
}

static const struct letter *
letter(const struct screen *s)
{
	const struct row *r = chosen(s);

	return r ? &r->letter : NULL;
}

/* Acts on a duty are about the chosen one. */
static size_t
options(const struct screen *s, const struct action *act, struct arena *a,
	struct argument *at)
{
	const struct row *r = chosen(s);
	size_t n = 0;

	if (r == NULL || action_option(act, "duty") == NULL ||
	    strncmp(act->name, "duty ", 5) != 0)
		return 0;
	at[n++] = (struct argument){"duty", arena_printf(a, "%d", r->due->nth)};
	if (action_option(act, "period") != NULL)
		at[n++] = (struct argument){
		    "period", arena_printf(a, "%d", r->due->period)};
	return n;
}

static const struct screen_act acts[] = {
    {"filter", mine_or_all},
    {NULL, NULL},
};

const struct screen_ops duties_ops = {
    .name = "duties",
    .size = sizeof(struct board),
    .acts = acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .letter = letter,
    .options = options,
};

struct screen *
duties_new(struct tui *t, bool all, bool every_day)
{
	struct screen *s = screen_new(t, &duties_ops);

	board_of(s)->all = all;
	board_of(s)->every_day = every_day;
	list_aim(&board_of(s)->list, ROW_KEY_TOP);
	return s;
}
