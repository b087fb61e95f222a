/* letter-earlier.c -- what was written of a letter before it came here */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/letter-earlier.h"

#include "base/i18n.h"

#include "tui/tui.h"
#include "tui/wording.h"

static void
write_field(struct pager *p, const char *label, const char *value)
{
	pager_field(p, 1, label, LETTER_VALUE_COL, STYLE_NORMAL, value);
}

/* What hands in other offices wrote on the sheet: the label once. */
static void
write_notes(const struct tui *tui, const struct letter_file *f, struct pager *p)
{
	for (size_t i = 0; i < f->n_earlier_notes; i++) {
		const struct earlier_note *n = &f->earlier_notes[i];
		struct text t = {0};

		text_printf(&t, "“%s” · %s", n->text, n->person_name);
		if (n->post_name)
			text_printf(&t, ", %s", n->post_name);
		text_printf(&t, " · %s · ", n->office_name);
		text_add_moment(&t, n->at, tui_is_thai(tui));
		write_field(p, i == 0 ? _("Written there") : "", text_str(&t));
		text_done(&t);
	}
}

static void
write_imported(const struct old_entry *o, struct pager *p)
{
	struct text t = {0};

	text_printf(&t, _("%s, row %s"), o->file, DIGITS(o->row));
	write_field(p, _("Old register"), text_str(&t));
	write_field(p, _("Order"), o->ordered);
	write_field(p, _("Doer"), o->doer);
	write_field(p, _("Due"), o->due);
	write_field(p, _("Action taken"), o->done);
	write_field(p, _("Remarks"), o->remark);
	text_done(&t);
}

void
letter_earlier_write(const struct tui *t, const struct letter_file *f,
		     struct pager *p)
{
	write_notes(t, f, p);
	if (f->n_imported > 0)
		write_imported(f->imported, p);
}
