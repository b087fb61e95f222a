/* login-key.c -- the keys by which persons are known who come over SSH */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/login-key.h"

#include <ctype.h>
#include <string.h>

#include "base/i18n.h"
#include "base/ssh-key.h"

#include "app/decisions.h"
#include "app/json.h"

const struct error_kind KEY_UNKNOWN = {
    "key-unknown", EXIT_REFUSED,
    N_("this key stands in no register; the administrator adds it with `key "
       "add`")};

bool
login_key_find(struct store *st, const char *print, struct arena *a,
	       struct key_holder *holder, bool *found, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct key_holder, login, FIELD_TEXT),
	    FIELD(struct key_holder, name, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct key_holder), fields};

	return query_row(st, QUERY_LOGIN_OF_KEY, PARAMS(P_TEXT("print", print)),
			 &type, a, holder, found, err);
}

/* By one key comes one person, in whichever office. */
static bool
check_free(struct act *act, const struct ssh_key *k, struct error *err)
{
	struct key_holder holder;
	bool found;

	if (!login_key_find(act->s->store, k->print, act->arena, &holder,
			    &found, err))
		return false;
	return !found || error_set(err, &RULE_REFUSED,
				   _("it is the key of %s already (%s)"),
				   holder.name, holder.login);
}

bool
key_add_decide(struct act *act, struct error *err)
{
	struct actor person;
	struct ssh_key k;

	if (!act_put_person(act, 0, &person, err) ||
	    !ssh_key_read(act_operand(act, 1), act->arena, &k, err) ||
	    !check_free(act, &k, err))
		return false;
	act_put(act, "print", k.print);
	act_put(act, "type", k.type);
	act_put(act, "key", k.blob);
	act_put(act, "comment", k.comment);
	return true;
}

struct login_key {
	const char *print, *type, *blob, *comment, *login, *name, *reason;
	moment since, ended_at;
};
static const struct field login_key_fields[] = {
    FIELD(struct login_key, print, FIELD_TEXT),
    FIELD(struct login_key, type, FIELD_TEXT),
    FIELD(struct login_key, blob, FIELD_TEXT),
    FIELD(struct login_key, comment, FIELD_TEXT),
    FIELD(struct login_key, login, FIELD_TEXT),
    FIELD(struct login_key, name, FIELD_TEXT),
    FIELD(struct login_key, since, FIELD_INT64),
    FIELD(struct login_key, ended_at, FIELD_INT64),
    FIELD(struct login_key, reason, FIELD_TEXT),
    {0}};
static const struct row_type login_key_row = {sizeof(struct login_key),
					      login_key_fields};

struct login_keys {
	struct login_key *at;
	size_t n;
};

static bool
load_keys(struct session *s, const char *login, struct arena *a,
	  struct login_keys *keys, struct error *err)
{
	return query_rows(
	    s->store, QUERY_LOGIN_KEYS,
	    PARAMS(P_INT("office", s->office), P_TEXT("login", login)),
	    &login_key_row, a, &keys->at, &keys->n, err);
}

/* With or without "SHA256:", as far as it is needed to tell which. */
static bool
is_meant(const struct login_key *k, const char *word)
{
	static const char kind[] = "SHA256:";
	const char *print = k->print;

	if (strncmp(word, kind, strlen(kind)) != 0)
		print += strlen(kind);
	return k->ended_at == 0 && strncmp(print, word, strlen(word)) == 0;
}

static bool
find_meant(struct act *act, struct login_key *meant, struct error *err)
{
	const char *word = act_operand(act, 0);
	struct login_keys keys;
	size_t found = 0;

	if (!load_keys(act->s, NULL, act->arena, &keys, err))
		return false;
	for (size_t i = 0; i < keys.n; i++)
		if (is_meant(&keys.at[i], word)) {
			*meant = keys.at[i];
			found++;
		}
	if (found == 0)
		return error_set(err, &REQUEST_WRONG,
				 _("no key in force begins with %.60s; `key "
				   "list` shows them"),
				 word);
	return found == 1 ||
	       error_set(err, &REQUEST_WRONG, _("%s keys begin with %.60s"),
			 DIGITS(found), word);
}

