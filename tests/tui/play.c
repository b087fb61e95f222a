/* play.c -- plays a script of keys on a register and writes pictures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * usage: play [--show | --apart] FILE.keys DIRECTORY
 *
 * Everything happens in this process: no tty, no sleep, a clock that stands
 * still.  The register and the pictures (NAME.screen) are made in DIRECTORY.
 * With --show the last picture also stands on the real terminal, until a key
 * is pressed there.  With --apart another process keeps the register, and this
 * one asks it; and neither can start a program: trying kills it.
 *
 *	lang th|en		before the first line that shows words
 *	size 80x24		of the window; also while it is open
 *	time 2026-01-20T10:34	what the clock says from now on
 *	as LOGIN [read-only]	who sits there; "-" is the administrator
 *	office CODE		where that person works; "-" is the first
 *	months N SEED		a register of so many letters, at random; the
 *			clock stands where it ends
 *	run COMMAND LINE	does it without the screen, as that person
 *	play KEY...		named keys, and text in double quotes
 *	paste TEXT		pasted as a terminal does it; \n is a line end
 *	put FILE NAME TIME	a copy of it in DIRECTORY, changed at that time
 *	shot NAME [style]	the picture; with the styles below it, or with
 *			what is seen of them without colours [mono], or
 *			with what a terminal of eight bits shows [tis-620]
 *	include FILE		another script, beside this one
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/i18n.h"

#include "app/action.h"
#include "app/keeper.h"

#include "cli/locale.h"
#include "tui/line.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"

#include "tests/kept.h"
#include "tests/no-exec.h"
#include "tests/server.h"
#include "tests/store/months.h"
#include "tests/tui/picture.h"
#include "tests/tui/shown.h"

enum { SCRIPT_MAX_BYTES = 1 << 20, ROWS = 24, COLS = 80 };

struct player {
	const char *script; /* being read */
	int line;
	const char *directory;
	char *register_path;
	char login[64];  /* "" is the administrator */
	char office[64]; /* "" is the person's first */
	moment *now;     /* one clock for the keeper, too */
	bool thai;
	int rows, cols;
	struct session session;
	bool read_only;
	bool is_seated; /* the session is open */
	struct tui tui;
	bool is_open; /* the screen is */
	bool is_apart;
	pid_t keeper;          /* 0 where there is none */
	struct terminal *real; /* NULL without --show */
	struct terminal *test; /* where the keys go and the pictures are */
};

static void die(const struct player *p, const char *what,
		const char *detail) NO_RETURN;

static void
die(const struct player *p, const char *what, const char *detail)
{
	fprintf(stderr, "%s:%d: %s: %s\n", p->script, p->line, what, detail);
	exit(EXIT_USAGE);
}

static void
die_of(const struct player *p, const char *what, const struct error *err)
{
	die(p, what, error_sentence(err));
}

static moment
clock_now(void *ctx)
{
	return *(const moment *)ctx;
}

static void
leave(struct player *p)
{
	if (p->is_open)
		tui_done(&p->tui);
	if (p->is_seated)
		session_done(&p->session);
	p->is_open = p->is_seated = false;
	if (p->keeper != 0 && kept_end(p->keeper) != 0)
		die(p, "the keeper", "has died");
	p->keeper = 0;
}

static void
begin(void *ctx, struct session *s)
{
	const struct player *p = ctx;
	const struct session_wish wish = {
	    .register_path = p->register_path,
	    .account = "owner",
	    .login = p->login[0] != '\0' ? p->login : NULL,
	    .login_is_asked = p->login[0] != '\0',
	    .office = p->office[0] != '\0' ? p->office : NULL,
	    .read_only = p->read_only,
	    .thai = p->thai,
	};

	session_init(s, &wish, (struct clock){clock_now, p->now});
}

static void
begin_session(struct player *p)
{
	begin(p, &p->session);
	p->is_seated = true;
}

static bool
open_apart(struct player *p, struct error *err)
{
	int fd;

	if (!no_exec())
		die(p, "two processes", strerror(errno));
	p->keeper = kept_begin(begin, p, &fd);
	return session_open_kept(&p->session, fd, err);
}

static void
take_seat(struct player *p)
{
	struct error err = {0};

	if (p->is_seated)
		return;
	begin_session(p);
	if (!(p->is_apart ? open_apart(p, &err)
			  : session_open(&p->session, true, &err)))
		die_of(p, "no session", &err);
}

