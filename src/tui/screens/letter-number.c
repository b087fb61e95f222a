/* letter-number.c -- how the number of a letter was kept for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/letter-number.h"

#include "base/i18n.h"

#include "app/unused.h"

#include "tui/wording.h"

struct writing {
	const struct letter *letter;
	const struct reservation *kept;
	bool thai;
	int value_col;
	struct pager *pager;
};

static void
write_field(const struct writing *w, const char *label, enum style style,
	    struct text *t)
{
	pager_field(w->pager, 1, label, w->value_col, style, text_str(t));
	text_clear(t);
}

static void
write_reserved(const struct writing *w, struct text *t)
{
	text_printf(t, "%s · %s %s ", w->letter->purpose, w->kept->person_name,
		    w->kept->post_name ? w->kept->post_name : "");
	text_add_moment(t, w->kept->at, w->thai);
	text_printf(t, " · %s ", _("until"));
	text_add_date(t, w->letter->until, DATE_SHORT, w->thai);
	write_field(w, _("Reserved for"), STYLE_NORMAL, t);
}

static void
write_sheet(const struct writing *w, struct text *t)
{
	text_printf(t, _("sheet %s of %s"), DIGITS(w->letter->page),
		    DIGITS(w->kept->pages));
	if (w->kept->written_by != NULL)
		text_printf(t, _(", written by %s: “%s”"), w->kept->written_by,
			    w->kept->why ? w->kept->why : "");
	write_field(w, _("Emergency"), STYLE_NORMAL, t);
}

static void
write_void(const struct writing *w, struct text *t)
{
	text_printf(t, "%s · %s ", void_words(w->letter->void_reason),
		    w->kept->void_by);
	text_add_moment(t, w->letter->since, w->thai);
	write_field(w, _("Void"), STYLE_ERROR, t);
}

void
number_write(const struct letter_file *f, bool thai_digits, int value_col,
	     struct pager *p)
{
	const struct writing w = {&f->letter, f->reservations, thai_digits,
				  value_col, p};
	struct text t = {0};

	if (f->n_reservations == 0)
		return;
	write_reserved(&w, &t);
	if (f->letter.is_sheet)
		write_sheet(&w, &t);
	if (f->letter.void_reason != NULL)
		write_void(&w, &t);
	text_done(&t);
}
