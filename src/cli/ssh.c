/* ssh.c -- the door for those who come over SSH */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/ssh.h"

#include <ctype.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/ssh-key.h"

#include "cli/locale.h"

/* What sshd says of a key; and what a person may ask for in one line. */
enum { AUTH_MAX_BYTES = 64 << 10, ASKED_MAX_BYTES = 64 << 10 };

static const struct error_kind SSH_DOOR_SHUT = {
    "door-shut", EXIT_REFUSED, N_("nobody is let in this way")};

bool
ssh_is_asked(const struct words *w)
{
	return w->n > 0 && strcmp(w->at[0], "ssh") == 0;
}

/* ------------------------------------------------------------ environment */

/* Names of terminals, locales and the like; nothing that a path, a shell or a
   format could be made of. */
static bool
is_plain_word(const char *s)
{
	enum { LONGEST = 40 };
	size_t n = strlen(s);

	if (n == 0 || n > LONGEST)
		return false;
	for (; *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && strchr("._+-@", *s) == NULL)
			return false;
	return true;
}

static bool
is_anything(const char *s)
{
	(void)s;
	return true;
}

/* What is taken over of what the other end may set. */
static const struct passed {
	const char *name;
	bool (*is_good)(const char *value);
	const char *instead; /* of the value, which is not looked at again */
} passed[] = {
    {"TERM", is_plain_word, NULL},        {"LANG", is_plain_word, NULL},
    {"LC_ALL", is_plain_word, NULL},      {"LC_CTYPE", is_plain_word, NULL},
    {"LC_MESSAGES", is_plain_word, NULL}, {"COLORTERM", is_plain_word, NULL},
    {"NO_COLOR", is_anything, "1"},       {"SSH_CONNECTION", is_anything, "1"},
};

static void
rebuild_environment(const char *register_path)
{
	const char *value[ARRAY_SIZE(passed)];
	char *kept[ARRAY_SIZE(passed)] = {NULL};
	/* cppcheck-suppress getpwuidCalled; there are no threads */
	const struct passwd *pw = getpwuid(geteuid());

	for (size_t i = 0; i < ARRAY_SIZE(passed); i++) {
		value[i] = getenv(passed[i].name);
		if (value[i] != NULL && passed[i].is_good(value[i]))
			kept[i] = xstrdup(passed[i].instead ? passed[i].instead
							    : value[i]);
	}
	clearenv();
	setenv("PATH", "/usr/local/bin:/usr/bin:/bin", 1);
	setenv("HOME", pw != NULL ? pw->pw_dir : "/", 1);
	if (register_path != NULL)
		setenv("SARABAN_REGISTER", register_path, 1);
	for (size_t i = 0; i < ARRAY_SIZE(passed); i++) {
		if (kept[i] != NULL)
			setenv(passed[i].name, kept[i], 1);
		free(kept[i]);
	}
}

/* No other process of the account looks into this one, nor into what a crash
   would leave. */
static void
shut_windows(void)
{
	static const struct rlimit none;

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
}

/* ---------------------------------------------------------------- who it is */

/* "publickey TYPE KEY" for each key that was used; this program's sshd asks
   for one. */
static bool
read_key(const char *line, struct arena *a, const char **print,
	 struct error *err)
{
	static const char method[] = "publickey ";
	struct ssh_key *k = arena_alloc(a, sizeof(*k));

	if (strncmp(line, method, strlen(method)) != 0)
		return error_set(err, &SSH_DOOR_SHUT,
				 _("only keys open this door, not %.20s"),
				 line);
	if (!ssh_key_read(line + strlen(method), a, k, err))
		return false;
	*print = k->print;
	return true;
}

static bool
read_auth(const char *path, struct arena *a, const char **print,
	  struct error *err)
{
	struct text t = {0};
	bool ok = file_read(path, AUTH_MAX_BYTES, &t, err);
	const char *end = ok ? strchr(text_str(&t), '\n') : NULL;

	if (ok && end != NULL && end[1] != '\0')
		ok = error_set(err, &SSH_DOOR_SHUT,
			       _("one key opens this door, not two"));
	ok = ok && read_key(text_str(&t), a, print, err);
	text_done(&t);
	return ok;
}

static bool
find_who(struct cli *cli, const char *auth, const char *login,
	 struct error *err)
{
	cli->wish.is_remote = true;
	cli->wish.login = login;
	cli->wish.login_is_asked = login != NULL && auth == NULL;
	if (auth != NULL)
		return read_auth(auth, &cli->arena, &cli->wish.key, err);
	return login != NULL ||
	       error_set(err, &SSH_DOOR_SHUT,
			 _("sshd does not say whose key it was; its settings "
			   "need ExposeAuthInfo, see saraban-ssh(7)"));
}

/* ------------------------------------------------------------ what is asked */

/* In one line, and no shell ever sees it. */
static bool
read_asked(const char *asked, struct arena *a, struct words *w,
	   struct error *err)
{
	*w = (struct words){0};
	if (asked == NULL)
		return true;
	if (strlen(asked) > ASKED_MAX_BYTES || strpbrk(asked, "\n\r") != NULL)
		return error_set(err, &COMMAND_WRONG,
				 _("a command is one line"));
	if (!words_split(asked, a, w, err))
		return false;
	if (w->n > 0 && strcmp(w->at[0], PACKAGE) == 0) {
		w->at++;
		w->n--;
	}
	return true;
}

static const char *
own_copy(struct arena *a, const char *name)
{
	const char *value = getenv(name);

	return value != NULL ? arena_strdup(a, value) : NULL;
}

bool
ssh_let_in(struct cli *cli, struct words *w, struct error *err)
{
	struct arena *a = &cli->arena;
	const char *auth = own_copy(a, "SSH_USER_AUTH");
	const char *asked = own_copy(a, "SSH_ORIGINAL_COMMAND");
	struct request r;

	shut_windows();
	if (!command_read(w, a, &r, err))
		return false;
	rebuild_environment(request_value(&r, "register"));
	locale_begin(NULL);
	return find_who(cli, auth, request_operand(&r, 0), err) &&
	       read_asked(asked, a, w, err);
}

int
ssh_misplaced(struct cli *cli, const struct request *r)
{
	struct error err = {0};

	error_set(&err, &COMMAND_WRONG,
		  _("%s is the first word of the line, before all options"),
		  r->action->name);
	return cli_error(cli, &err);
}
