/* keymap-notes.c -- the notes of data/keys.conf, for the translators */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "tui/keymap.h"

/* clang-format off */
/* TRANSLATORS: names of keys in the function bar; ten of them with "F10 "
   and the like before each should fit in 80 columns. */
const char *const keymap_notes[] = {
    N_("Help"),         N_("New"),      N_("Endorse"),
    N_("Order"),        N_("Return"),   N_("Recall"),
    N_("Noted"),        N_("Done"),     N_("Quit"),
    N_("Book"),         N_("Desk"),     N_("Events"),
    N_("Letter"),       N_("Save"),     N_("Cancel"),
    N_("Next field"),   N_("Run"),      N_("Complete"),
    N_("Next one"),     N_("Ditto"),    N_("Ditto all"),
    N_("First copy"),   N_("Drafts"),   N_("Continue"),
    N_("Take over"),    N_("Discard"),  N_("Why"),
    N_("From file"),    N_("Its text"), N_("Read it"),
    N_("File or text"), N_("Open"),     N_("Back"),
    N_("Filter"),       N_("Keep"),     N_("No filter"),
    N_("Copy"),         N_("Work there"), N_("Receive"), N_("Refuse"), N_("Enter it"), N_("Reserve"),
    N_("Sheets"),       N_("Print"),    N_("Void"),
    N_("Void block"),   N_("Next book"), N_("Day before"),
    N_("Day after"),    N_("Who acts"), N_("Absent"),
    N_("Is back"),      N_("End order"), N_("Accept"),
    N_("Enter them"),   N_("To mend"),  N_("Only wrong"),
    N_("Write down"),   N_("Nudge"),    N_("Send up"),
    N_("By period"),    N_("Hand down"),
    N_("Before"),   N_("After"),
    N_("Month before"), N_("Next month"), N_("Today"), N_("Whose"),
     N_("Year/month"),   N_("Division"), N_("Change"),
    N_("Whole"),        N_("Waive"),        N_("Mine or all"), NULL,
};
/* clang-format on */
