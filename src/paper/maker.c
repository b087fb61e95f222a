/* maker.c -- what all makers of pages share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper/maker.h"

#include "base/i18n.h"

const struct error_kind PAPER_NO_PDF = {
    "no-pdf", EXIT_USAGE, N_("no PDF can be made here; --text makes text")};

const unsigned char paper_inks[PAPER_STYLES][3] = {
    [PAPER_PLAIN] = {0x7d, 0xa0, 0xc4},  [PAPER_SMALL] = {0xea, 0xee, 0xf3},
    [PAPER_STRONG] = {0x1f, 0x4e, 0x79}, [PAPER_TITLE] = {0xb3, 0x3a, 0x3a},
    [PAPER_HUGE] = {0x20, 0x20, 0x20},
};

void
maker_free(struct maker *m)
{
	if (m != NULL)
		m->ops->free(m);
}
