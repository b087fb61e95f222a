/* term-curses.c -- a terminal by ncursesw: the only file that knows curses */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <curses.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/i18n.h"

#include "tui/term.h"

/* clang-format off */
#include <term.h> /* last: it makes macros of everyday words */
/* clang-format on */

const struct error_kind TERM_UNUSABLE = {
    "term-unusable", EXIT_USAGE,
    N_("the screen cannot be shown on this terminal; try --plain")};

/* Not from <term.h>: that has a struct terminal of its own, and macros named
   like our fields. */
int setupterm(const char *name, int fd, int *found);

enum { SARA_AM = 0x0E33, TICK_MS = 1000, ESCAPE_MS = 25 };

static const int closing_signals[] = {SIGHUP, SIGTERM, SIGINT};
enum { N_SIGNALS = ARRAY_SIZE(closing_signals) };

struct term_curses {
	struct terminal term;
	SCREEN *screen;
	struct grid shown;
	bool has_colour;
	bool is_forgotten; /* draw everything */
	struct sigaction before[N_SIGNALS];
};

static volatile sig_atomic_t is_closing;

static struct term_curses *
curses_of(struct terminal *t)
{
	return (struct term_curses *)t;
}

static void
note_signal(int signal)
{
	(void)signal;
	is_closing = 1;
}

static void
catch_signals(struct term_curses *tc)
{
	struct sigaction action = {.sa_handler = note_signal};

	is_closing = 0;
	sigemptyset(&action.sa_mask);
	for (int i = 0; i < N_SIGNALS; i++)
		sigaction(closing_signals[i], &action, &tc->before[i]);
}

static void
release_signals(const struct term_curses *tc)
{
	for (int i = 0; i < N_SIGNALS; i++)
		sigaction(closing_signals[i], &tc->before[i], NULL);
}

/* Run by bug(): the message must not drown in the screen. */
static void
leave_curses(void)
{
	endwin();
}

static void
curses_size(struct terminal *t, int *rows, int *cols)
{
	(void)t;
	getmaxyx(stdscr, *rows, *cols);
}

static const struct {
	wint_t code;
	uint32_t key;
} named_keys[] =
    {
	{KEY_UP,        K_UP       },
	{KEY_DOWN,      K_DOWN     },
	{KEY_LEFT,      K_LEFT     },
	{KEY_RIGHT,     K_RIGHT    },
	{KEY_HOME,      K_HOME     },
	{KEY_FIND,      K_HOME     },
	{KEY_END,       K_END      },
	{KEY_SELECT,    K_END      },
	{KEY_PPAGE,     K_PAGE_UP  },
	{KEY_NPAGE,     K_PAGE_DOWN},
	{KEY_BACKSPACE, K_BACKSPACE},
	{KEY_DC,        K_DELETE   },
	{KEY_IC,        K_INSERT   },
	{KEY_BTAB,      K_BACKTAB  },
	{KEY_ENTER,     K_ENTER    },
	{KEY_RESIZE,    K_RESIZE   },
},
  typed_keys[] = {
      {'\r', K_ENTER}, {'\n', K_ENTER},     {'\t', K_TAB},
      {0x1b, K_ESC},   {0x7f, K_BACKSPACE}, {0x08, K_BACKSPACE},
};

static uint32_t
key_of(int kind, wint_t code)
{
	if (kind == KEY_CODE_YES) {
		if (code >= KEY_F(1) && code <= KEY_F(12))
			return K_F1 + (uint32_t)(code - KEY_F(1));
		for (size_t i = 0; i < ARRAY_SIZE(named_keys); i++)
			if (named_keys[i].code == code)
				return named_keys[i].key;
		return K_NONE;
	}
	for (size_t i = 0; i < ARRAY_SIZE(typed_keys); i++)
		if (typed_keys[i].code == code)
			return typed_keys[i].key;
	return (uint32_t)code;
}

/* A terminal that is gone reads as an error at once, for ever. */
static bool
is_hung_up(void)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};

	return poll(&in, 1, 0) > 0 &&
	       (in.revents & (POLLHUP | POLLERR | POLLNVAL));
}

static uint32_t
curses_read(struct terminal *t)
{
	wint_t code = 0;

	(void)t;
	if (is_closing)
		return K_CLOSED;
	int kind = get_wch(&code);
	if (is_closing)
		return K_CLOSED;
	if (kind == ERR)
		return is_hung_up() ? K_CLOSED : K_TICK;
	return key_of(kind, code);
}

