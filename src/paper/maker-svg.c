/* maker-svg.c -- one page as SVG, made of text alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#include "paper/maker.h"

/* A4 in points, and its margins, as in PDF. */
static const double PAGE_WIDTH = 595.28, PAGE_HEIGHT = 841.89, MARGIN = 42.52;

/* Which font shows it is not known here: sizes are those of the common Thai
   fonts, whose letters are about half as wide as high. */
static const struct {
	double size;
	double letter; /* how wide one is, as a part of the size */
	const char *weight;
} faces[PAPER_STYLES] = {
    [PAPER_PLAIN] = {9.5, 0.56, "normal"},
    [PAPER_SMALL] = {7.5, 0.56, "normal"},
    [PAPER_STRONG] = {9.5, 0.66, "bold"},
    [PAPER_TITLE] = {13, 0.66, "bold"},
    [PAPER_HUGE] = {20, 0.66, "bold"},
};
static const double LINE = 1.5, BASELINE = 1.1;
#define FONTS                                                                  \
	"Sarabun, Loma, Garuda, 'Noto Sans Thai', Tahoma, 'Liberation Sans', " \
	"sans-serif"

struct svg_maker {
	struct maker maker;
	struct paper_sink to;
	struct error err; /* of the sink */
	struct text out;
};

static struct svg_maker *
maker_of(struct maker *m)
{
	return (struct svg_maker *)m;
}

static double
line_height(const struct maker *m, enum paper_style s)
{
	(void)m;
	return faces[s].size * LINE;
}

static double
measure(struct maker *m, enum paper_style s, const char *words)
{
	(void)m;
	return thai_columns(words) * faces[s].size * faces[s].letter;
}

static int
wrap(struct maker *m, enum paper_style s, const char *words, double width,
     thai_line_fn line, void *ctx)
{
	double letter = measure(m, s, "x");

	return thai_wrap(words, width < letter ? 1 : (int)(width / letter),
			 line, ctx);
}

/* ------------------------------------------------------------------ the text
 */

