/* moves.c -- what the screen can do besides acts on the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/moves.h"

#include <string.h>

#include "base/i18n.h"

/* clang-format off */

const struct move moves[] = {
	{ "down", N_("One line down"), UNIT_LINE, 1, false },
	{ "up", N_("One line up"), UNIT_LINE, -1, false },
	{ "page-down", N_("One page down"), UNIT_PAGE, 1, false },
	{ "page-up", N_("One page up"), UNIT_PAGE, -1, false },
	{ "top", N_("To the beginning"), UNIT_ALL, -1, false },
	{ "bottom", N_("To the end"), UNIT_ALL, 1, false },
	{ "back", N_("Back to the screen before"), UNIT_NONE, 0, false },
	{ "quit", N_("Leaves the program"), UNIT_NONE, 0, false },
	{ "help", N_("What the keys of this screen do"), UNIT_NONE, 0, false },
	{ "desk", N_("What waits for me"), UNIT_NONE, 0, false },
	{ "register", N_("The register of the year"), UNIT_NONE, 0, false },
	{ "day-before", N_("The page of the day before"), UNIT_NONE, -1, false },
	{ "day-after", N_("The page of the day after"), UNIT_NONE, 1, false },
	{ "year-before", N_("The register of the year before"),
	  UNIT_NONE, -1, false },
	{ "year-after", N_("The register of the year after"),
	  UNIT_NONE, 1, false },
	{ "book-before", N_("The book before"), UNIT_NONE, -1, false },
	{ "book-after", N_("The next book: circulars, letters sent"),
	  UNIT_NONE, 1, false },
	{ "go", N_("To a number or a day of the register"),
	  UNIT_NONE, 0, false },
	{ "new-entry", N_("Enters a letter into the book that is open"),
	  UNIT_NONE, 0, false },
	{ "continue", N_("Goes on with the draft"), UNIT_NONE, 0, false },
	{ "discard", N_("Throws the draft away"), UNIT_NONE, 0, false },
	{ "draft-take", N_("Puts the texts of the draft into the form below"),
	  UNIT_NONE, 0, false },
	{ "enter-letter", N_("Enters the letter that got this number"),
	  UNIT_NONE, 0, false },
	{ "print-block", N_("Prints the blank sheets of the block again"),
	  UNIT_NONE, 0, false },
	{ "print-book", N_("Prints the register of the year into a file"),
	  UNIT_NONE, 0, false },
	{ "print-day", N_("Prints the page of the day into a file"),
	  UNIT_NONE, 0, false },
	{ "close-block", N_("Voids what is left of the block of sheets"),
	  UNIT_NONE, 0, false },
	{ "by-period", N_("The periods side by side, or one of them"),
	  UNIT_NONE, 0, false },
	{ "report-it", N_("Writes down a report, or corrects one"),
	  UNIT_NONE, 0, false },
	{ "nudge-them", N_("Reminds those, and only those, who are missing"),
	  UNIT_NONE, 0, false },
	{ "send-up", N_("Sends the whole of the period up, in one letter"),
	  UNIT_NONE, 0, false },
	{ "act-for", N_("Records an order to act for the post"), UNIT_NONE, 0,
	  false },
	{ "end-order", N_("Ends the order to act"), UNIT_NONE, 0, false },
	{ "take-over", N_("Takes over what waits at the post"), UNIT_NONE, 0,
	  false },
	{ "is-absent", N_("Records that the person is absent"), UNIT_NONE, 0,
	  false },
	{ "is-back", N_("Records that the person is back"), UNIT_NONE, 0,
	  false },
	{ "earlier-day", N_("The day before"), UNIT_NONE, -1, false },
	{ "later-day", N_("The day after"), UNIT_NONE, 1, false },
	{ "today", N_("To today"), UNIT_NONE, 0, false },
	{ "whose", N_("Between mine and those of the office"),
	  UNIT_NONE, 0, false },
	{ "open-day", N_("Shows what is due on the chosen day"),
	  UNIT_NONE, 0, false },
	{ "panel-before", N_("The panel before"), UNIT_NONE, -1, false },
	{ "panel-after", N_("The next panel"), UNIT_NONE, 1, false },
	{ "to-left", N_("The bar or panel to the left"), UNIT_NONE, -1, false },
	{ "to-right", N_("The bar or panel to the right"), UNIT_NONE, 1, false },
	{ "period-before", N_("The period before"), UNIT_NONE, -1, false },
	{ "period-after", N_("The next period"), UNIT_NONE, 1, false },
	{ "year-or-month", N_("Between a year and the chosen month"),
	  UNIT_NONE, 0, false },
	{ "division-after", N_("The next division, or all of the office"),
	  UNIT_NONE, 0, false },
	{ "open-bar", N_("Shows the letters of the chosen bar"),
	  UNIT_NONE, 0, false },
	{ "filter", N_("Which letters the list shows"), UNIT_NONE, 0, false },
	{ "unfilter", N_("All letters again"), UNIT_NONE, 0, false },
	{ "keep", N_("Keeps the search under a name"), UNIT_NONE, 0, false },
	{ "next-hit", N_("The next letter that was found"), UNIT_NONE, 1, false },
	{ "previous-hit", N_("The letter that was found before it"),
	  UNIT_NONE, -1, false },
	{ "mark", N_("Marks the letter, or takes its mark off"),
	  UNIT_NONE, 0, false },
	{ "mark-all", N_("Marks all letters in sight"), UNIT_NONE, 0, false },
	{ "unmark", N_("Takes all marks off"), UNIT_NONE, 0, false },
	{ "copy", N_("Copies a field of the letter; shows its links as QR"),
	  UNIT_NONE, 0, false },
	{ "palette", N_("Type a command"), UNIT_NONE, 0, false },
	{ "ask", N_("Type the rest of a command"), UNIT_NONE, 0, false },
	{ "work-in", N_("Works in this office"), UNIT_NONE, 0, false },
	{ "redraw", N_("Reads everything again and draws it anew"),
	  UNIT_NONE, 0, false },
	{ "suspend", N_("Gives the terminal to the shell for a while"),
	  UNIT_NONE, 0, false },
	{ "lock", N_("Locks the screen until your PIN is typed"),
	  UNIT_NONE, 0, false },
	{ "next", N_("The next field"), UNIT_NONE, 1, true },
	{ "previous", N_("The field before"), UNIT_NONE, -1, true },
	{ "enter", N_("The next field; on the button, saves"),
	  UNIT_NONE, 0, true },
	{ "save", N_("Does what the form says"), UNIT_NONE, 0, true },
	{ "save-next", N_("Does it and begins the next, keeping what repeats"),
	  UNIT_NONE, 0, true },
	{ "ditto", N_("This field as in the letter registered before"),
	  UNIT_NONE, 0, true },
	{ "ditto-all", N_("All that repeats, as in the letter before"),
	  UNIT_NONE, 0, true },
	{ "same", N_("Shows the letter of the same number and date"),
	  UNIT_NONE, 0, true },
	{ "keep-draft", N_("Leaves the form and keeps what was typed as a draft"),
	  UNIT_NONE, 0, true },
	{ "phrase", N_("The next stock phrase"), UNIT_NONE, 1, true },
	{ "phrase-before", N_("The stock phrase before"), UNIT_NONE, -1, true },
	{ "sheet", N_("Fills the form from the letter's text: a file, a paste"),
	  UNIT_NONE, 0, true },
	{ "sheet-show", N_("Shows the letter's text beside the form"),
	  UNIT_NONE, 0, true },
	{ "sheet-take", N_("Puts in what the letter's text says"),
	  UNIT_NONE, 0, true },
	{ "sheet-read", N_("Reads the file or the text"), UNIT_NONE, 0, true },
	{ "sheet-switch", N_("Between choosing a file and pasting a text"),
	  UNIT_NONE, 0, true },
	{ "complete", N_("Completes the word"), UNIT_NONE, 0, true },
	{ "left", N_("One character to the left"), UNIT_NONE, -1, true },
	{ "right", N_("One character to the right"), UNIT_NONE, 1, true },
	{ "word-left", N_("One word to the left"), UNIT_NONE, -1, true },
	{ "word-right", N_("One word to the right"), UNIT_NONE, 1, true },
	{ "line-start", N_("To the beginning of the line"),
	  UNIT_NONE, -1, true },
	{ "line-end", N_("To the end of the line"), UNIT_NONE, 1, true },
	{ "text-start", N_("To the beginning of the text"),
	  UNIT_NONE, -1, true },
	{ "text-end", N_("To the end of the text"), UNIT_NONE, 1, true },
	{ "erase", N_("Erases the mark or character before the cursor"),
	  UNIT_NONE, -1, true },
	{ "erase-right", N_("Erases the character behind, with its marks"),
	  UNIT_NONE, 1, true },
	{ "kill-word", N_("Cuts out the word before the cursor"),
	  UNIT_NONE, -1, true },
	{ "kill-word-right", N_("Cuts out the word behind the cursor"),
	  UNIT_NONE, 1, true },
	{ "kill-start", N_("Cuts out the line before the cursor"),
	  UNIT_NONE, -1, true },
	{ "kill-end", N_("Cuts out the line behind the cursor"),
	  UNIT_NONE, 1, true },
	{ "yank", N_("Puts in what was cut out last"), UNIT_NONE, 0, true },
	{ "undo", N_("Takes the last change of the text back"),
	  UNIT_NONE, -1, true },
	{ "redo", N_("Does again what was taken back"), UNIT_NONE, 1, true },
	{ 0 },
};

/* clang-format on */

const struct move *
move_find(const char *name)
{
	for (const struct move *m = moves; m->name; m++)
		if (strcmp(m->name, name) == 0)
			return m;
	return NULL;
}

size_t
move_apply(const struct move *m, size_t at, size_t n, int page)
{
	const long length[] = {
	    [UNIT_LINE] = 1,
	    [UNIT_PAGE] = page > 1 ? page - 1 : 1,
	    [UNIT_ALL] = (long)n,
	};
	long to = (long)at + m->by * length[m->unit];

	if (n == 0)
		return 0;
	return to < 0 ? 0 : to >= (long)n ? n - 1 : (size_t)to;
}
