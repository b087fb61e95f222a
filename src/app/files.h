/* files.h -- the attached files of a whole register, to a folder and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_FILES_H
#define APP_FILES_H

#include <jansson.h>

#include "store/store.h"

#include "model/register-text.h"

/* How many there are of those that the register names. */
struct files_told {
	int copied;
	int missing; /* or not what they were */
};

/* Into a folder that looks like REGISTER-files, made when it is not there;
   what is there already stays.  Fails where a file cannot be written. */
bool files_copy_out(struct store *st, const char *folder,
		    struct files_told *told, struct error *err) MUST_CHECK;
/* From such a folder; NULL only counts what is beside the register. */
bool files_copy_in(struct store *st, const char *folder,
		   struct files_told *told, struct error *err) MUST_CHECK;

/* What became of a text and its files, for an answer. */
json_t *text_end_json(const struct text_end *end,
		      const struct files_told *told);

#endif
