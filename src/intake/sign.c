/* sign.c -- names between brackets, and the posts below them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/label.h"
#include "intake/ref.h"
#include "intake/scan.h"
#include "intake/words.h"

/* The name stands soon below the closing. */
enum { NAME_LINES = 12, NAME_MAX_BYTES = 240, TITLE_MAX_BYTES = 400 };

/* Bytes of the name behind "(": up to ")", or "/" or "}" that recognition
   made of it, or the end of the line; 0 when it is no name. */
static size_t
name_length(const char *s, bool has_rank)
{
	size_t n = strcspn(s, ")/}]|"), i;
	bool titled = has_rank || courtesy_at(s) > 0 || rank_at(s) > 0;

	while (n > 0 && s[n - 1] == ' ')
		n--;
	if (n < 9 || n > NAME_MAX_BYTES || strstr(s, "..") != NULL ||
	    strstr(s, "…") != NULL)
		return 0;
	for (i = 0; i < n; i++)
		if (scan_digit(s + i, NULL) > 0)
			return 0;
	/* "(ต่อ)" is no name; "(สมชาย ใจดี)" is one. */
	return titled || memchr(s, ' ', n) != NULL ? n : 0;
}

/* "(", or what recognition makes of it. */
static bool
is_bracket(char c)
{
	return c == '(' || c == '{' || c == '[';
}

/* A line that can be part of a post below a name. */
static bool
is_title_line(const struct line *line)
{
	struct labelled at = label_at(line->s);
	struct date d;
	struct ref ref;
	size_t n;

	return !line->used && !is_bracket(line->s[0]) &&
	       scan_digit(line->s, NULL) == 0 && !line->has_bullet &&
	       !is_endorsement(line->s) && strlen(line->s) < TITLE_MAX_BYTES &&
	       at.label == LABEL_NONE && !scan_is_date(line->s, &d) &&
	       !ref_labelled(line->s, &ref, &n) &&
	       strstr(line->s, "...") == NULL && rank_at(line->s) == 0;
}

/* Where in the line acting words begin, or NULL.  แทน alone acts for somebody
   only at the end of a line: "รองปลัด แทน". */
static const char *
acting_in(const char *s)
{
	const char *last = strrchr(s, ' ');

	for (const char *p = s; *p != '\0'; p++)
		if (acting_at(p) > 0)
			return p;
	return last != NULL && strcmp(last + 1, "แทน") == 0 ? last + 1 : NULL;
}

static void
append(struct intake *in, const char **to, const char *s)
{
	*to = *to == NULL ? s : arena_printf(in->a, "%s %s", *to, s);
}

static bool
is_acting_alone(const char *capacity)
{
	return capacity != NULL && (capacity[acting_at(capacity)] == '\0' ||
				    strcmp(capacity, "แทน") == 0);
}

/* One more line of the post; false when it does not belong to it. */
static bool
take_title_line(struct intake *in, struct signature *s, const struct line *line)
{
	const char *acting = acting_in(line->s);

	if (is_acting_alone(s->capacity)) {
		append(in, &s->capacity, line->s);
		return true;
	}
	if (s->title != NULL && acting != line->s &&
	    (line->after_blank || is_office(line->s)))
		return false;
	if (acting == NULL) {
		append(in, s->capacity ? &s->capacity : &s->title, line->s);
		return true;
	}
	if (acting > line->s) {
		const char *own =
		    intake_words(in, line->s, (size_t)(acting - line->s));

		if (own != NULL)
			append(in, &s->title, own);
	}
	append(in, &s->capacity, intake_words(in, acting, strlen(acting)));
	return true;
}

static void
read_title(struct intake *in, struct signature *s, size_t end)
{
	enum { LINES = 4 };
	size_t i = s->line + 1;

	for (; i < end && i <= s->line + LINES; i++) {
		const struct line *line = &in->sheet.at[i];

		if (!is_title_line(line) || !take_title_line(in, s, line))
			break;
	}
	s->end = i;
}

/* A rank alone on the line above the name. */
static const char *
rank_above(struct intake *in, size_t i)
{
	const char *s = i > 0 ? in->sheet.at[i - 1].s : "";
	size_t n = rank_at(s);

	return n > 0 && s[n + strspn(s + n, " .")] == '\0'
		   ? intake_words(in, s, n)
		   : NULL;
}

