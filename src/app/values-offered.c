/* values-offered.c -- what there is to choose from for a word of a command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/values-offered.h"

#include <string.h>

#include "base/i18n.h"
#include "base/span.h"

#include "app/act.h"
#include "app/circulate.h"
#include "app/draft.h"
#include "app/look.h"

enum { LETTERS_MAX = 30 };

struct offer {
	struct session *s;
	const struct option *option;
	struct arena *a;
	struct offered_list *list;
	size_t max; /* room in list */
};

static void
make_room(struct offer *to, size_t n)
{
	struct offered *more =
	    arena_array(to->a, to->list->n + n, sizeof(*more));

	if (to->list->n > 0)
		memcpy(more, to->list->at, to->list->n * sizeof(*more));
	to->list->at = more;
	to->max = to->list->n + n;
}

static void
add(struct offer *to, const char *value, const char *help)
{
	for (size_t i = 0; i < to->list->n; i++)
		if (strcmp(to->list->at[i].value, value) == 0)
			return;
	if (to->list->n < to->max)
		to->list->at[to->list->n++] = (struct offered){value, help};
}

static bool
offer_nothing(struct offer *to, struct error *err)
{
	(void)to;
	(void)err;
	return true;
}

static bool
offer_choices(struct offer *to, struct error *err)
{
	const struct choice *c = to->option->choices;
	size_t n = 0;

	(void)err;
	while (c[n].value)
		n++;
	make_room(to, n);
	for (size_t i = 0; i < n; i++)
		add(to, c[i].value, _(c[i].label));
	return true;
}

static void
offer_places(struct offer *to, const struct place_list *places)
{
	make_room(to, places->n);
	for (size_t i = 0; i < places->n; i++) {
		const struct place *p = &places->at[i];

		add(to, p->code,
		    p->holders
			? arena_printf(to->a, "%s (%s)", p->name, p->holders)
			: p->name);
	}
}

static bool
offer_posts(struct offer *to, struct error *err)
{
	struct place_list places = {0};

	if (!look_posts(to->s, to->a, &places, err))
		return false;
	offer_places(to, &places);
	return true;
}

static bool
offer_divisions(struct offer *to, struct error *err)
{
	struct place_list places = {0};

	if (!look_divisions(to->s, to->a, &places, err))
		return false;
	offer_places(to, &places);
	return true;
}

static bool
offer_offices(struct offer *to, struct error *err)
{
	struct office_list offices = {0};

	if (!look_offices(to->s, to->a, &offices, err))
		return false;
	make_room(to, offices.n);
	for (size_t i = 0; i < offices.n; i++)
		add(to, offices.at[i].code, offices.at[i].name);
	return true;
}

static bool
offer_addressees(struct offer *to, struct error *err)
{
	struct addressee_list all = {0};

	if (!circulate_addressees(to->s, to->a, &all, err))
		return false;
	make_room(to, all.n + 2);
	add(to, "divisions", _("every division"));
	add(to, "people", _("everybody in the office"));
	for (size_t i = 0; i < all.n; i++)
		add(to, all.at[i].code, all.at[i].name);
	return true;
}

static bool
offer_some_letters(struct offer *to, const struct look_filter *filter,
		   const struct row_span *span, bool newest_first,
		   struct error *err)
{
	struct letter_list letters = {0};

	if (!look_letters(to->s, filter, span, to->a, &letters, err))
		return false;
	make_room(to, letters.n);
	for (size_t i = 0; i < letters.n; i++) {
		const struct letter *l =
		    &letters.at[newest_first ? letters.n - 1 - i : i];

		add(to, book_operand(l->book, l->year, l->number, to->a),
		    l->subject);
	}
	return true;
}

static bool
offer_letters(struct offer *to, struct error *err)
{
	const struct look_filter mine = {.mine = true}, year = {0};
	const struct row_span first = {ROW_KEY_TOP, 0, LETTERS_MAX},
			      last = {ROW_KEY_END, LETTERS_MAX, 0};

	return offer_some_letters(to, &mine, &first, false, err) &&
	       offer_some_letters(to, &year, &last, true, err);
}

