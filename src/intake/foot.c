/* foot.c -- the foot of a letter: whose matter it is, and how to reach them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/label.h"
#include "intake/scan.h"
#include "intake/words.h"

/* An owner is named on at most so many lines. */
enum { OWNER_LINES = 4, LINE_MAX_BYTES = 600 };

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

/* "นางสาวปาริชาต ดวงแก้ว ๐๘๑-๒๓๔-๕๖๗๘": a name, up to its number. */
static const char *
person(struct intake *in, const char *words)
{
	size_t n = 0;

	if (words == NULL)
		return NULL;
	while (words[n] != '\0' && scan_digit(words + n, NULL) == 0)
		n++;
	while (n > 0 && strchr(" (:,-", words[n - 1]) != NULL)
		n--;
	return intake_words(in, words, n);
}

/* A bracket that the number does not open: "(... โทร. ๐ ๔๓๒๔ ๑๖๗๘)". */
static size_t
without_bracket(const char *s, size_t n)
{
	while (n > 0 && strchr(" \t,", s[n - 1]) != NULL)
		n--;
	return n > 0 && s[n - 1] == ')' && memchr(s, '(', n) == NULL ? n - 1
								     : n;
}

static void
take_contact(struct foot *f, const char *s, struct labelled at)
{
	const char *end = contact_find(s + at.n);
	size_t n = without_bracket(s + at.n, (size_t)(end - s) - at.n);
	const char *words = intake_words(f->in, s + at.n, n);

	if (at.label == LABEL_PHONE)
		take_number(f, READ_PHONE, words);
	if (at.label == LABEL_FAX ||
	    (at.label == LABEL_PHONE && is_both(s, at.n)))
		take_number(f, READ_FAX, words);
	if (at.label == LABEL_COORDINATOR) {
		f->is_coordinator = true;
		value_set(&f->l->field[READ_COORDINATOR], person(f->in, words),
			  FIELD_READ);
	}
}

/* Each contact on the line; true when there was one. */
static bool
take_contacts(struct foot *f, const char *s)
{
	const char *at = contact_find(s);
	bool found = *at != '\0';

	f->is_coordinator = false;
	while (*at != '\0') {
		struct labelled label = label_at(at);

		if (!is_contact(label.label))
			break;
		take_contact(f, at, label);
		at = contact_find(at + label.n);
	}
	return found;
}

/* A line that names an office, or its unit, up to its telephone; what stands
   in a second column is not of the name. */
static const char *
owner_part(struct intake *in, const char *s)
{
	size_t n = (size_t)(contact_find(s) - s), tab = strcspn(s, "\t");

	return intake_words(in, s, tab > 0 && tab < n ? tab : n);
}

static bool
has_telephone(const char *s)
{
	size_t n;

	return label_find(s, LABEL_PHONE, &n) != NULL;
}

/* Lines from i on that name the owner; the line behind them. */
static size_t
take_owner(struct intake *in, struct read_letter *l, size_t i, size_t end)
{
	const char *owner = owner_part(in, in->sheet.at[i].s);
	size_t k = i + 1;
	bool open = !has_telephone(in->sheet.at[i].s);

	for (; open && k < end && k < i + OWNER_LINES; k++) {
		const struct line *line = &in->sheet.at[k];
		const char *part = owner_part(in, line->s);

		if (line->used || part == NULL || line->s[0] == '(' ||
		    (line->after_blank && !is_unit(line->s)) ||
		    (!line->after_blank && !is_office(line->s)))
			break;
		owner = arena_printf(in->a, "%s %s", owner, part);
		open = !has_telephone(line->s);
	}
	value_set(&l->field[READ_OWNER], owner, FIELD_READ);
	return k;
}

/* Above a telephone stands whose it is, office or no word for one. */
static void
take_owner_above(struct foot *f, const struct extent *e, size_t i)
{
	const struct line *at = f->in->sheet.at;
	size_t k = i;
	const char *owner = NULL;

	while (k > e->foot && i - k < OWNER_LINES && !at[k].after_blank &&
	       !at[k - 1].used && label_at(at[k - 1].s).label == LABEL_NONE &&
	       at[k - 1].s[0] != '(' && !has_digit(at[k - 1].s))
		k--;
	for (; k < i; k++) {
		const char *part = owner_part(f->in, at[k].s);

		if (part == NULL)
			continue;
		owner = owner == NULL
			    ? part
			    : arena_printf(f->in->a, "%s %s", owner, part);
		f->in->sheet.at[k].used = true;
	}
	value_set(&f->l->field[READ_OWNER], owner, FIELD_DOUBTFUL);
}

/* A firm has its telephone in the head, below its name. */
static void
read_letterhead(struct foot *f, const struct extent *e)
{
	for (size_t i = e->top; i < e->body; i++)
		if (has_telephone(f->in->sheet.at[i].s))
			take_contacts(f, f->in->sheet.at[i].s);
}

/* "๐๘๗-๑๑๑-๒๒๓๓" and nothing else: whose telephone it is nobody says. */
static bool
is_bare_number(const char *s)
{
	enum { SHORT = 9, LONG = 12 };
	size_t digits = 0, n;

	for (; *s != '\0'; s += n) {
		n = scan_digit(s, NULL);
		digits += n > 0;
		if (n == 0 && strchr(" -", *s) == NULL)
			return false;
		n += n == 0;
	}
	return digits >= SHORT && digits <= LONG;
}

/* Urgency or secrecy stamped at the foot. */
static void
take_mark(struct read_letter *l, struct line *line)
{
	size_t n, k;
	const char *urgency = urgency_at(line->s, &n);
	const char *secrecy = secrecy_at(line->s, &k);

	if (urgency != NULL && line->s[n] == '\0')
		value_set(&l->field[READ_URGENCY], urgency, FIELD_DOUBTFUL);
	else if (secrecy != NULL && line->s[k] == '\0')
		value_set(&l->field[READ_SECRECY], secrecy, FIELD_DOUBTFUL);
	else
		return;
	line->used = true;
}

void
foot_read(struct intake *in, struct read_letter *l, const struct extent *e)
{
	struct foot f = {.in = in, .l = l};

	for (size_t i = e->foot; i < e->end; i++) {
		struct line *line = &in->sheet.at[i];

		if (line->used || strlen(line->s) > LINE_MAX_BYTES)
			continue;
		take_mark(l, line);
		if (l->field[READ_OWNER].s == NULL && is_office(line->s)) {
			size_t k = take_owner(in, l, i, e->end);

			for (; i < k; i++) {
				take_contacts(&f, in->sheet.at[i].s);
				in->sheet.at[i].used = true;
			}
			i--;
		} else if (take_contacts(&f, line->s)) {
			line->used = true;
			if (l->field[READ_OWNER].s == NULL &&
			    l->field[READ_PHONE].s != NULL)
				take_owner_above(&f, e, i);
		}
	}
	for (size_t i = e->foot; i < e->end; i++)
		if (!in->sheet.at[i].used && is_bare_number(in->sheet.at[i].s))
			value_set(&l->field[READ_PHONE], in->sheet.at[i].s,
				  FIELD_DOUBTFUL);
	if (l->field[READ_PHONE].s == NULL)
		read_letterhead(&f, e);
}
