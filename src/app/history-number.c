/* history-number.c -- what became of a number that was kept, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/history-number.h"

#include "base/date.h"
#include "base/i18n.h"

#include "app/json.h"
#include "app/unused.h"

void
tell_source(struct text *t, const json_t *body)
{
	if (answer_word(body, "from")[0] != '\0')
		text_printf(t, _(", from %s"), answer_word(body, "from"));
	if (answer_word(body, "ref_no")[0] != '\0')
		text_printf(t, _(", their number %s"),
			    answer_word(body, "ref_no"));
}

/* A number that was reserved gets its letter; a sheet says who wrote it. */
void
tell_enter(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	if (answer_word(body, "written_by")[0] != '\0')
		text_printf(t,
			    _("entered from the emergency sheet that %s wrote: "
			      "“%s”"),
			    answer_word(body, "written_by"),
			    answer_word(body, "why"));
	else
		text_add(t, _("entered in the reserved number"));
	tell_source(t, body);
}

void
tell_reserve(struct text *t, const struct event *e, const json_t *body)
{
	bool is_sheet = json_integer_value(json_object_get(body, "sheet"));
	struct error none = {0};
	struct text day = {0};
	struct date until;

	if (date_parse(answer_word(body, "until"), &until, &none))
		text_add_date(&day, until, DATE_LONG, digits_are_thai());
	text_printf(t,
		    is_sheet ? _("number %s reserved for an emergency sheet "
				 "until %s: “%s”")
			     : _("number %s reserved until %s: “%s”"),
		    BOOK_NUMBER(e->book, e->year, e->number), text_str(&day),
		    answer_word(body, "purpose"));
	text_done(&day);
}

void
tell_void(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("void: “%s”"), answer_word(body, "reason"));
}

void
tell_expire(struct text *t, const struct event *e, const json_t *body)
{
	(void)e;
	text_printf(t, _("void: %s"), void_words(answer_word(body, "reason")));
}
