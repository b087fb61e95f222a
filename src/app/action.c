/* action.c -- the one table of what the program can do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/action.h"

#include <string.h>

#include "base/i18n.h"

#include "app/act.h"

#define LOOK NEED_REGISTER
#define WRITE (NEED_REGISTER | NEED_WRITE)
#define WRITE_LETTER (WRITE | NEED_LETTER)
#define ADMIN (WRITE | NEED_ADMIN)

/* clang-format off */

static const struct option init_options[] = {
	{ "code", "CODE", N_("office code"), VALUE_LINE, 0, NULL, NULL,
	  N_("short code of the office (main)") },
	{ "next-number", "N", N_("next number"), VALUE_NUMBER, 0, NULL, NULL,
	  N_("the next receive number, when the year began on paper") },
	{ "practice", NULL, N_("practice"), VALUE_FLAG, 0, NULL, NULL,
	  N_("a register for practice, marked on every screen") },
	{ 0 }
};

static const struct option holding_options[] = {
	{ "post", "POST", N_("post"), VALUE_POST, OPTION_REQUIRED, NULL, NULL,
	  N_("code or name of the post") },
	{ "from", "DATE", N_("from"), VALUE_DATE, 0, NULL, NULL,
	  N_("first day in the post (today)") },
	{ "to", "DATE", N_("until"), VALUE_DATE, 0, NULL, NULL,
	  N_("last day in the post") },
	{ 0 }
};

static const struct option person_end_options[] = {
	{ "post", "POST", N_("post"), VALUE_POST, 0, NULL, NULL,
	  N_("end this post only; else the person leaves") },
	{ "on", "DATE", N_("last day"), VALUE_DATE, 0, NULL, NULL,
	  N_("last day (today)") },
	{ 0 }
};

static const struct option post_add_options[] = {
	{ "after", "POST", N_("after"), VALUE_POST, 0, NULL, NULL,
	  N_("its place in the chain: right above this post") },
	{ 0 }
};

static const struct option division_add_options[] = {
	{ "head", "POST", N_("head"), VALUE_LINE, 0, NULL, NULL,
	  N_("post that heads it") },
	{ "head-name", "NAME", N_("name of the head's post"), VALUE_LINE, 0,
	  NULL, NULL, N_("name of a new post that heads it") },
	{ 0 }
};

static const struct option receive_options[] = {
	{ "ref", "NUMBER", N_("their number"), VALUE_LINE, 0, NULL, NULL,
	  N_("the sender's number, as written") },
	{ "dated", "DATE", N_("dated"), VALUE_DATE, 0, NULL, NULL,
	  N_("the letter's own date") },
	{ "from", "OFFICE", N_("from"), VALUE_LINE, 0, NULL, NULL,
	  N_("who sent it") },
	{ "to", "TO", N_("to"), VALUE_LINE, 0, NULL, NULL,
	  N_("to whom it is written") },
	{ "subject", "TEXT", N_("subject"), VALUE_LINE, 0, NULL, NULL,
	  N_("what it is about; a summary when it has no subject") },
	{ "urgency", "WORD", N_("urgency"), VALUE_CHOICE, 0,
	  letter_urgencies, NULL, N_("as marked on the letter") },
	{ "secrecy", "WORD", N_("secrecy"), VALUE_CHOICE, 0,
	  letter_secrecies, NULL, N_("as marked on the letter") },
	{ "kind", "WORD", N_("kind"), VALUE_CHOICE, 0, letter_kinds, NULL,
	  N_("kind of document (external)") },
	{ "channel", "WORD", N_("how it came"), VALUE_CHOICE, 0,
	  letter_channels, NULL, N_("how it came (paper)") },
	{ "pages", "N", N_("pages"), VALUE_NUMBER, 0, NULL, NULL,
	  N_("number of pages") },
	{ "at", "DATETIME", N_("received at"), VALUE_MOMENT, 0, NULL, NULL,
	  N_("when it came, if not now") },
	{ "enclosure", "TEXT", N_("enclosures"), VALUE_LINE, OPTION_MANY,
	  NULL, NULL, N_("an enclosure; its count after the word จำนวน") },
	{ "reference", "TEXT", N_("refers to"), VALUE_LINE, OPTION_MANY, NULL,
	  NULL, N_("a letter it refers to, as written") },
	{ "stamp", "TEXT", N_("others' stamps"), VALUE_LINE, OPTION_MANY,
	  NULL, NULL,
	  N_("another office's stamp as written: OFFICE; NUMBER; DATE; TIME") },
	{ "attach", "FILE", N_("files"), VALUE_FILE, OPTION_MANY, NULL, NULL,
	  N_("a file to keep with the letter") },
	{ 0 }
};

