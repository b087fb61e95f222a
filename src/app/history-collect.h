/* history-collect.h -- what became of a collected report, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_HISTORY_COLLECT_H
#define APP_HISTORY_COLLECT_H

#include <jansson.h>

#include "base/text.h"

#include "model/event.h"

void tell_duty_hand(struct text *t, const struct event *e, const json_t *body);
void tell_duty_report(struct text *t, const struct event *e,
		      const json_t *body);
void tell_duty_nudge(struct text *t, const struct event *e, const json_t *body);
void tell_duty_nudged(struct text *t, const struct event *e,
		      const json_t *body);
void tell_duty_collect(struct text *t, const struct event *e,
		       const json_t *body);

#endif