/* "(นางวิไล ดีงาม) ผอ.กองคลัง": the post behind the bracket, or NULL. */
static const char *
post_behind(struct intake *in, const char *s)
{
	struct date d;

	s += strspn(s, " \t)]}/");
	if (*s == '\0' || scan_digit(s, NULL) > 0 || scan_is_date(s, &d) ||
	    strlen(s) > TITLE_MAX_BYTES || label_at(s).label != LABEL_NONE)
		return NULL;
	return intake_words(in, s, strlen(s));
}

bool
signature_at(struct intake *in, size_t i, size_t end, struct signature *s)
{
	const char *at = in->sheet.at[i].s;
	size_t n = scan_word(at, "ลงชื่อ"), rank;

	at += n;
	at += strspn(at, " \t._");
	rank = rank_at(at);
	if (!is_bracket(at[rank + scan_space(at + rank)]))
		return false;
	*s = (struct signature){.line = i, .top = i};
	s->rank = rank > 0 ? intake_words(in, at, rank) : rank_above(in, i);
	s->top -= rank == 0 && s->rank != NULL;
	at += rank + scan_space(at + rank) + 1;
	at += scan_space(at);
	n = name_length(at, s->rank != NULL);
	if (n == 0)
		return false;
	s->name = intake_words(in, at, n);
	rank = rank_at(at);
	if (s->rank == NULL && rank > 0)
		s->rank = intake_words(in, at, rank);
	s->title = post_behind(in, at + n);
	read_title(in, s, end);
	return true;
}

/* A name below the closing whose brackets recognition lost; "นายอำเภอ" is a
   post. */
static bool
bare_name_at(struct intake *in, size_t i, size_t end, struct signature *s)
{
	static const char *const posts[] = {"นายก", "นายอำเภอ", "นายทะเบียน",
					    "นายแพทย์", "นายช่าง"};
	const struct line *line = &in->sheet.at[i];
	size_t n = courtesy_at(line->s);

	n = n > 0 ? n : rank_at(line->s);
	for (size_t k = 0; k < ARRAY_SIZE(posts); k++)
		if (scan_word(line->s, posts[k]) > 0)
			return false;
	if (n == 0 || line->used || strchr(line->s, ' ') == NULL ||
	    name_length(line->s, true) != strlen(line->s))
		return false;
	*s = (struct signature){.line = i, .top = i, .name = line->s};
	s->name = intake_words(in, line->s, strlen(line->s));
	read_title(in, s, end);
	return s->title != NULL;
}

static void
set_signer(struct read_letter *l, const struct signature *s,
	   enum certainty sure)
{
	value_set(&l->field[READ_SIGNER], s->name, sure);
	value_set(&l->field[READ_RANK], s->rank, sure);
	value_set(&l->field[READ_TITLE], s->title, sure);
	value_set(&l->field[READ_CAPACITY], s->capacity, sure);
}

static void
take_signer(struct intake *in, struct read_letter *l, struct extent *e,
	    const struct signature *s, enum certainty sure)
{
	set_signer(l, s, sure);
	for (size_t k = e->body_end; k < s->end; k++)
		in->sheet.at[k].used = true;
	e->foot = s->end;
}

/* A stamped letter has no signer: names below it endorse it. */
void
sign_read(struct intake *in, struct read_letter *l, struct extent *e)
{
	struct signature s;
	size_t begin = e->body_end, end = begin + NAME_LINES;
	bool closed = begin < e->end &&
		      label_at(in->sheet.at[begin].s).label == LABEL_CLOSING;

	if (e->kind == KIND_STAMPED && !closed)
		return;
	for (size_t i = begin; i < e->end && i < end; i++)
		if (signature_at(in, i, e->end, &s)) {
			take_signer(in, l, e, &s, FIELD_READ);
			return;
		}
	for (size_t i = begin; closed && i < e->end && i < end; i++)
		if (bare_name_at(in, i, e->end, &s)) {
			take_signer(in, l, e, &s, FIELD_DOUBTFUL);
			return;
		}
}
