/* head.c -- the head of a letter: number, office, date, and its labels */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/head.h"

#include <stdlib.h>
#include <string.h>

#include "base/refno.h"

#include "intake/ref.h"
#include "intake/scan.h"
#include "intake/words.h"

/* A mark may stand in brackets or between strokes: "(ด่วนมาก)", "- ลับ -". */
static size_t
mark_gap(const char *s)
{
	return strspn(s, " \t()[]*-\"");
}

const char *
head_marks(struct head *h, const char *s)
{
	const char *word;
	size_t n;

	for (;;) {
		size_t gap = mark_gap(s);

		if ((word = urgency_at(s + gap, &n)) != NULL)
			value_set(&h->l->field[READ_URGENCY], word, FIELD_READ);
		else if ((word = secrecy_at(s + gap, &n)) != NULL)
			value_set(&h->l->field[READ_SECRECY], word, FIELD_READ);
		else
			return s;
		s += gap + n;
		s += mark_gap(s);
	}
}

static void
take_ref(struct head *h, const struct ref *ref)
{
	struct intake *in = h->in;
	char *written = xstrndup(ref->s, ref->n);
	char *tidy = refno_tidy(written);

	if (ref->is_blank)
		intake_warn(in, WARN_REF_INCOMPLETE,
			    intake_words(in, ref->s, ref->n), NULL);
	if (ref->is_damaged)
		intake_warn(in, WARN_REF_UNREADABLE,
			    intake_words(in, ref->s, ref->n), NULL);
	value_set(&h->l->field[READ_REF_NO], arena_strdup(in->a, tidy),
		  ref->is_blank || ref->is_damaged ? FIELD_DOUBTFUL
						   : FIELD_READ);
	h->l->is_circular = ref->is_circular;
	free(tidy);
	free(written);
}

static bool
has_thai_first(const char *s)
{
	return strncmp(s, "\xE0\xB8", 2) == 0 || strncmp(s, "\xE0\xB9", 2) == 0;
}

static bool
has_thai(const char *s)
{
	return strstr(s, "\xE0\xB8") != NULL;
}

/* Not the telephone of a letterhead, nor its name in English below. */
static void
take_address(struct head *h, const char *s)
{
	const char *words =
	    intake_words(h->in, s, (size_t)(contact_find(s) - s));

	if (h->n_address < ADDRESS_LINES && words != NULL &&
	    scan_word(words, "เลขประจำตัวผู้เสียภาษี") == 0 &&
	    (h->n_address == 0 || has_thai(words)))
		h->address[h->n_address++] = words;
}

/* "ที่ ... <office>" in an external letter, "ที่ ... วันที่ ..." in a memo. */
static void
take_number_line(struct head *h, const char *s)
{
	struct ref ref;
	size_t n, k;
	const char *date;

	s = head_marks(h, s);
	if (ref_labelled(s, &ref, &n)) {
		take_ref(h, &ref);
		s += n;
		/* "พบ ๗๓๒๐๑/.........": the line to write on. */
		if (ref.is_blank)
			s += strspn(s, " \t._-");
	} else {
		intake_warn(h->in, WARN_REF_INCOMPLETE, NULL, NULL);
		s += scan_word(s, "ที่");
		s += strspn(s, " \t./_");
	}
	s = head_marks(h, s + scan_space(s));
	date = label_find(s, LABEL_DATE, &k);
	if (date != NULL)
		head_date(h, date);
	else if (*s != '\0' && !head_date(h, s))
		take_address(h, s);
}

static bool
has_date(const struct head *h)
{
	return h->l->dated_sure != FIELD_MISSING || h->is_date_broken;
}

/*
 * Lines below the date and above the labels: of an address where the date
 * stands with the number, else the subject, whose label recognition lost; one
 * or two spoilt letters may be left of that.
 */
static void
place_below(struct head *h)
{
	const char *words = NULL;

	for (size_t i = 0; i < h->n_below; i++) {
		if (h->l->field[READ_SUBJECT].s != NULL ||
		    h->l->field[READ_TO].s == NULL ||
		    h->n_address + h->n_above == 0) {
			take_address(h, h->below[i]);
			continue;
		}
		words = words == NULL ? h->below[i]
				      : arena_printf(h->in->a, "%s %s", words,
						     h->below[i]);
	}
	if (words != NULL && !has_thai_first(words))
		words += strcspn(words, " \t");
	if (words != NULL)
		value_set(&h->l->field[READ_SUBJECT],
			  intake_words(h->in, words, strlen(words)),
			  FIELD_DOUBTFUL);
}

/* A line above the labels: date, marks, letterhead; "ฉบับที่ ๔๕/๒๕๖๙" and
   the date in two columns. */
static void
take_upper_line(struct head *h, struct line *line)
{
	const char *s = head_marks(h, line->s), *last = strrchr(s, '\t');

	if (*s == '\0' || head_date(h, s))
		return;
	if (last != NULL && head_date(h, last + 1)) {
		if (label_at(s).label == LABEL_NONE && is_office(s))
			take_address(
			    h, intake_words(h->in, s, (size_t)(last - s)));
		return;
	}
	if (label_at(s).label != LABEL_NONE)
		return;
	if (has_date(h) && h->n_below < ADDRESS_LINES)
		h->below[h->n_below++] = s;
	else
		take_address(h, s);
}

/* So much without a label is running text. */
static bool
is_running_text(const struct line *line)
{
	enum { ADDRESS_MAX_BYTES = 330 };

	return strlen(line->s) > ADDRESS_MAX_BYTES;
}

