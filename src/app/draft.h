/* draft.h -- what is typed into a form, kept until the act is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_DRAFT_H
#define APP_DRAFT_H

#include "base/slots.h"

#include "app/action.h"

/*
 * Beside the register, in REGISTER-drafts/ (0700), lies one file for each
 * person and open form, named OFFICE-PERSON-ACTID: whoever comes back as that
 * person finds it, from any host.  Nothing of it is in the ledger.  Its lock
 * says that the form is open now, which is how others learn who works on a
 * letter.  Act ids are kept, so that the register can tell whether a draft
 * was done after all.
 */

/* A form as it stands. */
struct draft_page {
	struct request request; /* with the form's act id */
	/* Of its operands those that were said when the form opened; the others
	   were typed, "" where nothing was. */
	size_t n_given;
	int64_t letter;     /* 0: none */
	const char *number; /* "144/2569"; NULL: none */
	moment since;       /* when the form was opened first */
	size_t field;       /* where the cursor is, from 0 */
	size_t cursor;      /* bytes into the text of that field */
	bool is_touched;    /* something was typed */
};

/* The file of an open form; starts as { 0 }. */
struct draft {
	struct slots slots;
	unsigned char act_id[ID_SIZE];
	char *kept;              /* the page as last written */
	struct store *elsewhere; /* its keeper has the file; NULL: we */
};

/*
 * Keeps the page, when it is another than was kept; the first time makes the
 * file.  A page with a new act id begins a new file: the old one was done.
 * What cannot be kept fails and may be tried again.  Where nothing may be
 * written nothing is, and that is no failure.
 */
bool draft_keep(struct draft *d, const struct session *s,
		const struct draft_page *page, struct error *err) MUST_CHECK;
/* Puts what was kept on the disk: may take as long as the disk. */
bool draft_sync(struct draft *d, struct error *err) MUST_CHECK;
/* Done or discarded: nothing stays. */
void draft_drop(struct draft *d);
/* The form is closed and what it holds is not done: it stays. */
void draft_leave(struct draft *d);

/* One draft that lies there. */
struct draft_line {
	const char *id;   /* 32 hexadecimal digits */
	const char *path; /* of its file */
	int64_t person;
	const char *login;
	const char *name; /* of the person; the login where there is none */
	moment at;        /* last written */
	bool is_in_use;   /* its form is open somewhere */
	const char *done; /* what its act did, a sentence; NULL: not done */
	/* Its letter is secret, or gone, for the asker now: what was typed
	   about it is not shown, and not gone on with. */
	bool is_veiled;
	struct draft_page page;
};
struct draft_list {
	struct draft_line *at;
	size_t n;
};

/* Those of the asker in which something was typed, oldest first. */
bool drafts_mine(struct session *s, struct arena *a, struct draft_list *list,
		 struct error *err) MUST_CHECK;
/* How many of them lie there for later: neither done nor open in a form. */
bool drafts_waiting(struct session *s, size_t *n, struct error *err) MUST_CHECK;
/* Forms that others have open now on a letter. */
bool drafts_of_letter(struct session *s, int64_t letter, struct arena *a,
		      struct draft_list *list, struct error *err) MUST_CHECK;

/* Takes away what was typed about these letters, whoever it was. */
bool drafts_drop_of(struct session *s, const int64_t *letters, size_t n,
		    struct error *err) MUST_CHECK;

bool draft_waits(const struct draft_line *line);

/* Refused for a draft that is veiled: "draft-veiled", 3. */
extern const struct error_kind DRAFT_VEILED;
/* Goes on with a draft: locks it.  Fails with SLOTS_IN_USE or SLOTS_GONE. */
bool draft_take(struct draft *d, const struct session *s,
		const struct draft_line *line, struct error *err) MUST_CHECK;
/* Throws away a draft that nobody has open. */
bool draft_discard(const struct session *s, const struct draft_line *line,
		   struct error *err) MUST_CHECK;

#endif
