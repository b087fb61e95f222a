/* term-curses.c -- a terminal by ncursesw: its keys, and one write a picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

#include "tui/give-back.h"
#include "tui/paste.h"
#include "tui/send.h"
#include "tui/term.h"

const struct error_kind TERM_UNUSABLE = {
    "term-unusable", EXIT_USAGE,
    N_("the screen cannot be shown on this terminal; try --plain")};

/* A paste whose end is lost is over when nothing came for PASTE_MS. */
enum { ESCAPE_MS = 25, PASTE_MS = 1000, SKIPPED_MAX = 20 };

/*
 * Curses reads the keys and knows the terminal.  What is shown is sent by
 * tui/send.h, as one piece: a refresh of curses goes out in pieces, trusts
 * the width of SARA AM, and drops what a terminal cannot write.
 */
struct term_curses {
	struct terminal term;
	SCREEN *screen;
	WINDOW *keys; /* a pad: reading from it draws nothing */
	struct caps caps;
	struct sender sender;
	struct text out;
	struct text aside; /* goes out before the next picture */
	bool is_in_screen;
	struct paste paste;
	int skipped; /* pictures that keys were faster than */
};

static struct term_curses *
curses_of(struct terminal *t)
{
	return (struct term_curses *)t;
}

static void
curses_size(struct terminal *t, int *rows, int *cols)
{
	(void)t;
	getmaxyx(stdscr, *rows, *cols);
}

/* What terminals send and curses has no name for. */
enum { OWN_PASTE = KEY_MAX + 1, OWN_PASTE_END, OWN_KEYS };

static const struct {
	const char *sent;
	uint32_t key;
} own_keys[] = {
    {"\033[1;5D", K_C_LEFT}, {"\033Od", K_C_LEFT},    {"\033[1;5C", K_C_RIGHT},
    {"\033Oc", K_C_RIGHT},   {"\033[1;5H", K_C_HOME}, {"\033[1;5F", K_C_END},
};

static const struct {
	wint_t code;
	uint32_t key;
} named_keys[] =
    {
	{KEY_UP, K_UP},
	{KEY_DOWN, K_DOWN},
	{KEY_LEFT, K_LEFT},
	{KEY_RIGHT, K_RIGHT},
	{KEY_HOME, K_HOME},
	{KEY_FIND, K_HOME},
	{KEY_END, K_END},
	{KEY_SELECT, K_END},
	{KEY_PPAGE, K_PAGE_UP},
	{KEY_NPAGE, K_PAGE_DOWN},
	{KEY_BACKSPACE, K_BACKSPACE},
	{KEY_DC, K_DELETE},
	{KEY_IC, K_INSERT},
	{KEY_BTAB, K_BACKTAB},
	{KEY_ENTER, K_ENTER},
	{KEY_RESIZE, K_RESIZE},
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
		if (code >= OWN_KEYS && code < OWN_KEYS + ARRAY_SIZE(own_keys))
			return own_keys[code - OWN_KEYS].key;
		return K_NONE;
	}
	for (size_t i = 0; i < ARRAY_SIZE(typed_keys); i++)
		if (typed_keys[i].code == code)
			return typed_keys[i].key;
	return (uint32_t)code;
}

static short
input_events(void)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};

	return poll(&in, 1, 0) > 0 ? in.revents : 0;
}

/* A terminal that is gone reads as an error at once, for ever. */
static bool
is_hung_up(void)
{
	return input_events() & (POLLHUP | POLLERR | POLLNVAL);
}

static void
curses_forget(struct terminal *t)
{
	curses_of(t)->sender.is_forgotten = true;
}

static void
curses_suspend(struct terminal *t)
{
	give_back_for_a_while();
	curses_forget(t);
}

/* With Alt a terminal sends Esc and the key at once. */
static uint32_t
read_after_escape(struct term_curses *tc)
{
	wint_t code = 0;

	wtimeout(tc->keys, 0);
	int kind = wget_wch(tc->keys, &code);
	if (kind == OK && code > ' ' && key_is_text(code))
		return K_META | (uint32_t)code;
	if (kind == OK)
		unget_wch((wchar_t)code);
	else if (kind == KEY_CODE_YES)
		ungetch((int)code);
	return K_ESC;
}

