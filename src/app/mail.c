/* mail.c -- what is a message, and the words of its header */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mail.h"

#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/thai.h"

#include "intake/decode.h"

const struct error_kind MAIL_WRONG = {"mail-wrong", EXIT_USAGE,
				      N_("this is no message of a mailbox")};
const struct error_kind MAIL_NOT_BUILT = {
    "mail-not-built", EXIT_USAGE,
    N_("messages cannot be read: this program was built without GMime")};

enum {
	HEADERS_MAX_BYTES = 512 << 10,
	BOUNDARIES_MAX = 2000,
	NAME_MAX_COLUMNS = 80
};

/* Bytes of "Name" in "Name: ..." at s, 0 when it is none. */
static size_t
field_name(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] > ' ' && s[i] < 0x7F && s[i] != ':')
		i++;
	return i < n && s[i] == ':' ? i : 0;
}

static bool
is_field(const char *s, size_t n, const char *name)
{
	return strlen(name) == n && strncasecmp(s, name, n) == 0;
}

bool
mail_is(const char *bytes, size_t n)
{
	static const char *const proofs[] = {"Date", "Message-ID", "Received",
					     "MIME-Version"};
	bool from = false, proof = false;
	const char *end =
	    bytes + (n < HEADERS_MAX_BYTES ? n : HEADERS_MAX_BYTES);

	for (const char *p = bytes; p < end && *p != '\n' && *p != '\r';) {
		size_t left = (size_t)(end - p);
		size_t name = field_name(p, left);
		const char *line_end = memchr(p, '\n', left);

		if (name == 0 && (p == bytes || (*p != ' ' && *p != '\t')))
			return false;
		from = from || is_field(p, name, "From");
		for (size_t i = 0; i < ARRAY_SIZE(proofs); i++)
			proof = proof || is_field(p, name, proofs[i]);
		if (line_end == NULL)
			break;
		p = line_end + 1;
	}
	return from && proof;
}

/* A header begins a message, and follows a boundary or, in a message inside
   another, an empty line. */
bool
mail_is_bounded(const char *s, size_t n)
{
	const char *end = s + n;
	size_t boundaries = 0, headers = 0;
	bool in_header = true, after_empty = false;

	while (s < end && boundaries <= BOUNDARIES_MAX &&
	       headers <= HEADERS_MAX_BYTES) {
		const char *next = memchr(s, '\n', (size_t)(end - s));
		bool is_empty = *s == '\n' || *s == '\r';
		bool is_boundary = end - s > 1 && s[0] == '-' && s[1] == '-';

		next = next != NULL ? next + 1 : end;
		boundaries += is_boundary;
		if (is_boundary || is_empty)
			in_header = is_boundary;
		else if (after_empty && field_name(s, (size_t)(next - s)) > 0)
			in_header = true;
		if (in_header)
			headers += (size_t)(next - s);
		after_empty = is_empty;
		s = next;
	}
	return boundaries <= BOUNDARIES_MAX && headers <= HEADERS_MAX_BYTES;
}

const char *
mail_words(struct arena *a, const char *s)
{
	struct text utf8 = {0}, seen = {0};
	const char *words;

	if (s == NULL)
		return NULL;
	decode(s, strlen(s), &utf8);
	text_fold_space(utf8.s);
	text_add_visible(&seen, utf8.s, false);
	words = seen.n > 0 ? arena_strdup(a, seen.s) : NULL;
	text_done(&utf8);
	text_done(&seen);
	return words;
}

const char *
mail_part_name(struct arena *a, const char *s, size_t i)
{
	const char *words = mail_words(a, s);
	char *name;

	for (const char *p = words; p != NULL && *p != '\0'; p++)
		if (*p == '/' || *p == '\\')
			words = p + 1;
	if (text_is_blank(words) || strspn(words, ".") == strlen(words))
		return arena_printf(a, "part-%zu", i + 1);
	name = arena_strdup(a, words);
	name[thai_fit(name, NAME_MAX_COLUMNS, NULL)] = '\0';
	if (name[0] == '.' || name[0] == '-')
		name[0] = '_';
	return name;
}
