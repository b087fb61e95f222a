/* unseen.c -- acts with what is typed unseen, for tests in C */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unseen.h"

#include <stdlib.h>

#include "app/pin.h"

bool
fixture_unseen(struct fixture *f, const char *login, const char *line,
	       const char *pin, const char *new)
{
	enum { UNSEEN_MAX = 3, ASKED_MAX = 16 };
	struct argument at[ASKED_MAX + UNSEEN_MAX];
	struct arena a = {0};
	struct words w;
	struct request r;
	bool ok;

	f->err = (struct error){0};
	json_decref(f->answer);
	f->answer = NULL;
	if (!words_split(line, &a, &w, &f->err) ||
	    !command_read(&w, &a, &r, &f->err) || r.n > ASKED_MAX)
		abort();
	for (size_t i = 0; i < r.n; i++)
		at[i] = r.at[i];
	if (pin != NULL)
		at[r.n++] = (struct argument){PIN_ARGUMENT, pin};
	if (new != NULL) {
		at[r.n++] = (struct argument){"new", new};
		at[r.n++] = (struct argument){"again", new};
	}
	r.at = at;
	ok = action_run(fixture_session(f, login), &r, &f->answer, &f->err);
	arena_done(&a);
	return ok;
}
