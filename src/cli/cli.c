/* cli.c -- the command line: globals, one action, its answer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/encoding.h"
#include "base/i18n.h"

#include "app/json.h"
#include "app/modes.h"
#include "app/reach.h"
#include "app/tell.h"

#include "cli/apart.h"
#include "cli/begin.h"
#include "cli/globals.h"
#include "cli/import.h"
#include "cli/journal.h"
#include "cli/locale.h"
#include "cli/pin.h"
#include "cli/sheet.h"
#include "cli/ssh.h"

/* What was asked may have been done all the same: nothing is undone. */
static const struct error_kind ANSWER_LOST = {
    "answer-lost", EXIT_REGISTER, N_("the answer could not be written")};

int
cli_error(const struct cli *cli, const struct error *err)
{
	char *sentence = error_sentence(err);
	struct text t = {0};

	text_add_visible(&t, sentence, false);
	fflush(stdout);
	fprintf(stderr, "%s: %s\n", cli->program, text_str(&t));
	text_done(&t);
	free(sentence);
	return err->kind->exit_status;
}

FILE *
cli_prose(const struct cli *cli)
{
	return cli->json ? stderr : stdout;
}

/* Whether the answer really went out: a full disk must not look like done.
   Who reads only the beginning of a pipe has what he wanted. */
static bool
answer_went_out(void)
{
	bool out;

	errno = 0;
	out = (fflush(stdout) == 0 && !ferror(stdout)) || errno == EPIPE;
	clearerr(stdout);
	return out;
}

/* done: the act that stays done; asked again with its act id, it answers. */
static int
finish(const struct cli *cli, int status, const struct action *done)
{
	struct error err = {0};

	if (answer_went_out())
		return status;
	error_set(&err, &ANSWER_LOST, NULL);
	if (done != NULL)
		error_set(&err, &ANSWER_LOST, _("%s was done all the same"),
			  done->name);
	return cli_error(cli, &err);
}

int
cli_finish(const struct cli *cli, int status)
{
	return finish(cli, status, NULL);
}

/* What a person should look at, though it was done. */
static void
tell_remarks(const struct cli *cli, const json_t *answer)
{
	const json_t *remarks = json_object_get(answer, "remarks");
	size_t i;
	json_t *r;

	json_array_foreach(remarks, i, r)
	{
		struct text t = {0};

		text_add_visible(&t, json_string_value(r), false);
		fprintf(stderr, "%s: %s\n", cli->program, text_str(&t));
		text_done(&t);
	}
}

static void
tell_remark(const struct cli *cli, const json_t *answer)
{
	char *remark = answer_remark(answer);
	struct text t = {0};

	if (remark == NULL)
		return;
	text_add_visible(&t, remark, false);
	fprintf(stderr, "%s: %s\n", cli->program, text_str(&t));
	text_done(&t);
	free(remark);
}

/* Where what was asked for went to standard output itself, nothing is told
   among it. */
static bool
is_told(const struct cli *cli, const json_t *answer)
{
	return !cli->quiet && strcmp(answer_word(answer, "output"), "-") != 0;
}

static int
give_answer(const struct cli *cli, const struct action *a, const json_t *answer)
{
	if (a->decide != NULL)
		tell_remarks(cli, answer);
	else
		tell_remark(cli, answer);
	if (!is_told(cli, answer))
		return EXIT_DONE;
	if (cli->json)
		print_json(answer);
	else
		print_answer(cli, a, answer);
	return finish(cli,
		      answer_is_nothing(a, answer) ? EXIT_NOTHING : EXIT_DONE,
		      a->decide != NULL ? a : NULL);
}

/* Says who is at the gate, so that waiting is not a riddle. */
static bool
tell_waiting(void *ctx, const char *holder, int seconds)
{
	const struct cli *cli = ctx;

	fprintf(stderr, _("%s: waiting for %s (%s s)\n"), cli->program,
		holder[0] ? holder : _("another person"), DIGITS(seconds));
	return true;
}

static bool
open_session(struct session *s, unsigned needs, struct error *err)
{
	bool write = needs & (NEED_WRITE | NEED_WISH);

	struct error why = {0};

	if (session_open(s, write, &why))
		return true;
	if ((needs & NEED_WISH) && why.kind == &STORE_READ_ONLY)
		return session_open(s, false, err);
	/* What is full can still be looked at, and copied elsewhere. */
	if (why.kind == &STORE_FULL && s->store == NULL && !s->wish.read_only &&
	    session_open_alone(s, err))
		return true;
	*err = why;
	return false;
}

static bool
act_id_asked(const struct cli *cli, struct request *r, struct error *err)
{
	if (cli->act == NULL || hex_read(cli->act, r->act_id, ID_SIZE))
		return true;
	return error_set(err, &COMMAND_WRONG,
			 _("an act id is 32 hexadecimal digits, not %.60s"),
			 cli->act);
}

