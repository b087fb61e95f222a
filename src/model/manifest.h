/* manifest.h -- what a backup holds, as a text that is signed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_MANIFEST_H
#define MODEL_MANIFEST_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/text.h"

#include "store/store.h"

/* The text is no manifest, or one of a newer program. "manifest-wrong", 4 */
extern const struct error_kind MANIFEST_WRONG;

/* A file of the backup: its bytes and their SHA-256. */
struct manifest_file {
	const char *name;
	int64_t size;
	char digest[HEX_SIZE];
};

/* The end of an office's chain. */
struct manifest_head {
	int64_t office;
	const char *code;
	const char *name;
	int64_t seq;
	unsigned char hash[DIGEST_SIZE];
};

/* The page of the last day that was closed: what stands on paper of it. */
struct manifest_page {
	int64_t office;
	const char *day; /* ISO 8601 */
	const char *digest;
};

/* The last number of a book and year. */
struct manifest_last {
	int64_t office;
	const char *book;
	int64_t year;
	int64_t number; /* 0 = none was given */
};

/* All text is in the arena it was read into. */
struct manifest {
	char id[2 * ID_SIZE + 1];
	unsigned char uuid[ID_SIZE]; /* of the register */
	bool practice;
	moment made_at;
	const char *program; /* "saraban 0.1.0" */
	const char *sqlite;  /* its version */
	int64_t schema;
	int64_t events; /* of all offices */
	struct manifest_head *heads;
	size_t n_heads;
	struct manifest_last *lasts; /* by office, book and year */
	size_t n_lasts;
	struct manifest_page *pages;
	size_t n_pages;
	struct manifest_file packed; /* as it lies in the backup */
	struct manifest_file whole;  /* the register's file itself */
	struct manifest_file list;   /* the attached files, sha256sum's way */
	int64_t n_files;             /* how many these are */
	int64_t file_bytes;
};

/* What a register holds now; files, id and time are left to the caller. */
bool manifest_read_store(struct store *st, struct arena *a, struct manifest *m,
			 struct error *err) MUST_CHECK;

/* "KEY: VALUE" on each line, always in the same order. */
void manifest_write(const struct manifest *m, struct text *out);
bool manifest_parse(const char *text, struct arena *a, struct manifest *m,
		    struct error *err) MUST_CHECK;

/* Do both tell the same of the register: identity, chains, last numbers? */
bool manifest_agrees(const struct manifest *a, const struct manifest *b);

/* The end of an office's chain, or NULL. */
const struct manifest_head *manifest_head(const struct manifest *m,
					  int64_t office);

/* The last number of the newest year of each book, on one line:
   "receive 143/2569, send 20/2569". */
void manifest_add_lasts(const struct manifest *m, struct text *t);

#endif
