/* reach.h -- what of this machine those may use who come from another */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_REACH_H
#define APP_REACH_H

#include "app/action.h"

/*
 * Who comes over SSH works on the register, not on the machine it lies on:
 * files come and go by standard input and output ("-"), and no program is
 * started for him.  Everybody else may what the system lets him; on the screen
 * nothing else is read from the terminal, or written to it.
 */
extern const struct error_kind REACH_REFUSED; /* "out-of-reach", 3 */

bool reach_file(const struct session_wish *w, const char *path,
		struct error *err) MUST_CHECK;
bool reach_program(const struct session_wish *w, struct error *err) MUST_CHECK;
/* The act itself (NEED_HOST), and every file that is named for it. */
bool reach_request(const struct session_wish *w, const struct request *r,
		   struct error *err) MUST_CHECK;

#endif
