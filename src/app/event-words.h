/* event-words.h -- every kind of event, told in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_EVENT_WORDS_H
#define APP_EVENT_WORDS_H

#include <jansson.h>

#include "base/text.h"

#include "model/event.h"

/* One event in words. */
struct happening {
	int64_t seq;
	moment at;
	const char *login;
	const char *actor; /* name, or login of the owner */
	const char *post;  /* NULL for the owner */
	const char *post_name;
	const char *capacity;
	const char *own_post_name; /* when acting */
	const char *acting_order;
	bool is_own_proposal;
	const char *auth;  /* how the person was known */
	const char *kind;  /* "letter.endorse" */
	const char *words; /* one sentence in the language in force */
	const char *body;  /* payload as JSON; NULL when veiled */
	const char *hash;  /* hexadecimal */
	/* In the log: of a letter's event its number; else book is NULL. */
	int64_t letter;
	const char *book;
	int year, number;
	bool is_veiled;
};
struct happening_list {
	struct happening *at;
	size_t n;
};
/* How a kind of event is told, and what is told of it where its words are not
   for the reader, or are destroyed. */
struct telling {
	const char *kind;
	void (*tell)(struct text *t, const struct event *e, const json_t *body);
	const char *veiled; /* N_() */
};
/* What happens to letters (app/history.c); ended by a row without a kind. */
extern const struct telling letter_tellings[];

/* What happens in the office besides (app/history-office.c): the title of a
   kind, N_(), or NULL when it is none of these; and the whole sentence. */
const char *office_title(const char *kind);
void tell_office(struct text *t, const struct event *e, const json_t *body);

/* What is told of an event of the kind without its words, N_(); NULL for a
   kind that this program does not know. */
const char *event_title(const char *kind);

/* The event in words, in the arena.  What is veiled keeps who, when and the
   kind; its payload is NULL.  In no payload stand what is private to a person,
   names of files of PINs, and what was said of letters on a list. */
void event_tell(const struct event *e, bool veiled, struct arena *a,
		struct happening *h);

/* As `history' and `log' answer it.  A new reference. */
json_t *happening_json(const struct happening *h);

#endif
