/* said.c -- what was done, in a sentence for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"

#include "app/action.h"
#include "app/answer.h"
#include "app/json.h"
#include "app/many.h"
#include "app/turn.h"

static void
say_numbers(struct text *t, const json_t *answer)
{
	const json_t *letters = json_object_get(answer, "letters"), *one;
	struct letters_asked all = {0};
	size_t i;

	if (letters == NULL) {
		text_add_answer_number(t, answer);
		return;
	}
	all.at = xcalloc(json_array_size(letters), sizeof(*all.at));
	json_array_foreach(letters, i, one) all.at[all.n++] =
	    (struct book_number){book_find(answer_word(one, "book")),
				 (int)answer_whole(one, "year"),
				 (int)answer_whole(one, "number")};
	text_add_letters(t, &all);
	free(all.at);
}

/* A sentence of the action table takes the letter's number for its %s. */
static void
say_done(struct text *t, const char *said, const json_t *answer)
{
	const char *at = strstr(said, "%s");

	if (at == NULL) {
		text_add(t, said);
		return;
	}
	text_add_n(t, said, (size_t)(at - said));
	say_numbers(t, answer);
	text_add(t, at + 2);
}

/* A receipt that is not in the general book. */
static void
say_book(struct text *t, const json_t *answer)
{
	const struct book *b = book_find(answer_word(answer, "book"));

	if (b != NULL && b != book_general &&
	    (json_object_get(answer, "same_as") != NULL ||
	     (b->way == BOOK_OUT && b->class != BOOK_GENERAL &&
	      json_object_get(answer, "ref_no") != NULL)))
		text_printf(t, _("; in the book “%s”"), _(b->name));
}

/* What the person who did it must know next: its new number, where it is. */
static void
say_where(struct text *t, const json_t *answer)
{
	const char *post = answer_word(answer, "at_post_name");

	if (answer_whole(answer, "division_number") != 0)
		text_printf(t, _("; its number in the division is %s"),
			    DIGITS(answer_whole(answer, "division_number")));
	if (answer_whole(answer, "sent_to") != 0)
		text_printf(t,
			    P_(" as %s, to %s office", " as %s, to %s offices",
			       answer_whole(answer, "sent_to")),
			    answer_word(answer, "sent_as"),
			    DIGITS(answer_whole(answer, "sent_to")));
	if (post[0] != '\0' && answer_word(answer, "holders")[0] != '\0')
		text_printf(t, _("; it lies with %s (%s)"), post,
			    answer_word(answer, "holders"));
	else if (post[0] != '\0' && answer_word(answer, "away")[0] != '\0')
		text_printf(t, _("; it lies with %s: %s"), post,
			    answer_word(answer, "away"));
	else if (post[0] != '\0')
		text_printf(t,
			    _("; it lies with %s, a post that nobody holds "
			      "now"),
			    post);
	else if (strcmp(answer_word(answer, "state"), "closed") == 0)
		text_add(t, _("; it is closed"));
}

static void
say_block(struct text *t, const json_t *answer)
{
	int64_t last = answer_whole(answer, "last");
	struct text day = {0};
	struct date until;
	struct error none = {0};

	if (strcmp(answer_word(answer, "state"), STATE_RESERVED) != 0)
		return;
	if (last > answer_whole(answer, "number"))
		text_printf(t, _(", and all up to %s"),
			    BOOK_NUMBER(answer_word(answer, "book"),
					answer_whole(answer, "year"), last));
	if (date_parse(answer_word(answer, "until"), &until, &none))
		text_add_date(&day, until, DATE_LONG, digits_are_thai());
	text_printf(t, _("; until %s"), text_str(&day));
	text_done(&day);
}

/* Paper comes twice: the clerk may want to put the copies together. */
static void
say_same(struct text *t, const json_t *answer)
{
	const json_t *list = json_object_get(answer, "same_as");
	const json_t *same;
	size_t i;

	json_array_foreach(list, i, same)
	{
		bool is_sure = json_is_true(json_object_get(same, "sure"));
		struct text number = {0};

		text_add_answer_number(&number, same);
		text_printf(t,
			    is_sure ? _("; it is a second copy of %s")
				    : _("; perhaps it is the same as %s"),
			    number.s);
		text_done(&number);
	}
}

/* What an act of its own kind has to tell. */
static void
say_more(struct text *t, const json_t *answer)
{
	const char *words = answer_word(answer, "words");

	if (words[0] != '\0')
		text_printf(t, "; %s", words);
}

/* What is to be written on a letter that goes out. */
static void
say_ref(struct text *t, const json_t *answer)
{
	if (answer_word(answer, "ref_no")[0] != '\0')
		text_printf(t, _("; write %s on it"),
			    answer_word(answer, "ref_no"));
}

/* Clerks who have the year's numbers in their fingers are told in time. */
static void
say_turn(struct text *t, const json_t *answer)
{
	struct year_turn turn =
	    turn_of_json(json_object_get(answer, "year_turn"));

	if (turn.year == 0)
		return;
	text_add(t, "; ");
	text_add_turn(t, &turn);
}

/* The same word in all of the answers, or "". */
static const char *
word_of_all(const json_t *letters, const char *key)
{
	const char *word = answer_word(json_array_get(letters, 0), key);
	const json_t *one;
	size_t i;

	json_array_foreach(letters, i, one) if (strcmp(answer_word(one, key),
						       word) != 0) return "";
	return word;
}

/* What the person must write on them, from the first to the last. */
static void
say_given(struct text *t, const json_t *letters)
{
	const json_t *first = json_array_get(letters, 0);
	const json_t *last =
	    json_array_get(letters, json_array_size(letters) - 1);

	if (answer_whole(first, "division_number") != 0)
		text_printf(t,
			    _("; their numbers in the division are %s to %s"),
			    DIGITS(answer_whole(first, "division_number")),
			    DIGITS(answer_whole(last, "division_number")));
	if (answer_whole(first, "sent_to") != 0)
		text_printf(t, _("; as %s to %s"),
			    answer_word(first, "sent_as"),
			    answer_word(last, "sent_as"));
}

static char *
sentence_of_many(const struct action *a, const json_t *answer)
{
	const json_t *letters = json_object_get(answer, "letters");
	struct text t = {0};

	say_done(&t, _(a->many), answer);
	text_printf(
	    &t, P_(" (%s letter)", " (%s letters)", json_array_size(letters)),
	    DIGITS((long)json_array_size(letters)));
	say_given(&t, letters);
	if (word_of_all(letters, "holders")[0] != '\0')
		text_printf(&t, _("; they lie with %s (%s)"),
			    word_of_all(letters, "at_post_name"),
			    word_of_all(letters, "holders"));
	return text_take(&t);
}

char *
answer_sentence(const struct action *a, const json_t *answer)
{
	struct text t = {0};

	if (json_object_get(answer, "letters") != NULL && a->many != NULL)
		return sentence_of_many(a, answer);

	say_done(&t, _(a->said), answer);
	say_book(&t, answer);
	say_block(&t, answer);
	say_where(&t, answer);
	say_same(&t, answer);
	say_more(&t, answer);
	say_ref(&t, answer);
	say_turn(&t, answer);
	return text_take(&t);
}