/* Urgency or secrecy alone on the line, also between the labels. */
static bool
is_mark_line(struct head *h, const char *s)
{
	const char *rest = head_marks(h, s);

	return rest != s && *rest == '\0';
}

static void
use(struct head *h, size_t i)
{
	h->in->sheet.at[i].used = true;
}

/* Lines from the number on, up to the first line of the body. */
static void
read_lines(struct head *h)
{
	bool labels = false;
	size_t i = h->e->number + 1;

	for (; i < h->e->end; i++) {
		struct line *line = &h->in->sheet.at[i];
		struct labelled at = label_at(line->s);

		if (line->used)
			continue;
		if (begins_field(at.label))
			block_begin(h, at, line);
		else if (is_mark_line(h, line->s))
			;
		else if (labels && block_continues(h, i))
			block_add(h, line->s);
		else if (labels && head_date(h, line->s))
			block_end(h);
		else if (labels || at.label == LABEL_BODY ||
			 is_running_text(line))
			break;
		else
			take_upper_line(h, line);
		labels = labels || begins_field(at.label);
		use(h, i);
	}
	block_end(h);
	h->e->body = i;
}

static void
keep_letterhead(struct head *h)
{
	memcpy(h->above, h->address, sizeof(h->above));
	h->n_above = h->n_address;
	h->n_address = 0;
	while (h->n_above > 0 && !is_office(h->above[0]) &&
	       !is_place(h->above[0]))
		memmove(h->above, h->above + 1,
			--h->n_above * sizeof(*h->above));
}

/* A firm's letterhead stands above its number. */
static void
read_above(struct head *h)
{
	for (size_t i = h->e->top; i < h->e->number; i++) {
		struct line *line = &h->in->sheet.at[i];
		struct labelled at = label_at(line->s);

		if (line->used)
			continue;
		if (begins_field(at.label))
			block_begin(h, at, line);
		else
			take_upper_line(h, line);
		use(h, i);
	}
	block_end(h);
	keep_letterhead(h);
}

static void
set_address(struct head *h, const char *const *lines, size_t n)
{
	const char *office, *place;
	enum certainty sure;

	address_read(h->in, lines, n, &office, &place);
	sure =
	    office != NULL && is_office(office) ? FIELD_READ : FIELD_DOUBTFUL;
	value_set(&h->l->field[READ_FROM], office, sure);
	value_set(&h->l->field[READ_PLACE], place, sure);
}

static bool
has_number_line(const struct head *h)
{
	const char *s = h->in->sheet.at[h->e->number].s;
	struct ref ref;
	size_t n;

	while (urgency_at(s, &n) != NULL || secrecy_at(s, &n) != NULL)
		s += n + scan_space(s + n);
	return scan_word(s, "ที่") > 0 || scan_word(s, "เลขที่") > 0 ||
	       ref_labelled(s, &ref, &n);
}

/* "fl WU ๐๙๓๓/๑๑๒": unit and running number, but no letters before them. */
static bool
has_lost_number(const char *s)
{
	enum { UNIT_MIN = 4, UNIT_MAX = 5 };
	long value;
	int digits;

	for (size_t n; *s != '\0'; s += n > 0 ? n : 1) {
		n = scan_digits(s, &value, &digits);
		if (digits < UNIT_MIN || digits > UNIT_MAX)
			continue;
		while (s[n] == '.' && scan_digit(s + n + 1, NULL) > 0)
			n += 1 + scan_digits(s + n + 1, &value, NULL);
		if (s[n] == '/')
			return true;
	}
	return false;
}

/* A number nobody can read stands above the labels. */
static void
tell_lost_number(struct head *h)
{
	for (size_t i = h->e->top; i < h->e->body; i++) {
		const char *s = h->in->sheet.at[i].s;

		if (begins_field(label_at(s).label))
			return;
		if (has_lost_number(s)) {
			intake_warn(h->in, WARN_REF_UNREADABLE, s, NULL);
			return;
		}
	}
}

/* The head of a letter, or of a notice below its title. */
static void
read_letter_head(struct head *h)
{
	struct extent *e = h->e;

	read_above(h);
	if (has_number_line(h)) {
		take_number_line(h, h->in->sheet.at[e->number].s);
		use(h, e->number);
	} else if (e->title == (size_t)NO_LINE && e->kind != KIND_MEMO) {
		e->number--;
	}
	read_lines(h);
	place_below(h);
	if (h->l->field[READ_REF_NO].s == NULL)
		tell_lost_number(h);
	set_address(h, h->address, h->n_address);
	if (h->n_above > 0)
		set_address(h, h->above, h->n_above);
}

/* A paper without เรื่อง is known by what it is. */
static void
name_by_title(struct head *h)
{
	const char *s = h->in->sheet.at[h->e->title].s;

	value_set(&h->l->field[READ_SUBJECT], intake_words(h->in, s, strlen(s)),
		  FIELD_DOUBTFUL);
}

void
head_read(struct intake *in, struct read_letter *l, struct extent *e)
{
	struct head h = {.in = in, .l = l, .e = e};
	bool has_title = e->title != (size_t)NO_LINE;

	l->kind = e->kind;
	if (!has_title || !title_read(&h))
		read_letter_head(&h);
	if (has_title)
		name_by_title(&h);
	if (h.is_date_broken && l->dated_sure == FIELD_MISSING)
		intake_warn(in, WARN_DATE_UNREADABLE, NULL, NULL);
	l->kind = e->kind;
}
