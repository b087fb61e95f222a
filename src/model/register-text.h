/* register-text.h -- a whole register as lines of text, and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_REGISTER_TEXT_H
#define MODEL_REGISTER_TEXT_H

#include "model/event-line.h"

/*
 * A text is a head line, one line for each event (model/event-line.h) of one
 * office after the other, each in the order of its chain, and an end line; the
 * fields stand between tabs.  saraban-register(5), THE REGISTER AS TEXT, is
 * the format.
 */
enum { REGISTER_TEXT_VERSION = 1 };

/* Of which moments: since <= time < until.  Only a whole text is a register;
   the name of another stands in its head. */
struct text_scope {
	const char *name; /* "whole", "year 2569", "since 2026-01-01" */
	moment since;
	moment until;
	int64_t office; /* only its chain; 0 = all */
	int64_t after;  /* only what is behind this seq */
};
extern const struct text_scope text_scope_whole;

/* How far the chain of an office goes. */
struct chain_end {
	int64_t office;
	int64_t seq;
	unsigned char hash[DIGEST_SIZE];
};

/* What a text came to. */
struct text_end {
	int64_t events;
	struct chain_end *chains; /* of offices with an event in it; in an arena
				   */
	size_t n_chains;
};

/* A line without its end; false, with err set, stops. */
typedef bool (*text_line_fn)(void *ctx, const char *line, size_t n,
			     struct error *err);

/* Tells line after line, as of one moment, with the memory of one event. */
bool register_text_write(struct store *st, const struct text_scope *scope,
			 text_line_fn line, void *ctx, struct arena *a,
			 struct text_end *end, struct error *err) MUST_CHECK;
/* The same inside a transaction that the caller has begun. */
bool register_text_tell(struct store *st, const struct text_scope *scope,
			text_line_fn line, void *ctx, struct arena *a,
			struct text_end *end, struct error *err) MUST_CHECK;
/* SHA-256 of the whole text, inside a transaction. */
bool register_text_digest(struct store *st, struct arena *a,
			  unsigned char out[DIGEST_SIZE],
			  struct error *err) MUST_CHECK;

/* The text does not prove itself; the detail names the line. */
extern const struct error_kind TEXT_DAMAGED; /* "text-damaged", 4 */

/*
 * Writes what the text in the file `path` ("-": standard input) says into a
 * register without events, inside a write transaction that the caller ends:
 * every line is verified against the one before it, its words against their
 * commitment, and applied as it was then.  Nothing may be kept when it fails.
 */
bool register_text_read(struct store *st, const char *path, struct arena *a,
			struct text_end *end, struct error *err) MUST_CHECK;

/*
 * The same from register to register, without a file between them.  `to` may
 * hold the beginning of the same register already, and then gets what follows;
 * of another, or one that went on by itself, it is TEXT_OTHER.  Both inside
 * transactions, that of `to` a write transaction.
 */
extern const struct error_kind TEXT_OTHER; /* "text-other", 3 */
bool register_text_copy(struct store *from, struct store *to, struct arena *a,
			struct text_end *end, struct error *err) MUST_CHECK;

/* Into a new file, as of one moment, while others write; for a register in a
   server, which has no file to be copied. */
bool register_text_into(struct store *from, const char *path,
			struct error *err) MUST_CHECK;

/* For these: the head line, the end line, the next chain of a text. */
struct identity;
void text_head_add(struct text *t, const struct identity *id,
		   const char *scope);
void text_end_add(struct text *t, const struct text_end *end);
struct chain_end *text_end_chain(struct text_end *end, struct arena *a,
				 int64_t office);

#endif
