/* stats-sheet.h -- the statistics on one sheet of A4 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_STATS_SHEET_H
#define APP_STATS_SHEET_H

#include "paper/maker.h"

#include "app/stats.h"

/* Draws the sheet, between begin() and turn() of a maker of figures in
   points. */
void stats_sheet_draw(struct maker *m, const struct stats_view *v,
		      const char *office, struct arena *a);

/* Writes it into a new file: as SVG, or as PDF in that font. */
bool stats_sheet_write(struct session *s, const json_t *answer, bool is_pdf,
		       const char *path, struct error *err) MUST_CHECK;

#endif
