/* perform.c -- a command line becomes work: looks, acts, forms */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/perform.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "model/number.h"

#include "app/calendar.h"
#include "app/json.h"
#include "app/look.h"
#include "app/many.h"
#include "app/pin.h"
#include "app/print.h"
#include "app/stats.h"

#include "tui/form-sheet.h"
#include "tui/form.h"
#include "tui/screens/desk-keeping.h"
#include "tui/screens/filter.h"
#include "tui/screens/import.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

static const struct error_kind LETTER_MISSING = {
    "letter-missing", EXIT_USAGE,
    N_("choose a letter first, or say its number")};
static const struct error_kind NOT_ON_SCREEN = {
    "not-on-screen", EXIT_USAGE,
    N_("this command is for the command line, not for the screen")};

static unsigned
fail(struct tui *t, const struct error *err)
{
	tui_fail(t, err);
	return REACT_DONE;
}

/* A rule said no: a key tells the rule and who may.  That alone is not worth
   another row. */
static unsigned
refuse(struct tui *t, const struct error *err)
{
	const struct binding *b =
	    keymap_find_command(&t->keys, tui_top(t)->ops->name, "why");
	struct text hint = {0};

	tui_fail(t, err);
	if (b && err->kind->exit_status == EXIT_REFUSED) {
		struct text key = {0};

		text_add_key(&key, b->key);
		text_printf(&hint, _("  %s: why?"), text_str(&key));
		text_done(&key);
	}
	int said = thai_columns(text_str(&t->status)), room = t->grid.cols - 2;
	if (said > room || said + thai_columns(text_str(&hint)) <= room)
		text_add(&t->status, text_str(&hint));
	text_done(&hint);
	return REACT_DONE;
}

static void
put_operand(struct request *r, const char *value, struct arena *a)
{
	struct argument *at = arena_array(a, r->n + 1, sizeof(*at));

	at[0].value = value;
	if (r->n > 0)
		memcpy(at + 1, r->at, r->n * sizeof(*at));
	r->at = at;
	r->n++;
}

/* The letter under the cursor is the one meant by a request without one. */
static bool
name_letter(const struct tui *t, struct arena *a, struct request *r)
{
	const struct screen *s = tui_top(t);
	const struct letter *letter = s->ops->letter ? s->ops->letter(s) : NULL;

	if (request_operand(r, 0))
		return true;
	if (letter)
		put_operand(r, letter_operand(letter, a), a);
	return letter;
}

/* So is what is chosen in a list of something else. */
static void
name_item(const struct tui *t, struct arena *a, struct request *r)
{
	const struct screen *s = tui_top(t);
	const char *item = s->ops->item ? s->ops->item(s, r->action, a) : NULL;

	if (item && !request_operand(r, 0))
		put_operand(r, item, a);
}

/* A letter that has just got its number is shown with its stamp; a number that
   has no letter yet stands among those reserved; a page as it was closed. */
static void
show_new(struct tui *t, const struct request *r, const json_t *answer)
{
	const json_t *number = json_object_get(answer, "number");
	const json_t *year = json_object_get(answer, "year");
	const char *book = json_string_value(json_object_get(answer, "book"));
	struct arena arena;

	if (strcmp(r->action->name, "day close") == 0)
		text_add(&t->pending, "page");
	if (text_is_same(answer_word(answer, "state"), STATE_RESERVED))
		text_add(&t->pending, "reserved");
	if (!state_has_letter(answer_word(answer, "state")))
		return;
	if (r->action->needs & NEED_LETTER || !book || !number || !year)
		return;
	arena_init(&arena);
	text_printf(&t->pending, "show %s",
		    book_operand(book, (int)json_integer_value(year),
				 (int)json_integer_value(number), &arena));
	arena_done(&arena);
}

