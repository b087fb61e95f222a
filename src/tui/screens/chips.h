/* chips.h -- the filters of a search, in words, one beside the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_CHIPS_H
#define TUI_SCREENS_CHIPS_H

#include "base/text.h"

#include "app/query.h"

/* "[State: closed] [Year: 2569]"; nothing for a query of words only. */
void text_add_chips(struct text *t, const struct query *q, bool thai_digits);

#endif
