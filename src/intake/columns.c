/* columns.c -- a stamp that stands beside the lines of a letter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/thai.h"

#include "intake/label.h"
#include "intake/words.h"

/* Cells are parted by as many spaces; those of a column begin so near to each
   other; a stamp has so many lines above and below its number. */
enum { GAP = 3, NEAR = 8, ABOVE = 2, BELOW = 3, LINE_MAX_BYTES = 600 };

/* What stands between two gaps of a line. */
struct cell {
	const char *s;
	size_t n;
	int column; /* where it begins */
	bool is_first;
};

struct lines {
	char **at;
	size_t n;
};

static struct lines
cut_lines(char *s)
{
	struct lines l = {NULL, 0};
	size_t room = 0;

	for (char *end; s != NULL; s = end) {
		end = strchr(s, '\n');
		if (end != NULL)
			*end++ = '\0';
		if (l.n == room) {
			room = room > 0 ? 2 * room : 64;
			l.at = xreallocarray(l.at, room, sizeof(*l.at));
		}
		l.at[l.n++] = s;
	}
	return l;
}

/* Bytes of the gap at s and its columns; a tab is a gap. */
static size_t
gap_at(const char *s, int *columns)
{
	size_t n = strspn(s, " \t");

	*columns = (int)n;
	return memchr(s, '\t', n) != NULL || n >= GAP ? n : 0;
}

/* The next cell of the line behind c; false at its end. */
static bool
cell_next(const char *line, struct cell *c)
{
	const char *s = c->s != NULL ? c->s + c->n : line;
	const char *from = c->s != NULL ? c->s : line;
	int gap;
	char *before;

	c->is_first = c->s == NULL;
	s += strspn(s, " \t");
	before = xstrndup(from, (size_t)(s - from));
	c->column = (c->is_first ? 0 : c->column) + thai_columns(before);
	free(before);
	c->s = s;
	for (c->n = 0; s[c->n] != '\0' && gap_at(s + c->n, &gap) == 0;)
		c->n++;
	return *s != '\0';
}

/* The cell of the line that begins near the column, and is not all of it. */
static bool
cell_near(const char *line, int column, struct cell *c)
{
	*c = (struct cell){NULL, 0, 0, true};
	if (strlen(line) > LINE_MAX_BYTES)
		return false;
	while (cell_next(line, c))
		if (abs(c->column - column) <= NEAR)
			return true;
	return false;
}

/* A cell that begins with เลขรับ and has another before it. */
static bool
receipt_cell(const char *line, struct cell *c)
{
	*c = (struct cell){NULL, 0, 0, true};
	if (strlen(line) > LINE_MAX_BYTES)
		return false;
	while (cell_next(line, c))
		if (!c->is_first && label_at(c->s).label == LABEL_RECEIPT)
			return true;
	return false;
}

/* Moves the cell from its line to the end of out. */
static void
move_cell(const struct cell *c, struct text *out)
{
	char *blank = (char *)(size_t)c->s;

	text_add_n(out, c->s, c->n);
	text_add(out, "\n");
	memset(blank, ' ', c->n);
}

static bool
is_day_or_time(const char *s)
{
	enum label label = label_at(s).label;

	return label == LABEL_DATE || label == LABEL_TIME;
}

/* The stamp whose number is in cell `number` of line i. */
static void
move_stamp(struct lines *l, size_t i, const struct cell *number,
	   struct text *out)
{
	size_t from = i > ABOVE ? i - ABOVE : 0;
	struct cell c;

	text_add(out, "\n");
	for (size_t k = from; k < i; k++)
		if (cell_near(l->at[k], number->column, &c) && is_office(c.s))
			move_cell(&c, out);
	move_cell(number, out);
	for (size_t k = i + 1; k < l->n && k <= i + BELOW; k++)
		if (cell_near(l->at[k], number->column, &c) &&
		    is_day_or_time(c.s))
			move_cell(&c, out);
}

void
columns_part(const char *s, struct text *out)
{
	char *copy = xstrdup(s);
	struct lines l = cut_lines(copy);
	struct text stamps = {0};
	struct cell c;

	for (size_t i = 0; i < l.n; i++)
		if (receipt_cell(l.at[i], &c))
			move_stamp(&l, i, &c, &stamps);
	for (size_t i = 0; i < l.n; i++) {
		text_add(out, l.at[i]);
		text_add(out, i + 1 < l.n ? "\n" : "");
	}
	if (stamps.n > 0) {
		text_add(out, "\n");
		text_add(out, stamps.s);
	}
	text_done(&stamps);
	free(l.at);
	free(copy);
}
