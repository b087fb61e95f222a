/* action.c -- the one table of what the program can do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/action.h"

#include <string.h>

#include "base/i18n.h"

#include "model/role.h"

#include "app/collect.h"
#include "app/decisions.h"
#include "app/duty.h"
#include "app/holiday.h"
#include "app/log.h"
#include "app/options.h"
#include "app/pin.h"
#include "app/print.h"

#define LOOK NEED_REGISTER
#define WRITE (NEED_REGISTER | NEED_WRITE)
#define WRITE_LETTER (WRITE | NEED_LETTER)
#define ADMIN (WRITE | NEED_ADMIN)

/* clang-format off */

/* Where several would do; most often the letter's place decides. */
#define AS_POST                                                                \
	{ .name = "as-post", .metavar = "POST", .label = N_("as which post"),  \
	  .kind = VALUE_POST, .flags = OPTION_HIDDEN,                          \
	  .help = N_("in which of your posts, when several would do") }

static const struct option init_options[] = {
	{ .name = "code", .metavar = "CODE", .label = N_("office code"),
	  .kind = VALUE_LINE, .help = N_("short code of the office (main)") },
	{ .name = "next-number", .metavar = "N", .label = N_("next number"),
	  .kind = VALUE_NUMBER,
	  .help = N_("the next receive number, when the year began on "
	      "paper") },
	{ .name = "kind", .metavar = "KIND", .label = N_("kind of office"),
	  .kind = VALUE_CHOICE, .choices = office_kinds,
	  .help = N_("which posts and divisions it begins with (abt)") },
	{ .name = "prefix", .metavar = "TEXT", .label = N_("number prefix"),
	  .kind = VALUE_LINE,
	  .help = N_("what stands before the numbers it gives, as ชย 0023.14") },
	{ .name = "practice", .label = N_("practice"), .kind = VALUE_FLAG,
	  .help = N_("a register for practice, marked on every screen") },
	{ 0 }
};

static const struct option receive_options[] = {
	{ .name = "ref", .metavar = "NUMBER", .label = N_("their number"),
	  .kind = VALUE_LINE, .used = USED_PREFIX,
	  .help = N_("the sender's number, as written") },
	{ .name = "dated", .metavar = "DATE", .label = N_("dated"),
	  .kind = VALUE_DATE, .flags = OPTION_PAST | OPTION_REPEATS,
	  .help = N_("the letter's own date; 15 or 15/1 is the last such day") },
	{ .name = "from", .metavar = "OFFICE", .label = N_("from"),
	  .kind = VALUE_LINE, .flags = OPTION_REPEATS, .used = USED_SENDER,
	  .help = N_("who sent it") },
	{ .name = "to", .metavar = "TO", .label = N_("to"), .kind = VALUE_LINE,
	  .flags = OPTION_REPEATS, .used = USED_RECIPIENT,
	  .help = N_("to whom it is written") },
	{ .name = "subject", .metavar = "TEXT", .label = N_("subject"),
	  .kind = VALUE_LINE, .used = USED_SUBJECT,
	  .help = N_("what it is about; a summary when it has no subject") },
	{ .name = "urgency", .metavar = "WORD", .label = N_("urgency"),
	  .kind = VALUE_CHOICE, .choices = letter_urgencies,
	  .flags = OPTION_REPEATS, .help = N_("as marked on the letter") },
	{ .name = "secrecy", .metavar = "WORD", .label = N_("secrecy"),
	  .kind = VALUE_CHOICE, .choices = letter_secrecies,
	  .help = N_("as marked on the letter") },
	{ .name = "kind", .metavar = "WORD", .label = N_("kind"),
	  .kind = VALUE_CHOICE, .choices = letter_kinds,
	  .flags = OPTION_REPEATS, .help = N_("kind of document (external)") },
	{ .name = "channel", .metavar = "WORD", .label = N_("how it came"),
	  .kind = VALUE_CHOICE, .choices = letter_channels,
	  .flags = OPTION_REPEATS, .help = N_("how it came (paper)") },
	{ .name = "pages", .metavar = "N", .label = N_("pages"),
	  .kind = VALUE_NUMBER, .help = N_("number of pages") },
	{ .name = "at", .metavar = "DATETIME", .label = N_("received at"),
	  .kind = VALUE_MOMENT, .flags = OPTION_REPEATS,
	  .help = N_("when it came, if not now") },
	{ .name = "late", .metavar = "TEXT", .label = N_("why late"),
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN, .phrases = "late",
	  .help = N_("why a letter of an earlier day is entered only now") },
	{ .name = "replaces", .metavar = "NUMBER", .label = N_("replaces"),
	  .kind = VALUE_LETTER, .flags = OPTION_HIDDEN,
	  .help = N_("the cancelled entry that this one stands for") },
	{ .name = "reserved", .metavar = "NUMBER", .label = N_("reserved number"),
	  .kind = VALUE_LETTER, .flags = OPTION_HIDDEN,
	  .help = N_("the number that was reserved for it") },
	{ .name = "sheet", .metavar = "NUMBER", .label = N_("emergency sheet"),
	  .kind = VALUE_LETTER, .flags = OPTION_HIDDEN,
	  .help = N_("the number of the emergency sheet it was written on") },
	{ .name = "written-by", .metavar = "NAME", .label = N_("written by"),
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN | OPTION_REPEATS,
	  .help = N_("who wrote on the emergency sheet") },
	{ .name = "reason", .metavar = "TEXT", .label = N_("why on a sheet"),
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN | OPTION_REPEATS,
	  .phrases = "sheet",
	  .help = N_("why it was written on an emergency sheet") },
	{ .name = "enclosure", .metavar = "TEXT", .label = N_("enclosures"),
	  .kind = VALUE_LINE, .flags = OPTION_MANY,
	  .help = N_("an enclosure; its count after the word จำนวน") },
	{ .name = "reference", .metavar = "TEXT", .label = N_("refers to"),
	  .kind = VALUE_LINE, .flags = OPTION_MANY,
	  .help = N_("a letter it refers to, as written") },
	{ .name = "stamp", .metavar = "TEXT", .label = N_("others' stamps"),
	  .kind = VALUE_LINE, .flags = OPTION_MANY,
	  .help = N_("another office's stamp as written: OFFICE; NUMBER; "
	      "DATE; TIME") },
	{ .name = "duty", .metavar = "TEXT", .label = N_("duties"),
	  .kind = VALUE_LINE, .flags = OPTION_MANY,
	  .help = N_("what it asks for, and by when: WHAT; DAYS; WHERE...; ? "
	      "before it where that is in doubt") },
	{ .name = "link", .metavar = "ADDRESS", .label = N_("links"),
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN | OPTION_MANY,
	  .help = N_("an address of the web that stands in it") },
	{ .name = "text", .metavar = "TEXT", .label = N_("text"),
	  .kind = VALUE_TEXT, .flags = OPTION_HIDDEN | OPTION_LONG,
	  .help = N_("the letter's text, kept to search in") },
	{ .name = "attach", .metavar = "FILE", .label = N_("files"),
	  .kind = VALUE_FILE, .flags = OPTION_MANY,
	  .help = N_("a file to keep with the letter") },
	{ .name = "as-given", .label = N_("as given"), .kind = VALUE_FLAG,
	  .flags = OPTION_HIDDEN,
	  .help = N_("only these values: none of what was read, or sent with "
	      "it, is filled in") },
	{ .name = "again", .label = N_("again"), .kind = VALUE_FLAG,
	  .flags = OPTION_HIDDEN,
	  .help = N_("even when the same message was registered before") },
	{ 0 }
};

static const struct option reserve_options[] = {
	{ .name = "purpose", .metavar = "TEXT", .label = N_("purpose"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED, .phrases = "reserve",
	  .help = N_("what the number is kept for") },
	{ .name = "until", .metavar = "DATE", .label = N_("until"),
	  .kind = VALUE_DATE, .flags = OPTION_REQUIRED,
	  .help = N_("last day on which it may be used; then it is void") },
	{ .name = "count", .metavar = "N", .label = N_("how many"),
	  .kind = VALUE_NUMBER,
	  .help = N_("how many numbers, one after the other (1)") },
	{ .name = "book", .metavar = "BOOK", .label = N_("book"),
	  .kind = VALUE_CHOICE, .choices = book_choices,
	  .help = N_("of which book (receive)") },
	{ 0 }
};

static const struct option emergency_options[] = {
	{ .name = "count", .metavar = "N", .label = N_("how many"),
	  .kind = VALUE_NUMBER, .flags = OPTION_REQUIRED,
	  .help = N_("how many sheets, each with a number of its own") },
	{ .name = "until", .metavar = "DATE", .label = N_("until"),
	  .kind = VALUE_DATE,
	  .help = N_("last day on which they are entered; then what is left "
	      "is void") },
	{ .name = "book", .metavar = "BOOK", .label = N_("book"),
	  .kind = VALUE_CHOICE, .choices = book_choices,
	  .help = N_("of which book (receive)") },
	{ .name = "purpose", .metavar = "TEXT", .label = N_("purpose"),
	  .kind = VALUE_LINE, .phrases = "sheet",
	  .help = N_("what the sheets are for") },
	{ 0 }
};

static const struct option void_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED, .phrases = "void",
	  .help = N_("why the number is not used") },
	{ 0 }
};

static const struct option clock_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED, .phrases = "clock",
	  .help = N_("why it is right") },
	{ 0 }
};

