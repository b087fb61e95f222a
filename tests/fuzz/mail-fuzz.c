/* mail-fuzz.c -- libFuzzer sends messages: no input may do harm */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

#include "app/mail.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* What was read goes into JSON: it must be UTF-8. */
static void
check(const char *s)
{
	if (s != NULL && utf8_fault(s, strlen(s)) >= 0)
		bug("not UTF-8");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct mail m;
	struct error err = {0};

	mail_is((const char *)data, n);
	if (mail_read((const char *)data, n, &a, &m, &err)) {
		check(m.head.sender);
		check(m.head.address);
		check(m.head.subject);
		check(m.head.message_id);
		check(m.text);
		for (size_t i = 0; i < m.n_parts; i++)
			if (strchr(m.parts[i].name, '/') != NULL)
				bug("a path: %s", m.parts[i].name);
	}
	arena_done(&a);
	return 0;
}
