/* choices.h -- the words a letter may carry, and how they are shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_CHOICES_H
#define MODEL_CHOICES_H

#include <stdbool.h>

/* Where a letter stands on its road (saraban(7)). */
#define STATE_RECEIVED "received"   /* stamped, lies with the clerk */
#define STATE_PRESENTED "presented" /* lies with a post up the chain */
#define STATE_ORDERED "ordered"     /* with one or more divisions */
#define STATE_CLOSED "closed"       /* nothing more is to be done */
#define STATE_NUMBERED "numbered"   /* goes out: has its number */
#define STATE_SENT "sent"           /* ... and the way it was sent */
#define STATE_DELIVERED "delivered" /* ... and who received it */
#define STATE_CANCELLED "cancelled" /* struck through; keeps its number */
/* Numbers that no letter has; they stand in the register, and nowhere else. */
#define STATE_RESERVED "reserved" /* kept for a letter to come */
#define STATE_VOID "void"         /* never used, and never will be */
#define STATE_LOST "lost" /* given once; what was written with it is lost */
#define STATE_DESTROYED "destroyed" /* kept as long as it had to be */

/* A word kept in the register and the sentence shown for it. */
struct choice {
	const char *value; /* stored: "ด่วนที่สุด", "external", "received" */
	const char *alias; /* typed: "most-urgent"; NULL when the same */
	const char *label; /* N_(), shown */
};
/* Ended by { 0 }; urgency and secrecy from the highest down. */
extern const struct choice letter_urgencies[];
extern const struct choice letter_secrecies[];
extern const struct choice letter_kinds[];
extern const struct choice letter_channels[];
extern const struct choice letter_states[];
/* Which posts and divisions an office begins with: data/office.json. */
extern const struct choice office_kinds[];
/* What a receipt says of a letter and a correction may mend: the names of the
   options of `receive`. */
extern const struct choice entry_fields[];
/* Is it the state of a number that has a letter? */
bool state_has_letter(const char *state);
/* The row whose value or alias is `word`, or NULL. */
const struct choice *choice_find(const struct choice *from, const char *word);
/* The rank of an urgency: 0 for none, then 1 and up. */
enum { URGENCIES = 4 };
int urgency_rank(const char *urgency);
/* The label in the language in force; the word itself when unknown, "" for
   NULL. */
const char *choice_label(const struct choice *from, const char *word);

#endif
