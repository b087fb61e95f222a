/* mail-none.c -- messages, where GMime was not there to build with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mail.h"

bool
mail_is_there(void)
{
	return false;
}

bool
mail_read(const char *bytes, size_t n, struct arena *a, struct mail *m,
	  struct error *err)
{
	(void)bytes;
	(void)n;
	(void)a;
	*m = (struct mail){.text = ""};
	return error_set(err, &MAIL_NOT_BUILT, NULL);
}
