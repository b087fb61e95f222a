/* inbox.c -- หนังสือรอลงรับ: what other offices sent, to be received */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "tui/column.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/pager.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

/* One parcel as it is shown. */
struct row {
	const struct parcel *parcel;
	const char *since;
};

struct inbox {
	struct screen screen;
	struct row *rows;
	struct list list;
	json_t *letter; /* what the chosen one holds */
	int64_t of;     /* the parcel it is of; 0 = none yet */
	int widths[COLUMNS_MAX];
};

static const struct parcel *
parcel_of(const void *row)
{
	return ((const struct row *)row)->parcel;
}

static void
add_number(const void *row, struct text *t)
{
	text_add(t, DIGITS(parcel_of(row)->number));
}

static void
add_ref(const void *row, struct text *t)
{
	text_add(t, parcel_of(row)->ref_no);
}

static void
add_urgency(const void *row, struct text *t)
{
	if (parcel_of(row)->urgency)
		text_add(
		    t, choice_label(letter_urgencies, parcel_of(row)->urgency));
}

static void
add_subject(const void *row, struct text *t)
{
	const char *subject = parcel_of(row)->subject;

	text_add(t, subject ? subject : _("(no subject)"));
}

static void
add_sender(const void *row, struct text *t)
{
	text_add(t, parcel_of(row)->sender);
}

static void
add_since(const void *row, struct text *t)
{
	text_add(t, ((const struct row *)row)->since);
}

static enum style
strong(const void *row)
{
	(void)row;
	return STYLE_STRONG;
}

static enum style
urgent(const void *row)
{
	(void)row;
	return STYLE_URGENT;
}

static enum style
dim(const void *row)
{
	(void)row;
	return STYLE_DIM;
}

/* clang-format off */

static const struct column columns[] = {
	{ .heading = N_("Item"), .min = 4, .max = 5, .align = ALIGN_RIGHT,
	  .value = add_number, .style = strong },
	{ .heading = N_("Letter no."), .min = 14, .max = 20, .value = add_ref,
	  .style = strong },
	{ .heading = N_("Class"), .min = 6, .max = 10, .rank = 2,
	  .value = add_urgency, .style = urgent },
	{ .heading = N_("Subject"), .min = 18, .value = add_subject },
	{ .heading = N_("From"), .min = 12, .max = 20, .rank = 1,
	  .value = add_sender },
	{ .heading = N_("Waiting"), .min = 6, .max = 9, .align = ALIGN_RIGHT,
	  .value = add_since, .style = dim },
};

/* clang-format on */

enum { HEAD_ROWS = 1, LABEL_COL = 1, VALUE_COL = 16 };

static struct inbox *
inbox_of(struct screen *s)
{
	return (struct inbox *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("To be received"));
}

static const struct parcel *
chosen(const struct inbox *b)
{
	return b->list.n > 0 ? b->rows[b->list.at].parcel : NULL;
}

/* What the chosen one holds is read when it is chosen. */
static bool
load_chosen(struct inbox *b, struct error *err)
{
	const struct session *s = b->screen.tui->session;
	const struct parcel *p = chosen(b);
	json_t *body;

	if (p == NULL || p->parcel == b->of)
		return true;
	if (!parcel_body(s->store, s->office, p->parcel, &body, err))
		return false;
	json_decref(b->letter);
	b->letter = json_incref(json_object_get(body, "letter"));
	b->of = p->parcel;
	json_decref(body);
	return true;
}

static bool
load(struct screen *s, struct error *err)
{
	struct inbox *b = inbox_of(s);
	moment now = session_now(s->tui->session);
	struct parcel_list list = {0};
	struct row_key *keys;
	struct row *rows;

	if (!look_parcels(s->tui->session, false, &s->arena, &list, err))
		return false;
	rows = arena_array(&s->arena, list.n, sizeof(*rows));
	keys = arena_array(&s->arena, list.n, sizeof(*keys));
	for (size_t i = 0; i < list.n; i++) {
		struct text t = {0};

		text_add_span(&t, now - list.at[i].arrived_at,
			      tui_is_thai(s->tui));
		rows[i] = (struct row){&list.at[i],
				       arena_strdup(&s->arena, text_str(&t))};
		keys[i] = (struct row_key){{list.at[i].number}};
		text_done(&t);
	}
	b->rows = rows;
	list_take_all(&b->list, (struct list_piece){.keys = keys, .n = list.n});
	return load_chosen(b, err);
}

static int
list_rows(int rows)
{
	return rows / 2 - HEAD_ROWS;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct inbox *b = inbox_of(s);

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, b->widths);
	list_set_rows(&b->list, list_rows(rows));
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct inbox *b = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), b->widths, row,
			 &b->rows[i]);
}

