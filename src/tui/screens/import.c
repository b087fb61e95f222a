/* import.c -- an old register comes in: what is doubtful, row by row, and then
   all that is not wrong */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/i18n.h"

#include "app/command.h"
#include "app/json.h"
#include "app/workbook-in.h"

#include "tui/line.h"
#include "tui/loop.h"
#include "tui/screens/import.h"
#include "tui/screens/screens.h"

/* ----------------------------------------------------------------- the data */

static struct import_screen *
import_of(struct screen *s)
{
	return (struct import_screen *)s;
}

static json_int_t
number_of(const struct import_screen *s, const char *key)
{
	return answer_whole(s->answer, key);
}

bool
import_is_done(const struct import_screen *s)
{
	return json_is_true(json_object_get(s->answer, "done"));
}

bool
import_has_mend(const struct import_screen *s)
{
	return answer_word(s->answer, "mend")[0] != '\0';
}

static void
title(const struct screen *s, struct text *t)
{
	const struct import_screen *im = (const struct import_screen *)s;

	text_add(t, _(im->asked.action->title));
}

/* The answer is read once: the file is not looked at again by itself. */
static bool
load(struct screen *s, struct error *err)
{
	struct import_screen *im = import_of(s);
	const json_t *doubts = json_object_get(im->answer, "doubts"), *d;
	size_t max = json_array_size(doubts), i, n = 0;
	struct import_row *rows = arena_array(&s->arena, max, sizeof(*rows));
	struct row_key *keys = arena_array(&s->arena, max, sizeof(*keys));

	(void)err;
	json_array_foreach(doubts, i, d)
	{
		bool stops = json_is_true(json_object_get(d, "left_out"));

		if (im->only_stopped && !stops)
			continue;
		rows[n] = (struct import_row){d, stops};
		keys[n++] = (struct row_key){{(int64_t)i, 0, 0}};
	}
	im->rows = rows;
	list_take_all(&im->list, (struct list_piece){.keys = keys, .n = n});
	return true;
}

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&import_of(s)->list, m);
}

/* ------------------------------------------------------------ what is done */

/* That takes its time: it is said before, and no key pressed meanwhile may
   enter what nobody has looked at. */
static bool
run(struct tui *t, const struct request *asked, const char *option,
    const char *sentence, json_t **answer, struct error *err)
{
	struct arena a = {0};
	struct argument *at = arena_array(&a, asked->n + 1, sizeof(*at));
	struct request r = *asked;
	bool ok;

	memcpy(at, asked->at, asked->n * sizeof(*at));
	at[r.n++] = (struct argument){option, ""};
	r.at = at;
	random_bytes(r.act_id, sizeof(r.act_id));
	tui_say(t, STYLE_DIM, sentence);
	tui_paint(t);
	text_clear(&t->status);
	ok = action_run(t->session, &r, answer, err);
	t->term->ops->drop_keys(t->term);
	arena_done(&a);
	return ok;
}

static unsigned
run_again(struct import_screen *s, const char *option, const char *sentence)
{
	struct tui *t = s->screen.tui;
	struct error err = {0};
	json_t *answer = NULL;

	if (!run(t, &s->asked, option, sentence, &answer, &err)) {
		tui_fail(t, &err);
		return REACT_DONE;
	}
	json_decref(s->answer);
	s->answer = answer;
	return REACT_RELOAD_ALL;
}

static unsigned
enter_good(struct screen *screen, const struct move *m)
{
	struct import_screen *s = import_of(screen);
	json_int_t n = number_of(s, "letters");
	char *warning;
	bool goes_on;

	if (import_is_done(s) || n == 0) {
		tui_say(screen->tui, STYLE_ERROR,
			_("There is nothing to enter."));
		return REACT_DONE;
	}
	warning = xasprintf(P_("%s letter will be entered and stays.  Once "
			       "more to enter it.",
			       "%s letters will be entered and stay.  Once "
			       "more to enter them.",
			       n),
			    DIGITS(n));
	goes_on = tui_warns(screen->tui, m, warning);
	free(warning);
	return goes_on ? run_again(s, "yes", _("Entering the letters..."))
		       : REACT_DONE;
}

