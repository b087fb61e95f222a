/* reading.h -- what was read on a sheet, each field with how sure it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_READING_H
#define INTAKE_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"

#include "intake/warning.h"

/* Nothing is guessed in silence: what could be read only with a doubt is
   DOUBTFUL, what could not be read is MISSING and NULL. */
enum certainty { FIELD_MISSING, FIELD_READ, FIELD_DOUBTFUL };

struct read_value {
	const char *s; /* as written, white space folded; NULL = missing */
	enum certainty sure;
};

/* The text fields of a letter; read_field_names[] has their JSON names. */
enum read_field {
	READ_REF_NO, /* refno_tidy() of what is written */
	READ_URGENCY,
	READ_SECRECY,
	READ_FROM,
	READ_PLACE,
	READ_SUBJECT,
	READ_TO,
	READ_THROUGH,
	READ_PURPOSE,
	READ_SIGNER,   /* name with its title */
	READ_TITLE,    /* the signer's own post */
	READ_CAPACITY, /* acting words and the post acted for */
	READ_RANK,
	READ_OWNER, /* the unit whose matter it is */
	READ_PHONE,
	READ_FAX,
	READ_EMAIL,
	READ_COORDINATOR,
	READ_FIELDS,
};

struct read_reference {
	const char *ref_no;
	const char *from;    /* NULL = not named */
	const char *urgency; /* NULL = none */
	struct date dated;   /* year 0 = not read */
};

struct read_enclosure {
	const char *title;
	int count; /* 0 = not stated */
	const char *unit;
};

enum { READ_PLACES = 4 };

/* What must be reported or done by when (domain notes 2.7). */
struct read_duty {
	const char *what; /* the clause before the day; NULL = none */
	/* Where it goes, as written. */
	const char *places[READ_PLACES];
	size_t n_places;
	const char *form;       /* the form asked for, or NULL */
	int pictures, copies;   /* 0 = not said */
	struct date due;        /* the (first) date; year 0 = none */
	struct date week_start; /* of a whole week; due is its last day */
	const char *rrule;      /* RFC 5545; NULL = once */
	int days_after_receipt; /* 0 = not counted from receipt */
	bool working_days;
	bool next_period;  /* "of the next month": about the one before */
	const char *words; /* as written */
	enum certainty sure;
};

struct read_stamp {
	const char *office;
	const char *number;
	struct date date;
	const char *time; /* "10:34" */
	const char *date_words;
};

struct read_note {
	const char *by;
	const char *rank;
	const char *title;
	const char *capacity;
	const char *text;
	struct date date;
};

enum read_kind {
	KIND_EXTERNAL,
	KIND_MEMO,
	KIND_STAMPED,
	KIND_ORDER,
	KIND_OTHER
};

struct read_letter {
	enum read_kind kind;
	bool is_circular;
	struct read_value field[READ_FIELDS];
	struct date dated;
	enum certainty dated_sure;
	struct read_reference *references;
	size_t n_references;
	struct read_enclosure *enclosures;
	size_t n_enclosures;
	struct read_duty *duties;
	size_t n_duties;
	const char **links;
	size_t n_links;
};

/* A number that may be the one to register: of a letter, or of an office
   that passed the letter on with a number of its own. */
struct read_candidate {
	const char *ref_no;
	const char *from;
	struct date dated;
	size_t letter; /* whose text it belongs to */
	bool is_endorsement;
};

/* Everything on one sheet or bundle; letters outermost first.  All text in
   the arena given to intake_read(). */
struct reading {
	bool is_recognised; /* on pictures: its numbers are in doubt */
	const char *text;   /* all of it in UTF-8, its damage mended */
	struct read_letter *letters;
	size_t n_letters;
	struct read_stamp *stamps;
	size_t n_stamps;
	struct read_note *notes;
	size_t n_notes;
	struct read_candidate *candidates;
	size_t n_candidates;
	struct warning *warnings; /* a code may occur again */
	size_t n_warnings;
};

extern const char *const read_field_names[READ_FIELDS];
extern const char *const read_kind_names[]; /* by enum read_kind */

/* No sheet of a letter is longer; what lies beyond is not read, and told. */
enum { INTAKE_MAX_BYTES = 1 << 19 };

/* Reads n bytes in any of the encodings of intake/decode.h.  Never fails: a
   sheet that is no letter has no letters.  Work and memory are linear in n,
   and bounded by INTAKE_MAX_BYTES. */
void intake_read(const char *bytes, size_t n, struct arena *a,
		 struct reading *r);

/* The days that a person's words ask for, as a letter dated so would: also
   without the words around them, "15 วัน", "every 20th, 4 times".  False where
   no day can be read in them. */
bool intake_read_days(const char *words, struct date dated, struct arena *a,
		      struct read_duty *d);

/* Adds all that stands in `more` behind what stands in r, its text too. */
void reading_add(struct reading *r, const struct reading *more,
		 struct arena *a);
/* Adds a warning of those who found the text that was read. */
void reading_warn(struct reading *r, struct arena *a, enum warning_code code,
		  const char *detail);

#endif