static const struct option endorse_options[] = {
	{ .name = "note", .metavar = "TEXT", .label = N_("note"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED, .phrases = "note",
	  .used = USED_ENDORSE,
	  .help = N_("the words written on the letter") },
	{ .name = "to", .metavar = "POST", .label = N_("send up to"),
	  .kind = VALUE_POST,
	  .help = N_("a post higher up than the next; asks for a reason") },
	{ .name = "reason", .metavar = "TEXT",
	  .label = N_("why posts are skipped"), .kind = VALUE_LINE,
	  .phrases = "skip", .help = N_("why a post is passed over") },
	AS_POST,
	{ 0 }
};

static const struct option return_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED, .phrases = "reason",
	  .used = USED_RETURN,
	  .help = N_("why it goes back") },
	AS_POST,
	{ 0 }
};

static const struct option order_options[] = {
	{ .name = "note", .metavar = "TEXT", .label = N_("order"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED, .phrases = "order",
	  .used = USED_ORDER,
	  .help = N_("the words of the order") },
	{ .name = "assign", .metavar = "DIVISION", .label = N_("give to"),
	  .kind = VALUE_DIVISION, .flags = OPTION_MANY,
	  .help = N_("a division that is to act; none closes the letter") },
	{ .name = "duties", .metavar = "DIVISION",
	  .label = N_("duties of"), .kind = VALUE_DIVISION,
	  .flags = OPTION_HIDDEN,
	  .help = N_("which of several divisions answers for the letter's "
	      "duties") },
	AS_POST,
	{ 0 }
};

static const struct option acknowledge_options[] = {
	{ .name = "division", .metavar = "DIVISION", .label = N_("division"),
	  .kind = VALUE_DIVISION, .flags = OPTION_HIDDEN,
	  .help = N_("which of your divisions, when you head several") },
	AS_POST,
	{ 0 }
};

static const struct option done_options[] = {
	{ .name = "reply", .metavar = "NUMBER", .label = N_("reply's number"),
	  .kind = VALUE_LINE,
	  .help = N_("number of the reply that was sent") },
	{ .name = "note", .metavar = "TEXT", .label = N_("what was done"),
	  .kind = VALUE_TEXT, .phrases = "done",
	  .help = N_("what was done, in a few words") },
	{ .name = "division", .metavar = "DIVISION", .label = N_("division"),
	  .kind = VALUE_DIVISION, .flags = OPTION_HIDDEN,
	  .help = N_("which of your divisions, when you head several") },
	AS_POST,
	{ 0 }
};

static const struct option circulate_options[] = {
	{ .name = "to", .metavar = "WHO", .label = N_("to"),
	  .kind = VALUE_ADDRESSEE, .flags = OPTION_REQUIRED | OPTION_MANY,
	  .help = N_("a division or a login; “divisions” is every division, "
	      "“people” everybody") },
	{ .name = "purpose", .metavar = "WORD", .label = N_("purpose"),
	  .kind = VALUE_CHOICE, .choices = circulation_purposes,
	  .help = N_("for information, or for action (information)") },
	{ .name = "note", .metavar = "TEXT", .label = N_("note"),
	  .kind = VALUE_TEXT, .phrases = "circulate",
	  .help = N_("the words that go round with it") },
	{ .name = "until", .metavar = "DATE", .label = N_("note it by"),
	  .kind = VALUE_DATE,
	  .help = N_("the day by which all should have noted it") },
	{ 0 }
};

static const struct option hand_options[] = {
	{ .name = "to", .metavar = "POST", .label = N_("hand over to"),
	  .kind = VALUE_POST, .flags = OPTION_REQUIRED,
	  .help = N_("the post that is to have the paper") },
	{ 0 }
};

static const struct option uncirculate_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED,
	  .help = N_("why it is not waited for who has not noted it") },
	{ 0 }
};

static const struct option cancel_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED, .phrases = "cancel",
	  .help = N_("why the entry is struck through") },
	AS_POST,
	{ 0 }
};

static const struct option correct_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED, .phrases = "correct",
	  .help = N_("why it is corrected") },
	AS_POST,
	{ 0 }
};

static const struct option key_end_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("why the key is ended: lost, replaced, left") },
	{ 0 }
};

static const struct option key_lines_options[] = {
	{ .name = "command", .metavar = "TEXT", .label = N_("command"),
	  .kind = VALUE_LINE,
	  .help = N_("what sshd runs, before the login; the usual one if not "
	      "given") },
	{ 0 }
};

static const struct option clear_options[] = {
	{ .name = "order", .metavar = "TEXT", .label = N_("by order"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("number and date of the order of the office") },
	{ .name = "until", .metavar = "DATE", .label = N_("last day"),
	  .kind = VALUE_DATE, .help = N_("last day of the clearance") },
	{ 0 }
};

static const struct option clear_end_options[] = {
	{ .name = "order", .metavar = "TEXT", .label = N_("by order"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("number and date of the order of the office") },
	{ 0 }
};

static const struct option file_options[] = {
	{ .name = "output", .metavar = "PATH", .label = N_("to the file"),
	  .kind = VALUE_LINE,
	  .help = N_("a new file; its own name, in the folder where one is") },
	{ 0 }
};

static const struct option view_options[] = {
	{ .name = "file", .metavar = "N", .label = N_("file"),
	  .kind = VALUE_NUMBER, .help = N_("which of its files, from 1") },
	{ 0 }
};

static const struct option grant_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("why he needs to know") },
	{ 0 }
};

static const struct option policy_options[] = {
	{ .name = "year", .metavar = "BE", .label = N_("from the year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("from this year of the register on: this or the next") },
	{ .name = "from", .metavar = "DATE", .label = N_("from the day"),
	  .kind = VALUE_DATE,
	  .help = N_("office hours: from this day on, if not today") },
	{ 0 }
};

static const struct option digest_options[] = {
	{ .name = "for", .metavar = "LOGIN", .label = N_("for the person"),
	  .kind = VALUE_LINE, .help = N_("the list of this person") },
	{ .name = "post", .metavar = "POST", .label = N_("for the post"),
	  .kind = VALUE_POST, .help = N_("the list of this post") },
	{ .name = "division", .metavar = "DIVISION",
	  .label = N_("for the division"), .kind = VALUE_DIVISION,
	  .help = N_("the list of who heads this division") },
	{ .name = "all", .label = N_("of every post"), .kind = VALUE_FLAG,
	  .help = N_("a list of every post that has something on it") },
	{ .name = "on", .metavar = "DATE", .label = N_("on the day"),
	  .kind = VALUE_DATE,
	  .help = N_("as if it were this day, and nothing happened until then") },
	{ 0 }
};

static const struct option list_options[] = {
	{ .name = "book", .metavar = "BOOK", .label = N_("book"),
	  .kind = VALUE_CHOICE, .choices = book_choices,
	  .help = N_("this book (receive)") },
	{ .name = "mine", .label = N_("mine"), .kind = VALUE_FLAG,
	  .help = N_("only what waits for me") },
	{ .name = "state", .metavar = "STATE", .label = N_("state"),
	  .kind = VALUE_CHOICE, .choices = letter_states,
	  .help = N_("only letters in this state") },
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("the register of this Buddhist year") },
	{ .name = "limit", .metavar = "N", .label = N_("at most"),
	  .kind = VALUE_NUMBER, .help = N_("at most so many, the newest") },
	{ 0 }
};

static const struct option log_options[] = {
	{ .name = "from", .metavar = "DATE", .label = N_("from day"),
	  .kind = VALUE_DATE, .flags = OPTION_PAST,
	  .help = N_("only what happened on this day or later") },
	{ .name = "to", .metavar = "DATE", .label = N_("to day"),
	  .kind = VALUE_DATE, .flags = OPTION_PAST,
	  .help = N_("only what happened on this day or before") },
	{ .name = "by", .metavar = "LOGIN", .label = N_("by whom"),
	  .kind = VALUE_LINE, .help = N_("only what this person did") },
	{ .name = "about", .metavar = "WORD", .label = N_("about"),
	  .kind = VALUE_CHOICE, .choices = log_abouts,
	  .help = N_("only events of this kind: letter, person, key ...") },
	{ .name = "since", .metavar = "SEQ", .label = N_("since event"),
	  .kind = VALUE_NUMBER,
	  .help = N_("only what came after the event of this number") },
	{ .name = "limit", .metavar = "N", .label = N_("at most"),
	  .kind = VALUE_NUMBER, .help = N_("at most so many, the newest") },
	{ 0 }
};

static const struct option search_options[] = {
	{ .name = "mine", .label = N_("mine"), .kind = VALUE_FLAG,
	  .help = N_("only what waits for me") },
	{ .name = "state", .metavar = "STATE", .label = N_("state"),
	  .kind = VALUE_CHOICE, .choices = letter_states,
	  .help = N_("only letters in this state") },
	{ .name = "post", .metavar = "POST", .label = N_("lies with"),
	  .kind = VALUE_POST, .help = N_("only what lies with this post") },
	{ .name = "urgency", .metavar = "WORD", .label = N_("urgency"),
	  .kind = VALUE_CHOICE, .choices = letter_urgencies,
	  .help = N_("only letters so marked") },
	{ .name = "secrecy", .metavar = "WORD", .label = N_("secrecy"),
	  .kind = VALUE_CHOICE, .choices = letter_secrecies,
	  .help = N_("only letters so marked") },
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("the register of this Buddhist year") },
	{ .name = "since", .metavar = "DATE", .label = N_("received since"),
	  .kind = VALUE_LINE,
	  .help = N_("received on this day, in this month or year, or later") },
	{ .name = "until", .metavar = "DATE", .label = N_("received until"),
	  .kind = VALUE_LINE,
	  .help = N_("received on this day, in this month or year, or "
	      "before") },
	{ .name = "dated", .metavar = "DATES", .label = N_("dated"),
	  .kind = VALUE_LINE,
	  .help = N_("the letter's own date: a day, a month, a year, or "
	      "FROM..TO") },
	{ .name = "waiting", .metavar = "DAYS", .label = N_("waiting for"),
	  .kind = VALUE_NUMBER,
	  .help = N_("has lain for so many days where it lies") },
	{ .name = "book", .metavar = "BOOK", .label = N_("book"),
	  .kind = VALUE_CHOICE, .choices = book_choices,
	  .help = N_("only letters of this book") },
	{ .name = "limit", .metavar = "N", .label = N_("at most"),
	  .kind = VALUE_NUMBER, .flags = OPTION_HIDDEN,
	  .help = N_("at most so many (100)") },
	{ 0 }
};

