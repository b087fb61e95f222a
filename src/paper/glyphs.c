/* glyphs.c -- Thai drawn so that what reads the PDF reads it whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper/glyphs.h"

#include <stdbool.h>
#include <string.h>

#include "base/thai.h"

/* A run of glyphs, and the words it stands for. */
struct glyph_run {
	PangoGlyphString *glyphs;
	const char *words; /* of the run */
	size_t n;
	PangoGlyph blank;
	int blank_width;
};

static bool
find_blank(struct glyph_run *r, PangoFont *font)
{
	hb_codepoint_t blank;
	PangoRectangle extents;

	if (!hb_font_get_nominal_glyph(pango_font_get_hb_font(font), ' ',
				       &blank))
		return false;
	pango_font_get_glyph_extents(font, blank, NULL, &extents);
	r->blank = blank;
	r->blank_width = extents.width;
	return true;
}

static bool
is_of_mark(const struct glyph_run *r, int glyph)
{
	size_t at = (size_t)r->glyphs->log_clusters[glyph];
	uint32_t code;

	return at < r->n && utf8_next(r->words + at, r->n - at, &code) > 0 &&
	       code_is_mark(code);
}

/* The last glyph of the marks that begin behind a letter; *moved tells whether
   one of them is not where it would be. */
static int
last_mark(const struct glyph_run *r, int letter, bool *moved)
{
	const PangoGlyphString *g = r->glyphs;
	int last = letter;

	*moved = false;
	while (last + 1 < g->num_glyphs &&
	       (g->log_clusters[last + 1] == g->log_clusters[last] ||
		is_of_mark(r, last + 1))) {
		last++;
		*moved |= g->glyphs[last].geometry.x_offset != 0;
	}
	return last;
}

static void
add_blank(const struct glyph_run *r, int behind)
{
	PangoGlyphString *g = r->glyphs;
	int at = behind + 1, rest = g->num_glyphs - at;

	pango_glyph_string_set_size(g, g->num_glyphs + 1);
	memmove(g->glyphs + at + 1, g->glyphs + at,
		(size_t)rest * sizeof(*g->glyphs));
	memmove(g->log_clusters + at + 1, g->log_clusters + at,
		(size_t)rest * sizeof(*g->log_clusters));
	memset(&g->glyphs[at], 0, sizeof(g->glyphs[at]));
	g->glyphs[at].glyph = r->blank;
	g->glyphs[at].geometry.x_offset = -r->blank_width;
}

static void
join_run(struct glyph_run *r)
{
	PangoGlyphString *g = r->glyphs;

	for (int i = 0; i < g->num_glyphs; i++) {
		bool moved;
		int last = last_mark(r, i, &moved);

		if (moved) {
			add_blank(r, last++);
			for (int k = i; k <= last; k++)
				g->log_clusters[k] = g->log_clusters[i];
		}
		i = last;
	}
}

void
glyphs_join(PangoLayoutLine *line, const char *words)
{
	for (GSList *at = line->runs; at != NULL; at = at->next) {
		PangoGlyphItem *item = at->data;
		struct glyph_run r = {
		    .glyphs = item->glyphs,
		    .words = words + item->item->offset,
		    .n = (size_t)item->item->length,
		};

		if (find_blank(&r, item->item->analysis.font))
			join_run(&r);
	}
}
