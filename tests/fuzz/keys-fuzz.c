/* keys-fuzz.c -- any keys and sizes: whole pictures, no act unasked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/thai.h"

#include "tui/loop.h"
#include "tui/screens/screens.h"
#include "tui/send.h"

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/small.h"
#include "tests/tui/emulator.h"

enum { ROWS = 24, COLS = 80, KEYS_MAX = 200, ROWS_MAX = 60, COLS_MAX = 200 };

/* One person before a screen, the terminal at the other end of the line, and
   somebody who counts what is written. */
struct desk {
	struct tui tui;
	struct sender sender;
	struct emulator emulator;
	struct text out;
	sqlite3 *eye;
	int64_t events;
};

static struct caps caps;
static struct theme theme;

static int64_t
count_events(sqlite3 *eye)
{
	sqlite3_stmt *stmt;
	int64_t n = 0;

	sqlite3_prepare_v2(eye, "SELECT count(*) FROM event", -1, &stmt, NULL);
	if (sqlite3_step(stmt) == SQLITE_ROW)
		n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return n;
}

static void
desk_begin(struct desk *d, const char *login)
{
	struct fixture *f = small_register();
	struct keymap keys = {0};
	struct error err = {0};

	small_put(small_bytes()->s, small_bytes()->n);
	keymap_add_own(&keys);
	tui_init(&d->tui, fixture_session(f, login), term_test_new(ROWS, COLS),
		 &keys);
	if (!tui_open(&d->tui, desk_new(&d->tui), &err) ||
	    sqlite3_open(f->path, &d->eye) != SQLITE_OK)
		bug("no desk: %s", err.detail);
	tui_loop(&d->tui);
	d->events = count_events(d->eye);
	sender_init(&d->sender, &caps, &theme);
	emulator_init(&d->emulator, ROWS, COLS);
	d->emulator.erases_paper = caps.erases_paper;
}

static void
desk_end(struct desk *d)
{
	tui_done(&d->tui);
	sender_done(&d->sender);
	emulator_done(&d->emulator);
	text_done(&d->out);
	sqlite3_close(d->eye);
	fixture_close(small_register());
}

/* Each cell holds a base and its marks, and no half of anything. */
static void
check_cell(const struct grid *g, int row, int col)
{
	const struct cell *c = grid_cell(g, row, col);

	if (c->is_tail && (col == 0 || c[-1].code[0] == 0))
		bug("half a character at %d, %d", row, col);
	if (c->code[0] == 0 && !c->is_tail)
		bug("nothing at %d, %d", row, col);
	if (code_columns(c->code[0]) == 2 &&
	    (col + 1 >= g->cols || !c[1].is_tail))
		bug("a wide character is split at %d, %d", row, col);
	for (int i = 0; i < CELL_CODES && c->code[i] != 0; i++)
		if (is_obeyed(c->code[i]) || code_is_unsafe(c->code[i]) ||
		    (i > 0 && !code_is_mark(c->code[i])))
			bug("U+%04X at %d, %d", (unsigned)c->code[i], row, col);
}

/* The picture is whole, and the terminal shows it. */
static void
check_picture(struct desk *d)
{
	const struct grid *g = term_test_grid(d->tui.term);
	struct emulator *e = &d->emulator;

	if (e->rows != g->rows || e->cols != g->cols) {
		emulator_resize(e, g->rows, g->cols);
		d->sender.is_forgotten = true;
	}
	text_clear(&d->out);
	send_picture(&d->sender, g, &d->out);
	emulator_write(e, text_str(&d->out), d->out.n);
	if (e->not_understood != 0 || e->n_held != 0)
		bug("the terminal does not understand it");
	for (int row = 0; row < g->rows; row++)
		for (int col = 0; col < g->cols; col++) {
			check_cell(g, row, col);
			if (memcmp(grid_cell(g, row, col)->code,
				   emulator_cell(e, row, col)->code,
				   sizeof(g->at->code)) != 0)
				bug("it shows another at %d, %d", row, col);
		}
}

