/* demo.c -- a practice register with five real letters, thrown away or kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/embedded.h"
#include "base/i18n.h"
#include "base/scratch.h"

#include "cli/cli.h"

struct demo {
	struct cli cli; /* with a register, a clock and a person of its own */
	struct clock real;
	moment now;   /* what the demonstration's clock says */
	int year;     /* Buddhist, of its first day */
	char *kept;   /* where the register stays; NULL: it is thrown away */
	bool is_tour; /* on standard output; else the screen is opened */
	bool tells;   /* in words; a tour in JSON says what it comes to */
};

/* Whatever ends the demonstration, its folder goes first. */
static const int ending_signals[] = {SIGHUP, SIGINT, SIGTERM};
enum { N_SIGNALS = ARRAY_SIZE(ending_signals) };
static volatile sig_atomic_t ended_by;

static void
note_signal(int signal)
{
	ended_by = signal;
}

static void
catch_signals(struct sigaction before[N_SIGNALS])
{
	struct sigaction action = {.sa_handler = note_signal};

	ended_by = 0;
	sigemptyset(&action.sa_mask);
	for (int i = 0; i < N_SIGNALS; i++) {
		sigaction(ending_signals[i], NULL, &before[i]);
		/* nohup means it */
		if (before[i].sa_handler != SIG_IGN)
			sigaction(ending_signals[i], &action, NULL);
	}
}

static void
release_signals(const struct sigaction before[N_SIGNALS])
{
	for (int i = 0; i < N_SIGNALS; i++)
		sigaction(ending_signals[i], &before[i], NULL);
	if (ended_by != 0)
		raise(ended_by);
}

static moment
demo_now(void *ctx)
{
	return ((const struct demo *)ctx)->now;
}

/* at DAYS HH:MM */
static void
set_clock(struct demo *d, const char *words)
{
	moment real = d->real.now(d->real.ctx);
	int days, hour, minute;

	if (sscanf(words, "%d %d:%d", &days, &hour, &minute) != 3)
		bug("road.txt: at %s", words);
	d->now = moment_at(moment_date(real - (moment)days * 86400 * 1000000),
			   hour, minute, 0);
	if (d->year == 0)
		d->year = moment_buddhist_year(d->now);
}

static char *
with_year(const struct demo *d, const char *line)
{
	static const char mark[] = "{year}";
	struct text t = {0};
	const char *at;

	while ((at = strstr(line, mark)) != NULL) {
		text_add_n(&t, line, (size_t)(at - line));
		text_printf(&t, "%d", d->year);
		line = at + strlen(mark);
	}
	text_add(&t, line);
	return text_take(&t);
}

static void
set_person(struct demo *d, const char *login)
{
	bool administrator = strcmp(login, "-") == 0;

	d->cli.wish.login = administrator ? NULL : login;
	d->cli.wish.login_is_asked = !administrator;
}

/* JSON is one document: that of the check at the end. */
static bool
is_quiet(const struct demo *d, const char *command)
{
	return !d->tells && !(d->is_tour && strcmp(command, "check") == 0);
}

/* LOGIN COMMAND... */
static int
run_line(struct demo *d, const char *line)
{
	struct arena a = {0};
	struct words w;
	struct error err = {0};
	char *whole = with_year(d, line);
	int status;

	if (!words_split(whole, &a, &w, &err) || w.n < 2)
		bug("road.txt: %s", line);
	if (d->tells)
		printf("\n$ saraban%s%s%s\n", line[0] == '-' ? "" : " --as ",
		       line[0] == '-' ? "" : w.at[0],
		       whole + strcspn(whole, " "));
	set_person(d, w.at[0]);
	w.at++;
	w.n--;
	d->cli.quiet = is_quiet(d, w.at[0]);
	status = cli_run(&d->cli, &w);
	free(whole);
	arena_done(&a);
	return status;
}

static void
tell(const struct demo *d, const char *line)
{
	if (d->tells && strncmp(line, d->cli.lang, 2) == 0)
		printf("\n== %s\n", line + strlen("th: "));
}

static int
demo_line(struct demo *d, const char *line)
{
	if (line[0] == '\0' || line[0] == '#')
		return EXIT_DONE;
	if (strncmp(line, "th: ", 4) == 0 || strncmp(line, "en: ", 4) == 0) {
		tell(d, line);
		return EXIT_DONE;
	}
	if (strncmp(line, "at ", 3) == 0) {
		set_clock(d, line + 3);
		return EXIT_DONE;
	}
	return run_line(d, line);
}

