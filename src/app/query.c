/* query.c -- what one searches for: words and filters, understood */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/kedmanee.h"
#include "base/thai-fold.h"
#include "base/thai.h"

#include "model/number.h"

const struct error_kind SEARCH_WRONG = {"search-wrong", EXIT_USAGE,
					N_("the search is not understood")};
const struct error_kind SEARCH_UNKNOWN = {
    "search-unknown", EXIT_NOTHING, N_("you keep no search of that name")};

/* One piece of the line: what stands before its first colon, and the rest. */
struct token {
	struct text text;
	size_t colon; /* 0: none */
	bool is_excluded;
	bool is_quoted; /* somewhere */
};

/* Reads one token from *line on; *line stands behind it. */
static void
token_read(const char **line, struct token *t)
{
	const char *s = *line;
	bool in_quotes = false;

	text_clear(&t->text);
	t->colon = 0;
	t->is_quoted = false;
	t->is_excluded = *s == '-' && s[1] != '\0' && s[1] != ' ';
	s += t->is_excluded;
	for (; *s != '\0' && (in_quotes || *s != ' '); s++) {
		if (*s == '"') {
			in_quotes = !in_quotes;
			t->is_quoted = true;
			continue;
		}
		if (*s == ':' && !t->is_quoted && t->colon == 0)
			t->colon = t->text.n;
		text_add_n(&t->text, s, 1);
	}
	*line = s;
}

/* ------------------------------------------------------------------- words */

enum { YEAR_DIGITS = 4 };

/* Four digits alone that are a year in either era: where they begin. */
static const char *
year_in(const char *s)
{
	while (*s != '\0') {
		size_t n = strspn(s, "0123456789");
		int year = n == YEAR_DIGITS ? atoi(s) : 0;

		if ((year >= 1950 && year < 2100) ||
		    (year >= 1950 + BUDDHIST_ERA && year < 2100 + BUDDHIST_ERA))
			return s;
		s += n > 0 ? n : 1;
	}
	return NULL;
}

/* The word with its year in the other era, NULL without a year. */
static char *
other_era(const char *text)
{
	char *arabic = thai_digits_to_arabic(text);
	const char *at = year_in(arabic);
	char *other = NULL;

	if (at != NULL) {
		int year = atoi(at);

		year += year < BUDDHIST_FROM ? BUDDHIST_ERA : -BUDDHIST_ERA;
		other = xasprintf("%.*s%d%s", (int)(at - arabic), arabic, year,
				  at + YEAR_DIGITS);
	}
	free(arabic);
	return other;
}

static const char *
fold_into(struct arena *a, const char *text)
{
	char *folded = thai_fold(text);
	const char *kept = folded[0] != '\0' ? arena_strdup(a, folded) : NULL;

	free(folded);
	return kept;
}

static size_t
count_letters(const char *s)
{
	size_t n = 0, left = strlen(s);
	uint32_t code;

	for (; left > 0; n++) {
		size_t len = utf8_next(s, left, &code);

		s += len;
		left -= len;
	}
	return n;
}

static void
word_set(struct query_word *w, const char *text, struct arena *a)
{
	char *other = other_era(text);

	w->text = arena_strdup(a, text);
	w->forms[0] = fold_into(a, text);
	w->forms[1] = other != NULL ? fold_into(a, other) : NULL;
	w->letters = w->forms[0] != NULL ? count_letters(w->forms[0]) : 0;
	free(other);
}

/* A word of nothing but dots and spaces asks for nothing. */
static bool
add_word(struct query *q, const char *text, enum search_field only,
	 bool is_excluded, struct arena *a, struct error *err)
{
	struct query_word w = {.only = only, .is_excluded = is_excluded};

	word_set(&w, text, a);
	if (w.forms[0] == NULL)
		return true;
	if (q->n == QUERY_WORDS_MAX)
		return error_set(err, &SEARCH_WRONG, _("more than %s words"),
				 DIGITS(QUERY_WORDS_MAX));
	q->words[q->n++] = w;
	return true;
}

/* ----------------------------------------------------------------- filters */

static bool
wrong_value(const char *value, struct error *err)
{
	return error_set(err, &SEARCH_WRONG, "%.60s", value);
}

