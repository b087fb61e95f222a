/* reading.c -- from the bytes of a file to what was read in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/reading.h"

#include <stdlib.h>
#include <string.h>

#include "base/refno.h"

#include "intake/columns.h"
#include "intake/decode.h"
#include "intake/intake.h"
#include "intake/marks.h"
#include "intake/markup.h"
#include "intake/repair.h"

const char *const read_field_names[READ_FIELDS] = {
    [READ_REF_NO] = "ref_no",   [READ_URGENCY] = "urgency",
    [READ_SECRECY] = "secrecy", [READ_FROM] = "from",
    [READ_PLACE] = "place",     [READ_SUBJECT] = "subject",
    [READ_TO] = "to",           [READ_THROUGH] = "through",
    [READ_PURPOSE] = "purpose", [READ_SIGNER] = "name",
    [READ_TITLE] = "title",     [READ_CAPACITY] = "capacity",
    [READ_RANK] = "rank",       [READ_OWNER] = "owner",
    [READ_PHONE] = "phone",     [READ_FAX] = "fax",
    [READ_EMAIL] = "email",     [READ_COORDINATOR] = "coordinator",
};

const char *const read_kind_names[] = {
    [KIND_EXTERNAL] = "external", [KIND_MEMO] = "memo",
    [KIND_STAMPED] = "stamped",   [KIND_ORDER] = "order",
    [KIND_OTHER] = "other",
};

void *
list_grow(struct arena *a, void *at, size_t n, size_t size)
{
	void *more;

	/* Full at 0 and at each power of two. */
	if ((n & (n - 1)) != 0)
		return at;
	more = arena_array(a, n > 0 ? 2 * n : 1, size);
	if (n > 0)
		memcpy(more, at, n * size);
	return more;
}

/* Told already, or too many to be read by anybody. */
static bool
is_told(const struct reading *r, enum warning_code code, const char *detail)
{
	for (size_t i = 0; i < r->n_warnings; i++) {
		const struct warning *w = &r->warnings[i];

		if (w->code == code && (w->detail == NULL || detail == NULL
					    ? w->detail == detail
					    : strcmp(w->detail, detail) == 0))
			return true;
	}
	return r->n_warnings >= LIST_MAX;
}

void
intake_warn(struct intake *in, enum warning_code code, const char *detail,
	    const char *likely)
{
	struct reading *r = in->r;

	if (is_told(r, code, detail))
		return;
	r->warnings =
	    list_grow(in->a, r->warnings, r->n_warnings, sizeof(*r->warnings));
	r->warnings[r->n_warnings++] =
	    (struct warning){.code = code, .detail = detail, .likely = likely};
}

bool
list_is_full(struct intake *in, size_t n)
{
	if (n == LIST_MAX)
		intake_warn(in, WARN_SHEET_CUT, NULL, NULL);
	return n >= LIST_MAX;
}

const char *
intake_words(struct intake *in, const char *s, size_t n)
{
	char *words = arena_strndup(in->a, s, n);

	text_fold_space(words);
	return words[0] != '\0' ? words : NULL;
}

void
value_set(struct read_value *f, const char *s, enum certainty sure)
{
	if (s != NULL && f->sure == FIELD_MISSING)
		*f = (struct read_value){s, sure};
}

/* UTF-8 with its known damage mended; lives in the arena. */
static const char *
text_of(struct intake *in, const char *bytes, size_t n)
{
	struct text utf8 = {0}, plain = {0}, repaired = {0}, parted = {0};
	bool seen[WARNINGS] = {false};
	struct decoded d;

	seen[WARN_SHEET_CUT] = n > INTAKE_MAX_BYTES;
	d = decode(bytes, n > INTAKE_MAX_BYTES ? INTAKE_MAX_BYTES : n, &utf8);
	seen[WARN_ENCODING_DAMAGED] = d.is_damaged && n <= INTAKE_MAX_BYTES;
	seen[WARN_CONTROL_CHARACTERS] = d.has_controls;
	markup_strip(text_str(&utf8), &plain);
	repair(text_str(&plain), &repaired, seen);
	columns_part(text_str(&repaired), &parted);
	for (size_t code = 0; code < WARNINGS; code++)
		if (seen[code])
			intake_warn(in, (enum warning_code)code, NULL, NULL);
	in->text = arena_strdup(in->a, text_str(&parted));
	text_done(&utf8);
	text_done(&plain);
	text_done(&repaired);
	text_done(&parted);
	return in->text;
}

/* Words whose marks were lost or moved; the first is told. */
static void
mend_lines(struct intake *in)
{
	struct text out = {0}, was = {0}, is = {0};

	for (size_t i = 0; i < in->sheet.n; i++) {
		struct line *line = &in->sheet.at[i];

		text_clear(&out);
		if (!marks_mend(line->s, &out, &was, &is))
			continue;
		line->s = arena_strdup(in->a, text_str(&out));
		line->is_mended = true;
	}
	if (was.n > 0)
		intake_warn(in, WARN_MARKS_MENDED, arena_strdup(in->a, was.s),
			    arena_strdup(in->a, is.s));
	text_done(&out);
	text_done(&was);
	text_done(&is);
}

/* Who writes for himself has no office: the letter is from him. */
static void
name_sender(struct read_letter *l)
{
	if (l->kind == KIND_EXTERNAL && l->field[READ_TITLE].s == NULL)
		value_set(&l->field[READ_FROM], l->field[READ_SIGNER].s,
			  FIELD_DOUBTFUL);
}

static void
read_letter(struct intake *in, struct extent *e)
{
	struct reading *r = in->r;
	struct read_letter *l;

	r->letters =
	    list_grow(in->a, r->letters, r->n_letters, sizeof(*r->letters));
	l = &r->letters[r->n_letters++];
	head_read(in, l, e);
	body_read(in, l, e);
	sign_read(in, l, e);
	name_sender(l);
	contacts_read(in, l, e);
	foot_read(in, l, e);
}

/* Numbers of letters first, as they lie; then those of endorsements, with
   the number tidied. */
static void
gather_candidates(struct intake *in)
{
	struct reading *r = in->r;
	struct read_candidate *endorsed = r->candidates;
	size_t n = r->n_candidates;

	r->candidates = arena_array(in->a, n + r->n_letters, sizeof(*endorsed));
	r->n_candidates = 0;
	for (size_t i = 0; i < r->n_letters; i++) {
		const struct read_letter *l = &r->letters[i];

		if (l->field[READ_REF_NO].s != NULL)
			r->candidates[r->n_candidates++] =
			    (struct read_candidate){
				.ref_no = l->field[READ_REF_NO].s,
				.from = l->field[READ_FROM].s,
				.dated = l->dated,
				.letter = i,
			    };
	}
	for (size_t i = 0; i < n; i++) {
		char *tidy = refno_tidy(endorsed[i].ref_no);

		endorsed[i].ref_no = arena_strdup(in->a, tidy);
		r->candidates[r->n_candidates++] = endorsed[i];
		free(tidy);
	}
}

void
intake_read(const char *bytes, size_t n, struct arena *a, struct reading *r)
{
	struct intake in = {.a = a, .r = r};
	struct extent *extents;
	size_t letters;

	*r = (struct reading){.n_letters = 0};
	r->text = text_of(&in, bytes, n);
	sheet_cut(r->text, a, &in.sheet);
	mend_lines(&in);
	stamps_read(&in);
	extents = extents_find(&in, &letters);
	for (size_t i = 0; i < letters; i++)
		read_letter(&in, &extents[i]);
	notes_read(&in);
	gather_candidates(&in);
	reading_check(&in);
}
