/* collect.h -- duties handed down to many: what is asked, given and sent up */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_COLLECT_H
#define APP_COLLECT_H

#include "model/collect.h"

#include "app/act.h"

/* Decisions and looks of the action table. */
bool duty_hand_decide(struct act *act, struct error *err);
bool duty_report_prepare(struct act *act, struct error *err);
bool duty_report_decide(struct act *act, struct error *err);
bool duty_nudge_decide(struct act *act, struct error *err);
bool collected_look(struct session *s, const struct request *r, json_t **answer,
		    struct error *err);

extern const struct error_kind COLLECT_NONE; /* "nothing-collected", 1 */

/* ----------------------------------------------------- the collected table */

/* One of those asked, in one period. */
struct collect_line {
	const struct collected_from *from;
	const struct collected *given;  /* NULL: missing, or not asked yet */
	const struct collected *nudged; /* NULL: never */
	bool is_asked;
	bool is_late; /* it first came after the last working day */
	bool has_total;
	int64_t total; /* up to and with the period */
	int percent;   /* of its share; -1 = it has none */
};

struct collect_view {
	struct letter letter; /* without parts */
	const struct duty *duty;
	const struct duty_row *rows; /* all its periods */
	size_t n_rows;
	size_t n_shown; /* those up to the period looked at, or with figures */
	const struct duty_row *row; /* the period looked at */
	struct collect c;
	struct collect_line *lines;
	size_t n;
	struct collect_sum sum;
};

/* Which: NULL is the only duty that was handed down (or the first open), and
   the earliest open period (or the last). */
struct collect_wish {
	const char *duty;
	const char *period;
};
/* The table of a letter's duty; of a secret letter for who may read it.  In
   the arena. */
bool look_collected(struct session *s, const char *number,
		    const struct collect_wish *wish, struct arena *a,
		    struct collect_view *v, struct error *err) MUST_CHECK;
/* The same of a letter's file that was read already. */
bool collect_view_fill(struct session *s, const struct letter_file *f,
		       const struct collect_wish *wish, struct arena *a,
		       struct collect_view *v, struct error *err) MUST_CHECK;
/* Names of who is missing, ", " between; "" when all gave. */
void text_add_missing(struct text *t, const struct collect_view *v);
/* What one line gave in a period: NULL or its row. */
const struct collected *collect_cell(const struct collect_view *v,
				     const struct collect_line *line,
				     const struct duty_row *row);

/* As data, a new reference; app/tell.h has tell_collected() for people. */
json_t *collected_json(const struct collect_view *v);
/* ... and for a spreadsheet, RFC 4180: a row for each of those asked, their
   figure in each period. */
void text_add_collected_csv(struct text *t, const struct collect_view *v);

/* A figure as people type it, "1,250" or "๑๒", from 0. */
bool collect_figure(const char *word, int64_t *n, struct error *err) MUST_CHECK;

/* ------------------------------------------------------------- sending up */

/* For `send --duty K': the collected report is kept as files of what goes out;
   before the files are kept. */
bool collect_send_prepare(struct act *act, struct error *err) MUST_CHECK;
/* ... and the period is done by it, and what was collected sent up; `ref' is
   the number of the letter, or NULL.  Refuses where somebody is missing and no
   reason is given.  Nothing without --duty. */
bool collect_send_decide(struct act *act, const char *ref,
			 struct error *err) MUST_CHECK;

#endif
