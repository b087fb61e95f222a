/* full-test.c -- disks fill up and files may not grow while letters come in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

#include "app/draft.h"

#include "tests/fault/crowd.h"
#include "tests/fixture.h"
#include "tests/test.h"
#include "tests/unit/seat.h"

enum { NO_DISK = 77, MORE = 30, SCAN_BYTES = 5 << 20, WRITERS = 4 };
/* In kilobytes: the disks, and how large a file may be. */
enum { DISK_FIRST = 3000, DISK_STEP = 500, DISKS = SOAK ? 20 : 1 };
enum { LIMIT_FIRST = 1500, LIMIT_STEP = 100, LIMITS = SOAK ? 50 : 1 };

static int kilobytes = DISK_FIRST;

/* ----------------------------------------------- a small disk of our own */

static bool
put(const char *path, const char *words)
{
	FILE *out = fopen(path, "w");

	if (out == NULL)
		return false;
	fputs(words, out);
	return fclose(out) == 0;
}

/* We are root there. */
static bool
put_map(const char *path, unsigned id)
{
	char *map = xasprintf("0 %u 1", id);
	bool ok = put(path, map);

	free(map);
	return ok;
}

/* As root of a user namespace one may mount, where the system allows it. */
static bool
mount_small_disk(const char *where)
{
	uid_t uid = geteuid();
	gid_t gid = getegid();
	char size[24];

	snprintf(size, sizeof(size), "size=%dk", kilobytes);
	return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
	       put("/proc/self/setgroups", "deny") &&
	       put_map("/proc/self/uid_map", uid) &&
	       put_map("/proc/self/gid_map", gid) &&
	       mount("small", where, "tmpfs", 0, size) == 0;
}

static bool
enlarge(const char *where)
{
	return mount("small", where, "tmpfs", MS_REMOUNT, "size=30m") == 0;
}

typedef bool (*disk_fn)(struct fixture *f, const char *where);

static void
work_on_disk(const char *where, disk_fn work)
{
	struct fixture f;
	bool ok;

	if (!mount_small_disk(where))
		_exit(NO_DISK);
	setenv("TMPDIR", where, 1);
	fixture_register(&f);
	ok = work(&f, where);
	if (!ok && f.err.kind != NULL)
		fprintf(stderr, "# %s: %s\n", f.err.kind->name, f.err.detail);
	fixture_done(&f);
	_exit(ok ? 0 : 1);
}

static void
on_small_disk(disk_fn work)
{
	char where[] = "/tmp/saraban-disk.XXXXXX";
	int status;

	assert_non_null(mkdtemp(where));
	fflush(NULL);
	if (fork() == 0)
		work_on_disk(where, work);
	assert_true(wait(&status) > 0);
	rmdir(where);
	if (WIFEXITED(status) && WEXITSTATUS(status) == NO_DISK) {
		print_message("no small disk may be mounted here\n");
		skip();
	}
	assert_int_equal(status, 0);
}

/* ------------------------------------------------------------------------ */

static char subject[900 + 1];

static bool
receive(struct fixture *f)
{
	return fixture_act(f, "clerk", "receive", "--subject", subject, NULL);
}

/* Refused as full, again and again. */
static bool
receive_until_full(struct fixture *f, struct crowd *c, size_t i)
{
	int refused = 0;

	(void)i;
	while (refused < MORE)
		if (receive(f))
			crowd_tell(c, fixture_int(f, "number"));
		else if (f->err.kind == &STORE_FULL)
			refused++;
		else
			return false;
	return true;
}

typedef bool (*grow_fn)(const char *where);

/* What was told is there, once; and with more room it goes on. */
static bool
fill_up(struct fixture *f, const char *where, grow_fn grow)
{
	struct crowd c;
	size_t accepted;
	int64_t *numbers;
	bool ok;

	fixture_close(f);
	crowd_start(&c, WRITERS, f, receive_until_full);
	numbers = crowd_numbers(&c, &accepted);
	ok = crowd_wait(&c) == 0 && crowd_without_gap(numbers, accepted) &&
	     accepted >= 10 && grow(where) && receive(f) &&
	     fixture_int(f, "number") == (int64_t)accepted + 1 &&
	     fixture_is_clean(f);
	free(numbers);
	printf("# %d kB: %zu accepted, %d refused\n", kilobytes, accepted,
	       WRITERS * MORE);
	fflush(stdout);
	return ok;
}