/* A day, a month ("1/2569") or a year, as its first and last day. */
static bool
span_read(const char *s, struct date *first, struct date *last)
{
	char *arabic = thai_digits_to_arabic(s);
	struct error no = {0};
	char *end, *slash = strchr(arabic, '/');
	long month = slash != NULL ? strtol(arabic, &end, 10) : 0;
	long year = strtol(slash != NULL ? slash + 1 : arabic, &end, 10);
	bool is_span = *end == '\0' && end > arabic && year > 0 &&
		       (slash == NULL || (month >= 1 && month <= 12));

	if (year < 100)
		year += 2500;
	if (year >= BUDDHIST_FROM)
		year -= BUDDHIST_ERA;
	free(arabic);
	if (!is_span || year < 1900 || year > 2400) {
		if (!date_parse(s, first, &no))
			return false;
		*last = *first;
		return true;
	}
	*first = (struct date){(int)year, slash ? (int)month : 1, 1};
	*last = (struct date){(int)year, slash ? (int)month : 12, 31};
	last->day = date_month_days(last->year, last->month);
	return true;
}

/* "A..B", "A..", "..B" or "A". */
static bool
span_set(const char *value, struct date *since, struct date *until)
{
	const char *dots = strstr(value, "..");
	struct date ignored;
	char *first;
	bool ok;

	if (dots == NULL)
		return span_read(value, since, until);
	first = xstrndup(value, (size_t)(dots - value));
	ok = (first[0] == '\0' || span_read(first, since, &ignored)) &&
	     (dots[2] == '\0' || span_read(dots + 2, &ignored, until)) &&
	     (first[0] != '\0' || dots[2] != '\0');
	free(first);
	return ok;
}

static bool
choice_set(const struct choice *from, const char *value, const char **to)
{
	const struct choice *c = choice_find(from, value);

	for (size_t i = 0; c == NULL && from[i].value != NULL; i++)
		if (strcmp(_(from[i].label), value) == 0)
			c = &from[i];
	if (c != NULL)
		*to = c->value;
	return c != NULL;
}

/* Each puts a value into the query, false when it cannot be one. */
static bool
set_state(struct query *q, const char *value, struct arena *a)
{
	(void)a;
	return choice_set(letter_states, value, &q->state);
}

static bool
set_urgency(struct query *q, const char *value, struct arena *a)
{
	(void)a;
	return choice_set(letter_urgencies, value, &q->urgency);
}

static bool
set_secrecy(struct query *q, const char *value, struct arena *a)
{
	(void)a;
	return choice_set(letter_secrecies, value, &q->secrecy);
}

static bool
set_post(struct query *q, const char *value, struct arena *a)
{
	q->post = arena_strdup(a, value);
	return true;
}

static bool
set_book(struct query *q, const char *value, struct arena *a)
{
	(void)a;
	return choice_set(book_choices, value, &q->book);
}

static bool
set_year(struct query *q, const char *value, struct arena *a)
{
	struct date first, last;

	(void)a;
	if (strchr(value, '/') != NULL || !span_read(value, &first, &last))
		return false;
	q->year = first.year + BUDDHIST_ERA;
	return true;
}

static bool
set_waiting(struct query *q, const char *value, struct arena *a)
{
	(void)a;
	return number_whole(value, &q->waiting);
}

static bool
set_since(struct query *q, const char *value, struct arena *a)
{
	struct date ignored;

	(void)a;
	return span_read(value, &q->since, &ignored);
}

static bool
set_until(struct query *q, const char *value, struct arena *a)
{
	struct date ignored;

	(void)a;
	return span_read(value, &ignored, &q->until);
}

static bool
set_received(struct query *q, const char *value, struct arena *a)
{
	(void)a;
	return span_set(value, &q->since, &q->until);
}

static bool
set_dated(struct query *q, const char *value, struct arena *a)
{
	(void)a;
	return span_set(value, &q->dated_since, &q->dated_until);
}

/* clang-format off */
/* Names before a colon: of options, too, where they have a setter. */
static const struct filter {
	const char *name;
	const char *thai;
	bool (*set)(struct query *q, const char *value, struct arena *a);
	enum search_field field; /* without a setter: where the word stands */
} filters[] = {
	{ "from", "จาก", NULL, SEARCH_SENDER },
	{ "to", "ถึง", NULL, SEARCH_RECIPIENT },
	{ "subject", "เรื่อง", NULL, SEARCH_SUBJECT },
	{ "ref", "ที่", NULL, SEARCH_REF },
	{ "note", "เกษียน", NULL, SEARCH_NOTE },
	{ "text", "เนื้อหา", NULL, SEARCH_TEXT },
	{ "state", "สถานะ", set_state, SEARCH_NOTHING },
	{ "post", "อยู่ที่", set_post, SEARCH_NOTHING },
	{ "urgency", "ความเร็ว", set_urgency, SEARCH_NOTHING },
	{ "secrecy", "ความลับ", set_secrecy, SEARCH_NOTHING },
	{ "book", "เล่ม", set_book, SEARCH_NOTHING },
	{ "year", "ปี", set_year, SEARCH_NOTHING },
	{ "since", "ตั้งแต่", set_since, SEARCH_NOTHING },
	{ "until", "จนถึง", set_until, SEARCH_NOTHING },
	{ "received", "รับ", set_received, SEARCH_NOTHING },
	{ "dated", "ลงวันที่", set_dated, SEARCH_NOTHING },
	{ "waiting", "ค้าง", set_waiting, SEARCH_NOTHING },
};
/* clang-format on */

