/* wire.c -- two machines, and between them a wire that loses packets */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wire LOSS DELAY CUT FAR NEAR [ARGUMENT...]
 *
 * Runs the shell command FAR at 192.0.2.2, NEAR at 192.0.2.1, each in a
 * network of its own: of the packets of each, LOSS of a hundred are lost, and
 * the others come after DELAY milliseconds.  While there is a file CUT, all are
 * lost.  Ends with NEAR and its status, and takes FAR with it; 77 when such
 * networks cannot be made here.
 */
#include "config.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

#include "tests/fixture.h"

enum { PACKET_MAX = 1500, QUEUE_MAX = 4096, PAUSE_MS = 100, CANNOT = 77 };

static const char NEAR[] = "192.0.2.1", FAR[] = "192.0.2.2";

/* A packet on its way. */
struct packet {
	double due; /* in seconds */
	size_t n;
	char bytes[PACKET_MAX];
};

/* What one machine sends; a ring. */
struct way {
	struct packet *at;
	size_t first, n;
};

/* A machine: its process, and the end of the wire in it. */
struct machine {
	pid_t pid;
	int wire, go;
};

static int loss;
static double delay;
static const char *cut;

/* ------------------------------------------------------------ the machines */

static bool
put(const char *path, const char *words)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool ok = fd >= 0 &&
		  write(fd, words, strlen(words)) == (ssize_t)strlen(words);

	if (fd >= 0)
		close(fd);
	return ok;
}

/* Who is not root may make a network where he is alone with himself. */
static bool
enter_own_network(void)
{
	uid_t uid = geteuid();
	char *users = xasprintf("%u %u 1", uid, uid);
	char *groups = xasprintf("%u %u 1", getegid(), getegid());
	bool ok;

	if (uid == 0)
		ok = unshare(CLONE_NEWNET) == 0;
	else
		ok = unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 &&
		     put("/proc/self/setgroups", "deny") &&
		     put("/proc/self/uid_map", users) &&
		     put("/proc/self/gid_map", groups);
	free(users);
	free(groups);
	return ok;
}

static void
set_address(struct ifreq *r, const char *address)
{
	struct sockaddr_in in = {.sin_family = AF_INET};

	inet_pton(AF_INET, address, &in.sin_addr);
	memcpy(&r->ifr_addr, &in, sizeof(in));
}

static bool
is_up(int s, struct ifreq *r)
{
	return ioctl(s, SIOCGIFFLAGS, r) == 0 &&
	       (r->ifr_flags |= IFF_UP | IFF_RUNNING) != 0 &&
	       ioctl(s, SIOCSIFFLAGS, r) == 0;
}

/* The end of the wire as an interface of this network; -1 = there is none. */
static int
plug_in(const char *own, const char *other)
{
	struct ifreq r = {.ifr_name = "wire%d"}, loop = {.ifr_name = "lo"};
	int s = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	int wire = open("/dev/net/tun", O_RDWR | O_CLOEXEC);
	bool ok;

	r.ifr_flags = IFF_TUN | IFF_NO_PI;
	ok = s >= 0 && wire >= 0 && ioctl(wire, TUNSETIFF, &r) == 0;
	set_address(&r, own);
	ok = ok && ioctl(s, SIOCSIFADDR, &r) == 0;
	set_address(&r, other);
	ok = ok && ioctl(s, SIOCSIFDSTADDR, &r) == 0 && is_up(s, &r) &&
	     is_up(s, &loop);
	close(s);
	return ok ? wire : -1;
}

/* Hands the end of the wire to the other process; -1 says that there is none.
 */
static void
hand_over(int to, int wire)
{
	char none = 0;
	union {
		struct cmsghdr head;
		char bytes[CMSG_SPACE(sizeof(int))];
	} control = {0};
	struct iovec io = {&none, 1};
	struct msghdr m = {.msg_iov = &io, .msg_iovlen = 1};

	if (wire >= 0) {
		control.head.cmsg_level = SOL_SOCKET;
		control.head.cmsg_type = SCM_RIGHTS;
		control.head.cmsg_len = CMSG_LEN(sizeof(int));
		memcpy(CMSG_DATA(&control.head), &wire, sizeof(int));
		m.msg_control = &control;
		m.msg_controllen = sizeof(control);
	}
	if (sendmsg(to, &m, 0) < 0)
		_exit(CANNOT);
}

