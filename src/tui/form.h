/* form.h -- asks for the options of an action, then does it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "app/draft.h"

#include "tui/field.h"
#include "tui/screen.h"

/*
 * A screen over the one below: one field per option of the action that is not
 * hidden, stock phrases under the field that has them, all faults at once
 * under their fields, and a button.  The act id is that of the request: a save
 * tried again after a failure can not do the act twice.
 */
/* What is kept of a form, and what happened to its letter meanwhile. */
struct form_kept {
	struct draft draft;
	int64_t letter;     /* 0: none */
	const char *number; /* of the letter, as a command line has it */
	moment since;       /* when the form was opened first */
	int64_t seen;       /* last event of the letter when it was opened */
	int64_t told;       /* ... of which was told */
};

/* Words used before that go on from what is typed in the field with focus. */
enum { OFFERS_MAX = 5 };
struct form_offers {
	struct arena arena;
	struct used *used[USED_KINDS]; /* once asked for, in the arena */
	size_t field;                  /* what they were found for, */
	char *typed;                   /* and the text there; NULL: none */
	const struct used_word *at[OFFERS_MAX];
	size_t n;
	size_t chosen; /* in the list, from 1; 0: none */
	bool is_open;  /* the list is shown */
};

/* Options without a field that a form passes on as they were given. */
enum { FORM_HIDDEN_MAX = 32 };

struct form {
	struct screen screen; /* its arena lives as long as the form */
	const struct action *action;
	const char **operands;
	size_t n_operands;
	const char *about; /* the letter it is done to, in a line, or NULL */
	size_t n_letters;  /* ... or several of them; else 0 */
	unsigned char act_id[ID_SIZE];
	struct form_field *fields;
	size_t n_fields;
	size_t at;  /* field with focus; n_fields is the button */
	size_t top; /* first field shown */
	bool is_touched;
	const struct repeats *repeats; /* once asked for; NULL before */
	bool has_same; /* a letter of this number and date is registered: */
	struct same_letter same;
	bool is_asked;  /* ... and whether this is a second copy */
	int rows, cols; /* of the body */
	struct form_kept kept;
	struct form_offers offers;
	int body_rows, body_cols;
	struct form_sheet *sheet; /* form-sheet.h; NULL: none was read */
	struct argument hidden[FORM_HIDDEN_MAX]; /* in the arena */
	size_t n_hidden;
};

/* With the operands and options of the request filled in; `letter` is the one
   its number names, or NULL.  NULL and err when a list to choose from cannot
   be read. */
struct screen *form_new(struct tui *tui, const struct request *given,
			const struct letter *letter,
			struct error *err) MUST_CHECK;

/* form-fill.c */

/* Makes the fields of the action and fills in what is given. */
bool form_fill(struct form *f, const struct request *given,
	       struct error *err) MUST_CHECK;
/* Takes all fields away. */
void form_empty(struct form *f);
/* Begins the next of the same kind: what repeats is kept, and marked so. */
bool form_renew(struct form *f, struct error *err) MUST_CHECK;
/* An empty field stands behind the last filled one of its option. */
bool form_make_room(struct form *f, size_t at, struct error *err) MUST_CHECK;
/* A hidden option that turns out to be lacking gets its field, in its place
   among the others. */
void form_reveal(struct form *f, const char *name);
/* A hidden option is asked for from the beginning, its field filled in with
   `value` unless that is NULL. */
void form_ask(struct form *f, const char *name, const char *value);
/* It is done again and again, with much alike: some option repeats. */
bool form_repeats(const struct form *f);
/* Which one of its option a field is, from 0. */
size_t form_index(const struct form *f, size_t at);
/* The field takes the option of that name; NULL: it is an operand. */
bool field_is_of(const struct form_field *field, const char *name);
/* Passes on an option without a field, beside its other values where it may
   have many; value NULL: not any more. */
void form_hide(struct form *f, const char *name, const char *value);
/* What was typed unseen is to be typed again. */
void form_wipe_secrets(struct form *f);
/* What the form asks for now, in the arena. */
void form_request(const struct form *f, struct arena *a, struct request *r);

/*
 * form-offers.c: while one types, the rest of the best words used before
 * stands grey behind the cursor; a list of them opens under the field.
 * Nothing of it is in the field before it is taken.
 */
void form_offers_find(struct form *f);
void form_offers_close(struct form *f);
/* All is read anew when next asked for. */
void form_offers_done(struct form *f);
/* There are some, and the cursor is behind the text. */
bool form_offers_has(const struct form *f);
/* What is grey; "" for nothing. */
const char *form_offers_rest(const struct form *f);
/* Takes what is grey; what is chosen in the list.  False: there is none. */
bool form_offers_take(struct form *f);
bool form_offers_take_chosen(struct form *f);
/* Opens the list; goes up or down in it.  False: there is none. */
bool form_offers_open(struct form *f);
bool form_offers_step(struct form *f, int by);
void form_offers_draw_rest(const struct form *f, struct area a);
void form_offers_draw_list(const struct form *f, struct area a);
/* How to take it. */
void form_offers_add_hint(const struct form *f, struct text *hint);

/*
 * form-told.c: what is told beside fields and hinders nobody, found when a
 * field is left: the same letter registered before, a day to come.
 */
void form_tell(struct form *f);
/* Asks once whether it is a second copy, and says so; true: not yet. */
bool form_asks_again(struct form *f);
unsigned form_show_same(struct screen *s, const struct move *m);

/*
 * form-draft.c: an open form keeps what is typed (app/draft.h).  Begins when
 * the form is complete and about to be shown: tells who else has the letter
 * open, and that other drafts of the form are there.
 */
void form_draft_begin(struct screen *s, const struct letter *letter);
/* Goes on where a draft was left; NULL and err when it cannot be opened. */
struct screen *form_continue(struct tui *tui, const struct draft_line *line,
			     struct error *err) MUST_CHECK;
/* Puts the texts of another form into the empty fields; how many went in. */
size_t form_take(struct screen *s, const struct request *from);
/* The letter the act is done to, as a command line names it, or NULL; NULL for
   a screen that is no form. */
const char *form_number(const struct screen *s);
/* After each key, and when a second passed without one. */
bool form_keep(struct screen *s, bool is_idle);
/* Tells who else has the letter open, and other drafts of the same form; the
   letter is known as of now. */
void form_look_around(struct form *f);
/* Others wrote: tells what was done to the letter. */
void form_notice(struct screen *s);
/* The rules refused it: what changed is told behind the refusal. */
void form_draft_refused(struct form *f);
/* The move that leaves the form and keeps what was typed. */
unsigned form_leave(struct screen *s, const struct move *m);
/* Given up, or done: nothing stays. */
void form_discard(struct screen *s);
/* The form closes: what was typed and neither given up nor done stays. */
void form_draft_end(struct form *f);

/* form-ditto.c: what the letter before said */
unsigned form_ditto(struct screen *s, const struct move *m);
unsigned form_ditto_all(struct screen *s, const struct move *m);

/* form-draw.c */
void form_layout(struct screen *s, int rows, int cols);
void form_draw(const struct screen *s, struct area a);

#endif
