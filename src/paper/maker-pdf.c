/* maker-pdf.c -- pages as PDF: the only file that knows cairo */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/i18n.h"
#include "base/qr-code.h"

#include "paper/glyphs.h"
#include "paper/maker.h"
#include "paper/typeface.h"

/* A4 in points, and its margins: ISO 216, 72 to the inch. */
static const double LONG_EDGE = 841.89, SHORT_EDGE = 595.28, MARGIN = 42.52;
static const double THIN = 0.5;

struct pdf_maker {
	struct maker maker;
	double page_width, page_height;
	struct paper_sink to;
	struct error err; /* of the sink, which cairo cannot carry */
	cairo_surface_t *surface;
	cairo_t *cairo;
	PangoContext *context;
	/* One is for lines alone: while they are told, others are measured. */
	struct layout {
		PangoLayout *pango;
		enum paper_style style;
	} words, lines;
	struct typeface face;
};

static struct pdf_maker *
maker_of(struct maker *m)
{
	return (struct pdf_maker *)m;
}

static double
line_height(const struct maker *m, enum paper_style s)
{
	return ((const struct pdf_maker *)m)->face.height[s];
}

static void
set(const struct pdf_maker *p, struct layout *l, enum paper_style s,
    const char *words)
{
	if (l->style != s)
		pango_layout_set_font_description(l->pango, p->face.styles[s]);
	l->style = s;
	pango_layout_set_text(l->pango, words, -1);
}

static double
measure(struct maker *m, enum paper_style s, const char *words)
{
	struct pdf_maker *p = maker_of(m);
	int width, height;

	set(p, &p->words, s, words);
	pango_layout_get_size(p->words.pango, &width, &height);
	return (double)width / PANGO_SCALE;
}

static int
wrap(struct maker *m, enum paper_style s, const char *words, double width,
     thai_line_fn line, void *ctx)
{
	struct pdf_maker *p = maker_of(m);
	GSList *lines;
	int n = 0;

	set(p, &p->lines, s, words);
	pango_layout_set_width(p->lines.pango,
			       (int)((width < 1 ? 1 : width) * PANGO_SCALE));
	lines = pango_layout_get_lines_readonly(p->lines.pango);
	for (; lines != NULL; lines = lines->next, n++) {
		const PangoLayoutLine *l = lines->data;
		const char *at = words + l->start_index;
		size_t length = (size_t)l->length;

		while (length > 0 && at[length - 1] == ' ')
			length--;
		line(ctx, at, length);
	}
	return n;
}

/* ------------------------------------------------- each kind of figure */

static void
draw_words(struct pdf_maker *p, const struct figure *i, double x, double y)
{
	PangoLayoutLine *line;

	set(p, &p->words, i->style, i->words);
	line = pango_layout_get_line(p->words.pango, 0);
	glyphs_join(line, i->words);
	cairo_move_to(p->cairo, x, y + p->face.baseline[i->style]);
	pango_cairo_show_layout_line(p->cairo, line);
}

static void
draw_rule(struct pdf_maker *p, const struct figure *i, double x, double y)
{
	cairo_move_to(p->cairo, x, y);
	cairo_rel_line_to(p->cairo, i->w, 0);
	cairo_stroke(p->cairo);
}

static void
draw_stroke(struct pdf_maker *p, const struct figure *i, double x, double y)
{
	cairo_move_to(p->cairo, x, y);
	cairo_rel_line_to(p->cairo, 0, i->h);
	cairo_stroke(p->cairo);
}

static void
draw_dots(struct pdf_maker *p, const struct figure *i, double x, double y)
{
	static const double dash[] = {0.8, 1.6};

	cairo_set_dash(p->cairo, dash, ARRAY_SIZE(dash), 0);
	draw_rule(p, i, x, y + p->face.baseline[PAPER_PLAIN] + 1);
	cairo_set_dash(p->cairo, NULL, 0, 0);
}

