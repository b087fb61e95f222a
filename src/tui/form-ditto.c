/* form-ditto.c -- fields of a form as in the letter registered before */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/repeat.h"

#include "tui/form.h"
#include "tui/loop.h"

/* Read when first asked for: most forms never do. */
static const struct repeats *
repeats_of(struct form *f)
{
	struct repeats *r;
	struct error err = {0};

	if (f->repeats)
		return f->repeats;
	r = arena_alloc(&f->screen.arena, sizeof(*r));
	if (!repeats_load(f->screen.tui->session, &f->screen.arena, r, &err)) {
		tui_fail(f->screen.tui, &err);
		return r;
	}
	return f->repeats = r;
}

static const char *
value_before(struct form *f, size_t at)
{
	const char *name = f->fields[at].option->name;

	return name && form_repeats(f)
		   ? repeats_value(repeats_of(f), name, form_index(f, at))
		   : NULL;
}

/* False when the letter before has nothing there. */
static bool
is_filled(struct form *f, size_t at)
{
	const char *value = value_before(f, at);
	struct error err = {0};

	if (!value)
		return false;
	field_put(&f->fields[at], value);
	f->fields[at].fault = (struct error){0};
	f->is_touched = true;
	if (!form_make_room(f, at, &err))
		tui_fail(f->screen.tui, &err);
	return true;
}

static void
say_nothing_before(struct tui *t)
{
	if (t->status.n == 0)
		tui_say(t, STYLE_DIM,
			_("The letter registered before has nothing there."));
}

unsigned
form_ditto(struct screen *s, const struct move *m)
{
	struct form *f = (struct form *)s;

	(void)m;
	if (f->at == f->n_fields || !is_filled(f, f->at))
		say_nothing_before(s->tui);
	return REACT_DONE;
}

/* What was typed stays. */
unsigned
form_ditto_all(struct screen *s, const struct move *m)
{
	struct form *f = (struct form *)s;
	size_t n = 0;

	(void)m;
	for (size_t i = 0; i < f->n_fields; i++)
		if (f->fields[i].option->flags & OPTION_REPEATS &&
		    field_is_blank(&f->fields[i]) && is_filled(f, i)) {
			f->fields[i].is_kept = true;
			n++;
		}
	if (n == 0)
		say_nothing_before(s->tui);
	return REACT_DONE;
}
