/* pin.c -- the acts for which an office asks a PIN, and who has one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/pin.h"

#include <string.h>

static const struct {
	const char *name;
	int groups;
} names[] = {
    {"orders", PIN_ORDERS},   {"notes", PIN_NOTES},
    {"numbers", PIN_NUMBERS}, {"strikes", PIN_STRIKES},
    {"secrets", PIN_SECRETS}, {"office", PIN_OFFICE},
};

static const char none[] = "none";

void
text_add_pin_groups(struct text *t, int groups)
{
	const char *between = "";

	if (groups == 0)
		text_add(t, none);
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (groups & names[i].groups) {
			text_printf(t, "%s%s", between, names[i].name);
			between = ",";
		}
}

void
text_add_pin_names(struct text *t)
{
	text_add(t, none);
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		text_printf(t, ", %s", names[i].name);
}

static bool
add_group(const char *word, size_t n, int *groups)
{
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (strlen(names[i].name) == n &&
		    memcmp(names[i].name, word, n) == 0) {
			*groups |= names[i].groups;
			return true;
		}
	return false;
}

bool
pin_groups_parse(const char *s, int *groups)
{
	*groups = 0;
	if (strcmp(s, none) == 0)
		return true;
	for (;;) {
		size_t n = strcspn(s, ",");

		if (!add_group(s, n, groups))
			return false;
		if (s[n] == '\0')
			return true;
		s += n + 1;
		s += strspn(s, " ");
	}
}

bool
pin_of_person(struct store *st, int64_t office, int64_t person, struct arena *a,
	      struct pin *pin, bool *found, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct pin, pin, FIELD_TEXT),
	    FIELD(struct pin, since, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct pin), fields};

	return query_row(
	    st, QUERY_PIN_OF_PERSON,
	    PARAMS(P_INT("office", office), P_INT("person", person)), &type, a,
	    pin, found, err);
}
