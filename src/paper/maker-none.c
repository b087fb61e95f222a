/* maker-none.c -- PDF, where pango and cairo were not there to build with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "paper/maker.h"

bool
maker_pdf_is_there(void)
{
	return false;
}

struct maker *
maker_pdf_new(const char *family, bool is_landscape, struct error *err)
{
	(void)family;
	(void)is_landscape;
	error_set(err, &PAPER_NO_PDF, "%s",
		  _("this saraban was built without pango and cairo"));
	return NULL;
}
