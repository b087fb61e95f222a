/* doctor.c -- is all as it should be: program, machine, register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/i18n.h"
#include "base/pack.h"
#include "base/qr-code.h"

#include "store/host.h"

#include "model/check.h"
#include "model/seal.h"

#include "app/clock.h"
#include "app/json.h"
#include "app/keeping.h"
#include "app/looks.h"
#include "app/modes.h"

/* How a thing is.  Words of the answer; only "bad" is a fault. */
static const char good[] = "good", look[] = "look", bad[] = "bad";

struct doctor {
	struct session *s;
	struct session own; /* opened here, where none was */
	struct arena a;
	struct error err; /* why there is no register */
	json_t *findings;
	bool is_bad;
};

/* about is N_(): a word that scripts find, and people read in their language.
   advice NULL = there is nothing to do. */
static void
find(struct doctor *d, const char *about, const char *state, const char *says,
     const char *advice)
{
	d->is_bad = d->is_bad || state == bad;
	json_array_append_new(d->findings,
			      json_pack("{s:s, s:s, s:s, s:s?}", "about", about,
					"state", state, "says", says, "advice",
					advice));
}

static void
find_error(struct doctor *d, const char *about, const struct error *err)
{
	char *sentence = error_sentence(err);

	find(d, about, bad, sentence, NULL);
	free(sentence);
}

/* ---------------------------------------------------------- the program */

static void
look_at_program(struct doctor *d)
{
	/* clang-format off */
	const struct {
		bool has;
		const char *name, *without; /* N_() */
	} parts[] = {
		{ HAVE_GMIME, "GMime", N_("e-mail is not read") },
		{ HAVE_PANGO, "pango",
		  N_("forms are printed as text, not as PDF") },
		{ qr_is_there(), "libqrencode",
		  N_("links are not shown as QR") },
		{ confine_seccomp_is_built(), "libseccomp",
		  N_("the screen over SSH may make any system call") },
		{ pack_ending[0] != '\0', "zstd",
		  N_("backups are not packed") },
	};
	/* clang-format on */

	find(d, N_("program"), good, PACKAGE_STRING, NULL);
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		if (!parts[i].has)
			find(d, N_("program"), look,
			     arena_printf(&d->a, _("built without %s: %s"),
					  parts[i].name, _(parts[i].without)),
			     NULL);
}

static void
look_at_settings(struct doctor *d)
{
	const struct settings *set = d->s->settings;

	for (size_t i = 0; i < set->n_faults; i++)
		find_error(d, N_("settings"), &set->fault[i]);
	if (set->n_faults == 0)
		find(d, N_("settings"), good, _("all of them are understood"),
		     NULL);
}

static void
look_at_terminal(struct doctor *d)
{
	const struct session_wish *w = &d->s->wish;
	const char *terminal = w->terminal != NULL ? w->terminal : "";
	bool has_screen = terminal[0] != '\0' && strcmp(terminal, "dumb") != 0;

	find(d, N_("terminal"), has_screen ? good : look,
	     has_screen ? arena_printf(&d->a, "%s, %s", terminal,
				       w->charset ? w->charset : "UTF-8")
			: _("TERM does not say which: questions and answers "
			    "stand in lines, without a screen"),
	     NULL);
}

static void
look_at_person(struct doctor *d)
{
	const struct session *s = d->s;
	const struct actor *who = &s->actor;

	if (s->store == NULL)
		return;
	if (s->wish.key != NULL)
		find(d, N_("you"), good,
		     arena_printf(&d->a, _("%s (%s), known by the key %s"),
				  who->name, who->login, s->wish.key),
		     NULL);
	else if (who->is_owner && who->person != 0 && !s->is_practice)
		find(d, N_("you"), look,
		     arena_printf(&d->a,
				  _("%s owns the register's file: roles are "
				    "advice to him"),
				  who->login),
		     _("an account of its own and keys, see saraban-ssh(7)"));
	else
		find(d, N_("you"), good,
		     arena_printf(&d->a, _("%s, by the account or --as"),
				  who->login),
		     NULL);
}

/* ---------------------------------------------------------- the machine */

static void
look_at_library(struct doctor *d)
{
	const char *version = store_engine_version();

	find(d, N_("SQLite"), good,
	     host_sqlite_is_mended(version)
		 ? arena_printf(&d->a, _("%s, mended of the WAL-reset bug"),
				version)
		 : arena_printf(&d->a,
				_("%s, with the WAL-reset bug, from which the "
				  "gate keeps the register; other programs "
				  "must not write it"),
				version),
	     NULL);
}

/* What lies on this machine: the register, or what is beside one elsewhere. */
static const char *
path_of_register(const struct doctor *d)
{
	return d->s->store != NULL ? store_beside(d->s->store)
				   : d->s->wish.register_path;
}

static const char *
folder_of_register(struct doctor *d)
{
	const char *path = path_of_register(d);
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	return slash == path
		   ? "/"
		   : arena_strndup(&d->a, path, (size_t)(slash - path));
}

static void
look_at_place(struct doctor *d)
{
	const char *folder = folder_of_register(d);
	bool is_network;
	const char *kind = host_file_system(folder, &is_network);

	if (is_network)
		find(d, N_("place"), bad,
		     arena_printf(&d->a, _("%s is a network file system (%s)"),
				  folder, kind),
		     _("a register needs a disk of this machine"));
	else
		find(d, N_("place"), kind != NULL ? good : look,
		     arena_printf(&d->a, "%s (%s)", folder,
				  kind ? kind : _("unknown file system")),
		     NULL);
}

