/* tell.h -- answers in lines for people, on paper, line or screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_TELL_H
#define APP_TELL_H

#include "base/text.h"

#include "app/action.h"
#include "app/json.h"

/* Where lines go, and for whom. */
struct teller {
	struct text *out; /* each line ends with '\n' */
	int width;        /* columns; 0: nothing is cut or wrapped */
	bool thai;        /* Thai digits and forms of dates */
};

/* An answer as people read it: what was found, or what was done.  What a
   terminal would obey in it is made visible. */
void answer_tell(const struct teller *to, const struct action *a,
		 const json_t *answer);

/* One row of a list, the first (i = 0) below the heading; a text is a line as
   it is. */
void answer_tell_row(const struct teller *to, const struct action *a,
		     const json_t *row, size_t i);

/* For those who tell an answer of their own.  Columns of a label. */
enum { LABEL_COLUMNS = 14 };
void tell_line(const struct teller *to, const struct text *t);
/* "label         value", nothing where the value is "". */
void tell_field(const struct teller *to, const char *label, const char *value);
/* s, where `indent` columns of the line are used already: between words into
   lines of the width, each as far in as the first. */
void tell_wrapped(const struct teller *to, const char *s, int indent);
/* An ISO moment as people write it. */
void tell_moment(const struct teller *to, const char *iso, struct text *t);
/* One letter whole, and what happened to it. */
void tell_letter(const struct teller *to, const json_t *answer);
void tell_history(const struct teller *to, const json_t *answer);
/* "   14  15 Jan 2569 14:20  who, in which post", and below it what, of the
   letter of which number. */
void tell_happening(const struct teller *to, const json_t *h);
/* In whose place and by which order a thing was done, where it was not in
   one's own. */
void tell_authority(const struct teller *to, const json_t *j, int indent);
/* What is collected for a duty, one period or period by period. */
void tell_collected(const struct teller *to, const json_t *answer);
/* "1,250"; "-" where there is none. */
void text_add_figure(struct text *t, bool has, int64_t figure, bool thai);
/* One round of a letter that circulates. */
void tell_round(const struct teller *to, const json_t *round);
/* One duty of a letter: whose, its days and how they stand. */
void tell_duty(const struct teller *to, const json_t *duty);
/* Of a letter: what it answers, what answers it, how it went out; and whether
   it is one that goes out. */
void tell_out(const struct teller *to, const json_t *letter);
bool tells_of_outgoing(const json_t *letter);
/* Acts that can be done and that cannot, and who may. */
void tell_why(const struct teller *to, const json_t *answer);
/* What a search has found, and the searches that are kept. */
void tell_found(const struct teller *to, const json_t *answer);
void tell_searches(const struct teller *to, const json_t *answer);
/* Whether the register is whole; its key; what an export or import came to. */
/* Of a letter: a note of another office, and what an old register says. */
void tell_earlier_note(const struct teller *to, const json_t *n);
void tell_old_register(const struct teller *to, const json_t *old);
void tell_check(const struct teller *to, const json_t *answer);
void tell_doctor(const struct teller *to, const json_t *answer);
void tell_key(const struct teller *to, const json_t *answer);
void tell_export(const struct teller *to, const json_t *answer);
/* What a spreadsheet got, and what its encoding lacks. */
void tell_letters_out(const struct teller *to, const json_t *answer);
/* Up to which event an export tells all, and what to ask for the next time;
   the caller frees. */
char *export_stands(int64_t seq);
/* Lines of what an import answers: the file, a book, how many come in. */
void text_add_import_file(struct text *t, const json_t *answer);
void text_add_import_book(struct text *t, const json_t *book);
void text_add_import_counts(struct text *t, const json_t *answer);
/* A register from its text, or the doubts about an old one. */
void tell_import(const struct teller *to, const json_t *answer);
/* One doubt as a line: row, column, what is wrong. */
void text_add_row_doubt(struct text *t, const json_t *doubt);
/* The list of destruction and how far it has come. */
void tell_destruction(const struct teller *to, const json_t *list);
/* The list of the morning, desk by desk. */
void tell_digest(const struct teller *to, const json_t *answer);
/* Drafts that lie there, and those that were thrown away. */
void tell_drafts(const struct teller *to, const json_t *answer);
void tell_discarded(const struct teller *to, const json_t *answer);
/* How the number of a letter was kept for it, and what became of that. */
void tell_reservation(const struct teller *to, const json_t *l);
/* A month with its holidays and duties. */
void tell_calendar(const struct teller *to, const json_t *answer);
/* The table of holidays, and how far it goes. */
void tell_holidays(const struct teller *to, const json_t *answer);
/* Those of a calendar file; what became of one that was written. */
void tell_holidays_read(const struct teller *to, const json_t *answer);
void tell_calendar_file(const struct teller *to, const json_t *answer);
void tell_clock(const struct teller *to, const json_t *answer);
/* Blank emergency sheets, ready to print. */
void tell_emergency(const struct teller *to, const json_t *block);
/* A register restored, and what is asked for from paper. */
void tell_moved(const struct teller *to, const json_t *answer);
void tell_restored(const struct teller *to, const json_t *answer);
void tell_asks(const struct teller *to, const json_t *answer);
void tell_settings(const struct teller *to, const json_t *answer);
/* How many letters come, how long they lie. */
void tell_stats(const struct teller *to, const json_t *answer);
/* What check found; pages of days; the register's key. */
void tell_check(const struct teller *to, const json_t *answer);
void tell_matches(const struct teller *to, const json_t *answer);
void tell_page(const struct teller *to, const json_t *answer);
void tell_days(const struct teller *to, const json_t *answer);
void tell_notes(const struct teller *to, const json_t *answer);
void tell_missed(const struct teller *to, const json_t *answer);
void tell_key(const struct teller *to, const json_t *answer);
/* What was read on a sheet, or on several. */
void tell_reading(const struct teller *to, const json_t *answer);

/* What a person should know of an answer besides it: that the words were
   taken as typed on the other keyboard layout.  NULL when nothing; caller
   frees. */
char *answer_remark(const json_t *answer);

#endif
