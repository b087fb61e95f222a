/* acting.c -- the ways to act for another, and when each is lawful */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/acting.h"

#include <string.h>

#include "base/i18n.h"

/* clang-format off */
const struct choice acting_capacities[] = {
	{ "รักษาราชการแทน", "acting", N_("acting for") },
	{ "ปฏิบัติราชการแทน", "delegate", N_("by delegation for") },
	{ "รักษาการในตำแหน่ง", "in-charge", N_("in charge of the post") },
	{ "ปฏิบัติหน้าที่", "duties", N_("performing the duties of") },
	{ 0 }
};

static const struct capacity capacities[] = {
	{ "รักษาราชการแทน", HOLDER_AWAY, AT_ANY,
	  N_("only while the post is vacant or its holder is absent") },
	{ "ปฏิบัติราชการแทน", HOLDER_HELD, AT_ANY,
	  N_("only while somebody holds the post, who has delegated it") },
	{ "รักษาการในตำแหน่ง", POST_VACANT, BELOW_TOP,
	  N_("only while a post below the top of the chain is vacant") },
	{ "ปฏิบัติหน้าที่", POST_VACANT, AT_TOP,
	  N_("only while the post at the top of the chain is vacant") },
	{ 0 }
};
/* clang-format on */

const struct capacity *
capacity_of(const char *word)
{
	for (const struct capacity *c = capacities; word && c->word; c++)
		if (strcmp(c->word, word) == 0)
			return c;
	return NULL;
}

bool
capacity_fits(const struct capacity *c, size_t held, size_t there)
{
	if (c->when == HOLDER_HELD)
		return held > 0;
	return c->when == HOLDER_AWAY ? there == 0 : held == 0;
}

void
text_add_order(struct text *t, const char *number, struct date dated)
{
	text_printf(t, "%s, ", number);
	text_add_iso_date(t, dated);
}

void
text_add_order_told(struct text *t, const char *order)
{
	const char *comma = strrchr(order, ',');
	struct error none = {0};
	struct date d;

	if (comma == NULL || !date_parse(comma + 2, &d, &none)) {
		text_printf(t, _("by order %s"), order);
		return;
	}
	text_add(t, _("by order "));
	text_add_n(t, order, (size_t)(comma - order));
	text_add(t, _(" of "));
	text_add_date(t, d, DATE_SHORT, digits_are_thai());
}

bool
capacity_is_acting(const char *capacity)
{
	return capacity_of(capacity) != NULL;
}

void
text_add_title(struct text *t, const char *own_post, const char *capacity,
	       const char *post, const char *between)
{
	if (capacity_is_acting(capacity))
		text_printf(t, "%s%s%s%s", own_post ? own_post : "",
			    text_is_blank(own_post) ? "" : " ", capacity,
			    between);
	text_add(t, post ? post : "");
}

/* Whole days are told as days: the last one, not the midnight after it. */
static void
add_moment(struct text *t, moment m, bool is_end)
{
	bool thai = digits_are_thai();
	bool is_midnight = moment_at(moment_date(m), 0, 0, 0) == m;

	text_add_date(t, moment_date(m - (is_midnight && is_end)), DATE_SHORT,
		      thai);
	if (is_midnight)
		return;
	text_add(t, " ");
	text_add_time(t, m, thai);
}

void
text_add_period(struct text *t, moment since, moment until)
{
	text_add(t, _("from "));
	add_moment(t, since, false);
	if (until == MOMENT_NEVER) {
		text_add(t, _(" until further notice"));
		return;
	}
	text_add(t, _(" to "));
	add_moment(t, until, true);
}
