/* form.h -- asks for the options of an action, then does it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "tui/field.h"
#include "tui/screen.h"

/*
 * A screen over the one below: one field per option of the action that is not
 * hidden, stock phrases under the field that has them, all faults at once
 * under their fields, and a button.  The act id is made here, once: a save
 * tried again after a failure can not do the act twice.
 */
struct form {
	struct screen screen; /* its arena lives as long as the form */
	const struct action *action;
	const char **operands;
	size_t n_operands;
	const char *about; /* the letter it is done to, in a line, or NULL */
	unsigned char act_id[ID_SIZE];
	struct form_field *fields;
	size_t n_fields;
	size_t at;  /* field with focus; n_fields is the button */
	size_t top; /* first field shown */
	bool is_touched;
	int rows, cols; /* of the body */
};

/* With the operands and options of the request filled in; `letter` is the one
   its number names, or NULL.  NULL and err when a list to choose from cannot
   be read. */
struct screen *form_new(struct tui *tui, const struct request *given,
			const struct letter *letter,
			struct error *err) MUST_CHECK;

/* What the form asks for now, in the arena. */
void form_request(const struct form *f, struct arena *a, struct request *r);

/* form-draw.c */
void form_layout(struct screen *s, int rows, int cols);
void form_draw(const struct screen *s, struct area a);

#endif
