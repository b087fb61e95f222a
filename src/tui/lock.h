/* lock.h -- the screen locks when nobody types, and opens again by a PIN */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_LOCK_H
#define TUI_LOCK_H

#include "app/pin.h"

#include "tui/editor.h"

struct tui;
struct move;

/*
 * While it is locked nothing is drawn but the office's name and the field for
 * the PIN, whatever others write meanwhile, at any size; no key is a command
 * but the one that leaves.  The screens below stay as they are, to the last
 * character, and what was typed in them is kept as a draft before.
 */
struct lock {
	bool is_on;
	moment since;          /* when it was locked */
	moment touched_at;     /* the last key */
	struct pin_lock rules; /* of the office, and the person */
	struct editor word;    /* the PIN as far as it is typed */
	struct text said;
};

void lock_done(struct lock *l);
/* The policy may be another, or the person may have a PIN now. */
void lock_look(struct tui *t);
/* A key was pressed: nobody is away. */
void lock_touch(struct tui *t);
/* Locks when nobody has typed for as long as the office says; true: it is
   locked. */
bool lock_is_on(struct tui *t);
/* Shows it and serves one key; false when the terminal is gone. */
bool lock_serve(struct tui *t);
/* At once, by a command. */
unsigned lock_now(struct tui *t, const struct move *m);
void lock_paint(const struct tui *t, struct area a);

#endif
