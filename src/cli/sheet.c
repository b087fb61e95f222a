/* sheet.c -- a sheet that was read becomes a receipt, with a person's yes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/sheet.h"

#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "app/offer.h"

#include "cli/ask.h"

/* What is asked for where the sheet does not say it for certain. */
static const char *const asked_for[] = {
    "ref", "dated", "from", "to", "subject", "urgency", "secrecy",
};

/* A receipt as it grows, from what was read and what a person says. */
struct receipt {
	struct cli *cli;
	struct arena *arena;
	struct words *words;
	struct file_reading file;
	struct offers offers;
};

/* What is typed at the terminal itself cannot be read a second time. */
bool
sheet_is_asked(const struct cli *cli, const struct words *w)
{
	size_t taken;
	const struct action *a = command_action(w, &taken);

	return a != NULL && strcmp(a->name, "receive") == 0 && w->n > taken &&
	       strcmp(w->at[taken], "-") != 0 &&
	       strncmp(w->at[taken], "--", 2) != 0 && !cli->json &&
	       cli->act == NULL && ask_person(cli);
}

static bool
read_and_tell(struct receipt *r, const char *path, struct error *err)
{
	struct session s;
	bool is_read;
	json_t *answer;

	session_init(&s, &r->cli->wish, r->cli->clock);
	is_read = read_file(&s, path, r->arena, &r->file, err);
	session_done(&s);
	if (!is_read)
		return false;
	answer = file_reading_json(&r->file, path);
	print_answer(r->cli, action_find("read"), answer);
	json_decref(answer);
	return true;
}

static bool
has_word(const struct words *w, const char *option)
{
	for (size_t i = 0; i < w->n; i++)
		if (strncmp(w->at[i], "--", 2) == 0 &&
		    strncmp(w->at[i] + 2, option, strlen(option)) == 0 &&
		    strchr("=", w->at[i][2 + strlen(option)]) != NULL)
			return true;
	return false;
}

static void
add_word(struct receipt *r, const char *option, const char *value)
{
	words_add(r->words, r->arena,
		  arena_printf(r->arena, "--%s=%s", option, value));
}

static void
tell_candidate(const struct receipt *r, size_t i)
{
	const struct read_candidate *c = &r->file.reading.candidates[i];
	struct text t = {0};

	text_printf(&t, "  %s  ", DIGITS(i + 1));
	text_add_visible(&t, c->ref_no, false);
	if (c->dated.year != 0) {
		text_add(&t, "  ");
		text_add_date(&t, c->dated, DATE_SHORT, r->cli->wish.thai);
	}
	text_add(&t, c->from != NULL ? "  " : "");
	text_add_visible(&t, c->from != NULL ? c->from : "", false);
	fprintf(cli_prose(r->cli), "%s\n", text_str(&t));
	text_done(&t);
}

/* One of the sheet's numbers, or NULL when the person left. */
static const struct read_candidate *
ask_candidate(const struct receipt *r)
{
	const struct reading *read = &r->file.reading;
	const struct read_candidate *chosen = NULL;
	struct text line = {0};
	int i;

	fprintf(cli_prose(r->cli), "%s\n", _("The sheet has several numbers."));
	for (size_t k = 0; k < read->n_candidates; k++)
		tell_candidate(r, k);
	while (chosen == NULL &&
	       ask_line(r->cli, _("Which is ours? "), &line) &&
	       strcmp(text_str(&line), ".") != 0)
		if (number_whole(text_str(&line), &i) &&
		    (size_t)i <= read->n_candidates)
			chosen = &read->candidates[i - 1];
	text_done(&line);
	return chosen;
}

/* The number that is ours: the only one, or the one a person chooses. */
static bool
choose(struct receipt *r, struct error *err)
{
	const struct reading *read = &r->file.reading;
	const struct read_candidate *ours = read->candidates;

	if (read->n_candidates > 1 && !has_word(r->words, "ref") &&
	    (ours = ask_candidate(r)) == NULL)
		return ask_left("receive", err);
	offers_make(&r->offers, &r->file, read->n_candidates > 0 ? ours : NULL,
		    r->arena);
	return true;
}

static const struct offer *
offer_of(const struct receipt *r, const char *option)
{
	for (size_t i = 0; i < r->offers.n; i++)
		if (strcmp(r->offers.at[i].option, option) == 0)
			return &r->offers.at[i];
	return NULL;
}

static bool
is_clear(const struct offer *o)
{
	return o != NULL && o->sure == FIELD_READ;
}

/* What is clear, and what the words say, is not asked again. */
static bool
ask_the_rest(struct receipt *r, struct error *err)
{
	struct ask_for asked[ARRAY_SIZE(asked_for) + 1] = {0};
	size_t n = 0;

	for (size_t i = 0; i < ARRAY_SIZE(asked_for); i++) {
		const struct offer *o = offer_of(r, asked_for[i]);

		if (!has_word(r->words, asked_for[i]) && !is_clear(o))
			asked[n++] =
			    (struct ask_for){asked_for[i], o ? o->value : NULL};
	}
	return ask_options(r->cli, action_find("receive"), asked, r->arena,
			   r->words, err);
}

/* An option that was given stands in place of all that was read for it. */
static void
add_what_is_clear(struct receipt *r, const struct words *given)
{
	for (size_t i = 0; i < r->offers.n; i++) {
		const struct offer *o = &r->offers.at[i];

		if (is_clear(o) && !has_word(given, o->option))
			add_word(r, o->option, o->value);
	}
}

/* With its text given, the file is kept and not read again. */
static bool
ask_all(struct receipt *r, struct error *err)
{
	const struct words given = {
	    .at = r->words->at,
	    .n = r->words->n,
	};
	const char *text = r->file.reading.text;

	if (!choose(r, err) || !ask_the_rest(r, err))
		return false;
	if (!ask_yes(r->cli, _("Register this letter?")))
		return ask_left("receive", err);
	add_what_is_clear(r, &given);
	add_word(r, "text", text != NULL ? text : "");
	return true;
}

bool
sheet_ask(struct cli *cli, struct arena *a, struct words *w, struct error *err)
{
	struct receipt r = {.cli = cli, .arena = a, .words = w};
	size_t taken;

	command_action(w, &taken);
	return read_and_tell(&r, w->at[taken], err) && ask_all(&r, err);
}
