/* shown.h -- a terminal for tests whose pictures the real one shows too */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TUI_SHOWN_H
#define TESTS_TUI_SHOWN_H

#include "tui/term.h"

/* Takes over `test`; `real` is borrowed.  Keys and size are those of `test`. */
struct terminal *shown_terminal_new(struct terminal *test,
				    struct terminal *real);

/* The real terminal of this process; NULL with err where there is none. */
struct terminal *shown_real_new(struct error *err);
/* Until somebody presses a key on it; the file `shown' in the directory tells
   when it is so.  False when it cannot be written. */
bool shown_real_wait(struct terminal *real, const char *directory);

#endif
