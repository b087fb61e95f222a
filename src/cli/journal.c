/* journal.c -- what the machine's own log is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/journal.h"

#include <stdlib.h>
#include <syslog.h>

#include "app/tell.h"

static char *
line_of(const struct action *a, const json_t *answer, const struct error *err)
{
	struct text lines = {0};
	const struct teller to = {&lines, 0, false};

	if (answer == NULL)
		return error_sentence(err);
	answer_tell(&to, a, answer);
	return text_fold_space(text_take(&lines));
}

void
journal_tell(const struct action *a, const json_t *answer,
	     const struct error *err)
{
	char *line;

	if (!(a->needs & TELL_JOURNAL))
		return;
	line = line_of(a, answer, err);
	openlog(PACKAGE, LOG_PID, LOG_USER);
	syslog(answer != NULL ? LOG_NOTICE : LOG_ERR, "%s: %s", a->name, line);
	closelog();
	free(line);
}
