/* intake-fuzz.c -- libFuzzer reads sheets: no input may do harm */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

#include "intake/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* What was read goes into JSON: it must be UTF-8. */
static void
check(const struct read_letter *l)
{
	for (size_t i = 0; i < READ_FIELDS; i++) {
		const char *s = l->field[i].s;

		if (s != NULL && utf8_fault(s, __builtin_strlen(s)) >= 0)
			bug("%s is not UTF-8", read_field_names[i]);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct reading r;

	intake_read((const char *)data, n, &a, &r);
	for (size_t i = 0; i < r.n_letters; i++)
		check(&r.letters[i]);
	arena_done(&a);
	return 0;
}
