/* options-stats.c -- options of the statistics */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/options.h"

/* clang-format off */

const struct option stats_options[] = {
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("of this year of the register, if not of this one") },
	{ .name = "from", .metavar = "DATE", .label = N_("from the day"),
	  .kind = VALUE_DATE, .flags = OPTION_PAST,
	  .help = N_("of letters that came on this day or later") },
	{ .name = "to", .metavar = "DATE", .label = N_("to the day"),
	  .kind = VALUE_DATE, .flags = OPTION_PAST,
	  .help = N_("of letters that came on this day or earlier") },
	{ .name = "division", .metavar = "DIVISION", .label = N_("division"),
	  .kind = VALUE_DIVISION,
	  .help = N_("only of letters that this division was given") },
	{ .name = "svg", .metavar = "FILE", .label = N_("as SVG"),
	  .kind = VALUE_FILE,
	  .help = N_("a sheet of A4 with its curves and bars: a new file of "
	      "SVG") },
	{ .name = "pdf", .metavar = "FILE", .label = N_("as PDF"),
	  .kind = VALUE_FILE,
	  .help = N_("the same sheet: a new file of PDF") },
	{ 0 }
};
