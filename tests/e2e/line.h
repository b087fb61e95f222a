/* line.h -- the program at the far end of a line that may be bad */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_E2E_LINE_H
#define TESTS_E2E_LINE_H

#include <stdbool.h>
#include <sys/types.h>

#include "tests/tui/emulator.h"

/* In a terminal of its own, at its own pace; every wait has an end. */
enum { LINE_SECONDS = 60 };

struct line {
	pid_t pid;
	int master; /* -1 once the line is dropped */
	struct emulator emulator;
	size_t bytes; /* that came */
	bool is_ended;
	int status; /* as waitpid(2) has it */
};

/* saraban with these words, NULL at the end, by $SARABAN; the environment is
   that of the caller. */
void line_run(struct line *l, int rows, int cols, const char *const words[]);
/* Its screen in English. */
void line_begin(struct line *l, int rows, int cols, const char *path,
		const char *login);
void line_type(struct line *l, const char *keys);
/* Reads at most n bytes of what comes within so many milliseconds; false when
   nothing came. */
bool line_read(struct line *l, size_t n, int ms);
/* Reads until these words stand in a row, in LINE_SECONDS. */
bool line_shows(struct line *l, const char *words);
/* The size of the window is another; the emulator is told by hand. */
void line_size(struct line *l, int rows, int cols);
/* The terminal is gone; nothing can be read or typed any more. */
void line_drop(struct line *l);
/* It ends within LINE_SECONDS.  What it writes meanwhile is read. */
bool line_ends(struct line *l);
/* Ends it the hard way when it has not ended. */
void line_end(struct line *l);

#endif
