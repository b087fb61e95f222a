/* ask.c -- questions in lines, and their answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/ask.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/kedmanee.h"

#include "model/number.h"

#include "app/look.h"

/* Answers that are none. */
#define EXPLAIN "?"
#define LEAVE "."

static const struct error_kind NOTHING_DONE = {"nothing-done", EXIT_USAGE,
					       N_("nothing was done")};

/* One question: an option, what an empty answer means, its stock phrases. */
struct question {
	struct cli *cli;
	const struct action *action;
	const struct option *option;
	const char *offered;
	const char **phrases;
	size_t n_phrases;
	struct arena *arena;
};

enum answer { ANSWER_GIVEN, ANSWER_NONE, ANSWER_LEAVE, ANSWER_END };

bool
ask_person(const struct cli *cli)
{
	return isatty(STDIN_FILENO) && isatty(fileno(cli_prose(cli)));
}

bool
ask_line(struct cli *cli, const char *prompt, struct text *line)
{
	int c;

	fputs(prompt, cli_prose(cli));
	fflush(cli_prose(cli));
	text_clear(line);
	while ((c = getchar()) != EOF && c != '\n') {
		/* A NUL would end the line unseen; a wrong byte is told. */
		char byte = (char)(c == '\0' ? 0xFF : c);

		text_add_n(line, &byte, 1);
	}
	/* C-d leaves the cursor behind the question. */
	if (c == EOF && isatty(STDIN_FILENO))
		fputc('\n', cli_prose(cli));
	return c != EOF || line->n > 0;
}

/* The key is meant, whatever layout is on: y, Y, ั and ํ are one. */
static char
key_of(const char *line)
{
	uint32_t code;

	utf8_next(line, strlen(line), &code);
	code = kedmanee_to_us(code);
	return code < 0x80 ? (char)tolower((int)code) : '\0';
}

bool
ask_yes(struct cli *cli, const char *question)
{
	struct text prompt = {0}, line = {0};
	char key = '\0';

	text_printf(&prompt, "%s %s: ", question, _("(y or n)"));
	while (key != 'y' && key != 'n')
		key = ask_line(cli, text_str(&prompt), &line)
			  ? key_of(text_str(&line))
			  : 'n';
	text_done(&prompt);
	text_done(&line);
	return key == 'y';
}

bool
ask_left(const char *action, struct error *err)
{
	return error_set(err, &NOTHING_DONE, _("%s was left"), action);
}

static void
tell(const struct question *q, const char *number, const char *words)
{
	struct text t = {0};

	text_add_visible(&t, words, false);
	fprintf(cli_prose(q->cli), "    %s%s%s\n", number, *number ? " " : "",
		text_str(&t));
	text_done(&t);
}

/* What may be answered by its number: a word of the option, else a phrase. */
static const char *
numbered(const struct question *q, size_t i, const char **shown)
{
	const struct choice *c = q->option->choices;

	if (c == NULL) {
		*shown = i < q->n_phrases ? q->phrases[i] : NULL;
		return *shown;
	}
	for (; c->value != NULL && i > 0; i--)
		c++;
	*shown = c->value ? _(c->label) : NULL;
	return c->value;
}

/* The whole list of posts or divisions, as its own command tells it. */
static void
tell_list(const struct question *q)
{
	static const struct {
		enum value_kind kind;
		const char *noun;
	} lists[] = {{VALUE_POST, "post"},
		     {VALUE_DIVISION, "division"},
		     {VALUE_OFFICE, "office"}};

	for (size_t i = 0; i < ARRAY_SIZE(lists); i++) {
		const char *at[] = {lists[i].noun, "list"};
		struct words w = {at, ARRAY_SIZE(at)};

		if (q->option->kind == lists[i].kind)
			cli_run(q->cli, &w);
	}
}

static void
explain(const struct question *q)
{
	const char *shown;

	tell(q, "", _(q->option->help));
	tell_list(q);
	for (size_t i = 0; numbered(q, i, &shown) != NULL; i++)
		tell(q, DIGITS(i + 1), shown);
	if (!(q->option->flags & OPTION_REQUIRED))
		tell(q, "", _("An empty line goes on to the next question."));
	tell(q, "", _("A full stop alone leaves; nothing is done then."));
}

/* A number stands for the choice or phrase told under it. */
static const char *
meant(const struct question *q, const char *line)
{
	const char *value = NULL, *shown;
	int i;

	if (number_whole(line, &i) && i > 0)
		value = numbered(q, (size_t)i - 1, &shown);
	return value != NULL ? value : arena_strdup(q->arena, line);
}

/* What is wrong with one answer by itself. */
static bool
is_wrong(const struct question *q, const char *value)
{
	enum { FAULTS = 100 };
	struct argument at = {q->option->name, value};
	struct request r = {.action = q->action, .at = &at, .n = 1};
	struct fault faults[FAULTS];
	moment now = q->cli->clock.now(q->cli->clock.ctx);
	size_t n = request_faults(&r, now, faults, FAULTS);

	for (size_t i = 0; i < n; i++)
		if (faults[i].name != NULL &&
		    strcmp(faults[i].name, q->option->name) == 0) {
			cli_error(q->cli, &faults[i].error);
			return true;
		}
	return false;
}

