/* wording.h -- numbers, dates and people as screens write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_WORDING_H
#define TUI_WORDING_H

#include "base/date.h"

#include "model/letter.h"

#include "tui/style.h"

/* "๒๐ ม.ค. ๖๙ ๑๐.๓๔ น." */
void text_add_moment(struct text *t, moment m, bool thai_digits);
/* "๑๔๔/๒๕๖๙", "ว ๑๒/๒๕๖๙" */
void text_add_letter_number(struct text *t, const struct letter *l,
			    bool thai_digits);
/* "144/2569", "ว12/2569": how a command line names it.  In the arena. */
const char *letter_operand(const struct letter *l, struct arena *a);
/* Such an operand, as people read it. */
void text_add_operand(struct text *t, const char *operand, bool thai_digits);

/* Urgency and secrecy in words, "ด่วนมาก · ลับ"; nothing for none. */
void text_add_classes(struct text *t, const struct letter *l);
/* How those words look, the graver of the two. */
enum style letter_style(const struct letter *l);

#endif