static int
give_result(struct cli *cli, struct session *s, const struct request *r)
{
	struct error err = {0};
	json_t *answer = NULL;
	bool ok = action_run(s, r, &answer, &err);
	int status;

	journal_tell(r->action, ok ? answer : NULL, &err);
	status =
	    ok ? give_answer(cli, r->action, answer) : cli_error(cli, &err);
	json_decref(answer);
	return status;
}

/* The rows are on standard output; a program asks for --output FILE, whose
   answer says it. */
static void
tell_stands(const struct cli *cli, const struct session *s)
{
	char *stands;

	if (s->stands == 0 || cli->json)
		return;
	stands = export_stands(s->stands);
	fprintf(stderr, "%s: %s\n", cli->program, stands);
	free(stands);
}

/* With what is typed unseen. */
static int
ask_and_give(struct cli *cli, struct session *s, const struct request *asked)
{
	struct arena a = {0};
	struct request r = *asked;
	struct error err = {0};
	int status = cli_pin_ask(cli, s, &a, &r, &err) ? give_result(cli, s, &r)
						       : cli_error(cli, &err);

	cli_pin_wipe(&r);
	arena_done(&a);
	return status;
}

/* As they are read: a register is longer than memory. */
static int
give_rows(struct cli *cli, struct session *s, const struct request *r)
{
	struct print_rows rows = {cli, r->action, 0};
	struct error err = {0};
	int status;

	if (!action_each(s, r, print_row, &rows, &err))
		return cli_error(cli, &err);
	if (cli->quiet)
		return EXIT_DONE;
	print_rows_end(&rows);
	status = cli_finish(cli, rows.n > 0 ? EXIT_DONE : EXIT_NOTHING);
	/* Whoever goes on from there must have what was before. */
	if (status == EXIT_DONE || status == EXIT_NOTHING)
		tell_stands(cli, s);
	return status;
}

/* Rows go to standard output; what goes to a file is told when it is there. */
static bool
is_streamed(const struct request *r)
{
	return r->action->each != NULL && request_value(r, "output") == NULL;
}

/* Others may use what only the program shall; who comes over SSH can change
   nothing about it. */
static void
tell_modes(const struct cli *cli)
{
	const char *path = cli->wish.register_path;
	struct arena a = {0};
	struct text t = {0};
	const struct modes_fault *fault =
	    cli->wish.is_remote ? NULL : modes_first_bad(path, &a);

	if (fault != NULL) {
		text_add_visible(&t, fault->says, false);
		fprintf(stderr, _("%s: %s; see `doctor'\n"), cli->program,
			text_str(&t));
	}
	text_done(&t);
	arena_done(&a);
}

static int
run_action(struct cli *cli, const struct request *r)
{
	struct session s;
	struct error err = {0};
	bool open = r->action->needs & NEED_REGISTER;
	int status;

	session_init(&s, &cli->wish, cli->clock);
	if (open && !open_session(&s, r->action->needs, &err)) {
		session_done(&s);
		journal_tell(r->action, NULL, &err);
		return cli_error(cli, &err);
	}
	if (open)
		tell_modes(cli);
	if (s.store != NULL)
		store_set_waiter(s.store, tell_waiting, cli);
	status =
	    is_streamed(r) ? give_rows(cli, &s, r) : ask_and_give(cli, &s, r);
	session_done(&s);
	return status;
}

static int
run_words(struct cli *cli, const struct words *w)
{
	static const struct {
		const char *name;
		int (*run)(struct cli *cli, const struct request *r);
	} own[] = {
	    {"help", cli_help}, {"demo", cli_demo}, {"ssh", ssh_misplaced}};
	struct arena a = {0};
	struct request r;
	struct error err = {0};
	struct fault fault;
	int status = -1;

	if (!command_read(w, &a, &r, &err) || !act_id_asked(cli, &r, &err)) {
		status = cli_error(cli, &err);
	} else if (request_faults(&r, cli->clock.now(cli->clock.ctx), &fault,
				  1) > 0) {
		status = cli_error(cli, &fault.error);
	} else if (!reach_request(&cli->wish, &r, &err)) {
		status = cli_error(cli, &err);
	} else {
		for (size_t i = 0; i < ARRAY_SIZE(own); i++)
			if (strcmp(own[i].name, r.action->name) == 0)
				status = own[i].run(cli, &r);
		if (status < 0)
			status = run_action(cli, &r);
	}
	arena_done(&a);
	return status;
}

/* A sheet is never registered, nor an old register entered, without a person's
 * yes. */
