/* paste.h -- text that a terminal marks as pasted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_PASTE_H
#define TUI_PASTE_H

#include "base/text.h"

/* Longer is no letter's text; what comes behind is read and thrown away. */
enum { PASTE_MAX_BYTES = 1 << 20 };

/* What came since the mark of its beginning.  Starts as { 0 }. */
struct paste {
	struct text text;
	size_t matched; /* characters of the mark of its end seen last */
};
void paste_done(struct paste *p);
void paste_start(struct paste *p);
/* A character of it; true when it was the last one of the mark of the end
   (ESC [201~), which then is taken off the text. */
bool paste_add(struct paste *p, uint32_t code);

#endif
