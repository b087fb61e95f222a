/* head.c -- the head of a letter: number, office, date, and its labels */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/refno.h"

#include "intake/intake.h"
#include "intake/label.h"
#include "intake/pattern.h"
#include "intake/ref.h"
#include "intake/scan.h"

enum { ADDRESS_LINES = 6, RUN_OVER = 5 };

struct head {
	struct intake *in;
	struct read_letter *l;
	struct extent *e;
	const char *address[ADDRESS_LINES];
	size_t n_address;
	const char *above[ADDRESS_LINES]; /* of the number: a letterhead */
	size_t n_above;
	enum label label; /* whose lines are gathered */
	bool is_damaged;  /* that label */
	struct block block;
	bool is_date_broken;
};

static bool
begins_field(enum label label)
{
	return label != LABEL_NONE && label < LABEL_HEADS;
}

/* "มกราคม ๒๕๖๙": the day is not filled in. */
static bool
lacks_day(const char *s)
{
	struct caught c;
	size_t n = pattern_match("[เดือน|] %m", s, &c);

	return n > 0 && s[n + strspn(s + n, " .")] == '\0';
}

/* "๓๑ กุมภาพันธ์ ๒๕๖๙": three words, the first a day, the last a year. */
static bool
has_day_and_year(const char *s)
{
	enum { DATE_BYTES = 80 };
	const char *last = strrchr(s, ' ');
	size_t spaces = 0, n;
	long value;
	int digits, year;

	for (const char *p = s; *p != '\0'; p++)
		spaces += *p == ' ' || *p == '\t';
	n = scan_digits(s, &value, &digits);
	if (n == 0 || digits > 2 || spaces > 3 || last == NULL ||
	    strlen(s) > DATE_BYTES)
		return false;
	n = scan_year(last + 1, &year);
	return n > 0 && last[1 + n] == '\0';
}

bool
is_broken_date(const char *s)
{
	s += strspn(s, " \t._");
	s += scan_word(s, "วันที่");
	s += strspn(s, " \t._");
	return lacks_day(s) || has_day_and_year(s);
}

static bool
take_date(struct head *h, const char *s)
{
	struct date d;

	if (scan_is_date(s, &d)) {
		if (h->l->dated_sure == FIELD_MISSING) {
			h->l->dated = d;
			h->l->dated_sure = FIELD_READ;
		}
		return true;
	}
	if (!is_broken_date(s))
		return false;
	h->is_date_broken = true;
	return true;
}

