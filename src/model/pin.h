/* pin.h -- the acts for which an office asks a PIN, and who has one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_PIN_H
#define MODEL_PIN_H

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"

#include "store/store.h"

/* Acts for which a PIN may be asked; a bit each. */
enum pin_group {
	PIN_ORDERS = 1,
	PIN_NOTES = 2,
	PIN_NUMBERS = 4,
	PIN_STRIKES = 8,
	PIN_SECRETS = 16,
	PIN_OFFICE = 32,
	PIN_ALL = 63,
};

/* Their names, "orders,office"; "none" for no bit. */
void text_add_pin_groups(struct text *t, int groups);
bool pin_groups_parse(const char *s, int *groups);
/* All the names, ", " between. */
void text_add_pin_names(struct text *t);

/* The PIN of a person that is in force.  Its hash lies in no table: `pin' names
   the file beside the register (app/pin-file.h). */
struct pin {
	const char *pin; /* 32 hexadecimal digits */
	moment since;
};
bool pin_of_person(struct store *st, int64_t office, int64_t person,
		   struct arena *a, struct pin *pin, bool *found,
		   struct error *err) MUST_CHECK;

#endif
