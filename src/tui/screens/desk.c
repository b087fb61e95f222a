/* desk.c -- what waits for me */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/retention.h"

#include "app/clock.h"
#include "app/draft.h"
#include "app/turn.h"

#include "tui/loop.h"
#include "tui/perform.h"
#include "tui/screens/desk-acting.h"
#include "tui/screens/desk-duties.h"
#include "tui/screens/desk-keeping.h"
#include "tui/screens/filter.h"
#include "tui/screens/letters.h"
#include "tui/screens/preview.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

struct desk {
	struct screen screen;
	struct desk_counts counts;
	struct letters letters;
	bool may_receive;
	bool is_alone; /* nobody else holds a post of the office */
	struct keeping keeping;
	struct desk_duties duties;
	int said; /* how many duties were told of in the status line */
	struct actor actor; /* as of now */
	size_t n_drafts;    /* that wait to be gone on with */
	int list_year;      /* of a list of destruction that is due; 0 = none */
	struct clock_state clock;
	int wanted[COLUMNS_MAX];
	int widths[COLUMNS_MAX];
};

/* clang-format off */

static const struct column columns[] = {
	{ .heading = N_("No."), .min = 4, .max = 9, .align = ALIGN_RIGHT,
	  .value = row_add_number, .style = row_strong_style },
	{ .heading = N_("Class"), .min = 6, .max = 14,
	  .value = row_add_classes, .style = row_class_style },
	{ .heading = N_("Subject"), .min = 20,
	  .value = row_add_subject },
	{ .heading = N_("From"), .min = 12, .max = 24, .rank = 1,
	  .value = row_add_sender },
	{ .heading = N_("Waiting"), .min = 6, .max = 9, .align = ALIGN_RIGHT,
	  .value = row_add_lain, .style = row_dim_style },
};

/* clang-format on */

enum {
	HEAD_ROWS = 3, /* and one of duties, where there are some */
	PREVIEW_ROWS = 5,
	PREVIEW_FROM = 15
};

static struct desk *
desk_of(struct screen *s)
{
	return (struct desk *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("My desk"));
}

static const struct letter *
chosen(const struct screen *s)
{
	return letters_chosen(&((const struct desk *)s)->letters);
}

static const struct letter *
in_sight(const struct screen *s, size_t i)
{
	return letters_in_sight(&((const struct desk *)s)->letters, i);
}

static void
measure(struct desk *d)
{
	memset(d->wanted, 0, sizeof(d->wanted));
	for (size_t i = 0; i < d->letters.list.n; i++)
		columns_measure(columns, ARRAY_SIZE(columns),
				&d->letters.rows[i], d->wanted);
}

/* A clock that has just come to be doubted is told at once. */
static bool
load_clock(struct desk *d, struct error *err)
{
	bool was_sound = d->clock.doubt == CLOCK_SOUND;
	struct text t = {0};

	if (!look_clock(d->screen.tui->session, &d->clock, err))
		return false;
	if (was_sound && d->clock.doubt != CLOCK_SOUND) {
		text_printf(&t, "%s: ", _("The clock is in doubt"));
		text_add_doubt(&t, &d->clock);
		tui_say(d->screen.tui, STYLE_ERROR, t.s);
	}
	text_done(&t);
	return true;
}

/* Somebody has founded the office, and nobody was added yet. */
static bool
find_others(const struct desk *d, struct arena *a, bool *is_alone,
	    struct error *err)
{
	struct place_list posts = {0};

	if (!look_posts(d->screen.tui->session, a, &posts, err))
		return false;
	*is_alone = true;
	for (size_t i = 0; i < posts.n; i++)
		if (posts.at[i].holders &&
		    !text_is_same(posts.at[i].holders, d->actor.name))
			*is_alone = false;
	return true;
}

static bool
load(struct screen *s, struct error *err)
{
	struct desk *d = desk_of(s);
	struct session *session = s->tui->session;
	const struct look_filter waiting = {.mine = true};
	struct desk_counts counts = {0};
	struct keeping keeping;
	struct error refused = {0}, unread = {0};
	struct actor actor;

	if (!session_actor(session, &s->arena, &actor, err) ||
	    !look_counts(session, &counts, err) ||
	    !look_keeping(session, &s->arena, &keeping, err) ||
	    !desk_load_duties(session, &actor, &d->duties, err) ||
	    !letters_load(&d->letters, s, &waiting, err))
		return false;
	measure(d);
	d->counts = counts;
	d->keeping = keeping;
	d->actor = actor;
	desk_say_duties(s->tui, &d->duties, &d->said);
	if (!load_clock(d, err) ||
	    !find_others(d, &s->arena, &d->is_alone, err) ||
	    !look_destruction(session, &d->list_year, err))
		return false;
	/* Drafts that cannot be read keep nobody from his desk. */
	if (!drafts_waiting(session, &d->n_drafts, &unread))
		tui_fail(s->tui, &unread);
	d->may_receive =
	    action_may(s->tui->session, action_find("receive"), NULL, &refused);
	return true;
}

