/* refer.c -- letters that a letter answers or cites */
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
#include "intake/words.h"

/* An office's name between หนังสือ and ที่ is no longer. */
enum { OFFICE_MAX_BYTES = 450 };

static const char BY_LETTER[] = "หนังสือ";
static const char NUMBER[] = "ที่";

/* Words before the office that are not its name. */
static const char *
skip_kind(const char *s, const char *end)
{
	static const char *const words[] = {
	    "สำเนา",    "หนังสือ",  "บันทึกข้อความ", "บันทึก",     "โทรสาร",   "ของ",
	    "ประทับตรา", "ภายนอก", "เวียน",       "ในราชการ", "วิทยุสื่อสาร", "วิทยุ"};
	size_t n = 1;

	while (n > 0 && s < end) {
		n = scan_space(s);
		for (size_t i = 0; i < ARRAY_SIZE(words) && n == 0; i++)
			n = scan_word(s, words[i]);
		s += n;
	}
	return s;
}

typedef const char *mark_fn(const char *s, size_t *bytes);

/* The mark that is the last word before `end`; moves *end before it. */
static const char *
cut_mark(mark_fn mark_at, const char *s, const char **end)
{
	const char *at = s, *word = NULL;
	size_t n;

	for (; at < *end; at += n) {
		word = mark_at(at, &n);
		if (word != NULL && at + n + scan_space(at + n) >= *end) {
			*end = at;
			return word;
		}
		n = strcspn(at, " \t");
		n += scan_space(at + n);
		n += n == 0;
	}
	return NULL;
}

/* "หนังสือจังหวัดเลย ลับ ด่วนที่สุด ที่": cuts both, returns the urgency. */
static const char *
cut_marks(const char *s, const char **end)
{
	const char *urgency = cut_mark(urgency_at, s, end);

	cut_mark(secrecy_at, s, end);
	return urgency != NULL ? urgency : cut_mark(urgency_at, s, end);
}

static const char *
tidy_ref(struct intake *in, const struct ref *ref)
{
	char *written = xstrndup(ref->s, ref->n);
	char *tidy = refno_tidy(written);
	const char *s = arena_strdup(in->a, tidy);

	free(tidy);
	free(written);
	return s;
}

static bool
is_known(const struct read_letter *l, const char *ref_no)
{
	char *key = refno_key(ref_no);
	bool known = false;

	for (size_t i = 0; i < l->n_references && !known; i++) {
		const char *number = l->references[i].ref_no;
		char *other = refno_key(number != NULL ? number : "");

		known = strcmp(key, other) == 0;
		free(other);
	}
	free(key);
	return known;
}

/* The date behind a number: "ลงวันที่ ๒๒ เมษายน ๒๕๖๕", "ลว. ..."; bytes. */
static size_t
dated_at(const char *s, struct date *d)
{
	static const char *const words[] = {" [ลงวันที่|ลว.|ลว|ลง|วันที่|เมื่อวันที่] %d",
					    " %d"};
	struct caught c;

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		size_t n = pattern_match(words[i], s, &c);

		if (n > 0) {
			*d = c.date;
			return n;
		}
	}
	return 0;
}

/* One reference whose office is written from `office` to `label`. */
static size_t
take_reference(struct intake *in, struct read_letter *l, const char *office,
	       const char *label, const struct ref *ref)
{
	struct read_reference r = {.ref_no = tidy_ref(in, ref)};
	const char *behind = ref->s + ref->n;
	size_t n = dated_at(behind, &r.dated);

	office = skip_kind(office, label);
	r.urgency = cut_marks(office, &label);
	if (label > office)
		r.from = intake_words(in, office, (size_t)(label - office));
	/* "... ที่ พบ ๐๐๒๓/๑ ... และที่ พบ ๐๐๒๓/๒": of the same office. */
	if (r.from != NULL && l->n_references > 0 &&
	    (strcmp(r.from, "และ") == 0 || strcmp(r.from, ",") == 0))
		r.from = l->references[l->n_references - 1].from;
	if (!list_is_full(in, l->n_references) && !is_known(l, r.ref_no)) {
		l->references =
		    list_grow(in->a, l->references, l->n_references, sizeof(r));
		l->references[l->n_references++] = r;
	}
	return (size_t)(behind - ref->s) + n;
}

/* "หนังสือวัดโพธิ์กรุ ลงวันที่ ๑ กรกฎาคม ๒๕๖๙": a letter without a number, as
   private people write. */
static void
take_unnumbered(struct intake *in, struct read_letter *l, const char *s)
{
	struct read_reference r = {.ref_no = NULL};
	size_t n;
	const char *date = label_find(s, LABEL_DATE, &n);

	if (scan_word(s, BY_LETTER) == 0 || date == NULL ||
	    dated_at(date, &r.dated) == 0 || list_is_full(in, l->n_references))
		return;
	/* It has a number, but none that can be read. */
	if (memchr(s, '/', (size_t)(date - s)) != NULL) {
		intake_warn(in, WARN_REF_UNREADABLE,
			    intake_words(in, s, (size_t)(date - s)), NULL);
		return;
	}
	s = skip_kind(s, date);
	r.from = intake_words(in, s, (size_t)(date - s));
	l->references =
	    list_grow(in->a, l->references, l->n_references, sizeof(r));
	l->references[l->n_references++] = r;
}

/* Every letter that one item names; the words before the first number are
   its office. */
static void
take_item(struct intake *in, struct read_letter *l, const char *s)
{
	const char *item = s, *at = s;
	size_t before = l->n_references;
	long value;

	while ((at = strstr(at, NUMBER)) != NULL) {
		struct ref ref;
		size_t n;

		if (!ref_labelled(at, &ref, &n)) {
			at += strlen(NUMBER);
			continue;
		}
		item += scan_item_number(item, &value);
		n = take_reference(in, l, item, at, &ref);
		item = at = ref.s + n;
		item += scan_space(item);
	}
	if (l->n_references == before)
		take_unnumbered(in, l, s);
}

/* Items are numbered; a line without a number goes on with the one above. */
void
references_read(struct intake *in, struct read_letter *l, const struct block *b)
{
	struct text t = {0};
	long value;

	for (size_t i = 0; i < b->n; i++) {
		size_t number = scan_item_number(b->line[i], &value);

		if (number > 0 && t.n > 0) {
			take_item(in, l, text_str(&t));
			text_clear(&t);
		}
		if (t.n > 0)
			text_add(&t, line_join(b->line[i - 1], b->line[i]));
		text_add(&t, b->line[i] + number);
	}
	if (t.n > 0)
		take_item(in, l, text_str(&t));
	text_done(&t);
}

/* The last หนังสือ before the number, not too far and in one sentence. */
static const char *
office_before(const char *text, const char *label)
{
	const char *from =
	    label - text > OFFICE_MAX_BYTES ? label - OFFICE_MAX_BYTES : text;
	const char *found = NULL;

	for (const char *s = from; s < label; s++) {
		if (*s == '\n')
			found = NULL;
		else if (scan_word(s, BY_LETTER) > 0)
			found = s;
	}
	return found;
}

void
citations_read(struct intake *in, struct read_letter *l, const char *text)
{
	const char *at = text;

	while ((at = strstr(at, NUMBER)) != NULL) {
		struct ref ref;
		size_t n;
		const char *office;

		if (!ref_labelled(at, &ref, &n) || ref.shape != REF_STATE ||
		    ref.is_blank ||
		    (office = office_before(text, at)) == NULL) {
			at += strlen(NUMBER);
			continue;
		}
		at = ref.s + take_reference(in, l, office, at, &ref);
	}
}
