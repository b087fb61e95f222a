/* doctor.h -- what each look of the doctor has, and how it tells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_DOCTOR_H
#define APP_DOCTOR_H

#include "app/json.h"
#include "app/session.h"

/* How a thing is: as it should be, worth knowing, or a fault. */
enum health { HEALTH_GOOD, HEALTH_LOOK, HEALTH_BAD };

struct doctor {
	struct session *s;  /* without a store where there is none */
	struct session own; /* opened here, where none was */
	struct arena a;
	struct error err; /* why there is no register */
	json_t *findings;
	bool is_bad;
};

/* about is N_(): a word that scripts find, and people read in their language.
   advice NULL = there is nothing to do. */
void doctor_find(struct doctor *d, const char *about, enum health health,
		 const char *says, const char *advice);
void doctor_find_error(struct doctor *d, const char *about,
		       const struct error *err);
/* "21 พ.ย. 69 19.30" */
void doctor_add_moment(const struct doctor *d, struct text *t, moment m);

/* doctor-backup.c: when the last was made, and what lies where it was put. */
void doctor_look_at_backups(struct doctor *d);
/* doctor-units.c: what systemd runs at night for this register.  Who comes over
   SSH is not told, for no program is run for him. */
void doctor_look_at_units(struct doctor *d);

#endif