static int
preview_rows(int rows)
{
	return rows >= PREVIEW_FROM ? PREVIEW_ROWS : 0;
}

/* Above the letters: counts, what must be known, duties, the heading. */
static int
head_rows(const struct desk *d)
{
	return HEAD_ROWS + desk_duties_rows(&d->duties);
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct desk *d = desk_of(s);

	columns_fit(columns, ARRAY_SIZE(columns), cols, d->wanted, d->widths);
	if (!list_set_rows(&d->letters.list,
			   rows - head_rows(d) - preview_rows(rows)))
		s->is_stale = true;
}

/* Left out where it does not fit whole. */
static int
draw_count(const struct desk *d, struct area a, int col, const char *what,
	   int count)
{
	struct text t = {0};

	text_add_number(&t, count, tui_is_thai(d->screen.tui));
	if (col + 4 + thai_columns(what) + (int)t.n > a.cols) {
		text_done(&t);
		return a.cols;
	}
	if (col > 1)
		col += area_put(a, 0, col, STYLE_DIM, " · ");
	col += area_put(a, 0, col, STYLE_LABEL, what);
	col += area_put(a, 0, col, STYLE_NORMAL, " ");
	col += area_put(a, 0, col, STYLE_STRONG, text_str(&t));
	text_done(&t);
	return col;
}

static void
draw_counts(const struct desk *d, struct area a)
{
	int col = 1;

	col = draw_count(d, a, col, _("waiting for me"), d->counts.mine);
	col = draw_count(d, a, col, _("received today"), d->counts.today);
	col = draw_count(d, a, col, _("last number"), d->counts.last);
	col = draw_count(d, a, col, _("on the way up"), d->counts.in_chain);
	col = draw_count(d, a, col, _("with divisions"), d->counts.ordered);
	if (d->counts.unsent > 0)
		draw_count(d, a, col, _("to send"), d->counts.unsent);
}

/* "drafts 2  D go on with what you typed"; answers the column behind. */
static int
draw_told(const struct desk *d, struct area a, int col, const char *what,
	  enum style style, const char *command, const char *then)
{
	const struct binding *b =
	    keymap_find_command(&d->screen.tui->keys, "desk", command);
	struct text key = {0};

	col += area_put(a, 1, col, style, what) + 2;
	if (b)
		text_add_key(&key, b->key);
	col += area_put(a, 1, col, STYLE_KEY, text_str(&key)) + 1;
	col += area_put(a, 1, col, STYLE_DIM, then);
	text_done(&key);
	return col;
}

static int
draw_reminder(const struct desk *d, struct area a, int col, const char *what,
	      size_t n, const char *command, const char *hint)
{
	struct text t = {0};

	if (n == 0)
		return col;
	text_printf(&t, "%s ", what);
	text_add_number(&t, (long)n, tui_is_thai(d->screen.tui));
	col = draw_told(d, a, col, t.s, STYLE_URGENT, command, hint);
	text_done(&t);
	return col;
}

/* What waits besides letters: what other offices sent, and drafts. */
static int
draw_reminders(const struct desk *d, struct area a, int from)
{
	size_t incoming = d->may_receive ? (size_t)d->counts.incoming : 0;
	int col = draw_reminder(d, a, from, _("to be received"), incoming,
				"inbox", _("sent by other offices"));

	if (col > from && d->n_drafts > 0)
		col += 3;
	return draw_reminder(d, a, col, _("drafts"), d->n_drafts, "drafts",
			     _("go on with what you typed"));
}

/* In the weeks around the turn of the year, where there is room. */
static int
draw_turn(const struct desk *d, struct area a, int col)
{
	const struct session *s = d->screen.tui->session;
	struct year_turn turn = year_turn_near(&s->years, session_now(s));
	struct text t = {0};

	text_add_turn(&t, &turn);
	if (t.n > 0 && col + 2 + thai_columns(text_str(&t)) < a.cols) {
		col = col > 1 ? col + 2 : col;
		col += area_put(a, 1, col, STYLE_LABEL, text_str(&t));
	}
	text_done(&t);
	return col;
}

