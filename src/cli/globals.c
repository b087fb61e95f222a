/* globals.c -- options that stand before the command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/globals.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

#include "app/reach.h"

#include "cli/locale.h"

static void
set_register(struct cli *cli, const char *value)
{
	cli->wish.register_path = value;
	cli->register_asked = value;
	cli->register_is_usual = false;
}

static void
set_as(struct cli *cli, const char *value)
{
	cli->wish.login = value;
	cli->wish.login_is_asked = true;
}

static void
set_office(struct cli *cli, const char *value)
{
	cli->wish.office = value;
}

static void
set_json(struct cli *cli, const char *value)
{
	(void)value;
	cli->json = true;
}

static void
set_lang(struct cli *cli, const char *value)
{
	cli->lang = value;
}

static void
set_plain(struct cli *cli, const char *value)
{
	(void)value;
	cli->plain = true;
}

static void
set_read_only(struct cli *cli, const char *value)
{
	(void)value;
	cli->wish.read_only = true;
}

static void
set_act(struct cli *cli, const char *value)
{
	cli->act = value;
}

static void
set_pin_fd(struct cli *cli, const char *value)
{
	cli->pin_from = value;
}

static void
set_version(struct cli *cli, const char *value)
{
	(void)value;
	cli->wants_version = true;
}

static void
set_help(struct cli *cli, const char *value)
{
	(void)value;
	cli->wants_help = true;
}

/* clang-format off */
const struct global globals[] = {
	{ "register", "WHERE", N_("the register's file"), set_register, true },
	{ "as", "LOGIN", N_("act as this person"), set_as, true },
	{ "office", "CODE", N_("which office of the register"), set_office, false },
	{ "json", NULL, N_("answer as JSON"), set_json, false },
	{ "lang", "th|en", N_("language"), set_lang, false },
	{ "plain", NULL, N_("questions and answers instead of the screen"),
	  set_plain, false },
	{ "read-only", NULL, N_("look, with no write possible"),
	  set_read_only, false },
	{ "act", "ID", N_("act id, 32 hexadecimal digits, to ask again safely"),
	  set_act, false },
	{ "pin-fd", "N", N_("read a PIN from this open handle"), set_pin_fd,
	  false },
	{ "version", NULL, N_("print the version"), set_version, false },
	{ "help", NULL, N_("print this help"), set_help, false },
	{ 0 }
};
/* clang-format on */

static const struct global *
global_find(const char *name, size_t n)
{
	for (const struct global *g = globals; g->name != NULL; g++)
		if (strlen(g->name) == n && memcmp(g->name, name, n) == 0)
			return g;
	return NULL;
}

/* --register X, --register=X; false when the value is missing. */
static bool
global_take(struct cli *cli, const struct global *g, const struct words *w,
	    size_t *i, struct error *err)
{
	const char *equals = strchr(w->at[*i], '=');

	if (g->is_local && cli->wish.is_remote)
		return error_set(err, &REACH_REFUSED, "--%s", g->name);
	if (g->metavar == NULL && equals != NULL)
		return error_set(err, &COMMAND_WRONG, _("--%s takes no value"),
				 g->name);
	if (g->metavar == NULL) {
		g->set(cli, NULL);
		return true;
	}
	if (equals == NULL && *i + 1 == w->n)
		return error_set(err, &COMMAND_WRONG, _("--%s needs a value"),
				 g->name);
	g->set(cli, equals ? equals + 1 : w->at[++*i]);
	return true;
}

/* The global option that a word is, unless the action has its own. */
static const struct global *
global_of(const char *word, const struct action *a)
{
	size_t n;
	char name[40] = "";

	if (strncmp(word, "--", 2) != 0 || word[2] == '\0')
		return NULL;
	n = strcspn(word + 2, "=");
	if (n >= sizeof(name))
		return NULL;
	memcpy(name, word + 2, n);
	return a != NULL && action_option(a, name) != NULL
		   ? NULL
		   : global_find(name, n);
}

bool
globals_read(struct cli *cli, struct words *w, struct error *err)
{
	struct words rest = {w->at, 0};
	const struct action *a = NULL;
	size_t taken;

	for (size_t i = 0; i < w->n; i++) {
		const struct global *g = global_of(w->at[i], a);

		if (strcmp(w->at[i], "--") == 0) {
			while (i < w->n)
				rest.at[rest.n++] = w->at[i++];
		} else if (g != NULL) {
			if (!global_take(cli, g, w, &i, err))
				return false;
		} else if (rest.n == 0 && w->at[i][0] == '-') {
			return error_set(err, &COMMAND_WRONG,
					 _("there is no option %.60s"),
					 w->at[i]);
		} else {
			rest.at[rest.n++] = w->at[i];
			a = command_action(&rest, &taken);
		}
	}
	*w = rest;
	return true;
}

const char *
globals_language(const struct words *w)
{
	static const char mark[] = "--lang";

	for (size_t i = 0; i < w->n; i++) {
		const char *value = w->at[i] + strlen(mark);

		if (strncmp(w->at[i], mark, strlen(mark)) != 0)
			continue;
		if (*value == '=')
			return language_known(value + 1);
		if (*value == '\0' && i + 1 < w->n)
			return language_known(w->at[i + 1]);
	}
	return NULL;
}

static const char *
account_name(struct arena *a)
{
	/* cppcheck-suppress getpwuidCalled; there are no threads */
	const struct passwd *pw = getpwuid(geteuid());

	return pw != NULL ? arena_strdup(a, pw->pw_name)
			  : arena_printf(a, "uid%ld", (long)geteuid());
}

/* With the defaults of the XDG specification. */
const char *
home_path(struct arena *a, const char *variable, const char *otherwise,
	  const char *file)
{
	const char *base = getenv(variable);
	const char *home = getenv("HOME");

	if (base != NULL && base[0] == '/')
		return arena_printf(a, "%s/saraban/%s", base, file);
	return arena_printf(a, "%s/%s/saraban/%s", home ? home : ".", otherwise,
			    file);
}

void
globals_begin(struct cli *cli)
{
	const char *where = getenv("SARABAN_REGISTER");
	const char *temporary = getenv("TMPDIR");
	const char *term = getenv("TERM");
	const char *no_colour = getenv("NO_COLOR");
	const char *ssh = getenv("SSH_CONNECTION");
	const char *screen = getenv("STY");

	cli->register_is_usual = where == NULL || where[0] == '\0';
	cli->wish.register_path =
	    !cli->register_is_usual ? where
				    : home_path(&cli->arena, "XDG_DATA_HOME",
						".local/share", "register.db");
	cli->wish.account = account_name(&cli->arena);
	cli->wish.temporary =
	    temporary != NULL && temporary[0] != '\0' ? temporary : "/tmp";
	cli->wish.environment = environ;
	cli->wish.terminal = term;
	cli->on_screen.has_colour = no_colour == NULL || no_colour[0] == '\0';
	cli->on_screen.is_in_screen = screen != NULL && screen[0] != '\0';
	cli->on_screen.is_far = ssh != NULL && ssh[0] != '\0';
	cli->plain =
	    term == NULL || term[0] == '\0' || strcmp(term, "dumb") == 0;
}
