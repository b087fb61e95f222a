/* turn.c -- the turn of the register's year, told to those who number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/turn.h"

#include "base/i18n.h"

#include "app/json.h"

void
text_add_turn(struct text *t, const struct year_turn *turn)
{
	struct text day = {0};

	if (turn->year == 0)
		return;
	text_add_date(&day, turn->day, DATE_LONG, digits_are_thai());
	text_printf(t,
		    turn->is_past ? _("numbers of %s began at 1 on %s")
				  : _("numbers of %s will begin at 1 on %s"),
		    DIGITS(turn->year), text_str(&day));
	text_done(&day);
}

json_t *
turn_json(const struct year_turn *turn)
{
	if (turn->year == 0)
		return json_null();
	return json_pack("{s:i, s:o, s:b}", "year", turn->year, "begins",
			 date_json(turn->day), "past", turn->is_past);
}

struct year_turn
turn_of_json(const json_t *j)
{
	struct year_turn turn = {
	    .year = (int)answer_whole(j, "year"),
	    .is_past = json_is_true(json_object_get(j, "past")),
	};
	struct error none = {0};

	if (!date_parse(answer_word(j, "begins"), &turn.day, &none))
		turn.year = 0;
	return turn;
}
