/* page.c -- the page of a day as it is printed, and those before and after */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/day-page.h"

#include "app/look.h"
#include "app/page-text.h"

#include "tui/loop.h"
#include "tui/paged.h"
#include "tui/qr.h"
#include "tui/screens/screens.h"

struct page {
	struct paged paged;
	struct date day;
	struct day_page page;
};

enum { MARGIN = 1 };

static struct page *
page_of(struct screen *s)
{
	return (struct page *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct page *p = (const struct page *)s;

	text_printf(t, "%s ", _("Page of the day"));
	text_add_date(t, p->day, DATE_LONG, tui_is_thai(s->tui));
	text_printf(t, "  %s",
		    p->page.is_closed ? _("it is closed")
				      : _("not closed yet"));
}

static bool
load(struct screen *s, struct error *err)
{
	struct page *p = page_of(s);
	struct day_page page;

	if (!look_page(s->tui->session, p->day, &s->arena, &page, err))
		return false;
	p->page = page;
	paged_forget(&p->paged);
	return true;
}

static void
write_lines(struct pager *pager, const char *text)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		char *line = xstrndup(text, n);

		pager_line(pager, MARGIN, STYLE_NORMAL, line);
		free(line);
		text += n + (text[n] == '\n');
	}
}

static void
write_qr(struct page *p)
{
	struct qr q = {.has_halves = p->paged.screen.tui->term->has_blocks};

	if (!p->page.is_closed)
		return;
	if (!qr_is_there())
		pager_text(&p->paged.pager, MARGIN, STYLE_DIM,
			   _("No QR: this saraban was built without "
			     "libqrencode."));
	else if (page_qr(&p->page, &q.code))
		qr_draw(&q, pager_rows(&p->paged.pager, qr_rows(&q)));
	qr_done(&q);
}

/* As on paper, as wide as the window. */
static void
write_page(struct paged *paged)
{
	struct page *p = (struct page *)paged;
	const struct page_look look = {
	    .width = paged->cols - 2 * MARGIN,
	    .thai = tui_is_thai(paged->screen.tui),
	    .folder = paged->screen.tui->session->wish.temporary,
	};
	struct text t = {0};

	text_add_page(&t, &p->page, &look);
	write_lines(&paged->pager, text_str(&t));
	write_qr(p);
	text_done(&t);
}

/* Only days that have a page are gone to. */
static unsigned
other_day(struct screen *s, const struct move *m)
{
	struct page *p = page_of(s);
	struct date day = m->by < 0 ? day_before(p->day) : day_after(p->day);
	struct arena arena = {0};
	struct error err = {0};
	struct day_page page;

	if (look_page(s->tui->session, day, &arena, &page, &err)) {
		p->day = day;
		s->is_stale = true;
	} else {
		tui_fail(s->tui, &err);
	}
	arena_done(&arena);
	return REACT_DONE;
}

static unsigned
print_day(struct screen *s, const struct move *m)
{
	struct text day = {0};

	(void)m;
	text_add_iso_date(&day, page_of(s)->day);
	text_printf(&s->tui->pending, "print day %s --file", day.s);
	text_done(&day);
	return REACT_DONE;
}

static const struct screen_act page_acts[] = {
    {"day-before", other_day},
    {"day-after", other_day},
    {"print-day", print_day},
    {NULL, NULL},
};

const struct screen_ops page_ops = {
    .name = "page",
    .size = sizeof(struct page),
    .acts = page_acts,
    .title = title,
    .load = load,
    PAGED_OPS,
    .done = paged_done,
};

struct screen *
page_new(struct tui *t, struct date day)
{
	struct screen *s = paged_new(t, &page_ops, write_page);

	page_of(s)->day = day;
	return s;
}
