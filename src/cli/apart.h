/* apart.h -- the screen in a process of its own, shut in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_APART_H
#define CLI_APART_H

#include "cli/cli.h"

/*
 * For who comes over SSH: this process keeps the register and who it is
 * (app/keeper.h); a fork of it draws, reads keys, and has nothing but the
 * terminal and a socket (base/confine.h).  Each ends with the other.  An exit
 * status.
 */
int cli_screen_apart(struct cli *cli);

#endif
