/* filter.h -- the form in which the filters of a search are set */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_FILTER_H
#define TUI_SCREENS_FILTER_H

#include "tui/loop.h"
#include "tui/screens/screens.h"

/* Opens the form of the action `search' with the filters of a line filled in;
   what it says becomes the filters of the search below, or of a new one. */
void filter_open(struct tui *t, const char *filters, bool mine);

/* A request's words, and its options as filters: lines of app/query.h, in the
   arena. */
void request_wish(const struct request *r, struct arena *a,
		  struct search_wish *wish);

#endif