static void
draw_box(struct pdf_maker *p, const struct figure *i, double x, double y)
{
	cairo_set_line_width(p->cairo, 2 * THIN);
	cairo_rectangle(p->cairo, x, y, i->w, i->h);
	cairo_stroke(p->cairo);
	cairo_set_line_width(p->cairo, THIN);
}

static void
draw_qr(struct pdf_maker *p, const struct figure *i, double x, double y)
{
	struct qr_code q = {0};
	int edge;
	double module;

	if (!qr_code_make(&q, i->words))
		return;
	edge = qr_code_edge(&q);
	module = i->w / edge;
	for (int row = 0; row < edge; row++)
		for (int col = 0; col < edge; col++)
			if (qr_code_is_dark(&q, row, col))
				cairo_rectangle(p->cairo, x + col * module,
						y + row * module, module,
						module);
	cairo_fill(p->cairo);
	qr_code_done(&q);
}

static void
draw_bar(struct pdf_maker *p, const struct figure *i, double x, double y)
{
	const unsigned char *c = paper_inks[i->style];

	cairo_save(p->cairo);
	cairo_set_source_rgb(p->cairo, c[0] / 255.0, c[1] / 255.0,
			     c[2] / 255.0);
	cairo_rectangle(p->cairo, x, y, i->w, i->h);
	cairo_fill(p->cairo);
	cairo_restore(p->cairo);
}

static void
draw(struct maker *m, const struct figure *i, double x, double y)
{
	static void (*const draws[FIGURE_KINDS])(struct pdf_maker * p,
						 const struct figure *i,
						 double x, double y) = {
	    [FIGURE_WORDS] = draw_words,   [FIGURE_RULE] = draw_rule,
	    [FIGURE_STROKE] = draw_stroke, [FIGURE_DOTS] = draw_dots,
	    [FIGURE_BOX] = draw_box,       [FIGURE_QR] = draw_qr,
	    [FIGURE_BAR] = draw_bar,
	};
	struct pdf_maker *p = maker_of(m);

	draws[i->kind](p, i, MARGIN + x, MARGIN + y);
}

/* ------------------------------------------------------------ the file */

/* What the sink or cairo complained of, in our words. */
static bool
is_well(struct pdf_maker *p, cairo_status_t status, struct error *err)
{
	if (p->err.kind != NULL) {
		*err = p->err;
		return false;
	}
	if (status == CAIRO_STATUS_SUCCESS)
		return true;
	return error_set(err, &PAPER_NO_PDF, "cairo: %s",
			 cairo_status_to_string(status));
}

static bool
turn(struct maker *m, bool is_last, struct error *err)
{
	struct pdf_maker *p = maker_of(m);

	(void)is_last;
	cairo_show_page(p->cairo);
	return is_well(p, cairo_status(p->cairo), err);
}

static cairo_status_t
add_bytes(void *ctx, const unsigned char *bytes, unsigned n)
{
	struct pdf_maker *p = ctx;

	return p->err.kind == NULL &&
		       p->to.add(p->to.ctx, (const char *)bytes, n, &p->err)
		   ? CAIRO_STATUS_SUCCESS
		   : CAIRO_STATUS_WRITE_ERROR;
}

/* Without a date of its own cairo would ask the clock. */
static void
add_metadata(struct pdf_maker *p, const char *title, moment at,
	     const unsigned char digest[DIGEST_SIZE])
{
	struct text when = {0};
	char hex[HEX_SIZE];

	hex_of(digest, DIGEST_SIZE, hex);
	text_add_iso_moment(&when, at);
	cairo_pdf_surface_set_metadata(
	    p->surface, CAIRO_PDF_METADATA_CREATE_DATE, text_str(&when));
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_KEYWORDS,
				       hex);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATOR,
				       PACKAGE_STRING);
	if (title != NULL)
		cairo_pdf_surface_set_metadata(p->surface,
					       CAIRO_PDF_METADATA_TITLE, title);
	text_done(&when);
}

