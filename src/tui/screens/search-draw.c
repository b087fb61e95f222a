/* search-draw.c -- the picture of a search: words, filters, what was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/screens/finder.h"

enum { PROMPT_COL = 1, WORDS_COL = 3 };

static bool
is_under_way(const struct finder *f)
{
	return hits_are_wanted(&f->hits);
}

/* "3 of 17", "3 of 84 so far". */
static void
add_count(const struct finder *f, struct text *t)
{
	const struct hits *h = &f->hits;

	if (is_under_way(f))
		text_add(t, _("searching…"));
	if (!h->has_shown || h->shown.n == 0)
		return;
	text_add(t, t->n > 0 ? "  " : "");
	text_printf(t,
		    h->shown.is_complete ? _("%s of %s") : _("%s of %s so far"),
		    DIGITS(h->list.at + 1), DIGITS(h->shown.n));
}

static void
draw_prompt(const struct finder *f, struct area a)
{
	struct text count = {0};

	add_count(f, &count);
	int columns = thai_columns(text_str(&count));
	area_put(a, 0, PROMPT_COL, STYLE_KEY, "/");
	editor_draw(
	    &f->editor,
	    area_part(a, 0, WORDS_COL, 1, a.cols - WORDS_COL - columns - 3),
	    true);
	area_put(a, 0, a.cols - columns - 1, STYLE_DIM, text_str(&count));
	text_done(&count);
}

/* What one should know of the search: it cannot be, or not as typed. */
static bool
has_remark(const struct finder *f)
{
	const struct hits *h = &f->hits;

	return f->wrong || (h->has_shown && h->shown.typed && h->shown.n > 0);
}

static void
draw_remark(const struct finder *f, struct area a)
{
	struct text t = {0};

	if (f->wrong)
		text_add(&t, f->wrong);
	else
		text_printf(&t,
			    _("Nothing as typed; found on the other keyboard "
			      "layout: “%s”"),
			    f->hits.shown.typed);
	area_put_padded(a, 0, 1, a.cols - 2, ALIGN_LEFT,
			f->wrong ? STYLE_ERROR : STYLE_STRONG, text_str(&t));
	text_done(&t);
}

/* Only words can be typed on another layout. */
static bool
has_words(const struct finder *f)
{
	return !text_is_blank(editor_text(&f->editor));
}

/* Below the sentence. */
static struct area
kept_part(struct area a)
{
	return area_part(a, 3, 0, a.rows - 3, a.cols);
}

static void
draw_nothing(const struct finder *f, struct area a)
{
	const struct hits *h = &f->hits;
	const char *sentence =
	    !h->has_shown     ? _("Type what is looked for: number, subject, "
				      "sender, notes, text.")
	    : is_under_way(f) ? _("Searching…")
	    : has_words(f)    ? _("Nothing was found, on the other keyboard "
				     "layout neither.")
			      : _("Nothing was found.");

	if (f->wrong)
		return;
	area_put_padded(a, 1, 0, a.cols, ALIGN_CENTRE, STYLE_STRONG, sentence);
	if (!f->hits.has_shown && !is_under_way(f))
		kept_draw(&f->kept, kept_part(a));
}

/* The words; the filters and a remark, where there are any; a line; and what
   stands above the columns. */
static int
head_rows(const struct finder *f)
{
	return 3 + (*f->chips != '\0') + has_remark(f);
}

void
finder_layout(struct screen *s, int rows, int cols)
{
	struct finder *f = (struct finder *)s;

	(void)cols;
	list_set_rows(&f->hits.list, rows - head_rows(f));
	list_set_rows(&f->kept.list, rows - head_rows(f) - 3);
}

void
finder_draw(const struct screen *s, struct area a)
{
	const struct finder *f = (const struct finder *)s;
	int head = head_rows(f), row = 1;
	struct area rest = area_part(a, head, 0, a.rows - head, a.cols);

	draw_prompt(f, a);
	if (*f->chips)
		area_put_padded(a, row++, 1, a.cols - 2, ALIGN_LEFT,
				STYLE_LABEL, f->chips);
	if (has_remark(f))
		draw_remark(f, area_part(a, row++, 0, 1, a.cols));
	area_rule(a, row++, STYLE_DIM);
	if (!hits_chosen(&f->hits)) {
		draw_nothing(f, rest);
		return;
	}
	hits_draw_heading(&f->hits, area_part(a, row, 0, 1, a.cols));
	hits_draw(&f->hits, &s->marks, rest);
}
