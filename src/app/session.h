/* session.h -- one person at work on one register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

#include "model/actor.h"
#include "model/year.h"

#include "app/setting.h"

/* The clock comes from above: nothing below asks the time itself. */
struct clock {
	moment (*now)(void *ctx);
	void *ctx;
};

/* What the command line and the environment say; all borrowed, NULL = not
   given. */
struct session_wish {
	const char *register_path;
	const char *login;   /* --as, or whose the key must be; NULL = any */
	bool login_is_asked; /* login is known by a word alone */
	const char *key;     /* fingerprint of the key that opened the door */
	bool is_remote;      /* comes from another machine: app/reach.h */
	bool is_on_screen;   /* standard input and output are the screen */
	const char *account; /* name of the account that runs the program */
	const char *office;  /* --office */
	bool read_only;
	bool thai;       /* Thai digits and months where people read them */
	bool lacks_thai; /* ... and no Thai here, though it was wanted */
	const struct settings *settings; /* NULL: the program's own */
	const char *temporary;    /* for files that go again; NULL: /tmp */
	char *const *environment; /* of the programs that are run */
	const char *terminal;     /* TERM; NULL: nobody has said */
	const char *charset;      /* of the terminal; NULL: UTF-8 */
};

struct session {
	struct store *store; /* NULL until a register is open */
	struct arena arena;  /* lives as long as the session */
	struct clock clock;
	struct session_wish wish;
	const struct settings *settings; /* never NULL */
	int64_t office;
	const char *office_code;
	const char *office_name;
	bool is_practice;
	struct year_months years; /* when they begin */
	struct actor actor;
	/* Its own act changed people or posts: it is refreshed before the next
	   one, which tells when that fails. */
	bool is_stale;
	/* The last event before the last export began; 0 = there was none. */
	int64_t stands;
	struct view_seen *seen; /* secret letters read in it: app/view.h */
	/* Of looks that are under way: how many, and their moment. */
	unsigned n_looks;
	moment looked_at;
};

extern const struct error_kind SESSION_AS_REFUSED;  /* "as-refused", 3 */
extern const struct error_kind SESSION_KEY_REFUSED; /* "key-refused", 3 */
extern const struct error_kind OFFICE_UNKNOWN;      /* "office-unknown", 3 */

void session_init(struct session *s, const struct session_wish *wish,
		  struct clock clock);
/* Opens the register, finds office and person; `write` as the action needs. */
bool session_open(struct session *s, bool write, struct error *err) MUST_CHECK;
/* The same for one command on a disk that is full: to write, and with nobody
   else in the register meanwhile. */
bool session_open_alone(struct session *s, struct error *err) MUST_CHECK;
/* Works in another office of the register from now on; in the same as before
   when the person may not. */
bool session_enter(struct session *s, const char *code,
		   struct error *err) MUST_CHECK;
/* Reads office and person again, after they may have changed. */
bool session_refresh(struct session *s, struct error *err) MUST_CHECK;
/* The person as the register knows him now, with the posts held today: rules
   ask this inside the transaction, so that a post that ended an hour ago
   gives no right, however long the screen has been open. */
bool session_actor(const struct session *s, struct arena *a,
		   struct actor *actor, struct error *err) MUST_CHECK;
/* ... at the moment that an event written now will have. */
bool session_actor_at(const struct session *s, moment at, struct arena *a,
		      struct actor *actor, struct error *err) MUST_CHECK;
void session_done(struct session *s);

/* What is read between these two is of one moment, by the register and by the
   clock, and what many ask is read once; nothing may be written there.  They
   nest. */
bool session_look_begin(struct session *s, struct error *err) MUST_CHECK;
void session_look_end(struct session *s);

moment session_now(const struct session *s);
struct date session_today(const struct session *s);
/* The Buddhist year whose register is written now. */
int session_year(const struct session *s);

#endif
