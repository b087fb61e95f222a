/* foot.c -- the foot of a letter: whose matter it is, and how to reach them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/label.h"
#include "intake/scan.h"

/* An owner is named on at most so many lines. */
enum { OWNER_LINES = 4, LINE_MAX_BYTES = 600 };

static const enum label contacts[] = {LABEL_PHONE, LABEL_FAX, LABEL_EMAIL,
				      LABEL_COORDINATOR, LABEL_COPY};

/* Where the next contact begins in s; its end when none does. */
static const char *
next_contact(const char *s)
{
	const char *first = s + strlen(s);

	for (size_t i = 0; i < ARRAY_SIZE(contacts); i++) {
		size_t n;
		const char *at = label_find(s, contacts[i], &n);

		if (at != NULL && at < first)
			first = at;
	}
	return first;
}

static bool
has_digit(const char *s)
{
	for (; *s != '\0'; s++)
		if (scan_digit(s, NULL) > 0)
			return true;
	return false;
}

struct foot {
	struct intake *in;
	struct read_letter *l;
	bool is_coordinator; /* numbers are now those of a person */
};

static void
take_number(struct foot *f, enum read_field field, const char *words)
{
	if (words != NULL && has_digit(words) && !f->is_coordinator)
		value_set(&f->l->field[field], words, FIELD_READ);
}

/* "โทร./โทรสาร" is both. */
static bool
is_both(const char *label, size_t n)
{
	const char *fax = strstr(label, "โทรสาร");

	return fax != NULL && fax > label && (size_t)(fax - label) < n;
}

static void
take_contact(struct foot *f, const char *s, struct labelled at)
{
	const char *end = next_contact(s + at.n);
	const char *words =
	    intake_words(f->in, s + at.n, (size_t)(end - s) - at.n);

	if (at.label == LABEL_PHONE)
		take_number(f, READ_PHONE, words);
	if (at.label == LABEL_FAX ||
	    (at.label == LABEL_PHONE && is_both(s, at.n)))
		take_number(f, READ_FAX, words);
	if (at.label == LABEL_COORDINATOR) {
		f->is_coordinator = true;
		value_set(&f->l->field[READ_COORDINATOR], words, FIELD_READ);
	}
}

static bool
is_contact(enum label label)
{
	for (size_t i = 0; i < ARRAY_SIZE(contacts); i++)
		if (contacts[i] == label)
			return true;
	return false;
}

/* Each contact on the line; true when there was one. */
static bool
take_contacts(struct foot *f, const char *s)
{
	const char *at = next_contact(s);
	bool found = *at != '\0';

	f->is_coordinator = false;
	while (*at != '\0') {
		struct labelled label = label_at(at);

		if (!is_contact(label.label))
			break;
		take_contact(f, at, label);
		at = next_contact(at + label.n);
	}
	return found;
}

/* A line that names an office, or its unit, up to its telephone. */
static const char *
owner_part(struct intake *in, const char *s)
{
	return intake_words(in, s, (size_t)(next_contact(s) - s));
}

/* Lines from i on that name the owner; the line behind them. */
static size_t
take_owner(struct intake *in, struct read_letter *l, size_t i, size_t end)
{
	const char *owner = owner_part(in, in->sheet.at[i].s);
	size_t k = i + 1;
	bool open = *next_contact(in->sheet.at[i].s) == '\0';

	for (; open && k < end && k < i + OWNER_LINES; k++) {
		const struct line *line = &in->sheet.at[k];
		const char *part = owner_part(in, line->s);

		if (line->used || part == NULL || line->s[0] == '(' ||
		    (line->after_blank && !is_unit(line->s)) ||
		    (!line->after_blank && !is_office(line->s)))
			break;
		owner = arena_printf(in->a, "%s %s", owner, part);
		open = *next_contact(line->s) == '\0';
	}
	value_set(&l->field[READ_OWNER], owner, FIELD_READ);
	return k;
}

/* A firm has its telephone above, below its name. */
static void
read_letterhead(struct foot *f, const struct extent *e)
{
	for (size_t i = e->top; i < e->body && i < e->number; i++)
		if (label_at(f->in->sheet.at[i].s).label == LABEL_PHONE)
			take_contacts(f, f->in->sheet.at[i].s);
}

void
foot_read(struct intake *in, struct read_letter *l, const struct extent *e)
{
	struct foot f = {.in = in, .l = l};

	for (size_t i = e->foot; i < e->end; i++) {
		struct line *line = &in->sheet.at[i];

		if (line->used || strlen(line->s) > LINE_MAX_BYTES)
			continue;
		if (l->field[READ_OWNER].s == NULL && is_office(line->s)) {
			size_t k = take_owner(in, l, i, e->end);

			for (; i < k; i++) {
				take_contacts(&f, in->sheet.at[i].s);
				in->sheet.at[i].used = true;
			}
			i--;
		} else if (take_contacts(&f, line->s)) {
			line->used = true;
		}
	}
	if (l->field[READ_PHONE].s == NULL)
		read_letterhead(&f, e);
}