static void
open_screen(struct player *p)
{
	struct keymap keys = {0};
	struct error err = {0};

	take_seat(p);
	if (p->is_open)
		return;
	keymap_add_own(&keys);
	p->test = term_test_new(p->rows, p->cols);
	tui_init(&p->tui, &p->session,
		 p->real ? shown_terminal_new(p->test, p->real) : p->test,
		 &keys);
	if (!tui_open(&p->tui, desk_new(&p->tui), &err))
		die_of(p, "no desk", &err);
	p->is_open = true;
	tui_loop(&p->tui);
}

static void
do_lang(struct player *p, char *rest)
{
	p->thai = strcmp(locale_begin(rest), "th") == 0;
}

static void
do_size(struct player *p, char *rest)
{
	if (sscanf(rest, "%dx%d", &p->cols, &p->rows) != 2)
		die(p, "no size", rest);
	if (!p->is_open)
		return;
	term_test_resize(p->test, p->rows, p->cols);
	tui_loop(&p->tui);
}

static void
do_time(struct player *p, char *rest)
{
	struct error err = {0};
	bool has_time;

	if (!moment_parse(rest, p->now, &has_time, &err))
		die_of(p, "no time", &err);
}

static void
do_office(struct player *p, char *rest)
{
	leave(p);
	snprintf(p->office, sizeof(p->office), "%s",
		 strcmp(rest, "-") == 0 ? "" : rest);
}

static void
do_as(struct player *p, char *rest)
{
	char *mode = strchr(rest, ' ');

	leave(p);
	p->read_only = mode && strcmp(text_trim(mode), "read-only") == 0;
	if (mode)
		*mode = '\0';
	snprintf(p->login, sizeof(p->login), "%s",
		 strcmp(rest, "-") == 0 ? "" : rest);
}

static void
run_request(struct player *p, const struct request *r)
{
	json_t *answer = NULL;
	struct error err = {0};

	if (strcmp(r->action->name, "init") == 0)
		begin_session(p);
	else
		take_seat(p);
	if (!action_run(&p->session, r, &answer, &err))
		die_of(p, r->action->name, &err);
	json_decref(answer);
	if (p->is_open) {
		tui_make_stale(&p->tui);
		tui_loop(&p->tui);
	}
}

static void
do_run(struct player *p, char *rest)
{
	struct arena arena = {0};
	struct line line;
	struct error err = {0};

	if (!line_read(rest, &arena, &line, &err))
		die_of(p, rest, &err);
	if (line.move)
		die(p, "no act", rest);
	run_request(p, &line.request);
	arena_done(&arena);
}

/* The register of tests/store/months.h. */
static void
do_months(struct player *p, char *rest)
{
	struct fixture f;
	int letters;
	unsigned seed;

	if (sscanf(rest, "%d %u", &letters, &seed) != 2)
		die(p, "no months", rest);
	fixture_start_at(&f, p->register_path);
	months_make(&f, letters, seed);
	*p->now = f.now;
	fixture_done(&f);
}

/* The text between quotes, a code point a key; answers what follows. */
static char *
play_text(struct player *p, char *s)
{
	char *end = strchr(s, '"');
	uint32_t code;

	if (!end)
		die(p, "no closing quote", s);
	while (s < end) {
		s += utf8_next(s, (size_t)(end - s), &code);
		term_test_feed(p->test, code);
	}
	return end + 1;
}

static void
do_play(struct player *p, char *rest)
{
	open_screen(p);
	while (*(rest += strspn(rest, " "))) {
		if (*rest == '"') {
			rest = play_text(p, rest + 1);
			continue;
		}
		char *end = rest + strcspn(rest, " ");
		char *name = xstrndup(rest, (size_t)(end - rest));
		uint32_t key = key_parse(name);

		if (key == K_NONE)
			die(p, "no key", name);
		term_test_feed(p->test, key);
		free(name);
		rest = end;
	}
	tui_loop(&p->tui);
}

/* "\n" as two characters becomes a line end, "\e" an escape. */
static void
do_paste(struct player *p, char *rest)
{
	struct text t = {0};

	for (const char *s = rest; *s; s++) {
		bool is_escape = s[0] == '\\' && (s[1] == 'n' || s[1] == 'e');

		text_add_n(&t, is_escape ? s[1] == 'n' ? "\n" : "\033" : s, 1);
		s += is_escape;
	}
	open_screen(p);
	term_test_paste(p->test, text_str(&t));
	tui_loop(&p->tui);
	text_done(&t);
}