int
cli_run(struct cli *cli, const struct words *words)
{
	struct words w = *words;
	struct arena a = {0};
	struct error err = {0};
	int status;

	if ((sheet_is_asked(cli, &w) && !sheet_ask(cli, &a, &w, &err)) ||
	    (import_is_asked(cli, &w) && !import_ask(cli, &a, &w, &err)))
		status = cli_error(cli, &err);
	else
		status = run_words(cli, &w);
	arena_done(&a);
	return status;
}

/* An eight bit terminal that has Thai. */
static bool
is_thai_charset(const char *charset)
{
	static const char ko_kai[] = "ก";
	struct text t = {0};
	struct error err = {0};
	bool is = encoding_from_utf8(charset, ko_kai, strlen(ko_kai), &t, &err);

	text_done(&t);
	return is;
}

/* The screen converts; what goes to files and pipes is UTF-8. */
static bool
check_locale(struct cli *cli, const char *lang, bool is_screen,
	     struct error *err)
{
	const char *charset;

	if (lang != NULL && language_known(lang) == NULL)
		return error_set(err, &COMMAND_WRONG,
				 _("--lang is th or en, not %.60s"), lang);
	cli->lang = locale_begin(lang);
	cli->wish.thai = strcmp(cli->lang, "th") == 0;
	cli->wish.lacks_thai = locale_lacks_thai();
	cli->on_screen.lost_locale = locale_lost();
	if (!locale_is_utf8(&charset) &&
	    !(is_screen && is_thai_charset(charset)))
		return error_set(err, &COMMAND_WRONG,
				 _("this terminal is set to %s; set it to "
				   "UTF-8 (LANG=C.UTF-8)"),
				 charset);
	return true;
}

/* A slip in a file of settings keeps nobody from working; the screen tells
   it by itself. */
static void
tell_setting_faults(const struct cli *cli)
{
	for (size_t i = 0; i < cli->settings.n_faults; i++)
		cli_error(cli, &cli->settings.fault[i]);
}

bool
cli_has_screen(const struct cli *cli)
{
	return cli->screen != NULL && !cli->plain && isatty(STDIN_FILENO) &&
	       isatty(STDOUT_FILENO);
}

static int
dispatch(struct cli *cli, const struct words *w)
{
	int status;

	if (cli->wants_version) {
		puts(PACKAGE_STRING);
		return cli_finish(cli, EXIT_DONE);
	}
	if (cli->wants_help)
		return cli_help_with(cli, w);
	if (w->n == 0 && begin_is_needed(cli) &&
	    (status = cli_begin(cli)) != EXIT_DONE)
		return status;
	if (w->n == 0 && cli_has_screen(cli))
		return cli_screen(cli);
	tell_setting_faults(cli);
	return w->n > 0 ? cli_run(cli, w) : cli_plain(cli);
}

bool
cli_open_session(struct session *s, struct error *err)
{
	return open_session(s, NEED_WISH, err);
}

int
cli_screen(struct cli *cli)
{
	struct session s;
	struct error err = {0};
	int status = EXIT_DONE;

	if (cli->wish.is_remote)
		return cli_screen_apart(cli);
	session_init(&s, &cli->wish, cli->clock);
	s.wish.is_on_screen = true;
	if (!cli_open_session(&s, &err) ||
	    !cli->screen->show(&s, &cli->on_screen, &err))
		status = cli_error(cli, &err);
	session_done(&s);
	return status;
}

/* Who comes over SSH is known before anything is done for him, also what needs
   no register. */
static bool
is_known(struct cli *cli, struct error *err)
{
	struct session s;
	bool is;

	if (!cli->wish.is_remote)
		return true;
	session_init(&s, &cli->wish, cli->clock);
	is = session_open(&s, false, err);
	session_done(&s);
	return is;
}

/* What was asked, globals first, in the language it was asked in. */
static int
run_line(struct cli *cli, struct words *w)
{
	struct error err = {0};

	locale_begin(globals_language(w));
	globals_begin(cli);
	config_begin(cli);
	if (globals_read(cli, w, &err) && cli_pin_begin(cli, &err) &&
	    check_locale(cli, cli->lang, w->n == 0 && cli_has_screen(cli),
			 &err) &&
	    is_known(cli, &err))
		return dispatch(cli, w);
	return cli_error(cli, &err);
}

int
cli_main(int argc, char **argv, struct clock clock,
	 const struct cli_screen *screen)
{
	struct cli cli = {.clock = clock, .screen = screen, .program = PACKAGE};
	struct words w = {0};
	struct error err = {0};
	int status;

	mem_init_jansson();
	if (!digest_init())
		bug("the system has no randomness");
	for (int i = 1; i < argc; i++)
		words_add(&w, &cli.arena, argv[i]);
	if (!ssh_is_asked(&w))
		status = run_line(&cli, &w);
	else if (ssh_let_in(&cli, &w, &err))
		status = run_line(&cli, &w);
	else
		status = cli_error(&cli, &err);
	arena_done(&cli.arena);
	return status;
}
