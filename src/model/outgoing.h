/* outgoing.h -- what hangs on a letter that goes out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_OUTGOING_H
#define MODEL_OUTGOING_H

#include <stdbool.h>

#include "base/date.h"

/* A letter that it answers, or one that answers it. */
struct reply {
	bool is_answer;
	const char *book;
	int year;
	int number;
	const char *ref_no;   /* NULL for a secret one */
	const char *division; /* whose answer it is; NULL = the office's */
	const char *state;
};

/* One time that it went out. */
struct dispatch {
	const char *how;      /* letter_channels */
	const char *receiver; /* NULL = not known yet */
	moment sent_at;       /* as stated */
	const char *person_name;
	moment at; /* as the clock said */
};

#endif
