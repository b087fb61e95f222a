/* event-value.h -- values of payloads as people read them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_EVENT_VALUE_H
#define APP_EVENT_VALUE_H

#include <jansson.h>

#include "base/text.h"

#include "model/event.h"

/* Writes a value of the payload of an event; nothing where there is nothing to
   be told. */
typedef void write_value(struct text *t, const json_t *value,
			 const struct event *e, const json_t *body);
typedef write_value *write_fn;

write_value write_word;   /* a text */
write_value write_quoted; /* a text between “ and ” */
write_value write_day;    /* an ISO day */
write_value write_moment; /* microseconds: day and time */
write_value write_whole;  /* a number */
write_value
    write_count; /* how many: a number, or of an array; none is nothing */
write_value write_seconds;    /* microseconds as seconds, rounded up */
write_value write_truth;      /* that it is so */
write_value write_list;       /* an array of texts */
write_value write_overlooked; /* why each thing was overlooked */
write_value write_days;       /* days, with their names */
write_value write_lasts;      /* the last numbers of books */
write_value
    write_number; /* a number of the book of the payload, or of the event */
write_value write_of_list; /* a list and its year */
write_value write_rank;    /* which of several to act, where not the first */
write_value write_acted;   /* in which way for which post */
write_value write_policy;  /* a value of the policy that the payload names */

#endif
