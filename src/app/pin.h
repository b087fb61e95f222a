/* pin.h -- a PIN: set, ended, asked for acts, asked by a locked screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_PIN_H
#define APP_PIN_H

#include "model/pin.h"

#include "app/act.h"
#include "app/pin-file.h"

/*
 * A PIN belongs to a person in an office.  It comes down as an argument of the
 * request, as everything else that was asked for, under the name PIN_ARGUMENT
 * where the office asks for one; no command line takes it as a word
 * (VALUE_SECRET): it is typed unseen.  Whether it is right is found out before
 * the gate is passed, for that takes time; a screen never sees the hash.
 */
#define PIN_ARGUMENT "pin"
extern const struct option pin_option;

extern const struct error_kind PIN_ASKED; /* "pin-asked", 3 */
extern const struct error_kind PIN_NONE;  /* "pin-none", 3 */

/* Whether this act needs a PIN now: by the policy `pin-for', or because it
   changes the PIN itself.  The account that owns the register, where it is no
   person, is never asked. */
bool pin_is_asked(struct session *s, const struct request *r, bool *asked,
		  struct error *err) MUST_CHECK;
/* One's own is ended without it, by the account that owns the register. */
bool pin_is_given_up(const struct session *s, const struct request *r);
/* An argument that is never shown, kept in a draft, or said again. */
bool pin_is_secret(const struct action *a, const char *argument);

/* For act.c: looks at the PIN of the request where one is asked for; *given
   when it was, and *before are the wrong tries before it. */
bool pin_pass(struct session *s, const struct request *r, bool *given,
	      struct pin_tries *before, struct error *err) MUST_CHECK;

/* What a screen does when nobody types. */
struct pin_lock {
	int minutes;  /* after which it locks; 0: never */
	bool has_pin; /* the person can open it again */
};
bool pin_lock_look(struct session *s, struct pin_lock *lock,
		   struct error *err) MUST_CHECK;
/* The office asks for a PIN and the person has none. */
bool pin_is_lacking(struct session *s);

/* What was typed, by its keys: caller wipes and frees. */
enum { PIN_SHORTEST = 6, PIN_LONGEST = 64 };
char *pin_word(const char *typed);
/* May it be a PIN? */
bool pin_word_check(const char *word, const char *login,
		    struct error *err) MUST_CHECK;

/* Rows of the action table. */
bool pin_set_prepare(struct act *act, struct error *err);
bool pin_set_decide(struct act *act, struct error *err);
bool pin_end_decide(struct act *act, struct error *err);
/* The hash of what was in force goes. */
void pin_settle(struct act *act);
bool pin_check_look(struct session *s, const struct request *r, json_t **answer,
		    struct error *err);
bool pin_list_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err);

#endif
