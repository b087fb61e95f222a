/* draft-page.h -- a draft as it lies in its file; for src/app alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_DRAFT_PAGE_H
#define APP_DRAFT_PAGE_H

#include "app/draft.h"

/* REGISTER-drafts.  Caller frees. */
char *drafts_folder(const struct session *s);

/* The page and whose it is as one JSON object, keys sorted, without the time;
   and the same with it.  Caller frees. */
char *draft_page_write(const struct draft_page *page, const struct session *s);
char *draft_page_dated(const char *page, moment now);
/* Into line->page, person and times, in the arena; false for anything that
   draft_page_write() does not write. */
bool draft_page_read(const char *json, struct arena *a,
		     struct draft_line *line);

#endif
