/* options-between.c -- what the acts between offices ask for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/options.h"

/* clang-format off */

const struct option office_add_options[] = {
	{ .name = "kind", .metavar = "KIND", .label = N_("kind of office"),
	  .kind = VALUE_CHOICE, .choices = office_kinds,
	  .help = N_("which posts and divisions it begins with (abt)") },
	{ .name = "under", .metavar = "OFFICE", .label = N_("under"),
	  .kind = VALUE_OFFICE,
	  .help = N_("code of the office above it") },
	{ .name = "prefix", .metavar = "TEXT", .label = N_("number prefix"),
	  .kind = VALUE_LINE,
	  .help = N_("what stands before the numbers it gives, as ชย 0023.14") },
	{ .name = "next-number", .metavar = "N", .label = N_("next number"),
	  .kind = VALUE_NUMBER,
	  .help = N_("the next receive number, when the year began on "
	      "paper") },
	{ 0 }
};

const struct option office_set_options[] = {
	{ .name = "name", .metavar = "NAME", .label = N_("name"),
	  .kind = VALUE_LINE, .help = N_("its name as people read it") },
	{ .name = "prefix", .metavar = "TEXT", .label = N_("number prefix"),
	  .kind = VALUE_LINE,
	  .help = N_("what stands before the numbers it gives, as ชย 0023.14") },
	{ .name = "under", .metavar = "OFFICE", .label = N_("under"),
	  .kind = VALUE_OFFICE,
	  .help = N_("code of the office above it") },
	{ 0 }
};

const struct option office_know_options[] = {
	{ .name = "key", .metavar = "KEY", .label = N_("public key"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("the key of its register, as `key show' tells it there") },
	{ .name = "under", .metavar = "OFFICE", .label = N_("under"),
	  .kind = VALUE_OFFICE,
	  .help = N_("code of the office above it") },
	{ 0 }
};

const struct option forward_options[] = {
	{ .name = "endorse", .metavar = "TEXT", .label = N_("endorsement"),
	  .kind = VALUE_TEXT, .phrases = "forward",
	  .help = N_("the words written on the sheet, which goes on itself") },
	{ .name = "covering", .metavar = "SUBJECT",
	  .label = N_("covering letter"), .kind = VALUE_LINE,
	  .help = N_("subject of a letter of this office that it goes with") },
	{ .name = "to-all", .label = N_("to all under this office"),
	  .kind = VALUE_FLAG,
	  .help = N_("to every office under this one that has not got it") },
	{ .name = "to", .metavar = "OFFICE", .label = N_("to"),
	  .kind = VALUE_OFFICE, .flags = OPTION_MANY,
	  .help = N_("an office it goes to") },
	{ .name = "address", .metavar = "TEXT", .label = N_("written to"),
	  .kind = VALUE_LINE,
	  .help = N_("to whom it is written, as นายก อบต. ทุกแห่ง") },
	{ .name = "circular", .label = N_("circular"), .kind = VALUE_FLAG,
	  .help = N_("a circular: ว stands before its number") },
	{ .name = "kind", .metavar = "WORD", .label = N_("kind"),
	  .kind = VALUE_CHOICE, .choices = letter_kinds,
	  .help = N_("kind of document (that of the sheet; a covering letter "
	      "is external)") },
	{ 0 }
};

const struct option withdraw_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED,
	  .help = N_("why it is taken back") },
	{ .name = "from", .metavar = "OFFICE", .label = N_("from"),
	  .kind = VALUE_OFFICE, .flags = OPTION_MANY,
	  .help = N_("from this office only; else from all that wait") },
	{ 0 }
};

const struct option exchange_options[] = {
	{ .name = "again", .label = N_("again"), .kind = VALUE_FLAG,
	  .help = N_("also what files told before and nobody has answered, and "
	      "every answer: for a file that was lost") },
	{ 0 }
};

const struct option refuse_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED, .phrases = "refuse",
	  .help = N_("why it is not received") },
	{ .name = "wrong-office", .label = N_("wrongly addressed"),
	  .kind = VALUE_FLAG,
	  .help = N_("it is meant for another office") },
	{ 0 }
};

const struct option inbox_options[] = {
	{ .name = "all", .label = N_("all"), .kind = VALUE_FLAG,
	  .help = N_("also what was received, refused or taken back, newest "
	      "first") },
	{ 0 }
};

/* clang-format on */
