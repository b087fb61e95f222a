/* form-told.c -- what a form tells beside its fields and does not refuse */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/look.h"

#include "tui/form.h"
#include "tui/loop.h"
#include "tui/wording.h"

enum { DAYS_OF_A_YEAR = 366 };

static struct form_field *
field_named(struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n_fields; i++)
		if (field_is_of(&f->fields[i], name))
			return &f->fields[i];
	return NULL;
}

static const char *
value_named(struct form *f, const char *name)
{
	const struct form_field *field = field_named(f, name);

	return field ? field->ops->value(field, 0) : NULL;
}

static bool
date_of(const struct form *f, const struct form_field *field, struct date *d)
{
	const char *typed = field ? field->ops->value(field, 0) : NULL;
	struct error ignored = {0};

	return typed &&
	       option_date(field->option, typed,
			   session_today(f->screen.tui->session), d, &ignored);
}

/* ------------------------------------------------- the same letter again */

/* A second copy rather than one that only may be. */
static void
choose(struct form *f, const struct same_list *list)
{
	size_t best = 0;

	while (best < list->n && !list->at[best].is_sure)
		best++;
	if (best == list->n)
		best = 0;
	f->has_same = list->n > 0;
	f->same = f->has_same ? list->at[best] : (struct same_letter){0};
}

static void
find_same(struct form *f)
{
	struct arena arena;
	struct same_list list = {0};
	struct error err = {0};
	int64_t before = f->same.letter;
	struct letter like = {
	    .ref_no = value_named(f, "ref"),
	    .sender = value_named(f, "from"),
	};

	arena_init(&arena);
	if (date_of(f, field_named(f, "dated"), &like.dated) &&
	    !look_same(f->screen.tui->session, &like, &arena, &list, &err))
		tui_fail(f->screen.tui, &err);
	choose(f, &list);
	arena_done(&arena);
	if (f->same.letter != before) {
		f->is_asked = false;
		f->screen.tui->bar.screen =
		    NULL; /* it has a key more or less */
	}
}

static void
add_number(struct text *t, const struct form *f)
{
	text_add_book_number(t, f->same.book, f->same.year, f->same.number,
			     tui_is_thai(f->screen.tui));
}

/* "a second copy of 140/2569; F6 shows it" */
static void
tell_same(struct form *f)
{
	const struct binding *b =
	    keymap_find_command(&f->screen.tui->keys, "form", "same");
	struct text number = {0}, t = {0};

	if (!f->has_same)
		return;
	add_number(&number, f);
	text_printf(&t,
		    f->same.is_sure ? _("a second copy of %s")
		    : value_named(f, "from")
			? _("perhaps a copy of %s: the sender is another")
			: _("perhaps a copy of %s"),
		    text_str(&number));
	if (b) {
		struct text key = {0};

		text_add_key(&key, b->key);
		text_printf(&t, _("; %s shows it"), text_str(&key));
		text_done(&key);
	}
	field_tell(field_named(f, "ref"), text_str(&t));
	text_done(&t);
	text_done(&number);
}

bool
form_asks_again(struct form *f)
{
	struct text number = {0};
	char *sentence;

	if (!f->has_same || !f->same.is_sure || f->is_asked)
		return false;
	add_number(&number, f);
	sentence = xasprintf(_("This letter is registered as %s.  Once more to "
			       "register a second copy."),
			     text_str(&number));
	tui_say(f->screen.tui, STYLE_ERROR, sentence);
	free(sentence);
	text_done(&number);
	return f->is_asked = true;
}

unsigned
form_show_same(struct screen *s, const struct move *m)
{
	const struct form *f = (const struct form *)s;
	const struct same_letter *same = &f->same;

	(void)m;
	if (f->has_same)
		text_printf(&s->tui->pending, "show %s",
			    book_operand(same->book, same->year, same->number,
					 &s->arena));
	else
		tui_say(s->tui, STYLE_DIM,
			_("No letter of this number and date is registered."));
	return REACT_DONE;
}

/* ------------------------------------------------------ what looks wrong */

static bool
has_no_digit(const char *s)
{
	char *arabic = thai_digits_to_arabic(s);
	bool has = strpbrk(arabic, "0123456789") != NULL;

	free(arabic);
	return !has;
}

static void
tell_number(struct form *f)
{
	const char *ref = value_named(f, "ref");

	if (ref && has_no_digit(ref))
		field_tell(field_named(f, "ref"),
			   _("there is no digit in it; leave it empty when the "
			     "letter has no number"));
}

static void
tell_day(struct form *f, struct form_field *field)
{
	struct date today = session_today(f->screen.tui->session), d;

	if (!(field->option->flags & OPTION_PAST) || !date_of(f, field, &d))
		return;
	if (date_compare(d, today) > 0)
		field_tell(field, _("this day is still to come"));
	else if (date_days_between(d, today) > DAYS_OF_A_YEAR)
		field_tell(field, _("this is more than a year ago"));
}

void
form_tell(struct form *f)
{
	for (size_t i = 0; i < f->n_fields; i++) {
		field_tell(&f->fields[i], NULL);
		tell_day(f, &f->fields[i]);
	}
	if (!field_named(f, "ref"))
		return;
	tell_number(f);
	find_same(f);
	tell_same(f);
}
