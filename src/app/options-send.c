/* options-send.c -- options of the acts on letters that go out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/options.h"

/* clang-format off */

const struct option send_options[] = {
	{ .name = "to", .metavar = "TO", .label = N_("to"), .kind = VALUE_LINE,
	  .flags = OPTION_REQUIRED, .used = USED_SENDER,
	  .help = N_("to whom it goes") },
	{ .name = "subject", .metavar = "TEXT", .label = N_("subject"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("what it is about; a summary when it has no subject") },
	{ .name = "from", .metavar = "FROM", .label = N_("from"),
	  .kind = VALUE_LINE,
	  .help = N_("the division or post whose letter it is (the office)") },
	{ .name = "dated", .metavar = "DATE", .label = N_("dated"),
	  .kind = VALUE_DATE, .flags = OPTION_PAST,
	  .help = N_("the letter's own date (today)") },
	{ .name = "reply-to", .metavar = "NUMBER", .label = N_("in reply to"),
	  .kind = VALUE_LETTER, .flags = OPTION_MANY,
	  .help = N_("the number of a letter that it answers") },
	{ .name = "duty", .metavar = "K", .label = N_("which duty"),
	  .kind = VALUE_NUMBER, .flags = OPTION_HIDDEN,
	  .help = N_("the duty of that letter that it reports on; what was "
	      "collected for it goes along") },
	{ .name = "period", .metavar = "PERIOD", .label = N_("which period"),
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN,
	  .help = N_("its number, its name as 2569-01, or the day it is due "
	      "(the earliest that is open)") },
	{ .name = "missing-ok", .metavar = "REASON",
	  .label = N_("without the missing"), .kind = VALUE_LINE,
	  .flags = OPTION_HIDDEN,
	  .help = N_("why it goes up though reports are missing") },
	{ .name = "urgency", .metavar = "WORD", .label = N_("urgency"),
	  .kind = VALUE_CHOICE, .choices = letter_urgencies,
	  .help = N_("as marked on the letter") },
	{ .name = "secrecy", .metavar = "WORD", .label = N_("secrecy"),
	  .kind = VALUE_CHOICE, .choices = letter_secrecies,
	  .help = N_("as marked on the letter") },
	{ .name = "kind", .metavar = "WORD", .label = N_("kind"),
	  .kind = VALUE_CHOICE, .choices = letter_kinds,
	  .help = N_("kind of document (external)") },
	{ .name = "circular", .label = N_("circular"), .kind = VALUE_FLAG,
	  .help = N_("the same to many: ว stands before its number") },
	{ .name = "enclosure", .metavar = "TEXT", .label = N_("enclosures"),
	  .kind = VALUE_LINE, .flags = OPTION_MANY,
	  .help = N_("an enclosure; its count after the word จำนวน") },
	{ .name = "reference", .metavar = "TEXT", .label = N_("refers to"),
	  .kind = VALUE_LINE, .flags = OPTION_MANY,
	  .help = N_("a letter it refers to, as written") },
	{ .name = "replaces", .metavar = "NUMBER", .label = N_("replaces"),
	  .kind = VALUE_LETTER, .flags = OPTION_HIDDEN,
	  .help = N_("the cancelled entry that this one stands for") },
	{ .name = "reserved", .metavar = "NUMBER", .label = N_("reserved number"),
	  .kind = VALUE_LETTER, .flags = OPTION_HIDDEN,
	  .help = N_("the number that was reserved for it") },
	{ .name = "attach", .metavar = "FILE", .label = N_("files"),
	  .kind = VALUE_FILE, .flags = OPTION_MANY,
	  .help = N_("a file to keep with the letter") },
	{ 0 }
};

const struct option sent_options[] = {
	{ .name = "how", .metavar = "WORD", .label = N_("how it went out"),
	  .kind = VALUE_CHOICE, .choices = letter_channels,
	  .help = N_("the way it was sent; as before, when only the receiver "
	      "was not known") },
	{ .name = "receiver", .metavar = "NAME", .label = N_("received by"),
	  .kind = VALUE_LINE,
	  .help = N_("who received it, or the number on its receipt") },
	{ .name = "on", .metavar = "DATETIME", .label = N_("sent at"),
	  .kind = VALUE_MOMENT, .help = N_("when it went out, if not now") },
	{ 0 }
};
/* clang-format on */
