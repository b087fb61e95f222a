/* field-chosen.c -- fields in which one chooses one thing, or ticks several */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "base/thai.h"

#include "tui/field.h"

/* Choices below each other look alike unless one needs more. */
enum { CHOICE_COLUMNS = 20 };

static int
one_row(const struct form_field *f, int columns)
{
	(void)f;
	(void)columns;
	return 1;
}

static int
row_per_item(const struct form_field *f, int columns)
{
	(void)columns;
	return f->n_items > 0 ? (int)f->n_items : 1;
}

static int
widest_label(const struct form_field *f)
{
	int widest = 0;

	for (size_t i = 0; i < f->n_items; i++) {
		int columns = thai_columns(f->items[i].label);

		widest = columns > widest ? columns : widest;
	}
	return widest;
}

static void
draw_choice(const struct form_field *f, const struct session *s, struct area a,
	    bool has_focus)
{
	enum style style = has_focus ? STYLE_FOCUS : STYLE_FIELD;
	int widest = widest_label(f);
	int columns = widest > CHOICE_COLUMNS ? widest : CHOICE_COLUMNS;

	(void)s;
	if (columns > a.cols - 4)
		columns = a.cols - 4;
	area_put(a, 0, 0, has_focus ? STYLE_KEY : STYLE_DIM, "‹");
	area_put_padded(a, 0, 2, columns, ALIGN_LEFT, style,
			f->n_items > 0 ? f->items[f->at].label : "");
	area_put(a, 0, columns + 3, has_focus ? STYLE_KEY : STYLE_DIM, "›");
}

static void
step_choice(struct form_field *f, size_t by)
{
	if (f->n_items > 0)
		f->at = (f->at + by) % f->n_items;
}

static bool
begins_with(const char *word, uint32_t key)
{
	uint32_t code = 0;

	if (!word || utf8_next(word, strlen(word), &code) == 0)
		return false;
	return code == key || (code < 128 && key < 128 &&
			       tolower((int)code) == tolower((int)key));
}

static const char *
alias_of(const struct form_field *f, const struct item *item)
{
	const struct choice *c =
	    f->option->choices && item->value
		? choice_find(f->option->choices, item->value)
		: NULL;

	return c ? c->alias : NULL;
}

/* The next item that begins with what was typed, in any of its names. */
static bool
choose_by_letter(struct form_field *f, uint32_t key)
{
	for (size_t k = 1; k <= f->n_items; k++) {
		size_t i = (f->at + k) % f->n_items;
		const struct item *item = &f->items[i];

		if (begins_with(item->label, key) ||
		    begins_with(item->value, key) ||
		    begins_with(alias_of(f, item), key)) {
			f->at = i;
			return true;
		}
	}
	return false;
}

static bool
choice_key(struct form_field *f, uint32_t key)
{
	if (key != ' ')
		return key_is_text(key) && choose_by_letter(f, key);
	step_choice(f, 1);
	return true;
}

static bool
choice_move(struct form_field *f, const struct move *m)
{
	if (strcmp(m->name, "left") == 0)
		step_choice(f, f->n_items - 1);
	else if (strcmp(m->name, "right") == 0)
		step_choice(f, 1);
	else
		return false;
	return true;
}

static const char *
choice_value(const struct form_field *f, size_t i)
{
	return i == 0 && f->n_items > 0 ? f->items[f->at].value : NULL;
}

static bool
is_item(const struct form_field *f, const struct item *item, const char *value)
{
	const char *alias = alias_of(f, item);

	return item->value && (strcmp(item->value, value) == 0 ||
			       strcmp(item->label, value) == 0 ||
			       (alias && strcmp(alias, value) == 0));
}

static void
choice_set(struct form_field *f, const char *value)
{
	for (size_t i = 0; i < f->n_items; i++)
		if (is_item(f, &f->items[i], value))
			f->at = i;
}

static void
draw_ticks(const struct form_field *f, const struct session *s, struct area a,
	   bool has_focus)
{
	(void)s;
	for (size_t i = 0; i < f->n_items; i++) {
		const struct item *item = &f->items[i];
		bool is_here = has_focus && i == f->at;
		int row = (int)i;

		area_put(a, row, 0, is_here ? STYLE_FOCUS : STYLE_NORMAL,
			 item->is_ticked ? "[x]" : "[ ]");
		area_put(a, row, 4,
			 item->is_ticked ? STYLE_STRONG : STYLE_NORMAL,
			 item->label);
		if (is_here)
			area_cursor(a, row, 1);
	}
}

static bool
ticked_key(struct form_field *f, uint32_t key)
{
	if (f->n_items == 0)
		return false;
	if (key != ' ')
		return key_is_text(key) && choose_by_letter(f, key);
	f->items[f->at].is_ticked = !f->items[f->at].is_ticked;
	return true;
}

/* Up and down stay inside until the first or last item. */
static bool
ticked_move(struct form_field *f, const struct move *m)
{
	if (strcmp(m->name, "down") == 0 && f->at + 1 < f->n_items)
		f->at++;
	else if (strcmp(m->name, "up") == 0 && f->at > 0)
		f->at--;
	else
		return false;
	return true;
}

static const char *
ticked_value(const struct form_field *f, size_t i)
{
	for (size_t k = 0; k < f->n_items; k++)
		if (f->items[k].is_ticked && i-- == 0)
			return f->items[k].value;
	return NULL;
}

static void
ticked_set(struct form_field *f, const char *value)
{
	for (size_t i = 0; i < f->n_items; i++)
		if (is_item(f, &f->items[i], value))
			f->items[i].is_ticked = true;
}

const struct field_ops choice_field = {
    .rows = one_row,
    .draw = draw_choice,
    .key = choice_key,
    .move = choice_move,
    .value = choice_value,
    .set = choice_set,
};

const struct field_ops ticked_field = {
    .rows = row_per_item,
    .draw = draw_ticks,
    .key = ticked_key,
    .move = ticked_move,
    .value = ticked_value,
    .set = ticked_set,
};
