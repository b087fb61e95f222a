/* journal.c -- what the machine's own log is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/journal.h"

#include <stdlib.h>
#include <syslog.h>

#include "app/tell.h"

/* Whoever reads the log reads it in a terminal. */
static char *
line_of(const struct action *a, const json_t *answer, const struct error *err)
{
	struct text lines = {0}, visible = {0};
	const struct teller to = {&lines, 0, false};
	char *sentence;

	if (answer != NULL) {
		answer_tell(&to, a, answer);
		sentence = text_fold_space(text_take(&lines));
	} else {
		sentence = error_sentence(err);
	}
	text_add_visible(&visible, sentence, false);
	free(sentence);
	return text_take(&visible);
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