static const char *
word(const json_t *from, const char *key)
{
	const char *s = json_string_value(json_object_get(from, key));

	return s ? s : "";
}

/* "office · number · date · time", one a row. */
static void
write_stamps(const struct inbox *b, struct pager *p)
{
	static const char *const keys[] = {"office", "number", "date", "time"};
	const json_t *list = json_object_get(b->letter, "stamps");
	size_t i;
	json_t *stamp;

	json_array_foreach(list, i, stamp)
	{
		struct text t = {0};

		for (size_t k = 0; k < ARRAY_SIZE(keys); k++)
			if (*word(stamp, keys[k]))
				text_printf(&t, "%s%s", t.n > 0 ? " · " : "",
					    word(stamp, keys[k]));
		pager_field(p, LABEL_COL, i == 0 ? _("Stamps") : "", VALUE_COL,
			    STYLE_NORMAL, text_str(&t));
		text_done(&t);
	}
}

static void
write_notes(const struct inbox *b, struct pager *p)
{
	const json_t *list = json_object_get(b->letter, "notes");
	size_t i;
	json_t *note;

	json_array_foreach(list, i, note)
	{
		struct text t = {0};

		text_printf(&t, "“%s” · %s · %s", word(note, "words"),
			    word(note, "by_name"), word(note, "office"));
		pager_field(p, LABEL_COL, i == 0 ? _("Written there") : "",
			    VALUE_COL, STYLE_NORMAL, text_str(&t));
		text_done(&t);
	}
}

static void
write_list(const struct inbox *b, struct pager *p, const char *label,
	   const char *key, const char *inner)
{
	const json_t *list = json_object_get(b->letter, key);
	size_t i;
	json_t *value;

	json_array_foreach(list, i, value) pager_field(
	    p, LABEL_COL, i == 0 ? label : "", VALUE_COL, STYLE_NORMAL,
	    inner ? word(value, inner) : json_string_value(value));
}

/* The chosen one, below a line. */
static void
draw_chosen(const struct inbox *b, struct area a)
{
	struct pager p = {0};

	area_rule(a, 0, STYLE_DIM);
	pager_start(&p, a.rows - 1, a.cols);
	pager_field(&p, LABEL_COL, _("Subject"), VALUE_COL, STYLE_STRONG,
		    word(b->letter, "subject"));
	pager_field(&p, LABEL_COL, _("From"), VALUE_COL, STYLE_NORMAL,
		    word(b->letter, "from"));
	pager_field(&p, LABEL_COL, _("To"), VALUE_COL, STYLE_NORMAL,
		    word(b->letter, "to"));
	write_stamps(b, &p);
	write_notes(b, &p);
	write_list(b, &p, _("References"), "references", NULL);
	write_list(b, &p, _("Enclosures"), "enclosures", "title");
	write_list(b, &p, _("Files"), "attachments", "name");
	pager_end(&p);
	pager_draw(&p, area_part(a, 1, 0, a.rows - 1, a.cols));
	pager_done(&p);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct inbox *b = (const struct inbox *)s;
	int split = a.rows / 2;

	columns_draw_heading(columns, ARRAY_SIZE(columns), b->widths, a);
	if (b->list.n == 0) {
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG,
				_("Nothing is waiting to be received."));
		return;
	}
	list_draw(&b->list,
		  area_part(a, HEAD_ROWS, 0, split - HEAD_ROWS, a.cols),
		  &(const struct list_look){.row = draw_row}, b);
	draw_chosen(b, area_part(a, split, 0, a.rows - split, a.cols));
}

static void
scroll(struct screen *s, const struct move *m)
{
	struct inbox *b = inbox_of(s);
	struct error err = {0};

	list_move(&b->list, m);
	if (!load_chosen(b, &err))
		tui_fail(s->tui, &err);
}

static const char *
item(const struct screen *s, const struct action *act, struct arena *a)
{
	const struct parcel *p = chosen((const struct inbox *)s);

	return p && strcmp(act->operands, "ITEM") == 0
		   ? arena_printf(a, "%d", p->number)
		   : NULL;
}

static void
done(struct screen *s)
{
	json_decref(inbox_of(s)->letter);
}

const struct screen_ops inbox_ops = {
    .name = "inbox",
    .size = sizeof(struct inbox),
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .item = item,
    .done = done,
};

struct screen *
inbox_new(struct tui *t)
{
	struct screen *s = screen_new(t, &inbox_ops);

	list_aim(&inbox_of(s)->list, ROW_KEY_TOP);
	return s;
}
