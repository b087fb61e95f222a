/* operand.c -- what the words of an action's operands stand for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#include "model/destruction.h"
#include "model/retention.h"

#include "app/action.h"

/* clang-format off */
static const struct option kinds[] = {
	{ .name = "NUMBER", .label = N_("number"), .kind = VALUE_LETTER,
	  .help = N_("the number of a letter, with the prefix of its book") },
	{ .name = "LOGIN", .label = N_("login"), .kind = VALUE_LINE,
	  .help = N_("the name of the account") },
	{ .name = "POST", .label = N_("post"), .kind = VALUE_POST,
	  .help = N_("code or name of the post") },
	{ .name = "NAME", .label = N_("name"), .kind = VALUE_LINE,
	  .help = N_("the name as people read it") },
	{ .name = "CODE", .label = N_("code"), .kind = VALUE_LINE,
	  .help = N_("a short word in Latin letters") },
	{ .name = "FILE", .label = N_("file"), .kind = VALUE_FILE,
	  .help = N_("a file of this machine") },
	{ .name = "DIRECTORY", .label = N_("folder"), .kind = VALUE_FILE,
	  .help = N_("a folder of this machine") },
	{ .name = "SEQUENCE", .label = N_("book"), .kind = VALUE_LINE,
	  .help = N_("the name of a book: receive, or division:CODE") },
	{ .name = "LAST", .label = N_("last number on paper"),
	  .kind = VALUE_LINE,
	  .help = N_("the last number that stands on paper; 0 for none") },
	{ .name = "PUBKEY", .label = N_("public key"), .kind = VALUE_LINE,
	  .help = N_("the line of a file that ends in .pub") },
	{ .name = "PRINT", .label = N_("fingerprint"), .kind = VALUE_LINE,
	  .help = N_("what ssh-keygen -l tells of a key, or its beginning") },
	{ .name = "COMMAND", .label = N_("command"), .kind = VALUE_LINE,
	  .help = N_("the name of a command") },
	{ .name = "ACTION", .label = N_("command"), .kind = VALUE_LINE,
	  .help = N_("the name of a command") },
	{ .name = "OFFICE", .label = N_("office"), .kind = VALUE_OFFICE,
	  .help = N_("the code of an office") },
	{ .name = "ITEM", .label = N_("item"), .kind = VALUE_LINE,
	  .help = N_("its number in the list of what is to be received") },
	{ .name = "DRAFT", .label = N_("draft"), .kind = VALUE_LINE,
	  .help = N_("the beginning of a draft's id") },
	{ .name = "WORD", .label = N_("words"), .kind = VALUE_LINE,
	  .help = N_("a word, a phrase or a filter to search by") },
	{ .name = "PERIOD", .label = N_("kept for"), .kind = VALUE_CHOICE,
	  .choices = retention_classes,
	  .help = N_("how long the letter is kept") },
	{ .name = "DECISION", .label = N_("decision"), .kind = VALUE_CHOICE,
	  .choices = destruction_decisions,
	  .help = N_("what becomes of the letters") },
	{ .name = "ANSWER", .label = N_("answer"), .kind = VALUE_CHOICE,
	  .choices = destruction_answers,
	  .help = N_("what the National Archives answered") },
	{ .name = "FIELD", .label = N_("field"), .kind = VALUE_CHOICE,
	  .choices = entry_fields,
	  .help = N_("what is to be corrected; number, year and true time "
	      "never are") },
	{ .name = "VALUE", .label = N_("correct words"), .kind = VALUE_LINE,
	  .help = N_("what shall stand there; - for nothing") },
	{ .name = "CLASS", .label = N_("class"), .kind = VALUE_CHOICE,
	  .choices = letter_secrecies,
	  .help = N_("the highest class of secrecy") },
	{ .name = "N", .label = N_("file"), .kind = VALUE_NUMBER,
	  .help = N_("which of its files, from 1") },
	{ .name = "WHOM", .label = N_("to whom"), .kind = VALUE_LINE,
	  .help = N_("the login of a person, or the code of a post") },
	{ .name = "DATE", .label = N_("day"), .kind = VALUE_DATE,
	  .flags = OPTION_PAST, .help = N_("a day behind us, or today") },
	{ .name = "MONTH", .label = N_("month"), .kind = VALUE_LINE,
	  .help = N_("a month and its year, as ก.พ. 2569 or 2569-02") },
	{ .name = "DAY", .label = N_("day"), .kind = VALUE_DATE,
	  .help = N_("a day with its year, as 13 เม.ย. 2570") },
	{ .name = "POLICY", .label = N_("policy"), .kind = VALUE_LINE,
	  .help = N_("the name of a policy") },
	{ .name = "BOOK", .label = N_("book"), .kind = VALUE_CHOICE,
	  .choices = book_choices,
	  .help = N_("a book, by its code or as clerks call it") },
	{ .name = "FIRST", .label = N_("next number"), .kind = VALUE_NUMBER,
	  .help = N_("the first number that the program shall give") },
	{ .name = "SETTING", .label = N_("value"), .kind = VALUE_LINE,
	  .help = N_("what it shall be: a number or a word") },
	{ 0 }
};
/* clang-format on */

const struct option *
operand_option(const char *word)
{
	size_t n;

	word += strspn(word, "[");
	n = strcspn(word, " .]");
	for (const struct option *o = kinds; o->name != NULL; o++)
		if (strlen(o->name) == n && memcmp(o->name, word, n) == 0)
			return o;
	bug("an operand that is not known: %s", word);
}

/* The last goes on: "FILE..." */
const struct option *
action_operand(const struct action *a, size_t i)
{
	const char *word = a->operands;

	while (i-- > 0 && strchr(word, ' ') != NULL)
		word = strchr(word, ' ') + 1;
	return *word != '\0' ? operand_option(word) : NULL;
}
