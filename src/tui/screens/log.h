/* log.h -- what the log and the page of one of its events share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_LOG_H
#define TUI_SCREENS_LOG_H

#include "base/text.h"

#include "app/event-words.h"

/* "นายสมชาย รักษ์ถิ่น, ปลัด / รักษาราชการแทน นายก": who did it, in which post. */
void text_add_actor(struct text *t, const struct happening *h);

#endif
