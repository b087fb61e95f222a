/* html.c -- the words of a page of HTML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/html.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

struct page {
	const char *at, *end;
	struct text *out;
	char gap; /* white space owed before the next word; 0 = none */
	bool has_begun;
};

/* A line end is more than a tab, and that more than a space. */
static void
owe(struct page *p, char gap)
{
	static const char ranks[] = {' ', '\t', '\n', '\0'};

	if (p->gap == '\0' || strchr(ranks, gap) > strchr(ranks, p->gap))
		p->gap = gap;
}

static void
add(struct page *p, const char *s, size_t n)
{
	if (p->gap != '\0' && p->has_begun)
		text_add_n(p->out, &p->gap, 1);
	p->gap = '\0';
	p->has_begun = true;
	text_add_n(p->out, s, n);
}

static bool
begins(const struct page *p, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(p->end - p->at) >= n &&
	       strncasecmp(p->at, with, n) == 0;
}

/* Behind the next `mark`, or at the end. */
static void
skip_behind(struct page *p, const char *mark)
{
	size_t n = strlen(mark);

	while (p->at < p->end && !begins(p, mark))
		p->at++;
	p->at = (size_t)(p->end - p->at) > n ? p->at + n : p->end;
}

/* Behind the '>' of a tag; one inside quotes does not count. */
static void
skip_tag(struct page *p)
{
	char quote = '\0';

	for (; p->at < p->end; p->at++) {
		if (quote != '\0')
			quote = *p->at == quote ? '\0' : quote;
		else if (*p->at == '"' || *p->at == '\'')
			quote = *p->at;
		else if (*p->at == '>') {
			p->at++;
			return;
		}
	}
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

static bool
tag_is(const char *name, size_t n, const char *list)
{
	for (const char *p = list; *p != '\0'; p += strcspn(p, " ")) {
		p += strspn(p, " ");
		if (strcspn(p, " ") == n && strncasecmp(p, name, n) == 0)
			return true;
	}
	return false;
}

/* At '<': what the tag means for the words around it. */
static void
read_tag(struct page *p)
{
	static const struct {
		const char *names, *end;
	} silent[] = {
	    {"script", "</script"},
	    {"style", "</style"},
	    {"title", "</title"},
	};
	const char *name = p->at + 1;
	size_t n = 0;

	if (begins(p, "<!--")) {
		skip_behind(p, "-->");
		return;
	}
	name += name < p->end && *name == '/';
	while (name + n < p->end && is_name(name[n]))
		n++;
	for (size_t i = 0; i < sizeof(silent) / sizeof(*silent); i++)
		if (name == p->at + 1 && tag_is(name, n, silent[i].names))
			skip_behind(p, silent[i].end);
	skip_tag(p);
	if (tag_is(name, n,
		   "br p div tr li ul ol table hr pre blockquote h1 "
		   "h2 h3 h4 h5 h6 section article header footer"))
		owe(p, '\n');
	else if (tag_is(name, n, "td th"))
		owe(p, '\t');
}

static uint32_t
number_of(const char *s, size_t n)
{
	bool hex = n > 1 && (s[1] == 'x' || s[1] == 'X');
	uint32_t code = 0;

	for (size_t i = hex ? 2 : 1; i < n; i++) {
		unsigned digit;

		if (s[i] >= '0' && s[i] <= '9')
			digit = (unsigned)(s[i] - '0');
		else if (hex && is_name(s[i]) && (s[i] | 0x20) <= 'f')
			digit = (unsigned)((s[i] | 0x20) - 'a' + 10);
		else
			return 0;
		code = code * (hex ? 16 : 10) + digit;
		if (code > 0x10FFFF)
			return 0;
	}
	return code < 0xD800 || code > 0xDFFF ? code : 0;
}

/* The code point that "&NAME;" stands for, 0 for none. */
static uint32_t
code_of(const char *name, size_t n)
{
	static const struct {
		const char *name;
		uint32_t code;
	} known[] = {
	    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},
	    {"quot", '"'},      {"apos", '\''},    {"nbsp", ' '},
	    {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"lsquo", 0x2018},
	    {"rsquo", 0x2019},  {"ndash", 0x2013}, {"mdash", 0x2014},
	    {"hellip", 0x2026}, {"bull", 0x2022},
	};

	if (n > 1 && name[0] == '#')
		return number_of(name, n);
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strlen(known[i].name) == n &&
		    memcmp(known[i].name, name, n) == 0)
			return known[i].code;
	return 0;
}

/* At '&': the character it names, or the sign itself. */
static void
read_entity(struct page *p)
{
	enum { LONGEST = 10 };
	const char *name = p->at + 1;
	size_t n = 0;
	uint32_t code;
	char utf8[4];

	while (n < LONGEST && name + n < p->end && name[n] != ';')
		n++;
	code = name + n < p->end && name[n] == ';' ? code_of(name, n) : 0;
	if (code == ' ')
		owe(p, ' ');
	else if (code != 0)
		add(p, utf8, utf8_put(code, utf8));
	else
		add(p, "&", 1);
	p->at = code != 0 ? name + n + 1 : name;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

void
html_text(const char *s, size_t n, struct text *out)
{
	struct page p = {.at = s, .end = s + n, .out = out};

	while (p.at < p.end) {
		if (*p.at == '<') {
			read_tag(&p);
		} else if (*p.at == '&') {
			read_entity(&p);
		} else if (is_space(*p.at)) {
			owe(&p, ' ');
			p.at++;
		} else {
			add(&p, p.at, 1);
			p.at++;
		}
	}
	text_add(out, "\n");
}
