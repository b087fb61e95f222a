/* answer.h -- rows and events as the JSON that scripts may rely on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_ANSWER_H
#define APP_ANSWER_H

#include <jansson.h>

#include "model/event.h"

#include "app/json.h"
#include "app/look.h"

/* What a writing act answers, now or when asked again: number, year, book,
   at, state, where it lies; seq and kind of its event. */
bool answer_of_event(struct session *s, const struct event *e, json_t **answer,
		     struct error *err) MUST_CHECK;

/* shared by list, search and show (saraban(1), JSON).  New references. */
json_t *letter_json(const struct letter *l);
json_t *letter_file_json(const struct letter_file *f);
json_t *same_list_json(const struct same_list *list);
/* Puts what it answers, what answers it, and how it went out. */
void letter_add_out(const struct letter_file *f, json_t *j);
/* The number of a row or answer with book, year and number, as people read
   it. */
void text_add_answer_number(struct text *t, const json_t *row);
/* The message a letter came in: of show and read. */
json_t *letter_mail_json(const struct letter_mail *m);

#endif
