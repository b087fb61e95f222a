/* wire.h -- messages between two processes of the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_WIRE_H
#define BASE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

/*
 * A message is a row of values, each a whole number, a text, bytes or nothing;
 * on the socket its length stands before it.  Both ends are one program that
 * has forked: numbers go as they lie in memory.  Who reads trusts no byte of
 * it: what is not there, or is of another type, marks the message as bad and
 * reads as 0 or NULL.
 */
void wire_put_int(struct text *message, int64_t value);
void wire_put_text(struct text *message, const char *s); /* NULL is nothing */
void wire_put_bytes(struct text *message, const void *p, size_t n);

/* What is left of a message: borrowed from its text. */
struct wire {
	const char *at;
	size_t left;
	bool is_bad;
};
struct wire wire_read(const struct text *message);
int64_t wire_int(struct wire *w);
/* UTF-8, ended by NUL, in the message; NULL is nothing. */
const char *wire_text(struct wire *w);
/* Any bytes, of a text too; NULL is nothing. */
const void *wire_bytes(struct wire *w, size_t *n);
/* All was read, and nothing of it was bad. */
bool wire_is_read(const struct wire *w);

/* An error goes as the address of its kind, which is the same in both: only to
   be read from who is trusted. */
void wire_put_error(struct text *message, const struct error *err);
/* Sets err; false always, so that a function may end with it. */
bool wire_error(struct wire *w, struct error *err);

/* Whole messages; false when the other end is gone, or sends more than limit
   bytes: then nothing more is to be read from it. */
bool wire_send(int fd, const struct text *message) MUST_CHECK;
bool wire_receive(int fd, size_t limit, struct text *message) MUST_CHECK;

/* All n bytes as they are, however often a signal comes between; false when the
   other end is gone. */
bool wire_send_bytes(int fd, const void *p, size_t n) MUST_CHECK;
bool wire_receive_bytes(int fd, void *p, size_t n) MUST_CHECK;

#endif
