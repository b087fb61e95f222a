/* keymap.h -- which key is a short name for which command line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include "base/arena.h"
#include "base/error.h"

#include "app/action.h"

#include "tui/key.h"

extern const struct error_kind KEYMAP_WRONG; /* "keys-wrong", 2 */

/* One line of keys.conf; all text in the keymap's arena. */
struct binding {
	const char *screen; /* a screen's name, "any" or "typing" */
	uint32_t key;
	const char *command;
	const char *note; /* what the function bar calls it, or NULL */
};
/* The action its command line runs; NULL for a move. */
const struct action *binding_action(const struct binding *b);

/* Later bindings stand before earlier ones of the same screen and key. */
struct keymap {
	struct arena arena;
	struct binding *at;
	size_t n;
	size_t max;
};

/*
 * The screens a binding may name, ended by NULL.  Besides its own bindings a
 * screen in which one types (a form) knows those of "typing", the others those
 * of "any".
 */
extern const char *const keymap_screens[];

/* The notes of data/keys.conf as the catalogue knows them, ended by NULL: a
   note is a sentence to be translated when it is shown. */
extern const char *const keymap_notes[];

/* A keymap starts as { 0 }. */
void keymap_done(struct keymap *k);

/*
 * Adds the lines of a file: `screen key command line  # note`; empty lines
 * and lines that begin with '#' are nothing.  Fails with KEYMAP_WRONG and
 * FILE:LINE: an unknown screen or key, a command line that cannot be
 * understood, a key twice in one file for one screen.  A failed file adds
 * nothing.
 */
bool keymap_add(struct keymap *k, const struct conf_file *file,
		struct error *err) MUST_CHECK;
/* The bindings the program carries in itself (data/keys.conf), which a test has
   looked at as keymap_add() does: no screen waits for that. */
void keymap_add_own(struct keymap *k);

/* "typing" or "any": what a screen knows besides its own bindings. */
const char *keymap_common(bool is_typed);
/* The binding in force of a screen and what it has in common with others
   (NULL: nothing), or NULL. */
const struct binding *keymap_find(const struct keymap *k, const char *screen,
				  uint32_t key, const char *common);

/* The binding for a command line on a screen, one in the function bar before
   others, or NULL. */
const struct binding *keymap_find_command(const struct keymap *k,
					  const char *screen,
					  const char *command);

#endif
