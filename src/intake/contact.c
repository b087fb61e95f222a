/* contact.c -- e-mail addresses and links, anywhere in a letter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/intake.h"
#include "intake/scan.h"

enum { ADDRESS_MAX = 2000 };

/* What may stand in an address; brackets and Thai never do. */
static bool
is_address(char c)
{
	return c > ' ' && c < 0x7F && strchr("<>\"(){}[]|\\^`,;", c) == NULL;
}

static size_t
run_length(const char *s)
{
	size_t n = 0;

	while (n < ADDRESS_MAX && is_address(s[n]))
		n++;
	return n;
}

/* What ends a sentence behind an address is not of it. */
static size_t
without_stop(const char *s, size_t n)
{
	while (n > 0 && strchr(".:'", s[n - 1]) != NULL)
		n--;
	return n;
}

static bool
has(const char *s, size_t n, const char *part)
{
	return memmem(s, n, part, strlen(part)) != NULL;
}

/* "bit.ly/abc", "dla.go.th": a domain without http. */
static bool
is_bare_link(const char *s, size_t n)
{
	static const char *const ends[] = {".th", ".com", ".org", ".net"};
	const char *slash = memchr(s, '/', n);
	size_t domain = slash != NULL ? (size_t)(slash - s) : n;
	bool letters = false;

	if (domain < 4 || memchr(s, '.', domain) == NULL ||
	    memchr(s, '@', n) != NULL)
		return false;
	for (size_t i = 0; i < domain; i++) {
		letters = letters || (s[i] >= 'a' && s[i] <= 'z');
		if (!((s[i] >= 'a' && s[i] <= 'z') ||
		      (s[i] >= '0' && s[i] <= '9') || s[i] == '.' ||
		      s[i] == '-'))
			return false;
	}
	if (letters && slash != NULL && n > domain + 1)
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (domain > strlen(ends[i]) &&
		    memcmp(s + domain - strlen(ends[i]), ends[i],
			   strlen(ends[i])) == 0)
			return letters;
	return false;
}

static bool
is_link(const char *s, size_t n)
{
	return (scan_word(s, "http://") > 0 && n > 10) ||
	       (scan_word(s, "https://") > 0 && n > 11) ||
	       (scan_word(s, "www.") > 0 && n > 7) || is_bare_link(s, n);
}

static bool
is_email(const char *s, size_t n)
{
	const char *at = memchr(s, '@', n);

	return at != NULL && at > s && scan_word(s, "http") == 0 &&
	       memchr(at, '.', n - (size_t)(at - s)) != NULL;
}

static void
add_link(struct intake *in, struct read_letter *l, const char *s, size_t n)
{
	const char *link = arena_strndup(in->a, s, n);

	if (list_is_full(in, l->n_links))
		return;
	for (size_t i = 0; i < l->n_links; i++)
		if (strcmp(l->links[i], link) == 0)
			return;
	l->links = list_grow(in->a, l->links, l->n_links, sizeof(*l->links));
	l->links[l->n_links++] = link;
}

/* "E-mail:saraban@dla.go.th" is one run with its label. */
static void
take_email(struct intake *in, struct read_letter *l, const char *s, size_t n)
{
	const char *at = memchr(s, '@', n);
	const char *label = memrchr(s, ':', (size_t)(at - s));

	if (label != NULL) {
		n -= (size_t)(label + 1 - s);
		s = label + 1;
	}
	value_set(&l->field[READ_EMAIL], arena_strndup(in->a, s, n),
		  FIELD_READ);
}

static void
take_addresses(struct intake *in, struct read_letter *l, const char *s)
{
	for (size_t run; *s != '\0'; s += run > 0 ? run : 1) {
		size_t n;

		run = run_length(s);
		n = without_stop(s, run);
		if (n > 3 && is_email(s, n))
			take_email(in, l, s, n);
		else if (n > 3 && is_link(s, n))
			add_link(in, l, s, n);
	}
}

void
contacts_read(struct intake *in, struct read_letter *l, const struct extent *e)
{
	for (size_t i = e->top; i < e->end; i++)
		if (has(in->sheet.at[i].s, strlen(in->sheet.at[i].s), "."))
			take_addresses(in, l, in->sheet.at[i].s);
}