/* What is no character of XML becomes a visible mark. */
static void
add_escaped(struct text *t, const char *words)
{
	static const struct {
		char c;
		const char *as;
	} escapes[] = {
	    {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};
	struct text clean = {0};

	text_add_visible(&clean, words, false);
	for (const char *s = text_str(&clean); *s != '\0'; s++) {
		const char *as = NULL;

		for (size_t i = 0; i < ARRAY_SIZE(escapes); i++)
			if (escapes[i].c == *s)
				as = escapes[i].as;
		if (as != NULL)
			text_add(t, as);
		else
			text_add_n(t, s, 1);
	}
	text_done(&clean);
}

/* Hundredths of a point, with a point whatever the locale. */
static void
add_length(struct text *t, const char *name, double v)
{
	long hundredths = (long)(v * 100 + (v < 0 ? -0.5 : 0.5));

	text_printf(t, " %s=\"%s%ld.%02ld\"", name, hundredths < 0 ? "-" : "",
		    labs(hundredths) / 100, labs(hundredths) % 100);
}

static void
flush(struct svg_maker *m)
{
	if (m->err.kind == NULL &&
	    m->to.add(m->to.ctx, text_str(&m->out), m->out.n, &m->err))
		text_clear(&m->out);
}

/* --------------------------------------------------- each kind of figure */

static void
draw_words(struct svg_maker *m, const struct figure *i, double x, double y)
{
	struct text *t = &m->out;

	text_add(t, "<text");
	add_length(t, "x", x);
	add_length(t, "y", y + faces[i->style].size * BASELINE);
	add_length(t, "font-size", faces[i->style].size);
	if (strcmp(faces[i->style].weight, "normal") != 0)
		text_printf(t, " font-weight=\"%s\"", faces[i->style].weight);
	text_add(t, ">");
	add_escaped(t, i->words);
	text_add(t, "</text>\n");
}

static void
add_line(struct svg_maker *m, double x, double y, double w, double h,
	 const char *more)
{
	struct text *t = &m->out;

	text_add(t, "<line");
	add_length(t, "x1", x);
	add_length(t, "y1", y);
	add_length(t, "x2", x + w);
	add_length(t, "y2", y + h);
	text_printf(t, " stroke=\"#808080\" stroke-width=\"0.5\"%s/>\n", more);
}

static void
draw_rule(struct svg_maker *m, const struct figure *i, double x, double y)
{
	add_line(m, x, y, i->w, 0, "");
}

static void
draw_stroke(struct svg_maker *m, const struct figure *i, double x, double y)
{
	add_line(m, x, y, 0, i->h, "");
}

static void
draw_dots(struct svg_maker *m, const struct figure *i, double x, double y)
{
	add_line(m, x, y, i->w, 0, " stroke-dasharray=\"0.8 1.6\"");
}

static void
add_rectangle(struct svg_maker *m, const struct figure *i, double x, double y,
	      const char *look)
{
	struct text *t = &m->out;

	text_add(t, "<rect");
	add_length(t, "x", x);
	add_length(t, "y", y);
	add_length(t, "width", i->w);
	add_length(t, "height", i->h);
	text_printf(t, " %s/>\n", look);
}

static void
draw_box(struct svg_maker *m, const struct figure *i, double x, double y)
{
	add_rectangle(m, i, x, y,
		      "fill=\"none\" stroke=\"#808080\" stroke-width=\"1\"");
}

static void
draw_bar(struct svg_maker *m, const struct figure *i, double x, double y)
{
	const unsigned char *c = paper_inks[i->style];
	char look[64];

	snprintf(look, sizeof(look),
		 "fill=\"#%02x%02x%02x\" shape-rendering=\"crispEdges\"", c[0],
		 c[1], c[2]);
	add_rectangle(m, i, x, y, look);
}

/* A page to be looked at is no page to be scanned: the words are enough. */
static void
draw_qr(struct svg_maker *m, const struct figure *i, double x, double y)
{
	draw_words(m, i, x, y);
}

static void
draw(struct maker *m, const struct figure *i, double x, double y)
{
	static void (*const draws[FIGURE_KINDS])(struct svg_maker * m,
						 const struct figure *i,
						 double x, double y) = {
	    [FIGURE_WORDS] = draw_words,   [FIGURE_RULE] = draw_rule,
	    [FIGURE_STROKE] = draw_stroke, [FIGURE_DOTS] = draw_dots,
	    [FIGURE_BOX] = draw_box,       [FIGURE_QR] = draw_qr,
	    [FIGURE_BAR] = draw_bar,
	};

	draws[i->kind](maker_of(m), i, MARGIN + x, MARGIN + y);
	flush(maker_of(m));
}

/* ------------------------------------------------------------ the file */

static bool
is_well(struct svg_maker *m, struct error *err)
{
	if (m->err.kind != NULL)
		*err = m->err;
	return m->err.kind == NULL;
}

static bool
begin(struct maker *maker, const struct paper_sink *to, const char *title,
      moment at, const unsigned char digest[DIGEST_SIZE], struct error *err)
{
	struct svg_maker *m = maker_of(maker);
	struct text *t = &m->out;
	char hex[HEX_SIZE];

	hex_of(digest, DIGEST_SIZE, hex);
	m->to = *to;
	text_add(t, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		    "<svg xmlns=\"http://www.w3.org/2000/svg\" "
		    "width=\"210mm\" height=\"297mm\"");
	text_add(t, " viewBox=\"0 0 595.28 841.89\" font-family=\"" FONTS
		    "\" fill=\"#202020\">\n<title>");
	add_escaped(t, title);
	text_add(t, "</title>\n<desc>");
	text_add_iso_moment(t, at);
	text_printf(t, " %s</desc>\n", hex);
	text_add(t, "<rect width=\"595.28\" height=\"841.89\" "
		    "fill=\"#ffffff\"/>\n");
	flush(m);
	return is_well(m, err);
}

/* There is one page: what is drawn stands on it. */
static bool
turn(struct maker *m, bool is_last, struct error *err)
{
	(void)is_last;
	return is_well(maker_of(m), err);
}

static bool
end(struct maker *maker, struct error *err)
{
	struct svg_maker *m = maker_of(maker);

	text_add(&m->out, "</svg>\n");
	flush(m);
	return is_well(m, err);
}

static void
free_maker(struct maker *m)
{
	text_done(&maker_of(m)->out);
	free(m);
}

static const struct maker_ops svg_ops = {
    .line_height = line_height,
    .measure = measure,
    .wrap = wrap,
    .draw = draw,
    .turn = turn,
    .begin = begin,
    .end = end,
    .free = free_maker,
};

struct maker *
maker_svg_new(void)
{
	struct svg_maker *m = xcalloc(1, sizeof(*m));

	m->maker = (struct maker){
	    .ops = &svg_ops,
	    .width = PAGE_WIDTH - 2 * MARGIN,
	    .height = PAGE_HEIGHT - 2 * MARGIN,
	    .column = faces[PAPER_PLAIN].size * faces[PAPER_PLAIN].letter,
	};
	return &m->maker;
}
