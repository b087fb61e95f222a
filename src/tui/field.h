/* field.h -- one field of a form: typed, chosen or ticked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_FIELD_H
#define TUI_FIELD_H

#include "base/arena.h"

#include "app/action.h"

#include "tui/editor.h"

/* Something to choose. */
struct item {
	const char *value; /* NULL: nothing is chosen */
	const char *label; /* in the language in force */
	bool is_ticked;
};

/* What the fields of a form need to know of the world. */
struct field_context {
	struct session *session;
	struct arena *arena; /* lives as long as the form */
};

struct field_ops;
struct offer;
struct form_field {
	const struct field_ops *ops;
	const struct option *option;
	struct editor editor; /* typed kinds */
	struct item *items;   /* chosen and ticked kinds */
	size_t n_items;
	size_t at;            /* the item under the cursor, or chosen */
	const char **phrases; /* stock phrases of the option's set */
	size_t n_phrases;
	size_t phrase; /* 0: as typed; else the phrase shown, from 1 */
	char *typed;   /* what was typed before a phrase was taken */
	const struct offer *offer; /* what the sheet says; NULL: nothing */
	char *offered; /* what the field held when that was put in */
	bool is_kept;  /* from the letter before: typing begins anew */
	struct error fault;
	char *told; /* a sentence that hinders nobody, or NULL */
};

/* How a kind of value is shown and typed. */
struct field_ops {
	int (*rows)(const struct form_field *f, int columns);
	void (*draw)(const struct form_field *f, const struct session *s,
		     struct area a, bool has_focus);
	/* False: the key or the move (left, erase, down) is not for this
	   field. */
	bool (*key)(struct form_field *f, uint32_t key);
	bool (*move)(struct form_field *f, const struct move *m);
	/* A text pasted; NULL where nothing is typed. */
	struct pasted (*paste)(struct form_field *f, const char *text);
	/* The i-th value given, NULL after the last. */
	const char *(*value)(const struct form_field *f, size_t i);
	/* Puts in a value given beforehand. */
	void (*set)(struct form_field *f, const char *value);
	/* The focus goes elsewhere.  May be NULL. */
	void (*left)(struct form_field *f, const struct session *s);
};

/* Reads what there is to choose and the phrases; freed by field_done(). */
bool field_init(struct form_field *f, const struct option *o,
		const struct field_context *c, struct error *err) MUST_CHECK;
void field_done(struct form_field *f);

/* A field in which one types, of an option that may be given many times: the
   form puts an empty one behind the last that is filled. */
bool field_is_repeated(const struct form_field *f);
bool field_is_blank(const struct form_field *f);
/* Puts in a value given beforehand, as if typed. */
void field_put(struct form_field *f, const char *value);
/* Nothing is typed or chosen in it. */
void field_clear(struct form_field *f);
/* A key typed into it, or a move inside it; false when it is not for this
   field.  The first character takes the place of what was kept, and so does
   erasing; any other move accepts it. */
bool field_key(struct form_field *f, uint32_t key);
bool field_move(struct form_field *f, const struct move *m);
/* What stands below it; NULL for nothing. */
void field_tell(struct form_field *f, const char *sentence);
/* The next stock phrase (by = 1) or the one before (-1) becomes the text;
   what was typed comes back after the last.  False without phrases. */
bool field_take_phrase(struct form_field *f, int by);

/* The kinds (field-typed.c, field-chosen.c). */
extern const struct field_ops line_field;
extern const struct field_ops text_field;
extern const struct field_ops date_field;
extern const struct field_ops moment_field;
extern const struct field_ops choice_field;
extern const struct field_ops ticked_field;
/* Typed unseen: a mark for each character (field-secret.c). */
extern const struct field_ops secret_field;

/* What was typed unseen is overwritten. */
void editor_wipe(struct editor *e);
void editor_draw_secret(const struct editor *e, struct area a, bool has_focus);

#endif
