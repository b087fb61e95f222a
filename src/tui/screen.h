/* screen.h -- one screen: loads data, draws it, answers to moves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include "base/arena.h"

#include "model/letter.h"

#include "app/action.h"

#include "tui/grid.h"
#include "tui/marks.h"
#include "tui/moves.h"

struct screen;
struct tui;

/* What must happen next; the loop does it (tui/loop.h). */
enum reaction {
	REACT_NOTHING = 0,    /* not known here: ask the next one */
	REACT_DONE = 1,       /* taken; draw again */
	REACT_RELOAD = 2,     /* read this screen's data again */
	REACT_RELOAD_ALL = 4, /* ... and that of the screens below */
	REACT_REDRAW = 8,     /* the terminal is to be painted anew */
	REACT_CLOSE = 16,     /* this screen is done */
	REACT_QUIT = 32,      /* all of them */
};

/* Options that a screen adds to an act. */
enum { WISHES_MAX = 4 };

/* A move of moves.h that a screen answers to in its own way. */
struct screen_act {
	const char *move;
	unsigned (*run)(struct screen *s, const struct move *m);
};

struct screen_ops {
	const char *name; /* in keys.conf */
	size_t size;      /* of what begins with the struct screen */
	bool is_typed;    /* characters are text, not keys */
	bool is_overlay;  /* drawn over the screen below */
	bool only_looks;  /* load() writes nothing, and sees one moment */
	bool gives_whole; /* letter() gives all of struct letter, as lists do */
	const struct screen_act *acts; /* ended by { 0 }; may be NULL */
	/* What stands in the title line. */
	void (*title)(const struct screen *s, struct text *t);
	/* Reads data into s->arena.  On failure the screen is as before: it
	   sets its fields last.  May be NULL. */
	bool (*load)(struct screen *s, struct error *err);
	/* Computes what depends on the size.  May be NULL. */
	void (*layout)(struct screen *s, int rows, int cols);
	/* Pure: the same screen, the same picture. */
	void (*draw)(const struct screen *s, struct area a);
	/* A scrolling move.  May be NULL. */
	void (*scroll)(struct screen *s, const struct move *m);
	/* A key typed as text (is_typed). */
	unsigned (*type)(struct screen *s, uint32_t key);
	/* A text pasted where one types (is_typed): never keys.  NULL: it is
	   refused. */
	unsigned (*paste)(struct screen *s, const char *text);
	/* Work that may go on while no key waits, some hundredths of a second
	   of it: true when there was any, and the picture may be another.
	   May be NULL. */
	bool (*work)(struct screen *s);
	/* A move inside the text one types (is_typed), left, undo and the
	   like, that acts does not have. */
	unsigned (*edit)(struct screen *s, const struct move *m);
	/* Something was typed that closing would lose.  May be NULL. */
	bool (*holds_text)(const struct screen *s);
	/* Keeps what was typed, after each key; is_idle: after a second without
	   one, when it may wait for the disk.  False, and said, when it cannot.
	   May be NULL. */
	bool (*keep)(struct screen *s, bool is_idle);
	/* Others have written; tells what concerns what is typed here.  May be
	   NULL. */
	void (*notice)(struct screen *s);
	/* What was typed is given up on purpose.  May be NULL. */
	void (*discard)(struct screen *s);
	/* A move that its keys have and it has not now: the bar leaves it
	   out.  May be NULL. */
	bool (*lacks)(const struct screen *s, const struct move *m);
	/* The letter meant by a command without a number, or NULL.
	   May be NULL. */
	const struct letter *(*letter)(const struct screen *s);
	/* The letters of the rows in sight, from 0, then NULL: they can be
	   marked.  May be NULL: here they cannot. */
	const struct letter *(*in_sight)(const struct screen *s, size_t i);
	/* What else a command without an operand means, in the arena, or NULL.
	   May be NULL. */
	const char *(*item)(const struct screen *s, const struct action *act,
			    struct arena *a);
	/* Options of an act that are said by what is chosen, at most WISHES_MAX
	   into `at', in the arena; its form begins with them.  How many.  May
	   be NULL. */
	size_t (*options)(const struct screen *s, const struct action *act,
			  struct arena *a, struct argument *at);
	/* Frees what the screen holds besides its arena.  May be NULL. */
	void (*done)(struct screen *s);
};

struct screen {
	const struct screen_ops *ops;
	struct tui *tui;
	struct arena arena; /* of the last load */
	bool is_stale;      /* to be loaded before it is drawn */
	struct marks marks; /* what is marked here */
};

/* Zeroed, of ops->size, not yet loaded.  Freed by screen_free(). */
struct screen *screen_new(struct tui *tui, const struct screen_ops *ops);
void screen_free(struct screen *s);
/* Loads into a fresh arena; keeps the old one when that fails. */
bool screen_load(struct screen *s, struct error *err) MUST_CHECK;

#endif