static attr_t
attributes_of(const struct term_curses *tc, const struct cell *c)
{
	unsigned look = style_look(c->style, c->is_selected, tc->has_colour);

	return (look & LOOK_BOLD ? A_BOLD : 0) | (look & LOOK_DIM ? A_DIM : 0) |
	       (look & LOOK_REVERSE ? A_REVERSE : 0) |
	       (look & LOOK_UNDERLINE ? A_UNDERLINE : 0);
}

static void
put_cell(const struct term_curses *tc, int row, int col, const struct cell *c)
{
	wchar_t codes[CELL_CODES + 1] = {0};
	short pair = tc->has_colour ? (short)(c->style + 1) : 0;
	cchar_t glyph;

	if (!c->code[0])
		return; /* shown by the wide character before it */
	for (int i = 0; i < CELL_CODES; i++)
		codes[i] = (wchar_t)c->code[i];
	if (setcchar(&glyph, codes, attributes_of(tc, c), pair, NULL) == OK)
		mvadd_wch(row, col, &glyph);
}

/*
 * Terminals disagree about the width of SARA AM, and no query tells.  So
 * what follows one is written only after the cursor was put there by
 * address: a wrong width then spoils one cell, not the rest of the row.
 */
static void
settle_cursor(int row, int col)
{
	move(row, col);
	refresh();
	/* putp() writes past the buffer of curses, which is empty now */
	putp(tparm(cursor_address, row, col));
	fflush(stdout);
}

static void
flush_row(struct term_curses *tc, const struct grid *g, int row)
{
	for (int col = 0; col < g->cols; col++) {
		const struct cell *c = grid_cell(g, row, col);
		struct cell *shown = grid_cell(&tc->shown, row, col);

		if (!tc->is_forgotten && cell_equal(c, shown))
			continue;
		*shown = *c;
		put_cell(tc, row, col, c);
		if (c->code[0] == SARA_AM && col + 1 < g->cols)
			settle_cursor(row, col + 1);
	}
}

static void
curses_flush(struct terminal *t, const struct grid *g)
{
	struct term_curses *tc = curses_of(t);

	if (g->rows != tc->shown.rows || g->cols != tc->shown.cols) {
		grid_resize(&tc->shown, g->rows, g->cols);
		tc->is_forgotten = true;
	}
	if (tc->is_forgotten)
		clearok(curscr, TRUE);
	for (int row = 0; row < g->rows; row++)
		flush_row(tc, g, row);
	tc->is_forgotten = false;
	curs_set(g->cursor_row >= 0 ? 1 : 0);
	if (g->cursor_row >= 0)
		move(g->cursor_row, g->cursor_col);
	refresh();
}

static void
curses_forget(struct terminal *t)
{
	curses_of(t)->is_forgotten = true;
}

static void
curses_suspend(struct terminal *t)
{
	/* curses' own handler gives the terminal away and takes it back */
	raise(SIGTSTP);
	curses_forget(t);
}

static void
curses_done(struct terminal *t)
{
	struct term_curses *tc = curses_of(t);

	bug_set_hook(NULL);
	endwin();
	delscreen(tc->screen);
	release_signals(tc);
	grid_done(&tc->shown);
	free(tc);
}

static const struct term_ops curses_ops = {
    .size = curses_size,
    .read = curses_read,
    .flush = curses_flush,
    .forget = curses_forget,
    .suspend = curses_suspend,
    .done = curses_done,
};

static void
start_colours(struct term_curses *tc, bool is_wanted)
{
	tc->has_colour = is_wanted && has_colors() && start_color() == OK &&
			 use_default_colors() == OK;
	if (!tc->has_colour)
		return;
	for (int i = 0; i < STYLE_COUNT; i++)
		init_pair((short)(i + 1), (short)styles[i].ink,
			  (short)styles[i].paper);
}

static void
start_keys(void)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	set_escdelay(ESCAPE_MS);
	timeout(TICK_MS);
}

/* Asked before newterm(), which leaks when it fails. */
static bool
is_known(void)
{
	int found;

	if (setupterm(NULL, STDOUT_FILENO, &found) != OK)
		return false;
	bool can_address = cursor_address != NULL;
	del_curterm(cur_term);
	return can_address;
}

struct terminal *
term_curses_new(bool has_colour, struct error *err)
{
	struct term_curses *tc;

	if (!is_known()) {
		error_set(err, &TERM_UNUSABLE, NULL);
		return NULL;
	}
	tc = xcalloc(1, sizeof(*tc));
	tc->term.ops = &curses_ops;
	catch_signals(tc);
	tc->screen = newterm(NULL, stdout, stdin);
	if (!tc->screen)
		bug("a terminal that was there is gone");
	bug_set_hook(leave_curses);
	start_keys();
	start_colours(tc, has_colour);
	return &tc->term;
}