/* Copies a file beside the script, for somebody to find it. */
static void
do_put(struct player *p, char *rest)
{
	size_t n = (size_t)(file_name_of(p->script) - p->script);
	char *name = rest + strcspn(rest, " "), *time;
	struct error err = {0};
	struct timespec times[2] = {{0}};
	moment at;
	bool has_time;

	*name++ = '\0';
	time = name + strcspn(name, " ");
	*time++ = '\0';
	char *from = xasprintf("%.*s%s", (int)n, p->script, rest);
	char *to = xasprintf("%s/%s", p->directory, name);
	if (!moment_parse(time, &at, &has_time, &err) ||
	    !file_make_parents(to, &err) || !file_copy(from, to, &err))
		die_of(p, name, &err);
	times[0].tv_sec = times[1].tv_sec = (time_t)(at / 1000000);
	if (utimensat(AT_FDCWD, to, times, 0) != 0)
		die(p, "its time cannot be set", to);
	free(from);
	free(to);
}

static void
do_shot(struct player *p, char *rest)
{
	const struct plane *plane = plane_cut(rest);

	open_screen(p);
	char *path = xasprintf("%s/%s.screen", p->directory, rest);

	if (!picture_write(path, term_test_grid(p->test), plane))
		die(p, "cannot write", path);
	free(path);
}

static void play_file(struct player *p, const char *path);

static void
do_include(struct player *p, char *rest)
{
	size_t n = (size_t)(file_name_of(p->script) - p->script);
	char *path = xasprintf("%.*s%s", (int)n, p->script, rest);

	play_file(p, path);
	free(path);
}

static const struct {
	const char *name;
	void (*run)(struct player *p, char *rest);
} verbs[] = {
    {"lang", do_lang}, {"size", do_size},     {"time", do_time},
    {"as", do_as},     {"office", do_office}, {"months", do_months},
    {"run", do_run},   {"play", do_play},     {"paste", do_paste},
    {"put", do_put},   {"shot", do_shot},     {"include", do_include},
};

static void
play_line(struct player *p, char *line)
{
	size_t n;

	text_trim(line);
	if (!*line || *line == '#')
		return;
	n = strcspn(line, " \t");
	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
		if (strlen(verbs[i].name) == n &&
		    strncmp(verbs[i].name, line, n) == 0) {
			verbs[i].run(p, text_trim(line + n));
			return;
		}
	die(p, "not understood", line);
}

static void
play_file(struct player *p, const char *path)
{
	const char *script = p->script;
	int line = p->line;
	struct text t = {0};
	struct error err = {0};
	char *rest, *next;

	p->script = path;
	p->line = 0;
	if (!file_read(path, SCRIPT_MAX_BYTES, &t, &err))
		die_of(p, "cannot be read", &err);
	for (rest = t.s; rest && *rest; rest = next) {
		next = rest + strcspn(rest, "\n");
		if (*next)
			*next++ = '\0';
		p->line++;
		play_line(p, rest);
	}
	text_done(&t);
	p->script = script;
	p->line = line;
}

static void
show_on_real(struct player *p)
{
	struct error err = {0};

	p->real = shown_real_new(&err);
	if (!p->real)
		die_of(p, "no terminal", &err);
}

int
main(int argc, char **argv)
{
	struct player p = {
	    .script = "play", .now = kept_clock(), .rows = ROWS, .cols = COLS};
	bool is_shown = argc == 4 && strcmp(argv[1], "--show") == 0;
	char lang[] = "en";

	p.is_apart = argc == 4 && strcmp(argv[1], "--apart") == 0;
	if (argc != 3 + (is_shown || p.is_apart) || !digest_init()) {
		fputs("usage: play [--show | --apart] FILE.keys DIRECTORY\n",
		      stderr);
		return EXIT_USAGE;
	}
	p.directory = argv[argc - 1];
	p.register_path = fixture_new_register(p.directory, "register.db");
	do_lang(&p, lang);
	if (is_shown)
		show_on_real(&p);
	play_file(&p, argv[argc - 2]);
	if (is_shown && !shown_real_wait(p.real, p.directory))
		die(&p, "cannot write", p.directory);
	leave(&p);
	if (server_is_used())
		server_drop(p.register_path);
	free(p.register_path);
	return EXIT_DONE;
}
