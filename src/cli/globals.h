/* globals.h -- options that stand before the command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_GLOBALS_H
#define CLI_GLOBALS_H

#include "cli/cli.h"

struct global {
	const char *name;    /* "register" for --register */
	const char *metavar; /* NULL for a flag */
	const char *help;    /* N_() */
	void (*set)(struct cli *cli, const char *value);
	bool is_local; /* not for who comes over SSH */
};
extern const struct global globals[]; /* ended by { 0 } */

/*
 * Takes the global options out of the words, wherever they stand, as long as
 * the action has no option of that name; the rest is the command.  false and
 * err when one is unknown or lacks its value.
 */
bool globals_read(struct cli *cli, struct words *w,
		  struct error *err) MUST_CHECK;

/* The language asked for, "th" or "en", so that a complaint about the globals
   is in it already; else NULL. */
const char *globals_language(const struct words *w);

/* What the environment says, before any option. */
void globals_begin(struct cli *cli);

/* $XDG_DATA_HOME/saraban/FILE and its like: the variable, and where under HOME
   it is when it is unset. */
const char *home_path(struct arena *a, const char *variable,
		      const char *otherwise, const char *file);

/* config.c: the files of settings and keys, of the machine and then the
   person's own; what is wrong with them is kept in cli->settings. */
void config_begin(struct cli *cli);

#endif
