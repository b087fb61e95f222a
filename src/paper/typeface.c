/* typeface.c -- which of the installed fonts Thai is printed in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper/typeface.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "paper/maker.h"

/* Official letters are in the first three (มติ ครม. 7 ก.ย. 2553); Laksaman is
   drawn like them and comes with Debian. */
static const char *const preferred[] = {
    "TH Sarabun New", "TH SarabunPSK", "Sarabun",  "Laksaman",
    "Norasi",         "Garuda",        "Sawasdee",
};

/* Letters of every width; what a column is reckoned from. */
static const char sample[] = "กขคงจชญณดตถทนบปพมยรลวสหอฮเแโา";
enum { SAMPLE_LETTERS = 29 };

static const struct {
	double size; /* points, in TH Sarabun */
	PangoWeight weight;
} styles[PAPER_STYLES] = {
    [PAPER_PLAIN] = {14, PANGO_WEIGHT_NORMAL},
    [PAPER_SMALL] = {11, PANGO_WEIGHT_NORMAL},
    [PAPER_STRONG] = {14, PANGO_WEIGHT_BOLD},
    [PAPER_TITLE] = {18, PANGO_WEIGHT_BOLD},
    [PAPER_HUGE] = {32, PANGO_WEIGHT_BOLD},
};

/* How wide a letter of TH Sarabun is, as a part of its size. */
static const double LETTER_OF_SARABUN = 0.41;

static bool
has_thai(PangoContext *c, const char *family)
{
	PangoFontDescription *d = pango_font_description_new();
	PangoFont *f;
	bool has;

	pango_font_description_set_family(d, family);
	pango_font_description_set_size(d, 14 * PANGO_SCALE);
	f = pango_context_load_font(c, d);
	has = f != NULL && pango_font_has_char(f, 0x0E01) &&
	      pango_font_has_char(f, 0x0E33);
	if (f != NULL)
		g_object_unref(f);
	pango_font_description_free(d);
	return has;
}

/* How good a family is: 0 the best, beyond the table those of no name. */
static size_t
rank_of(const char *family, const char *wanted)
{
	size_t i = 0;

	if (strcmp(wanted, "auto") != 0)
		return strcmp(family, wanted) == 0 ? 0 : SIZE_MAX;
	while (i < ARRAY_SIZE(preferred) && strcmp(preferred[i], family) != 0)
		i++;
	return i;
}

/* The best that is installed; of those without a name the first by it. */
static char *
find_family(PangoContext *c, const char *wanted)
{
	PangoFontFamily **at;
	int n;
	char *best = NULL;
	size_t best_rank = SIZE_MAX;

	pango_context_list_families(c, &at, &n);
	for (int i = 0; i < n; i++) {
		const char *name = pango_font_family_get_name(at[i]);
		size_t rank = rank_of(name, wanted);

		if (rank > best_rank || rank == SIZE_MAX ||
		    (rank == best_rank && strcmp(name, best) >= 0) ||
		    !has_thai(c, name))
			continue;
		free(best);
		best = xstrdup(name);
		best_rank = rank;
	}
	g_free(at);
	return best;
}

static double
letter_width(PangoContext *c, const PangoFontDescription *d)
{
	PangoLayout *l = pango_layout_new(c);
	int width, height;

	pango_layout_set_font_description(l, d);
	pango_layout_set_text(l, sample, -1);
	pango_layout_get_size(l, &width, &height);
	g_object_unref(l);
	return (double)width / PANGO_SCALE / SAMPLE_LETTERS;
}

static PangoFontDescription *
describe(const char *family, enum paper_style s, double scale)
{
	PangoFontDescription *d = pango_font_description_new();

	pango_font_description_set_family(d, family);
	pango_font_description_set_weight(d, styles[s].weight);
	pango_font_description_set_size(
	    d, (int)(styles[s].size * scale * 4 + 0.5) * PANGO_SCALE / 4);
	return d;
}

static void
measure_style(struct typeface *t, PangoContext *c, enum paper_style s)
{
	PangoFontMetrics *m = pango_context_get_metrics(
	    c, t->styles[s], pango_language_from_string("th"));
	double ascent = pango_font_metrics_get_ascent(m);
	double descent = pango_font_metrics_get_descent(m);

	t->baseline[s] = ascent / PANGO_SCALE;
	t->height[s] = (ascent + descent) / PANGO_SCALE;
	pango_font_metrics_unref(m);
}

bool
typeface_find(struct typeface *t, PangoContext *c, const char *wanted,
	      struct error *err)
{
	char *family = find_family(c, wanted);
	PangoFontDescription *d;
	double scale;

	*t = (struct typeface){0};
	if (family == NULL && strcmp(wanted, "auto") == 0)
		return error_set(err, &PAPER_NO_PDF, "%s",
				 _("no font on this machine has Thai; "
				   "Debian's is fonts-tlwg-laksaman"));
	if (family == NULL)
		return error_set(err, &PAPER_NO_PDF,
				 _("there is no font “%.60s” with Thai "
				   "(print-font)"),
				 wanted);
	d = describe(family, PAPER_PLAIN, 1);
	scale =
	    LETTER_OF_SARABUN * styles[PAPER_PLAIN].size / letter_width(c, d);
	pango_font_description_free(d);
	for (int s = 0; s < PAPER_STYLES; s++) {
		t->styles[s] = describe(family, (enum paper_style)s,
					scale < 0.6   ? 0.6
					: scale > 1.2 ? 1.2
						      : scale);
		measure_style(t, c, (enum paper_style)s);
	}
	t->letter = letter_width(c, t->styles[PAPER_PLAIN]);
	free(family);
	return true;
}

void
typeface_done(struct typeface *t)
{
	for (int s = 0; s < PAPER_STYLES; s++)
		if (t->styles[s] != NULL)
			pango_font_description_free(t->styles[s]);
	*t = (struct typeface){0};
}
