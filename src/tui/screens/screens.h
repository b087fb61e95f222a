/* screens.h -- every screen there is, and how it is opened */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_SCREENS_H
#define TUI_SCREENS_SCREENS_H

#include "app/action.h"
#include "app/look.h"

#include "tui/screen.h"

extern const struct screen_ops desk_ops;
extern const struct screen_ops register_ops;
extern const struct screen_ops letter_ops;
extern const struct screen_ops history_ops;
extern const struct screen_ops page_ops;
extern const struct screen_ops help_ops;
extern const struct screen_ops palette_ops;
extern const struct screen_ops search_ops;
extern const struct screen_ops answer_ops;
extern const struct screen_ops drafts_ops;
extern const struct screen_ops why_ops;
extern const struct screen_ops people_ops;
extern const struct screen_ops reserved_ops;
extern const struct screen_ops copy_ops;
extern const struct screen_ops calendar_ops;
extern const struct screen_ops day_ops;
extern const struct screen_ops offices_ops;
extern const struct screen_ops inbox_ops;
extern const struct screen_ops duties_ops;
extern const struct screen_ops sent_ops;
extern const struct screen_ops stats_ops;
extern const struct screen_ops collected_ops;
extern const struct screen_ops import_ops;
extern const struct screen_ops log_ops;
extern const struct screen_ops event_ops;

/* Each is new, not yet loaded; tui_push() takes it.  What is passed in is
   copied. */
struct screen *desk_new(struct tui *t);
struct screen *register_new(struct tui *t, const struct look_filter *filter);
/* "144/2569".  A letter that lies at the person's post counts as opened. */
struct screen *letter_new(struct tui *t, const char *number);
struct screen *history_new(struct tui *t, const char *number);
/* What happened in the office, narrowed as `log' is; an open one narrowed in
   another way; and one of its events whole. */
struct screen *log_new(struct tui *t, const struct request *r);
void log_set(struct screen *s, const struct request *r);
struct screen *event_new(struct tui *t, int64_t seq);
/* The page of the register of a day. */
struct screen *page_new(struct tui *t, struct date day);
/* The month of a day, and what is due on one: of the office, or mine. */
struct screen *calendar_new(struct tui *t, struct date day, bool mine);
struct screen *day_new(struct tui *t, struct date day, bool mine);
/* Fields and links of a letter, to be copied or scanned. */
struct screen *copy_new(struct tui *t, const char *number);
/* What other offices sent and nobody has received yet. */
struct screen *inbox_new(struct tui *t);
/* What is collected for a duty of a letter; duty NULL: the one handed down. */
struct screen *collected_new(struct tui *t, const char *number,
			     const char *duty);
/* What is to be done by when: the asker's, or all of the office; of what comes
   again every day, or the next alone. */
struct screen *duties_new(struct tui *t, bool all, bool every_day);
/* Who has received what was sent on: one letter, or NULL, the newest. */
struct screen *sent_new(struct tui *t, const char *number);
/* The offices of the register; and to work in one of them from now on. */
struct screen *offices_new(struct tui *t);
unsigned offices_work_in(struct tui *t, const char *code);
/* The keys of the screen `about`, and every command. */
struct screen *help_new(struct tui *t, const struct screen *about);
/* Searching while one types.  Words and filters are lines of app/query.h: the
   words are typed already, the filters stay while they change. */
struct search_wish {
	const char *words;
	const char *filters;
	bool mine; /* a filter, too */
};
struct screen *search_new(struct tui *t, const struct search_wish *wish);
/* Other filters for an open search; other words, if there are any. */
void search_set(struct screen *s, const struct search_wish *wish);
/* Opens the next or the previous letter found in place of the one on top;
   false when no search lies below it. */
bool search_step(struct tui *t, const struct move *m);
/* The line after ":", begun so far, with what it may be completed to. */
struct screen *palette_new(struct tui *t, const char *begun);
/* The file or text a form is filled from; the form lies right below. */
struct form;
struct screen *sheet_new(struct tui *t, struct form *form);
/* The file of an old register is chosen there, too. */
struct screen *import_file_new(struct tui *t);
/* The numbers of the sheet that the form has read, to choose from; false when
   there is nothing to choose. */
bool sheet_asks_number(struct tui *t, struct form *form);
/* What a looking act without a screen of its own answered; takes over the
   reference. */
struct screen *answer_new(struct tui *t, const struct action *a,
			  json_t *answer);
/* What can be done to a letter (NULL: none), every act or one, and who may. */
struct screen *why_new(struct tui *t, const char *number, const char *action);
/* The person's drafts; over a form they may also be put into that. */
struct screen *drafts_new(struct tui *t);
/* Who is at which post, and who acts for whom. */
struct screen *people_new(struct tui *t);
/* The dashboard of a period. */
struct stats_wish;
struct screen *stats_new(struct tui *t, const struct stats_wish *wish);
/* The numbers of the office that stand reserved. */
struct screen *reserved_new(struct tui *t);
/* A draft whose act was done though its answer was lost: the status line says
   what it did, and it is gone. */
void drafts_tell_done(struct tui *t);

#endif
