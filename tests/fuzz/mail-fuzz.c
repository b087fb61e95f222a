/* mail-fuzz.c -- any message: its files have names, and no paths */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/mail.h"

#include "tests/fuzz/fuzz.h"

enum { NAME_MAX_BYTES = 255 };

/* Each on one line; NULL where there is none. */
static void
check_line(const char *s)
{
	if (s != NULL && !is_harmless(s, false))
		bug("a terminal would obey it: %s", s);
}

/* A name that lies in the folder it is put into, whatever reads it. */
static void
check_name(const char *s)
{
	if (s[0] == '\0' || s[0] == '.' || s[0] == '-' ||
	    strlen(s) > NAME_MAX_BYTES || strpbrk(s, "/\\") != NULL)
		bug("a path: %s", s);
	check_line(s);
}

static void
check(const struct mail *m, size_t n)
{
	check_line(m->head.sender);
	check_line(m->head.address);
	check_line(m->head.subject);
	check_line(m->head.message_id);
	if (utf8_fault(m->text, strlen(m->text)) >= 0)
		bug("not UTF-8");
	if (m->n_parts > MAIL_MAX_PARTS)
		bug("too many parts");
	for (size_t i = 0; i < m->n_parts; i++) {
		check_name(m->parts[i].name);
		/* No encoding of a message makes more of it, but that of
		   eight bits as UTF-8. */
		if (m->parts[i].n > 4 * n)
			bug("more than came");
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct mail m;
	struct error err = {0};

	mail_is((const char *)data, n);
	if (mail_read((const char *)data, n, &a, &m, &err))
		check(&m, n);
	arena_done(&a);
	return 0;
}
