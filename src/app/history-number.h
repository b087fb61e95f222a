/* history-number.h -- what became of a number that was kept, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_HISTORY_NUMBER_H
#define APP_HISTORY_NUMBER_H

#include <jansson.h>

#include "base/text.h"

#include "model/event.h"

/* ", from whom, their number": what every receipt says. */
void tell_source(struct text *t, const json_t *body);

/* Events of their kinds, for app/history.c. */
void tell_enter(struct text *t, const struct event *e, const json_t *body);
void tell_reserve(struct text *t, const struct event *e, const json_t *body);
void tell_void(struct text *t, const struct event *e, const json_t *body);
void tell_expire(struct text *t, const struct event *e, const json_t *body);

#endif
