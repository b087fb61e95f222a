/* shown.h -- a terminal for tests whose pictures the real one shows too */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TUI_SHOWN_H
#define TESTS_TUI_SHOWN_H

#include "tui/term.h"

/* Takes over `test`; `real` is borrowed.  Keys and size are those of `test`. */
struct terminal *shown_terminal_new(struct terminal *test,
				    struct terminal *real);

#endif
