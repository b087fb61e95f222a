/* ssh-key.h -- public keys of SSH, as ssh-keygen(1) writes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SSH_KEY_H
#define BASE_SSH_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

/* "SHA256:" and 43 characters, as `ssh-keygen -l` shows it. */
enum { SSH_PRINT_SIZE = 7 + 43 + 1 };

struct ssh_key {
	const char *type;    /* "ssh-ed25519" */
	const char *blob;    /* base64, as in the line */
	const char *comment; /* "" when there is none */
	char print[SSH_PRINT_SIZE];
};

extern const struct error_kind SSH_KEY_WRONG; /* "ssh-key-wrong", 2 */

/*
 * Reads one line of a .pub file: type, key, comment.  Its text is in the
 * arena.  Refused are private keys, lines with options in front, types that
 * OpenSSH 9 no longer takes by itself, and RSA of less than 2,048 bits.
 */
bool ssh_key_read(const char *line, struct arena *a, struct ssh_key *k,
		  struct error *err) MUST_CHECK;

#endif
