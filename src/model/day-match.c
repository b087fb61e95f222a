/* day-match.c -- are pages that somebody kept still those of the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day-match.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/spell.h"

const struct error_kind DAY_NONE_KEPT = {
    "no-pages", EXIT_USAGE, N_("there is no page of a register in this file")};

static const char note_first[] = "saraban-day-1";
static const char note_last[] = "previous ";

/* A page as somebody kept it. */
struct kept {
	char day[11];          /* ISO 8601 */
	char digest[HEX_SIZE]; /* "" where only the code was kept */
	char code[SPELL_SIZE];
	bool is_foreign; /* of another register or office */
	size_t at;       /* in the text */
};

static void
spell_hex(const char *hex, char code[SPELL_SIZE])
{
	unsigned char digest[DIGEST_SIZE];

	code[0] = '\0';
	if (hex_read(hex, digest, sizeof(digest)))
		digest_spell(digest, code);
}

static bool
is_same(const struct kept *k, const struct day *d)
{
	char code[SPELL_SIZE];

	if (k->digest[0] != '\0')
		return strcmp(k->digest, d->digest) == 0;
	spell_hex(d->digest, code);
	return strcmp(k->code, code) == 0;
}

/* What was typed: hexadecimal digits, spaces left out, or the letters. */
static bool
read_code(const char *typed, struct kept *k, struct error *err)
{
	unsigned char digest[DIGEST_SIZE];
	struct text hex = {0};
	bool is_hex;

	*k = (struct kept){.at = 0};
	for (const char *p = typed; *p != '\0'; p++)
		if (*p != ' ')
			text_add_n(&hex, p, 1);
	is_hex = hex_read(text_str(&hex), digest, sizeof(digest));
	text_done(&hex);
	if (!is_hex)
		return spell_read(typed, k->code, err);
	hex_of(digest, sizeof(digest), k->digest);
	digest_spell(digest, k->code);
	return true;
}

static void
tell_other(struct check_report *report, struct arena *a, const struct kept *k,
	   const struct day *d)
{
	char code[SPELL_SIZE];

	spell_hex(d->digest, code);
	check_add(report, a, "page", d->seq + 1,
		  _("the page of %s is not the one that was kept: its code is "
		    "%s now, and was %s"),
		  day_words(d->day, a), code, k->code);
}

bool
day_match_code(struct store *st, int64_t office, const char *typed,
	       const char *day, struct arena *a, struct check_report *report,
	       struct day_match *m, struct error *err)
{
	struct kept k;
	struct day *days;
	size_t n;

