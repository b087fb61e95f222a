/* login-key.h -- the keys by which persons are known who come over SSH */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_LOGIN_KEY_H
#define APP_LOGIN_KEY_H

#include "base/arena.h"

#include "store/store.h"

extern const struct error_kind KEY_UNKNOWN; /* "key-unknown", 3 */

struct key_holder {
	const char *login, *name;
};

/* Whose key it is that has this fingerprint (base/ssh-key.h), in any office of
   the register; only keys in force count. */
bool login_key_find(struct store *st, const char *print, struct arena *a,
		    struct key_holder *holder, bool *found,
		    struct error *err) MUST_CHECK;

#endif
