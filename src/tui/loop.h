/* loop.h -- the screens in a pile, and the one loop that serves them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_LOOP_H
#define TUI_LOOP_H

#include "app/session.h"

#include "tui/editor.h"
#include "tui/keymap.h"
#include "tui/lock.h"
#include "tui/past.h"
#include "tui/screen.h"
#include "tui/term.h"

/* A window smaller than this shows only a sentence that says so. */
enum { TUI_ROWS_MIN = 16, TUI_COLS_MIN = 60, TUI_SCREENS_MAX = 32 };

/* The function bar: what the keys of the top screen are called, and whether
   they can do anything now. */
enum { BAR_MAX = 16 };
struct bar {
	struct {
		const struct binding *binding;
		bool is_possible;
	} at[BAR_MAX];
	size_t n;
	/* what it was asked for */
	const struct screen *screen;
	int64_t letter;
	unsigned loads;
};

struct tui {
	struct session *session; /* borrowed */
	struct terminal *term;   /* owned */
	struct keymap keys;      /* owned */
	struct grid grid;
	struct grid before; /* the picture before that one */
	struct screen *screens[TUI_SCREENS_MAX]; /* the last one is on top */
	size_t n_screens;
	struct bar bar;
	struct text status; /* what the last act said */
	enum style status_style;
	moment said_at; /* when it was said */
	struct {
		int64_t seen;        /* the last event looked at */
		struct text waiting; /* to be said when there is room */
		bool is_shown;       /* the status line is news */
	} news;
	/* In a list with marks, and not yet at rest: what follows the chosen
	   row elsewhere on the screen waits until then. */
	bool is_moving;
	moment pressed_at; /* when the mouse chose a row; 0: long ago */
	struct lock lock;
	const struct move *warned; /* the move that would lose something */
	struct text folder;        /* where the last sheet was found */
	struct past past;          /* lines typed after ":" */
	struct text pending;       /* a command line to run after this key */
	const char *operand;       /* what was said behind the move, "" */
	int64_t version;           /* of the store when last seen */
	unsigned loads;            /* how often a screen was loaded */
	moment loaded_at;          /* when everything was last made stale */
};

/* Takes over term and keys. */
void tui_init(struct tui *t, struct session *s, struct terminal *term,
	      struct keymap *keys);
void tui_done(struct tui *t);

/* Serves keys until the last screen closes, or the terminal gives K_CLOSED
   (it may then be fed and served again). */
void tui_loop(struct tui *t);

/* Puts a screen on the pile; frees it when it cannot be loaded. */
bool tui_open(struct tui *t, struct screen *s, struct error *err) MUST_CHECK;
/* The same, with the error in the status line. */
void tui_push(struct tui *t, struct screen *s);
struct screen *tui_top(const struct tui *t);
/* Closes the screen on top. */
void tui_pop(struct tui *t);
/* Closes everything above the first screen. */
void tui_pop_to_first(struct tui *t);
void tui_make_stale(struct tui *t);

/* The sentence in the status line until the next key. */
void tui_say(struct tui *t, enum style style, const char *sentence);
void tui_fail(struct tui *t, const struct error *err);
/* What a paste lost or changed; nothing when it was put in as it was
   (tui/paste-tell.c). */
void tui_say_paste(struct tui *t, const struct pasted *got);
/* There is no field for it here. */
void tui_refuse_paste(struct tui *t);

/* Asks once more before something is lost: false with the warning in the
   status line, true when the next key is the same move. */
bool tui_warns(struct tui *t, const struct move *m, const char *warning);

/* What others send to this person (tui/news.c): since now; whether there is
   any; and a while in the status line. */
void news_start(struct tui *t);
void news_look_for(struct tui *t);
void news_show(struct tui *t);

/* Thai digits where people read them. */
bool tui_is_thai(const struct tui *t);

/* The last screen that is no overlay: what lies below it is hidden. */
size_t tui_first_seen(const struct tui *t);
/* Tells the screens in sight how big they are; a list that has too few rows
   for that becomes stale. */
void tui_lay_out(struct tui *t);
/* Draws title, body, status and function bar (tui/paint.c). */
void tui_paint(struct tui *t);
/* Asks the rules which keys can do something (tui/bar.c), when the screen,
   its letter or its data are others than before. */
void bar_load(struct bar *b, struct tui *t);
void bar_paint(const struct bar *b, struct area a);
/* The key whose name is in that column of a bar so wide, or K_NONE. */
uint32_t bar_key_at(const struct bar *b, int col, int cols);
/* Does what the mouse did (tui/point.c), or answers the key that it means. */
uint32_t tui_point(struct tui *t);

#endif
