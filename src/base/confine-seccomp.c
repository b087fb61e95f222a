/* confine-seccomp.c -- which system calls a process may still make */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

#include "base/confine-calls.h"
#include "base/confine.h"

bool
confine_seccomp_is_built(void)
{
	return true;
}

bool
confine_has_seccomp(void)
{
	uint32_t kill = SECCOMP_RET_KILL_PROCESS;

	return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &kill) == 0;
}

/* What drawing, reading keys and asking the keeper need; not one of them takes
   a path, but to read it. */
static const int allowed[] = {
    /* what is open */
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(fstat64),
    SCMP_SYS(recvfrom),
    SCMP_SYS(recv),
    SCMP_SYS(recvmsg),
    SCMP_SYS(send),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(select),
    SCMP_SYS(pselect6),
    SCMP_SYS(_newselect),
    SCMP_SYS(getdents64),
    SCMP_SYS(fadvise64),
    /* what lies there, where Landlock lets it */
    SCMP_SYS(stat),
    SCMP_SYS(stat64),
    SCMP_SYS(lstat),
    SCMP_SYS(lstat64),
    SCMP_SYS(newfstatat),
    SCMP_SYS(fstatat64),
    SCMP_SYS(statx),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),
    /* memory */
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    /* time, chance, itself */
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_gettime64),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getppid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getpgrp),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(ugetrlimit),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(futex),
    SCMP_SYS(restart_syscall),
    /* signals that come */
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigreturn),
    SCMP_SYS(rt_sigpending),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

/* Of the terminal; not TIOCSTI, which types. */
static const unsigned long of_terminal[] = {
    TCGETS, TCSETS, TCSETSW, TCSETSF,  TIOCGWINSZ, TIOCGPGRP,
    TCFLSH, TCSBRK, TCXONC,  FIONREAD, TIOCOUTQ,
};

/* There is no reason to try these but mischief. */
static const int deadly[] = {
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
};

static bool
allow_ioctls(scmp_filter_ctx f)
{
	int rc = 0;

	for (size_t i = 0; i < ARRAY_SIZE(of_terminal) && rc == 0; i++)
		rc = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
				      SCMP_A1(SCMP_CMP_EQ, of_terminal[i]));
	return rc == 0;
}

/* Files to read; memory that is never both written and run. */
static bool
allow_some(scmp_filter_ctx f)
{
	static const int to_map[] = {SCMP_SYS(mmap), SCMP_SYS(mmap2)};
	const uint64_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
	int rc =
	    seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
			     SCMP_A2(SCMP_CMP_MASKED_EQ, writing, O_RDONLY));

	rc = rc ? rc
		: seccomp_rule_add(
		      f, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
		      SCMP_A1(SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
	for (size_t i = 0; i < ARRAY_SIZE(to_map) && rc == 0; i++) {
		rc =
		    seccomp_rule_add(f, SCMP_ACT_ALLOW, to_map[i], 1,
				     SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
		rc = rc ? rc
			: seccomp_rule_add(
			      f, SCMP_ACT_ALLOW, to_map[i], 1,
			      SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_WRITE, 0));
	}
	rc = rc ? rc
		: seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
				   SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	return rc == 0;
}

/* A socket without an address to send to; a signal to itself; fcntl() that
   asks; limits that are read. */
static bool
allow_of_itself(scmp_filter_ctx f)
{
	static const int asking[] = {F_GETFD, F_SETFD, F_GETFL};
	int rc = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(sendto), 1,
				  SCMP_A4(SCMP_CMP_EQ, 0));

	for (size_t i = 0; i < ARRAY_SIZE(asking) && rc == 0; i++)
		rc = seccomp_rule_add(
		    f, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1,
		    SCMP_A1(SCMP_CMP_EQ, (scmp_datum_t)asking[i]));
	rc =
	    rc ? rc
	       : seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
				  SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
	rc = rc ? rc
		: seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1,
				   SCMP_A2(SCMP_CMP_EQ, 0));
	return rc == 0;
}

static bool
add_all(scmp_filter_ctx f)
{
	int rc = 0;

	for (size_t i = 0; i < ARRAY_SIZE(allowed) && rc == 0; i++)
		rc = seccomp_rule_add(f, SCMP_ACT_ALLOW, allowed[i], 0);
	for (size_t i = 0; i < ARRAY_SIZE(deadly) && rc == 0; i++)
		rc = seccomp_rule_add(f, SCMP_ACT_KILL_PROCESS, deadly[i], 0);
	return rc == 0 && allow_ioctls(f) && allow_some(f) &&
	       allow_of_itself(f);
}

bool
confine_calls(void)
{
	scmp_filter_ctx f;
	int rc = -ENOMEM;

	if (!confine_has_seccomp())
		return true;
	f = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	if (f != NULL && add_all(f))
		rc = seccomp_load(f);
	if (f != NULL)
		seccomp_release(f);
	errno = -rc;
	return rc == 0;
}
