/* sheet.c -- a sheet that was read becomes a receipt, with a person's yes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/sheet.h"

#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "cli/ask.h"

/* The fields of a receipt as the reading names them. */
static const struct {
	const char *option;
	const char *key;
} fields[] = {
    {"ref",     "ref_no" },
    {"dated",   "dated"  },
    {"from",    "from"   },
    {"to",      "to"     },
    {"subject", "subject"},
    {"urgency", "urgency"},
    {"secrecy", "secrecy"},
};

bool
sheet_is_asked(const struct cli *cli, const struct words *w)
{
	size_t taken;
	const struct action *a = command_action(w, &taken);

	return a != NULL && strcmp(a->name, "receive") == 0 && w->n > taken &&
	       strncmp(w->at[taken], "--", 2) != 0 && !cli->json &&
	       cli->act == NULL && ask_person(cli);
}

static bool
sheet_read(struct cli *cli, const char *path, struct arena *a, json_t **answer,
	   struct error *err)
{
	const char *at[] = {"read", "--", path};
	struct words w = {at, ARRAY_SIZE(at)};
	struct session s;
	struct request r;
	bool is_read;

	if (!command_read(&w, a, &r, err))
		return false;
	session_init(&s, &cli->wish, cli->clock);
	is_read = action_run(&s, &r, answer, err);
	session_done(&s);
	cli->has_told = is_read;
	if (is_read)
		print_answer(cli, r.action, *answer);
	return is_read;
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
text_add_words(struct text *t, const json_t *s)
{
	text_add(t, json_is_string(s) ? "  " : "");
	text_add_visible(t, json_is_string(s) ? json_string_value(s) : "",
			 false);
}

static void
tell_candidate(const struct cli *cli, size_t i, const json_t *c)
{
	const char *iso = json_string_value(json_object_get(c, "dated"));
	struct text t = {0};
	struct error none = {0};
	struct date d;

	text_printf(&t, "  %s", DIGITS(i + 1));
	text_add_words(&t, json_object_get(c, "ref_no"));
	if (iso != NULL && date_parse(iso, &d, &none)) {
		text_add(&t, "  ");
		text_add_date(&t, d, DATE_SHORT, cli->wish.thai);
	}
	text_add_words(&t, json_object_get(c, "from"));
	fprintf(cli_prose(cli), "%s\n", text_str(&t));
	text_done(&t);
}

/* One of the sheet's numbers, or NULL when the person left. */
static const json_t *
ask_candidate(struct cli *cli, const json_t *candidates)
{
	size_t n = json_array_size(candidates);
	struct text line = {0};
	const json_t *chosen = NULL;
	int i;

	fprintf(cli_prose(cli), "%s\n", _("The sheet has several numbers."));
	for (size_t k = 0; k < n; k++)
		tell_candidate(cli, k, json_array_get(candidates, k));
	while (chosen == NULL && ask_line(cli, _("Which is ours? "), &line) &&
	       strcmp(text_str(&line), ".") != 0)
		if (number_whole(text_str(&line), &i))
			chosen = json_array_get(candidates, (size_t)i - 1);
	text_done(&line);
	return chosen;
}

/* The number that is ours: the only one, or the one a person chooses. */
static bool
choose(struct cli *cli, const json_t *reading, struct arena *a, struct words *w,
       const json_t **ours, struct error *err)
{
	const json_t *all = json_object_get(reading, "candidates");
	const char *ref;

	*ours = json_array_get(all, 0);
	if (json_array_size(all) < 2 || has_word(w, "ref"))
		return true;
	*ours = ask_candidate(cli, all);
	if (*ours == NULL)
		return ask_left("receive", err);
	ref = json_string_value(json_object_get(*ours, "ref_no"));
	words_add(w, a, "--ref");
	words_add(w, a, arena_strdup(a, ref));
	return true;
}

/* Read for certain: on the sheet, or in the note of who passed it on. */
static bool
is_clear(const json_t *letter, const json_t *ours, const char *key)
{
	const json_t *sure = json_object_get(letter, "certainty");
	const char *how = json_string_value(json_object_get(sure, key));

	if (json_is_true(json_object_get(ours, "endorsement")) &&
	    json_is_string(json_object_get(ours, key)))
		return true;
	return how != NULL && strcmp(how, "read") == 0;
}

/* What is clear, and what the words say, is not asked again. */
static void
offers_make(const json_t *letter, const json_t *ours, const struct words *w,
	    struct offer *offers)
{
	size_t n = 0;

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		const json_t *value = json_object_get(letter, fields[i].key);

		if (!has_word(w, fields[i].option) &&
		    !is_clear(letter, ours, fields[i].key))
			offers[n++] = (struct offer){fields[i].option,
						     json_string_value(value)};
	}
}

static bool
ask_all(struct cli *cli, const json_t *reading, struct arena *a,
	struct words *w, struct error *err)
{
	struct offer offers[ARRAY_SIZE(fields) + 1] = {0};
	const json_t *ours, *letter;

	if (!choose(cli, reading, a, w, &ours, err))
		return false;
	letter = json_array_get(
	    json_object_get(reading, "letters"),
	    (size_t)json_integer_value(json_object_get(ours, "letter")));
	offers_make(letter, ours, w, offers);
	return ask_options(cli, action_find("receive"), offers, a, w, err) &&
	       (ask_yes(cli, _("Register this letter?")) ||
		ask_left("receive", err));
}

bool
sheet_ask(struct cli *cli, struct arena *a, struct words *w, struct error *err)
{
	json_t *answer = NULL;
	size_t taken;
	bool goes_on;

	command_action(w, &taken);
	if (!sheet_read(cli, w->at[taken], a, &answer, err))
		return false;
	goes_on = ask_all(cli, answer, a, w, err);
	json_decref(answer);
	return goes_on;
}
