/* any-words-test.c -- whatever is typed after saraban, it does no harm */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum {
	ROUNDS = 1000,
	SECONDS = 5, /* stop then, however far: the machine is slow */
	WORDS_MAX = 24,
	PATIENCE = 20,         /* seconds until the program counts as hanging */
	OUTPUT_MAX = 16 << 20, /* bytes */
};

static uint64_t seed = 0x25690120;

static uint32_t
draw(uint32_t below)
{
	return fixture_draw(&seed, below);
}

/* Values that mean something somewhere. */
static const char *const values[] = {
    "1",
    "2/2569",
    "๑",
    "999",
    "0",
    "-1",
    "1/69",
    "99999999999999999999",
    "clerk",
    "head",
    "deputy",
    "palad",
    "nayok",
    "works",
    "office",
    "กองช่าง",
    "stranger",
    "15 ม.ค. 69",
    "31 เมษายน 2569",
    "2026-01-20T10:34",
    "2099-01-01",
    "ด่วนที่สุด",
    "urgent",
    "ลับ",
    "stamped",
    "post",
    "received",
    "closed",
    "th",
    "en",
    "other.db",
    "folder/",
    ".",
    "..",
    "/dev/null",
    "words",
    "add",
    "end",
    "list",
    "00112233445566778899aabbccddeeff",
    "เพื่อโปรดทราบ",
    "%s%n%d",
    "*",
    "'",
    "\"",
    "\\",
    "$(id)",
    "a;b",
    "=",
    "--",
    "-",
    "---",
    "",
    " ",
    "\n",
};

/* Mostly Thai; controls, bidirectional marks, sometimes long; wrong bytes. */
static void
add_junk(struct text *t, bool wrong)
{
	static const uint32_t codes[] = {
	    '\n',   '\r',   '\t',   0x07,   0x1B,   0x7F,   0x85,   0x9B,
	    0x0E33, 0x0E48, 0x200B, 0x202E, 0xFEFF, 0xF70A, 0x1F4CE};
	uint32_t n = draw(40) == 0 ? draw(20000) : draw(24);

	for (; n > 0; n--) {
		uint32_t kind = draw(12);

		if (kind < 7)
			text_add_code(t, 0x0E01 + draw(0x5B));
		else if (kind < 9)
			text_add_code(t, 0x20 + draw(0x5F));
		else if (kind < 11 || !wrong)
			text_add_code(t, codes[draw(ARRAY_SIZE(codes))]);
		else
			text_printf(t, "%c", (char)(0x80 + draw(0x80)));
	}
}

/* receive, list and show, the first, more often: there is more to see. */
static const struct action *
any_action(void)
{
	uint32_t n = 0;

	while (actions[n].name != NULL)
		n++;
	return &actions[draw(draw(3) == 0 ? 3 : n)];
}

/* An option of any action or a global one, now and then one of nobody. */
static void
add_option(struct text *t)
{
	static const char *const globals[] = {
	    "register",  "as",  "office",  "json", "lang",   "plain",
	    "read-only", "act", "version", "help", "nothing"};
	const struct option *o = any_action()->options;
	uint32_t n = 0;

	while (o != NULL && o[n].name != NULL)
		n++;
	text_printf(t, "--%s",
		    n > 0 && draw(3) > 0 ? o[draw(n)].name
					 : globals[draw(ARRAY_SIZE(globals))]);
	if (draw(6) == 0)
		text_printf(t, "=%s", values[draw(ARRAY_SIZE(values))]);
}

static char *
any_word(void)
{
	struct text t = {0};
	uint32_t kind = draw(10);

	if (kind < 4)
		add_option(&t);
	else if (kind < 8)
		text_add(&t, values[draw(ARRAY_SIZE(values))]);
	else
		add_junk(&t, true);
	return text_take(&t);
}

