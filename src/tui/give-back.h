/* give-back.h -- the terminal as it was, whatever ends the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_GIVE_BACK_H
#define TUI_GIVE_BACK_H

#include <stdbool.h>

#include "tui/caps.h"

/*
 * The terminal is one for the whole process: so this is too.  Everything it
 * needs in a signal handler is prepared before: the settings of the line and
 * the bytes to send.  bug(), a fault of memory and signals that end the
 * program give the terminal back first.
 */

/* Notes the settings that are to come back: before anything is changed. */
void give_back_note(void);
/* From now on: the screen is set up. */
void give_back_begin(const struct caps *caps);
/* Adds what switches something off that was switched on, and on again after a
   pause: bracketed paste, the mouse. */
void give_back_add(const char *on, const char *off);
void give_back_end(void);

/* To the shell, until it continues the program. */
void give_back_for_a_while(void);
/* SIGHUP, SIGTERM, SIGINT or SIGQUIT came. */
bool give_back_is_asked(void);
/* Once after a pause: what is shown now is not known. */
bool give_back_was_away(void);

#endif
