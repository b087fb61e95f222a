/* wire.c -- messages between two processes of the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "base/password.h"

enum tag { TAG_NOTHING = 'n', TAG_INT = 'i', TAG_TEXT = 't', TAG_BYTES = 'b' };

static void
put_tag(struct text *t, enum tag tag)
{
	char c = (char)tag;

	text_add_n(t, &c, 1);
}

void
wire_put_int(struct text *t, int64_t value)
{
	put_tag(t, TAG_INT);
	text_add_n(t, (const char *)&value, sizeof(value));
}

static void
put_block(struct text *t, enum tag tag, const void *p, size_t n)
{
	uint32_t size = (uint32_t)n;

	if (size != n)
		bug("a message of more than 4 GB");
	put_tag(t, tag);
	text_add_n(t, (const char *)&size, sizeof(size));
	if (n > 0)
		text_add_n(t, p, n);
}

void
wire_put_text(struct text *t, const char *s)
{
	if (s == NULL)
		put_tag(t, TAG_NOTHING);
	else
		put_block(t, TAG_TEXT, s, strlen(s) + 1);
}

void
wire_put_bytes(struct text *t, const void *p, size_t n)
{
	if (p == NULL && n == 0)
		put_tag(t, TAG_NOTHING);
	else
		put_block(t, TAG_BYTES, p, n);
}

struct wire
wire_read(const struct text *message)
{
	return (struct wire){text_str(message), message->n, false};
}

/* The next n bytes; NULL when there are fewer, or something was bad before. */
static const char *
take(struct wire *w, size_t n)
{
	const char *at = w->at;

	if (w->is_bad || n > w->left) {
		w->is_bad = true;
		return NULL;
	}
	w->at += n;
	w->left -= n;
	return at;
}

static char
take_tag(struct wire *w)
{
	const char *tag = take(w, 1);

	return tag != NULL ? *tag : '\0';
}

int64_t
wire_int(struct wire *w)
{
	bool is_int = take_tag(w) == TAG_INT;
	int64_t value = 0;
	const char *at = take(w, is_int ? sizeof(value) : 0);

	w->is_bad |= !is_int;
	if (at != NULL && is_int)
		memcpy(&value, at, sizeof(value));
	return value;
}

static const char *
take_block(struct wire *w, size_t *n)
{
	uint32_t size = 0;
	const char *at = take(w, sizeof(size));

	if (at != NULL)
		memcpy(&size, at, sizeof(size));
	*n = size;
	return take(w, size);
}

const char *
wire_text(struct wire *w)
{
	char tag = take_tag(w);
	const char *s;
	size_t n;

	if (tag == TAG_NOTHING)
		return NULL;
	s = tag == TAG_TEXT ? take_block(w, &n) : NULL;
	if (s != NULL && n > 0 && memchr(s, '\0', n) == s + n - 1 &&
	    utf8_fault(s, n - 1) < 0)
		return s;
	w->is_bad = true;
	return NULL;
}

const void *
wire_bytes(struct wire *w, size_t *n)
{
	char tag = take_tag(w);
	const char *p;

	*n = 0;
	if (tag == TAG_NOTHING)
		return NULL;
	if (tag != TAG_TEXT && tag != TAG_BYTES)
		w->is_bad = true;
	p = take_block(w, n);
	if (p == NULL || (tag == TAG_TEXT && *n == 0)) {
		w->is_bad = true;
		*n = 0;
		return NULL;
	}
	*n -= tag == TAG_TEXT;
	return p;
}

bool
wire_is_read(const struct wire *w)
{
	return !w->is_bad && w->left == 0;
}

void
wire_put_error(struct text *t, const struct error *err)
{
	wire_put_bytes(t, &err->kind, sizeof(err->kind));
	wire_put_text(t, err->detail);
}

bool
wire_error(struct wire *w, struct error *err)
{
	const struct error_kind *kind = &ERROR_IO;
	size_t n;
	const void *p = wire_bytes(w, &n);
	const char *detail = wire_text(w);

	if (p != NULL && n == sizeof(kind))
		memcpy(&kind, p, n);
	return error_set(err, kind, detail != NULL && *detail ? "%s" : NULL,
			 detail);
}

bool
wire_send_bytes(int fd, const void *p, size_t n)
{
	for (size_t done = 0; done < n;) {
		ssize_t sent =
		    send(fd, (const char *)p + done, n - done, MSG_NOSIGNAL);

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0)
			return false;
		done += (size_t)sent;
	}
	return true;
}

bool
wire_receive_bytes(int fd, void *p, size_t n)
{
	for (size_t done = 0; done < n;) {
		ssize_t got = recv(fd, (char *)p + done, n - done, 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		done += (size_t)got;
	}
	return true;
}

/* One system call for what is small, so that nobody waits for a second.  A
   PIN may be in it: no copy stays. */
bool
wire_send(int fd, const struct text *message)
{
	uint32_t size = (uint32_t)message->n;
	struct text whole = {0};
	bool ok;

	if (size != message->n)
		bug("a message of more than 4 GB");
	text_add_n(&whole, (const char *)&size, sizeof(size));
	text_add_n(&whole, text_str(message), message->n);
	ok = wire_send_bytes(fd, whole.s, whole.n);
	secret_wipe(whole.s, whole.n);
	text_done(&whole);
	return ok;
}

/* Room is made as the bytes come: who announces much and sends little costs
   little. */
bool
wire_receive(int fd, size_t limit, struct text *message)
{
	enum { PIECE = 1 << 16 };
	static char piece[PIECE];
	uint32_t left = 0;

	text_clear(message);
	if (!wire_receive_bytes(fd, &left, sizeof(left)) || left > limit)
		return false;
	while (left > 0) {
		size_t n = left < PIECE ? left : PIECE;

		if (!wire_receive_bytes(fd, piece, n))
			return false;
		text_add_n(message, piece, n);
		secret_wipe(piece, n);
		left -= (uint32_t)n;
	}
	return true;
}