/* A backup of it needs 2.2 times as much (saraban-backup(8)). */
static void
look_at_room(struct doctor *d)
{
	struct stat sb;
	int64_t room = host_room(folder_of_register(d));
	int64_t size =
	    stat(path_of_register(d), &sb) == 0 ? (int64_t)sb.st_size : 0;
	int64_t wanted = ((size * 22 / 10) >> 20) + 64;

	if (room < 0)
		return;
	find(d, N_("room"), (room >> 20) < wanted ? bad : good,
	     arena_printf(&d->a, _("%s MB free, the register has %s MB"),
			  DIGITS(room >> 20), DIGITS((size >> 20) + 1)),
	     (room >> 20) < wanted
		 ? _("make room, or move the register to a larger disk")
		 : NULL);
}

/* What shuts the screen in that is shown over SSH. */
static void
look_at_walls(struct doctor *d)
{
	int landlock = confine_landlock();

	find(d, N_("Landlock"), landlock > 0 ? good : look,
	     landlock > 0
		 ? arena_printf(&d->a, _("version %s of its interface"),
				DIGITS(landlock))
		 : _("this kernel has none: over SSH the screen could open "
		     "the account's files"),
	     landlock > 0 ? NULL
			  : _("Linux 5.13 or later, with lsm=landlock among "
			      "its parameters"));
	if (confine_seccomp_is_built())
		find(d, N_("seccomp"), confine_has_seccomp() ? good : look,
		     confine_has_seccomp()
			 ? _("system calls of the screen over SSH are filtered")
			 : _("this kernel filters no system calls: over SSH "
			     "the screen may make any"),
		     NULL);
}

static void
look_at_modes(struct doctor *d)
{
	struct modes found;

	modes_look(path_of_register(d), true, &d->a, &found);
	for (size_t i = 0; i < found.n; i++)
		find(d, N_("modes"), found.at[i].is_bad ? bad : look,
		     found.at[i].says, found.at[i].advice);
	if (found.n == 0)
		find(d, N_("modes"), good,
		     _("register, keys, files and drafts are the account's "
		       "alone"),
		     NULL);
}

/* --------------------------------------------------------- the register */

static void
look_at_register(struct doctor *d)
{
	const struct session *s = d->s;

	if (s->store == NULL)
		find_error(d, N_("register"), &d->err);
	else
		find(d, N_("register"), good,
		     arena_printf(&d->a, "%s, %s", s->wish.register_path,
				  s->office_name),
		     NULL);
}

static void
add_moment(const struct doctor *d, struct text *t, moment m)
{
	text_add_date(t, moment_date(m), DATE_SHORT, d->s->wish.thai);
	text_add(t, " ");
	text_add_time(t, m, d->s->wish.thai);
}

static void
look_at_clock(struct doctor *d)
{
	struct clock_state c;
	struct text t = {0};
	struct error err = {0};

	if (d->s->store == NULL)
		return;
	if (!look_clock(d->s, &c, &err)) {
		find_error(d, N_("clock"), &err);
		return;
	}
	if (c.doubt != CLOCK_SOUND)
		text_add_doubt(&t, &c);
	else
		add_moment(d, &t, c.now);
	find(d, N_("clock"), c.doubt != CLOCK_SOUND ? bad : good, text_str(&t),
	     NULL);
	text_done(&t);
}

static void
look_at_key(struct doctor *d)
{
	struct sign_key k;
	struct error err = {0};

	if (d->s->store == NULL)
		return;
	if (!seal_load(d->s->store, &k, &err)) {
		find_error(d, N_("key"), &err);
		return;
	}
	sign_key_wipe(&k);
	find(d, N_("key"), good, _("signs for the register"), NULL);
}

static void
look_at_backup(struct doctor *d)
{
	struct keeping k;
	struct text t = {0};
	struct error err = {0};

	if (d->s->store == NULL || d->s->is_practice)
		return;
	if (!look_keeping(d->s, &d->a, &k, &err)) {
		find_error(d, N_("backup"), &err);
		return;
	}
	if (k.backup_at != 0)
		add_moment(d, &t, k.backup_at);
	find(d, N_("backup"), k.backup_at == 0 || k.is_late ? bad : good,
	     k.backup_at == 0 ? _("none was ever made") : text_str(&t),
	     k.backup_at == 0 || k.is_late
		 ? _("saraban backup DIRECTORY every night, see "
		     "saraban-backup(8)")
		 : NULL);
	if (k.asked.n > 0)
		find(d, N_("restore"), look,
		     _("after a restore the last numbers on paper are still "
		       "asked for"),
		     _("saraban restore asks"));
	text_done(&t);
}

static void (*const looks[])(struct doctor *d) = {
    look_at_program, look_at_settings, look_at_terminal, look_at_library,
    look_at_walls,   look_at_place,    look_at_room,     look_at_register,
    look_at_person,  look_at_modes,    look_at_clock,    look_at_key,
    look_at_backup,
};

/* What cannot be opened is told among the rest. */
static void
open_register(struct doctor *d)
{
	if (d->s->store != NULL)
		return;
	session_init(&d->own, &d->s->wish, d->s->clock);
	if (session_open(&d->own, false, &d->err))
		d->s = &d->own;
}

bool
doctor_look(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	struct doctor d = {.s = s, .findings = json_array()};

	(void)r;
	(void)err;
	open_register(&d);
	for (size_t i = 0; i < ARRAY_SIZE(looks); i++)
		looks[i](&d);
	*answer =
	    json_pack("{s:b, s:o}", "ok", !d.is_bad, "findings", d.findings);
	session_done(&d.own);
	arena_done(&d.a);
	return true;
}
