/* answer.c -- what a looking act answered, as names and values */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "tui/loop.h"
#include "tui/pager.h"
#include "tui/screens/screens.h"

struct answer {
	struct screen screen;
	const struct action *action;
	json_t *json;
	struct pager pager;
};

enum { INDENT = 2, NAME_COLS = 18, DEEPEST = 8 };

static void
title(const struct screen *s, struct text *t)
{
	const struct answer *a = (const struct answer *)s;

	text_add(t, _(a->action->title));
}

static void
add_plain(struct text *t, const json_t *j)
{
	if (json_is_string(j))
		text_add(t, json_string_value(j));
	else if (json_is_integer(j))
		text_printf(t, "%" JSON_INTEGER_FORMAT, json_integer_value(j));
	else if (json_is_boolean(j))
		text_add(t, json_is_true(j) ? _("yes") : _("no"));
	else
		text_add(t, "—");
}

static void write_value(struct pager *p, int depth, const char *name,
			json_t *j);

static void
write_list(struct pager *p, int depth, json_t *list)
{
	size_t i;
	json_t *value;

	if (json_array_size(list) == 0)
		pager_line(p, 1 + depth * INDENT, STYLE_DIM, _("none"));
	json_array_foreach(list, i, value)
	{
		if (i > 0 && json_is_object(value))
			pager_rows(p, 1);
		write_value(p, depth, NULL, value);
	}
}

static void
write_object(struct pager *p, int depth, json_t *object)
{
	const char *name;
	json_t *value;

	json_object_foreach(object, name, value)
	    write_value(p, depth, name, value);
}

static void
write_value(struct pager *p, int depth, const char *name, json_t *j)
{
	int col = 1 + depth * INDENT;
	struct text t = {0};

	if (depth > DEEPEST)
		return;
	if (name && (json_is_array(j) || json_is_object(j))) {
		pager_line(p, col, STYLE_LABEL, name);
		depth++;
	}
	if (json_is_array(j)) {
		write_list(p, depth, j);
	} else if (json_is_object(j)) {
		write_object(p, depth, j);
	} else {
		add_plain(&t, j);
		pager_field(p, col, name ? name : "",
			    name ? col + NAME_COLS : col, STYLE_NORMAL,
			    text_str(&t));
	}
	text_done(&t);
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct answer *a = (struct answer *)s;

	pager_start(&a->pager, rows, cols);
	write_value(&a->pager, 0, NULL, a->json);
	pager_end(&a->pager);
}

static void
draw(const struct screen *s, struct area a)
{
	pager_draw(&((const struct answer *)s)->pager, a);
}

static void
scroll(struct screen *s, const struct move *m)
{
	pager_move(&((struct answer *)s)->pager, m);
}

static void
done(struct screen *s)
{
	struct answer *a = (struct answer *)s;

	json_decref(a->json);
	pager_done(&a->pager);
}

const struct screen_ops answer_ops = {
    .name = "pager",
    .size = sizeof(struct answer),
    .title = title,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .done = done,
};

struct screen *
answer_new(struct tui *t, const struct action *action, json_t *json)
{
	struct screen *s = screen_new(t, &answer_ops);
	struct answer *a = (struct answer *)s;

	a->action = action;
	a->json = json;
	return s;
}
