/* turn.h -- the turn of the register's year, told to those who number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_TURN_H
#define APP_TURN_H

#include <jansson.h>

#include "base/text.h"

#include "model/year.h"

/* "numbers begin at 1 again on 1 January 2570"; nothing when none is near. */
void text_add_turn(struct text *t, const struct year_turn *turn);

/* {"year", "begins", "past"}, or null when none is near; and back. */
json_t *turn_json(const struct year_turn *turn);
struct year_turn turn_of_json(const json_t *j);

#endif
