/* extent.c -- where each letter of a sheet begins and ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/label.h"
#include "intake/ref.h"
#include "intake/scan.h"
#include "intake/words.h"

/* From the number of a letter to its เรื่อง or ถึง there are no more lines. */
enum { HEAD_LINES = 14, TITLE_MAX_BYTES = 400 };

/* The letters found so far. */
struct finding {
	struct intake *in;
	struct extent *at;
	size_t n;
	size_t loose;     /* a number line that heads no letter, or NO_LINE */
	bool closed;      /* the last one came to its purpose or closing */
	bool has_subject; /* ... to its เรื่อง or ถึง */
};

static const char *
skip_marks(const char *s)
{
	size_t n;

	while (urgency_at(s, &n) != NULL || secrecy_at(s, &n) != NULL)
		s += n + scan_space(s + n);
	return s;
}

/* "ที่ ........": the number of a draft. */
static bool
is_blank_number(const char *s)
{
	size_t n = scan_word(s, "ที่");

	return n > 0 && s[n + strspn(s + n, " \t./_")] == '\0';
}

static bool
is_citation(const char *rest)
{
	rest += scan_space(rest);
	return scan_word(rest, "ลงวันที่") > 0 || scan_word(rest, "ลว") > 0 ||
	       scan_word(rest, "เรื่อง") > 0;
}

/* "เลขที่ ๒๕/๘ ถนนพานิชเจริญ" is where somebody lives. */
static bool
is_house(const struct ref *r, const char *rest)
{
	rest += scan_space(rest);
	return r->shape != REF_STATE && *rest != '\0' && is_place(rest) &&
	       scan_digit(rest, NULL) == 0;
}

/* A line that begins with a letter number of its own. */
static bool
is_number_line(const char *s)
{
	struct ref r;
	size_t n;

	s = skip_marks(s);
	if (is_blank_number(s))
		return true;
	return ref_labelled(s, &r, &n) && !is_citation(s + n) &&
	       !is_house(&r, s + n);
}

/* What comes first below line i: the head of a letter, or something else. */
static bool
heads_letter(const struct finding *f, size_t i)
{
	const struct sheet *sheet = &f->in->sheet;
	bool to = false;

	for (size_t k = i + 1; k < sheet->n && k <= i + HEAD_LINES; k++) {
		enum label label = label_at(sheet->at[k].s).label;

		if (sheet->at[k].used)
			continue;
		if (label == LABEL_SUBJECT || label == LABEL_ADDRESSED)
			return true;
		to = to || label == LABEL_TO;
		if (label == LABEL_PURPOSE || label == LABEL_CLOSING ||
		    label == LABEL_MEMO || sheet->at[k].s[0] == '(' ||
		    is_number_line(sheet->at[k].s))
			break;
	}
	return to && f->n == 0;
}

/* Urgency and secrecy may stand on lines of their own above. */
static size_t
top_of(const struct finding *f, size_t i)
{
	if (f->n == 0)
		return 0;
	while (i > 0 && *skip_marks(f->in->sheet.at[i - 1].s) == '\0' &&
	       !f->in->sheet.at[i - 1].used)
		i--;
	return i;
}

static void
begin(struct finding *f, size_t i, enum read_kind kind)
{
	f->at = list_grow(f->in->a, f->at, f->n, sizeof(*f->at));
	f->at[f->n] = (struct extent){
	    .top = top_of(f, i),
	    .number = i,
	    .title = (size_t)NO_LINE,
	    .kind = kind,
	};
	f->n++;
	f->closed = f->has_subject = false;
}

/* The next line that nobody has understood. */
static const char *
line_after(const struct finding *f, size_t i)
{
	while (++i < f->in->sheet.n)
		if (!f->in->sheet.at[i].used)
			return f->in->sheet.at[i].s;
	return "";
}

/* "คำสั่งเทศบาล..." above its number or subject, no line of running text. */
static bool
is_title(const struct finding *f, size_t i)
{
	const char *next = line_after(f, i);

	return (f->n == 0 || f->closed) &&
	       strlen(f->in->sheet.at[i].s) < TITLE_MAX_BYTES &&
	       (is_number_line(next) || label_at(next).label == LABEL_SUBJECT);
}

static void
begin_title(struct finding *f, size_t i, enum read_kind kind)
{
	begin(f, i, kind);
	f->at[f->n - 1].title = i;
	if (f->loose != (size_t)NO_LINE)
		f->at[f->n - 1].number = f->loose;
}

/* "หนังสือรับรอง", "ข่าวประชาสัมพันธ์" alone on its line, or minutes: the only
   thing on the sheet, for behind a letter they are its enclosures. */
