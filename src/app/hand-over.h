/* hand-over.h -- ส่งมอบ, รับมอบ: the paper goes along with what is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_HAND_OVER_H
#define APP_HAND_OVER_H

#include "app/act.h"

/* What is written on the paper passes it on: it goes to a post, or has come to
   one, with the act that is being decided.  Nothing where the office does not
   follow the paper, or it is there already. */
void paper_goes(struct act *act, const struct post *to);
void paper_comes(struct act *act, const char *post);

#endif
