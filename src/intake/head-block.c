/* head-block.c -- the labels of a head and the lines that go on with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/head.h"
#include "intake/pattern.h"
#include "intake/ref.h"
#include "intake/scan.h"

enum { RUN_OVER = 5 };

bool
begins_field(enum label label)
{
	return label != LABEL_NONE && label < LABEL_HEADS;
}

/* The bytes of s before a bracket that it does not close: "กอง (งานกฎหมาย". */
static size_t
before_open_bracket(const char *s, size_t n)
{
	const char *open = memrchr(s, '(', n);

	return open != NULL && memchr(open, ')', n - (size_t)(open - s)) == NULL
		   ? (size_t)(open - s)
		   : n;
}

/* "ส่วนราชการ สำนักปลัด อบต.บ้านไร่ โทร. ๐ ๔๔๘๒ ๒๒๐๓" */
static void
take_memo_office(struct head *h, const char *s, enum certainty sure)
{
	const char *end = contact_find(s);
	struct labelled at = label_at(end);
	size_t n = before_open_bracket(s, (size_t)(end - s));

	value_set(&h->l->field[READ_FROM], intake_words(h->in, s, n), sure);
	for (; *end != '\0'; end = contact_find(end + at.n)) {
		const char *words = end + (at = label_at(end)).n;

		n = strcspn(words, ")");
		if ((size_t)(contact_find(words) - words) < n)
			n = (size_t)(contact_find(words) - words);
		words = intake_words(h->in, words, n);
		if (at.label == LABEL_PHONE)
			value_set(&h->l->field[READ_PHONE], words, FIELD_READ);
		if (at.label == LABEL_FAX)
			value_set(&h->l->field[READ_FAX], words, FIELD_READ);
		if (at.n == 0)
			break;
	}
}

static const char *
block_words(struct head *h)
{
	struct text t = {0};
	const char *s;

	for (size_t i = 0; i < h->block.n; i++) {
		if (i > 0)
			text_add(&t, line_join(h->block.line[i - 1],
					       h->block.line[i]));
		text_add(&t, h->block.line[i]);
	}
	s = intake_words(h->in, text_str(&t), t.n);
	text_done(&t);
	return s;
}

/* "... ผ่าน ปลัดเทศบาล", "... (ผ่านปลัดเทศบาล)": where that begins, and in *n
   the bytes before the words. */
static const char *
through_in(const char *s, size_t *n)
{
	static const char *const words[] = {" ผ่าน ",   " (ผ่าน",   "(ผ่าน",
					    " ผ่านปลัด", " ผ่านรอง", " ผ่านหัวหน้า",
					    " ผ่านผู้",   " ผ่านนาย", " ผ่านท้องถิ่น"};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		const char *at = strstr(s, words[i]);

		if (at == NULL)
			continue;
		*n = strcspn(words[i], "ผ") + strlen("ผ่าน");
		*n += scan_space(at + *n);
		return at;
	}
	return NULL;
}

static void
end_to(struct head *h, const char *words, enum certainty sure)
{
	size_t n, k;
	const char *through = words != NULL ? through_in(words, &k) : NULL;

	if (through == NULL) {
		value_set(&h->l->field[READ_TO], words, sure);
		return;
	}
	n = (size_t)(through - words);
	value_set(&h->l->field[READ_TO], intake_words(h->in, words, n), sure);
	through += k;
	n = strchr(words, '(') != NULL ? strcspn(through, ")")
				       : strlen(through);
	value_set(&h->l->field[READ_THROUGH], intake_words(h->in, through, n),
		  sure);
}

/* The gathered lines become a field. */
void
block_end(struct head *h)
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

void
block_add(struct head *h, const char *s)
{
	if (h->block.n < ARRAY_SIZE(h->block.line) && *s != '\0')
		h->block.line[h->block.n++] = s;
}

/* The first addressee decides the kind; what follows is an endorsement. */
void
block_begin(struct head *h, struct labelled at, const struct line *line)
{
	const char *s = line->s;
	block_end(h);
	if (at.label == LABEL_ADDRESSED && h->e->kind == KIND_EXTERNAL &&
	    h->l->field[READ_TO].s == NULL)
		h->e->kind = KIND_STAMPED;
	if (at.is_damaged)
		intake_warn(h->in, WARN_LABEL_DAMAGED,
			    intake_words(h->in, s, at.n), NULL);
	h->label = at.label;
	h->is_damaged = at.is_damaged || line->is_mended;
	block_add(h, s + at.n);
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

/* "คู่มือการใช้งาน จำนวน ๑", and the unit on the line below. */
static bool
awaits_unit(const struct head *h)
{
	const char *at = strstr(h->block.line[h->block.n - 1], "จำนวน");
	struct caught c;

	return at != NULL && at[pattern_match("จำนวน %n ", at, &c)] == '\0';
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

/* The last line of the block went nearly as far as this one: it broke off at
   the edge of the paper.  A short one ended there, and this is the body. */
static bool
is_filled(const struct head *h, const char *s)
{
	const char *last = h->block.line[h->block.n - 1];

	return 2 * strlen(last) >= strlen(s);
}

/* Does line i go on with what the label above it began? */
bool
block_continues(const struct head *h, size_t i)
{
	const struct line *line = &h->in->sheet.at[i];
	enum label label = label_at(line->s).label;
	bool list = h->label == LABEL_REFERS || h->label == LABEL_ENCLOSES;

	if (h->label == LABEL_NONE || label == LABEL_PURPOSE ||
	    label == LABEL_CLOSING || line->s[0] == '(')
		return false;
	if (h->block.n == 0)
		return label == LABEL_NONE;
	if (h->label == LABEL_ENCLOSES && awaits_unit(h))
		return true;
	if (list && label != LABEL_BODY && is_list_line(h, line->s))
		return true;
	if (label == LABEL_BODY || h->block.n >= RUN_OVER)
		return h->label == LABEL_SUBJECT && h->block.n < RUN_OVER &&
		       label_follows(h, i);
	return label_follows(h, i) ||
	       (!line->after_blank && is_filled(h, line->s));
}
