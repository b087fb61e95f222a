/* acting.h -- the ways to act for another, and when each is lawful */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_ACTING_H
#define MODEL_ACTING_H

#include "base/date.h"
#include "base/text.h"

#include "model/choices.h"

/* What an event's capacity says of who acted in a post of his own. */
#define CAPACITY_OWN "own"

/* The words of acting.capacity, as an order and a signature have them. */
extern const struct choice acting_capacities[];

/* The post must be without a holder; without one who is there; with one, who
   has delegated and keeps the power. */
enum capacity_when { POST_VACANT, HOLDER_AWAY, HOLDER_HELD };
/* For any post, the top of the chain, or those below it. */
enum capacity_where { AT_ANY, AT_TOP, BELOW_TOP };

/*
 * พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน 2534: ปฏิบัติราชการแทน is delegation (ม. 38
 * on), รักษาราชการแทน full powers while the post is vacant or its holder cannot
 * serve (ม. 41 on); for the ปลัด อบต. พ.ร.บ. สภาตำบลและ อบต. 2537, ม. 60/1.
 * รักษาการในตำแหน่ง fills a vacant lower post; ปฏิบัติหน้าที่ the nayok's
 * when his term is over.
 */
struct capacity {
	const char *word;
	enum capacity_when when;
	enum capacity_where where;
	const char *rule; /* N_(), when it is lawful */
};
/* NULL for words that are none. */
const struct capacity *capacity_of(const char *word);
/* As things stand: so many hold the post, so many of them are there. */
bool capacity_fits(const struct capacity *c, size_t held, size_t there);

/* The end of what has none: the year 10000, as apply.sql has it. */
#define MOMENT_NEVER ((moment)253402300800000000)

/* "12/2569, 2026-01-05": an order as an event keeps it. */
void text_add_order(struct text *t, const char *number, struct date dated);
/* Such an order for people: "by order 12/2569 of 5 Jan 2569". */
void text_add_order_told(struct text *t, const char *order);
/* As one signs: the post; acting, "ปลัด อบต. รักษาราชการแทน", `between`, and the
   post of the principal.  own_post and capacity may be NULL. */
void text_add_title(struct text *t, const char *own_post, const char *capacity,
		    const char *post, const char *between);
bool capacity_is_acting(const char *capacity);
/* "from 5 Jan 2569 8:30 to 7 Jan 2569": that day is the last. */
void text_add_period(struct text *t, moment since, moment until);

#endif
