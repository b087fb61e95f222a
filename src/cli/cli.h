/* cli.h -- the command line: globals, one action, its answer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdio.h>

#include "app/command.h"

/* Given by main: the command line does not know the screen, nor the screen the
   command line. */
struct cli_screen {
	/* Shows the screen of a session whose register is open, until the
	   person leaves. */
	bool (*show)(struct session *s, const struct screen_wish *wish,
		     struct error *err);
	/* For who lets another process show it: how the terminal is, before
	   that; and that way it is again, should the other have been killed. */
	void (*note)(void);
	void (*give_back)(void);
};

/* That of the machine, and the person's own. */
enum { CONFIG_FILES = 2 };

/* What was said before the command. */
struct cli {
	struct session_wish wish;
	struct clock clock;
	const struct cli_screen *screen; /* NULL: none */
	bool json;
	bool plain;
	bool quiet; /* errors only */
	bool wants_version;
	bool wants_help;
	const char *lang;     /* "th" or "en" */
	const char *act;      /* --act, hexadecimal, or NULL */
	const char *pin_from; /* --pin-fd, or NULL */
	int pin_fd;           /* ... as a number; -1: none */
	const char *program;
	const char *register_asked; /* --register, or NULL */
	bool register_is_usual;     /* nobody has said where it is */
	struct settings settings;
	struct screen_wish on_screen;
	struct conf_file keys[CONFIG_FILES + 1];
	struct conf_file themes[CONFIG_FILES + 1];
	struct arena arena; /* everything above that had to be made */
};

/* Runs the program and answers its exit status.  Clock and screen come from
   main, so that a test can bring its own. */
int cli_main(int argc, char **argv, struct clock clock,
	     const struct cli_screen *screen);
/* Whether there is a screen and a terminal to show it on. */
bool cli_has_screen(const struct cli *cli);
/* Opens the register and shows the screen; an exit status. */
int cli_screen(struct cli *cli);
/* Opens the register for a screen: to write, or where that cannot be to look.
 */
bool cli_open_session(struct session *s, struct error *err) MUST_CHECK;

/* Runs one command line of words: opens the register as the action needs,
   acts, prints.  Answers an exit status; errors are printed. */
int cli_run(struct cli *cli, const struct words *w);

/* Prints the sentence of an error to standard error; its exit status. */
int cli_error(const struct cli *cli, const struct error *err);

/* Standard output, or standard error where that is kept for JSON. */
FILE *cli_prose(const struct cli *cli);
/* The status, once standard output is known to have taken everything: a full
   disk must not look like done. */
int cli_finish(const struct cli *cli, int status);

/* print.c: on standard output.  s, where `indent` columns of the line are
   used already, as wide as the terminal. */
void print_wrapped(const char *s, int indent);
/* An answer for people; for programs: one document, with nothing in it that a
   terminal obeys (print-json.c). */
void print_json(const json_t *answer);
/* A part of it: no line ends behind it. */
void print_json_part(const json_t *part);
void print_answer(const struct cli *cli, const struct action *a,
		  const json_t *answer);
/* The same for a list that comes row by row: begin, each row, end.  A row
   answers false when nobody reads any more. */
struct print_rows {
	const struct cli *cli;
	const struct action *action;
	size_t n; /* printed so far */
};
bool print_row(void *rows, json_t *row);
void print_rows_end(const struct print_rows *rows);
/* An answer in which nothing was found, or faults: exit status 1. */
bool answer_is_nothing(const struct action *a, const json_t *answer);

/* help.c, demo.c, plain.c */
int cli_help(struct cli *cli, const struct request *r);
/* --help: of the command that stands beside it, or of all. */
int cli_help_with(struct cli *cli, const struct words *w);
int cli_demo(struct cli *cli, const struct request *r);
int cli_plain(struct cli *cli);

#endif
