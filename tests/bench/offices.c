/* offices.c -- one office acts, others of the same register beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/offices.h"

#include <time.h>

#include "tests/bench/big.h"
#include "tests/bench/crowded.h"

enum { THINK_MS = 1000 };

/* The first is the clerk of office 1, the others those of 2, 3, ... */
static const char *
login_of(size_t i)
{
	static char *code;

	if (i == 0)
		return "clerk";
	if (code == NULL)
		code = big_office_code((int64_t)i + 1);
	return code;
}

static bool
open_clerk(struct fixture *f, size_t i)
{
	return fixture_session(f, login_of(i)) != NULL;
}

bool
offices_receive(struct fixture *f, size_t i)
{
	return fixture_act(f, login_of(i), "receive", "--subject",
			   "ขอความร่วมมือสำรวจข้อมูล", "--from", "ที่ว่าการอำเภอ",
			   NULL);
}

/* An act a second is what a hundred offices do on no day. */
static bool
think(struct fixture *f, size_t i)
{
	struct timespec ts = {THINK_MS / 1000, 0};

	(void)f;
	if (i == 0)
		ts = (struct timespec){0, 20000000};
	return nanosleep(&ts, NULL) == 0;
}

void
offices_run(struct fixture *f, size_t processes, int seconds,
	    struct figure *fig)
{
	crowded_run(f,
		    &(struct crowded){.n = processes,
				      .seconds = seconds,
				      .open = open_clerk,
				      .act = offices_receive,
				      .think = think,
				      .is_of_the_first = true},
		    fig);
}
