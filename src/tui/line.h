/* line.h -- a line as typed after ":" or bound to a key, understood */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_LINE_H
#define TUI_LINE_H

#include "app/command.h"

#include "tui/moves.h"

/* Either a move of the screen, or an act with its operands and options.  An
   act that only the command line can do gives way to a move of its name. */
struct line {
	const struct move *move; /* NULL: an act */
	const char *operand;     /* what stands behind the move, "" */
	struct request request;
};

/* All in the arena.  Fails as command_read() of app/command.h does. */
bool line_read(const char *s, struct arena *a, struct line *line,
	       struct error *err) MUST_CHECK;

/* A request as such a line. */
void text_add_request(struct text *t, const struct request *r);

#endif
