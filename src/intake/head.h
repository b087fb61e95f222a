/* head.h -- the head of one letter while it is read; for src/intake alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_HEAD_H
#define INTAKE_HEAD_H

#include "intake/intake.h"
#include "intake/label.h"

/*
 * The grammar of a head (domain notes 3.1, 3.4, 3.6), top to bottom:
 *
 *	{mark | letterhead line}
 *	number line: ที่ NUMBER [address | วันที่ DATE]
 *	{address line | date | mark}
 *	{LABEL words {line that goes on}}
 *
 * The first line that is none of these begins the body.
 */
enum { ADDRESS_LINES = 6 };

struct head {
	struct intake *in;
	struct read_letter *l;
	struct extent *e;
	const char *address[ADDRESS_LINES];
	size_t n_address;
	const char *above[ADDRESS_LINES]; /* of the number: a letterhead */
	size_t n_above;
	enum label label; /* whose lines are gathered */
	bool is_damaged;  /* that label */
	struct block block;
	bool is_date_broken;
	const char *below[ADDRESS_LINES]; /* between date and labels */
	size_t n_below;
};

/* A label that begins a field of the head. */
bool begins_field(enum label label);
/* A line with such a label ends what was gathered, and begins anew. */
void block_begin(struct head *h, struct labelled at, const struct line *line);
/* Line i goes on with what the label above it began. */
bool block_continues(const struct head *h, size_t i);
void block_add(struct head *h, const char *s);
/* The gathered lines become a field. */
void block_end(struct head *h);
/* Urgency and secrecy at s become fields; returns what stands behind. */
const char *head_marks(struct head *h, const char *s);
/* The line is the letter's date, or wants to be and fails: then it is told. */
bool head_date(struct head *h, const char *s);
/* Whose order or notice it is, from the line e->title; true when that was all
   of the head, as with minutes. */
bool title_read(struct head *h);

#endif
