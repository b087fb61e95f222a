/* markup.c -- the markup that text recognition puts around the words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/markup.h"

#include <stdbool.h>
#include <string.h>

#include "base/mem.h"

#include "intake/scan.h"

/* A tag is no longer; what stands in a figure neither. */
enum { TAG_MAX = 200, FIGURE_MAX = 4000 };

/* Tags that are more than nothing; by how they begin. */
static const struct {
	const char *tag;
	const char *becomes;
	const char
	    *end; /* what is dropped with it, up to here; NULL = nothing */
} tags[] = {
    {"<figure", "\n", "</figure>"},
    {"<page_number", "\n", "</page_number>"},
    {"<img", "\n", NULL},
    {"<br", "\n", NULL},
    {"<tr", "\n", NULL},
    {"</tr", "\n", NULL},
    {"<p>", "\n", NULL},
    {"</p>", "\n", NULL},
    {"<table", "\n", NULL},
    {"</table", "\n", NULL},
    {"<td", "\t", NULL},
    {"<th", "\t", NULL},
};

static const struct {
	const char *entity, *becomes;
} entities[] = {
    {"&nbsp;", " "}, {"&amp;", "&"},   {"&lt;", "<"},
    {"&gt;", ">"},   {"&quot;", "\""},
};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Bytes of a tag at s; 0 for anything else, addresses too. */
static size_t
tag_length(const char *s)
{
	size_t n = 1;

	if (*s != '<' || !(is_letter(s[1]) || (s[1] == '/' && is_letter(s[2]))))
		return 0;
	while (n < TAG_MAX && s[n] != '\0' && strchr("<>\n", s[n]) == NULL)
		n++;
	if (s[n] != '>' || scan_word(s, "<http") > 0 ||
	    memchr(s, '@', n) != NULL)
		return 0;
	return n + 1;
}

static size_t
add_tag(const char *s, struct text *out)
{
	size_t n = tag_length(s);

	for (size_t i = 0; n > 0 && i < ARRAY_SIZE(tags); i++) {
		const char *end = NULL;

		if (scan_word(s, tags[i].tag) == 0)
			continue;
		text_add(out, tags[i].becomes);
		if (tags[i].end != NULL)
			end = memmem(s, strnlen(s, FIGURE_MAX), tags[i].end,
				     strlen(tags[i].end));
		return end != NULL ? (size_t)(end - s) + strlen(tags[i].end)
				   : n;
	}
	return n;
}

static size_t
add_entity(const char *s, struct text *out)
{
	for (size_t i = 0; *s == '&' && i < ARRAY_SIZE(entities); i++)
		if (scan_word(s, entities[i].entity) > 0) {
			text_add(out, entities[i].becomes);
			return strlen(entities[i].entity);
		}
	return 0;
}

/* "# ", "## " before a heading; "```" around a block. */
static size_t
line_begin_length(const char *s)
{
	size_t n = strspn(s, "#");

	if (n > 0 && n < 7 && s[n] == ' ')
		return n + scan_space(s + n);
	return strncmp(s, "```", 3) == 0 ? strcspn(s, "\n") : 0;
}

/* "| ๑ | ค่าธรรมเนียม |": the row of a table. */
static bool
is_row(const char *s, size_t n)
{
	while (n > 0 && strchr(" \t\r", s[n - 1]) != NULL)
		n--;
	return n > 2 && s[0] == '|' && s[n - 1] == '|';
}

static bool
is_row_of_rules(const char *s, size_t n)
{
	return is_row(s, n) && strspn(s, "|-: \t\r") >= n;
}

static void
add_row(const char *s, size_t n, struct text *out)
{
	for (size_t i = 1; !is_row_of_rules(s, n) && i < n; i++)
		text_add_n(out, s[i] == '|' ? "\t" : s + i, 1);
}

/* One line's words, n bytes up to its end; bytes taken, more when a figure
   goes on below. */
static size_t
add_words(const char *s, size_t n, struct text *out)
{
	size_t at = 0, k;

	while (at < n) {
		if ((k = add_tag(s + at, out)) > 0 ||
		    (k = add_entity(s + at, out)) > 0)
			at += k;
		else if (strncmp(s + at, "**", 2) == 0)
			at += strspn(s + at, "*");
		else
			text_add_n(out, s + at++, 1);
	}
	return at;
}

void
markup_strip(const char *s, struct text *out)
{
	while (*s != '\0') {
		size_t n;

		s += line_begin_length(s);
		n = strcspn(s, "\n");
		if (is_row(s, n))
			add_row(s, n, out);
		else
			n = add_words(s, n, out);
		s += n;
		if (*s == '\n') {
			text_add(out, "\n");
			s++;
		}
	}
}
