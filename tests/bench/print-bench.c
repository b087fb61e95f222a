/* print-bench.c -- a year's register on paper: how long, and how much memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "paper/maker.h"

#include "tests/fixture.h"

/* So many letters in one year, with subjects of one to four lines: only what
   is printed of them is looked at, so that no events are needed. */
static void
make_letters(struct fixture *f, int n)
{
	char *sql = xasprintf(
	    "WITH RECURSIVE more (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM "
	    "more WHERE n < %d) INSERT INTO letter (office, letter, book, "
	    "year, number, ref_no, dated, sender, recipient, subject, "
	    "urgency_rank, kind, channel, received_at, registered_at, "
	    "state, since) SELECT office, letter + n, book, "
	    "year, n, ref_no || n, dated, sender, recipient, subject || "
	    "substr(subject || subject || subject, 1, n %% 120), "
	    "urgency_rank, kind, channel, received_at + 200000000 * n, "
	    "registered_at + 200000000 * n, "
	    "'closed', since FROM more, letter WHERE number = 1",
	    n);

	fixture_register(f);
	fixture_must(f, "clerk", "receive", "--subject",
		     "ขอความร่วมมือสำรวจข้อมูลโครงสร้างพื้นฐานน้ำประปาหมู่บ้าน", "--from",
		     "ที่ว่าการอำเภอบ้านลาด", "--to", "นายก อบต.", "--ref",
		     "พบ ๐๖๑๘/", "--dated", "2026-01-15", NULL);
	fixture_close(f);
	if (!fixture_sql(f, sql))
		abort();
	free(sql);
}

/* In a process of its own, whose memory is counted alone. */
static void
print(struct fixture *f, const char *how, int letters)
{
	char *path = xasprintf("%s/%s-%d", f->directory, how, letters);
	double start = fixture_seconds();
	struct rusage used;
	pid_t child;
	int status;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		fixture_must(f, "clerk", "print register", how, path, NULL);
		printf("%8d rows  %-7s %6d pages", letters, how,
		       (int)fixture_int(f, "pages"));
		fflush(stdout);
		_exit(0);
	}
	if (child < 0 || wait4(child, &status, 0, &used) < 0 || status != 0)
		abort();
	printf("  %6.1f s  %4ld MB\n", fixture_seconds() - start,
	       used.ru_maxrss / 1024);
	free(path);
}

int
main(void)
{
	static const int sizes[] = {350, 3500, 35000};

	for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
		struct fixture f;

		make_letters(&f, sizes[i]);
		print(&f, "--text", sizes[i]);
		if (maker_pdf_is_there())
			print(&f, "--pdf", sizes[i]);
		fixture_done(&f);
	}
	return EXIT_SUCCESS;
}
