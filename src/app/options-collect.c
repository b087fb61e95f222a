/* options-collect.c -- what the acts on collected reports ask for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/collect.h"

#include "app/options.h"

/* clang-format off */

#define WHICH_DUTY                                                             \
	{ .name = "duty", .metavar = "K", .label = N_("which duty"),           \
	  .kind = VALUE_NUMBER, .flags = OPTION_HIDDEN,                        \
	  .help = N_("which duty of the letter (the one handed down)") }
#define WHICH_PERIOD                                                           \
	{ .name = "period", .metavar = "PERIOD", .label = N_("which period"),  \
	  .kind = VALUE_LINE,                                                  \
	  .help = N_("its number, its name as 2569-01, or the day it is due "  \
	      "(the earliest that is open)") }

const struct option duty_hand_options[] = {
	{ .name = "duty", .metavar = "K", .label = N_("which duty"),
	  .kind = VALUE_NUMBER, .flags = OPTION_HIDDEN,
	  .help = N_("which duty of the letter (the only one that is open)") },
	{ .name = "to", .metavar = "WHO", .label = N_("handed down to"),
	  .kind = VALUE_LINE, .flags = OPTION_MANY,
	  .help = N_("a division or an office, its share behind =; "
	      "“divisions” is every division, “offices” every office under "
	      "this one") },
	{ .name = "name", .metavar = "NAME", .label = N_("others, by name"),
	  .kind = VALUE_LINE, .flags = OPTION_MANY,
	  .help = N_("somebody who stands in no register and answers on paper "
	      "or by telephone") },
	{ .name = "figure", .metavar = "UNIT", .label = N_("figure in"),
	  .kind = VALUE_LINE,
	  .help = N_("what the figure counts: ครัวเรือน (that of the duty)") },
	{ .name = "target", .metavar = "N", .label = N_("target in all"),
	  .kind = VALUE_LINE,
	  .help = N_("what the figures shall come to in all (the sum of the "
	      "shares)") },
	{ .name = "each", .metavar = "N", .label = N_("share of each"),
	  .kind = VALUE_LINE,
	  .help = N_("the share of everyone who is not given another") },
	{ .name = "running", .label = N_("figures run on"), .kind = VALUE_FLAG,
	  .help = N_("each figure is the whole so far; else they are added up "
	      "over the periods") },
	{ 0 }
};

const struct option duty_report_options[] = {
	WHICH_DUTY,
	WHICH_PERIOD,
	{ .name = "for", .metavar = "WHO", .label = N_("for"),
	  .kind = VALUE_LINE,
	  .help = N_("whom it is written down for; a head of a division "
	      "reports for his own") },
	{ .name = "how", .metavar = "WORD", .label = N_("told how"),
	  .kind = VALUE_CHOICE, .choices = collected_told_ways,
	  .help = N_("how it was told that is written down for another "
	      "(paper)") },
	{ .name = "figure", .metavar = "N", .label = N_("figure"),
	  .kind = VALUE_LINE, .help = N_("the figure that is reported") },
	{ .name = "note", .metavar = "TEXT", .label = N_("what was done"),
	  .kind = VALUE_TEXT, .phrases = "done",
	  .help = N_("what was done, in a few words") },
	{ .name = "reply", .metavar = "NUMBER", .label = N_("reply's number"),
	  .kind = VALUE_LINE,
	  .help = N_("number of the letter that reports it") },
	{ .name = "attach", .metavar = "FILE", .label = N_("files"),
	  .kind = VALUE_FILE, .flags = OPTION_MANY,
	  .help = N_("a file that shows it, kept with the letter") },
	{ .name = "reason", .metavar = "TEXT", .label = N_("corrected why"),
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN,
	  .help = N_("why it stands in place of what was given before") },
	{ 0 }
};

const struct option duty_nudge_options[] = { WHICH_DUTY, WHICH_PERIOD, { 0 } };

const struct option collected_options[] = {
	WHICH_DUTY,
	WHICH_PERIOD,
	{ .name = "periods", .label = N_("period by period"),
	  .kind = VALUE_FLAG,
	  .help = N_("the periods side by side, and their sums") },
	{ 0 }
};
/* clang-format on */
