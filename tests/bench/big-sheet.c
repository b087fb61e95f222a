/* big-sheet.c -- an old register of so many rows, as a spreadsheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"

#include "tests/bench/words.h"
#include "tests/fixture.h"

enum { YEARS = 6, FIRST_YEAR = 2563 };

static void
put(uint64_t *seed, const char *pattern, struct text *words)
{
	printf(",\"%s\"", words_say(seed, pattern, words));
}

/* Each number on its day; the years follow each other. */
static void
put_row(uint64_t *seed, long i, long n, struct text *words)
{
	long in_year = (n + YEARS - 1) / YEARS;
	int year = FIRST_YEAR + (int)(i / in_year);
	long number = i % in_year + 1;
	struct date first = {year - BUDDHIST_ERA, 1, 1};
	moment at = moment_at(first, 8, 0, 0) +
		    (number - 1) * 364 / in_year * 86400 * (moment)1000000;
	struct date day = moment_date(at);

	printf("%ld,%d/%d/%d", number, day.day, day.month, year);
	put(seed, WORDS_REF, words);
	put(seed, WORDS_SENDER, words);
	put(seed, WORDS_RECIPIENT, words);
	put(seed, WORDS_SUBJECT, words);
	put(seed, WORDS_ORDER, words);
	put(seed, WORDS_DONE, words);
	printf("\n");
}

/* big-sheet ROWS [SEED] */
int
main(int argc, char **argv)
{
	long n = argc > 1 ? atol(argv[1]) : 0;
	uint64_t seed =
	    argc > 2 ? strtoull(argv[2], NULL, 10) : (uint64_t)20260120;
	struct text words = {0};

	if (n <= 0) {
		fprintf(stderr, "usage: %s ROWS [SEED]\n", argv[0]);
		return EXIT_FAILURE;
	}
	puts("เลขรับ,วันที่รับ,ที่หนังสือ,จาก,ถึง,เรื่อง,ข้อสั่งการ,การปฏิบัติ");
	for (long i = 0; i < n; i++)
		put_row(&seed, i, n, &words);
	text_done(&words);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
