/* doctor.c -- is all as it should be: program, machine, register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/doctor.h"

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
#include "paper/maker.h"

#include "app/clock.h"
#include "app/looks.h"
#include "app/mail.h"
#include "app/modes.h"

void
doctor_find(struct doctor *d, const char *about, enum health health,
	    const char *says, const char *advice)
{
	static const char *const words[] = {[HEALTH_GOOD] = "good",
					    [HEALTH_LOOK] = "look",
					    [HEALTH_BAD] = "bad"};

	d->is_bad = d->is_bad || health == HEALTH_BAD;
	json_array_append_new(d->findings,
			      json_pack("{s:s, s:s, s:s, s:s?}", "about", about,
					"state", words[health], "says", says,
					"advice", advice));
}

void
doctor_find_error(struct doctor *d, const char *about, const struct error *err)
{
	char *sentence = error_sentence(err);

	doctor_find(d, about, HEALTH_BAD, sentence, NULL);
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
		{ mail_is_there(), "GMime", N_("e-mail is not read") },
		{ maker_pdf_is_there(), "pango",
		  N_("forms are printed as text, not as PDF") },
		{ qr_is_there(), "libqrencode",
		  N_("links are not shown as QR") },
		{ confine_seccomp_is_built(), "libseccomp",
		  N_("the screen over SSH may make any system call") },
		{ pack_ending[0] != '\0', "zstd",
		  N_("backups are not packed") },
	};
	/* clang-format on */

	doctor_find(d, N_("program"), HEALTH_GOOD, PACKAGE_STRING, NULL);
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		if (!parts[i].has)
			doctor_find(
			    d, N_("program"), HEALTH_LOOK,
			    arena_printf(&d->a, _("built without %s: %s"),
					 parts[i].name, _(parts[i].without)),
			    NULL);
}

static void
look_at_settings(struct doctor *d)
{
	const struct settings *set = d->s->settings;

	for (size_t i = 0; i < set->n_faults; i++)
		doctor_find_error(d, N_("settings"), &set->fault[i]);
	if (set->n_faults == 0)
		doctor_find(d, N_("settings"), HEALTH_GOOD,
			    _("all of them are understood"), NULL);
}

static void
look_at_terminal(struct doctor *d)
{
	const struct session_wish *w = &d->s->wish;
	const char *terminal = w->terminal != NULL ? w->terminal : "";
	bool has_screen = terminal[0] != '\0' && strcmp(terminal, "dumb") != 0;

	doctor_find(d, N_("terminal"), has_screen ? HEALTH_GOOD : HEALTH_LOOK,
		    has_screen
			? arena_printf(&d->a, "%s, %s", terminal,
				       w->charset ? w->charset : "UTF-8")
			: _("TERM does not say which: questions and answers "
			    "stand in lines, without a screen"),
		    NULL);
}

static void
look_at_language(struct doctor *d)
{
	const struct session_wish *w = &d->s->wish;

	if (!w->lacks_thai)
		doctor_find(d, N_("language"), HEALTH_GOOD,
			    w->thai ? _("Thai") : _("English"), NULL);
	else
		doctor_find(
		    d, N_("language"), HEALTH_LOOK,
		    _("English: the Thai catalogue is not installed, or "
		      "the C library uses none in this locale"),
		    _("on Debian install locales-all, or make "
		      "th_TH.UTF-8 by `dpkg-reconfigure locales'"));
}

static void
look_at_person(struct doctor *d)
{
	const struct session *s = d->s;
	const struct actor *who = &s->actor;

	if (s->store == NULL)
		return;
	if (s->wish.key != NULL)
		doctor_find(d, N_("you"), HEALTH_GOOD,
			    arena_printf(&d->a,
					 _("%s (%s), known by the key %s"),
					 who->name, who->login, s->wish.key),
			    NULL);
	else if (who->is_owner && who->person != 0 && !s->is_practice)
		doctor_find(
		    d, N_("you"), HEALTH_LOOK,
		    arena_printf(&d->a,
				 _("%s owns the register's file: roles are "
				   "advice to him"),
				 who->login),
		    _("an account of its own and keys, see saraban-ssh(7)"));
	else
		doctor_find(d, N_("you"), HEALTH_GOOD,
			    arena_printf(&d->a, _("%s, by the account or --as"),
					 who->login),
			    NULL);
}

