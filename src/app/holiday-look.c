/* holiday-look.c -- the office's holidays as rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/number.h"

#include "app/holiday.h"
#include "app/json.h"

bool
holiday_year_asked(const struct request *r, int *year, struct error *err)
{
	const char *word = request_value(r, "year");

	*year = 0;
	if (!word || number_year(word, year))
		return true;
	return error_set(err, &REQUEST_WRONG, "--year %.60s", word);
}

bool
holiday_is_of(const struct holiday *h, int year)
{
	return year == 0 || h->day.year + BUDDHIST_ERA == year;
}

/* The edition that the program brings, where it is newer. */
static struct date
newer_edition(const struct holidays *h)
{
	struct arena a = {0};
	struct holidays shipped;

	holidays_shipped(&a, &shipped);
	arena_done(&a);
	if (date_compare(shipped.edition, h->edition) > 0)
		return shipped.edition;
	return (struct date){0};
}

static json_t *
table_json(const struct holidays *h, int year)
{
	json_t *days = json_array();

	for (size_t i = 0; i < h->n; i++)
		if (holiday_is_of(&h->at[i], year))
			json_array_append_new(days, holiday_json(&h->at[i]));
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "first_day",
			 date_json(h->from), "last_day", date_json(h->to),
			 "edition", date_json(h->edition), "newer",
			 date_json(newer_edition(h)), "holidays", days);
}

bool
holiday_list_look(struct session *s, const struct request *r, json_t **answer,
		  struct error *err)
{
	struct arena a = {0};
	struct holidays h;
	int year;
	bool ok = holiday_year_asked(r, &year, err) &&
		  holidays_read(s->store, s->office, &a, &h, err);

	if (ok)
		*answer = table_json(&h, year);
	arena_done(&a);
	return ok;
}