bool
perform_request(struct tui *t, const struct request *r, bool show)
{
	json_t *answer = NULL;
	struct error err = {0};

	if (!action_run(t->session, r, &answer, &err)) {
		tui_fail(t, &err);
		return false;
	}
	char *sentence = answer_sentence(r->action, answer);
	tui_say(t, STYLE_GOOD, sentence);
	free(sentence);
	marks_drop(t, r);
	if (show)
		show_new(t, r, answer);
	json_decref(answer);
	return true;
}

static void
view_letter(struct tui *t, const struct request *r)
{
	const char *number = request_operand(r, 0);
	struct error err = {0};
	bool is_opened;

	if (!action_open(t->session, number, &is_opened, &err))
		tui_fail(t, &err);
	if (is_opened)
		tui_make_stale(t);
	tui_push(t, letter_new(t, number));
}

static void
view_page(struct tui *t, const struct request *r)
{
	const char *given = request_operand(r, 0);
	struct date day = session_today(t->session);
	struct error err = {0};

	if (given && !date_parse_near(given, day, &day, &err))
		tui_fail(t, &err);
	else
		tui_push(t, page_new(t, day));
}

static void
view_history(struct tui *t, const struct request *r)
{
	tui_push(t, history_new(t, request_operand(r, 0)));
}

/* On its own screen it changes that one. */
static void
view_log(struct tui *t, const struct request *r)
{
	if (tui_top(t)->ops == &log_ops)
		log_set(tui_top(t), r);
	else
		tui_push(t, log_new(t, r));
}

static void
view_list(struct tui *t, const struct request *r)
{
	const char *given = request_value(r, "year");
	int year;
	const char *book = request_value(r, "book");
	struct look_filter filter = {
	    .book =
		book ? book_find(choice_find(book_choices, book)->value) : NULL,
	    .year = given && number_year(given, &year) ? year : 0,
	    .state = request_value(r, "state"),
	};

	if (request_value(r, "mine"))
		tui_pop_to_first(t);
	else
		tui_push(t, register_new(t, &filter));
}

static void
view_drafts(struct tui *t, const struct request *r)
{
	(void)r;
	drafts_tell_done(t);
	tui_push(t, drafts_new(t));
}

static void
view_reserved(struct tui *t, const struct request *r)
{
	(void)r;
	if (tui_top(t)->ops != &reserved_ops)
		tui_push(t, reserved_new(t));
}

static void
view_duties(struct tui *t, const struct request *r)
{
	bool mine = request_value(r, "mine") != NULL;

	if (tui_top(t)->ops != &duties_ops)
		tui_push(t, duties_new(t, !mine && r->n > 0,
				       request_value(r, "all") != NULL));
}

static void
discard_drafts(struct tui *t, const struct request *r)
{
	json_t *answer = NULL;
	struct error err = {0};

	if (action_run(t->session, r, &answer, &err))
		tui_say(t, STYLE_GOOD, _("The draft is discarded."));
	else
		tui_fail(t, &err);
	json_decref(answer);
	tui_make_stale(t);
}

/* Without a number the letter under the cursor, or of the form, is meant; that
   there is none is no fault. */
static void
view_why(struct tui *t, const struct request *r)
{
	const struct screen *top = tui_top(t);
	const struct letter *letter =
	    top->ops->letter ? top->ops->letter(top) : NULL;
	const char *number = request_operand(r, 0);
	struct arena arena;

	arena_init(&arena);
	if (!number)
		number =
		    letter ? letter_operand(letter, &arena) : form_number(top);
	tui_push(t, why_new(t, number, request_operand(r, 1)));
	arena_done(&arena);
}

/* On the screen of a search it changes that one. */
static void
view_search(struct tui *t, const struct request *r)
{
	struct arena arena = {0};
	struct search_wish wish;

	request_wish(r, &arena, &wish);
	if (tui_top(t)->ops == &search_ops)
		search_set(tui_top(t), &wish);
	else
		tui_push(t, search_new(t, &wish));
	arena_done(&arena);
}

