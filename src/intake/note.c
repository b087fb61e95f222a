/* note.c -- endorsements that hands on the way wrote on the sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/label.h"
#include "intake/scan.h"

/* An endorsement is short. */
enum { NOTE_LINES = 8, NOTE_LINE_BYTES = 400 };

/* The first line of what is written above the name on line i. */
static size_t
note_begin(const struct sheet *sheet, size_t i)
{
	size_t from = i;

	while (from > 0 && i - from < NOTE_LINES && !sheet->at[from - 1].used &&
	       strlen(sheet->at[from - 1].s) < NOTE_LINE_BYTES) {
		from--;
		if (label_at(sheet->at[from].s).label == LABEL_TO)
			break;
	}
	return from;
}

/* A name on a copy says only that it is one. */
static bool
is_of_copy(const struct sheet *sheet, size_t i)
{
	for (size_t k = i > 2 ? i - 3 : 0; k < i; k++)
		if (label_at(sheet->at[k].s).label == LABEL_COPY)
			return true;
	return false;
}

/* One who signs a form below others: minutes, a delivery, a report. */
static bool
is_of_form(const struct signature *s)
{
	static const char *const roles[] = {
	    "ผู้จด",    "ผู้ตรวจรายงาน", "ผู้รายงาน", "ผู้ให้ข้อมูล",      "ผู้ส่งมอบ",
	    "ผู้รับมอบ", "พยาน",        "กรรมการ", "ประธานกรรมการ"};

	for (size_t i = 0; s->title != NULL && i < ARRAY_SIZE(roles); i++)
		if (scan_word(s->title, roles[i]) > 0)
			return true;
	return false;
}

/* The hand that signed, as recognition read it: "ลงชื่อ ประยูร", or a part of
   the name alone. */
static bool
is_hand(const char *line, const char *name)
{
	return scan_word(line, "ลงชื่อ") > 0 || scan_word(line, "(ลงชื่อ)") > 0 ||
	       (strlen(line) > 6 && strstr(name, line) != NULL);
}

static void
take_note(struct intake *in, const struct signature *s)
{
	struct sheet *sheet = &in->sheet;
	struct reading *r = in->r;
	size_t from = note_begin(sheet, s->top), end = s->end;
	const char *text;
	struct read_note note = {.by = s->name,
				 .rank = s->rank,
				 .title = s->title,
				 .capacity = s->capacity};

	for (size_t i = from; i < s->top; i++)
		if (is_hand(sheet->at[i].s, s->name))
			sheet->at[i].used = true;
	text = sheet_text(sheet, from, s->top, in->a);
	note.text = intake_words(in, text, strlen(text));
	if (end < sheet->n && !sheet->at[end].used &&
	    scan_is_date(sheet->at[end].s, &note.date))
		end++;
	for (size_t i = from; i < end; i++)
		sheet->at[i].used = true;
	if (list_is_full(in, r->n_notes))
		return;
	r->notes = list_grow(in->a, r->notes, r->n_notes, sizeof(note));
	r->notes[r->n_notes++] = note;
}

void
notes_read(struct intake *in)
{
	struct signature s;

	for (size_t i = 0; i < in->sheet.n; i++)
		if (!in->sheet.at[i].used &&
		    signature_at(in, i, in->sheet.n, &s) &&
		    !is_of_copy(&in->sheet, i) && !is_of_form(&s))
			take_note(in, &s);
}