static bool
fill_disk(struct fixture *f, const char *where)
{
	return fill_up(f, where, enlarge);
}

static void
what_was_accepted_before_the_disk_was_full_is_kept(void **state)
{
	(void)state;
	memset(subject, 'x', sizeof(subject) - 1);
	for (int i = 0; i < DISKS; i++) {
		kilobytes = DISK_FIRST + i * DISK_STEP;
		on_small_disk(fill_disk);
	}
	kilobytes = DISK_FIRST;
}

static bool
let_files_grow(const char *where)
{
	struct rlimit limit;

	(void)where;
	getrlimit(RLIMIT_FSIZE, &limit);
	limit.rlim_cur = limit.rlim_max;
	return setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

static void
what_was_accepted_before_files_were_too_large_is_kept(void **state)
{
	struct rlimit limit;
	bool is_well;

	(void)state;
	memset(subject, 'x', sizeof(subject) - 1);
	signal(SIGXFSZ, SIG_IGN);
	for (int i = 0; i < LIMITS; i++) {
		struct fixture f;

		kilobytes = LIMIT_FIRST + i * LIMIT_STEP;
		fixture_register(&f);
		getrlimit(RLIMIT_FSIZE, &limit);
		limit.rlim_cur = (rlim_t)kilobytes * 1024;
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
		is_well = fill_up(&f, NULL, let_files_grow);
		let_files_grow(NULL);
		assert_true(is_well);
		fixture_done(&f);
	}
	kilobytes = DISK_FIRST;
}

/* Half a scan is none: nothing of it stays, and no letter names it. */
static bool
attach_too_much(struct fixture *f, const char *where)
{
	char *command = xasprintf("test -z \"$(find '%s' -path '*-files*' "
				  "-type f)\"",
				  f->directory);
	char *scan = xasprintf("%s.scan", where);
	bool ok;

	ok = put(scan, "%PDF-") && truncate(scan, SCAN_BYTES) == 0 &&
	     !fixture_act(f, "clerk", "receive", "--subject", "x", "--attach",
			  scan, NULL);
	unlink(scan);
	ok = ok && f->err.kind == &FILE_WRITE && system(command) == 0;
	ok = ok && fixture_act(f, "clerk", "receive", "--subject", "x", NULL) &&
	     fixture_int(f, "number") == 1 && fixture_is_clean(f);
	free(command);
	free(scan);
	return ok;
}

static void
a_scan_that_does_not_fit_leaves_nothing(void **state)
{
	(void)state;
	on_small_disk(attach_too_much);
}

/* Not a byte is left: what is typed goes on being kept; a form that opens now
   says that it cannot keep it, and is there to be worked in. */
static bool
type_on_full_disk(struct fixture *f, const char *where)
{
	char *ballast = xasprintf("%s/ballast", where);
	struct seat open;
	bool ok = fixture_act(f, "clerk", "receive", "--subject", "x", NULL);
	size_t n = 0;
	struct error err = {0};

	seat_take(&open, f, "clerk");
	seat_say(&open, "endorse 1");
	seat_type(&open, "ก่อน");
	FILE *out = fopen(ballast, "w");
	while (fputs("x", out) >= 0 && fflush(out) == 0)
		;
	fclose(out);
	seat_type(&open, "หลัง");
	ok = ok && !seat_sees(&open, "not kept");
	seat_leave(&open);
	ok = ok && drafts_waiting(fixture_session(f, "clerk"), &n, &err) &&
	     n == 1;
	seat_take(&open, f, "clerk");
	seat_press(&open, 'D');
	ok = ok && seat_sees(&open, "ก่อนหลัง");
	seat_press(&open, K_ESC);
	seat_say(&open, "receive");
	seat_type(&open, "x");
	ok = ok && seat_sees(&open, "not kept") && seat_sees(&open, "full");
	seat_leave(&open);
	free(ballast);
	return ok;
}

static void
what_is_typed_while_the_disk_is_full_is_kept(void **state)
{
	(void)state;
	on_small_disk(type_on_full_disk);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		what_was_accepted_before_the_disk_was_full_is_kept),
	    cmocka_unit_test(
		what_was_accepted_before_files_were_too_large_is_kept),
	    cmocka_unit_test(a_scan_that_does_not_fit_leaves_nothing),
	    cmocka_unit_test(what_is_typed_while_the_disk_is_full_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
