/* journal.h -- what the machine's own log is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_JOURNAL_H
#define CLI_JOURNAL_H

#include "app/action.h"

/* One line by syslog(3): what was done, or why not (answer NULL).  For acts
   of TELL_JOURNAL alone, by which an administrator sees next morning how the
   night went. */
void journal_tell(const struct action *a, const json_t *answer,
		  const struct error *err);

#endif
