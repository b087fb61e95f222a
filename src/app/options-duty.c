/* options-duty.c -- what the acts on duties ask for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/duty.h"

#include "app/options.h"

/* clang-format off */

#define WHICH_DUTY                                                             \
	{ .name = "duty", .metavar = "K", .label = N_("which duty"),           \
	  .kind = VALUE_NUMBER,                                                \
	  .help = N_("which duty of the letter (the only one that is open)") }
#define WHICH_PERIOD                                                           \
	{ .name = "period", .metavar = "PERIOD", .label = N_("which period"),  \
	  .kind = VALUE_LINE, .flags = OPTION_MANY,                            \
	  .help = N_("its number, its name as 2569-01, or the day it is due "  \
	      "(the earliest)") }

/* What is said of a duty, new or changed. */
#define TERMS                                                                  \
	{ .name = "what", .metavar = "TEXT", .label = N_("what to do"),        \
	  .kind = VALUE_LINE,                               \
	  .help = N_("what is to be reported or done (the letter's "           \
	      "subject)") },                                                   \
	{ .name = "when", .metavar = "WORDS", .label = N_("when"),             \
	  .kind = VALUE_LINE,                                                  \
	  .help = N_("the days in words: ทุกวันที่ 20 จำนวน 4 ครั้ง, within 15 "   \
	      "days, 20 มี.ค. 69") },                                          \
	{ .name = "due", .metavar = "DATE", .label = N_("due"),                \
	  .kind = VALUE_DATE,                                                  \
	  .help = N_("the day, or the first of several") },                    \
	{ .name = "rrule", .metavar = "RULE", .label = N_("rule"),             \
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN,                          \
	  .help = N_("how it recurs, by RFC 5545: FREQ=MONTHLY;"               \
	      "BYMONTHDAY=15; - for once") },                                  \
	{ .name = "about", .metavar = "PERIOD", .label = N_("report about"),   \
	  .kind = VALUE_CHOICE, .choices = duty_abouts,                        \
	  .flags = OPTION_HIDDEN,                                              \
	  .help = N_("the period before the day, or the one it lies in") },    \
	{ .name = "owner", .metavar = "WHO", .label = N_("whose"),             \
	  .kind = VALUE_LINE,                                                  \
	  .help = N_("a division or a post; - for who has the letter") },      \
	{ .name = "report-to", .metavar = "TEXT", .label = N_("report to"),    \
	  .kind = VALUE_LINE, .flags = OPTION_MANY,                            \
	  .help = N_("an office, a system, a LINE group, with its link; - "    \
	      "for nothing") },                                                \
	{ .name = "form", .metavar = "TEXT", .label = N_("form"),              \
	  .kind = VALUE_LINE, .help = N_("the form that is asked for") },      \
	{ .name = "pictures", .metavar = "N", .label = N_("pictures"),         \
	  .kind = VALUE_NUMBER,                                                \
	  .help = N_("how many pictures are asked for") },                     \
	{ .name = "copies", .metavar = "N", .label = N_("copies"),             \
	  .kind = VALUE_NUMBER,                                                \
	  .help = N_("how many copies are asked for") },                       \
	{ .name = "unit", .metavar = "WORD", .label = N_("figure in"),         \
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN,                          \
	  .help = N_("what the figure of a report counts: ครัวเรือน") },     \
	{ .name = "target", .metavar = "N", .label = N_("target"),             \
	  .kind = VALUE_NUMBER, .flags = OPTION_HIDDEN,                        \
	  .help = N_("what the figures shall come to in all") },               \
	{ .name = "asked-by", .metavar = "OFFICE", .label = N_("asked by"),    \
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN,                          \
	  .help = N_("the office that asks for these days (the sender); the "  \
	      "nearest counts") }

const struct option duty_add_options[] = { TERMS, { 0 } };

const struct option duty_change_options[] = { TERMS, WHICH_DUTY, { 0 } };

const struct option duty_done_options[] = {
	{ .name = "reply", .metavar = "NUMBER", .label = N_("reply's number"),
	  .kind = VALUE_LINE,
	  .help = N_("the number under which the report went out") },
	{ .name = "ref", .metavar = "TEXT", .label = N_("shown by"),
	  .kind = VALUE_LINE,
	  .help = N_("what else shows that it was done, in words") },
	{ .name = "figure", .metavar = "N", .label = N_("figure"),
	  .kind = VALUE_LINE, .help = N_("the figure that was reported") },
	{ .name = "note", .metavar = "TEXT", .label = N_("what was done"),
	  .kind = VALUE_TEXT, .phrases = "done",
	  .help = N_("what was done, in a few words") },
	{ .name = "attach", .metavar = "FILE", .label = N_("files"),
	  .kind = VALUE_FILE, .flags = OPTION_MANY,
	  .help = N_("a file that shows it, kept with the letter") },
	WHICH_DUTY,
	WHICH_PERIOD,
	{ 0 }
};

const struct option duty_reopen_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED,
	  .help = N_("why it is open again") },
	WHICH_DUTY,
	WHICH_PERIOD,
	{ 0 }
};

const struct option duty_waive_options[] = {
	{ .name = "all", .label = N_("all that is left"), .kind = VALUE_FLAG,
	  .help = N_("every day that is open, and those to come") },
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED,
	  .help = N_("why it need not be done") },
	WHICH_DUTY,
	WHICH_PERIOD,
	{ 0 }
};

const struct option duties_options[] = {
	{ .name = "mine", .label = N_("mine"), .kind = VALUE_FLAG,
	  .help = N_("only what I have to do") },
	{ .name = "when", .metavar = "WHEN", .label = N_("when"),
	  .kind = VALUE_CHOICE, .choices = duty_whens,
	  .help = N_("only what is to be done then") },
	{ .name = "all", .label = N_("all days"), .kind = VALUE_FLAG,
	  .help = N_("every day of what comes again, not only the next") },
	{ 0 }
};
/* clang-format on */