/* Urgency and secrecy at s; what stands behind them. */
static const char *
take_marks(struct head *h, const char *s)
{
	const char *word;
	size_t n;

	for (;;) {
		if ((word = urgency_at(s, &n)) != NULL)
			value_set(&h->l->field[READ_URGENCY], word, FIELD_READ);
		else if ((word = secrecy_at(s, &n)) != NULL)
			value_set(&h->l->field[READ_SECRECY], word, FIELD_READ);
		else
			return s;
		s += n + scan_space(s + n);
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
	value_set(&h->l->field[READ_REF_NO], arena_strdup(in->a, tidy),
		  ref->is_blank ? FIELD_DOUBTFUL : FIELD_READ);
	h->l->is_circular = ref->is_circular;
	free(tidy);
	free(written);
}

static void
take_address(struct head *h, const char *s)
{
	if (h->n_address < ADDRESS_LINES && *s != '\0')
		h->address[h->n_address++] = s;
}

/* "ที่ ... <office>" in an external letter, "ที่ ... วันที่ ..." in a memo. */
static void
take_number_line(struct head *h, const char *s)
{
	struct ref ref;
	size_t n, k;
	const char *date;

	s = take_marks(h, s);
	if (ref_labelled(s, &ref, &n)) {
		take_ref(h, &ref);
		s += n;
	} else {
		intake_warn(h->in, WARN_REF_INCOMPLETE, NULL, NULL);
		s += scan_word(s, "ที่");
		s += strspn(s, " \t./_");
	}
	s = take_marks(h, s + scan_space(s));
	date = label_find(s, LABEL_DATE, &k);
	if (date != NULL)
		take_date(h, date);
	else if (*s != '\0' && !take_date(h, s))
		take_address(h, s);
}

/* "ส่วนราชการ สำนักปลัด อบต.บ้านไร่ โทร. ๐ ๔๔๘๒ ๒๒๐๓" */
static void
take_memo_office(struct head *h, const char *s, enum certainty sure)
{
	size_t n, k;
	const char *phone = label_find(s, LABEL_PHONE, &n);
	const char *fax = label_find(s, LABEL_FAX, &k);
	const char *end = phone != NULL ? phone : s + strlen(s);

	value_set(&h->l->field[READ_FROM],
		  intake_words(h->in, s, (size_t)(end - s)), sure);
	if (phone == NULL)
		return;
	end = fax != NULL && fax > phone ? fax : s + strlen(s);
	value_set(&h->l->field[READ_PHONE],
		  intake_words(h->in, phone + n, (size_t)(end - phone) - n),
		  FIELD_READ);
}

static const char *
block_words(struct head *h)
{
	struct text t = {0};
	const char *s;

	for (size_t i = 0; i < h->block.n; i++) {
		text_add(&t, i > 0 ? " " : "");
		text_add(&t, h->block.line[i]);
	}
	s = intake_words(h->in, text_str(&t), t.n);
	text_done(&t);
	return s;
}

static void
end_to(struct head *h, const char *words, enum certainty sure)
{
	const char *through = words != NULL ? strstr(words, " ผ่าน ") : NULL;
	size_t n = through != NULL ? (size_t)(through - words) : 0;

	if (through == NULL) {
		value_set(&h->l->field[READ_TO], words, sure);
		return;
	}
	value_set(&h->l->field[READ_TO], intake_words(h->in, words, n), sure);
	through += strlen(" ผ่าน ");
	value_set(&h->l->field[READ_THROUGH],
		  intake_words(h->in, through, strlen(through)), sure);
}

/* The gathered lines become a field. */
static void
end_block(struct head *h)
{
	enum certainty sure = h->is_damaged ? FIELD_DOUBTFUL : FIELD_READ;
	const char *words = block_words(h);

	if (h->label == LABEL_SUBJECT)
		value_set(&h->l->field[READ_SUBJECT], words, sure);
	else if (h->label == LABEL_TO || h->label == LABEL_ADDRESSED)
		end_to(h, words, sure);
	else if (h->label == LABEL_THROUGH)
		value_set(&h->l->field[READ_THROUGH], words, sure);
	else if (h->label == LABEL_OFFICE && words != NULL)
		take_memo_office(h, words, sure);
	else if (h->label == LABEL_REFERS)
		references_read(h->in, h->l, &h->block);
	else if (h->label == LABEL_ENCLOSES)
		enclosures_read(h->in, h->l, &h->block);
	h->label = LABEL_NONE;
	h->block.n = 0;
}

static void
add_to_block(struct head *h, const char *s)
{
	if (h->block.n < ARRAY_SIZE(h->block.line) && *s != '\0')
		h->block.line[h->block.n++] = s;
}

/* The first addressee decides the kind; what follows is an endorsement. */
static void
begin_block(struct head *h, struct labelled at, const char *s)
{
	end_block(h);
	if (at.label == LABEL_ADDRESSED && h->e->kind == KIND_EXTERNAL &&
	    h->l->field[READ_TO].s == NULL)
		h->e->kind = KIND_STAMPED;
	if (at.is_damaged)
		intake_warn(h->in, WARN_LABEL_DAMAGED,
			    intake_words(h->in, s, at.n), NULL);
	h->label = at.label;
	h->is_damaged = at.is_damaged;
	add_to_block(h, s + at.n);
}

static bool
has_count(const char *s)
{
	struct caught c;
	const char *at = strstr(s, "จำนวน");

	return at != NULL && pattern_match("จำนวน %n", at, &c) > 0;
}

static bool
is_list_line(const struct head *h, const char *s)
{
	long value;
	struct ref ref;
	size_t n;
	const char *at = strstr(s, "ที่");

	if (scan_item_number(s, &value) > 0)
		return true;
	if (h->label == LABEL_ENCLOSES)
		return has_count(s);
	return scan_word(s, "หนังสือ") > 0 && at != NULL &&
	       ref_labelled(at, &ref, &n);
}

/* Another label of the head stands within the next lines. */
static bool
label_follows(const struct head *h, size_t i)
{
	for (size_t k = i + 1; k < h->e->end && k <= i + 3; k++) {
		enum label label = label_at(h->in->sheet.at[k].s).label;

		if (label != LABEL_NONE)
			return begins_field(label);
	}
	return false;
}

/* Does line i go on with what the label above it began? */
static bool
continues(const struct head *h, size_t i)
{
	const struct line *line = &h->in->sheet.at[i];
	enum label label = label_at(line->s).label;
	bool list = h->label == LABEL_REFERS || h->label == LABEL_ENCLOSES;

	if (h->label == LABEL_NONE || label == LABEL_PURPOSE ||
	    label == LABEL_CLOSING || line->s[0] == '(')
		return false;
	if (h->block.n == 0)
		return label == LABEL_NONE;
	if (list && label != LABEL_BODY && is_list_line(h, line->s))
		return true;
	if (label == LABEL_BODY || h->block.n >= RUN_OVER)
		return h->label == LABEL_SUBJECT && h->block.n < RUN_OVER &&
		       label_follows(h, i);
	return !line->after_blank || label_follows(h, i);
}

/* A line above the labels: date, marks, letterhead. */
static void
take_upper_line(struct head *h, struct line *line)
{
	const char *s = take_marks(h, line->s);

	if (*s == '\0' || take_date(h, s))
		return;
	if (label_at(s).label == LABEL_NONE)
		take_address(h, s);
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
			begin_block(h, at, line->s);
		else if (labels && continues(h, i))
			add_to_block(h, line->s);
		else if (labels && take_date(h, line->s))
			end_block(h);
		else if (labels || at.label == LABEL_BODY)
			break;
		else
			take_upper_line(h, line);
		labels = labels || begins_field(at.label);
		use(h, i);
	}
	end_block(h);
	h->e->body = i;
}

