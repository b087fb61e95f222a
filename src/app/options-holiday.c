/* options-holiday.c -- options of acts on holidays */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/holiday.h"

#include "app/options.h"

/* clang-format off */

const struct option holiday_list_options[] = {
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("only the holidays of this Buddhist year") },
	{ 0 }
};

#define KNOWN_TO                                                               \
	{ .name = "known-to", .metavar = "DATE", .label = N_("known up to"),   \
	  .kind = VALUE_DATE, .flags = OPTION_HIDDEN,                          \
	  .help = N_("with this, all holidays up to that day are in the "      \
	      "table") }

const struct option holiday_add_options[] = {
	{ .name = "kind", .metavar = "KIND", .label = N_("kind"),
	  .kind = VALUE_CHOICE, .choices = holiday_kinds,
	  .help = N_("why it is a holiday (extra)") },
	{ .name = "english", .metavar = "NAME", .label = N_("English name"),
	  .kind = VALUE_LINE, .help = N_("its name in English") },
	KNOWN_TO,
	{ 0 }
};

#define MATCH                                                                  \
	{ .name = "match", .metavar = "TEXT", .label = N_("with the words"),   \
	  .kind = VALUE_LINE,                                                  \
	  .help = N_("only events in whose name or description this "          \
	      "stands") }

const struct option holiday_import_options[] = {
	{ .name = "kind", .metavar = "KIND", .label = N_("kind"),
	  .kind = VALUE_CHOICE, .choices = holiday_kinds,
	  .help = N_("the kind of all of them (as the file says, or extra)") },
	MATCH,
	KNOWN_TO,
	{ 0 }
};

const struct option holiday_read_options[] = {
	MATCH,
	{ 0 }
};

const struct option holiday_export_options[] = {
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("only the holidays of this Buddhist year") },
	{ .name = "output", .metavar = "FILE", .label = N_("to the file"),
	  .kind = VALUE_FILE,
	  .help = N_("a new file, instead of standard output") },
	{ 0 }
};

const struct option holiday_remove_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("why it is no holiday") },
	{ 0 }
};

const struct option calendar_options[] = {
	{ .name = "mine", .label = N_("mine"), .kind = VALUE_FLAG,
	  .help = N_("only the duties with a post of mine") },
	{ 0 }
};
/* clang-format on */
