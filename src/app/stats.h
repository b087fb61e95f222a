/* stats.h -- the statistics asked for, as data and as panels to be drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_STATS_H
#define APP_STATS_H

#include "model/stats.h"

#include "app/action.h"

/* The period and division that the options of `stats` ask for: --year, or
   --from and --to, else the register's year that it is now. */
bool stats_asked(struct session *s, const struct request *r, struct arena *a,
		 struct stats_wish *wish, struct error *err) MUST_CHECK;
/* The answer of `stats`: all that is shown anywhere comes from it. */
bool stats_answer(struct session *s, const struct stats_wish *wish,
		  json_t **answer, struct error *err) MUST_CHECK;

/* The years and months that a period can be moved by. */
enum stats_span { STATS_YEAR, STATS_MONTH, STATS_DAYS };
/* Which it is; STATS_DAYS is as long as it is. */
enum stats_span stats_span_of(const struct session *s,
			      const struct stats_wish *wish);
/* The period of that kind which holds the day; for STATS_DAYS nothing. */
void stats_set_span(const struct session *s, struct stats_wish *wish,
		    enum stats_span span, struct date day);
/* The one before (by -1) or after it (1). */
void stats_move(const struct session *s, struct stats_wish *wish, int by);

/* --------------------------------------------------------------- panels */

/* What a bar stands for. */
struct stats_row {
	const char *label;
	int64_t value;       /* how long its bar is */
	const char *told;    /* beside the bar, short */
	const char *detail;  /* the same whole, or NULL */
	const char *search;  /* filters of a search that finds its letters, */
	const char *command; /* or the command that shows it; or both NULL */
};

struct stats_panel {
	const char *code;  /* "senders", as in the answer */
	const char *title; /* in the language in force */
	const char *note;  /* what its numbers are; "" */
	struct stats_row *rows;
	size_t n;
	int64_t most; /* the longest bar; 0: rows without bars */
	bool is_wide; /* needs the whole width */
};

enum { STATS_PANELS = 9 };

/* Everything to be drawn; all in the arena. */
struct stats_view {
	const char *period;     /* "1 ม.ค. 69 ถึง 31 ธ.ค. 69" */
	const char *of;         /* the division, or "" */
	const char *figures[5]; /* "รับ ๑๔๔", ... */
	struct stats_day *days;
	size_t n_days;   /* counted */
	size_t all_days; /* of the period: those after today are blank */
	struct stats_panel panels[STATS_PANELS];
	bool thai;
};
void stats_view_make(const json_t *answer, bool thai, struct arena *a,
		     struct stats_view *v);

/* The days of a curve: a bar is some days, one column wide, or a day, several
   columns wide. */
struct stats_bins {
	size_t all;     /* bars of the whole period */
	size_t columns; /* of each */
	size_t n;       /* those up to today; the rest is blank */
	int *came;      /* on all its days */
	int *open;      /* at the end of its last day */
	int most_came, most_open;
	size_t *first, *last; /* its days: places in view->days */
};
/* For a curve no wider than `columns`; in the arena. */
void stats_bins_make(const struct stats_view *v, size_t columns,
		     struct arena *a, struct stats_bins *b);
/* How many days a column is, in words; "" where it is one. */
const char *stats_bins_note(const struct stats_view *v,
			    const struct stats_bins *b, struct arena *a);
/* The filters that find the letters of some days. */
const char *stats_days_search(const struct stats_view *v, size_t first,
			      size_t last, struct arena *a);

/* "2.5 d", "3 h", "25 min"; of office time no days: "14 h". */
void text_add_took(struct text *t, int64_t minutes, bool is_office);

#endif