static bool
offer_phrases(struct offer *to, struct error *err)
{
	const char **phrases;
	size_t n =
	    to->option->phrases
		? look_phrases(to->s, to->option->phrases, to->a, &phrases)
		: 0;

	(void)err;
	make_room(to, n);
	for (size_t i = 0; i < n; i++)
		add(to, phrases[i], NULL);
	return true;
}

/* A person stands in the list once for each post. */
static bool
offer_people(struct offer *to, struct error *err)
{
	const struct request all = {.action = action_find("person list")};
	json_t *people = NULL, *one;
	size_t i;

	if (!person_list_look(to->s, &all, &people, err))
		return false;
	make_room(to, json_array_size(people));
	json_array_foreach(people, i, one)
	    add(to,
		arena_strdup(to->a,
			     json_string_value(json_object_get(one, "login"))),
		arena_strdup(to->a,
			     json_string_value(json_object_get(one, "name"))));
	json_decref(people);
	return true;
}

static bool
offer_readers(struct offer *to, struct error *err)
{
	return offer_people(to, err) && offer_posts(to, err);
}

static bool
offer_drafts(struct offer *to, struct error *err)
{
	struct draft_list drafts;

	if (!drafts_mine(to->s, to->a, &drafts, err))
		return false;
	make_room(to, drafts.n);
	for (size_t i = 0; i < drafts.n; i++)
		add(to, arena_strndup(to->a, drafts.at[i].id, 8),
		    _(drafts.at[i].page.request.action->title));
	return true;
}

static bool
offer_actions(struct offer *to, struct error *err)
{
	size_t n = 0;

	(void)err;
	while (actions[n].name)
		n++;
	make_room(to, n);
	for (size_t i = 0; i < n; i++)
		if (actions[i].decide && !(actions[i].needs & NEED_TERMINAL))
			add(to, actions[i].name, _(actions[i].title));
	return true;
}

typedef bool (*offer_fn)(struct offer *to, struct error *err);

static const offer_fn by_kind[] = {
    [VALUE_LINE] = offer_phrases,         [VALUE_TEXT] = offer_phrases,
    [VALUE_DATE] = offer_nothing,         [VALUE_MOMENT] = offer_nothing,
    [VALUE_NUMBER] = offer_nothing,       [VALUE_LETTER] = offer_letters,
    [VALUE_CHOICE] = offer_choices,       [VALUE_POST] = offer_posts,
    [VALUE_DIVISION] = offer_divisions,   [VALUE_OFFICE] = offer_offices,
    [VALUE_ADDRESSEE] = offer_addressees, [VALUE_FILE] = offer_nothing,
    [VALUE_FLAG] = offer_nothing,         [VALUE_SECRET] = offer_nothing,
};

/* Operands that name something there is already. */
static const struct {
	const char *action; /* NULL: of any */
	const char *operand;
	offer_fn offer;
} by_operand[] = {
    {"person add", "LOGIN", offer_nothing},
    {NULL, "LOGIN", offer_people},
    {"post end", "CODE", offer_posts},
    {"division end", "CODE", offer_divisions},
    {NULL, "WHOM", offer_readers},
    {NULL, "ACTION", offer_actions},
    {"send", "from", offer_divisions},
    {NULL, "DRAFT", offer_drafts},
};

static offer_fn
find_offer(const struct action *action, const struct option *o)
{
	for (size_t i = 0; i < ARRAY_SIZE(by_operand); i++)
		if (strcmp(by_operand[i].operand, o->name) == 0 &&
		    (!by_operand[i].action ||
		     strcmp(by_operand[i].action, action->name) == 0))
			return by_operand[i].offer;
	return by_kind[o->kind];
}

bool
values_offered(struct session *s, const struct action *action,
	       const struct option *o, struct arena *a,
	       struct offered_list *list, struct error *err)
{
	struct offer to = {.s = s, .option = o, .a = a, .list = list};

	*list = (struct offered_list){0};
	return find_offer(action, o)(&to, err);
}
