/* caps.h -- what a terminal understands, as terminfo tells it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_CAPS_H
#define TUI_CAPS_H

#include <stdbool.h>

#include "base/text.h"

/* What may be asked of a terminal, with its numbers; rows and columns count
   from 0.  Terminals have some of them. */
enum cap {
	CAP_ADDRESS,   /* row, column */
	CAP_COLUMN,    /* column, in the same row */
	CAP_RETURN,    /* to the first column */
	CAP_LEFT,      /* one step */
	CAP_RIGHT,     /* ... */
	CAP_UP,        /* ... */
	CAP_DOWN,      /* ... */
	CAP_LEFT_BY,   /* steps */
	CAP_RIGHT_BY,  /* ... */
	CAP_UP_BY,     /* ... */
	CAP_DOWN_BY,   /* ... */
	CAP_CLEAR,     /* the screen */
	CAP_ERASE_END, /* to the end of the row */
	CAP_REGION,    /* first, last: the rows that scroll */
	CAP_INDEX,     /* in the last row: the region goes up by one */
	CAP_INDEX_BY,  /* ... by rows */
	CAP_BACK,      /* in the first row: the region goes down by one */
	CAP_BACK_BY,   /* ... by rows */
	CAP_PLAIN,     /* no attribute, no colour */
	CAP_BOLD,
	CAP_DIM,
	CAP_REVERSE,
	CAP_UNDERLINE,
	CAP_INK,   /* colour of what is written */
	CAP_PAPER, /* ... and of the ground */
	CAP_HIDE,  /* the cursor */
	CAP_SHOW,
	CAP_ENTER,    /* the screen of its own for programs */
	CAP_LEAVE,    /* ... and back */
	CAP_KEYS,     /* the keys as terminfo knows them */
	CAP_KEYS_OFF, /* ... and as before */
	CAP_MOUSE,    /* 1: tells of it; 0: no longer */
	CAP_COUNT
};

enum { CAP_PLAIN_MAX = 32 };

struct caps {
	const char *at[CAP_COUNT]; /* NULL: the terminal has none */
	char plain[CAP_PLAIN_MAX];
	int colours;        /* 0: none */
	bool wraps_late;    /* after the last column the cursor waits there */
	bool erases_paper;  /* what is erased has the colour of the ground */
	bool moves_in_look; /* the cursor may move with attributes on */
};

/* The terminal of standard output can be written to by address; nothing is set
   up for that. */
bool caps_can_address(void);
/* Those of the terminal that was set up last; they live as long as it. */
void caps_read(struct caps *c);
/* A terminal by its name, NULL for that of TERM, without taking it; false when
   it is not known. */
bool caps_read_named(struct caps *c, const char *name);
/* Forgets that one again. */
void caps_drop_named(void);
/* Adds what must be sent; false, and nothing, when the terminal has none. */
bool caps_add(const struct caps *c, struct text *out, enum cap cap, int a,
	      int b);

#endif
