/* begin.h -- the first start, where there is no register yet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_BEGIN_H
#define CLI_BEGIN_H

#include "cli/cli.h"

/* Whether the program was started without a command by a person at a terminal,
   and there is no register, nor a trace of one, where it lies unless somebody
   says otherwise. */
bool begin_is_needed(const struct cli *cli);

/* Asks for the office, and after a yes makes its register; then for the person
   who sits there.  EXIT_DONE once there is a register. */
int cli_begin(struct cli *cli);

#endif
