/* glyphs.h -- Thai drawn so that what reads the PDF reads it whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PAPER_GLYPHS_H
#define PAPER_GLYPHS_H

#include "gen/pangocairo-late.h"

/*
 * Above tall letters (ป ฝ ฟ) a font moves marks to the left.  To a program
 * that takes the text out of a PDF, as pdftotext, the letter then ends where
 * its last mark does, and what follows lies so far behind that it sees a
 * space: "ปั๊ ม".  So a letter and its moved marks become one cluster, which
 * cairo writes with its characters as ActualText, and which a blank ends where
 * the letter ends.  Nothing looks different.
 */
void glyphs_join(PangoLayoutLine *line, const char *words);

#endif