/* What looking writes by itself: that it was looked at, and the page of a day
   that is over. */
static bool
follows_from_looking(sqlite3 *eye, int64_t before)
{
	sqlite3_stmt *stmt;
	bool does = true;

	sqlite3_prepare_v2(eye,
			   "SELECT kind FROM event ORDER BY office, seq "
			   "LIMIT -1 OFFSET ?",
			   -1, &stmt, NULL);
	sqlite3_bind_int64(stmt, 1, before);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *kind = (const char *)sqlite3_column_text(stmt, 0);

		does = does && (strcmp(kind, "letter.open") == 0 ||
				strcmp(kind, "letter.view") == 0 ||
				strcmp(kind, "day.close") == 0);
	}
	sqlite3_finalize(stmt);
	return does;
}

/* Screens in which a person says yes: a form, a line typed behind ":". */
static bool
is_asked_on(const char *screen)
{
	return strcmp(screen, "form") == 0 || strcmp(screen, "sheet") == 0 ||
	       strcmp(screen, "palette") == 0;
}

static void
check_written(struct desk *d, const char *screen, uint32_t key)
{
	int64_t now = count_events(d->eye);

	if (now < d->events)
		bug("events are gone");
	if (now > d->events && !is_asked_on(screen) &&
	    !follows_from_looking(d->eye, d->events))
		bug("key %x on %s wrote unasked", (unsigned)key, screen);
	d->events = now;
}

/* Letters mean acts; named keys move; both are in the first two hundred. */
static uint32_t
any_key(struct input *in)
{
	uint8_t byte = input_byte(in);

	if (byte < 0x20)
		return byte == 0 ? K_ENTER : byte;
	if (byte < 0x7F)
		return byte;
	if (byte < 0xB0)
		return K_ENTER + (byte - 0x7Fu) % (K_F12 - K_ENTER + 1);
	if (byte < 0xC0)
		return K_META | input_byte(in);
	return 0x0E00 + byte - 0xA0u;
}

static void
feed(struct desk *d, struct input *in, struct arena *a, uint32_t *key)
{
	struct terminal *t = d->tui.term;
	uint8_t what = input_byte(in);

	*key = K_RESIZE;
	if (what == 0xFF)
		term_test_resize(t, 1 + input_byte(in) % ROWS_MAX,
				 1 + input_byte(in) % COLS_MAX);
	else if (what == 0xFE) {
		*key = K_PASTE;
		term_test_paste(t, input_utf8(in, a));
	} else if (what == 0xFD) {
		*key = K_MOUSE;
		term_test_point(t, (struct point){input_byte(in) % 3,
						  input_byte(in) % ROWS,
						  input_byte(in) % COLS});
	} else if (what == 0xFC) {
		*key = K_TICK;
		term_test_feed(t, *key);
	} else {
		in->at--;
		in->n++;
		*key = any_key(in);
		term_test_feed(t, *key);
	}
}

static void
begin(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	if (!caps_read_named(&caps, "xterm-256color"))
		bug("no terminal");
	theme_own(&theme, "default");
	small_register();
	/* Nothing of this machine is looked at or written. */
	if (chdir(small_register()->directory) != 0)
		bug("no directory");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const logins[] = {"clerk", "head", "palad", "nayok"};
	struct input in = {data, n};
	struct arena a = {0};
	struct desk d = {0};

	if (caps.colours == 0)
		begin();
	desk_begin(&d, logins[input_byte(&in) % ARRAY_SIZE(logins)]);
	for (int i = 0; i < KEYS_MAX && in.n > 0 && d.tui.n_screens > 0; i++) {
		const char *screen = tui_top(&d.tui)->ops->name;
		uint32_t key;

		feed(&d, &in, &a, &key);
		tui_loop(&d.tui);
		check_picture(&d);
		check_written(&d, screen, key);
	}
	desk_end(&d);
	arena_done(&a);
	return 0;
}
