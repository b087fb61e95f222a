/* collect-between.h -- collected reports between offices: asked, answered */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_COLLECT_BETWEEN_H
#define APP_COLLECT_BETWEEN_H

#include "model/duty.h"

#include "app/act.h"

/*
 * An ask is a duty in words that hold in every register: what, its days, the
 * unit of its figure, and to which offices it goes ("to": office, share).  It
 * travels with the letter that is sent on, and becomes a duty of those who
 * receive it, which knows its collector.  What these give goes back as
 * acceptance does: into the asker's chain, or by a signed file.
 */
json_t *collect_ask_json(const struct duty *d, const char *unit,
			 bool is_running);
/* Adds those of a letter of an office of this register that went to other
   offices. */
bool collect_asks(struct act *act, int64_t office, int64_t letter, json_t *asks,
		  struct error *err) MUST_CHECK;

/* For an act that sends a letter on: those of its own, as "asks" of what goes
   out. */
bool collect_put_asks(struct act *act, json_t *letter,
		      struct error *err) MUST_CHECK;

/* Who asks. */
struct asker {
	const char *register_id; /* uuid */
	const char *office;      /* code */
	const char *name;
};
/* An ask into the body of an event duty.add, as the duty `nth' of its
   letter. */
bool collect_put_duty(struct act *act, json_t *body, const json_t *ask,
		      int64_t share, const struct asker *from, int nth,
		      struct error *err) MUST_CHECK;
/* For an act that receives a letter: what is asked of this office becomes
   duties of it. */
bool collect_take_asks(struct act *act, const json_t *asks,
		       const struct asker *from, struct error *err) MUST_CHECK;

/* What an event duty.done on a letter says (its body) is told to the office
   above that collects the duty: at once where it is of this register, else by
   the next file. */
bool collect_answer(struct act *act, const struct letter_file *f,
		    const json_t *done, struct error *err) MUST_CHECK;

/* For a file to an office elsewhere: adds what was given to it and no file
   tells yet; `told' gets what the event says of that. */
bool collect_export(struct act *act, const char *office, json_t *reports,
		    json_t *told, struct error *err) MUST_CHECK;
/* ... and out of one: each that is news becomes an event; *n counts. */
bool collect_import(struct act *act, const json_t *reports, const char *own,
		    size_t *n, struct error *err) MUST_CHECK;

#endif
