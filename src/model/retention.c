/* retention.c -- how long a letter is kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/retention.h"

#include <string.h>

#include "base/i18n.h"

/* clang-format off: it counts the bytes of Thai */
const struct choice retention_classes[] = {
    {"permanent", "ตลอดไป", N_("for ever")},
    {"20", "๒๐", N_("20 years")},
    {"10", "๑๐", N_("10 years")},
    {"copy", "คู่สำเนา", N_("5 years: the original is elsewhere")},
    {"money", "การเงิน", N_("5 years: money papers that were audited")},
    {"1", "๑", N_("1 year: recurring, of no importance")},
    {"law", "ตามกฎหมาย", N_("as a law or rule of its own says")},
    {0}};
/* clang-format on */

static const struct {
	const char *class;
	int years;
} periods[] = {
    {"20", 20}, {"10", 10}, {"copy", 5}, {"money", 5}, {"1", 1},
};

int
retention_years(const char *class)
{
	for (size_t i = 0; i < ARRAY_SIZE(periods); i++)
		if (strcmp(periods[i].class, class) == 0)
			return periods[i].years;
	return 0;
}

bool
retention_asks_year(const char *class)
{
	return strcmp(class, "law") == 0;
}

struct date
retention_list_due(int year)
{
	struct date last = {year - BUDDHIST_ERA, 12, 31};

	return date_after(last, RETENTION_LIST_DAYS);
}
