/* confine-calls.h -- which system calls a process may still make */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CONFINE_CALLS_H
#define BASE_CONFINE_CALLS_H

#include <stdbool.h>

#include "base/mem.h"

/* Of confine.c: true where there is no such filter; false with errno when it
   does not take. */
bool confine_calls(void) MUST_CHECK;

#endif