static void
view_inbox(struct tui *t, const struct request *r)
{
	(void)r;
	tui_push(t, inbox_new(t));
}

static void
view_sent(struct tui *t, const struct request *r)
{
	tui_push(t, sent_new(t, request_operand(r, 0)));
}

static void
view_collected(struct tui *t, const struct request *r)
{
	tui_push(t, collected_new(t, request_operand(r, 0),
				  request_value(r, "duty")));
}

/* The acts of the screen of people come back to it. */
static void
view_people(struct tui *t, const struct request *r)
{
	(void)r;
	if (tui_top(t)->ops != &people_ops)
		tui_push(t, people_new(t));
}

static void
view_calendar(struct tui *t, const struct request *r)
{
	const char *word = request_operand(r, 0);
	struct error err = {0};
	struct date today = session_today(t->session), day;

	if (!calendar_month_parse(word ? word : "", today, &day, &err)) {
		tui_fail(t, &err);
		return;
	}
	if (day.year == today.year && day.month == today.month)
		day = today;
	tui_push(t, calendar_new(t, day, request_value(r, "mine")));
}

static void
view_offices(struct tui *t, const struct request *r)
{
	(void)r;
	tui_push(t, offices_new(t));
}

/* A new register is made where none is open yet. */
static void
view_import(struct tui *t, const struct request *r)
{
	struct error err = {0};

	if (request_value(r, "text")) {
		error_set(&err, &NOT_ON_SCREEN, "import --text");
		tui_fail(t, &err);
	} else if (request_operand(r, 0))
		import_show(t, r);
	else
		tui_push(t, import_file_new(t));
}

/* A sheet is written and told; nothing else is to be seen. */
static void
write_stats(struct tui *t, const struct request *r)
{
	json_t *answer = NULL;
	struct error err = {0};
	struct text said = {0};

	if (action_run(t->session, r, &answer, &err)) {
		text_printf(&said, _("written to %s"),
			    answer_word(answer, "output"));
		tui_say(t, STYLE_GOOD, text_str(&said));
	} else
		tui_fail(t, &err);
	text_done(&said);
	json_decref(answer);
}

static void
view_stats(struct tui *t, const struct request *r)
{
	struct arena a = {0};
	struct stats_wish wish;
	struct error err = {0};

	if (request_value(r, "svg") || request_value(r, "pdf"))
		write_stats(t, r);
	else if (stats_asked(t->session, r, &a, &wish, &err))
		tui_push(t, stats_new(t, &wish));
	else
		tui_fail(t, &err);
	arena_done(&a);
}

/* Looking acts that have a screen of their own; the others are shown as they
   answer. */
static const struct {
	const char *action;
	void (*show)(struct tui *t, const struct request *r);
} views[] = {
    {"show", view_letter},
    {"history", view_history},
    {"page", view_page},
    {"why", view_why},
    {"list", view_list},
    {"search", view_search},
    {"drafts", view_drafts},
    {"inbox", view_inbox},
    {"forwarded", view_sent},
    {"collected", view_collected},
    {"office list", view_offices},
    {"reserved", view_reserved},
    {"duties", view_duties},
    {"acting list", view_people},
    {"stats", view_stats},
    {"calendar", view_calendar},
    {"import", view_import},
    {"drafts discard", discard_drafts},
    {"log", view_log},
};

/* What was printed into a file is told; what was not is shown. */
static bool
tell_file(struct tui *t, const json_t *answer)
{
	bool is_file = answer_word(answer, "output")[0] != '\0';
	char *sentence = is_file ? print_sentence(answer) : NULL;

	if (is_file)
		tui_say(t, STYLE_GOOD, sentence);
	free(sentence);
	return is_file;
}

