/* pin.h -- a PIN is typed on a terminal unseen, or read from a handle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PIN_H
#define CLI_PIN_H

#include "cli/cli.h"

/*
 * Asks for what the request must have and no word of a command line may say
 * (VALUE_SECRET, and the PIN where one is asked for), in this order: the PIN,
 * then the options of the action.  On the controlling terminal, without echo;
 * with --pin-fd the next lines of that handle are taken instead.  Fails where
 * there is neither.  What was typed lies in the arena: cli_pin_wipe().
 */
bool cli_pin_ask(struct cli *cli, struct session *s, struct arena *a,
		 struct request *r, struct error *err) MUST_CHECK;
/* Overwrites what was typed. */
void cli_pin_wipe(const struct request *r);

/* --pin-fd, before anything else is opened: a handle that is open now. */
bool cli_pin_begin(struct cli *cli, struct error *err) MUST_CHECK;

/* After `since' nobody typed at a prompt: false when the person does not give
   the PIN that the office asks for then. */
bool cli_pin_unlocks(struct cli *cli, moment since);

#endif