/* Named keys inside a paste are no text. */
static uint32_t
read_paste(struct term_curses *tc)
{
	wint_t code = 0;
	bool is_over = false;

	paste_start(&tc->paste);
	wtimeout(tc->keys, PASTE_MS);
	while (!is_over) {
		int kind = wget_wch(tc->keys, &code);

		if (kind == OK)
			is_over = paste_add(&tc->paste, (uint32_t)code);
		else
			is_over = kind == ERR || code == OWN_PASTE_END;
	}
	return give_back_is_asked() ? K_CLOSED : K_PASTE;
}

static void
curses_drop_keys(struct terminal *t)
{
	(void)t;
	flushinp();
}

static const char *
curses_pasted(const struct terminal *t)
{
	return text_str(&((const struct term_curses *)t)->paste.text);
}

static const struct {
	mmask_t button;
	enum point_what what;
} buttons[] = {
    {BUTTON1_PRESSED, POINT_PRESS},
    {BUTTON4_PRESSED, POINT_UP},
    {BUTTON5_PRESSED, POINT_DOWN},
};
enum { POINT_BUTTONS = BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED };

static uint32_t
read_mouse(struct terminal *t)
{
	MEVENT event;

	if (getmouse(&event) != OK)
		return K_NONE;
	for (size_t i = 0; i < ARRAY_SIZE(buttons); i++)
		if (event.bstate & buttons[i].button) {
			t->point =
			    (struct point){buttons[i].what, event.y, event.x};
			return K_MOUSE;
		}
	return K_NONE;
}

/* From a pause: the window may be another one, and what it shows too. */
static bool
is_back(struct terminal *t)
{
	bool is = give_back_was_away();

	if (is)
		curses_forget(t);
	return is;
}

static bool
curses_has_key(const struct terminal *t)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};

	(void)t;
	return give_back_is_asked() || poll(&in, 1, 0) != 0;
}

static uint32_t
curses_read(struct terminal *t)
{
	wint_t code = 0;

	if (give_back_is_asked())
		return K_CLOSED;
	if (is_back(t))
		return K_RESIZE;
	wtimeout(curses_of(t)->keys, t->tick_ms ? t->tick_ms : TERM_TICK_MS);
	int kind = wget_wch(curses_of(t)->keys, &code);
	if (give_back_is_asked())
		return K_CLOSED;
	if (kind == ERR && is_back(t))
		return K_RESIZE;
	if (kind == ERR)
		return is_hung_up() ? K_CLOSED : K_TICK;
	if (kind == KEY_CODE_YES && code == KEY_MOUSE)
		return read_mouse(t);
	if (kind == KEY_CODE_YES && code == OWN_PASTE)
		return read_paste(curses_of(t));
	uint32_t key = key_of(kind, code);
	return key == K_ESC ? read_after_escape(curses_of(t)) : key;
}

/* What a terminal that is gone does not take is lost; reading tells. */
static void
write_out(const struct text *out)
{
	size_t done = 0;

	while (done < out->n) {
		ssize_t n = write(STDOUT_FILENO, out->s + done, out->n - done);

		if (n >= 0) {
			done += (size_t)n;
		} else if (errno == EAGAIN) {
			struct pollfd to = {STDOUT_FILENO, POLLOUT, 0};
			poll(&to, 1, TERM_TICK_MS);
		} else if (errno != EINTR) {
			return;
		}
	}
}

/* A picture that the next key will change at once need not be sent. */
static bool
is_overtaken(struct term_curses *tc)
{
	bool is = input_events() & POLLIN && tc->skipped < SKIPPED_MAX;

	tc->skipped = is ? tc->skipped + 1 : 0;
	return is;
}

static void
curses_copy(struct terminal *t, const char *text)
{
	struct term_curses *tc = curses_of(t);

	send_clipboard(&tc->aside, text, tc->is_in_screen);
}

static void
curses_flush(struct terminal *t, const struct grid *g)
{
	struct term_curses *tc = curses_of(t);

	if (is_overtaken(tc))
		return;
	text_clear(&tc->out);
	text_add_n(&tc->out, text_str(&tc->aside), tc->aside.n);
	text_clear(&tc->aside);
	send_picture(&tc->sender, g, &tc->out);
	write_out(&tc->out);
}

