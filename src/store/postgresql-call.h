/* postgresql-call.h -- whether a server answers, asked without waiting */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_POSTGRESQL_CALL_H
#define STORE_POSTGRESQL_CALL_H

#include <stdbool.h>

/*
 * True when the server of that address takes connections.  The first time it is
 * called, later its answer is looked for: *call keeps the call in between, NULL
 * before the first and whenever none is open; its owner hangs up.  A call that
 * nobody answers for so many looks is begun anew: a host that was off hears
 * nothing of the old one.
 */
enum { POSTGRESQL_LOOKS = 10 };
bool postgresql_answers(void **call, const char *where);
void postgresql_hang_up(void *call);

#endif
