/* seal.h -- the key that signs for a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_SEAL_H
#define MODEL_SEAL_H

#include "base/arena.h"
#include "base/minisign.h"

#include "store/store.h"

/*
 * An ed25519 key.  Its secret part lies beside the register in REGISTER-key
 * (0600), its public part in the chain: in the event that founded the
 * register, or in a later "key.set", which the key before it has signed.  Who
 * can write the file can sign: a seal says which account wrote something, and
 * only a copy that somebody else holds says that it was not written anew.
 *
 * Whatever needs a seal goes on without one and says so.
 */
extern const struct error_kind SEAL_NONE;    /* the register has no key */
extern const struct error_kind SEAL_MISSING; /* its key file cannot be read */
extern const struct error_kind SEAL_WRONG;   /* it holds another key */

/* The file; caller frees. */
char *seal_path(const struct store *st);

/* A key for a register that is being founded, in its file when this returns.
   One that lies there already is taken; SEAL_WRONG when it is none. */
bool seal_found(struct store *st, struct sign_key *k,
		struct error *err) MUST_CHECK;
/* Another key for a register that has events, in a file beside the one in
   force; seal_load() puts it in its place once the chain says so. */
bool seal_replace(struct store *st, struct sign_key *k,
		  struct error *err) MUST_CHECK;

/* The public key in force; SEAL_NONE when there is none. */
bool seal_public(struct store *st, struct sign_key *k,
		 struct error *err) MUST_CHECK;
/* The whole key in force.  sign_key_wipe() it. */
bool seal_load(struct store *st, struct sign_key *k,
	       struct error *err) MUST_CHECK;

/* Signs in minisign's format; `trusted` is one line of ASCII. */
bool seal_sign(struct store *st, const void *message, size_t n,
	       const char *trusted, struct text *out,
	       struct error *err) MUST_CHECK;

/* Was it signed by a key that this register has, or had?  *k gets the key:
   public part zero when the signature names none of the register's. */
bool seal_verify(struct store *st, const void *message, size_t n,
		 const char *signature, struct sign_key *k, bool *is_good,
		 struct error *err) MUST_CHECK;

/* What the key in force signs when another takes its place. */
void seal_add_handover(struct text *t, const unsigned char uuid[],
		       const struct sign_key *k);

#endif
