/* news.h -- what others have sent to a person since he last looked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_NEWS_H
#define APP_NEWS_H

#include "base/arena.h"

#include "app/session.h"

/* A letter that waits for the person now, by the act of another. */
struct news {
	const char *book;
	int number;
	int year;
	const char *by_name; /* whose act it was */
};
/* For who receives letters: what other offices sent and answered. */
struct office_news {
	const char *state;  /* parcel_states, sending_states */
	const char *name;   /* of the office */
	const char *number; /* theirs; NULL = none */
};
struct news_list {
	struct news *at;
	size_t n;
	struct office_news *offices;
	size_t n_offices;
};

/* The last event there is: what is shown now is as of it. */
bool news_begin(struct session *s, int64_t *seen, struct error *err) MUST_CHECK;
/* What came after *seen, oldest first; *seen becomes the last event. */
bool news_look(struct session *s, int64_t *seen, struct arena *a,
	       struct news_list *list, struct error *err) MUST_CHECK;

#endif
