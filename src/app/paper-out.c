/* paper-out.c -- a file of a letter is taken out, for who may read it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/lines.h"

#include "store/attach.h"
#include "store/secret.h"

#include "model/number.h"

#include "app/act.h"
#include "app/look.h"
#include "app/reach.h"
#include "app/view.h"

/* Names come from others: no folder, no hidden file, no option of a command,
   nothing that a terminal would obey. */
static char *
clean_name(const char *name)
{
	char *clean = xstrdup(file_name_of(name));

	for (char *p = clean; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7F || *p == '/' ||
		    *p == '\\' || (p == clean && (*p == '.' || *p == '-')))
			*p = '_';
	if (clean[0] == '\0') {
		free(clean);
		clean = xstrdup("_");
	}
	return clean;
}

static bool
find_paper(const struct request *r, const struct letter_file *file, size_t *i,
	   struct error *err)
{
	int n = 0;

	if (file->letter.is_veiled)
		return error_set(err, &ROUTE_NOT_YOURS,
				 _("the letter is secret, and not given to "
				   "you to read"));
	if (!number_whole(request_operand(r, 1), &n) ||
	    (size_t)n > file->n_attachments)
		return error_set(err, &REQUEST_WRONG,
				 _("the letter has %s files; say which, from "
				   "1"),
				 DIGITS(file->n_attachments));
	*i = (size_t)n - 1;
	return true;
}

static bool
read_paper(struct session *s, const struct attachment *p, struct text *bytes,
	   struct error *err)
{
	char *path;
	bool ok;

	if (p->is_sealed)
		return secret_read(s->store, p->digest, bytes, err);
	path = attach_path(s->store, p->digest);
	ok = file_read(path, SECRET_FILE_MAX, bytes, err);
	free(path);
	return ok;
}

/* Written down once nothing else can refuse it, and before a byte comes out. */
static bool
write_paper(struct session *s, const struct letter_file *file, size_t i,
	    struct new_file *to, struct error *err)
{
	struct text bytes = {0};
	bool is_kept;
	bool ok = read_paper(s, &file->attachments[i], &bytes, err) &&
		  view_keep(s, &file->letter, i + 1, &is_kept, err) &&
		  (is_kept || error_set(err, &STORE_READ_ONLY, NULL)) &&
		  new_file_add(to, text_str(&bytes), bytes.n, err);

	if (bytes.n > 0)
		explicit_bzero(bytes.s, bytes.n);
	text_done(&bytes);
	return ok;
}

static bool
take_out(struct session *s, const struct letter_file *file, size_t i,
	 const char *path, struct error *err)
{
	struct new_file to;

	if (!new_file_begin(&to, path, err))
		return false;
	if (write_paper(s, file, i, &to, err))
		return new_file_keep(&to, err);
	new_file_drop(&to);
	return false;
}

bool
file_look(struct session *s, const struct request *r, json_t **answer,
	  struct error *err)
{
	const char *output = request_value(r, "output");
	struct arena a = {0};
	struct letter_file file;
	size_t i = 0;
	char *to = NULL;
	bool ok =
	    look_letter_quietly(s, request_operand(r, 0), &a, &file, err) &&
	    find_paper(r, &file, &i, err);

	if (ok) {
		to = output != NULL ? xstrdup(output)
				    : clean_name(file.attachments[i].name);
		ok = reach_file(&s->wish, to, err) &&
		     take_out(s, &file, i, to, err);
	}
	if (ok)
		*answer = json_pack("{s:s, s:s, s:I}", "output", to, "sha256",
				    file.attachments[i].digest, "size",
				    (json_int_t)file.attachments[i].size);
	free(to);
	arena_done(&a);
	return ok;
}
