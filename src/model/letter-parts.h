/* letter-parts.h -- what hangs on a letter: fields, stays, notes, files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_LETTER_PARTS_H
#define MODEL_LETTER_PARTS_H

#include "base/date.h"

/* What the letter refers to, as written. */
struct reference {
	const char *words;
};

struct enclosure {
	const char *title;
	int count; /* 0 = not stated */
	const char *unit;
};

/* An address of the web that stands in it. */
struct address {
	const char *link;
};

/* What another office stamped on the sheet, each as written; NULL = none. */
struct stamp {
	const char *stamped_by;
	const char *number;
	const char *date;
	const char *time;
};

/* One stay at one post: the trail from clerk to nayok. */
struct step {
	const char *post;
	const char *post_name;
	moment arrived_at;
	moment opened_at; /* 0 = not opened */
	const char *opened_by;
	moment left_at;        /* 0 = lies here now */
	const char *how;       /* how it left: an act's name, or "skip"; NULL */
	const char *reason;    /* why it was skipped */
	const char *came_from; /* post that sent it here, NULL for the first */
	int64_t sent_by;       /* person who sent it here */
	int position;          /* of the post in the chain */
};

/* Words written on the letter, frozen with who wrote them and as what. */
struct note {
	const char *act; /* "endorse", "return", "order", "skip" ... */
	const char *person_name;
	const char *post;
	const char *post_name;
	const char *capacity;      /* CAPACITY_OWN or acting_capacities */
	const char *acting_order;  /* text_add_order(); NULL = own */
	const char *own_post_name; /* acting: what one is oneself */
	bool is_own_proposal;      /* on what the same person had sent up */
	const char *text;
	moment at;
};

/* What a hand in another office wrote before the letter came here. */
struct earlier_note {
	const char *office_name;
	const char *act;
	const char *person_name;
	const char *post_name; /* NULL = not said */
	const char *text;
	moment at;
};

/* What the register from which it was imported says of it, as written there;
   NULL = nothing. */
struct old_entry {
	const char *number;
	const char *received;
	const char *dated;
	const char *ordered; /* ข้อสั่งการ */
	const char *doer;    /* ผู้ปฏิบัติ */
	const char *due;     /* กำหนดส่ง */
	const char *done;    /* การปฏิบัติ */
	const char *remark;  /* หมายเหตุ */
	const char *file;    /* its name, without the path */
	int row;
	moment at; /* when it was imported, and by whom */
	const char *person_name;
};

/* An office that it was sent on to (model/parcel.h). */
struct sent_on {
	const char *target_name;
	const char *ref_no;    /* under which it went out */
	const char *state;     /* sending_states */
	const char *accept_id; /* the number it got there, or NULL */
	moment accepted_at;
	const char *reason;
};

/* A division's task from the order. */
struct assignment {
	const char *division;
	const char *division_name;
	const char *post; /* who heads it */
	moment ordered_at;
	int number; /* the division's own receipt number; 0 = not yet taken */
	int year;
	moment acknowledged_at; /* 0 = not yet */
	const char *acknowledged_by;
	moment done_at; /* 0 = not yet */
	const char *done_by;
	const char *reply_ref;
	const char *done_note;
};

struct attachment {
	const char *name;
	const char *digest; /* hexadecimal SHA-256 */
	int64_t size;       /* bytes */
	const char *type;   /* MIME type */
	bool is_sealed;     /* store/secret.h opens it */
};

/* What stands in its file, as text: to search in, not to quote from. */
struct letter_text {
	const char *body;
};

/* The message it came in; NULL = not said. */
struct letter_mail {
	const char *sender;  /* as written: name and address */
	const char *address; /* alone */
	const char *subject;
	const char *message_id; /* without its brackets */
	moment sent_at;         /* 0 = not said */
};

/* A field mended as with ink: struck through, the new beside it. */
struct correction {
	const char *field; /* entry_fields */
	const char *was;   /* NULL = nothing stood there */
	const char *now;
	const char *reason;
	const char *person_name;
	const char *post_name;
	moment at;
};

/* How its number was kept for it: who reserved it and when, in a block of how
   many; who wrote on the emergency sheet and why; who made it void. */
struct reservation {
	moment at;
	const char *person_name;
	const char *post_name;
	int pages;
	const char *written_by; /* NULL until entered, or no sheet */
	const char *why;
	const char *void_by;
};

/* An entry registered once more: the cancelled one, or the one for it. */
struct link {
	bool is_newer;
	const char *book;
	int year;
	int number;
};

#endif
