/* old-mend.c -- the rows of an old register that are left out, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

#include "app/old-import.h"

static bool
add_to_mend(struct import *im, const struct csv_row *row, const char *reason,
	    struct error *err)
{
	char separator = csv_separator(im->csv);
	struct text line = {0}, cell = {0};
	bool ok;

	for (size_t i = 0; i < row->n || i < im->head.n; i++) {
		text_clear(&cell);
		text_add(&cell, "");
		text_add_visible(&cell, i < row->n ? row->cells[i] : "", true);
		csv_unguard(cell.s);
		csv_add_cell(&line, cell.s, separator);
		text_add_n(&line, &separator, 1);
	}
	csv_add_cell(&line, reason, separator);
	text_add(&line, "\r\n");
	ok = new_file_add(&im->mend, line.s, line.n, err);
	text_done(&line);
	text_done(&cell);
	return ok;
}

/* One that is there may be under somebody's hands. */
static const char *
free_path(struct import *im)
{
	const char *path = arena_printf(&im->arena, "%s.mend.csv", im->path);

	if (strcmp(im->path, "-") == 0)
		return im->path;
	for (int i = 2; access(path, F_OK) == 0; i++)
		path = arena_printf(&im->arena, "%s.mend-%d.csv", im->path, i);
	return path;
}

static bool
begin_mend(struct import *im, struct error *err)
{
	static const char mark[] = "\xEF\xBB\xBF";
	struct csv_row *head = xcalloc(1, sizeof(*head));
	bool ok;

	im->mend_path = free_path(im);
	head->n = im->head.n;
	memcpy(head->cells, im->head.names, sizeof(head->cells));
	ok = new_file_begin(&im->mend, im->mend_path, err) &&
	     new_file_add(&im->mend, mark, strlen(mark), err) &&
	     add_to_mend(im, head, _("why it was left out"), err);
	free(head);
	return ok;
}

static void
add_wrong(struct import *im, long row)
{
	if (im->n_wrong == im->max_wrong) {
		im->max_wrong = im->max_wrong ? 2 * im->max_wrong : 64;
		im->wrong =
		    xreallocarray(im->wrong, im->max_wrong, sizeof(*im->wrong));
	}
	im->wrong[im->n_wrong++] = row;
}

/* Beside standard input there is no place for a file; to standard output it
   goes alone, where it was asked for. */
static bool
writes_mend(const struct import *im)
{
	return request_value(im->r, "dry-run") == NULL &&
	       (strcmp(im->path, "-") != 0 ||
		request_value(im->r, "mend") != NULL);
}

bool
import_leave_out(struct import *im, const struct csv_row *row,
		 struct error *err)
{
	im->left_out++;
	if (!im->is_entering)
		add_wrong(im, row->number);
	if (!writes_mend(im))
		return true;
	return (im->mend_path != NULL || begin_mend(im, err)) &&
	       add_to_mend(im, row, text_str(&im->reasons), err);
}

bool
import_keep_mend(struct import *im, struct error *err)
{
	return im->mend_path == NULL || new_file_keep(&im->mend, err);
}