static void
keep_letterhead(struct head *h)
{
	memcpy(h->above, h->address, sizeof(h->above));
	h->n_above = h->n_address;
	h->n_address = 0;
	while (h->n_above > 0 && !is_office(h->above[0]))
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
			begin_block(h, at, line->s);
		else
			take_upper_line(h, line);
		use(h, i);
	}
	end_block(h);
	keep_letterhead(h);
}

/* "คำสั่งองค์การบริหารส่วนตำบลหนองกะปุ": whose order it is. */
static void
read_title(struct head *h)
{
	size_t i = h->e->top;
	const char *s;

	while (i < h->e->number &&
	       label_at(h->in->sheet.at[i].s).label != LABEL_ORDER &&
	       label_at(h->in->sheet.at[i].s).label != LABEL_NOTICE)
		i++;
	s = h->in->sheet.at[i].s;
	s += label_at(s).n;
	value_set(&h->l->field[READ_FROM], intake_words(h->in, s, strlen(s)),
		  FIELD_READ);
	use(h, i);
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
	size_t n;

	while (urgency_at(s, &n) != NULL || secrecy_at(s, &n) != NULL)
		s += n + scan_space(s + n);
	return scan_word(s, "ที่") > 0 || scan_word(s, "เลขที่") > 0;
}

void
head_read(struct intake *in, struct read_letter *l, struct extent *e)
{
	struct head h = {.in = in, .l = l, .e = e};
	bool is_title = e->kind == KIND_ORDER || e->kind == KIND_OTHER;

	if (is_title)
		read_title(&h);
	read_above(&h);
	if (has_number_line(&h)) {
		take_number_line(&h, in->sheet.at[e->number].s);
		use(&h, e->number);
	} else if (!is_title && e->kind != KIND_MEMO) {
		e->number--;
	}
	read_lines(&h);
	set_address(&h, h.address, h.n_address);
	if (h.n_above > 0 && is_office(h.above[0]))
		set_address(&h, h.above, h.n_above);
	if (h.is_date_broken && l->dated_sure == FIELD_MISSING)
		intake_warn(in, WARN_DATE_UNREADABLE, NULL, NULL);
	l->kind = e->kind;
}
