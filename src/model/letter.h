/* letter.h -- a letter as its events have made it, and what hangs on it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_LETTER_H
#define MODEL_LETTER_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

#include "model/actor.h"
#include "model/book.h"
#include "model/choices.h"
#include "model/circulation.h"
#include "model/collect.h"
#include "model/duty.h"
#include "model/letter-parts.h"
#include "model/outgoing.h"
#include "model/paper.h"
#include "model/same.h"

extern const struct error_kind LETTER_UNKNOWN; /* "letter-unknown", 1 */

struct letter {
	int64_t id; /* seq of the event that received it */
	const char *book;
	int year; /* Buddhist */
	int number;
	const char *ref_no;    /* the sender's number as written, or NULL */
	struct date dated;     /* its date; year 0 when none was given */
	const char *sender;    /* จาก */
	const char *recipient; /* ถึง */
	const char *subject; /* เรื่อง; NULL for letters without one */
	const char *urgency;  /* letter_urgencies, NULL = none */
	const char *secrecy;  /* letter_secrecies, NULL = none */
	const char *kind;     /* letter_kinds; NULL for a number without one */
	const char *channel;  /* letter_channels: how it came; NULL likewise */
	int pages;            /* 0 = not stated */
	moment received_at;   /* as stated by the clerk; 0 = no letter */
	moment registered_at; /* as the clock said when typed */
	moment numbered_at;   /* when it got its number: before, if reserved */
	const char *purpose;  /* what its number was reserved for, or NULL */
	struct date until;    /* ... and until when */
	int block;     /* ... with others: the first number of the block, */
	int page;      /* and which of them it is, from 1; 0 = not reserved */
	bool is_sheet; /* ... as an emergency sheet, for a power cut */
	const char *void_reason; /* why the number was never used */
	int list_year; /* the list by which it was destroyed; 0 = it was not */
	int list_number;
	bool is_imported;       /* from a register kept before the program, */
	const char *old_done;   /* and what stands there of what was done, */
	const char *old_remark; /* and beside it; NULL = nothing */
	const char *late;  /* why that was on a later day; NULL = it was not */
	const char *state; /* letter_states */
	const char *at_post; /* where it lies; NULL when ordered or closed */
	const char *at_post_name;
	moment since;   /* when it came to lie there */
	bool is_opened; /* the post has looked at it */
	bool is_veiled; /* secret, and the asker may not read it */
	bool is_given;  /* secret, and given to the asker (secrecy.h) */
	int n_attachments;
	int n_open; /* divisions that have not finished */
	int n_assigned;
	int n_unnoted;  /* of those it circulates to, how many have not noted */
	bool is_on_way; /* its paper was handed over and has not come */
};

struct letter_list {
	struct letter *at;
	size_t n;
};

/* Everything about one letter, in one arena. */
struct letter_file {
	struct letter letter;
	struct reference *references;
	size_t n_references;
	struct enclosure *enclosures;
	size_t n_enclosures;
	struct address *addresses;
	size_t n_addresses;
	struct stamp *stamps;
	size_t n_stamps;
	struct step *steps;
	size_t n_steps;
	struct note *notes;
	size_t n_notes;
	struct earlier_note *earlier_notes;
	size_t n_earlier_notes;
	struct old_entry *imported;
	size_t n_imported;        /* 0 or 1 */
	struct sent_on *sendings; /* the newest first */
	size_t n_sendings;
	struct assignment *assignments;
	size_t n_assignments;
	struct paper *papers;
	size_t n_papers; /* 0 or 1 */
	struct circulation *circulations;
	size_t n_circulations;
	struct circulated *circulated;
	size_t n_circulated;
	struct duty *duties;
	size_t n_duties;
	struct duty_asked *duty_asked;
	size_t n_duty_asked;
	struct duty_where *duty_where;
	size_t n_duty_where;
	struct duty_row *duty_rows; /* of each duty by its days */
	size_t n_duty_rows;
	struct collected_from *collected_from; /* to whom duties were handed */
	size_t n_collected_from;
	struct collector *collectors; /* offices above that collect them */
	size_t n_collectors;
	struct attachment *attachments;
	size_t n_attachments;
	struct correction *corrections;
	size_t n_corrections;
	struct link *links;
	size_t n_links;
	struct reply *replies;
	size_t n_replies;
	struct dispatch *dispatches;
	size_t n_dispatches;
	struct reservation *reservations;
	size_t n_reservations; /* 0 or 1 */
	struct letter_text *texts;
	size_t n_texts;   /* 0 or 1 */
	const char *away; /* who holds the post where it lies and is absent, and
			     until when; NULL = nobody, or somebody acts */
	struct same_list same; /* empty until same_letters() is asked */
	struct letter_mail *mails;
	size_t n_mails; /* 0 or 1 */
	/* Words lie sealed, and the key of secret letters is not there. */
	bool is_locked;
	bool is_sealed; /* ... or they lay so, and were opened with it */
};

/* Who looks, and on which day: decides what is shown of secret letters. */
struct viewer {
	int64_t office;
	const struct actor *actor;
	struct date today;
};

/* Everything about the letter of that number that the viewer may read (see
   model/secrecy.h), or LETTER_UNKNOWN. */
bool letter_file_load(struct store *st, const struct viewer *by,
		      const struct book_number *n, struct arena *a,
		      struct letter_file *file, struct error *err) MUST_CHECK;
/* Only what the rules ask who may do what with it (model/route.h): no words
   that were written on it, no files, nothing that came with it. */
bool letter_file_weigh(struct store *st, const struct viewer *by,
		       const struct book_number *n, struct arena *a,
		       struct letter_file *file, struct error *err) MUST_CHECK;
/* The same of a letter of a list: only what hangs on it is read. */
bool letter_file_weigh_shown(struct store *st, const struct viewer *by,
			     const struct letter *letter, struct arena *a,
			     struct letter_file *file,
			     struct error *err) MUST_CHECK;
/* Takes its words out, as for who may not read it. */
void letter_file_veil(struct letter_file *file);
/* The rows of the statements that give letters. */
extern const struct row_type letter_row;

#endif
