/* intake.h -- what the readers of a sheet share; for src/intake alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_INTAKE_H
#define INTAKE_INTAKE_H

#include "base/text.h"

#include "intake/reading.h"
#include "intake/sheet.h"

/* One reading under way. */
struct intake {
	struct arena *a;
	struct reading *r;
	struct sheet sheet;
	const char *text; /* the whole sheet, repaired */
};

enum { NO_LINE = -1 };
/* Which lines a letter takes: its number's line, and all of it. */
struct extent {
	size_t top;    /* where its head may begin */
	size_t number; /* the line with ที่; == top when it has none */
	size_t title; /* the line with คำสั่ง, ประกาศ ...; NO_LINE = none */
	size_t end; /* behind its last line */
	enum read_kind kind;
	size_t body;     /* first line of the body */
	size_t body_end; /* behind its last */
	size_t foot;     /* behind closing and signer */
};

/* The list with room for one more, zeroed; all in the arena. */
void *list_grow(struct arena *a, void *at, size_t n, size_t size);
/* No letter has lists this long: what is more is left out, and told. */
enum { LIST_MAX = 200 };
bool list_is_full(struct intake *in, size_t n);
/* `detail` and `likely` may be NULL; they are kept, not copied. */
void intake_warn(struct intake *in, enum warning_code code, const char *detail,
		 const char *likely);
/* A copy of n bytes, white space folded; NULL when nothing is left. */
const char *intake_words(struct intake *in, const char *s, size_t n);
/* Sets a field unless it has a better value; s NULL sets nothing. */
void value_set(struct read_value *f, const char *s, enum certainty sure);

/* The readers, in the order in which they are asked.  Each marks the lines
   it has understood as used. */
void stamps_read(struct intake *in);
/* Where each letter begins and ends; what is between belongs to nobody. */
struct extent *extents_find(struct intake *in, size_t *n);
void head_read(struct intake *in, struct read_letter *l, struct extent *e);
void body_read(struct intake *in, struct read_letter *l, struct extent *e);
void sign_read(struct intake *in, struct read_letter *l, struct extent *e);
void foot_read(struct intake *in, struct read_letter *l,
	       const struct extent *e);
void contacts_read(struct intake *in, struct read_letter *l,
		   const struct extent *e);
void notes_read(struct intake *in);

/* Lists in a head: the lines below อ้างถึง and สิ่งที่ส่งมาด้วย, one text each. */
struct block {
	const char *line[40];
	size_t n;
};
void references_read(struct intake *in, struct read_letter *l,
		     const struct block *b);
void enclosures_read(struct intake *in, struct read_letter *l,
		     const struct block *b);
/* Letters that running text cites by number. */
void citations_read(struct intake *in, struct read_letter *l, const char *text);
/* What running text asks for by when, and what is said of it below the
   letter. */
void duties_read(struct intake *in, struct read_letter *l, const char *text,
		 const char *below);
/* Compares numbers, places and dates of the whole sheet. */
void reading_check(struct intake *in);

/* How a line goes on with the name of an office that began above it. */
enum office_join { JOIN_TIGHT, JOIN_SPACE, JOIN_PLACE };
enum office_join office_join(const char *so_far, const char *line);
/* Office and place on the n lines of an address, either NULL when missing. */
void address_read(struct intake *in, const char *const *lines, size_t n,
		  const char **office, const char **place);
/* The line is the letter's date, whole; or wants to be one and fails. */
bool is_broken_date(const char *s);
/* A letter that comes today was not written before 2540: its year was
   misread. */
bool is_likely_date(struct date d);

/* A name between brackets, as signers and notes have it, on this line. */
struct signature {
	const char *name;
	const char *rank;     /* NULL = none */
	const char *title;    /* NULL = none */
	const char *capacity; /* NULL = in his own post */
	size_t top;           /* first line: of the rank, or the name */
	size_t line;          /* of the name */
	size_t end;           /* behind the last line */
};
bool signature_at(struct intake *in, size_t i, size_t end, struct signature *s);

#endif