bool
key_end_decide(struct act *act, struct error *err)
{
	struct login_key k = {0};

	if (!find_meant(act, &k, err))
		return false;
	act_put(act, "print", k.print);
	act_put(act, "login", k.login);
	act_put(act, "name", k.name);
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}

bool
key_list_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err)
{
	struct arena a = {0};
	struct login_keys keys;
	bool ok = load_keys(s, request_operand(r, 0), &a, &keys, err);

	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; ok && i < keys.n; i++) {
		const struct login_key *k = &keys.at[i];

		json_array_append_new(
		    *answer,
		    json_pack("{s:s, s:s, s:s, s:s, s:s, s:o, s:o, s:s?}",
			      "login", k->login, "name", k->name, "print",
			      k->print, "type", k->type, "comment", k->comment,
			      "since", moment_json(k->since), "ended_at",
			      k->ended_at ? moment_json(k->ended_at)
					  : json_null(),
			      "reason", k->reason));
	}
	arena_done(&a);
	return ok;
}

/* ------------------------------------------------- as sshd(8) reads them */

struct key_lines {
	const char *word; /* which key, or NULL for all */
	const char *command;
	json_t *lines;
};

static bool
add_line(void *ctx, void *row, struct error *err)
{
	const struct key_lines *to = ctx;
	const struct login_key *k = row;

	(void)err;
	if (to->word == NULL || is_meant(k, to->word))
		json_array_append_new(
		    to->lines,
		    json_sprintf("restrict,pty,command=\"%s %s\" %s %s %s",
				 to->command, k->login, k->type, k->blob,
				 k->login));
	return true;
}

static bool
is_plain(const char *word)
{
	for (; *word != '\0'; word++)
		if ((unsigned char)*word < 0x80 &&
		    !isalnum((unsigned char)*word) &&
		    strchr("%+,-./:@_", *word) == NULL)
			return false;
	return true;
}

/* As the shell of the account reads it. */
static void
add_quoted(struct text *t, const char *word)
{
	if (is_plain(word)) {
		text_add(t, word);
		return;
	}
	text_add(t, "'");
	for (; *word != '\0'; word++)
		if (*word == '\'')
			text_add(t, "'\\''");
		else
			text_add_n(t, word, 1);
	text_add(t, "'");
}

/* Within the quotes of an option, of which sshd takes \" for one that does not
   end it. */
static const char *
in_option(const char *command, struct arena *a)
{
	struct text t = {0};
	const char *copy;

	for (; *command != '\0'; command++) {
		text_add(&t, *command == '"' ? "\\" : "");
		text_add_n(&t, command, 1);
	}
	copy = arena_strdup(a, text_str(&t));
	text_done(&t);
	return copy;
}

static bool
command_for(struct session *s, const char *asked, struct arena *a,
	    const char **command, struct error *err)
{
	struct text t = {0};

	if (asked != NULL)
		text_add(&t, asked);
	else {
		text_add(&t, "saraban ssh --register ");
		add_quoted(&t, store_path(s->store));
	}
	*command = in_option(text_str(&t), a);
	text_done(&t);
	return strchr(*command, '\n') == NULL ||
	       error_set(err, &REQUEST_WRONG,
			 _("a line of keys cannot name a register with a line "
			   "break in its name"));
}

bool
key_lines_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct login_key, print, FIELD_TEXT),
	    FIELD(struct login_key, type, FIELD_TEXT),
	    FIELD(struct login_key, blob, FIELD_TEXT),
	    FIELD(struct login_key, login, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct login_key), fields};
	struct arena a = {0};
	struct key_lines to = {.word = request_operand(r, 0),
			       .lines = json_array()};
	bool ok =
	    command_for(s, request_value(r, "command"), &a, &to.command, err) &&
	    query_stream(
		s->store, QUERY_LOGIN_KEYS_IN_FORCE,
		PARAMS(P_TEXT("today", date_iso(&a, session_today(s)))), &type,
		add_line, &to, err);

	if (ok)
		*answer = json_pack("{s:O}", "lines", to.lines);
	json_decref(to.lines);
	arena_done(&a);
	return ok;
}