/* "list of destruction 2568: until 1 March 2569  destroy list". */
static int
draw_list(const struct desk *d, struct area a, int col)
{
	const bool thai = tui_is_thai(d->screen.tui);
	struct text t = {0};

	if (d->list_year == 0)
		return col;
	text_printf(&t, _("list of destruction %s: until "),
		    DIGITS(d->list_year));
	text_add_date(&t, retention_list_due(d->list_year), DATE_SHORT, thai);
	if (col + 2 + thai_columns(t.s) < a.cols) {
		col = col > 1 ? col + 2 : col;
		col += area_put(a, 1, col, STYLE_LABEL, t.s);
	}
	text_done(&t);
	return col;
}

/* One row, and what must be done first is told alone: nothing can be written
   before the clock is right, and no number given before paper was looked at. */
static void
draw_second(const struct desk *d, struct area a)
{
	const struct tui *t = d->screen.tui;
	int col;

	if (d->clock.doubt != CLOCK_SOUND) {
		draw_told(d, a, 1, _("The clock is in doubt"), STYLE_ERROR,
			  "clock confirm", _("confirm or set it right"));
		return;
	}
	if (desk_draw_asked(t, &d->keeping, a, 1))
		return;
	col = desk_draw_acting(t, &d->actor, a, 1);
	/* What must be known to act lawfully goes before what can wait. */
	if (col > a.cols / 2)
		return;
	col = draw_turn(d, a, draw_reminders(d, a, col));
	col = draw_list(d, a, col);
	desk_draw_backup(t, &d->keeping, a, 1, col);
}

static void
draw_hint(const struct desk *d, struct area a, int row, const char *command,
	  const char *what)
{
	const struct binding *b =
	    keymap_find_command(&d->screen.tui->keys, "desk", command);
	struct text key = {0};

	if (!b)
		return;
	text_add_key(&key, b->key);
	int col = (a.cols - 24) / 2;
	area_put(a, row, col, STYLE_HEAD, text_str(&key));
	area_put(a, row, col + 4, STYLE_NORMAL, what);
	text_done(&key);
}

static void
draw_empty(const struct desk *d, struct area a)
{
	unsigned roles = actor_roles(&d->actor);
	int row = a.rows / 3;

	area_put_padded(a, row, 0, a.cols, ALIGN_CENTRE, STYLE_STRONG,
			_("Nothing waits for you."));
	row += 2;
	if (d->may_receive)
		draw_hint(d, a, row++, "receive", _("receive a letter"));
	if ((roles & ROLES_KEEP) && d->is_alone)
		draw_hint(d, a, row++, "palette",
			  _("person add: who works in the office"));
	if (roles & ROLES_READ)
		draw_hint(d, a, row++, "register", _("see the register"));
	if (!(roles & (ROLES_WORK | ROLE_NONE)))
		draw_hint(d, a, row++, "log",
			  _("see what happened in the office"));
	draw_hint(d, a, row, "help", _("see what the keys do"));
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct desk *d = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), d->widths, row,
			 &d->letters.rows[i]);
	letters_draw_mark(&d->letters, &d->screen, i, row);
}

static const struct list_look look = {.row = draw_row};

static void
draw(const struct screen *s, struct area a)
{
	const struct desk *d = (const struct desk *)s;
	int preview = preview_rows(a.rows), head = head_rows(d);

	draw_counts(d, a);
	draw_second(d, a);
	desk_draw_duties(s->tui, &d->duties, a, 2);
	if (d->letters.list.n == 0) {
		draw_empty(d, a);
		return;
	}
	columns_draw_heading(columns, ARRAY_SIZE(columns), d->widths,
			     area_part(a, head - 1, 0, 1, a.cols));
	list_draw(&d->letters.list,
		  area_part(a, head, 0, a.rows - head - preview, a.cols), &look,
		  d);
	preview_draw(&d->letters.rows[d->letters.list.at],
		     area_part(a, a.rows - preview, 0, preview, a.cols));
}

static void
scroll(struct screen *s, const struct move *m)
{
	if (!list_move(&desk_of(s)->letters.list, m))
		s->is_stale = true;
}

static unsigned
narrow(struct screen *s, const struct move *m)
{
	(void)m;
	filter_open(s->tui, "", true);
	return REACT_DONE;
}

static const struct screen_act desk_acts[] = {
    {"filter", narrow},
    {NULL, NULL},
};

const struct screen_ops desk_ops = {
    .name = "desk",
    .size = sizeof(struct desk),
    .only_looks = true,
    .acts = desk_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .letter = chosen,
    .gives_whole = true,
    .in_sight = in_sight,
};

struct screen *
desk_new(struct tui *t)
{
	struct screen *s = screen_new(t, &desk_ops);

	list_aim(&desk_of(s)->letters.list, ROW_KEY_TOP);
	return s;
}
