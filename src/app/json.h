/* json.h -- values of answers: into JSON, and out of it again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_JSON_H
#define APP_JSON_H

#include <jansson.h>

#include "base/date.h"

/* What is not there (NULL, no date, 0) is null.  New references. */
json_t *text_json(const char *s);
json_t *date_json(struct date d); /* ISO 8601 */
json_t *moment_json(moment m);    /* ISO 8601, in Bangkok */
json_t *number_json(int64_t n);

/* A value of an object; "" and 0 when it is not there. */
const char *answer_word(const json_t *from, const char *key);
int64_t answer_whole(const json_t *from, const char *key);

/* A value on a line of its own, with nothing in it that a terminal obeys. */
struct text;
void text_add_json_line(struct text *t, const json_t *value);

#endif