/* ---------------------------------------------------------- the machine */

static void
look_at_library(struct doctor *d)
{
	const char *version = store_engine_version();

	doctor_find(
	    d, N_("SQLite"), HEALTH_GOOD,
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
		doctor_find(d, N_("place"), HEALTH_BAD,
			    arena_printf(&d->a,
					 _("%s is a network file system (%s)"),
					 folder, kind),
			    _("a register needs a disk of this machine"));
	else
		doctor_find(
		    d, N_("place"), kind != NULL ? HEALTH_GOOD : HEALTH_LOOK,
		    arena_printf(&d->a, "%s (%s)", folder,
				 kind ? kind : _("unknown file system")),
		    NULL);
}

/* At a server the program need not own what guards the chain. */
static void
look_at_database(struct doctor *d)
{
	struct error err = {0};
	bool owns;

	if (d->s->store == NULL || !store_is_server(d->s->store))
		return;
	if (!store_owns_tables(d->s->store, &owns, &err))
		doctor_find_error(d, N_("database"), &err);
	else if (owns)
		doctor_find(d, N_("database"), HEALTH_LOOK,
			    _("the program owns the tables, and could take "
			      "away what guards the chain"),
			    _("give them to a role that nobody works as, see "
			      "saraban-scale(7)"));
	else
		doctor_find(d, N_("database"), HEALTH_GOOD,
			    _("the program may only add to the chain"), NULL);
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
	doctor_find(d, N_("room"),
		    (room >> 20) < wanted ? HEALTH_BAD : HEALTH_GOOD,
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

	doctor_find(d, N_("Landlock"), landlock > 0 ? HEALTH_GOOD : HEALTH_LOOK,
		    landlock > 0
			? arena_printf(&d->a, _("version %s of its interface"),
				       DIGITS(landlock))
			: _("there is none: over SSH the screen could open the "
			    "account's files"),
		    landlock > 0
			? NULL
			: _("Linux 5.13 or later, with lsm=landlock among "
			    "its parameters, and in a container that lets "
			    "programs use it"));
	if (confine_seccomp_is_built())
		doctor_find(
		    d, N_("seccomp"),
		    confine_has_seccomp() ? HEALTH_GOOD : HEALTH_LOOK,
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
		doctor_find(d, N_("modes"),
			    found.at[i].is_bad ? HEALTH_BAD : HEALTH_LOOK,
			    found.at[i].says, found.at[i].advice);
	if (found.n == 0)
		doctor_find(
		    d, N_("modes"), HEALTH_GOOD,
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
		doctor_find_error(d, N_("register"), &d->err);
	else
		doctor_find(d, N_("register"), HEALTH_GOOD,
			    arena_printf(&d->a, "%s, %s", s->wish.register_path,
					 s->office_name),
			    NULL);
}

void
doctor_add_moment(const struct doctor *d, struct text *t, moment m)
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
		doctor_find_error(d, N_("clock"), &err);
		return;
	}
	if (c.doubt != CLOCK_SOUND)
		text_add_doubt(&t, &c);
	else
		doctor_add_moment(d, &t, c.now);
	doctor_find(d, N_("clock"),
		    c.doubt != CLOCK_SOUND ? HEALTH_BAD : HEALTH_GOOD,
		    text_str(&t), NULL);
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
		doctor_find_error(d, N_("key"), &err);
		return;
	}
	sign_key_wipe(&k);
	doctor_find(d, N_("key"), HEALTH_GOOD, _("signs for the register"),
		    NULL);
}

static void (*const looks[])(struct doctor *d) = {
    look_at_program,      look_at_settings, look_at_terminal,
    look_at_language,     look_at_library,  look_at_walls,
    look_at_place,        look_at_room,     look_at_database,
    look_at_register,     look_at_person,   look_at_modes,
    look_at_clock,        look_at_key,      doctor_look_at_backups,
    doctor_look_at_units,
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
