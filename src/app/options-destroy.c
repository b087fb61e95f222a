/* options-destroy.c -- options of acts on keeping and destroying */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/options.h"

/* clang-format off */

const struct option retain_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("why it is kept so long") },
	{ .name = "until", .metavar = "BE", .label = N_("last year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("the last year it is kept, where a law of its own says "
	      "so") },
	{ 0 }
};

const struct option destroy_list_options[] = {
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("the year with which the keeping ended (the last one)") },
	{ 0 }
};

const struct option destroy_committee_options[] = {
	{ .name = "order", .metavar = "TEXT", .label = N_("order"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("number and date of the order that appointed it") },
	{ .name = "chair", .metavar = "NAME", .label = N_("chair"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("name and post of the chair") },
	{ .name = "member", .metavar = "NAME", .label = N_("members"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED | OPTION_MANY,
	  .help = N_("name and post of a member; two at least") },
	{ 0 }
};

const struct option destroy_decide_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_LINE,
	  .help = N_("why; needed for letters that are kept on") },
	{ .name = "rest", .label = N_("all the others"), .kind = VALUE_FLAG,
	  .help = N_("every letter of the list that nothing was decided "
	      "about") },
	{ 0 }
};

const struct option destroy_send_options[] = {
	{ .name = "ref", .metavar = "NUMBER", .label = N_("our letter"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("number of the letter it went with") },
	{ .name = "on", .metavar = "DATE", .label = N_("sent on"),
	  .kind = VALUE_DATE, .flags = OPTION_PAST,
	  .help = N_("the day it was sent (today)") },
	{ 0 }
};

const struct option destroy_answer_options[] = {
	{ .name = "ref", .metavar = "NUMBER", .label = N_("their letter"),
	  .kind = VALUE_LINE,
	  .help = N_("number of the letter in which they agreed") },
	{ .name = "on", .metavar = "DATE", .label = N_("dated"),
	  .kind = VALUE_DATE, .flags = OPTION_PAST,
	  .help = N_("the day of their letter (today)") },
	{ .name = "keep", .metavar = "NUMBER", .label = N_("keep on"),
	  .kind = VALUE_LETTER, .flags = OPTION_MANY,
	  .help = N_("a letter that they want to be kept") },
	{ 0 }
};

const struct option destroy_do_options[] = {
	{ .name = "words", .metavar = "TEXT", .label = N_("in words"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("\"destroy N letters\", with their number: nothing brings "
	      "them back") },
	{ 0 }
};
/* clang-format on */
