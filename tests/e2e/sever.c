/* sever.c -- a line to PostgreSQL that breaks at the first COMMIT */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <arpa/inet.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/*
 * sever LISTEN SERVER before|after
 *
 * Both are sockets in the file system.  Everything passes, until some client
 * asks to commit: then his line breaks, before the server hears of it or after
 * it has committed, when its answer does not come back.  Later ones pass.
 */
enum { BUFFER = 1 << 20 };

struct line {
	int client;
	int server;
	char in[BUFFER]; /* from the client, not passed on yet */
	size_t n;
	char commit[64]; /* the name of the statement that commits */
	bool has_begun;  /* the first message has no type */
	bool is_broken;  /* the answer is read and thrown away */
};

static int *is_done; /* for all lines: it has broken once */
static const char *name;
static bool is_after;

static int
socket_of(const char *path, struct sockaddr_un *address)
{
	*address = (struct sockaddr_un){.sun_family = AF_UNIX};
	snprintf(address->sun_path, sizeof(address->sun_path), "%s", path);
	return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

static void
pass(int to, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t wrote = write(to, p, n);

		if (wrote <= 0)
			exit(0);
		p += wrote;
		n -= (size_t)wrote;
	}
}

static uint32_t
length_at(const char *p)
{
	uint32_t n;

	memcpy(&n, p, sizeof(n));
	return ntohl(n);
}

/* The whole message at p, or 0 while some of it is missing. */
static size_t
message_size(const struct line *l, const char *p, size_t n)
{
	size_t head = l->has_begun ? 1 : 0;
	size_t size;

	if (n < head + 4)
		return 0;
	size = head + length_at(p + head);
	return size <= n ? size : 0;
}

/* "Parse" names a statement, "Bind" uses one; both in strings of C. */
static bool
is_commit(struct line *l, const char *message)
{
	const char *first = message + 5;
	const char *second = first + strlen(first) + 1;

	if (message[0] == 'P' && strncmp(second, "COMMIT", 6) == 0)
		memccpy(l->commit, first, '\0', sizeof(l->commit) - 1);
	return message[0] == 'B' && l->commit[0] != '\0' &&
	       strcmp(second, l->commit) == 0;
}

static void
tell(void)
{
	char path[100];
	FILE *f;

	snprintf(path, sizeof(path), "%s.broken", name);
	f = fopen(path, "w");
	if (f == NULL || fclose(f) != 0)
		exit(1);
}

static void
break_here(struct line *l)
{
	if (__atomic_exchange_n(is_done, 1, __ATOMIC_SEQ_CST))
		return;
	tell();
	if (!is_after)
		exit(0);
	l->is_broken = true;
}

static void
from_client(struct line *l)
{
	ssize_t got = read(l->client, l->in + l->n, BUFFER - l->n);
	size_t at = 0, size;

	if (got <= 0)
		exit(0);
	l->n += (size_t)got;
	while ((size = message_size(l, l->in + at, l->n - at)) > 0) {
		if (l->has_begun && is_commit(l, l->in + at))
			break_here(l);
		/* A question about encryption is no beginning. */
		l->has_begun = l->has_begun || size > 8;
		pass(l->server, l->in + at, size);
		at += size;
	}
	memmove(l->in, l->in + at, l->n - at);
	l->n -= at;
}

/* The answer to a commit is short, and ends with what it is ready for. */
static void
from_server(const struct line *l)
{
	static char out[BUFFER];
	ssize_t got = read(l->server, out, sizeof(out));

	if (got <= 0)
		exit(0);
	if (!l->is_broken)
		pass(l->client, out, (size_t)got);
	else if (got >= 6 && out[got - 6] == 'Z')
		exit(0);
}

static void
serve(int client, const char *server)
{
	static struct line l;
	struct sockaddr_un address;
	struct pollfd fds[2];

	l.client = client;
	l.server = socket_of(server, &address);
	if (connect(l.server, (struct sockaddr *)&address, sizeof(address)))
		exit(1);
	fds[0] = (struct pollfd){l.client, POLLIN, 0};
	fds[1] = (struct pollfd){l.server, POLLIN, 0};
	while (poll(fds, 2, -1) > 0) {
		if (fds[1].revents)
			from_server(&l);
		if (fds[0].revents)
			from_client(&l);
	}
	exit(1);
}

/* Its name is there when it listens. */
static int
listen_at(const char *path)
{
	char new[100];
	struct sockaddr_un address;
	int fd;

	snprintf(new, sizeof(new), "%s.new", path);
	fd = socket_of(new, &address);
	if (bind(fd, (struct sockaddr *)&address, sizeof(address)) ||
	    listen(fd, 64) || rename(new, path)) {
		perror(path);
		exit(1);
	}
	return fd;
}

int
main(int argc, char **argv)
{
	int fd, client;

	if (argc != 4)
		return 2;
	name = argv[1];
	is_after = strcmp(argv[3], "after") == 0;
	is_done = mmap(NULL, sizeof(*is_done), PROT_READ | PROT_WRITE,
		       MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	fd = listen_at(argv[1]);
	while ((client = accept(fd, NULL, NULL)) >= 0) {
		if (fork() == 0) {
			close(fd);
			serve(client, argv[2]);
		}
		close(client);
	}
	return 1;
}