static const struct option page_options[] = {
	{ .name = "width", .metavar = "N", .label = N_("columns"),
	  .kind = VALUE_NUMBER,
	  .help = N_("columns of a line of the paper (80)") },
	{ .name = "lines", .metavar = "N", .label = N_("lines"),
	  .kind = VALUE_NUMBER, .help = N_("lines of a sheet (60)") },
	{ .name = "note", .label = N_("note"), .kind = VALUE_FLAG,
	  .help = N_("only the note whose digest the page has") },
	{ .name = "signature", .label = N_("signature"), .kind = VALUE_FLAG,
	  .help = N_("only the note's signature, as minisign takes it") },
	{ 0 }
};

static const struct option check_options[] = {
	{ .name = "page", .metavar = "CODE", .label = N_("code of a page"),
	  .kind = VALUE_LINE,
	  .help = N_("the code printed on a page, or its digest: is it a "
	      "page of this register?") },
	{ .name = "day", .metavar = "DATE", .label = N_("day"),
	  .kind = VALUE_DATE, .flags = OPTION_PAST,
	  .help = N_("the day printed on that page") },
	{ .name = "against", .metavar = "FILE", .label = N_("pages kept"),
	  .kind = VALUE_FILE,
	  .help = N_("pages kept elsewhere: name the first that is another "
	      "now") },
	{ 0 }
};

static const struct option key_new_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT,
	  .help = N_("why another key; needed when the one before is lost") },
	{ 0 }
};

static const struct option export_options[] = {
	{ .name = "text", .label = N_("as text"), .kind = VALUE_FLAG,
	  .help = N_("every event as one line of text") },
	{ .name = "csv", .label = N_("as a spreadsheet"), .kind = VALUE_FLAG,
	  .help = N_("a row for each letter, as spreadsheets read it (.csv)") },
	{ .name = "xlsx", .label = N_("as a workbook"), .kind = VALUE_FLAG,
	  .help = N_("the same as a workbook (.xlsx), into a file") },
	{ .name = "jsonl", .label = N_("as JSON"), .kind = VALUE_FLAG,
	  .help = N_("each letter as a line of JSON; after --json, all of "
	      "them as one array") },
	{ .name = "book", .metavar = "BOOK", .label = N_("book"),
	  .kind = VALUE_CHOICE, .choices = book_choices,
	  .flags = OPTION_HIDDEN,
	  .help = N_("of letters: only those of this book") },
	{ .name = "encoding", .metavar = "NAME", .label = N_("encoding"),
	  .kind = VALUE_LINE, .flags = OPTION_HIDDEN,
	  .help = N_("with --csv: CP874, TIS-620 or ISO-8859-11 in place of "
	      "UTF-8; what it cannot write is told") },
	{ .name = "ics", .label = N_("as a calendar"), .kind = VALUE_FLAG,
	  .help = N_("duties as a calendar file (.ics) that telephones follow") },
	{ .name = "mine", .label = N_("mine"), .kind = VALUE_FLAG,
	  .help = N_("only the duties with a post of mine; as usual") },
	{ .name = "post", .metavar = "POST", .label = N_("of the post"),
	  .kind = VALUE_POST, .help = N_("the duties with this post") },
	{ .name = "division", .metavar = "DIVISION",
	  .label = N_("of the division"), .kind = VALUE_DIVISION,
	  .help = N_("the duties of this division") },
	{ .name = "office", .label = N_("of the office"), .kind = VALUE_FLAG,
	  .flags = OPTION_HIDDEN, .help = N_("all duties of the office") },
	{ .name = "tasks", .label = N_("as tasks"), .kind = VALUE_FLAG,
	  .help = N_("tasks in place of events, for programs that keep them") },
	{ .name = "alarm", .metavar = "DAYS", .label = N_("alarm"),
	  .kind = VALUE_NUMBER,
	  .help = N_("an alarm so many days before each open duty") },
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("only what was done in this Buddhist year") },
	{ .name = "since", .metavar = "WHEN", .label = N_("since"),
	  .kind = VALUE_LINE,
	  .help = N_("only what was done on this day and later, or, when it is "
	      "a number alone, after the event of that number") },
	{ .name = "output", .metavar = "FILE", .label = N_("to the file"),
	  .kind = VALUE_FILE,
	  .help = N_("a new file, instead of standard output") },
	{ .name = "files", .metavar = "DIRECTORY", .label = N_("files to"),
	  .kind = VALUE_FILE,
	  .help = N_("copy the attached files there, too") },
	{ 0 }
};

static const struct option import_options[] = {
	{ .name = "text", .label = N_("as text"), .kind = VALUE_FLAG,
	  .help = N_("the file is a register as `export --text` writes it, of "
	      "which a new register is made") },
	{ .name = "files", .metavar = "DIRECTORY", .label = N_("files from"),
	  .kind = VALUE_FILE,
	  .help = N_("with --text: take the attached files from there") },
	{ .name = "dry-run", .label = N_("look only"), .kind = VALUE_FLAG,
	  .help = N_("show what is doubtful, and enter nothing") },
	{ .name = "mend", .label = N_("to mend"), .kind = VALUE_FLAG,
	  .help = N_("look only, but write the rows that are left out into the "
	      "file to mend") },
	{ .name = "yes", .label = N_("enter"), .kind = VALUE_FLAG,
	  .help = N_("enter every row that is not wrong") },
	{ .name = "book", .metavar = "BOOK", .label = N_("book"),
	  .kind = VALUE_CHOICE, .choices = book_choices,
	  .help = N_("whose numbers they are, where the file does not say") },
	{ .name = "year", .metavar = "BE", .label = N_("year"),
	  .kind = VALUE_NUMBER,
	  .help = N_("the Buddhist year of all numbers of the file") },
	{ .name = "sheet", .metavar = "NAME", .label = N_("sheet"),
	  .kind = VALUE_LINE,
	  .help = N_("the sheet of a workbook (.xlsx, .ods); else the only one "
	      "that is not empty") },
	{ .name = "encoding", .metavar = "NAME", .label = N_("encoding"),
	  .kind = VALUE_LINE,
	  .help = N_("UTF-8, CP874, TIS-620, UTF-16LE or UTF-16BE; else it is "
	      "found by looking") },
	{ .name = "separator", .metavar = "SIGN", .label = N_("separator"),
	  .kind = VALUE_LINE,
	  .help = N_("what stands between cells: a sign, or `tab'; else it is "
	      "found by looking") },
	{ 0 }
};

static const struct option ssh_options[] = {
	{ .name = "register", .metavar = "WHERE", .label = N_("register"),
	  .kind = VALUE_LINE, .help = N_("the register's file") },
	{ 0 }
};

static const struct option demo_options[] = {
	{ .name = "tour", .label = N_("tour"), .kind = VALUE_FLAG,
	  .help = N_("walk the whole road on standard output") },
	{ 0 }
};

static const struct option help_options[] = {
	{ .name = "table", .label = N_("table"), .kind = VALUE_FLAG,
	  .help = N_("actions and options as lines, for scripts") },
	{ 0 }
};

static const struct option restore_options[] = {
	{ .name = "into", .metavar = "REGISTER", .label = N_("register"),
	  .kind = VALUE_FILE,
	  .help = N_("the file to be restored, if not the usual register") },
	{ .name = "key", .metavar = "KEY", .label = N_("public key"),
	  .kind = VALUE_LINE,
	  .help = N_("the key that must have signed it, as noted on paper") },
	{ .name = "older", .metavar = "REASON", .label = N_("why older"),
	  .kind = VALUE_LINE,
	  .help = N_("why a register that holds more is set aside for it") },
	{ .name = "unsigned", .metavar = "REASON", .label = N_("why unsigned"),
	  .kind = VALUE_LINE,
	  .help = N_("why a backup is trusted that nobody has signed") },
	{ .name = "incomplete", .metavar = "REASON",
	  .label = N_("why incomplete"), .kind = VALUE_LINE,
	  .help = N_("why it is restored though attached files are missing") },
	{ 0 }
};

static const struct option move_options[] = {
	{ .name = "to", .metavar = "WHERE", .label = N_("new place"),
	  .kind = VALUE_LINE, .flags = OPTION_REQUIRED,
	  .help = N_("a file that is not there yet, or an address "
	      "(postgresql://HOST/NAME); or where it came from") },
	{ 0 }
};

static const struct option confirm_options[] = {
	{ .name = "year", .metavar = "YEAR", .label = N_("year"),
	  .kind = VALUE_LINE,
	  .help = N_("of which year, where the book is asked for in several") },
	{ .name = "sure", .label = N_("sure"), .kind = VALUE_FLAG,
	  .flags = OPTION_HIDDEN,
	  .help = N_("even when very many numbers become lost ones") },
	{ 0 }
};

static const struct option admit_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_TEXT, .flags = OPTION_REQUIRED,
	  .help = N_("where the file comes from, and why") },
	{ 0 }
};

