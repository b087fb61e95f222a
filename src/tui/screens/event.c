/* event.c -- one event whole: who did what when, and how it stands proved */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/log.h"

#include "tui/loop.h"
#include "tui/paged.h"
#include "tui/screens/log.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

struct event_screen {
	struct paged paged;
	int64_t seq;
	const struct happening *event; /* NULL: there is none */
	struct letter letter;
};

enum { LABEL_COL = 1, VALUE_COL = 18 };

static struct event_screen *
event_of(struct screen *s)
{
	return (struct event_screen *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	text_printf(t, "%s %s", _("Event"),
		    DIGITS(((const struct event_screen *)s)->seq));
}

static bool
load(struct screen *s, struct error *err)
{
	struct event_screen *e = event_of(s);
	const struct log_filter one = {.low = e->seq, .high = e->seq};
	const struct row_span span = {.from = ROW_KEY_TOP, .after = 1};
	struct happening_list list;

	if (!look_log(s->tui->session, &one, &span, &s->arena, &list, err))
		return false;
	e->event = list.n > 0 ? &list.at[0] : NULL;
	if (e->event)
		e->letter = (struct letter){.id = e->event->letter,
					    .book = e->event->book,
					    .year = e->event->year,
					    .number = e->event->number};
	paged_forget(&e->paged);
	return true;
}

static void
write_when(struct pager *p, const struct event_screen *e, bool thai)
{
	struct text t = {0};

	text_add_moment(&t, e->event->at, thai);
	pager_field(p, LABEL_COL, _("When"), VALUE_COL, STYLE_NORMAL,
		    text_str(&t));
	text_clear(&t);
	if (e->letter.book)
		text_add_letter_number(&t, &e->letter, thai);
	pager_field(p, LABEL_COL, _("Letter"), VALUE_COL, STYLE_STRONG,
		    text_str(&t));
	text_done(&t);
}

static void
write_who(struct pager *p, const struct happening *h)
{
	struct text t = {0};

	text_add_actor(&t, h);
	pager_field(p, LABEL_COL, _("Who"), VALUE_COL, STYLE_NORMAL,
		    text_str(&t));
	pager_field(p, LABEL_COL, _("Login"), VALUE_COL, STYLE_NORMAL,
		    h->login);
	pager_field(p, LABEL_COL, _("Known by"), VALUE_COL, STYLE_NORMAL,
		    h->auth);
	pager_field(p, LABEL_COL, _("By order"), VALUE_COL, STYLE_NORMAL,
		    h->acting_order);
	text_done(&t);
}

static void
write_proof(struct pager *p, const struct happening *h)
{
	pager_section(p, _("How it is proved"));
	pager_text(p, LABEL_COL, STYLE_DIM,
		   _("The hash covers this event and the hash of the one "
		     "before it; `check' reads them all again."));
	pager_field(p, LABEL_COL, _("Event"), VALUE_COL, STYLE_NORMAL,
		    DIGITS(h->seq));
	pager_field(p, LABEL_COL, _("Hash"), VALUE_COL, STYLE_NORMAL, h->hash);
}

static void
write_page(struct paged *paged)
{
	struct event_screen *e = (struct event_screen *)paged;
	struct pager *p = &paged->pager;

	if (!e->event)
		return;
	pager_line(p, 0, STYLE_NORMAL, "");
	write_when(p, e, tui_is_thai(paged->screen.tui));
	write_who(p, e->event);
	pager_field(p, LABEL_COL, _("What happened"), VALUE_COL, STYLE_STRONG,
		    e->event->words);
	pager_section(p, _("As it stands in the register"));
	pager_field(p, LABEL_COL, _("Kind"), VALUE_COL, STYLE_NORMAL,
		    e->event->kind);
	pager_field(p, LABEL_COL, _("Words"), VALUE_COL, STYLE_DIM,
		    e->event->body);
	write_proof(p, e->event);
}

static const struct letter *
shown(const struct screen *s)
{
	const struct event_screen *e = (const struct event_screen *)s;

	return e->letter.book ? &e->letter : NULL;
}

const struct screen_ops event_ops = {
    .name = "event",
    .size = sizeof(struct event_screen),
    .title = title,
    .load = load,
    PAGED_OPS,
    .letter = shown,
    .done = paged_done,
};

struct screen *
event_new(struct tui *t, int64_t seq)
{
	struct screen *s = paged_new(t, &event_ops, write_page);

	event_of(s)->seq = seq;
	return s;
}
