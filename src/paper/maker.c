/* maker.c -- what all makers of pages share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper/maker.h"

#include "base/i18n.h"

const struct error_kind PAPER_NO_PDF = {
    "no-pdf", EXIT_USAGE, N_("no PDF can be made here; --text makes text")};

void
maker_free(struct maker *m)
{
	if (m != NULL)
		m->ops->free(m);
}