static int
walk_road(struct demo *d)
{
	const struct embedded *road = embedded_find("demo/road.txt");
	int status = EXIT_DONE;

	if (road == NULL)
		bug("demo/road.txt is not built in");
	for (const char *p = road->text;
	     *p != '\0' && status == EXIT_DONE && ended_by == 0;) {
		size_t n = strcspn(p, "\n");
		char *line = xstrndup(p, n);

		status = demo_line(d, line);
		free(line);
		p += n;
		p += *p == '\n';
	}
	return status;
}

static bool
write_letter(const struct embedded *letter, struct error *err)
{
	const char *name = strchr(letter->name, '/') + 1;
	FILE *f = fopen(name, "w");
	bool ok =
	    f != NULL && fwrite(letter->text, 1, letter->n, f) == letter->n;

	if (f != NULL && fclose(f) != 0)
		ok = false;
	return ok ||
	       error_set(err, &ERROR_IO, "%s: %s", name, error_words(errno));
}

/* The scanned sheets, to be attached like any other file. */
static bool
write_letters(struct error *err)
{
	for (size_t i = 0; i < embedded_count; i++)
		if (strncmp(embedded_files[i].name, "letters/", 8) == 0 &&
		    !write_letter(&embedded_files[i], err))
			return false;
	return true;
}

/* A new directory, and into it; its absolute path, or NULL.  Caller frees. */
static char *
enter_directory(const struct cli *cli, struct error *err)
{
	char *directory = scratch_make(cli->wish.temporary, err);

	if (directory == NULL || chdir(directory) == 0)
		return directory;
	error_set(err, &ERROR_IO, "%s: %s", directory, error_words(errno));
	free(directory);
	return NULL;
}

static void
throw_away(const char *directory)
{
	if (chdir("/") == 0)
		scratch_remove(directory);
}

static int
demo_screen(struct demo *d, const struct cli *asked)
{
	d->cli.clock = d->real;
	d->cli.quiet = false;
	d->cli.wish.read_only = asked->wish.read_only;
	set_person(d, "somsri");
	return cli_screen(&d->cli);
}

/* What was said of another register is not said of this one. */
static void
forget_wishes(struct cli *cli)
{
	cli->wish.office = NULL;
	cli->wish.read_only = false;
	cli->act = NULL;
}

/* Before this program goes into a folder of its own. */
static bool
find_place(struct demo *d, struct error *err)
{
	const char *place = d->cli.register_asked;
	char *here;

	if (place == NULL || place[0] == '/') {
		d->kept = place != NULL ? xstrdup(place) : NULL;
		return true;
	}
	here = getcwd(NULL, 0);
	if (here == NULL)
		return error_set(err, &ERROR_IO, "%s: %s", place,
				 error_words(errno));
	d->kept = xasprintf("%s/%s", here, place);
	free(here);
	return true;
}

static void
tell_place(const struct demo *d)
{
	struct text t = {0};

	text_add_visible(&t, d->kept, false);
	printf(_("The practice register stays: saraban --register %s "
		 "--as somsri\n"),
	       text_str(&t));
	text_done(&t);
}

static int
walk_in(struct demo *d, const char *directory, const struct cli *asked)
{
	struct error err = {0};
	char *path = d->kept != NULL ? xstrdup(d->kept)
				     : xasprintf("%s/register.db", directory);
	int status;

	d->cli.wish.register_path = path;
	status = write_letters(&err) ? walk_road(d) : cli_error(asked, &err);
	if (status == EXIT_DONE && !d->is_tour && ended_by == 0)
		status = demo_screen(d, asked);
	if (status == EXIT_DONE && d->kept != NULL && !asked->json)
		tell_place(d);
	free(path);
	return status;
}

static int
demo_run(struct cli *cli, const struct request *r)
{
	struct demo d = {.cli = *cli, .real = cli->clock};
	struct error err = {0};
	char *directory = NULL;
	int status;

	if (find_place(&d, &err))
		directory = enter_directory(cli, &err);
	if (directory == NULL) {
		free(d.kept);
		return cli_error(cli, &err);
	}
	d.is_tour = request_value(r, "tour") != NULL || cli->json ||
		    !cli_has_screen(cli);
	d.tells = d.is_tour && !cli->json;
	d.cli.clock = (struct clock){demo_now, &d};
	forget_wishes(&d.cli);
	status = walk_in(&d, directory, cli);
	throw_away(directory);
	free(directory);
	free(d.kept);
	return status;
}

int
cli_demo(struct cli *cli, const struct request *r)
{
	struct sigaction before[N_SIGNALS];
	int status;

	catch_signals(before);
	status = demo_run(cli, r);
	release_signals(before);
	return status;
}
