/* import.c -- an old register goes in with a person's yes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/json.h"

#include "cli/ask.h"

static bool
has_word(const struct words *w, const char *word)
{
	for (size_t i = 0; i < w->n; i++)
		if (strcmp(w->at[i], word) == 0)
			return true;
	return false;
}

bool
import_is_asked(const struct cli *cli, const struct words *w)
{
	size_t taken;
	const struct action *a = command_action(w, &taken);

	return a != NULL && strcmp(a->name, "import") == 0 &&
	       !has_word(w, "--text") && !has_word(w, "--yes") &&
	       !has_word(w, "--dry-run") && !has_word(w, "--mend") &&
	       !has_word(w, "-") && !cli->json && ask_person(cli);
}

/* How many can be entered; -1 with err set when it could not be read. */
static json_int_t
look(struct cli *cli, const struct words *w, struct arena *a, struct error *err)
{
	struct words dry = {0};
	struct request r;
	struct session s;
	json_t *answer = NULL;
	json_int_t n = -1;

	for (size_t i = 0; i < w->n; i++)
		words_add(&dry, a, w->at[i]);
	words_add(&dry, a, "--dry-run");
	if (!command_read(&dry, a, &r, err))
		return -1;
	session_init(&s, &cli->wish, cli->clock);
	if (action_run(&s, &r, &answer, err)) {
		print_answer(cli, r.action, answer);
		n = answer_whole(answer, "letters");
	}
	json_decref(answer);
	session_done(&s);
	return n;
}

bool
import_ask(struct cli *cli, struct arena *a, struct words *w, struct error *err)
{
	json_int_t n = look(cli, w, a, err);
	char *question;
	bool yes;

	if (n < 0)
		return false;
	if (n == 0)
		return ask_left("import", err);
	question = xasprintf(P_("Enter %s letter?", "Enter %s letters?", n),
			     DIGITS(n));
	yes = ask_yes(cli, question);
	free(question);
	if (!yes)
		return ask_left("import", err);
	words_add(w, a, "--yes");
	return true;
}
