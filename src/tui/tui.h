/* tui.h -- the door to the screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include "base/error.h"

#include "app/session.h"

/*
 * Shows the desk of the session's person (its register is open) until that
 * person leaves or the terminal closes.  What is wrong in the files of wish,
 * or in the settings, is said on the screen.  Fails, before anything was
 * shown, with TERM_UNUSABLE or what the register says.
 */
bool tui_run(struct session *s, const struct screen_wish *wish,
	     struct error *err) MUST_CHECK;

/* For who lets another process run it: notes how the terminal is, and gives it
   back that way after the other was killed. */
void tui_note(void);
void tui_give_back(void);

#endif
