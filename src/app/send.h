/* send.h -- numbers of letters that go out, for every act that gives one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_SEND_H
#define APP_SEND_H

#include "app/act.h"

/* Gives an entry the next number of the book that such a letter goes into.
   *ref gets the number as it stands on the letter, the office's prefix before
   it ("ชย ๗๓๕๐๑/ว ๓"), in the arena; NULL where the office has no prefix. */
bool send_take_number(struct act *act, struct entry *e, const char *secrecy,
		      bool is_circular, const char **ref,
		      struct error *err) MUST_CHECK;

#endif
