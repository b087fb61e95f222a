/* kedmanee.h -- the Thai keyboard, key by key */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_KEDMANEE_H
#define BASE_KEDMANEE_H

#include <stdint.h>

/* The US character on the key (and Shift) that types a Thai character in the
   Kedmanee layout, so that a command key answers in both.  ASCII stays
   itself, also where the layout has it on another key; so does a Thai
   character that no key types. */
uint32_t kedmanee_to_us(uint32_t code);
/* The other way: what the key of a US character types, which for some is
   ASCII ('2' gives '/'). */
uint32_t kedmanee_from_us(uint32_t code);

#endif