/* What is missing, the cursor gives. */
static bool
is_wrong(const struct tui *t, const struct request *r, struct error *err)
{
	struct fault faults[8];
	size_t n = request_faults(r, session_now(t->session), faults,
				  ARRAY_SIZE(faults));

	for (size_t i = 0; i < n; i++) {
		if (faults[i].error.kind == &REQUEST_MISSING)
			continue;
		*err = faults[i].error;
		return true;
	}
	return false;
}

static unsigned
look(struct tui *t, const struct request *r)
{
	json_t *answer = NULL;
	struct error err = {0};

	if (is_wrong(t, r, &err))
		return fail(t, &err);
	for (size_t i = 0; i < ARRAY_SIZE(views); i++)
		if (strcmp(views[i].action, r->action->name) == 0) {
			views[i].show(t, r);
			return REACT_DONE;
		}
	if (!action_run(t->session, r, &answer, &err))
		return fail(t, &err);
	if (r->action->look == print_look && tell_file(t, answer))
		json_decref(answer);
	else
		tui_push(t, answer_new(t, r->action, answer));
	return REACT_DONE;
}

/* Everything it must have was said with it: no form is needed. */
static bool
is_complete(const struct request *r)
{
	bool has_option = false;

	for (size_t i = 0; i < r->n; i++)
		has_option = has_option || r->at[i].name;
	for (const struct option *o = r->action->options; o && o->name; o++)
		if (o->flags & OPTION_REQUIRED && !request_value(r, o->name))
			return false;
	return has_option;
}

/* Some forms begin with what the register knows. */
static struct screen *
form_begun(struct tui *t, const struct request *r, const struct letter *letter,
	   struct error *err)
{
	struct request filled = *r;
	struct screen *form = NULL;
	struct arena arena;

	arena_init(&arena);
	if (!r->action->fill ||
	    r->action->fill(t->session, r, &arena, &filled, err))
		form = form_new(t, &filled, letter, err);
	arena_done(&arena);
	return form;
}

/* Then there is a form, if only for the PIN. */
static bool
asks_pin(struct tui *t, const struct request *r)
{
	struct error err = {0};
	bool asked = false;

	if (!pin_is_asked(t->session, r, &asked, &err))
		tui_fail(t, &err);
	return asked;
}

/* What may be done is done, or asked for in a form; what the screen itself has
   said of it, in a form. */
static unsigned
begin(struct tui *t, const struct request *r, const struct letter *letter,
      bool is_begun)
{
	struct error err = {0};

	if ((r->action->needs & NEED_PAPER) && desk_ask_paper(t, r->action))
		return REACT_DONE;
	if (!is_begun && is_complete(r) && !asks_pin(t, r))
		return perform_request(t, r, true) ? REACT_RELOAD_ALL
						   : REACT_DONE;
	struct screen *form = form_begun(t, r, letter, &err);
	if (!form)
		return fail(t, &err);
	form_draft_begin(form, letter);
	tui_push(t, form);
	if (tui_top(t) == form)
		form_sheet_begin((struct form *)form);
	return REACT_DONE;
}

static unsigned
act(struct tui *t, const struct request *r, const struct letter *letter,
    bool is_begun)
{
	struct error err = {0};

	if (!action_may(t->session, r->action,
			letter ? request_operand(r, 0) : NULL, &err))
		return refuse(t, &err);
	return begin(t, r, letter, is_begun);
}

static size_t
count_true(const bool *at, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += at[i];
	return count;
}

/* Those that may not are told, and lose their marks: the same key then means
   the others.  Where there are no others it was a slip, and nothing is lost. */
static unsigned
refuse_several(struct tui *t, const struct letters_asked *asked,
	       const bool *refused, const struct error *err)
{
	struct marks *marks = &tui_top(t)->marks;
	size_t before = marks->n;
	bool some_may = count_true(refused, asked->n) < asked->n;
	struct arena a = {0};

	for (size_t i = 0; some_may && i < asked->n; i++)
		if (refused[i])
			marks_take_off(marks, letter_of(&asked->at[i], &a));
	arena_done(&a);
	refuse(t, err);
	if (marks->n < before)
		text_add(&t->status, _("; their marks are taken off"));
	return REACT_DONE;
}

