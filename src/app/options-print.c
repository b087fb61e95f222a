/* options-print.c -- options of what is printed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/options.h"

static const struct choice paper_digits[] = {
    {"thai", "ไทย", N_("Thai digits")},
    {"arabic", "อารบิก", N_("Arabic digits")},
    {NULL, NULL, NULL},
};

static const struct choice stamp_places[] = {
    {"top-right", "บนขวา", N_("top right")},
    {"top-left", "บนซ้าย", N_("top left")},
    {"bottom-right", "ล่างขวา", N_("bottom right")},
    {"bottom-left", "ล่างซ้าย", N_("bottom left")},
    {NULL, NULL, NULL},
};

/* clang-format off */

/* Where every form may go; without any of these it is shown as text. */
#define PAPER                                                                  \
	{ .name = "pdf", .metavar = "FILE", .label = N_("as PDF"),             \
	  .kind = VALUE_FILE,                                                  \
	  .help = N_("a new file of PDF") },                                   \
	{ .name = "text", .metavar = "FILE", .label = N_("as text"),           \
	  .kind = VALUE_FILE,                                                  \
	  .help = N_("a new file of text for a line printer; - is standard "   \
	      "output") },                                                     \
	{ .name = "file", .label = N_("to a file"), .kind = VALUE_FLAG,        \
	  .help = N_("to a file named after it in the folder of "              \
	      "print-folder, PDF where that can be made; print-command "       \
	      "sends it") },                                                   \
	{ .name = "digits", .metavar = "WHICH", .label = N_("digits"),         \
	  .kind = VALUE_CHOICE, .choices = paper_digits,                       \
	  .help = N_("the digits of numbers and days, whatever print-digits "  \
	      "says") }

const struct option print_options[] = {
	PAPER,
	{ 0 }
};

const struct option print_stamp_options[] = {
	{ .name = "place", .metavar = "WHERE", .label = N_("place"),
	  .kind = VALUE_CHOICE, .choices = stamp_places,
	  .help = N_("the corner of the page (top-right)") },
	{ .name = "over", .metavar = "N", .label = N_("over the file"),
	  .kind = VALUE_NUMBER,
	  .help = N_("over page 1 of its N-th file, a PDF") },
	PAPER,
	{ 0 }
};

const struct option print_duties_options[] = {
	{ .name = "mine", .label = N_("mine"), .kind = VALUE_FLAG,
	  .help = N_("only what I have to do") },
	{ .name = "all", .label = N_("all days"), .kind = VALUE_FLAG,
	  .help = N_("every day of what comes again, not only the next") },
	PAPER,
	{ 0 }
};

const struct option print_destruction_options[] = {
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("the year with which the keeping ended (last year)") },
	PAPER,
	{ 0 }
};

const struct option print_register_options[] = {
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("of this Buddhist year; this year when left out") },
	{ .name = "book", .metavar = "BOOK", .label = N_("book"),
	  .kind = VALUE_CHOICE, .choices = book_choices,
	  .help = N_("of this book; receipts when left out") },
	{ .name = "since", .metavar = "N", .label = N_("from number"),
	  .kind = VALUE_NUMBER,
	  .help = N_("begin with this number") },
	{ .name = "until", .metavar = "N", .label = N_("to number"),
	  .kind = VALUE_NUMBER,
	  .help = N_("end with this number") },
	PAPER,
	{ 0 }
};
/* clang-format on */
