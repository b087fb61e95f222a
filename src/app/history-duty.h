/* history-duty.h -- what became of a duty, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_HISTORY_DUTY_H
#define APP_HISTORY_DUTY_H

#include <jansson.h>

#include "base/text.h"

#include "model/event.h"

void tell_duty_add(struct text *t, const struct event *e, const json_t *body);
void tell_duty_change(struct text *t, const struct event *e,
		      const json_t *body);
void tell_duty_done(struct text *t, const struct event *e, const json_t *body);
void tell_duty_reopen(struct text *t, const struct event *e,
		      const json_t *body);
void tell_duty_waive(struct text *t, const struct event *e, const json_t *body);
void tell_duty_roll(struct text *t, const struct event *e, const json_t *body);

#endif