/* Right for the option, most of the time. */
static char *
fitting_value(const struct option *o)
{
	static const char *const fits[] = {
	    [VALUE_LINE] = "เรื่อง",       [VALUE_TEXT] = "เพื่อโปรดทราบ",
	    [VALUE_DATE] = "15 ม.ค. 69", [VALUE_MOMENT] = "2026-01-20T10:34",
	    [VALUE_NUMBER] = "๒",        [VALUE_LETTER] = "1",
	    [VALUE_CHOICE] = "",         [VALUE_POST] = "palad",
	    [VALUE_DIVISION] = "works",  [VALUE_OFFICE] = "main",
	    [VALUE_ADDRESSEE] = "works", [VALUE_FILE] = "input",
	    [VALUE_FLAG] = "",           [VALUE_SECRET] = "",
	};
	struct text junk = {0};
	uint32_t n = 0;

	if (draw(16) == 0)
		return any_word();
	if (o->kind <= VALUE_TEXT && draw(2) == 0) {
		add_junk(&junk, false);
		return text_take(&junk);
	}
	if (o->kind != VALUE_CHOICE)
		return xstrdup(fits[o->kind]);
	while (o->choices[n].value != NULL)
		n++;
	return xstrdup(o->choices[draw(n)].value);
}

struct command {
	char *words[WORDS_MAX]; /* ended by NULL, as for execv() */
	size_t n;
};

static void
take(struct command *c, char *word)
{
	if (c->n + 1 < WORDS_MAX)
		c->words[c->n++] = word;
	else
		free(word);
}

static void
add(struct command *c, const char *word)
{
	take(c, xstrdup(word));
}

/* The parts of its name are words. */
static void
add_name(struct command *c, const char *name)
{
	const char *space = strchr(name, ' ');

	take(c, xstrndup(name, strcspn(name, " ")));
	if (space != NULL)
		add(c, space + 1);
}

static void
add_operands(struct command *c, const char *operands)
{
	static const char *const numbers[] = {"1", "2", "3", "๒", "9"};

	for (const char *p = operands; *p != '\0'; p += strspn(p, " ")) {
		if (draw(8) == 0)
			take(c, any_word());
		else if (strncmp(p, "NUMBER", 6) == 0)
			add(c, numbers[draw(ARRAY_SIZE(numbers))]);
		else
			add(c, values[draw(ARRAY_SIZE(values))]);
		p += strcspn(p, " ");
	}
}

static void
add_options(struct command *c, const struct option *options)
{
	for (const struct option *o = options; o && o->name; o++) {
		if (draw(10) >= (o->flags & OPTION_REQUIRED ? 9 : 3))
			continue;
		take(c, xasprintf("--%s", o->name));
		if (o->kind != VALUE_FLAG)
			take(c, fitting_value(o));
	}
}

static void
command_draw(struct command *c)
{
	static const char *const logins[] = {"clerk", "clerk",  "clerk",
					     "head",  "deputy", "palad",
					     "nayok", "works",  "office"};
	const struct action *a = any_action();

	*c = (struct command){0};
	add(c, "saraban");
	if (draw(6) > 0) {
		add(c, "--as");
		add(c, logins[draw(ARRAY_SIZE(logins))]);
	}
	if (draw(2) == 0)
		add(c, "--json");
	if (draw(10) > 0) {
		add_name(c, a->name);
		add_operands(c, a->operands);
		add_options(c, a->options);
	}
	for (uint32_t n = draw(3) == 0 ? draw(5) : 0; n > 0; n--)
		take(c, any_word());
}

static void
command_done(struct command *c)
{
	for (size_t i = 0; i < c->n; i++)
		free(c->words[i]);
}

static void
command_tell(const struct command *c, const char *what)
{
	struct text t = {0};

	for (size_t i = 0; i < c->n; i++) {
		text_add(&t, i > 0 ? " '" : "'");
		text_add_visible(&t, c->words[i], false);
		text_add(&t, "'");
	}
	fail_msg("%s: %.2000s", what, t.s);
}

static void
redirect(int fd, const char *path, int flags)
{
	int opened = open(path, flags, 0600);

	if (opened < 0 || dup2(opened, fd) < 0)
		_exit(99);
	close(opened);
}