static const struct option endorse_options[] = {
	{ "note", "TEXT", N_("note"), VALUE_TEXT, OPTION_REQUIRED, NULL,
	  "note", N_("the words written on the letter") },
	{ "to", "POST", N_("to"), VALUE_POST, 0, NULL, NULL,
	  N_("a post higher up than the next; asks for a reason") },
	{ "reason", "TEXT", N_("why posts are skipped"), VALUE_LINE, 0, NULL,
	  "skip", N_("why a post is passed over") },
	{ 0 }
};

static const struct option return_options[] = {
	{ "reason", "TEXT", N_("reason"), VALUE_TEXT, OPTION_REQUIRED, NULL,
	  "reason", N_("why it goes back") },
	{ 0 }
};

static const struct option order_options[] = {
	{ "note", "TEXT", N_("order"), VALUE_TEXT, OPTION_REQUIRED, NULL,
	  "order", N_("the words of the order") },
	{ "assign", "DIVISION", N_("give to"), VALUE_DIVISION, OPTION_MANY,
	  NULL, NULL, N_("a division that is to act; none closes the letter") },
	{ 0 }
};

static const struct option acknowledge_options[] = {
	{ "division", "DIVISION", N_("division"), VALUE_DIVISION,
	  OPTION_HIDDEN, NULL, NULL,
	  N_("which of your divisions, when you head several") },
	{ 0 }
};

static const struct option done_options[] = {
	{ "reply", "NUMBER", N_("reply's number"), VALUE_LINE, 0, NULL, NULL,
	  N_("number of the reply that was sent") },
	{ "note", "TEXT", N_("note"), VALUE_TEXT, 0, NULL, "done",
	  N_("what was done") },
	{ "division", "DIVISION", N_("division"), VALUE_DIVISION,
	  OPTION_HIDDEN, NULL, NULL,
	  N_("which of your divisions, when you head several") },
	{ 0 }
};

static const struct option list_options[] = {
	{ "mine", NULL, N_("mine"), VALUE_FLAG, 0, NULL, NULL,
	  N_("only what waits for me") },
	{ "state", "STATE", N_("state"), VALUE_CHOICE, 0, letter_states, NULL,
	  N_("only letters in this state") },
	{ "year", "BE", N_("year"), VALUE_NUMBER, 0, NULL, NULL,
	  N_("the register of this Buddhist year") },
	{ "limit", "N", N_("at most"), VALUE_NUMBER, 0, NULL, NULL,
	  N_("at most so many, the newest") },
	{ 0 }
};

static const struct option demo_options[] = {
	{ "tour", NULL, N_("tour"), VALUE_FLAG, 0, NULL, NULL,
	  N_("walk the whole road on standard output") },
	{ 0 }
};

static const struct option help_options[] = {
	{ "table", NULL, N_("table"), VALUE_FLAG, 0, NULL, NULL,
	  N_("actions and options as lines, for scripts") },
	{ 0 }
};

