/* log.h -- what happened in the office: every event, newest first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_LOG_H
#define APP_LOG_H

#include "base/span.h"

#include "model/choices.h"

#include "app/action.h"
#include "app/event-words.h"

/* Which events of the office. */
struct log_filter {
	int64_t low, high; /* between these; high 0 = to the last */
	const char *login; /* only by this account; NULL = all */
	const char *about; /* log_abouts, only of these kinds; NULL = all */
	int limit;         /* of look_log_each(): 0 = all */
};
/* The first part of the names of kinds of events: "letter" of
   "letter.receive". */
extern const struct choice log_abouts[];

/* A piece of the log, newest first: the key of an event is its seq, falling.
   Words of secret letters are in it for nobody: who may read them opens the
   letter, which is written down.  Who may read no letters (model/role.h) is
   told of them only who did what when. */
bool look_log(struct session *s, const struct log_filter *filter,
	      const struct row_span *span, struct arena *a,
	      struct happening_list *list, struct error *err) MUST_CHECK;
struct row_key look_log_key(const struct happening *h);
/* Narrows the filter to the days; a date without a year is none. */
bool look_log_days(struct session *s, struct date from, struct date to,
		   struct log_filter *filter, struct error *err) MUST_CHECK;
/* What the options of `log' ask for. */
bool log_filter_read(struct session *s, const struct request *r,
		     struct log_filter *filter, struct error *err) MUST_CHECK;
/* Row by row, as look_each(). */
typedef bool (*log_fn)(void *ctx, const struct happening *h);
bool look_log_each(struct session *s, const struct log_filter *filter,
		   log_fn each, void *ctx, struct error *err) MUST_CHECK;

#endif