	*m = (struct day_match){.n = 1};
	if (!read_code(typed, &k, err) ||
	    !day_list(st, office, a, &days, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (is_same(&k, &days[i]) &&
		    (day == NULL || strcmp(day, days[i].day) == 0)) {
			m->n_same = 1;
			m->day = days[i].day;
			return true;
		}
	for (size_t i = 0; i < n && day != NULL; i++)
		if (strcmp(day, days[i].day) == 0) {
			tell_other(report, a, &k, &days[i]);
			return true;
		}
	check_add(report, a, "page", 0,
		  day == NULL
		      ? _("no page of this register has the code %s: the page "
			  "is another now, or of another register")
		      : _("the register has no page of that day; the code "
			  "is %s"),
		  k.code);
	return true;
}

/* ------------------------------------------------------------ a kept file */

struct kept_list {
	struct kept *at;
	size_t n, max;
	struct arena *arena;
	const char *uuid; /* of this register, hexadecimal */
	const char *code; /* of this office */
};

static void
keep(struct kept_list *l, const struct kept *k)
{
	if (l->n == l->max) {
		size_t max = l->max ? 2 * l->max : 64;
		struct kept *at = arena_array(l->arena, max, sizeof(*at));

		if (l->n > 0)
			memcpy(at, l->at, l->n * sizeof(*at));
		l->at = at;
		l->max = max;
	}
	l->at[l->n] = *k;
	l->at[l->n].at = l->n;
	l->n++;
}

static size_t
line_length(const char *s)
{
	size_t n = strcspn(s, "\n");

	return n + (s[n] == '\n');
}

static bool
begins(const char *line, const char *word)
{
	return strncmp(line, word, strlen(word)) == 0;
}

/* The rest of a line of the note is `value`. */
static bool
says(const char *line, const char *key, const char *value)
{
	size_t n = strlen(key);

	return begins(line, key) && begins(line + n, value) &&
	       strchr("\r\n", line[n + strlen(value)]) != NULL;
}

static void
read_note_line(struct kept_list *l, const char *line, struct kept *k)
{
	if (begins(line, "day ") && strcspn(line + 4, "\r\n") == 10)
		memcpy(k->day, line + 4, 10);
	if (begins(line, "register ") && !says(line, "register ", l->uuid))
		k->is_foreign = true;
	if (begins(line, "office ") && !says(line, "office ", l->code))
		k->is_foreign = true;
}

/* From its first line to its last: they are what was hashed. */
static const char *
read_note(struct kept_list *l, const char *s)
{
	unsigned char digest[DIGEST_SIZE];
	struct kept k = {.at = 0};
	struct text note = {0};
	bool is_whole = false;

	while (*s != '\0' && !is_whole) {
		size_t n = line_length(s), words = strcspn(s, "\r\n");

		is_whole = begins(s, note_last);
		read_note_line(l, s, &k);
		text_add_n(&note, s, words);
		text_add(&note, "\n");
		s += n;
	}
	digest_of(text_str(&note), note.n, digest);
	text_done(&note);
	hex_of(digest, sizeof(digest), k.digest);
	digest_spell(digest, k.code);
	if (is_whole && k.day[0] != '\0')
		keep(l, &k);
	return s;
}

/* "2026-01-20 7KQ2 M9XA ...". */
static void
read_line(struct kept_list *l, const char *line, size_t n)
{
	char *words = xstrndup(line, n);
	struct error none = {0};
	struct kept k;
	struct date d;

	words[strcspn(words, "\r\n")] = '\0';
	if (strlen(words) > 11 && words[10] == ' ' && words[4] == '-' &&
	    read_code(words + 11, &k, &none)) {
		words[10] = '\0';
		memcpy(k.day, words, sizeof(k.day));
		if (date_parse(k.day, &d, &none))
			keep(l, &k);
	}
	free(words);
}

static void
read_kept(struct kept_list *l, const char *text)
{
	for (const char *s = text; *s != '\0';) {
		size_t n = line_length(s);

		if (begins(s, note_first)) {
			s = read_note(l, s);
			continue;
		}
		read_line(l, s, n);
		s += n;
	}
}

static int
by_day(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;
	int order = strcmp(x->day, y->day);

	return order != 0 ? order : (x->at > y->at) - (x->at < y->at);
}

/* Is it the page of its day?  A finding where it is not. */
static bool
match_one(struct store *st, int64_t office, const struct kept *k,
	  struct arena *a, struct check_report *report, bool *same,
	  struct error *err)
{
	struct day d;
	bool found;

	*same = false;
	if (!day_load(st, office, k->day, a, &d, &found, err))
		return false;
	if (found && !k->is_foreign && is_same(k, &d))
		*same = true;
	else if (k->is_foreign)
		check_add(report, a, "page", 0,
			  _("the page of %s that was kept is of another "
			    "register or office"),
			  day_words(k->day, a));
	else if (found)
		tell_other(report, a, k, &d);
	else
		check_add(report, a, "page", 0,
			  _("the page of %s that was kept is not in the "
			    "register: its end was cut off"),
			  day_words(k->day, a));
	return true;
}

static bool
match_all(struct store *st, int64_t office, struct kept_list *l,
	  struct check_report *report, struct day_match *m, struct error *err)
{
	bool same = true;

	qsort(l->at, l->n, sizeof(*l->at), by_day);
	m->n = l->n;
	for (size_t i = 0; i < l->n && same; i++) {
		if (!match_one(st, office, &l->at[i], l->arena, report, &same,
			       err))
			return false;
		m->n_same += same;
		m->day = same ? NULL : l->at[i].day;
	}
	return true;
}

bool
day_match_kept(struct store *st, int64_t office, const char *text,
	       struct arena *a, struct check_report *report,
	       struct day_match *m, struct error *err)
{
	char uuid[UUID_TEXT_SIZE];
	struct kept_list l = {.arena = a, .uuid = uuid, .code = ""};
	struct day last;
	bool found;

	*m = (struct day_match){0};
	if (!ledger_uuid(st, uuid, err) ||
	    !day_last(st, office, a, &last, &found, err))
		return false;
	if (found)
		l.code = last.code;
	read_kept(&l, text);
	if (l.n == 0)
		return error_set(err, &DAY_NONE_KEPT, NULL);
	return match_all(st, office, &l, report, m, err);
}
