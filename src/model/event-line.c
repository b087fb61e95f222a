/* event-line.c -- one event as one line of text, and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/event-line.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "base/i18n.h"

const char event_line_destroyed[] = "destroyed";

enum { SECOND = 1000000 };

/* One field of the line: how it is added from, and read into, the event.
   The field read may be changed and stays there as long as the event. */
struct column {
	void (*add)(struct text *t, const struct event *e, size_t offset);
	bool (*read)(char *field, struct arena *a, struct event *e,
		     size_t offset);
	size_t offset;
};

static const void *
at(const struct event *e, size_t offset)
{
	return (const char *)e + offset;
}

static void *
into(struct event *e, size_t offset)
{
	return (char *)e + offset;
}

static void
add_moment(struct text *t, const struct event *e, size_t offset)
{
	moment m = *(const moment *)at(e, offset);
	struct date d = moment_date(m);
	int hour, minute, second;

	moment_time(m, &hour, &minute, &second);
	text_printf(t, "%04d-%02d-%02d %02d:%02d:%02d.%06d", d.year, d.month,
		    d.day, hour, minute, second,
		    (int)((m % SECOND + SECOND) % SECOND));
}

static bool
read_moment(char *field, struct arena *a, struct event *e, size_t offset)
{
	struct date d;
	int hour, minute, second, micro;

	(void)a;
	if (sscanf(field, "%5d-%2d-%2d %2d:%2d:%2d.%6d", &d.year, &d.month,
		   &d.day, &hour, &minute, &second, &micro) != 7 ||
	    !date_is_valid(d))
		return false;
	*(moment *)into(e, offset) = moment_at(d, hour, minute, second) + micro;
	return true;
}

static void
add_integer(struct text *t, const struct event *e, size_t offset)
{
	text_printf(t, "%lld", (long long)*(const int64_t *)at(e, offset));
}

static bool
read_integer(char *field, struct arena *a, struct event *e, size_t offset)
{
	(void)a;
	*(int64_t *)into(e, offset) = strtoll(field, NULL, 10);
	return true;
}

static void
add_maybe(struct text *t, const struct event *e, size_t offset)
{
	if (*(const int64_t *)at(e, offset) == 0)
		text_add(t, "-");
	else
		add_integer(t, e, offset);
}

static void
add_text(struct text *t, const struct event *e, size_t offset)
{
	text_add_field(t, *(const char *const *)at(e, offset));
}

static bool
read_text(char *field, struct arena *a, struct event *e, size_t offset)
{
	(void)a;
	*(const char **)into(e, offset) = field;
	return field_unescape((char **)into(e, offset));
}

static bool
read_needed(char *field, struct arena *a, struct event *e, size_t offset)
{
	return read_text(field, a, e, offset) &&
	       *(const char **)into(e, offset) != NULL;
}

static void
add_words(struct text *t, const struct event *e, size_t offset)
{
	(void)offset;
	if (e->body == NULL)
		text_add(t, event_line_destroyed);
	else
		text_add_json(t, e->body, strlen(e->body), false);
}

/* As the ledger wrote them: parsed, and dumped in its way. */
static bool
read_words(char *field, struct arena *a, struct event *e, size_t offset)
{
	json_t *words;
	char *body;

	(void)offset;
	if (strcmp(field, event_line_destroyed) == 0)
		return true;
	words = json_loads(field, 0, NULL);
	body = json_dumps(words, JSON_SORT_KEYS | JSON_COMPACT);
	json_decref(words);
	e->body = arena_strdup(a, body);
	free(body);
	return e->body != NULL;
}

static void
add_hex(struct text *t, const void *bytes, size_t n)
{
	char hex[HEX_SIZE];

	hex_of(bytes, n, hex);
	text_add(t, hex);
}

static void
add_id(struct text *t, const struct event *e, size_t offset)
{
	add_hex(t, at(e, offset), ID_SIZE);
}

static bool
read_id(char *field, struct arena *a, struct event *e, size_t offset)
{
	(void)a;
	return hex_read(field, into(e, offset), ID_SIZE);
}

/* It goes with the words. */
static void
add_salt(struct text *t, const struct event *e, size_t offset)
{
	if (e->body == NULL)
		text_add(t, "-");
	else
		add_id(t, e, offset);
}

static bool
read_salt(char *field, struct arena *a, struct event *e, size_t offset)
{
	return e->body == NULL || read_id(field, a, e, offset);
}

static void
add_digest(struct text *t, const struct event *e, size_t offset)
{
	add_hex(t, at(e, offset), DIGEST_SIZE);
}

static bool
read_digest(char *field, struct arena *a, struct event *e, size_t offset)
{
	(void)a;
	return hex_read(field, into(e, offset), DIGEST_SIZE);
}

#define COLUMN(add, read, member)                                              \
	{                                                                      \
		add, read, offsetof(struct event, member)                      \
	}

static const struct column columns[] = {
    COLUMN(add_moment, read_moment, time),
    COLUMN(add_integer, read_integer, office),
    COLUMN(add_integer, read_integer, seq),
    COLUMN(add_text, read_needed, kind),
    COLUMN(add_text, read_text, book),
    COLUMN(add_maybe, read_integer, number),
    COLUMN(add_maybe, read_integer, year),
    COLUMN(add_text, read_needed, login),
    COLUMN(add_text, read_text, post),
    COLUMN(add_text, read_text, capacity),
    COLUMN(add_text, read_text, acting_order),
    COLUMN(add_words, read_words, body),
    COLUMN(add_maybe, read_integer, letter),
    COLUMN(add_integer, read_integer, person),
    COLUMN(add_text, read_needed, auth),
    COLUMN(add_id, read_id, act_id),
    COLUMN(add_id, read_id, nonce),
    COLUMN(add_salt, read_salt, salt),
    COLUMN(add_digest, read_digest, commitment),
    COLUMN(add_digest, read_digest, hash),
};

void
event_line_add(struct text *t, const struct event *e)
{
	for (size_t i = 0; i < ARRAY_SIZE(columns); i++) {
		if (i > 0)
			text_add(t, "\t");
		columns[i].add(t, e, columns[i].offset);
	}
}

static bool
fields_read(char *line, struct arena *a, struct event *e)
{
	char *rest = line;

	for (size_t i = 0; i < ARRAY_SIZE(columns); i++) {
		char *field = strsep(&rest, "\t");

		if (field == NULL ||
		    !columns[i].read(field, a, e, columns[i].offset))
			return false;
	}
	return rest == NULL;
}

/* Whatever may be written in two ways is refused in one of them: a text that
   imports is the text that would be exported. */
bool
event_line_read(char *line, struct arena *a, struct event *e, const char **why)
{
	char *as_it_was = arena_strdup(a, line);
	struct text again = {0};
	bool same;

	*e = (struct event){.office = 0};
	if (!fields_read(line, a, e)) {
		*why = _("it is no event");
		return false;
	}
	event_line_add(&again, e);
	same = strcmp(again.s, as_it_was) == 0;
	text_done(&again);
	*why = _("it is not written as an export writes it");
	return same;
}
