/* secrecy.h -- who may read a secret letter: the one rule */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_SECRECY_H
#define MODEL_SECRECY_H

#include "store/store.h"

struct actor;
struct letter;
struct viewer;

/* 0 for none, then 1 (ลับ) and up (ระเบียบว่าด้วยการรักษาความลับของทางราชการ
   2544, ข้อ 12). */
int secrecy_rank(const char *secrecy);

/*
 * A letter without a class is read by everybody.  A secret one is read by who
 * is known for sure and
 *   - is the registrar of secret letters, or
 *   - is cleared for its class or a higher one, and was given this letter: by
 *     name, or because he holds a post where it lies or really lay, or one that
 *     heads a division it was ordered to (letter->is_given).
 * Clearance alone opens nothing, and neither does a post.  The account that
 * owns the register is nobody here; who comes by --as is known for sure only
 * in a practice register and where the office says so (policy secret-as).
 * Every reader of letters asks this: lists, searches, acts, screens.
 */
bool secrecy_may_read(const struct letter *letter, const struct actor *actor);

/* Takes the words out of a letter and sets is_veiled: the sender's number,
   sender, recipient, subject, why it is late.  Number, class and where it lies
   stay, as in the paper register. */
void secrecy_blank(struct letter *letter);

/* For a letter as read from the register, by its id and class: finds out
   whether it was given to the viewer, and blanks what he may not read. */
bool secrecy_veil(struct store *st, const struct viewer *by,
		  struct letter *letter, struct error *err) MUST_CHECK;

#endif
