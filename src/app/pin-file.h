/* pin-file.h -- the hash of a PIN beside the register, and the tries of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_PIN_FILE_H
#define APP_PIN_FILE_H

#include "app/session.h"

/*
 * In REGISTER-pins/ (0700) lies one file for each PIN in force (0600), named
 * by its id: the chain, its copies and its backups tell that somebody has a
 * PIN, and never its hash, which is short enough to be guessed from.
 *
 * The same file counts wrong tries, so that they are counted whichever session
 * they are made in, and before it is known whether they are wrong: who kills
 * the program in between has tried all the same.  After the third they have to
 * wait for each other, at most a quarter of an hour.  Each door, that is each
 * key and each way without one, waits for itself: who tries with a key that
 * was stolen keeps nobody out who comes by another.  Nothing is ever shut for
 * good.
 */
extern const struct error_kind PIN_WRONG; /* "pin-wrong", 3 */
extern const struct error_kind PIN_WAIT;  /* "pin-wait", 3 */
extern const struct error_kind PIN_LOST;  /* "pin-lost", 3 */

/* Wrong tries since the last right one. */
struct pin_tries {
	int wrong;
	moment since; /* the first of them */
};

/* Makes the file of a new PIN; there is none of that id yet, or it is made
   anew. */
bool pin_file_make(const struct session *s, const char *id, const char *word,
		   struct error *err) MUST_CHECK;
/* One try.  Right: *tries are those before it, and are forgotten.  Else fails
   with PIN_WRONG or PIN_WAIT, and *tries tell of all. */
bool pin_file_try(const struct session *s, const char *id, const char *word,
		  struct pin_tries *tries, struct error *err) MUST_CHECK;
/* Zeros where there are none. */
void pin_file_tries(const struct session *s, const char *id,
		    struct pin_tries *tries);
void pin_file_drop(const struct session *s, const char *id);

/* "3 wrong tries since 09:12" */
void text_add_tries(struct text *t, const struct session *s,
		    const struct pin_tries *tries);

#endif
