/* options-people.c -- what the acts on people, posts and divisions ask for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/acting.h"
#include "model/role.h"

#include "app/options.h"

/* clang-format off */

const struct option holding_options[] = {
	{ .name = "post", .metavar = "POST", .label = N_("post"),
	  .kind = VALUE_POST, .flags = OPTION_REQUIRED,
	  .help = N_("code or name of the post") },
	{ .name = "from", .metavar = "DATE", .label = N_("first day"),
	  .kind = VALUE_DATE, .help = N_("first day in the post (today)") },
	{ .name = "to", .metavar = "DATE", .label = N_("last day"),
	  .kind = VALUE_DATE, .help = N_("last day in the post") },
	{ 0 }
};

const struct option person_end_options[] = {
	{ .name = "post", .metavar = "POST", .label = N_("post"),
	  .kind = VALUE_POST,
	  .help = N_("end this post only; else the person leaves") },
	{ .name = "on", .metavar = "DATE", .label = N_("last day"),
	  .kind = VALUE_DATE, .help = N_("last day (today)") },
	{ 0 }
};

const struct option post_add_options[] = {
	{ .name = "after", .metavar = "POST", .label = N_("after"),
	  .kind = VALUE_POST,
	  .help = N_("its place in the chain: right above this post") },
	{ .name = "role", .metavar = "WORD", .label = N_("what it is for"),
	  .kind = VALUE_CHOICE, .choices = post_roles,
	  .help = N_("what a post beside the chain is for (division)") },
	{ 0 }
};

const struct option division_add_options[] = {
	{ .name = "head", .metavar = "POST", .label = N_("headed by"),
	  .kind = VALUE_LINE, .help = N_("post that heads it") },
	{ .name = "head-name", .metavar = "NAME",
	  .label = N_("name of the head's post"), .kind = VALUE_LINE,
	  .help = N_("name of a new post that heads it") },
	{ 0 }
};

const struct option acting_add_options[] = {
	{ .name = "capacity", .metavar = "WORD", .label = N_("capacity"),
	  .kind = VALUE_CHOICE, .choices = acting_capacities,
	  .flags = OPTION_REQUIRED, .help = N_("the words of the order") },
	{ .name = "order", .metavar = "TEXT", .label = N_("order no."),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("number of the order") },
	{ .name = "order-date", .metavar = "DATE", .label = N_("order dated"),
	  .kind = VALUE_DATE, .flags = OPTION_REQUIRED | OPTION_PAST,
	  .help = N_("date of the order") },
	{ .name = "rank", .metavar = "N", .label = N_("named as"),
	  .kind = VALUE_NUMBER,
	  .help = N_("place in the order, which names several: 2 acts when "
	      "1 cannot (1)") },
	{ .name = "from", .metavar = "DATETIME", .label = N_("since"),
	  .kind = VALUE_MOMENT, .help = N_("since when it counts (now)") },
	{ .name = "to", .metavar = "DATETIME", .label = N_("until"),
	  .kind = VALUE_MOMENT,
	  .help = N_("until when; a day counts to its end") },
	{ 0 }
};

const struct option end_options[] = {
	{ .name = "at", .metavar = "DATETIME", .label = N_("ends at"),
	  .kind = VALUE_MOMENT, .help = N_("when it ends (now)") },
	{ 0 }
};

const struct option absent_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED, .phrases = "absent",
	  .help = N_("why the person is not there") },
	{ .name = "from", .metavar = "DATETIME", .label = N_("since"),
	  .kind = VALUE_MOMENT, .help = N_("since when (now)") },
	{ .name = "to", .metavar = "DATETIME", .label = N_("until"),
	  .kind = VALUE_MOMENT,
	  .help = N_("until when; a day counts to its end") },
	{ 0 }
};

const struct option pass_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED, .phrases = "skip",
	  .help = N_("why the post is passed over") },
	{ 0 }
};