static void
curses_done(struct terminal *t)
{
	struct term_curses *tc = curses_of(t);

	give_back_end();
	delwin(tc->keys);
	delscreen(tc->screen);
	sender_done(&tc->sender);
	text_done(&tc->out);
	text_done(&tc->aside);
	paste_done(&tc->paste);
	free(tc);
}

static const struct term_ops curses_ops = {
    .size = curses_size,
    .read = curses_read,
    .has_key = curses_has_key,
    .pasted = curses_pasted,
    .drop_keys = curses_drop_keys,
    .flush = curses_flush,
    .forget = curses_forget,
    .copy = curses_copy,
    .suspend = curses_suspend,
    .done = curses_done,
};

static void
start_keys(struct term_curses *tc)
{
	raw();
	noecho();
	nonl();
	set_escdelay(ESCAPE_MS);
	define_key("\033[200~", OWN_PASTE);
	define_key("\033[201~", OWN_PASTE_END);
	for (int i = 0; i < (int)ARRAY_SIZE(own_keys); i++)
		define_key(own_keys[i].sent, OWN_KEYS + i);
	tc->keys = newpad(1, 1);
	if (!tc->keys)
		bug("no memory for one cell");
	keypad(tc->keys, TRUE);
}

static const char pastes_on[] = "\033[?2004h", pastes_off[] = "\033[?2004l";

/* One that does not know what is asked so, but such sequences, does nothing.
 */
static bool
takes_sequences(const struct caps *c)
{
	const char *address = c->at[CAP_ADDRESS];

	return address && strncmp(address, "\033[", 2) == 0;
}

/* The terminal is to say where a paste begins and ends. */
static void
start_pastes(struct term_curses *tc)
{
	if (!takes_sequences(&tc->caps))
		return;
	give_back_add(pastes_on, pastes_off);
	text_add(&tc->out, pastes_on);
	write_out(&tc->out);
}

static void
give_back_mouse(const struct caps *c)
{
	struct text on = {0}, off = {0};

	if (!caps_add(c, &on, CAP_MOUSE, 1, 0))
		text_add(&on, "\033[?1000h");
	if (!caps_add(c, &off, CAP_MOUSE, 0, 0))
		text_add(&off, "\033[?1000l");
	give_back_add(text_str(&on), text_str(&off));
	text_done(&on);
	text_done(&off);
}

/* Curses switches it on and understands what it tells. */
static void
start_mouse(struct term_curses *tc)
{
	mouseinterval(0);
	if (mousemask(POINT_BUTTONS, NULL))
		give_back_mouse(&tc->caps);
}

void
term_curses_give_back(void)
{
	struct caps c;

	/* whose terminal is not known, had no screen either */
	if (!caps_read_named(&c, NULL))
		return;
	give_back_begin(&c);
	if (takes_sequences(&c)) {
		give_back_add(pastes_on, pastes_off);
		give_back_mouse(&c);
	}
	give_back_end();
	caps_drop_named();
}

struct terminal *
term_curses_new(const struct term_wish *wish, struct error *err)
{
	struct term_curses *tc;

	/* asked before newterm(), which leaks when it fails */
	if (!caps_can_address()) {
		error_set(err, &TERM_UNUSABLE, NULL);
		return NULL;
	}
	tc = xcalloc(1, sizeof(*tc));
	tc->term.ops = &curses_ops;
	tc->term.has_blocks = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	tc->is_in_screen = wish->is_in_screen;
	give_back_note();
	tc->screen = newterm(NULL, stdout, stdin);
	if (!tc->screen)
		bug("a terminal that was there is gone");
	start_keys(tc);
	caps_read(&tc->caps);
	sender_init(&tc->sender, &tc->caps,
		    tc->caps.colours > 0 ? &wish->colour : &wish->mono);
	tc->sender.charset = nl_langinfo(CODESET);
	give_back_begin(&tc->caps);
	start_pastes(tc);
	if (wish->has_mouse)
		start_mouse(tc);
	return &tc->term;
}
