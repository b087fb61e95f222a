/* old-file.c -- the file of an old register: its sheet, separator and head */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/scratch.h"

#include "app/old-import.h"
#include "app/workbook-in.h"

/* How many rows may stand above the names of the columns. */
enum { HEAD_WITHIN = 60 };

static const struct error_kind NO_HEAD = {
    "no-head", EXIT_USAGE,
    N_("no row of the file names the columns of a register")};

/* What the separator makes of the first rows: the best head among them. */
static bool
try_separator(struct import *im, char separator, struct old_head *best,
	      char *found, bool *sent, struct error *err)
{
	struct csv_row *row = xmalloc(sizeof(*row));
	struct old_head *head = xmalloc(sizeof(*head));
	bool more = true, says = false;
	bool ok = csv_rewind(im->csv, separator, err);

	for (int i = 0; ok && more && i < HEAD_WITHIN; i++) {
		ok = csv_next(im->csv, row, &more, err);
		if (!ok || !more)
			break;
		old_head_read(row, &im->arena, head);
		if (old_head_is_one(head) && head->known > best->known) {
			*best = *head;
			*found = separator;
			*sent = says;
		}
		for (size_t c = 0; c < row->n; c++)
			says = says || old_title_says_sent(row->cells[c]);
	}
	free(row);
	free(head);
	return ok;
}

/* "," ";" "tab" "|"; between the cells of a sheet there are commas. */
static bool
separators(const struct request *r, const char *sheet, char out[4],
	   struct error *err)
{
	const char *asked = request_value(r, "separator");

	memcpy(out, sheet != NULL ? "," : ",;\t", sheet != NULL ? 2 : 4);
	if (sheet != NULL || asked == NULL)
		return true;
	out[0] = strcmp(asked, "tab") == 0 ? '\t' : asked[0];
	out[1] = '\0';
	return strcmp(asked, "tab") == 0 || strlen(asked) == 1 ||
	       error_set(err, &REQUEST_WRONG, "--separator %.20s", asked);
}

static bool
find_head(struct import *im, bool *says_sent, struct error *err)
{
	char tried[4], found = ',';

	if (!separators(im->r, im->sheet, tried, err))
		return false;
	for (const char *s = tried; *s != '\0'; s++)
		if (!try_separator(im, *s, &im->head, &found, says_sent, err))
			return false;
	if (im->head.row == 0)
		return error_set(err, &NO_HEAD,
				 _("%s; there must be a number and a subject, "
				   "a sender or a letter's number"),
				 im->name);
	*says_sent = *says_sent || im->head.says_sent;
	return csv_rewind(im->csv, found, err);
}

/* A new file that has no name any more. */
static FILE *
nameless_file(const char *where, struct error *err)
{
	struct scratch scratch;
	FILE *f;
	char *path;

	if (!scratch_begin(&scratch, where, err))
		return NULL;
	path = xasprintf("%s/input", scratch.path);
	f = fopen(path, "w+xe");
	if (f == NULL)
		error_set(err, &ERROR_IO, "%s: %s", path, error_words(errno));
	free(path);
	scratch_end(&scratch);
	return f;
}

static bool
copy_input(FILE *to, struct error *err)
{
	char piece[BUFSIZ];
	size_t n, total = 0;

	while ((n = fread(piece, 1, sizeof(piece), stdin)) > 0) {
		total += n;
		if (total > IMPORT_INPUT_MAX)
			return error_set(err, &ERROR_IO,
					 _("more comes by standard input than "
					   "%s MB; send a year at a time"),
					 DIGITS(IMPORT_INPUT_MAX >> 20));
		if (fwrite(piece, 1, n, to) != n)
			return error_set(err, &FILE_WRITE, "%s",
					 error_words(errno));
	}
	if (ferror(stdin))
		return error_set(err, &ERROR_IO, "%s", error_words(errno));
	rewind(to);
	return true;
}

/* What comes by standard input is read twice, as a file is. */
static bool
open_input(struct import *im, struct error *err)
{
	im->name = _("standard input");
	im->in = nameless_file(im->s->wish.temporary, err);
	if (im->in == NULL || !copy_input(im->in, err))
		return false;
	return !workbook_is_one(im->in) ||
	       error_set(err, &REQUEST_WRONG, "%s",
			 _("a workbook is a file with a name; what comes by "
			   "standard input is CSV"));
}

static bool
open_named(struct import *im, struct error *err)
{
	im->name = im->path;
	im->in = fopen(im->path, "re");
	return im->in != NULL || error_set(err, &ERROR_IO, "%s: %s", im->path,
					   error_words(errno));
}

/* Of a workbook the sheet, as CSV. */
static bool
open_file(struct import *im, struct error *err)
{
	const char *wanted = request_value(im->r, "sheet");

	if (strcmp(im->path, "-") == 0 ? !open_input(im, err)
				       : !open_named(im, err))
		return false;
	if (workbook_is_one(im->in)) {
		fclose(im->in);
		im->in = workbook_sheet(im->s, im->path, wanted, &im->arena,
					&im->sheet, err);
		return im->in != NULL;
	}
	return wanted == NULL ||
	       error_set(err, &REQUEST_WRONG, "%s",
			 _("--sheet is for workbooks; this file has no "
			   "sheets"));
}

bool
import_open_file(struct import *im, bool *says_sent, struct error *err)
{
	const char *encoding = request_value(im->r, "encoding");

	if (!open_file(im, err))
		return false;
	im->csv =
	    csv_new(im->in, im->sheet != NULL ? "UTF-8" : encoding, ',', err);
	return im->csv != NULL && find_head(im, says_sent, err);
}
