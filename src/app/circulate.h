/* circulate.h -- to whom a letter may go round, and what goes round */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_CIRCULATE_H
#define APP_CIRCULATE_H

#include "model/circulation.h"

#include "app/act.h"

/* A division in force, or a person of the office. */
struct addressee {
	const char *code; /* of the division, or login */
	const char *name;
	int64_t person; /* 0: a division */
};
struct addressee_list {
	struct addressee *at;
	size_t n;
};
bool circulate_addressees(struct session *s, struct arena *a,
			  struct addressee_list *list,
			  struct error *err) MUST_CHECK;

/* For `acknowledge': the event that notes a letter that goes round. */
void circulate_note(struct act *act);

/* A round that somebody has still to note. */
struct round {
	int64_t id; /* seq of its event */
	const char *book;
	int year;
	int number;
	const char *subject; /* NULL where the letter has become secret */
	const char *secrecy;
	const char *purpose;
	struct date until;
	const char *person_name; /* who began it */
	const char *post_name;
	moment at;
	int n; /* to how many, and how many have noted it */
	int n_noted;
	const char *names; /* of those who have not, ", " between */
};
struct round_list {
	struct round *at;
	size_t n;
};
/* The oldest first; in the arena. */
bool circulate_rounds(struct session *s, struct arena *a,
		      struct round_list *list, struct error *err) MUST_CHECK;

#endif