static bool
begin(struct maker *m, const struct paper_sink *to, const char *title,
      moment at, const unsigned char digest[DIGEST_SIZE], struct error *err)
{
	struct pdf_maker *p = maker_of(m);

	p->to = *to;
	p->surface = cairo_pdf_surface_create_for_stream(
	    add_bytes, p, p->page_width, p->page_height);
	add_metadata(p, title, at, digest);
	p->cairo = cairo_create(p->surface);
	cairo_set_line_width(p->cairo, THIN);
	return is_well(p, cairo_status(p->cairo), err);
}

static bool
end(struct maker *m, struct error *err)
{
	struct pdf_maker *p = maker_of(m);

	cairo_surface_finish(p->surface);
	return is_well(p, cairo_surface_status(p->surface), err);
}

static void
free_maker(struct maker *m)
{
	struct pdf_maker *p = maker_of(m);

	if (p->cairo != NULL)
		cairo_destroy(p->cairo);
	if (p->surface != NULL)
		cairo_surface_destroy(p->surface);
	g_object_unref(p->words.pango);
	g_object_unref(p->lines.pango);
	g_object_unref(p->context);
	typeface_done(&p->face);
	free(p);
}

/* ------------------------------------------------------------ a new one */

static const struct maker_ops pdf_ops = {
    .line_height = line_height,
    .measure = measure,
    .wrap = wrap,
    .draw = draw,
    .turn = turn,
    .begin = begin,
    .end = end,
    .free = free_maker,
};

static struct layout
new_layout(PangoContext *c)
{
	struct layout l = {pango_layout_new(c), PAPER_STYLES};

	pango_layout_set_wrap(l.pango, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_auto_dir(l.pango, FALSE);
	return l;
}

/* Paper has no pixels: nothing is moved to fit them. */
static void
make_context(struct pdf_maker *p)
{
	cairo_font_options_t *o = cairo_font_options_create();

	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	p->context =
	    pango_font_map_create_context(pango_cairo_font_map_get_default());
	pango_cairo_context_set_font_options(p->context, o);
	pango_cairo_context_set_resolution(p->context, 72);
	pango_context_set_round_glyph_positions(p->context, FALSE);
	pango_context_set_language(p->context,
				   pango_language_from_string("th"));
	cairo_font_options_destroy(o);
	p->words = new_layout(p->context);
	p->lines = new_layout(p->context);
}

/* Pango begins threads, and fontconfig reads all fonts; where either is refused
   memory it ends the program.  So it is asked for before, and given back. */
static bool
has_memory(struct error *err)
{
	enum { MEGABYTES = 128 };
	size_t n = (size_t)MEGABYTES << 20;
	void *room = mmap(NULL, n, PROT_NONE,
			  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (room == MAP_FAILED)
		return error_set(err, &PAPER_NO_PDF,
				 _("it takes %s MB of memory more than there "
				   "is"),
				 DIGITS(MEGABYTES));
	munmap(room, n);
	return true;
}

static bool
is_there(struct error *err)
{
	return late_load(&pangocairo_late, err) && has_memory(err);
}

bool
maker_pdf_is_there(void)
{
	struct error err = {0};

	return is_there(&err);
}

struct maker *
maker_pdf_new(const char *family, bool is_landscape, struct error *err)
{
	struct pdf_maker *p;

	if (!is_there(err))
		return NULL;
	p = xcalloc(1, sizeof(*p));
	make_context(p);
	p->page_width = is_landscape ? LONG_EDGE : SHORT_EDGE;
	p->page_height = is_landscape ? SHORT_EDGE : LONG_EDGE;
	if (!typeface_find(&p->face, p->context, family, err)) {
		free_maker(&p->maker);
		return NULL;
	}
	p->maker = (struct maker){
	    .ops = &pdf_ops,
	    .width = p->page_width - 2 * MARGIN,
	    .height = p->page_height - 2 * MARGIN,
	    .column = p->face.letter,
	    .rule = 1.5,
	    .pad = 3,
	    .qr = 96,
	    .has_frame = true,
	};
	return &p->maker;
}
