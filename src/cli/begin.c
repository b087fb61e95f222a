/* begin.c -- the first start, where there is no register yet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/begin.h"

#include <unistd.h>

#include "base/i18n.h"

#include "model/guard.h"

#include "cli/ask.h"

/* Where somebody has said which register is meant, it should be there: its disk
   may be missing, or its server; and one whose file is lost is to be restored.
 */
bool
begin_is_needed(const struct cli *cli)
{
	const char *path = cli->wish.register_path;
	bool is_none = access(path, F_OK) != 0 && !mark_stands(path);

	return cli->register_is_usual && is_none && ask_person(cli) &&
	       !cli->json && !cli->wish.is_remote && !cli->wish.read_only &&
	       cli->wish.login == NULL;
}

/* One command, whose operands and options a person is asked for. */
struct begun {
	const char *words[3]; /* how it begins, ended by NULL */
	const char *tells;    /* what it is about */
	struct ask_for options[3];
};

static const struct begun office = {
    {"init"}, N_("The office:"), {{"next-number", "1"}, {"kind", "abt"}}};

static const struct begun person = {
    {"person", "add"}, N_("You yourself:"), {{"post", "clerk"}}};

static bool
ask_about(struct cli *cli, const struct begun *b, const char *login,
	  struct arena *a, struct words *w, struct error *err)
{
	const struct action *action;
	size_t taken;

	for (size_t i = 0; b->words[i] != NULL; i++)
		words_add(w, a, b->words[i]);
	action = command_action(w, &taken);
	if (login != NULL)
		words_add(w, a, login);
	fprintf(cli_prose(cli), "%s\n", _(b->tells));
	if (!ask_operands(cli, action, taken, w, a))
		return ask_left(action->name, err);
	return ask_options(cli, action, b->options, a, w, err);
}

static int
begin_office(struct cli *cli, struct arena *a)
{
	struct words w = {0};
	struct error err = {0};

	if (ask_about(cli, &office, NULL, a, &w, &err) &&
	    (ask_yes(cli, _("Make this register?")) || ask_left(w.at[0], &err)))
		return cli_run(cli, &w);
	return cli_error(cli, &err);
}

/* Who leaves here can do it later: the owner of the register is always let
   in. */
static void
add_person(struct cli *cli, struct arena *a)
{
	struct words w = {0};
	struct error err = {0};

	if (ask_about(cli, &person, cli->wish.account, a, &w, &err))
		cli_run(cli, &w);
	else
		cli_error(cli, &err);
}

int
cli_begin(struct cli *cli)
{
	struct arena a = {0};
	struct text path = {0};
	int status;

	text_add_visible(&path, cli->wish.register_path, false);
	fprintf(cli_prose(cli),
		_("There is no register here yet: %s\n"
		  "A few questions begin it; a full stop alone leaves.\n"),
		text_str(&path));
	status = begin_office(cli, &a);
	if (status == EXIT_DONE)
		add_person(cli, &a);
	text_done(&path);
	arena_done(&a);
	return status;
}