static void
text_add_question(struct text *t, const struct question *q)
{
	const struct option *o = q->option;
	const char *shown;

	text_printf(t, "  %s%s", _(o->label),
		    o->flags & OPTION_REQUIRED ? " *" : "");
	for (size_t i = 0; o->choices && numbered(q, i, &shown) != NULL; i++)
		text_printf(t, "%s%s %s", i > 0 ? ", " : " (", DIGITS(i + 1),
			    shown);
	text_add(t, o->choices ? ")" : "");
	if (q->offered != NULL)
		text_printf(t, " [%s]", q->offered);
	text_add(t, ": ");
}

/* One line; ANSWER_GIVEN with a value that may still be wrong. */
static enum answer
ask_once(const struct question *q, const char *prompt, const char **value)
{
	struct text line = {0};
	enum answer answer = ANSWER_GIVEN;

	if (!ask_line(q->cli, prompt, &line))
		answer = ANSWER_END;
	else if (strcmp(text_str(&line), LEAVE) == 0)
		answer = ANSWER_LEAVE;
	else if (text_is_blank(text_str(&line)))
		*value = arena_strdup(q->arena, q->offered);
	else
		*value = meant(q, text_str(&line));
	text_done(&line);
	return answer == ANSWER_GIVEN && *value == NULL ? ANSWER_NONE : answer;
}

static enum answer
ask_question(const struct question *q, const char **value)
{
	bool again = ask_person(q->cli);
	struct text prompt = {0};
	enum answer answer;

	text_add_question(&prompt, q);
	do {
		answer = ask_once(q, text_str(&prompt), value);
		if (!again || answer > ANSWER_NONE)
			break;
		if (answer == ANSWER_GIVEN && strcmp(*value, EXPLAIN) == 0) {
			explain(q);
			continue;
		}
		if (answer == ANSWER_NONE
			? !(q->option->flags & OPTION_REQUIRED)
			: !is_wrong(q, *value))
			break;
		if (answer == ANSWER_NONE)
			tell(q, "", _("This is needed; ? explains it."));
	} while (true);
	text_done(&prompt);
	return answer;
}

/* The phrases of the asker's post; without a register there are none. */
static void
read_phrases(struct question *q)
{
	struct session s;
	struct error err = {0};

	q->n_phrases = 0;
	if (q->option->phrases == NULL || !ask_person(q->cli))
		return;
	session_init(&s, &q->cli->wish, q->cli->clock);
	if (session_open(&s, false, &err))
		q->n_phrases =
		    look_phrases(&s, q->option->phrases, q->arena, &q->phrases);
	session_done(&s);
}

/* An option that may be given often is asked for until nothing is said. */
static enum answer
ask_option(struct question *q, struct words *w)
{
	bool many = q->option->flags & OPTION_MANY && ask_person(q->cli);
	const char *value;
	enum answer answer;

	read_phrases(q);
	do {
		answer = ask_question(q, &value);
		if (answer != ANSWER_GIVEN)
			break;
		words_add(w, q->arena,
			  arena_printf(q->arena, "--%s", q->option->name));
		words_add(w, q->arena, value);
		q->offered = NULL;
	} while (many);
	return answer;
}

static bool
is_asked(const struct option *o, const struct ask_for *only,
	 const char **offered)
{
	*offered = NULL;
	if (o->flags & OPTION_HIDDEN || o->kind >= VALUE_FLAG)
		return false;
	for (; only != NULL && only->option != NULL; only++)
		if (strcmp(only->option, o->name) == 0) {
			*offered = only->offered;
			return true;
		}
	return only == NULL;
}

bool
ask_options(struct cli *cli, const struct action *a, const struct ask_for *only,
	    struct arena *arena, struct words *w, struct error *err)
{
	struct question q = {.cli = cli, .action = a, .arena = arena};
	enum answer answer = ANSWER_NONE;

	for (q.option = a->options; q.option && q.option->name; q.option++)
		if (answer <= ANSWER_NONE &&
		    is_asked(q.option, only, &q.offered))
			answer = ask_option(&q, w);
	if (answer <= ANSWER_NONE)
		return true;
	if (answer == ANSWER_LEAVE)
		return ask_left(a->name, err);
	return error_set(err, &NOTHING_DONE,
			 _("the input ended before every question of %s was "
			   "answered"),
			 a->name);
}

static size_t
options_begin(const struct words *w, size_t from)
{
	while (from < w->n && strncmp(w->at[from], "--", 2) != 0)
		from++;
	return from;
}

/* What the operand after n others stands for, or NULL when the rest may be
   left out. */
static const struct option *
operand_wanted(const struct action *a, size_t n)
{
	const char *s = a->operands ? a->operands : "";

	for (; n > 0 && *s != '\0'; n--) {
		s += strcspn(s, " ");
		s += strspn(s, " ");
	}
	return *s == '\0' || *s == '[' ? NULL : operand_option(s);
}

bool
ask_operands(struct cli *cli, const struct action *a, size_t taken,
	     struct words *w, struct arena *arena)
{
	struct text line = {0}, prompt = {0};
	const struct option *wanted;
	bool more = true;

	while (more && options_begin(w, taken) == w->n &&
	       (wanted = operand_wanted(a, w->n - taken)) != NULL) {
		text_clear(&prompt);
		text_printf(&prompt, "  %s *: ", _(wanted->label));
		more = ask_line(cli, prompt.s, &line) &&
		       strcmp(text_str(&line), LEAVE) != 0 &&
		       !text_is_blank(text_str(&line));
		if (more)
			words_add(w, arena, arena_strdup(arena, line.s));
	}
	text_done(&line);
	text_done(&prompt);
	return more;
}