const struct action actions[] = {
	{ "receive", "", receive_options, WRITE, N_("Receive a letter"),
	  N_("register a letter that came in, and give it its number"),
	  "letter.receive", receive_decide, receive_prepare, NULL },
	{ "list", "", list_options, LOOK, N_("Register"),
	  N_("list the register of a year, newest first"),
	  NULL, NULL, NULL, list_look },
	{ "show", "NUMBER", NULL, LOOK | NEED_LETTER | NEED_WISH, N_("Letter"),
	  N_("show one letter with its notes and where it lies"),
	  NULL, NULL, NULL, show_look },
	{ "open", "NUMBER", NULL, WRITE_LETTER, N_("Open a letter"),
	  N_("record that the post where it lies has looked at it"),
	  "letter.open", open_decide, NULL, NULL },
	{ "endorse", "NUMBER", endorse_options, WRITE_LETTER,
	  N_("Endorse a letter"),
	  N_("write a note on it and send it one step up"),
	  "letter.endorse", endorse_decide, NULL, NULL },
	{ "return", "NUMBER", return_options, WRITE_LETTER,
	  N_("Return a letter"), N_("send it one step down with a reason"),
	  "letter.return", return_decide, NULL, NULL },
	{ "recall", "NUMBER", NULL, WRITE_LETTER, N_("Recall a letter"),
	  N_("take back what you sent up, while nobody has opened it"),
	  "letter.recall", recall_decide, NULL, NULL },
	{ "order", "NUMBER", order_options, WRITE_LETTER,
	  N_("Order on a letter"),
	  N_("decide at the top: end it, or give it to divisions"),
	  "letter.order", order_decide, NULL, NULL },
	{ "acknowledge", "NUMBER", acknowledge_options, WRITE_LETTER,
	  N_("Acknowledge an order"),
	  N_("take the letter into your division's book"),
	  "letter.acknowledge", acknowledge_decide, NULL, NULL },
	{ "done", "NUMBER", done_options, WRITE_LETTER,
	  N_("Finish an order"), N_("record that your division has done it"),
	  "letter.done", done_decide, NULL, NULL },
	{ "history", "NUMBER", NULL, LOOK | NEED_LETTER, N_("History"),
	  N_("tell every event of one letter, oldest first"),
	  NULL, NULL, NULL, history_look },
	{ "check", "", NULL, LOOK, N_("Check"),
	  N_("prove chain, replay, numbers and files"),
	  NULL, NULL, NULL, check_look },
	{ "init", "NAME", init_options, NEED_TERMINAL,
	  N_("A new register"),
	  N_("make a new register for an office; never touches one that is "
	     "there"),
	  "office.found", init_decide, init_prepare, NULL },
	{ "person add", "LOGIN NAME", holding_options, ADMIN,
	  N_("Add a person"), N_("add a person with a post"),
	  "person.add", person_add_decide, NULL, NULL },
	{ "person hold", "LOGIN", holding_options, ADMIN,
	  N_("Give a post"), N_("give a person another post"),
	  "person.hold", person_hold_decide, NULL, NULL },
	{ "person end", "LOGIN", person_end_options, ADMIN,
	  N_("End a person"), N_("end a person's post, or all of them"),
	  "person.end", person_end_decide, NULL, NULL },
	{ "person list", "", NULL, LOOK, N_("People"),
	  N_("list the people and their posts"),
	  NULL, NULL, NULL, person_list_look },
	{ "post add", "CODE NAME", post_add_options, ADMIN,
	  N_("Add a post"), N_("add a post, in the chain or beside it"),
	  "post.add", post_add_decide, NULL, NULL },
	{ "post end", "CODE", NULL, ADMIN, N_("End a post"),
	  N_("take a post out of the chain, once no letter lies there"),
	  "post.end", post_end_decide, NULL, NULL },
	{ "post list", "", NULL, LOOK, N_("Posts"),
	  N_("list the posts, the chain from the clerk up first"),
	  NULL, NULL, NULL, post_list_look },
	{ "division add", "CODE NAME", division_add_options, ADMIN,
	  N_("Add a division"), N_("add a division that orders can go to"),
	  "division.add", division_add_decide, NULL, NULL },
	{ "division end", "CODE", NULL, ADMIN, N_("End a division"),
	  N_("end a division, once it has nothing left to finish"),
	  "division.end", division_end_decide, NULL, NULL },
	{ "division list", "", NULL, LOOK, N_("Divisions"),
	  N_("list the divisions and who heads them"),
	  NULL, NULL, NULL, division_list_look },
	{ "demo", "", demo_options, NEED_TERMINAL, N_("Practice"),
	  N_("open a throw-away practice register with five real letters"),
	  NULL, NULL, NULL, NULL },
	{ "help", "[COMMAND]", help_options, NEED_TERMINAL, N_("Help"),
	  N_("explain the commands, or one of them"),
	  NULL, NULL, NULL, NULL },
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

const struct option *
action_option(const struct action *a, const char *name)
{
	for (const struct option *o = a->options; o && o->name; o++)
		if (strcmp(o->name, name) == 0)
			return o;
	return NULL;
}