static const struct option pin_set_options[] = {
	{ .name = "new", .metavar = "PIN", .label = N_("new PIN"),
	  .kind = VALUE_SECRET, .flags = OPTION_CHOSEN,
	  .help = N_("six digits or letters at least") },
	{ .name = "again", .metavar = "PIN", .label = N_("once more"),
	  .kind = VALUE_SECRET, .help = N_("the same, so that no slip is in "
	      "it") },
	{ 0 }
};

static const struct option pin_end_options[] = {
	{ .name = "reason", .metavar = "TEXT", .label = N_("reason"),
	  .kind = VALUE_LINE,
	  .help = N_("why another's PIN is ended") },
	{ 0 }
};

const struct action actions[] = {
	{ .name = "receive", .operands = "[FILE]", .options = receive_options,
	  .needs = WRITE | NEED_PAPER, .roles = ROLES_WORK,
	  .title = N_("Receive a letter"),
	  .help = N_("register a letter that came in, and give it its number"),
	  .event = "letter.receive", .or_event = "letter.enter",
	  .said = N_("received as number %s"),
	  .decide = receive_decide, .lacks = receive_lacks,
	  .prepare = receive_prepare },
	{ .name = "inbox", .operands = "", .options = inbox_options,
	  .needs = LOOK, .title = N_("To be received"),
	  .help = N_("list what other offices sent and nobody has received "
	      "yet"), .look = inbox_look },
	{ .name = "accept", .operands = "ITEM", .options = receive_options,
	  .needs = WRITE | NEED_PAPER, .title = N_("Receive what was sent"),
	  .help = N_("give what another office sent its number, its fields "
	      "filled in"),
	  .event = "letter.receive", .said = N_("received as number %s"),
	  .decide = accept_decide, .lacks = receive_lacks,
	  .prepare = accept_prepare, .fill = accept_fill },
	{ .name = "refuse", .operands = "ITEM", .options = refuse_options,
	  .needs = WRITE, .roles = ROLES_WORK,
	  .title = N_("Refuse what was sent"),
	  .help = N_("send back what another office sent, with a reason"),
	  .event = "parcel.end", .said = N_("refused; the sender is told"),
	  .decide = refuse_decide },
	{ .name = "forward", .operands = "NUMBER...", .options = forward_options,
	  .needs = WRITE_LETTER | NEED_PAPER | NEED_OUT,
	  .title = N_("Send on to other offices"),
	  .help = N_("send it on to other offices under a number of this one: "
	      "endorsed, or with a covering letter"),
	  .event = "letter.forward", .said = N_("letter %s sent on"),
	  .many = N_("letters %s sent on"),
	  .decide = forward_decide, .lacks = forward_lacks },
	{ .name = "withdraw", .operands = "NUMBER",
	  .options = withdraw_options, .needs = WRITE_LETTER,
	  .title = N_("Take back what was sent on"),
	  .help = N_("take it back from offices that have not received it"),
	  .event = "letter.withdraw", .said = N_("letter %s withdrawn"),
	  .decide = withdraw_decide },
	{ .name = "forwarded", .operands = "[NUMBER]", .needs = LOOK,
	  .title = N_("Sent on"),
	  .help = N_("tell who has received what was sent on, and under which "
	      "number"), .look = forwarded_look },
	{ .name = "read", .operands = "FILE...", .title = N_("Read a sheet"),
	  .help = N_("tell what stands in the text of a letter; registers "
	      "nothing"), .look = read_look },
	{ .name = "list", .operands = "", .options = list_options,
	  .needs = LOOK, .title = N_("Register"),
	  .help = N_("list a book of the register, newest first"),
	  .look = list_look, .each = list_each },
	{ .name = "show", .operands = "NUMBER",
	  .needs = LOOK | NEED_LETTER | NEED_WISH, .title = N_("Letter"),
	  .help = N_("show one letter with its notes and where it lies"),
	  .look = show_look },
	{ .name = "send", .operands = "", .options = send_options,
	  .needs = WRITE | NEED_PAPER | NEED_OUT, .roles = ROLES_WORK, .title = N_("Send a letter"),
	  .help = N_("register a letter that goes out, and give it its "
	      "number"),
	  .event = "letter.send", .or_event = "letter.issue",
	  .said = N_("numbered %s"),
	  .decide = send_decide, .prepare = send_prepare },
	{ .name = "sent", .operands = "NUMBER", .options = sent_options,
	  .needs = WRITE_LETTER, .roles = ROLES_WORK,
	  .title = N_("A letter went out"),
	  .help = N_("record how a letter went out, and who received it"),
	  .event = "letter.sent", .said = N_("recorded of letter %s"),
	  .decide = sent_decide },
	{ .name = "open", .operands = "NUMBER", .needs = WRITE_LETTER,
	  .title = N_("Open a letter"),
	  .help = N_("record that the post where it lies has looked at it"),
	  .event = "letter.open", .said = N_("letter %s opened"),
	  .decide = open_decide },
	{ .name = "file", .operands = "NUMBER N", .options = file_options,
	  .needs = LOOK | NEED_LETTER | NEED_WISH,
	  .title = N_("Take a file out"),
	  .help = N_("write a file of a letter to a new file; sealed ones are "
	      "opened for who may read the letter"),
	  .look = file_look },
	{ .name = "view", .operands = "NUMBER", .options = view_options,
	  .needs = WRITE_LETTER | NEED_READER, .roles = ROLES_READ,
	  .title = N_("Record a reading"),
	  .help = N_("record that you have read a secret letter; showing it "
	      "does so by itself"),
	  .event = "letter.view", .said = N_("the reading of letter %s is "
	      "recorded"),
	  .decide = view_decide },
	{ .name = "endorse", .operands = "NUMBER...", .options = endorse_options,
	  .needs = WRITE_LETTER, .title = N_("Endorse a letter"),
	  .help = N_("write a note on it and send it one step up"),
	  .event = "letter.endorse", .said = N_("letter %s endorsed"),
	  .many = N_("letters %s endorsed"),
	  .decide = endorse_decide },
	{ .name = "return", .operands = "NUMBER", .options = return_options,
	  .needs = WRITE_LETTER, .title = N_("Return a letter"),
	  .help = N_("send it one step down with a reason"),
	  .event = "letter.return", .said = N_("letter %s returned"),
	  .decide = return_decide },
	{ .name = "recall", .operands = "NUMBER", .needs = WRITE_LETTER,
	  .title = N_("Recall a letter"),
	  .help = N_("take back what you sent up, while nobody has opened it"),
	  .event = "letter.recall", .said = N_("letter %s recalled"),
	  .decide = recall_decide },
	{ .name = "pass", .operands = "NUMBER", .options = pass_options,
	  .needs = WRITE_LETTER, .title = N_("Pass a letter over"),
	  .help = N_("send it past a post at which nobody is, with a reason"),
	  .event = "letter.pass", .said = N_("letter %s passed over"),
	  .decide = pass_decide },
	{ .name = "order", .operands = "NUMBER", .options = order_options,
	  .needs = WRITE_LETTER, .title = N_("Order on a letter"),
	  .help = N_("decide at the top: end it, or give it to divisions"),
	  .event = "letter.order", .said = N_("ordered on letter %s"),
	  .decide = order_decide },
	{ .name = "acknowledge", .operands = "NUMBER...",
	  .options = acknowledge_options, .needs = WRITE_LETTER | NEED_PAPER,
	  .title = N_("Acknowledge a letter"),
	  .help = N_("take an order into your division's book, or note a "
	      "letter that circulates"),
	  .event = "letter.acknowledge", .or_event = "letter.noted",
	  .said = N_("letter %s acknowledged"),
	  .many = N_("letters %s acknowledged"),
	  .decide = acknowledge_decide },
	{ .name = "done", .operands = "NUMBER...", .options = done_options,
	  .needs = WRITE_LETTER, .title = N_("Finish an order"),
	  .help = N_("record that your division has done it"),
	  .event = "letter.done", .said = N_("letter %s done"),
	  .many = N_("letters %s done"),
	  .decide = done_decide },
	{ .name = "circulate", .operands = "NUMBER...",
	  .options = circulate_options, .needs = WRITE_LETTER,
	  .title = N_("Circulate a letter"),
	  .help = N_("show it to many at once; each notes it, and it closes by "
	      "itself"),
	  .event = "letter.circulate", .said = N_("letter %s circulates"),
	  .many = N_("letters %s circulate"),
	  .decide = circulate_decide },
	{ .name = "hand", .operands = "NUMBER...", .options = hand_options,
	  .needs = WRITE_LETTER, .title = N_("Hand the paper over"),
	  .help = N_("record that the paper has left your desk; the letter "
	      "stays where it lies"),
	  .event = "paper.hand",
	  .said = N_("the paper of letter %s is on its way"),
	  .many = N_("the papers of letters %s are on their way"),
	  .decide = hand_decide },
	{ .name = "take", .operands = "NUMBER...", .needs = WRITE_LETTER,
	  .title = N_("Take the paper"),
	  .help = N_("record that the paper has come to your desk"),
	  .event = "paper.take",
	  .said = N_("the paper of letter %s has come"),
	  .many = N_("the papers of letters %s have come"),
	  .decide = take_decide },
	{ .name = "papers", .operands = "", .needs = LOOK,
	  .title = N_("Papers on the way"),
	  .help = N_("list the papers that were handed over and have not "
	      "come"),
	  .look = papers_look },
	{ .name = "nudge", .operands = "NUMBER...", .needs = WRITE_LETTER,
	  .title = N_("Nudge who has not noted"),
	  .help = N_("remind those, and only those, who have not noted it"),
	  .event = "letter.nudge",
	  .said = N_("who has not noted letter %s is reminded"),
	  .many = N_("who has not noted letters %s is reminded"),
	  .decide = nudge_decide },
	{ .name = "uncirculate", .operands = "NUMBER",
	  .options = uncirculate_options, .needs = WRITE_LETTER,
	  .title = N_("End a circulation"),
	  .help = N_("wait no longer for those who have not noted it"),
	  .event = "letter.uncirculate",
	  .said = N_("letter %s circulates no longer"),
	  .decide = uncirculate_decide },
	{ .name = "circulating", .operands = "", .needs = LOOK,
	  .title = N_("Who has not noted"),
	  .help = N_("list the letters that circulate, and who has not noted "
	      "them"),
	  .look = circulating_look },
	{ .name = "cancel", .operands = "NUMBER", .options = cancel_options,
	  .needs = WRITE_LETTER, .title = N_("Cancel an entry"),
	  .help = N_("strike an entry through; its number stays in the book "
	      "and is never used again"),
	  .event = "letter.cancel", .said = N_("letter %s cancelled"),
	  .decide = cancel_decide },
	{ .name = "correct", .operands = "NUMBER FIELD VALUE",
	  .options = correct_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Correct an entry"),
	  .help = N_("mend a field as with ink: the old words stay readable"),
	  .event = "letter.correct", .said = N_("letter %s corrected"),
	  .prepare = correct_prepare, .decide = correct_decide,
	  .settle = correct_settle },
	{ .name = "grant", .operands = "NUMBER WHOM",
	  .options = grant_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Give a secret letter to read"),
	  .help = N_("let a cleared person, or the holder of a post, read one "
	      "secret letter"),
	  .event = "letter.grant", .said = N_("letter %s given to read"),
	  .decide = grant_decide },
	{ .name = "grant end", .operands = "NUMBER WHOM",
	  .options = grant_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Take back what was given to read"),
	  .help = N_("end what was given by name; the posts it passed keep "
	      "theirs"),
	  .event = "letter.ungrant", .said = N_("letter %s no longer given"),
	  .decide = grant_end_decide },
	{ .name = "duty add", .operands = "NUMBER",
	  .options = duty_add_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Add a duty"),
	  .help = N_("note what a letter asks for, and by when"),
	  .event = "duty.add", .said = N_("the duty of letter %s is noted"),
	  .decide = duty_add_decide },
	{ .name = "duty change", .operands = "NUMBER",
	  .options = duty_change_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Change a duty"),
	  .help = N_("mend a duty, or confirm one that was read with a doubt"),
	  .event = "duty.change", .said = N_("the duty of letter %s is changed"),
	  .decide = duty_change_decide, .fill = duty_change_fill },
	{ .name = "duty done", .operands = "NUMBER",
	  .options = duty_done_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("A duty is done"),
	  .help = N_("record that a duty was done, and what shows it"),
	  .event = "duty.done", .said = N_("the duty of letter %s is done"),
	  .decide = duty_done_decide, .prepare = duty_done_prepare },
	{ .name = "duty reopen", .operands = "NUMBER",
	  .options = duty_reopen_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Open a duty again"),
	  .help = N_("open again what was wrongly done or waived"),
	  .event = "duty.reopen",
	  .said = N_("the duty of letter %s is open again"),
	  .decide = duty_reopen_decide },
	{ .name = "duty waive", .operands = "NUMBER",
	  .options = duty_waive_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Waive a duty"),
	  .help = N_("record that a duty need not be done, and why"),
	  .event = "duty.waive", .said = N_("the duty of letter %s is waived"),
	  .decide = duty_waive_decide },
	{ .name = "duties", .operands = "", .options = duties_options,
	  .needs = LOOK, .title = N_("Duties"),
	  .help = N_("list what is to be done by when, the nearest first"),
	  .look = duties_look },
	{ .name = "duty hand", .operands = "NUMBER",
	  .options = duty_hand_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Hand a duty down"),
	  .help = N_("ask divisions and offices to report for a duty; what "
	      "they give is collected"),
	  .event = "duty.hand",
	  .said = N_("the duty of letter %s is handed down"),
	  .decide = duty_hand_decide },
	{ .name = "duty report", .operands = "NUMBER",
	  .options = duty_report_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Report for a duty"),
	  .help = N_("give the figure of your division or office, or write "
	      "down what another has told"),
	  .event = "duty.report", .or_event = "duty.done",
	  .said = N_("the report for letter %s is given"),
	  .decide = duty_report_decide, .prepare = duty_done_prepare },
	{ .name = "duty nudge", .operands = "NUMBER",
	  .options = duty_nudge_options, .needs = WRITE_LETTER | NEED_READER,
	  .title = N_("Nudge who has not reported"),
	  .help = N_("remind those, and only those, whose report is missing"),
	  .event = "duty.nudge",
	  .said = N_("who has not reported for letter %s is reminded"),
	  .decide = duty_nudge_decide },
	{ .name = "collected", .operands = "NUMBER",
	  .options = collected_options, .needs = LOOK | NEED_LETTER,
	  .title = N_("Collected report"),
	  .help = N_("show who has reported for a duty, the sums, and who is "
	      "missing"),
	  .look = collected_look },
	{ .name = "reserve", .operands = "", .options = reserve_options,
	  .needs = WRITE | NEED_PAPER, .title = N_("Reserve numbers"),
	  .help = N_("keep the next number of a book for a letter to come"),
	  .event = "number.reserve", .said = N_("number %s reserved"),
	  .decide = reserve_decide },
	{ .name = "void", .operands = "NUMBER", .options = void_options,
	  .needs = WRITE_LETTER, .title = N_("Void a reserved number"),
	  .help = N_("a reserved number that no letter will have: it stays in "
	      "the book and is never used again"),
	  .event = "number.void", .said = N_("number %s is void"),
	  .decide = void_decide },
	{ .name = "emergency", .operands = "", .options = emergency_options,
	  .needs = WRITE | NEED_PAPER, .title = N_("Emergency sheets"),
	  .help = N_("reserve numbers and print a blank receipt sheet for each, "
	      "for the day the power is cut"),
	  .event = "number.reserve", .said = N_("sheet %s reserved"),
	  .decide = emergency_decide },
	{ .name = "reserved", .operands = "", .needs = LOOK,
	  .title = N_("Reserved numbers"),
	  .help = N_("list the numbers that stand reserved, and for what"),
	  .look = reserved_look },
	{ .name = "emergency close", .operands = "NUMBER",
	  .options = void_options, .needs = WRITE,
	  .title = N_("Close a block of sheets"),
	  .help = N_("void every emergency sheet of a block that is not "
	      "entered"),
	  .event = "number.void", .said = N_("%s and what was left with it are void"),
	  .decide = emergency_close_decide },
	{ .name = "history", .operands = "NUMBER",
	  .needs = LOOK | NEED_LETTER | NEED_WISH,
	  .title = N_("History"),
	  .help = N_("tell every event of one letter, oldest first"),
	  .look = history_look },
	{ .name = "log", .operands = "", .options = log_options,
	  .needs = LOOK, .roles = ROLES_ALL, .title = N_("Log of the office"),
	  .help = N_("tell what happened in the office, every event, newest "
	      "first"),
	  .look = log_look, .each = log_each },
	{ .name = "digest", .operands = "", .options = digest_options,
	  .needs = LOOK,
	  .title = N_("The list of the morning"),
	  .help = N_("tell what is due, what is escalated to you and what waits, "
	      "for a mail in the morning"),
	  .look = digest_look },
	{ .name = "why", .operands = "[NUMBER [ACTION]]", .needs = LOOK,
	  .title = N_("Why can't I?"),
	  .help = N_("tell for each act whether you may do it now, the rule, "
	      "and who may"),
	  .look = why_look },
	{ .name = "drafts", .operands = "", .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("Drafts"),
	  .help = N_("list what you typed into forms and have not done yet"),
	  .look = drafts_look },
	{ .name = "drafts discard", .operands = "DRAFT...", .needs = WRITE, .roles = ROLES_ALL,
	  .title = N_("Discard a draft"),
	  .help = N_("throw a draft away; the beginning of its id is enough"),
	  .look = drafts_discard_look },
	{ .name = "search", .operands = "[WORD]...",
	  .options = search_options, .needs = LOOK, .title = N_("Search"),
	  .help = N_("find letters by words and filters, the best first"),
	  .look = search_look },
	{ .name = "search save", .operands = "NAME WORD...", .needs = WRITE,
	  .title = N_("Keep a search"),
	  .help = N_("keep a search under a name; `search @NAME` does it again"),
	  .event = "search.save", .said = N_("the search is kept"),
	  .decide = search_save_decide },
	{ .name = "search forget", .operands = "NAME", .needs = WRITE,
	  .title = N_("Forget a search"),
	  .help = N_("throw away a search that you kept"),
	  .event = "search.forget", .said = N_("the search is forgotten"),
	  .decide = search_forget_decide },
	{ .name = "search list", .operands = "", .needs = LOOK,
	  .title = N_("Searches"),
	  .help = N_("list the searches that you keep"),
	  .look = search_list_look },
	{ .name = "search rebuild", .operands = "", .needs = ADMIN,
	  .title = N_("Make the search index anew"),
	  .help = N_("make the search index anew, when `check` says that it is "
	      "wrong"),
	  .event = "search.rebuild", .said = N_("the search index is made anew"),
	  .decide = rebuild_decide },
	{ .name = "day close", .operands = "", .needs = WRITE,
	  .roles = ROLE_CHAIN | ROLES_KEEP,
	  .title = N_("Close the day"),
	  .help = N_("close today's page of the register; what comes after "
	      "stands on the next"),
	  .event = "day.close", .said = N_("the page of the day is closed"),
	  .decide = day_close_decide },
	{ .name = "page", .operands = "[DATE]", .options = page_options,
	  .needs = LOOK, .title = N_("Page of the day"),
	  .help = N_("show the page of a day as it is printed and signed"),
	  .look = page_look },
	{ .name = "print register", .operands = "",
	  .options = print_register_options, .needs = LOOK,
	  .title = N_("Print the register"),
	  .help = N_("print the book of a year in the columns of form 13 or "
	      "14"),
	  .look = print_look },
	{ .name = "print day", .operands = "[DATE]", .options = print_options,
	  .needs = LOOK, .title = N_("Print the page of a day"),
	  .help = N_("print the page of a day with its code, to be signed"),
	  .look = print_look },
	{ .name = "print stamp", .operands = "NUMBER",
	  .options = print_stamp_options,
	  .needs = LOOK | NEED_LETTER | NEED_WISH,
	  .title = N_("Print the receipt stamp"),
	  .help = N_("print the receipt stamp of a letter on a label, or over "
	      "its file"),
	  .look = print_look },
	{ .name = "print receipt", .operands = "NUMBER",
	  .options = print_options,
	  .needs = LOOK | NEED_LETTER | NEED_WISH,
	  .title = N_("Print a receipt for the bearer"),
	  .help = N_("print what the bearer of a letter gets: that it was "
	      "received"),
	  .look = print_look },
	{ .name = "print slip", .operands = "NUMBER",
	  .options = print_options,
	  .needs = LOOK | NEED_LETTER | NEED_WISH,
	  .title = N_("Print the routing slip"),
	  .help = N_("print all that was written on a letter, and who wrote "
	      "it"),
	  .look = print_look },
	{ .name = "print circulation", .operands = "NUMBER",
	  .options = print_options,
	  .needs = LOOK | NEED_LETTER | NEED_WISH,
	  .title = N_("Print who has noted it"),
	  .help = N_("print to whom a letter went round, and who has noted "
	      "it"),
	  .look = print_look },
	{ .name = "print borrow", .operands = "NUMBER",
	  .options = print_options,
	  .needs = LOOK | NEED_LETTER | NEED_WISH,
	  .title = N_("Print a card for borrowing"),
	  .help = N_("print the card of form 24 for a letter that is lent"),
	  .look = print_look },
	{ .name = "print emergency", .operands = "NUMBER",
	  .options = print_options, .needs = LOOK,
	  .title = N_("Print the sheets again"),
	  .help = N_("print again the blank emergency sheets of a block"),
	  .look = print_look },
	{ .name = "print destruction", .operands = "",
	  .options = print_destruction_options, .needs = LOOK,
	  .title = N_("Print the list of destruction"),
	  .help = N_("print the list of letters to be destroyed, form 25, to "
	      "be signed by the committee"),
	  .look = print_look },
	{ .name = "print delivery", .operands = "[DATE]",
	  .options = print_options, .needs = LOOK,
	  .title = N_("Print the delivery book"),
	  .help = N_("print what went out or was handed over on a day, form "
	      "16, to be signed by who received it"),
	  .look = print_look },
	{ .name = "print duties", .operands = "",
	  .options = print_duties_options, .needs = LOOK,
	  .title = N_("Print the duties"),
	  .help = N_("print what is to be done by when, the nearest first"),
	  .look = print_look },
	{ .name = "print month", .operands = "[DATE]",
	  .options = print_options, .needs = LOOK,
	  .title = N_("Print a month"),
	  .help = N_("print the month of a day with its holidays and what is "
	      "to be done on each day"),
	  .look = print_look },
	{ .name = "day list", .operands = "", .needs = LOOK,
	  .title = N_("Pages"),
	  .help = N_("list the pages that are closed, with their codes"),
	  .look = day_list_look },
	{ .name = "day notes", .operands = "", .needs = LOOK,
	  .title = N_("Pages to keep elsewhere"),
	  .help = N_("write every page's note and signature, for somebody "
	      "else to keep"),
	  .look = day_list_look },
	{ .name = "day missed", .operands = "", .needs = WRITE,
	  .roles = ROLES_OWN | ROLES_KEEP,
	  .title = N_("Close missed days"),
	  .help = N_("close the pages of the days before today that nobody "
	      "closed; for a timer"),
	  .look = day_missed_look },
	{ .name = "check", .operands = "", .needs = LOOK, .roles = ROLES_ALL, .title = N_("Check"),
	  .options = check_options,
	  .help = N_("prove chain, replay, pages, numbers and files"),
	  .look = check_look },
	{ .name = "key show", .operands = "", .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("The register's key"),
	  .help = N_("show the key that signs for the register, as minisign "
	      "takes it"),
	  .look = key_show_look },
	{ .name = "key add", .operands = "LOGIN PUBKEY", .needs = ADMIN,
	  .title = N_("Add a key"),
	  .help = N_("let a person in over SSH by a public key"),
	  .event = "key.add", .said = N_("the key is added"),
	  .decide = key_add_decide },
	{ .name = "key end", .operands = "PRINT", .options = key_end_options,
	  .needs = ADMIN, .title = N_("End a key"),
	  .help = N_("let nobody in by a key any more, at once"),
	  .event = "key.end", .said = N_("the key is ended"),
	  .decide = key_end_decide },
	{ .name = "key list", .operands = "[LOGIN]", .needs = LOOK,
	  .title = N_("Keys of persons"),
	  .help = N_("list the keys by which persons come in over SSH"),
	  .look = key_list_look },
	{ .name = "key lines", .operands = "[PRINT]", .options = key_lines_options,
	  .needs = LOOK | NEED_ADMIN, .title = N_("Keys for sshd"),
	  .help = N_("print the keys in force as sshd reads them"),
	  .look = key_lines_look },
	{ .name = "key new", .operands = "", .options = key_new_options,
	  .needs = ADMIN, .title = N_("A new key"),
	  .help = N_("make another key to sign with; the one before signs it"),
	  .event = "key.set", .said = N_("the register has a new key"),
	  .decide = key_new_decide },
	{ .name = "backup", .operands = "DIRECTORY",
	  .needs = ADMIN | NEED_NO_CLOCK | TELL_JOURNAL | NEED_HOST,
	  .title = N_("Back up"),
	  .help = N_("copy all of the register into a folder of backups, and "
	      "prove the copy"),
	  .event = "backup.made", .said = N_("the backup is made"),
	  .prepare = backup_prepare, .decide = backup_decide,
	  .untold = backup_untold },
	{ .name = "backup drill", .operands = "DIRECTORY",
	  .needs = ADMIN | NEED_NO_CLOCK | TELL_JOURNAL | NEED_HOST,
	  .title = N_("Restore drill"),
	  .help = N_("restore the newest backup beside everything else, and "
	      "look whether it is whole"),
	  .event = "backup.drilled",
	  .said = N_("the newest backup was restored for practice and is "
	      "whole"),
	  .prepare = drill_prepare, .decide = drill_decide },
	{ .name = "backup list", .operands = "DIRECTORY",
	  .title = N_("Backups"),
	  .help = N_("list the backups that lie in a folder"),
	  .look = backup_list_look },
	{ .name = "export", .operands = "", .options = export_options,
	  .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("Write the register out"),
	  .help = N_("write the register as text that a person can read and "
	      "`import` can make a register of, its letters for other "
	      "programs, or duties as a calendar file"),
	  .lacks = export_lacks, .look = export_look, .each = export_each },
	{ .name = "import", .operands = "FILE", .options = import_options,
	  .roles = ROLE_CHAIN | ROLE_REGISTRAR | ROLES_KEEP,
	  .title = N_("Enter an old register"),
	  .help = N_("enter the letters of a register kept as a spreadsheet; "
	      "with --text, make a new register of a text that `export` "
	      "wrote"),
	  .look = import_look },
	{ .name = "move", .operands = "", .options = move_options,
	  .needs = NEED_REGISTER | NEED_WRITE | NEED_TERMINAL | NEED_NO_CLOCK |
	      TELL_JOURNAL | NEED_HOST,
	  .roles = ROLE_OWNER, .title = N_("Move"),
	  .help = N_("take the whole register to another place, into "
	      "PostgreSQL or back into a file; here it is only looked at "
	      "then"),
	  .look = move_look },
	{ .name = "restore", .operands = "FILE", .options = restore_options,
	  .needs = NEED_TERMINAL | NEED_NO_CLOCK | TELL_JOURNAL | NEED_HOST,
	  .title = N_("Restore"),
	  .help = N_("put a backup in the place of the register, which is set "
	      "aside"),
	  .look = restore_look },
	{ .name = "restore confirm", .operands = "SEQUENCE LAST",
	  .options = confirm_options, .needs = WRITE,
	  .roles = ROLES_WORK | ROLES_KEEP,
	  .title = N_("The last number on paper"),
	  .help = N_("after a restore: tell the last number that stands in a "
	      "book on paper; those that the register lacks are entered as "
	      "lost"),
	  .event = "number.confirm",
	  .said = N_("the last number on paper is noted"),
	  .decide = confirm_decide },
	{ .name = "restore asks", .operands = "", .needs = LOOK,
	  .roles = ROLES_ALL,
	  .title = N_("Asked from paper"),
	  .help = N_("list the books whose last number on paper is asked for "
	      "after a restore"),
	  .look = asks_look },
	{ .name = "restore admit", .operands = "", .options = admit_options,
	  .needs = ADMIN | NEED_NO_CLOCK | TELL_JOURNAL,
	  .title = N_("Admit an older file"),
	  .help = N_("go on with a file that was put here by hand, and ask for "
	      "the last numbers on paper"),
	  .event = "register.restored",
	  .said = N_("the file is admitted; now the last numbers on paper are "
	      "asked for"),
	  .decide = admit_decide },
	{ .name = "retain", .operands = "NUMBER PERIOD",
	  .options = retain_options, .needs = WRITE_LETTER,
	  .title = N_("How long it is kept"),
	  .help = N_("say how long a letter is kept, when not ten years"),
	  .event = "letter.retain",
	  .said = N_("how long %s is kept is recorded"),
	  .decide = retain_decide },
	{ .name = "destroy list", .operands = "",
	  .options = destroy_list_options, .needs = LOOK,
	  .title = N_("List of destruction"),
	  .help = N_("list the letters whose keeping ended with a year, form "
	      "25, and how far their list has come"),
	  .look = destroy_list_look },
	{ .name = "destroy draw", .operands = "",
	  .options = destroy_list_options, .needs = WRITE,
	  .roles = ROLES_WORK, .title = N_("Draw up the list of destruction"),
	  .help = N_("draw up the list of the letters whose keeping ended with "
	      "a year"),
	  .event = "destroy.draw", .said = N_("the list is drawn up"),
	  .decide = destroy_draw_decide },
	{ .name = "destroy committee", .operands = "",
	  .options = destroy_committee_options, .needs = WRITE,
	  .roles = ROLES_WORK, .title = N_("The committee of destruction"),
	  .help = N_("record who was appointed to examine the list"),
	  .event = "destroy.committee",
	  .said = N_("the committee is recorded"),
	  .decide = destroy_committee_decide },
	{ .name = "destroy decide", .operands = "DECISION [NUMBER]...",
	  .options = destroy_decide_options, .needs = WRITE,
	  .roles = ROLES_WORK, .title = N_("Decision of the committee"),
	  .help = N_("record what the committee decided about letters of the "
	      "list"),
	  .event = "destroy.decide", .said = N_("the decision is recorded"),
	  .decide = destroy_decide_decide },
	{ .name = "destroy approve", .operands = "", .needs = WRITE,
	  .roles = ROLES_WORK, .title = N_("Approve the list"),
	  .help = N_("approve what the committee decided; for the head of the "
	      "office"),
	  .event = "destroy.approve", .said = N_("the list is approved"),
	  .decide = destroy_approve_decide },
	{ .name = "destroy send", .operands = "",
	  .options = destroy_send_options, .needs = WRITE,
	  .roles = ROLES_WORK,
	  .title = N_("The list went to the National Archives"),
	  .help = N_("record that the list was sent to the National Archives"),
	  .event = "destroy.send", .said = N_("it is recorded as sent"),
	  .decide = destroy_send_decide },
	{ .name = "destroy answer", .operands = "ANSWER",
	  .options = destroy_answer_options, .needs = WRITE,
	  .roles = ROLES_WORK, .title = N_("Answer of the National Archives"),
	  .help = N_("record what the National Archives answered, or that 60 "
	      "days passed"),
	  .event = "destroy.answer", .said = N_("the answer is recorded"),
	  .decide = destroy_answer_decide },
	{ .name = "destroy do", .operands = "", .options = destroy_do_options,
	  .needs = ADMIN, .title = N_("Destroy"),
	  .help = N_("destroy the words and files of the letters of the list; "
	      "nothing brings them back"),
	  .event = "destroy.done", .said = N_("the letters are destroyed"),
	  .decide = destroy_do_decide, .prepare = destroy_do_prepare,
	  .settle = destroy_do_settle },
	{ .name = "doctor", .operands = "", .title = N_("Is all well?"),
	  .help = N_("look whether program, machine and register are as they "
	      "should be, and say what to do"),
	  .look = doctor_look },
	{ .name = "settings", .operands = "", .title = N_("Settings"),
	  .help = N_("list the settings in force, and who set them"),
	  .look = settings_look },
	{ .name = "init", .operands = "NAME", .options = init_options,
	  .needs = NEED_TERMINAL | NEED_HOST, .title = N_("A new register"),
	  .help = N_("make a new register for an office; never touches one "
	      "that is there"),
	  .event = "office.found",
	  .said = N_("the register is made; now add people with "
	      "`person add`"),
	  .decide = init_decide, .prepare = init_prepare },
	{ .name = "office add", .operands = "CODE NAME",
	  .options = office_add_options, .needs = ADMIN,
	  .title = N_("Add an office"),
	  .help = N_("add an office to the register, with a chain of its own"),
	  .event = "office.add", .said = N_("the office is added; now add "
	      "people with `--office CODE person add`"),
	  .decide = office_add_decide },
	{ .name = "office set", .operands = "", .options = office_set_options,
	  .needs = ADMIN, .title = N_("About the office"),
	  .help = N_("change what is known of the office one works in"),
	  .event = "office.set", .said = N_("the office is changed"),
	  .decide = office_set_decide },
	{ .name = "exchange export", .operands = "OFFICE FILE",
	  .options = exchange_options, .needs = WRITE, .title = N_("Write a file for an office elsewhere"),
	  .help = N_("write a signed file with the letters and answers for an "
	      "office that keeps a register of its own"),
	  .event = "exchange.export", .said = N_("the file is written"),
	  .decide = exchange_export_decide,
	  .prepare = exchange_export_prepare },
	{ .name = "exchange import", .operands = "FILE",
	  .needs = WRITE, .title = N_("Read a file of an office elsewhere"),
	  .help = N_("take in the letters and answers of a signed file of "
	      "another office; twice changes nothing"),
	  .event = "exchange.import", .said = N_("the file is taken in"),
	  .decide = exchange_import_decide,
	  .prepare = exchange_import_prepare },
	{ .name = "office know", .operands = "CODE NAME",
	  .options = office_know_options, .needs = ADMIN,
	  .title = N_("An office elsewhere"),
	  .help = N_("make an office known that keeps a register of its own, "
	      "by the key that signs for it"),
	  .event = "office.know", .said = N_("letters can be sent on to it"),
	  .decide = office_know_decide },
	{ .name = "office list", .operands = "", .needs = LOOK,
	  .title = N_("Offices"),
	  .help = N_("list the offices of the register, and where you work"),
	  .look = office_list_look },
	{ .name = "person add", .operands = "LOGIN NAME",
	  .options = holding_options, .needs = ADMIN,
	  .title = N_("Add a person"), .help = N_("add a person with a post"),
	  .event = "person.add", .said = N_("the person is added"),
	  .decide = person_add_decide },
	{ .name = "person hold", .operands = "LOGIN",
	  .options = holding_options, .needs = ADMIN,
	  .title = N_("Give a post"), .help = N_("give a person another post"),
	  .event = "person.hold", .said = N_("the post is given"),
	  .decide = person_hold_decide },
	{ .name = "person end", .operands = "LOGIN",
	  .options = person_end_options, .needs = ADMIN,
	  .title = N_("End a person"),
	  .help = N_("end a person's post, or all of them"),
	  .event = "person.end", .said = N_("the last day is recorded"),
	  .decide = person_end_decide },
	{ .name = "person list", .operands = "", .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("People"), .help = N_("list the people and their posts"),
	  .look = person_list_look },
	{ .name = "post add", .operands = "CODE NAME",
	  .options = post_add_options, .needs = ADMIN,
	  .title = N_("Add a post"),
	  .help = N_("add a post, in the chain or beside it"),
	  .event = "post.add", .said = N_("the post is added"),
	  .decide = post_add_decide },
	{ .name = "post end", .operands = "CODE", .needs = ADMIN,
	  .title = N_("End a post"),
	  .help = N_("take a post out of the chain, once no letter lies "
	      "there"),
	  .event = "post.end", .said = N_("the post is ended"),
	  .decide = post_end_decide },
	{ .name = "post list", .operands = "", .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("Posts"),
	  .help = N_("list the posts, the chain from the clerk up first"),
	  .look = post_list_look },
	{ .name = "acting add", .operands = "POST LOGIN",
	  .options = acting_add_options, .needs = ADMIN,
	  .title = N_("Record an order to act"),
	  .help = N_("record an order by which a person acts for a post"),
	  .event = "acting.add", .said = N_("the order is recorded"),
	  .decide = acting_add_decide },
	{ .name = "acting take", .operands = "[POST]", .needs = WRITE,
	  .title = N_("Take over what waits"),
	  .help = N_("take over the letters that waited at a post before you "
	      "began to act for it"),
	  .event = "acting.take", .said = N_("what waits is taken over"),
	  .decide = acting_take_decide },
	{ .name = "acting end", .operands = "POST LOGIN",
	  .options = end_options, .needs = ADMIN,
	  .title = N_("End an order to act"),
	  .help = N_("end an order to act before its time"),
	  .event = "acting.end", .said = N_("the end is recorded"),
	  .decide = acting_end_decide },
	{ .name = "acting list", .operands = "", .needs = LOOK,
	  .roles = ROLES_ALL, .title = N_("Orders to act"),
	  .help = N_("list the orders to act, and whether they count now"),
	  .look = acting_list_look },
	{ .name = "absent", .operands = "LOGIN", .options = absent_options,
	  .needs = WRITE, .roles = ROLES_OWN | ROLES_KEEP,
	  .title = N_("Record an absence"),
	  .help = N_("record that a person is not there; what waits for him "
	      "waits until he is back or somebody acts for him"),
	  .event = "absence.add", .said = N_("the absence is recorded"),
	  .decide = absent_decide },
	{ .name = "absent end", .operands = "LOGIN", .options = end_options,
	  .needs = WRITE, .roles = ROLES_OWN | ROLES_KEEP,
	  .title = N_("End an absence"),
	  .help = N_("record that a person is back"),
	  .event = "absence.end", .said = N_("the return is recorded"),
	  .decide = absent_end_decide },
	{ .name = "absent list", .operands = "", .needs = LOOK,
	  .roles = ROLES_ALL, .title = N_("Absences"),
	  .help = N_("list who is absent, and who will be"),
	  .look = absent_list_look },
	{ .name = "division add", .operands = "CODE NAME",
	  .options = division_add_options, .needs = ADMIN,
	  .title = N_("Add a division"),
	  .help = N_("add a division that orders can go to"),
	  .event = "division.add", .said = N_("the division is added"),
	  .decide = division_add_decide },
	{ .name = "division end", .operands = "CODE", .needs = ADMIN,
	  .title = N_("End a division"),
	  .help = N_("end a division, once it has nothing left to finish"),
	  .event = "division.end", .said = N_("the division is ended"),
	  .decide = division_end_decide },
	{ .name = "division list", .operands = "", .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("Divisions"),
	  .help = N_("list the divisions and who heads them"),
	  .look = division_list_look },
	{ .name = "clear", .operands = "LOGIN CLASS", .options = clear_options,
	  .needs = ADMIN, .title = N_("Clear for secrets"),
	  .help = N_("clear a person for secret letters up to a class, by an "
	      "order of the office"),
	  .event = "person.clear", .said = N_("the clearance is recorded"),
	  .decide = clear_decide },
	{ .name = "clear end", .operands = "LOGIN",
	  .options = clear_end_options, .needs = ADMIN,
	  .title = N_("End a clearance"),
	  .help = N_("end a person's clearance for secret letters at once"),
	  .event = "person.unclear", .said = N_("the clearance is ended"),
	  .decide = clear_end_decide },
	{ .name = "clear list", .operands = "", .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("Clearances"),
	  .help = N_("list who is cleared for secret letters, and by which "
	      "order"),
	  .look = clear_list_look },
	{ .name = "pin set", .operands = "", .options = pin_set_options,
	  .needs = WRITE, .roles = ROLES_ALL, .title = N_("Set your PIN"),
	  .help = N_("set a PIN, or another in its place; it is typed unseen"),
	  .event = "pin.set", .said = N_("your PIN is set"),
	  .prepare = pin_set_prepare, .decide = pin_set_decide,
	  .settle = pin_settle },
	{ .name = "pin end", .operands = "[LOGIN]", .options = pin_end_options,
	  .needs = WRITE, .roles = ROLES_ALL, .title = N_("End a PIN"),
	  .help = N_("end your PIN; who keeps people ends another's, with a "
	      "reason"),
	  .event = "pin.end", .said = N_("the PIN is ended"),
	  .decide = pin_end_decide, .settle = pin_settle },
	{ .name = "pin check", .operands = "", .needs = LOOK | NEED_WISH,
	  .roles = ROLES_ALL, .title = N_("Is it your PIN?"),
	  .help = N_("tell whether a PIN is yours, and of wrong tries before"),
	  .look = pin_check_look },
	{ .name = "pin list", .operands = "", .needs = LOOK | NEED_ADMIN,
	  .title = N_("PINs"),
	  .help = N_("list who has a PIN, who had one, and wrong tries"),
	  .look = pin_list_look },
	{ .name = "clock", .operands = "", .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("The clock"),
	  .help = N_("tell what the computer's clock reads, and whether it is in "
	      "doubt"),
	  .look = clock_look },
	{ .name = "clock confirm", .operands = "", .options = clock_options,
	  .needs = WRITE | NEED_NO_CLOCK, .roles = ROLE_CHAIN | ROLES_KEEP,
	  .title = N_("The clock is right"),
	  .help = N_("record that the clock is right though it reads earlier, or "
	      "much later, than at the last entry"),
	  .event = "clock.confirm", .said = N_("the clock is confirmed"),
	  .decide = clock_confirm_decide },
	{ .name = "book begin", .operands = "BOOK FIRST", .needs = ADMIN,
	  .roles = ROLES_KEEP, .title = N_("Begin a book"),
	  .help = N_("go on with the numbers of a book where they stand on "
	      "paper"),
	  .event = "book.begin", .said = N_("the book goes on from there"),
	  .decide = book_begin_decide },
	{ .name = "book list", .operands = "", .needs = LOOK,
	  .roles = ROLES_ALL, .title = N_("Books"),
	  .help = N_("list the books, whose numbers each has, and the next"),
	  .look = book_list_look },
	{ .name = "calendar", .operands = "[MONTH]",
	  .options = calendar_options, .needs = LOOK,
	  .title = N_("Calendar"),
	  .help = N_("show a month with its holidays and what is due on each "
	      "day"),
	  .look = calendar_look },
	{ .name = "holiday list", .operands = "",
	  .options = holiday_list_options, .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("Holidays"),
	  .help = N_("list the days on which the office is closed"),
	  .look = holiday_list_look },
	{ .name = "holiday add", .operands = "DAY NAME",
	  .options = holiday_add_options, .needs = WRITE,
	  .roles = ROLE_CHAIN | ROLES_KEEP, .title = N_("Add a holiday"),
	  .help = N_("add a day on which the office is closed, or mend one"),
	  .event = "holiday.set", .said = N_("the holidays are changed"),
	  .decide = holiday_add_decide },
	{ .name = "holiday remove", .operands = "DAY",
	  .options = holiday_remove_options, .needs = WRITE,
	  .roles = ROLE_CHAIN | ROLES_KEEP, .title = N_("Remove a holiday"),
	  .help = N_("take a day out of the holidays, with a reason"),
	  .event = "holiday.set", .said = N_("the holidays are changed"),
	  .decide = holiday_remove_decide },
	{ .name = "holiday update", .operands = "", .needs = WRITE,
	  .roles = ROLE_CHAIN | ROLES_KEEP,
	  .title = N_("Holidays of the program"),
	  .help = N_("take over the holidays that the program brings and the "
	      "office does not have yet"),
	  .event = "holiday.set", .said = N_("the holidays are changed"),
	  .decide = holiday_update_decide },
	{ .name = "holiday read", .operands = "FILE",
	  .options = holiday_read_options, .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("Holidays in a file"),
	  .help = N_("list the holidays that `holiday import` would take from "
	      "a calendar file"),
	  .look = holiday_read_look },
	{ .name = "holiday import", .operands = "FILE",
	  .options = holiday_import_options, .needs = WRITE,
	  .roles = ROLE_CHAIN | ROLES_KEEP,
	  .title = N_("Holidays from a file"),
	  .help = N_("take the holidays of a calendar file (.ics)"),
	  .event = "holiday.set", .said = N_("the holidays are changed"),
	  .prepare = holiday_import_prepare, .decide = holiday_import_decide },
	{ .name = "holiday export", .operands = "",
	  .options = holiday_export_options, .needs = LOOK,
	  .roles = ROLES_ALL, .title = N_("Holidays as a file"),
	  .help = N_("write the holidays as a calendar file (.ics)"),
	  .look = holiday_export_look, .each = holiday_export_each },
	{ .name = "policy set", .operands = "POLICY SETTING",
	  .options = policy_options, .needs = ADMIN,
	  .title = N_("Settle a policy"),
	  .help = N_("settle a policy of the office, for every counter"),
	  .event = "policy.set", .said = N_("the policy is settled"),
	  .decide = policy_set_decide },
	{ .name = "policy list", .operands = "", .needs = LOOK, .roles = ROLES_ALL,
	  .title = N_("Policies"),
	  .help = N_("list the policies of the office"),
	  .look = policy_list_look },
	{ .name = "stats", .operands = "", .options = stats_options,
	  .needs = LOOK, .title = N_("Statistics"),
	  .help = N_("count letters by day, sender and post, and tell how long "
	      "they lie and how many are open"),
	  .look = stats_look },
	{ .name = "ssh", .operands = "[LOGIN]", .options = ssh_options,
	  .needs = NEED_TERMINAL | NEED_HOST, .title = N_("Over SSH"),
	  .help = N_("let in who comes over SSH, and nobody else; for sshd") },
	{ .name = "demo", .operands = "", .options = demo_options,
	  .needs = NEED_TERMINAL | NEED_HOST, .title = N_("Practice"),
	  .help = N_("open a practice register with five real letters, thrown "
	      "away afterwards unless --register names a place") },
	{ .name = "help", .operands = "[COMMAND [ACTION]]", .options = help_options,
	  .needs = NEED_TERMINAL, .title = N_("Help"),
	  .help = N_("explain the commands, or one of them") },
	{ 0 }
};

/* clang-format on */

const struct action *
action_find(const char *name)
{
	for (const struct action *a = actions; a->name != NULL; a++)
		if (strcmp(a->name, name) == 0)
			return a;
	return NULL;
}

const char *
action_behind(const struct action *a, const char *first)
{
	size_t n = strlen(first);

	if (strncmp(a->name, first, n) != 0 || a->name[n] != ' ')
		return NULL;
	return a->name + n + 1;
}

unsigned
action_roles(const struct action *a)
{
	if (a->roles)
		return a->roles;
	if (!(a->needs & NEED_REGISTER))
		return ROLES_ALL;
	if (a->needs & NEED_ADMIN)
		return ROLES_KEEP;
	if (!(a->needs & NEED_WRITE))
		return ROLES_READ;
	return a->needs & NEED_LETTER ? ROLES_WORK : ROLES_OWN;
}

const struct option *
action_option(const struct action *a, const char *name)
{
	for (const struct option *o = a->options; o && o->name; o++)
		if (strcmp(o->name, name) == 0)
			return o;
	return NULL;
}
