/* print-day.c -- the page of a day on paper, to be signed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/look.h"
#include "app/page-text.h"
#include "app/print.h"

bool
print_day_open(struct printing *p, struct error *err)
{
	struct day_page *page = arena_alloc(&p->arena, sizeof(*page));
	const char *given = request_operand(p->r, 0);
	struct date day = session_today(p->s);

	if ((given != NULL &&
	     !date_parse_near(given, session_today(p->s), &day, err)) ||
	    !look_page(p->s, day, &p->arena, page, err))
		return false;
	page_look_of(page, p->thai, &p->arena, &p->look);
	if (!page->is_closed)
		p->look.at = session_now(p->s);
	p->stem = arena_printf(&p->arena, "day-%s", page->day.day);
	p->data = page;
	return true;
}

bool
print_day_write(struct printing *p, struct error *err)
{
	(void)err;
	doc_page(p->doc, p->data, p->thai, true);
	return true;
}
