/* mail.h -- a message of an office's mailbox, as its file holds it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_MAIL_H
#define APP_MAIL_H

#include "base/arena.h"
#include "base/error.h"

#include "model/letter.h"

extern const struct error_kind MAIL_WRONG;     /* "mail-wrong", 2 */
extern const struct error_kind MAIL_NOT_BUILT; /* "mail-not-built", 2 */

/* More is no message of an office; all files of one letter have an end. */
enum { MAIL_MAX_PARTS = 60 };

/* A file that came with it. */
struct mail_part {
	const char *name; /* its last part only, visible, never empty */
	const char *bytes;
	size_t n;
	bool is_ornament; /* a picture inside its page, as a logo is */
};

/* All text in the arena. */
struct mail {
	struct letter_mail head; /* each on one line */
	const char *text;        /* its own words, "" for none */
	struct mail_part *parts;
	size_t n_parts;
	size_t parts_left; /* beyond MAIL_MAX_PARTS */
};

/* Can messages be read here? */
bool mail_is_there(void);

/* Does it begin as a message does: with lines of a header, From: and Date:,
   Message-ID:, Received: or MIME-Version: among them? */
bool mail_is(const char *bytes, size_t n);

/*
 * Reads a message: its header in any of the forms of RFC 2047 and 2231, or raw
 * in a Thai encoding; its words, of a page of HTML where they stand in none
 * other; its files, those of messages within it too.  Fails with MAIL_WRONG
 * where it is too deep or has too many parts to be one, and with
 * MAIL_NOT_BUILT.
 */
bool mail_read(const char *bytes, size_t n, struct arena *a, struct mail *m,
	       struct error *err) MUST_CHECK;

/* Has it no more boundaries, and no longer headers, than what people send?
   Readers make objects of each. */
bool mail_is_bounded(const char *bytes, size_t n);
/* For the readers of messages: text as above, or NULL when it is blank; bytes
   that are no UTF-8 are decoded by looking. */
const char *mail_words(struct arena *a, const char *s);
/* A name for part `i` that no file system can take for a path. */
const char *mail_part_name(struct arena *a, const char *s, size_t i);

#endif