static int
take_over(int from)
{
	char none;
	union {
		struct cmsghdr head;
		char bytes[CMSG_SPACE(sizeof(int))];
	} control = {0};
	struct iovec io = {&none, 1};
	struct msghdr m = {.msg_iov = &io,
			   .msg_iovlen = 1,
			   .msg_control = &control,
			   .msg_controllen = sizeof(control)};
	int wire = -1;

	if (recvmsg(from, &m, MSG_CMSG_CLOEXEC) > 0 && CMSG_FIRSTHDR(&m))
		memcpy(&wire, CMSG_DATA(&control.head), sizeof(int));
	return wire;
}

/* What runs begins when both ends are plugged in. */
static void
run(int go, const char *own, const char *other, char *const *what)
{
	char none;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	hand_over(go, enter_own_network() ? plug_in(own, other) : -1);
	if (read(go, &none, 1) != 1)
		_exit(CANNOT);
	execvp(what[0], what);
	fprintf(stderr, "wire: %s: %s\n", what[0], strerror(errno));
	_exit(127);
}

static void
machine_begin(struct machine *m, const char *own, const char *other,
	      char *const *what)
{
	int go[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, go) != 0)
		exit(CANNOT);
	m->pid = fork();
	if (m->pid == 0)
		run(go[1], own, other, what);
	close(go[1]);
	m->go = go[0];
	m->wire = take_over(m->go);
	if (m->wire < 0)
		exit(CANNOT);
}

static void
machine_go(const struct machine *m)
{
	if (write(m->go, "", 1) != 1)
		exit(CANNOT);
}

/* ---------------------------------------------------------------- the wire */

/* What was on its way when the wire was cut does not arrive either. */
static bool
is_cut(void)
{
	return access(cut, F_OK) == 0;
}

static void
take_in(struct way *w, int wire)
{
	struct packet *p = &w->at[(w->first + w->n) % QUEUE_MAX];
	ssize_t n = read(wire, p->bytes, sizeof(p->bytes));

	if (n <= 0 || w->n == QUEUE_MAX - 1 || rand() % 100 < loss)
		return;
	p->n = (size_t)n;
	p->due = fixture_seconds() + delay;
	w->n++;
}

/* Says in how many milliseconds there is more to bring. */
static int
bring(struct way *w, int wire)
{
	double now = fixture_seconds();

	for (; w->n > 0; w->n--) {
		struct packet *p = &w->at[w->first];

		if (p->due > now)
			return (int)((p->due - now) * 1000) + 1;
		/* What does not get in is lost, as on any wire. */
		if (!is_cut() && write(wire, p->bytes, p->n) < 0 &&
		    errno == EBADF)
			exit(CANNOT);
		w->first = (w->first + 1) % QUEUE_MAX;
	}
	return PAUSE_MS;
}

static int
smaller(int a, int b)
{
	return a < b ? a : b;
}

/* Until the first has ended; its status. */
static int
carry(const struct machine m[2])
{
	struct way ways[2] = {0};
	int status, ms = 0;

	for (int i = 0; i < 2; i++)
		ways[i].at = xcalloc(QUEUE_MAX, sizeof(*ways[i].at));
	while (waitpid(m[0].pid, &status, WNOHANG) == 0) {
		struct pollfd from[2] = {{m[0].wire, POLLIN, 0},
					 {m[1].wire, POLLIN, 0}};

		poll(from, 2, smaller(ms, PAUSE_MS));
		for (int i = 0; i < 2; i++)
			if (from[i].revents & POLLIN)
				take_in(&ways[i], m[i].wire);
		ms = smaller(bring(&ways[0], m[1].wire),
			     bring(&ways[1], m[0].wire));
	}
	for (int i = 0; i < 2; i++)
		free(ways[i].at);
	return status;
}

int
main(int argc, char **argv)
{
	char shell[] = "sh", option[] = "-c";
	char *far[] = {shell, option, NULL, NULL};
	struct machine m[2] = {0};
	int status;

	if (argc < 6)
		return EXIT_FAILURE;
	loss = atoi(argv[1]);
	delay = atof(argv[2]) / 1000;
	cut = argv[3];
	far[2] = argv[4];
	machine_begin(&m[1], FAR, NEAR, far);
	machine_begin(&m[0], NEAR, FAR, argv + 5);
	machine_go(&m[1]);
	machine_go(&m[0]);
	status = carry(m);
	kill(m[1].pid, SIGTERM);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