static const struct filter *
filter_find(const char *name, size_t n)
{
	for (size_t i = 0; i < ARRAY_SIZE(filters); i++) {
		const struct filter *f = &filters[i];

		if ((strlen(f->name) == n && memcmp(f->name, name, n) == 0) ||
		    (strlen(f->thai) == n && memcmp(f->thai, name, n) == 0))
			return f;
	}
	return NULL;
}

static bool
is_span(const struct token *t)
{
	return !t->is_quoted && t->colon == 0 && !t->is_excluded &&
	       strstr(t->text.s, "..") != NULL;
}

static bool
token_use(struct query *q, const struct token *t, struct arena *a,
	  struct error *err)
{
	const char *s = text_str(&t->text);
	const struct filter *f = t->colon > 0 ? filter_find(s, t->colon) : NULL;

	if (f != NULL && f->set == NULL)
		return add_word(q, s + t->colon + 1, f->field, t->is_excluded,
				a, err);
	if (f != NULL && t->is_excluded)
		return wrong_value(s, err);
	if (f != NULL)
		return f->set(q, s + t->colon + 1, a) || wrong_value(s, err);
	if (t->text.n > 1 && s[0] == '@' && !t->is_quoted) {
		q->saved = arena_strdup(a, s + 1);
		return true;
	}
	if (is_span(t) && span_set(s, &q->since, &q->until))
		return true;
	return add_word(q, s, SEARCH_NOTHING, t->is_excluded, a, err);
}

bool
query_read(const char *line, struct arena *a, struct query *q,
	   struct error *err)
{
	struct token t = {0};
	char *normal = text_fold_space(thai_normalise(line));
	const char *at = normal;
	bool ok = true;

	*q = (struct query){.line = arena_strdup(a, normal)};
	for (at += strspn(at, " "); ok && *at != '\0'; at += strspn(at, " ")) {
		token_read(&at, &t);
		ok = token_use(q, &t, a, err);
	}
	text_done(&t.text);
	free(normal);
	return ok;
}

/* ----------------------------------------------------------- other layout */

static bool
is_thai(uint32_t code)
{
	return code >= 0x0E01 && code <= 0x0E5B;
}

static char *
retype(const char *s)
{
	struct text out = {0};
	size_t n = strlen(s);
	uint32_t code;
	bool has_thai = false;

	for (size_t at = 0; at < n;) {
		at += utf8_next(s + at, n - at, &code);
		has_thai = has_thai || is_thai(code);
	}
	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		if (code == UTF8_BAD)
			text_add_n(&out, s + at, len);
		else
			text_add_code(&out, has_thai ? kedmanee_to_us(code)
						     : kedmanee_from_us(code));
	}
	return text_take(&out);
}

bool
query_retype(struct query *q, struct arena *a)
{
	struct text line = {0};
	bool has_all = q->n > 0;

	for (size_t i = 0; i < q->n; i++) {
		struct query_word *w = &q->words[i];
		char *other = retype(w->text);

		word_set(w, other, a);
		has_all = has_all && w->forms[0] != NULL;
		text_printf(&line, "%s%s%s", line.n > 0 ? " " : "",
			    w->is_excluded ? "-" : "", other);
		free(other);
	}
	q->line = arena_strdup(a, text_str(&line));
	text_done(&line);
	return has_all;
}

/* ------------------------------------------------------------- of a request */

/* What a shell or the palette has taken from its quotes is a phrase. */
static void
add_quoted(struct text *line, const char *word)
{
	bool quote = strchr(word, ' ') != NULL && strchr(word, '"') == NULL;

	text_printf(line, quote ? "\"%s\"" : "%s", word);
}

void
query_line(const struct request *r, size_t first, struct text *line)
{
	const char *word;

	for (size_t i = first; (word = request_operand(r, i)) != NULL; i++) {
		text_add(line, line->n > 0 ? " " : "");
		add_quoted(line, word);
	}
	for (size_t i = 0; i < ARRAY_SIZE(filters); i++) {
		word = filters[i].set != NULL
			   ? request_value(r, filters[i].name)
			   : NULL;
		if (word == NULL)
			continue;
		text_printf(line, "%s%s:", line->n > 0 ? " " : "",
			    filters[i].name);
		add_quoted(line, word);
	}
}
