/* no-exec.h -- who tries to start a program is killed, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_NO_EXEC_H
#define TESTS_NO_EXEC_H

#include <stdbool.h>

/* From now on, for this process and its forks.  False when the kernel has no
   filter of system calls, or the program was built without; errno tells. */
bool no_exec(void);

#endif
