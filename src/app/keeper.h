/* keeper.h -- the register kept for a screen in another process */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_KEEPER_H
#define APP_KEEPER_H

#include "store/kept.h"

#include "app/action.h"
#include "app/draft.h"

/*
 * The keeper has a session: the register, and the person.  The screen, a fork
 * of it, has a session over a socket.  It reads by statements (store/kept.h),
 * and what is done is asked for whole, as an action with its arguments: who
 * does it is the keeper's own session, and cannot be said.  Drafts lie with the
 * keeper, too.  Whatever the screen sends, it is as its own person.
 */
enum keeper_ask {
	KEPT_HELLO = KEPT_OF_APP,
	KEPT_ACT,
	KEPT_ENTER,
	KEPT_DRAFT_KEEP,
	KEPT_DRAFT_SYNC,
	KEPT_DRAFT_DROP,
	KEPT_DRAFT_LEAVE,
	KEPT_DRAFT_TAKE,
	KEPT_DRAFT_DISCARD,
	KEPT_DRAFTS,
	KEPT_ASKS,
};
/* An answer may begin with this: somebody else is writing; go on waiting? */
enum { KEPT_WAITING = 2 };

/* Answers until the other end is closed, or sends what is no message.  False
   when the register cannot be kept for a screen. */
bool keeper_serve(struct session *s, int fd, struct error *err) MUST_CHECK;
/* Tells the screen, when it asks first, why there is no register. */
void keeper_refuse(int fd, const struct error *why);

/* ---------------------------------------------------------- on the screen */

/* As session_open(), of the register at the other end, whose fd it owns. */
bool session_open_kept(struct session *s, int fd, struct error *err) MUST_CHECK;

/* Is what this session does done by a keeper? */
bool session_is_kept(const struct session *s);

/* action_run(), session_enter(), and drafts where they are. */
bool keeper_act(struct session *s, const struct request *r, json_t **answer,
		struct error *err) MUST_CHECK;
bool keeper_enter(struct session *s, const char *code,
		  struct error *err) MUST_CHECK;
bool keeper_draft_keep(const struct session *s, const char *page,
		       struct error *err) MUST_CHECK;
/* KEPT_DRAFT_SYNC ... KEPT_DRAFT_DISCARD. */
bool keeper_draft(struct store *st, enum keeper_ask ask,
		  const unsigned char act_id[ID_SIZE],
		  struct error *err) MUST_CHECK;
/* Own drafts (letter 0), or those that others have open on a letter. */
bool keeper_drafts(const struct session *s, int64_t letter, struct arena *a,
		   struct draft_list *list, struct error *err) MUST_CHECK;

/* --------------------------------------------- keeper-drafts.c, for keeper.c
 */

struct open_draft;
struct register_keeper {
	struct session *s;
	struct store *veiled;
	int fd;
	struct open_draft *drafts;
	/* Who looks, as of a question; and the secret letter asked about
	   last. */
	bool is_fresh, may_look;
	int64_t version;
	moment second;
	struct arena arena;
	struct actor actor;
	int64_t last_letter;
	bool is_last_readable;
};
bool keeper_serve_draft(struct register_keeper *k, enum keeper_ask ask,
			struct wire *w, struct text *answer,
			struct error *err) MUST_CHECK;
void keeper_drafts_done(struct register_keeper *k);

#endif
