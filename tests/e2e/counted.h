/* counted.h -- a program in a terminal of its own, each write counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_E2E_COUNTED_H
#define TESTS_E2E_COUNTED_H

#include <sys/types.h>
#include <termios.h>

#include "tests/tui/emulator.h"

/*
 * The program is traced (ptrace), so that what it writes is counted call by
 * call, and "it waits for a key" is known, not guessed from the time.
 */
struct counted {
	pid_t pid;
	int master, slave;
	struct termios before; /* the terminal as it was given */
	struct emulator emulator;
	size_t bytes; /* written since the last counted_keys() */
	int writes;
	size_t given, taken; /* bytes of keys */
	bool is_in_call;     /* of the system */
	long call;
	uint64_t argument[3];
	bool is_ended;
	int status; /* as waitpid(2) has it */
};

/* Runs it until it waits for a key; false where tracing is not allowed.  The
   environment is that of the caller. */
bool counted_begin(struct counted *c, int rows, int cols,
		   const char *const words[]);
/* The screen of saraban in English, by $SARABAN. */
bool counted_screen(struct counted *c, int rows, int cols, const char *path,
		    const char *login);
/* Types, and runs it until it waits for the next key, or ends. */
void counted_keys(struct counted *c, const char *keys);
/* Another size of the window, which it is told. */
void counted_resize(struct counted *c, int rows, int cols);
/* Until it has waited n times for a key without getting one. */
void counted_wait(struct counted *c, int n);
/* Sends a signal, and runs it until it ends or waits again. */
void counted_signal(struct counted *c, int signal);
/* The line is set as it was before the program. */
bool counted_line_is_back(const struct counted *c);
/* Ends it the hard way when it has not ended. */
void counted_end(struct counted *c);

#endif