/* Once: another file of the same rows helps nobody. */
static unsigned
write_mend(struct screen *screen, const struct move *m)
{
	struct import_screen *s = import_of(screen);

	(void)m;
	if (number_of(s, "left_out") > 0 && !import_has_mend(s))
		return run_again(s, "mend", _("Reading the file..."));
	tui_say(screen->tui, STYLE_ERROR,
		import_has_mend(s) ? _("The file to mend is written already.")
				   : _("No row is left out."));
	return REACT_DONE;
}

static unsigned
filter(struct screen *screen, const struct move *m)
{
	struct import_screen *s = import_of(screen);

	(void)m;
	s->only_stopped = !s->only_stopped;
	return REACT_RELOAD;
}

static const struct screen_act acts[] = {
    {"enter-good", enter_good},
    {"write-mend", write_mend},
    {"filter", filter},
    {NULL, NULL},
};

static bool
lacks(const struct screen *screen, const struct move *m)
{
	const struct import_screen *s = (const struct import_screen *)screen;

	if (strcmp(m->name, "enter-good") == 0)
		return import_is_done(s) || number_of(s, "letters") == 0;
	return strcmp(m->name, "write-mend") == 0 &&
	       (import_has_mend(s) || number_of(s, "left_out") == 0);
}

static void
done(struct screen *screen)
{
	struct import_screen *s = import_of(screen);

	json_decref(s->answer);
	arena_done(&s->own);
}

const struct screen_ops import_ops = {
    .name = "import",
    .size = sizeof(struct import_screen),
    .acts = acts,
    .title = title,
    .load = load,
    .layout = import_layout,
    .draw = import_draw,
    .scroll = scroll,
    .lacks = lacks,
    .done = done,
};

/* ---------------------------------------------------------------- the way in
 */

/* Whatever is asked: nothing is entered before it was looked at. */
static void
keep_asked(struct import_screen *s, const struct request *r)
{
	static const char *const not_kept[] = {"dry-run", "mend", "yes"};
	struct argument *at = arena_array(&s->own, r->n, sizeof(*at));
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++) {
		const char *name = r->at[i].name;
		bool keeps = true;

		for (size_t k = 0; name && k < ARRAY_SIZE(not_kept); k++)
			keeps = keeps && strcmp(name, not_kept[k]) != 0;
		if (keeps)
			at[n++] = (struct argument){
			    name ? arena_strdup(&s->own, name) : NULL,
			    arena_strdup(&s->own, r->at[i].value)};
	}
	s->asked = (struct request){.action = r->action, .at = at, .n = n};
}

/* Which sheet is meant is typed behind the line. */
static void
ask_sheet(struct tui *t, const struct request *asked)
{
	struct text line = {0};

	text_add_request(&line, asked);
	text_add(&line, " --sheet ");
	tui_push(t, palette_new(t, text_str(&line)));
	text_done(&line);
}

void
import_show(struct tui *t, const struct request *r)
{
	struct screen *screen = screen_new(t, &import_ops);
	struct import_screen *s = import_of(screen);
	struct error err = {0};

	keep_asked(s, r);
	if (run(t, &s->asked, "dry-run", _("Reading the file..."), &s->answer,
		&err)) {
		tui_push(t, screen);
		return;
	}
	if (err.kind == &WORKBOOK_SHEET && !request_value(r, "sheet"))
		ask_sheet(t, &s->asked);
	tui_fail(t, &err);
	screen_free(screen);
}

void
import_show_file(struct tui *t, const char *path)
{
	struct argument file = {NULL, path};

	import_show(t, &(struct request){.action = action_find("import"),
					 .at = &file,
					 .n = 1});
}