static bool
is_paper(const struct finding *f, size_t i, struct labelled at)
{
	const char *s = f->in->sheet.at[i].s;

	return f->n == 0 && strlen(s) < TITLE_MAX_BYTES &&
	       (at.label == LABEL_MINUTES ||
		(at.label == LABEL_NOTICE && s[at.n] == '\0'));
}

/* A letter whose number is lost: เรื่อง, and soon เรียน. */
static bool
is_bare_head(const struct finding *f, size_t i)
{
	const struct sheet *sheet = &f->in->sheet;

	if (f->n > 0 && (!f->closed || !sheet->at[i].after_blank))
		return false;
	for (size_t k = i + 1; k < sheet->n && k <= i + 5; k++) {
		enum label label = label_at(sheet->at[k].s).label;

		if (label == LABEL_TO || label == LABEL_ADDRESSED)
			return true;
	}
	return false;
}

/* A letter with neither number nor เรื่อง: เรียน, and a closing below. */
static bool
is_plain_letter(const struct finding *f, size_t i)
{
	enum { LETTER_LINES = 40 };
	const struct sheet *sheet = &f->in->sheet;

	if (f->n > 0)
		return false;
	for (size_t k = i + 1; k < sheet->n && k <= i + LETTER_LINES; k++) {
		enum label label = label_at(sheet->at[k].s).label;

		if (label == LABEL_CLOSING)
			return true;
		if (label == LABEL_SUBJECT || label == LABEL_TO ||
		    is_number_line(sheet->at[k].s))
			return false;
	}
	return false;
}

/* Another office's number on the sheet that it passed on. */
static void
take_endorsement(struct finding *f, size_t i)
{
	struct intake *in = f->in;
	struct line *line = &in->sheet.at[i];
	struct reading *r = in->r;
	struct read_candidate c = {.is_endorsement = true};
	struct ref ref;
	size_t n;

	if (f->n == 0 || !ref_labelled(line->s, &ref, &n) ||
	    ref.shape != REF_STATE || ref.is_blank)
		return;
	c.letter = f->n - 1;
	c.ref_no = intake_words(in, ref.s, ref.n);
	c.from = intake_words(in, line->s + n, strlen(line->s + n));
	if (i + 1 < in->sheet.n && !line[1].used &&
	    scan_is_date(line[1].s, &c.dated))
		line[1].used = true;
	line->used = true;
	if (list_is_full(in, r->n_candidates))
		return;
	r->candidates =
	    list_grow(in->a, r->candidates, r->n_candidates, sizeof(c));
	r->candidates[r->n_candidates++] = c;
}

/* In the head of a memo or order the number is its own. */
static bool
is_awaited(const struct finding *f)
{
	enum read_kind kind = f->n > 0 ? f->at[f->n - 1].kind : KIND_EXTERNAL;

	return kind != KIND_EXTERNAL && !f->has_subject && !f->closed;
}

static void
take_number(struct finding *f, size_t i)
{
	if (is_awaited(f))
		f->at[f->n - 1].number = i;
	else if (heads_letter(f, i))
		begin(f, i, KIND_EXTERNAL);
	else if (f->n == 0)
		f->loose = i;
	else
		take_endorsement(f, i);
}

static void
take_line(struct finding *f, size_t i)
{
	const char *s = f->in->sheet.at[i].s;
	struct labelled at = label_at(s);
	enum label label = at.label;

	if (label == LABEL_MEMO)
		begin(f, i, KIND_MEMO);
	else if (label == LABEL_ORDER && is_title(f, i))
		begin_title(f, i, KIND_ORDER);
	else if ((label == LABEL_NOTICE && is_title(f, i)) ||
		 is_paper(f, i, at))
		begin_title(f, i, KIND_OTHER);
	else if (is_number_line(s))
		take_number(f, i);
	else if ((label == LABEL_SUBJECT && is_bare_head(f, i)) ||
		 (label == LABEL_TO && is_plain_letter(f, i)))
		begin(f, i, KIND_EXTERNAL);
	if (label == LABEL_SUBJECT || label == LABEL_ADDRESSED)
		f->has_subject = true;
	if (label == LABEL_PURPOSE || label == LABEL_CLOSING)
		f->closed = true;
}

struct extent *
extents_find(struct intake *in, size_t *n)
{
	struct finding f = {.in = in, .loose = (size_t)NO_LINE};

	for (size_t i = 0; i < in->sheet.n; i++)
		if (!in->sheet.at[i].used)
			take_line(&f, i);
	for (size_t i = 0; i < f.n; i++)
		f.at[i].end = i + 1 < f.n ? f.at[i + 1].top : in->sheet.n;
	*n = f.n;
	return f.at;
}