/* Each is looked at as one alone would be: who reads a secret letter stands in
   the chain. */
static unsigned
act_on_several(struct tui *t, struct arena *a, const struct request *r,
	       const struct letters_asked *asked)
{
	bool *refused = arena_array(a, asked->n, sizeof(*refused));
	struct error err = {0};

	for (size_t i = 0; i < asked->n; i++) {
		struct letter_file file = {0};

		if (!look_letter(t->session, letter_of(&asked->at[i], a), a,
				 &file, &err))
			return fail(t, &err);
	}
	if (!action_may_all(t->session, r->action, asked, refused, &err))
		return refuse_several(t, asked, refused, &err);
	return begin(t, r, NULL, false);
}

/* From a letter that came in the next one out is its answer. */
static void
name_answered(const struct tui *t, struct arena *a, struct request *r)
{
	const struct screen *s = tui_top(t);
	const struct letter *l =
	    s->ops == &letter_ops ? s->ops->letter(s) : NULL;
	struct argument *at;

	if (strcmp(r->action->name, "send") != 0 || r->n > 0 || l == NULL ||
	    book_find(l->book)->way != BOOK_IN || l->is_veiled)
		return;
	at = arena_array(a, 2, sizeof(*at));
	at[r->n++] = (struct argument){"reply-to", letter_operand(l, a)};
	if (l->sender != NULL)
		at[r->n++] = (struct argument){"to", l->sender};
	r->at = at;
}

/* What the chosen row says of an act, where the person says nothing. */
static bool
name_chosen(const struct tui *t, struct arena *a, struct request *r)
{
	const struct screen *s = tui_top(t);
	struct argument *at;
	size_t n;

	if (s->ops->options == NULL || r->n > 1)
		return false;
	at = arena_array(a, r->n + WISHES_MAX, sizeof(*at));
	n = s->ops->options(s, r->action, a, at + r->n);
	if (n == 0)
		return false;
	for (size_t i = 0; i < r->n; i++)
		at[i] = r->at[i];
	r->at = at;
	r->n += n;
	return true;
}

static unsigned
perform_act(struct tui *t, struct arena *a, struct request *r)
{
	bool needs_letter = r->action->needs & NEED_LETTER;
	struct letter_file file = {0};
	struct letters_asked asked = {0};
	struct error err = {0};

	if (r->action->needs & NEED_TERMINAL) {
		error_set(&err, &NOT_ON_SCREEN, "%s", r->action->name);
		return fail(t, &err);
	}
	if (!marks_name(t, a, r, &err))
		return fail(t, &err);
	if (needs_letter && !name_letter(t, a, r)) {
		error_set(&err, &LETTER_MISSING, NULL);
		return fail(t, &err);
	}
	name_item(t, a, r);
	if (r->action->look)
		return look(t, r);
	if (r->action->many &&
	    !letters_asked(r, session_year(t->session), a, &asked, &err))
		return fail(t, &err);
	if (asked.n > 1)
		return act_on_several(t, a, r, &asked);
	name_answered(t, a, r);
	bool is_begun = name_chosen(t, a, r);
	if (needs_letter &&
	    !look_letter(t->session, request_operand(r, 0), a, &file, &err))
		return fail(t, &err);
	return act(t, r, needs_letter ? &file.letter : NULL, is_begun);
}

unsigned
perform_line(struct tui *t, const struct line *line)
{
	struct arena arena;
	struct request named = line->request;

	if (line->move) {
		t->operand = line->operand;
		return perform_move(t, line->move);
	}
	arena_init(&arena);
	unsigned reaction = perform_act(t, &arena, &named);
	arena_done(&arena);
	return reaction;
}