static void
become(const struct fixture *f, const struct command *c)
{
	setenv("SARABAN_REGISTER", f->path, 1);
	setenv("HOME", f->directory, 1);
	setenv("TMPDIR", f->directory, 1);
	setenv("TERM", "dumb", 1);
	if (chdir(f->directory) != 0)
		_exit(99);
	redirect(STDIN_FILENO, "input", O_RDONLY);
	redirect(STDOUT_FILENO, "output", O_WRONLY | O_CREAT | O_TRUNC);
	redirect(STDERR_FILENO, "complaints", O_WRONLY | O_CREAT | O_TRUNC);
	alarm(PATIENCE);
	execv(getenv("SARABAN"), c->words);
	_exit(99);
}

static int
command_run(const struct fixture *f, const struct command *c)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		become(f, c);
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

/* What a plain program is asked line by line. */
static void
write_input(const struct fixture *f)
{
	char *path = xasprintf("%s/input", f->directory);
	FILE *to = fopen(path, "w");
	struct text t = {0};

	assert_non_null(to);
	for (uint32_t n = draw(6); n > 0; n--) {
		text_printf(&t, "%s ", any_action()->name);
		add_junk(&t, true);
		text_add(&t, "\n");
	}
	fwrite(text_str(&t), 1, t.n, to);
	fclose(to);
	text_done(&t);
	free(path);
}

/* A calendar ends its lines as RFC 5545 wants them. */
static bool
is_harmless(const char *s, size_t n)
{
	uint32_t code;

	for (size_t at = 0; at < n;) {
		at += utf8_next(s + at, n - at, &code);
		if (code == '\r' && at < n && s[at] == '\n')
			continue;
		if (code == UTF8_BAD ||
		    (code_is_unsafe(code) && code != '\n' && code != '\t'))
			return false;
	}
	return true;
}

static void
check_stream(const struct fixture *f, const struct command *c, const char *name)
{
	static const char *const alarms[] = {"Sanitizer", "runtime error",
					     "out of memory"};
	char *path = xasprintf("%s/%s", f->directory, name);
	struct text t = {0};
	struct error err = {0};

	assert_true(file_read(path, OUTPUT_MAX, &t, &err));
	if (!is_harmless(text_str(&t), t.n))
		command_tell(c, "control characters or wrong UTF-8");
	for (size_t i = 0; i < ARRAY_SIZE(alarms); i++)
		if (strstr(text_str(&t), alarms[i]) != NULL)
			command_tell(c, alarms[i]);
	text_done(&t);
	free(path);
}

static void
try_one(const struct fixture *f)
{
	struct command c;
	int status;

	command_draw(&c);
	write_input(f);
	status = command_run(f, &c);
	if (WIFSIGNALED(status))
		command_tell(&c, strsignal(WTERMSIG(status)));
	if (WEXITSTATUS(status) > EXIT_REGISTER)
		command_tell(&c, "an exit status that does not exist");
	check_stream(f, &c, "output");
	check_stream(f, &c, "complaints");
	command_done(&c);
}

/* A letter whose every word would like to command a terminal. */
static void
receive_evil(struct fixture *f)
{
	static const char evil[] = "ก\x1B]0;x\x07\xC2\x9B"
				   "2J\x7F\xE2\x80\xAE\xEF\x9C\x8Aข";

	fixture_must(f, "clerk", "receive", "--subject", evil, "--from", evil,
		     "--to", evil, "--ref", evil, "--reference", evil,
		     "--enclosure", evil, "--stamp", evil, NULL);
	fixture_must(f, "clerk", "endorse", "3", "--note", evil, "--to",
		     "palad", "--reason", evil, NULL);
}

static void
any_words_are_answered_and_harm_nothing(void **state)
{
	struct fixture f;
	double until = fixture_seconds() + SECONDS;
	int rounds = 0;

	(void)state;
	fixture_register(&f);
	fixture_to_the_top(&f, 2);
	receive_evil(&f);
	fixture_close(&f);
	while (rounds < ROUNDS && fixture_seconds() < until) {
		try_one(&f);
		rounds++;
	}
	print_message("# %d command lines\n", rounds);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(any_words_are_answered_and_harm_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
