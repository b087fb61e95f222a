/* each-act.h -- every act of an office's year, with a fault in the middle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FAULT_EACH_ACT_H
#define TESTS_FAULT_EACH_ACT_H

#include <stdbool.h>

/* All is called in a process of its own, which does one act. */
struct act_fault {
	void (*prepare)(void); /* before the register is opened */
	void (*arm)(long n);   /* once it is: the nth time it goes wrong */
	bool (*reached)(void); /* was there an nth time? */
	bool may_end;          /* the program, or a library crash */
	bool is_known;         /* what is refused was not done */
	long step;             /* between two tries */
};

/*
 * Goes the whole road (tests/store/whole-road.h).  Before each act the same is
 * tried with the fault, each time from the same beginning: whatever comes of
 * it, the register has no fault, all of the act is there or nothing, and asked
 * again it is done, once.
 */
void each_act(const struct act_fault *fault);

#endif
