/* read-bench.c -- how many sheets are read in a second, in one process */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/embedded.h"

#include "intake/reading.h"

#include "tests/fixture.h"

enum { SHEETS = 10000 };

/* The five letters over and over; each in an arena of its own, as `read'
   does it. */
int
main(void)
{
	double start = fixture_seconds(), took;
	size_t read = 0, bytes = 0;

	while (read < SHEETS)
		for (size_t i = 0; i < embedded_count && read < SHEETS; i++) {
			const struct embedded *f = &embedded_files[i];
			struct arena a = {0};
			struct reading r;

			if (strncmp(f->name, "letters/", 8) != 0)
				continue;
			intake_read(f->text, f->n, &a, &r);
			arena_done(&a);
			bytes += f->n;
			read++;
		}
	took = fixture_seconds() - start;
	printf("%zu sheets, %.1f MB, in %.1f s: %.0f sheets a second\n", read,
	       (double)bytes / 1e6, took, (double)read / took);
	return 0;
}
